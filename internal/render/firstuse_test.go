package render

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"antq/internal/site"
)

// TestAbbreviationsInPageOrder shows that an abbreviation is explained where the page uses it first, wherever that is: lead, bases,
// body, the tables within it, recipients, tasks, agenda and attendees; and nowhere else.
func TestAbbreviationsInPageOrder(t *testing.T) {
	r := embedded(t)
	s := written(t, 23, map[string]string{
		"_campaign.md": "---\nname: Toàn dân bảo vệ an ninh Tổ quốc\nabbreviations:\n  ANTQ: An ninh Tổ quốc\n  UBND: Ủy ban nhân dân\n---\n",
		"so-xay-dung/_agency.md": "---\nname: Sở Xây dựng tỉnh Lạng Sơn\ncode: SXD\nplace: Lạng Sơn\nabbreviations:\n  VP: Văn phòng\n  CAT: Công an tỉnh\n  TĐ: thi \"đua\" <&>\n" +
			"  CB: cán bộ\n  PA: Phòng An ninh\n  KT: Phòng Kinh tế\n---\n",
		"so-xay-dung/ke-hoach/k.md": "---\ntitle: Kế hoạch\nnumber: 1/KH-SXD\nissued: 2026-01-05\ndescription: Về ANTQ.\nbases:\n  - Căn cứ Công văn số 9/CAT-PA ngày 02/01/2026 của CAT về ANTQ\n" +
			"recipients:\n  - UBND các xã\n  - CAT\n  - VP\nfiled:\n  - VT, PA\ntasks:\n  - id: t\n    what: Thi TĐ cùng VP\n    owner: KT < 1\n    partners: Đội CB\n    to: UBND\n    note: ghi chú\n    day: 2026-12-01\n---\n" +
			"Nội dung của UBND và CAT.\n",
		"so-xay-dung/ke-hoach/b.md": "---\ntitle: Bảng trong bài\nnumber: 2/KH-SXD\nissued: 2026-01-05\ntasks:\n  - id: t\n    what: Thi TĐ\n    owner: VP\n    day: 2026-12-01\n---\nGiao CB.\n\n{{< tasks >}}\n\nThi TĐ do VP và KT.\n",
		"so-xay-dung/hoi-nghi/h.md": "---\ntitle: Hội nghị\nformat: launch\nwhen:\n  start: 2026-11-05\nagenda:\n  - time: 8h30\n    item: Phát động TĐ\n    by: VP\nattendees:\n  - group: Khối KT\n    who:\n      - VP\n      - CB\n---\nVề TĐ.\n",
		"so-xay-dung/tin-tuc/t.md":  "---\ntitle: Tin\ndate: 2026-01-05\nabbreviations:\n  BC: Báo cáo\n---\nBC của VP.\n",
	}).Agencies[0]
	marks := regexp.MustCompile(`<abbr title="[^"]*">[^<]*</abbr>|Căn cứ Công|Nội dung của|Nơi nhận|Thi|<table|Phát động|Khối|Giao|Về`)
	title := regexp.MustCompile(` title="[^"]*"`)
	for page, want := range map[string]string{
		"ke-hoach/k.html": "Về <abbr>ANTQ</abbr> Căn cứ Công <abbr>CAT</abbr> Nội dung của <abbr>UBND</abbr> Nơi nhận <abbr>VP</abbr> <abbr>PA</abbr> <table Thi <abbr>TĐ</abbr> <abbr>KT</abbr> <abbr>CB</abbr>",
		"ke-hoach/b.html": "Giao <abbr>CB</abbr> <table Thi <abbr>TĐ</abbr> <abbr>VP</abbr> Thi <abbr>KT</abbr>",
		"hoi-nghi/h.html": "Về <abbr>TĐ</abbr> Phát động <abbr>VP</abbr> Khối <abbr>KT</abbr> <abbr>CB</abbr>",
	} {
		i := slices.IndexFunc(s.Pages, func(p *site.Page) bool { return p.Output == page })
		out, err := r.Page(s.Pages[i])
		if err != nil {
			t.Fatal(err)
		}
		clean(t, page, string(out))
		_, main, _ := strings.Cut(string(out), "<main")
		if page == "ke-hoach/k.html" {
			contains(t, page, main, `<abbr title="thi &#34;đua&#34; &lt;&amp;&gt;">TĐ</abbr>`, "<abbr title=\"Phòng Kinh tế\">KT</abbr> &lt; 1")
		}
		got := title.ReplaceAllString(strings.Join(marks.FindAllString(main, -1), " "), "")
		if got != want {
			t.Errorf("%s: got  %s\nwant %s", page, got, want)
		}
	}
	contains(t, "glossary", show(t, r, s, "thuat-ngu.html"), "BC", "Báo cáo", "ANTQ")
}
