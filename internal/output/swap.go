package output

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// swapIn completes the stage with all that stays and lets it change places with the target folder. It returns an error that
// wraps errNoExchange, with nothing changed, if that cannot be done here.
func (s *Stage) swapIn(ctx context.Context, p *plan) (leftover bool, err error) {
	if _, err := os.Lstat(s.target); missing(err) {
		return false, s.moveIn(ctx)
	}
	if err := s.probe(); err != nil {
		return false, err
	}
	if err := s.complete(ctx, p); err != nil {
		return false, err
	}
	manifest, err := os.ReadFile(s.fresh.local(ManifestName))
	if err != nil {
		return false, err
	}
	if err := writeJournal(s.disk, s.root, journal{exchange: sha256.Sum256(manifest)}); err != nil {
		return false, err
	}
	if err := s.disk.Exchange(s.fresh.root, s.target); err != nil {
		return false, errors.Join(err, s.disk.Remove(journalPath(s.root)))
	}
	// Now the new site is public; what is left to do must not look like a failure.
	err = dispose(s.disk, s.fresh.root, s.target, s.old)
	if err == nil {
		err = removeStage(s.disk, s.root)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.settled = true
	return err != nil, nil
}

// probe finds out whether folders can be exchanged here, before the work of completing one.
func (s *Stage) probe() error {
	probe := filepath.Join(s.root, "probe")
	if err := s.disk.Mkdir(probe, 0o777); err != nil {
		return err
	}
	for range 2 {
		if err := s.disk.Exchange(probe, s.fresh.root); err != nil {
			return errors.Join(err, s.disk.Remove(probe))
		}
	}
	return s.disk.Remove(probe)
}

// moveIn makes the stage the target folder, which does not exist yet.
func (s *Stage) moveIn(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := makeAll(s.disk, filepath.Dir(s.target)); err != nil {
		return err
	}
	err := s.disk.Rename(s.fresh.root, s.target)
	if acrossDevices(err) {
		return errNoExchange
	}
	return err
}

// complete puts into the stage what stays of the target folder: files that are published already, files and empty folders of
// other people, and the modes of folders.
func (s *Stage) complete(ctx context.Context, p *plan) error {
	for _, path := range p.linked {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := s.stay(path); err != nil {
			return err
		}
	}
	for _, group := range [][]found{p.foreign, p.kept} {
		for _, e := range group {
			err := s.stay(e.path)
			if errors.Is(err, fs.ErrPermission) {
				err = fmt.Errorf("%s cannot be moved along: %w", e.path, errNoExchange)
			}
			if err != nil {
				return err
			}
		}
	}
	for _, e := range p.folders {
		if !e.empty {
			continue
		}
		if err := s.fresh.make(e.path); err != nil {
			return err
		}
	}
	return errors.Join(s.keepModes(p), ctx.Err())
}

// stay gives the stage what the target folder holds under a path.
func (s *Stage) stay(path string) error {
	info, err := os.Lstat(s.old.local(path))
	if err != nil {
		return err
	}
	if err := s.fresh.make(parent(path)); err != nil {
		return err
	}
	return duplicate(s.disk, s.old.local(path), s.fresh.local(path), info)
}

// keepModes gives the folders of the stage the modes they have in the target folder, and those of other people their dates.
func (s *Stage) keepModes(p *plan) error {
	ours := make(map[string]bool)
	for _, f := range p.files {
		for up := parent(f.Path); up != "" && !ours[up]; up = parent(up) {
			ours[up] = true
		}
	}
	for i := len(p.folders) - 1; i >= -1; i-- { // each folder after those in it
		path := ""
		if i >= 0 {
			path = p.folders[i].path
		}
		was, err := os.Lstat(s.old.local(path))
		if err != nil {
			return err
		}
		is, err := os.Lstat(s.fresh.local(path))
		if missing(err) || err == nil && !is.IsDir() {
			continue // nothing of it stays
		}
		if err != nil {
			return err
		}
		if is.Mode() != was.Mode() {
			if err := s.disk.Chmod(s.fresh.local(path), was.Mode()&settable); err != nil {
				return err
			}
		}
		if path != "" && !ours[path] {
			if err := s.disk.Chtimes(s.fresh.local(path), was.ModTime()); err != nil {
				return err
			}
		}
	}
	return nil
}

// dispose removes the old site after its folder has changed places with the target folder. What the old site did not own is
// in the target folder too; what came or was changed at the last moment is brought there. The manifests go last, the
// outermost at the very end: a run that goes on with this still has to know what the old site owned.
func dispose(d disk, folder, target string, old *published) error {
	entries, err := scan(folder)
	if err != nil {
		return err
	}
	order := func(e found) int {
		_, ours := old.owned[e.path]
		switch {
		case e.mode.IsDir():
			return 3
		case ours && e.path == ManifestName:
			return 2
		case ours && isManifestPath(e.path):
			return 1
		}
		return 0
	}
	slices.Reverse(entries) // each folder after what it holds
	slices.SortStableFunc(entries, func(a, b found) int { return order(a) - order(b) })
	moved := &folders{disk: d, root: target}
	for _, e := range entries {
		path := filepath.Join(folder, filepath.FromSlash(e.path))
		if _, ours := old.owned[e.path]; !ours && !e.mode.IsDir() {
			rescued, err := rescue(d, path, e.path, moved)
			if err != nil {
				return err
			}
			if rescued {
				continue
			}
		}
		if err := remove(d, path); err != nil {
			return err
		}
	}
	return remove(d, folder)
}

// rescue moves a file of other people into the target folder if that lacks it or has an older one.
func rescue(d disk, from, rel string, target *folders) (bool, error) {
	to := target.local(rel)
	was, err := os.Lstat(from)
	if err != nil {
		return false, err
	}
	is, err := os.Lstat(to)
	if err == nil && (os.SameFile(was, is) || !was.ModTime().After(is.ModTime())) {
		return false, nil
	}
	if err != nil && !missing(err) {
		return false, err
	}
	if err := target.make(parent(rel)); err != nil {
		return false, err
	}
	return true, d.Rename(from, to)
}
