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

// kindShortcodeBlock and kindShortcode name the nodes of calls in the syntax tree.
var (
	kindShortcodeBlock = ast.NewNodeKind("DialectShortcodeBlock")
	kindShortcode      = ast.NewNodeKind("DialectShortcode")
)

// shortcodeBlock is a call on a line of its own, or on several.
type shortcodeBlock struct {
	ast.BaseBlock
	from, to int // the call in the body's text
	done     bool
}

// Kind names the node.
func (*shortcodeBlock) Kind() ast.NodeKind { return kindShortcodeBlock }

// IsRaw keeps the call's lines from being read as text.
func (*shortcodeBlock) IsRaw() bool { return true }

// Dump prints the node for debugging.
func (n *shortcodeBlock) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// shortcodeInline is a call within a line.
type shortcodeInline struct {
	ast.BaseInline
	from, to int
}

// Kind names the node.
func (*shortcodeInline) Kind() ast.NodeKind { return kindShortcode }

// Dump prints the node for debugging.
func (n *shortcodeInline) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

const (
	callOpen  = "{{<"
	callClose = ">}}"
)

// callEnd returns the offset behind the ">}}" of the call that s begins with, quotes heeded, or -1.
func callEnd(s []byte) int {
	quoted := false
	for i := len(callOpen); i < len(s); i++ {
		switch {
		case s[i] == '\\' && quoted:
			i++
		case s[i] == '"':
			quoted = !quoted
		case !quoted && bytes.HasPrefix(s[i:], []byte(callClose)):
			return i + len(callClose)
		case bytes.HasPrefix(s[i:], []byte(callOpen)):
			return -1
		}
	}
	return -1
}

// maxCallLines is how many lines one call may take.
const maxCallLines = 40

// shortcodeBlockParser reads calls that stand alone on their lines.
type shortcodeBlockParser struct{}

// Trigger returns the first byte of a call.
func (shortcodeBlockParser) Trigger() []byte { return []byte{'{'} }

