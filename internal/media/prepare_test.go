package media

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"testing"

	"golang.org/x/image/draw"
	"golang.org/x/image/webp"

	"antq/internal/diag"
)

func prepared(t *testing.T, name string, data []byte, use Use) Picture {
	t.Helper()
	p, list := Prepare(name, data, use)
	for _, problem := range list.All() {
		t.Fatalf("%s: %s", name, problem.Message(diag.English))
	}
	for _, r := range append([]Rendition{p.Full}, append(p.Narrower, p.Lossless...)...) {
		for _, leak := range []string{secret, "Exif", "GPS", "xap", "XMP", "Photoshop", "ftyp"} {
			if bytes.Contains(r.Data, []byte(leak)) {
				t.Errorf("%s: %d pixels wide: %q is published", name, r.Width, leak)
			}
		}
		if img := pictureOf(t, r.Data); img.Bounds().Dx() != r.Width || img.Bounds().Dy() != r.Height {
			t.Errorf("%s: said to have %d × %d pixels, has %v", name, r.Width, r.Height, img.Bounds())
		}
		if r.Size != int64(len(r.Data)) {
			t.Errorf("%s: said to have %d bytes, has %d", name, r.Size, len(r.Data))
		}
	}
	return p
}

func pictureOf(t *testing.T, data []byte) image.Image {
	t.Helper()
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// difference is the mean difference of two pictures of one size, in steps of 255.
func difference(t *testing.T, a, b image.Image) float64 {
	t.Helper()
	if a.Bounds().Size() != b.Bounds().Size() {
		t.Fatalf("sizes differ: %v %v", a.Bounds(), b.Bounds())
	}
	var sum, n float64
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			p := color.NRGBAModel.Convert(a.At(a.Bounds().Min.X+x, a.Bounds().Min.Y+y)).(color.NRGBA)
			q := color.NRGBAModel.Convert(b.At(b.Bounds().Min.X+x, b.Bounds().Min.Y+y)).(color.NRGBA)
			for _, d := range []int{int(p.R) - int(q.R), int(p.G) - int(q.G), int(p.B) - int(q.B), int(p.A) - int(q.A)} {
				sum += float64(max(d, -d))
				n++
			}
		}
	}
	return sum / n
}

func TestOrientations(t *testing.T) {
	m := scene(301, 200)
	for o := 1; o <= 8; o++ {
		stored := turnedScene(m, o)
		for name, data := range map[string][]byte{
			"a.jpg":  cameraPhoto(t, m, o),
			"a.png":  withChunks(pngOf(t, stored), pngChunk("eXIf", string(exifOf(binary.LittleEndian, o)))),
			"a.webp": webpOf(t, stored, o),
		} {
			f, codes := examine(t, name, data)
			if len(codes) > 0 || f.Width != 301 || f.Height != 200 || f.Orientation != o {
				t.Errorf("%s %d: %+v %v", name, o, f, codes)
			}
			for _, use := range []Use{Shown, Offered} {
				p := prepared(t, name, data, use)
				limit := 0.0
				if name == "a.jpg" {
					limit = 3
				}
				if d := difference(t, pictureOf(t, p.Full.Data), m); d > limit {
					t.Errorf("%s: orientation %d: differs by %.2f", name, o, d)
				}
			}
		}
	}
}

// What needs no turning and no other size keeps its pixels bit for bit.
func TestPixelsAreKept(t *testing.T) {
	m := scene(300, 200)
	data := cameraPhoto(t, m, 1)
	p := prepared(t, "a.jpg", data, Shown)
	if !p.Kept || difference(t, pictureOf(t, p.Full.Data), pictureOf(t, data)) != 0 || len(p.Full.Data) >= len(data) {
		t.Error("the JPEG was encoded anew")
	}
	f, _ := examine(t, "a.jpg", data)
	if f.Size != p.Full.Size || f.SHA256 != p.Full.Sum {
		t.Error("the facts are not those of what is published")
	}
	few := image.NewPaletted(image.Rect(0, 0, 300, 200), color.Palette{color.Black, color.White, color.NRGBA{200, 0, 0, 128}})
	few.Pix[7] = 2
	data = withChunks(pngOf(t, few), pngChunk("tEXt", "Author\x00"+secret), pngChunk("tIME", "\x07\xea\x01\x01\x01\x01\x01"), pngChunk("prVt", secret))
	p = prepared(t, "a.png", append(data, secret...), Shown)
	if _, ok := pictureOf(t, p.Full.Data).(*image.Paletted); !ok || !bytes.Equal(p.Full.Data, pngOf(t, few)) {
		t.Error("the PNG was encoded anew")
	}
	clean, err := Clean("image/png", data)
	if err != nil || !bytes.Equal(clean, p.Full.Data) {
		t.Error("Clean gives something else")
	}
}

