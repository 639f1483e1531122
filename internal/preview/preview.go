// Package preview shows a site while somebody writes it: the editor saves, and the page in the browser is right at once, in
// the same place, with what is wrong said in words.
//
// # What goes in, what comes out
//
// [New] takes the inputs of a build and the folder that they come from; [Preview.Run] builds, watches the folder, and answers on
// a listener until its context ends. The hub is at "/", each agency below it, at the addresses of the built files. After each
// rebuild [Options.Report] is called with what happened. Nothing is written to the disk but what build remembers.
//
// # The walk of a change
//
//  1. Events: fsnotify tells of paths (watcher.go). A batch waits until the folder is quiet, longer where a save looks half done
//     or many files change at once, so that a save by renaming and a checkout of a thousand files are one rebuild each.
//  2. Stamps: size and time of each file against the last scan say what really changed (snapshot.go). A scan of everything, now
//     and then, finds what no event told. Where events do not come (network drives, no more watches) the scan alone goes on:
//     polling.
//  3. Rebuild: the one builder reads what changed and makes the sites (rebuild.go). With an error among the problems the last
//     good site stays, and the problems are shown over it.
//  4. Browsers hear of it on /_antq/events and ask for their page again; the view's hash is its ETag, so a page that did not
//     change costs no bytes. What comes is morphed into the page that is open.
//
// A page that is asked for waits for the rebuild that covers what was known to have changed before, and for no later one: whoever
// saves all the time keeps no reader waiting. Pages are rendered when asked for and remembered by the hash of
// their view; pages that are open in a browser are rendered before browsers hear of a rebuild.
//
// # What is added to a page
//
// The tag of one script, which makes the bar and the panel, and an attribute with the source line for each block of the text.
// Both are added while serving: the policy of the page stays as it is built, and no built file knows of /_antq/.
//
// # Who may ask
//
// GET and HEAD alone; under a Host that is the listener's own address; the parts below /_antq/ only for pages of that
// address. Paths are looked up among those of the site and never on the disk. With [Options.Token] every request must bring the
// token, in the address once and in a cookie from then on.
package preview

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"
	"time"

	"antq/internal/build"
	"antq/internal/diag"
)

// Options are the inputs of a preview.
type Options struct {
	Build build.Options // Now is the moment of the first build
	Dir   string        // absolute folder of the site, which holds content/ and may hold layouts/ and static/
	// Clock tells the present moment; nil = the preview stays at Build.Now.
	Clock  func() time.Time
	Lang   diag.Lang
	Editor string // address that opens an editor, with {path}, {line} and {column}; "" = no links
	Token  string // that every request must bring; "" = none
	Poll   bool   // do not ask the system for events
	Report func(Rebuild)
	Notice func(Notice)

	notify func() (notifier, error) // nil = that of the system
	after  after                    // nil = the clock's
}

// Rebuild is what one rebuild did.
type Rebuild struct {
	Number   int
	Changed  []string // files, sorted: "content/…"; empty for the first one, another moment or drafts
	Good     bool     // the new site is served; else the last good one
	Pages    int      // of the site that is served
	Rendered int      // pages that are open in browsers and were made anew
	Took     time.Duration
	Problems diag.List
	Err      error // of the disk; nil if the sources could be read
}

// Notice is something that the preview has to say besides rebuilds.
type Notice struct {
	Kind NoticeKind
	Err  error
}

// NoticeKind says why the folder is scanned instead of watched.
type NoticeKind string

// The reasons for polling.
const (
	NoticeWatches NoticeKind = "watches" // the system has no more watches or does not give any
	NoticeNetwork NoticeKind = "network" // the folder is on a drive whose changes the system does not tell
	NoticeSilent  NoticeKind = "silent"  // changes came that no event told
)

// Preview is a running preview.
type Preview struct {
	options Options
	builder *build.Builder
	pages   *pageCache
	streams *streams
	started string // identifies this run of the server

	mu      sync.Mutex
	now     *state
	asked   int           // how often a rebuild was asked for
	covered int           // how many of these the served state covers
	ended   chan struct{} // closed when the next rebuild ends
	pending build.Changes
	wake    chan struct{}
	drafts  bool
	asOf    time.Time // set in the bar; zero = the clock's
}

// New returns a preview that has not begun.
func New(o Options) *Preview {
	if o.Report == nil {
		o.Report = func(Rebuild) {}
	}
	if o.Notice == nil {
		o.Notice = func(Notice) {}
	}
	if o.after == nil {
		o.after = afterTimer
	}
	p := &Preview{
		options: o, builder: build.New(o.Build), pages: newPageCache(maxCached), streams: newStreams(), now: &state{},
		started: newToken(), ended: make(chan struct{}), wake: make(chan struct{}, 1), drafts: o.Build.Drafts,
	}
	p.ask(build.Changes{All: true})
	return p
}

// Run serves on the listener until the context ends, and returns nil then. It closes the listener.
func (p *Preview) Run(ctx context.Context, l net.Listener) error {
	ctx, stop := context.WithCancel(ctx)
	var work sync.WaitGroup
	defer work.Wait()
	defer stop()
	server := p.server(l.Addr())
	work.Go(func() {
		<-ctx.Done()
		_ = server.Close() // at once: a preview has nothing to lose
	})
	w := newWatcher(p)
	w.start()
	work.Go(func() { p.rebuildAll(ctx) })
	work.Go(func() { w.run(ctx) })
	err := server.Serve(limitListener(l, maxConnections))
	if ctx.Err() != nil || errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}
