package media

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestShelf(t *testing.T) {
	s := Shelf{Dir: filepath.Join(t.TempDir(), "a", "b")}
	photo := jpegOf(t, scene(1100, 800))
	f, _ := examine(t, "a.jpg", photo)
	k := KeyOf(f, Shown)
	if k == KeyOf(f, Offered) {
		t.Error("one key for two uses")
	}
	turned := f
	turned.Orientation = 6
	if k == KeyOf(turned, Shown) {
		t.Error("one key for two orientations")
	}
	if _, ok := s.Find(k); ok {
		t.Fatal("found before it was put there")
	}
	p := prepared(t, "a.jpg", photo, Shown)
	put := func() {
		t.Helper()
		if err := s.Put(k, p); err != nil {
			t.Fatal(err)
		}
	}
	whole := func() bool {
		found, ok := s.Find(k)
		if !ok {
			return false
		}
		for i, r := range found.Narrower {
			data := s.Read(k, r)
			if data == nil {
				return false
			}
			if !bytes.Equal(data, p.Narrower[i].Data) {
				t.Fatal("other bytes than were put there")
			}
			found.Narrower[i].Data = data
		}
		found.Full.Data = p.Full.Data
		if !reflect.DeepEqual(found, p) {
			t.Fatalf("got another picture")
		}
		return true
	}
	put()
	if !whole() {
		t.Fatal("not found")
	}
	// Whatever happens to the file, it is whole or it is not believed; putting the picture there again mends it.
	name := s.file(k)
	good, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; at < len(good); at += 1 + at/7 {
		bad := bytes.Clone(good)
		bad[at] ^= 0x10
		for _, data := range [][]byte{bad, good[:at], append(bytes.Clone(good), 0)} {
			if err := os.WriteFile(name, data, 0o600); err != nil {
				t.Fatal(err)
			}
			if whole() {
				t.Fatalf("damaged at byte %d and believed", at)
			}
		}
	}
	put()
	if !whole() {
		t.Error("not mended")
	}
	other := KeyOf(f, Offered)
	if err := os.Rename(name, s.file(other)); err != nil {
		t.Fatal(err)
	}
	if _, ok := s.Find(other); ok {
		t.Error("an entry under another's name is believed")
	}
	put()
	if err := s.Sweep(map[Key]bool{k: true}); err != nil {
		t.Fatal(err)
	}
	left, _ := os.ReadDir(s.Dir)
	if len(left) != 1 || !whole() {
		t.Errorf("%d entries are left", len(left))
	}
}

func TestNoShelf(t *testing.T) {
	var s Shelf
	if err := s.Put(Key{}, Picture{}); err != nil {
		t.Error(err)
	}
	if _, ok := s.Find(Key{}); ok || s.Read(Key{}, Rendition{}) != nil || s.Sweep(nil) != nil {
		t.Error("the empty shelf has something")
	}
}
