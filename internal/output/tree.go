package output

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
)

// ManifestName is the name of every manifest.
const ManifestName = "manifest.txt"

// ErrSealed says that a file was put into a tree that is already complete.
var ErrSealed = errors.New("the tree of finished files is complete already")

// PathError says that a path cannot be part of a tree.
type PathError struct {
	Path  string
	Other string // the path that is in the way; "" if the path itself is not allowed
}

func (e *PathError) Error() string {
	switch e.Other {
	case "":
		return fmt.Sprintf("%q is not a path for a finished file", e.Path)
	case e.Path:
		return fmt.Sprintf("two files for %q", e.Path)
	}
	return fmt.Sprintf("%q and %q are the same file for some systems", e.Other, e.Path)
}

// Tree is the sorted index of one build's finished files. Its methods are safe for concurrent use.
type Tree struct {
	store Store

	mu        sync.RWMutex
	claims    map[string]claim // by key: what may not be used again
	files     map[string]File
	manifests map[string]Manifest // by prefix; nil until the tree is sealed
}

// claim is a path that is taken, as a file or as a folder of files.
type claim struct {
	path   string
	folder bool
}

// NewTree returns an empty tree over a store.
func NewTree(store Store) *Tree {
	return &Tree{store: store, claims: make(map[string]claim), files: make(map[string]File)}
}

// Put adds a finished file; the tree does not keep data. A path that is unclean, absolute, leads outside, holds a backslash,
// a colon or a control character, or is reserved for a manifest, and a path that is taken (in any letter case or Unicode
// form, also by a folder) is a [*PathError].
func (t *Tree) Put(path string, data []byte) error {
	if err := t.claim(path, false); err != nil {
		return err
	}
	return t.put(path, data)
}

func (t *Tree) put(path string, data []byte) error {
	f := File{Path: path, Size: int64(len(data)), Sum: sha256.Sum256(data)}
	if err := t.store.put(f, data); err != nil {
		return err
	}
	t.add(f)
	return nil
}

// Copy adds a file of any size from a reader, with the errors of Put.
func (t *Tree) Copy(path string, r io.Reader) error {
	if err := t.claim(path, false); err != nil {
		return err
	}
	f, err := t.store.copy(path, r)
	if err != nil {
		return err
	}
	t.add(f)
	return nil
}

// Keep adds a file whose sum is known without its bytes, if the store has them: true says that the file is published with
// this sum, false that nothing was added and Put has to follow. A published file that is older than its manifest is believed
// to be as it was made; a younger one is read. Put, which compares bytes, believes nothing.
func (t *Tree) Keep(path string, sum Sum) (bool, error) {
	if err := CheckPath(path); err != nil {
		return false, err
	}
	size, ok, err := t.store.keep(path, sum)
	if err != nil || !ok {
		return false, err
	}
	if err := t.claim(path, false); err != nil {
		return false, err
	}
	t.add(File{Path: path, Size: size, Sum: sum})
	return true, nil
}

func (t *Tree) add(f File) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.files[f.Path] = f
}

