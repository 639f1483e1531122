package output

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// UnfinishedError says that files were being replaced one by one when something failed. What is published is part old,
// part new, and each page whole; the next run finishes it.
type UnfinishedError struct{ Err error }

func (e *UnfinishedError) Error() string {
	return fmt.Sprintf("stopped in the middle, the next run will finish it: %v", e.Err)
}

func (e *UnfinishedError) Unwrap() error { return e.Err }

// steps returns what has to be done in the target folder, in this order: old files in the place of new folders and the other
// way round, assets, pages, lists, manifests, deletions. So a page never appears before the files it uses, a list never
// before its pages, and nothing disappears before the manifest has stopped listing it.
func (p *plan) steps(old *published) []step {
	files := make(map[string]File, len(p.files))
	folders := make(map[string]bool)
	for _, f := range p.files {
		files[f.Path] = f
		for up := parent(f.Path); up != ""; up = parent(up) {
			folders[up] = true
		}
	}
	var first, puts, last []step
	for _, path := range p.removed {
		s := step{verb: "remove", file: old.owned[path]}
		blocking := folders[path]
		for up := parent(path); up != "" && !blocking; up = parent(up) {
			_, blocking = files[up]
		}
		if blocking {
			first = append(first, s)
		} else {
			last = append(last, s)
		}
	}
	for _, path := range p.written {
		verb := "add"
		if _, ours := old.owned[path]; ours {
			verb = "replace"
		}
		puts = append(puts, step{verb: verb, file: files[path]})
	}
	slices.SortStableFunc(puts, func(a, b step) int { return turn(a.file.Path) - turn(b.file.Path) })
	return slices.Concat(first, puts, last)
}

// turn says when a file is put in its place: what pages use, pages, what lists pages, manifests with the outermost last.
func turn(path string) int {
	name := path[strings.LastIndexByte(path, '/')+1:]
	stem, ext, _ := strings.Cut(name, ".")
	switch {
	case path == ManifestName:
		return 4
	case isManifestPath(path):
		return 3
	case stem == "index", strings.HasPrefix(stem, "trang-"):
		return 2
	case ext == "html":
		return 1
	case slices.Contains([]string{"xml", "json", "csv", "ics", "txt", "js"}, ext): // a script that pages load has a digest in its name
		return 2
	}
	return 0
}

// replaceEach publishes where folders cannot be exchanged: file by file, under a journal.
func (s *Stage) replaceEach(ctx context.Context, p *plan) (leftover bool, err error) {
	j := journal{steps: p.steps(s.old)}
	if err := ctx.Err(); err != nil {
		return false, err
	}
	if err := writeJournal(s.disk, s.root, j); err != nil {
		return false, err
	}
	a := newApplier(s.disk, s.root, s.target)
	err = a.apply(j.steps)
	if err != nil && a.changed {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.settled = true
		return false, &UnfinishedError{Err: err}
	}
	if err != nil {
		return false, err
	}
	err = removeStage(s.disk, s.root)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.settled = true
	return err != nil, nil
}

// applier does the steps of a journal in the target folder.
type applier struct {
	disk    disk
	root    string   // of the stage
	into    *folders // the target folder
	changed bool     // a file of the target folder is not what it was
}

func newApplier(d disk, root, target string) *applier {
	return &applier{disk: d, root: root, into: &folders{disk: d, root: target}}
}

// apply does all steps that are not done yet. If it fails before any file is changed, it leaves no new folder behind.
func (a *applier) apply(steps []step) error {
	for _, s := range steps {
		do := a.put
		if s.verb == "remove" {
			do = a.remove
		}
		if err := do(s.file); err != nil {
			if !a.changed {
				a.into.unmake()
			}
			return err
		}
	}
	return nil
}

// put moves a file of the stage over that of the target folder. A file that is no longer in the stage is in its place.
func (a *applier) put(f File) error {
	from, to := a.staged(f.Path), a.into.local(f.Path)
	if _, err := os.Lstat(from); missing(err) {
		return nil
	}
	if err := a.into.make(parent(f.Path)); err != nil {
		return err
	}
	err := a.disk.Rename(from, to)
	if acrossDevices(err) {
		err = a.copyOver(from, to)
	}
	if err != nil {
		return err
	}
	a.changed = true
	return nil
}

func (a *applier) staged(path string) string {
	return filepath.Join(a.root, "new", filepath.FromSlash(path))
}

// part returns the name under which a file is completed beside its place, where the stage lies on another file system.
func (a *applier) part(to string) string {
	return filepath.Join(filepath.Dir(to), filepath.Base(a.root)+".part")
}

func (a *applier) copyOver(from, to string) error {
	part := a.part(to)
	if err := copyFile(a.disk, from, part); err != nil {
		return errors.Join(err, ignoreMissing(a.disk.Remove(part)))
	}
	if err := a.disk.Rename(part, to); err != nil {
		return errors.Join(err, a.disk.Remove(part))
	}
	return a.disk.Remove(from)
}

// remove deletes a file that is as it was made, and the folders that are empty then.
func (a *applier) remove(f File) error {
	for up := parent(f.Path); up != ""; up = parent(up) {
		if info, err := os.Lstat(a.into.local(up)); err == nil && !info.IsDir() {
			return nil // somebody has put something else there
		}
	}
	switch _, err := os.Lstat(a.into.local(f.Path)); {
	case missing(err): // a run was stopped here; the folders are still to be removed
	case !(&published{folder: a.into.root, owned: map[string]File{f.Path: f}}).unchanged(f.Path):
		return nil
	default:
		if err := a.disk.Remove(a.into.local(f.Path)); err != nil {
			return err
		}
		a.changed = true
	}
	for up := parent(f.Path); up != ""; up = parent(up) {
		entries, err := os.ReadDir(a.into.local(up))
		if missing(err) {
			continue
		}
		if err != nil || len(entries) > 0 {
			return nil
		}
		if err := a.disk.Remove(a.into.local(up)); err != nil {
			return err
		}
	}
	return nil
}
