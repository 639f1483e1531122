package content

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"antq/internal/diag"
)

// lineScan reads the lines of front matter before the YAML library does. It finds what YAML would cut, split or refuse
// in text that people type without thinking of YAML, reports it with a correction, and mends the copy that the library
// gets, so that one fault does not hide the others. It knows nothing of keys and types.
type lineScan struct {
	*frontBlock
	file     string
	problems []diag.Problem
	mended   map[int]string // text of changed lines, by number from 0
	cuts     map[int]cut    // comments behind a value that may be part of it, by line number in the file
	copied   bool           // the copy differs from the file
	lost     []string       // keys at the top that are there but could not be read
	loose    bool           // a line at the top has no key

	n      int    // the line
	line   []byte // its text
	inText int    // > -1: in a block of text ("|", ">") below a key at this column
	above  int    // > -1: the line above is plain text behind a key or dash at this column
	dashes int    // > -1: the entries of a list begin at this column, or are to begin from it on
	opened bool   // the line above is the key of a list, without a value
	empty  int    // > -1: the line above is a key or dash at this column, without a value
}

// cut is a comment that follows a plain value.
type cut struct {
	at      diag.Pos
	value   diag.Pos
	comment bool   // it looks like a comment
	fix     string // the whole text in quotation marks
	end     int    // offset of its end
}

func newLineScan(file string, b *frontBlock) *lineScan {
	return &lineScan{frontBlock: b, file: file, inText: -1, above: -1, empty: -1, dashes: -1}
}

// run scans all lines and returns the text for the library.
func (s *lineScan) run() []byte {
	for s.n = 0; s.n < s.lines(); s.n++ {
		s.line = s.frontBlock.line(s.n)
		s.letters()
		s.scanLine()
	}
	if !s.copied && s.mended == nil {
		return s.src[s.starts[0]:s.starts[s.lines()]]
	}
	out := make([]byte, 0, s.starts[s.lines()]-s.starts[0]+64)
	for i := 0; i < s.lines(); i++ {
		if text, ok := s.mended[i]; ok {
			out = append(out, text...)
		} else {
			out = append(out, bytes.TrimRight(s.frontBlock.line(i), " \t")...)
		}
		out = append(out, '\n')
	}
	return out
}

func (s *lineScan) mend(text string) { s.mendLine(s.n, text) }

func (s *lineScan) mendLine(n int, text string) {
	if s.mended == nil {
		s.mended = make(map[int]string)
	}
	s.mended[n] = text
}

func (s *lineScan) add(code, reason string, from, to int, args ...string) *diag.Problem {
	at := diag.Span{Start: s.posAt(s.n, from), End: s.posAt(s.n, to)}
	s.problems = append(s.problems, diag.New(code, reason, s.file, at, args...))
	return &s.problems[len(s.problems)-1]
}

// offset returns the byte offset in the file of byte i of the line.
func (s *lineScan) offset(i int) int { return s.starts[s.n] + i }

func (s *lineScan) scanLine() {
	line := s.line
	if k := len(line); k > 0 && (line[k-1] == ' ' || line[k-1] == '\t') || s.starts[s.n]+k+1 < s.starts[s.n+1] {
		s.copied = true // trailing white space or CRLF
		line = bytes.TrimRight(line, " \t")
		s.line = line
	}
	indent := 0
	for indent < len(line) && line[indent] == ' ' {
		indent++
	}
	if indent == len(line) {
		return
	}
	if s.inText >= 0 {
		if indent > s.inText {
			if bytes.Equal(line[indent:], []byte(mark)) {
				s.mend("") // the library would end the front matter here
			}
			return
		}
		s.inText = -1
	}
	if c := line[indent]; c == '\t' || c == 0xC2 && indent+1 < len(line) && line[indent+1] == 0xA0 {
		indent = s.whiteSpace(indent)
		line = s.line
		if indent == len(line) {
			return
		}
	}
	if line[indent] == '#' {
		return
	}
	if i := bytes.IndexByte(line, '\r'); i >= 0 {
		s.add("line-end", "", i, i+1).Fix = edit(s.offset(i), s.offset(i)+1, eol(s.src))
		s.mend(string(line[:i]))
		line = line[:i]
		s.line = line
	}
	if string(line[indent:]) == mark {
		s.mend("")
		return
	}
	if s.above >= 0 && indent > s.above {
		s.below(indent)
		return
	}
	empty := s.empty
	s.above, s.empty = -1, -1
	s.entry(indent, empty)
}

