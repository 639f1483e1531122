package render

import (
	"slices"
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/site"
)

// statement returns the text of the statement about the sample after a change.
func statement(t *testing.T, change func(*sample)) string {
	t.Helper()
	s := newSample()
	change(s)
	_, doc := s.render(t, embedded(t), "accessibility")
	headings(t, "statement", doc)
	return plain(doc)
}

func TestStatementTellsWhatTheContentShows(t *testing.T) {
	file := func(s *sample, typ string) *site.File {
		return &site.File{Site: s.site, Asset: &site.Asset{Type: typ, Width: 10, Height: 10}, Output: "x", Download: "x"}
	}
	for name, c := range map[string]struct {
		change func(*sample)
		want   []string
		not    []string
	}{
		"nothing": {func(*sample) {}, []string{"WCAG) 2.2", "26/2020/TT-BTTTT", "Trang thông tin này phù hợp với mức AA", "Màu chữ tương phản", "Hiện chưa ghi nhận", "3 tệp để tải về", "thay đổi lần cuối ngày 20 tháng 5 năm 2026", "Cán bộ đầu mối: Nguyễn Văn Mẫu", "vp@example.vn"}, []string{"hình ảnh trong bài", "ngôn ngữ khác", "tự kiểm tra", "một phần", "tự thiết kế"}},
		"check of its own": {func(s *sample) {
			s.site.Agency.Accessibility = content.Accessibility{Checked: content.Date{Year: 2026, Month: 10, Day: 20}, Gaps: []string{"Tệp trình chiếu cũ"}}
		}, []string{"Trang thông tin này phù hợp một phần với mức AA", "Tệp trình chiếu cũ", "Cơ quan tự kiểm tra lần gần nhất: ngày 20 tháng 10 năm 2026"}, []string{"Hiện chưa ghi nhận"}},
		"pictures": {func(s *sample) {
			s.pages["story"].Entry.Image = &site.Picture{File: file(s, "image/png"), Alt: "Ca trực"}
			s.pages["model"].Entry.Image = &site.Picture{File: file(s, "image/png"), Alt: " "}
		}, []string{"2 hình ảnh trong bài; 1 hình có lời mô tả riêng", "phù hợp một phần", "1 trang có hình ảnh chưa có lời mô tả: Tự phòng, tự quản về an ninh, trật tự."}, []string{"Người bảo vệ tận tuỵ ở công trường", "Hiện chưa ghi nhận"}},
		"pictures in the text": {func(s *sample) {
			e := s.pages["story"].Entry
			e.Doc.Body.Refs = []content.Ref{{Kind: content.RefImage, Alt: "Cổng"}, {Kind: content.RefImage}, {Kind: content.RefShortcode, Name: "gallery"}, {Kind: content.RefImage}}
			e.Links = []site.Link{{File: file(s, "image/png")}, {File: file(s, "image/png")}, {Files: []*site.File{file(s, "image/png"), file(s, "image/png")}}}
		}, []string{"4 hình ảnh trong bài; 1 hình có", "1 trang có hình ảnh chưa có lời mô tả: Người bảo vệ", "1 trang có nhóm ảnh dùng chung một chú thích"}, nil},
		"film": {func(s *sample) {
			s.pages["material"].Entry.Doc.Meta = &content.Material{Format: "video"}
			e := s.pages["story"].Entry
			e.Doc.Body.Refs, e.Links = []content.Ref{{Kind: content.RefShortcode, Name: "video"}}, []site.Link{{}}
		}, []string{"2 trang có phim hoặc bản thu âm", "Tờ rơi nhận biết tin giả", "Người bảo vệ tận tuỵ"}, nil},
		"files only":     {func(s *sample) { s.pages["document"].Entry.Doc.Body = content.Body{} }, []string{"1 trang chỉ có tệp để tải về, chưa có nội dung đọc được ngay trên trang: Lãnh đạo, chỉ đạo"}, nil},
		"other language": {func(s *sample) { s.pages["page"].Lang = "en" }, []string{"ngôn ngữ khác tiếng Việt: Hỏi đáp (en)."}, nil},
		"withdrawn": {func(s *sample) {
			e := s.pages["document"].Entry
			e.Doc.Body, e.State = content.Body{}, site.StateWithdrawn
		}, []string{"Hiện chưa ghi nhận"}, []string{"Lãnh đạo, chỉ đạo"}},
	} {
		text := statement(t, c.change)
		contains(t, name, text, c.want...)
		for _, not := range c.not {
			if strings.Contains(text, not) {
				t.Errorf("%s: shows %q", name, not)
			}
		}
	}
}

// The statement of a large site stays short, and says how much it leaves out.
func TestStatementNamesTheFirstPages(t *testing.T) {
	text := statement(t, func(s *sample) {
		e := *s.pages["document"].Entry
		doc := *e.Doc
		doc.Body, e.Doc = content.Body{}, &doc
		s.site.Entries = slices.Repeat([]*site.Entry{&e}, 25)
	})
	contains(t, "statement", text, "25 trang chỉ có tệp", "và 5 trang khác")
	if n := strings.Count(text, "Lãnh đạo, chỉ đạo xây dựng phong trào năm 2026"); n != 20 {
		t.Errorf("%d pages are named", n)
	}
}

// What tests have proved of the shipped look is said of no other: not where the site has its own, and not of an agency that has.
func TestStatementClaimsNothingForAnotherLook(t *testing.T) {
	claims := []string{"Màu chữ tương phản", "dùng được bằng bàn phím", "co giãn theo màn hình điện thoại", "đều khai báo", "đều ghi rõ"}
	agencys, problems := New(with(t, map[string]string{"so-xay-dung/partials/state.html": "<b>{{.}}</b>"}), nil)
	if problems.HasErrors() {
		t.Fatal(problems.All())
	}
	for name, r := range map[string]*Renderer{"site": embedded(t).WithShippedLook(false), "agency": agencys.WithShippedLook(true)} {
		_, doc := newSample().render(t, r, "accessibility")
		text := plain(doc)
		contains(t, name, text, "phù hợp một phần", "Giao diện có phần do cơ quan tự thiết kế")
		for _, claim := range claims {
			if strings.Contains(text, claim) {
				t.Errorf("%s: claims %q", name, claim)
			}
		}
	}
}
