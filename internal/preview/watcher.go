package preview

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"

	"antq/internal/build"
)

// notifier tells of changes in folders, not below them.
type notifier struct {
	events <-chan fsnotify.Event
	errors <-chan error
	add    func(dir string) error
	close  func() error
}

// systemNotifier is that of the system.
func systemNotifier() (notifier, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return notifier{}, err
	}
	return notifier{w.Events, w.Errors, w.Add, w.Close}, nil
}

// after returns a channel that gets the time when a while has passed, and a function that gives it up.
type after func(time.Duration) (<-chan time.Time, func())

func afterTimer(d time.Duration) (<-chan time.Time, func()) {
	t := time.NewTimer(d)
	return t.C, func() { t.Stop() }
}

const (
	healEvery = 5 * time.Second // a scan besides events, which may get lost
	pollEvery = time.Second     // a scan instead of events
	maxMissed = 2               // scans that find what no event told, until events are no longer believed
	maxShare  = 20              // a scan takes at most one in so many parts of the time
)

// watcher knows what is on the disk and asks for a rebuild when it changes.
type watcher struct {
	root    string
	change  func(build.Changes)
	notice  func(Notice)
	after   after
	open    func() (notifier, error)
	notify  notifier
	polling bool

	known  snapshot
	batch  batch
	silent map[string]bool // found by the last scan, and no event told of it so far
	missed int             // scans in a row with such files
	failed error           // the first folder that could not be watched
}

func newWatcher(p *Preview) *watcher {
	w := &watcher{root: p.options.Dir, change: p.ask, notice: p.options.Notice, after: p.options.after, open: p.options.notify}
	if w.open == nil {
		w.open = systemNotifier
	}
	w.polling = p.options.Poll
	return w
}

// start begins to watch and takes the first snapshot. What changes from here on is not missed.
func (w *watcher) start() {
	for _, dir := range []string{"", folders[0], folders[1], folders[2]} { // a folder may be a link to another drive
		if !w.polling && isRemote(filepath.Join(w.root, dir)) {
			w.poll(Notice{Kind: NoticeNetwork})
		}
	}
	if !w.polling {
		var err error
		if w.notify, err = w.open(); err != nil {
			w.poll(Notice{NoticeWatches, err})
		}
	}
	w.enter(w.root)
	w.known = scan(w.root, "", w.enter)
	w.checkWatches()
}

// enter watches a folder.
func (w *watcher) enter(dir string) {
	if w.polling || w.failed != nil {
		return
	}
	if err := w.notify.add(dir); err != nil && !errors.Is(err, os.ErrNotExist) {
		w.failed = err
	}
}

// checkWatches goes over to polling where a folder could not be watched.
func (w *watcher) checkWatches() {
	if w.failed != nil && !w.polling {
		w.poll(Notice{NoticeWatches, w.failed})
	}
}

// poll gives up events for scans.
func (w *watcher) poll(why Notice) {
	w.polling = true
	if w.notify.close != nil {
		_ = w.notify.close()
	}
	w.notify = notifier{}
	w.notice(why)
}

// run watches until the context ends.
func (w *watcher) run(ctx context.Context) {
	defer func() {
		if w.notify.close != nil {
			_ = w.notify.close()
		}
	}()
	quiet, stopQuiet := (<-chan time.Time)(nil), func() {}
	again, stopAgain := w.after(w.pause(0))
	defer func() { stopQuiet(); stopAgain() }()
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-w.notify.events:
			if !ok {
				w.notify.events = nil
				continue
			}
			if !w.note(e) {
				continue
			}
		case err, ok := <-w.notify.errors:
			if !ok {
				w.notify.errors = nil
			} else if errors.Is(err, fsnotify.ErrEventOverflow) {
				w.heal(false)
			}
			continue
		case <-quiet:
			quiet = nil
			w.look()
		case <-again:
			started := time.Now()
			w.heal(true)
			again, stopAgain = w.after(w.pause(time.Since(started)))
		}
		stopQuiet()
		if len(w.batch.paths) == 0 {
			quiet, stopQuiet = nil, func() {}
		} else {
			quiet, stopQuiet = w.after(w.batch.wait(time.Now()))
		}
	}
}

