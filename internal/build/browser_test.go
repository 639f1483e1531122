package build_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/css"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"antq/internal/sitetest"
)

// browserNames are the commands and places under which a browser of the Chromium family is known.
var browserNames = []string{
	"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
}

// patience limits what one tab may do in all, and pagePatience one step on one page. They are far above what either takes:
// only a browser that hangs meets them.
const (
	patience     = 6 * time.Minute
	pagePatience = 20 * time.Second
)

// TestBrowser opens the built sample from disk, as a reader would who got it on a stick, and from a server, as all others.
// One browser serves all parts; each part has tabs of its own, and as many parts as there are processors run at a time.
func TestBrowser(t *testing.T) {
	b := startBrowser(t)
	s := sampleOf(t)
	root := t.TempDir()
	if err := os.CopyFS(root, s.files); err != nil {
		t.Fatal(err)
	}
	for _, part := range []struct {
		name string
		test func(*testing.T)
	}{
		{"breaks are caught", b.testBreaks},
		{"nothing for axe to find", func(t *testing.T) { b.testAxe(t, s) }},
		{"contrast in every palette", func(t *testing.T) { b.testPalettes(t, s) }},
		{"every page is reached and sound", func(t *testing.T) { b.testCrawl(t, s, root) }},
		{"served pages are sound", func(t *testing.T) { b.testServed(t, s) }},
		{"old addresses forward", func(t *testing.T) { b.testAliases(t, s, root) }},
		{"every layout fits", func(t *testing.T) { b.testFit(t, s, root) }},
		{"keyboard", func(t *testing.T) { b.testKeyboard(t, s, root) }},
		{"print", func(t *testing.T) { b.testPrint(t, s, root) }},
		{"paper has no controls", func(t *testing.T) { b.testPaper(t, s) }},
		{"typefaces", func(t *testing.T) { b.testFonts(t, s, root) }},
		{"nothing moves", func(t *testing.T) { b.testShift(t, s) }},
		{"first view is light", func(t *testing.T) { b.testFirstView(t, s) }},
	} {
		t.Run(part.name, func(t *testing.T) {
			t.Parallel()
			part.test(t)
		})
	}
}

// browser is one running browser.
type browser struct{ ctx context.Context }

// startBrowser skips the test unless the full set of tests is asked for; then a browser must be there.
func startBrowser(t *testing.T) *browser {
	t.Helper()
	if os.Getenv("ANTQ_FULL") != "1" {
		t.Skip("needs a browser: set ANTQ_FULL=1 to run it")
	}
	program := ""
	for _, name := range browserNames {
		if found, err := exec.LookPath(name); err == nil {
			program = found
			break
		}
	}
	if program == "" {
		t.Fatalf("ANTQ_FULL=1 asks for a browser, and none is installed: looked for %s", strings.Join(browserNames, ", "))
	}
	flags := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program),
		chromedp.NoSandbox, // what it opens is our own, and containers forbid the sandbox
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		// Each page is opened once: none is kept for going back, and no renderer is held ready.
		chromedp.Flag("disable-features", "Translate,BackForwardCache,SpareRendererForSitePerProcess"),
		// No test reaches another machine, whatever a page asks for. Only the test's own server has an address.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"),
	)
	ctx, stop := chromedp.NewExecAllocator(context.Background(), flags...)
	t.Cleanup(stop)
	ctx, closeBrowser := chromedp.NewContext(ctx)
	t.Cleanup(closeBrowser)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("%s does not start: %v", program, err)
	}
	return &browser{ctx}
}

// tab is one page after the other in one tab, and what the browser said about the page that is open.
type tab struct {
	ctx    context.Context
	folder string // that holds the pages; "" if a server has them
	root   string // its address, with a closing "/"

	mu    sync.Mutex
	name  string                       // of the page that is open
	asked map[network.RequestID]string // address of each request
	heard []string
}

// tab opens a tab for the pages below a folder; it closes with the test.
func (b *browser) tab(t *testing.T, folder string) *tab {
	t.Helper()
	return b.tabOf(t, &tab{folder: folder, root: fileURL(folder) + "/"})
}

// servedTab opens a tab for the pages of a server; it closes with the test.
func (b *browser) servedTab(t *testing.T, address string) *tab {
	t.Helper()
	return b.tabOf(t, &tab{root: address + "/"})
}

