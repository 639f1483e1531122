package output

import (
	"context"
	"errors"
	"fmt"
)

// Report says what a publication did. Paths are full and sorted.
type Report struct {
	Written     []string // files that are new or have new bytes
	Removed     []string // files of the last build that are no longer part of the site
	Unchanged   int      // files of the tree that were published already
	Foreign     []string // files of other people in the folder that was published; kept
	Overwritten []string // files of antq that somebody had changed and that were written again (also in Written)
	Kept        []string // files of antq that are no longer part of the site, but that somebody had changed; kept
	Leftover    string   // a folder with the old site that could not be removed; the next run tries again
}

// Publish makes the sealed tree, whose store is a [Stage], what the output folder holds. If nothing differs it changes
// nothing. Errors: [*ForeignError] before anything is changed; [*UnfinishedError] if the files were being replaced one by
// one and the next run has to finish it; with any other error what is published is what it was. A ctx that is done stops
// the publication only as long as nothing is changed.
func Publish(ctx context.Context, t *Tree) (Report, error) {
	s, ok := t.store.(*Stage)
	if !ok {
		return Report{}, errors.New("publishing: the tree is not on a stage")
	}
	if t.Manifest(s.scope) == nil {
		return Report{}, fmt.Errorf("publishing: the tree has no manifest for %q; seal it first", s.scope)
	}
	if err := s.adoptAgencies(t); err != nil {
		return Report{}, err
	}
	p, err := newPlan(s, t)
	if err != nil {
		return Report{}, err
	}
	report := p.report(s)
	if len(p.written)+len(p.removed) == 0 {
		return report, ctx.Err()
	}
	if err := s.begin(); err != nil {
		return Report{}, err
	}
	leftover, err := s.swapIn(ctx, p)
	if errors.Is(err, errNoExchange) {
		leftover, err = s.replaceEach(ctx, p)
	}
	if err != nil {
		return Report{}, fmt.Errorf("publishing into %s: %w", s.target, err)
	}
	if leftover {
		report.Leftover = s.root
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.published = true
	return report, nil
}

// adoptAgencies takes the files of agencies that were published alone, before the manifest of the output named them.
func (s *Stage) adoptAgencies(t *Tree) error {
	if s.scope != "" {
		return nil
	}
	for _, id := range t.prefixes() {
		if _, known := s.old.owned[join(id, ManifestName)]; known {
			continue
		}
		if _, err := s.old.adopt(id); err != nil {
			return err
		}
	}
	return nil
}