// whiteSpace mends an indentation by tabs or no-break spaces and returns the new one.
func (s *lineScan) whiteSpace(from int) int {
	var out strings.Builder
	i, runes := 0, 0
	reason := ""
	for i < len(s.line) {
		r, n := utf8.DecodeRune(s.line[i:])
		switch r {
		case ' ':
			out.WriteByte(' ')
		case '\t':
			out.WriteString("  ")
		case '\u00A0':
			out.WriteByte(' ')
			reason = "no-break"
		default:
			n = 0
		}
		if n == 0 {
			break
		}
		i += n
		runes++
	}
	p := s.add("tab-indent", reason, from, i)
	p.Fix = edit(s.offset(0), s.offset(i), out.String())
	width := out.Len()
	s.mend(out.String() + string(s.line[i:]))
	s.setShift(1, width-runes)
	// Byte places of later findings in this line would be wrong, so it is only mended, not looked at any further.
	s.line = []byte(s.mended[s.n])[:width]
	s.above = -1
	return width
}

func (s *lineScan) setShift(from, by int) {
	if by == 0 {
		return
	}
	if s.shift == nil {
		s.shift = make(map[int]shift)
	}
	s.shift[s.n+1] = shift{from, by}
}

// below looks at a line that is indented more than the plain text above it. YAML joins the two; a line that was meant to
// be something of its own is reported, and mended to stand beside the line above.
func (s *lineScan) below(indent int) {
	text := s.line[indent:]
	k := colonAt(text)
	switch {
	case bytes.HasPrefix(text, []byte("- ")):
		s.add("yaml-syntax", "list-below-text", indent, len(s.line))
		s.mend("")
	case k >= 0 && knownTyping(string(text[:k])):
		p := s.add("yaml-syntax", "indented", indent, len(s.line))
		p.Fix = edit(s.offset(0), s.offset(indent), strings.Repeat(" ", s.above))
		s.mend(strings.Repeat(" ", s.above) + string(text))
		s.setShift(1, s.above-indent)
	case k >= 0:
		s.add("yaml-syntax", "colon-below-text", indent, len(s.line))
		s.mend("")
	}
}

// colonAt returns the index of the colon that ends a key: before a space or at the end of the text, or -1. Text in
// quotation marks at the start is passed over.
func colonAt(text []byte) int {
	i := 0
	if len(text) > 0 && (text[0] == '"' || text[0] == '\'') {
		k := closingQuote(text)
		if k < 0 || k+1 >= len(text) || text[k+1] != ':' {
			return -1
		}
		i = k + 1
	}
	for ; i < len(text); i++ {
		switch {
		case text[i] == ':' && (i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\t'):
			return i
		case text[i] == '#' && i > 0 && text[i-1] == ' ':
			return -1
		}
	}
	return -1
}

// entry looks at "key: value", "- value" and "- key: value". empty is the column of a key without a value above, or -1.
func (s *lineScan) entry(indent, empty int) {
	if s.badDash(indent) {
		return
	}
	i, parent := indent, indent-1
	if indent > maxSpace {
		s.add("front-matter-too-deep", "", 0, indent)
		s.mend("")
		return
	}
	for i < len(s.line) && s.line[i] == '-' && (i+1 == len(s.line) || s.line[i+1] == ' ') {
		parent = i
		i++
		for i < len(s.line) && s.line[i] == ' ' {
			i++
		}
	}
	if i-indent > maxFlow*2 {
		s.add("front-matter-too-deep", "", indent, i)
		s.mend("")
		return
	}
	s.opened = false
	if parent >= indent {
		s.dashes = indent
	} else if indent <= s.dashes {
		s.dashes = -1
	}
	if i == len(s.line) {
		s.empty = parent
		return
	}
	rest := s.line[i:]
	if rest[0] == '[' || rest[0] == '{' {
		if parent >= indent { // behind a dash
			s.flow(i, parent)
			return
		}
	}
	k := colonAt(rest)
	if k >= 0 && s.joined(i, rest[:k]) {
		return
	}
	if k < 0 {
		switch {
		case parent >= indent:
			s.value(i, parent)
		case empty >= 0 && i > empty:
			s.value(i, empty) // the value of the key above
		default:
			s.noKey(i)
		}
		return
	}
	v := i + k + 1
	for v < len(s.line) && (s.line[v] == ' ' || s.line[v] == '\t') {
		v++
	}
	if v == len(s.line) {
		s.empty = i
		if knownList(string(rest[:k])) {
			s.opened, s.dashes = true, indent
		}
		return
	}
	if bytes.IndexByte(s.line[i+k:v], '\t') >= 0 {
		s.mend(string(s.line[:i+k+1]) + strings.Repeat(" ", v-i-k-1) + string(s.line[v:]))
	}
	s.value(v, i)
}
