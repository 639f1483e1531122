package preview

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browserNames are the commands and places under which a browser of the Chromium family is known.
var browserNames = []string{
	"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
}

// TestBrowser looks at a preview of the sample site as an editor does.
func TestBrowser(t *testing.T) {
	ctx := startBrowser(t)
	for _, part := range []struct {
		name string
		test func(*testing.T, *window)
	}{
		{"a paragraph", testParagraph},
		{"the title and the lists", testTitle},
		{"reader's and scripts' own stay", testOwnThings},
		{"style sheet, layout and picture", testLook},
		{"the agency", testAgency},
		{"broken and mended", testBroken},
		{"renamed and deleted", testRenamed},
		{"elsewhere, and followed", testElsewhere},
		{"the server comes back", testReconnect},
		{"views", testViews},
		{"drafts and days", testDraftsAndDays},
		{"hidden tabs", testHidden},
	} {
		t.Run(part.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(filepath.Join("..", "..", "content"))); err != nil {
				t.Fatal(err)
			}
			part.test(t, openWindow(t, ctx, play(t, dir, nil)))
		})
	}
}

// startBrowser skips the test unless the full set of tests is asked for; then a browser must be there.
func startBrowser(t *testing.T) context.Context {
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
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"),
	)
	ctx, stop := chromedp.NewExecAllocator(context.Background(), flags...)
	t.Cleanup(stop)
	ctx, closeBrowser := chromedp.NewContext(ctx)
	t.Cleanup(closeBrowser)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("%s does not start: %v", program, err)
	}
	return ctx
}

// window is a browser's window on a preview.
type window struct {
	*scene
	ctx context.Context

	mu    sync.Mutex
	heard []string
}

// listener counts, on every page, which states the preview's script has dealt with.
const listener = `
window.seen = -1; window.lost = 0; window.morphs = 0; window.greeted = 0;
document.addEventListener('antq:preview', event => {
  if (event.detail.state) window.seen = event.detail.state.number;
  if (event.detail.name === 'lost') window.lost++;
  if (event.detail.name === 'found' || event.detail.event && event.detail.event.run) window.greeted++;
});
document.addEventListener('antq:morphed', () => { window.morphs++; });`

func openWindow(t *testing.T, ctx context.Context, s *scene) *window {
	t.Helper()
	w := &window{scene: s}
	ctx, closeTab := chromedp.NewContext(ctx, chromedp.WithListener(w.hear))
	t.Cleanup(closeTab)
	focus := call(emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	calm := call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}})
	size := call(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 1280, Height: 900, DeviceScaleFactor: 1})
	script := func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: listener})
		return chromedp.Void{}, err
	}
	// The first call decides how long the tab lives, so it has no deadline.
	if err := chromedp.Do(ctx, focus, calm, size, script); err != nil {
		t.Fatal(err)
	}
	w.ctx = ctx
	return w
}

// call is the action of one command of the protocol whose result says nothing.
func call[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, t, c, params)
		return chromedp.Void{}, err
	}
}

// hear takes down exceptions and what the browser refuses: a policy that is not kept.
func (w *window) hear(event any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		what := e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			what += " " + e.ExceptionDetails.Exception.Description
		}
		w.heard = append(w.heard, what)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError && e.Entry.Source != log.EntrySourceNetwork {
			w.heard = append(w.heard, e.Entry.Text+" "+e.Entry.URL)
		}
	}
}

// quiet fails the test for all that was heard.
func (w *window) quiet() {
	w.t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, what := range w.heard {
		w.t.Errorf("the browser says: %s", what)
	}
}

func (w *window) do(actions ...chromedp.Action[chromedp.Void]) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, actions...); err != nil {
		w.t.Fatal(err)
	}
}

// open goes to a page and waits until the preview's script has dealt with it.
func (w *window) open(address string) {
	w.t.Helper()
	w.do(chromedp.Navigate(w.url + address))
	w.wait("document.readyState === 'complete' && window.seen >= 0")
}

// ask evaluates an expression in the open page.
func ask[T any](w *window, expression string) T {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		w.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// wait lets the page go on until an expression is true. A page that is loaded anew meanwhile is asked again.
func (w *window) wait(expression string) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	script := `new Promise(done => { const look = () => { let holds = false; try { holds = ` + expression + `; } catch { /* not yet */ } if (holds) done(true); else setTimeout(look, 5); }; look(); })`
	for {
		_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](script, chromedp.EvalAwaitPromise))
		if err == nil {
			return
		}
		if ctx.Err() != nil || !strings.Contains(err.Error(), "context") && !strings.Contains(err.Error(), "navigated") {
			w.t.Fatalf("%s never holds: %v; the page shows %.600s", expression, err, ask[string](w, `document.body.innerText`))
		}
	}
}

// expect fails the test unless an expression is true.
func (w *window) expect(expression string) {
	w.t.Helper()
	if !ask[bool](w, `Boolean(`+expression+`)`) {
		w.t.Errorf("does not hold: %s", expression)
	}
}

// arrived waits for a rebuild by a file, good or not, and until the browser has dealt with it.
func (w *window) arrived(file string) Rebuild {
	w.t.Helper()
	r := w.until(file+" changed", func(r Rebuild) bool { return strings.Contains(strings.Join(r.Changed, " "), file) })
	w.wait(fmt.Sprintf("window.seen >= %d", r.Number))
	return r
}

func quoted(s string) string {
	b, _ := json.Marshal(s) // a string is always JSON
	return string(b)
}

// again starts a preview of the same folder at the same address.
func (s *scene) again() {
	s.t.Helper()
	l, err := net.Listen("tcp", strings.TrimPrefix(s.url, "http://"))
	if err != nil {
		s.t.Fatal(err)
	}
	o := s.preview.options
	s.preview = New(o)
	s.run(l)
	s.next()
}
