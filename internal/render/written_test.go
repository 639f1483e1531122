package render

import (
	"slices"
	"strings"
	"testing"
	"time"

	"antq/internal/content"
	"antq/internal/diag"
	"antq/internal/site"
)

// written makes sites from Markdown, as of a day in October 2026.
func written(t *testing.T, day int, files map[string]string) *site.Sites {
	t.Helper()
	in := site.Input{Now: time.Date(2026, 10, day, 9, 0, 0, 0, time.FixedZone("", 7*3600))}
	for path, src := range files {
		d, problems := content.Parse(path, []byte(src))
		for _, p := range problems.All() {
			if p.Severity == diag.Error {
				t.Fatalf("%s:%d: %s", path, p.Start.Line, p.Message(diag.English))
			}
		}
		in.Documents = append(in.Documents, d)
	}
	slices.SortFunc(in.Documents, func(a, b *content.Document) int { return strings.Compare(a.Path, b.Path) })
	sites, problems := site.New(in)
	for _, p := range problems.All() {
		if p.Severity == diag.Error {
			t.Fatalf("%s:%d: %s", p.File, p.Start.Line, p.Message(diag.English))
		}
	}
	return sites
}

const unitPlan = `---
title: Phát động phong trào tại NAME
number: NUMBER/KH-SXD
issued: 2026-02-10
tasks:
  - id: bao-cao
    what: Báo cáo kết quả thực hiện phong trào
    owner: Văn phòng Sở
    every: year
    before: 05/11
  - id: tong-ket
    what: Tổng kết phong trào NAME
    every: year
    day: 20/12
  - id: tuyen-truyen
    what: Tuyên truyền NAME
    when: ongoing
---
## Nội dung

Xem [nhiệm vụ](/ke-hoach/mot#bao-cao).
`

func campaignSites(t *testing.T) *site.Sites { return campaignSitesOn(t, 23) }

func campaignSitesOn(t *testing.T, day int) *site.Sites {
	t.Helper()
	plan := func(name, number string) string {
		return strings.NewReplacer("NAME", name, "NUMBER", number).Replace(unitPlan)
	}
	return written(t, day, map[string]string{
		"_campaign.md":                      "---\nname: Toàn dân bảo vệ an ninh Tổ quốc\n---\nGiới thiệu phong trào.\n",
		"so-xay-dung/_agency.md":            "---\nname: Sở Xây dựng tỉnh Lạng Sơn\ncode: SXD\nplace: Lạng Sơn\n---\nSở là cơ quan chuyên môn.\n",
		"so-xay-dung/ke-hoach/mot.md":       plan("Sở", "12"),
		"so-xay-dung/ke-hoach/hai.md":       plan("đơn vị", "13"),
		"so-xay-dung/hoi-nghi/tong-ket.md":  "---\ntitle: Tổng kết phong trào năm 2026\nformat: final-review\nwhen:\n  start: 2026-11-27T08:00+07:00\nrelated:\n  - rel: fulfils\n    to: /ke-hoach/mot#tong-ket\n---\nNội dung.\n",
		"so-xay-dung/hoi-nghi/phat-dong.md": "---\ntitle: Phát động phong trào năm 2026\nformat: launch\nwhen:\n  start: 2026-12\n  note: ngày cụ thể thông báo sau\n---\nNội dung.\n",
	})
}

func show(t *testing.T, r *Renderer, s *site.Site, output string) string {
	t.Helper()
	i := slices.IndexFunc(s.Pages, func(p *site.Page) bool { return p.Output == output })
	if i < 0 {
		t.Fatalf("no page %s", output)
	}
	out, err := r.Page(s.Pages[i])
	if err != nil {
		t.Fatal(err)
	}
	doc := inspect(t, output, out)
	headings(t, output, doc)
	return plain(doc)
}

// Every page that a site has can be rendered, and so can the hub's.
func TestEveryPageOfAWrittenSite(t *testing.T) {
	r, sites := embedded(t), campaignSites(t)
	for _, s := range append([]*site.Site{sites.Hub}, sites.Agencies...) {
		for _, p := range s.Pages {
			show(t, r, s, p.Output)
		}
	}
}

