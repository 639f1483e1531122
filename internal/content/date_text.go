package content

import (
	"strconv"
	"strings"

	"antq/internal/viet"
)

// A dateFault is a reason of the code "invalid-date".
type dateFault string

// The reasons for which a text is no date.
const (
	dateRead       dateFault = "-"           // none: the text was read
	dateForm       dateFault = ""            // no date at all
	dateNoSuchDay  dateFault = "no-such-day" // 31/02/2026
	dateMonthFirst dateFault = "month-first" // 5/13/2026
	dateYearFirst  dateFault = "year-first"  // 2026/5/1
	dateShortYear  dateFault = "short-year"  // 20/5/26
	dateNoYear     dateFault = "no-year"     // 20/5
	dateDay        dateFault = "day-month"   // 31/04 where a day of every year is asked for
	dateClock      dateFault = "clock"       // 2026-05-20 25:00
	dateOrder      dateFault = "order"       // a period that ends before it begins
	dateUneven     dateFault = "uneven"      // a period from a month to a year
	dateNeedsEvery dateFault = "needs-every" // 05/11 for a task that is not yearly
)

// years of a campaign and of everything it may cite.
const firstYear, lastYear = 1900, 2199

// ParseDate reads a date in one of the accepted forms and keeps the precision it is written in:
//
//	2026-05-20   2026-05   2026   20/5/2026   05/2026
//	2026-05-20T08:00+07:00   2026-05-20 08:00   20/5/2026 8h30
//
// A time without an offset is +07:00. It reports false for anything else.
func ParseDate(s string) (Date, bool) {
	d, fault := readDate(s)
	return d, fault == dateRead
}

func readDate(s string) (Date, dateFault) {
	s = strings.TrimSpace(s)
	day, clock := s, ""
	if i := strings.IndexAny(s, "T "); i > 0 {
		day, clock = s[:i], strings.TrimSpace(s[i+1:])
		if clock == "" {
			return Date{}, dateForm
		}
	}
	d, fault := readDay(day)
	if fault != dateRead || clock == "" {
		return d, fault
	}
	if d.Day == 0 {
		return Date{}, dateForm
	}
	return readMoment(d, clock)
}

// readMoment adds a clock, with or without an offset, to a full date.
func readMoment(d Date, s string) (Date, dateFault) {
	d.HasTime, d.Offset = true, vietnamOffset
	if rest, utc := strings.CutSuffix(s, "Z"); utc {
		s, d.Offset = rest, 0
	} else if i := strings.LastIndexAny(s, "+-"); i > 0 {
		h, m, ok := readClock(s[i+1:])
		if !ok || h > 14 {
			return Date{}, dateClock
		}
		d.Offset = h*60 + m
		if s[i] == '-' {
			d.Offset = -d.Offset
		}
		s = strings.TrimSpace(s[:i])
	}
	// Seconds are taken, as programs write them, and dropped.
	if strings.Count(s, ":") == 2 {
		i := strings.LastIndexByte(s, ':')
		if sec, ok := figures(s[i+1:], 2, 2); !ok || sec > 59 {
			return Date{}, dateClock
		}
		s = s[:i]
	}
	h, m, ok := readClock(s)
	if !ok {
		return Date{}, dateClock
	}
	d.Hour, d.Minute = h, m
	return d, dateRead
}

// readDay reads a date without a time.
func readDay(s string) (Date, dateFault) {
	sep := strings.IndexAny(s, "-/.")
	if sep < 0 {
		y, ok := figures(s, 4, 4)
		if !ok || y < firstYear || y > lastYear {
			return Date{}, dateForm
		}
		return Date{Year: y}, dateRead
	}
	parts := strings.Split(s, s[sep:sep+1])
	if len(parts) > 3 {
		return Date{}, dateForm
	}
	var n [3]int
	for i, p := range parts {
		v, ok := figures(p, 1, 4)
		if !ok {
			return Date{}, dateForm
		}
		n[i] = v
	}
	first, last := len(parts[0]), len(parts[len(parts)-1])
	switch {
	case first == 4 && s[sep] == '-': // 2026-05, 2026-05-20
		for _, p := range parts[1:] {
			if len(p) != 2 {
				return Date{}, dateForm
			}
		}
		return calendarDate(n[0], n[1], n[2], len(parts))
	case first == 4:
		return Date{}, dateYearFirst
	case s[sep] != '/' || first > 2 || len(parts) == 3 && len(parts[1]) > 2:
		return Date{}, dateForm
	case last <= 2 && len(parts) == 2:
		return Date{}, dateNoYear
	case last != 4:
		return Date{}, dateShortYear
	case len(parts) == 2: // 05/2026
		return calendarDate(n[1], n[0], 0, 2)
	case n[1] > 12 && n[0] <= 12 && n[1] <= 31:
		return Date{}, dateMonthFirst
	}
	return calendarDate(n[2], n[1], n[0], 3)
}

