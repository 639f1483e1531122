package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"
)

const (
	maxStreams = 256
	heartbeat  = 20 * time.Second // a comment, so that a browser that has gone is noticed
)

// streams are the browsers that listen.
type streams struct {
	mu  sync.Mutex
	all map[*stream]bool
}

// stream is one of them. It needs the newest event only: what it missed before is part of what it will ask for.
type stream struct {
	page   string // path of the page that is open
	events chan []byte
}

func newStreams() *streams { return &streams{all: map[*stream]bool{}} }

// join adds a listener, or returns nil if there are enough.
func (s *streams) join(page string) *stream {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.all) >= maxStreams {
		return nil
	}
	one := &stream{page, make(chan []byte, 1)}
	s.all[one] = true
	return one
}

func (s *streams) leave(one *stream) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.all, one)
}

// tell sends an event to all.
func (s *streams) tell(event []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for one := range s.all {
		select {
		case <-one.events: // the older one is of no use any more
		default:
		}
		one.events <- event
	}
}

// open lists the pages that browsers show, each once.
func (s *streams) open() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	seen := map[string]bool{}
	var pages []string
	for one := range s.all {
		if !seen[one.page] {
			seen[one.page] = true
			pages = append(pages, one.page)
		}
	}
	return pages
}

// event is what browsers hear of a state. They ask for the rest.
func (p *Preview) event(s *state) []byte {
	data, _ := json.Marshal(struct { // of strings and numbers, so it cannot fail
		Run     string   `json:"run"`
		Number  int      `json:"number"`
		Good    bool     `json:"good"`
		Changed []change `json:"changed"`
	}{p.started, s.number, s.good, s.changed})
	return data
}

// serveEvents sends the present state at once and each later one when it comes.
func (p *Preview) serveEvents(w http.ResponseWriter, r *http.Request) {
	page := strings.TrimPrefix(r.URL.Query().Get("page"), "/")
	if page == "" || strings.HasSuffix(page, "/") {
		page += "index.html"
	}
	one := p.streams.join(page)
	if one == nil {
		w.Header().Set("Retry-After", "10")
		refuse(w, http.StatusServiceUnavailable)
		return
	}
	defer p.streams.leave(one)
	h := w.Header()
	h.Set("Content-Type", "text/event-stream; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	if r.Method == http.MethodHead {
		return
	}
	control := http.NewResponseController(w)
	write := func(format string, args ...any) bool {
		_ = control.SetWriteDeadline(time.Now().Add(writeTime))
		if _, err := fmt.Fprintf(w, format, args...); err != nil {
			return false
		}
		return control.Flush() == nil
	}
	p.mu.Lock()
	now := p.now
	p.mu.Unlock()
	if !write("retry: 1000\n\ndata: %s\n\n", p.event(now)) {
		return
	}
	for {
		beat, stop := p.options.after(heartbeat)
		ok := true
		select {
		case <-r.Context().Done():
			ok = false
		case event := <-one.events:
			ok = write("data: %s\n\n", event)
		case <-beat:
			ok = write(": \n\n")
		}
		stop()
		if !ok {
			return
		}
	}
}
