package viet

import (
	"cmp"
	"strconv"
)

// A Date is a day, month or year of which a part may be unknown: 0 in Day is a
// date known to the month, 0 in Day and Month one known to the year, 0 in Year
// alone a day of every year (15/12). The zero Date is no date.
type Date struct{ Year, Month, Day int }

// IsZero reports whether d says nothing at all.
func (d Date) IsZero() bool { return d == Date{} }

// Words returns the date as documents print it: "ngày 05 tháng 01 năm 2026",
// "tháng 5 năm 2026", "năm 2026", "ngày 15 tháng 12". Days below 10 and the
// months 1 and 2 take a zero, the other months do not (NĐ 30/2020, Phụ lục I,
// mục II, on the date of issue). The zero Date gives "".
func (d Date) Words() string {
	var b []byte
	if d.Day > 0 {
		b = appendTwo(append(b, "ngày "...), d.Day)
	}
	if d.Month > 0 {
		b = appendMonth(append(spaced(b), "tháng "...), d.Month)
	}
	if d.Year > 0 {
		b = strconv.AppendInt(append(spaced(b), "năm "...), int64(d.Year), 10)
	}
	return string(b)
}

// Short returns the date in figures, with the same zeros as Words: "05/3/2026",
// "5/2026", "2026", "15/12".
func (d Date) Short() string {
	var b []byte
	if d.Day > 0 {
		b = append(appendTwo(b, d.Day), '/')
	}
	if d.Month > 0 {
		b = appendMonth(b, d.Month)
		if d.Year > 0 {
			b = append(b, '/')
		}
	}
	if d.Year > 0 {
		b = strconv.AppendInt(b, int64(d.Year), 10)
	}
	return string(b)
}

// ISO returns the date in ISO 8601 at its precision: "2026-03-05", "2026-05",
// "2026"; a day of every year is "--12-15". The zero Date gives "".
func (d Date) ISO() string {
	var b []byte
	switch {
	case d.Year > 0:
		for limit := 1000; limit > d.Year; limit /= 10 {
			b = append(b, '0')
		}
		b = strconv.AppendInt(b, int64(d.Year), 10)
	case d.Month > 0:
		b = append(b, '-')
	}
	if d.Month > 0 {
		b = appendTwo(append(b, '-'), d.Month)
		if d.Day > 0 {
			b = appendTwo(append(b, '-'), d.Day)
		}
	}
	return string(b)
}

// Compare orders dates by year, month and day; an unknown part sorts as the
// first of its range, before the dates that have it.
func (d Date) Compare(other Date) int {
	return cmp.Or(
		cmp.Compare(d.Year, other.Year),
		cmp.Compare(d.Month, other.Month),
		cmp.Compare(d.Day, other.Day),
	)
}

// Possible reports whether the calendar has this date at its precision. The
// zero Date, a day without a month and a month out of range are not possible.
func (d Date) Possible() bool {
	if d.IsZero() || d.Year < 0 || d.Year > 9999 || d.Month < 0 || d.Month > 12 {
		return false
	}
	if d.Month == 0 {
		return d.Day == 0
	}
	if d.Year == 0 && d.Day == 0 {
		return false
	}
	return 0 <= d.Day && d.Day <= DaysIn(d.Year, d.Month)
}

func appendTwo(b []byte, n int) []byte {
	if n < 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// appendMonth writes the zero only for the months 1 and 2, where 1 and 2 could
// be altered to 11 and 12 by hand.
func appendMonth(b []byte, month int) []byte {
	if month <= 2 {
		return appendTwo(b, month)
	}
	return strconv.AppendInt(b, int64(month), 10)
}

func spaced(b []byte) []byte {
	if len(b) > 0 {
		b = append(b, ' ')
	}
	return b
}
