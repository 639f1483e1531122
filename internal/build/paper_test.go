package build_test

import (
	"context"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"antq/internal/sitetest"
)

// sheet is a printed page, read back from the PDF. All lengths are in mm, from the upper left corner.
type sheet struct {
	width, height float64
	words         []inked
}

// inked is a word, or several on one line, as it stands on a sheet.
type inked struct {
	text                     string
	left, top, right, bottom float64
}

const pointsPerMM = 72 / 25.4

// tinosHeight is the height of a line of Tinos and of Times New Roman, from ascent to descent, in parts of the type size.
const tinosHeight = 1.1074

// points is the type size.
func (p inked) points() float64 { return (p.bottom - p.top) * pointsPerMM / tinosHeight }

func (p inked) middle() float64 { return (p.left + p.right) / 2 }

// find returns the last place on the sheet where some words stand one after the other on one line.
func (s sheet) find(phrase string) (inked, bool) {
	want := strings.Fields(phrase)
	for i := len(s.words) - len(want); i >= 0; i-- {
		run := s.words[i : i+len(want)]
		same := func(k int) bool {
			return run[k].text == want[k] && run[k].bottom-run[0].bottom < 1 && run[0].bottom-run[k].bottom < 1
		}
		hit := true
		for k := range run {
			hit = hit && same(k)
		}
		if hit {
			last := run[len(run)-1]
			return inked{phrase, run[0].left, run[0].top, last.right, run[0].bottom}, true
		}
	}
	return inked{}, false
}

// paper prints the open page and reads back where the words stand and in which typefaces.
func (tb *tab) paper(t *testing.T) (sheets []sheet, typefaces []string, err error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(tb.ctx, pagePatience)
	defer cancel()
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		return nil, nil, err
	}
	name := filepath.Join(t.TempDir(), "in.pdf")
	if err := os.WriteFile(name, pdf, 0o600); err != nil {
		return nil, nil, err
	}
	boxes, err := poppler("pdftotext", "-bbox", name, "-")
	if err != nil {
		return nil, nil, err
	}
	if sheets, err = readSheets(boxes); err != nil {
		return nil, nil, err
	}
	fonts, err := poppler("pdffonts", name)
	if err != nil {
		return nil, nil, err
	}
	for i, line := range strings.Split(strings.TrimSpace(string(fonts)), "\n") {
		if i < 2 { // the names of the columns and a rule
			continue
		}
		_, face, _ := strings.Cut(strings.Fields(line)[0], "+") // ABCDEF+Tinos-Bold
		typefaces = append(typefaces, face)
	}
	slices.Sort(typefaces)
	return sheets, slices.Compact(typefaces), nil
}

// poppler runs a reader of PDF. A full test asks for it, so it must be there.
func poppler(program string, args ...string) ([]byte, error) {
	out, err := exec.Command(program, args...).Output()
	if err != nil {
		return nil, fmt.Errorf("reading the PDF with %s of poppler-utils: %w", program, err)
	}
	return out, nil
}

func readSheets(boxes []byte) ([]sheet, error) {
	var doc struct {
		Pages []struct {
			Width  float64 `xml:"width,attr"`
			Height float64 `xml:"height,attr"`
			Words  []struct {
				Text   string  `xml:",chardata"`
				Left   float64 `xml:"xMin,attr"`
				Top    float64 `xml:"yMin,attr"`
				Right  float64 `xml:"xMax,attr"`
				Bottom float64 `xml:"yMax,attr"`
			} `xml:"word"`
		} `xml:"body>doc>page"`
	}
	if err := xml.Unmarshal(boxes, &doc); err != nil {
		return nil, fmt.Errorf("reading the places of the words: %w", err)
	}
	var sheets []sheet
	for _, p := range doc.Pages {
		s := sheet{width: p.Width / pointsPerMM, height: p.Height / pointsPerMM}
		for _, w := range p.Words {
			s.words = append(s.words, inked{w.Text, w.Left / pointsPerMM, w.Top / pointsPerMM, w.Right / pointsPerMM, w.Bottom / pointsPerMM})
		}
		sheets = append(sheets, s)
	}
	return sheets, nil
}

// endsOf tells what is wrong with the end of a document whose text grows over two pages, from some lines more and then two at a time,
// so that the end meets the foot of a page at every height. It stops at the first length that goes wrong.
func (tb *tab) endsOf(t *testing.T, f form, from int, css string) []sitetest.Finding {
	t.Helper()
	const lines = 64 // of 8.4 mm with the space between them, on pages of 257 mm
	c := &check{page: f.page}
	if err := tb.open(f.page); err != nil {
		c.add("does not open: %v", err)
		return c.findings
	}
	adopt := fmt.Sprintf("{const s = new CSSStyleSheet(); s.replaceSync(%q); document.adoptedStyleSheets = [s]}; 0", css)
	if _, err := ask[int](tb, adopt); err != nil {
		c.add("%v", err)
	}
	const longer = `for (let n = 0; n < %d; n++) {
		document.querySelector('.prose').prepend(Object.assign(document.createElement('p'), {textContent: 'Một dòng.'}));
	} 0`
	if _, err := ask[int](tb, fmt.Sprintf(longer, from)); err != nil {
		c.add("%v", err)
	}
	for n := from; n <= lines && len(c.findings) == 0; n += 2 {
		sheets, _, err := tb.paper(t)
		if err != nil {
			c.add("does not print: %v", err)
			break
		}
		if c.end(sheets, f); len(c.findings) > 0 {
			c.add("goes wrong with %d lines more", n)
		}
		if n == lines && len(sheets) < 3 {
			c.add("grows to %d pages only", len(sheets))
		}
		if _, err := ask[int](tb, fmt.Sprintf(longer, 2)); err != nil {
			c.add("%v", err)
		}
	}
	return c.findings
}
