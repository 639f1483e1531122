package render

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"antq/internal/content"
	"antq/internal/site"
)

// contains fails for each text that the page does not show.
func contains(t *testing.T, what, page string, texts ...string) {
	t.Helper()
	for _, s := range texts {
		if !strings.Contains(page, s) {
			t.Errorf("%s does not show %q", what, s)
		}
	}
}

func TestPagesShowWhatTheyPromise(t *testing.T) {
	r, s := embedded(t), newSample()
	for layout, texts := range map[string][]string{
		"home": {"Phong trào “Toàn dân bảo vệ an ninh Tổ quốc”", "Thường trực Ban Chỉ đạo Sở", "113", "Dự kiến", "Kế hoạch đang thực hiện", "Người bảo vệ tận tuỵ", "Khen thưởng các tập thể", "Văn phòng Sở"},
		"plan": {"Kế hoạch số 1345/KH-SXD", "ngày 20 tháng 5 năm 2026", "Phó Giám đốc Lê Văn Mẫu", "năm 2026", "Đã ban hành", "của Đảng uỷ Sở Xây dựng;", "của Công an tỉnh Lạng Sơn.", "Mục lục", "trước ngày 05/11 hằng năm (hạn cuối 04/11)",
			"1/2 đơn vị đã ban hành kế hoạch; 1 đơn vị chậm hạn. Thời hạn: trước ngày 01 tháng 7 năm 2026 (hạn cuối ngày 30 tháng 6 năm 2026)", "Phòng Quy hoạch", "Chưa có", "Chưa ban hành Quá hạn", "Phụ lục: Danh mục nhiệm vụ (PDF, 1,2 MB)", "Nơi nhận:", "Lưu: VT, VP.", "KT. GIÁM ĐỐC", "Bổ sung thời hạn báo cáo."},
		"conference":    {"Hội nghị phát động", "Dự kiến tháng 12/2026", "thời gian cụ thể có thông báo sau", "số 12 đường Hùng Vương", "08:00-08:30", "Công chức, viên chức, người lao động", "Nguyễn Văn Mẫu"},
		"story":         {"Nhân viên bảo vệ", "Phát hiện, báo tin kịp thời", "Giữ gìn tài sản chung", "Khen thưởng các tập thể"},
		"document":      {"Nghị quyết số 108/NQ-ĐUSXD", "Đã được thay thế bởi Phát động phong trào", "Được dẫn bởi", "108 NQ.pdf (PDF, 1,2 MB)", "Ngày có hiệu lực"},
		"commendation":  {"Cơ quan", "Giấy khen", "Tập thể Văn phòng Sở (mẫu)", "Dẫn đầu phong trào"},
		"model":         {"tháng 3 năm 2025", "Đang duy trì", "Quyết định số 12/QĐ-SXD", "12 đơn vị tham gia"},
		"notice":        {"Thông báo lịch trực"},
		"material":      {"Tờ rơi", "Công chức, viên chức", "Tải về"},
		"section":       {"41 mục", "Trang 1/3", "Trang sau", "20/5/2026", "Các kế hoạch phát động"},
		"register":      {"Dữ liệu mở của danh mục văn bản: JSON, CSV.", "Cơ quan ban hành", "Ngày có hiệu lực", "Trích yếu", "108/NQ-ĐUSXD", "Năm 2026"},
		"calendar":      {"Hiện không có hội nghị hay thời hạn nào"},
		"unit":          {"Người đứng đầu", "Nguyễn Văn Mẫu", "Báo cáo kết quả"},
		"about":         {"Lang Son Department of Construction", "Trưởng ban", "Cơ cấu tổ chức"},
		"contact":       {"Cán bộ đầu mối", "vp@example.vn", "113"},
		"glossary":      {"ANTQ", "An ninh Tổ quốc", "an ninh tổ quốc"},
		"sitemap":       {"Kế hoạch", "Văn phòng Sở", "Liên hệ"},
		"accessibility": {"WCAG", "Hiện chưa ghi nhận"},
	} {
		_, doc := s.render(t, r, layout)
		text := plain(doc)
		contains(t, layout, text, texts...)
		// The furniture of every page.
		contains(t, layout, text, "Chuyển đến nội dung chính", "Trang thông tin của Sở Xây dựng tỉnh Lạng Sơn", "Uỷ ban nhân dân tỉnh Lạng Sơn", "Cổng thông tin điện tử tỉnh Lạng Sơn",
			"Chịu trách nhiệm nội dung: Trần Thị Mẫu, Giám đốc", "Cán bộ đầu mối: Nguyễn Văn Mẫu, Chánh Văn phòng", "ghi rõ nguồn", "Sơ đồ trang", "Khả năng tiếp cận", "Nội dung thay đổi lần cuối: ngày 20 tháng 5 năm 2026")
		headings(t, layout, doc)
	}
}

// headings fails unless the page has one h1 and no level is left out below it.
func headings(t *testing.T, what string, doc *html.Node) {
	t.Helper()
	ones, last := 0, 1
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' {
			continue
		}
		level := int(n.Data[1] - '0')
		if level == 1 {
			ones++
		}
		if level > last+1 {
			t.Errorf("%s: h%d after h%d: %s", what, level, last, plain(n))
		}
		last = level
	}
	if ones != 1 {
		t.Errorf("%s: %d h1", what, ones)
	}
}

