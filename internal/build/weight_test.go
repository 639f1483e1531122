package build_test

import (
	"bytes"
	"compress/gzip"
	"os"
	"path"
	"slices"
	"testing"

	"antq/internal/html"
	"antq/internal/sitetest"
)

// What a page may weigh, in bytes. A plan is four pages of text with its form, outline, tasks and signature; the longest of the
// sample also names some thirty other documents and units, and half of it is their names. gzip is what nearly every server
// does to text.
const (
	maxPlan       = 30 * 1024
	maxLongPlan   = 43 * 1024
	maxStyleSheet = 20 * 1024 // compressed
	maxScripts    = 12 * 1024 // compressed, all of them
	maxFirstView  = 100 * 1024
)

const longPlan = "so-xay-dung/ke-hoach/phat-dong-2026.html"

// filesWith returns the paths of the sample's files with one of the endings, sorted.
func (s *sampleSite) filesWith(endings ...string) (names []string) {
	for name := range s.files {
		if slices.Contains(endings, path.Ext(name)) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// compressed returns how many bytes a server sends for a text.
func compressed(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// A text as long as a real plan's, twelve kilobytes of words, is not much more on its page.
func TestPlanIsLight(t *testing.T) {
	var text []byte
	for _, name := range []string{"mixed-headings", "wrapped-lines"} {
		src, err := os.ReadFile("testdata/seedlike/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		text = append(append(text, src...), "\n\n"...)
	}
	if n := len(typedPage(t, string(text))); n > maxPlan {
		t.Errorf("the page of a plan has %d bytes, %d more than %d", n, n-maxPlan, maxPlan)
	}
}

func TestLongPlanIsLight(t *testing.T) {
	s := sampleOf(t)
	if n := len(s.files[longPlan].Data); n > maxLongPlan {
		t.Errorf("%s has %d bytes, %d more than %d", longPlan, n, n-maxLongPlan, maxLongPlan)
	}
}

func TestStyleSheetsAndScriptsAreLight(t *testing.T) {
	s := sampleOf(t)
	sheets := s.filesWith(".css")
	if len(sheets) == 0 {
		t.Error("the sample has no style sheet")
	}
	for _, name := range sheets {
		if n := compressed(t, s.files[name].Data); n > maxStyleSheet {
			t.Errorf("%s has %d bytes when compressed, more than %d", name, n, maxStyleSheet)
		}
	}
	for _, name := range s.names {
		bytes := 0
		for _, script := range s.scripts(name) {
			bytes += compressed(t, s.files[script].Data)
		}
		if bytes > maxScripts {
			t.Errorf("%s: its scripts have %d bytes when compressed, more than %d", name, bytes, maxScripts)
		}
	}
}

// scripts returns the paths of the script files that a page loads.
func (s *sampleSite) scripts(name string) (files []string) {
	for _, e := range s.pages[name].Find(html.MustCompile("script[src]")) {
		if file := path.Join(path.Dir(name), e.Attr("src")); s.files[file] != nil {
			files = append(files, file)
		}
	}
	return files
}

// A picture whose size is known before it comes moves nothing when it comes.
func TestPicturesKeepTheirPlace(t *testing.T) {
	s := sampleOf(t)
	n := 0
	for _, name := range s.names {
		for e := range s.pages[name].Elements() {
			if !slices.Contains([]string{"img", "video", "iframe"}, e.Tag) {
				continue
			}
			n++
			if e.Attr("width") == "" || e.Attr("height") == "" {
				t.Error(sitetest.Finding{File: s.line(name, e), URL: e.Attr("src"), Why: "has no width and height"})
			}
		}
	}
	if n == 0 {
		t.Error("the sample has no picture")
	}
}
