package preview

import "time"

// How long a folder has to be quiet before a batch of changes counts as complete.
const (
	quietSave  = 8 * time.Millisecond   // after a save by hand
	quietMany  = 120 * time.Millisecond // while many files change: a checkout, an unpacked archive
	quietHalf  = 150 * time.Millisecond // where a file is gone or empty: most editors are just about to write it
	longest    = 2 * time.Second        // from the first change; a folder that never rests is built all the same
	manyEvents = 8                      // paths, more than one save touches
)

// batch is the paths that events told of since the last look.
type batch struct {
	paths  map[string]bool
	first  time.Time
	looked bool // once, and something looked half done
}

func (b *batch) add(name string, now time.Time) {
	if len(b.paths) == 0 {
		b.paths = map[string]bool{}
		b.first = now
	}
	b.paths[name] = true
}

// wait returns how long from now on nothing must happen until the batch is looked at.
func (b *batch) wait(now time.Time) time.Duration {
	quiet := quietSave
	switch {
	case b.looked:
		quiet = quietHalf
	case len(b.paths) > manyEvents:
		quiet = quietMany
	}
	return max(0, min(quiet, longest-now.Sub(b.first)))
}

// take empties the batch.
func (b *batch) take() map[string]bool {
	paths := b.paths
	*b = batch{}
	return paths
}
