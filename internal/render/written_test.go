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

// written makes sites from Markdown, as of 23 October 2026.
func written(t *testing.T, files map[string]string) *site.Sites {
	t.Helper()
	in := site.Input{Now: time.Date(2026, 10, 23, 9, 0, 0, 0, time.FixedZone("", 7*3600))}
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

func campaignSites(t *testing.T) *site.Sites {
	t.Helper()
	plan := func(name, number string) string {
		return strings.NewReplacer("NAME", name, "NUMBER", number).Replace(unitPlan)
	}
	return written(t, map[string]string{
		"_campaign.md":                      "---\ntitle: Phong trào\nname: Toàn dân bảo vệ an ninh Tổ quốc\n---\nGiới thiệu phong trào.\n",
		"so-xay-dung/_agency.md":            "---\ntitle: Sở Xây dựng\nname: Sở Xây dựng tỉnh Lạng Sơn\ncode: SXD\nplace: Lạng Sơn\n---\nSở là cơ quan chuyên môn.\n",
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
		contains(t, name, text, "tính đến ngày 23 tháng 10 năm 2026", "Tháng 11 năm 2026", "hạn cuối 04/11", "Còn 12 ngày", "2 văn bản cùng quy định",
			"Tổng kết phong trào năm 2026", "Tháng 12 năm 2026", "Tổng kết phong trào đơn vị", "Dự kiến, chưa ấn định ngày", "ngày cụ thể thông báo sau", "Nhiệm vụ thường xuyên")
		if strings.Contains(text, "Tổng kết phong trào Sở") {
			t.Errorf("%s: the duty is shown beside the conference that stands for it", name)
		}
	}
}

func TestWhatIsNext(t *testing.T) {
	r, sites := embedded(t), campaignSites(t)
	for name, s := range map[string]*site.Site{"agency": sites.Agencies[0], "hub": sites.Hub} {
		text := show(t, r, s, "index.html")
		contains(t, name, text, "Sắp tới", "04/11/2026 Hạn cuối Báo cáo kết quả", "(2 văn bản cùng quy định)", "27/11/2026", "Dự kiến tháng 12/2026")
	}
	contains(t, "agency", show(t, r, sites.Agencies[0], "index.html"), "Kế hoạch đang thực hiện")
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
