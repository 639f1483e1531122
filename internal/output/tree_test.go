package output

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestPathsOfATree(t *testing.T) {
	cases := []struct{ name, first, second, other string }{ // other: what the error names; "-" for no error
		{"twice", "a.html", "a.html", "a.html"},
		{"letter case", "Anh.jpg", "anh.JPG", "Anh.jpg"},
		{"letter case beyond ASCII", "Ảnh.jpg", "ảnh.jpg", "Ảnh.jpg"},
		{"Unicode form", "kế-hoạch.pdf", "ke\u0302\u0301-hoa\u0323ch.pdf", "kế-hoạch.pdf"},
		{"order of marks", "o\u031b\u0323.txt", "o\u0323\u031b.txt", "o\u031b\u0323.txt"},
		{"letter case of a folder", "Anh/a.jpg", "anh/b.jpg", "Anh"},
		{"a file below a file", "x", "x/y.html", "x"},
		{"a file far below a file", "X", "x/y/z.html", "X"},
		{"a file in the place of a folder", "x/y/z.html", "x", "x"},
		{"đ is not d", "d.html", "đ.html", "-"},
		{"marks count", "a.html", "á.html", "-"},
		{"page and folder", "x.html", "x/a.pdf", "-"},
		{"same folder", "x/a", "x/b", "-"},
		{"absolute", "", "/a", ""},
		{"outside", "", "../a", ""},
		{"outside in the middle", "", "a/../../b", ""},
		{"not clean", "", "a//b", ""},
		{"not clean at the end", "", "a/", ""},
		{"dot", "", ".", ""},
		{"dot in front", "", "./a", ""},
		{"empty", "", "", ""},
		{"backslash", "", `a\b`, ""},
		{"drive", "", "C:/a", ""},
		{"stream", "", "a.html:x", ""},
		{"control character", "", "a\nb", ""},
		{"not UTF-8", "", "a\xffb", ""},
		{"manifest of the hub", "", "manifest.txt", ""},
		{"manifest of an agency", "", "so-xay-dung/manifest.txt", ""},
		{"another manifest", "", "so-xay-dung/ke-hoach/manifest.txt", "-"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			tree := NewTree(NewMemory())
			if c.first != "" {
				if err := tree.Put(c.first, nil); err != nil {
					t.Fatal(err)
				}
			}
			for name, put := range map[string]func() error{
				"put":  func() error { return tree.Put(c.second, nil) },
				"copy": func() error { return tree.Copy(c.second+"", strings.NewReader("")) },
			} {
				err := put()
				if c.other == "-" {
					if err != nil {
						t.Errorf("%s: %v", name, err)
					}
					break // the second would be the path twice
				}
				var bad *PathError
				if !errors.As(err, &bad) || bad.Path != c.second || bad.Other != c.other {
					t.Errorf("%s: got %#v, want one that names %q", name, err, c.other)
				}
			}
		})
	}
}

func TestTreeFromManyWriters(t *testing.T) {
	stage, err := NewStage(filepath.Join(t.TempDir(), "public"), "")
	if err != nil {
		t.Fatal(err)
	}
	for name, store := range map[string]Store{"memory": NewMemory(), "stage": stage} {
		t.Run(name, func(t *testing.T) {
			tree := NewTree(store)
			var wg sync.WaitGroup
			var mu sync.Mutex
			twice := 0
			for w := range 8 {
				wg.Go(func() {
					for i := range 50 {
						path := fmt.Sprintf("ke-hoach/%d/%d.html", i%5, i) // every writer the same fifty
						err := tree.Put(path, []byte(path))
						var bad *PathError
						mu.Lock()
						if errors.As(err, &bad) {
							twice++
						} else if err != nil {
							t.Errorf("writer %d: %v", w, err)
						}
						mu.Unlock()
					}
				})
			}
			wg.Wait()
			if twice != 7*50 {
				t.Errorf("%d refused, want %d", twice, 7*50)
			}
			files := tree.Files()
			if len(files) != 50 || !slices.IsSortedFunc(files, byPath) {
				t.Errorf("%d files, sorted %v", len(files), slices.IsSortedFunc(files, byPath))
			}
			for _, f := range files {
				if data, err := tree.ReadFile(f.Path); err != nil || string(data) != f.Path {
					t.Errorf("%s holds %q, %v", f.Path, data, err)
				}
			}
		})
	}
	if err := stage.Close(); err != nil {
		t.Error(err)
	}
}

