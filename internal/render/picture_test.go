package render

import (
	"strings"
	"testing"

	"antq/internal/site"
)

// pictured returns the view of a picture below a page of a site, published in the given widths.
func pictured(ws Widths) *Picture {
	s := &site.Site{ID: "so-a"}
	f := &site.File{Asset: &site.Asset{Width: 3000, Height: 2000}, Site: s, Output: "tin-tuc/tin/anh.jpg"}
	m := &maker{page: &site.Page{Site: s, Output: "tin-tuc/tin.html", URL: "tin-tuc/tin.html"}, pictures: Pictures{f: ws}}
	return m.picture(&site.Picture{File: f, Alt: "Ảnh"})
}

func TestPictureWidths(t *testing.T) {
	full := Width{"tin-tuc/tin/anh.jpg", 2000, 1333}
	narrow := Width{"tai-nguyen/anh-480.1a2b3c4d.jpg", 480, 320}
	webp := Width{"tai-nguyen/anh-2000.5e6f7a8b.webp", 2000, 1333}
	for name, c := range map[string]struct {
		in   Widths
		want Picture
	}{
		"unknown":    {Widths{}, Picture{Src: "tin/anh.jpg", Width: 3000, Height: 2000}},
		"one":        {Widths{Pictures: []Width{full}}, Picture{Src: "tin/anh.jpg", Width: 2000, Height: 1333}},
		"two":        {Widths{Pictures: []Width{narrow, full}}, Picture{Src: "tin/anh.jpg", Width: 2000, Height: 1333, SrcSet: "../tai-nguyen/anh-480.1a2b3c4d.jpg 480w, tin/anh.jpg 2000w"}},
		"with WebP":  {Widths{Pictures: []Width{full}, Lossless: []Width{webp}}, Picture{Src: "tin/anh.jpg", Width: 2000, Height: 1333, WebP: "../tai-nguyen/anh-2000.5e6f7a8b.webp 2000w"}},
		"not itself": {Widths{Pictures: []Width{narrow}}, Picture{Src: "../tai-nguyen/anh-480.1a2b3c4d.jpg", Width: 480, Height: 320}},
	} {
		c.want.Alt = "Ảnh"
		if got := pictured(c.in); *got != c.want {
			t.Errorf("%s: got %+v, want %+v", name, *got, c.want)
		}
	}
}

func TestPictureOfText(t *testing.T) {
	for _, c := range []struct {
		p    Picture
		want string
	}{
		{Picture{Src: "a.svg", Alt: `"<`}, `<img src="a.svg" alt="&#34;&lt;" title="T" loading="lazy">`},
		{Picture{Src: "a.jpg", SrcSet: "b.jpg 480w, a.jpg 900w", Width: 900, Height: 600},
			`<img src="a.jpg" srcset="b.jpg 480w, a.jpg 900w" sizes="` + bodySizes + `" alt="" title="T" width="900" height="600" loading="lazy">`},
		{Picture{Src: "a.png", WebP: "a.webp 900w", Width: 900, Height: 600},
			`<picture><source type=image/webp srcset="a.webp 900w" sizes="` + bodySizes + `"><img src="a.png" alt="" title="T" width="900" height="600" loading="lazy"></picture>`},
	} {
		var b strings.Builder
		c.p.write(&b, "T")
		if b.String() != c.want {
			t.Errorf("got  %s\nwant %s", b.String(), c.want)
		}
	}
}
