package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"time"
)

// errNoExchange says that two folders cannot change places here: not on this system, not on this file system, or not these
// folders (a mount point).
var errNoExchange = errors.New("folders cannot be exchanged here")

// disk is every operation with which this package changes a file system. Nothing else in it does, except for the lock's
// file, so that a test can count the operations, make one fail, or end the process at one.
type disk interface {
	Mkdir(path string, mode fs.FileMode) error
	Create(path string) (io.WriteCloser, error) // a new file; an existing one is an error
	Link(old, new string) error
	Symlink(target, path string) error
	Rename(old, new string) error // a file replaces a file
	Exchange(a, b string) error   // of two folders in one step, or errNoExchange
	Remove(path string) error     // a file or an empty folder
	Chmod(path string, mode fs.FileMode) error
	Chtimes(path string, mtime time.Time) error
}

// system is the disk of the operating system.
type system struct{}

func (system) Mkdir(path string, mode fs.FileMode) error { return os.Mkdir(path, mode) }

func (system) Create(path string) (io.WriteCloser, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, err // not a nil *os.File in an interface
	}
	return f, nil
}

func (system) Link(old, new string) error                { return os.Link(old, new) }
func (system) Symlink(target, path string) error         { return os.Symlink(target, path) }
func (system) Rename(old, new string) error              { return os.Rename(old, new) }
func (system) Exchange(a, b string) error                { return exchange(a, b) }
func (system) Remove(path string) error                  { return os.Remove(path) }
func (system) Chmod(path string, mode fs.FileMode) error { return os.Chmod(path, mode) }
func (system) Chtimes(path string, mtime time.Time) error {
	return os.Chtimes(path, time.Time{}, mtime)
}
