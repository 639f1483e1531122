package build

import (
	"strings"
	"testing"
	"testing/fstest"

	"antq/internal/diag"
	"antq/internal/render"
)

func TestOneCauseIsOneProblem(t *testing.T) {
	var f layoutFailures
	for _, page := range []string{"content/c.md", "content/a.md", "content/b.md", "content/a.md"} {
		f.add(&render.LayoutError{Layout: "page.html", Line: 2, Column: 3, Page: page, Text: "x", Fields: "Title"})
	}
	f.add(&render.LayoutError{Layout: "page.html", Line: 9, Column: 3, Page: "content/a.md", Text: "x", Fields: "Title"})
	var list diag.List
	f.report(&list)
	list.Sort()
	var got []string
	for _, p := range list.All() {
		got = append(got, p.Message(diag.English))
	}
	want := "the layout fails on the page of content/a.md and 2 more pages: x|the layout fails on the page of content/a.md: x"
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
}

func TestLayoutsOfNoAgency(t *testing.T) {
	file := &fstest.MapFile{}
	content := fstest.MapFS{"so-xay-dung/_agency.md": file, "_shared/van-ban/a.md": file}
	layouts := fstest.MapFS{"so-xay-dung/plan.html": file, "khong-co/plan.html": file, "_shared/plan.html": file, "partials/a.html": file, "shortcodes/a.html": file}
	list := strangers(layouts, content)
	list.Sort()
	var got []string
	for _, p := range list.All() {
		got = append(got, p.File+" "+p.Hint(diag.English))
	}
	want := "layouts/_shared agencies here: so-xay-dung|layouts/khong-co agencies here: so-xay-dung"
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
}
