package content

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	md "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// kindList and kindItem name the nodes of lists in the syntax tree.
var (
	kindList = ast.NewNodeKind("DialectList")
	kindItem = ast.NewNodeKind("DialectItem")
)

// listNode is a list: of bullets, of numbers as written, or of letters (NĐ 30/2020, Phụ lục I: điểm).
type listNode struct {
	ast.BaseBlock
	kind  byte // as in marker
	tight bool
}

// Kind names the node.
func (*listNode) Kind() ast.NodeKind { return kindList }

// Dump prints the node for debugging.
func (n *listNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// itemNode is an item of a list.
type itemNode struct {
	ast.BaseBlock
	marker marker
	indent int  // columns before its text
	hollow bool // it began empty and a blank line followed, so that later lines are not its own
}

// Kind names the node.
func (*itemNode) Kind() ast.NodeKind { return kindItem }

// Dump prints the node for debugging.
func (n *itemNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// markerLine is a line looked at as the start of an item.
type markerLine struct {
	marker
	ok     bool
	line   []byte
	column int // column of the line's first byte
	indent int // columns before the marker
	at     int // bytes before the marker
}

func lookForMarker(reader md.Reader) markerLine {
	line, _ := reader.PeekLine()
	l := markerLine{line: line, column: reader.LineOffset()}
	l.indent, l.at = util.IndentWidth(line, l.column)
	if l.indent <= 3 {
		l.marker, l.ok = readMarker(line[l.at:])
	}
	return l
}

// rest is the line behind the marker.
func (l markerLine) rest() []byte { return l.line[l.at+l.bytes:] }

// listTriggers are the first bytes of every marker.
const listTriggers = "-+*0123456789abcdefghijklmnopqrstuvwxyz\xc4\xe2"

// listParser opens and continues lists.
type listParser struct{}

// Trigger returns the first bytes of markers.
func (listParser) Trigger() []byte { return []byte(listTriggers) }

// Open opens a list at its first item.
func (listParser) Open(parent ast.Node, reader md.Reader, pc parser.Context) (ast.Node, parser.State) {
	if _, inList := parent.(*listNode); inList {
		return nil, parser.NoChildren
	}
	l := lookForMarker(reader)
	if !l.ok {
		return nil, parser.NoChildren
	}
	last := pc.LastOpenedBlock().Node
	open := last != nil && ast.IsParagraph(last)
	if open && last.Parent() == parent && !l.mayFollow(last, pc, reader.Source()) {
		return nil, parser.NoChildren
	}
	before := parent.LastChild()
	if open {
		before = last
		if l.goesOn(last, reader.Source()) || l.wrappedName(last, readingOf(pc), reader.Source()) {
			return nil, parser.NoChildren
		}
		if l.number != readingOf(pc).counted.last[OutlineNumber].parts[0]+1 && l.wrappedNumber(last, reader.Source()) {
			return nil, parser.NoChildren
		}
	}
	if l.wrappedYear(l.rest(), before, open, false, reader.Source()) || tooDeep(parent, reader, pc) {
		return nil, parser.NoChildren
	}
	return &listNode{kind: l.kind}, parser.HasChildren
}

// Continue goes on with a list if the line belongs to its last item or begins another one.
func (listParser) Continue(node ast.Node, reader md.Reader, pc parser.Context) parser.State {
	list := node.(*listNode)
	item, ok := list.LastChild().(*itemNode)
	if !ok {
		return parser.Close
	}
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	l := lookForMarker(reader)
	if item.holds(l) || list.hasNext(l, reader, pc) {
		return parser.Continue | parser.HasChildren
	}
	return parser.Close
}

// holds reports whether a line that is not blank belongs to the item: it is indented as far, or it is a "+" under "-", which
// administrative text does not indent.
func (n *itemNode) holds(l markerLine) bool {
	if l.indent >= n.indent {
		return !(n.hollow && n.ChildCount() == 0)
	}
	return n.hasPlus(l)
}

func (n *itemNode) hasPlus(l markerLine) bool {
	return l.ok && l.kind == '+' && n.marker.kind == '-' && !util.IsBlank(l.rest())
}

// hasNext reports whether the line begins another item of the list.
func (n *listNode) hasNext(l markerLine, reader md.Reader, pc parser.Context) bool {
	if !l.ok || l.kind != n.kind || isRule(l.line[l.at:]) {
		return false
	}
	last := pc.LastOpenedBlock().Node
	open := last != nil && ast.IsParagraph(last)
	before := ast.Node(n)
	if open {
		before = last
		if l.goesOn(last, reader.Source()) || l.wrappedName(last, readingOf(pc), reader.Source()) {
			return false
		}
		if item := n.LastChild().(*itemNode); l.number != item.marker.number+1 && l.wrappedNumber(last, reader.Source()) {
			return false
		}
	}
	return !l.wrappedYear(l.rest(), before, open, true, reader.Source())
}

// Close finds out whether the list is tight: without a blank line between its parts, and one paragraph in each.
func (listParser) Close(node ast.Node, reader md.Reader, pc parser.Context) {
	list := node.(*listNode)
	list.tight = true
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if item != list.FirstChild() && item.HasBlankPreviousLines() {
			list.tight = false
			return
		}
		for c := item.FirstChild(); c != nil; c = c.NextSibling() {
			if c != item.FirstChild() && (c.HasBlankPreviousLines() || ast.IsParagraph(c)) {
				list.tight = false
				return
			}
		}
	}
}

// CanInterruptParagraph leaves the decision to Open.
func (listParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine keeps deeply indented lines text.
func (listParser) CanAcceptIndentedLine() bool { return false }

// itemParser opens and continues the items of lists.
type itemParser struct{}

// Trigger returns the first bytes of markers.
func (itemParser) Trigger() []byte { return []byte(listTriggers) }

// Open opens an item in its list.
func (itemParser) Open(parent ast.Node, reader md.Reader, pc parser.Context) (ast.Node, parser.State) {
	list, inList := parent.(*listNode)
	l := lookForMarker(reader)
	if !inList || !l.ok || l.kind != list.kind {
		return nil, parser.NoChildren
	}
	r := readingOf(pc)
	_, seg := reader.PeekLine()
	if l.odd != "" {
		from := seg.Start + l.at - seg.Padding
		r.reportFix("bullet-mark", "", from, from+l.bytes, "-", l.odd)
	}
	item := &itemNode{marker: l.marker}
	r.noteItem(&item.marker, parent)
	before := l.indent + l.width
	rest := l.rest()
	if util.IsBlank(rest) {
		item.indent = before + 1
		reader.AdvanceToEOL()
		return item, parser.NoChildren
	}
	column := l.column + before
	gap, _ := util.IndentWidth(rest, column)
	if gap > 4 {
		gap = 1
	}
	item.indent = before + gap
	pos, padding := util.IndentPosition(rest, column, gap)
	reader.AdvanceAndSetPadding(l.at+l.bytes+pos, padding)
	return item, parser.HasChildren
}

// Continue goes on with an item; listParser has already found that the line belongs to the list.
func (itemParser) Continue(node ast.Node, reader md.Reader, pc parser.Context) parser.State {
	item := node.(*itemNode)
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		item.hollow = item.hollow || item.ChildCount() == 0
		reader.AdvanceToEOL()
		return parser.Continue | parser.HasChildren
	}
	l := lookForMarker(reader)
	if !item.holds(l) {
		return parser.Close
	}
	if l.indent >= item.indent {
		pos, padding := util.IndentPosition(line, l.column, item.indent)
		reader.AdvanceAndSetPadding(pos, padding)
	}
	return parser.Continue | parser.HasChildren
}

// Close has nothing to do.
func (itemParser) Close(node ast.Node, reader md.Reader, pc parser.Context) {}

// CanInterruptParagraph lets an item follow the text of the one before.
func (itemParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine keeps deeply indented lines text.
func (itemParser) CanAcceptIndentedLine() bool { return false }
