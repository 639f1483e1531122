package output

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// site is what a build makes: the bytes of each file by its full path, without manifests.
type site map[string]string

// withoutExchange is a disk of a system that cannot exchange folders.
type withoutExchange struct{ disk }

func (withoutExchange) Exchange(a, b string) error { return errNoExchange }

// withoutLinks is a disk whose file system has no second names for files.
type withoutLinks struct{ disk }

func (withoutLinks) Link(old, new string) error { return syscall.EPERM }

// twoDevices is a disk on which the stage lies on another file system than the output, as when that is a mount point.
type twoDevices struct{ disk }

func (d twoDevices) Link(old, new string) error {
	if staged(old) != staged(new) {
		return syscall.EXDEV
	}
	return d.disk.Link(old, new)
}

func (d twoDevices) Rename(old, new string) error {
	if staged(old) != staged(new) {
		return syscall.EXDEV
	}
	return d.disk.Rename(old, new)
}

func (d twoDevices) Exchange(a, b string) error {
	if staged(a) != staged(b) {
		return errNoExchange
	}
	return d.disk.Exchange(a, b)
}

var inStage = regexp.MustCompile(`\.stage(-[^./\\]+)?[/\\]`)

func staged(path string) bool { return inStage.MatchString(path) }

// disks are the kinds of file systems a publication meets.
var disks = map[string]disk{
	"exchange": system{},
	"copies":   withoutLinks{system{}},
	"journal":  withoutExchange{system{}},
	"devices":  twoDevices{system{}},
}

// fileByFile reports whether a publication on the disk replaces files one by one.
func fileByFile(name string) bool { return name == "journal" || name == "devices" }

// ways runs a test with every way of publication.
func ways(t *testing.T, run func(t *testing.T, d disk)) {
	byName(t, func(t *testing.T, name string) { run(t, disks[name]) })
}

func byName(t *testing.T, run func(t *testing.T, name string)) {
	for name := range disks {
		t.Run(name, func(t *testing.T) {
			if !fileByFile(name) {
				needExchange(t)
			}
			if name == "devices" && runtime.GOOS == "windows" {
				t.Skip("the system has another error for this")
			}
			run(t, name)
		})
	}
}

// fastDir returns an empty folder for tests that make thousands of files: in memory, where the system has such a place.
func fastDir(t *testing.T) string {
	dir, err := os.MkdirTemp("/dev/shm", "output")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	return dir
}

func needExchange(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if err := errors.Join(os.Mkdir(a, 0o777), os.Mkdir(b, 0o777)); err != nil {
		t.Fatal(err)
	}
	if errors.Is(exchange(a, b), errNoExchange) {
		t.Skip("folders cannot be exchanged here")
	}
}

// agencies returns the folders of a site's agencies: here, those whose names begin with "so-".
func (s site) agencies() []string {
	ids := map[string]bool{}
	for path := range s {
		if dir, _, ok := strings.Cut(path, "/"); ok && strings.HasPrefix(dir, "so-") {
			ids[dir] = true
		}
	}
	return slices.Sorted(maps.Keys(ids))
}

// build does one whole run, file after file in sorted order.
func (s site) build(d disk, dir, scope string) (Report, error) {
	lock, err := acquire(context.Background(), d, dir, nil)
	if err != nil {
		return Report{}, err
	}
	report, err := s.publish(d, dir, scope)
	return report, errors.Join(err, lock.Release())
}

// publish does what a run does under the lock.
func (s site) publish(d disk, dir, scope string) (Report, error) {
	stage, err := newStage(d, dir, scope)
	if err != nil {
		return Report{}, err
	}
	report, err := s.fill(stage, scope)
	return report, errors.Join(err, stage.Close())
}

func (s site) fill(stage *Stage, scope string) (Report, error) {
	tree := NewTree(stage)
	for _, path := range slices.Sorted(maps.Keys(s)) {
		if err := tree.Put(path, []byte(s[path])); err != nil {
			return Report{}, err
		}
	}
	if scope == "" {
		return sealAndPublish(tree, s)
	}
	if err := tree.Seal([]string{scope}); err != nil {
		return Report{}, err
	}
	return Publish(context.Background(), tree)
}