func TestCalendar(t *testing.T) {
	r, sites := embedded(t), campaignSites(t)
	for name, s := range map[string]*site.Site{"agency": sites.Agencies[0], "hub": sites.Hub} {
		text := show(t, r, s, "lich.html")
		next, rest, _ := strings.Cut(text, "Nhiệm vụ hằng năm")
		contains(t, name, next, "Năm 2026Tháng 11", "Tháng 11 năm 2026 04 tháng 11/2026 Hạn cuối Báo cáo kết quả", "hạn cuối 04/11",
			"Theo: Phát động phong trào tại đơn vị và 1 kế hoạch khác", "27 tháng 11/2026 Hội nghị Tổng kết phong trào năm 2026", "Tháng 12 năm 2026", "Tổng kết phong trào đơn vị")
		contains(t, name, rest, "Hạn cuối lần tới 04/11/2026", "và 1 kế hoạch khác", "Dự kiến, chưa ấn định ngày Dự kiến tháng 12/2026 Hội nghị Phát động", "ngày cụ thể thông báo sau", "Nhiệm vụ thường xuyên")
		if strings.Contains(next, "Tổng kết phong trào Sở") {
			t.Errorf("%s: the duty is shown beside the conference that stands for it", name)
		}
	}
}

// A page that counts days, or says what day it is, would have to be built anew every night.
func TestNoPageCountsDays(t *testing.T) {
	r := embedded(t)
	at := func(day int) map[string]string {
		pages := make(map[string]string)
		sites := campaignSitesOn(t, day)
		for _, s := range append([]*site.Site{sites.Hub}, sites.Agencies...) {
			for _, p := range s.Pages {
				out, err := r.Page(p)
				if err != nil {
					t.Fatal(err)
				}
				pages[s.ID+"/"+p.Output] = string(out)
			}
		}
		return pages
	}
	today, tomorrow := at(23), at(24)
	for output, page := range today {
		if tomorrow[output] != page {
			t.Errorf("%s differs the next day", output)
		}
	}
}

func TestCalendarMonth(t *testing.T) {
	r, sites := embedded(t), campaignSites(t)
	s := sites.Agencies[0]
	text := show(t, r, s, "lich/2026-11.html")
	contains(t, "month", text, "Lịch tháng 11 năm 2026", "04 tháng 11/2026 Hạn cuối Báo cáo kết quả", "và 1 kế hoạch khác", "27 tháng 11/2026 Hội nghị", "Tháng 12 năm 2026", "Xem toàn bộ lịch")
	i := slices.IndexFunc(s.Pages, func(p *site.Page) bool { return p.Output == "lich/2026-11.html" })
	out, err := r.Page(s.Pages[i])
	if err != nil {
		t.Fatal(err)
	}
	contains(t, "month", string(out), `<a class="pager-next" href="2026-12.html" rel="next">`, `<a href="../lich.html">Xem toàn bộ lịch</a>`)
}

func TestWhatIsNext(t *testing.T) {
	r, sites := embedded(t), campaignSites(t)
	for name, s := range map[string]*site.Site{"agency": sites.Agencies[0], "hub": sites.Hub} {
		text := show(t, r, s, "index.html")
		contains(t, name, text, "Sắp tới", "04 tháng 11/2026 Hạn cuối Báo cáo kết quả", "và 1 kế hoạch khác", "27 tháng 11/2026", "Dự kiến tháng 12/2026")
	}
	contains(t, "agency", show(t, r, sites.Agencies[0], "index.html"), "Kế hoạch đang thực hiện")
	inForce := 0
	for _, output := range []string{"ke-hoach/mot.html", "ke-hoach/hai.html"} {
		inForce += strings.Count(show(t, r, sites.Agencies[0], output), "Đã ban hành (kế hoạch đang thực hiện)")
	}
	if inForce != 1 {
		t.Errorf("%d plans are said to be in force", inForce)
	}
}

// A link to a task leads to its row.
func TestTaskHasTheIDThatLinksName(t *testing.T) {
	r, sites := embedded(t), campaignSites(t)
	s := sites.Agencies[0]
	i := slices.IndexFunc(s.Pages, func(p *site.Page) bool { return p.Output == "ke-hoach/mot.html" })
	out, err := r.Page(s.Pages[i])
	if err != nil {
		t.Fatal(err)
	}
	contains(t, "plan", string(out), `<a href="#bao-cao">`, `<span id="bao-cao">`)
	if strings.Count(string(out), `id="noi-dung"`)+strings.Count(string(out), "id=noi-dung") > 1 {
		t.Error("the layout uses an id of the text")
	}
}