func TestSeal(t *testing.T) {
	tree := NewTree(NewMemory())
	for _, path := range []string{"index.html", "van-ban/a.html", "so-b/index.html", "so-a/x/y.html", "so-a/index.html"} {
		if err := tree.Put(path, []byte(path)); err != nil {
			t.Fatal(err)
		}
	}
	if err := tree.Seal([]string{"so-b", "", "so-a"}); err != nil {
		t.Fatal(err)
	}
	for prefix, want := range map[string][]string{
		"":     {"index.html", "so-a/manifest.txt", "so-b/manifest.txt", "van-ban/a.html"},
		"so-a": {"index.html", "x/y.html"},
		"so-b": {"index.html"},
	} {
		var paths []string
		for _, f := range tree.Manifest(prefix) {
			paths = append(paths, f.Path)
			if full, ok := tree.Lookup(join(prefix, f.Path)); !ok || full.Sum != f.Sum || full.Size != f.Size {
				t.Errorf("%s: %v is not %v", prefix, f, full)
			}
		}
		if !slices.Equal(paths, want) {
			t.Errorf("manifest of %q lists %q, want %q", prefix, paths, want)
		}
		text, err := tree.Sub(prefix).ReadFile(ManifestName)
		if err != nil || string(text) != string(tree.Manifest(prefix).Format()) {
			t.Errorf("%q: %q, %v", prefix, text, err)
		}
	}
	var sub []string
	for _, f := range tree.Sub("so-a").Files() {
		sub = append(sub, f.Path)
	}
	if want := []string{"index.html", "manifest.txt", "x/y.html"}; !slices.Equal(sub, want) {
		t.Errorf("the view of an agency has %q, want %q", sub, want)
	}
	if err := tree.Put("late.html", nil); !errors.Is(err, ErrSealed) {
		t.Errorf("after sealing: %v", err)
	}
	if _, err := tree.Open("none.html"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no such file: %v", err)
	}
}

func TestSealRefuses(t *testing.T) {
	for name, c := range map[string]struct{ files, prefixes []string }{
		"a file of no site":  {[]string{"index.html", "so-a/x"}, []string{"so-a"}},
		"a site twice":       {[]string{"so-a/x"}, []string{"so-a", "so-a"}},
		"a folder in a site": {[]string{"so-a/x/y"}, []string{"so-a/x"}},
		"an empty site":      {[]string{"index.html"}, []string{"", "so-a"}},
		"no way up":          {[]string{"index.html"}, []string{"", ".."}},
	} {
		t.Run(name, func(t *testing.T) {
			tree := NewTree(NewMemory())
			for _, path := range c.files {
				if err := tree.Put(path, nil); err != nil {
					t.Fatal(err)
				}
			}
			if tree.Seal(c.prefixes) == nil {
				t.Error("sealed")
			}
		})
	}
}

// TestCopyAndKeep gives a stage files of which it has published ones that are equal, longer, shorter or different somewhere.
func TestCopyAndKeep(t *testing.T) {
	const chunk = 64 << 10
	long := strings.Repeat("abcdefgh", 3*chunk/8)
	dir := filepath.Join(t.TempDir(), "public")
	published := site{"index.html": "hub", "empty": "", "long": long, "even": long[:chunk], "by-hand": "as it was"}
	published.mustBuild(t, system{}, dir)
	write(t, dir, map[string]string{"by-hand": "as it is."})

	cases := []struct {
		path, text string
		same       bool
	}{
		{"empty", "", true}, {"empty", "x", false},
		{"long", long, true}, {"long", long + "x", false}, {"long", long[:len(long)-1], false}, {"long", "x" + long[1:], false},
		{"long", long[:chunk] + "x" + long[chunk+1:], false}, {"long", long[:2*chunk], false}, {"long", "", false},
		{"even", long[:chunk], true}, {"even", long[:chunk] + "x", false}, {"even", long[:chunk-1], false},
		{"new", "new", false},
		{"by-hand", "as it was", false},
		{"by-hand", "as it is.", true}, // somebody has written what the build makes
	}
	for i, c := range cases {
		t.Run(fmt.Sprintf("%d %s", i, c.path), func(t *testing.T) {
			stage, err := NewStage(dir, "")
			if err != nil {
				t.Fatal(err)
			}
			defer stage.Close()
			tree := NewTree(stage)
			if err := tree.Copy(c.path, io.MultiReader(strings.NewReader(c.text))); err != nil {
				t.Fatal(err)
			}
			memory := NewTree(NewMemory())
			if err := memory.Put(c.path, []byte(c.text)); err != nil {
				t.Fatal(err)
			}
			want, _ := memory.Lookup(c.path)
			if got, _ := tree.Lookup(c.path); got != want {
				t.Errorf("entry %v, want %v", got, want)
			}
			if data, err := tree.ReadFile(c.path); err != nil || string(data) != c.text {
				t.Errorf("%d bytes read back, want %d; %v", len(data), len(c.text), err)
			}
			if _, err := os.Stat(stage.root); errors.Is(err, fs.ErrNotExist) != c.same {
				t.Errorf("written: %v, want %v", err == nil, !c.same)
			}
			kept, err := NewTree(stage).Keep(c.path, want.Sum)
			if want := c.same && c.path != "by-hand"; err != nil || kept != want {
				t.Errorf("kept: %v, %v, want %v", kept, err, want)
			}
		})
	}
}

