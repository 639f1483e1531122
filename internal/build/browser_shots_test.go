package build_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// shotHeight cuts the picture of a page that is longer than anybody looks at.
const shotHeight = 6000

// TestShots writes a picture of one page of each layout, on a phone and on a desk, by day and by night, into the folder that
// ANTQ_SHOTS names: for people who work on the look. It proves nothing.
//
//	ANTQ_SHOTS=/tmp/shots go test ./internal/build -run Shots
func TestShots(t *testing.T) {
	folder := os.Getenv("ANTQ_SHOTS")
	if folder == "" {
		t.Skip("writes pictures of the pages: set ANTQ_SHOTS to a folder to have them")
	}
	t.Setenv("ANTQ_FULL", "1")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	b, s := startBrowser(t), sampleOf(t)
	tb := b.servedTab(t, s.serve(t, nil))
	for layout, name := range s.kinds() {
		if findings := tb.sound(name); len(findings) > 0 {
			t.Error(findings)
		}
		for _, l := range []look{{360, "light"}, {360, "dark"}, {1280, "light"}, {1280, "dark"}} {
			if err := tb.do(chromedp.EmulateViewport(l.width, 900), showIn(l.scheme)); err != nil {
				t.Fatal(err)
			}
			height, err := ask[int64](tb, fmt.Sprintf(`document.images && Promise.all([...document.images].map(i => { i.loading = 'eager'; return i.decode().catch(() => 0); }))
				.then(() => Math.min(document.documentElement.scrollHeight, %d))`, shotHeight))
			if err != nil {
				t.Fatal(err)
			}
			if err := tb.do(chromedp.EmulateViewport(l.width, height)); err != nil {
				t.Fatal(err)
			}
			picture, err := chromedp.Run(tb.ctx, chromedp.CaptureScreenshot())
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(folder, fmt.Sprintf("%s-%d-%s.png", layout, l.width, l.scheme))
			if err := os.WriteFile(file, picture, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}
