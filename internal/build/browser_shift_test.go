package build_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"antq/internal/sitetest"
)

// maxShift is how far a page may move while it loads: the sum that browsers make of what moved and how far.
const maxShift = 0.02

// firstPaint waits until the browser has painted some of the page.
const firstPaint = `new Promise(done => new PerformanceObserver((list, o) => {
	if (list.getEntriesByName('first-contentful-paint').length) { o.disconnect(); requestAnimationFrame(() => requestAnimationFrame(() => done(true))); }
}).observe({type: 'paint', buffered: true}))`

// shiftOfPage waits for all fonts, and adds up what moved.
const shiftOfPage = `(async () => {
	await document.fonts.ready;
	if (document.readyState !== 'complete') await new Promise(done => addEventListener('load', done, {once: true}));
	for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame);
	const name = n => n && n.nodeType === 1 ? n.localName + [...n.classList].map(c => '.' + c).join('') : '?';
	return await new Promise(done => {
		const seen = {sum: 0, moved: [], fonts: [...document.fonts].filter(f => f.status === 'loaded').length};
		const o = new PerformanceObserver(list => { for (const e of list.getEntries()) {
			seen.sum += e.value;
			seen.moved.push(...e.sources.slice(0, 2).map(s =>
				name(s.node) + ' from ' + s.previousRect.y + '+' + s.previousRect.height + ' to ' + s.currentRect.y + '+' + s.currentRect.height + ' px'));
		}});
		o.observe({type: 'layout-shift', buffered: true});
		setTimeout(() => done(seen), 0);
	});
})()`

// shiftFacts is what moved on a page.
type shiftFacts struct {
	Sum   float64  `json:"sum"`
	Moved []string `json:"moved"`
	Fonts int      `json:"fonts"` // how many are loaded
}

// testShift loads pages on a phone. The fonts come after the first paint, which is when a page moves most: the server
// holds them back until then, so that it is the same each time.
func (b *browser) testShift(t *testing.T, s *sampleSite) {
	pages := s.kinds()
	for _, layout := range []string{"home", "plan", "story"} {
		fonts := make(chan struct{})
		release := sync.OnceFunc(func() { close(fonts) })
		t.Cleanup(release) // a server that still waits does not close
		tb := b.servedTab(t, s.serve(t, fonts))
		facts, findings := tb.shifts(pages[layout], release)
		sitetest.NoFindings(t, findings)
		if facts.Fonts == 0 && s.hasFonts() {
			t.Errorf("%s: no font is loaded, so nothing is shown", pages[layout])
		}
	}
}

// hasFonts reports whether the sample brings fonts of its own.
func (s *sampleSite) hasFonts() bool { return len(s.filesWith(".woff2")) > 0 }

// shifts loads a page, calls painted once some of it can be seen, and tells how much of it moves then.
func (tb *tab) shifts(name string, painted func()) (facts shiftFacts, findings []sitetest.Finding) {
	fail := func(err error) (shiftFacts, []sitetest.Finding) {
		return facts, []sitetest.Finding{{File: name, Why: err.Error()}}
	}
	tb.forget(name)
	// A page counts as opened when its fonts are there, for which this one has to wait: so it is only sent on its way.
	if err := tb.do(chromedp.EmulateViewport(360, 740), call(page.Navigate, page.NavigateParams{URL: tb.root + name})); err != nil {
		return fail(err)
	}
	if _, err := ask[bool](tb, firstPaint); err != nil {
		return fail(fmt.Errorf("is not painted: %w", err))
	}
	painted()
	facts, err := ask[shiftFacts](tb, shiftOfPage)
	if err != nil {
		return fail(err)
	}
	if facts.Sum > maxShift {
		return fail(fmt.Errorf("moves by %.3f while it loads, more than %v: %s", facts.Sum, maxShift, strings.Join(facts.Moved, ", ")))
	}
	return facts, nil
}
