package content

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"antq/internal/viet"
)

// anchors are the ids of a body, known before the first byte is written, so that a link may point ahead.
type anchors struct {
	ids      map[ast.Node]string // of blocks
	taken    map[string]bool     // every id of the body, and every second name
	seconds  map[string]string   // second names, for links in sources, and the ids for which they stand
	turns    map[string]int      // how often a name had to be counted on
	headings []Heading
	outline  Outline
	gaps     []OutlineGap
	notes    []*footnoteNode // in the order of the text
	guesses  int             // how many suggestions were asked for
}

// newAnchors gives an id to every block that has one. This is the only place where ids are made: a block that is to have an
// id needs an entry here and nothing else. Ids of footnotes come first, then those that the author typed, then the
// outline's, then slugs of headings: so a heading put in elsewhere changes no anchor that somebody cites.
func newAnchors(r *reading, doc ast.Node) anchors {
	a := anchors{ids: map[ast.Node]string{}, taken: map[string]bool{}, seconds: map[string]string{}, turns: map[string]int{}}
	walk := outlineWalk{reading: r, outliner: newOutliner(r.scratch.nodes, r.scratch.entries), untitled: -1}
	walk.in(doc, 0)
	r.scratch.nodes, r.scratch.entries = walk.nodes, walk.entries
	a.notes = walk.notes
	for i, note := range r.footnotes.order {
		n := strconv.Itoa(i + 1)
		a.taken["fn-"+n] = true
		for turn := 1; turn <= note.refs; turn++ {
			a.taken[noteRefID(n, turn)] = true
		}
	}
	for _, h := range walk.headings {
		a.explicit(r, h.block)
	}
	for i := range walk.nodes {
		a.place(&walk.outliner, int32(i), walk.blocks[i])
	}
	a.outline, a.gaps = clip(walk.nodes), clip(walk.gaps())
	a.name(r, &walk)
	return a
}

// name gives every heading its id and, if its id is not its slug, its second name.
func (a *anchors) name(r *reading, walk *outlineWalk) {
	if len(walk.headings) > 0 {
		a.headings = make([]Heading, 0, len(walk.headings))
	}
	var path []int // indexes of the headings above
	for i, f := range walk.headings {
		if f.title { // one with the heading before
			if a.ids[f.block] == "" {
				a.ids[f.block] = a.slugID(f.text, path, i)
			}
			continue
		}
		for len(path) > 0 && a.headings[path[len(path)-1]].Level >= f.block.Level {
			path = path[:len(path)-1]
		}
		h := Heading{
			ID: a.ids[f.block], Level: f.block.Level, Text: f.text, Number: outlineNumber(f.text), Line: r.lineNumber(max(f.block.Pos(), 0)),
		}
		switch {
		case h.ID == "":
			h.ID = a.slugID(f.text, path, i)
			a.ids[f.block] = h.ID
		case f.node >= 0 && viet.Slug(f.text) == h.ID:
		case f.node >= 0 && walk.entries[f.node].place == h.ID:
			h.Slug = a.slugID(f.text, path, i)
			a.seconds[h.Slug] = h.ID
		case f.node >= 0:
			h.Slug = walk.entries[f.node].place
		}
		if f.named != "" {
			h.Text += " " + f.named
		}
		path = append(path, len(a.headings))
		a.headings = append(a.headings, h)
	}
}

// place gives a node of the outline its anchor, unless the author typed an id.
func (a *anchors) place(o *outliner, at int32, block ast.Node) {
	e, n := &o.entries[at], &o.nodes[at]
	above, from := "", 0
	if n.Parent >= 0 {
		parent := &o.entries[n.Parent]
		above = parent.place + "."
		if e.kind == OutlineNumber && e.count > 1 && !e.orphan && parent.kind == OutlineNumber {
			from = parent.count
		}
	}
	part := e.anchorPart(from)
	e.place = above + part
	switch e.kind {
	case OutlinePart, OutlineAppendix, OutlineChapter, OutlineArticle:
		if !a.taken[part] {
			e.place = part
		}
	}
	e.place = a.free(e.place)
	if n.Anchor = a.ids[block]; n.Anchor != "" {
		a.seconds[e.place] = n.Anchor
		return
	}
	n.Anchor = e.place
	a.ids[block] = e.place
}

// free takes the name, or the first that is free when it is counted on: "ii.1-2".
func (a *anchors) free(name string) string {
	base := name
	for a.taken[name] {
		a.turns[base]++
		name = base + "-" + strconv.Itoa(a.turns[base]+1)
	}
	a.taken[name] = true
	return name
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
	return a.free(id)
}

// find returns the id that a fragment names, or "".
func (a *anchors) find(fragment string) string {
	if id := a.seconds[fragment]; id != "" {
		return id
	}
	if a.taken[fragment] {
		return fragment
	}
	return ""
}

// maxAnchorGuesses bounds the work spent on suggestions, however many fragments of a text lead nowhere.
const maxAnchorGuesses = 100

// nearest returns the id that was probably meant by a fragment: one mistyped, or the one that holds the fragment whole. An id
// mistyped by a third of its letters is still found, as in links between files.
func (a *anchors) nearest(fragment string) string {
	want := viet.Slug(fragment)
	if len(want) < 3 || a.guesses >= maxAnchorGuesses {
		return ""
	}
	a.guesses++
	among := make([]candidate, 0, len(a.headings)+len(a.outline))
	for _, h := range a.headings {
		among = append(among, candidate{name: h.ID})
		if h.Slug != "" {
			among = append(among, candidate{name: h.Slug})
		}
	}
	if id, _ := nearest(want, among); id != "" {
		return id
	}
	for _, h := range a.headings {
		if name := cmp.Or(h.Slug, h.ID); len(want) >= 4 && strings.Contains(name, want) {
			return name
		}
	}
	for _, n := range a.outline {
		among = append(among, candidate{name: n.Anchor})
	}
	best, limit := "", max(len(want)/3, 2)
	for _, c := range among {
		if k := len(c.name) - len(want); k > limit || k < -limit || len(c.name) > 120 {
			continue
		}
		if d := editDistance(want, c.name); d <= limit {
			best, limit = c.name, d-1
		}
	}
	return best
}
