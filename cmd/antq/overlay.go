package main

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"antq/layouts"
	"antq/static"
)

// overlay shows the files of over where they exist, else those of under, file by file; folders are merged. Go files and
// names that begin with a dot are left out: folders are embedded whole, and these come along.
type overlay struct{ over, under fs.FS }

func hidden(name string) bool {
	if name == "." {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") {
			return true
		}
	}
	return path.Ext(name) == ".go"
}

// Open opens a file of the upper folder, else of the lower one.
func (o overlay) Open(name string) (fs.File, error) {
	if hidden(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if !own(o.over, name) {
		return o.under.Open(name)
	}
	f, err := o.over.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.under.Open(name)
	}
	return f, err
}

// own reports whether a name of the upper folder is a file or folder of its own, on the whole way down. A link could lead to
// any file of the machine, and what it holds would be published.
func own(fsys fs.FS, name string) bool {
	for {
		info, err := fs.Lstat(fsys, name)
		if err != nil || !info.IsDir() && !info.Mode().IsRegular() {
			return false
		}
		if name == "." {
			return true
		}
		name = path.Dir(name)
	}
}

// ReadDir lists a folder of both, sorted by name.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	var over []fs.DirEntry
	err := fs.ErrNotExist
	if own(o.over, name) {
		over, err = fs.ReadDir(o.over, name)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	under, underErr := fs.ReadDir(o.under, name)
	if err != nil && underErr != nil {
		return nil, underErr
	}
	all := append(over, under...) // of two with one name the first stays: the upper
	slices.SortStableFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	all = slices.CompactFunc(all, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() })
	return slices.DeleteFunc(all, func(d fs.DirEntry) bool { return hidden(path.Join(name, d.Name())) }), nil
}

// shippedLook reports whether the layouts for all agencies, the style sheets and the scripts are the embedded ones, to the byte.
func shippedLook(pages, files fs.FS) (bool, error) {
	same, err := sameFiles(pages, layouts.FS, func(name string) bool {
		dir, _, below := strings.Cut(name, "/")
		return !below || dir == "partials" || dir == "shortcodes"
	})
	if err != nil || !same {
		return false, err
	}
	return sameFiles(files, static.FS, func(name string) bool {
		return name == "early.js" || strings.HasPrefix(name, "css/") || strings.HasPrefix(name, "js/")
	})
}

// sameFiles reports whether every file of shown that counts is the same in shipped. What shown lays over shipped lacks nothing.
func sameFiles(shown, shipped fs.FS, counts func(string) bool) (bool, error) {
	same := true
	err := fs.WalkDir(shown, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !d.Type().IsRegular() || !counts(name) {
			return err
		}
		data, err := fs.ReadFile(shown, name)
		if err != nil {
			return err
		}
		was, err := fs.ReadFile(shipped, name)
		if err != nil || !bytes.Equal(data, was) {
			same = false
			return fs.SkipAll
		}
		return nil
	})
	return same, err
}
