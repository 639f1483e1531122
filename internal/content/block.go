package content

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"antq/internal/diag"
)

// Front matter is bounded before it is parsed, so that no file can make the YAML library slow. 40 units, 200 tasks or
// 1,000 honourees fit in well.
const (
	maxBlock = 256 << 10 // bytes
	maxLines = 6000
	maxKeys  = 1000 // in one map
	maxFlow  = 20   // brackets within brackets
	maxSpace = 120  // columns of indentation
)

// frontBlock is the front matter of a file: its lines, and how a line and column of it become a place in the file.
type frontBlock struct {
	src    []byte
	first  int           // number in the file of the block's first line
	starts []int         // offset of each line of the block, and of the line behind it
	shift  map[int]shift // lines that were changed for the parser in a way that moves columns
	// The last place asked for: the next one is mostly behind it on the same line.
	last diag.Pos
}

// shift says that in a line, from a column on, columns of the changed text are by code points larger than in the file.
type shift struct{ from, by int }

// lines returns how many lines the block has.
func (b *frontBlock) lines() int { return len(b.starts) - 1 }

// line returns line i (from 0) without its line end.
func (b *frontBlock) line(i int) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(b.src[b.starts[i]:b.starts[i+1]], []byte("\n")), []byte("\r"))
}

// pos returns the place of a line (from 1) of the block and a column in code points (from 1). What lies behind the end
// of the line becomes its end.
func (b *frontBlock) pos(line, column int) diag.Pos {
	if b.lines() == 0 {
		return diag.Pos{Line: 1, Column: 1}
	}
	line = min(max(line, 1), b.lines())
	if s, ok := b.shift[line]; ok && column > s.from {
		column = max(column-s.by, s.from)
	}
	p := diag.Pos{Line: b.first + line - 1, Column: 1, Offset: b.starts[line-1]}
	if b.last.Line == p.Line && b.last.Column <= column {
		p = b.last
	}
	end := b.starts[line-1] + len(b.line(line-1))
	for p.Column < column && p.Offset < end {
		_, n := utf8.DecodeRune(b.src[p.Offset:end])
		p.Offset += n
		p.Column++
	}
	b.last = p
	return p
}

// posAt returns the place of byte i of line n (from 0).
func (b *frontBlock) posAt(n, i int) diag.Pos {
	line := b.line(n)
	i = min(i, len(line))
	return diag.Pos{Line: b.first + n, Column: 1 + utf8.RuneCount(line[:i]), Offset: b.starts[n] + i}
}

// span returns the stretch of a scalar that begins at start. The library counts columns wrongly where white space of
// unusual kind stands before a value, so the place is checked against the text.
func (b *frontBlock) span(start diag.Pos, text string, plain bool) diag.Span {
	at := diag.Span{Start: start}
	n := start.Line - b.first
	if n < 0 || n >= b.lines() {
		return at
	}
	line := b.line(n)
	i := start.Offset - b.starts[n]
	rest := line[min(i, len(line)):]
	switch {
	case !plain && len(rest) > 0 && (rest[0] == '"' || rest[0] == '\''):
		if k := closingQuote(rest); k > 0 {
			at.End = advance(start, rest[:k+1])
		}
	case !plain: // put in quotation marks for the library only
		at.End = advance(start, bytes.TrimRight(rest, " \t"))
	case text != "" && bytes.HasPrefix(rest, []byte(text)):
		at.End = advance(start, rest[:len(text)])
	case text != "":
		if k := bytes.Index(line, []byte(text)); k >= 0 && bytes.Count(line, []byte(text)) == 1 {
			at.Start = b.posAt(n, k)
			at.End = advance(at.Start, line[k:k+len(text)])
		}
	}
	return at
}

func advance(p diag.Pos, by []byte) diag.Pos {
	return diag.Pos{Line: p.Line, Column: p.Column + utf8.RuneCount(by), Offset: p.Offset + len(by)}
}

// closingQuote returns the index of the quotation mark that closes the one at s[0], or -1.
func closingQuote(s []byte) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && s[0] == '"':
			i++
		case s[i] == s[0] && s[0] == '\'' && i+1 < len(s) && s[i+1] == '\'':
			i++
		case s[i] == s[0]:
			return i
		}
	}
	return -1
}

// sourceLine is a line of a file on the way through it.
type sourceLine struct {
	number     int // from 1
	start, end int // without its line end
	next       int // offset of the next line
}

// lineFrom returns the line that begins at offset, or false at the end of the file.
func lineFrom(src []byte, number, offset int) (sourceLine, bool) {
	if offset >= len(src) {
		return sourceLine{}, false
	}
	l := sourceLine{number: number, start: offset, end: len(src), next: len(src)}
	if i := bytes.IndexByte(src[offset:], '\n'); i >= 0 {
		l.end, l.next = offset+i, offset+i+1
	}
	if l.end > l.start && src[l.end-1] == '\r' {
		l.end--
	}
	return l, true
}

func (l sourceLine) text(src []byte) string {
	return string(bytes.TrimRight(src[l.start:l.end], " \t"))
}

func (l sourceLine) at() diag.Pos { return diag.Pos{Line: l.number, Column: 1, Offset: l.start} }

// mark is the line that opens and closes front matter.
const mark = "---"

// dashes reports whether a line is what a text editor or a tired hand makes of the mark: "----", "—", "–––", "--".
func dashes(s string) bool {
	s = strings.TrimSpace(s)
	return s != mark && len(s) > 1 && strings.Trim(s, "-–—―−") == ""
}
