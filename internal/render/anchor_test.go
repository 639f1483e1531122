package render

import (
	"testing"

	"antq/internal/content"
)

func outlined(d *content.Document, nodes ...content.OutlineNode) *content.Document {
	d.Body.Outline = nodes
	return d
}

func TestNumberedHeadingsHaveALinkToCopy(t *testing.T) {
	r, s := embedded(t), newSample()
	roman := content.OutlineNode{Kind: content.OutlineRoman, Heading: true, Level: 1, Parent: -1, Number: "II", Anchor: "ii"}
	number := content.OutlineNode{Kind: content.OutlineNumber, Heading: true, Level: 2, Parent: 0, Number: "3", Anchor: "ii.3"}
	runIn := content.OutlineNode{Kind: content.OutlineNumber, Level: 2, Parent: 0, Number: "4", Anchor: "ii.4", Title: "Thời gian"}
	link := func(anchor, place string) string {
		return ` <a class=anchor href="#` + anchor + `" aria-label="` + place + `"></a>`
	}
	for _, c := range []struct {
		name string
		doc  *content.Document
		want string
	}{
		{"headings", outlined(bodyOf(nil, "<h2 id=ii", "#1", ">II. Nội dung</h2><h3 id=ii.3", "#2", ">3. Việc</h3><p id=ii.4><strong>4. Thời gian:</strong>"), roman, number, runIn),
			`<h2 id=ii><span class=no>II.</span> Nội dung` + link("ii", "mục II") + `</h2><h3 id=ii.3><span class=no>3.</span> Việc` + link("ii.3", "mục II.3") + `</h3><p id=ii.4><strong>4. Thời gian:</strong>`},
		{"id in quotes", outlined(bodyOf(nil, `<h2 id="ii">II</h2>`), roman), `<h2 id="ii">II` + link("ii", "mục II") + `</h2>`},
		{"only whole ids", outlined(bodyOf(nil, "<h2 id=ii.1>1</h2><h2 id=ii>II</h2>"), roman), "<h2 id=ii.1>1</h2><h2 id=ii>II" + link("ii", "mục II") + "</h2>"},
		{"a rule is no heading", outlined(bodyOf(nil, "<hr><h2 id=ii>II</h2>"), roman), "<hr><h2 id=ii>II" + link("ii", "mục II") + "</h2>"},
		{"no such heading", outlined(bodyOf(nil, "<h2 id=i>I</h2>"), roman), "<h2 id=i>I</h2>"},
		{"cut short", outlined(bodyOf(nil, "<h2 id=ii"), roman), "<h2 id=ii"},
	} {
		t.Run(c.name, func(t *testing.T) {
			plan := s.pages["plan"].Entry
			plan.Doc = c.doc
			a := r.maker(s.pages["plan"]).article()
			got, err := a.Body.HTML()
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// A short number at the head of a title is set apart, with which it can hang in the margin; other words are not.
func TestShortNumber(t *testing.T) {
	for src, want := range map[string]string{
		"I. Mục đích": "I.", "1.1. Sở": "1.1.", "a) Điểm": "a)", "10.12. Dài": "10.12.", "XVIII. Dài": "XVIII.",
		"Điều 1. Tên": "", "Bước 1: Làm": "", "1. ": "1.", "1.Sát": "", "Mục đích": "", ". Lạ": "", "": "", "12345678. Dài": "",
	} {
		if m := shortNumber([]byte("<h2>"+src), 4); ("<h2>" + src)[m.from:m.to] != want {
			t.Errorf("shortNumber(%q) = %q, want %q", src, ("<h2>" + src)[m.from:m.to], want)
		}
	}
}

// The link is part of the furniture: its label is Vietnamese in a text that is not.
func TestLinksToCopyAreVietnameseInForeignTexts(t *testing.T) {
	r, s := embedded(t), newSample()
	roman := content.OutlineNode{Kind: content.OutlineRoman, Heading: true, Level: 1, Parent: -1, Number: "II", Anchor: "ii"}
	p := s.pages["plan"]
	p.Lang, p.Entry.Doc = "en", outlined(bodyOf(nil, "<h2 id=ii>II. Contents</h2>"), roman)
	got, err := r.maker(p).article().Body.HTML()
	if want := `<h2 id=ii><span class=no>II.</span> Contents <a class=anchor lang=vi href="#ii" aria-label="mục II"></a></h2>`; err != nil || string(got) != want {
		t.Errorf("%v\ngot  %s\nwant %s", err, got, want)
	}
}
