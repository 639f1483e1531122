package content

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"antq/internal/viet"
)

// Date is a day of the Gregorian calendar with the precision it was written in, optionally with a time of day. Missing
// parts are 0: {2026, 5, 0} is May 2026. The zero Date means "not typed".
type Date struct {
	Year, Month, Day int
	HasTime          bool
	Hour, Minute     int
	Offset           int // minutes east of UTC, only with HasTime; 420 for +07:00
}

// vietnamOffset is the time zone of the country, in minutes east of UTC.
const vietnamOffset = 7 * 60

// Precision says how much of a date was written.
type Precision uint8

// The precisions of a date, coarse to fine.
const (
	NoPrecision Precision = iota
	YearPrecision
	MonthPrecision
	DayPrecision
	TimePrecision
)

// IsZero reports whether no date was typed.
func (d Date) IsZero() bool { return d.Year == 0 }

// Precision says how much of the date was written.
func (d Date) Precision() Precision {
	switch {
	case d.Year == 0:
		return NoPrecision
	case d.Month == 0:
		return YearPrecision
	case d.Day == 0:
		return MonthPrecision
	case d.HasTime:
		return TimePrecision
	}
	return DayPrecision
}

// Full reports whether the day is known.
func (d Date) Full() bool { return d.Day != 0 }

// Compare orders dates. A missing part sorts as the first of its range and before the full date of that day; so does a
// day without a time. Times are compared as they stand on the clock, whatever their offset, as the days are.
func (d Date) Compare(o Date) int {
	return cmp.Or(
		cmp.Compare(d.Year, o.Year),
		cmp.Compare(max(d.Month, 1), max(o.Month, 1)),
		cmp.Compare(max(d.Day, 1), max(o.Day, 1)),
		cmp.Compare(d.Precision(), o.Precision()),
		cmp.Compare(d.Hour, o.Hour),
		cmp.Compare(d.Minute, o.Minute),
	)
}

// First returns the first day that the date covers, without a time: 1 May for May 2026. The zero Date stays zero.
func (d Date) First() Date {
	if d.IsZero() {
		return Date{}
	}
	return Date{Year: d.Year, Month: max(d.Month, 1), Day: max(d.Day, 1)}
}

// Last returns the last day that the date covers, without a time: 31 May for May 2026. The zero Date stays zero.
func (d Date) Last() Date {
	switch d.Precision() {
	case NoPrecision:
		return Date{}
	case YearPrecision:
		return Date{Year: d.Year, Month: 12, Day: 31}
	case MonthPrecision:
		return Date{Year: d.Year, Month: d.Month, Day: viet.DaysIn(d.Year, d.Month)}
	}
	return Date{Year: d.Year, Month: d.Month, Day: d.Day}
}

// Time returns the moment at which the date begins: its clock where one was written, else 00:00 +07:00 of its first day.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	f := d.First()
	offset := vietnamOffset
	if d.HasTime {
		offset = d.Offset
	}
	return time.Date(f.Year, time.Month(f.Month), f.Day, d.Hour, d.Minute, 0, 0, zone(offset))
}

// DateOf returns the day on which the moment falls in Việt Nam (+07:00).
func DateOf(t time.Time) Date {
	t = t.In(zone(vietnamOffset))
	return Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// AddDays returns the day n days later, counted from the first day of the date and without a time.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return Date{}
	}
	f := d.First()
	t := time.Date(f.Year, time.Month(f.Month), f.Day+n, 0, 0, 0, 0, time.UTC)
	return Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// Words returns the date as administrative documents print it, zero before days below 10 and before months 1 and 2:
// "ngày 20 tháng 5 năm 2026", "tháng 5 năm 2026", "năm 2026" (NĐ 30/2020, Phụ lục I, mục II.4). A time is left out.
func (d Date) Words() string { return d.viet().Words() }

