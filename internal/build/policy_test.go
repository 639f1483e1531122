package build_test

import (
	"bytes"
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"antq/internal/html"
	"antq/internal/site"
)

// TestEveryPageKeepsItsPolicy looks at each finished page as the policy in its head makes a browser look at it: whatever the
// policy forbids would be missing on the page.
func TestEveryPageKeepsItsPolicy(t *testing.T) {
	s := sampleOf(t)
	addresses := rootsOf(s)
	for _, name := range s.names {
		policy := ""
		for e := range s.pages[name].Elements() {
			if e.Tag == "meta" && strings.EqualFold(e.Attr("http-equiv"), "content-security-policy") {
				policy = e.Attr("content")
			}
			if why := offends(e, addresses); why != "" {
				t.Errorf("%s: <%s> %s", name, e.Tag, why)
			}
			if policy == "" && slices.Contains([]string{"title", "link", "script", "img", "body"}, e.Tag) {
				t.Errorf("%s: <%s> comes before the policy", name, e.Tag)
				break
			}
		}
		if !strings.HasPrefix(policy, "default-src 'none'; ") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "*") || !strings.Contains(policy, "base-uri 'none'") || !strings.Contains(policy, "form-action ") {
			t.Errorf("%s: policy %q", name, policy)
		}
	}
}

// rootsOf lists the addresses at which the sites of the sample are published.
func rootsOf(s *sampleSite) []string {
	var roots []string
	for _, of := range allSites(s.result.Sites) {
		roots = append(roots, of.BaseURL)
	}
	return roots
}

// offends says what of an element a browser would refuse under the policy; "" for nothing.
func offends(e *html.Element, own []string) string {
	for _, a := range e.Attrs {
		switch {
		case a.Name == "style":
			return "has a style of its own"
		case strings.HasPrefix(a.Name, "on"):
			return "has an event attribute"
		}
	}
	switch e.Tag {
	case "style", "base", "iframe", "object", "embed", "frame":
		return "is not allowed at all"
	case "script":
		if e.Attr("src") == "" && e.Attr("type") != "application/ld+json" {
			return "is written into the page"
		}
	}
	loaded := ""
	switch e.Tag {
	case "script", "img", "video", "audio", "source", "track":
		loaded = e.Attr("src")
	case "link":
		if rel := e.Attr("rel"); rel == "stylesheet" || rel == "icon" || rel == "preload" {
			loaded = e.Attr("href")
		}
	case "form":
		loaded = e.Attr("action")
	}
	u, err := url.Parse(loaded)
	if err != nil || u.Scheme != "" && !slices.ContainsFunc(own, func(root string) bool { return root != "" && strings.HasPrefix(loaded, root) }) {
		return "asks for " + loaded
	}
	return ""
}

func TestPolicyBreaksAreSeen(t *testing.T) {
	for _, c := range []struct{ markup, why string }{
		{`<p style="color:red">`, "style"}, {`<p onclick=x()>`, "event"}, {`<style>p{}</style>`, "allowed"}, {`<script>x()</script>`, "written"},
		{`<script src=https://cdn.example.org/x.js></script>`, "asks"}, {`<img src="data:image/gif;base64,R0">`, "asks"}, {`<iframe src=x></iframe>`, "allowed"},
		{`<link rel=stylesheet href=https://fonts.example.org/x.css>`, "asks"}, {`<form action=https://example.org/>`, "asks"},
		{`<script type=application/ld+json>{}</script>`, ""}, {`<img src=../x.png>`, ""}, {`<img src=https://toandan.example.vn/x.png>`, ""}, {`<a href=https://example.org/>x</a>`, ""},
	} {
		d, err := html.Parse([]byte("<!doctype html><title>x</title>" + c.markup))
		if err != nil {
			t.Fatal(err)
		}
		found := ""
		for e := range d.Elements() {
			found += offends(e, []string{"https://toandan.example.vn/"})
		}
		if (found == "") != (c.why == "") || !strings.Contains(found, c.why) {
			t.Errorf("%s: %q", c.markup, found)
		}
	}
}

// A style sheet may ask for nothing that the policy of the pages forbids.
func TestStyleSheetKeepsThePolicy(t *testing.T) {
	s := sampleOf(t)
	n := 0
	for name, f := range s.files {
		if !strings.HasSuffix(name, ".css") {
			continue
		}
		n++
		for _, u := range html.CSSURLs(string(f.Data)) {
			if strings.Contains(u.URL, ":") || strings.HasPrefix(u.URL, "//") {
				t.Errorf("%s asks for %.60s", name, u.URL)
			}
		}
	}
	if n == 0 {
		t.Error("no style sheet")
	}
}

