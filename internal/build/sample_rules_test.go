package build_test

import (
	"path"
	"slices"
	"strings"
	"testing"

	"antq/internal/html"
	"antq/internal/site"
)

// pageRule is what has to hold of every page in its layout.
type pageRule struct {
	name  string
	check func(s *sampleSite, name string, d *html.Document) []string
}

var pageRules = []pageRule{
	{"language and kind of document", func(s *sampleSite, name string, d *html.Document) (bad []string) {
		if lang := d.Root().Attr("lang"); lang == "" {
			bad = append(bad, "no lang")
		}
		if !strings.HasPrefix(strings.ToLower(string(d.Source())), "<!doctype html>") {
			bad = append(bad, "no doctype")
		}
		if len(d.Find(html.MustCompile(`meta[charset="utf-8"]`))) != 1 || len(d.Find(html.MustCompile(`meta[name="viewport"]`))) != 1 {
			bad = append(bad, "character set or viewport are not said once")
		}
		return bad
	}},
	{"one heading 1 and no level left out", func(s *sampleSite, name string, d *html.Document) (bad []string) {
		level, ones := 0, 0
		for e := range d.Elements() {
			if len(e.Tag) != 2 || e.Tag[0] != 'h' || e.Tag[1] < '1' || e.Tag[1] > '6' || e.Namespace != "" {
				continue
			}
			n := int(e.Tag[1] - '0')
			if n == 1 {
				ones++
			}
			if n > level+1 {
				bad = append(bad, s.line(name, e)+": <"+e.Tag+"> "+e.Text()+" skips a level")
			}
			if e.Text() == "" {
				bad = append(bad, s.line(name, e)+": <"+e.Tag+"> without a text")
			}
			level = n
		}
		if ones != 1 {
			bad = append(bad, "not one h1")
		}
		return bad
	}},
	{"the skip link comes first and leads to main", func(s *sampleSite, name string, d *html.Document) (bad []string) {
		links := d.Find(html.MustCompile("a[href]"))
		main := d.Find(html.MustCompile("main"))
		if len(main) != 1 || len(links) == 0 || links[0].Attr("href") != "#"+main[0].Attr("id") || main[0].Attr("id") == "" {
			return []string{"the first link does not lead to the one main element"}
		}
		return nil
	}},
	{"pictures have a text and a size", func(s *sampleSite, name string, d *html.Document) (bad []string) {
		for _, e := range d.Find(html.MustCompile("img")) {
			if !e.Has("alt") || e.Attr("width") == "" || e.Attr("height") == "" {
				bad = append(bad, s.line(name, e)+": "+e.Attr("src")+" lacks alt, width or height")
			}
		}
		for _, e := range d.Find(html.MustCompile("svg")) {
			if e.Parent.Namespace == "" && e.Attr("aria-hidden") != "true" && e.Attr("role") != "img" {
				bad = append(bad, s.line(name, e)+": a drawing that is neither named nor hidden")
			}
		}
		return bad
	}},
	{"ids are unique, and names by id exist", func(s *sampleSite, name string, d *html.Document) (bad []string) {
		ids := d.IDs()
		for id, elements := range ids {
			if len(elements) > 1 || strings.ContainsAny(id, " \t\n") {
				bad = append(bad, "id "+id)
			}
		}
		for e := range d.Elements() {
			for _, attr := range []string{"aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"} {
				for id := range strings.FieldsSeq(e.Attr(attr)) {
					if ids[id] == nil {
						bad = append(bad, s.line(name, e)+": "+attr+"="+id+" leads nowhere")
					}
				}
			}
		}
		return bad
	}},
	{"tables have a caption and headers", func(s *sampleSite, name string, d *html.Document) (bad []string) {
		for _, e := range d.Find(html.MustCompile("main table")) {
			inBody := slices.ContainsFunc(ancestors(e), func(a *html.Element) bool { return slices.Contains(a.Classes(), "prose") })
			if len(e.Find(html.MustCompile("caption"))) != 1 && !inBody {
				bad = append(bad, s.line(name, e)+": no caption")
			}
			if len(e.Find(html.MustCompile("th"))) == 0 {
				bad = append(bad, s.line(name, e)+": no header cell")
			}
		}
		return bad
	}},
	{"links say where they lead", func(s *sampleSite, name string, d *html.Document) (bad []string) {
		for _, e := range d.Find(html.MustCompile("a[href]")) {
			alt := ""
			for _, img := range e.Find(html.MustCompile("img[alt]")) {
				alt += img.Attr("alt")
			}
			if e.Text() == "" && e.Attr("aria-label") == "" && alt == "" {
				bad = append(bad, s.line(name, e)+": a link to "+e.Attr("href")+" without a text")
			}
		}
		for _, e := range d.Find(html.MustCompile("nav")) {
			if e.Attr("aria-label") == "" && e.Attr("aria-labelledby") == "" {
				bad = append(bad, s.line(name, e)+": a nav without a name")
			}
		}
		return bad
	}},
	{"nothing acts and nothing is styled in place", func(s *sampleSite, name string, d *html.Document) (bad []string) {
		for e := range d.Elements() {
			for _, a := range e.Attrs {
				if strings.HasPrefix(a.Name, "on") || a.Name == "style" || a.Name == "srcdoc" || strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Value)), "javascript:") {
					bad = append(bad, s.line(name, e)+": "+a.Name+"="+a.Value)
				}
			}
			if slices.Contains([]string{"style", "iframe", "object", "embed", "form"}, e.Tag) || e.Tag == "script" && !e.Has("src") && e.Attr("type") != "application/ld+json" {
				bad = append(bad, s.line(name, e)+": <"+e.Tag+">")
			}
		}
		return bad
	}},
	{"no element that says nothing", func(s *sampleSite, name string, d *html.Document) (bad []string) {
		for e := range d.Elements() {
			if slices.Contains([]string{"p", "li", "dt", "dd", "ul", "ol", "dl", "h2", "h3", "caption", "figcaption", "th"}, e.Tag) && e.Text() == "" && len(e.Find(html.MustCompile("img"))) == 0 {
				bad = append(bad, s.line(name, e)+": <"+e.Tag+"> is empty")
			}
		}
		return bad
	}},
}

