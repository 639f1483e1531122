package render

import (
	"crypto/sha256"
	"fmt"
	"html/template"
	"io"
	"strconv"
	"strings"

	"antq/internal/content"
	"antq/internal/site"
)

// Body is the text of a document with its links, pictures and shortcodes resolved. A layout can ask for two things only:
// whether it is Present, and its HTML: the parser's own markup, addresses that are escaped here, and the output of shortcode
// layouts.
type Body struct {
	doc     *content.Document
	inserts []insert // by number of the reference
	set     *layoutSet
	lines   bool // write the source line of each block, for preview
}

// insert is what stands for a reference of the body: one of a link, a picture and a shortcode.
type insert struct {
	href, title, download string
	picture               *Picture
	code                  shortcode
}

// lineAttribute names the attribute by which preview finds the source line of a block.
const lineAttribute = "data-line"

func (b *Body) encode(e *encoder) {
	e.bool(b.doc != nil, b.lines)
	if b.doc == nil {
		return
	}
	e.b = append(e.b, b.doc.Digest[:sha256.Size]...)
	e.text(b.doc.Path)
	e.number(len(b.inserts))
	for i := range b.inserts {
		in := &b.inserts[i]
		e.text(in.href, in.title, in.download)
		maybe(e, in.picture)
		e.bool(in.code != nil)
		if in.code != nil {
			e.text(in.code.layout())
			in.code.encode(e)
		}
	}
}

// body resolves a document's text for the maker's page.
func (m *maker) body(d *content.Document, links []site.Link) Body {
	if d == nil {
		return Body{}
	}
	b := Body{doc: d, set: m.set}
	if len(d.Body.Refs) == 0 {
		return b
	}
	b.inserts = make([]insert, len(d.Body.Refs))
	for i := range d.Body.Refs {
		ref := &d.Body.Refs[i]
		var l site.Link
		if i < len(links) {
			l = links[i]
		}
		in := &b.inserts[i]
		switch ref.Kind {
		case content.RefLink:
			in.title = ref.Title
			switch {
			case l.File != nil:
				in.href, in.download = m.file(l.File), l.File.Download
			case l.Target != nil:
				in.href = m.target(l.Target).Href
			}
		case content.RefImage:
			if l.File != nil {
				in.picture = m.picture(&site.Picture{File: l.File, Alt: ref.Alt})
			}
			in.title = ref.Title
		case content.RefShortcode:
			in.code = m.shortcode(ref, &l)
		}
	}
	return b
}

// shows reports whether the text itself holds a shortcode about the page's own document, so that the layout need not show the
// same again.
func (b *Body) shows(name string, en *site.Entry, links []site.Link) bool {
	if b.doc == nil {
		return false
	}
	for i := range b.doc.Body.Refs {
		if r := &b.doc.Body.Refs[i]; r.Kind == content.RefShortcode && r.Name == name && i < len(links) && links[i].Entry == en {
			return true
		}
	}
	return false
}

// withText is a view that holds a text.
type withText interface{ text() *Body }

func (a *Article) text() *Body  { return &a.Body }
func (v *Hub) text() *Body      { return &v.Body }
func (v *Section) text() *Body  { return &v.Body }
func (v *Register) text() *Body { return &v.Body }
func (v *About) text() *Body    { return &v.Body }

// Present reports whether there is any text.
func (b Body) Present() bool { return b.doc != nil && len(b.doc.Body.Spans) > 0 }

// HTML writes the text.
func (b Body) HTML() (template.HTML, error) {
	if b.doc == nil {
		return "", nil
	}
	src := b.doc.Body.HTML
	if len(b.inserts) == 0 && !b.lines {
		return trusted(string(src)), nil
	}
	var w strings.Builder
	w.Grow(len(src) + len(src)/8 + 1024)
	for _, s := range b.doc.Body.Spans {
		switch s.Kind {
		case content.Markup, content.Text:
			w.Write(src[s.Start:s.End])
		case content.Open:
			b.inserts[s.Ref].open(&w)
		case content.Close:
			if b.inserts[s.Ref].href != "" {
				w.WriteString("</a>")
			}
		case content.Insert:
			if err := b.insert(&w, &b.inserts[s.Ref]); err != nil {
				return "", err
			}
		case content.Block:
			if b.lines {
				w.WriteString(" " + lineAttribute + `="` + strconv.Itoa(int(s.Source)) + `"`)
			}
		}
	}
	return trusted(w.String()), nil
}

// insert writes a picture or a shortcode. A picture that is missing is its alternative text, which the site has already
// reported.
func (b Body) insert(w *strings.Builder, in *insert) error {
	switch {
	case in.code != nil:
		if err := b.set.templates.ExecuteTemplate(w, in.code.layout(), in.code); err != nil {
			return fmt.Errorf("shortcode in %s: %w", b.doc.Path, err)
		}
	case in.picture != nil:
		in.picture.write(w, in.title)
	}
	return nil
}

func (in *insert) open(w *strings.Builder) {
	if in.href == "" {
		return
	}
	w.WriteString("<a")
	attribute(w, "href", in.href)
	attribute(w, "title", in.title)
	attribute(w, "download", in.download)
	w.WriteByte('>')
}

func (p *Picture) write(w *strings.Builder, title string) {
	w.WriteString("<img")
	attribute(w, "src", p.Src)
	w.WriteString(` alt="` + template.HTMLEscapeString(p.Alt) + `"`)
	attribute(w, "title", title)
	if p.Width > 0 && p.Height > 0 {
		attribute(w, "width", strconv.Itoa(p.Width))
		attribute(w, "height", strconv.Itoa(p.Height))
	}
	attribute(w, "loading", "lazy")
	w.WriteByte('>')
}

// attribute writes an attribute unless its value is empty.
func attribute(w io.StringWriter, name, value string) {
	if value == "" {
		return
	}
	w.WriteString(" " + name + `="` + template.HTMLEscapeString(value) + `"`)
}
