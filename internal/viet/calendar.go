package viet

// Valid reports whether the calendar has this day: years 1 to 9999, months 1 to
// 12, days of the month with leap years.
func Valid(year, month, day int) bool {
	return 1 <= year && year <= 9999 && 1 <= month && month <= 12 &&
		1 <= day && day <= DaysIn(year, month)
}

// DaysIn returns the number of days of a month, 0 for a month that is not 1 to
// 12. The year 0 stands for an unknown year, whose February has 29 days.
func DaysIn(year, month int) int {
	switch month {
	case 1, 3, 5, 7, 8, 10, 12:
		return 31
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 0
}
