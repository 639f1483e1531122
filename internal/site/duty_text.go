package site

import (
	"fmt"
	"strconv"
	"strings"

	"antq/internal/content"
	"antq/internal/viet"
)

// dutyText prints the time of a task in Vietnamese, as an administrative document would say it. A strict deadline is
// printed as it is written, with the last day that it leaves.
func dutyText(t *content.Task) string {
	var text string
	switch {
	case t.Yearly:
		text = yearlyText(t)
	case t.Before.HasTime:
		text = "trước " + figures(t.Before)
	case !t.Before.IsZero():
		text = "trước " + figures(t.Before) + " (hạn cuối " + printed(t.Before.AddDays(-1)) + ")"
	case len(t.Day) > 0:
		var days []string
		for _, d := range t.Day {
			days = append(days, figures(d))
		}
		text = joined(days)
	case t.When != "":
		return whenText(t.When)
	case !t.From.IsZero() && !t.Until.IsZero():
		return "từ " + figures(t.From) + " đến " + figures(t.Until)
	case !t.From.IsZero():
		return "từ " + figures(t.From)
	case !t.Until.IsZero():
		return "đến " + figures(t.Until)
	default:
		return "chưa ấn định"
	}
	return text
}

func whenText(when string) string {
	switch when {
	case "ongoing":
		return "thường xuyên"
	case "on-event":
		return "đột xuất"
	}
	return "sẽ có thông báo sau"
}

func yearlyText(t *content.Task) string {
	var parts, lasts []string
	for _, d := range t.BeforeDays {
		parts = append(parts, dayOfYear(d))
		lasts = append(lasts, lastBefore(d))
	}
	text := ""
	switch {
	case len(parts) == 1:
		text = "trước ngày " + parts[0] + " hằng năm (hạn cuối " + lasts[0] + ")"
	case len(parts) > 1:
		text = "trước các ngày " + joined(parts) + " hằng năm (hạn cuối " + joined(lasts) + ")"
	case len(t.Days) > 0:
		for _, d := range t.Days {
			parts = append(parts, dayOfYear(d))
		}
		text = "ngày " + joined(parts) + " hằng năm"
	case len(t.Months) > 0:
		for _, m := range t.Months {
			parts = append(parts, strconv.Itoa(m))
		}
		text = "tháng " + joined(parts) + " hằng năm"
	case t.When != "":
		text = "hằng năm, " + whenText(t.When)
	default:
		text = "hằng năm, chưa ấn định ngày"
	}
	switch {
	case !t.From.IsZero() && !t.Until.IsZero():
		text += ", từ " + figures(t.From) + " đến " + figures(t.Until)
	case !t.From.IsZero():
		text += ", từ " + figures(t.From)
	case !t.Until.IsZero():
		text += ", đến " + figures(t.Until)
	}
	return text
}

// printed writes a date in figures with the zeros that the form asks for (NĐ 30/2020, Phụ lục I, mục II.4): "05/3/2026".
func printed(d content.Date) string {
	return viet.Date{Year: d.Year, Month: d.Month, Day: d.Day}.Short()
}

// figures writes a date with its word in front: "ngày 05/3/2026", "tháng 5/2026", "năm 2026", "17 giờ 00 ngày 05/3/2026".
func figures(d content.Date) string {
	d = inVietnam(d)
	switch {
	case d.HasTime:
		return fmt.Sprintf("%02d giờ %02d ngày %s", d.Hour, d.Minute, printed(d))
	case d.Day != 0:
		return "ngày " + printed(d)
	case d.Month != 0:
		return "tháng " + printed(d)
	}
	return "năm " + printed(d)
}

func dayOfYear(d content.DayMonth) string { return viet.Date{Month: d.Month, Day: d.Day}.Short() }

// lastBefore writes the last day before a day of the year. Before March that depends on the year.
func lastBefore(d content.DayMonth) string {
	if d.Day == 1 && d.Month == 3 {
		return "ngày cuối cùng của tháng 02"
	}
	const anyYear = 2025
	last := d.Before(anyYear)
	return viet.Date{Month: last.Month, Day: last.Day}.Short()
}

// joined writes a list: "a, b và c".
func joined(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " và " + list[len(list)-1]
}
