package render

import (
	"strings"

	"antq/internal/content"
	"antq/internal/site"
)

// sample is a small agency's site, put together by hand so that every layout has something to show.
type sample struct {
	all   *site.Sites
	site  *site.Site
	pages map[string]*site.Page // by layout
}

func newSample() *sample {
	s := &sample{pages: make(map[string]*site.Page)}
	s.all = &site.Sites{
		Campaign: &content.Campaign{
			Name: "Toàn dân bảo vệ an ninh Tổ quốc", Slogan: "Mỗi cơ quan là một pháo đài, mỗi người dân là một chiến sĩ",
			Hotlines: []content.Hotline{{Name: "Công an tỉnh", Phone: "113", Hours: "24/24 giờ"}},
			Terms:    []content.Term{{Wrong: "an ninh tổ quốc", Right: "an ninh Tổ quốc"}},
		},
		Today: content.Date{Year: 2026, Month: 10, Day: 23},
	}
	s.site = &site.Site{
		Abbreviations: []content.Abbreviation{{Short: "ANTQ", Long: "An ninh Tổ quốc"}},
		ID:            "so-xay-dung", All: s.all, Name: "Sở Xây dựng tỉnh Lạng Sơn", ShortName: "Sở Xây dựng", BaseURL: "https://sxd.example.vn/antq/",
		Doc: &content.Document{Common: content.Common{Description: "Tin tức, kế hoạch và gương người tốt, việc tốt của phong trào tại Sở Xây dựng."}},
		Agency: &content.Agency{
			Name: "Sở Xây dựng tỉnh Lạng Sơn", Parent: content.Link{Name: "Uỷ ban nhân dân tỉnh Lạng Sơn", URL: "https://langson.gov.vn"},
			Portal:  content.Link{Name: "Cổng thông tin điện tử tỉnh Lạng Sơn", URL: "https://langson.gov.vn"},
			Address: "Số 12 đường Hùng Vương, phường Lương Văn Tri, tỉnh Lạng Sơn", Phone: "0205 3812 345", Email: "sxd@example.vn",
			Officer:     &content.Contact{Name: "Nguyễn Văn Mẫu", Position: "Chánh Văn phòng", Unit: "Văn phòng Sở", Phone: "0205 3812 346", Email: "vp@example.vn"},
			Responsible: &content.Contact{Name: "Trần Thị Mẫu", Position: "Giám đốc"},
			En:          content.EnglishName{Name: "Lang Son Department of Construction", Address: "12 Hung Vuong Street"},
			Board:       []content.BoardMember{{Role: "Trưởng ban", Name: "Trần Thị Mẫu", Position: "Giám đốc"}},
			Hotlines:    []content.Hotline{{Name: "Thường trực Ban Chỉ đạo Sở", Phone: "0205 3812 345", Hours: "giờ hành chính"}},
		},
	}
	unit := &site.Unit{Unit: content.Unit{ID: "van-phong", Name: "Văn phòng Sở", Head: "Nguyễn Văn Mẫu"}}
	s.site.Units = []*site.Unit{unit}
	home := s.page("home", "index.html", "Trang chủ")
	section := s.page("section", "ke-hoach/index.html", "Kế hoạch", home)
	unit.Page = s.page("unit", "don-vi/van-phong.html", unit.Name, home)
	s.page("calendar", "lich.html", "Lịch", home)
	for _, p := range [][3]string{
		{"about", "gioi-thieu.html", "Giới thiệu"}, {"contact", "lien-he.html", "Liên hệ"}, {"accessibility", "kha-nang-tiep-can.html", "Khả năng tiếp cận"},
		{"glossary", "thuat-ngu.html", "Thuật ngữ và chữ viết tắt"}, {"sitemap", "so-do-trang.html", "Sơ đồ trang"}, {"notfound", "404.html", "Không tìm thấy trang"},
		{"register", "van-ban/index.html", "Văn bản"}, {"register-year", "van-ban/nam-2026.html", "Văn bản năm 2026"},
		{"register-part", "van-ban/loai-ke-hoach.html", "Loại văn bản: Kế hoạch"},
		{"tag", "chu-de/an-ninh-mang.html", "An ninh mạng"}, {"year", "nam/2026.html", "Năm 2026"},
	} {
		s.page(p[0], p[1], p[2], home)
	}
	sec := &site.Section{Kind: content.KindPlan, Folder: "ke-hoach", Title: "Kế hoạch", Page: section}
	s.site.Sections = []*site.Section{sec}
	s.site.Nav = []site.NavItem{{Title: "Giới thiệu", Page: s.pages["about"]}, {Title: "Kế hoạch", Page: section}, {Title: "Văn bản", Page: s.pages["register"]}, {Title: "Lịch", Page: s.pages["calendar"]}, {Title: "Liên hệ", Page: s.pages["contact"]}}
	s.documents(unit, sec)
	y := &site.Year{Year: 2026, Page: s.pages["year"], Register: s.pages["register-year"], Entries: s.site.Entries, Documents: s.site.Entries}
	s.site.Years = []*site.Year{y}
	part := &site.RegisterPart{Name: "Kế hoạch", Documents: s.site.Entries, Page: s.pages["register-part"]}
	s.site.Register = &site.Register{Page: s.pages["register"], Total: len(s.site.Entries), Types: []*site.RegisterPart{part}}
	for layout, l := range map[string]*site.Listing{
		"section": {Section: sec, Description: "Các kế hoạch phát động và thực hiện phong trào."}, "unit": {Unit: unit}, "tag": {}, "year": {Year: y},
		"register": {}, "register-year": {Year: y}, "register-part": {Part: part},
	} {
		l.Entries, l.Total, l.Number, l.Of, l.Next = s.site.Entries, 41, 1, 3, s.pages["section"]
		s.pages[layout].List = l
	}
	sec.Entries, unit.Entries = s.site.Entries, s.site.Entries
	return s
}

