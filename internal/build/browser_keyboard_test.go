package build_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"antq/internal/sitetest"
)

// focusedLinks is how many elements in a row must show that they have the focus.
const focusedLinks = 12

// focusFacts is where the keyboard is.
type focusFacts struct {
	Name   string `json:"name"`   // of the element, for people; "" if nothing has the focus
	ToMain bool   `json:"toMain"` // it is a link to the main part of this page
	InMain bool   `json:"inMain"` // it is the main part or in it
	After  bool   `json:"after"`  // it is in the main part or behind it
	Shown  bool   `json:"shown"`  // it lies in the window
	Marked bool   `json:"marked"` // an outline or a shadow tells that it has the focus
}

// The browser scrolls to the focus when it draws its next frame; a ring that fades in is judged when it has done so.
const factsOfFocus = `(async () => {
	await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
	await Promise.all(document.getAnimations().map(a => a.finished));
	const e = document.activeElement, main = document.querySelector('main');
	if (!e || e === document.body || !main) return {name: ''};
	const r = e.getBoundingClientRect(), s = getComputedStyle(e);
	const aim = e.hash ? document.getElementById(decodeURIComponent(e.hash.slice(1))) : null;
	const ring = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 && !/^rgba\(.*, 0\)$/.test(s.outlineColor);
	return {
		name: e.localName + ' "' + (e.textContent.trim() || e.id).replace(/\s+/g, ' ').slice(0, 40) + '"',
		toMain: !!aim && main.contains(aim),
		inMain: main.contains(e),
		after: main.contains(e) || !!(main.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING),
		shown: r.width > 1 && r.height > 1 && r.right > 0 && r.bottom > 0 && r.left < innerWidth && r.top < innerHeight,
		marked: ring || s.boxShadow !== 'none',
	};
})()`

func (b *browser) testKeyboard(t *testing.T, s *sampleSite, root string) {
	tb := b.tab(t, root)
	pages := s.largest()
	for _, layout := range []string{"hub", "home", "plan", "story", "section", "calendar"} {
		if pages[layout] == "" {
			t.Errorf("no page has the layout %s", layout)
			continue
		}
		sitetest.NoFindings(t, tb.keyboard(pages[layout]))
	}
}

// keyboard walks through a page with Tab and tells what a reader without a mouse would miss.
func (tb *tab) keyboard(name string) (findings []sitetest.Finding) {
	add := func(format string, args ...any) {
		findings = append(findings, sitetest.Finding{File: name, Why: fmt.Sprintf(format, args...)})
	}
	if err := tb.open(name); err != nil {
		add("does not open: %v", err)
		return findings
	}
	for i := range focusedLinks {
		f, err := tb.press(kb.Tab)
		if err != nil {
			add("Tab %d: %v", i+1, err)
			return findings
		}
		if f.Name == "" {
			break // a short page has no more
		}
		if i == 0 && !f.ToMain {
			add("the first Tab reaches %s, not a link to the main part", f.Name)
		}
		if !f.Shown || !f.Marked {
			add("Tab %d: %s has the focus, but does not show it (in the window: %v, marked: %v)", i+1, f.Name, f.Shown, f.Marked)
		}
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
