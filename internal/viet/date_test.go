package viet

import (
	"errors"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestDateForms(t *testing.T) {
	for _, c := range []struct {
		date              Date
		words, short, iso string
	}{
		{Date{2026, 1, 5}, "ngày 05 tháng 01 năm 2026", "05/01/2026", "2026-01-05"},
		{Date{2026, 3, 5}, "ngày 05 tháng 3 năm 2026", "05/3/2026", "2026-03-05"},
		{Date{2026, 2, 28}, "ngày 28 tháng 02 năm 2026", "28/02/2026", "2026-02-28"},
		{Date{2025, 11, 6}, "ngày 06 tháng 11 năm 2025", "06/11/2025", "2025-11-06"},
		{Date{2026, 5, 0}, "tháng 5 năm 2026", "5/2026", "2026-05"},
		{Date{2026, 0, 0}, "năm 2026", "2026", "2026"},
		{Date{0, 12, 15}, "ngày 15 tháng 12", "15/12", "--12-15"},
		{Date{0, 11, 0}, "tháng 11", "11", "--11"},
		{Date{}, "", "", ""},
	} {
		if got := c.date.Words(); got != c.words {
			t.Errorf("%v in words: %q, want %q", c.date, got, c.words)
		}
		if got := c.date.Short(); got != c.short {
			t.Errorf("%v in figures: %q, want %q", c.date, got, c.short)
		}
		if got := c.date.ISO(); got != c.iso {
			t.Errorf("%v in ISO 8601: %q, want %q", c.date, got, c.iso)
		}
	}
}

func TestValid(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		want    bool
	}{
		{2026, 1, 31, true}, {2026, 2, 29, false}, {2024, 2, 29, true}, {2000, 2, 29, true},
		{1900, 2, 29, false}, {2026, 4, 31, false}, {2026, 13, 1, false}, {2026, 0, 1, false},
		{2026, 5, 0, false}, {0, 5, 1, false}, {10000, 1, 1, false}, {2026, 12, 31, true},
	} {
		if got := Valid(c.y, c.m, c.d); got != c.want {
			t.Errorf("Valid(%d, %d, %d) = %v", c.y, c.m, c.d, got)
		}
	}
	for d, want := range map[Date]bool{
		{}: false, {2026, 0, 3}: false, {2026, 5, 0}: true, {0, 2, 29}: true, {0, 0, 3}: false,
		{0, 5, 0}: false, {2026, 0, 0}: true, {2026, 2, 30}: false, {2026, -1, 0}: false,
	} {
		if got := d.Possible(); got != want {
			t.Errorf("%v possible: %v", d, got)
		}
	}
}

func TestDateCompare(t *testing.T) {
	order := []Date{{2025, 12, 31}, {2026, 0, 0}, {2026, 1, 0}, {2026, 1, 1}, {2026, 1, 2}, {2026, 2, 0}}
	for i := range order {
		for j := range order {
			if got := order[i].Compare(order[j]); sign(got) != sign(i-j) {
				t.Errorf("%v against %v: %d", order[i], order[j], got)
			}
		}
	}
}

