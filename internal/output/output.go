// Package output holds the finished files of a build and brings them to the public without ever showing half a site.
//
// # The way of the bytes
//
// A [Tree] is a sorted index (path, size, sha256) over a store. Bytes enter the store when a file is finished and are not
// kept in the tree. [Memory] is a store for tests and the preview; [Stage] is a folder beside the output folder, on the same
// file system. A stage knows what is published: bytes that are there already are not written again, so that a second build
// of the same sources writes nothing and creates nothing.
//
//	lock, err := output.Acquire(ctx, dir, waiting)   // one run at a time; finishes or clears what a killed run left
//	defer lock.Release()
//	stage, err := output.NewStage(dir, "")           // or the id of one agency
//	defer stage.Close()                              // removes the stage, whatever happened
//	tree := output.NewTree(stage)
//	err = tree.Put("index.html", page)               // from many goroutines
//	err = tree.Seal([]string{"", "so-xay-dung"})     // writes the manifests
//	report, err := output.Publish(ctx, tree)
//
// # Paths
//
// Paths are slash-separated and full: "index.html" is the hub's home, "so-xay-dung/index.html" that of an agency, also when
// only this agency is published. Two paths that some file system takes for one (letter case, Unicode form) are refused.
//
// # Manifests
//
// The folder of an agency holds "manifest.txt", which lists the agency's own files, itself not included, with paths that
// begin below the agency's folder. The manifest of the output folder lists the hub's own files and the manifest of each
// agency. The manifests say what antq owns: it deletes only files that they list and that nobody has changed since. Any
// other file is foreign: it is kept, also where the folder is exchanged, and a foreign file at a path that is to be written
// stops the run before anything is changed.
//
// # Publication
//
// Where the system can exchange two folders (Linux, macOS) the stage is completed with links to what stays, and both
// folders change places in one step: whoever kills the run leaves the old site or the new one, whole. Elsewhere (Windows,
// a folder that is a mount point) the files are renamed over the old ones, one by one, under a journal: assets, pages,
// lists, manifests, deletions. A run that is killed there is finished by the next [Acquire].
//
// After an exchange the output folder is another folder under the same name: a shell that stands in it, or a container that
// mounts it, goes on seeing the old one. A container should mount the folder above it.
//
// All this holds for processes that are killed, not for a machine that loses power: files are not flushed one by one. The
// next build mends that, since it compares bytes and not dates.
package output

import (
	"encoding/hex"
	"io"
)

// Sum is the SHA-256 of a file's bytes.
type Sum [32]byte

// String returns the sum as 64 lower-case hexadecimal digits.
func (s Sum) String() string { return hex.EncodeToString(s[:]) }

// File is one finished file.
type File struct {
	Path string // slash-separated
	Size int64  // bytes
	Sum  Sum
}

// Store keeps the bytes of a tree's files. [Memory] and [Stage] are the two stores there are.
type Store interface {
	// put takes a finished file. It does not keep data.
	put(file File, data []byte) error
	// copy takes a file of unknown size from a reader and returns what it has read.
	copy(path string, r io.Reader) (File, error)
	// keep reports whether bytes with this sum are published under the path, and their size.
	keep(path string, sum Sum) (size int64, ok bool, err error)
	// open reads a file back.
	open(path string) (io.ReadCloser, error)
}
