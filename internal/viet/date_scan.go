package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A dateToken is a date found in a view.
type dateToken struct {
	Date
	end   int
	blank bool // a day or month was left to be written in by hand
	odd   dateFault
}

// A dateFault says why figures in the shape of a date are none.
type dateFault int

const (
	dateGood       dateFault = iota
	dateImpossible           // 31/02/2026
	dateBackwards            // month or year before the day: 5/13/2026, 2026/5/1
)

// scanDate reads the date that begins at s[i] with one of the words ngày,
// tháng, năm or with a figure. A token with a fault is returned too, so that
// the caller can step over it.
func scanDate(s string, i int) (dateToken, bool) {
	if !startsWord(s, i) {
		return dateToken{}, false
	}
	if j, ok := cutWord(s, i, "ngày"); ok {
		return scanDayDate(s, j)
	}
	if j, ok := cutWord(s, i, "tháng"); ok {
		return scanMonthDate(s, skipSpaces(s, j), dateToken{})
	}
	if j, ok := cutWord(s, i, "năm"); ok {
		j = skipSpaces(s, j)
		if year, end := scanFigures(s, j, 4); end == j+4 && plausibleYear(year) && endsFigures(s, end) {
			return dateToken{Date: Date{Year: year}, end: end}, true
		}
		return dateToken{}, false
	}
	if i < len(s) && isDigit(s[i]) {
		return scanFigureDate(s, i)
	}
	return dateToken{}, false
}

// scanDayDate reads what follows the word ngày: a day or the blank for one,
// then month and year.
func scanDayDate(s string, i int) (dateToken, bool) {
	i = skipFill(s, i)
	var t dateToken
	day, end := scanFigures(s, i, 2)
	if end > i {
		t.Day = dayFigure(day)
		next := skipSpaces(s, end)
		if next < len(s) && isDateMark(s[next]) {
			return scanMonthDate(s, next+1, t)
		}
		if j, ok := cutWord(s, next, "tháng"); ok {
			return scanMonthDate(s, j, t)
		}
		return t, false
	}
	t.blank = true
	if i < len(s) && s[i] == '/' {
		return scanMonthDate(s, i+1, t)
	}
	if j, ok := cutWord(s, i, "tháng"); ok {
		return scanMonthDate(s, j, t)
	}
	return t, false
}

// scanMonthDate reads month, separator and year. A month left blank takes the
// day with it, since a day without a month says nothing.
func scanMonthDate(s string, i int, t dateToken) (dateToken, bool) {
	from := skipSpaces(s, i)
	month, end := scanFigures(s, from, 2)
	known := end > from
	if known {
		t.Month = month
	} else {
		end = skipFill(s, i)
		t.Day, t.blank = 0, true
	}
	next := skipSpaces(s, end)
	if next < len(s) && isDateMark(s[next]) {
		next = skipSpaces(s, next+1)
	} else {
		if next < len(s) && s[next] == ',' {
			next = skipSpaces(s, next+1)
		}
		j, ok := cutWord(s, next, "năm")
		if !ok {
			return t, false
		}
		next = skipSpaces(s, j)
	}
	return t.scanYear(s, next, known)
}

func (t dateToken) scanYear(s string, i int, hasMonth bool) (dateToken, bool) {
	year, end := scanFigures(s, i, 4)
	if end != i+4 || !plausibleYear(year) || !endsFigures(s, end) {
		return t, false
	}
	t.Year, t.end = year, end
	switch {
	case t.Possible() && (t.Month > 0 || !hasMonth):
	case t.Month > 12 && t.Day > 0 && t.Day <= 12:
		t.odd = dateBackwards
	default:
		t.odd = dateImpossible
	}
	return t, true
}

// scanFigureDate reads a date without words: 05/3/2026, 01-10-1997, 2026-05-20.
func scanFigureDate(s string, i int) (dateToken, bool) {
	first, end := scanFigures(s, i, 4)
	if end == i+4 && end < len(s) && (s[end] == '-' || s[end] == '/') {
		return scanYearFirst(s, i, first)
	}
	if end > i+2 || end >= len(s) || !isDateMark(s[end]) {
		return dateToken{}, false
	}
	mark := s[end]
	month, next := scanFigures(s, end+1, 2)
	if next == end+1 || next >= len(s) || s[next] != mark {
		return dateToken{}, false
	}
	t := dateToken{Date: Date{Month: month, Day: dayFigure(first)}}
	return t.scanYear(s, next+1, true)
}

// dayFigure keeps a printed day 00 from being taken for an unknown day.
func dayFigure(day int) int {
	if day == 0 {
		return 99
	}
	return day
}

// scanYearFirst reads ISO 8601, which is in order, and 2026/5/1, which is not.
func scanYearFirst(s string, i, year int) (dateToken, bool) {
	mark := s[i+4]
	month, next := scanFigures(s, i+5, 2)
	if next == i+5 || next >= len(s) || s[next] != mark {
		return dateToken{}, false
	}
	day, end := scanFigures(s, next+1, 2)
	if end == next+1 || !endsFigures(s, end) || !plausibleYear(year) {
		return dateToken{}, false
	}
	t := dateToken{Date: Date{Year: year, Month: month, Day: day}, end: end}
	switch {
	case mark != '-' || next != i+7 || end != next+3:
		t.odd = dateBackwards
	case !Valid(year, month, day):
		t.odd = dateImpossible
	}
	return t, true
}

// scanFigures reads at most limit figures and returns their value and end.
func scanFigures(s string, i, limit int) (value, end int) {
	end = i
	for end < len(s) && end-i < limit && isDigit(s[end]) {
		value = value*10 + int(s[end]-'0')
		end++
	}
	return value, end
}

func isDateMark(c byte) bool { return c == '/' || c == '-' || c == '.' }

func plausibleYear(year int) bool { return 1000 <= year && year <= 2999 }

// endsFigures reports whether a run of figures ends at s[i] for good: 2026/5 and
// 2026.500 go on.
func endsFigures(s string, i int) bool {
	if i >= len(s) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	if isDigitRune(r) || unicode.IsLetter(r) {
		return false
	}
	return !isDateMark(s[i]) || i+1 >= len(s) || !isDigit(s[i+1])
}

// startsWord reports whether no letter, figure or mark that joins figures stands
// before s[i].
func startsWord(s string, i int) bool {
	if i == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	switch r {
	case '/', '-', '.', ',', '_':
		// A mark after a word is punctuation: "(Lạng Sơn,05/3/2026".
		return i < 2 || !isDigit(s[i-2]) && r != '/'
	}
	return !unicode.IsLetter(r) && !isDigitRune(r)
}

// cutWord reports whether the word, given in small letters, stands at s[i] in
// any case, and where it ends. A letter may not follow.
func cutWord(s string, i int, word string) (int, bool) {
	if len(s)-i < len(word) {
		return i, false
	}
	end := i + len(word)
	if s[i:end] != word && !strings.EqualFold(s[i:end], word) {
		return i, false
	}
	if end < len(s) {
		if r, _ := utf8.DecodeRuneInString(s[end:]); unicode.IsLetter(r) {
			return i, false
		}
	}
	return end, true
}

func skipSpaces(s string, i int) int {
	for i < len(s) && isBlank(s[i]) {
		i++
	}
	return i
}
