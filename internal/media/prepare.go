package media

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/webp"

	"antq/internal/diag"
)

// Use says what a site does with a picture. The values may be joined.
type Use uint8

// Shown is a picture that stands in a page: at most [MaxWidth] wide, and in smaller widths. Offered is a file that readers
// download: it keeps all its pixels.
const (
	Shown Use = 1 << iota
	Offered
)

// MaxWidth is the greatest width in pixels in which a page shows a picture.
const MaxWidth = 2000

// widths are those in which a page offers a wide picture, besides its full one.
var widths = [...]int{480, 800, 1280, MaxWidth}

const (
	// photoQuality and keptQuality are those of JPEG, for pictures in a page and for a download that had to be turned.
	photoQuality, keptQuality = 82, 92
	// worthwhile is the part of the next larger file, in percent of its bytes, that a smaller width or a WebP must stay below.
	worthwhile = 90
	// lightEnough is the number of bytes below which a picture is not offered in smaller widths: there is little to save.
	// lightColours is the same for trying WebP on a graphic of many colours, which takes long.
	lightEnough, lightColours = 12 << 10, 24 << 10
)

// Recipe names how pictures are prepared. It changes with every change of what [Prepare] makes of the same bytes.
const Recipe = "1"

// Rendition is a picture as it is published in one width.
type Rendition struct {
	Width, Height int    // pixels
	Type          string // media type
	Size          int64
	Sum           [sha256.Size]byte
	Data          []byte `json:"-"` // nil where a shelf has it
}

func rendition(w, h int, mediaType string, data []byte) Rendition {
	return Rendition{w, h, mediaType, int64(len(data)), sha256.Sum256(data), data}
}

// Picture is what is published of a picture: all of it upright and without metadata.
type Picture struct {
	Full     Rendition   // stands at the picture's own address
	Kept     bool        // Full is the source but for its metadata, as Clean returns it
	Narrower []Rendition // of the same type, from the narrowest on; empty for drawings, animations, GIF and WebP
	Lossless []Rendition // WebP in the same order, its last as wide as a page shows it; empty where that saves too little
}

// Prepare turns the bytes of a JPEG, PNG, GIF or WebP file into what is published of it. name is the path that problems carry;
// with problems the picture is empty. A picture is never made larger. What needs no change of its pixels keeps them bit for
// bit. Same bytes and use, same result.
func Prepare(name string, data []byte, use Use) (Picture, diag.List) {
	var list diag.List
	f, c := inspect(name, data, &list)
	if list.HasErrors() {
		return Picture{}, list
	}
	r, err := decode(f.Type, c, data)
	if err != nil {
		list.Add(diag.New("image-broken", "", name, diag.Span{}))
		return Picture{}, list
	}
	p, err := prepare(f.Type, c, r, use)
	if err != nil {
		list.Add(diag.New("image-broken", "", name, diag.Span{}))
		return Picture{}, list
	}
	if r == nil {
		p.Full.Width, p.Full.Height = f.Width, f.Height
	}
	return p, list
}

// decode returns the upright pixels, or nil for a picture that moves and is published as it is.
func decode(mediaType string, c *container, data []byte) (*raster, error) {
	in := bytes.NewReader(data)
	switch {
	case c.animated || mediaType == "image/gif":
		return nil, nil
	case mediaType == "image/jpeg":
		img, err := jpeg.Decode(in)
		if err != nil {
			return nil, fmt.Errorf("decoding JPEG: %w", err)
		}
		return rasterOf(img).turned(c.orientation), nil
	case mediaType == "image/png":
		img, err := png.Decode(in)
		if err != nil {
			return nil, fmt.Errorf("decoding PNG: %w", err)
		}
		return rasterOf(img).turned(c.orientation), nil
	}
	img, err := webp.Decode(in)
	if err != nil {
		return nil, fmt.Errorf("decoding WebP: %w", err)
	}
	return rasterOf(img).turned(c.orientation), nil
}

func prepare(mediaType string, c *container, r *raster, use Use) (Picture, error) {
	if r == nil || mediaType == "image/webp" && c.orientation == upright {
		return asIs(mediaType, c, r)
	}
	quality, width := keptQuality, r.width()
	if use&Offered == 0 {
		quality, width = photoQuality, min(width, MaxWidth)
	}
	e := encoder{mediaType: mediaType, profile: c.profile}
	if len(r.planes) == 1 && r.coloured() && mediaType == "image/jpeg" {
		e.profile = nil // of inks that are light now
	}
	var p Picture
	base := r
	if width < r.width() || len(r.planes) == 3 {
		base = r.resized(width)
	}
	if width == r.width() && c.orientation == upright {
		p.Full, p.Kept = rendition(width, r.height(), mediaType, c.bytes()), true
	} else {
		full, err := e.encode(base, quality)
		if err != nil {
			return Picture{}, err
		}
		p.Full = full
	}
	if use&Shown == 0 || mediaType == "image/webp" {
		return p, nil
	}
	return e.narrower(p, base)
}