var (
	isoDate = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d(T\d\d:\d\d\+07:00)?)?)?$`)
	// graphTypes are the nodes that a page of a layout must tell, of which one is enough.
	graphTypes = map[string][]string{
		"home": {"GovernmentOrganization"}, "hub": {"WebSite"}, "plan": {"DigitalDocument"}, "document": {"DigitalDocument", "Legislation"}, "story": {"NewsArticle"},
		"notice": {"NewsArticle", "DigitalDocument"}, "conference": {"Event"}, "commendation": {"DigitalDocument", "Article"}, "model": {"Article"},
		"material": {"DigitalDocument"}, "page": {"WebPage"}, "about": {"AboutPage"}, "contact": {"ContactPage"},
	}
)

// TestStructuredDataOfEveryPage reads the data of each page as those do who collect them.
func TestStructuredDataOfEveryPage(t *testing.T) {
	s := sampleOf(t)
	shown := map[string]bool{}
	for _, of := range allSites(s.result.Sites) {
		for _, p := range of.Pages {
			name := strings.TrimPrefix(of.ID+"/"+p.Output, "/")
			types := graphTypesOf(t, name, s.pages[name])
			for _, typ := range types {
				shown[typ] = true
			}
			want := graphTypes[p.Layout]
			withdrawn := p.Entry != nil && p.Entry.State == site.StateWithdrawn
			if want != nil && !withdrawn && !slices.ContainsFunc(types, func(typ string) bool { return slices.Contains(want, typ) }) {
				t.Errorf("%s tells %q and none of %q", name, types, want)
			}
			if deep := len(p.Parents) > 0 && p.Layout != "notfound"; deep != slices.Contains(types, "BreadcrumbList") {
				t.Errorf("%s: breadcrumbs among %q, pages above: %v", name, types, deep)
			}
		}
	}
	for _, typ := range []string{"DigitalDocument", "NewsArticle", "Event", "GovernmentOrganization", "BreadcrumbList", "Article", "WebSite"} {
		if !shown[typ] {
			t.Errorf("the sample shows no %s", typ)
		}
	}
}

// graphTypesOf returns the types of the nodes of a page, and fails for values that no reader of such data can take.
func graphTypesOf(t *testing.T, name string, d *html.Document) (types []string) {
	t.Helper()
	for _, e := range d.Find(html.MustCompile(`script[type="application/ld+json"]`)) {
		raw := e.Text()
		var g struct {
			Context string           `json:"@context"`
			Nodes   []map[string]any `json:"@graph"`
		}
		dec := json.NewDecoder(strings.NewReader(raw))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&g); err != nil || g.Context != "https://schema.org" || len(g.Nodes) == 0 || dec.More() {
			t.Errorf("%s: %v: %s", name, err, raw)
			return nil
		}
		var small bytes.Buffer
		if err := json.Compact(&small, []byte(raw)); err != nil || small.String() != raw {
			t.Errorf("%s: the data are not as small as can be", name)
		}
		for _, node := range g.Nodes {
			typ, _ := node["@type"].(string)
			types = append(types, typ)
			checkValues(t, name, typ, node)
		}
	}
	return types
}

func checkValues(t *testing.T, name, key string, v any) {
	t.Helper()
	switch v := v.(type) {
	case map[string]any:
		for k, w := range v {
			checkValues(t, name, k, w)
		}
	case []any:
		for _, w := range v {
			checkValues(t, name, key, w)
		}
	case string:
		bad := v == "" || strings.Contains(key, "Date") && !isoDate.MatchString(v)
		if slices.Contains([]string{"url", "@id", "item", "contentUrl", "logo"}, key) && !strings.HasPrefix(v, "https://") {
			bad = true
		}
		if (key == "startDate" || key == "endDate") && len(v) < len("2026-11-27") {
			bad = true
		}
		if bad {
			t.Errorf("%s: %s is %q", name, key, v)
		}
	case nil:
		t.Errorf("%s: %s is nothing", name, key)
	}
}

// The picture that a page names to those who link to it is there.
func TestPicturesForThoseWhoLinkExist(t *testing.T) {
	s := sampleOf(t)
	n := 0
	for _, of := range allSites(s.result.Sites) {
		for _, p := range of.Pages {
			name := strings.TrimPrefix(of.ID+"/"+p.Output, "/")
			for _, e := range s.pages[name].Find(html.MustCompile(`meta[property="og:image"]`)) {
				n++
				below, own := strings.CutPrefix(e.Attr("content"), of.BaseURL)
				if _, exists := s.files[strings.TrimPrefix(of.ID+"/"+below, "/")]; !own || !exists || of.BaseURL == "" {
					t.Errorf("%s: %s is not a file of the site", name, e.Attr("content"))
				}
			}
		}
	}
	if n == 0 {
		t.Error("no page names a picture")
	}
}
