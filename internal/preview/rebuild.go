package preview

import (
	"context"
	"maps"
	"slices"
	"time"

	"antq/internal/build"
	"antq/internal/diag"
)

// state is what is served: it never changes, a rebuild replaces it.
type state struct {
	number   int
	live     *build.Live // last good site; nil before the first
	good     bool        // the last rebuild made it
	problems diag.List   // of the last rebuild
	failure  error       // of the disk, in the last rebuild
	changed  []change    // what the last rebuild changed
	drafts   bool
	asOf     time.Time
}

// change is a changed file and the page to look at it.
type change struct {
	File  string `json:"file"`
	Href  string `json:"href"` // "" = no page of its own
	Title string `json:"title"`
	// Files are the addresses of a picture or another file, which stay the same when its bytes change.
	Files []string `json:"files"`
}

// maxChanges is how many changed files browsers are told about.
const maxChanges = 20

// ask wants a rebuild.
func (p *Preview) ask(c build.Changes) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.askLocked(c)
}

func (p *Preview) askLocked(c build.Changes) {
	p.pending.All = p.pending.All || c.All
	if p.pending.Files == nil {
		p.pending.Files = map[string]bool{}
	}
	maps.Copy(p.pending.Files, c.Files)
	p.asked++
	select {
	case p.wake <- struct{}{}:
	default: // it will be seen
	}
}

// current returns a state that covers all that was asked for before. It does not wait for what is asked for meanwhile, which
// might never end.
func (p *Preview) current(ctx context.Context) (*state, error) {
	p.mu.Lock()
	wanted := p.asked
	p.mu.Unlock()
	for {
		p.mu.Lock()
		now, covered, ended := p.now, p.covered, p.ended
		p.mu.Unlock()
		if covered >= wanted {
			return now, nil
		}
		select {
		case <-ended:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// rebuildAll rebuilds whenever it is asked for, or the site would change by itself.
func (p *Preview) rebuildAll(ctx context.Context) {
	byItself, stop := (<-chan time.Time)(nil), func() {}
	defer func() { stop() }()
	for {
		select {
		case <-ctx.Done():
			return
		case <-byItself:
			p.ask(build.Changes{})
			byItself = nil
			continue
		case <-p.wake:
		}
		p.rebuild(ctx)
		stop()
		byItself, stop = p.nextChange()
	}
}

// longestWait bounds timers: a machine that slept must not miss a day for long.
const longestWait = time.Hour

// retryAfter is when a disk that failed is asked again.
const retryAfter = 2 * time.Second

// nextChange returns a timer for the moment at which the site changes by itself.
func (p *Preview) nextChange() (<-chan time.Time, func()) {
	p.mu.Lock()
	live, asOf, failure := p.now.live, p.asOf, p.now.failure
	p.mu.Unlock()
	if failure != nil {
		return p.options.after(retryAfter)
	}
	if p.options.Clock == nil || !asOf.IsZero() || live == nil || live.NextChange().IsZero() {
		return nil, func() {}
	}
	wait := live.NextChange().Sub(p.options.Clock())
	return p.options.after(min(max(wait, time.Second), longestWait))
}

// moment returns the moment at which the site is to be seen.
func (p *Preview) moment() time.Time {
	switch {
	case !p.asOf.IsZero():
		return p.asOf
	case p.options.Clock != nil:
		return p.options.Clock()
	}
	return p.options.Build.Now
}

// rebuild makes the next state and tells everybody.
func (p *Preview) rebuild(ctx context.Context) {
	started := time.Now()
	p.mu.Lock()
	pending, old, drafts, asOf, moment, asked := p.pending, p.now, p.drafts, p.asOf, p.moment(), p.asked
	covered := p.covered
	p.pending = build.Changes{}
	p.mu.Unlock()
	if asked == covered { // the rebuild before took it up
		return
	}
	p.builder.At(moment, drafts)
	live, result, err := p.builder.Live(ctx, pending)
	if ctx.Err() != nil {
		return
	}
	next := &state{number: old.number + 1, live: old.live, failure: err, drafts: drafts, asOf: asOf}
	if result != nil {
		next.problems = result.Problems
	}
	if live != nil {
		next.live, next.good = live, true
	}
	files := slices.Sorted(maps.Keys(pending.Files))
	next.changed = changesOf(next.live, files)
	report := Rebuild{Number: next.number, Changed: files, Good: next.good, Problems: next.problems, Err: err}
	if next.live != nil {
		report.Pages = next.live.Pages()
		report.Rendered = p.renderOpen(next)
	}
	report.Took = time.Since(started)
	p.finish(next, asked)
	p.streams.tell(p.event(next))
	p.options.Report(report)
}

// finish puts the new state, which covers so many askings, in place of the old one.
func (p *Preview) finish(next *state, covered int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.now = next
	if next.failure != nil { // what was to be read is still to be read
		p.pending.All = true
	}
	p.covered = covered
	close(p.ended)
	p.ended = make(chan struct{})
}

// changesOf finds the pages of changed files.
func changesOf(live *build.Live, files []string) []change {
	list := []change{}
	for _, file := range files {
		if len(list) == maxChanges {
			break
		}
		c := change{File: file}
		if live != nil {
			if out, page, ok := live.PageOf(file); ok {
				c.Href, c.Title = addressOf(out), page.Title
			}
			for _, out := range live.Outputs(file) {
				c.Files = append(c.Files, urlPath("/"+out))
			}
		}
		list = append(list, c)
	}
	return list
}

// renderOpen makes the pages that are open in browsers, and returns how many were not as before.
func (p *Preview) renderOpen(s *state) int {
	n := 0
	for _, out := range p.streams.open() {
		if page, ok := s.live.Page(out); ok {
			if _, made, err := p.pages.get(out, page); err == nil && made {
				n++
			}
		}
	}
	return n
}

// pageProblem returns what is wrong with one page's layout, if that is why it could not be made.
func (p *Preview) pageProblem(err error) (diag.Problem, bool) { return p.builder.LayoutProblem(err) }
