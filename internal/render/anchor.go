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
	number        mark // the short number that the heading begins with, which may hang in the margin
}

// mark is a part of the text's HTML; the zero mark is none.
type mark struct{ from, to int }

// longestNumber is the longest number, in bytes, that finds room in the margin: "VIII.", "10.12.".
const longestNumber = 7

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
		inside, end := heading(src[pos:], n.Anchor)
		if end < 0 {
			continue // shown elsewhere than in the order of the text
		}
		number := shortNumber(src, pos+inside)
		pos += end
		links = append(links, anchorLink{at: pos, anchor: n.Anchor, place: outline.Cite(i), number: number})
	}
	return links
}

// shortNumber returns the number written at the beginning of a heading, "I.", "1.1." or "a)", if a space follows it.
func shortNumber(src []byte, from int) mark {
	for i, c := range src[from:min(len(src), from+longestNumber+1)] {
		switch {
		case c == ' ' && i > 1 && (src[from+i-1] == '.' || src[from+i-1] == ')'):
			return mark{from, from + i}
		case c != '.' && c != ')' && !isASCIILetterOrDigit(c):
			return mark{}
		}
	}
	return mark{}
}

func isASCIILetterOrDigit(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// heading returns where the inside of the heading with an id begins and ends, or -1 for both.
func heading(src []byte, id string) (from, to int) {
	for pos := 0; ; {
		i := bytes.Index(src[pos:], []byte("<h"))
		if i < 0 {
			return -1, -1
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
			return -1, -1
		}
		return pos + end + 1, pos + close
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

// write writes the link. Its label is Vietnamese, also in a text that is not.
func (l *anchorLink) write(w *strings.Builder, foreign bool) {
	w.WriteString(" <a class=anchor")
	if foreign {
		w.WriteString(" lang=vi")
	}
	attribute(w, "href", "#"+l.anchor)
	attribute(w, "aria-label", l.place)
	w.WriteString("></a>")
}