func TestAnimationIsKept(t *testing.T) {
	p := prepared(t, "a.gif", gifOf(t), Shown)
	g, err := gif.DecodeAll(bytes.NewReader(p.Full.Data))
	if err != nil || len(g.Image) != 2 || len(p.Narrower) > 0 || p.Full.Width != 20 || p.Full.Height != 10 {
		t.Errorf("%v %+v", err, p)
	}
}

func TestWidths(t *testing.T) {
	m := poster(2400, 501)
	photo := jpegOf(t, m)
	for _, c := range []struct {
		use  Use
		want []int
		full int
	}{{Shown, []int{480, 800, 1280}, 2000}, {Offered, nil, 2400}, {Shown | Offered, []int{480, 800, 1280, 2000}, 2400}} {
		p := prepared(t, "a.jpg", photo, c.use)
		var got []int
		at := int64(0)
		for _, r := range p.Narrower {
			got = append(got, r.Width)
			if want := heightFor(2400, 501, r.Width); r.Height < want-1 || r.Height > want+1 {
				t.Errorf("%d wide: %d high, not about %d", r.Width, r.Height, want)
			}
			if r.Size <= at {
				t.Errorf("%d wide: not larger than the narrower one", r.Width)
			}
			at = r.Size
			if d := difference(t, pictureOf(t, r.Data), reference(m, r.Width, r.Height)); d > 8 {
				t.Errorf("%d wide: differs by %.2f from the measure", r.Width, d)
			}
		}
		if !equal(got, c.want) || p.Full.Width != c.full || p.Kept != (c.full == 2400) {
			t.Errorf("use %d: %v, full %d", c.use, got, p.Full.Width)
		}
	}
	if p := prepared(t, "a.jpg", jpegOf(t, scene(400, 300)), Shown); len(p.Narrower) > 0 {
		t.Error("a small picture has narrower ones")
	}
}