func (s *sample) page(layout, output, title string, parents ...*site.Page) *site.Page {
	p := &site.Page{Site: s.site, Layout: layout, Output: output, URL: strings.TrimSuffix(output, "index.html"), Title: title, Lang: "vi", Parents: parents}
	s.pages[layout] = p
	s.site.Pages = append(s.site.Pages, p)
	return p
}

func (s *sample) entry(k content.Kind, slug, title string, meta content.Meta) *site.Entry {
	e := &site.Entry{
		Site: s.site, Kind: k, Title: title, Date: content.Date{Year: 2026, Month: 5, Day: 20},
		Doc: &content.Document{Place: content.Place{Path: s.site.ID + "/" + k.Folder() + "/" + slug + ".md", Kind: k}, Meta: meta, Body: text()},
	}
	e.Doc.Common.Title, e.Doc.Common.Date = title, e.Date
	e.Page = s.page(k.String(), k.Folder()+"/"+slug+".html", title, s.pages["home"], s.pages["section"])
	e.Page.Entry = e
	s.site.Entries = append(s.site.Entries, e)
	return e
}

func (s *sample) documents(unit *site.Unit, sec *site.Section) {
	admin := content.Administrative{
		UnitPlans: &content.UnitPlans{Before: content.Date{Year: 2026, Month: 7, Day: 1}},
		Type:      "Kế hoạch", Issued: content.Date{Year: 2026, Month: 5, Day: 20}, Period: content.Period{From: content.Date{Year: 2026}},
		Recipients: []string{"Công an tỉnh", "Các phòng, đơn vị thuộc Sở"}, Filed: []string{"VT", "VP"},
		Signers: []content.Signer{{Authority: "KT. GIÁM ĐỐC", Position: "Phó Giám đốc", Name: "Lê Văn Mẫu"}},
	}
	plan := s.entry(content.KindPlan, "phat-dong-2026", "Phát động phong trào “Toàn dân bảo vệ an ninh Tổ quốc” tại Sở Xây dựng năm 2026", &content.Plan{Administrative: admin})
	plan.Section, plan.State, plan.Description = sec, site.StateIssued, "Kế hoạch phát động phong trào năm 2026 tại Sở Xây dựng."
	plan.Doc.Common.Changes = []content.Change{{Date: content.Date{Year: 2026, Month: 6, Day: 1}, Note: "Bổ sung thời hạn báo cáo."}}
	plan.Admin = &site.Admin{
		Administrative: &admin, TypeName: "Kế hoạch", Number: "1345/KH-SXD", Place: "Lạng Sơn", Issuers: []string{"Sở Xây dựng tỉnh Lạng Sơn"},
		Bases: []site.Basis{
			{Text: "Căn cứ Nghị quyết số 108/NQ-ĐUSXD ngày 15/01/2026 của Đảng uỷ Sở Xây dựng;", Target: &site.Target{Page: s.pages["register"]}},
			{Text: "Thực hiện Công văn số 1987/CQTT-CAT ngày 05/3/2026 của Công an tỉnh Lạng Sơn"},
		},
		Coverage: []site.Coverage{
			{Unit: unit, Plan: plan, State: site.CoverageIssued, Last: content.Date{Year: 2026, Month: 6, Day: 30}},
			{Unit: &site.Unit{Unit: content.Unit{Name: "Phòng Quy hoạch"}}, State: site.CoverageNotYet, Last: content.Date{Year: 2026, Month: 6, Day: 30}, Late: true},
		},
	}
	plan.Duties = []*site.Duty{
		{Entry: plan, Task: &content.Task{ID: "bao-cao", What: "Báo cáo kết quả thực hiện phong trào"}, Owners: []string{"Văn phòng Sở"}, OwnerUnits: []*site.Unit{unit}, Partners: []string{"các phòng chuyên môn"}, To: []string{"Công an tỉnh"}, Last: content.Date{Year: 2026, Month: 11, Day: 4}, Text: "trước ngày 05/11 hằng năm (hạn cuối 04/11)", State: site.DutyDue},
		{Entry: plan, Task: &content.Task{What: "Đăng tải gương người tốt, việc tốt"}, Owners: []string{"Văn phòng Sở"}, Text: "thường xuyên", State: site.DutyOngoing},
	}
	unit.Duties = plan.Duties
	s.more(plan, unit)
}

