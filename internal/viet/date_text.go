package viet

import (
	"errors"
	"strings"
)

// The reasons why a text is not a date.
var (
	ErrNotDate  = errors.New("not a date with a year")
	ErrNoSuch   = errors.New("the calendar has no such date")
	ErrDayFirst = errors.New("the day stands first in a date, then month and year")
	ErrBackward = errors.New("the span ends before it begins")
)

// FindDate returns the first date with a year in running text and its byte
// offsets: "ngày 05 tháng 01 năm 2026", "05/3/2026", "01-10-1997", "tháng
// 5/2026", "năm 2026". A day left blank ("ngày … tháng 5 năm 2026") gives a date
// of the precision that is there. What the calendar does not have, and a day
// and month without a year, are stepped over.
func FindDate(text string) (d Date, start, end int, ok bool) {
	v := newView(text)
	for i := 0; i < len(v.s); i++ {
		switch c := v.s[i]; {
		case isDigit(c), c == 'n', c == 'N', c == 't', c == 'T':
		default:
			continue
		}
		t, found := scanDate(v.s, i)
		switch {
		case found && t.odd == dateGood:
			start, end = v.span(i, t.end)
			return t.Date, start, end, true
		case found:
			i = t.end - 1
		case isDigit(v.s[i]):
			i = skipDigits(v.s, i) - 1
		}
	}
	return Date{}, 0, 0, false
}

// ParseDate reads a text that is one date and nothing else: every form of
// [FindDate], and without words "5/2026", "2026" and ISO 8601 ("2026-05-20",
// "2026-05"). Day and month always stand in this order. The error is
// [ErrNotDate], [ErrNoSuch] or [ErrDayFirst].
func ParseDate(s string) (Date, error) {
	text := strings.TrimSpace(newView(s).s)
	if t, ok := scanDate(text, 0); ok {
		switch {
		case t.odd == dateImpossible:
			return Date{}, ErrNoSuch
		case t.odd == dateBackwards:
			return Date{}, ErrDayFirst
		case t.end == len(text):
			return t.Date, nil
		}
		return Date{}, ErrNotDate
	}
	return parseBareMonth(text)
}

// parseBareMonth reads 2026, 5/2026 and 2026-05, which in running text could be
// anything.
func parseBareMonth(text string) (Date, error) {
	first, rest, both := strings.Cut(text, "/")
	month, year := first, rest
	if !both {
		year, month, both = strings.Cut(text, "-")
	}
	if !both {
		month, year = "", text
	}
	if len(year) != 4 || skipDigits(year, 0) != 4 || len(month) > 2 ||
		both && month == "" || skipDigits(month, 0) != len(month) {
		return Date{}, ErrNotDate
	}
	d := Date{Year: atoi(year), Month: atoi(month)}
	if both && d.Month == 0 || !d.Possible() {
		return Date{}, ErrNoSuch
	}
	return d, nil
}

// A Phrase is what a few words say about time.
type Phrase struct {
	From   Date // the date, or the first of a span
	To     Date // the last of a span, else zero
	Yearly bool // "hằng năm": From has no year
	Strict bool // "trước ngày …": the last day is the day before
}

// ParsePhrase reads a text about time as plans write it: a date as [ParseDate]
// does, with "trước" or "trong" before it; a span of years ("giai đoạn 2025 -
// 2030", "từ năm 2025 đến năm 2030"); a day or month of every year ("trước ngày
// 15/12 hàng năm"); a day with "trước" whose year is left out ("trước ngày
// 05/11"). The errors are those of ParseDate and [ErrBackward].
func ParsePhrase(s string) (Phrase, error) {
	text := strings.Join(strings.Fields(newView(s).s), " ")
	var p Phrase
	if rest, ok := cutWord(text, 0, "trước"); ok {
		p.Strict = true
		text = strings.TrimSpace(text[rest:])
	} else if rest, ok := cutWord(text, 0, "trong"); ok {
		text = strings.TrimSpace(text[rest:])
	}
	for _, yearly := range [...]string{"hàng năm", "hằng năm"} {
		if rest, ok := strings.CutSuffix(text, yearly); ok {
			p.Yearly = true
			text = strings.TrimSpace(rest)
			break
		}
	}
	if p.Yearly || p.Strict {
		if d, ok := parseDayMonth(text); ok {
			p.From = d
			if !d.Possible() && d.Day > 0 {
				return Phrase{}, ErrNoSuch
			}
			return p, nil
		}
		if p.Yearly {
			return Phrase{}, ErrNotDate
		}
	}
	if from, to, ok := parseYears(text); ok {
		p.From, p.To = from, to
		if to.Year < from.Year {
			return Phrase{}, ErrBackward
		}
		return p, nil
	}
	d, err := ParseDate(text)
	p.From = d
	if err != nil {
		return Phrase{}, err
	}
	return p, nil
}

// parseDayMonth reads "15/12", "ngày 15/12", "ngày 15 tháng 12", "tháng 11".
func parseDayMonth(text string) (Date, bool) {
	i := 0
	if j, ok := cutWord(text, 0, "ngày"); ok {
		i = skipSpaces(text, j)
	} else if j, ok := cutWord(text, 0, "tháng"); ok {
		j = skipSpaces(text, j)
		month, end := scanFigures(text, j, 2)
		return Date{Month: month}, end > j && end == len(text) && 1 <= month && month <= 12
	}
	day, end := scanFigures(text, i, 2)
	if end == i || day == 0 {
		return Date{}, false
	}
	next := skipSpaces(text, end)
	if j, ok := cutWord(text, next, "tháng"); ok {
		next = skipSpaces(text, j)
	} else if next < len(text) && isDateMark(text[next]) {
		next++
	} else {
		return Date{}, false
	}
	month, last := scanFigures(text, next, 2)
	return Date{Month: month, Day: day}, last > next && last == len(text) && month > 0
}

// parseYears reads "2025-2030", "giai đoạn 2025 - 2030", "từ năm 2025 đến năm
// 2030".
func parseYears(text string) (from, to Date, ok bool) {
	i := 0
	for _, word := range [...]string{"giai đoạn", "từ", "năm"} {
		if j, ok := cutWord(text, i, word); ok {
			i = skipSpaces(text, j)
		}
	}
	first, end := scanFigures(text, i, 4)
	next := skipSpaces(text, end)
	switch j, word := cutWord(text, next, "đến"); {
	case end != i+4 || next >= len(text):
		return from, to, false
	case word:
		next = j
	case text[next] == '-':
		next++
	default:
		return from, to, false
	}
	next = skipSpaces(text, next)
	if j, ok := cutWord(text, next, "năm"); ok {
		next = skipSpaces(text, j)
	}
	last, end := scanFigures(text, next, 4)
	return Date{Year: first}, Date{Year: last}, end == next+4 && end == len(text)
}