// pause returns the time until the next scan, after one that took so long.
func (w *watcher) pause(took time.Duration) time.Duration {
	if w.polling {
		return max(pollEvery, maxShare*took)
	}
	return max(healEvery, maxShare*took)
}

// note takes an event into the batch. It reports false for what no build reads.
func (w *watcher) note(e fsnotify.Event) bool {
	name := siteName(w.root, e.Name)
	if name == "" || e.Op == fsnotify.Chmod || ignoredPath(w.root, e.Name) {
		return false
	}
	delete(w.silent, name)
	w.batch.add(name, time.Now())
	return true
}

// ignoredPath reports whether any part of a path below the site is of a name that is never read.
func ignoredPath(root, file string) bool {
	for file != root && len(file) > len(root) {
		if build.Ignored(filepath.Base(file)) {
			return true
		}
		file = filepath.Dir(file)
	}
	return false
}

// look finds out what the paths of the batch are now, and asks for a rebuild if anything changed. A batch that looks half done
// is given another while once.
func (w *watcher) look() {
	changed := map[string]bool{}
	fresh := snapshot{}
	for name := range w.batch.paths {
		found := scan(w.root, name, w.enter)
		for _, file := range w.known.below(name) {
			if _, still := found[file]; !still {
				changed[file] = true
			}
		}
		for file, is := range found {
			fresh[file] = is
			if was, ok := w.known[file]; !ok || was != is || file == name { // two saves within one tick have one time
				changed[file] = true
			}
		}
	}
	w.checkWatches()
	if !w.batch.looked && halfDone(changed, fresh) {
		w.batch.looked = true
		return
	}
	w.batch.take()
	for file := range changed {
		delete(w.known, file)
		delete(w.silent, file)
		if is, ok := fresh[file]; ok {
			w.known[file] = is
		}
	}
	if len(changed) > 0 {
		w.change(build.Changes{Files: changed})
	}
}

// halfDone reports whether a file is gone or empty.
func halfDone(changed map[string]bool, fresh snapshot) bool {
	for file := range changed {
		if is, ok := fresh[file]; !ok || is.size == 0 {
			return true
		}
	}
	return false
}

// heal scans everything and asks for a rebuild if anything changed that no event told. On time, it counts how often that
// happens: events that do not come, as on some drives, are given up.
func (w *watcher) heal(onTime bool) {
	now := scan(w.root, "", w.enter)
	w.checkWatches()
	changed := map[string]bool{}
	for _, file := range w.known.difference(now) {
		if !w.batched(file) {
			changed[file] = true
		}
	}
	if onTime && !w.polling {
		w.count(changed)
	}
	for file := range changed {
		delete(w.known, file)
		if is, ok := now[file]; ok {
			w.known[file] = is
		}
	}
	if len(changed) > 0 {
		w.change(build.Changes{Files: changed})
	}
}

// batched reports whether an event told of a file or of a folder above it, which will be looked at.
func (w *watcher) batched(file string) bool {
	for name := range w.batch.paths {
		if file == name || len(file) > len(name) && file[:len(name)] == name && file[len(name)] == '/' {
			return true
		}
	}
	return false
}

// count remembers what a scan found and no event told so far; what the scan before found so, no event will tell.
func (w *watcher) count(changed map[string]bool) {
	if len(w.silent) > 0 {
		w.missed++
	} else if len(changed) > 0 || w.silent != nil {
		w.missed = 0
	}
	w.silent = nil
	if len(changed) > 0 {
		w.silent = map[string]bool{}
		for file := range changed {
			w.silent[file] = true
		}
	}
	if w.missed >= maxMissed {
		w.poll(Notice{Kind: NoticeSilent})
	}
}
