package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ForeignError says that files which antq does not own lie where it would have to write. Nothing has been changed.
type ForeignError struct {
	Dir   string   // the folder
	Paths []string // sorted, below Dir
}

func (e *ForeignError) Error() string {
	if len(e.Paths) == 1 {
		return fmt.Sprintf("%s: %s was not made by this program and is in the way", e.Dir, e.Paths[0])
	}
	return fmt.Sprintf("%s: %d files were not made by this program and are in the way, the first is %s", e.Dir, len(e.Paths), e.Paths[0])
}

// found is one entry of the target folder, its path below it.
type found struct {
	path  string
	mode  fs.FileMode // the type only
	empty bool        // of a folder
}

// scan lists a folder, each folder before what it holds; symbolic links are not followed. A folder that does not exist
// holds nothing.
func scan(root string) ([]found, error) {
	var all []found
	var walk func(rel string) error
	walk = func(rel string) error {
		entries, err := os.ReadDir(filepath.Join(root, filepath.FromSlash(rel)))
		if rel == "" && missing(err) {
			return nil
		}
		if rel != "" && errors.Is(err, fs.ErrPermission) {
			all[len(all)-1].mode = fs.ModeIrregular // somebody's folder, closed to us
			return nil
		}
		if err != nil {
			return err
		}
		if rel != "" {
			all[len(all)-1].empty = len(entries) == 0
		}
		for _, e := range entries {
			path := join(rel, e.Name())
			all = append(all, found{path: path, mode: e.Type()})
			if e.IsDir() {
				if err := walk(path); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return all, walk("")
}

// plan is what a publication has to do. Paths begin below the target folder.
type plan struct {
	files       []File   // of the tree
	written     []string // of files: those in the stage
	linked      []string // of files: those that are published already
	removed     []string // owned, unchanged, no longer in the tree
	foreign     []found  // files of other people
	kept        []found  // owned, but changed by somebody, no longer in the tree
	overwritten []string // of written: changed by somebody
	folders     []found  // that are there now
}

// newPlan compares the tree with what the target folder holds. A [*ForeignError] names every file that is in the way.
func newPlan(s *Stage, t *Tree) (*plan, error) {
	entries, err := scan(s.target)
	if err != nil {
		return nil, err
	}
	wanted := newWanted(s, t)
	p := &plan{files: wanted.files}
	there := p.sort(s.old, wanted, entries)
	if err := p.collisions(s, wanted); err != nil {
		return nil, err
	}
	for _, f := range p.files {
		switch {
		case s.staged[f.Path]:
			p.written = append(p.written, f.Path)
			if there[f.Path] && !s.old.untouched(f.Path) {
				p.overwritten = append(p.overwritten, f.Path)
			}
		case there[f.Path]:
			p.linked = append(p.linked, f.Path)
		default:
			return nil, fmt.Errorf("%s was taken out of %s during the build; build again", f.Path, s.target)
		}
	}
	return p, nil
}

// sort tells owned entries from foreign ones. It returns which of the owned paths are there.
func (p *plan) sort(old *published, w *wanted, entries []found) map[string]bool {
	there := make(map[string]bool, len(entries))
	owned := old.aliases(entries)
	for _, e := range entries {
		path := owned(e.path)
		_, ours := old.owned[path]
		_, stays := w.byPath[path]
		switch {
		case e.mode.IsDir():
			p.folders = append(p.folders, e)
		case !ours:
			p.foreign = append(p.foreign, e)
		case stays:
			there[path] = true
		case e.mode.IsRegular() && old.unchanged(path):
			p.removed = append(p.removed, path)
		default:
			p.kept = append(p.kept, e)
		}
	}
	return there
}

// aliases returns a function that finds the owned path of an entry: mostly the entry's own, but some file systems spell a
// name in another letter case or Unicode form than the one it was made with.
func (p *published) aliases(entries []found) func(path string) string {
	var absent map[string]string // owned paths that are not among the entries, by key
	return func(path string) string {
		if _, ok := p.owned[path]; ok {
			return path
		}
		if absent == nil {
			absent = p.absent(entries)
		}
		if o, ok := absent[pathKey(path)]; ok && sameFile(p.local(o), p.local(path)) {
			return o
		}
		return path
	}
}

func (p *published) absent(entries []found) map[string]string {
	there := make(map[string]bool, len(entries))
	for _, e := range entries {
		there[e.path] = true
	}
	absent := make(map[string]string)
	for path := range p.owned {
		if !there[path] {
			absent[pathKey(path)] = path
		}
	}
	return absent
}

// wanted is the tree as the target folder is to show it.
type wanted struct {
	files   []File
	byPath  map[string]File
	folders map[string]bool
	keys    map[string]string // path by its key; made when there is something to compare
}

func newWanted(s *Stage, t *Tree) *wanted {
	w := &wanted{byPath: make(map[string]File), folders: make(map[string]bool)}
	for _, f := range t.Files() {
		f.Path = strings.TrimPrefix(f.Path, s.scope+"/")
		w.files = append(w.files, f)
		w.byPath[f.Path] = f
		for up := parent(f.Path); up != "" && !w.folders[up]; up = parent(up) {
			w.folders[up] = true
		}
	}
	return w
}

// collisions returns a [*ForeignError] if an entry that has to stay lies at, above or below the path of a file to be
// written.
func (p *plan) collisions(s *Stage, w *wanted) error {
	var paths []string
	for _, e := range slices.Concat(p.foreign, p.kept, p.folders) {
		if e.mode.IsDir() && !e.empty {
			continue // what it holds is looked at
		}
		if w.blockedBy(e) || w.aliasOf(s, e) {
			paths = append(paths, e.path)
		}
	}
	if len(paths) == 0 {
		return nil
	}
	slices.Sort(paths)
	return &ForeignError{Dir: s.target, Paths: paths}
}

func (w *wanted) blockedBy(e found) bool {
	if _, file := w.byPath[e.path]; file {
		return true
	}
	if w.folders[e.path] && !e.mode.IsDir() {
		return true
	}
	for up := parent(e.path); up != ""; up = parent(up) {
		if _, file := w.byPath[up]; file {
			return true
		}
	}
	return false
}

// aliasOf reports whether the file system takes the entry for a file to be written, under another spelling.
func (w *wanted) aliasOf(s *Stage, e found) bool {
	if w.keys == nil {
		w.keys = make(map[string]string, len(w.files))
		for _, f := range w.files {
			w.keys[pathKey(f.Path)] = f.Path
		}
	}
	path, ok := w.keys[pathKey(e.path)]
	return ok && path != e.path && sameFile(s.old.local(path), s.old.local(e.path))
}

func sameFile(a, b string) bool {
	infoA, errA := os.Lstat(a)
	infoB, errB := os.Lstat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

// report turns the plan into full, sorted paths.
func (p *plan) report(s *Stage) Report {
	full := func(paths []string) []string {
		var out []string
		for _, path := range paths {
			out = append(out, join(s.scope, path))
		}
		slices.Sort(out)
		return out
	}
	paths := func(entries []found) []string {
		var out []string
		for _, e := range entries {
			out = append(out, e.path)
		}
		return out
	}
	return Report{
		Written:     full(p.written),
		Removed:     full(p.removed),
		Unchanged:   len(p.linked),
		Foreign:     full(paths(p.foreign)),
		Overwritten: full(p.overwritten),
		Kept:        full(paths(p.kept)),
	}
}