func TestLaterPagesOfAListHaveTitlesOfTheirOwn(t *testing.T) {
	r, s := embedded(t), newSample()
	s.pages["section"].List.Number = 2
	out, _ := s.render(t, r, "section")
	contains(t, "second page", out, "<title>Kế hoạch, trang 2 - Sở Xây dựng tỉnh Lạng Sơn</title>")
}

const chain = `---
title: TITLE
type: TYPE
number: NUMBER
issued: 2026-01-DAY
issuer: ISSUER
EXTRA
---
## I. Nội dung

TEXT
`

// chainSites are three documents, each resting on the one above, and one that replaces the first.
func chainSites(t *testing.T) *site.Sites {
	t.Helper()
	doc := func(title, kind, number, day, issuer, extra, text string) string {
		return strings.NewReplacer("TITLE", title, "TYPE", kind, "NUMBER", number, "DAY", day, "ISSUER", issuer, "EXTRA", extra, "TEXT", text).Replace(chain)
	}
	return written(t, 23, map[string]string{
		"_campaign.md":               "---\nname: Toàn dân bảo vệ an ninh Tổ quốc\nabbreviations:\n  ANTQ: An ninh Tổ quốc\n---\nPhong trào ANTQ.\n",
		"so-xay-dung/_agency.md":     "---\nname: Sở Xây dựng tỉnh Lạng Sơn\ncode: SXD\nplace: Lạng Sơn\nunits:\n  - id: van-phong\n    name: Văn phòng Sở\n---\nSở.\n",
		"so-xay-dung/van-ban/cu.md":  doc("Chương trình cũ", "Chương trình", "04/CTr-BCĐ", "02", "Ban Chỉ đạo tỉnh", "tags: [a]", "Nội dung cũ."),
		"so-xay-dung/van-ban/moi.md": doc("Chương trình mới", "Chương trình", "05/CTr-BCĐ", "05", "Ban Chỉ đạo tỉnh", "related:\n  - rel: replaces\n    to: cu", "Nội dung mới."),
		"so-xay-dung/ke-hoach/so.md": doc("Phát động phong trào", "Kế hoạch", "12/KH-SXD", "10", "Sở Xây dựng tỉnh Lạng Sơn",
			"bases:\n  - Thực hiện Chương trình số 04/CTr-BCĐ ngày 02/01/2026 của Ban Chỉ đạo tỉnh về phong trào", "Phong trào ANTQ theo Chương trình số 04/CTr-BCĐ ngày 02/01/2026 của Ban Chỉ đạo tỉnh."),
		"so-xay-dung/ke-hoach/vp.md": doc("Phát động tại Văn phòng", "Kế hoạch", "13/KH-VP", "12", "Văn phòng Sở", "unit: van-phong\nrelated:\n  - rel: implements\n    to: so", "Theo Kế hoạch số 12/KH-SXD."),
	})
}

func TestLineageAndCitations(t *testing.T) {
	r, sites := embedded(t), chainSites(t)
	s := sites.Agencies[0]
	text := show(t, r, s, "ke-hoach/so.html")
	contains(t, "plan", text,
		"Thực hiện Chương trình số 04/CTr-BCĐ ngày 02/01/2026 của Ban Chỉ đạo tỉnh về phong trào. (đã được thay thế bởi Chương trình số 05/CTr-BCĐ)",
		" (đã được thay thế)",
		"Mạch văn bản", "Căn cứ: Chương trình số 04/CTr-BCĐ Đã được thay thế Chương trình cũ", "Văn bản này: Kế hoạch số 12/KH-SXD Phát động phong trào", "Triển khai: Kế hoạch số 13/KH-VP Phát động tại Văn phòng",
		"Được triển khai bằng")
	contains(t, "old document", show(t, r, s, "van-ban/cu.html"), "Đã được thay thế bởi Chương trình số 05/CTr-BCĐ ngày 05/01/2026.", "Được dẫn bởiKế hoạch số 12/KH-SXD – Phát động phong trào")
	i := slices.IndexFunc(s.Pages, func(p *site.Page) bool { return p.Output == "ke-hoach/so.html" })
	out, err := r.Page(s.Pages[i])
	if err != nil {
		t.Fatal(err)
	}
	contains(t, "plan", string(out), `<li aria-current="page">`, `<a href="../van-ban/cu.html">Chương trình số 04/CTr-BCĐ</a> ngày 02/01/2026`, `<abbr title="An ninh Tổ quốc">ANTQ</abbr>`,
		`<a class=anchor href="#i" aria-label="mục I">`)
}
