package render

import (
	"fmt"
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/site"
)

// A draft in the register, for who builds with drafts, is marked as one; what was withdrawn stays withdrawn.
func TestDraftInTheRegister(t *testing.T) {
	r, s := embedded(t), newSample()
	plan := s.pages["plan"].Entry
	m := r.maker(s.pages["plan"])
	for _, c := range []struct {
		draft       bool
		state, want site.State
	}{
		{false, site.StateIssued, site.StateIssued}, {true, site.StateIssued, site.StateUnsigned}, {true, site.StateWithdrawn, site.StateWithdrawn},
	} {
		plan.IsDraft, plan.State = c.draft, c.state
		if row := m.registerRow(plan); row.State != string(c.want) || row.Planned != c.draft {
			t.Errorf("draft %v, %s: got %s, planned %v", c.draft, c.state, row.State, row.Planned)
		}
	}
}

// filterText writes the filter as a page shows it: the current choice in brackets.
func filterText(f RegisterFilter) string {
	var b strings.Builder
	for _, g := range f.Groups {
		fmt.Fprintf(&b, "%s/%s/%v:", g.Name, g.Current, g.Folded)
		for _, l := range g.Links {
			text := fmt.Sprintf("%s=%s(%d)", l.Text, l.Href, l.Count)
			if l.Current {
				text = "[" + text + "]"
			}
			b.WriteString(" " + text)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// The filter leads from each page of the register to all its parts, says how many documents they have and which of them is shown,
// also on a later page of it; a part without a page is no choice.
func TestRegisterFilter(t *testing.T) {
	r, s := embedded(t), newSample()
	page := func(name string) *site.Page { return s.page("register-part", "van-ban/"+name+".html", name) }
	documents := func(n int) []*site.Entry { return make([]*site.Entry, n) }
	reg := s.site.Register
	s.site.Years[0].Documents = documents(4)
	reg.Total = 6
	reg.Undated = &site.RegisterPart{Name: "Chưa đủ số, ngày", Documents: documents(2), Page: page("chua-du-so-ngay")}
	plans := &site.RegisterPart{Name: "Kế hoạch", Documents: documents(5), Page: page("loai-ke-hoach")}
	reg.Types = []*site.RegisterPart{{Name: "Báo cáo", Documents: documents(1), Page: page("loai-bao-cao")}, plans}
	reg.Units = []*site.RegisterPart{{Name: "Văn phòng", Documents: documents(6)}}
	second := &site.Page{Site: s.site, Layout: "register-part", Output: "van-ban/loai-ke-hoach/trang-2.html", List: &site.Listing{Part: plans, Number: 2, Of: 2}}
	for name, c := range map[string]struct {
		page *site.Page
		want string
	}{
		"whole": {s.pages["register"], "Thời gian/Tất cả/false: [Tất cả=index.html(6)] Năm 2026=nam-2026.html(4) Chưa đủ số, ngày=chua-du-so-ngay.html(2)\n" +
			"Loại văn bản//false: Báo cáo=loai-bao-cao.html(1) Kế hoạch=loai-ke-hoach.html(5)\n"},
		"year": {s.pages["register-year"], "Thời gian/Năm 2026/false: Tất cả=index.html(6) [Năm 2026=nam-2026.html(4)] Chưa đủ số, ngày=chua-du-so-ngay.html(2)\n" +
			"Loại văn bản//false: Báo cáo=loai-bao-cao.html(1) Kế hoạch=loai-ke-hoach.html(5)\n"},
		"second page of a type": {second, "Thời gian//false: Tất cả=../index.html(6) Năm 2026=../nam-2026.html(4) Chưa đủ số, ngày=../chua-du-so-ngay.html(2)\n" +
			"Loại văn bản/Kế hoạch/false: Báo cáo=../loai-bao-cao.html(1) [Kế hoạch=../loai-ke-hoach.html(5)]\n"},
	} {
		if got := filterText(r.maker(c.page).registerFilter()); got != c.want {
			t.Errorf("%s:\n%swant\n%s", name, got, c.want)
		}
	}
	for range 8 {
		reg.Units = append(reg.Units, &site.RegisterPart{Name: "Phòng Quản lý xây dựng", Documents: documents(1), Page: page("don-vi-qlxd")})
	}
	if f := r.maker(s.pages["register"]).registerFilter(); len(f.Groups) != 3 || len(f.Groups[2].Links) != 8 || !f.Groups[2].Folded {
		t.Errorf("eight long names of units: %s", filterText(f))
	}
	s.site.Register = nil
	if f := r.maker(s.pages["register"]).registerFilter(); f.Groups != nil {
		t.Errorf("no register: %s", filterText(f))
	}
}

// The page of a unit's documents leads to the unit where that has a page.
func TestRegisterOfAUnit(t *testing.T) {
	r, s := embedded(t), newSample()
	unit := s.site.Units[0]
	p := s.pages["register-part"]
	for _, c := range []struct {
		unit *site.Unit
		want string
	}{{unit, "../don-vi/van-phong.html"}, {&site.Unit{Unit: content.Unit{ID: "x", Name: "X"}}, ""}, {nil, ""}} {
		p.List.Part = &site.RegisterPart{Name: "Đơn vị", Unit: c.unit, Page: p}
		got := ""
		if l := r.maker(p).registerPart().(*RegisterPart).Unit; l != nil {
			got = l.Href
		}
		if got != c.want {
			t.Errorf("%+v: %q, want %q", c.unit, got, c.want)
		}
	}
}
