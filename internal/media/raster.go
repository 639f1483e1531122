package media

import (
	"image"
	"image/color"
	"image/draw"
)

// plane is a rectangle of samples, channels of them for each pixel, without gaps between the rows.
type plane struct {
	pix      []byte
	w, h     int
	channels int
}

// raster is a decoded picture as one plane of grey, three of luma and colour difference, or one of red, green, blue and
// alpha, not premultiplied. Photos stay in the planes they were coded in: turning them and changing their size costs no
// conversion of colours.
type raster struct {
	planes []plane
	opaque bool
}

func (r *raster) width() int  { return r.planes[0].w }
func (r *raster) height() int { return r.planes[0].h }

// coloured reports four channels.
func (r *raster) coloured() bool { return r.planes[0].channels == 4 }

// rasterOf takes the samples out of what a decoder of the standard library returned.
func rasterOf(img image.Image) *raster {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	switch x := img.(type) {
	case *image.Gray:
		return &raster{[]plane{packed(x.Pix[x.PixOffset(b.Min.X, b.Min.Y):], x.Stride, w, h, 1)}, true}
	case *image.Gray16:
		g := plane{make([]byte, w*h), w, h, 1}
		for y := range h {
			for i, row := 0, x.Pix[y*x.Stride:]; i < w; i++ {
				g.pix[y*w+i] = row[2*i]
			}
		}
		return &raster{[]plane{g}, true}
	case *image.YCbCr:
		cw, ch := chroma(x)
		at := x.COffset(b.Min.X, b.Min.Y)
		return &raster{[]plane{
			packed(x.Y[x.YOffset(b.Min.X, b.Min.Y):], x.YStride, w, h, 1),
			packed(x.Cb[at:], x.CStride, cw, ch, 1), packed(x.Cr[at:], x.CStride, cw, ch, 1),
		}, true}
	case *image.NRGBA:
		return &raster{[]plane{packed(x.Pix[x.PixOffset(b.Min.X, b.Min.Y):], x.Stride, w, h, 4)}, x.Opaque()}
	case *image.RGBA:
		if x.Opaque() {
			return &raster{[]plane{packed(x.Pix[x.PixOffset(b.Min.X, b.Min.Y):], x.Stride, w, h, 4)}, true}
		}
	case *image.Paletted:
		return paletted(x)
	case *image.CMYK:
		return separated(x)
	}
	n := image.NewNRGBA(image.Rect(0, 0, w, h))
	draw.Draw(n, n.Bounds(), img, b.Min, draw.Src)
	return &raster{[]plane{{n.Pix, w, h, 4}}, n.Opaque()}
}

// packed takes rows out of a longer stride; rows that already follow each other are shared.
func packed(pix []byte, stride, w, h, channels int) plane {
	n := w * channels
	if stride == n {
		return plane{pix[:n*h], w, h, channels}
	}
	out := make([]byte, n*h)
	for y := range h {
		copy(out[y*n:(y+1)*n], pix[y*stride:])
	}
	return plane{out, w, h, channels}
}

// chroma returns the size of the colour planes.
func chroma(x *image.YCbCr) (w, h int) {
	w, h = x.Rect.Dx(), x.Rect.Dy()
	switch x.SubsampleRatio {
	case image.YCbCrSubsampleRatio422:
		return (w + 1) / 2, h
	case image.YCbCrSubsampleRatio420:
		return (w + 1) / 2, (h + 1) / 2
	case image.YCbCrSubsampleRatio440:
		return w, (h + 1) / 2
	case image.YCbCrSubsampleRatio411:
		return (w + 3) / 4, h
	case image.YCbCrSubsampleRatio410:
		return (w + 3) / 4, (h + 1) / 2
	}
	return w, h
}

