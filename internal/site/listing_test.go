package site

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// A newest posting is never one of a day ahead, and those of the hub are of all agencies, each once.
func TestNewest(t *testing.T) {
	doc := func(front string) *fstest.MapFile { return &fstest.MapFile{Data: []byte("---\n" + front + "---\n")} }
	shared := "title: Chung\ntype: Quyết định\nnumber: 1/QĐ-C\nissued: 2026-04-01\nissuer: Cơ quan C\n"
	files := fstest.MapFS{
		"content/_campaign.md":             doc("name: P\n"),
		"content/_shared/van-ban/c.md":     doc(shared),
		"content/a/_agency.md":             doc("name: A\ncode: A\nplace: B\n"),
		"content/a/hoi-nghi/sap.md":        doc("title: Sắp họp\nformat: launch\nwhen:\n  start: 2026-06-10 08:00\n"),
		"content/a/hoi-nghi/bao.md":        doc("title: Đã báo\ndate: 2026-05-02\nformat: launch\nwhen:\n  start: 2026-06-11 08:00\n"),
		"content/a/hoi-nghi/xong.md":       doc("title: Họp xong\nformat: launch\nwhen:\n  start: 2026-05-03 08:00\n"),
		"content/a/ke-hoach/mai.md":        doc("title: Ký ngày mai\nnumber: 1/KH-A\nissued: 2026-05-21\nrelated:\n  - to: /_shared/van-ban/c\n"),
		"content/a/tin-tuc/het.md":         doc("title: Hết hạn\ndate: 2026-05-04\nexpiryDate: 2026-05-10\n"),
		"content/b/_agency.md":             doc("name: B\ncode: B\nplace: B\n"),
		"content/b/tin-tuc/tin.md":         doc("title: Tin\ndate: 2026-05-05\nrelated:\n  - to: /_shared/van-ban/c\n"),
		"content/b/tin-tuc/chua-biet.md":   doc("title: Tháng này\ndate: 2026-05\n"),
		"content/b/gioi-thieu/khong-co.md": doc("title: Không ngày\n"),
	}
	titles := func(s *Site, n int) string {
		var list []string
		for _, e := range s.Newest(n) {
			list = append(list, e.Title)
		}
		return strings.Join(list, ", ")
	}
	in, _ := input(t, files)
	all, problems := New(in)
	if problems.HasErrors() {
		t.Fatal(problemText(problems))
	}
	if got := titles(all.Agencies[0], 9); got != "Họp xong, Đã báo" {
		t.Errorf("agency: %s", got)
	}
	if got := titles(all.Hub, 9); got != "Tin, Họp xong, Đã báo, Tháng này, Chung" {
		t.Errorf("hub: %s", got)
	}
	if got := titles(all.Hub, 2); got != "Tin, Họp xong" {
		t.Errorf("hub, two: %s", got)
	}
	if got := all.NextChange.Format(time.DateOnly); got != "2026-05-21" {
		t.Errorf("next change %s, but the plan is news the day after", got)
	}
	in.Now = time.Date(2026, 6, 10, 7, 0, 0, 0, time.FixedZone("", 7*3600))
	if all, _ = New(in); titles(all.Agencies[0], 2) != "Sắp họp, Ký ngày mai" {
		t.Errorf("later: %s", titles(all.Agencies[0], 2))
	}
}
