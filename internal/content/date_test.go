package content

import (
	"testing"
	"time"
)

func day(y, m, d int) Date { return Date{Year: y, Month: m, Day: d} }

func at(d Date, h, min, offset int) Date {
	d.HasTime, d.Hour, d.Minute, d.Offset = true, h, min, offset
	return d
}

func TestReadDate(t *testing.T) {
	for _, c := range []struct {
		text  string
		want  Date
		fault dateFault
	}{
		{"2026-05-20", day(2026, 5, 20), dateRead},
		{"2026-05", day(2026, 5, 0), dateRead},
		{"2026", day(2026, 0, 0), dateRead},
		{"20/5/2026", day(2026, 5, 20), dateRead},
		{"05/3/2026", day(2026, 3, 5), dateRead},
		{"05/2026", day(2026, 5, 0), dateRead},
		{" 5/2026 ", day(2026, 5, 0), dateRead},
		{"12/12/2026", day(2026, 12, 12), dateRead},
		{"29/02/2024", day(2024, 2, 29), dateRead},
		{"2026-05-20T08:00+07:00", at(day(2026, 5, 20), 8, 0, 420), dateRead},
		{"2026-05-20 08:00", at(day(2026, 5, 20), 8, 0, 420), dateRead},
		{"20/5/2026 8h30", at(day(2026, 5, 20), 8, 30, 420), dateRead},
		{"20/5/2026 8h", at(day(2026, 5, 20), 8, 0, 420), dateRead},
		{"2026-05-20T08:00Z", at(day(2026, 5, 20), 8, 0, 0), dateRead},
		{"2026-05-20T08:00:30-05:30", at(day(2026, 5, 20), 8, 0, -330), dateRead},

		{"31/02/2026", Date{}, dateNoSuchDay},
		{"2026-02-29", Date{}, dateNoSuchDay},
		{"2026-13", Date{}, dateNoSuchDay},
		{"13/2026", Date{}, dateNoSuchDay},
		{"32/12/2026", Date{}, dateNoSuchDay},
		{"5/13/2026", Date{}, dateMonthFirst},
		{"2026/5/1", Date{}, dateYearFirst},
		{"2026/05", Date{}, dateYearFirst},
		{"20/5/26", Date{}, dateShortYear},
		{"20/5", Date{}, dateNoYear},
		{"2026-5-1", Date{}, dateForm},
		{"01-10-1997", Date{}, dateForm},
		{"20.5.2026", Date{}, dateForm},
		{"tháng 5", Date{}, dateForm},
		{"0026", Date{}, dateForm},
		{"2026-05-20-01", Date{}, dateForm},
		{"2026-05 08:00", Date{}, dateForm},
		{"2026-05-20T", Date{}, dateForm},
		{"", Date{}, dateForm},
		{"2026-05-20 24:00", Date{}, dateClock},
		{"20/5/2026 8h60", Date{}, dateClock},
		{"2026-05-20T08:00+15:00", Date{}, dateClock},
	} {
		got, fault := readDate(c.text)
		if got != c.want || fault != c.fault {
			t.Errorf("%q: %+v %q, want %+v %q", c.text, got, fault, c.want, c.fault)
		}
	}
}

func TestReadDayMonth(t *testing.T) {
	for text, want := range map[string]DayMonth{
		"05/11": {5, 11}, "5/11": {5, 11}, "29/02": {29, 2}, " 1/1 ": {1, 1},
		"30/02": {}, "31/04": {}, "0/1": {}, "1/13": {}, "05/11/2026": {}, "5": {}, "": {},
	} {
		got, ok := ParseDayMonth(text)
		if got != want || ok != (want != DayMonth{}) {
			t.Errorf("%q: %v %v", text, got, ok)
		}
	}
}

