package build

import (
	"bytes"
	"crypto/sha256"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"antq/internal/diag"
	"antq/internal/media"
	"antq/internal/site"
)

// pictures prepares pictures and remembers what came of them. Three laws hold: what is remembered never changes; it depends
// on the bytes of one file and its use alone, which make the key; and everything else that matters, the way of preparing, is
// part of the key.
type pictures struct {
	content fs.FS
	folder  string // Options.Cache
	shelf   media.Shelf
	memory  budget
	facts   map[string]media.Facts // of this build, by path below content/

	mu    sync.Mutex
	known map[media.Key]media.Picture // without bytes
	used  map[media.Key]bool          // by this build
}

// decoding is how much memory pictures may take that are prepared at the same time.
const decoding = 640 << 20

func newPictures(content fs.FS, cache string) *pictures {
	p := &pictures{content: content, folder: cache, memory: newBudget(decoding), known: map[media.Key]media.Picture{}, used: map[media.Key]bool{}}
	if cache != "" {
		p.shelf = media.Shelf{Dir: filepath.Join(cache, "cache", "images")}
	}
	return p
}

// find returns what is known of a picture, or false. The bytes of its renditions may be missing.
func (p *pictures) find(k media.Key) (media.Picture, bool) {
	p.mu.Lock()
	p.used[k] = true
	found, ok := p.known[k]
	p.mu.Unlock()
	if ok {
		return found, true
	}
	if found, ok = p.shelf.Find(k); ok {
		p.remember(k, found)
	}
	return found, ok
}

func (p *pictures) remember(k media.Key, made media.Picture) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.known[k] = withoutBytes(made)
}

// withoutBytes returns a picture that takes no memory to speak of.
func withoutBytes(p media.Picture) media.Picture {
	p.Full.Data = nil
	p.Narrower, p.Lossless = slices.Clone(p.Narrower), slices.Clone(p.Lossless)
	for _, rs := range [][]media.Rendition{p.Narrower, p.Lossless} {
		for i := range rs {
			rs[i].Data = nil
		}
	}
	return p
}

// bytes returns those of a rendition of a picture that is remembered, or nil where they cannot be had without preparing it
// again.
func (p *pictures) bytes(k media.Key, known *media.Picture, r media.Rendition, name string) []byte {
	if !known.Kept || r.Sum != known.Full.Sum {
		return p.shelf.Read(k, r)
	}
	data, err := fs.ReadFile(p.content, name)
	if err != nil {
		return nil
	}
	clean, err := media.Clean(r.Type, data)
	if err != nil || sha256.Sum256(clean) != r.Sum {
		return nil
	}
	return clean
}

// prepare makes a picture and remembers it. A folder that cannot be written to is no harm: the picture is made again.
func (p *pictures) prepare(name string, use media.Use) (media.Picture, diag.List, error) {
	facts := p.facts[name]
	defer p.memory.take(2*facts.Memory + int64(facts.Width)*int64(facts.Height))()
	data, err := fs.ReadFile(p.content, name)
	if err != nil {
		var list diag.List
		problem, err := unreadable(contentPrefix+name, err)
		list.Add(problem)
		return media.Picture{}, list, err
	}
	made, list := media.Prepare(contentPrefix+name, data, use)
	if list.HasErrors() {
		return made, list, nil
	}
	k := media.KeyOf(facts, use)
	if now, _, err := media.Examine(name, bytes.NewReader(data)); err != nil || media.KeyOf(now, use) != k {
		return made, list, nil // the file was changed since it was examined: not what the key stands for
	}
	if p.folder != "" {
		p.hide()
		_ = p.shelf.Put(k, made)
	}
	p.remember(k, made)
	return made, list, nil
}

// hide keeps what is remembered out of version control.
func (p *pictures) hide() {
	name := filepath.Join(p.folder, ".gitignore")
	if _, err := os.Lstat(name); err == nil {
		return
	}
	if os.MkdirAll(p.folder, 0o700) == nil {
		_ = os.WriteFile(name, []byte("*\n"), 0o600)
	}
}

// sweep forgets what this build did not use.
func (p *pictures) sweep() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for k := range p.known {
		if !p.used[k] {
			delete(p.known, k)
		}
	}
	_ = p.shelf.Sweep(p.used) // a file too many is no harm
	p.used = map[media.Key]bool{}
}

// turnOffered finds out the size and the sum of pictures that readers download and that have to be turned: both are known only
// when that is done. It reports whether it changed an asset.
func (p *pictures) turnOffered(sites *site.Sites, assets []site.Asset) (bool, error) {
	changed := false
	for _, s := range allSites(sites) {
		uses := usesOf(s)
		for _, f := range s.Files {
			facts, ok := p.facts[f.Path]
			if !ok || facts.Orientation <= 1 || uses[f]&media.Offered == 0 {
				continue
			}
			k := media.KeyOf(facts, uses[f])
			made, ok := p.find(k)
			if !ok {
				var list diag.List
				var err error
				if made, list, err = p.prepare(f.Path, uses[f]); err != nil {
					return false, err
				}
				if list.HasErrors() { // reported when it is published
					continue
				}
			}
			i, ok := slices.BinarySearchFunc(assets, f.Path, func(a site.Asset, name string) int { return strings.Compare(a.Path, name) })
			if ok && assets[i].SHA256 != made.Full.Sum {
				assets[i].Size, assets[i].SHA256 = made.Full.Size, made.Full.Sum
				changed = true
			}
		}
	}
	return changed, nil
}
