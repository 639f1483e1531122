package content

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"

	"antq/internal/viet"
)

// The classes of bytes of text on their way into HTML.
const (
	bytePlain = iota
	byteSpace // ends a word
	byteCheck // must be looked at
)

// byteClass is the class of each byte. 0xC2 begins the control characters U+0080 to U+009F, 0xEF U+FFFD.
var byteClass = func() (t [256]uint8) {
	for c := range 0x20 {
		t[c] = byteCheck
	}
	for _, c := range []byte("\\&<>\x7f\xc2\xef") {
		t[c] = byteCheck
	}
	t[' '], t['\t'], t['\n'] = byteSpace, byteSpace, byteSpace
	return t
}()

// escaper appends text to HTML and counts its words.
type escaper struct {
	html   []byte
	words  int
	inWord bool
}

// escape appends Markdown text: backslashes and character references are undone, and what HTML would take for markup is
// escaped. Control characters and U+FFFD are left out.
func (e *escaper) escape(raw []byte) { e.write(raw, true) }

// literal appends text as it is, but for escapes.
func (e *escaper) literal(raw []byte) { e.write(raw, false) }

func (e *escaper) write(raw []byte, markdown bool) {
	done := 0
	for i := 0; i < len(raw); {
		c := raw[i]
		switch byteClass[c] {
		case bytePlain:
			if !e.inWord {
				e.inWord = true
				e.words++
			}
			i++
			continue
		case byteSpace:
			e.inWord = false
			i++
			continue
		}
		e.html = append(e.html, raw[done:i]...)
		n := 1
		switch {
		case c == '\\' && markdown && i+1 < len(raw) && util.IsPunct(raw[i+1]):
			e.char(rune(raw[i+1]))
			n = 2
		case c == '&' && markdown:
			s, size := characterReference(raw[i:])
			if size == 0 {
				e.char('&')
				break
			}
			for _, r := range s {
				e.char(r)
			}
			n = size
		case c >= utf8.RuneSelf:
			var r rune
			r, n = utf8.DecodeRune(raw[i:])
			e.char(r)
		default:
			e.char(rune(c))
		}
		i += n
		done = i
	}
	e.html = append(e.html, raw[done:]...)
}

// char appends one character, escaped, or nothing if it may not be shown.
func (e *escaper) char(r rune) {
	if !shown(r) {
		return
	}
	switch r {
	case ' ', '\t', '\n', 0xa0:
		e.inWord = false
	default:
		if !e.inWord {
			e.inWord = true
			e.words++
		}
	}
	e.html = appendEscaped(e.html, r)
}

// shown reports whether a character may reach the output.
func shown(r rune) bool {
	switch {
	case r == '\t' || r == '\n':
		return true
	case r < 0x20 || 0x7f <= r && r < 0xa0 || r == utf8.RuneError || 0xfdd0 <= r && r <= 0xfdef || r&0xfffe == 0xfffe:
		return false
	}
	return true
}

func appendEscaped(dst []byte, r rune) []byte {
	switch r {
	case '<':
		return append(dst, "&lt;"...)
	case '>':
		return append(dst, "&gt;"...)
	case '&':
		return append(dst, "&amp;"...)
	case '"':
		return append(dst, '"')
	}
	return utf8.AppendRune(dst, r)
}

// appendAttribute appends ` name=value`, with quotes only where HTML needs them.
func appendAttribute(dst []byte, name, value string) []byte {
	dst = append(dst, ' ')
	dst = append(dst, name...)
	dst = append(dst, '=')
	bare := value != "" && !strings.ContainsAny(value, " \t\n\f\r\"'=<>`")
	if !bare {
		dst = append(dst, '"')
	}
	for _, r := range value {
		switch {
		case r == '"':
			dst = append(dst, "&quot;"...)
		case r == '\n':
			dst = append(dst, ' ')
		case shown(r):
			dst = appendEscaped(dst, r)
		}
	}
	if !bare {
		dst = append(dst, '"')
	}
	return dst
}

// characterReference returns what the reference at the start of s stands for and its length, 0 if there is none.
func characterReference(s []byte) (string, int) {
	end := bytes.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return "", 0
	}
	name := string(s[1:end])
	if name[0] != '#' {
		entity, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return "", 0
		}
		return string(entity.Characters), end + 1
	}
	digits, base := name[1:], 10
	if len(digits) > 1 && digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > 7 {
		return "", 0
	}
	if n > utf8.MaxRune || n == 0 {
		return string(utf8.RuneError), end + 1
	}
	return string(rune(n)), end + 1
}

// unescapeMarkdown returns raw with backslashes and character references undone, without what may not be shown.
func unescapeMarkdown(raw []byte) string {
	if bytes.IndexByte(raw, '\\') < 0 && bytes.IndexByte(raw, '&') < 0 {
		return plainString(string(raw))
	}
	b := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		switch {
		case raw[i] == '\\' && i+1 < len(raw) && util.IsPunct(raw[i+1]):
			i++
			b = append(b, raw[i])
		case raw[i] == '&':
			if s, n := characterReference(raw[i:]); n > 0 {
				b = append(b, s...)
				i += n - 1
				continue
			}
			b = append(b, '&')
		default:
			b = append(b, raw[i])
		}
	}
	return plainString(string(b))
}

// isPlain reports whether Markdown text stands for itself, letter for letter.
func isPlain(raw []byte) bool {
	for _, c := range raw {
		if c < 0x20 || c == 0x7f || c == 0xc2 || c >= 0xed || c == '\\' || c == '&' {
			return false
		}
	}
	return true
}

// joinWords returns text with one space between its words and none around them.
func joinWords(text []byte) string {
	out, gap := 0, false // what is joined is never longer
	for i := 0; i < len(text); {
		c, n := text[i], 1
		space := c == ' ' || '\t' <= c && c <= '\r'
		if c >= utf8.RuneSelf {
			var r rune
			r, n = utf8.DecodeRune(text[i:])
			space = unicode.IsSpace(r)
		}
		if space {
			gap = out > 0
			i += n
			continue
		}
		if gap {
			text[out] = ' '
			out++
			gap = false
		}
		out += copy(text[out:], text[i:i+n])
		i += n
	}
	return string(text[:out])
}

// plainString returns s without characters that may not be shown; tabs and line ends become spaces.
func plainString(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 0x20 || c == 0x7f || c == 0xc2 || c >= 0xed {
			return strings.Map(func(r rune) rune {
				switch {
				case r == '\t' || r == '\n':
					return ' '
				case !shown(r):
					return -1
				}
				return r
			}, s)
		}
	}
	return s
}

// foldMark is the form in which the name of a callout is compared.
func foldMark(s string) string { return viet.Fold(s) }
