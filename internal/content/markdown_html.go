package content

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	md "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// kindHTML and kindTag name what is left of raw HTML in the syntax tree: nothing to show.
var (
	kindHTML = ast.NewNodeKind("DialectHTML")
	kindTag  = ast.NewNodeKind("DialectTag")
)

// htmlNode is a block of raw HTML or a comment. It is never shown.
type htmlNode struct {
	ast.BaseBlock
	end    string // what ends it, in lower case; "" = a blank line
	done   bool
	silent bool // a comment
}

// Kind names the node.
func (*htmlNode) Kind() ast.NodeKind { return kindHTML }

// IsRaw keeps the block's lines from being read as text.
func (*htmlNode) IsRaw() bool { return true }

// Dump prints the node for debugging.
func (n *htmlNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// tagNode is an inline tag or comment. Of all tags only br leaves something: a line break.
type tagNode struct {
	ast.BaseInline
	lineBreak bool
}

// Kind names the node.
func (*tagNode) Kind() ast.NodeKind { return kindTag }

// Dump prints the node for debugging.
func (n *tagNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// rawElements are dropped with all that stands in them.
const rawElements = " script style textarea pre iframe svg math object template noscript title xmp noembed noframes "

// blockElements open a block of raw HTML that lasts to the next blank line (CommonMark 0.31, 4.6).
const blockElements = " address article aside base basefont blockquote body caption center col colgroup dd details dialog dir" +
	" div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html legend li link main" +
	" menu menuitem meta nav ol optgroup option p param search section summary table tbody td tfoot th thead tr track ul "

func isOneOf(set, name string) bool { return name != "" && strings.Contains(set, " "+name+" ") }

// tagName reads the name of the tag at the start of s, in lower case; closing says that it is an end tag.
func tagName(s []byte) (name string, closing bool) {
	if len(s) < 2 || s[0] != '<' {
		return "", false
	}
	s = s[1:]
	if s[0] == '/' {
		closing, s = true, s[1:]
	}
	i := 0
	for i < len(s) && i < 20 && (isDigit(s[i]) && i > 0 || 'a' <= s[i]|0x20 && s[i]|0x20 <= 'z' || s[i] == '-' && i > 0) {
		i++
	}
	if i < len(s) && !isSpaceByte(s[i]) && s[i] != '>' && s[i] != '/' {
		return "", closing
	}
	return strings.ToLower(string(s[:i])), closing
}

// htmlBlockParser drops blocks of raw HTML.
type htmlBlockParser struct{}

// Trigger returns the first byte of a tag.
func (htmlBlockParser) Trigger() []byte { return []byte{'<'} }

// Open opens a block of raw HTML or a comment.
func (htmlBlockParser) Open(parent ast.Node, reader md.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	at := max(pc.BlockOffset(), 0)
	n := htmlBlock(line[at:])
	if n == nil {
		return nil, parser.NoChildren
	}
	if n.end != "" {
		if i := indexFold(line[at+1:], n.end); i >= 0 {
			rest := line[at+1+i+len(n.end):]
			if n.end[0] == '<' {
				_, rest, _ = bytes.Cut(rest, []byte(">"))
			}
			if !util.IsBlank(rest) {
				return nil, parser.NoChildren
			}
			n.done = true
		}
	}
	from := seg.Start + at - seg.Padding
	n.Lines().Append(md.NewSegment(from, seg.Stop))
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// htmlBlock returns the block of raw HTML that begins with s, or nil.
func htmlBlock(s []byte) *htmlNode {
	name, closing := tagName(s)
	switch {
	case bytes.HasPrefix(s, []byte("<!--")):
		return &htmlNode{end: "-->", silent: true}
	case bytes.HasPrefix(s, []byte("<?")):
		return &htmlNode{end: "?>"}
	case bytes.HasPrefix(s, []byte("<![CDATA[")):
		return &htmlNode{end: "]]>"}
	case len(s) > 2 && s[1] == '!' && 'A' <= s[2] && s[2] <= 'Z':
		return &htmlNode{end: ">"}
	case isOneOf(rawElements, name) && !closing:
		return &htmlNode{end: "</" + name}
	case isOneOf(blockElements, name) || isOneOf(rawElements, name):
		return &htmlNode{}
	}
	return nil
}

// indexFold is bytes.Index without regard to the case of ASCII letters in s.
func indexFold(s []byte, lower string) int {
	first := lower[0]
	for i := 0; i+len(lower) <= len(s); i++ {
		n := bytes.IndexByte(s[i:], first)
		if n < 0 || i+n+len(lower) > len(s) {
			return -1
		}
		i += n
		if bytes.EqualFold(s[i:i+len(lower)], []byte(lower)) {
			return i
		}
	}
	return -1
}

// Continue goes on to the end of the block; text behind the end is read on.
func (htmlBlockParser) Continue(node ast.Node, reader md.Reader, pc parser.Context) parser.State {
	n := node.(*htmlNode)
	line, seg := reader.PeekLine()
	if n.done || n.end == "" && util.IsBlank(line) {
		return parser.Close
	}
	if n.end != "" {
		if i := indexFold(line, n.end); i >= 0 {
			n.done = true
			i += len(n.end)
			if n.end[0] == '<' {
				if gt := bytes.IndexByte(line[i:], '>'); gt >= 0 {
					i += gt + 1
				}
			}
			if util.IsBlank(line[i:]) {
				reader.AdvanceToEOL()
				return parser.Close
			}
			reader.Advance(i)
			return parser.Close
		}
	}
	if last := n.Lines().At(0); seg.Stop > last.Stop {
		last.Stop = seg.Stop
		n.Lines().Set(0, last)
	}
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

// Close reports what was dropped.
func (htmlBlockParser) Close(node ast.Node, reader md.Reader, pc parser.Context) {
	n := node.(*htmlNode)
	seg := n.Lines().At(0)
	r := readingOf(pc)
	switch {
	case n.end != "" && !n.done:
		r.report("raw-html", "unclosed", seg.Start, seg.Stop, n.end)
	case !n.silent:
		r.report("raw-html", "block", seg.Start, seg.Stop)
	}
}

// CanInterruptParagraph lets raw HTML follow text.
func (htmlBlockParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine keeps deeply indented lines text.
func (htmlBlockParser) CanAcceptIndentedLine() bool { return false }

// rawHTMLParser drops tags and comments within text.
type rawHTMLParser struct{}

// Trigger returns the first byte of a tag.
func (rawHTMLParser) Trigger() []byte { return []byte{'<'} }

// maxTag is the greatest length of a tag in bytes; anything longer is text.
const maxTag = 4096

// Parse reads one tag or comment.
func (rawHTMLParser) Parse(parent ast.Node, block md.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	r := readingOf(pc)
	if bytes.HasPrefix(line, []byte("<!--")) {
		block.Advance(len("<!--"))
		if r.endless == parent || !skipPast(block, "-->") {
			r.endless = parent
			return nil
		}
		return &tagNode{}
	}
	name, closing := tagName(line)
	if name == "" || !skipTag(block) {
		return nil
	}
	_, end := block.Position()
	to := end.Start
	if r.line(to) != r.line(seg.Start) {
		to = seg.Stop
	}
	if name == "br" {
		if !inTable(parent) {
			r.report("raw-html", "break", seg.Start, to)
		}
		return &tagNode{lineBreak: true}
	}
	if !isOneOf(rawElements, name) || closing || name == "pre" {
		if !closing || !r.closesTag(name) {
			r.report("raw-html", "inline", seg.Start, to, "<"+name+">")
		}
		if !closing {
			r.tags = append(r.tags, name)
		}
		return &tagNode{}
	}
	r.report("raw-html", "element", seg.Start, to, "<"+name+">")
	if skipPast(block, "</"+name) {
		skipPast(block, ">")
		return &tagNode{}
	}
	for l, _ := block.PeekLine(); l != nil; l, _ = block.PeekLine() {
		block.AdvanceLine()
	}
	return &tagNode{}
}

// maxOpenTags is how many tags are remembered as open.
const maxOpenTags = 100

// closesTag reports whether an end tag closes a tag that was reported, so that one mistake makes one problem.
func (r *reading) closesTag(name string) bool {
	if len(r.tags) > maxOpenTags {
		r.tags = r.tags[len(r.tags)-maxOpenTags:]
	}
	i := slices.Index(r.tags, name)
	if i < 0 {
		return false
	}
	r.tags = slices.Delete(r.tags, i, i+1)
	return true
}

// skipTag goes past the tag at the reader's place, over line ends; it reports false, with the place undefined, if none ends.
func skipTag(block md.Reader) bool {
	var quote byte
	used := 0
	block.Advance(1)
	for line, _ := block.PeekLine(); line != nil && used < maxTag; line, _ = block.PeekLine() {
		for i, c := range line {
			switch {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case c == '<':
				return false
			case c == '>':
				block.Advance(i + 1)
				return true
			}
			if used++; used >= maxTag {
				return false
			}
		}
		block.AdvanceLine()
	}
	return false
}

// skipPast goes past the next place of end (lower case) in the block, over line ends.
func skipPast(block md.Reader, end string) bool {
	for line, _ := block.PeekLine(); line != nil; line, _ = block.PeekLine() {
		if i := indexFold(line, end); i >= 0 {
			block.Advance(i + len(end))
			return true
		}
		block.AdvanceLine()
	}
	return false
}
