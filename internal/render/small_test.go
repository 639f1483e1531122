package render

import (
	"testing"

	"antq/internal/content"
)

func TestSize(t *testing.T) {
	for bytes, want := range map[int64]string{0: "0 byte", 1023: "1023 byte", 1024: "1 KB", 1536: "2 KB", 86_000: "84 KB", 1 << 20: "1,0 MB", 1_234_567: "1,2 MB", 52_000_000: "49,6 MB"} {
		if got := size(bytes); got != want {
			t.Errorf("size(%d) = %q, want %q", bytes, got, want)
		}
	}
}

func TestDialled(t *testing.T) {
	for phone, want := range map[string]string{"0205 3812 345": "02053812345", "+84 (205) 381.2345": "+842053812345", "113": "113", "": "", "không có": "", "1+2": "12"} {
		if got := dialled(phone); got != want {
			t.Errorf("dialled(%q) = %q, want %q", phone, got, want)
		}
	}
}

func TestOutside(t *testing.T) {
	for address, want := range map[string]bool{
		"https://langson.gov.vn": true, "http://x.vn/a?b#c": true, "javascript:alert(1)": false, "//x.vn": false, "/a": false, "": false,
		"data:text/html,x": false, "ftp://x.vn": false, "https:///a": false, "java\tscript:alert(1)": false, "http://[": false,
	} {
		if got := outside(address); (got == address && got != "") != want {
			t.Errorf("outside(%q) = %q", address, got)
		}
	}
}

func TestDays(t *testing.T) {
	day := func(y, m, d int) content.Date { return content.Date{Year: y, Month: m, Day: d} }
	for _, c := range []struct {
		from, to content.Date
		want     int
		ok       bool
	}{
		{day(2026, 10, 23), day(2026, 11, 4), 12, true},
		{day(2026, 12, 31), day(2027, 1, 1), 1, true},
		{day(2028, 2, 28), day(2028, 3, 1), 2, true},
		{day(2026, 5, 20), day(2026, 5, 20), 0, true},
		{day(2026, 5, 20), day(2026, 5, 0), 0, false},
	} {
		if got, ok := days(c.from, c.to); got != c.want || ok != c.ok {
			t.Errorf("days(%v, %v) = %d, %v", c.from, c.to, got, ok)
		}
	}
}

func TestDate(t *testing.T) {
	for _, c := range []struct {
		in   content.Date
		want Date
	}{
		{content.Date{}, Date{}},
		{content.Date{Year: 2026}, Date{ISO: "2026", Words: "năm 2026", Short: "năm 2026"}},
		{content.Date{Year: 2026, Month: 5}, Date{ISO: "2026-05", Words: "tháng 5 năm 2026", Short: "tháng 5/2026"}},
		{content.Date{Year: 2026, Month: 5, Day: 2, HasTime: true, Hour: 8, Minute: 5, Offset: 420}, Date{ISO: "2026-05-02T08:05+07:00", Words: "ngày 02 tháng 5 năm 2026", Short: "02/5/2026", Clock: "8 giờ 05"}},
	} {
		if got := date(c.in); got != c.want {
			t.Errorf("date(%v) = %+v, want %+v", c.in, got, c.want)
		}
	}
}

func TestFoldCountsDutiesThatReadAlike(t *testing.T) {
	got := fold([]Task{{What: "Báo cáo", Time: "trước 05/11"}, {What: "Sơ kết"}, {What: "Báo cáo", Time: "trước 05/11"}, {What: "Báo cáo", Time: "trước 05/12"}})
	if len(got) != 3 || got[0].Count != 2 || got[1].Count != 1 || got[2].Count != 1 {
		t.Errorf("%+v", got)
	}
}

func TestBareLinesOfRecipients(t *testing.T) {
	for line, want := range map[string]string{"- Công an tỉnh;": "Công an tỉnh", "– Như trên.": "Như trên", "VT": "VT", " • Phòng 1 ; ": "Phòng 1"} {
		if got := bare([]string{line})[0]; got != want {
			t.Errorf("bare(%q) = %q, want %q", line, got, want)
		}
	}
}
