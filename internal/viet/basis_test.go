package viet

import "testing"

func TestParseBasis(t *testing.T) {
	for in, want := range map[string]struct{ verb, key, full, issuer, subject string }{
		"Căn cứ Nghị quyết số 108/NQ-ĐUSXD ngày 15/01/2026 của Đảng uỷ Sở Xây dựng về lãnh đạo, chỉ đạo xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2026;": {
			"Căn cứ", "resolution", "108/NQ-ĐUSXD", "Đảng uỷ Sở Xây dựng",
			"về lãnh đạo, chỉ đạo xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2026",
		},
		"*Thực hiện Kế hoạch số 301/KH-UBND ngày 24/11/2025 của Ủy ban nhân dân tỉnh về triển khai phong trào, Sở Nội vụ hướng dẫn;*": {
			"Thực hiện", "plan", "301/KH-UBND", "Ủy ban nhân dân tỉnh", "về triển khai phong trào, Sở Nội vụ hướng dẫn",
		},
		"- căn cứ Quyết định số 2447/QĐ-TTg ngày 06/11/2025 của Thủ tướng\nChính phủ ban hành Kế hoạch triển khai phong trào thi đua.": {
			"căn cứ", "decision", "2447/QĐ-TTg", "Thủ tướng Chính phủ", "ban hành Kế hoạch triển khai phong trào thi đua",
		},
		"Căn cứ Luật Tổ chức chính quyền địa phương;": {"Căn cứ", "law", "", "", ""},
		"Theo đề nghị của Chánh Văn phòng Sở tại Tờ trình số 09/TTr-VP.": {
			"Theo đề nghị của", "submission", "09/TTr-VP", "", "",
		},
		"Theo đề nghị của Trưởng phòng Tổ chức - Hành chính./.": {
			"Theo đề nghị của", "", "", "", "Trưởng phòng Tổ chức - Hành chính",
		},
		"Quyết định số 15a/QĐ-SXD": {"", "decision", "15a/QĐ-SXD", "", ""},
		"":                         {},
	} {
		got := ParseBasis(in)
		issuer := ""
		if len(got.Reference.Issuers) > 0 {
			issuer = got.Reference.Issuers[0]
		}
		if got.Verb != want.verb || got.Reference.TypeKey != want.key || got.Reference.Full != want.full ||
			issuer != want.issuer || got.Subject != want.subject {
			t.Errorf("ParseBasis(%q)\n got %+v\nwant %+v", in, got, want)
		}
		if r := got.Reference; r.Text != got.Text[r.Start:r.End] {
			t.Errorf("%q is not at its place in %q", r.Text, got.Text)
		}
	}
}
