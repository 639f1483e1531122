package content

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// marker is what stands before a list item.
type marker struct {
	kind   byte   // '-', '+' or '*'; '.' or ')' after a number; 'a' for a letter
	bytes  int    // its length
	width  int    // its columns
	number int    // of an ordered item
	zero   bool   // the number was written with a zero in front
	letter string // of a lettered item: "a", "đ"
	odd    string // a bullet that is not Markdown, as written: "–", "•"
}

// readMarker reads the marker at the start of a line without indent. Numbers of four and more digits are years and the like,
// so they are text.
func readMarker(line []byte) (marker, bool) {
	if len(line) == 0 {
		return marker{}, false
	}
	var m marker
	switch c := line[0]; {
	case c == '-' || c == '+' || c == '*':
		m = marker{kind: c, bytes: 1, width: 1}
	case '0' <= c && c <= '9':
		m = readNumber(line)
	case 'a' <= c && c <= 'z' && len(line) > 1 && line[1] == ')':
		m = marker{kind: 'a', bytes: 2, width: 2, letter: string(line[:1])}
	case bytes.HasPrefix(line, []byte("đ)")):
		m = marker{kind: 'a', bytes: len("đ)"), width: 2, letter: "đ"}
	case bytes.HasPrefix(line, []byte("–")):
		m = marker{kind: '-', bytes: len("–"), width: 1, odd: "–"}
	case bytes.HasPrefix(line, []byte("•")):
		m = marker{kind: '-', bytes: len("•"), width: 1, odd: "•"}
	}
	if m.bytes == 0 {
		return m, false
	}
	return m, m.bytes == len(line) || isSpaceByte(line[m.bytes])
}

func readNumber(line []byte) marker {
	i, n := 0, 0
	for i < len(line) && '0' <= line[i] && line[i] <= '9' {
		if i == 3 {
			return marker{}
		}
		n = n*10 + int(line[i]-'0')
		i++
	}
	if i == len(line) || line[i] != '.' && line[i] != ')' {
		return marker{}
	}
	return marker{kind: line[i], bytes: i + 1, width: i + 1, number: n, zero: line[0] == '0' && i > 1}
}

func isSpaceByte(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// mayInterrupt reports whether a list may begin right under a line of text: any bullet, but of numbers and letters only the
// first, since wrapped lines begin with others.
func (m marker) mayInterrupt(rest []byte) bool {
	if util.IsBlank(rest) {
		return false
	}
	switch m.kind {
	case '.', ')':
		return m.number == 1
	case 'a':
		return m.letter == "a"
	}
	return true
}

// startsWithYear reports whether text begins with a year of our time and no longer number.
func startsWithYear(text []byte) bool {
	text = bytes.TrimLeft(text, " \t")
	if len(text) < 4 || !(text[0] == '1' && text[1] == '9' || text[0] == '2' && text[1] == '0') {
		return false
	}
	return isDigit(text[2]) && isDigit(text[3]) && (len(text) == 4 || !isDigit(text[4]))
}

// endsWithYear reports whether text ends in a year.
func endsWithYear(text []byte) bool {
	text = bytes.TrimRight(text, " \t\r\n")
	n := len(text)
	return n >= 4 && startsWithYear(text[n-4:]) && (n == 4 || !isDigit(text[n-5]))
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// wrappedYear reports whether "- 2030 …" goes on with a period that the line before began ("giai đoạn 2025") instead of
// opening an item. before is the node that the line follows; open says that it is a paragraph without a blank line between,
// sibling that the line would be one more item of a list.
func (m marker) wrappedYear(rest []byte, before ast.Node, open, sibling bool, src []byte) bool {
	if m.kind != '-' || m.odd == "•" || !startsWithYear(rest) {
		return false
	}
	last := lastLine(before, src)
	if endsWithYear(last) {
		return true
	}
	last = bytes.TrimRight(last, " \t\r\n")
	return open && !sibling && len(last) > 0 && bytes.IndexByte([]byte(".:;!?"), last[len(last)-1]) < 0
}

// lastLine returns the last line of text in a node.
func lastLine(n ast.Node, src []byte) []byte {
	for n != nil {
		if p, ok := n.(*ast.Paragraph); ok {
			if p.Lines().Len() == 0 {
				return nil
			}
			seg := p.Lines().At(p.Lines().Len() - 1)
			return src[seg.Start:seg.Stop]
		}
		n = n.LastChild()
		if n != nil && n.Type() == ast.TypeInline {
			return nil
		}
	}
	return nil
}

// isRule reports whether the line is a thematic break, which goes before a list item: "- - -".
func isRule(line []byte) bool {
	var mark byte
	count := 0
	for _, c := range line {
		switch {
		case isSpaceByte(c):
		case mark == 0 && (c == '-' || c == '*' || c == '_'):
			mark, count = c, 1
		case c == mark && mark != 0:
			count++
		default:
			return false
		}
	}
	return count >= 3
}
