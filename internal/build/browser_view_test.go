package build_test

import (
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"antq/internal/sitetest"
)

// testFirstView weighs what a phone loads to show a page at first.
func (b *browser) testFirstView(t *testing.T, s *sampleSite) {
	tb := b.servedTab(t, s.serve(t, nil))
	pages := s.kinds()
	for _, layout := range []string{"hub", "home", "plan", "story", "conference", "document", "calendar", "register"} {
		sitetest.NoFindings(t, tb.heavy(t, s.files, pages[layout]))
	}
}

// heavy tells if a page of the files is too heavy at first: the page, its style sheet and script as a server sends them, and
// the fonts that its text asks for, which only a browser knows. Photos do not count.
func (tb *tab) heavy(t *testing.T, files fs.FS, name string) []sitetest.Finding {
	t.Helper()
	if err := tb.do(chromedp.EmulateViewport(360, 740)); err != nil {
		t.Fatal(err)
	}
	if findings := tb.sound(name); len(findings) > 0 {
		return findings
	}
	loaded, err := ask[[]string](tb, `performance.getEntriesByType('resource').map(e => e.name)`)
	if err != nil {
		t.Fatal(err)
	}
	sum, parts := 0, []string{}
	for _, address := range append(loaded, tb.root+name) {
		file, err := url.PathUnescape(strings.TrimPrefix(address, tb.root))
		if err != nil {
			t.Fatal(err)
		}
		data, err := fs.ReadFile(files, file)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		switch path.Ext(file) {
		case ".woff2":
			n = len(data) // is compressed already
		case ".html", ".css", ".js", ".svg":
			n = compressed(t, data)
		}
		sum += n
		parts = append(parts, fmt.Sprintf("%s %d", path.Base(file), n))
	}
	if sum > maxFirstView {
		return []sitetest.Finding{{File: name, Why: fmt.Sprintf("takes %d bytes to show at first, more than %d: %s", sum, maxFirstView, strings.Join(parts, ", "))}}
	}
	return nil
}
