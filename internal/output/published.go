package output

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// published is what a folder holds of the last build, according to the manifests in it. Paths begin below the folder.
type published struct {
	folder string
	owned  map[string]File
	since  map[string]time.Time // by prefix: when the manifest was written, after all it lists

	buffers sync.Pool // of *[]byte
}

const bufferSize = 64 << 10

// buffer returns a buffer to compare bytes with; done takes it back.
func (p *published) buffer() (buf []byte, done func()) {
	b, ok := p.buffers.Get().(*[]byte)
	if !ok {
		b = new([]byte)
		*b = make([]byte, bufferSize)
	}
	return *b, func() { p.buffers.Put(b) }
}

// loadPublished reads the manifests of a folder: its own and, if it is a whole output, those of the agencies that it names.
// A folder without a manifest, or no folder, owns nothing. A manifest that cannot be read is a [*ManifestError].
func loadPublished(folder string, whole bool) (*published, error) {
	p := &published{folder: folder, owned: make(map[string]File), since: make(map[string]time.Time)}
	own, err := p.adopt("")
	if err != nil || !whole {
		return p, err
	}
	for _, f := range own {
		if dir := parent(f.Path); dir != "" && isManifestPath(f.Path) {
			if _, err := p.adopt(dir); err != nil {
				return nil, err
			}
		}
	}
	return p, nil
}

// adopt takes what the manifest in the folder prefix lists for owned, and the manifest itself. It returns the manifest, nil
// if there is none.
func (p *published) adopt(prefix string) (Manifest, error) {
	name := join(prefix, ManifestName)
	file := p.local(name)
	info, err := os.Lstat(file)
	if missing(err) || err == nil && !info.Mode().IsRegular() {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if len(text) == 0 { // what a machine leaves that lost power; no site is without files
		return nil, &ManifestError{Path: file, Line: 1, Why: "the manifest is empty"}
	}
	m, err := ParseManifest(text)
	if bad := (*ManifestError)(nil); errors.As(err, &bad) {
		bad.Path = file
		return nil, bad
	}
	for _, f := range m {
		f.Path = join(prefix, f.Path)
		p.owned[f.Path] = f
	}
	p.owned[name] = File{Path: name, Size: int64(len(text)), Sum: sha256.Sum256(text)}
	p.since[prefix] = info.ModTime()
	return m, nil
}

func (p *published) local(path string) string {
	return filepath.Join(p.folder, filepath.FromSlash(path))
}

// holds reports whether the folder has exactly these bytes under a path that it owns.
func (p *published) holds(f File, data []byte) bool {
	old, ok := p.owned[f.Path]
	if !ok || old.Size != f.Size || old.Sum != f.Sum {
		return false
	}
	r, err := p.open(f.Path, f.Size)
	if err != nil {
		return false
	}
	defer r.Close()
	buf, done := p.buffer()
	defer done()
	for len(data) > 0 {
		n, err := io.ReadFull(r, buf[:min(len(buf), len(data))])
		if err != nil || !bytes.Equal(buf[:n], data[:n]) {
			return false
		}
		data = data[n:]
	}
	return true
}

// unchanged reports whether an owned file still has the bytes that its manifest says.
func (p *published) unchanged(path string) bool {
	old, ok := p.owned[path]
	if !ok {
		return false
	}
	r, err := p.open(path, old.Size)
	if err != nil {
		return false
	}
	defer r.Close()
	buf, done := p.buffer()
	defer done()
	h := sha256.New()
	if _, err := io.CopyBuffer(struct{ io.Writer }{h}, struct{ io.Reader }{r}, buf); err != nil { // nothing that brings its own buffer
		return false
	}
	return Sum(h.Sum(nil)) == old.Sum
}

// untouched reports whether an owned file is as it was made, going by its size and date: a file that is older than the
// manifest that lists it has not been written since. Only a younger one is read.
func (p *published) untouched(path string) bool {
	old, ok := p.owned[path]
	if !ok {
		return false
	}
	info, err := os.Lstat(p.local(path))
	if err != nil || !info.Mode().IsRegular() || info.Size() != old.Size {
		return false
	}
	head, _, _ := strings.Cut(path, "/")
	since, ok := p.since[head]
	if !ok {
		since = p.since[""]
	}
	return info.ModTime().Before(since) || p.unchanged(path)
}

// open opens a regular file of the folder, if it has the size; a symbolic link is not followed.
func (p *published) open(path string, size int64) (*os.File, error) {
	file := p.local(path)
	info, err := os.Lstat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() != size {
		return nil, notExist(path)
	}
	return os.Open(file)
}

// agencies returns the folders whose manifests are owned.
func (p *published) agencies() []string {
	var ids []string
	for path := range p.owned {
		if dir, name, ok := strings.Cut(path, "/"); ok && name == ManifestName {
			ids = append(ids, dir)
		}
	}
	return ids
}
