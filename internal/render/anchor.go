package render

import (
	"bytes"
	"strings"
)

// anchorLink is the link behind a numbered heading, from which a reader, and a script for him, copies the address and the
// citation of the place: its own label and the document's name, which stands once around the text. Its sign comes from the style
// sheet, so that it is not copied with the text.
type anchorLink struct {
	at            int // in the text's HTML: before the heading's end tag
	anchor, place string
}

// anchors finds the places of the links behind numbered headings. The parser's markup holds "<h" and "</h" nowhere but at tags,
// since text and attribute values are escaped.
func (b *Body) anchors() []anchorLink {
	if b.cited == "" {
		return nil
	}
	src, outline := b.doc.Body.HTML, b.doc.Body.Outline
	var links []anchorLink
	pos := 0
	for i := range outline {
		n := &outline[i]
		if !n.Heading || n.Anchor == "" {
			continue
		}
		at := headingEnd(src[pos:], n.Anchor)
		if at < 0 {
			continue // shown elsewhere than in the order of the text
		}
		pos += at
		links = append(links, anchorLink{at: pos, anchor: n.Anchor, place: outline.Cite(i)})
	}
	return links
}

// headingEnd returns where the end tag of the heading with an id begins, or -1.
func headingEnd(src []byte, id string) int {
	for pos := 0; ; {
		i := bytes.Index(src[pos:], []byte("<h"))
		if i < 0 {
			return -1
		}
		pos += i
		tag := src[pos:]
		end := bytes.IndexByte(tag, '>')
		if len(tag) < 4 || tag[2] < '2' || tag[2] > '6' || end < 0 || !hasAttribute(tag[3:end], "id", id) {
			pos += 2
			continue
		}
		close := bytes.Index(tag, []byte("</h"))
		if close < 0 {
			return -1
		}
		return pos + close
	}
}

// hasAttribute reports whether the inside of a tag has an attribute with a value that needs no escape, bare or in quotes.
func hasAttribute(inside []byte, name, value string) bool {
	for _, form := range [...]string{" " + name + "=" + value, " " + name + `="` + value + `"`} {
		if i := bytes.Index(inside, []byte(form)); i >= 0 && (i+len(form) == len(inside) || inside[i+len(form)] == ' ') {
			return true
		}
	}
	return false
}

func (l *anchorLink) write(w *strings.Builder) {
	w.WriteString(" <a class=anchor")
	attribute(w, "href", "#"+l.anchor)
	attribute(w, "aria-label", l.place)
	w.WriteString("></a>")
}
