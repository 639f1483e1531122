package content

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// label is the outline number that a block begins with: "II.", "1.1", "đ)", "Điều 4.", "Bước 1:".
type label struct {
	kind    OutlineKind
	written string // as written, without its mark: "II", "1.1", "đ", "Điều 4"
	parts   [maxParts]int
	count   int    // how many parts there are; more than one only for 1.1, 1.1.1
	suffix  string // "a" of an article put in later: "Điều 4a"
	mark    string // what ends it: ".", ")", ":", "-"; "" if nothing does
	end     int    // where the text behind number and mark begins
}

// maxParts is how many parts a number such as 1.1.1 may have.
const maxParts = 5

// value is the number by which the label is ordered among its siblings.
func (l *label) value() int { return l.parts[max(l.count, 1)-1] }

// outlineWords are the words that name parts of a document before their number (NĐ 30/2020, Phụ lục I, mục II.6), longer ones
// first. Khoản is written by its number alone; with the word it is the same.
var outlineWords = []struct {
	word string
	kind OutlineKind
}{
	{"tiểu mục", OutlineSubsection}, {"phụ lục", OutlineAppendix}, {"chương", OutlineChapter}, {"phần", OutlinePart},
	{"mục", OutlineSection}, {"điều", OutlineArticle}, {"khoản", OutlineNumber}, {"bước", OutlineStep},
}

// outlineOrdinals are the numbers of parts in words: "Phần thứ hai".
var outlineOrdinals = []string{"nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"}

// outlineNumber returns the outline number that text begins with, without its final mark: "II", "1.1", "Điều 4", "Bước 1",
// "a)" gives "a". It returns "" if there is none.
func outlineNumber(text string) string {
	l, _ := readLabel(strings.TrimSpace(text))
	return l.written
}

// readLabel reads the outline number at the start of text. It takes what a heading may begin with; running text is asked more
// (see outlineWalk.stands).
func readLabel(text string) (label, bool) {
	for _, read := range [...]func(string) (label, bool){wordLabel, numberLabel, romanLabel, letterLabel} {
		if l, ok := read(text); ok {
			l.end += len(text[l.end:]) - len(strings.TrimLeft(text[l.end:], " \t\u00a0"))
			return l, true
		}
	}
	return label{}, false
}

// wordLabel reads "Điều 4", "Chương II", "Phần thứ nhất".
func wordLabel(text string) (label, bool) {
	for _, w := range outlineWords {
		n, ok := foldPrefix(text, w.word)
		if !ok || !strings.HasPrefix(text[n:], " ") {
			continue
		}
		l := label{kind: w.kind, count: 1}
		rest := text[n+1:]
		m := 0
		l.parts[0], m = leadingNumber(rest)
		switch {
		case m > 0 && m < len(rest) && 'a' <= rest[m] && rest[m] <= 'z':
			l.suffix = rest[m : m+1]
			m++
		case m == 0:
			m = romanNumber(rest)
			l.parts[0] = romanValue(rest[:m])
		}
		if m == 0 {
			l.parts[0], m = leadingOrdinal(rest)
		}
		if m == 0 {
			continue
		}
		l.written = text[:n+1+m]
		if l.readMark(text, ".:", ".:") {
			return l, true
		}
	}
	return label{}, false
}

// leadingNumber reads the digits at the start of text, up to five.
func leadingNumber(text string) (value, length int) {
	for length < len(text) && isDigit(text[length]) {
		if length == 5 {
			return 0, 0
		}
		value = value*10 + int(text[length]-'0')
		length++
	}
	return value, length
}

// leadingOrdinal reads "thứ nhất" at the start of text.
func leadingOrdinal(text string) (value, length int) {
	n, ok := foldPrefix(text, "thứ ")
	if !ok {
		return 0, 0
	}
	for i, word := range outlineOrdinals {
		if m, ok := foldPrefix(text[n:], word); ok {
			return i + 1, n + m
		}
	}
	return 0, 0
}