func (s *sample) more(plan *site.Entry, unit *site.Unit) {
	meeting := &content.Conference{Format: "launch", When: content.When{Start: content.Date{Year: 2026, Month: 12}, Note: "thời gian cụ thể có thông báo sau"}, Where: content.Venue{Name: "Sở Xây dựng tỉnh Lạng Sơn", Address: "số 12 đường Hùng Vương"}, Host: "Lãnh đạo Sở", With: []string{"Công an tỉnh"}, Contact: &content.Contact{Name: "Nguyễn Văn Mẫu", Phone: "0205 3812 346"}}
	c := s.entry(content.KindConference, "phat-dong", "Hội nghị phát động phong trào năm 2026", meeting)
	c.State = site.StateTentative
	c.Conference = &site.Conference{
		Conference: meeting, Of: &site.Target{Page: plan.Page, Text: plan.Title},
		Attendees: []content.Attendees{{Group: "Sở Xây dựng", Who: []string{"Lãnh đạo Sở", "Công chức, viên chức, người lao động"}}},
		Agenda:    []site.AgendaItem{{Time: "08:00-08:30", Item: "Đón tiếp đại biểu"}, {Time: "08:30", Item: "Phát động phong trào", By: "Giám đốc Sở", Doc: &site.Target{Page: plan.Page, Text: "Kế hoạch"}}},
	}
	award := s.entry(content.KindCommendation, "2026", "Khen thưởng các tập thể, cá nhân năm 2026", &content.Commendation{Year: 2026, Level: "agency", Form: "Giấy khen"})
	story := s.entry(content.KindStory, "bao-ve", "Người bảo vệ tận tuỵ ở công trường", &content.Story{Subject: content.Subject{Name: "Một nhân viên bảo vệ (nhân vật mẫu)", Position: "Nhân viên bảo vệ"}, Deed: "Phát hiện, báo tin kịp thời một vụ trộm vật liệu.", Quote: &content.Quote{Text: "Giữ gìn tài sản chung là việc của mọi người.", By: "Nhân vật mẫu"}})
	story.Award, story.Unit, story.Description = award, unit, "Một việc nhỏ giữ yên cả công trường."
	award.Honourees = []site.Honouree{{Honouree: content.Honouree{Name: "Tập thể Văn phòng Sở (mẫu)", Type: "collective", Deed: "Dẫn đầu phong trào"}, UnitName: "Văn phòng Sở", UnitRef: unit, StoryRef: story}}
	award.Stories = []*site.Entry{story}
	model := s.entry(content.KindModel, "tu-phong", "Tự phòng, tự quản về an ninh, trật tự", &content.Model{Started: content.Date{Year: 2025, Month: 3}, Results: "12 đơn vị tham gia"})
	model.Decision = &site.Target{Text: "Quyết định số 12/QĐ-SXD"}
	legal := content.Administrative{Type: "Nghị quyết", Issued: content.Date{Year: 2026, Month: 1, Day: 15}, Effective: content.Date{Year: 2026, Month: 1, Day: 15}}
	d := s.entry(content.KindDocument, "108-nq", "Lãnh đạo, chỉ đạo xây dựng phong trào năm 2026", &content.Legal{Administrative: legal})
	d.Admin = &site.Admin{Administrative: &legal, TypeName: "Nghị quyết", Number: "108/NQ-ĐUSXD", Issuers: []string{"Đảng uỷ Sở Xây dựng"}, File: &site.File{Site: s.site, Asset: &site.Asset{Size: 1234567}, Output: "van-ban/108-nq/108.pdf", Download: "108 NQ.pdf"}}
	d.State = site.StateReplaced
	d.Relations = []site.Relation{{Rel: "replaces-by", Inverse: true, Target: site.Target{Page: plan.Page, Text: plan.Title}}, {Rel: "cites-by", Inverse: true, Target: site.Target{Page: plan.Page, Text: plan.Title}}}
	s.entry(content.KindNotice, "thong-bao", "Thông báo lịch trực", &content.Notice{Format: "notice"})
	m := s.entry(content.KindMaterial, "to-roi", "Tờ rơi nhận biết tin giả", &content.Material{Format: "leaflet", Audience: "Công chức, viên chức"})
	m.MaterialFiles = []site.Attachment{{Title: "Tờ rơi", File: d.Admin.File}}
	s.entry(content.KindPage, "hoi-dap", "Hỏi đáp", &content.Page{})
	plan.Attachments = []site.Attachment{{Title: "Phụ lục: Danh mục nhiệm vụ", File: d.Admin.File, Note: "Kèm theo Kế hoạch"}}
	plan.Next, plan.Prev = d, c
}

