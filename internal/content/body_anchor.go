package content

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"antq/internal/viet"
)

// anchors are the ids of a body, known before the first byte is written, so that a link may point ahead.
type anchors struct {
	ids      map[ast.Node]string // of blocks
	taken    map[string]bool     // every id of the body
	slugs    map[string]string   // second names, for links in sources
	turns    map[string]int      // how often an id had to be counted on
	headings []Heading
	notes    []*footnoteNode // in the order of the text
}

// newAnchors gives an id to every block that has one. This is the only place where ids are made: a block that is to have an
// id needs an entry here and nothing else.
func newAnchors(r *reading, doc ast.Node) anchors {
	a := anchors{ids: map[ast.Node]string{}, taken: map[string]bool{}, slugs: map[string]string{}, turns: map[string]int{}}
	for i, note := range r.footnotes.order {
		n := strconv.Itoa(i + 1)
		a.taken["fn-"+n] = true
		for turn := 1; turn <= note.refs; turn++ {
			a.taken[noteRefID(n, turn)] = true
		}
	}
	var found []*ast.Heading
	a.collect(doc, &found)
	for _, h := range found {
		a.explicit(r, h)
	}
	var path []int // indexes of the headings above
	for i, h := range found {
		for len(path) > 0 && a.headings[path[len(path)-1]].Level >= h.Level {
			path = path[:len(path)-1]
		}
		text := plainText(h, r.src)
		heading := Heading{Level: h.Level, Text: text, Number: outlineNumber(text), Line: r.lineNumber(max(h.Pos(), 0))}
		heading.ID = a.ids[h]
		if heading.ID == "" {
			heading.ID = a.slugID(text, path, i)
			a.ids[h] = heading.ID
			a.taken[heading.ID] = true
		}
		a.headings = append(a.headings, heading)
		path = append(path, i)
	}
	return a
}

// collect finds the headings and footnotes below a block.
func (a *anchors) collect(n ast.Node, found *[]*ast.Heading) {
	for c := n.FirstChild(); c != nil && c.Type() == ast.TypeBlock; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading:
			if c.Lines().Len() > 0 {
				*found = append(*found, c)
			}
		case *ast.Paragraph:
		case *footnoteNode:
			a.notes = append(a.notes, c)
			if c.number > 0 {
				a.collect(c, found)
			}
		default:
			a.collect(c, found)
		}
	}
}

// explicit takes the id typed behind a heading. All of them come before the ids that are made, which give way.
func (a *anchors) explicit(r *reading, h *ast.Heading) {
	typed, ok := h.AttributeString("id")
	if !ok {
		return
	}
	id := typed.(string)
	if a.taken[id] {
		at, _ := h.AttributeString("id-at")
		r.report("heading-id", "twice", at.(int), at.(int)+len(id)+2, id)
		return
	}
	a.ids[h], a.taken[id] = id, true
}

// slugID makes an id from a heading's text. A repeated one takes the numbers or slugs of the headings above in front, nearest
// first, since "1. Mục đích" and "2. Yêu cầu" come under every part of a plan.
func (a *anchors) slugID(text string, path []int, index int) string {
	id := viet.Slug(text)
	if id == "" {
		id = "muc-" + strconv.Itoa(index+1)
	}
	for i := len(path) - 1; i >= 0 && a.taken[id]; i-- {
		above := a.headings[path[i]]
		if front := viet.Slug(above.Number); front != "" {
			id = front + "-" + id
		} else {
			id = above.ID + "-" + id
		}
	}
	base := id
	for a.taken[id] {
		a.turns[base]++
		id = base + "-" + strconv.Itoa(a.turns[base]+1)
	}
	return id
}

// find returns the id that a fragment names, or "".
func (a *anchors) find(fragment string) string {
	if a.taken[fragment] {
		return fragment
	}
	return a.slugs[fragment]
}

// nearest returns the id that was probably meant by a fragment: one mistyped, or the one that holds the fragment whole.
func (a *anchors) nearest(fragment string) string {
	want := viet.Slug(fragment)
	among := make([]candidate, 0, len(a.headings))
	for _, h := range a.headings {
		among = append(among, candidate{name: h.ID})
	}
	if id, _ := nearest(want, among); id != "" {
		return id
	}
	for _, h := range a.headings {
		if len(want) >= 4 && strings.Contains(h.ID, want) {
			return h.ID
		}
	}
	return ""
}
