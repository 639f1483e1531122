package build_test

import (
	"bytes"
	"context"
	"regexp"
	"testing"

	"github.com/chromedp/chromedp"

	"antq/internal/sitetest"
)

// pdfPage is the object of one page in a PDF. The browser writes objects plainly, only their streams are compressed.
var pdfPage = regexp.MustCompile(`/Type\s*/Page\b`)

func (b *browser) testPrint(t *testing.T, s *sampleSite, root string) {
	tb := b.tab(t, root)
	pages := s.largest()
	for _, layout := range []string{"plan", "story"} {
		if pages[layout] == "" {
			t.Errorf("no page has the layout %s", layout)
			continue
		}
		sitetest.NoFindings(t, tb.prints(pages[layout]))
	}
}

// prints tells what is wrong with a page on A4 paper.
func (tb *tab) prints(name string) (findings []sitetest.Finding) {
	add := func(why string) { findings = append(findings, sitetest.Finding{File: name, Why: why}) }
	if err := tb.open(name); err != nil {
		add("does not open: " + err.Error())
		return findings
	}
	ctx, cancel := context.WithTimeout(tb.ctx, pagePatience)
	defer cancel()
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
	if err != nil {
		add("does not print: " + err.Error())
		return findings
	}
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || len(pdfPage.FindAll(pdf, -1)) == 0 {
		add("prints no page")
	}
	if err := tb.do(showOn("print")); err != nil {
		add(err.Error())
		return findings
	}
	facts, err := ask[fitFacts](tb, factsOfFit)
	if err != nil {
		add(err.Error())
	} else if facts.Mains != 1 || facts.Words < 10 {
		add("the main part is not printed")
	}
	if err := tb.do(showOn("")); err != nil {
		add(err.Error())
	}
	return findings
}
