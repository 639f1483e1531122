package content

import (
	"bytes"
	"strings"
)

// value looks at a value that begins at byte v of the line. parent is the column of the key or dash it belongs to.
func (s *lineScan) value(v, parent int) {
	text := s.line[v:]
	switch text[0] {
	case '#':
		s.empty = parent
		s.cutAt(v, v)
	case '"', '\'':
		s.quotedValue(v, parent)
	case '[', '{':
		s.flow(v, parent)
	case '|', '>':
		if blockHeader(text) {
			s.inText = parent
			return
		}
		s.needsQuotes(v, "start", string(text[0]))
	case '*', '&':
		if name := text[1:]; len(name) > 0 && plainName(firstWord(name)) && (text[0] == '&' || len(firstWord(name)) == len(name)) {
			s.refuse("yaml-anchor", "", v)
			return
		}
		s.needsQuotes(v, "start", string(text[0]))
	case '!':
		if name := firstWord(bytes.TrimPrefix(text[1:], []byte("!"))); plainName(name) {
			s.refuse("yaml-tag", "", v)
			return
		}
		s.needsQuotes(v, "start", "!")
	case '%', '@', '`', ',', ']', '}':
		s.needsQuotes(v, "start", string(text[0]))
	case '-', '?', ':':
		if len(text) == 1 || text[1] == ' ' {
			s.needsQuotes(v, "start", string(text[0]))
			return
		}
		s.plain(v, parent)
	default:
		s.plain(v, parent)
	}
}

// plain looks at text without quotation marks.
func (s *lineScan) plain(v, parent int) {
	text := s.line[v:]
	s.above = parent
	colon := bytes.HasSuffix(text, []byte(":"))
	for i := 0; i+1 < len(text); i++ {
		switch {
		case text[i] == ':' && text[i+1] == ' ':
			colon = true
		case (text[i] == ' ' || text[i] == '\t') && text[i+1] == '#':
			if colon {
				break
			}
			if _, last := s.continued(v); last > s.n {
				s.quotes(v, string(text), "comment")
				return
			}
			s.cutAt(v, v+i+1)
			return
		}
	}
	if colon {
		s.needsQuotes(v, "")
	}
}

// cutAt notes a comment behind a plain value, which may have been meant as text: "Kế hoạch số #5". What stands two
// spaces away and begins with "# " is a comment for sure.
func (s *lineScan) cutAt(v, hash int) {
	far := hash < 2 || s.line[hash-2] == ' ' || s.line[hash-2] == '\t'
	spaced := hash+1 == len(s.line) || s.line[hash+1] == ' ' || s.line[hash+1] == '#'
	if spaced && (far || v == hash) {
		return
	}
	if s.cuts == nil {
		s.cuts = make(map[int]cut)
	}
	s.cuts[s.first+s.n] = cut{
		at: s.posAt(s.n, hash), value: s.posAt(s.n, v), comment: spaced,
		fix: quoted(strings.ReplaceAll(string(s.line[v:]), "\t", " ")), end: s.offset(len(s.line)),
	}
}

// needsQuotes reports a text that YAML does not read as it is, and puts it in quotation marks for the library.
func (s *lineScan) needsQuotes(v int, reason string, args ...string) {
	end := len(s.line)
	text := string(s.line[v:])
	if i := strings.Index(text, "  # "); i > 0 {
		text = strings.TrimRight(text[:i], " ")
		end = v + len(text)
	}
	s.quoteTo(v, end, text, reason, args...)
}

// quotes reports a value that is not read as the given text, up to the end of the line.
func (s *lineScan) quotes(v int, text, reason string, args ...string) {
	s.quoteTo(v, len(s.line), text, reason, args...)
}

// quoteTo reports a value between two bytes of the line, with the lines on which it goes on, and gives it as text in
// quotation marks.
func (s *lineScan) quoteTo(v, end int, text, reason string, args ...string) {
	p := s.add("text-needs-quotes", reason, v, end, args...)
	start, stop, head := s.offset(v), s.offset(end), string(s.line[:v])
	line := s.n
	if more, last := s.continued(v); last > s.n && end == len(s.line) {
		text += " " + more
		stop = s.starts[last] + len(bytes.TrimRight(s.frontBlock.line(last), " \t"))
		s.skipTo(last)
	}
	p.Fix = edit(start, stop, quoted(text))
	s.mendLine(line, head+quoted(text))
}

