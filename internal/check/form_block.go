package check

import (
	"bytes"
	"unicode/utf8"
)

// blockReader cuts the body of a sheet into blocks, line by line.
type blockReader struct {
	*sheet
	open bool // the last block goes on with the next line of text
}

func (r *blockReader) run() {
	for i := r.lineOf(r.body); i < r.lines(); i++ {
		from, to := r.bounds(i)
		if from >= r.body {
			r.line(from, to)
		}
	}
}

// line reads one line.
func (r *blockReader) line(from, to int) {
	text := r.text
	quote := false
	for from < to && (text[from] == ' ' || text[from] == '\t' || text[from] == '>') {
		if text[from] == '>' {
			quote = true
			text[from] = opaque
		}
		from++
	}
	for to > from && (text[to-1] == ' ' || text[to-1] == '\t') {
		to--
	}
	if from == to || isRule(text[from:to]) {
		r.hide(from, to, opaque)
		r.open = false
		return
	}
	r.emphasis(from, to)
	level := 0
	for from+level < to && text[from+level] == '#' {
		level++
	}
	switch marks := bulletLength(text[from:to]); {
	case level > 0 && level <= 6 && (from+level == to || text[from+level] == ' '):
		r.heading(from, to, level)
	case text[from] == '|':
		r.row(from, to)
	case marks > 0:
		r.hide(from, from+marks, opaque)
		r.begin(block{kind: itemBlock, from: from + marks, to: to, bullet: true, quote: quote})
	case bytes.HasPrefix(r.whole[from:to], []byte("[^")) && bytes.Contains(r.whole[from:to], []byte("]:")):
		r.begin(block{kind: itemBlock, from: from, to: to, quote: quote, note: true})
	case isNumbered(text[from:to]):
		r.begin(block{kind: itemBlock, from: from, to: to, quote: quote})
	case r.open:
		r.blocks[len(r.blocks)-1].to = to
	default:
		r.begin(block{kind: paragraphBlock, from: from, to: to, quote: quote})
	}
}

func (r *blockReader) begin(b block) {
	r.blocks = append(r.blocks, b)
	r.open = true
}

// heading adds a heading, without its # signs and what stands in braces behind it.
func (r *blockReader) heading(from, to, level int) {
	r.hide(from, from+level, opaque)
	if r.text[to-1] == '}' {
		if n := bytes.LastIndex(r.text[from:to], []byte("{#")); n >= 0 {
			r.hide(from+n, to, opaque)
			to = from + n
		}
	}
	for to > from && (r.text[to-1] == '#' || r.text[to-1] == ' ') {
		to--
		r.hide(to, to+1, opaque)
	}
	from = min(from+level+1, to)
	for from < to && r.text[from] == ' ' {
		from++
	}
	r.begin(block{kind: headingBlock, from: from, to: max(from, to), level: level})
	r.open = false
}

// row adds a line of a table; the line under its head is no text.
func (r *blockReader) row(from, to int) {
	rule := len(bytes.Trim(r.text[from:to], "|-: \t")) == 0
	for i := from; i < to; i++ {
		if rule || r.text[i] == '|' && (i == from || r.text[i-1] != '\\') {
			r.text[i] = opaque
		}
	}
	r.begin(block{kind: rowBlock, from: from, to: to})
	r.open = false
}

// emphasis hides the marks of emphasis on a line. An underscore inside a word is no mark.
func (r *blockReader) emphasis(from, to int) {
	line := r.text[from:to]
	if len(line) > 1 && line[0] == '*' && line[1] == ' ' {
		line = line[1:] // a bullet
	}
	for i, c := range line {
		inside := i > 0 && i+1 < len(line) && isWordByte(line[i-1]) && isWordByte(line[i+1])
		if c == '*' || c == '_' && !inside {
			line[i] = clear
		}
	}
}

func isWordByte(c byte) bool {
	return isASCIILetter(c) || '0' <= c && c <= '9' || c >= 0x80 || c == '_'
}

// isRule reports whether a line is a rule of three or more -, * or _.
func isRule(line []byte) bool {
	n := 0
	for _, c := range line {
		switch {
		case c == line[0] && (c == '-' || c == '*' || c == '_'):
			n++
		case c != ' ':
			return false
		}
	}
	return n >= 3
}

// bulletLength returns the length of the bullet with which a line begins and of the spaces behind it, 0 without one. A dash
// before a year is the middle of a wrapped span ("giai đoạn 2025" / "- 2030").
func bulletLength(line []byte) int {
	r, n := utf8.DecodeRune(line)
	switch r {
	case '-', '*', '+', '–', '•':
	default:
		return 0
	}
	if n >= len(line) || line[n] != ' ' {
		return 0
	}
	for n < len(line) && line[n] == ' ' {
		n++
	}
	digits := 0
	for n+digits < len(line) && isDigit(line[n+digits]) {
		digits++
	}
	if r == '-' && digits == 4 {
		return 0
	}
	return n
}

// isNumbered reports whether a line begins with an outline number: "1.", "3.1.", "II.", "a)".
func isNumbered(line []byte) bool {
	i := 0
	for i < len(line) && line[i] == clear {
		i++
	}
	from := i
	for i < len(line) && (isDigit(line[i]) || line[i] == '.' && i > from) {
		i++
	}
	if i > from {
		if i-from > 6 || line[i-1] != '.' && (i == len(line) || line[i] != ')') && bytes.IndexByte(line[from:i], '.') < 0 {
			return false
		}
		return i-from <= 3 || bytes.IndexByte(line[from:min(i, from+3)], '.') >= 0
	}
	for i < len(line) && (line[i] == 'I' || line[i] == 'V' || line[i] == 'X') {
		i++
	}
	if i > from {
		return i+1 < len(line) && line[i] == '.' && line[i+1] == ' '
	}
	_, n := utf8.DecodeRune(line[from:])
	return from+n+1 < len(line) && line[from+n] == ')' && line[from+n+1] == ' ' && isLetterStart(line[from])
}

// goesOn reports whether a block is the rest of the one before it: a line that was wrapped by hand and became a paragraph of
// its own. The line before it then ends like no sentence.
func (s *sheet) goesOn(i int) bool {
	if i <= s.first || s.blocks[i].kind != paragraphBlock {
		return false
	}
	before := &s.blocks[i-1]
	if before.kind != paragraphBlock && before.kind != itemBlock {
		return false
	}
	end := s.ending(before.from, before.to)
	return end > before.from && bytes.IndexByte([]byte(".;:!?"), s.text[end-1]) < 0
}
