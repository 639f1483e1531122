package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// NFC returns s in Unicode normalisation form C, in which every Vietnamese
// letter with its marks is one code point. Text that is already so is returned
// as it is, without a copy.
func NFC(s string) string { return norm.NFC.String(s) }

// IsNFC reports whether s is in normalisation form C.
func IsNFC(s string) bool { return norm.NFC.IsNormalString(s) }

// Fold returns the form in which two spellings of one text are equal for search
// and comparison: lower case, without marks, đ and its look-alikes as d, every
// run of white space one space, none at the ends, and without soft hyphens and
// zero-width characters. It does not matter whether s is composed or not.
//
//	Fold("Đồng Đăng -  LẠNG SƠN") == "dong dang - lang son"
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	out := make([]byte, 0, len(s))
	gap := false
	for _, r := range s {
		b := baseLetter(r)
		switch {
		case b != 0:
		case isMark(r), isHidden(r):
			continue
		case unicode.IsSpace(r):
			gap = true
			continue
		case r < utf8.RuneSelf:
			b = byte(r)
		}
		if gap && len(out) > 0 {
			out = append(out, ' ')
		}
		gap = false
		if b != 0 || r == 0 {
			out = append(out, b)
		} else {
			out = appendPlain(out, r)
		}
	}
	return string(out)
}

// isFolded reports whether s is plain lower-case ASCII with single inner
// spaces, the common case of ids and of text that was folded before.
func isFolded(s string) bool {
	space := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || c < ' ' || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space || s == ""
}

// FoldTone returns s in form NFC with the tone mark of oa, oe and uy on the
// second vowel (hòa → hoà, Ủy → Uỷ), which is what QĐ 1989/QĐ-BGDĐT prefers;
// all other marks and letters stay. Both habits are correct and common, so
// names are shown as their author wrote them and compared in this form.
//
// The two habits differ only in open syllables: nothing is moved when a letter
// follows (hoàn, huỳnh, khuỷu) or after q, where u belongs to the consonant
// (quý).
func FoldTone(s string) string {
	s = NFC(s)
	if !mayMoveTone(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s) + 8)
	var before rune
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if second, width, ok := movedTone(before, r, s[i+n:]); ok {
			out.WriteByte(plainVowel(r))
			out.WriteRune(second)
			before = second
			i += n + width
			continue
		}
		out.WriteString(s[i : i+n])
		before = r
		i += n
	}
	return out.String()
}

// The vowels with a tone, in one order of tones: huyền, sắc, hỏi, ngã, nặng. The
// older habit marks o and u, the newer one the a, e or y behind them.
const (
	tonedO = "òóỏõọ"
	tonedU = "ùúủũụ"
	tonedA = "àáảãạ"
	tonedE = "èéẻẽẹ"
	tonedY = "ỳýỷỹỵ"
)

// mayMoveTone is a quick look for a toned o or u before a plain a, e or y.
func mayMoveTone(s string) bool {
	for i := 2; i < len(s); i++ {
		switch s[i] {
		case 'a', 'e', 'y', 'A', 'E', 'Y':
			if s[i-1] >= utf8.RuneSelf {
				return true
			}
		}
	}
	return false
}

// movedTone decides whether first (òóỏõọ or ùúủũụ in either case) and the vowel
// that begins rest are an open syllable of the older habit. It returns the
// second vowel with the tone on it and the width of that vowel in rest.
func movedTone(before, first rune, rest string) (second rune, width int, ok bool) {
	if first < utf8.RuneSelf || rest == "" {
		return 0, 0, false
	}
	if before == 'q' || before == 'Q' {
		return 0, 0, false
	}
	lower := unicode.ToLower(first)
	vowel := rest[0]
	switch vowel {
	case 'a', 'A':
		second = sameTone(lower, tonedO, tonedA)
	case 'e', 'E':
		second = sameTone(lower, tonedO, tonedE)
	case 'y', 'Y':
		second = sameTone(lower, tonedU, tonedY)
	}
	if second == 0 {
		return 0, 0, false
	}
	if next, _ := utf8.DecodeRuneInString(rest[1:]); unicode.IsLetter(next) || isMark(next) {
		return 0, 0, false
	}
	if vowel < 'a' {
		second = unicode.ToUpper(second)
	}
	return second, 1, true
}

// plainVowel returns the o or u under the tone of r, in the case of r.
func plainVowel(r rune) byte {
	b := baseLetter(r)
	if unicode.IsUpper(r) {
		b -= 'a' - 'A'
	}
	return b
}

// sameTone returns the vowel of set to that stands where r stands in from, 0
// when r is not in from.
func sameTone(r rune, from, to string) rune {
	at := strings.IndexRune(from, r)
	if at < 0 {
		return 0
	}
	tone := utf8.RuneCountInString(from[:at])
	for _, v := range to {
		if tone == 0 {
			return v
		}
		tone--
	}
	return 0
}
