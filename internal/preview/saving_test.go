package preview

import (
	"context"
	"io/fs"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"antq/internal/build"
)

// eager is a folder in which somebody saves whenever it is read.
type eager struct {
	fs.FS
	save func()
}

func (e *eager) Open(name string) (fs.File, error) {
	e.save()
	return e.FS.Open(name)
}

// Who saves more often than a rebuild takes keeps no reader waiting.
func TestSavingAllTheTimeStopsNobody(t *testing.T) {
	var writing atomic.Pointer[Preview]
	s := play(t, smallSite(t), func(o *Options) {
		o.Build.Content = &eager{o.Build.Content, func() {
			if p := writing.Load(); p != nil {
				p.ask(build.Changes{All: true})
			}
		}}
		report := o.Report
		o.Report = func(r Rebuild) {
			if writing.Load() == nil { // nobody counts the rest
				report(r)
			}
		}
	})
	writing.Store(s.preview)
	defer writing.Store(nil)
	s.preview.ask(build.Changes{All: true})
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	for range 3 {
		before := s.preview.known()
		now, err := s.preview.current(ctx)
		if err != nil {
			t.Fatalf("a request waits for ever: %v", err)
		}
		if now.number <= before {
			t.Errorf("state %d is older than what was asked for", now.number)
		}
		if answer, body := s.get("/_antq/state?page=/so-mau/"); answer.StatusCode != http.StatusOK || !strings.Contains(body, `"good":true`) {
			t.Errorf("the state answers %d: %.200s", answer.StatusCode, body)
		}
	}
}

// known returns the number of the state that is served.
func (p *Preview) known() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.now.number
}
