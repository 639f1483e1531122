package build_test

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"antq/internal/sitetest"
)

// pageFacts is what a page says of itself in the browser.
type pageFacts struct {
	Title string   `json:"title"`
	Heads []string `json:"heads"` // the h1 that can be seen
	Links []string `json:"links"` // whole addresses
	Wide  bool     `json:"wide"`  // one can scroll sideways
}

// visible is a function of JavaScript: whether an element can be seen when one scrolls to it.
const visible = `e => {
	const r = e.getBoundingClientRect();
	return e.checkVisibility({opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false}) && r.width > 1 && r.height > 1;
}`

const factsOfPage = `(() => {
	const visible = ` + visible + `;
	return {
		title: document.title.trim(),
		heads: [...document.querySelectorAll('h1')].filter(visible).map(e => e.innerText.trim()),
		links: [...document.links].map(e => e.href),
		wide: document.documentElement.scrollWidth > innerWidth,
	};
})()`

// testCrawl starts at the hub and follows links only. What lists no longer show (superseded and the like) is opened by its
// address; the addresses of the page for what is not found begin at the root of a server by design, so it cannot be opened from disk.
func (b *browser) testCrawl(t *testing.T, s *sampleSite, root string) {
	tb := b.tab(t, root)
	var listed, unlisted []string
	for _, of := range allSites(s.result.Sites) {
		for _, p := range of.Pages {
			name := path.Join(of.ID, p.Output)
			switch {
			case path.Base(name) == "404.html":
			case p.Entry != nil && !p.Entry.Listed():
				unlisted = append(unlisted, name)
			default:
				listed = append(listed, name)
			}
		}
	}
	sitetest.NoFindings(t, tb.crawl("index.html", listed, unlisted))
}

// crawl opens the first page and every page to which links lead, and tells what is wrong with them and which of the listed
// pages it did not come to. The unlisted ones it opens in any case.
func (tb *tab) crawl(first string, listed, unlisted []string) (findings []sitetest.Finding) {
	if err := tb.do(chromedp.EmulateViewport(widths[0], 640)); err != nil {
		return []sitetest.Finding{{File: first, Why: err.Error()}}
	}
	opened := map[string]bool{}
	follow := func(queue []string) {
		for ; len(queue) > 0; queue = queue[1:] {
			name := queue[0]
			if opened[name] {
				continue
			}
			opened[name] = true
			targets, found := tb.inspect(name)
			findings = append(findings, found...)
			queue = append(queue, targets...)
		}
	}
	follow([]string{first})
	for _, name := range listed {
		if !opened[name] {
			findings = append(findings, sitetest.Finding{File: name, Why: "no way leads there from " + first})
		}
	}
	follow(unlisted)
	return findings
}

// inspect opens one page and returns the pages to which it links, and what is wrong with it.
func (tb *tab) inspect(name string) (targets []string, findings []sitetest.Finding) {
	add := func(address, format string, args ...any) {
		findings = append(findings, sitetest.Finding{File: name, URL: address, Why: fmt.Sprintf(format, args...)})
	}
	if err := tb.open(name); err != nil {
		add("", "does not open: %v", err)
		return nil, findings
	}
	facts, err := ask[pageFacts](tb, factsOfPage)
	if err != nil {
		add("", "does not answer: %v", err)
		return nil, findings
	}
	findings = append(findings, tb.said(name)...)
	if facts.Title == "" {
		add("", "has no title")
	}
	if facts.Wide {
		add("", "scrolls sideways at %d px", widths[0])
	}
	if len(facts.Heads) != 1 {
		add("", "%d first headings can be seen, not one: %q", len(facts.Heads), facts.Heads)
	}
	for _, address := range facts.Links {
		if !strings.HasPrefix(address, "file:") {
			continue
		}
		target, err := tb.target(address)
		if err != nil {
			add(address, "%v", err)
		} else if path.Ext(target) == ".html" && !slices.Contains(targets, target) {
			targets = append(targets, target)
		}
	}
	return targets, findings
}

// target returns the path of the file to which an address leads. Someone who reads from disk gets a folder's listing where
// a server would answer with its index.html, so an address must name a file.
func (tb *tab) target(address string) (string, error) {
	address, _, _ = strings.Cut(address, "#")
	below, ok := strings.CutPrefix(address, tb.root)
	if !ok {
		return "", errors.New("leads out of the site")
	}
	name, err := url.PathUnescape(below)
	if err != nil {
		return "", err
	}
	info, err := os.Stat(filepath.Join(tb.folder, filepath.FromSlash(name)))
	switch {
	case err != nil:
		return "", errors.New("leads to no file")
	case info.IsDir():
		return "", errors.New("leads to a folder")
	}
	return name, nil
}

// testAliases opens each old address and waits until the browser is at the new one, without any script.
func (b *browser) testAliases(t *testing.T, s *sampleSite, root string) {
	tb := b.tab(t, root)
	if err := tb.script(false); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, of := range allSites(s.result.Sites) {
		for _, a := range of.Aliases {
			n++
			from, to := path.Join(of.ID, a.From), path.Join(a.To.Site.ID, a.To.Output)
			if err := tb.arrives(from, to); err != nil {
				t.Errorf("%s does not lead to %s: %v", from, to, err)
			}
		}
	}
	if n == 0 {
		t.Error("the sample has no old address")
	}
}

// arrives opens one page and waits until the browser has gone on to another.
func (tb *tab) arrives(from, to string) error {
	ctx, cancel := context.WithTimeout(tb.ctx, pagePatience)
	defer cancel()
	arrivals := chromedp.Events(ctx, page.FrameNavigated)
	if err := tb.open(from); err != nil {
		return err
	}
	for e, err := range arrivals {
		if err != nil {
			return err
		}
		if e.Frame.URL == tb.root+to {
			return nil
		}
	}
	return ctx.Err()
}

// largest returns, for each layout, the page with the most bytes, as the one with the most to go wrong.
func (s *sampleSite) largest() map[string]string {
	size := func(name string) int { return len(s.files[name].Data) }
	pages := map[string]string{}
	for _, of := range allSites(s.result.Sites) {
		for _, p := range of.Pages {
			name := path.Join(of.ID, p.Output)
			if best, ok := pages[p.Layout]; !ok || size(name) > size(best) {
				pages[p.Layout] = name
			}
		}
	}
	return pages
}