// calendarDate checks the parts of a date; parts says how many were written.
func calendarDate(y, m, d, parts int) (Date, dateFault) {
	switch {
	case y < firstYear || y > lastYear:
		return Date{}, dateForm
	case m < 1 || m > 12:
		return Date{}, dateNoSuchDay
	case parts == 3 && (d < 1 || d > viet.DaysIn(y, m)):
		return Date{}, dateNoSuchDay
	}
	return Date{Year: y, Month: m, Day: d}, dateRead
}

// ParseDayMonth reads a day of every year: "05/11", "5/11", "29/02".
func ParseDayMonth(s string) (DayMonth, bool) {
	d, fault := readDayMonth(s)
	return d, fault == dateRead
}

func readDayMonth(s string) (DayMonth, dateFault) {
	a, b, ok := strings.Cut(strings.TrimSpace(s), "/")
	if !ok {
		return DayMonth{}, dateDay
	}
	day, ok1 := figures(a, 1, 2)
	month, ok2 := figures(b, 1, 2)
	if !ok1 || !ok2 || month < 1 || month > 12 || day < 1 || day > viet.DaysIn(0, month) {
		return DayMonth{}, dateDay
	}
	return DayMonth{Day: day, Month: month}, dateRead
}

// ParsePeriod reads "2026", "2025-2030" or "2025 - 2030".
func ParsePeriod(s string) (Period, bool) {
	p, fault := readPeriod(s)
	return p, fault == dateRead
}

func readPeriod(s string) (Period, dateFault) {
	s = strings.TrimSpace(strings.ReplaceAll(s, "–", "-"))
	a, b, two := strings.Cut(s, "-")
	if !two {
		d, fault := readDay(s)
		return Period{From: d}, fault
	}
	from, ok1 := figures(strings.TrimSpace(a), 4, 4)
	to, ok2 := figures(strings.TrimSpace(b), 4, 4)
	if !ok1 || !ok2 {
		d, fault := readDay(s) // one month or day: 2026-05
		return Period{From: d}, fault
	}
	return periodOf(Date{Year: from}, Date{Year: to})
}

// periodOf checks that a period ends after it begins.
func periodOf(from, to Date) (Period, dateFault) {
	for _, d := range []Date{from, to} {
		if !d.IsZero() && (d.Year < firstYear || d.Year > lastYear) {
			return Period{}, dateForm
		}
	}
	if !from.IsZero() && !to.IsZero() && from.Precision() != to.Precision() {
		return Period{}, dateUneven
	}
	if !from.IsZero() && !to.IsZero() && to.Last().Compare(from.First()) < 0 {
		return Period{}, dateOrder
	}
	return Period{From: from, To: to}, dateRead
}

// readClock reads a time of day: "8h30", "8h", "08:30", "8:30".
func readClock(s string) (hour, minute int, ok bool) {
	s = strings.TrimSpace(s)
	sep := strings.IndexAny(s, ":hHg")
	if sep < 0 {
		return 0, 0, false
	}
	hour, ok = figures(s[:sep], 1, 2)
	rest := s[sep+1:]
	if !ok || hour > 23 {
		return 0, 0, false
	}
	if rest == "" && s[sep] != ':' {
		return hour, 0, true
	}
	minute, ok = figures(rest, 2, 2)
	return hour, minute, ok && minute < 60
}

// readAgendaTime reads the time of an agenda item and writes it in one form: "08:15" or "08:15-09:30".
func readAgendaTime(s string) (string, bool) {
	s = strings.ReplaceAll(s, "–", "-")
	a, b, two := strings.Cut(s, "-")
	h, m, ok := readClock(a)
	if !ok {
		return "", false
	}
	out := clockText(h, m)
	if !two {
		return out, true
	}
	h2, m2, ok := readClock(b)
	if !ok || h2*60+m2 < h*60+m {
		return "", false
	}
	return out + "-" + clockText(h2, m2), true
}

func clockText(h, m int) string {
	return string([]byte{byte('0' + h/10), byte('0' + h%10), ':', byte('0' + m/10), byte('0' + m%10)})
}

// figures reads a number of lo to hi decimal digits.
func figures(s string, lo, hi int) (int, bool) {
	if len(s) < lo || len(s) > hi {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}
