package build_test

import (
	"fmt"
	"testing"

	"antq/internal/sitetest"
)

// controlsOnPaper names what can be seen and has no sense on paper.
const controlsOnPaper = `(() => {
	const visible = ` + visible + `;
	const controls = 'button, input, select, textarea, form, nav, dialog, audio, video, iframe, [role="button"], [role="search"], [data-tools], [data-share], body > a';
	return [...document.querySelectorAll(controls)].filter(visible).slice(0, 5).map(e =>
		e.localName + [...e.classList].map(c => '.' + c).join('') + ' "' + e.textContent.trim().replace(/\s+/g, ' ').slice(0, 40) + '"');
})()`

// testPaper lays out one page of each layout for paper.
func (b *browser) testPaper(t *testing.T, s *sampleSite) {
	tb := b.servedTab(t, s.serve(t, nil))
	for _, name := range s.kinds() {
		sitetest.NoFindings(t, tb.controls(name))
	}
}

// controls tells which controls of a page can be seen on paper.
func (tb *tab) controls(name string) (findings []sitetest.Finding) {
	add := func(format string, args ...any) {
		findings = append(findings, sitetest.Finding{File: name, Why: fmt.Sprintf(format, args...)})
	}
	if err := tb.do(showOn("print")); err != nil {
		add("%v", err)
	}
	if err := tb.open(name); err != nil {
		add("does not open: %v", err)
		return findings
	}
	left, err := ask[[]string](tb, controlsOnPaper)
	if err != nil {
		add("does not answer: %v", err)
	}
	for _, control := range left {
		add("on paper one sees %s", control)
	}
	return findings
}
