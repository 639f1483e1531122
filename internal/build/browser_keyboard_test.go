package build_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"antq/internal/sitetest"
)

// maxStops is more than Tab may have to be pressed on any page.
const maxStops = 1000

// focusFacts is where the keyboard is.
type focusFacts struct {
	Name   string `json:"name"`   // of the element, for people; "" if nothing has the focus
	ToMain bool   `json:"toMain"` // it is a link to the main part of this page
	InMain bool   `json:"inMain"` // it is the main part or in it
	After  bool   `json:"after"`  // it is in the main part or behind it
	Shown  bool   `json:"shown"`  // it lies in the window
	Marked bool   `json:"marked"` // an outline or a shadow tells that it has the focus
	Again  bool   `json:"again"`  // it had the focus before
	First  bool   `json:"first"`  // it was the first to have it
	Back   bool   `json:"back"`   // it stands before the one that had the focus last
	Zone   string `json:"zone"`   // the part of the page in which it is
}

// The browser scrolls to the focus when it draws its next frame; a ring that fades in is judged when it has done so.
const factsOfFocus = `(async () => {
	await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
	await Promise.all(document.getAnimations().map(a => a.finished));
	const e = document.activeElement, main = document.querySelector('main');
	if (!e || e === document.body || !main) return {name: ''};
	const r = e.getBoundingClientRect(), s = getComputedStyle(e);
	const aim = e.hash ? document.getElementById(decodeURIComponent(e.hash.slice(1))) : null;
	const had = window.antqStops ||= [], last = had.at(-1), again = had.includes(e);
	if (!again) had.push(e);
	const zone = e.closest('nav.contents') ? 'contents' : main.contains(e) ? 'main' : e.closest('nav[aria-label="Trình đơn chính"]') ? 'menu' :
		e.closest('body > header') ? 'header' : e.closest('body > footer') ? 'footer' : '';
	const ring = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 && !/^rgba\(.*, 0\)$/.test(s.outlineColor);
	return {
		name: e.localName + ' "' + (e.textContent.trim() || e.id).replace(/\s+/g, ' ').slice(0, 40) + '"',
		toMain: !!aim && main.contains(aim),
		inMain: main.contains(e),
		after: main.contains(e) || !!(main.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING),
		shown: r.width > 1 && r.height > 1 && r.right > 0 && r.bottom > 0 && r.left < innerWidth && r.top < innerHeight,
		marked: ring || s.boxShadow !== 'none',
		again, first: e === had[0], zone,
		back: !!last && !!(e.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING),
	};
})()`

// missedStops names what a mouse can use and Tab has not come to. Of a group of radio buttons Tab comes to one.
const missedStops = `(() => {
	const visible = ` + visible + `;
	return [...document.querySelectorAll('a[href], area[href], button, input, select, textarea, summary, [tabindex], [contenteditable], audio[controls], video[controls]')]
		.filter(e => visible(e) && !e.disabled && e.type !== 'radio' && !e.closest('[inert]') && !(e.tabIndex < 0 && !e.matches('a[href], button, input, select, textarea')))
		.filter(e => !(window.antqStops || []).includes(e)).slice(0, 5)
		.map(e => e.localName + ' "' + (e.textContent.trim() || e.id).replace(/\s+/g, ' ').slice(0, 40) + '"');
})()`

func (b *browser) testKeyboard(t *testing.T, s *sampleSite, root string) {
	pages := s.largest()
	for _, walk := range []struct {
		width   int64
		layouts []string
		zones   []string // through which every one of these pages leads
	}{
		{1280, []string{"hub", "home", "story", "section", "calendar", "conference", "register"}, []string{"header", "menu", "main", "footer"}},
		{1280, []string{"plan"}, []string{"header", "menu", "contents", "main", "footer"}},
		{360, []string{"home", "plan"}, []string{"header", "main", "footer"}},
	} {
		for _, layout := range walk.layouts {
			t.Run(fmt.Sprintf("%s at %d px", layout, walk.width), func(t *testing.T) {
				t.Parallel()
				tb := b.tab(t, root)
				if pages[layout] == "" {
					t.Fatal("no page has the layout")
				}
				if err := tb.do(chromedp.EmulateViewport(walk.width, 900)); err != nil {
					t.Fatal(err)
				}
				zones, findings := tb.keyboard(pages[layout])
				sitetest.NoFindings(t, findings)
				for _, zone := range walk.zones {
					if !zones[zone] {
						t.Errorf("%s: Tab does not lead through its part %q", pages[layout], zone)
					}
				}
			})
		}
	}
}

// keyboard walks through a page with Tab and tells what a reader without a mouse would miss, and through which parts of the
// page the way leads.
func (tb *tab) keyboard(name string) (zones map[string]bool, findings []sitetest.Finding) {
	zones = map[string]bool{}
	add := func(format string, args ...any) {
		findings = append(findings, sitetest.Finding{File: name, Why: fmt.Sprintf(format, args...)})
	}
	if err := tb.open(name); err != nil {
		add("does not open: %v", err)
		return zones, findings
	}
	for i := range maxStops {
		f, err := tb.press(kb.Tab)
		if err != nil {
			add("Tab %d: %v", i+1, err)
			return zones, findings
		}
		if f.Name == "" || f.Again && f.First {
			break // the way is at its end, or at its beginning again
		}
		if i == 0 && !f.ToMain {
			add("the first Tab reaches %s, not a link to the main part", f.Name)
		}
		if f.Again {
			add("Tab %d: %s has the focus again, there is no way on", i+1, f.Name)
			break
		}
		if f.Back {
			add("Tab %d: goes back to %s", i+1, f.Name)
		}
		if !f.Shown || !f.Marked {
			add("Tab %d: %s has the focus, but does not show it (in the window: %v, marked: %v)", i+1, f.Name, f.Shown, f.Marked)
		}
		zones[f.Zone] = true
	}
	missed, err := ask[[]string](tb, missedStops)
	if err != nil {
		add("does not answer: %v", err)
	}
	for _, stop := range missed {
		add("Tab never reaches %s", stop)
	}
	return zones, append(findings, tb.skips(name)...)
}

// skips tells what is wrong with the way past the head of a page to its main part.
func (tb *tab) skips(name string) (findings []sitetest.Finding) {
	add := func(format string, args ...any) {
		findings = append(findings, sitetest.Finding{File: name, Why: fmt.Sprintf(format, args...)})
	}
	if err := tb.open(name); err != nil {
		add("does not open again: %v", err)
		return findings
	}
	for _, step := range []struct {
		key, name string
		arrived   func(focusFacts) bool
	}{
		{kb.Tab, "Tab", func(f focusFacts) bool { return f.ToMain }},
		{kb.Enter, "Enter", func(f focusFacts) bool { return f.InMain }},
		{kb.Tab, "Tab", func(f focusFacts) bool { return f.After }},
	} {
		f, err := tb.press(step.key)
		if err != nil {
			add("%s: %v", step.name, err)
			return findings
		}
		if !step.arrived(f) {
			add("%s on the way to the main part leads to %q", step.name, f.Name)
			return findings
		}
	}
	return findings
}

// press presses a key and returns where the focus is then.
func (tb *tab) press(key string) (focusFacts, error) {
	if err := tb.do(chromedp.KeyEvent(key)); err != nil {
		return focusFacts{}, err
	}
	return ask[focusFacts](tb, factsOfFocus)
}
