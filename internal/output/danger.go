package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Reason says why a folder is refused as output.
type Reason string

// The reasons, for [RefusedError].
const (
	IsSource   Reason = "source"    // it is the site's own folder, or one above it
	IsInSource Reason = "in-source" // it is the folder of the sources, layouts, static files or history, or lies in one
	IsHome     Reason = "home"      // it is somebody's home folder, or one above it
	IsRoot     Reason = "root"      // it is the root of a file system
	IsFile     Reason = "file"      // it is not a folder
	IsSymlink  Reason = "symlink"   // it is a symbolic link
	IsNowhere  Reason = "nowhere"   // it has no path
)

// RefusedError says that a folder is no place for output.
type RefusedError struct {
	Dir string
	Why Reason
}

func (e *RefusedError) Error() string {
	why := map[Reason]string{
		IsSource:   "it holds the sources of the site",
		IsInSource: "it is among the sources of the site",
		IsHome:     "it holds a home folder",
		IsRoot:     "it is the root of a file system",
		IsFile:     "it is a file, not a folder",
		IsSymlink:  "it is a symbolic link",
		IsNowhere:  "it has no name",
	}[e.Why]
	return fmt.Sprintf("%s cannot be the output folder: %s", e.Dir, why)
}

// sourceFolders are the parts of a site's folder that no output may lie in.
var sourceFolders = []string{"content", "layouts", "static", ".antq", ".git"}

// Check refuses, with a [*RefusedError], an output folder in which a publication could do harm: the site's folder source, a
// folder above it, its content, layouts, static files, cache or history or a folder in them; the home folder or one above
// it; the root of a file system; a file; a symbolic link. Paths are compared after symbolic links in them are followed;
// home may be "". The folder need not exist.
func Check(dir, source, home string) error {
	if dir == "" {
		return &RefusedError{Dir: `""`, Why: IsNowhere}
	}
	if err := checkFolder(dir); err != nil {
		return err
	}
	at, err := resolve(dir)
	if err != nil {
		return err
	}
	if filepath.Dir(at) == at {
		return &RefusedError{Dir: dir, Why: IsRoot}
	}
	if source, err = resolve(source); err != nil {
		return err
	}
	if within(source, at) {
		return &RefusedError{Dir: dir, Why: IsSource}
	}
	for _, name := range sourceFolders {
		part, err := resolve(filepath.Join(source, name))
		if err != nil {
			return err
		}
		if within(at, part) {
			return &RefusedError{Dir: dir, Why: IsInSource}
		}
	}
	if home == "" {
		return nil
	}
	if home, err = resolve(home); err != nil {
		return err
	}
	if within(home, at) {
		return &RefusedError{Dir: dir, Why: IsHome}
	}
	return nil
}

// checkFolder refuses what is there but is not a folder itself.
func checkFolder(dir string) error {
	info, err := os.Lstat(filepath.Clean(dir)) // a slash at the end would follow a link
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.Mode()&fs.ModeSymlink != 0:
		return &RefusedError{Dir: dir, Why: IsSymlink}
	case !info.IsDir():
		return &RefusedError{Dir: dir, Why: IsFile}
	}
	return nil
}

// resolve returns the absolute path with symbolic links followed, as far as it exists.
func resolve(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	rest := ""
	for at := path; ; at = filepath.Dir(at) {
		real, err := filepath.EvalSymlinks(at)
		if err == nil {
			return filepath.Join(real, rest), nil
		}
		if !errors.Is(err, fs.ErrNotExist) || filepath.Dir(at) == at {
			return "", err
		}
		rest = filepath.Join(filepath.Base(at), rest)
	}
}

// within reports whether path is folder or lies below it. Folders that exist are compared as the file system sees them, since
// a name may be spelled in several ways.
func within(path, folder string) bool {
	info, err := os.Stat(folder)
	for at := path; ; at = filepath.Dir(at) {
		if at == folder {
			return true
		}
		if err == nil {
			if here, e := os.Stat(at); e == nil && os.SameFile(here, info) {
				return true
			}
		}
		if filepath.Dir(at) == at {
			return false
		}
	}
}
