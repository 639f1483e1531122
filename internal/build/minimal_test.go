package build_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/tdewolff/minify/v2"
	minifyhtml "github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/svg"

	"antq/internal/html"
)

// Pages are written small from the start: layouts are made small once, bodies are small by themselves. So a whole pass of
// the minifier over every page, which would cost more than all the rest of its making, has next to nothing left to do, and
// what it leaves says the same.
func TestPagesAreAlreadySmall(t *testing.T) {
	s := sampleOf(t)
	m := minify.New()
	m.Add("text/html", &minifyhtml.Minifier{TemplateDelims: minifyhtml.GoTemplateDelims})
	m.Add("image/svg+xml", &svg.Minifier{})
	var before, after int
	var worst string
	var most float64
	for _, name := range s.names {
		src := s.files[name].Data
		var out bytes.Buffer
		if err := m.Minify("text/html", &out, bytes.NewReader(src)); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		before += len(src)
		after += out.Len()
		if saved := 1 - float64(out.Len())/float64(len(src)); saved > most {
			worst, most = name, saved
		}
		if got, want := flat(t, out.Bytes()), flat(t, src); got != want {
			t.Errorf("%s says\n%s\nafter another pass, and\n%s\nas it is", name, got, want)
		}
		if got, want := outline(t, out.Bytes()), outline(t, src); got != want {
			t.Errorf("%s has the elements\n%s\nafter another pass, and\n%s\nas it is", name, got, want)
		}
	}
	if saved := 100 * (1 - float64(after)/float64(before)); saved >= 2 {
		t.Errorf("another pass saves %.2f %% of %d bytes; most (%.2f %%) of %s", saved, before, 100*most, worst)
	}
}

// outline writes the elements of a page with their ids: what a style sheet and a script would see.
func outline(t *testing.T, src []byte) string {
	t.Helper()
	d, err := html.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for e := range d.Elements() {
		b.WriteString(e.Tag + "#" + e.Attr("id") + "." + e.Attr("class") + " ")
	}
	return b.String()
}

// A plan as long as those that agencies issue fits on a page of 30 KB.
func TestWeightOfAPlan(t *testing.T) {
	text, err := os.ReadFile("testdata/seedlike/mixed-headings.txt")
	if err != nil {
		t.Fatal(err)
	}
	if size := len(typedPage(t, string(text))); size > 30<<10 {
		t.Errorf("%d bytes", size)
	}
}
