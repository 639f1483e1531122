package content

import (
	"strings"
	"testing"

	"antq/internal/diag"
	"antq/internal/viet"
)

// checkCitations: each citation stands where its place says, and has something to be found by.
func checkCitations(t testing.TB, src []byte, body Body) {
	t.Helper()
	for _, r := range body.Refs {
		if r.Kind != RefCitation {
			if r.Cited != nil {
				t.Errorf("%+v", r)
			}
			continue
		}
		from, to := r.At.Start.Offset, r.At.End.Offset
		if from < 0 || from >= to || to > len(src) {
			t.Fatalf("citation at [%d,%d) of %d bytes", from, to, len(src))
		}
		if r.Cited.Number == "" && r.Cited.Symbol == "" && r.Cited.Name == "" {
			t.Errorf("%q names nothing: %s", src[from:to], cited(r.Cited))
		}
	}
}

// TestCitations: what is found in which part of the text, as it stands in the source.
func TestCitations(t *testing.T) {
	for text, want := range map[string]string{
		"theo Kế hoạch số 8/KH-A ngày 02/4/2026 của Sở B":                     "Kế hoạch số 8/KH-A ngày 02/4/2026",
		"theo Kế hoạch số\n8/KH-A ngày\n02/4/2026.":                           "Kế hoạch số\n8/KH-A ngày\n02/4/2026",
		"> theo Kế hoạch số\n> 8/KH-A, hết":                                   "Kế hoạch số\n> 8/KH-A",
		"Kế hoạch  \nsố 8/KH-A":                                               "Kế hoạch  \nsố 8/KH-A",
		"**Kế hoạch số 8/KH-A** ngày 02/4/2026":                               "Kế hoạch số 8/KH-A",
		"***Kế hoạch* số 8/KH-A ngày 02/4/2026**":                             " số 8/KH-A ngày 02/4/2026",
		"Kế hoạch số **8/KH-A**":                                              "8/KH-A",
		"\\* Kế hoạch số 8\\/KH-A, R&amp;D theo Công văn 9/B&C-D &mdash; hết": "Kế hoạch số 8\\/KH-A|Công văn 9/B&C-D",
		"| Luật Cư trú năm 2020 | 1 |\n|---|---|\n| x | Chỉ thị số 5/CT-A |":  "Luật Cư trú năm 2020|Chỉ thị số 5/CT-A",
		"Kế hoạch số 8/KH-A<!-- --> ngày 02/4/2026":                           "Kế hoạch số 8/KH-A<!-- --> ngày 02/4/2026",
		// not here
		"Số: 8/KH-A":                          "",
		"## Kế hoạch số 8/KH-A":               "",
		"[Kế hoạch số 8/KH-A](/x)":            "",
		"[Kế hoạch](/x) số 8/A":               "",
		"`Kế hoạch số 8/KH-A`":                "",
		"Kế hoạch\n\nsố 8/A":                  "",
		"```\nKế hoạch số 8/KH-A\n```":        "",
		"https://a.vn/8/KH-A www.b.vn/9/QĐ-C": "",
	} {
		src := []byte(text)
		body, list := readBody(src)
		checkBody(t, src, diag.Pos{Line: 1, Column: 1}, body, list)
		var got []string
		for _, r := range body.Refs {
			if r.Kind == RefCitation {
				got = append(got, text[r.At.Start.Offset:r.At.End.Offset])
			}
		}
		if s := strings.Join(got, "|"); s != strings.TrimPrefix(want, " ") {
			t.Errorf("%q:\ngot  %q\nwant %q", text, s, want)
		}
	}
}

// TestPinpointAnchor: the place at which a citation points, as the cited document would call it.
func TestPinpointAnchor(t *testing.T) {
	for pinpoint, want := range map[viet.Pinpoint]string{
		{}:                                      "",
		{Article: "4"}:                          "dieu-4",
		{Article: "4a", Clause: "2"}:            "dieu-4a.2",
		{Article: "4", Clause: "2", Point: "đ"}: "dieu-4.2.dd",
		{Article: "4", Point: "b"}:              "dieu-4.b",
		{Article: "4", Clause: "1, 2"}:          "",
		{Article: "4, 5"}:                       "",
		{Chapter: "XII"}:                        "chuong-xii",
		{Section: "5", Chapter: "XII"}:          "",
		{Article: "103", Section: "5", Chapter: "XII"}: "dieu-103",
	} {
		if got := pinpointAnchor(pinpoint); got != want {
			t.Errorf("%+v: got %q, want %q", pinpoint, got, want)
		}
	}
}

// TestMayCite: the quick look misses nothing that would be found.
func TestMayCite(t *testing.T) {
	for _, text := range append(bodySeeds(t), samplePlan(), "theo Bộ luật Dân sự", "Hiến pháp năm", "Pháp lệnh Cảnh sát", "số …/KH-A") {
		for line := range strings.Lines(text) {
			if !mayCite([]byte(line)) && len(viet.FindReferences(line)) > 0 {
				t.Errorf("%q", line)
			}
		}
	}
}

// TestPinpointAnchors: the anchor under which the outline of the cited document has the place.
func TestPinpointAnchors(t *testing.T) {
	for text, want := range map[string]string{
		"tiết a điểm đ khoản 1 Điều 4 Nghị định số 42/2022/NĐ-CP": "dieu-4.1.dd.a",
		"tiết a, b điểm c khoản 1 Điều 4 Nghị định số 1/NĐ-CP":    "",
		"mục III.2 Kế hoạch số 12/KH-UBND":                        "iii.2",
		"điểm a khoản 3 mục II Kế hoạch số 12/KH-UBND":            "ii.3.a",
		"điểm 2.1 mục II Kế hoạch số 12/KH-UBND":                  "ii.2.1",
		"mục II Chương I Quy chế số 12/QC-UBND":                   "",
		"mục II, III Kế hoạch số 12/KH-UBND":                      "",
		"mục 2 Kế hoạch số 12/KH-UBND":                            "",
	} {
		refs := viet.FindReferences(text)
		if len(refs) != 1 || pinpointAnchor(refs[0].Pinpoint) != want {
			t.Errorf("%q: %+v, want %q", text, refs, want)
		}
	}
}
