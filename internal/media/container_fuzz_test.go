package media

import (
	"bytes"
	"encoding/binary"
	"image"
	"testing"
)

func FuzzExif(f *testing.F) {
	f.Add(exifOf(binary.BigEndian, 6))
	f.Add(exifOf(binary.LittleEndian, 8))
	f.Add([]byte("II*\x00\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if o := exifOrientation(data); o < 1 || o > 8 {
			t.Fatal(o)
		}
	})
}

// A container that opens holds no metadata when it is closed again, opens again as the same, and still shows its picture.
func fuzzContainer(f *testing.F, mediaType string) {
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := open(mediaType, data)
		if err != nil {
			return
		}
		clean := c.bytes()
		again, err := open(mediaType, clean)
		if err != nil || !bytes.Equal(again.bytes(), clean) || again.orientation != upright {
			t.Fatalf("cleaned twice it differs: %v", err)
		}
		if len(data) > 1<<16 {
			return
		}
		before, _, err := image.DecodeConfig(bytes.NewReader(data))
		if err != nil || before.Width*before.Height > 1<<20 {
			return
		}
		a, _, errA := image.Decode(bytes.NewReader(data))
		if errA != nil {
			return
		}
		b, _, errB := image.Decode(bytes.NewReader(clean))
		if errB != nil || a.Bounds() != b.Bounds() {
			t.Fatalf("the picture is lost: %v", errB)
		}
	})
}

func FuzzJPEG(f *testing.F) {
	f.Add(cameraPhoto(f, scene(24, 16), 6))
	f.Add(jpegOf(f, image.NewGray(image.Rect(0, 0, 9, 9))))
	fuzzContainer(f, "image/jpeg")
}

func FuzzPNG(f *testing.F) {
	f.Add(withChunks(pngOf(f, scene(12, 9)), pngChunk("tEXt", "Author\x00"+secret), pngChunk("eXIf", string(exifOf(binary.BigEndian, 3)))))
	fuzzContainer(f, "image/png")
}

func FuzzGIF(f *testing.F) {
	f.Add(gifOf(f))
	fuzzContainer(f, "image/gif")
}

func FuzzWebP(f *testing.F) {
	f.Add(webpOf(f, scene(20, 10), 5))
	fuzzContainer(f, "image/webp")
}

// Whatever the bytes, a picture is prepared or is a problem.
func FuzzPrepare(f *testing.F) {
	for i, data := range [][]byte{
		cameraPhoto(f, scene(60, 40), 8), pngOf(f, poster(60, 40)), gifOf(f), webpOf(f, scene(20, 10), 7),
	} {
		f.Add(data, uint8(i))
	}
	names := []string{"a.jpg", "a.png", "a.gif", "a.webp"}
	f.Fuzz(func(t *testing.T, data []byte, kind uint8) {
		facts, list, err := Examine(names[kind%4], bytes.NewReader(data))
		if err != nil || facts.Width*facts.Height > 1<<20 {
			return
		}
		p, problems := Prepare(names[kind%4], data, Shown)
		if list.HasErrors() && !problems.HasErrors() {
			t.Fatal("the examination refuses it, preparing does not")
		}
		if !problems.HasErrors() && (p.Full.Width != facts.Width || p.Full.Height != facts.Height) && facts.Width <= MaxWidth {
			t.Fatalf("examined as %d × %d, published as %d × %d", facts.Width, facts.Height, p.Full.Width, p.Full.Height)
		}
	})
}
