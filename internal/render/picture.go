package render

import (
	"html/template"
	"strconv"
	"strings"

	"antq/internal/site"
)

// Pictures say in which widths pictures are published, by file. A file that is missing here is published in one width.
type Pictures map[*site.File]Widths

// Widths are the widths of one picture, each a file of the site, from the narrowest to the one that a page shows at most.
type Widths struct {
	Pictures []Width // in the picture's own format; never empty
	Lossless []Width // WebP, for browsers that take it; empty where it saves nothing
}

// Width is a picture in one width.
type Width struct {
	Output        string // path below the site's folder
	Width, Height int    // pixels
}

// WithPictures returns a renderer of the same layouts that knows the widths of pictures. They belong to the sites whose pages
// it is to render.
func (r *Renderer) WithPictures(p Pictures) *Renderer {
	c := *r
	c.bases, c.pictures = &bases{}, p
	return &c
}

// Picture is an image with its size in pixels; the sizes keep the page from jumping while it loads.
type Picture struct {
	Src, Alt, Credit string
	Width, Height    int // pixels of Src, upright; 0 for a drawing without a size
	// SrcSet names the picture in several widths: "a-480.1a2b3c4d.jpg 480w, a.jpg 1200w"; "" if there is only one. WebP does so
	// for lossless WebP; "" where that saves nothing. A layout writes them with a sizes attribute, which says how wide it shows
	// the picture.
	SrcSet, WebP string
}

func (p *Picture) encode(e *encoder) {
	e.text(p.Src, p.Alt, p.Credit, p.SrcSet, p.WebP)
	e.number(p.Width, p.Height)
}

func (m *maker) picture(p *site.Picture) *Picture {
	if p == nil || p.File == nil {
		return nil
	}
	src := m.file(p.File)
	if src == "" {
		return nil
	}
	ws := m.pictures[p.File]
	shown := m.shown(p.File)
	if shown.Output != p.File.Output {
		src = m.width(p.File, shown)
	}
	v := &Picture{Src: src, Alt: p.Alt, Credit: p.Credit, Width: shown.Width, Height: shown.Height}
	if len(ws.Pictures) > 1 {
		v.SrcSet = m.srcset(p.File, ws.Pictures)
	}
	v.WebP = m.srcset(p.File, ws.Lossless)
	return v
}

// shown returns the greatest width in which a page shows a picture.
func (m *maker) shown(f *site.File) Width {
	if all := m.pictures[f].Pictures; len(all) > 0 {
		return all[len(all)-1]
	}
	return Width{f.Output, f.Width, f.Height}
}

// width returns the address of a picture in one width as seen from this page.
func (m *maker) width(f *site.File, w Width) string {
	return m.file(&site.File{Site: f.Site, Output: w.Output})
}

// srcset writes the form that HTML gives to a picture in several widths (HTML Living Standard, 4.8.4.2.1). Addresses hold no
// space and no comma.
func (m *maker) srcset(f *site.File, ws []Width) string {
	var b strings.Builder
	for i, w := range ws {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(m.width(f, w) + " " + strconv.Itoa(w.Width) + "w")
	}
	return b.String()
}

// bodySizes says how wide a picture in a text is shown: as wide as a line of the text, else as the screen.
const bodySizes = "(min-width: 46rem) 42rem, 100vw"

// write writes a picture of a text. It loads when a reader comes near it.
func (p *Picture) write(w *strings.Builder, title string) {
	if p.WebP != "" {
		w.WriteString("<picture><source type=image/webp")
		attribute(w, "srcset", p.WebP)
		attribute(w, "sizes", bodySizes)
		w.WriteByte('>')
		defer w.WriteString("</picture>")
	}
	w.WriteString("<img")
	attribute(w, "src", p.Src)
	if p.SrcSet != "" {
		attribute(w, "srcset", p.SrcSet)
		attribute(w, "sizes", bodySizes)
	}
	w.WriteString(` alt="` + template.HTMLEscapeString(p.Alt) + `"`)
	attribute(w, "title", title)
	if p.Width > 0 && p.Height > 0 {
		attribute(w, "width", strconv.Itoa(p.Width))
		attribute(w, "height", strconv.Itoa(p.Height))
	}
	attribute(w, "loading", "lazy")
	w.WriteByte('>')
}
