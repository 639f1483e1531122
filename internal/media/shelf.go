package media

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// Key identifies what [Prepare] makes of a file: its pixels, how it is turned, its use, and the program's own way with
// pictures.
type Key [sha256.Size]byte

// KeyOf returns the key of a picture that was examined.
func KeyOf(f Facts, use Use) Key {
	return sha256.Sum256(fmt.Appendf(nil, "%s %s %s %x %d %d", Recipe, runtime.Version(), f.Type, f.SHA256, f.Orientation, use))
}

// Shelf is a folder of prepared pictures, one file for each key. An entry depends on its key alone and never changes; one that
// is damaged or cannot be read counts as missing, and putting the picture there again mends it. The zero Shelf is empty and
// takes nothing. Its methods are safe for concurrent use, also by several programs.
type Shelf struct{ Dir string }

// shelfHead begins every file; its number is that of the form.
const shelfHead = "antq picture 1\n"

// sum ties a description to its key, so that an entry under another's name is not believed.
func (k Key) sum(line []byte) [sha256.Size]byte {
	return sha256.Sum256(append(bytes.Clone(k[:]), line...))
}

// An entry is the head, the sum of key and description in hexadecimal, the description as a line of JSON, and the bytes of all
// renditions that it lists, without gaps.

// Find returns a picture without the bytes of its renditions.
func (s Shelf) Find(k Key) (Picture, bool) {
	p, _, f, err := s.open(k)
	if err != nil {
		return Picture{}, false
	}
	f.Close()
	return p, true
}

// Read returns the bytes of a rendition of a picture that was found, or nil if they are not there or not whole.
func (s Shelf) Read(k Key, r Rendition) []byte {
	p, at, f, err := s.open(k)
	if err != nil {
		return nil
	}
	defer f.Close()
	for _, x := range p.stored() {
		if x.Sum != r.Sum {
			at += x.Size
			continue
		}
		data := make([]byte, x.Size)
		if _, err := f.ReadAt(data, at); err != nil || sha256.Sum256(data) != x.Sum {
			return nil
		}
		return data
	}
	return nil
}

// open reads the description of an entry and says where its bytes begin.
func (s Shelf) open(k Key) (p Picture, at int64, f *os.File, err error) {
	if s.Dir == "" {
		return p, 0, nil, os.ErrNotExist
	}
	if info, err := os.Lstat(s.file(k)); err != nil || !info.Mode().IsRegular() { // a pipe would never answer
		return p, 0, nil, errDamaged
	}
	if f, err = os.Open(s.file(k)); err != nil {
		return p, 0, nil, err
	}
	if p, at, err = description(f, k); err != nil {
		f.Close()
		return Picture{}, 0, nil, err
	}
	return p, at, f, nil
}

var errDamaged = errors.New("the entry is damaged")

func description(f *os.File, k Key) (p Picture, at int64, err error) {
	const sumLine = 2*sha256.Size + 1
	const maxDescription = 64 << 10
	in := bufio.NewReader(io.LimitReader(f, maxDescription))
	start := make([]byte, len(shelfHead)+sumLine)
	if _, err := io.ReadFull(in, start); err != nil || string(start[:len(shelfHead)]) != shelfHead || start[len(start)-1] != '\n' {
		return p, 0, errDamaged
	}
	line, err := in.ReadBytes('\n')
	if err != nil {
		return p, 0, errDamaged
	}
	sum := k.sum(line)
	if hex.EncodeToString(sum[:]) != string(start[len(shelfHead):len(start)-1]) || json.Unmarshal(line, &p) != nil {
		return p, 0, errDamaged
	}
	at = int64(len(start) + len(line))
	size := at
	for _, r := range p.stored() {
		if r.Size < 0 {
			return p, 0, errDamaged
		}
		size += r.Size
	}
	if info, err := f.Stat(); err != nil || info.Size() != size {
		return p, 0, errDamaged
	}
	return p, at, nil
}

// Put remembers a picture with all its bytes. The file appears whole or not at all.
func (s Shelf) Put(k Key, p Picture) error {
	if s.Dir == "" {
		return nil
	}
	line, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("remembering a picture: %w", err)
	}
	line = append(line, '\n')
	sum := k.sum(line)
	var b bytes.Buffer
	b.WriteString(shelfHead + hex.EncodeToString(sum[:]) + "\n")
	b.Write(line)
	for _, r := range p.stored() {
		b.Write(r.Data)
	}
	if err := s.write(s.file(k), b.Bytes()); err != nil {
		return fmt.Errorf("remembering a picture: %w", err)
	}
	return nil
}

func (s Shelf) write(name string, data []byte) error {
	if err := os.MkdirAll(s.Dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(s.Dir, "new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// Sweep removes every entry whose key is not in use.
func (s Shelf) Sweep(used map[Key]bool) error {
	if s.Dir == "" {
		return nil
	}
	entries, err := os.ReadDir(s.Dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("clearing remembered pictures: %w", err)
	}
	for _, e := range entries {
		raw, err := hex.DecodeString(e.Name())
		if err == nil && len(raw) == len(Key{}) && !used[Key(raw)] {
			if err := os.Remove(filepath.Join(s.Dir, e.Name())); err != nil {
				return fmt.Errorf("clearing remembered pictures: %w", err)
			}
		}
	}
	return nil
}

func (s Shelf) file(k Key) string { return filepath.Join(s.Dir, hex.EncodeToString(k[:])) }

// stored lists the renditions whose bytes an entry holds: all but a full one that can be had from the source at once.
func (p *Picture) stored() []Rendition {
	var list []Rendition
	if !p.Kept {
		list = append(list, p.Full)
	}
	return append(append(list, p.Narrower...), p.Lossless...)
}
