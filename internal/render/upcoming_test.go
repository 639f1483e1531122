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
	contains(t, "month", show(t, r, s, "lich/2026-04.html"), "14/4/2026 Hạn cuối Báo cáo kết quả Đã hoàn thành", "Kết quả: Đã gửi báo cáo năm 2026")
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