// asIs publishes a picture without its metadata, but with all its pixels.
func asIs(mediaType string, c *container, r *raster) (Picture, error) {
	w, h := 0, 0
	if r != nil {
		w, h = r.width(), r.height()
	}
	return Picture{Full: rendition(w, h, mediaType, c.bytes()), Kept: true}, nil
}

// Clean returns a picture without its metadata, every pixel where it was.
func Clean(mediaType string, data []byte) ([]byte, error) {
	c, err := open(mediaType, data)
	if err != nil {
		return nil, fmt.Errorf("taking the metadata out of a picture: %w", err)
	}
	return c.bytes(), nil
}

// encoder writes renditions of one picture.
type encoder struct {
	mediaType string
	profile   []byte
}

// narrower adds the smaller widths, as long as each saves enough against the next larger one.
func (e *encoder) narrower(p Picture, base *raster) (Picture, error) {
	at := int(p.Full.Size)
	top := min(base.width(), MaxWidth)
	webp := 0 // bytes of the last WebP; 0 = none is to be made
	if w, ok := e.lossless(base, top, at); ok {
		p.Lossless = append(p.Lossless, w)
		webp = len(w.Data)
	}
	for i := len(widths) - 1; i >= 0 && at > lightEnough; i-- {
		w := widths[i]
		if w*100 > base.width()*85 {
			continue
		}
		small := base.resized(w)
		r, err := e.encode(small, photoQuality)
		if err != nil {
			return Picture{}, err
		}
		if len(r.Data)*100 < at*worthwhile {
			p.Narrower = append([]Rendition{r}, p.Narrower...)
			at = len(r.Data)
		}
		if webp == 0 || w >= top {
			continue
		}
		if l, ok := e.lossless(small, w, webp); ok {
			p.Lossless = append([]Rendition{l}, p.Lossless...)
			webp = len(l.Data)
		}
	}
	return p, nil
}

// lossless makes a WebP of a graphic, if that stays well below a number of bytes.
func (e *encoder) lossless(r *raster, w, below int) (Rendition, bool) {
	if e.mediaType != "image/png" || len(e.profile) > 0 && !isStandard(e.profile) {
		return Rendition{}, false
	}
	if w < r.width() {
		r = r.resized(w)
	}
	if r.width()*r.height() > maxLossless || below < lightColours && fewColours(r) == nil {
		return Rendition{}, false
	}
	data, err := lossless(r)
	if err != nil || len(data)*100 >= below*worthwhile { // an encoder that fails only leaves out what is not needed
		return Rendition{}, false
	}
	return rendition(r.width(), r.height(), "image/webp", data), true
}

// isStandard reports a colour profile that says what browsers assume anyway, which a WebP need not carry.
func isStandard(profile []byte) bool {
	return bytes.Contains(profile, []byte("sRGB")) || !bytes.Contains(profile, []byte("iCCP"))
}

func (e *encoder) encode(r *raster, quality int) (Rendition, error) {
	var b bytes.Buffer
	var data []byte
	var err error
	switch e.mediaType {
	case "image/jpeg":
		if err = jpeg.Encode(&b, r.image(), &jpeg.Options{Quality: quality}); err == nil {
			data = e.photo(b.Bytes())
		}
	case "image/png":
		if err = png.Encode(&b, r.image()); err == nil {
			data = withProfile(b.Bytes(), e.profile)
		}
	default:
		data, err = lossless(r)
	}
	if err != nil {
		return Rendition{}, fmt.Errorf("encoding a picture: %w", err)
	}
	return rendition(r.width(), r.height(), e.mediaType, data), nil
}

// photo puts the colour profile behind the first marker of an encoded JPEG, unless it is the one that browsers assume.
func (e *encoder) photo(data []byte) []byte {
	if len(e.profile) == 0 || len(e.profile) > maxProfile || bytes.Contains(e.profile, []byte("sRGB")) {
		return data
	}
	out := make([]byte, 0, len(data)+len(e.profile))
	out = append(out, data[:2]...)
	out = append(out, e.profile...)
	return append(out, data[2:]...)
}