// claim takes the path and the folders above it. Only Seal may claim the paths of manifests.
func (t *Tree) claim(path string, manifest bool) error {
	if err := CheckPath(path); err != nil {
		return err
	}
	if !manifest && isManifestPath(path) {
		return &PathError{Path: path}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.manifests != nil {
		return fmt.Errorf("%s: %w", path, ErrSealed)
	}
	if c, taken := t.claims[pathKey(path)]; taken {
		return &PathError{Path: path, Other: c.path}
	}
	var folders []string
	for folder := parent(path); folder != ""; folder = parent(folder) {
		c, taken := t.claims[pathKey(folder)]
		if taken && (!c.folder || c.path != folder) {
			return &PathError{Path: path, Other: c.path}
		}
		if taken {
			break
		}
		folders = append(folders, folder)
	}
	for _, folder := range folders {
		t.claims[pathKey(folder)] = claim{path: folder, folder: true}
	}
	t.claims[pathKey(path)] = claim{path: path}
	return nil
}

// Seal completes the tree: it adds the manifest of each site. Prefixes are the folders of the sites, "" for the hub. Every
// file must belong to a site. Nothing can be added afterwards.
func (t *Tree) Seal(prefixes []string) error {
	prefixes = slices.Sorted(slices.Values(prefixes))
	slices.Reverse(prefixes) // the hub comes last: its manifest lists those of the agencies
	sites := make(map[string]Manifest, len(prefixes))
	for _, p := range prefixes {
		if _, twice := sites[p]; twice || strings.Contains(p, "/") {
			return fmt.Errorf("sealing the tree: %q is not the folder of one site", p)
		}
		sites[p] = Manifest{}
	}
	for _, f := range t.Files() {
		site, rest := "", f.Path
		if head, tail, ok := strings.Cut(f.Path, "/"); ok && sites[head] != nil {
			site, rest = head, tail
		}
		if sites[site] == nil {
			return fmt.Errorf("sealing the tree: %q belongs to no site", f.Path)
		}
		sites[site] = append(sites[site], File{Path: rest, Size: f.Size, Sum: f.Sum})
	}
	for _, p := range prefixes {
		name := join(p, ManifestName)
		if err := t.claim(name, true); err != nil {
			return err
		}
		if len(sites[p]) == 0 {
			return fmt.Errorf("sealing the tree: the site in %q has no files", p)
		}
		slices.SortFunc(sites[p], byPath)
		if err := t.put(name, sites[p].Format()); err != nil {
			return err
		}
		if f, _ := t.Lookup(name); p != "" && sites[""] != nil {
			sites[""] = append(sites[""], f)
		}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.manifests = sites
	return nil
}

// Manifest returns the manifest of the site in the folder prefix ("" for the hub) of a sealed tree, else nil.
func (t *Tree) Manifest(prefix string) Manifest {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.manifests[prefix]
}

// prefixes returns the folders of the sites of a sealed tree, except the hub's, sorted.
func (t *Tree) prefixes() []string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	var ids []string
	for id := range t.manifests {
		if id != "" {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// Files returns all files, sorted by path in byte order.
func (t *Tree) Files() []File {
	t.mu.RLock()
	defer t.mu.RUnlock()
	files := make([]File, 0, len(t.files))
	for _, f := range t.files {
		files = append(files, f)
	}
	slices.SortFunc(files, byPath)
	return files
}

// Lookup returns the entry of one path.
func (t *Tree) Lookup(path string) (File, bool) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	f, ok := t.files[path]
	return f, ok
}

// Open reads a file of the tree. A path that the tree does not have is an error that wraps fs.ErrNotExist.
func (t *Tree) Open(path string) (io.ReadCloser, error) {
	if _, ok := t.Lookup(path); !ok {
		return nil, notExist(path)
	}
	return t.store.open(path)
}

// ReadFile returns all bytes of a file of the tree.
func (t *Tree) ReadFile(path string) ([]byte, error) {
	r, err := t.Open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// Sub returns the view of the files below a folder, with paths that begin there. Sub("") is the whole tree.
func (t *Tree) Sub(prefix string) View { return View{tree: t, prefix: prefix} }

// View is the part of a tree below one folder.
type View struct {
	tree   *Tree
	prefix string
}

// Files returns the files below the folder, sorted by path.
func (v View) Files() []File {
	files := v.tree.Files()
	if v.prefix == "" {
		return files
	}
	var below []File
	for _, f := range files {
		if rest, ok := strings.CutPrefix(f.Path, v.prefix+"/"); ok {
			below = append(below, File{Path: rest, Size: f.Size, Sum: f.Sum})
		}
	}
	return below
}

// Open reads a file below the folder.
func (v View) Open(path string) (io.ReadCloser, error) { return v.tree.Open(join(v.prefix, path)) }

// ReadFile returns all bytes of a file below the folder.
func (v View) ReadFile(path string) ([]byte, error) { return v.tree.ReadFile(join(v.prefix, path)) }

func byPath(a, b File) int { return cmp.Compare(a.Path, b.Path) }