func sealAndPublish(tree *Tree, s site) (Report, error) {
	if err := tree.Seal(append(s.agencies(), "")); err != nil {
		return Report{}, err
	}
	return Publish(context.Background(), tree)
}

func (s site) mustBuild(t *testing.T, d disk, dir string) Report {
	t.Helper()
	report, err := s.build(d, dir, "")
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// published returns the site with its manifests, as a folder holds it.
func (s site) published(t *testing.T) map[string]string {
	t.Helper()
	tree := NewTree(NewMemory())
	for path, text := range s {
		if err := tree.Put(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := tree.Seal(append(s.agencies(), "")); err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range tree.Files() {
		data, err := tree.ReadFile(f.Path)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Path] = string(data)
	}
	return all
}

// with returns the union of files; later ones win.
func with(parts ...map[string]string) map[string]string {
	all := map[string]string{}
	for _, p := range parts {
		maps.Copy(all, p)
	}
	return all
}

// held reads all files of a folder: the bytes of a file, "-> target" of a symbolic link, "" of an empty folder (path with a
// slash at the end).
func held(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return ignoreMissing(err)
		}
		rel, _ := filepath.Rel(dir, path)
		rel = filepath.ToSlash(rel)
		switch {
		case e.IsDir():
			entries, err := os.ReadDir(path)
			if len(entries) == 0 {
				all[rel+"/"] = ""
			}
			return err
		case e.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(path)
			all[rel] = "-> " + target
			return err
		}
		data, err := os.ReadFile(path)
		all[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// wantHeld fails unless the folder holds exactly these files.
func wantHeld(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	if got := held(t, dir); !maps.Equal(got, want) {
		t.Errorf("%s holds\n%swant\n%s", dir, listing(got), listing(want))
	}
}

func listing(files map[string]string) string {
	var b strings.Builder
	for _, path := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&b, "  %s %q\n", path, files[path])
	}
	return b.String()
}

// write makes files by hand, as somebody might in an output folder.
func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for path, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// hooked calls before for every operation that changes the disk, which may fail it, and after, if not nil, when it is done.
type hooked struct {
	disk
	before func(op, path string) error
	after  func()
}

func (h hooked) do(op, path string, run func() error) error {
	if err := h.before(op, path); err != nil {
		return err
	}
	err := run()
	if h.after != nil {
		h.after()
	}
	return err
}

func (h hooked) Mkdir(path string, mode fs.FileMode) error {
	return h.do("mkdir", path, func() error { return h.disk.Mkdir(path, mode) })
}

func (h hooked) Create(path string) (w io.WriteCloser, err error) {
	err = h.do("create", path, func() (err error) { w, err = h.disk.Create(path); return err })
	return hookedFile{w, h, path}, err
}

func (h hooked) Link(old, new string) error {
	return h.do("link", new, func() error { return h.disk.Link(old, new) })
}

func (h hooked) Symlink(target, path string) error {
	return h.do("symlink", path, func() error { return h.disk.Symlink(target, path) })
}

func (h hooked) Rename(old, new string) error {
	return h.do("rename", new, func() error { return h.disk.Rename(old, new) })
}

func (h hooked) Exchange(a, b string) error {
	return h.do("exchange", b, func() error { return h.disk.Exchange(a, b) })
}

func (h hooked) Remove(path string) error {
	return h.do("remove", path, func() error { return h.disk.Remove(path) })
}

func (h hooked) Chmod(path string, mode fs.FileMode) error {
	return h.do("chmod", path, func() error { return h.disk.Chmod(path, mode) })
}

func (h hooked) Chtimes(path string, mtime time.Time) error {
	return h.do("chtimes", path, func() error { return h.disk.Chtimes(path, mtime) })
}

// hookedFile has two moments for each write: before it, and in the middle.
type hookedFile struct {
	io.WriteCloser
	h    hooked
	path string
}

func (f hookedFile) Write(p []byte) (int, error) {
	if err := f.h.before("write", f.path); err != nil {
		return 0, err
	}
	n, err := f.WriteCloser.Write(p[:len(p)/2])
	if err != nil {
		return n, err
	}
	if err := f.h.before("write on", f.path); err != nil {
		return n, err
	}
	m, err := f.WriteCloser.Write(p[len(p)/2:])
	return n + m, err
}
