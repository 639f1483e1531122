package render

import (
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/site"
)

// TestBasisParts shows that a line which cites several documents is cut into a piece for each, that the mark of one that holds no more
// comes behind its issuer, and that the pieces are the line.
func TestBasisParts(t *testing.T) {
	document := func(typeName, number string) *site.Entry {
		return &site.Entry{Doc: &content.Document{}, Admin: &site.Admin{TypeName: typeName, Number: number}}
	}
	line := "Thực hiện Kế hoạch số 9/KH-UBND của UBND tỉnh về triển khai Quyết định số 2447/QĐ-TTg ngày 06/11/2025 của Thủ tướng Chính phủ"
	b := site.Basis{Text: line, Cited: []site.BasisCitation{
		{Text: "Kế hoạch số 9/KH-UBND", Whole: "Kế hoạch số 9/KH-UBND của UBND tỉnh", Target: &site.Target{Entry: document("Kế hoạch", "9/KH-UBND"), Lapsed: site.StateExpired}},
		{Text: "Luật không có ở đây", Whole: "Luật không có ở đây", Target: &site.Target{}},
		{
			Text: "Quyết định số 2447/QĐ-TTg ngày 06/11/2025", Whole: "Quyết định số 2447/QĐ-TTg ngày 06/11/2025 của Thủ tướng Chính phủ",
			Target: &site.Target{Entry: document("Quyết định", "2447/QĐ-TTg")},
		},
	}}
	var got []string
	for _, p := range places(line, &b) {
		got = append(got, line[p.from:p.to]+"|"+line[:p.end])
	}
	want := []string{
		"Kế hoạch số 9/KH-UBND|Thực hiện Kế hoạch số 9/KH-UBND của UBND tỉnh", "Quyết định số 2447/QĐ-TTg|" + line,
	}
	if a, b := strings.Join(got, "\n"), strings.Join(want, "\n"); a != b {
		t.Errorf("got\n%s\nwant\n%s", a, b)
	}

	law := site.Basis{Text: "Căn cứ Luật Thi đua, khen thưởng", Cited: []site.BasisCitation{{
		Text: "Luật Thi đua, khen thưởng", Whole: "Luật Thi đua, khen thưởng", Target: &site.Target{Entry: document("Luật", "06/2022/QH15")},
	}}}
	if p := places(law.Text, &law); len(p) != 1 || law.Text[p[0].from:p[0].to] != "Luật Thi đua, khen thưởng" {
		t.Errorf("the link of a law by name is %+v", p)
	}
}