func TestStatesAreToldOnThePage(t *testing.T) {
	r := embedded(t)
	for state, want := range map[site.State]string{
		site.StateExpected: "Sẽ ban hành.", site.StateUnsigned: "Dự thảo.", site.StateExpired: "Hết hiệu lực.", site.StateAhead: "Chưa có hiệu lực.", site.StateEnded: "Đã hết giai đoạn.",
		site.StateTentative: "Chưa ấn định ngày", site.StatePostponed: "Tạm hoãn.", site.StateCancelled: "Đã hủy.", site.StateReplaced: "Đã được thay thế.",
	} {
		s := newSample()
		s.pages["plan"].Entry.State = state
		_, doc := s.render(t, r, "plan")
		contains(t, string(state), plain(doc), want)
		if state == site.StateTentative { // where the day stands, in a list, is told in one word
			want = "Dự kiến"
		}
		_, list := s.render(t, r, "section")
		contains(t, "the list with "+string(state), plain(list), strings.TrimSuffix(want, "."))
	}
}

func TestWithdrawnPageKeepsOnlyItsNotice(t *testing.T) {
	r, s := embedded(t), newSample()
	for _, layout := range []string{"plan", "conference", "story", "commendation", "model", "material"} {
		e := s.pages[layout].Entry
		e.State = site.StateWithdrawn
		e.Doc.Common.Withdrawn = &content.Withdrawal{Date: content.Date{Year: 2026, Month: 7, Day: 1}, Reason: "Có sai sót"}
		e.Description = "Mô tả cũ"
		_, doc := s.render(t, r, layout)
		text := plain(doc)
		contains(t, layout, text, "Nội dung đã gỡ bỏ từ ngày 01 tháng 7 năm 2026. Lý do: Có sai sót.")
		for _, gone := range []string{"Nâng cao nhận thức", "Nơi nhận", "Danh mục nhiệm vụ", "Nhân viên bảo vệ", "Tập thể Văn phòng", "Đón tiếp đại biểu", "12 đơn vị", "Tải về"} {
			if strings.Contains(text, gone) {
				t.Errorf("%s still shows %q", layout, gone)
			}
		}
	}
}

func TestAddressesStartFromThePage(t *testing.T) {
	r, s := embedded(t), newSample()
	out, _ := s.render(t, r, "plan")
	contains(t, "plan", out, `href="../tai-nguyen/site.1.css"`, `src="../tai-nguyen/site.3.js"`, `href="../gioi-thieu.html"`, `href="../index.html"`, `href="index.html"`,
		`<a href="../ke-hoach/index.html" aria-current="true">Kế hoạch</a>`, `<link rel="canonical" href="https://sxd.example.vn/antq/ke-hoach/phat-dong-2026.html">`,
		`<a href="../van-ban/108-nq/108.pdf" download="108 NQ.pdf">`, `<link rel="alternate" type="application/json" href="phat-dong-2026.json"`, `href="tel:02053812345"`, `href="mailto:sxd@example.vn"`)
	out, _ = s.render(t, r, "section")
	contains(t, "section", out, `<link rel="canonical" href="https://sxd.example.vn/antq/ke-hoach/">`)
	out, _ = s.render(t, r, "register")
	contains(t, "register", out, `href="../du-lieu/van-ban.json"`, `href="../du-lieu/van-ban.csv"`)
	for _, layout := range []string{"story", "conference", "home"} {
		if out, _ := s.render(t, r, layout); strings.Contains(out, "application/json") {
			t.Errorf("%s names metadata that it does not have", layout)
		}
	}
}

func TestNotFoundHoldsAtAnyAddress(t *testing.T) {
	r, s := embedded(t), newSample()
	out, _ := s.render(t, r, "notfound")
	contains(t, "404", out, `href="/antq/tai-nguyen/site.1.css"`, `href="/antq/"`, `href="/antq/so-do-trang.html"`)

	s = newSample()
	s.site.BaseURL = ""
	out, doc := s.render(t, r, "notfound")
	contains(t, "404 without baseURL", out, `href="/so-xay-dung/tai-nguyen/site.1.css"`, `href="/so-xay-dung/so-do-trang.html"`)
	for n := range doc.Descendants() {
		for _, key := range []string{"href", "src"} {
			if a := attr(n, key); a != "" && !strings.HasPrefix(a, "/so-xay-dung/") && !strings.HasPrefix(a, "https://") && !strings.HasPrefix(a, "tel:") && !strings.HasPrefix(a, "mailto:") && !strings.HasPrefix(a, "#") {
				t.Errorf("without baseURL: %s=%q", key, a)
			}
		}
	}
}

