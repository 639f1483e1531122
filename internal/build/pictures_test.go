package build_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"antq/internal/build"
	"antq/internal/diag"
	"antq/internal/output"
)

// place stands in the metadata of the photos of these tests; it must not be published.
const place = "21.8537 N 106.7615 E"

// redCorner is a picture that is red in its top left quarter and full of detail elsewhere.
func redCorner(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	n := uint32(7)
	for y := range h {
		for x := range w {
			n = n*1664525 + 1013904223
			c := color.NRGBA{byte(x / 16), byte(100 + y/16), byte(120 + n>>27), 255}
			if x < w/2 && y < h/2 {
				c = color.NRGBA{220, 20, 30, 255}
			}
			m.SetNRGBA(x, y, c)
		}
	}
	return m
}

// phonePhoto is an upright scene as a telephone held on its side stores it: turned to the left (orientation 6), with the place
// where it was taken, and with a film behind its end.
func phonePhoto(t *testing.T, w, h int) []byte {
	t.Helper()
	m := redCorner(w, h)
	stored := image.NewNRGBA(image.Rect(0, 0, h, w))
	for y := range w {
		for x := range h {
			stored.SetNRGBA(x, y, m.NRGBAAt(w-1-y, x))
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, stored, &jpeg.Options{Quality: 90}); err != nil {
		t.Fatal(err)
	}
	exif := "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00" + place
	data := append([]byte{0xff, 0xd8, 0xff, 0xe1}, binary.BigEndian.AppendUint16(nil, uint16(len(exif)+2))...)
	data = append(append(data, exif...), b.Bytes()[2:]...)
	return append(data, "ftypmp42 "+place...)
}

// drawing is a PNG that says who drew it, of few colours, as programs save it: with a full colour for each
// pixel.
func drawing(t *testing.T, w, h int) []byte {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range m.Pix {
		m.Pix[i] = 255
	}
	n := uint32(3)
	next := func(below int) int {
		n = n*1664525 + 1013904223
		return int(n>>8) % below
	}
	for range w * h / 300 {
		x, y, side := next(w), next(h), 3+next(9)
		c := color.NRGBA{byte(40 * next(6)), byte(40 * next(6)), 90, 255}
		for k := range side * side {
			m.SetNRGBA(x+k%side, y+k/side, c)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	text := "tEXtAuthor\x00" + place
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(text)-4))
	chunk = append(chunk, text...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc(text))
	return append(append(bytes.Clone(b.Bytes()[:33]), chunk...), b.Bytes()[33:]...)
}

// pictureSite is an agency with a photo as lead picture, in the text, in a gallery and for download, and with a graphic.
func pictureSite(t *testing.T) fstest.MapFS {
	t.Helper()
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"content/_campaign.md":    file("---\nname: Phong trào\nhub:\n  title: Phong trào\n---\n"),
		"content/so-a/_agency.md": file("---\nname: Sở A\ncode: SA\nplace: Lạng Sơn\n---\n"),
		"content/so-a/tin-tuc/tin/index.md": file("---\ntitle: Tin\ndate: 2026-05-01\nimage:\n  src: dan.jpg\n  alt: Ảnh dẫn\nattachments:\n  - title: Ảnh gốc\n    file: goc.jpg\n---\n\n" +
			"Lời.\n\n![Trong bài](trong-bai.jpg)\n\n![Hình vẽ](hinh-ve.png)\n\n{{< gallery images=\"dan.jpg, trong-bai.jpg\" >}}\n"),
		"content/so-a/tin-tuc/tin/dan.jpg":       {Data: phonePhoto(t, 2100, 300)},
		"content/so-a/tin-tuc/tin/trong-bai.jpg": {Data: phonePhoto(t, 600, 700)},
		"content/so-a/tin-tuc/tin/goc.jpg":       {Data: phonePhoto(t, 2100, 100)},
		"content/so-a/tin-tuc/tin/hinh-ve.png":   {Data: drawing(t, 700, 500)},
	}
}

var (
	imgTag    = regexp.MustCompile(`<(?:img|source)\b[^>]*>`)
	attribute = regexp.MustCompile(`\b([a-z]+)=(?:"([^"]*)"|([^\s>"]+))`)
)

func attributes(tag string) map[string]string {
	m := map[string]string{}
	for _, a := range attribute.FindAllStringSubmatch(tag, -1) {
		m[a[1]] = a[2] + a[3]
	}
	return m
}

func sizeOf(t *testing.T, data []byte) (w, h int) {
	t.Helper()
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return c.Width, c.Height
}

