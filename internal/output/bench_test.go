package output

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// corpus is a site of n pages of 12 KB in folders of fifty, as two writers make it.
type corpus struct {
	n    int
	page []byte
}

func (c corpus) build(b *testing.B, dir string, fill func(t *Tree, path string, page []byte) error, changed int) {
	lock, err := Acquire(b.Context(), dir, nil)
	if err != nil {
		b.Fatal(err)
	}
	defer lock.Release()
	stage, err := NewStage(dir, "")
	if err != nil {
		b.Fatal(err)
	}
	defer stage.Close()
	tree := NewTree(stage)
	var wg sync.WaitGroup
	for w := range 2 {
		wg.Go(func() {
			page := bytes.Clone(c.page)
			for i := w; i < c.n; i += 2 {
				copy(page, fmt.Sprintf("%08d%v", i, i == changed))
				if err := fill(tree, fmt.Sprintf("so-a/ke-hoach/%d/%d.html", i/50, i), page); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	if err := tree.Put("index.html", c.page); err != nil {
		b.Fatal(err)
	}
	if err := tree.Seal([]string{"", "so-a"}); err != nil {
		b.Fatal(err)
	}
	if _, err := Publish(b.Context(), tree); err != nil {
		b.Fatal(err)
	}
}

func put(t *Tree, path string, page []byte) error { return t.Put(path, page) }

// keep asks for the file by its sum, which a caller with a cache knows, before it gives the bytes.
func keep(t *Tree, path string, page []byte) error {
	if kept, err := t.Keep(path, sha256.Sum256(page)); kept || err != nil {
		return err
	}
	return t.Put(path, page)
}

// BenchmarkPublish builds 10,000 pages: into nothing, again, and with one page changed.
func BenchmarkPublish(b *testing.B) {
	c := corpus{n: 10_000, page: bytes.Repeat([]byte("An ninh Tổ quốc. "), 700)}
	b.Run("cold", func(b *testing.B) {
		dir := filepath.Join(b.TempDir(), "public")
		for b.Loop() {
			b.StopTimer()
			if err := os.RemoveAll(dir); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			c.build(b, dir, put, -1)
		}
	})
	for name, fill := range map[string]func(t *Tree, path string, page []byte) error{"put": put, "keep": keep} {
		b.Run("no change/"+name, func(b *testing.B) {
			dir := filepath.Join(b.TempDir(), "public")
			c.build(b, dir, put, -1)
			for b.Loop() {
				c.build(b, dir, fill, -1)
			}
		})
		b.Run("one page/"+name, func(b *testing.B) {
			dir := filepath.Join(b.TempDir(), "public")
			c.build(b, dir, put, -1)
			changed := 0
			for b.Loop() {
				changed++
				c.build(b, dir, fill, changed%c.n)
			}
		})
	}
}
