package build_test

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"

	"antq/internal/sitetest"
)

var palettes = []string{"red", "blue", "green"}

// dress is what a reader's device and the reader's choice make of a palette.
type dress struct {
	device string // the scheme of the device
	chosen string // data-scheme, which the reader's choice sets; may be empty
	more   bool   // the reader has chosen more contrast
}

var dresses = []dress{
	{"light", "", false}, {"dark", "", false}, {"light", "dark", false}, {"dark", "light", false}, {"light", "", true}, {"dark", "", true},
}

// testPalettes looks at the contrast of three pages in each palette, as the device wants them and as the reader may choose.
func (b *browser) testPalettes(t *testing.T, s *sampleSite) {
	script, address := readTool(t, axeScript), s.serve(t, nil)
	pages := s.kinds()
	for _, layout := range []string{"home", "plan", "conference"} {
		t.Run(layout, func(t *testing.T) {
			t.Parallel()
			sitetest.NoFindings(t, b.servedTab(t, address).pale(script, pages[layout]))
		})
	}
}

// pale tells what is hard to read on a page in some palette and dress. The palette of a page is an attribute of its root,
// which is exchanged here: the rest of the page does not depend on it.
func (tb *tab) pale(script, name string) (findings []sitetest.Finding) {
	add := func(format string, args ...any) {
		findings = append(findings, sitetest.Finding{File: name, Why: fmt.Sprintf(format, args...)})
	}
	if err := tb.openForAxe(script, name); err != nil {
		add("%v", err)
		return findings
	}
	if err := tb.do(chromedp.EmulateViewport(1280, 900)); err != nil {
		add("%v", err)
	}
	for _, palette := range palettes {
		for _, d := range dresses {
			had, err := ask[string](tb, fmt.Sprintf(`(() => {
				const root = document.documentElement.dataset, had = root.palette || '';
				root.palette = %s;
				if (%[2]s) root.scheme = %[2]s; else delete root.scheme;
				if (%[3]v) root.contrast = 'more'; else delete root.contrast;
				return had;
			})()`, strconv.Quote(palette), strconv.Quote(d.chosen), d.more))
			if err == nil && !slices.Contains(palettes, had) {
				err = fmt.Errorf("has the palette %q", had)
			}
			if err == nil {
				err = tb.do(showIn(d.device))
			}
			if err != nil {
				add("%v", err)
				return findings
			}
			for _, why := range tb.axe(axeContrast) {
				add("palette %s, device %s, chosen %q, more contrast %v: %s", palette, d.device, d.chosen, d.more, why)
			}
		}
	}
	return findings
}