// text is a body with what an outline and its paragraphs need.
func text() content.Body {
	var b content.Body
	add := func(k content.SpanKind, s string) {
		b.Spans = append(b.Spans, content.Span{Kind: k, Start: uint32(len(b.HTML)), End: uint32(len(b.HTML) + len(s)), Ref: -1})
		b.HTML = append(b.HTML, s...)
	}
	add(content.Markup, `<h2 id="i">`)
	add(content.Text, "I. MỤC ĐÍCH, YÊU CẦU")
	add(content.Markup, `</h2><h3 id="i.1">1. Mục đích</h3><p>`)
	add(content.Text, "Nâng cao nhận thức, trách nhiệm của công chức, viên chức và người lao động trong công tác bảo vệ an ninh quốc gia, giữ gìn trật tự an toàn xã hội trong lĩnh vực xây dựng.")
	add(content.Markup, `</p><ul class=letters role=list><li><span class=letter>a)</span> Tuyên truyền thường xuyên, liên tục;<li><span class=letter>đ)</span> Gắn với nhiệm vụ trọng tâm.</ul><aside class="callout note" role=note><p class=callout-title>Lưu ý<p>Các đơn vị gửi báo cáo đúng hạn.</aside><h3 id="i.2">2. Yêu cầu</h3><ol><li>Bảo đảm thiết thực.<li>Tránh hình thức.</ol><h2 id="ii">II. NỘI DUNG</h2><p>Kết hợp thi đua thường xuyên và theo chuyên đề; kịp thời biểu dương, nhân rộng các điển hình tiên tiến.</p><div class=table tabindex=0 role=region aria-label="Phân công"><table><caption>Bảng 1. Phân công</caption><thead><tr><th scope=col>Đơn vị<th scope=col class=right>Số người<tbody><tr><td>Văn phòng<td class=right>12</table></div>`)
	b.Headings = []content.Heading{{Level: 2, ID: "i", Text: "I. MỤC ĐÍCH, YÊU CẦU"}, {Level: 3, ID: "i.1", Text: "1. Mục đích"}, {Level: 3, ID: "i.2", Text: "2. Yêu cầu"}, {Level: 2, ID: "ii", Text: "II. NỘI DUNG"}}
	return b
}
