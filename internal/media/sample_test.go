package media

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math"
	"testing"
)

// scene is a picture whose four corners differ, with soft and sharp parts.
func scene(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{byte(255 * x / w), byte(255 * y / h), byte(128 + 100*math.Sin(float64(x+2*y)/40)), 255}
			if x < w/4 && y < h/4 {
				c = color.NRGBA{230, 20, 30, 255}
			}
			m.SetNRGBA(x, y, c)
		}
	}
	return m
}

// poster is a graphic: shapes of few colours beside each other.
func poster(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range m.Pix {
		m.Pix[i] = 255
	}
	n := uint32(1)
	next := func(below int) int {
		n = n*1664525 + 1013904223
		return int(n>>8) % below
	}
	for range w * h / 300 {
		x, y, side := next(w), next(h), 3+next(9)
		c := color.NRGBA{byte(40 * next(6)), byte(40 * next(6)), 90, 255}
		for dy := range side {
			for dx := range side {
				if x+dx < w && y+dy < h && dx*dx+dy*dy < side*side {
					m.SetNRGBA(x+dx, y+dy, c)
				}
			}
		}
	}
	return m
}

// turnedScene lays the scene down as a camera with this orientation would store it, so that turning it gives the scene.
func turnedScene(m *image.NRGBA, orientation int) *image.NRGBA {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	sw, sh := w, h
	if orientation >= 5 {
		sw, sh = h, w
	}
	out := image.NewNRGBA(image.Rect(0, 0, sw, sh))
	for y := range sh {
		for x := range sw {
			// the place in the scene of the stored pixel, by the words of Exif 2.32, table 6: row 0 is …, column 0 is …
			var sx, sy int
			switch orientation {
			case 1: // top, left
				sx, sy = x, y
			case 2: // top, right
				sx, sy = w-1-x, y
			case 3: // bottom, right
				sx, sy = w-1-x, h-1-y
			case 4: // bottom, left
				sx, sy = x, h-1-y
			case 5: // left, top
				sx, sy = y, x
			case 6: // right, top
				sx, sy = w-1-y, x
			case 7: // right, bottom
				sx, sy = w-1-y, h-1-x
			case 8: // left, bottom
				sx, sy = y, h-1-x
			}
			out.SetNRGBA(x, y, m.NRGBAAt(sx, sy))
		}
	}
	return out
}

func jpegOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 90}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// secret stands in every kind of metadata of the samples; none of them may be published.
const secret = "GPS 21.8537 106.7615 Nguyen Van A"

// exifOf returns Exif data with an orientation and a text.
func exifOf(order binary.AppendByteOrder, orientation int) []byte {
	b := []byte("II*\x00")
	if order == binary.AppendByteOrder(binary.BigEndian) {
		b = []byte("MM\x00*")
	}
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, 2)
	b = order.AppendUint16(b, 0x010e) // ImageDescription
	b = order.AppendUint16(b, 2)
	b = order.AppendUint32(b, uint32(len(secret)))
	b = order.AppendUint32(b, 38)
	b = order.AppendUint16(b, orientationTag)
	b = order.AppendUint16(b, 3)
	b = order.AppendUint32(b, 1)
	b = order.AppendUint16(b, uint16(orientation))
	b = order.AppendUint16(b, 0)
	b = order.AppendUint32(b, 0)
	return append(b, secret...)
}

// withSegments puts segments behind the first marker of a JPEG.
func withSegments(data []byte, segments ...[]byte) []byte {
	out := bytes.Clone(data[:2])
	for _, s := range segments {
		out = append(out, s...)
	}
	return append(out, data[2:]...)
}

func jpegSegment(marker byte, body string) []byte {
	return append(binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(len(body)+2)), body...)
}

// cameraPhoto is a JPEG as a telephone stores it: turned, with Exif, XMP, a comment, a thumbnail, and a film behind its end.
func cameraPhoto(t testing.TB, m *image.NRGBA, orientation int) []byte {
	t.Helper()
	data := withSegments(jpegOf(t, turnedScene(m, orientation)),
		jpegSegment(markerAPP0, "JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"),
		jpegSegment(markerAPP1, exifName+string(exifOf(binary.BigEndian, orientation))),
		jpegSegment(markerAPP1, "http://ns.adobe.com/xap/1.0/\x00<x>"+secret+"</x>"),
		jpegSegment(0xed, "Photoshop 3.0\x00"+secret),
		jpegSegment(markerCOM, secret),
	)
	return append(data, "ftypmp42"+secret...)
}

func pngChunk(name, body string) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(append(b, name...), body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// withChunks puts chunks behind the header of a PNG.
func withChunks(data []byte, chunks ...[]byte) []byte {
	out := bytes.Clone(data[:33])
	for _, c := range chunks {
		out = append(out, c...)
	}
	return append(out, data[33:]...)
}

func webpChunk(name, body string) []byte {
	b := binary.LittleEndian.AppendUint32([]byte(name), uint32(len(body)))
	b = append(b, body...)
	if len(body)%2 == 1 {
		b = append(b, 0)
	}
	return b
}

// webpOf is a WebP with Exif data.
func webpOf(t testing.TB, m *image.NRGBA, orientation int) []byte {
	t.Helper()
	data, err := lossless(rasterOf(m))
	if err != nil {
		t.Fatal(err)
	}
	w, h := m.Rect.Dx()-1, m.Rect.Dy()-1
	x := webpChunk("VP8X", string([]byte{webpExif | webpXMP, 0, 0, 0, byte(w), byte(w >> 8), 0, byte(h), byte(h >> 8), 0}))
	x = append(x, data[12:]...)
	x = append(x, webpChunk("EXIF", string(exifOf(binary.LittleEndian, orientation)))...)
	x = append(x, webpChunk("XMP ", secret)...)
	out := binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(x)+4))
	return append(append(out, "WEBP"...), x...)
}

// gifOf is an animation of two frames with a comment and another program's data.
func gifOf(t testing.TB) []byte {
	t.Helper()
	frame := func(i uint8) *image.Paletted {
		p := image.NewPaletted(image.Rect(0, 0, 20, 10), color.Palette{color.Black, color.White})
		p.Pix[i] = 1
		return p
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, &gif.GIF{Image: []*image.Paletted{frame(0), frame(1)}, Delay: []int{10, 10}}); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	at := 13 + colourTable(data[10])
	extra := append([]byte{gifExtension, gifComment, byte(len(secret))}, secret...)
	extra = append(extra, 0, gifExtension, gifApplication, 11)
	extra = append(extra, "XMP DataXMP"...)
	extra = append(extra, byte(len(secret)))
	extra = append(append(extra, secret...), 0)
	return append(append(bytes.Clone(data[:at]), extra...), data[at:]...)
}