// continued returns the text of the lines on which the value at byte v of the line goes on, and the last of them. Lines
// that are indented more than the line belong to the value.
func (s *lineScan) continued(v int) (text string, last int) {
	own := len(s.line) - len(bytes.TrimLeft(s.line, " "))
	for own < v && bytes.HasPrefix(s.line[own:], []byte("- ")) {
		own += 2
	}
	var parts []string
	for last = s.n; last+1 < s.lines(); last++ {
		next := s.frontBlock.line(last + 1)
		t := bytes.TrimLeft(next, " ")
		if len(bytes.TrimSpace(t)) == 0 || len(next)-len(t) <= own || t[0] == '#' || t[0] == '-' || t[0] == '\t' || colonAt(t) >= 0 {
			break
		}
		parts = append(parts, string(bytes.TrimSpace(t)))
	}
	return strings.Join(parts, " "), last
}

// refuse reports a part of YAML that front matter does not have.
func (s *lineScan) refuse(code, reason string, v int) {
	p := s.add(code, reason, v, len(s.line), string(firstWord(s.line[v:])))
	if s.lastBelow(len(s.line)-len(bytes.TrimLeft(s.line, " "))) == s.n && s.meantAsText(v) {
		p.Fix = edit(s.offset(v), s.offset(len(s.line)), quoted(string(s.line[v:])))
	}
	s.mend(string(s.line[:v]) + quoted(string(s.line[v:])))
}

// meantAsText reports whether "*a", "&a" or "!a" at byte v of the line is a text rather than a part of YAML: no other
// line has its counterpart, and no value of another form follows it.
func (s *lineScan) meantAsText(v int) bool {
	word := string(firstWord(s.line[v:]))
	rest := bytes.TrimSpace(s.line[v+len(word):])
	block := s.src[s.starts[0]:s.starts[s.lines()]]
	if strings.HasPrefix(word, "!!") {
		return false // a tag of YAML itself
	}
	other := ""
	switch word[0] {
	case '*':
		other = "&"
	case '&':
		other = "*"
	}
	return (len(rest) == 0 || bytes.IndexByte([]byte(`[{|>"'`), rest[0]) < 0) && (other == "" || !bytes.Contains(block, []byte(other+word[1:])))
}

// quotedValue looks at text in quotation marks, which may go on over more lines.
func (s *lineScan) quotedValue(v, parent int) {
	text := s.line[v:]
	if k := closingQuote(text); k >= 0 {
		if i, ok := s.tail(v + k + 1); !ok {
			if pairAround(text) {
				text = text[1 : len(text)-1]
			}
			s.quotes(v, string(text), "behind-quote", string(s.line[i:]))
			return
		}
		return
	}
	last := s.lastBelow(parent)
	start := s.offset(v)
	if k := closingQuote(s.src[start:s.starts[last+1]]); k >= 0 {
		n := s.n
		for s.starts[n+1] <= start+k {
			n++
		}
		rest := bytes.TrimSpace(s.src[start+k+1 : s.starts[n+1]])
		if len(rest) == 0 || rest[0] == '#' {
			s.n, s.copied = n, true
			return
		}
	}
	fix := quoted(string(s.line[v+1:]))
	p := s.add("yaml-syntax", "quote", v, len(s.line), string(s.line[v]))
	if len(bytes.TrimSpace(s.src[s.offset(len(s.line)):s.starts[last+1]])) == 0 {
		p.Fix = edit(start, s.offset(len(s.line)), fix)
	}
	s.mend(string(s.line[:v]) + fix)
	s.skipTo(last)
}

// pairAround reports whether the quotation marks at both ends of a text were put round the whole of it: "A "B" C", 'it's'.
// In "A" và "B" they belong to its parts.
func pairAround(text []byte) bool {
	last := len(text) - 1
	if last < 1 || text[last] != text[0] {
		return false
	}
	inner := text[1:last]
	k := bytes.IndexByte(inner, text[0])
	// What follows a closing mark is a space; what follows an opening one is a letter.
	return k >= 0 && k+1 < len(inner) && inner[k+1] != ' ' && inner[k+1] != ','
}

// lastBelow returns the last line that stands below a key or dash at column parent.
func (s *lineScan) lastBelow(parent int) int {
	n := s.n
	for n+1 < s.lines() {
		line := s.frontBlock.line(n + 1)
		if indent := len(line) - len(bytes.TrimLeft(line, " ")); indent <= parent && indent < len(line) {
			break
		}
		n++
	}
	return n
}

