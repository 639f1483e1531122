package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
)

// folders makes folders below a root and remembers them, so that ten thousand files in a folder ask for it once.
type folders struct {
	disk disk
	root string

	mu      sync.Mutex
	made    map[string]bool
	created []string // those that were not there before
}

func (f *folders) local(rel string) string { return filepath.Join(f.root, filepath.FromSlash(rel)) }

// make makes the folder rel and those above it, up to the root; rel "" is the root. A file or a symbolic link at such a
// place is a [*ForeignError].
func (f *folders) make(rel string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.makeLocked(rel)
}

func (f *folders) makeLocked(rel string) error {
	if f.made[rel] {
		return nil
	}
	if rel != "" {
		if err := f.makeLocked(parent(rel)); err != nil {
			return err
		}
	}
	path := f.local(rel)
	err := f.disk.Mkdir(path, 0o777)
	if err == nil {
		f.created = append(f.created, rel)
	}
	if errors.Is(err, fs.ErrExist) {
		info, statErr := os.Lstat(path)
		if statErr != nil {
			return statErr
		}
		if err = nil; !info.IsDir() {
			err = &ForeignError{Dir: f.root, Paths: []string{rel}}
		}
	}
	if err != nil {
		return err
	}
	if f.made == nil {
		f.made = make(map[string]bool)
	}
	f.made[rel] = true
	return nil
}

// makeAll makes a folder and all above it.
func makeAll(d disk, path string) error {
	if info, err := os.Stat(path); err == nil {
		if !info.IsDir() {
			return fmt.Errorf("%s is a file, not a folder", path)
		}
		return nil
	}
	if up := filepath.Dir(path); up != path {
		if err := makeAll(d, up); err != nil {
			return err
		}
	}
	if err := d.Mkdir(path, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

// unmake removes the folders that were made, if nothing is in them.
func (f *folders) unmake() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, rel := range slices.Backward(f.created) {
		if f.disk.Remove(f.local(rel)) == nil {
			delete(f.made, rel)
		}
	}
	f.created = nil
}

// removeAll removes a file or a folder with all it holds. What is not there is no error.
func removeAll(d disk, path string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return ignoreMissing(err)
	}
	if info.IsDir() {
		entries, err := scan(path)
		if err != nil {
			return err
		}
		for _, e := range slices.Backward(entries) { // each folder after what it holds
			if err := remove(d, filepath.Join(path, filepath.FromSlash(e.path))); err != nil {
				return err
			}
		}
	}
	return remove(d, path)
}

// remove removes a file or an empty folder, also from a folder in which its owner may not write.
func remove(d disk, path string) error {
	err := d.Remove(path)
	if !errors.Is(err, fs.ErrPermission) || d.Chmod(filepath.Dir(path), 0o700) != nil {
		return err
	}
	return d.Remove(path)
}

// duplicate makes a second name for a file, or a copy with its mode and dates where links are refused. A symbolic link stays
// one. Sockets and devices cannot be copied.
func duplicate(d disk, from, to string, info fs.FileInfo) error {
	if info.Mode()&fs.ModeSymlink != 0 {
		target, err := os.Readlink(from)
		if err != nil {
			return err
		}
		return d.Symlink(target, to)
	}
	err := d.Link(from, to)
	if err == nil || missing(err) {
		return err
	}
	if acrossDevices(err) {
		return errNoExchange
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is not a file that can be copied: %w", from, errNoExchange)
	}
	if err := copyFile(d, from, to); err != nil {
		return err
	}
	if err := d.Chmod(to, info.Mode()&settable); err != nil {
		return err
	}
	return d.Chtimes(to, info.ModTime())
}

// settable are the bits of a mode that chmod sets.
const settable = fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky

func copyFile(d disk, from, to string) error {
	r, err := os.Open(from)
	if err != nil {
		return err
	}
	defer r.Close()
	w, err := d.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return errors.Join(err, w.Close())
}

// missing reports whether an error says that there is no such file, or that one of the folders above it is a file.
func missing(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}

func ignoreMissing(err error) error {
	if missing(err) {
		return nil
	}
	return err
}
