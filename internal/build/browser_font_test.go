package build_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"antq/internal/sitetest"
)

// factsOfFonts waits for the typefaces of the open page. A heading has room for its marks if its lines are as far apart as its
// highest and its lowest letter reach, for then no mark touches the line above.
const factsOfFonts = `(async () => {
	await document.fonts.ready;
	const pen = document.createElement('canvas').getContext('2d');
	const name = f => f.family.replaceAll('"', '').toLowerCase();
	const tight = h => {
		const s = getComputedStyle(h);
		pen.font = s.fontStyle + ' ' + s.fontWeight + ' ' + s.fontSize + ' ' + s.fontFamily;
		const m = pen.measureText(h.textContent.trim());
		const needed = m.actualBoundingBoxAscent + m.actualBoundingBoxDescent;
		return needed > parseFloat(s.lineHeight) ? [h.textContent.trim() + ': ' + s.lineHeight + ' for ' + needed + 'px'] : [];
	};
	return {
		loaded: [...document.fonts].filter(f => f.status === 'loaded').map(name),
		failed: [...document.fonts].filter(f => f.status === 'error' && !name(f).includes(' fallback')).map(name),
		tight: [...document.querySelectorAll('h1, h2, h3')].flatMap(tight),
	};
})()`

// fontFacts is what the browser says about the typefaces of a page; families are in small letters, once for each file.
type fontFacts struct {
	Loaded []string `json:"loaded"`
	Failed []string `json:"failed"`
	Tight  []string `json:"tight"` // headings whose lines are too close
}

// testFonts opens pages from disk, where browsers are strict about what a style sheet may fetch, and from a server.
func (b *browser) testFonts(t *testing.T, s *sampleSite, root string) {
	pages := s.largest()
	for _, tb := range []*tab{b.tab(t, root), b.servedTab(t, s.serve(t, nil))} {
		for _, layout := range []string{"home", "plan"} {
			sitetest.NoFindings(t, tb.fonts(pages[layout]))
		}
	}
}

// fonts tells what is wrong with the typefaces of a page on a screen, and whether paper gets its own.
func (tb *tab) fonts(name string) (findings []sitetest.Finding) {
	add := func(format string, args ...any) {
		findings = append(findings, sitetest.Finding{File: name, Why: fmt.Sprintf(format, args...)})
	}
	if err := tb.open(name); err != nil {
		add("does not open: %v", err)
		return findings
	}
	screen, err := ask[fontFacts](tb, factsOfFonts)
	if err != nil {
		add("%v", err)
		return findings
	}
	for _, family := range []string{"be vietnam pro", "noto serif"} {
		if !slices.Contains(screen.Loaded, family) {
			add("%s is not loaded", family)
		}
	}
	if len(screen.Failed) > 0 {
		add("cannot load %v", screen.Failed)
	}
	if slices.Contains(screen.Loaded, "tinos") || tb.askedFor("tinos") {
		add("fetches the typeface of paper for a screen")
	}
	for _, heading := range screen.Tight {
		add("the lines of a heading are too close for its marks: %s", heading)
	}
	if err := tb.do(showOn("print")); err != nil {
		add("%v", err)
		return findings
	}
	if paper, err := ask[fontFacts](tb, factsOfFonts); err != nil || !slices.Contains(paper.Loaded, "tinos") {
		add("paper does not get its typeface (%v)", err)
	}
	if err := tb.do(showOn("")); err != nil {
		add("%v", err)
	}
	return findings
}

// askedFor reports whether the open page asked for an address with a word in it.
func (tb *tab) askedFor(word string) bool {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	for _, address := range tb.asked {
		if strings.Contains(address, word) {
			return true
		}
	}
	return false
}
