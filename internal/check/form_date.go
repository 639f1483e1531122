package check

import (
	"bytes"
	"fmt"
	"strconv"

	"antq/internal/content"
	"antq/internal/diag"
	"antq/internal/viet"
)

// dateForm examines the date of issue (NĐ 30/2020, Phụ lục I, II.4): it is there to the day, and not before the documents on
// which the document rests.
func (s *sheet) dateForm(a *content.Administrative, list *diag.List) {
	if a.Status != "expected" && !s.doc.Common.Draft {
		switch d := a.Issued; {
		case d.IsZero() && !s.refused("issued"):
			severe(s.report(list, "date-incomplete", "", s.key("issued", "number", "title")), a)
		case d.Precision() == content.YearPrecision:
			severe(s.report(list, "date-incomplete", "month", s.key("issued")), a)
		case d.Precision() == content.MonthPrecision:
			severe(s.report(list, "date-incomplete", "day", s.key("issued")), a)
		}
	}
	if a.Issued.IsZero() {
		return
	}
	for i := range a.Bases {
		issued := basisDate(&a.Bases[i])
		if !issued.IsZero() && a.Issued.Last().Compare(issued.First()) < 0 {
			s.report(list, "date-order", "", s.key(basisKey(i), "bases"), a.Issued.Words(), issued.Words())
		}
	}
}

// basisKey is the path of a basis among the keys.
func basisKey(i int) string { return "bases." + strconv.Itoa(i) }

// writtenDates examines the dates in the text: zeros before days below 10 and months 1 and 2 alone (NĐ 30/2020, Phụ lục I,
// II.4), days that the calendar does not have, and a day that was left blank.
func (s *sheet) writtenDates(list *diag.List) {
	for i := 0; ; {
		n := bytes.IndexByte(s.text[i:], '/')
		if n < 0 {
			break
		}
		i += n + 1
		if d, ok := s.slashDate(i - 1); ok {
			s.judgeDate(d, list)
			i = d.to
		}
	}
	for k, w := range s.words {
		b := s.at(w)
		if len(b) != len("ngày") || string(b[1:]) != "gày" || k+1 >= len(s.words) || string(s.at(s.words[k+1])) != "tháng" {
			continue
		}
		if d, ok := s.wordDate(int(w.to), int(s.words[k+1].from)); ok {
			s.judgeDate(d, list)
		} else {
			s.blankDay(k, list)
		}
	}
}

// writtenDate is a full date as it is written; the stretches are those of day and month.
type writtenDate struct {
	stretch
	day, month     stretch
	dayIs, monthIs int
	year           int
}

// slashDate reads 05/3/2026 around its first slash. It is none where more figures, a slash or a symbol stand beside it.
func (s *sheet) slashDate(slash int) (writtenDate, bool) {
	t := s.text
	from := slash
	for from > 0 && isDigit(t[from-1]) && slash-from < 3 {
		from--
	}
	second := slash + 1
	for second < len(t) && isDigit(t[second]) {
		second++
	}
	if n := slash - from; n < 1 || n > 2 || second-slash < 2 || second-slash > 3 || second >= len(t) || t[second] != '/' {
		return writtenDate{}, false
	}
	to := second + 1
	for to < len(t) && isDigit(t[to]) {
		to++
	}
	if to-second != 5 || to < len(t) && (t[to] == '/' || t[to] == '-' || isLetterStart(t[to])) {
		return writtenDate{}, false
	}
	if from > 0 && (t[from-1] == '/' || t[from-1] == '-' || t[from-1] == '.' || isWordByte(t[from-1])) {
		return writtenDate{}, false
	}
	return s.readDate(stretch{from, to}, stretch{from, slash}, stretch{slash + 1, second}, stretch{second + 1, to}), true
}

