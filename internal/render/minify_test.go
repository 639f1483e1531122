package render

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tdewolff/minify/v2"
	minhtml "github.com/tdewolff/minify/v2/html"
	"golang.org/x/net/html"

	"antq/layouts"
)

// The layouts may be minified before they are parsed: the pages are the same to a browser.
func TestLayoutsCanBeMinified(t *testing.T) {
	m := minify.New()
	m.Add("text/html", &minhtml.Minifier{TemplateDelims: minhtml.GoTemplateDelims})
	small := make(fstest.MapFS)
	before, after := 0, 0
	err := fs.WalkDir(layouts.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".html") {
			return err
		}
		src, _ := fs.ReadFile(layouts.FS, name)
		out, err := m.Bytes("text/html", src)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		before, after = before+len(src), after+len(out)
		small[name] = &fstest.MapFile{Data: out}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if after >= before {
		t.Errorf("minified layouts have %d bytes of %d", after, before)
	}
	r, problems := New(small, nil)
	for _, p := range problems.All() {
		t.Fatalf("%s:%d: %s %q", p.File, p.Start.Line, p.Code, p.Args)
	}
	whole, _ := New(layouts.FS, nil)
	for _, row := range rows {
		for name, v := range map[string]view{"full": fullView(row), "empty": emptyView(row)} {
			same(t, row.name+", "+name+" view", View{data: v, layout: row.name, set: whole.sets[""]}, View{data: v, layout: row.name, set: r.sets[""]})
		}
	}
	for _, p := range newSample().site.Pages {
		a, _ := whole.View(p)
		b, _ := r.View(p)
		same(t, p.Output, a, b)
	}
}

// same fails unless two views give pages that are alike to a browser.
func same(t *testing.T, what string, whole, small View) {
	t.Helper()
	want, err := (&Renderer{}).Render(whole)
	if err != nil {
		t.Fatal(err)
	}
	got, err := (&Renderer{}).Render(small)
	if err != nil {
		t.Fatal(err)
	}
	inspect(t, what+", minified", got)
	a, b := outline(t, want), outline(t, got)
	if a == b {
		return
	}
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	t.Errorf("%s, differs:\nwhole    … %.300s\nminified … %.300s", what, a[max(0, i-100):], b[max(0, i-100):])
}

// outline writes the tree of a page, elements with their attributes and texts, and then its words. Space between blocks does
// not count; space within a line does.
func outline(t *testing.T, page []byte) string {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		switch n.Type {
		case html.TextNode:
			if s := strings.Join(strings.Fields(n.Data), " "); s != "" {
				fmt.Fprintf(&b, "%d %s\n", depth, s)
			}
		case html.ElementNode:
			fmt.Fprintf(&b, "%d <%s", depth, n.Data)
			for _, a := range n.Attr {
				fmt.Fprintf(&b, " %s=%q", a.Key, strings.Join(strings.Fields(a.Val), " "))
			}
			b.WriteString(">\n")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, depth+1)
		}
	}
	walk(doc, 0)
	return b.String() + words(doc)
}

// words returns the text of a page as it is read: tags within a line join, all others part.
func words(doc *html.Node) string {
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		inline := false
		switch n.Data {
		case "a", "span", "strong", "time", "s":
			inline = true
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
			inline = true
		}
		if !inline {
			b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if !inline {
			b.WriteByte(' ')
		}
	}
	walk(doc)
	return strings.Join(strings.Fields(b.String()), " ")
}
