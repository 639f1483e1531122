package render

import (
	"fmt"

	"antq/internal/content"
)

// Date is a day, month or year as a page shows it. The zero Date is not shown.
type Date struct {
	ISO   string // for <time datetime>: "2026-05-20", "2026-05", "2026", "2026-05-20T08:30+07:00"
	Words string // "ngày 20 tháng 5 năm 2026", "tháng 5 năm 2026"
	Short string // "20/05/2026", "tháng 5/2026", "năm 2026"
	Clock string // "8 giờ 30", or "" without a time of day
	Day   string // "20", or "" where the day is not known
	Month string // "5/2026", "01/2026" (January and February take a zero: NĐ 30/2020, Phụ lục I), or "" where the month is not known
}

func (d *Date) encode(e *encoder) { e.text(d.ISO, d.Words, d.Short, d.Clock, d.Day, d.Month) }

func date(d content.Date) Date {
	v := Date{ISO: d.ISO(), Words: d.Words(), Short: d.Short()}
	if d.Day != 0 {
		v.Day = fmt.Sprintf("%02d", d.Day)
	}
	if d.Month != 0 {
		v.Month = fmt.Sprintf("%d/%d", d.Month, d.Year)
		if d.Month <= 2 {
			v.Month = "0" + v.Month
		}
	}
	switch d.Precision() {
	case content.YearPrecision:
		v.Short = v.Words
	case content.MonthPrecision:
		v.Short = fmt.Sprintf("tháng %d/%d", d.Month, d.Year)
	case content.TimePrecision:
		v.Clock = fmt.Sprintf("%d giờ %02d", d.Hour, d.Minute)
	}
	return v
}
