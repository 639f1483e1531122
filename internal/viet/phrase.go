package viet

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A phraseList finds the longest of some phrases at a place of a text, whatever
// the case of letters and however wide the white space between words.
type phraseList struct {
	byFirst [256][]phrase // by the first byte of the small letter
}

type phrase struct {
	text string // small letters, single spaces
	row  int    // what the caller knows the phrase by
}

func (l *phraseList) add(text string, row int) {
	text = strings.ToLower(text)
	list := append(l.byFirst[text[0]], phrase{text, row})
	slices.SortStableFunc(list, func(a, b phrase) int { return len(b.text) - len(a.text) })
	l.byFirst[text[0]] = list
}

// match returns the row and end of the longest phrase at s[i]; no letter or
// figure may follow it.
func (l *phraseList) match(s string, i int) (row, end int, ok bool) {
	if i >= len(s) {
		return 0, i, false
	}
	// Small and capital Vietnamese letters share their first byte.
	first := s[i]
	if 'A' <= first && first <= 'Z' {
		first += 'a' - 'A'
	}
	for _, p := range l.byFirst[first] {
		if end, ok := matchPhrase(s, i, p.text); ok {
			return p.row, end, true
		}
	}
	return 0, i, false
}

// has reports whether one of the phrases stands at s[i], and its end.
func (l *phraseList) has(s string, i int) (int, bool) {
	_, end, ok := l.match(s, i)
	return end, ok
}

func matchPhrase(s string, i int, text string) (int, bool) {
	for k := 0; k < len(text); {
		switch {
		case i >= len(s):
			return i, false
		case text[k] == ' ':
			next := skipGap(s, i)
			if next == i {
				return i, false
			}
			i = next
			k++
		case s[i] == text[k]:
			i++
			k++
		default:
			// The bytes differ: only the case of the whole letter may.
			for k > 0 && !utf8.RuneStart(text[k]) {
				k--
				i--
			}
			a, n := utf8.DecodeRuneInString(s[i:])
			b, m := utf8.DecodeRuneInString(text[k:])
			if unicode.ToLower(a) != b {
				return i, false
			}
			i += n
			k += m
		}
	}
	if i < len(s) {
		if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsLetter(r) || isDigitRune(r) {
			return i, false
		}
	}
	return i, true
}

// isWordStart reports whether a word begins at s[i].
func isWordStart(s string, i int) bool {
	if i >= len(s) || !isWordByte(s, i) {
		return false
	}
	return i == 0 || !isWordByte(s, lastStart(s, i))
}

// isWordByte reports whether the character at s[i] is a letter or figure. Bytes
// of letters beyond ASCII count at every place inside the letter.
func isWordByte(s string, i int) bool {
	c := s[i]
	if c < utf8.RuneSelf {
		return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z'
	}
	for back := 0; back < utf8.UTFMax-1 && i > 0 && !utf8.RuneStart(s[i]); back++ {
		i--
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

// lastStart returns the start of the character that ends before s[i].
func lastStart(s string, i int) int {
	_, n := utf8.DecodeLastRuneInString(s[:i])
	return i - n
}

// skipWord returns the end of the word at s[i].
func skipWord(s string, i int) int {
	for i < len(s) && isWordByte(s, i) {
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return i
}

// startsUpper reports whether a capital letter stands at s[i].
func startsUpper(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r)
}

// startsLower reports whether a small letter stands at s[i].
func startsLower(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLower(r)
}

// trimSpacesLeft returns the end of what stands before the white space that
// ends at s[i].
func trimSpacesLeft(s string, i int) int {
	for i > 0 && isBlank(s[i-1]) {
		i--
	}
	return i
}

// oneLine returns s with every run of white space as one space, none at the
// ends.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
