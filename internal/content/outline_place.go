package content

import "github.com/yuin/goldmark/ast"

// How prominent a block is: a heading of level 2 is 8, one of level 6 is 4. Numbers of unlike form are siblings only if they
// go on counting.
const (
	formText       = 1 // a paragraph, an item of a list
	formEmphasised = 2 // a paragraph that begins in bold or italics
	formHeading    = 10
)

// outlineRank orders the kinds of numbers: a lower one holds a higher one. Kinds without a rank stand wherever they are
// written.
var outlineRank = [...]int{
	OutlinePart: 1, OutlineAppendix: 1, OutlineChapter: 2, OutlineSection: 3, OutlineSubsection: 4, OutlineLetter: 5, OutlineRoman: 6,
	OutlineArticle: 7, OutlineNumber: 8, OutlinePoint: 9, OutlineStep: 0, OutlineParenthesis: 0,
}

// outliner puts numbers in their places, one after the other.
type outliner struct {
	nodes    Outline
	entries  []outlineEntry // parallel to nodes
	path     []int32        // the nodes that are open, from the top down
	foreign  []bool         // by series: it is counted with f, j, w or z
	level    int            // of the last heading, numbered or not; 0 before the first
	articles int32          // the last Điều, -1 before the first: they are counted through the whole text
	chapters int32          // the last Chương
}

// outlineEntry is what else is known of a node while the outline is made.
type outlineEntry struct {
	label
	form   int
	level  int      // of the heading that the block is or stands below
	list   ast.Node // the list of which it is an item, or nil
	orphan bool     // 3.1 without a 3 above it
	place  string   // the anchor by its place, also where an explicit id stands instead
	before int32    // the sibling before it in the same series, or -1
	series int32
	want   string // the number that should have stood here, where the label alone does not tell
}

// outlineBlock is a block on its way into the outline.
type outlineBlock struct {
	label
	form  int
	list  ast.Node
	title string
	line  int
	floor int // how many nodes of the path hold the block by their markup, so that it cannot be their sibling
}

// newOutliner returns an outliner that fills the buffers of used ones.
func newOutliner(nodes Outline, entries []outlineEntry) outliner {
	return outliner{nodes: nodes[:0], entries: entries[:0], articles: -1, chapters: -1}
}

// put puts a block in its place and returns the node's index, or -1 where that would be too deep. The node has no anchor yet.
func (o *outliner) put(b *outlineBlock) int32 {
	e := outlineEntry{label: b.label, form: b.form, list: b.list, level: o.level, before: -1, series: -1}
	if b.form > formEmphasised {
		e.level = formHeading - b.form
		o.level = e.level
	}
	var keep int // how much of the path stays
	if b.count > 1 {
		keep = o.placeDotted(b, &e)
	} else {
		keep = o.placeSingle(b, &e)
	}
	if keep >= maxDepth {
		return -1
	}
	o.path = o.path[:keep]
	n := OutlineNode{
		Kind: b.kind, Heading: b.form > formEmphasised, Level: 1, Parent: -1, Line: int32(b.line), Number: b.written, Title: b.title,
	}
	if keep > 0 {
		n.Parent = o.path[keep-1]
		n.Level = o.nodes[n.Parent].Level + 1
	}
	at := int32(len(o.nodes))
	o.follow(&e, at, n.Parent)
	o.nodes = append(o.nodes, n)
	o.entries = append(o.entries, e)
	o.path = append(o.path, at)
	return at
}

// follow joins a node to the series of the one before it, or begins a series. A number other than 1 goes on from the last one
// of its kind in the same place, whatever headings without a number stand between.
func (o *outliner) follow(e *outlineEntry, at, parent int32) {
	switch {
	case e.kind == OutlineArticle:
		e.before, o.articles = o.articles, at
	case e.kind == OutlineChapter:
		e.before, o.chapters = o.chapters, at
	case e.before < 0 && e.count == 1 && e.value() > 1:
		e.before = o.lastOf(e.kind, parent)
	}
	if e.before >= 0 {
		last := &o.entries[e.before]
		if again := e.count == 1 && e.value() == 1 && last.value() > 1 && !last.orphan; again {
			e.before = -1 // counting begins anew
		} else {
			e.series = last.series
		}
	}
	if e.series < 0 {
		e.series = int32(len(o.foreign))
		o.foreign = append(o.foreign, false)
	}
	if e.kind == OutlinePoint && isForeignLetter(e.value()) {
		o.foreign[e.series] = true
	}
}

// lastOf returns the last node of a kind below a parent, or -1.
func (o *outliner) lastOf(kind OutlineKind, parent int32) int32 {
	for i := int32(len(o.nodes)) - 1; i > parent; i-- {
		if o.nodes[i].Kind == kind && o.nodes[i].Parent == parent && (o.entries[i].count == 1 || o.entries[i].orphan) {
			return i
		}
	}
	return -1
}

