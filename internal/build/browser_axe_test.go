package build_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"antq/internal/sitetest"
)

// look is how a page is shown.
type look struct {
	width  int64 // of the window, in CSS pixels
	scheme string
}

// looks are those in which axe must find nothing: a phone, a tablet, a desk; by day and by night. The night changes colours
// and nothing else, so only the rules about colours are asked again.
var looks = []look{{360, "light"}, {360, "dark"}, {768, "light"}, {768, "dark"}, {1280, "light"}, {1280, "dark"}}

// The rules that axe is asked for: WCAG 2.2 at level AA with all that came before it, and good practice.
const (
	axeEverything = `{runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']}}`
	axeContrast   = `{runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}}`
)

// axeFindings asks for violations in words: rule, reason, and the first places.
const axeFindings = `(async options => {
	const result = await axe.run(document, {...options, resultTypes: ['violations'], preload: false});
	return result.violations.map(v => v.id + ': ' + v.help + ' (' + v.nodes.length + '): ' + v.nodes.slice(0, 3).map(n =>
		n.target.join(' ') + ' [' + n.failureSummary.split('\n').slice(1).join(' ').trim() + ']').join(' and '));
})`

// tool returns the path of a file in one of the packages that .ci/package.json names. They lie in .ci/node_modules, or in
// that folder below the one which ANTQ_TOOLS names. Who asks for the full set of tests must have them.
func tool(t *testing.T, name string) string {
	t.Helper()
	folder := os.Getenv("ANTQ_TOOLS")
	if folder == "" {
		folder = filepath.Join("..", "..", ".ci")
	}
	found := filepath.Join(folder, "node_modules", filepath.FromSlash(name))
	if _, err := os.Stat(found); err != nil {
		t.Fatalf("ANTQ_FULL=1 asks for the tools of the checks: npm ci --prefix .ci, or ANTQ_TOOLS=folder of them: %v", err)
	}
	return found
}

// readTool returns the text of a file of the tools.
func readTool(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(tool(t, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

const axeScript = "axe-core/axe.min.js"

// testAxe lets axe look at the largest page of each layout in every look.
func (b *browser) testAxe(t *testing.T, s *sampleSite) {
	script, address := readTool(t, axeScript), s.serve(t, nil)
	for layout, name := range s.kinds() {
		t.Run(layout, func(t *testing.T) {
			t.Parallel()
			sitetest.NoFindings(t, b.servedTab(t, address).barriers(script, name, looks))
		})
	}
}

// barriers opens a page and tells what axe finds on it in the looks: each violation once, with the looks that have it.
func (tb *tab) barriers(script, name string, looks []look) (findings []sitetest.Finding) {
	if err := tb.openForAxe(script, name); err != nil {
		return []sitetest.Finding{{File: name, Why: err.Error()}}
	}
	var found []string
	in := map[string][]string{}
	for _, l := range looks {
		if err := tb.do(chromedp.EmulateViewport(l.width, 900), showIn(l.scheme)); err != nil {
			return []sitetest.Finding{{File: name, Why: err.Error()}}
		}
		options := axeEverything
		if l.scheme == "dark" {
			options = axeContrast
		}
		for _, why := range tb.axe(options) {
			if in[why] == nil {
				found = append(found, why)
			}
			in[why] = append(in[why], fmt.Sprintf("%d px %s", l.width, l.scheme))
		}
	}
	for _, why := range found {
		findings = append(findings, sitetest.Finding{File: name, Why: why + " (" + strings.Join(in[why], ", ") + ")"})
	}
	return findings
}

// openForAxe opens a page and loads axe into it. It comes from outside, so the page's own policy does not hold for it.
func (tb *tab) openForAxe(script, name string) error {
	if err := tb.open(name); err != nil {
		return fmt.Errorf("does not open: %w", err)
	}
	if _, err := ask[bool](tb, script+"\n;typeof axe === 'object'"); err != nil {
		return fmt.Errorf("does not take axe: %w", err)
	}
	return nil
}

// axe returns the violations that axe finds on the open page, in words.
func (tb *tab) axe(options string) []string {
	found, err := ask[[]string](tb, axeFindings+"("+options+")")
	if err != nil {
		return []string{"axe: " + err.Error()}
	}
	return found
}
