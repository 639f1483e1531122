package build_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"antq/internal/sitetest"
)

// widths are a small and a usual phone, a tablet, a desk; in CSS pixels.
var widths = []int64{320, 360, 768, 1280}

// fitFacts is how a page lies in its window.
type fitFacts struct {
	Window  int64    `json:"window"`  // width of the window
	Content int64    `json:"content"` // width to which one can scroll
	Beyond  []string `json:"beyond"`  // the elements that make it so
	Mains   int      `json:"mains"`   // how many main parts can be seen
	Words   int      `json:"words"`   // letters in what can be seen of it
	Hidden  []string `json:"hidden"`  // headings and paragraphs of it that cannot be seen
}

// What readers open themselves may be hidden, and what is read aloud only may be too small to see.
const factsOfFit = `(() => {
	const visible = ` + visible + `;
	const name = e => {
		const parts = [];
		for (let at = e; at && at !== document.body && parts.length < 4; at = at.parentElement) {
			parts.unshift(at.localName + (at.id ? '#' + at.id : '') + [...at.classList].map(c => '.' + c).join(''));
		}
		return parts.join(' > ') + ' "' + e.textContent.trim().replace(/\s+/g, ' ').slice(0, 40) + '"';
	};
	const root = document.documentElement, all = [...document.body.querySelectorAll('*')];
	const kept = e => {
		for (let at = e.parentElement; at && at !== document.body; at = at.parentElement) {
			if (getComputedStyle(at).overflowX !== 'visible') return true;
		}
		return false;
	};
	const wide = e => visible(e) && e.getBoundingClientRect().right + scrollX > innerWidth + 0.5 && !kept(e);
	const mains = [...document.querySelectorAll('main')].filter(visible);
	const main = document.querySelector('main');
	const parts = main ? [...main.querySelectorAll('h1, h2, h3, p')].filter(e => e.textContent.trim() !== '') : [];
	return {
		window: innerWidth,
		content: root.scrollWidth,
		beyond: root.scrollWidth > innerWidth ? all.filter(wide).slice(0, 5).map(name) : [],
		mains: mains.length,
		words: mains.reduce((n, e) => n + e.innerText.replace(/[^\p{L}]/gu, '').length, 0),
		hidden: parts.filter(e => !e.checkVisibility({opacityProperty: true, visibilityProperty: true}) && !e.closest('details, dialog, noscript')).slice(0, 5).map(name),
	};
})()`

// testFit looks at the largest page of each layout. The page for what is not found takes its style sheet from its own
// host, so nothing can be said of it from disk.
func (b *browser) testFit(t *testing.T, s *sampleSite, root string) {
	tb := b.tab(t, root)
	pages := s.largest()
	delete(pages, "notfound")
	if len(pages) < 20 {
		t.Errorf("only %d layouts: %v", len(pages), slices.Sorted(maps.Keys(pages)))
	}
	for _, layout := range slices.Sorted(maps.Keys(pages)) {
		sitetest.NoFindings(t, tb.fits(pages[layout]))
	}
}

// fits tells where a page scrolls sideways and where its main part is not there, at each width, with scripts and without.
func (tb *tab) fits(name string) (findings []sitetest.Finding) {
	for _, scripts := range []bool{true, false} {
		if err := tb.script(scripts); err != nil {
			return append(findings, sitetest.Finding{File: name, Why: err.Error()})
		}
		if err := tb.open(name); err != nil {
			return append(findings, sitetest.Finding{File: name, Why: "does not open: " + err.Error()})
		}
		for _, width := range widths {
			mode := fmt.Sprintf("at %d px, scripts %v: ", width, scripts)
			for _, why := range tb.fitsAt(width) {
				findings = append(findings, sitetest.Finding{File: name, Why: mode + why})
			}
		}
	}
	return findings
}

// fitsAt tells what is wrong with the open page in a window of the width.
func (tb *tab) fitsAt(width int64) (wrong []string) {
	if err := tb.do(chromedp.EmulateViewport(width, 900)); err != nil {
		return []string{err.Error()}
	}
	facts, err := ask[fitFacts](tb, factsOfFit)
	if err != nil {
		return []string{err.Error()}
	}
	if facts.Window != width {
		wrong = append(wrong, fmt.Sprintf("the window has %d px", facts.Window))
	}
	if facts.Content > facts.Window {
		wrong = append(wrong, fmt.Sprintf("scrolls sideways to %d px, because of %s", facts.Content, strings.Join(facts.Beyond, " and ")))
	}
	if facts.Mains != 1 || facts.Words < 10 {
		wrong = append(wrong, fmt.Sprintf("%d main parts can be seen, with %d letters", facts.Mains, facts.Words))
	}
	if len(facts.Hidden) > 0 {
		wrong = append(wrong, "cannot be seen: "+strings.Join(facts.Hidden, " and "))
	}
	return wrong
}

// script lets the pages that are opened from now on run scripts, or not.
func (tb *tab) script(on bool) error {
	return tb.do(call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on}))
}