// TestKeepLooksAtDates asks for files that were changed behind the back of the manifest.
func TestKeepLooksAtDates(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	site{"index.html": "hub", "so-a/index.html": "page", "so-b/index.html": "page"}.mustBuild(t, system{}, dir)
	old := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	date := func(path string, at time.Time) {
		t.Helper()
		if err := os.Chtimes(filepath.Join(dir, path), at, at); err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range []string{"index.html", "so-a/index.html", "so-b/index.html"} {
		date(path, old)
	}
	kept := func(path, text string) bool {
		t.Helper()
		stage, err := NewStage(dir, "")
		if err != nil {
			t.Fatal(err)
		}
		ok, err := NewTree(stage).Keep(path, sha256.Sum256([]byte(text)))
		if err != nil {
			t.Fatal(err)
		}
		return ok
	}
	if !kept("so-a/index.html", "page") || kept("so-a/index.html", "else") || kept("so-c/index.html", "page") {
		t.Error("a file that nobody changed is not known by its sum")
	}
	date("so-a/manifest.txt", old.AddDate(0, 0, 1)) // an agency that was published before the others
	write(t, dir, map[string]string{"so-a/index.html": "PAGE"})
	date("so-a/index.html", old.AddDate(0, 0, 2))
	if kept("so-a/index.html", "page") {
		t.Error("a change after the agency's manifest, before the hub's, was not seen")
	}
	date("so-b/index.html", time.Now().Add(time.Hour))
	if !kept("so-b/index.html", "page") {
		t.Error("a file with another date only was not kept")
	}
}

func TestKeptFilesArePublished(t *testing.T) {
	ways(t, func(t *testing.T, d disk) {
		dir := filepath.Join(t.TempDir(), "public")
		oldSite.mustBuild(t, d, dir)
		stage, err := newStage(d, dir, "")
		if err != nil {
			t.Fatal(err)
		}
		tree := NewTree(stage)
		for path, text := range newSite {
			kept, err := tree.Keep(path, sha256.Sum256([]byte(text)))
			if err != nil {
				t.Fatal(err)
			}
			if kept != (oldSite[path] == text) {
				t.Errorf("%s kept: %v", path, kept)
			}
			if !kept {
				if err := tree.Put(path, []byte(text)); err != nil {
					t.Fatal(err)
				}
			}
		}
		if _, err := sealAndPublish(tree, newSite); err != nil {
			t.Fatal(err)
		}
		if err := stage.Close(); err != nil {
			t.Fatal(err)
		}
		wantHeld(t, dir, newSite.published(t))
	})
}

func TestPathKeyJoinsNothingElse(t *testing.T) {
	words := strings.Fields("a á à ả ã ạ ă ắ ằ ẳ ẵ ặ â ấ ầ ẩ ẫ ậ d đ e é è ẻ ẽ ẹ ê ế ề ể ễ ệ i í ì ỉ ĩ ị o ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ " +
		"ơ ớ ờ ở ỡ ợ u ú ù ủ ũ ụ ư ứ ừ ử ữ ự y ý ỳ ỷ ỹ ỵ")
	keys := map[string]bool{}
	for _, w := range words {
		keys[pathKey(w)] = true
		if pathKey(w) != pathKey(strings.ToUpper(w)) {
			t.Errorf("%s and %s differ", w, strings.ToUpper(w))
		}
	}
	if len(keys) != len(words) {
		t.Errorf("%d letters have %d keys: %q", len(words), len(keys), slices.Sorted(maps.Keys(keys)))
	}
}