// border ends the numbering that an unnumbered heading of a level ends: that of the headings of this level and below, and
// of what stands under them.
func (o *outliner) border(level, floor int) {
	o.level = level
	for i := floor; i < len(o.path); i++ {
		if o.entries[o.path[i]].level >= level {
			o.path = o.path[:i]
			return
		}
	}
}

// placeSingle finds the place of a number of one part: behind a sibling, else below the nearest node that may hold it.
func (o *outliner) placeSingle(b *outlineBlock, e *outlineEntry) (keep int) {
	best, score := -1, 0
	for i := len(o.path) - 1; i >= b.floor; i-- {
		if s := o.entries[o.path[i]].leadsTo(b); s > score {
			best, score = i, s
		}
	}
	if best >= 0 {
		e.before = o.path[best]
		return best
	}
	for keep = len(o.path); keep > b.floor; keep-- {
		if o.entries[o.path[keep-1]].holds(b) {
			break
		}
	}
	return keep
}

// leadsTo says how well the block goes on from a node as its sibling: 0 not at all. Items of one list are siblings whatever
// their numbers; else counting on says more than the same form, and that more than a gap. A less prominent block that counts
// no further begins a list of its own below.
func (e *outlineEntry) leadsTo(b *outlineBlock) int {
	if e.kind != b.kind || e.count > 1 && !e.orphan {
		return 0
	}
	last, value := e.parts[0], b.value()
	same := e.form == b.form
	switch next := value == last+1 || value == last && e.suffix < b.suffix; {
	case e.list != nil && e.list == b.list:
		return 7
	case next && same:
		return 6
	case next:
		return 5
	case same && value > last:
		return 4
	case same:
		return 3
	case value > last:
		return 2
	case value > 1 && b.form > e.form:
		return 1
	}
	return 0
}

// holds reports whether a node may be the parent of the block: its kind goes before, or the block is less prominent and so
// stands below by its markup.
func (e *outlineEntry) holds(b *outlineBlock) bool {
	mine, its := outlineRank[e.kind], outlineRank[b.kind]
	switch {
	case b.kind == OutlineArticle && (e.kind == OutlineRoman || e.kind == OutlineLetter): // two ways to part a text
		return b.form < e.form
	case mine > 0 && its > 0 && mine < its:
		return true
	case isPart(b.kind) && b.form <= formEmphasised && mine >= outlineRank[OutlineArticle]: // no Điều holds a Chương
		return false
	case b.form > formEmphasised:
		return b.form < e.form
	case mine > 0 && its > 0:
		return b.form < e.form
	}
	return b.form <= e.form
}

// placeDotted finds the place of a number such as 1.1 or 3.2.1: behind a number that differs in the last part, below one with
// which it begins, else where a number of one part would stand.
func (o *outliner) placeDotted(b *outlineBlock, e *outlineEntry) (keep int) {
	for i := len(o.path) - 1; i >= max(b.floor-1, 0); i-- { // the item that holds the block may be the 1 of its 1.1
		above := &o.entries[o.path[i]]
		switch {
		case above.kind != OutlineNumber || above.count > b.count:
		case above.count == b.count && i >= b.floor && above.sameUpTo(b, b.count-1):
			e.before, e.orphan = o.path[i], above.orphan
			return i
		case above.count < b.count && above.sameUpTo(b, above.count):
			if above.count < b.count-1 {
				e.want = b.dotted(0, above.count+1)
			}
			return i + 1
		}
	}
	e.orphan = true
	for keep = len(o.path); keep > b.floor; keep-- {
		above := &o.entries[o.path[keep-1]]
		if above.kind == OutlineNumber {
			e.before = o.path[keep-1]
		} else if above.holds(b) {
			break
		}
	}
	return keep
}

// sameUpTo reports whether the first n parts of two numbers are the same.
func (e *outlineEntry) sameUpTo(b *outlineBlock, n int) bool {
	for i := range n {
		if e.parts[i] != b.parts[i] {
			return false
		}
	}
	return true
}

// expects reports whether a number goes on from the text before, so that a paragraph that begins with it is no sentence.
func (o *outliner) expects(l *label, floor int) bool {
	if l.value() == 1 {
		return true
	}
	b := outlineBlock{label: *l}
	for i := len(o.path) - 1; i >= floor; i-- {
		e := &o.entries[o.path[i]]
		switch {
		case e.kind != l.kind:
		case l.count == 1:
			return l.value() >= e.value() && l.value() <= e.value()+maxLeap
		case e.sameUpTo(&b, min(e.count, l.count-1)):
			return true
		}
	}
	return false
}

// maxLeap is how far a number may be from the one before it to be taken for its sibling where nothing else speaks for it.
const maxLeap = 3