func equal(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// reference resizes by the library's own Catmull-Rom.
func reference(m image.Image, w, h int) image.Image {
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	draw.CatmullRom.Scale(out, out.Rect, m, m.Bounds(), draw.Src, nil)
	return out
}

// The own resizing agrees with the library's, also at edges and with alpha.
func TestResizeAgrees(t *testing.T) {
	m := scene(333, 217)
	for y := range 60 {
		for x := range 80 {
			m.SetNRGBA(x+100, y+50, color.NRGBA{0, 0, 0, 0})
			m.SetNRGBA(x+200, y+90, color.NRGBA{255, 255, 0, 90})
		}
	}
	for _, w := range []int{1, 2, 50, 111, 200, 320} {
		r := rasterOf(m).resized(w)
		if d := difference(t, r.image(), reference(m, r.width(), r.height())); d > 1 {
			t.Errorf("%d wide: differs by %.2f", w, d)
		}
	}
	white := rasterOf(image.NewGray(image.Rect(0, 0, 97, 61)))
	for i := range white.planes[0].pix {
		white.planes[0].pix[i] = 255
	}
	for _, v := range white.resized(31).planes[0].pix {
		if v != 255 {
			t.Fatalf("an even surface has a spot of %d", v)
		}
	}
}

func TestKindsOfJPEG(t *testing.T) {
	grey := image.NewGray(image.Rect(0, 0, 900, 600))
	for i := range grey.Pix {
		grey.Pix[i] = byte(i * 7 % 251)
	}
	p := prepared(t, "a.jpg", jpegOf(t, grey), Shown)
	if _, ok := pictureOf(t, p.Narrower[0].Data).(*image.Gray); !ok {
		t.Error("a grey photo has colours")
	}
	inks := rasterOf(&image.CMYK{Pix: []byte{0, 255, 255, 0, 255, 0, 0, 0}, Stride: 8, Rect: image.Rect(0, 0, 2, 1)})
	if inks.at(0) != [4]byte{255, 0, 0, 255} || inks.at(1) != [4]byte{0, 255, 255, 255} {
		t.Errorf("inks: %v", inks.planes[0].pix)
	}
	for _, ratio := range []image.YCbCrSubsampleRatio{
		image.YCbCrSubsampleRatio444, image.YCbCrSubsampleRatio422, image.YCbCrSubsampleRatio420, image.YCbCrSubsampleRatio440,
		image.YCbCrSubsampleRatio411, image.YCbCrSubsampleRatio410,
	} {
		y := image.NewYCbCr(image.Rect(0, 0, 51, 33), ratio)
		for i := range y.Cb {
			y.Cb[i], y.Cr[i] = 90, 200
		}
		for i := range y.Y {
			y.Y[i] = 100
		}
		for o := 1; o <= 8; o++ {
			r := rasterOf(y).turned(o)
			if d := difference(t, r.resized(20).image(), reference(y, 20, heightFor(r.width(), r.height(), 20))); d > 1 {
				t.Errorf("%v, orientation %d: differs by %.2f", ratio, o, d)
			}
		}
	}
}

// A colour profile goes into every width, unless it is the one that browsers assume.
func TestColourProfile(t *testing.T) {
	m := scene(1000, 700)
	for profile, want := range map[string]bool{"Display P3": true, "sRGB IEC61966-2.1": false} {
		photo := withSegments(jpegOf(t, m), jpegSegment(markerAPP2, iccName+"\x01\x01"+profile))
		p := prepared(t, "a.jpg", photo, Shown)
		if bytes.Contains(p.Narrower[0].Data, []byte(profile)) != want {
			t.Errorf("JPEG: %s: carried is not %v", profile, want)
		}
		chunk := pngChunk("iCCP", profile+"\x00\x00")
		p = prepared(t, "a.png", withChunks(pngOf(t, m), chunk), Shown)
		if !bytes.Contains(p.Narrower[0].Data, chunk) {
			t.Errorf("PNG: %s is lost", profile)
		}
		if p = prepared(t, "a.png", withChunks(pngOf(t, poster(1000, 700)), chunk), Shown); len(p.Lossless) > 0 == want {
			t.Errorf("PNG: %s: %d WebP", profile, len(p.Lossless))
		}
	}
}

// Each lossless WebP has the pixels of what it stands for, and saves bytes.
func TestLossless(t *testing.T) {
	p := prepared(t, "a.png", pngOf(t, poster(1000, 700)), Shown)
	if len(p.Lossless) == 0 {
		t.Fatal("a graphic that WebP makes smaller has none")
	}
	same := map[int][]byte{p.Full.Width: p.Full.Data}
	for _, r := range p.Narrower {
		same[r.Width] = r.Data
	}
	for _, l := range p.Lossless {
		back, err := webp.Decode(bytes.NewReader(l.Data))
		if err != nil {
			t.Fatal(err)
		}
		if png := same[l.Width]; png == nil || len(l.Data)*100 >= len(png)*worthwhile || difference(t, back, pictureOf(t, png)) != 0 {
			t.Errorf("%d wide: %d bytes of WebP, %d of PNG", l.Width, len(l.Data), len(png))
		}
	}
}

// Whatever the encoder of another house makes of an odd picture, a wrong one never leaves, and nothing falls over.
func TestLosslessIsRightOrNothing(t *testing.T) {
	made := 0
	for _, m := range []image.Image{
		image.NewPaletted(image.Rect(0, 0, 9, 9), color.Palette{color.Black, color.White}), image.NewNRGBA(image.Rect(0, 0, 1, 1)),
		image.NewGray(image.Rect(0, 0, 33, 5)), scene(130, 77), poster(200, 100), poster(3, 2),
	} {
		data, err := lossless(rasterOf(m))
		if err != nil {
			continue
		}
		made++
		back, err := webp.Decode(bytes.NewReader(data))
		if err != nil || difference(t, back, m) != 0 {
			t.Errorf("%v: differs: %v", m.Bounds(), err)
		}
	}
	if made < 2 {
		t.Errorf("only %d of the pictures can be encoded", made)
	}
}

// Bad pictures are problems: cut at any length, with any byte changed, and those that would take too much memory.
func TestBadPictures(t *testing.T) {
	m := scene(40, 30)
	for name, data := range map[string][]byte{
		"a.jpg": cameraPhoto(t, m, 6)[:len(cameraPhoto(t, m, 6))-len("ftypmp42"+secret)], "a.png": pngOf(t, m), "a.webp": webpOf(t, m, 1), "a.gif": gifOf(t),
	} {
		for n := range data {
			if p, list := Prepare(name, data[:n], Shown); !list.HasErrors() {
				t.Errorf("%s: cut to %d of %d bytes: %+v", name, n, len(data), p.Full)
			}
			if _, list, err := Examine(name, bytes.NewReader(data[:n])); err != nil || !list.HasErrors() {
				t.Errorf("%s: cut to %d of %d bytes: passes the examination", name, n, len(data))
			}
		}
	}
	for magic, want := range map[string]string{
		"\x00\x00\x00\x18ftypheic0000": "HEIC", "\x00\x00\x00\x18ftypavif0000": "AVIF", "II*\x00\x08\x00\x00\x00\x00\x00\x00\x00": "TIFF", "BM0000000000000": "BMP",
	} {
		_, list, _ := Examine("a.jpg", bytes.NewReader([]byte(magic)))
		if list.Len() != 1 || list.All()[0].Code != "image-format" || list.All()[0].Args[0] != want {
			t.Errorf("%s under another name: %+v", want, list.All())
		}
	}
}

// A WebP whose header promises less than the picture in it holds is refused before that is decoded.
func TestWebPBomb(t *testing.T) {
	data := webpOf(t, scene(30, 20), 1)
	at := bytes.Index(data, []byte("VP8L")) + 9
	v := binary.LittleEndian.Uint32(data[at:])
	binary.LittleEndian.PutUint32(data[at:], v|0xfffffff)
	if _, codes := examine(t, "a.webp", data); len(codes) != 1 || codes[0] != "image-broken" {
		t.Errorf("got %v", codes)
	}
}

// A photo of 60,000 pixels in each direction, and one in a form that needs five times the memory, are never decoded.
func TestJPEGBombs(t *testing.T) {
	data := jpegOf(t, scene(16, 16))
	at := bytes.Index(data, []byte{0xff, markerSOF0})
	size := func(w, h uint16, marker byte) []byte {
		b := bytes.Clone(data)
		b[at+1] = marker
		binary.BigEndian.PutUint16(b[at+5:], h)
		binary.BigEndian.PutUint16(b[at+7:], w)
		return b
	}
	for _, b := range [][]byte{size(60000, 60000, markerSOF0), size(9990, 9990, markerSOF2)} {
		if _, codes := examine(t, "a.jpg", b); len(codes) != 1 || codes[0] != "image-too-large" {
			t.Errorf("got %v", codes)
		}
		if _, list := Prepare("a.jpg", b, Shown); !list.HasErrors() {
			t.Error("it was prepared")
		}
	}
	if _, codes := examine(t, "a.jpg", size(9990, 9990, markerSOF0)); len(codes) > 0 {
		t.Errorf("a large plain photo: %v", codes)
	}
}

func BenchmarkPrepare(b *testing.B) {
	m := scene(4000, 3000)
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, m, &jpeg.Options{Quality: 92}); err != nil {
		b.Fatal(err)
	}
	graphic := pngOf(b, poster(1600, 900))
	for name, c := range map[string]struct {
		file string
		data []byte
	}{"photo 12 MP": {"a.jpg", photo.Bytes()}, "photo 12 MP turned": {"a.jpg", cameraPhoto(b, scene(3000, 4000), 6)}, "graphic 1.4 MP": {"a.png", graphic}} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(c.data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, list := Prepare(c.file, c.data, Shown); list.HasErrors() {
					b.Fatal(list.All())
				}
			}
		})
	}
}

func BenchmarkResize(b *testing.B) {
	r := rasterOf(pictureFor(b, jpegOf(b, scene(4000, 3000))))
	for b.Loop() {
		r.resized(2000)
	}
}

func pictureFor(b *testing.B, data []byte) image.Image {
	img, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		b.Fatal(err)
	}
	return img
}

// BenchmarkLibraryResize is what BenchmarkResize is measured against.
func BenchmarkLibraryResize(b *testing.B) {
	m := pictureFor(b, jpegOf(b, scene(4000, 3000)))
	for b.Loop() {
		reference(m, 2000, 1500)
	}
}
