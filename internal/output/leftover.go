package output

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// finishLeftovers clears the stages that killed runs left beside the output folder dir: a publication file by file is
// finished, the old site of an exchange is removed, a stage that was not published is dropped.
func finishLeftovers(d disk, dir string) error {
	parent := filepath.Dir(dir)
	entries, err := os.ReadDir(parent)
	if err != nil {
		return err
	}
	for _, e := range entries {
		scope, ours := stageScope(dir, e.Name())
		if !ours {
			continue
		}
		root := filepath.Join(parent, e.Name())
		if !e.IsDir() {
			return fmt.Errorf("%s is in the way of the stage; move it elsewhere", root)
		}
		target := filepath.Join(dir, scope)
		if err := finish(d, root, target, scope == ""); err != nil {
			return fmt.Errorf("finishing what a stopped run left in %s: %w", root, err)
		}
	}
	return nil
}

// stageScope reads the name of a stage of the output folder dir.
func stageScope(dir, name string) (scope string, ok bool) {
	rest, ok := strings.CutPrefix(name, "."+filepath.Base(dir)+".stage")
	if !ok || rest == "" {
		return "", ok
	}
	scope, ok = strings.CutPrefix(rest, "-")
	return scope, ok && isID(scope)
}

// isID reports whether a name can be the folder of a site, which has the letters of an address.
func isID(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-_") == ""
}

func finish(d disk, root, target string, whole bool) error {
	j, ok, err := readJournal(root)
	switch {
	case err != nil:
		return err
	case !ok:
	case j.steps == nil:
		err = finishExchange(d, root, target, j.exchange, whole)
	default:
		err = finishSteps(d, root, target, j.steps)
	}
	if err != nil {
		return err
	}
	return removeStage(d, root)
}

// finishExchange removes the old site if the folders had changed places. Its place is the stage's, which is otherwise
// removed whole.
func finishExchange(d disk, root, target string, manifest Sum, whole bool) error {
	folder := filepath.Join(root, "new")
	if info, err := os.Lstat(folder); err != nil || !info.IsDir() {
		return ignoreMissing(err)
	}
	now, err := loadPublished(target, whole)
	if err != nil {
		return err
	}
	if now.owned[ManifestName].Sum != manifest {
		return nil
	}
	old, err := loadPublished(folder, whole)
	if err != nil {
		return err
	}
	if whole {
		for _, id := range now.agencies() {
			if _, err := old.adopt(id); err != nil {
				return err
			}
		}
	}
	return dispose(d, folder, target, old)
}

// finishSteps does what is left of a publication file by file, unless its folder was taken away meanwhile.
func finishSteps(d disk, root, target string, steps []step) error {
	if info, err := os.Lstat(target); err != nil || !info.IsDir() {
		return ignoreMissing(err)
	}
	a := newApplier(d, root, target)
	first := slices.IndexFunc(steps, func(s step) bool { return s.verb != "remove" })
	if first > 0 { // files that make way for others
		if err := a.apply(steps[:first]); err != nil {
			return err
		}
	}
	var foreign []string
	for _, s := range steps {
		if s.verb == "remove" {
			continue
		}
		if err := ignoreMissing(d.Remove(a.part(a.into.local(s.file.Path)))); err != nil {
			return err
		}
		ok, err := a.intact(s.file)
		if err != nil {
			return err
		}
		if ok && s.verb == "add" && a.taken(s.file) {
			foreign = append(foreign, s.file.Path)
		}
	}
	if foreign != nil {
		return &ForeignError{Dir: target, Paths: foreign}
	}
	return a.apply(steps)
}

// intact reports whether the stage still holds a file as it was finished. One that was damaged is dropped: the build that
// follows compares bytes and writes it again.
func (a *applier) intact(f File) (bool, error) {
	staged := &published{folder: filepath.Join(a.root, "new"), owned: map[string]File{f.Path: f}}
	if staged.unchanged(f.Path) {
		return true, nil
	}
	return false, ignoreMissing(a.disk.Remove(staged.local(f.Path)))
}

// taken reports whether a file that is to be added is there already, with other bytes.
func (a *applier) taken(f File) bool {
	if _, err := os.Lstat(a.into.local(f.Path)); missing(err) {
		return false
	}
	return !(&published{folder: a.into.root, owned: map[string]File{f.Path: f}}).unchanged(f.Path)
}

// removeStage removes a stage, its journal first: without it the rest has no meaning. Anything else in the folder is not
// removed and an error.
func removeStage(d disk, root string) error {
	if err := ignoreMissing(d.Remove(journalPath(root))); err != nil {
		return err
	}
	for _, name := range []string{"journal.part", "probe", "new"} {
		if err := removeAll(d, filepath.Join(root, name)); err != nil {
			return err
		}
	}
	return ignoreMissing(d.Remove(root))
}
