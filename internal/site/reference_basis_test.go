package site

import (
	"strings"
	"testing"

	"antq/internal/sitetest"
)

// TestBasisCitesSeveral shows that every document in the line of a căn cứ is found, that a shared one among them comes into the
// agency, and that one which holds no more is marked.
func TestBasisCitesSeveral(t *testing.T) {
	shared := func(name, number, issued, issuer, more string) string {
		return "-- content/_shared/van-ban/" + name + ".md --\n---\ntitle: " + name + "\ntype: Quyết định\nnumber: " + number + "\nissued: " + issued +
			"\nissuer: " + issuer + "\n" + more + "---\n"
	}
	in, problems := input(t, sitetest.Files(t, "-- content/_campaign.md --\n---\nname: P\n---\n-- content/a/_agency.md --\n---\nname: Sở Xây dựng tỉnh Lạng Sơn\ncode: SXD\nplace: Lạng Sơn\n---\n"+
		"-- content/a/ke-hoach/k.md --\n---\ntitle: K\nnumber: 1/KH-SXD\nissued: 2026-02-01\nbases:\n"+
		"  - Căn cứ các Quyết định của UBND tỉnh số 61/QĐ-UBND ngày 10/01/2020, số 67/QĐ-UBND ngày 10/01/2024\n"+
		"  - Thực hiện Kế hoạch số 9/KH-UBND của UBND tỉnh về triển khai Quyết định số 2447/QĐ-TTg ngày 06/11/2025 của Thủ tướng Chính phủ\n"+
		"  - Căn cứ Quyết định số 67/QĐ-UBND ngày 10/01/2024 của Chủ tịch UBND tỉnh Cao Bằng\n---\n"+
		shared("61", "61/QĐ-UBND", "2020-01-10", "Ủy ban nhân dân tỉnh Lạng Sơn", "status: expired\n")+
		shared("67", "67/QĐ-UBND", "2024-01-10", "Ủy ban nhân dân tỉnh Lạng Sơn", "")+shared("2447", "2447/QĐ-TTg", "2025-11-06", "Thủ tướng Chính phủ", "")))
	in.Now = moment(t, "2026-05-20")
	all, found := New(in)
	problems.Merge(found)
	var got []string
	for _, e := range all.Agencies[0].Entries {
		if e.Admin == nil {
			continue
		}
		for _, b := range e.Admin.Bases {
			line := ""
			for _, c := range b.Cited {
				to := "-"
				if c.Target != nil {
					to = c.Target.Text + string(c.Target.Lapsed)
				}
				line += c.Text + " => " + to + "; "
			}
			got = append(got, line)
		}
	}
	want := []string{
		"Quyết định của UBND tỉnh số 61/QĐ-UBND ngày 10/01/2020 => 61expired; số 67/QĐ-UBND ngày 10/01/2024 => 67; ",
		"Kế hoạch số 9/KH-UBND => -; Quyết định số 2447/QĐ-TTg ngày 06/11/2025 => 2447; ",
		"Quyết định số 67/QĐ-UBND ngày 10/01/2024 => -; ",
	}
	if a, b := strings.Join(got, "\n"), strings.Join(want, "\n"); a != b {
		t.Errorf("got\n%s\nwant\n%s\n%s", a, b, problemText(problems))
	}
}
