package render

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"antq/internal/content"
	"antq/internal/site"
)

// spoken returns the language that holds for the first element of a page with a text.
func spoken(t *testing.T, doc *html.Node, name, text string) string {
	t.Helper()
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != name || !strings.Contains(plain(n), text) {
			continue
		}
		for ; n != nil; n = n.Parent {
			if lang := attr(n, "lang"); lang != "" {
				return lang
			}
		}
	}
	t.Errorf("no <%s> with %q", name, text)
	return ""
}

// The furniture of a page in another language stays Vietnamese, and a voice is to read each part in its own language
// (WCAG 3.1.2). What machines read is about the document.
func TestForeignPagesSayWhichPartIsForeign(t *testing.T) {
	r := embedded(t)
	for _, layout := range []string{"page", "notice", "plan", "story", "material", "conference"} {
		s := newSample()
		p := s.pages[layout]
		p.Lang, p.Title = "en", "Frequently asked questions"
		e := p.Entry
		e.Title, e.Doc.Common.Description, e.Doc.Common.TOC = p.Title, "What to know first.", content.On
		out, doc := s.render(t, r, layout)
		for _, part := range [][3]string{
			{"h1", p.Title, "en"}, {"p", "What to know first.", "en"}, {"p", "Nâng cao nhận thức", "en"}, {"ol", "MỤC ĐÍCH", "en"},
			{"a", "Chuyển đến nội dung chính", "vi"}, {"header", "Thuộc", "vi"}, {"summary", "Mục lục", "vi"}, {"footer", "Khi sử dụng lại", "vi"},
		} {
			if got := spoken(t, doc, part[0], part[1]); got != part[2] {
				t.Errorf("%s: %q is said in %q, not %q", layout, part[1], got, part[2])
			}
		}
		if layout != "page" {
			if got := spoken(t, doc, "dt", "Ngày đăng"); got != "vi" {
				t.Errorf("%s: the facts are in %q", layout, got)
			}
		}
		if metas(doc)["DC.language"] != "en" || !strings.Contains(out, `"inLanguage":"en"`) {
			t.Errorf("%s: machines are not told the language of the document", layout)
		}
	}
	s := newSample()
	if out, _ := s.render(t, r, "plan"); strings.Count(out, ` lang="`) != 1 {
		t.Errorf("a Vietnamese page names its language %d times", strings.Count(out, ` lang="`))
	}
}

// Links to administrative documents say type and number, the banner with the day.
func TestRelationsNameDocumentsAsOfficialsDo(t *testing.T) {
	r, s := embedded(t), newSample()
	plan, document := s.pages["plan"].Entry, s.pages["document"].Entry
	to := func(e *site.Entry, text string) site.Target { return site.Target{Entry: e, Page: e.Page, Text: text} }
	document.State = site.StateAmended
	document.Relations = []site.Relation{
		{Rel: "amends-by", Inverse: true, Target: to(plan, plan.Title)},
		{Rel: "see-also", Target: to(s.pages["story"].Entry, s.pages["story"].Entry.Title)},
		{Rel: "see-also", Target: to(plan, "lời của người viết")},
	}
	_, doc := s.render(t, r, "document")
	contains(t, "document", plain(doc), "Đã được sửa đổi, bổ sung bởi Kế hoạch số 1345/KH-SXD ngày 20/5/2026.",
		"Kế hoạch số 1345/KH-SXD – Phát động phong trào", "Xem thêmNgười bảo vệ tận tuỵ ở công trường", "lời của người viết")
	plan.Admin.Number, plan.State = "/KH-SXD", site.StateUnsigned
	_, doc = s.render(t, r, "document")
	contains(t, "document beside a draft", plain(doc), "Được sửa đổi, bổ sung bởiDự thảo Kế hoạch – Phát động phong trào")
	s.pages["story"].Entry.Award = document
	_, doc = s.render(t, r, "story")
	contains(t, "story", plain(doc), "Nghị quyết số 108/NQ-ĐUSXD – Lãnh đạo, chỉ đạo")
}

// Nobody has signed what is yet to be issued.
func TestSignerOfADraftIsOnlyIntended(t *testing.T) {
	r, s := embedded(t), newSample()
	facts := func(state site.State) []string {
		s.pages["plan"].Entry.State = state
		_, doc := s.render(t, r, "plan")
		var names []string
		for n := range doc.Descendants() {
			if n.Type == html.ElementNode && n.Data == "dt" {
				names = append(names, plain(n))
			}
		}
		return names
	}
	for _, state := range []site.State{site.StateUnsigned, site.StateExpected} {
		if names := facts(state); !slices.Contains(names, "Dự kiến người ký") || slices.Contains(names, "Người ký") {
			t.Errorf("%s: %q", state, names)
		}
	}
	if names := facts(site.StateIssued); !slices.Contains(names, "Người ký") || slices.Contains(names, "Dự kiến người ký") {
		t.Errorf("issued: %q", names)
	}
}
