package content

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	md "github.com/yuin/goldmark/text"
)

// headingParser reads headings and the id in braces behind them.
type headingParser struct{ parser.BlockParser }

// Open opens a heading.
func (p headingParser) Open(parent ast.Node, reader md.Reader, pc parser.Context) (ast.Node, parser.State) {
	_, at := reader.Position()
	offset := max(pc.BlockOffset(), 0)
	n, state := p.BlockParser.Open(parent, reader, pc)
	h, ok := n.(*ast.Heading)
	if !ok {
		return n, state
	}
	r := readingOf(pc)
	from := at.Start - at.Padding + offset
	if h.Level == 1 {
		r.reportFix("heading-level", "", from, from+1, "##")
		h.Level = 2
	}
	if h.Lines().Len() == 0 {
		r.report("heading-empty", "", from, from+h.Level)
		return n, state
	}
	seg := h.Lines().At(0)
	if inText(parent) {
		r.counted.noteLine(r.src[seg.Start:seg.Stop])
	}
	if open := attributes(r.src[seg.Start:seg.Stop]); open >= 0 {
		r.headingAttributes(h, seg.Start+open, seg.Stop)
		seg.Stop = seg.Start + open
		line := bytes.TrimRight(r.src[seg.Start:seg.Stop], " \t")
		if hashless := bytes.TrimRight(line, "#"); len(hashless) < len(line) && bytes.HasSuffix(hashless, []byte(" ")) {
			line = bytes.TrimRight(hashless, " \t")
		}
		h.Lines().Set(0, md.NewSegment(seg.Start, seg.Start+len(line)))
	}
	return n, state
}

// attributes returns where a closing "{#id .class key=value}" of a heading begins, or -1.
func attributes(line []byte) int {
	if !bytes.HasSuffix(line, []byte("}")) {
		return -1
	}
	open := bytes.LastIndexByte(line, '{')
	if open <= 0 || line[open-1] != ' ' && line[open-1] != '\t' {
		return -1
	}
	inner := bytes.TrimSpace(line[open+1 : len(line)-1])
	if len(inner) == 0 {
		return -1
	}
	if c := inner[0]; c == '#' || c == '.' || bytes.IndexByte(inner, '=') > 0 {
		return open
	}
	return -1
}

// headingAttributes takes the id of a heading; everything else between the braces is dropped with a warning.
func (r *reading) headingAttributes(h *ast.Heading, from, to int) {
	dropped := false
	for _, field := range strings.Fields(string(r.src[from+1 : to-1])) {
		id, isID := strings.CutPrefix(field, "#")
		switch {
		case !isID:
			dropped = true
		case !isIdentifier(id):
			r.report("heading-id", "form", from, to, id)
		default:
			h.SetAttributeString("id", id)
			h.SetAttributeString("id-at", from)
		}
	}
	if dropped {
		r.report("heading-attribute", "", from, to)
	}
}

// isIdentifier reports whether an id typed by an author can be used: ASCII letters, digits and "-_." within, a letter or
// digit in front.
func isIdentifier(id string) bool {
	for i := 0; i < len(id); i++ {
		c := id[i]
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || isDigit(c)
		if !letter && (i == 0 || c != '-' && c != '_' && c != '.') {
			return false
		}
	}
	return id != "" && len(id) <= 100
}
