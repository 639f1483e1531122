package render

import (
	"strings"
	"testing"
)

// A yearly duty that is done stands with its result where it was due, and with its next time among the yearly ones.
func TestDutyThatIsDone(t *testing.T) {
	r := embedded(t)
	s := written(t, 23, map[string]string{
		"_campaign.md":               "---\nname: Toàn dân bảo vệ an ninh Tổ quốc\n---\n",
		"so-xay-dung/_agency.md":     "---\nname: Sở Xây dựng tỉnh Lạng Sơn\ncode: SXD\nplace: Lạng Sơn\n---\n",
		"so-xay-dung/ke-hoach/k.md":  "---\ntitle: Kế hoạch phong trào\nnumber: 1/KH-SXD\nissued: 2026-01-05\ntasks:\n  - id: t\n    what: Báo cáo kết quả\n    every: year\n    before: 15/04\n  - id: m\n    what: Rà soát một lần\n    every: year\n    before: 10/03\n    until: 2026\n---\nNội dung.\n",
		"so-xay-dung/tin-tuc/bao.md": "---\ntitle: Đã gửi báo cáo năm 2026\ndate: 2026-04-10\nrelated:\n  - rel: fulfils\n    to: /ke-hoach/k#t\n---\nNội dung.\n",
	}).Agencies[0]
	contains(t, "month", show(t, r, s, "lich/2026-04.html"), "14 tháng 4/2026 Hạn cuối Báo cáo kết quả Đã hoàn thành", "Kết quả: Đã gửi báo cáo năm 2026")
	if text := show(t, r, s, "lich/2027-04.html"); strings.Contains(text, "Kết quả: ") {
		t.Errorf("a result before the time: %s", text)
	}
	_, rest, _ := strings.Cut(show(t, r, s, "lich.html"), "Nhiệm vụ hằng năm")
	yearly, done, found := strings.Cut(rest, "Đã hoàn thành")
	if !found {
		t.Fatalf("nothing is done: %s", rest)
	}
	contains(t, "yearly", yearly, "Hạn cuối lần tới 14/4/2027", "Báo cáo kết quả")
	contains(t, "done", done, "14/4/2026", "Kết quả: Đã gửi báo cáo năm 2026")
	if strings.Contains(yearly, "14/4/2026") || strings.Contains(yearly, "Kết quả:") || strings.Contains(yearly, "Rà soát") {
		t.Errorf("the yearly list shows what is over: %s", yearly)
	}
}

// A time that was missed is said in words wherever the duty stands, each time links to what fulfilled it, and equal duties of
// several plans are one line that says where each stands.
func TestDutyOfSeveralTimes(t *testing.T) {
	r := embedded(t)
	plan := func(title, number, unit, task string) string {
		return "---\ntitle: " + title + "\nnumber: " + number + "/KH-SXD\nissued: 2026-01-05\nunit: " + unit + "\ntasks:\n  - id: t\n    owner: " + unit + "\n" + task + "---\nNội dung.\n"
	}
	report := func(title, date, to string) string {
		return "---\ntitle: " + title + "\ndate: " + date + "\nrelated:\n  - rel: fulfils\n    to: /ke-hoach/" + to + "#t\n---\nNội dung.\n"
	}
	const quarterly = "    what: Báo cáo quý\n    every: year\n    before: [15/3, 15/6, 15/9, 15/12]\n"
	const half = "    what: Gửi danh sách\n    every: year\n    day: 20/6\n"
	s := written(t, 23, map[string]string{
		"_campaign.md": "---\nname: Toàn dân bảo vệ an ninh Tổ quốc\n---\n",
		"so-xay-dung/_agency.md": "---\nname: Sở Xây dựng tỉnh Lạng Sơn\ncode: SXD\nplace: Lạng Sơn\nunits:\n  - id: vp\n    name: Văn phòng Sở\n  - id: ql\n    name: Phòng Quản lý nhà\n" +
			"  - id: kt\n    name: Phòng Kinh tế\n---\n",
		"so-xay-dung/ke-hoach/k.md":    plan("Kế hoạch quý", "1", "vp", quarterly),
		"so-xay-dung/ke-hoach/ql.md":   plan("Kế hoạch nhà", "2", "ql", half),
		"so-xay-dung/ke-hoach/kt.md":   plan("Kế hoạch kinh tế", "3", "kt", half),
		"so-xay-dung/tin-tuc/q2.md":    report("Báo cáo quý II", "2026-06-10", "k"),
		"so-xay-dung/tin-tuc/q3.md":    report("Báo cáo quý III", "2026-09-12", "k"),
		"so-xay-dung/tin-tuc/danh.md":  report("Danh sách nhà", "2026-06-18", "ql"),
		"so-xay-dung/tin-tuc/khac.md":  "---\ntitle: Tin khác\ndate: 2026-06-18\n---\n{{< tasks plan=\"/ke-hoach/k\" >}}\n",
		"so-xay-dung/ke-hoach/mot.md":  "---\ntitle: Một lần\nnumber: 4/KH-SXD\nissued: 2026-01-05\ntasks:\n  - id: t\n    what: Rà soát\n    day: 2026-02-01\n---\n",
		"so-xay-dung/tin-tuc/q1-cu.md": report("Báo cáo năm trước", "2025-12-10", "k"),
	}).Agencies[0]
	for _, page := range []string{"ke-hoach/k.html", "don-vi/vp.html", "tin-tuc/khac.html"} {
		contains(t, page, show(t, r, s, page), "Chưa đến hạn Quá hạn lần có hạn cuối 14/3/2026")
	}
	if text := show(t, r, s, "ke-hoach/mot.html"); strings.Count(text, "Quá hạn") != 1 {
		t.Errorf("what was due once is overdue once: %s", text)
	}
	for month, result := range map[string]string{"2026-06": "Báo cáo quý II", "2026-09": "Báo cáo quý III"} {
		contains(t, month, show(t, r, s, "lich/"+month+".html"), "Báo cáo quý Đã hoàn thành", "Kết quả: "+result)
	}
	if text := show(t, r, s, "lich/2026-03.html"); !strings.Contains(text, "Báo cáo quý Quá hạn") || strings.Contains(text, "Kết quả") {
		t.Errorf("the time that was missed: %s", text)
	}
	june := show(t, r, s, "lich/2026-06.html")
	contains(t, "june", june, "Quá hạn 1 đơn vị: Phòng Kinh tế", "Đã hoàn thành 1 đơn vị: Phòng Quản lý nhà. Kết quả: Danh sách nhà")
	if strings.Count(june, "Gửi danh sách") != 1 {
		t.Errorf("two lines of one duty: %s", june)
	}
	_, rest, _ := strings.Cut(show(t, r, s, "lich.html"), "Nhiệm vụ hằng năm")
	yearly, _, _ := strings.Cut(rest, "Đã hoàn thành Hạn cuối")
	contains(t, "yearly", yearly, "Hạn cuối lần tới 20/6/2027", "Lần này: 1 đơn vị quá hạn, 1 đơn vị đã hoàn thành")
}