func TestDayMonthInYear(t *testing.T) {
	for _, c := range []struct {
		d            DayMonth
		year         int
		in, lastTime Date
	}{
		{DayMonth{5, 11}, 2026, day(2026, 11, 5), day(2026, 11, 4)},
		{DayMonth{1, 3}, 2026, day(2026, 3, 1), day(2026, 2, 28)},
		{DayMonth{1, 3}, 2028, day(2028, 3, 1), day(2028, 2, 29)},
		{DayMonth{29, 2}, 2026, day(2026, 2, 28), day(2026, 2, 28)},
		{DayMonth{29, 2}, 2028, day(2028, 2, 29), day(2028, 2, 28)},
		{DayMonth{1, 1}, 2026, day(2026, 1, 1), day(2025, 12, 31)},
	} {
		if got := c.d.In(c.year); got != c.in {
			t.Errorf("%v in %d: %v", c.d, c.year, got)
		}
		if got := c.d.Before(c.year); got != c.lastTime {
			t.Errorf("before %v in %d: %v, want %v", c.d, c.year, got, c.lastTime)
		}
	}
}

func TestReadPeriod(t *testing.T) {
	for _, c := range []struct {
		text  string
		want  Period
		fault dateFault
	}{
		{"2026", Period{From: day(2026, 0, 0)}, dateRead},
		{"2025-2030", Period{day(2025, 0, 0), day(2030, 0, 0)}, dateRead},
		{"2025 - 2030", Period{day(2025, 0, 0), day(2030, 0, 0)}, dateRead},
		{"2025 – 2030", Period{day(2025, 0, 0), day(2030, 0, 0)}, dateRead},
		{"2026-2026", Period{day(2026, 0, 0), day(2026, 0, 0)}, dateRead},
		{"2026-05", Period{From: day(2026, 5, 0)}, dateRead},
		{"5/2026", Period{From: day(2026, 5, 0)}, dateRead},
		{"2030-2025", Period{}, dateOrder},
		{"1000-2000", Period{}, dateForm},
		{"2025-", Period{}, dateForm},
		{"giai đoạn", Period{}, dateForm},
	} {
		if got, fault := readPeriod(c.text); got != c.want || fault != c.fault {
			t.Errorf("%q: %v %q, want %v %q", c.text, got, fault, c.want, c.fault)
		}
	}
}

func TestAgendaTime(t *testing.T) {
	for text, want := range map[string]string{
		"8h30": "08:30", "08:30": "08:30", "8h": "08:00", "08:15-09:30": "08:15-09:30", "8h15 - 9h30": "08:15-09:30",
		"8h15–9h": "08:15-09:00", "8:30": "08:30", "7g30": "07:30",
		"": "", "830": "", "24:00": "", "8:5": "", "08:": "", "9h-8h": "", "8h-": "",
	} {
		if got, ok := readAgendaTime(text); got != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", text, got, ok, want)
		}
	}
}

func TestDateForms(t *testing.T) {
	for _, c := range []struct {
		d                 Date
		words, short, iso string
		first, last       Date
		precision         Precision
		clock             string
	}{
		{Date{}, "", "", "", Date{}, Date{}, NoPrecision, ""},
		{day(2026, 0, 0), "năm 2026", "2026", "2026", day(2026, 1, 1), day(2026, 12, 31), YearPrecision, ""},
		{day(2026, 5, 0), "tháng 5 năm 2026", "5/2026", "2026-05", day(2026, 5, 1), day(2026, 5, 31), MonthPrecision, ""},
		{day(2026, 2, 0), "tháng 02 năm 2026", "02/2026", "2026-02", day(2026, 2, 1), day(2026, 2, 28), MonthPrecision, ""},
		{day(2026, 5, 20), "ngày 20 tháng 5 năm 2026", "20/5/2026", "2026-05-20", day(2026, 5, 20), day(2026, 5, 20), DayPrecision, ""},
		{day(2026, 1, 5), "ngày 05 tháng 01 năm 2026", "05/01/2026", "2026-01-05", day(2026, 1, 5), day(2026, 1, 5), DayPrecision, ""},
		{at(day(2026, 3, 5), 8, 5, 420), "ngày 05 tháng 3 năm 2026", "05/3/2026", "2026-03-05T08:05+07:00", day(2026, 3, 5), day(2026, 3, 5), TimePrecision, "08:05"},
		{at(day(2026, 3, 5), 0, 0, -90), "ngày 05 tháng 3 năm 2026", "05/3/2026", "2026-03-05T00:00-01:30", day(2026, 3, 5), day(2026, 3, 5), TimePrecision, "00:00"},
	} {
		if c.d.Words() != c.words || c.d.Short() != c.short || c.d.ISO() != c.iso || c.d.Clock() != c.clock {
			t.Errorf("%+v: %q %q %q %q", c.d, c.d.Words(), c.d.Short(), c.d.ISO(), c.d.Clock())
		}
		if c.d.First() != c.first || c.d.Last() != c.last || c.d.Precision() != c.precision || c.d.IsZero() != (c.words == "") {
			t.Errorf("%v: first %v, last %v, precision %v", c.d, c.d.First(), c.d.Last(), c.d.Precision())
		}
	}
}

