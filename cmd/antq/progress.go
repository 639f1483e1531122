package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"golang.org/x/term"

	"antq/internal/build"
)

// progress shows how far a long build is: a bar on a terminal, a plain line now and then elsewhere. A short build shows
// nothing.
type progress struct {
	app   *app
	out   io.Writer
	bar   bool          // draw over the same line
	pause time.Duration // between two showings

	mu    sync.Mutex
	next  time.Time // not before
	drawn bool
}

// isTerminal reports whether a stream is a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func (a *app) progress() *progress {
	p := &progress{app: a, out: a.stderr, bar: isTerminal(a.stderr) && a.getenv("TERM") != "dumb", pause: 5 * time.Second}
	if p.bar {
		p.pause = 100 * time.Millisecond
	}
	p.next = a.now().Add(max(p.pause, 400*time.Millisecond))
	if a.quiet || a.json {
		p.out = io.Discard
	}
	return p
}

// step is called from many goroutines while the build works.
func (p *progress) step(s build.Progress) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.app.now()
	if now.Before(p.next) || s.Total == 0 {
		return
	}
	p.next = now.Add(p.pause)
	what := p.app.say(sayReading)
	switch s.Phase {
	case build.PhasePicture:
		what = p.app.say(sayPictures)
	case build.PhaseRender:
		what = p.app.say(sayRendering)
	}
	percent := 100 * s.Done / s.Total
	if !p.bar {
		fmt.Fprintf(p.out, "%s: %d/%d (%d %%)\n", what, s.Done, s.Total, percent)
		return
	}
	const width = 24
	full := width * s.Done / s.Total
	fmt.Fprintf(p.out, "\r\x1b[K%s%s %3d %%  %s %d/%d", strings.Repeat("█", full), strings.Repeat("░", width-full), percent, what, s.Done, s.Total)
	p.drawn = true
}

// end wipes the bar.
func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.drawn {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}