// skipTo leaves out the lines that belong to a value that could not be read.
func (s *lineScan) skipTo(last int) {
	for s.n < last {
		s.n++
		s.mend("")
	}
}

// tail reports whether nothing but a comment follows byte i, or else where it stands.
func (s *lineScan) tail(i int) (int, bool) {
	for i < len(s.line) && (s.line[i] == ' ' || s.line[i] == '\t') {
		i++
	}
	return i, i >= len(s.line) || s.line[i] == '#' && s.line[i-1] == ' '
}

// flow looks at a value in brackets, which may go on over more lines.
func (s *lineScan) flow(v, parent int) {
	var open []byte
	first, firstLine := s.n, s.line
	atStart := true
	for i := v; ; i++ {
		if i >= len(s.line) {
			if !s.nextFlowLine(parent) {
				s.n, s.line = first, firstLine
				s.unbalanced(v, parent)
				return
			}
			i, atStart = -1, true
			continue
		}
		switch c := s.line[i]; c {
		case '"', '\'':
			if !atStart {
				continue
			}
			k := closingQuote(s.line[i:])
			if k < 0 {
				s.n, s.line = first, firstLine
				s.unbalanced(v, parent)
				return
			}
			i += k
		case '[', '{':
			open = append(open, c+2) // ']' and '}' stand two places behind
		case ']', '}':
			if open[len(open)-1] != c {
				s.n, s.line = first, firstLine
				s.unbalanced(v, parent)
				return
			}
			open = open[:len(open)-1]
		case '#':
			if i == 0 || s.line[i-1] == ' ' {
				i = len(s.line)
			}
		}
		if len(open) == 0 {
			s.behindFlow(v, i+1, first)
			return
		}
		if len(open) > maxFlow {
			s.n, s.line = first, firstLine
			s.add("front-matter-too-deep", "", v, len(s.line))
			s.mend("")
			s.skipTo(s.lastBelow(parent))
			return
		}
		if i < len(s.line) && s.line[i] != ' ' {
			c := s.line[i]
			atStart = c == '[' || c == '{' || c == ',' || c == ':'
		}
	}
}

// nextFlowLine goes to the next line of a value in brackets.
func (s *lineScan) nextFlowLine(parent int) bool {
	if s.n+1 >= s.lines() {
		return false
	}
	line := bytes.TrimRight(s.frontBlock.line(s.n+1), " \t")
	indent := len(line) - len(bytes.TrimLeft(line, " "))
	if indent < len(line) && indent <= parent && line[indent] != ']' && line[indent] != '}' || bytes.IndexByte(line, '\t') >= 0 {
		return false
	}
	s.n, s.line, s.copied = s.n+1, line, true
	return true
}

// behindFlow looks at what follows a value in brackets: nothing but a comment may.
func (s *lineScan) behindFlow(v, i, first int) {
	at, ok := s.tail(i)
	if ok {
		return
	}
	if s.n == first {
		s.needsQuotes(v, "start", string(s.line[v]))
		return
	}
	s.add("yaml-syntax", "bracket", at, len(s.line), string(s.line[i-1]))
	s.mend(string(s.line[:i]))
}

// unbalanced reports brackets that do not match.
func (s *lineScan) unbalanced(v, parent int) {
	text := s.line[v:]
	if bytes.IndexByte(text, ',') < 0 && bytes.IndexByte(text, ':') < 0 {
		s.needsQuotes(v, "start", string(text[0]))
	} else {
		s.add("yaml-syntax", "bracket", v, len(s.line), string(text[0]))
		s.mend(string(s.line[:v]) + quoted(string(text)))
	}
	s.skipTo(s.lastBelow(parent))
}

// blockHeader reports whether a value is "|", ">-", "|2+" …, with or without a comment.
func blockHeader(text []byte) bool {
	head := firstWord(text)
	if len(head) > 3 || len(bytes.Trim(head[1:], "+-123456789")) > 0 {
		return false
	}
	rest := bytes.TrimLeft(text[len(head):], " ")
	return len(rest) == 0 || rest[0] == '#'
}

// plainName reports whether a word can be the name of an anchor or tag: ASCII letters, digits and hyphens.
func plainName(word []byte) bool {
	for _, c := range word {
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '<' && len(word) > 1) {
			return false
		}
	}
	return len(word) > 0
}

func firstWord(text []byte) []byte {
	if i := bytes.IndexByte(text, ' '); i >= 0 {
		return text[:i]
	}
	return text
}
