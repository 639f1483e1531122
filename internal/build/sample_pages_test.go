package build_test

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"antq/internal/build"
	"antq/internal/html"
	"antq/internal/output"
	"antq/internal/site"
	st "antq/internal/sitetest"
)

// pageCase is one page of the sample and what it has to show.
type pageCase struct {
	page   string
	checks []st.Check
}

// fact asks for a line of metadata: a name and, among its values, one that contains the text.
func fact(name, text string) st.Check {
	return func(scope *html.Element) error {
		found := false
		for _, dt := range scope.Find(html.MustCompile("dl dt")) {
			if dt.Text() != name {
				continue
			}
			found = true
			for _, dd := range dt.Parent.Find(html.MustCompile("dd")) {
				if strings.Contains(dd.Text(), text) {
					return nil
				}
			}
		}
		return fmt.Errorf("metadata %q: %q is not its value (named at all: %v)", name, text, found)
	}
}

// part asks the checks of the part of the page (section or nav) that its heading names.
func part(heading string, checks ...st.Check) st.Check {
	return func(scope *html.Element) error {
		found := titled(heading, scope)
		if found == nil {
			return fmt.Errorf("no part is headed %q", heading)
		}
		for _, check := range checks {
			if err := check(found); err != nil {
				return fmt.Errorf("in %q: %w", heading, err)
			}
		}
		return nil
	}
}

// titled returns the part whose heading has the text and which names that heading as its own; else nil.
func titled(heading string, scope *html.Element) *html.Element {
	for _, h := range headings(scope) {
		if h.Text() != heading {
			continue
		}
		for _, up := range ancestors(h) {
			if h.Attr("id") != "" && up.Attr("aria-labelledby") == h.Attr("id") {
				return up
			}
			if up.Tag == "section" && up.Has("aria-label") {
				return up
			}
		}
	}
	return nil
}

func headings(scope *html.Element) (found []*html.Element) {
	for e := range scope.Descendants() {
		if len(e.Tag) == 2 && e.Tag[0] == 'h' && e.Tag[1] >= '1' && e.Tag[1] <= '6' {
			found = append(found, e)
		}
	}
	return found
}

// link asks for a link with this text and address.
func link(text, href string) st.Check {
	return func(scope *html.Element) error {
		var seen []string
		for _, a := range scope.Find(html.MustCompile("a[href]")) {
			if a.Text() == text && a.Attr("href") == href {
				return nil
			}
			if a.Text() == text || a.Attr("href") == href {
				seen = append(seen, a.Text()+" -> "+a.Attr("href"))
			}
		}
		return fmt.Errorf("no link %q -> %s (near: %q)", text, href, seen)
	}
}

// row asks for a table row whose cells contain these texts, in this order.
func row(cells ...string) st.Check {
	return func(scope *html.Element) error {
		for _, tr := range scope.Find(html.MustCompile("tr")) {
			at := 0
			for cell := range tr.Children() {
				if at < len(cells) && strings.Contains(cell.Text(), cells[at]) {
					at++
				}
			}
			if at == len(cells) {
				return nil
			}
		}
		return fmt.Errorf("no row has the cells %q", cells)
	}
}

// when asks for a date that machines and people can read.
func when(iso, words string) st.Check {
	return func(scope *html.Element) error {
		for _, e := range scope.Find(html.MustCompile("time")) {
			if e.Attr("datetime") == iso && strings.Contains(e.Text(), words) {
				return nil
			}
		}
		return fmt.Errorf("no time %s %q", iso, words)
	}
}

// follows asks that the texts stand on the page one after the other.
func follows(texts ...string) st.Check {
	return func(scope *html.Element) error {
		rest := scope.Text()
		for _, text := range texts {
			_, after, ok := strings.Cut(rest, text)
			if !ok {
				return fmt.Errorf("%q does not follow", text)
			}
			rest = after
		}
		return nil
	}
}

func says(text string) st.Check { return follows(text) }

