package site

import (
	"strings"
	"testing"
)

// TestRegisterOfPlansAlone shows that a site without a van-ban folder has its register as soon as it has any administrative
// document, in the menu too, and none without.
func TestRegisterOfPlansAlone(t *testing.T) {
	plan := func(keys string) string { return "-- content/a/ke-hoach/k.md --\n---\ntitle: K\n" + keys + "---\n" }
	for _, test := range []struct{ name, more, want string }{
		{"a plan", plan("number: 1/KH-A\nissued: 2026-01-05\n"), "van-ban/ van-ban/nam-2026.html"},
		{"not numbered", plan("number: /KH-A\n"), "van-ban/"},
		{"past its day of posting", plan("number: 1/KH-A\nissued: 2025-01-05\nexpiryDate: 2025-12-01\n"), "van-ban/ van-ban/nam-2025.html"},
		{"withdrawn", plan("number: 1/KH-A\nissued: 2025-01-05\nwithdrawn:\n  date: 2025-12-01\n  reason: Sai\n"), "van-ban/ van-ban/nam-2025.html"},
		{"a numbered notice", "-- content/a/tin-tuc/n.md --\n---\ntitle: N\ndate: 2026-01-05\nnumber: 1/TB-A\nissued: 2026-01-05\n---\n", "van-ban/ van-ban/nam-2026.html"},
		{"a commendation", "-- content/a/khen-thuong/n.md --\n---\ntitle: N\nnumber: 1/QĐ-A\nissued: 2026-01-05\nyear: 2026\nlevel: agency\n---\n", "van-ban/ van-ban/nam-2026.html"},
		{"held", plan("number: 1/KH-A\nissued: 2026-01-05\ndate: 2026-12-01\n"), ""},
		{"no document", "-- content/a/tin-tuc/n.md --\n---\ntitle: N\ndate: 2026-01-05\n---\n", ""},
	} {
		s := siteWith(t, "2026-05-20", "-- content/a/_agency.md --\n---\nname: A\ncode: A\nplace: L\n---\n"+test.more).Agencies[0]
		var pages []string
		for _, p := range s.Pages {
			if p.Layout == layoutRegister || p.Layout == layoutRegisterYear {
				pages = append(pages, p.URL)
				if p.List == nil || p.List.Total != 1 || len(p.List.Entries) != 1 {
					t.Errorf("%s: %s does not hold the document", test.name, p.URL)
				}
			}
		}
		if strings.Join(pages, " ") != test.want {
			t.Errorf("%s: the register is %q, want %q", test.name, pages, test.want)
		}
		inMenu := false
		for _, n := range s.Nav {
			inMenu = inMenu || n.Page.URL == "van-ban/"
		}
		if inMenu != (test.want != "") {
			t.Errorf("%s: in the menu: %v", test.name, inMenu)
		}
	}
}
