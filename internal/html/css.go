package html

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// CSSURL is one address in a style sheet.
type CSSURL struct {
	URL    string // escapes resolved
	Offset int    // byte offset of the url( or of the @import's string in the style sheet
}

// CSSURLs returns the addresses that a style sheet, or the value of a style attribute, loads: url(…), quoted or not, and
// the string of @import. Comments and other strings hold none.
func CSSURLs(css string) []CSSURL {
	s := cssScanner{css: css}
	for s.at < len(css) {
		s.next()
	}
	return s.urls
}

type cssScanner struct {
	css       string
	at        int
	importing bool // an @import has been read, and only white space or comments since
	urls      []CSSURL
}

func (s *cssScanner) next() {
	start := s.at
	switch c := s.css[start]; {
	case strings.HasPrefix(s.css[start:], "/*"):
		end := strings.Index(s.css[start+2:], "*/")
		if end < 0 {
			s.at = len(s.css)
			return
		}
		s.at += 2 + end + 2
	case c == '"' || c == '\'':
		text := s.quoted(c)
		if s.importing {
			s.urls = append(s.urls, CSSURL{text, start})
		}
		s.importing = false
	case isCSSSpace(c):
		s.at++
	case c == '@':
		s.at++
		s.importing = strings.EqualFold(s.name(), "import")
	case isCSSNameByte(c):
		name := s.name()
		s.importing = false
		if strings.EqualFold(name, "url") && s.at < len(s.css) && s.css[s.at] == '(' {
			s.at++
			s.urls = append(s.urls, CSSURL{s.inParentheses(), start})
		}
	default:
		s.at++
		s.importing = false
	}
}

// name reads what is left of a name, escapes resolved.
func (s *cssScanner) name() string {
	var b strings.Builder
	for s.at < len(s.css) && isCSSNameByte(s.css[s.at]) {
		s.char(&b)
	}
	return b.String()
}

// inParentheses reads the address of url( up to its closing parenthesis.
func (s *cssScanner) inParentheses() string {
	s.space()
	var text string
	if s.at < len(s.css) && (s.css[s.at] == '"' || s.css[s.at] == '\'') {
		text = s.quoted(s.css[s.at])
	} else {
		var b strings.Builder
		for s.at < len(s.css) && s.css[s.at] != ')' && !isCSSSpace(s.css[s.at]) {
			s.char(&b)
		}
		text = b.String()
	}
	s.space()
	if s.at < len(s.css) && s.css[s.at] == ')' {
		s.at++
	}
	return text
}

// quoted reads a string whose opening quote stands at s.at. It ends at the closing quote or, as in CSS, at a line end.
func (s *cssScanner) quoted(quote byte) string {
	s.at++
	var b strings.Builder
	for s.at < len(s.css) {
		switch c := s.css[s.at]; c {
		case quote:
			s.at++
			return b.String()
		case '\n':
			return b.String()
		default:
			s.char(&b)
		}
	}
	return b.String()
}

// char reads one byte, or one escape: a backslash with up to six hexadecimal digits and one white space, or with any
// other character, which then stands for itself. An escaped line end stands for nothing.
func (s *cssScanner) char(b *strings.Builder) {
	c := s.css[s.at]
	s.at++
	if c != '\\' || s.at == len(s.css) {
		b.WriteByte(c)
		return
	}
	digits := s.at
	for digits < len(s.css) && digits < s.at+6 && isHexDigit(s.css[digits]) {
		digits++
	}
	if digits > s.at {
		r, err := strconv.ParseUint(s.css[s.at:digits], 16, 32)
		if err != nil || r == 0 || !utf8.ValidRune(rune(r)) {
			r = utf8.RuneError
		}
		b.WriteRune(rune(r))
		if s.at = digits; s.at < len(s.css) && isCSSSpace(s.css[s.at]) {
			s.at++
		}
		return
	}
	_, size := utf8.DecodeRuneInString(s.css[s.at:])
	if s.css[s.at] != '\n' {
		b.WriteString(s.css[s.at : s.at+size])
	}
	s.at += size
}

func (s *cssScanner) space() {
	for s.at < len(s.css) && isCSSSpace(s.css[s.at]) {
		s.at++
	}
}

func isCSSSpace(c byte) bool { return strings.IndexByte(" \t\n\r\f", c) >= 0 }

// isCSSNameByte reports whether the byte may stand in a name; a backslash begins an escape.
func isCSSNameByte(c byte) bool {
	return c == '-' || c == '_' || c == '\\' || c >= 0x80 ||
		'0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

func isHexDigit(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