// counted asks that the page says how many things it lists, in these words.
func counted(selector, form string) st.Check {
	return func(scope *html.Element) error {
		n := len(scope.Find(html.MustCompile(selector)))
		if n == 0 {
			return fmt.Errorf("%s: nothing is listed", selector)
		}
		return says(fmt.Sprintf(form, n))(scope)
	}
}

// anyDepth asks that every address on the page holds at whatever depth the page is shown.
func anyDepth(scope *html.Element) error {
	for e := range scope.Descendants() {
		for _, attr := range []string{"href", "src"} {
			if addr := e.Attr(attr); addr != "" && addr[0] != '#' && addr[0] != '/' && !strings.Contains(addr, ":") {
				return fmt.Errorf("<%s %s=%q> depends on the address of the page", e.Tag, attr, addr)
			}
		}
	}
	return nil
}

// every asks that each of the parts, and there are some, holds what the second selector picks.
func every(parts, selector string) st.Check {
	return func(scope *html.Element) error {
		found := scope.Find(html.MustCompile(parts))
		for _, e := range found {
			if len(e.Find(html.MustCompile(selector))) == 0 {
				return fmt.Errorf("%s lacks %s: %s", parts, selector, e.Text())
			}
		}
		if len(found) == 0 {
			return fmt.Errorf("no %s", parts)
		}
		return nil
	}
}

// coverage asks that the sum above the board of unit plans is that of its rows.
func coverage(scope *html.Element) error {
	rows := scope.Find(html.MustCompile("tbody tr"))
	answered := 0
	for _, tr := range rows {
		if len(tr.Find(html.MustCompile("td a"))) > 0 {
			answered++
		}
	}
	if answered == 0 || answered == len(rows) {
		return fmt.Errorf("%d of %d units have a plan: the board shows only one case", answered, len(rows))
	}
	return says(fmt.Sprintf("%d/%d đơn vị", answered, len(rows)))(scope)
}

// mark is a part of a document's page, in the order in which pages show them.
type mark struct {
	name string
	find func(main *html.Element) *html.Element
}

func selected(selector string) func(*html.Element) *html.Element {
	sel := html.MustCompile(selector)
	return func(main *html.Element) *html.Element {
		if found := main.Find(sel); len(found) > 0 {
			return found[0]
		}
		return nil
	}
}

func headed(heading string) func(*html.Element) *html.Element {
	return func(main *html.Element) *html.Element { return titled(heading, main) }
}

// documentOrder is the order of the parts of every document's page.
var documentOrder = []mark{
	{"type label", selected("header > .doc-label")}, {"title", selected("h1")}, {"lead", selected("header > .lead")},
	{"status banner", selected("header > .banner")}, {"metadata", selected(".rail > dl")}, {"contents", selected(`nav[aria-label="Mục lục"]`)},
	{"body", selected(".doc-text > .prose")}, {"attachments", headed("Tài liệu kèm theo")},
	{"recipients", headed("Nơi nhận:")}, {"signature", selected(".signer")}, {"relations", headed("Văn bản, bài viết liên quan")},
	{"change history", headed("Lịch sử cập nhật")}, {"previous and next", selected(`nav[aria-label^="Trang trước và sau"]`)},
}

// marksOf returns the names of the marks that the page has, and fails the test where they are out of order.
func marksOf(t *testing.T, name string, d *html.Document) []string {
	t.Helper()
	place, n := map[*html.Element]int{}, 0
	for e := range d.Elements() {
		place[e] = n
		n++
	}
	main := d.Find(html.MustCompile("main"))[0]
	var names []string
	last := -1
	for _, m := range documentOrder {
		e := m.find(main)
		if e == nil {
			continue
		}
		if place[e] < last {
			t.Errorf("%s: %s stands before %s", name, m.name, names[len(names)-1])
		}
		last = place[e]
		names = append(names, m.name)
	}
	return names
}