// numberLabel reads "1.", "1)", "1.1" and "1.1.". One number alone needs a mark behind it; "1.500" is an amount.
func numberLabel(text string) (label, bool) {
	l := label{kind: OutlineNumber}
	i := 0
	for {
		value, n := leadingNumber(text[i:])
		if n == 0 || n > 3 || n > 2 && l.count > 0 || l.count == maxParts {
			return l, false
		}
		l.parts[l.count] = value
		l.count++
		i += n
		if i+1 < len(text) && text[i] == '.' && isDigit(text[i+1]) {
			i++
			continue
		}
		break
	}
	l.written = text[:i]
	if !l.readMark(text, ".):/-–", ".):/") || l.mark == "" && l.count == 1 {
		return l, false
	}
	if l.count == 1 && l.mark[0] == ')' {
		l.kind = OutlineParenthesis
	}
	return l, true
}

// romanLabel reads "I.", as Party documents write it "I- ", and as older papers do "I/" and "I)". Numbers of L and C alone are letters of an alphabet.
func romanLabel(text string) (label, bool) {
	n := romanNumber(text)
	if n == 0 || text[0] == 'L' || text[0] == 'C' {
		return label{}, false
	}
	l := label{kind: OutlineRoman, written: text[:n], count: 1}
	l.parts[0] = romanValue(text[:n])
	return l, l.readMark(text, "./)-–", "./)") && l.mark != ""
}

// letterLabel reads "a)", "a." and, of the highest rank, "A.".
func letterLabel(text string) (label, bool) {
	r, n := utf8.DecodeRuneInString(text)
	value := letterValue(unicode.ToLower(r))
	if value == 0 {
		return label{}, false
	}
	l := label{kind: OutlinePoint, written: text[:n], count: 1}
	l.parts[0] = value
	if unicode.IsUpper(r) {
		l.kind = OutlineLetter
	}
	return l, l.readMark(text, ".)-–", ".)") && l.mark != ""
}

// readMark reads the mark behind a number, and reports whether what follows can follow an outline number: nothing or a space.
// A dash is a mark only before a capital ("1- Nội dung"), and "5 - 10" is a range.
func (l *label) readMark(text, marks, plain string) bool {
	rest := text[len(l.written):]
	after := strings.TrimLeft(rest, marks)
	l.mark = rest[:len(rest)-len(after)]
	l.end = len(l.written) + len(l.mark)
	if strings.Trim(l.mark, plain) != "" {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " "))
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return endsNumber(after)
}

// endsNumber reports whether rest may follow an outline number: nothing or a space.
func endsNumber(rest string) bool {
	return rest == "" || isSpaceByte(rest[0]) || strings.HasPrefix(rest, "\u00a0")
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

// letters are the letters by which points may be counted. The alphabet of official papers has no f, j, w and z
// (NĐ 30/2020, Phụ lục I, mục II.6); who counts with them leaves out đ.
const letters = "abcdđefghijklmnopqrstuvwxyz"

// letterValue returns the place of a small letter in letters, from 1; 0 for any other.
func letterValue(r rune) int {
	value := 0
	for _, c := range letters {
		value++
		if c == r {
			return value
		}
	}
	return 0
}

// letterAt is the inverse of letterValue.
func letterAt(value int) string {
	for _, c := range letters {
		if value--; value == 0 {
			return string(c)
		}
	}
	return ""
}

// isForeignLetter reports whether a place in letters is that of f, j, w or z.
func isForeignLetter(value int) bool { return strings.Contains("fjwz", letterAt(value)) && value > 0 }

// romanNumber returns the length of the Roman number at the start of text, 0 if there is none up to 399.
func romanNumber(text string) int {
	n := 0
	for n < len(text) && strings.IndexByte("IVXLC", text[n]) >= 0 {
		n++
	}
	if n == 0 || n > 12 || n < len(text) && (text[n] >= utf8.RuneSelf || 'A' <= text[n]&^0x20 && text[n]&^0x20 <= 'Z') {
		return 0
	}
	if v := romanValue(text[:n]); v >= 400 || roman(v) != text[:n] {
		return 0
	}
	return n
}

// romanDigits are the parts of Roman numbers, large to small.
var romanDigits = []struct {
	text  string
	value int
}{{"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}}

// romanValue adds up a Roman number; text need not be well formed.
func romanValue(text string) int {
	value := 0
	for _, d := range romanDigits {
		for strings.HasPrefix(text, d.text) {
			value += d.value
			text = text[len(d.text):]
		}
	}
	return value
}

// roman writes a number as a Roman one.
func roman(value int) string {
	var b strings.Builder
	for _, d := range romanDigits {
		for value >= d.value {
			b.WriteString(d.text)
			value -= d.value
		}
	}
	return b.String()
}