// wordDate reads "05 tháng 3 năm 2026" behind the word ngày.
func (s *sheet) wordDate(from, monthWord int) (writtenDate, bool) {
	day := s.figures(from)
	if day.to == day.from || s.beginning(day.to, monthWord) != monthWord {
		return writtenDate{}, false
	}
	month := s.figures(monthWord + len("tháng"))
	at := s.beginning(month.to, len(s.text))
	if month.to == month.from || !bytes.HasPrefix(s.text[at:], []byte("năm ")) {
		return writtenDate{}, false
	}
	year := s.figures(at + len("năm "))
	if year.to-year.from != 4 || day.to-day.from > 2 || month.to-month.from > 2 {
		return writtenDate{}, false
	}
	return s.readDate(stretch{day.from, year.to}, day, month, year), true
}

// figures returns the figures behind an offset and white space.
func (s *sheet) figures(from int) stretch {
	from = s.beginning(from, len(s.text))
	to := from
	for to < len(s.text) && isDigit(s.text[to]) {
		to++
	}
	return stretch{from, to}
}

func (s *sheet) readDate(whole, day, month, year stretch) writtenDate {
	d := writtenDate{stretch: whole, day: day, month: month}
	number := func(p stretch) int { n, _ := strconv.Atoi(string(s.text[p.from:p.to])); return n }
	d.dayIs, d.monthIs, d.year = number(day), number(month), number(year)
	return d
}

// judgeDate reports a date that cannot be, or whose zeros are not those of the form.
func (s *sheet) judgeDate(d writtenDate, list *diag.List) {
	typed := s.plain(d.from, d.to)
	if !viet.Valid(d.year, d.monthIs, d.dayIs) {
		s.add(list, "date-order", "impossible", d.from, d.to, typed)
		return
	}
	day, month := fmt.Sprintf("%02d", d.dayIs), strconv.Itoa(d.monthIs)
	if d.monthIs <= 2 {
		month = "0" + month
	}
	var edits []diag.Edit
	for _, part := range []struct {
		at   stretch
		text string
	}{{d.day, day}, {d.month, month}} {
		if string(s.text[part.at.from:part.at.to]) != part.text {
			edits = append(edits, s.edit(part.at.from, part.at.to, part.text))
		}
	}
	if len(edits) == 0 || d.year < firstFormYear {
		return
	}
	right := s.plain(d.from, d.day.from) + day + s.plain(d.day.to, d.month.from) + month + s.plain(d.month.to, d.to)
	p := diag.New("date-form", "", s.file, s.span(d.from, d.to), typed, right)
	if !s.quoted(d.from) {
		p.Fix = &diag.Fix{Edits: edits}
	}
	list.Add(p)
}

// firstFormYear is the year from which dates are printed in today's form (Thông tư 55/2005/TTLT-BNV-VPCP, then NĐ 30/2020).
const firstFormYear = 2005

// plain returns text without marks, on one line.
func (s *sheet) plain(from, to int) string {
	out := bytes.ReplaceAll(bytes.ReplaceAll(s.text[from:to], []byte{clear}, nil), []byte{opaque}, nil)
	return string(bytes.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return r
	}, out))
}

// blankDay reports "ngày … tháng 5 năm 2026" and, behind the place, "Lạng Sơn, ngày tháng 5 năm 2026".
func (s *sheet) blankDay(k int, list *diag.List) {
	day, month := s.words[k], s.words[k+1]
	blank := false
	for _, r := range string(s.text[day.to:month.from]) {
		switch r {
		case '.', '…', '_':
			blank = true
		case ' ', '\t':
		default:
			return
		}
	}
	before := s.ending(0, int(day.from))
	if !blank && (before == 0 || s.text[before-1] != ',') {
		return
	}
	from, to := int(day.from), int(month.to)
	figures := s.figures(to)
	if figures.from == figures.to || bytes.IndexByte(s.text[to:figures.from], '\n') >= 0 {
		if !blank || k+2 >= len(s.words) || string(s.at(s.words[k+2])) != "năm" {
			return
		}
	} else {
		to = figures.to
	}
	s.add(list, "date-incomplete", "blank", from, to, s.plain(from, to))
}
