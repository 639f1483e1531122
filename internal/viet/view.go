package viet

import (
	"sort"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A view is a text made easy to scan: composed letters, Đ for its look-alikes,
// plain hyphens and spaces, nothing hidden. Most text is so already and is used
// in place; otherwise the view remembers what it changed, so that offsets can be
// given in the text as it was.
type view struct {
	s       string
	text    string
	patches []patch // in order of at
}

// A patch is one changed place: s[at:at+width] stands for text[start:end].
type patch struct{ at, width, start, end int }

// newView returns the view of text.
func newView(text string) view {
	odd := nextOdd(text, 0)
	if odd == len(text) {
		return view{s: text, text: text}
	}
	v := view{text: text}
	out := make([]byte, 0, len(text))
	for i := 0; ; {
		start := odd
		if odd < len(text) && odd > i {
			if r, _ := utf8.DecodeRuneInString(text[odd:]); isMark(r) {
				start = lastStart(text, odd) // the letter under the mark
			}
		}
		start = max(start, i)
		out = append(out, text[i:start]...)
		if start == len(text) {
			break
		}
		at := len(out)
		out, i = appendMended(out, text, start)
		v.patches = append(v.patches, patch{at, len(out) - at, start, i})
		odd = nextOdd(text, i)
	}
	v.s = string(out)
	return v
}

// span gives the range of the original text that s[start:end] shows.
func (v view) span(start, end int) (int, int) {
	if start >= end {
		from := v.offset(start)
		return from, from
	}
	from, last := v.offset(start), end-1
	if p, ok := v.patchAt(last); ok && last < p.at+p.width {
		return from, p.end
	}
	return from, v.offset(last) + 1
}

// offset gives the place in the original text of the byte s[i].
func (v view) offset(i int) int {
	p, ok := v.patchAt(i)
	switch {
	case !ok:
		return i
	case i < p.at+p.width:
		return p.start
	}
	return p.end + i - p.at - p.width
}

// patchAt returns the last patch that begins at or before s[i].
func (v view) patchAt(i int) (patch, bool) {
	n := sort.Search(len(v.patches), func(k int) bool { return v.patches[k].at > i })
	if n == 0 {
		return patch{}, false
	}
	return v.patches[n-1], true
}

// appendMended appends the character at text[i] with the marks that follow it as
// the scanner wants to see it, and returns where it ends in text.
func appendMended(out []byte, text string, i int) ([]byte, int) {
	r, n := utf8.DecodeRuneInString(text[i:])
	end := i + n
	for end < len(text) {
		m, n := utf8.DecodeRuneInString(text[end:])
		if !isMark(m) {
			break
		}
		end += n
	}
	switch {
	case end > i+n:
		out = append(out, mendLetters(norm.NFC.String(text[i:end]))...)
	case isHidden(r):
	case lookAlike(r) != 0:
		out = utf8.AppendRune(out, lookAlike(r))
	case isOddDash(r):
		out = append(out, '-')
	case isOddSpace(r):
		out = append(out, ' ')
	default:
		out = append(out, text[i:end]...)
	}
	return out, end
}

// isOddDash reports whether r is one of the dashes and hyphens beside the plain
// one.
func isOddDash(r rune) bool { return 0x2010 <= r && r <= 0x2015 || r == 0x2212 }

func isOddSpace(r rune) bool {
	switch r {
	case 0x00A0, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}

// nextOdd returns the place of the first character at or after text[i] that a
// view changes, or the end of text. It looks at bytes, since it runs over every
// text.
func nextOdd(text string, i int) int {
	for ; i+1 < len(text); i++ {
		odd := false
		switch next := text[i+1]; text[i] {
		case 0xC2: // no-break space, soft hyphen
			odd = next == 0xA0 || next == 0xAD
		case 0xC3: // Ð, ð
			odd = next == 0x90 || next == 0xB0
		case 0xC6: // Ɖ
			odd = next == 0x89
		case 0xCE, 0xD0, 0xD1: // Greek and Cyrillic letters
			r, _ := utf8.DecodeRuneInString(text[i:])
			odd = lookAlike(r) != 0
		case 0xCC: // combining marks
			odd = true
		case 0xCD:
			odd = next < 0xB0
		case 0xE2: // dashes, spaces; not the quotes “ ” and the ellipsis
			r, _ := utf8.DecodeRuneInString(text[i:])
			odd = isHidden(r) || isOddSpace(r) || isOddDash(r) || lookAlike(r) != 0
		case 0xE3: // ideographic space
			odd = next == 0x80
		case 0xEF: // byte order mark, wide letters and figures
			odd = next == 0xBB || next == 0xBC || next == 0xBD
		}
		if odd {
			return i
		}
	}
	return len(text)
}