func TestDocumentPagesKeepTheOrderOfParts(t *testing.T) {
	s := sampleOf(t)
	shown := map[string]bool{}
	for _, of := range allSites(s.result.Sites) {
		for _, p := range of.Pages {
			if p.Entry == nil {
				continue
			}
			name := path.Join(of.ID, p.Output)
			marks := marksOf(t, name, s.pages[name])
			for _, m := range marks {
				shown[m] = true
			}
			for _, must := range []string{"title"} {
				if !slices.Contains(marks, must) {
					t.Errorf("%s: no %s", name, must)
				}
			}
			if p.Entry.State != site.StateWithdrawn && !slices.Contains(marks, "body") && len(p.Entry.Doc.Body.Spans) > 0 {
				t.Errorf("%s: no body", name)
			}
		}
	}
	for _, m := range documentOrder {
		if !shown[m.name] {
			t.Errorf("no page shows the part %q", m.name)
		}
	}
	full := marksOf(t, "phat-dong-2026", s.pages["so-xay-dung/ke-hoach/phat-dong-2026.html"])
	for _, m := range documentOrder {
		if !slices.Contains(full, m.name) {
			t.Errorf("the plan of the sample lacks the part %q", m.name)
		}
	}
}

// furniture is what stands around the main part of every page of the site.
func furniture(of *site.Site, p *site.Page) []st.Check {
	checks := []st.Check{
		st.HasText(`body > a[href^="#"]`, "Chuyển đến nội dung chính"), st.Count("body > main", 1), st.Count("body > footer", 1),
		st.In("footer", st.HasText("a", "Sơ đồ trang"), st.HasText("a", "Khả năng tiếp cận"), says("ghi rõ nguồn")),
		func(scope *html.Element) error {
			if n := len(scope.Find(html.MustCompile(`nav[aria-label="Trình đơn chính"] li`))); n < 1 || n > 6 {
				return fmt.Errorf("%d menu items, not 1 to 6", n)
			}
			return nil
		},
	}
	if p.Layout != "home" && p.Layout != "hub" && p.Layout != "notfound" {
		checks = append(checks, st.In(`nav[aria-label="Vị trí trang"]`, link("Trang chủ", p.To(of.Pages[homeOf(of)])), st.Count(`[aria-current="page"]`, 1)))
	} else if p.Layout != "notfound" {
		checks = append(checks, st.None(`nav[aria-label="Vị trí trang"]`))
	}
	a := of.Agency
	if a == nil {
		return checks
	}
	checks = append(checks,
		follows("Trang thông tin của", a.Name), link(a.Portal.Name, a.Portal.URL),
		st.In("body > header", says(a.Parent.Name), says(a.Name)),
		st.In("footer", says(a.Address), says(a.Phone), says(a.Responsible.Name), says(a.Responsible.Position), says(a.Officer.Name),
			link(a.Email, "mailto:"+a.Email), st.HasText("a", "Lịch"), st.HasText("a", "Giới thiệu"), st.HasText("a", "Liên hệ"),
			follows("thay đổi lần cuối", "tháng 11 năm 2026"), st.Count("time[datetime]", 1)))
	return checks
}

func homeOf(of *site.Site) int {
	return slices.IndexFunc(of.Pages, func(p *site.Page) bool { return p.Output == "index.html" })
}

func TestFurnitureOfEveryPage(t *testing.T) {
	s := sampleOf(t)
	for _, of := range allSites(s.result.Sites) {
		for _, p := range of.Pages {
			st.Expect(t, s.files, path.Join(of.ID, p.Output), furniture(of, p)...)
		}
	}
}

func TestSamplePages(t *testing.T) {
	s := sampleOf(t)
	for _, c := range slices.Concat(hubPages, agencyPages, documentPages, listPages) {
		t.Run(strings.ReplaceAll(c.page, "/", "-"), func(t *testing.T) { st.Expect(t, s.files, c.page, c.checks...) })
	}
}

func TestDraftPage(t *testing.T) {
	o := sampleOf(t).options
	o.Drafts = true
	r, err := build.New(o).Build(t.Context(), output.NewMemory())
	if err != nil || r.Tree == nil {
		t.Fatal(err)
	}
	st.Expect(t, st.FromTree(t, r.Tree), "so-xay-dung/van-ban/so-tay-truc-bao-ve-2027.html",
		st.In("main", st.HasText("header p", "Bản nháp"), st.HasText("h1", "Ghi nhật ký và bàn giao ca trực bảo vệ năm 2027")))
}
