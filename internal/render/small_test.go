package render

import (
	"testing"

	"antq/internal/content"
	"antq/internal/site"
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

func TestDate(t *testing.T) {
	for _, c := range []struct {
		in   content.Date
		want Date
	}{
		{content.Date{}, Date{}},
		{content.Date{Year: 2026}, Date{ISO: "2026", Words: "năm 2026", Short: "năm 2026"}},
		{content.Date{Year: 2026, Month: 5}, Date{ISO: "2026-05", Words: "tháng 5 năm 2026", Short: "tháng 5/2026", Month: "5/2026"}},
		{content.Date{Year: 2026, Month: 5, Day: 2, HasTime: true, Hour: 8, Minute: 5, Offset: 420}, Date{ISO: "2026-05-02T08:05+07:00", Words: "ngày 02 tháng 5 năm 2026", Short: "02/5/2026", Clock: "8 giờ 05", Day: "02", Month: "5/2026"}},
		{content.Date{Year: 2026, Month: 2, Day: 14}, Date{ISO: "2026-02-14", Words: "ngày 14 tháng 02 năm 2026", Short: "14/02/2026", Day: "14", Month: "02/2026"}},
	} {
		if got := date(c.in); got != c.want {
			t.Errorf("date(%v) = %+v, want %+v", c.in, got, c.want)
		}
	}
}

func TestCitedIn(t *testing.T) {
	en := &site.Entry{Admin: &site.Admin{TypeName: "Nghị quyết", Number: "108/NQ-ĐUSXD"}}
	for line, want := range map[string]string{
		"Căn cứ Nghị quyết số 108/NQ-ĐUSXD ngày 15/01/2026 của Đảng uỷ": "Nghị quyết số 108/NQ-ĐUSXD",
		"Thực hiện chỉ đạo tại văn bản 108/NQ-ĐUSXD":                    "108/NQ-ĐUSXD",
		"Căn cứ nghị quyết của Đảng uỷ Sở":                              "Căn cứ nghị quyết của Đảng uỷ Sở",
	} {
		if from, to := citedIn(line, en); line[from:to] != want {
			t.Errorf("%q: %q, want %q", line, line[from:to], want)
		}
	}
}

func TestCitation(t *testing.T) {
	admin := func(number string, issued content.Date) *site.Entry {
		return &site.Entry{Title: "Phát động phong trào", Admin: &site.Admin{Administrative: &content.Administrative{Issued: issued}, TypeName: "Kế hoạch", Number: number, Issuers: []string{"Sở Xây dựng"}}}
	}
	for want, en := range map[string]*site.Entry{
		"Kế hoạch số 1345/KH-SXD ngày 20/5/2026 của Sở Xây dựng": admin("1345/KH-SXD", content.Date{Year: 2026, Month: 5, Day: 20}),
		"Kế hoạch số 1345/KH-SXD của Sở Xây dựng":                admin("1345/KH-SXD", content.Date{Year: 2026, Month: 5}),
		"Kế hoạch Phát động phong trào":                          admin("/KH-SXD", content.Date{Year: 2026}),
		"trang Hỏi đáp":                                          {Title: "Hỏi đáp"},
	} {
		if got := citation(en); got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
}

func TestBareLinesOfRecipients(t *testing.T) {
	for line, want := range map[string]string{"- Công an tỉnh;": "Công an tỉnh", "– Như trên.": "Như trên", "VT": "VT", " • Phòng 1 ; ": "Phòng 1"} {
		if got := bare([]string{line})[0]; got != want {
			t.Errorf("bare(%q) = %q, want %q", line, got, want)
		}
	}
}