// The dates stand in their order: a missing part sorts as the first of its range, before the full date of that day.
func TestDateOrder(t *testing.T) {
	order := []Date{
		{}, day(2025, 12, 31), day(2026, 0, 0), day(2026, 1, 0), day(2026, 1, 1), at(day(2026, 1, 1), 7, 0, 420),
		at(day(2026, 1, 1), 8, 0, 420), day(2026, 1, 2), day(2026, 5, 0), day(2026, 5, 1), day(2027, 0, 0),
	}
	for i, a := range order {
		for j, b := range order {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := a.Compare(b); got != want {
				t.Errorf("%v and %v: %d, want %d", a, b, got, want)
			}
		}
	}
}

func TestDateTime(t *testing.T) {
	utc := func(s string) time.Time {
		v, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	if got := day(2026, 5, 20).Time(); !got.Equal(utc("2026-05-19T17:00:00Z")) {
		t.Error(got)
	}
	if got := at(day(2026, 5, 20), 8, 30, 0).Time(); !got.Equal(utc("2026-05-20T08:30:00Z")) {
		t.Error(got)
	}
	if got := DateOf(utc("2026-05-19T17:00:00Z")); got != day(2026, 5, 20) {
		t.Error(got)
	}
	if got := day(2026, 2, 28).AddDays(1); got != day(2026, 3, 1) {
		t.Error(got)
	}
}

func TestPeriod(t *testing.T) {
	for _, c := range []struct {
		p            Period
		words, short string
		in, out      Date
	}{
		{Period{From: day(2026, 0, 0)}, "năm 2026", "2026", day(2026, 12, 31), day(2027, 1, 1)},
		{Period{day(2025, 0, 0), day(2030, 0, 0)}, "giai đoạn 2025-2030", "2025-2030", day(2025, 1, 1), day(2024, 12, 31)},
		{Period{day(2026, 5, 0), day(2026, 9, 0)}, "từ tháng 5 năm 2026 đến tháng 9 năm 2026", "5/2026-9/2026", day(2026, 9, 30), day(2026, 4, 30)},
		{Period{To: day(2026, 9, 1)}, "đến ngày 01 tháng 9 năm 2026", "đến 01/9/2026", day(2026, 9, 1), day(2026, 9, 2)},
	} {
		if c.p.Words() != c.words || c.p.Short() != c.short {
			t.Errorf("%v: %q %q", c.p, c.p.Words(), c.p.Short())
		}
		if !c.p.Contains(c.in) || c.p.Contains(c.out) {
			t.Errorf("%v: %v in %v, %v in %v", c.p, c.in, c.p.Contains(c.in), c.out, c.p.Contains(c.out))
		}
	}
	if (Period{}).Contains(day(2026, 1, 1)) || (Period{}).Words() != "" {
		t.Error("the empty period covers nothing")
	}
}
