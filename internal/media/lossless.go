package media

import (
	"bytes"
	"fmt"
	"image"
	"image/color"

	"github.com/HugoSmits86/nativewebp"
	"golang.org/x/image/webp"
)

// maxLossless bounds the pixels of a lossless WebP: its encoder takes some 60 bytes for each.
const maxLossless = 4_500_000

// lossless encodes a raster as lossless WebP, with as few colours as a palette where they are few. Every picture is read back
// and compared, so that one is never published that the encoder got wrong, and one on which it panics (a single colour) is an
// error.
func lossless(r *raster) (data []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			data, err = nil, fmt.Errorf("encoding WebP: %v", p)
		}
	}()
	img := r.image()
	if p := fewColours(r); p != nil {
		img = p
	}
	var b bytes.Buffer
	if err := nativewebp.Encode(&b, img, nil); err != nil {
		return nil, fmt.Errorf("encoding WebP: %w", err)
	}
	back, err := webp.Decode(bytes.NewReader(b.Bytes()))
	if err != nil {
		return nil, fmt.Errorf("reading WebP back: %w", err)
	}
	if !same(r, rasterOf(back)) {
		return nil, fmt.Errorf("reading WebP back: the pixels differ")
	}
	return b.Bytes(), nil
}

// fewColours returns the raster as a picture with a palette, or nil if it has more than 256 colours.
func fewColours(r *raster) *image.Paletted {
	if !r.coloured() {
		return nil
	}
	p := r.planes[0]
	index := make(map[[4]byte]uint8, 256)
	out := &image.Paletted{Pix: make([]byte, p.w*p.h), Stride: p.w, Rect: image.Rect(0, 0, p.w, p.h)}
	for i := range out.Pix {
		c := seen([4]byte(p.pix[4*i : 4*i+4]))
		k, known := index[c]
		if !known {
			if len(index) == 256 {
				return nil
			}
			k = uint8(len(index))
			index[c] = k
			out.Palette = append(out.Palette, color.NRGBA{c[0], c[1], c[2], c[3]})
		}
		out.Pix[i] = k
	}
	return out
}

// seen returns what an eye sees of a colour: nothing of one that is transparent.
func seen(c [4]byte) [4]byte {
	if c[3] == 0 {
		return [4]byte{}
	}
	return c
}

// same reports whether two rasters look the same, pixel by pixel; grey is compared as colour.
func same(a, b *raster) bool {
	if a.width() != b.width() || a.height() != b.height() {
		return false
	}
	for i := range a.width() * a.height() {
		if seen(a.at(i)) != seen(b.at(i)) {
			return false
		}
	}
	return true
}

// at returns the colour of the i-th pixel of a grey or coloured raster.
func (r *raster) at(i int) [4]byte {
	p := r.planes[0]
	if p.channels == 4 {
		return [4]byte(p.pix[4*i : 4*i+4])
	}
	return [4]byte{p.pix[i], p.pix[i], p.pix[i], 255}
}
