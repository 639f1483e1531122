package build_test

import (
	"bytes"
	"fmt"
	"mime"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"strings"
	"testing"

	"antq/internal/site"
	"antq/internal/sitetest"
)

// server serves the sample from this machine as a host would: the address of a folder gives its index.html, and what is not
// there the agency's page for that, in which the path of the site is the one that the server has it under. Each name of fonts is held back
// until the channel of the server is closed, if there is one.
type server struct {
	sample *sampleSite
	held   chan struct{}
}

// serve starts a server of the sample, which ends with the test, and returns its address without a closing "/".
func (s *sampleSite) serve(t *testing.T, held chan struct{}) string {
	t.Helper()
	running := httptest.NewServer(&server{s, held})
	t.Cleanup(running.Close)
	return running.URL
}

func (sv *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	status := http.StatusOK
	var data []byte
	if file := sv.sample.files[name]; file != nil {
		data = file.Data
	} else {
		status = http.StatusNotFound
		name, data = sv.notFound(name)
	}
	if sv.held != nil && path.Ext(name) == ".woff2" {
		select {
		case <-sv.held:
		case <-r.Context().Done():
			return
		}
	}
	kind := mime.TypeByExtension(path.Ext(name))
	if path.Ext(name) == ".woff2" {
		kind = "font/woff2" // which not every system knows
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	_, _ = w.Write(data) // a browser that has gone away is no failure
}

// notFound returns the page for what is not found, of the site to which the missing name belongs.
func (sv *server) notFound(name string) (string, []byte) {
	sites := sv.sample.result.Sites
	of := sites.Hub
	for _, a := range sites.Agencies {
		if strings.HasPrefix(name, a.ID+"/") {
			of = a
		}
	}
	page := path.Join(of.ID, "404.html")
	data := sv.sample.files[page].Data
	if u, err := url.Parse(of.BaseURL); err == nil && of.ID != "" {
		for _, before := range []string{`="`, `=`} {
			data = bytes.ReplaceAll(data, []byte(before+u.Path), []byte(before+"/"+of.ID+"/"))
		}
	}
	return page, data
}

// missing is a page that is not there, below the site: a server shows the page for what is not found in its place.
func missing(of *site.Site) string { return path.Join(of.ID, "khong/co/trang-nay.html") }

// kinds returns one page for each layout by the name of the layout, the largest. For the page for what is not found it is an
// address that does not exist.
func (s *sampleSite) kinds() map[string]string {
	pages := s.largest()
	pages["notfound"] = missing(s.result.Sites.Agencies[0])
	return pages
}

// testServed opens each page of the table from a server, with scripts and without: nothing may be asked of another host, be
// missing, be refused by the page's own policy, or be complained of.
func (b *browser) testServed(t *testing.T, s *sampleSite) {
	tb := b.servedTab(t, s.serve(t, nil))
	pages := s.kinds()
	for _, scripts := range []bool{true, false} {
		if err := tb.script(scripts); err != nil {
			t.Fatal(err)
		}
		for layout, name := range pages {
			for _, f := range tb.sound(name) {
				t.Errorf("%s, scripts %v: %v", layout, scripts, f)
			}
		}
	}
}

// sound opens a page and tells what the browser says against it once all of it is loaded.
func (tb *tab) sound(name string) []sitetest.Finding {
	if err := tb.open(name); err != nil {
		return []sitetest.Finding{{File: name, Why: fmt.Sprintf("does not open: %v", err)}}
	}
	if _, err := ask[int](tb, `document.fonts.ready.then(() => document.links.length)`); err != nil {
		return []sitetest.Finding{{File: name, Why: fmt.Sprintf("does not answer: %v", err)}}
	}
	return tb.said(name)
}