func (b *browser) tabOf(t *testing.T, tb *tab) *tab {
	t.Helper()
	tb.asked = map[network.RequestID]string{}
	ctx, closeTab := chromedp.NewContext(b.ctx, chromedp.WithListener(tb.hear))
	t.Cleanup(closeTab)
	// The first call decides how long the tab lives, so it has no deadline.
	focus := call(emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	noNodes, noStyles := call(dom.Disable, cdp.Empty{}), call(css.Disable, cdp.Empty{}) // nobody listens to them here
	if err := chromedp.Do(ctx, focus, showOn(""), noStyles, noNodes); err != nil {
		t.Fatal(err)
	}
	limited, cancel := context.WithTimeout(ctx, patience)
	t.Cleanup(cancel)
	tb.ctx = limited
	return tb
}

// fileURL returns the address of a file on disk.
func fileURL(name string) string {
	p := filepath.ToSlash(name)
	if !strings.HasPrefix(p, "/") { // C:/…
		p = "/" + p
	}
	return (&url.URL{Scheme: "file", Path: p}).String()
}

// call is the action of one command of the protocol whose result says nothing.
func call[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, t, c, params)
		return chromedp.Void{}, err
	}
}

// showOn is the action that lays pages out for a medium, "print", or for the one that each use has of its own, "".
func showOn(medium string) chromedp.Action[chromedp.Void] { return showAs(medium, "light") }

// showIn is the action that shows pages on a screen in a scheme of colours: light, dark.
func showIn(scheme string) chromedp.Action[chromedp.Void] { return showAs("", scheme) }

// showAs is the action of both. The reader wants no motion, so that nothing is still on its way when it is looked at.
func showAs(medium, scheme string) chromedp.Action[chromedp.Void] {
	return call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: medium, Features: []*emulation.MediaFeature{
		{Name: "prefers-reduced-motion", Value: "reduce"}, {Name: "prefers-color-scheme", Value: scheme},
	}})
}

// do carries out actions on the open page.
func (tb *tab) do(actions ...chromedp.Action[chromedp.Void]) error {
	ctx, cancel := context.WithTimeout(tb.ctx, pagePatience)
	defer cancel()
	return chromedp.Do(ctx, actions...)
}

// ask evaluates an expression in the open page. A promise is waited for.
func ask[T any](tb *tab, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(tb.ctx, pagePatience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// open loads a page, given by its path below the root, and forgets what was heard before.
func (tb *tab) open(name string) error {
	tb.forget(name)
	return tb.do(chromedp.Navigate(tb.root + name))
}

// forget makes the tab ready to hear about another page.
func (tb *tab) forget(name string) {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	tb.name, tb.heard = name, nil
	clear(tb.asked)
}

// hear takes down what is wrong with a page that only the browser knows: requests to hosts, requests that fail, exceptions,
// errors in the console and in the browser's own log.
func (tb *tab) hear(event any) {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	add := func(format string, args ...any) { tb.heard = append(tb.heard, fmt.Sprintf(format, args...)) }
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		tb.asked[e.RequestID] = e.Request.URL
		switch scheme, _, _ := strings.Cut(e.Request.URL, ":"); {
		case strings.HasPrefix(e.Request.URL, tb.root), scheme == "data", scheme == "blob", scheme == "about":
		case scheme == "file" && tb.folder != "": // what lies outside the folder is told by the link check
		default:
			add("asks another host for %s", e.Request.URL)
		}
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 && e.Response.URL != tb.root+tb.name {
			add("%s answers %d", e.Response.URL, e.Response.Status)
		}
	case *network.EventWebSocketCreated:
		add("asks another host for %s", e.URL)
	case *network.EventLoadingFailed:
		if e.Canceled {
			break // by going on to the next page
		}
		add("%s does not load: %s", tb.asked[e.RequestID], e.ErrorText)
	case *runtime.EventExceptionThrown:
		what := e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			what += " " + e.ExceptionDetails.Exception.Description
		}
		add("exception: %s", what)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			add("console: %s", argumentWords(e.Args))
		}
	case *log.EventEntryAdded:
		// That the page for what is not found is answered with 404 is no fault.
		answer := tb.folder == "" && e.Entry.Source == log.EntrySourceNetwork && e.Entry.URL == tb.root+tb.name
		if e.Entry.Level == log.EntryLevelError && !answer {
			add("browser: %s %s", e.Entry.Text, e.Entry.URL)
		}
	}
}

// argumentWords returns the arguments of a call as the console shows them.
func argumentWords(args []*runtime.RemoteObject) string {
	var said []string
	for _, arg := range args {
		text := arg.Description // a string has none, only its value
		if text == "" && json.Unmarshal(arg.Value, &text) != nil {
			text = string(arg.Value)
		}
		said = append(said, text)
	}
	return strings.Join(said, " ")
}

// said returns what was heard about the open page.
func (tb *tab) said(name string) (findings []sitetest.Finding) {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	for _, why := range tb.heard {
		findings = append(findings, sitetest.Finding{File: name, Why: why})
	}
	return findings
}