func TestPicturesArePublishedClean(t *testing.T) {
	site := pictureSite(t)
	r := built(t, options(site))
	out := files(t, r)
	for name, f := range out {
		for _, leak := range []string{"Exif", place, "ftypmp42"} {
			if bytes.Contains(f.Data, []byte(leak)) {
				t.Errorf("%s: %q is published", name, leak)
			}
		}
	}
	// Upright: the red corner is at the top left of every width.
	turned := 0
	for name, f := range out {
		if path.Ext(name) != ".jpg" {
			continue
		}
		turned++
		img, err := jpeg.Decode(bytes.NewReader(f.Data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		w, h := img.Bounds().Dx(), img.Bounds().Dy()
		for i, p := range []image.Point{{w / 4, h / 4}, {3 * w / 4, h / 4}, {w / 4, 3 * h / 4}, {3 * w / 4, 3 * h / 4}} {
			if red, _, _, _ := img.At(p.X, p.Y).RGBA(); red>>8 > 200 != (i == 0) && w < 2000 {
				t.Errorf("%s: the corner %d is wrong", name, i)
			}
		}
	}
	if turned < 5 { // three photos and at least a narrower one of those that pages show
		t.Errorf("%d JPEG files", turned)
	}
	for name, want := range map[string]int{"dan.jpg": 2000, "trong-bai.jpg": 600, "goc.jpg": 2100, "hinh-ve.png": 700} {
		if w, _ := sizeOf(t, out["so-a/tin-tuc/tin/"+name].Data); w != want {
			t.Errorf("%s: %d pixels wide, not %d", name, w, want)
		}
	}
	goc := out["so-a/tin-tuc/tin/goc.jpg"].Data
	f, _ := r.Tree.Lookup("so-a/tin-tuc/tin/goc.jpg")
	if page := string(out["so-a/tin-tuc/tin.html"].Data); !strings.Contains(page, f.Sum.String()) && !strings.Contains(page, kilobytes(len(goc))) {
		t.Error("the page gives another size of the download than it has")
	}
}

func kilobytes(n int) string { return strconv.Itoa((n+512)/1024) + " KB" }

func TestPagesNameTheWidths(t *testing.T) {
	out := files(t, built(t, options(pictureSite(t))))
	tags, sets, webp := 0, 0, 0
	for name, f := range out {
		if path.Ext(name) != ".html" {
			continue
		}
		for _, tag := range imgTag.FindAllString(string(f.Data), -1) {
			a := attributes(tag)
			if src := a["src"]; src != "" && path.Ext(src) != ".svg" {
				tags++
				target := out[path.Join(path.Dir(name), src)]
				if target == nil {
					t.Errorf("%s: %s is not there", name, src)
					continue
				}
				if w, h := sizeOf(t, target.Data); a["width"] != strconv.Itoa(w) || a["height"] != strconv.Itoa(h) {
					t.Errorf("%s: %s has %d × %d pixels: %s", name, src, w, h, tag)
				}
			}
			if a["srcset"] == "" {
				continue
			}
			sets++
			if a["sizes"] == "" {
				t.Errorf("%s: a srcset without sizes: %s", name, tag)
			}
			for c := range strings.SplitSeq(a["srcset"], ", ") {
				address, width, _ := strings.Cut(c, " ")
				target := out[path.Join(path.Dir(name), address)]
				if target == nil {
					t.Errorf("%s: %s is not there", name, address)
					continue
				}
				if w, _ := sizeOf(t, target.Data); width != fmt.Sprintf("%dw", w) {
					t.Errorf("%s: %s is %d wide, said to be %s", name, address, w, width)
				}
				if a["type"] == "image/webp" {
					webp++
				}
			}
		}
	}
	if tags < 5 || sets < 4 || webp == 0 {
		t.Errorf("%d pictures, %d srcsets, %d WebP", tags, sets, webp)
	}
	page := string(out["so-a/tin-tuc/tin.html"].Data)
	if lead := strings.Index(page, "dan.jpg"); lead < 0 || strings.Contains(page[strings.LastIndex(page[:lead], "<img"):lead+strings.Index(page[lead:], ">")], "lazy") {
		t.Error("the lead picture waits")
	}
}

// The same bytes come out with any number of workers, with and without what was remembered, and of a builder that lives on.
func TestPicturesAreRemembered(t *testing.T) {
	site, cache := pictureSite(t), filepath.Join(t.TempDir(), ".antq")
	o := options(site)
	plain := manifest(built(t, o))
	o.Cache = cache
	for _, workers := range []int{1, 8} {
		o.Workers = workers
		if manifest(built(t, o)) != plain {
			t.Fatalf("other files with the cache and %d workers", workers)
		}
	}
	b := build.New(options(site))
	for range 2 {
		r, err := b.Build(t.Context(), output.NewMemory())
		if err != nil || manifest(r) != plain {
			t.Fatal("a builder that lives on makes other files", err)
		}
	}
	entries, err := filepath.Glob(filepath.Join(cache, "cache", "images", "*"))
	if err != nil || len(entries) != 4 {
		t.Fatalf("%d entries, %v", len(entries), err)
	}
	if ignore, err := os.ReadFile(filepath.Join(cache, ".gitignore")); err != nil || string(ignore) != "*\n" {
		t.Errorf(".gitignore: %q %v", ignore, err)
	}
	for i, e := range entries { // flipped, cut, exchanged
		data, err := os.ReadFile(e)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte(place)) {
			t.Error("the cache keeps the place")
		}
		switch i % 3 {
		case 0:
			data[len(data)/2] ^= 1
		case 1:
			data = data[:len(data)-9]
		case 2:
			if data, err = os.ReadFile(entries[0]); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(e, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if manifest(built(t, o)) != plain {
		t.Error("other files with a damaged cache")
	}
	delete(site, "content/so-a/tin-tuc/tin/trong-bai.jpg")
	page := site["content/so-a/tin-tuc/tin/index.md"]
	page.Data = bytes.ReplaceAll(page.Data, []byte("trong-bai.jpg"), []byte("dan.jpg"))
	built(t, o)
	if left, _ := filepath.Glob(filepath.Join(cache, "cache", "images", "*")); len(left) != 3 {
		t.Errorf("%d entries are left after a picture went", len(left))
	}
}

func manifest(r *build.Result) string {
	if r.Tree == nil {
		return "nothing was built"
	}
	var b strings.Builder
	for _, f := range r.Tree.Files() {
		fmt.Fprintln(&b, f.Sum, f.Size, f.Path)
	}
	return b.String()
}

// A second build onto the disk writes nothing, though it has to know every width.
func TestPicturesAreNotWrittenTwice(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	o := options(pictureSite(t))
	o.Cache = filepath.Join(t.TempDir(), ".antq")
	for i := range 2 {
		stage, err := output.NewStage(dir, "")
		if err != nil {
			t.Fatal(err)
		}
		r, err := build.New(o).Build(t.Context(), stage)
		if err != nil || r.Tree == nil {
			t.Fatalf("%v\n%s", err, words(r, diag.English))
		}
		report, err := output.Publish(t.Context(), r.Tree)
		if err != nil {
			t.Fatal(err)
		}
		if err := stage.Close(); err != nil {
			t.Fatal(err)
		}
		if i == 1 && len(report.Written) > 0 {
			t.Errorf("written again: %v", report.Written)
		}
	}
}

// Bad pictures are problems with the file's name, all in one run, and nothing is published.
func TestBadPicturesAreProblems(t *testing.T) {
	for name, c := range map[string]struct {
		change func(site fstest.MapFS)
		want   []string
	}{
		"cut": {func(s fstest.MapFS) {
			f := s["content/so-a/tin-tuc/tin/trong-bai.jpg"]
			f.Data = f.Data[:len(f.Data)/2]
		}, []string{"trong-bai.jpg", "the file ends too early", "copy it again"}},
		"no picture": {func(s fstest.MapFS) { s["content/so-a/tin-tuc/tin/dan.jpg"].Data = []byte("xin chào") }, []string{"dan.jpg", "cannot be read"}},
		"spoilt inside": {func(s fstest.MapFS) {
			d := s["content/so-a/tin-tuc/tin/dan.jpg"].Data
			at := bytes.LastIndex(d, []byte{0xff, 0xda})
			copy(d[at+200:], bytes.Repeat([]byte{0xff, 0x00, 0xff, 0xd3}, 300))
		}, []string{"dan.jpg", "cannot be read"}},
		"iPhone": {func(s fstest.MapFS) {
			s["content/so-a/tin-tuc/tin/dan.heic"] = &fstest.MapFile{Data: []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00")}
			f := s["content/so-a/tin-tuc/tin/index.md"]
			f.Data = bytes.ReplaceAll(f.Data, []byte("src: dan.jpg"), []byte("src: dan.heic"))
		}, []string{"dan.heic", "HEIC", "JPEG"}},
		"bomb": {func(s fstest.MapFS) {
			d := s["content/so-a/tin-tuc/tin/hinh-ve.png"].Data
			binary.BigEndian.PutUint32(d[16:], 60000)
			binary.BigEndian.PutUint32(d[20:], 60000)
			binary.BigEndian.PutUint32(d[29:], crc(string(d[12:29])))
		}, []string{"hinh-ve.png", "60000 × 60000 pixels"}},
	} {
		t.Run(name, func(t *testing.T) {
			site := pictureSite(t)
			c.change(site)
			r := run(t, options(site))
			text := words(r, diag.English)
			if r.Tree != nil || r.Problems.Count(diag.Error) != 1 {
				t.Errorf("not one error:\n%s", text)
			}
			for _, w := range c.want {
				if !strings.Contains(text, w) {
					t.Errorf("%q is not in:\n%s", w, text)
				}
			}
		})
	}
}

func crc(s string) uint32 { return crc32.ChecksumIEEE([]byte(s)) }