func paletted(x *image.Paletted) *raster {
	w, h := x.Rect.Dx(), x.Rect.Dy()
	var colours [256][4]byte
	for i, c := range x.Palette {
		n := color.NRGBAModel.Convert(c).(color.NRGBA)
		colours[i] = [4]byte{n.R, n.G, n.B, n.A}
	}
	p := plane{make([]byte, 4*w*h), w, h, 4}
	opaque := true
	for y := range h {
		for i, v := range x.Pix[y*x.Stride : y*x.Stride+w] {
			copy(p.pix[4*(y*w+i):], colours[v][:])
			opaque = opaque && colours[v][3] == 255
		}
	}
	return &raster{[]plane{p}, opaque}
}

// separated turns the inks of a photo made for print into light.
func separated(x *image.CMYK) *raster {
	w, h := x.Rect.Dx(), x.Rect.Dy()
	p := plane{make([]byte, 4*w*h), w, h, 4}
	for y := range h {
		row := x.Pix[y*x.Stride:]
		for i := range w {
			r, g, b := color.CMYKToRGB(row[4*i], row[4*i+1], row[4*i+2], row[4*i+3])
			copy(p.pix[4*(y*w+i):], []byte{r, g, b, 255})
		}
	}
	return &raster{[]plane{p}, true}
}

// image returns the raster in the form that encoders write fastest. Colour differences must be of half the size of the luma.
func (r *raster) image() image.Image {
	w, h := r.width(), r.height()
	rect := image.Rect(0, 0, w, h)
	switch {
	case len(r.planes) == 3:
		return &image.YCbCr{
			Y: r.planes[0].pix, Cb: r.planes[1].pix, Cr: r.planes[2].pix, YStride: w, CStride: r.planes[1].w,
			SubsampleRatio: image.YCbCrSubsampleRatio420, Rect: rect,
		}
	case !r.coloured():
		return &image.Gray{Pix: r.planes[0].pix, Stride: w, Rect: rect}
	case r.opaque:
		return &image.RGBA{Pix: r.planes[0].pix, Stride: 4 * w, Rect: rect}
	}
	return &image.NRGBA{Pix: r.planes[0].pix, Stride: 4 * w, Rect: rect}
}

// turned returns the raster as a camera held in one of the eight orientations saw it.
func (r *raster) turned(orientation int) *raster {
	if orientation == upright {
		return r
	}
	out := &raster{opaque: r.opaque}
	for _, p := range r.planes {
		out.planes = append(out.planes, p.turned(orientation))
	}
	return out
}

// turned moves every pixel to where it belongs. The orientations are those of Exif 2.32, 4.6.4 A: they say at which corner of
// the scene the first row and the first column of the samples lie.
func (p plane) turned(orientation int) plane {
	out := plane{make([]byte, len(p.pix)), p.w, p.h, p.channels}
	if sideways(orientation) {
		out.w, out.h = p.h, p.w
	}
	n := p.channels
	for y := range p.h {
		// Where the first pixel of the row goes, and how far it is from there to the next one's place.
		var x0, y0, step int
		switch orientation {
		case 2:
			x0, y0, step = p.w-1, y, -1
		case 3:
			x0, y0, step = p.w-1, p.h-1-y, -1
		case 4:
			x0, y0, step = 0, p.h-1-y, 1
		case 5:
			x0, y0, step = y, 0, out.w
		case 6:
			x0, y0, step = p.h-1-y, 0, out.w
		case 7:
			x0, y0, step = p.h-1-y, p.w-1, -out.w
		case 8:
			x0, y0, step = y, p.w-1, -out.w
		default:
			x0, y0, step = 0, y, 1
		}
		to := (y0*out.w + x0) * n
		row := p.pix[y*p.w*n : (y+1)*p.w*n]
		if n == 1 {
			for _, v := range row {
				out.pix[to] = v
				to += step
			}
			continue
		}
		for i := 0; i < len(row); i += n {
			copy(out.pix[to:to+n], row[i:i+n])
			to += step * n
		}
	}
	return out
}

// sideways reports an orientation in which width and height change places.
func sideways(orientation int) bool { return orientation >= 5 }