// Open opens a call that ends its line, or that ends the line of a later one without a blank line between.
func (shortcodeBlockParser) Open(parent ast.Node, reader md.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	at := max(pc.BlockOffset(), 0)
	if !bytes.HasPrefix(line[at:], []byte(callOpen)) {
		return nil, parser.NoChildren
	}
	from := seg.Start + at - seg.Padding
	src := reader.Source()
	ahead := src[from:]
	lines := 0
	for i := 0; i < len(ahead); {
		n := bytes.IndexByte(ahead[i:], '\n') + 1
		if n == 0 {
			break
		}
		if util.IsBlank(ahead[i:i+n]) || lines == maxCallLines {
			ahead = ahead[:i]
			break
		}
		i += n
		lines++
	}
	n := callEnd(ahead)
	if n < 0 {
		return nil, parser.NoChildren
	}
	rest, _, _ := bytes.Cut(ahead[n:], []byte("\n"))
	if !util.IsBlank(rest) {
		return nil, parser.NoChildren
	}
	node := &shortcodeBlock{from: from, to: from + n, done: from+n <= seg.Stop}
	node.Lines().Append(md.NewSegment(from, from+n))
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

// Continue goes on to the line in which the call ends.
func (shortcodeBlockParser) Continue(node ast.Node, reader md.Reader, pc parser.Context) parser.State {
	n := node.(*shortcodeBlock)
	if n.done {
		return parser.Close
	}
	_, seg := reader.PeekLine()
	n.done = n.to <= seg.Stop
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

// Close has nothing to do.
func (shortcodeBlockParser) Close(node ast.Node, reader md.Reader, pc parser.Context) {}

// CanInterruptParagraph lets a call stand under a line of text.
func (shortcodeBlockParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine keeps deeply indented lines text.
func (shortcodeBlockParser) CanAcceptIndentedLine() bool { return false }

// shortcodeParser reads calls within a line.
type shortcodeParser struct{}

// Trigger returns the first byte of a call.
func (shortcodeParser) Trigger() []byte { return []byte{'{'} }

// Parse reads a call that ends in its line.
func (shortcodeParser) Parse(parent ast.Node, block md.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	if !bytes.HasPrefix(line, []byte(callOpen)) {
		return nil
	}
	n := callEnd(line)
	if n < 0 {
		readingOf(pc).report("shortcode", "unclosed", seg.Start, seg.Start+len(callOpen))
		return nil
	}
	block.Advance(n)
	return &shortcodeInline{from: seg.Start, to: seg.Start + n}
}

// call reads the call in the body's bytes [from, to) and reports what is wrong with it. It reports false if the call cannot
// be shown.
func (r *reading) call(from, to int) (Ref, bool) {
	c := callReader{r: r, at: from + len(callOpen), end: to - len(callClose)}
	ref := Ref{Kind: RefShortcode, At: r.span(from, to)}
	ref.Name = c.word()
	spec, known := shortcodeNamed(ref.Name)
	if !known {
		names := make([]string, 0, len(shortcodes))
		for _, s := range shortcodes {
			names = append(names, s.Name)
		}
		r.reportWord("unknown", from, to, names, ref.Name, strings.Join(names, ", "))
		return ref, false
	}
	ok := true
	for {
		arg, more, good := c.argument()
		if !more {
			ok = ok && good
			break
		}
		ok = c.accept(spec, &ref, arg) && ok
	}
	return ref, ok && r.needs(spec, &ref, from, to) // what is missing may be what could not be read
}

// reportWord reports a word of a call that is not one of those known, with the one that was probably meant as the last
// argument of the sentence.
func (r *reading) reportWord(reason string, from, to int, known []string, args ...string) {
	among := make([]candidate, 0, len(known))
	for _, name := range known {
		among = append(among, candidate{name: name})
	}
	if name, _ := nearest(args[0], among); name != "" {
		reason, args = reason+"-nearest", append(args, name)
	}
	r.report("shortcode", reason, from, to, args...)
}

// accept adds an argument that the shortcode knows.
func (c *callReader) accept(spec ShortcodeSpec, ref *Ref, arg Arg) bool {
	from, to := arg.At.Start.Offset-c.r.start.Offset, arg.At.End.Offset-c.r.start.Offset
	if !slices.Contains(spec.Args, arg.Name) {
		if len(spec.Args) == 0 {
			c.r.report("shortcode", "no-argument", from, to, arg.Name, spec.Name)
			return false
		}
		c.r.reportWord("argument", from, to, spec.Args, arg.Name, spec.Name, strings.Join(spec.Args, ", "))
		return false
	}
	for _, a := range ref.Args {
		if a.Name == arg.Name {
			c.r.report("shortcode", "twice", from, to, arg.Name)
			return false
		}
	}
	if d := readDestination([]byte(arg.Value)); arg.Name == "url" && (d.kind != destExternal || !strings.HasPrefix(d.url, "http")) {
		c.r.report("shortcode", "address", from, to, arg.Value)
		return false
	}
	ref.Args = append(ref.Args, arg)
	return true
}

// needs reports arguments that are missing or exclude each other.
func (r *reading) needs(spec ShortcodeSpec, ref *Ref, from, to int) bool {
	ok := true
	for _, name := range spec.Need {
		if strings.TrimSpace(ref.Arg(name)) == "" {
			r.report("shortcode", "missing", from, to, spec.Name, name, spec.Example)
			ok = false
		}
	}
	if len(spec.NeedOne) > 0 {
		given := 0
		for _, name := range spec.NeedOne {
			if strings.TrimSpace(ref.Arg(name)) != "" {
				given++
			}
		}
		if given != 1 {
			r.report("shortcode", "one-of", from, to, spec.Name, strings.Join(spec.NeedOne, ", "), spec.Example)
			ok = false
		}
	}
	return ok
}

// callReader reads the inside of a call.
type callReader struct {
	r       *reading
	at, end int
}

func (c *callReader) space() {
	for c.at < c.end && (isSpaceByte(c.r.src[c.at]) || c.r.src[c.at] == '>') {
		c.at++
	}
}

// word reads up to a space or "=".
func (c *callReader) word() string {
	c.space()
	from := c.at
	for c.at < c.end && !isSpaceByte(c.r.src[c.at]) && c.r.src[c.at] != '=' && c.r.src[c.at] != '"' {
		c.at++
	}
	return string(c.r.src[from:c.at])
}

// argument reads the next key="value". more is false at the end, and good is false there if what stood there was no argument.
func (c *callReader) argument() (arg Arg, more, good bool) {
	c.space()
	if c.at >= c.end {
		return Arg{}, false, true
	}
	from := c.at
	arg.Name = c.word()
	c.space()
	if arg.Name == "" || c.at >= c.end || c.r.src[c.at] != '=' {
		c.r.report("shortcode", "syntax", from, c.end)
		return Arg{}, false, false
	}
	c.at++
	c.space()
	if c.at >= c.end || c.r.src[c.at] != '"' {
		c.r.report("shortcode", "quotes", from, c.end, arg.Name)
		return Arg{}, false, false
	}
	c.at++
	var value strings.Builder
	for ; c.at < c.end && c.r.src[c.at] != '"'; c.at++ {
		if c.r.src[c.at] == '\\' && c.at+1 < c.end && (c.r.src[c.at+1] == '"' || c.r.src[c.at+1] == '\\') {
			c.at++
		}
		value.WriteByte(c.r.src[c.at])
	}
	if c.at >= c.end {
		c.r.report("shortcode", "quotes", from, c.end, arg.Name)
		return Arg{}, false, false
	}
	c.at++
	arg.Value = plainString(value.String())
	arg.At = c.r.span(from, c.at)
	return arg, true, true
}
