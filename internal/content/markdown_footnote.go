package content

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	md "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// kindFootnote and kindFootnoteRef name the nodes of footnotes in the syntax tree.
var (
	kindFootnote    = ast.NewNodeKind("DialectFootnote")
	kindFootnoteRef = ast.NewNodeKind("DialectFootnoteRef")
)

// maxFootnotes is how many footnotes one body may have.
const maxFootnotes = 500

// maxLabel is the greatest length of a footnote's label in bytes.
const maxLabel = 100

// footnotes are the footnotes of a body by label, and those that are referred to in the order of their numbers.
type footnotes struct {
	byLabel map[string]*footnoteNode
	order   []*footnoteNode
}

// footnoteNode is a footnote where it was written; it is shown at the end.
type footnoteNode struct {
	ast.BaseBlock
	label  string
	number int // from 1; 0 if nothing refers to it
	refs   int
}

// Kind names the node.
func (*footnoteNode) Kind() ast.NodeKind { return kindFootnote }

// Dump prints the node for debugging.
func (n *footnoteNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// footnoteRef is a reference to a footnote; turn counts the references to the same one from 1.
type footnoteRef struct {
	ast.BaseInline
	note *footnoteNode
	turn int
}

// Kind names the node.
func (*footnoteRef) Kind() ast.NodeKind { return kindFootnoteRef }

// Dump prints the node for debugging.
func (n *footnoteRef) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// noteLabel reads "[^label]" at the start of a line and returns the label and its whole length, 0 if there is none.
func noteLabel(line []byte) (string, int) {
	if !bytes.HasPrefix(line, []byte("[^")) {
		return "", 0
	}
	end := bytes.IndexByte(line[:min(len(line), maxLabel)], ']')
	if end <= 2 || bytes.ContainsAny(line[2:end], "[ \t") {
		return "", 0
	}
	return string(line[2:end]), end + 1
}

// footnoteParser reads "[^label]: text".
type footnoteParser struct{}

// Trigger returns the first byte of a footnote.
func (footnoteParser) Trigger() []byte { return []byte{'['} }

// Open opens a footnote.
func (footnoteParser) Open(parent ast.Node, reader md.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	at := max(pc.BlockOffset(), 0)
	label, n := noteLabel(line[at:])
	if n == 0 || at+n >= len(line) || line[at+n] != ':' {
		return nil, parser.NoChildren
	}
	r := readingOf(pc)
	from := seg.Start + at - seg.Padding
	if len(r.footnotes.byLabel) >= maxFootnotes {
		r.limit("too-long-run", "footnotes", from, from+n, strconv.Itoa(maxFootnotes))
		return nil, parser.NoChildren
	}
	if tooDeep(parent, reader, pc) {
		return nil, parser.NoChildren
	}
	note := &footnoteNode{label: label}
	if r.footnotes.byLabel == nil {
		r.footnotes.byLabel = map[string]*footnoteNode{}
	}
	if _, twice := r.footnotes.byLabel[label]; twice {
		r.report("footnote", "twice", from, from+n, label)
	} else {
		r.footnotes.byLabel[label] = note
	}
	rest := line[at+n+1:]
	if util.IsBlank(rest) {
		reader.AdvanceToEOL()
		return note, parser.NoChildren
	}
	reader.Advance(at + n + 1 + len(rest) - len(bytes.TrimLeft(rest, " \t")))
	return note, parser.HasChildren
}

// Continue goes on with the lines that are indented by four columns.
func (footnoteParser) Continue(node ast.Node, reader md.Reader, pc parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

// Close has nothing to do.
func (footnoteParser) Close(node ast.Node, reader md.Reader, pc parser.Context) {}

// CanInterruptParagraph lets footnotes stand line by line.
func (footnoteParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine keeps deeply indented lines text.
func (footnoteParser) CanAcceptIndentedLine() bool { return false }

// footnoteRefParser reads "[^label]". All footnotes are known when it is asked, since text is read after blocks.
type footnoteRefParser struct{}

// Trigger returns the first byte of a reference.
func (footnoteRefParser) Trigger() []byte { return []byte{'['} }

// Parse reads a reference to a footnote.
func (footnoteRefParser) Parse(parent ast.Node, block md.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	label, n := noteLabel(line)
	if n == 0 {
		return nil
	}
	r := readingOf(pc)
	note := r.footnotes.byLabel[label]
	if note == nil {
		r.report("footnote", "missing", seg.Start, seg.Start+n, label)
		return nil
	}
	if note.number == 0 {
		r.footnotes.order = append(r.footnotes.order, note)
		note.number = len(r.footnotes.order)
	}
	note.refs++
	block.Advance(n)
	return &footnoteRef{note: note, turn: note.refs}
}
