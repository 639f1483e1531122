package check

import (
	"bytes"
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"antq/internal/diag"
)

//go:embed data/bare_words.tsv
var bareData string

// The letters of TCVN 5712 (ABC, .VnTime) and of VNI as they look when they are read as Latin-1 or Windows-1252.
const (
	tcvnLetters = "¡¢£¤¥¦§¨©ª«¬®µ¶·¸¹»¼½¾×÷ÆÇËÎÏÐÑÖØÜÞßåæçëîïñöøûüþ\u00AD"
	vniMarks    = "ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË"
	vniBases    = "aeouyAEOUY"
)

// legacyScore counts the letters of one paragraph by what they tell of its encoding.
type legacyScore struct {
	letters, tcvn, vni, twice int
	words, bare               int // words, and those that look like Vietnamese without marks
}

// legacy looks at each paragraph of twenty letters and more: with no letter that only Vietnamese has, and many of an old
// encoding, it is in that encoding. Paragraphs of front matter are its lines.
func (r *Rules) legacy(p *prose, list *diag.List) {
	src := p.src
	front, body := frontOf(src)
	for from := 0; from < len(src); {
		to := paragraphEnd(src, from, from < body)
		if from >= front || body == 0 {
			r.legacyParagraph(p, from, to, from >= body, list)
		}
		from = to
	}
}

// paragraphEnd returns where a paragraph that begins at from ends: at a blank line, or with its line.
func paragraphEnd(src []byte, from int, line bool) int {
	for i := from; i < len(src); {
		n := bytes.IndexByte(src[i:], '\n')
		if n < 0 {
			return len(src)
		}
		i += n + 1
		if line || n == 0 || i < len(src) && (src[i] == '\n' || src[i] == '\r') {
			return i
		}
	}
	return len(src)
}

func (r *Rules) legacyParagraph(p *prose, from, to int, body bool, list *diag.List) {
	if key, _, ok := bytes.Cut(p.src[from:to], []byte(": ")); !body && ok && bytes.IndexByte(bytes.TrimLeft(key, " -"), ' ') < 0 {
		from += len(key) + 2
	}
	s, first, vietnamese := r.letters.score(p.src[from:to])
	if vietnamese || s.letters < 20 {
		return
	}
	reason := ""
	switch {
	case 100*s.twice > 8*s.letters:
		reason = "twice"
	case 100*s.vni > 8*s.letters && s.vni >= s.tcvn:
		reason = "vni"
	case 100*s.tcvn > 8*s.letters:
		reason = "tcvn"
	case body && !p.plain && s.words >= 8 && 2*s.bare >= s.words:
		list.Add(diag.New("no-diacritics", "", p.file, diag.Span{Start: p.place(from + first)}))
		return
	default:
		return
	}
	list.Add(diag.New("legacy-encoding", reason, p.file, diag.Span{Start: p.place(from + first)}))
}

// score counts the letters of a paragraph. It stops as soon as a letter of Vietnamese in Unicode is met. first is the offset of
// the first letter.
func (l *letterLists) score(b []byte) (s legacyScore, first int, vietnamese bool) {
	first = -1
	word := 0 // start of the present word of ASCII letters, or -1 within another word
	var previous rune
	for i := 0; i < len(b); {
		r, n := rune(b[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(b[i:])
		}
		if onlyVietnamese(r) {
			return s, 0, true
		}
		letter := isASCIILetter(b[i]) || n > 1 && unicode.IsLetter(r)
		if letter {
			s.letters++
			if first < 0 {
				first = i
			}
		}
		switch {
		case n == 1 && isASCIILetter(b[i]):
		case n > 1:
			s.oldLetters(previous, r)
			word = -1
		default:
			l.countWord(b, word, i, &s)
			word = i + 1
		}
		previous = r
		i += n
	}
	l.countWord(b, word, len(b), &s)
	return s, max(first, 0), false
}

// countWord counts the word of ASCII letters [from, to) that stands between spaces.
func (l *letterLists) countWord(b []byte, from, to int, s *legacyScore) {
	if from < 0 || to-from < 2 {
		return
	}
	s.words++
	if to-from > 7 || to < len(b) && (b[to] == '-' || b[to] == '/' || b[to] == '_') || from > 0 && (b[from-1] == '-' || b[from-1] == '/') {
		return
	}
	if l.bare[strings.ToLower(string(b[from:to]))] {
		s.bare++
	}
}

// oldLetters counts what a letter tells of old encodings, together with the one before it.
func (s *legacyScore) oldLetters(previous, r rune) {
	if strings.ContainsRune(tcvnLetters, r) {
		s.tcvn++
	}
	if r == 'ñ' || r == 'Ñ' || strings.ContainsRune(vniMarks, r) && strings.ContainsRune(vniBases, previous) {
		s.vni++
	}
	switch {
	case previous == 'á' && (r == 'º' || r == '»'), previous == 'Ä' && (r == '‘' || r == '\u0091' || r == '©' || r == '\u0090'), previous == 'Æ' && (r == '°' || r == '¡'),
		previous == 'Ã' && 0xA0 <= r && r <= 0xBF:
		s.twice++
	}
}

// onlyVietnamese reports a letter that, in Unicode, texts in Vietnamese have and old encodings never show.
func onlyVietnamese(r rune) bool {
	switch {
	case r < 0x102:
		return false
	case 0x1EA0 <= r && r <= 0x1EF9:
		return true
	case 0x300 <= r && r <= 0x323:
		return true // composed from a letter and a mark
	}
	return r == 'ă' || r == 'Ă' || r == 'đ' || r == 'Đ' || r == 'ĩ' || r == 'Ĩ' || r == 'ũ' || r == 'Ũ' || r == 'ơ' || r == 'Ơ' || r == 'ư' || r == 'Ư'
}
