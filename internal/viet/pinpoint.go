package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxPinpoint is how far before a citation its pinpoint may begin, in bytes.
const maxPinpoint = 160

// A Pinpoint is the place inside a document that a citation points at, written
// before it from small to large: "điểm e khoản 1 Điều 4" (NĐ 30/2020, Phụ lục
// II, on pointing into a text). A list keeps its items: "1, 2", a range both of
// its ends: "24-29". Empty parts
// were not named.
type Pinpoint struct {
	Subpoint   string // tiết: "a", "a1", "ii"
	Point      string // điểm: "e", "đ", "2.1"
	Clause     string // khoản: "1"
	Article    string // Điều: "4", "4a"
	Subsection string // Tiểu mục: "1"
	Section    string // Mục: "5"
	Chapter    string // Chương: "XII"
	Part       string // Phần: "II"
	Appendix   string // Phụ lục: "III"
}

// IsZero reports whether the citation points at the whole document.
func (p Pinpoint) IsZero() bool { return p == Pinpoint{} }

// pinpointBefore reads the pinpoint that ends where the citation begins, with
// "của" between them or without.
func (f *finder) pinpointBefore(start int) Pinpoint {
	i := max(f.floor(start), start-maxPinpoint)
	if n := len(f.found); n > 0 {
		// "Luật Nhà giáo Điều 12, Luật Công chứng": the place is in the one before.
		if after := skipSpaces(f.s, f.found[n-1].end); after >= i && isPinpoint(f.s, after) {
			return Pinpoint{}
		}
	}
	for i < start {
		if !isWordByte(f.s, i) {
			i++
			continue
		}
		var p Pinpoint
		if i > 0 && isWordByte(f.s, lastStart(f.s, i)) {
			// The window begins inside a word.
		} else if p.read(f.s, i, start) {
			return p
		}
		i = skipWord(f.s, i)
	}
	return Pinpoint{}
}

// read fills p from s[i:end] and reports whether it is a pinpoint as a whole.
func (p *Pinpoint) read(s string, i, end int) bool {
	parts, joint := 0, ", "
	if j, ok := cutWord(s, i, "từ"); ok {
		i = skipSpaces(s, j) // từ Điều 24 đến Điều 29
	}
	for i < end {
		if parts > 0 {
			if i = skipAttached(s, i); i >= end {
				break
			}
		}
		if j, ok := cutWord(s, i, "của"); ok && parts > 0 {
			j = skipSpaces(s, j)
			if k, ok := cutWord(s, j, "các"); ok {
				j = skipSpaces(s, k)
			}
			i = j
			continue
		}
		field, next := p.field(s, i)
		if field == nil {
			return false
		}
		item, next := pinpointItems(s, skipSpaces(s, next))
		if item == "" {
			return false
		}
		if *field != "" {
			*field += joint
		}
		*field += item
		parts++
		i, joint = skipJoint(s, next), ", "
		if j, ok := cutWord(s, i, "đến"); ok {
			i, joint = skipSpaces(s, j), "-"
		}
	}
	return parts > 0 && i == end && !strings.HasSuffix(s[:trimSpacesLeft(s, end)], "và")
}

// skipAttached steps over the words that tie a part to the document with which it
// was issued: Phụ lục I ban hành kèm theo Nghị định.
func skipAttached(s string, i int) int {
	for _, word := range [...]string{"được", "ban hành", "kèm theo", "tại"} {
		if j, ok := cutWord(s, i, word); ok {
			i = skipSpaces(s, j)
		}
	}
	return i
}

// isPinpoint reports whether a part with its item stands at s[i]: Điều 4, but not
// Điều lệ.
func isPinpoint(s string, i int) bool {
	var p Pinpoint
	field, end := p.field(s, i)
	item := skipSpaces(s, end)
	return field != nil && skipItem(s, item) > item
}

// field returns the part that the word at s[i] names, and where the word ends.
func (p *Pinpoint) field(s string, i int) (*string, int) {
	for _, part := range [...]struct {
		word  string
		field *string
	}{
		{"tiết", &p.Subpoint}, {"điểm", &p.Point}, {"khoản", &p.Clause}, {"điều", &p.Article},
		{"tiểu mục", &p.Subsection}, {"mục", &p.Section}, {"chương", &p.Chapter}, {"phần", &p.Part},
		{"phụ lục", &p.Appendix},
	} {
		if end, ok := cutWord(s, i, part.word); ok {
			return part.field, end
		}
	}
	return nil, i
}

// pinpointItems reads "1", "a", "XII" or a list of such: "1, 2 và 3".
func pinpointItems(s string, i int) (items string, end int) {
	for end = i; ; {
		next := skipItem(s, i)
		if next == i {
			return items, end
		}
		if items != "" {
			items += ", "
		}
		items += s[i:next]
		end = next
		if i = skipJoint(s, next); i == next {
			return items, end
		}
	}
}

// skipItem skips one figure, or several with points between (2.1), with an
// optional letter; one letter with an optional figure (a1); or a Roman numeral in
// capitals, with figures behind it (III.2), or small letters.
func skipItem(s string, i int) int {
	end := skipDigits(s, i)
	for end > i && end+1 < len(s) && s[end] == '.' && isDigit(s[end+1]) {
		end = skipDigits(s, end+1)
	}
	if end == i {
		for end < len(s) && strings.IndexByte("IVXLC", s[end]) >= 0 {
			end++
		}
		for end > i && end+1 < len(s) && s[end] == '.' && isDigit(s[end+1]) { // III.2
			end = skipDigits(s, end+1)
		}
		if end == i && i < len(s) && 'A' <= s[i] && s[i] <= 'H' {
			end++
		}
	}
	if end == i {
		for end < len(s) && end-i < 4 && strings.IndexByte("ivx", s[end]) >= 0 {
			end++
		}
		if end == i+1 {
			end = i
		}
	}
	if end == i || isDigit(s[end-1]) {
		if r, n := utf8.DecodeRuneInString(s[end:]); unicode.IsLower(r) {
			if end += n; end == i+n {
				end = skipDigits(s, end)
			}
		}
	}
	if end < len(s) && isWordByte(s, end) || end-i > 8 {
		return i
	}
	return end
}

// skipJoint skips spaces, one comma or semicolon, and one "và".
func skipJoint(s string, i int) int {
	i = skipSpaces(s, i)
	if i < len(s) && (s[i] == ',' || s[i] == ';') {
		i = skipSpaces(s, i+1)
	}
	if j, ok := cutWord(s, i, "và"); ok {
		i = skipSpaces(s, j)
	}
	return i
}
