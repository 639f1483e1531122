package content

import (
	"strings"
	"unicode/utf8"
)

// outlineWords are the words that name parts of a document before their number (NĐ 30/2020, Phụ lục I, mục II.6), longer ones
// first.
var outlineWords = []string{"tiểu mục", "phụ lục", "chương", "phần", "mục", "điều", "khoản", "điểm", "bước"}

// outlineNumber returns the outline number that text begins with, without its final mark: "II", "1.1", "Điều 4", "Bước 1",
// "a)" gives "a". It returns "" if there is none.
func outlineNumber(text string) string {
	text = strings.TrimSpace(text)
	if n := wordNumber(text); n > 0 {
		return text[:n]
	}
	if n := dottedNumber(text); n > 0 {
		return text[:n]
	}
	if n := romanNumber(text); n > 0 && strings.HasPrefix(text[n:], ".") && endsNumber(text[n+1:]) {
		return text[:n]
	}
	if letter, rest, ok := strings.Cut(text, ")"); ok && endsNumber(rest) &&
		(letter == "đ" || len(letter) == 1 && 'a' <= letter[0] && letter[0] <= 'z') {
		return letter
	}
	return ""
}

// endsNumber reports whether rest may follow an outline number: nothing or a space.
func endsNumber(rest string) bool {
	return rest == "" || isSpaceByte(rest[0]) || strings.HasPrefix(rest, "\u00a0")
}

// wordNumber returns the length of "Điều 4" or "Chương II" at the start of text.
func wordNumber(text string) int {
	for _, word := range outlineWords {
		n, ok := foldPrefix(text, word)
		if !ok || !strings.HasPrefix(text[n:], " ") {
			continue
		}
		rest := text[n+1:]
		m := 0
		for m < len(rest) && isDigit(rest[m]) {
			m++
		}
		if m == 0 {
			m = romanNumber(rest)
		} else if m < len(rest) && 'a' <= rest[m] && rest[m] <= 'z' {
			m++ // an article put in later: "Điều 4a"
		}
		after := strings.TrimLeft(rest[m:], ".:")
		if m > 0 && endsNumber(after) {
			return n + 1 + m
		}
	}
	return 0
}

// foldPrefix reports whether text begins with word in any case, and the length of that beginning.
func foldPrefix(text, word string) (int, bool) {
	n := 0
	for range utf8.RuneCountInString(word) {
		_, size := utf8.DecodeRuneInString(text[n:])
		n += size
	}
	return n, strings.EqualFold(text[:n], word)
}

// dottedNumber returns the length of "1", "1.1" or "3.2" at the start of text. One number alone needs a mark behind it.
func dottedNumber(text string) int {
	i, parts := 0, 0
	for {
		from := i
		for i < len(text) && isDigit(text[i]) {
			i++
		}
		if i == from || i-from > 3 || i-from > 2 && parts > 0 { // "1.500" is an amount
			return 0
		}
		parts++
		if i+1 < len(text) && text[i] == '.' && isDigit(text[i+1]) {
			i++
			continue
		}
		break
	}
	rest := text[i:]
	if marked := strings.TrimLeft(rest, ".):/"); len(marked) < len(rest) && endsNumber(marked) {
		return i
	}
	if parts > 1 && endsNumber(rest) {
		return i
	}
	return 0
}

// romanNumber returns the length of the Roman number at the start of text, 0 if there is none up to 399.
func romanNumber(text string) int {
	n := 0
	for n < len(text) && strings.IndexByte("IVXLC", text[n]) >= 0 {
		n++
	}
	if n == 0 || n > 12 || n < len(text) && (text[n] >= utf8.RuneSelf || 'A' <= text[n]&^0x20 && text[n]&^0x20 <= 'Z') {
		return 0
	}
	rest := text[:n]
	for i := 0; i < 3; i++ {
		rest = strings.TrimPrefix(rest, "C")
	}
	for _, d := range []struct{ one, five, ten string }{{"X", "L", "C"}, {"I", "V", "X"}} {
		switch {
		case strings.HasPrefix(rest, d.one+d.ten):
			rest = rest[2:]
		case strings.HasPrefix(rest, d.one+d.five):
			rest = rest[2:]
		default:
			rest = strings.TrimPrefix(rest, d.five)
			for range 3 {
				rest = strings.TrimPrefix(rest, d.one)
			}
		}
	}
	if rest != "" {
		return 0
	}
	return n
}
