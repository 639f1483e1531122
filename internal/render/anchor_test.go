package render

import (
	"strings"
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
			`<h2 id=ii>II. Nội dung` + link("ii", "mục II") + `</h2><h3 id=ii.3>3. Việc` + link("ii.3", "mục II.3") + `</h3><p id=ii.4><strong>4. Thời gian:</strong>`},
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

func TestContents(t *testing.T) {
	d := &content.Document{}
	d.Body.Headings = []content.Heading{
		{Level: 2, ID: "i", Text: "I. Mục đích", Line: 3}, {Level: 4, ID: "i.1", Text: "1. Mục đích", Line: 5}, {Level: 4, ID: "i.1.1", Text: "1.1. Chi tiết", Line: 6},
		{Level: 2, ID: "ii", Text: "II. Hội nghị", Line: 9}, {Level: 3, ID: "ghi-chu", Text: "Ghi chú", Line: 20}, {Level: 4, ID: "nho", Text: "Nhỏ", Line: 22},
	}
	d.Body.Outline = content.Outline{
		{Heading: true, Level: 1, Parent: -1, Line: 3, Number: "I", Anchor: "i"}, {Heading: true, Level: 2, Line: 5, Number: "1", Anchor: "i.1"},
		{Heading: true, Level: 3, Parent: 1, Line: 6, Number: "1.1", Anchor: "i.1.1"}, {Heading: true, Level: 1, Parent: -1, Line: 9, Number: "II", Anchor: "ii"},
		{Level: 2, Parent: 3, Line: 11, Number: "1", Anchor: "ii.1", Title: "Thành phần"}, {Level: 2, Parent: 3, Line: 13, Number: "2", Anchor: "ii.2"},
		{Level: 3, Parent: 5, Line: 14, Number: "a", Anchor: "ii.2.a", Title: "Sâu quá"}, {Level: 2, Parent: 3, Line: 30, Number: "3", Anchor: "ii.3", Title: "Địa điểm"},
	}
	var lines []string
	for _, h := range contents(d) {
		lines = append(lines, strings.Repeat("-", h.Level)+h.ID+" "+h.Text)
	}
	want := "--i I. Mục đích|---i.1 1. Mục đích|--ii II. Hội nghị|---ii.1 1. Thành phần|---ghi-chu Ghi chú|---ii.3 3. Địa điểm"
	if got := strings.Join(lines, "|"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	d.Common.TOC = content.Off
	if contents(d) != nil {
		t.Error("contents although they are off")
	}
}
