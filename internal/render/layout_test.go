package render

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"antq/internal/diag"
	"antq/layouts"
)

// none is the source of a file of no bytes: with leaves "" out.
const none = "\x1f"

// with returns the embedded layouts with some files replaced or, for "", left out.
func with(t testing.TB, changed map[string]string) fs.FS {
	t.Helper()
	all := make(fstest.MapFS)
	err := fs.WalkDir(layouts.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		src, err := fs.ReadFile(layouts.FS, name)
		all[name] = &fstest.MapFile{Data: src}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, src := range changed {
		all[name] = &fstest.MapFile{Data: []byte(strings.TrimSuffix(src, none))}
	}
	maps.DeleteFunc(all, func(name string, f *fstest.MapFile) bool { src, ok := changed[name]; return ok && src == "" })
	return all
}

func TestLayoutProblems(t *testing.T) {
	for _, c := range []struct {
		name    string
		changed map[string]string
		want    string // file:line:column: code args
	}{
		{"misspelt field", map[string]string{"plan.html": "<h1>\n<b>ô</b>{{.Titel}}</h1>"}, "layouts/plan.html:2:11: layout-field Titel|Plan"},
		{"field of a list's element", map[string]string{"plan.html": "{{range .Changes}}{{.Day}}{{end}}"}, "layouts/plan.html:1:21: layout-field Day|Change"},
		{"field behind with", map[string]string{"plan.html": "{{with .Unit}}{{.Name}}{{else}}{{.Title}}{{end}}"}, "layouts/plan.html:1:17: layout-field Name|Link"},
		{"field of a variable", map[string]string{"plan.html": "{{range $i, $l := .Topics}}{{$i}}{{$l.Url}}{{end}}"}, "layouts/plan.html:1:38: layout-field Url|Link"},
		{"field of the whole", map[string]string{"plan.html": "{{range .Topics}}{{$.Nope}}{{end}}"}, "layouts/plan.html:1:21: layout-field Nope|Plan"},
		{"field in a pipeline", map[string]string{"plan.html": "{{if and .Lead (eq .Stat `issued`)}}{{end}}"}, "layouts/plan.html:1:20: layout-field Stat|Plan"},
		{"field of an indexed element", map[string]string{"plan.html": "{{(index .Changes 0).What}}"}, "layouts/plan.html:1:21: layout-field What|Change"},
		{"field in a partial", map[string]string{"partials/date.html": "{{.Iso}}"}, "layouts/partials/date.html:1:3: layout-field Iso|Date"},
		{"field in a shortcode", map[string]string{"shortcodes/video.html": "{{.Nope}}"}, "layouts/shortcodes/video.html:1:3: layout-field Nope|VideoCode"},
		{"what templates cannot reach", map[string]string{"plan.html": "{{.Body.doc}}"}, "layouts/plan.html:1:8: layout-field doc|Body"},
		{"syntax", map[string]string{"plan.html": "a\n{{if}}"}, "layouts/plan.html:2:1: layout-error missing value for if"},
		{"no end", map[string]string{"partials/link.html": "<b>{{if .Href}}{{with .Text}}{{end}}"}, "layouts/partials/link.html:1:4: layout-error no-end if"},
		{"end of nothing", map[string]string{"plan.html": "ộ\nộ{{- end}}"}, "layouts/plan.html:2:2: layout-error stray-end end"},
		{"else of nothing", map[string]string{"plan.html": "{{else}}"}, "layouts/plan.html:1:1: layout-error stray-end else"},
		{"unclosed action", map[string]string{"plan.html": "ộ {{.Title\n<p>x"}, "layouts/plan.html:1:3: layout-error unclosed "},
		{"unclosed action before another", map[string]string{"plan.html": "<p>{{.Title</p>{{.Lead}}"}, "layouts/plan.html:1:4: layout-error unclosed "},
		{"unclosed quote", map[string]string{"plan.html": "{{if eq .Title \"x}}{{end}}"}, "layouts/plan.html:1:16: layout-error quote "},
		{"unknown function", map[string]string{"plan.html": "ộ{{.Title}} {{.Title | upper}}"}, `layouts/plan.html:1:24: layout-error function upper`},
		{"branches", map[string]string{"tag.html": "<a href=\"{{if .Lang}}\">x</a>{{end}}"}, "layouts/tag.html:1:"},
		{"unclosed attribute", map[string]string{"plan.html": "<h1>{{.Title}}</h1>\n<p>ộ<a href=\"{{.Title}}>x</a></p>"}, "layouts/plan.html:2:13: layout-error open-tag "},
		{"unclosed attribute in a part", map[string]string{"partials/figure.html": "<img src='{{.Src}}>"}, "layouts/partials/figure.html:1:10: layout-error open-tag "},
		{"unclosed tag", map[string]string{"plan.html": "<h1>{{.Title}}</h1\n"}, "layouts/plan.html:1:15: layout-error open-tag "},
		{"empty", map[string]string{"plan.html": " \n\t{{/* x */}}"}, "layouts/plan.html:1:1: layout-empty "},
		{"no bytes", map[string]string{"plan.html": none}, "layouts/plan.html:1:1: layout-empty "},
		{"define main", map[string]string{"plan.html": "\n{{define \"main\"}}<h1>{{.Title}}</h1>{{end}}"}, "layouts/plan.html:2:1: layout-define page main|plan/"},
		{"define a page", map[string]string{"plan.html": "<h1>{{.Title}}</h1>{{define \"base.html\"}}x{{end}}"}, "layouts/plan.html:1:20: layout-define base.html|plan/"},
		{"block", map[string]string{"partials/date.html": "{{block \"ngay\" .}}{{.ISO}}{{end}}"}, "layouts/partials/date.html:1:1: layout-define ngay|partials/date/"},
		{"field of a text", map[string]string{"plan.html": "{{.Title.Short}}"}, "layouts/plan.html:1:9: layout-field plain Short|"},
		{"field of a list", map[string]string{"plan.html": "{{.Changes.Note}}"}, "layouts/plan.html:1:11: layout-field list Note|"},
		{"NUL", map[string]string{"plan.html": "<p>\nộ\x00</p>"}, "layouts/plan.html:2:2: not-text "},
		{"no UTF-8", map[string]string{"plan.html": "<p>H\xf4i</p>"}, "layouts/plan.html:1:5: not-text "},
		{"missing layout", map[string]string{"plan.html": ""}, "layouts/plan.html:0:0: layout-missing plan.html"},
		{"missing base", map[string]string{"base.html": ""}, "layouts/base.html:0:0: layout-missing base.html"},
		{"missing shortcode", map[string]string{"shortcodes/video.html": ""}, "layouts/shortcodes/video.html:0:0: layout-missing shortcodes/video.html"},
		{"missing partial", map[string]string{"plan.html": "ạ{{template \"partials/nope.html\" .}}"}, "layouts/plan.html:1:13: layout-missing partial partials/nope.html"},
		{"unused", map[string]string{"plann.html": "x"}, "layouts/plann.html:0:0: layout-unused plann.html"},
		{"an agency's own", map[string]string{"so-xay-dung/plan.html": "{{.Nope}}"}, "layouts/so-xay-dung/plan.html:1:3: layout-field Nope|Plan"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := New(with(t, c.changed), nil)
			var got []string
			for _, p := range problems.All() {
				args := p.Args
				if p.Code == "layout-field" {
					args = args[:2]
				}
				got = append(got, fmt.Sprintf("%s:%d:%d: %s %s", p.File, p.Start.Line, p.Start.Column, strings.TrimSpace(p.Code+" "+p.Reason), strings.Join(args, "|")))
				if !diag.Known(p.Code, p.Reason) {
					t.Errorf("no sentence for %s %s", p.Code, p.Reason)
				}
			}
			if len(got) != 1 || !strings.HasPrefix(got[0], c.want) {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestFieldProblemNamesTheFieldsThatExist(t *testing.T) {
	_, problems := New(with(t, map[string]string{"partials/date.html": "{{.Iso}}"}), nil)
	hint := problems.All()[0].Hint(diag.English)
	if !strings.Contains(hint, "ISO, Day, Clock, Short, Month, Words") {
		t.Errorf("hint: %s", hint)
	}
}

// What only fails on a page is told with the layout's place, the page's source and the fields of its view.
func TestFailureOnAPage(t *testing.T) {
	r, problems := New(with(t, map[string]string{"page.html": "<p>\n{{index .Topics 9}}"}), nil)
	if problems.Len() > 0 {
		t.Fatal(problems.All())
	}
	_, err := r.Page(newSample().pages["page"])
	var bad *LayoutError
	if !errors.As(err, &bad) {
		t.Fatalf("got %v", err)
	}
	p := bad.Problem()
	if p.File != "layouts/page.html" || p.Start.Line != 2 || p.Start.Column == 0 {
		t.Errorf("place: %s:%d:%d", p.File, p.Start.Line, p.Start.Column)
	}
	if m := p.Message(diag.English); !strings.Contains(m, "hoi-dap.md") {
		t.Errorf("message does not name the page: %s", m)
	}
	if h := p.Hint(diag.English); strings.Count(h, ", ") != 7 {
		t.Errorf("hint does not name eight fields: %s", h)
	}
	bad.More = 4
	if m := bad.Problem().Message(diag.English); !strings.Contains(m, "and 4 more pages") {
		t.Errorf("message does not count the pages: %s", m)
	}
}

func TestPageWithoutWhatALayoutAsksFor(t *testing.T) {
	r, problems := New(with(t, map[string]string{"page.html": "<p>{{.Admin.Number}}"}), nil)
	if problems.Len() > 0 {
		t.Fatal(problems.All())
	}
	_, err := r.Page(newSample().pages["page"])
	bad, ok := errors.AsType[*LayoutError](err)
	if !ok {
		t.Fatalf("got %v", err)
	}
	p := bad.Problem()
	if m := p.Message(diag.Vietnamese); !strings.Contains(m, "hoi-dap.md") || !strings.Contains(m, ".Admin") || strings.Contains(m, "nil") {
		t.Errorf("message: %s", m)
	}
	if h := p.Hint(diag.Vietnamese); !strings.Contains(h, "{{with .Admin}}") {
		t.Errorf("hint: %s", h)
	}
}

// A part may be empty: an agency leaves it out so.
func TestEmptyPart(t *testing.T) {
	r, problems := New(with(t, map[string]string{"partials/gate.html": none}), nil)
	if problems.Len() > 0 {
		t.Fatal(problems.All())
	}
	if out, _ := newSample().render(t, r, "page"); strings.Contains(out, "gate-star") {
		t.Errorf("got\n%s", out)
	}
}

// A file may have parts of its own.
func TestPartsOfALayout(t *testing.T) {
	r, problems := New(with(t, map[string]string{"page.html": `{{define "page/ten"}}<h1>riêng {{.}}</h1>{{end}}{{template "page/ten" .Title}}`}), nil)
	if problems.Len() > 0 {
		t.Fatal(problems.All())
	}
	if out, _ := newSample().render(t, r, "page"); !strings.Contains(out, "<h1>riêng Hỏi đáp</h1>") {
		t.Errorf("got\n%s", out)
	}
}

func TestNoOrdinaryLayoutFile(t *testing.T) {
	all := with(t, map[string]string{"partials/link.html": ""}).(fstest.MapFS)
	all["plan.html/x.txt"] = &fstest.MapFile{}
	delete(all, "plan.html")
	all["story.html"] = &fstest.MapFile{Data: []byte("page.html"), Mode: fs.ModeSymlink}
	all["partials/link.html"] = &fstest.MapFile{Data: []byte("date.html"), Mode: fs.ModeSymlink}
	_, problems := New(all, nil)
	var got []string
	for _, p := range problems.All() {
		if p.Code != "layout-field" {
			got = append(got, p.File+" "+p.Code+" "+p.Reason)
		}
	}
	want := "layouts/partials/link.html not-a-file |layouts/plan.html layout-error folder|layouts/story.html not-a-file "
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
}

func TestLayoutsAreAFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/layouts", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, problems := New(os.DirFS(dir+"/layouts"), nil)
	if problems.Len() != 1 || problems.All()[0].Reason != "no-folder" {
		t.Errorf("got %v", problems.All())
	}
}

func TestAgencyHasItsOwnLayouts(t *testing.T) {
	r, problems := New(with(t, map[string]string{
		"so-xay-dung/partials/footer.html": "<footer>riêng</footer>",
		"so-xay-dung/page.html":            "<h1>{{.Title}}, bố cục riêng</h1>",
	}), nil)
	if problems.Len() > 0 {
		t.Fatal(problems.All())
	}
	s := newSample()
	if out, _ := s.render(t, r, "page"); !strings.Contains(out, "<h1>Hỏi đáp, bố cục riêng</h1>") || !strings.Contains(out, "<footer>riêng</footer>") {
		t.Errorf("its own layouts are not used:\n%s", out)
	}
	s = newSample()
	s.site.ID = "bql-dong-dang"
	if out, _ := s.render(t, r, "page"); strings.Contains(out, "riêng") {
		t.Error("another agency gets them too")
	}
}

func TestHashFollowsLayouts(t *testing.T) {
	p := newSample().pages["plan"]
	a, _ := New(layouts.FS, nil)
	b, _ := New(with(t, map[string]string{"year.html": "<h1>{{.Title}}</h1>"}), nil)
	c, _ := New(layouts.FS, Statics{"css/site.css": "x.css"})
	if a.Hash(p) == b.Hash(p) {
		t.Error("another layout, same hash")
	}
	if a.Hash(p) == c.Hash(p) {
		t.Error("another style sheet, same hash")
	}
	if again, _ := New(layouts.FS, nil); again.Hash(newSample().pages["plan"]) != a.Hash(p) {
		t.Error("same layouts and content, another hash")
	}
}
