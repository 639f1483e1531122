package content

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	md "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown is the parser of the dialect. It holds no state of a text, so all goroutines share it.
//
// Left out on purpose: underlined headings and indented code (administrative text indents and rules for the eye), and
// goldmark's own lists, footnotes, raw HTML and heading attributes, which the dialect reads in its own way. Bare addresses
// are found by the writer: a parser that is asked at every space would take as long as all others together.
var markdown = parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(parser.NewThematicBreakParser(), 100),
		util.Prioritized(listParser{}, 200),
		util.Prioritized(itemParser{}, 300),
		util.Prioritized(headingParser{parser.NewATXHeadingParser()}, 400),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 500),
		util.Prioritized(shallow{parser.NewBlockquoteParser()}, 600),
		util.Prioritized(footnoteParser{}, 650),
		util.Prioritized(shallow{extension.NewDefinitionListParser()}, 700),
		util.Prioritized(extension.NewDefinitionDescriptionParser(), 710),
		util.Prioritized(shortcodeBlockParser{}, 750),
		util.Prioritized(htmlBlockParser{}, 800),
		util.Prioritized(numberedParser{paragraphParser{parser.NewParagraphParser()}}, 900),
		util.Prioritized(paragraphParser{parser.NewParagraphParser()}, 1000),
	),
	parser.WithInlineParsers(
		util.Prioritized(guarded{parser.NewCodeSpanParser()}, 100),
		util.Prioritized(guarded{shortcodeParser{}}, 110),
		util.Prioritized(guarded{footnoteRefParser{}}, 120),
		util.Prioritized(guardedLinks{guarded{parser.NewLinkParser()}}, 200),
		util.Prioritized(guarded{parser.NewAutoLinkParser()}, 300),
		util.Prioritized(guarded{rawHTMLParser{}}, 400),
		util.Prioritized(guarded{parser.NewEmphasisParser()}, 500),
		util.Prioritized(guarded{extension.NewStrikethroughParser()}, 510),
	),
	parser.WithParagraphTransformers(
		util.Prioritized(calloutTransformer{}, 50),
		util.Prioritized(linkDefinitions{}, 100),
		util.Prioritized(tables{extension.NewTableParagraphTransformer()}, 200),
	),
)

// paragraphParser reads paragraphs, also from lines indented by four columns and more, which are code elsewhere.
type paragraphParser struct{ parser.BlockParser }

// Open opens a paragraph and takes down the number with which it begins.
func (p paragraphParser) Open(parent ast.Node, reader md.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n != nil && inText(parent) {
		readingOf(pc).counted.noteLine(line)
	}
	return n, state
}

// CanAcceptIndentedLine makes indented lines text.
func (paragraphParser) CanAcceptIndentedLine() bool { return true }

// maxDepth is how deep lists, quotes and the like may stand in each other. The work for a line grows with it.
const maxDepth = 20

// shallow refuses to open a container that would stand too deep; the line then is text.
type shallow struct{ parser.BlockParser }

// Open opens the container unless it would stand too deep.
func (p shallow) Open(parent ast.Node, reader md.Reader, pc parser.Context) (ast.Node, parser.State) {
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n != nil && tooDeep(parent, reader, pc) {
		return nil, parser.NoChildren
	}
	return n, state
}

// tooDeep reports whether parent stands so deep that nothing more may be opened in it, and says so.
func tooDeep(parent ast.Node, reader md.Reader, pc parser.Context) bool {
	depth := 0
	for n := parent; n != nil; n = n.Parent() {
		depth++
	}
	if depth <= maxDepth {
		return false
	}
	_, seg := reader.Position()
	readingOf(pc).limit("too-deep", "", seg.Start, seg.Start, strconv.Itoa(maxDepth))
	return true
}

// calloutKind is a kind of callout; calloutKinds says how it is written.
type calloutKind struct{ class, title string }

// calloutOf returns the callout that a mark such as "[!LƯU Ý]" opens.
func calloutOf(mark string) (calloutKind, bool) {
	switch mark {
	case "luu y", "note":
		return calloutKind{"note", "Lưu ý"}, true
	case "quan trong", "important":
		return calloutKind{"important", "Quan trọng"}, true
	case "canh bao", "warning":
		return calloutKind{"warning", "Cảnh báo"}, true
	}
	return calloutKind{}, false
}

// calloutTransformer takes the mark of a callout off the first paragraph of a quote, before marks are read as links.
type calloutTransformer struct{}

// Transform looks at the paragraph's first line.
func (calloutTransformer) Transform(node *ast.Paragraph, reader md.Reader, pc parser.Context) {
	quote, ok := node.Parent().(*ast.Blockquote)
	if !ok || quote.FirstChild() != ast.Node(node) || node.Lines().Len() == 0 {
		return
	}
	seg := node.Lines().At(0)
	line := bytes.TrimSpace(seg.Value(reader.Source()))
	end := bytes.IndexByte(line, ']')
	if !bytes.HasPrefix(line, []byte("[!")) || end < 0 {
		return
	}
	r := readingOf(pc)
	from := seg.Start + bytes.IndexByte(r.src[seg.Start:seg.Stop], '[')
	mark := string(line[2:end])
	kind, known := calloutOf(foldMark(mark))
	if !known {
		r.report("callout-unknown", "", from, from+end+1, mark)
		return
	}
	if r.callouts == nil {
		r.callouts = map[ast.Node]calloutKind{}
	}
	r.callouts[quote] = kind
	if len(bytes.TrimSpace(line[end+1:])) > 0 {
		node.Lines().Set(0, md.NewSegment(from+end+1, seg.Stop))
		return
	}
	node.Lines().SetSliced(1, node.Lines().Len())
	if node.Lines().Len() == 0 {
		quote.RemoveChild(quote, node)
	}
}
