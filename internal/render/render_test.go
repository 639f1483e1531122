package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"antq/internal/diag"
	"antq/layouts"
)

func embedded(t testing.TB) *Renderer {
	t.Helper()
	r, problems := New(layouts.FS, Statics{"css/site.css": "tai-nguyen/site.1.css", "icon.svg": "tai-nguyen/icon.2.svg", "js/site.js": "tai-nguyen/site.3.js"})
	for _, p := range problems.All() {
		t.Errorf("%s:%d:%d: %s (%s)", p.File, p.Start.Line, p.Start.Column, p.Message(diag.English), p.Hint(diag.English))
	}
	return r.WithShippedLook(true)
}

func TestEmbeddedLayoutsHaveNoProblem(t *testing.T) { embedded(t) }

// clean fails for what the template packages write where something went wrong.
func clean(t *testing.T, what, out string) {
	t.Helper()
	for _, sign := range []string{"ZgotmplZ", "<no value>", "&lt;no value&gt;", "%!", "&amp;lt;", "<nil>"} {
		if strings.Contains(out, sign) {
			i := strings.Index(out, sign)
			t.Errorf("%s: %q in … %s …", what, sign, out[max(0, i-80):min(len(out), i+80)])
		}
	}
}

// inspect parses a page and fails for what no page may hold: traces of template errors, script or style in the page,
// event attributes, addresses that run programs, ids twice, headings that skip a level.
func inspect(t *testing.T, what string, out []byte) *html.Node {
	t.Helper()
	clean(t, what, string(out))
	doc, err := html.Parse(bytes.NewReader(out))
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	ids := make(map[string]bool)
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "style" || n.Data == "script" && attr(n, "src") == "" && !isData(n) {
			t.Errorf("%s: <%s> in the page", what, n.Data)
		}
		if n.Data == "time" && attr(n, "datetime") == "" {
			t.Errorf("%s: <time> without datetime", what)
		}
		if n.Data == "a" && attr(n, "href") == "" {
			t.Errorf("%s: <a> without href", what)
		}
		for _, a := range n.Attr {
			value := strings.ToLower(strings.TrimSpace(a.Val))
			switch {
			case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
				t.Errorf("%s: attribute %s=%q", what, a.Key, a.Val)
			case (a.Key == "href" || a.Key == "src") && (strings.HasPrefix(value, "javascript:") || strings.HasPrefix(value, "data:")):
				t.Errorf("%s: %s=%q", what, a.Key, a.Val)
			case a.Key == "id" && ids[a.Val] && a.Val != "chữ":
				t.Errorf("%s: id %q twice", what, a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			}
		}
	}
	return doc
}

// isData reports whether a script element holds data for machines, which browsers never run: one JSON value and nothing else.
func isData(n *html.Node) bool {
	return attr(n, "type") == "application/ld+json" && n.FirstChild != nil && json.Valid([]byte(n.FirstChild.Data))
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// plain returns the text of a page with single spaces.
func plain(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func (s *sample) render(t *testing.T, r *Renderer, layout string) (string, *html.Node) {
	t.Helper()
	out, err := r.Page(s.pages[layout])
	if err != nil {
		t.Fatal(err)
	}
	return string(out), inspect(t, layout, out)
}
