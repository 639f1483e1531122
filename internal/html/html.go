// Package html reads finished HTML pages for those who judge them: the rules on a built site and the tests.
//
// What goes in is the bytes of one document in UTF-8; what comes out is a [Document], a tree of elements as a browser
// without JavaScript would build it, in which each element knows where its start tag stands in the source. On top of the
// tree lie the few questions that are asked again and again: which elements fit a selector ([Document.Find]), which ids
// exist ([Document.IDs]), what the page refers to or loads ([Document.Links]), and what its text is ([Element.Text]).
//
// A document is read-only and safe for concurrent use. Malformed HTML is repaired by the rules of the HTML standard and
// is no error; an error means bytes that are not UTF-8 or elements nested deeper than 512. Nothing here writes HTML.
package html

import (
	"bytes"
	"fmt"
	"iter"
	"sort"
	"unicode/utf8"
)

var byteOrderMark = []byte("\ufeff")

// Document is one parsed page.
type Document struct {
	src   []byte
	root  *Element
	lines []int // offset at which each line begins
}

// Parse reads a whole HTML document. A byte order mark is skipped, but counts in offsets. The document keeps src, which
// the caller must not change afterwards.
func Parse(src []byte) (*Document, error) {
	if at := invalidUTF8(src); at >= 0 {
		return nil, fmt.Errorf("html: byte %d is not UTF-8", at)
	}
	text := bytes.TrimPrefix(src, byteOrderMark)
	root, err := parseTree(text, len(src)-len(text))
	if err != nil {
		return nil, err
	}
	return &Document{src: src, root: root, lines: lineStarts(src)}, nil
}

// Root returns the html element, which every document has.
func (d *Document) Root() *Element { return d.root }

// Source returns the bytes the document was parsed from. The caller must not change them.
func (d *Document) Source() []byte { return d.src }

// Elements yields every element of the document in source order, the html element first.
func (d *Document) Elements() iter.Seq[*Element] {
	return func(yield func(*Element) bool) {
		if yield(d.root) {
			d.root.walk(yield)
		}
	}
}

// Find returns the elements that fit the selector, in source order.
func (d *Document) Find(sel Selector) []*Element {
	var found []*Element
	for e := range d.Elements() {
		if sel.Match(e) {
			found = append(found, e)
		}
	}
	return found
}

// IDs returns the elements by the value of their id attribute; two elements under one id are a mistake of the page.
func (d *Document) IDs() map[string][]*Element {
	ids := make(map[string][]*Element)
	for e := range d.Elements() {
		if id := e.Attr("id"); id != "" {
			ids[id] = append(ids[id], e)
		}
	}
	return ids
}

// Position returns line and column, both from 1, of a byte offset in the source; columns count code points. An offset
// that is unknown (-1) or outside the source gives 0, 0.
func (d *Document) Position(offset int) (line, column int) {
	if offset < 0 || offset > len(d.src) {
		return 0, 0
	}
	line = sort.SearchInts(d.lines, offset+1)
	start := d.lines[line-1]
	if start == 0 && bytes.HasPrefix(d.src, byteOrderMark) {
		start = min(len(byteOrderMark), offset)
	}
	return line, utf8.RuneCount(d.src[start:offset]) + 1
}

func lineStarts(src []byte) []int {
	starts := []int{0}
	for i, c := range src {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(src []byte) int {
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
	return -1
}
