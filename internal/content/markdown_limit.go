package content

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	md "github.com/yuin/goldmark/text"
)

// The limits of one block of text. goldmark looks back at earlier marks, and ahead for closing ones, for every mark; so its
// work grows with the square of their number, and with number times length. What people write stays far below.
const (
	maxMarks     = 400     // emphasis, code, links, tags
	maxMarkBytes = 8 << 20 // marks times bytes
	maxBrackets  = 20      // "[" in "["
)

// guarded asks an inline parser only where the block keeps within the limits; a block beyond them is plain text.
type guarded struct{ parser.InlineParser }

// Parse reads one mark.
func (g guarded) Parse(parent ast.Node, block md.Reader, pc parser.Context) ast.Node {
	r := readingOf(pc)
	if r.guarded != parent {
		r.guarded, r.tooMany = parent, r.crossesLimits(parent)
	}
	if r.tooMany {
		return nil
	}
	return g.InlineParser.Parse(parent, block, pc)
}

// guardedLinks keeps the part of goldmark's link parser that turns brackets left open back into text.
type guardedLinks struct{ guarded }

// CloseBlock ends a block of text.
func (g guardedLinks) CloseBlock(parent ast.Node, block md.Reader, pc parser.Context) {
	g.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// crossesLimits counts the marks of a block and reports one that has too many.
func (r *reading) crossesLimits(block ast.Node) bool {
	lines := block.Lines()
	if lines.Len() == 0 {
		return false
	}
	marks, size, depth, deepest := 0, 0, 0, 0
	var last byte
	for i := range lines.Len() {
		seg := lines.At(i)
		size += seg.Stop - seg.Start
		for _, c := range r.src[seg.Start:seg.Stop] {
			switch c {
			case '*', '_', '~', '`':
				if c != last {
					marks++
				}
			case '[':
				marks++
				depth++
				deepest = max(deepest, depth)
			case ']':
				marks++
				depth = max(0, depth-1)
			case '<', '{':
				marks++
			}
			last = c
		}
	}
	if marks <= maxMarks && deepest <= maxBrackets && marks*size <= maxMarkBytes {
		return false
	}
	first := lines.At(0)
	if deepest > maxBrackets {
		r.limit("too-deep", "brackets", first.Start, first.Stop, strconv.Itoa(maxBrackets))
	} else {
		r.limit("too-long-run", "", first.Start, first.Stop, strconv.Itoa(maxMarks))
	}
	return true
}

// The limits of link definitions in one paragraph.
const (
	maxDefinitionLines = 200
	maxDefinitionBytes = 32 << 10
)

// linkDefinitions reads "[name]: address" at the start of paragraphs of reasonable size.
type linkDefinitions struct{}

// Transform takes the definitions off a paragraph.
func (linkDefinitions) Transform(node *ast.Paragraph, reader md.Reader, pc parser.Context) {
	lines := node.Lines()
	if lines.Len() == 0 {
		return
	}
	first, last := lines.At(0), lines.At(lines.Len()-1)
	src := reader.Source()
	if !bytes.HasPrefix(bytes.TrimLeft(src[first.Start:first.Stop], " \t"), []byte("[")) {
		return
	}
	if lines.Len() > maxDefinitionLines || last.Stop-first.Start > maxDefinitionBytes {
		readingOf(pc).limit("too-long-run", "definitions", first.Start, first.Stop, strconv.Itoa(maxDefinitionLines))
		return
	}
	parser.LinkReferenceParagraphTransformer.Transform(node, reader, pc)
}

// The limits of tables. A short row is filled up to the width of the head, so that a few bytes can ask for many cells.
const (
	maxColumns = 60
	maxCells   = 100_000 // of one body
)

// tables turns paragraphs into tables of reasonable size.
type tables struct{ parser.ParagraphTransformer }

// Transform makes a table of a paragraph whose second or later line is a delimiter row.
func (t tables) Transform(node *ast.Paragraph, reader md.Reader, pc parser.Context) {
	lines := node.Lines()
	src := reader.Source()
	for i := 1; i < lines.Len(); i++ {
		seg := lines.At(i)
		line := src[seg.Start:seg.Stop]
		if len(bytes.Trim(line, "|:- \t\r\n")) > 0 || bytes.IndexByte(line, '-') < 0 {
			continue
		}
		r := readingOf(pc)
		columns := bytes.Count(line, []byte("|")) + 1
		cells := columns * (lines.Len() - i)
		if columns > maxColumns || r.cells+cells > maxCells {
			r.limit("too-long-run", "table", seg.Start, seg.Stop, strconv.Itoa(maxColumns), strconv.Itoa(maxCells))
			return
		}
		r.cells += cells
		break
	}
	if lines.Len() > 1 {
		t.ParagraphTransformer.Transform(node, reader, pc)
	}
}