func ancestors(e *html.Element) (above []*html.Element) {
	for up := e.Parent; up != nil; up = up.Parent {
		above = append(above, up)
	}
	return above
}

func TestSampleEveryPage(t *testing.T) {
	s := sampleOf(t)
	for _, rule := range pageRules {
		t.Run(strings.ReplaceAll(rule.name, " ", "-"), func(t *testing.T) {
			for _, name := range s.names {
				if !s.whole(name) {
					continue
				}
				for _, bad := range rule.check(s, name, s.pages[name]) {
					t.Errorf("%s: %s", name, bad)
				}
			}
		})
	}
}

// Titles tell the pages of a site apart in tabs, bookmarks and search engines. The continued pages of a list, and the same
// name for two things of different kinds, are told apart by more than the title.
func TestSampleTitlesAreUnique(t *testing.T) {
	s := sampleOf(t)
	for _, of := range allSites(s.result.Sites) {
		first := map[string]string{}
		for _, p := range of.Pages {
			name := path.Join(of.ID, p.Output)
			titles := s.pages[name].Find(html.MustCompile("head > title"))
			if len(titles) != 1 || titles[0].Text() == "" || len([]rune(titles[0].Text())) < 8 {
				t.Errorf("%s: no title, or one that says little", name)
				continue
			}
			title := titles[0].Text()
			if !strings.Contains(title, of.Name) {
				t.Errorf("%s: the title %q does not name the site", name, title)
			}
			if other, taken := first[title]; taken {
				t.Errorf("%s and %s have the same title %q", other, name, title)
			}
			first[title] = name
		}
	}
}

func allSites(sites *site.Sites) []*site.Site {
	return append([]*site.Site{sites.Hub}, sites.Agencies...)
}

func allEntries(sites *site.Sites) (all []*site.Entry) {
	for _, s := range allSites(sites) {
		all = append(all, s.Entries...)
	}
	return all
}
