package render

import (
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/site"
)

// bodyOf puts a body together from pieces: "<…" is markup, "@0" opens, "/0" closes and "!0" inserts reference 0, "#7" is the
// block start of line 7, anything else is text.
func bodyOf(refs []content.Ref, pieces ...string) *content.Document {
	d := &content.Document{}
	b := &d.Body
	b.Refs = refs
	for _, p := range pieces {
		s := content.Span{Start: uint32(len(b.HTML)), Ref: -1}
		switch p[0] {
		case '@':
			s.Kind, s.Ref = content.Open, int32(p[1]-'0')
		case '/':
			s.Kind, s.Ref = content.Close, int32(p[1]-'0')
		case '!':
			s.Kind, s.Ref = content.Insert, int32(p[1]-'0')
		case '#':
			s.Kind, s.Source = content.Block, uint32(p[1]-'0')
		case '<', '>':
			s.Kind = content.Markup
			b.HTML = append(b.HTML, p...)
		default:
			s.Kind = content.Text
			b.HTML = append(b.HTML, p...)
		}
		s.End = uint32(len(b.HTML))
		b.Spans = append(b.Spans, s)
	}
	return d
}

func TestBodyHTML(t *testing.T) {
	r, s := embedded(t), newSample()
	plan := s.pages["plan"]
	file := func(name, download string, width, height int) *site.File {
		return &site.File{Site: s.site, Asset: &site.Asset{Width: width, Height: height, Type: "image/jpeg"}, Output: name, Download: download}
	}
	link := []content.Ref{{Kind: content.RefLink, Target: "x"}}
	cited := []content.Ref{{Kind: content.RefCitation}}
	place := func(anchor string) []content.Ref {
		return []content.Ref{{Kind: content.RefCitation, Fragment: anchor}}
	}
	resolution := s.pages["document"].Entry
	resolution.Doc.Body.Outline = content.Outline{{Kind: content.OutlineArticle, Parent: -1, Number: "Điều 4", Anchor: "dieu-4"}}
	image := []content.Ref{{Kind: content.RefImage, Target: "a.jpg", Alt: `Ảnh "1"`}}
	code := func(name string, args ...content.Arg) []content.Ref {
		return []content.Ref{{Kind: content.RefShortcode, Name: name, Args: args}}
	}
	for _, c := range []struct {
		name   string
		doc    *content.Document
		links  []site.Link
		want   string
		within bool // want is a part of the text
	}{
		{name: "nothing to resolve", doc: bodyOf(nil, "<p", "#3", ">", "Chữ &amp; chữ", "</p>"), want: "<p>Chữ &amp; chữ</p>"},
		{name: "link", doc: bodyOf(link, "<p>", "@0", "xem", "/0", "</p>"), links: []site.Link{{Target: &site.Target{Page: s.pages["story"]}}}, want: `<p><a href="../guong-tot/bao-ve.html">xem</a></p>`},
		{name: "link to a place", doc: bodyOf(link, "@0", "xem", "/0"), links: []site.Link{{Target: &site.Target{Page: s.pages["story"], Fragment: "ii.3"}}}, want: `<a href="../guong-tot/bao-ve.html#ii.3">xem</a>`},
		{name: "link to a place of the same page", doc: bodyOf(link, "@0", "xem", "/0"), links: []site.Link{{Target: &site.Target{Page: plan, Fragment: "i.1"}}}, want: `<a href="#i.1">xem</a>`},
		{name: "held", doc: bodyOf(link, "<p>", "@0", "xem", "/0", "</p>"), links: []site.Link{{}}, want: `<p>xem</p>`},
		{name: "no address", doc: bodyOf(link, "@0", "xem", "/0"), links: []site.Link{{Target: &site.Target{Text: "Kế hoạch"}}}, want: `xem`},
		{name: "another site", doc: bodyOf(link, "@0", "xem", "/0"), links: []site.Link{{Target: &site.Target{Absolute: "https://x.vn/a?b=1&c=2", Fragment: "i"}}}, want: `<a href="https://x.vn/a?b=1&amp;c=2#i">xem</a>`},
		{name: "title", doc: bodyOf([]content.Ref{{Kind: content.RefLink, Title: `"><b>`}}, "@0", "xem", "/0"), links: []site.Link{{Target: &site.Target{Page: s.pages["story"]}}}, want: `<a href="../guong-tot/bao-ve.html" title="&#34;&gt;&lt;b&gt;">xem</a>`},
		{name: "citation", doc: bodyOf(cited, "<p>", "theo ", "@0", "Nghị quyết số 108/NQ-ĐUSXD", "/0", ", ", "</p>"), links: []site.Link{{Target: &site.Target{Page: s.pages["document"]}, Known: true}}, want: `<p>theo <a href="../van-ban/108-nq.html">Nghị quyết số 108/NQ-ĐUSXD</a>, </p>`},
		{name: "citation of a place", doc: bodyOf(place("dieu-4"), "@0", "Điều 4 Nghị quyết", "/0"), links: []site.Link{{Target: &site.Target{Page: resolution.Page, Entry: resolution}}}, want: `<a href="../van-ban/108-nq.html#dieu-4">Điều 4 Nghị quyết</a>`},
		{name: "citation of a place that is not there", doc: bodyOf(place("dieu-5"), "@0", "Điều 5 Nghị quyết", "/0"), links: []site.Link{{Target: &site.Target{Page: resolution.Page, Entry: resolution}}}, want: `<a href="../van-ban/108-nq.html">Điều 5 Nghị quyết</a>`},
		{name: "citation of a replaced document", doc: bodyOf(cited, "@0", "108/NQ-ĐUSXD", "/0"), links: []site.Link{{Target: &site.Target{Page: s.pages["document"], Lapsed: site.StateReplaced}}}, want: `<a href="../van-ban/108-nq.html">108/NQ-ĐUSXD</a> <span class=lapsed>(đã được thay thế)</span>`},
		{name: "citation of an expired document that cannot be linked", doc: bodyOf(cited, "@0", "108/NQ-ĐUSXD", "/0"), links: []site.Link{{Target: &site.Target{Lapsed: site.StateExpired}}}, want: `108/NQ-ĐUSXD <span class=lapsed>(đã hết hiệu lực)</span>`},
		{name: "citation of a withdrawn document", doc: bodyOf(cited, "@0", "108/NQ-ĐUSXD", "/0"), links: []site.Link{{Target: &site.Target{Lapsed: site.StateWithdrawn}}}, want: `108/NQ-ĐUSXD <span class=lapsed>(đã gỡ bỏ)</span>`},
		{name: "citation of an unknown document", doc: bodyOf(cited, "@0", "12/NQ-X", "/0"), links: []site.Link{{}}, want: `12/NQ-X`},
		{name: "citation of the document itself", doc: bodyOf(cited, "@0", "1345/KH-SXD", "/0"), links: []site.Link{{Known: true}}, want: `1345/KH-SXD`},
		{name: "file", doc: bodyOf(link, "@0", "tải", "/0"), links: []site.Link{{File: file("ke-hoach/x/pl.pdf", `Phụ lục "1".pdf`, 0, 0)}}, want: `<a href="x/pl.pdf" download="Phụ lục &#34;1&#34;.pdf">tải</a>`},
		{name: "picture", doc: bodyOf(image, "<p>", "!0", "</p>"), links: []site.Link{{File: file("ke-hoach/x/a.jpg", "", 800, 600)}}, want: `<p><img src="x/a.jpg" alt="Ảnh &#34;1&#34;" width="800" height="600" loading="lazy"></p>`},
		{name: "picture without size", doc: bodyOf(image, "!0"), links: []site.Link{{File: file("ke-hoach/x/a.svg", "", 0, 0)}}, want: `<img src="x/a.svg" alt="Ảnh &#34;1&#34;" loading="lazy">`},
		{name: "missing picture", doc: bodyOf(image, "<p>", "!0", "</p>"), want: `<p></p>`},
		{name: "figure", doc: bodyOf([]content.Ref{{Kind: content.RefImage, Alt: "x", Figure: true}}, "<figure", "#2", ">", "!0", "<figcaption>", "Lễ phát động", "</figcaption></figure>"), links: []site.Link{{File: file("ke-hoach/x/a.jpg", "", 8, 6)}}, want: `<figure><img src="x/a.jpg" alt="x" width="8" height="6" loading="lazy"><figcaption>Lễ phát động</figcaption></figure>`},
		{name: "document", doc: bodyOf(code("document"), "!0"), links: []site.Link{{Entry: s.pages["story"].Entry}}, want: `<a href="../guong-tot/bao-ve.html">Người bảo vệ tận tuỵ ở công trường</a>`, within: true},
		{name: "held document", doc: bodyOf(code("document"), "<hr>", "!0"), links: []site.Link{{}}, want: `<hr>`},
		{name: "tasks", doc: bodyOf(code("tasks"), "!0"), links: []site.Link{{Entry: plan.Entry}}, want: `<span id="bao-cao">Báo cáo kết quả thực hiện phong trào</span>`, within: true},
		{name: "gallery", doc: bodyOf(code("gallery", content.Arg{Name: "caption", Value: "Lễ <b>"}), "!0"), links: []site.Link{{Files: []*site.File{file("a.jpg", "", 8, 6), file("b.jpg", "", 8, 6)}}}, want: `<img src="../b.jpg" alt="Lễ &lt;b&gt; (ảnh 2/2)" width="8" height="6" loading="lazy">`, within: true},
		{name: "video elsewhere", doc: bodyOf(code("video", content.Arg{Name: "url", Value: "https://x.vn/v"}, content.Arg{Name: "title", Value: "Phim"}), "!0"), links: []site.Link{{}}, want: `<a href="https://x.vn/v" rel="noreferrer">Phim</a>`, within: true},
		{name: "video that is a program", doc: bodyOf(code("video", content.Arg{Name: "url", Value: "javascript:alert(1)"}, content.Arg{Name: "title", Value: "Phim"}), "!0"), links: []site.Link{{}}, want: `<figcaption>Phim</figcaption>`, within: true},
		{name: "contact", doc: bodyOf(code("contact"), "!0"), links: []site.Link{{}}, want: `mailto:vp@example.vn`, within: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := r.maker(plan)
			got, err := m.body(c.doc, c.links, nil).HTML()
			if err != nil {
				t.Fatal(err)
			}
			clean(t, c.name, string(got))
			if c.within && !strings.Contains(string(got), c.want) || !c.within && string(got) != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestBodyWithLines(t *testing.T) {
	r, s := embedded(t), newSample()
	s.pages["plan"].Entry.Doc.Body = bodyOf(nil, "<p", "#3", ">", "Chữ", "</p>").Body
	plainView, _ := r.View(s.pages["plan"])
	plainPage, err := r.Render(plainView)
	if err != nil {
		t.Fatal(err)
	}
	hash := plainView.Hash()
	lined, _ := r.View(s.pages["plan"])
	lined = lined.WithLines()
	linedPage, err := r.Render(lined)
	if err != nil {
		t.Fatal(err)
	}
	contains(t, "plan", string(plainPage), "<p>Chữ</p>")
	contains(t, "plan in preview", string(linedPage), `<p data-line="3">Chữ</p>`)
	if lined.Hash() == hash {
		t.Error("same hash with and without lines")
	}
}

// Whatever a reference of the text resolves to is part of the hash.
func TestHashFollowsReferences(t *testing.T) {
	r, s := embedded(t), newSample()
	p := s.pages["plan"]
	p.Entry.Doc.Body = bodyOf([]content.Ref{{Kind: content.RefLink}, {Kind: content.RefImage, Alt: "x"}, {Kind: content.RefShortcode, Name: "document"}, {Kind: content.RefCitation}}, "về ANTQ ", "@0", "xem", "/0", "!1", "!2", "@3", "108/NQ", "/3").Body
	seen := make(map[[32]byte]string)
	note := func(what string) {
		h := r.Hash(p)
		if other, twice := seen[h]; twice {
			t.Errorf("%s: same hash as %s", what, other)
		}
		seen[h] = what
	}
	p.Entry.Links = make([]site.Link, 4)
	note("nothing resolved")
	p.Entry.Links[0].Target = &site.Target{Page: s.pages["story"]}
	note("link")
	p.Entry.Links[0].Target = &site.Target{Page: s.pages["story"], Fragment: "i"}
	note("link with fragment")
	p.Entry.Links[1].File = &site.File{Site: s.site, Asset: &site.Asset{Width: 8, Height: 6}, Output: "a.jpg"}
	note("picture")
	p.Entry.Links[1].File.Asset.Width = 9
	note("wider picture")
	p.Entry.Links[2].Entry = s.pages["story"].Entry
	note("shortcode")
	s.pages["story"].Entry.Title = "Tên khác"
	note("shortcode with another title")
	p.Entry.Links[3].Target = &site.Target{Page: s.pages["document"]}
	note("citation")
	p.Entry.Links[3].Target.Lapsed = site.StateReplaced
	note("citation of a replaced document")
	p.Entry.Abbreviations = []content.Abbreviation{{Short: "ANTQ", Long: "An ninh Tổ quốc"}}
	note("abbreviation")
	p.Entry.Abbreviations = []content.Abbreviation{{Short: "ANTQ", Long: "An ninh tổ quốc"}}
	note("another meaning")
	p.Entry.Doc.Digest[0] = 1
	note("another text")
}

// What the text shows by a shortcode is not shown again below it.
func TestShortcodeTakesThePlaceOfTheLayoutsPart(t *testing.T) {
	r, s := embedded(t), newSample()
	p := s.pages["plan"]
	p.Entry.Doc.Body = bodyOf([]content.Ref{{Kind: content.RefShortcode, Name: "tasks"}}, "<p>", "Xem:", "</p>", "!0").Body
	p.Entry.Links = []site.Link{{Entry: p.Entry}}
	out, _ := s.render(t, r, "plan")
	if n := strings.Count(out, "Báo cáo kết quả thực hiện phong trào"); n != 1 {
		t.Errorf("the task is shown %d times", n)
	}
}