// Short returns the date in figures with the same zeros: "05/3/2026", "5/2026", "2026".
func (d Date) Short() string { return d.viet().Short() }

func (d Date) viet() viet.Date { return viet.Date{Year: d.Year, Month: d.Month, Day: d.Day} }

// Clock returns the time of day as "08:30", or "" where none was written.
func (d Date) Clock() string {
	if !d.HasTime {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", d.Hour, d.Minute)
}

// ISO returns the date at its precision in the form of a datetime attribute: "2026", "2026-05", "2026-05-20",
// "2026-05-20T08:00+07:00".
func (d Date) ISO() string {
	if d.Precision() != TimePrecision {
		return d.viet().ISO()
	}
	return d.viet().ISO() + "T" + d.Clock() + offsetText(d.Offset)
}

// String returns ISO.
func (d Date) String() string { return d.ISO() }

func offsetText(minutes int) string {
	sign := '+'
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	return fmt.Sprintf("%c%02d:%02d", sign, minutes/60, minutes%60)
}

func zone(minutes int) *time.Location {
	return time.FixedZone("", minutes*60)
}

// DayMonth is a day of every year (05/11). 29/02 is allowed.
type DayMonth struct{ Day, Month int }

// IsZero reports whether no day was typed.
func (d DayMonth) IsZero() bool { return d.Day == 0 }

// In returns the day in a year; 29/02 becomes the last day of February.
func (d DayMonth) In(year int) Date {
	return Date{Year: year, Month: d.Month, Day: min(d.Day, viet.DaysIn(year, d.Month))}
}

// Before returns the last day on which a duty due strictly before this day of the year can be done: the day before. For
// 01/03 that is the last day of February, for 01/01 the last day of the year before.
func (d DayMonth) Before(year int) Date {
	if d.Day == 29 && d.Month == 2 {
		return Date{Year: year, Month: 2, Day: 28}
	}
	return d.In(year).AddDays(-1)
}

// Short returns the day in figures: "05/11".
func (d DayMonth) Short() string { return fmt.Sprintf("%02d/%02d", d.Day, d.Month) }

// String returns Short.
func (d DayMonth) String() string { return d.Short() }

// Period is what a document covers. From and To have equal precision or To is zero for a period of one year.
type Period struct{ From, To Date }

// IsZero reports whether no period was typed.
func (p Period) IsZero() bool { return p.From.IsZero() && p.To.IsZero() }

// Range reports whether the period has an end of its own.
func (p Period) Range() bool { return !p.To.IsZero() }

// First returns the first day of the period.
func (p Period) First() Date { return p.From.First() }

// Last returns the last day of the period.
func (p Period) Last() Date {
	if p.To.IsZero() {
		return p.From.Last()
	}
	return p.To.Last()
}

// Contains reports whether the day falls into the period.
func (p Period) Contains(day Date) bool {
	if p.IsZero() {
		return false
	}
	return p.First().Compare(day.First()) <= 0 && day.First().Compare(p.Last()) <= 0
}

// Short returns the period in figures: "2026", "2025-2030", "5/2026-12/2027".
func (p Period) Short() string {
	switch {
	case p.To.IsZero():
		return p.From.Short()
	case p.From.IsZero():
		return "đến " + p.To.Short()
	}
	return p.From.Short() + "-" + p.To.Short()
}

// Words returns the period as documents print it: "năm 2026", "giai đoạn 2025-2030", "từ tháng 5 năm 2026 đến tháng 12
// năm 2027".
func (p Period) Words() string {
	switch {
	case p.IsZero():
		return ""
	case p.To.IsZero():
		return p.From.Words()
	case p.From.Precision() == YearPrecision && p.To.Precision() == YearPrecision:
		return "giai đoạn " + p.Short()
	case p.From.IsZero():
		return "đến " + p.To.Words()
	}
	return strings.Join([]string{"từ", p.From.Words(), "đến", p.To.Words()}, " ")
}