func TestParsePhrase(t *testing.T) {
	for in, want := range map[string]Phrase{
		"ngày 05 tháng 01 năm 2026":   {From: Date{2026, 1, 5}},
		"Ngày 5 tháng 1 năm 2026":     {From: Date{2026, 1, 5}},
		"05/3/2026":                   {From: Date{2026, 3, 5}},
		"01-10-1997":                  {From: Date{1997, 10, 1}},
		"01.10.1997":                  {From: Date{1997, 10, 1}},
		"ngày tháng 5 năm 2026":       {From: Date{2026, 5, 0}},
		"ngày … tháng 5 năm 2026":     {From: Date{2026, 5, 0}},
		"ngày ..... tháng 5 năm 2026": {From: Date{2026, 5, 0}},
		"ngày ___/5/2026":             {From: Date{2026, 5, 0}},
		"ngày    /5/2026":             {From: Date{2026, 5, 0}},
		"ngày …/…/2026":               {From: Date{2026, 0, 0}},
		"ngày … tháng … năm 2026":     {From: Date{2026, 0, 0}},
		"tháng 5/2026":                {From: Date{2026, 5, 0}},
		"trong tháng 5 năm 2026":      {From: Date{2026, 5, 0}},
		"5/2026":                      {From: Date{2026, 5, 0}},
		"năm 2026":                    {From: Date{2026, 0, 0}},
		"2026":                        {From: Date{2026, 0, 0}},
		"2026-05-20":                  {From: Date{2026, 5, 20}},
		"2026-05":                     {From: Date{2026, 5, 0}},
		"giai đoạn 2025 - 2030":       {From: Date{2025, 0, 0}, To: Date{2030, 0, 0}},
		"2025-2030":                   {From: Date{2025, 0, 0}, To: Date{2030, 0, 0}},
		"2025–2030":                   {From: Date{2025, 0, 0}, To: Date{2030, 0, 0}},
		"từ năm 2025 đến năm 2030":    {From: Date{2025, 0, 0}, To: Date{2030, 0, 0}},
		"trước ngày 15/12 hàng năm":   {From: Date{0, 12, 15}, Yearly: true, Strict: true},
		"15/12 hằng năm":              {From: Date{0, 12, 15}, Yearly: true},
		"ngày 15 tháng 12 hằng năm":   {From: Date{0, 12, 15}, Yearly: true},
		"tháng 11 hằng năm":           {From: Date{0, 11, 0}, Yearly: true},
		"trước ngày 05/11":            {From: Date{0, 11, 5}, Strict: true},
		"trước ngày 05/11/2026":       {From: Date{2026, 11, 5}, Strict: true},
	} {
		for _, text := range []string{in, norm.NFD.String(in), "  " + in + "\n"} {
			if got, err := ParsePhrase(text); err != nil || got != want {
				t.Errorf("ParsePhrase(%q) = %+v, %v, want %+v", text, got, err, want)
			}
		}
	}
	for in, want := range map[string]error{
		"":                         ErrNotDate,
		"31/02/2026":               ErrNoSuch,
		"00/5/2026":                ErrNoSuch,
		"ngày 00 tháng 5 năm 2026": ErrNoSuch,
		"ngày 32 tháng 5 năm 2026": ErrNoSuch,
		"13/2026":                  ErrNoSuch,
		"2026-02-30":               ErrNoSuch,
		"2026/5/1":                 ErrDayFirst,
		"5/13/2026":                ErrDayFirst,
		"19/8":                     ErrNotDate,
		"ngày 05/11":               ErrNotDate,
		"05/3/26":                  ErrNotDate,
		"05/3/2026 và sau đó":      ErrNotDate,
		"giai đoạn 2030 - 2025":    ErrBackward,
		"31/02 hằng năm":           ErrNoSuch,
		"hằng năm":                 ErrNotDate,
		"sắp tới":                  ErrNotDate,
		"24/7":                     ErrNotDate,
	} {
		if got, err := ParsePhrase(in); !errors.Is(err, want) {
			t.Errorf("ParsePhrase(%q) = %+v, %v, want %v", in, got, err, want)
		}
	}
}

func TestFindDate(t *testing.T) {
	for in, want := range map[string]string{
		"Lạng Sơn, ngày 05 tháng 01 năm 2026":           "2026-01-05 ngày 05 tháng 01 năm 2026",
		"Lạng Sơn, ngày tháng 5 năm 2026":               "2026-05 ngày tháng 5 năm 2026",
		"Dự kiến tháng 5/2026 (có thông báo sau)":       "2026-05 tháng 5/2026",
		"số 301 ký 24/11/2025.":                         "2025-11-24 24/11/2025",
		"(Lạng Sơn,05/3/2026)":                          "2026-03-05 05/3/2026",
		"lấy ngày 19/8 hằng năm, từ năm 2005":           "2005 năm 2005",
		"ngày 31/02/2026, sửa thành 28/02/2026":         "2026-02-28 28/02/2026",
		"mã 12345/3/2026 và 1.05/3/2026":                "",
		"trước ngày 05/11; giai đoạn 2025 - 2030; 24/7": "",
		"văn bản 2026/5/1 và 5/13/2026":                 "",
		"hằng năm 2000000 lượt":                         "",
	} {
		d, start, end, ok := FindDate(in)
		got := ""
		if ok {
			got = d.ISO() + " " + in[start:end]
		}
		if got != want {
			t.Errorf("FindDate(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzFindDate(f *testing.F) {
	for _, s := range []string{
		"ngày 05 tháng 01 năm 2026", "x 31/02/2026 05/3/2026", "ngày …/…/2026", "2026-05-20",
		"nga\u0300y 05/3/2026", "05\u00a0/3/2026", "tháng\u200b 5/2026", "năm 2026/", "ngày\xff/1/2026",
		"0001-01-10",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, start, end, ok := FindDate(s)
		if !ok {
			return
		}
		if start < 0 || start >= end || end > len(s) {
			t.Fatalf("offsets %d, %d in %q", start, end, s)
		}
		if utf8.ValidString(s) && !(onRuneBorder(s, start) && onRuneBorder(s, end)) {
			t.Errorf("offsets %d, %d cut a letter of %q", start, end, s)
		}
		if !d.Possible() || d.Year == 0 {
			t.Errorf("%v from %q", d, s)
		}
		for _, form := range []string{d.Words(), d.ISO(), d.Short()} {
			if again, err := ParseDate(form); err != nil || again != d {
				t.Errorf("%v printed as %q is read as %v, %v", d, form, again, err)
			}
		}
	})
}

func onRuneBorder(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }
