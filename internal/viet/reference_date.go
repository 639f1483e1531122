package viet

import "strings"

// readDate reads the date behind the number: "ngày 05/3/2026", ", ngày …", "(ký ngày …)", "được ban hành ngày …", "(05/3/2026)",
// "tháng 3/2026", or the year alone: "năm 2025". One that several numbers share is given to all of them ("cùng ngày …").
func (f *finder) readDate(c *citation) {
	if !c.ref.Issued.IsZero() {
		return
	}
	if at, ok := f.sameDay(c.end); ok {
		f.shareDate(c, at)
		return
	}
	if t, ok := f.dateBehind(c.end, true); ok {
		c.setDate(t)
		c.end = t.end
		f.closeBracket(c)
	}
}

// dateBehind reads the date of issue behind a number or issuer that ends at s[end]. A month or year behind a comma may belong to
// what follows ("…, năm 2025 các đơn vị rà soát"), unless the issuer does. short says that a year may be missing.
func (f *finder) dateBehind(end int, short bool) (dateToken, bool) {
	i := end
	for n := 0; n < 6 && i < len(f.s) && (isBlank(f.s[i]) || f.s[i] == ',' || f.s[i] == '('); n++ {
		i++
	}
	gap := f.s[end:i]
	i, issued := f.skipIssuing(i)
	t, ok := scanDate(f.s, i)
	day, dayOK := cutWord(f.s, i, "ngày")
	switch {
	case dayOK && !ok && short:
		if t, ok = scanShortDate(f.s, day); ok && t.Year == 0 && strings.Contains(gap, ",") {
			ok = f.namesOrgan(skipGap(f.s, t.end))
		}
		return t, ok
	case dayOK || !ok:
		return t, ok
	case isDigit(f.s[i]):
		return t, strings.HasSuffix(gap, "(") && t.end < len(f.s) && f.s[t.end] == ')'
	case !short || !startsLower(f.s, i):
		return t, issued
	}
	return t, issued || !strings.Contains(gap, ",") || f.namesOrgan(skipGap(f.s, t.end))
}

// skipIssuing steps over words that say that a document was issued, before the day of it.
func (f *finder) skipIssuing(i int) (next int, issued bool) {
	for _, word := range [...]string{"được", "đã", "ký", "ban hành"} {
		if end, ok := cutWord(f.s, i, word); ok {
			i, issued = skipSpaces(f.s, end), true
		}
	}
	return i, issued
}

// scanShortDate reads day and month behind "ngày", and the year if it has two figures: 24/11, 03/3/26. Papers of our time were
// issued after 1950.
func scanShortDate(s string, i int) (dateToken, bool) {
	i = skipSpaces(s, i)
	day, end := scanFigures(s, i, 2)
	next := skipSpaces(s, end)
	if end == i || next >= len(s) {
		return dateToken{}, false
	}
	j, inWords := cutWord(s, next, "tháng")
	if !inWords {
		if !isDateMark(s[next]) || next > end {
			return dateToken{}, false
		}
		j = next + 1
	}
	j = skipSpaces(s, j)
	month, last := scanFigures(s, j, 2)
	if last == j {
		return dateToken{}, false
	}
	t := dateToken{Date: Date{Day: dayFigure(day), Month: month}, end: last}
	if !inWords && last < len(s) && s[last] == s[next] {
		year, end := scanFigures(s, last+1, 2)
		if end == last+3 && endsFigures(s, end) {
			t.Year, t.end = 2000+year, end
			if year > 50 {
				t.Year = 1900 + year
			}
			last = end
		}
	}
	return t, endsFigures(s, last) && t.Possible()
}

// sameDay reports whether "cùng ngày" stands behind the number that ends at s[end], and where "ngày" begins.
func (f *finder) sameDay(end int) (at int, ok bool) {
	i := skipGap(f.s, end)
	if i < len(f.s) && f.s[i] == ',' {
		i = skipGap(f.s, i+1)
	}
	if at, ok = cutWord(f.s, i, "cùng"); !ok {
		return i, false
	}
	at = skipSpaces(f.s, at)
	_, ok = cutWord(f.s, at, "ngày")
	return at, ok
}

// shareDate gives the date at s[at], or where none is written that of the citation before, to all citations of the list that
// have none.
func (f *finder) shareDate(c *citation, at int) {
	t, ok := scanDate(f.s, at)
	if !ok || t.odd != dateGood {
		if n := len(f.found); n > 0 && f.joins(f.found[n-1].reach(), c.start) {
			c.ref.Issued = f.found[n-1].ref.Issued
		}
		return
	}
	next := c.start
	for k := len(f.found) - 1; k >= 0 && f.found[k].ref.Issued.IsZero() && f.joins(f.found[k].reach(), next); k-- {
		f.found[k].ref.Issued = t.Date
		next = f.found[k].start
	}
	c.setDate(t)
	c.end = t.end
}
