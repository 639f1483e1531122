package html

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	xhtml "golang.org/x/net/html"
)

// Attr is one attribute of an element, its value with character references resolved. Names are lower case in HTML; in
// SVG they have the case of the standard, and a prefix stays in front ("xlink:href").
type Attr struct{ Name, Value string }

// Element is one element of a document.
type Element struct {
	Tag       string // lower case, "p"; in SVG with the case of the standard, "foreignObject"
	Namespace string // "" for HTML, "svg" or "math"
	Attrs     []Attr // in source order
	Parent    *Element
	// Offset is the byte offset of the start tag's "<" in the source. It is -1 for an element that the parser added
	// (tbody, body …), for b, em, strong and their like without attributes, and in the rare page whose tags cannot be told
	// from its text. Two elements share an offset where the parser had to repeat one.
	Offset int

	content []node
}

// node is a piece of an element's content: another element, or text.
type node struct {
	element *Element
	text    string
}

func newElement(n *xhtml.Node, parent *Element, mark string, base int) *Element {
	e := &Element{Tag: n.Data, Namespace: n.Namespace, Parent: parent, Offset: -1}
	for _, a := range n.Attr {
		switch at, err := strconv.Atoi(a.Val); {
		case a.Key == mark && err == nil:
			e.Offset = base + at
		case a.Namespace != "":
			e.Attrs = append(e.Attrs, Attr{a.Namespace + ":" + a.Key, a.Val})
		default:
			e.Attrs = append(e.Attrs, Attr{a.Key, a.Val})
		}
	}
	for c := range n.ChildNodes() {
		switch c.Type {
		case xhtml.ElementNode:
			e.content = append(e.content, node{element: newElement(c, e, mark, base)})
		case xhtml.TextNode:
			e.content = append(e.content, node{text: c.Data})
		}
	}
	return e
}

// Attr returns the value of the attribute, or "" if the element has none of that name; [Element.Has] tells the two apart.
func (e *Element) Attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// Has reports whether the element has the attribute, be its value empty or not.
func (e *Element) Has(name string) bool {
	return slices.ContainsFunc(e.Attrs, func(a Attr) bool { return a.Name == name })
}

// Classes returns the words of the class attribute.
func (e *Element) Classes() []string { return strings.Fields(e.Attr("class")) }

// Children yields the elements directly below this one.
func (e *Element) Children() iter.Seq[*Element] {
	return func(yield func(*Element) bool) {
		for _, n := range e.content {
			if n.element != nil && !yield(n.element) {
				return
			}
		}
	}
}

// Descendants yields every element below this one in source order.
func (e *Element) Descendants() iter.Seq[*Element] {
	return func(yield func(*Element) bool) { e.walk(yield) }
}

func (e *Element) walk(yield func(*Element) bool) bool {
	for c := range e.Children() {
		if !yield(c) || !c.walk(yield) {
			return false
		}
	}
	return true
}

// Find returns the elements below this one that fit the selector, in source order. As in CSS, the selector's ancestors
// may stand above this element.
func (e *Element) Find(sel Selector) []*Element {
	var found []*Element
	for c := range e.Descendants() {
		if sel.Match(c) {
			found = append(found, c)
		}
	}
	return found
}

// Raw returns all text below the element as it is, character references resolved: the program of a script, the rules of
// a style, the JSON of a data block.
func (e *Element) Raw() string {
	var b strings.Builder
	e.raw(&b)
	return b.String()
}

func (e *Element) raw(b *strings.Builder) {
	for _, n := range e.content {
		if n.element != nil {
			n.element.raw(b)
		} else {
			b.WriteString(n.text)
		}
	}
}

// inline lists the elements that stand inside a line; all others, and br, part the words on their two sides.
var inline = map[string]bool{
	"a": true, "abbr": true, "b": true, "bdi": true, "bdo": true, "cite": true, "code": true, "data": true, "del": true,
	"dfn": true, "em": true, "font": true, "i": true, "ins": true, "kbd": true, "label": true, "mark": true, "output": true,
	"q": true, "ruby": true, "s": true, "samp": true, "small": true, "span": true, "strong": true, "sub": true,
	"sup": true, "time": true, "tspan": true, "u": true, "var": true, "wbr": true,
}

// silent lists the elements whose text nobody reads.
var silent = map[string]bool{"head": true, "script": true, "style": true, "template": true}

// Text returns what a reader sees of the element: runs of white space as one space, none at the ends, a space between
// blocks, nothing of head, script, style and template unless the element is one of these itself.
func (e *Element) Text() string {
	var b strings.Builder
	e.text(&b)
	return strings.Join(strings.Fields(b.String()), " ")
}

func (e *Element) text(b *strings.Builder) {
	for _, n := range e.content {
		switch {
		case n.element == nil:
			b.WriteString(n.text)
		case silent[n.element.Tag]:
		case inline[n.element.Tag]:
			n.element.text(b)
		default:
			b.WriteByte(' ')
			n.element.text(b)
			b.WriteByte(' ')
		}
	}
}
