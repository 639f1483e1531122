package content

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// bareLink is an address that stands in text without any mark.
type bareLink struct {
	from, to int // in the text given
	prefix   string
}

// mayHoldBareLink is a quick look whether nextBareLink could find something.
func mayHoldBareLink(s []byte) bool {
	return bytes.IndexByte(s, '@') >= 0 || bytes.Contains(s, []byte("://")) || bytes.Contains(s, []byte("www."))
}

// nextBareLink finds the first address in s from the offset on: http and https addresses, "www." (which goes to https), and
// e-mail addresses.
func nextBareLink(s []byte, from int) (bareLink, bool) {
	for i := from; i < len(s); {
		if c := s[i]; c != 'h' && c != 'H' && c != 'w' && c != '@' {
			i++
			continue
		}
		if s[i] == '@' {
			if l, ok := mailAround(s, from, i); ok {
				return l, true
			}
			i++
			continue
		}
		start := webStart(s[i:])
		if start == 0 || i > 0 && isWordByte(s[i-1]) {
			i++
			continue
		}
		end := webEnd(s, i+start)
		if end > i+start && bytes.IndexByte(s[i+start:end], '.') > 0 || start > 4 && end > i+start {
			l := bareLink{from: i, to: end}
			if start == 4 {
				l.prefix = "https://"
			}
			return l, true
		}
		i += start
	}
	return bareLink{}, false
}

// webStart returns the length of "http://", "https://" or "www." at the start of s, or 0.
func webStart(s []byte) int {
	for _, p := range []string{"https://", "http://", "www."} {
		if len(s) > len(p) && bytes.EqualFold(s[:len(p)], []byte(p)) {
			if c := s[len(p)]; isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf {
				return len(p)
			}
		}
	}
	return 0
}

// webEnd returns the end of an address whose host begins at i, without the punctuation of the sentence around it.
func webEnd(s []byte, i int) int {
	end, open := i, 0
	for end < len(s) {
		r, n := utf8.DecodeRune(s[end:])
		if r <= ' ' || r == '<' || r == '>' || r == '"' || r == '\\' || r == '`' || r == '|' || r == 0x7f ||
			r >= utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			break
		}
		if r == '(' {
			open++
		}
		if r == ')' {
			if open == 0 {
				break
			}
			open--
		}
		end += n
	}
	for end > i && bytes.IndexByte([]byte("?!.,:;*_~'("), s[end-1]) >= 0 {
		end--
	}
	return end
}

func isWordByte(c byte) bool {
	return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf || c == '/' || c == '.' || c == '@' || c == '-'
}

// maxMailName is the greatest length of the part of an e-mail address before "@" (RFC 5321, 4.5.3.1.1).
const maxMailName = 64

// mailAround reads the e-mail address around the "@" at i.
func mailAround(s []byte, from, at int) (bareLink, bool) {
	start := at
	for start > from && at-start <= maxMailName && (isMailByte(s[start-1]) || s[start-1] == '+') {
		start--
	}
	for start < at && (s[start] == '.' || s[start] == '-' || s[start] == '_') {
		start++
	}
	if start == at || start > 0 && (s[start-1] >= utf8.RuneSelf || s[start-1] == '/' || s[start-1] == ':') {
		return bareLink{}, false
	}
	end, dot := at+1, 0
	for end < len(s) && end-at <= 255 && isMailByte(s[end]) && s[end] != '_' {
		if s[end] == '.' {
			dot = end
		}
		end++
	}
	for end > at && (s[end-1] == '.' || s[end-1] == '-') {
		end--
		dot = bytes.LastIndexByte(s[at:end], '.') + at
	}
	if dot <= at+1 || end-dot < 3 || end < len(s) && (s[end] >= utf8.RuneSelf || s[end] == '@') {
		return bareLink{}, false
	}
	return bareLink{from: start, to: end, prefix: "mailto:"}, true
}

func isMailByte(c byte) bool {
	return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z' || c == '.' || c == '-' || c == '_'
}
