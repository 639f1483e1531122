package preview

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"antq/internal/build"
)

// folders are those of a site that a build reads.
var folders = [...]string{"content", "layouts", "static"}

// stamp tells one state of a file from another without reading it.
type stamp struct {
	size, modified int64 // bytes, nanoseconds
	mode           fs.FileMode
}

// snapshot is every file of a site by its path, "content/…".
type snapshot map[string]stamp

// scan takes the snapshot of everything at or below a path of the site; "" is the site. Each folder on the way is shown to enter
// before it is read, so that nothing is missed in between. The folders of a site may be links themselves, as its root may; links in them are
// not followed, as the build does not. What cannot be read is not there: the build says so.
func scan(root, name string, enter func(dir string)) snapshot {
	found := snapshot{}
	if name != "" {
		found.walk(root, name, enter)
		return found
	}
	for _, folder := range folders {
		found.walk(root, folder, enter)
	}
	return found
}

func (s snapshot) walk(root, name string, enter func(string)) {
	top := filepath.Join(root, filepath.FromSlash(name))
	real := top
	if slices.Contains(folders[:], name) {
		if target, err := filepath.EvalSymlinks(top); err == nil {
			real = target
		}
	}
	_ = filepath.WalkDir(real, func(file string, d fs.DirEntry, err error) error {
		file = top + strings.TrimPrefix(file, real)
		if err != nil {
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if build.Ignored(filepath.Base(file)) {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			enter(file)
			return nil
		}
		if info, err := d.Info(); err == nil {
			s[siteName(root, file)] = stampOf(info)
		}
		return nil
	})
}

func stampOf(info os.FileInfo) stamp {
	return stamp{info.Size(), info.ModTime().UnixNano(), info.Mode()}
}

// siteName returns the path of a file as problems name it, "" if it is none of the site's.
func siteName(root, file string) string {
	rest, err := filepath.Rel(root, file)
	if err != nil {
		return ""
	}
	name := filepath.ToSlash(rest)
	for _, folder := range folders {
		if name == folder || strings.HasPrefix(name, folder+"/") {
			return name
		}
	}
	return ""
}

// difference lists what is new, gone or other in a later snapshot.
func (s snapshot) difference(later snapshot) []string {
	var names []string
	for name, is := range later {
		if was, ok := s[name]; !ok || was != is {
			names = append(names, name)
		}
	}
	for name := range s {
		if _, ok := later[name]; !ok {
			names = append(names, name)
		}
	}
	return names
}

// below lists the files at or below a path.
func (s snapshot) below(name string) []string {
	if _, ok := s[name]; ok {
		return []string{name}
	}
	var names []string
	for file := range s {
		if strings.HasPrefix(file, name+"/") {
			names = append(names, file)
		}
	}
	return names
}
