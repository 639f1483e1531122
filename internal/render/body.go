package render

import (
	"crypto/sha256"
	"slices"

	"antq/internal/content"
	"antq/internal/site"
)

// Body is the text of a document with its links, citations, pictures and shortcodes resolved. A layout can ask for three things
// only: whether it is Present, how it is Cited, and its HTML: the parser's own markup, addresses and abbreviations that are escaped here, and the
// output of shortcode layouts.
type Body struct {
	doc     *content.Document
	inserts []insert // by number of the reference
	uses    []use    // the abbreviations that the page uses here first, in their order
	cited   string   // how another text names the document, for the links beside numbered headings; "" = no such links
	set     *layoutSet
	lines   bool   // write the source line of each block, for preview
	foreign string // see [Article.Foreign]
}

// insert is what stands for a reference of the body: one of a link, a picture and a shortcode. A link with a mark is a citation
// of a document that holds no more.
type insert struct {
	href, title, download string
	mark                  string
	picture               *Picture
	code                  shortcode
}

func (b *Body) encode(e *encoder) {
	e.bool(b.doc != nil, b.lines)
	if b.doc == nil {
		return
	}
	e.b = append(e.b, b.doc.Digest[:sha256.Size]...)
	e.text(b.doc.Path, b.cited, b.foreign)
	each(e, b.uses)
	e.number(len(b.inserts))
	for i := range b.inserts {
		in := &b.inserts[i]
		e.text(in.href, in.title, in.download, in.mark)
		maybe(e, in.picture)
		e.bool(in.code != nil)
		if in.code != nil {
			e.text(in.code.layout())
			in.code.encode(e)
		}
	}
}

// body resolves a document's text for the maker's page, and finds the abbreviations that it uses first.
func (m *maker) body(d *content.Document, links []site.Link, explained []content.Abbreviation) Body {
	if d == nil {
		return Body{}
	}
	b := Body{doc: d, set: m.set, foreign: foreign(m.page.Lang)}
	if len(d.Body.Refs) > 0 {
		b.inserts = make([]insert, len(d.Body.Refs))
	}
	m.explain(explained)
	inLink := false
	for _, s := range d.Body.Spans {
		switch s.Kind {
		case content.Text:
			if !inLink && m.explainer != nil {
				b.uses = m.explainer.find(d.Body.HTML, int(s.Start), int(s.End), b.uses)
			}
		case content.Close:
			inLink = false
		case content.Open, content.Insert:
			inLink = s.Kind == content.Open
			var l site.Link
			if int(s.Ref) < len(links) {
				l = links[s.Ref]
			}
			b.inserts[s.Ref] = m.insert(&d.Body.Refs[s.Ref], &l)
			if t := l.Target; t != nil && t.ReplacedBy != nil && t.ReplacedBy.Entry != nil && t.ReplacedBy.Entry.Doc == d {
				b.inserts[s.Ref].mark = "" // it says itself what it replaces
			}
		}
	}
	return b
}

func (m *maker) insert(ref *content.Ref, l *site.Link) insert {
	var in insert
	switch ref.Kind {
	case content.RefLink:
		in.title = ref.Title
		switch {
		case l.File != nil:
			in.href, in.download = m.file(l.File), l.File.Download
		case l.Target != nil:
			in.href = m.target(l.Target).Href
		}
	case content.RefCitation:
		if l.Target != nil {
			t := *l.Target
			if t.Fragment == "" && t.Entry != nil && hasPlace(t.Entry.Doc, ref.Fragment) {
				t.Fragment = ref.Fragment
			}
			in.href, in.mark = m.target(&t).Href, lapsed(t.Lapsed)
		}
	case content.RefImage:
		if l.File != nil {
			in.picture = m.picture(&site.Picture{File: l.File, Alt: ref.Alt})
		}
		in.title = ref.Title
	case content.RefShortcode:
		in.code = m.shortcode(ref, l)
	}
	return in
}

// hasPlace reports whether a document's outline has a place that a citation points at.
func hasPlace(d *content.Document, anchor string) bool {
	return anchor != "" && d != nil && slices.ContainsFunc(d.Body.Outline, func(n content.OutlineNode) bool { return n.Anchor == anchor })
}

// lapsed says in words that a cited document holds no more; "" if it does.
func lapsed(s site.State) string {
	switch s {
	case site.StateReplaced:
		return "đã được thay thế"
	case site.StateExpired:
		return "đã hết hiệu lực"
	case site.StateWithdrawn:
		return "đã gỡ bỏ"
	}
	return ""
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

// Cited returns how another text names the document, where places of the text have links to be copied; else "".
func (b Body) Cited() string { return b.cited }

// Foreign returns the language of the text where it is not Vietnamese, as in "en"; else "".
func (b Body) Foreign() string { return b.foreign }
