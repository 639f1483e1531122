package site

import (
	"fmt"
	"strings"
	"testing"

	"antq/internal/sitetest"
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

// dumpRegister writes what there is to choose from in the register of each site.
func dumpRegister(all *Sites) string {
	return eachSite(all, func(b *strings.Builder, s *Site) {
		r := s.Register
		if r == nil {
			return
		}
		part := func(p *RegisterPart) {
			at := "no page"
			if p.Page != nil {
				at = p.Page.URL
			}
			fmt.Fprintf(b, "  %s: %s\n", p.Name, at)
			for _, e := range p.Documents {
				fmt.Fprintf(b, "    %s %s\n", e.Admin.Issued, e.Page.URL)
			}
		}
		fmt.Fprintf(b, "%s has %d\n", r.Page.URL, r.Total)
		for _, y := range s.Years {
			if len(y.Documents) > 0 {
				part(&RegisterPart{Name: fmt.Sprint(y.Year), Documents: y.Documents, Page: y.Register})
			}
		}
		if r.Undated != nil {
			part(r.Undated)
		}
		for _, p := range append(append([]*RegisterPart{}, r.Types...), r.Units...) {
			part(p)
		}
	})
}

// checkRegister asserts that every document of the register is in one part by day and in one by type, and that its parts and their
// pages hold nothing else and nothing twice.
func checkRegister(t *testing.T, s *Site) {
	t.Helper()
	r := s.Register
	if r == nil {
		return
	}
	days, types := map[*Entry]int{}, map[*Entry]int{}
	count := func(in map[*Entry]int, documents []*Entry, first *Page) {
		var shown []*Entry
		for p := first; p != nil; p = p.List.Next {
			shown = append(shown, p.List.Entries...)
			if len(p.List.Entries) > perRegisterPage || p.Parents[1] != r.Page {
				t.Errorf("%s has %d rows and stands below %s", p.URL, len(p.List.Entries), p.Parents[1].URL)
			}
		}
		for i, e := range documents {
			in[e]++
			if first != nil && (i >= len(shown) || shown[i] != e) {
				t.Errorf("%s is not in its place on %s", e.Page.URL, first.URL)
			}
		}
	}
	for _, y := range s.Years {
		count(days, y.Documents, y.Register)
	}
	if r.Undated != nil {
		count(days, r.Undated.Documents, r.Undated.Page)
	}
	for _, p := range r.Types {
		count(types, p.Documents, p.Page)
	}
	for _, p := range r.Units {
		count(map[*Entry]int{}, p.Documents, p.Page)
	}
	total := 0
	for _, e := range s.Entries {
		if !e.registered() {
			continue
		}
		if total++; days[e] != 1 || types[e] != 1 {
			t.Errorf("%s is %d times among the years and %d times among the types", e.Page.URL, days[e], types[e])
		}
	}
	if total != r.Total || len(days) != total || len(types) != total {
		t.Errorf("the register counts %d documents of %d; years %d, types %d", r.Total, total, len(days), len(types))
	}
}

// manyDocuments is the text of an agency with 230 documents: of two types by turns, the first two hundred of 2025 and 2026, the last
// thirty without a number, every fifth of the one unit.
func manyDocuments(urls string) string {
	var b strings.Builder
	b.WriteString("-- content/a/_agency.md --\n---\nname: Cơ quan A\ncode: A\nplace: Lạng Sơn\nurls: " + urls + "\nunits:\n  - id: vp\n    name: Văn phòng\n---\n")
	for i := range 230 {
		kind, keys := "Kế hoạch", ""
		if i%2 == 1 {
			kind = "Báo cáo"
		}
		if i < 200 {
			keys = fmt.Sprintf("number: %d/X-A\nissued: %d-02-03\n", i+1, 2025+i%3/2)
		}
		if i%5 == 0 {
			keys += "unit: vp\n"
		}
		fmt.Fprintf(&b, "-- content/a/van-ban/so-%03d.md --\n---\ntitle: Văn bản %d\ntype: %s\n%s---\n", i, i, kind, keys)
	}
	return b.String()
}

func TestRegisterOfManyPages(t *testing.T) {
	for urls, ending := range map[string]string{"html": ".html", "folders": "/"} {
		in, _ := input(t, sitetest.Files(t, manyDocuments(urls)))
		all, problems := New(in)
		if problems.HasErrors() {
			t.Fatal(problemText(problems))
		}
		s := all.Agencies[0]
		var got []string
		for _, p := range s.Pages {
			if strings.HasPrefix(p.Layout, layoutRegister) {
				got = append(got, fmt.Sprintf("%s %d/%d", strings.TrimSuffix(p.URL, ending), len(p.List.Entries), p.List.Total))
			}
		}
		want := []string{"van-ban 100/230", "van-ban/chua-du-so-ngay 30/30", "van-ban/don-vi-vp 46/46",
			"van-ban/loai-bao-cao 100/115", "van-ban/loai-bao-cao/trang-2 15/115", "van-ban/loai-ke-hoach 100/115", "van-ban/loai-ke-hoach/trang-2 15/115",
			"van-ban/nam-2025 100/134", "van-ban/nam-2025/trang-2 34/134", "van-ban/nam-2026 66/66"}
		if urls == "html" {
			want[0] = "van-ban/ 100/230"
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s:\n%s", urls, strings.Join(got, "\n"))
		}
		checkRegister(t, s)
	}
}

// TestRegisterOfDraftsAlone shows that documents without a number stay within reach when they are more than a page shows and there is
// nothing else to choose.
func TestRegisterOfDraftsAlone(t *testing.T) {
	archive := "-- content/a/_agency.md --\n---\nname: A\ncode: A\nplace: L\n---\n"
	for i := range 101 {
		archive += fmt.Sprintf("-- content/a/ke-hoach/k%d.md --\n---\ntitle: K%d\n---\n", i, i)
	}
	r := siteWith(t, "2026-05-20", archive).Agencies[0].Register
	if r.Undated.Page == nil || r.Undated.Page.List.Of != 2 || len(r.Page.List.Entries) != 100 || r.Types[0].Page != nil {
		t.Errorf("101 drafts: %+v, the first page has %d", r.Undated.Page, len(r.Page.List.Entries))
	}
}