func TestAliasSendsOn(t *testing.T) {
	r, s := embedded(t), newSample()
	out, err := r.Alias(s.site, site.Alias{From: "cu/ke-hoach/cu.html", To: s.pages["plan"]})
	if err != nil {
		t.Fatal(err)
	}
	inspect(t, "alias", out)
	contains(t, "alias", string(out), `content="0; url=../../ke-hoach/phat-dong-2026.html"`, `<link rel="canonical" href="https://sxd.example.vn/antq/ke-hoach/phat-dong-2026.html">`,
		`<a href="../../ke-hoach/phat-dong-2026.html">`, `content="noindex"`)
}

func TestHubLeadsToItsAgencies(t *testing.T) {
	r, s := embedded(t), newSample()
	hub := &site.Site{Hub: true, All: s.all, Name: "Phong trào tỉnh Lạng Sơn", Members: []*site.Site{s.site}}
	p := &site.Page{Site: hub, Layout: "hub", Output: "index.html", Title: hub.Name}
	hub.Pages = []*site.Page{p}
	out, err := r.Page(p)
	if err != nil {
		t.Fatal(err)
	}
	doc := inspect(t, "hub", out)
	headings(t, "hub", doc)
	contains(t, "hub", string(out), `href="so-xay-dung/index.html"`, `href="so-xay-dung/ke-hoach/phat-dong-2026.html"`)
	contains(t, "hub", plain(doc), "Các cơ quan tham gia", "Sở Xây dựng tỉnh Lạng Sơn", "Mới đăng")
}

func TestEmptyListsSaySo(t *testing.T) {
	r, s := embedded(t), newSample()
	for layout, want := range map[string]string{"section": "Chưa có nội dung nào", "tag": "Chưa có nội dung nào", "register": "Chưa có văn bản nào", "register-year": "Chưa có văn bản nào"} {
		s.pages[layout].List = &site.Listing{}
		_, doc := s.render(t, r, layout)
		contains(t, layout, plain(doc), want)
	}
}

// scripts counts the scripts of a page that a browser runs.
func scripts(doc *html.Node) int {
	n := 0
	for e := range doc.Descendants() {
		if e.Type == html.ElementNode && e.Data == "script" && !isData(e) {
			n++
		}
	}
	return n
}

// Titles, names and addresses that try to become markup or a program stay text.
func TestHostileValuesStayText(t *testing.T) {
	const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>{{.Title}}' --> javascript:alert(1)`
	r, s := embedded(t), newSample()
	s.site.Name, s.all.Campaign.Name, s.all.Campaign.Slogan = evil, evil, evil
	a := s.site.Agency
	a.Address, a.Phone, a.Email, a.Fax, a.Parent.Name = evil, evil, evil, evil, evil
	a.Parent.URL, a.Portal.URL = "javascript:alert(1)", "data:text/html,x"
	a.Officer.Name, a.Officer.Email = evil, evil
	s.site.Units[0].Name = evil
	for _, e := range s.site.Entries {
		e.Title, e.Description, e.Doc.Common.Description = evil, evil, evil
		e.Doc.Common.SourceURL, e.Doc.Common.Author, e.Doc.Common.Source = "javascript:alert(1)", evil, evil
		e.Doc.Common.Changes = []content.Change{{Note: evil}}
		if e.Admin != nil {
			e.Admin.Number, e.Admin.Issuers = evil, []string{evil}
			e.Admin.Bases = []site.Basis{{Text: evil, Target: &site.Target{Absolute: "https://x.vn/" + evil}}}
		}
		for _, d := range e.Duties {
			d.Text, d.Task = evil, &content.Task{ID: d.Task.ID, What: evil, Note: evil}
		}
	}
	for _, p := range s.site.Pages {
		p.Title = evil
	}
	for _, p := range s.site.Pages {
		out, err := r.Page(p)
		if err != nil {
			t.Fatal(err)
		}
		doc := inspect(t, p.Layout, out)
		if n := scripts(doc); n != 1 || strings.Count(string(out), "<script") > 2 {
			t.Errorf("%s: the page has scripts of its own", p.Layout)
		}
		if !strings.Contains(plain(doc), `<script>alert(1)</script>`) {
			t.Errorf("%s: the title is not shown as typed", p.Layout)
		}
	}
}

// A page of a new site is never made with what was remembered of the old one.
func TestNewSiteIsSeen(t *testing.T) {
	r, s := embedded(t), newSample()
	s.render(t, r, "plan")
	s = newSample()
	s.site.Name = "Tên mới"
	_, doc := s.render(t, r, "plan")
	contains(t, "plan", plain(doc), "Trang thông tin của Tên mới")
}

func TestPageWithoutLayout(t *testing.T) {
	r, s := embedded(t), newSample()
	for _, p := range []*site.Page{{Site: s.site, Output: "x.html", Layout: "nope"}, {Site: s.site, Output: "x.html", Layout: "plan"}} {
		if _, err := r.Page(p); err == nil || !strings.Contains(err.Error(), "x.html") {
			t.Errorf("%s: %v", p.Layout, err)
		}
	}
}

func BenchmarkPage(b *testing.B) {
	r, s := embedded(b), newSample()
	for _, layout := range []string{"plan", "story", "section"} {
		b.Run(layout, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := r.Page(s.pages[layout]); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(layout+" hash", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r.Hash(s.pages[layout])
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		embedded(b)
	}
}
