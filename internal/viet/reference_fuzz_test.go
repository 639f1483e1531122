package viet

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func FuzzFindReferences(f *testing.F) {
	for line := range strings.Lines(referenceCases) {
		if line[0] != '#' {
			input, _, _ := strings.Cut(strings.TrimRight(line, "\n"), "\t")
			f.Add(strings.ReplaceAll(input, "⏎", "\n"))
			f.Add(norm.NFD.String(input))
		}
	}
	for _, s := range []string{
		"số /", "Số:-K", "Luật sửa đổi của Luật sửa đổi của Luật", "1/QĐ\u00ad-TTg số 2/QĐ-\u200bA",
		"Kế hoạch số\xff1/KH-A", "điểm khoản Điều Nghị định 1/NĐ-A", "QĐ 1/QĐ-A\u0301", "\u0301số 1/KH-A\u0323",
		"Quyết định số 1/QĐ-A của TP.", "của \"A\"", "Hiến pháp 2013 2013", "Bộ luật 1000", "- - 2030/KH-A",
		"số 1, 2 và 3.456/KH-A (ngày 2/3/2026", "Quyết định (số 1,2/QĐ-A) ngày 2/3/2026)",
		"UBND xã A ban hành Kế hoạch số 1, 2/KH-A", "1/KH-A và 2/KH-A cùng ngày 3/2/26", "1/KH-A của Ban Chỉ đạo a, b tỉnh", "12KH/A-B/C", "từ Điều 1 đến Điều 2 Luật A B",
		"Nghị định 1/2020/", "Kế hoạch 1, ngày 2/3/2026", "Chỉ thị 5 CT/TW", "số 1, số 2/KH/A-B", "Kế hoạch số １／КH－А", "tiết ii điểm a1 Luật A B",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, r := range FindReferences(s) {
			if r.Start < last || r.End <= r.Start || r.Tail < r.End || r.Tail > len(s) {
				t.Fatalf("%d, %d, %d after %d in %q", r.Start, r.End, r.Tail, last, s)
			}
			last = r.End
			if r.Text != s[r.Start:r.End] {
				t.Errorf("text %q is not %q", r.Text, s[r.Start:r.End])
			}
			if utf8.ValidString(s) && !(onRuneBorder(s, r.Start) && onRuneBorder(s, r.End) && onRuneBorder(s, r.Tail)) {
				t.Errorf("%d, %d, %d cut a letter of %q", r.Start, r.End, r.Tail, s)
			}
			if r.Symbol == "" && r.Number == "" && r.Name == "" {
				t.Errorf("%q names nothing: %+v", r.Text, r)
			}
			if !r.Issued.IsZero() && !r.Issued.Possible() {
				t.Errorf("%q has the date %v", r.Text, r.Issued)
			}
			if key := r.Key(); key != "" {
				if n, ok := ParseNumber(key); !ok || n.Key() != key {
					t.Errorf("the key %q of %q is no number", key, r.Text)
				}
			}
		}
	})
}

// TestFindReferencesOffsets proves the offsets by the text they cut out of an
// awkward original: decomposed letters, hidden characters, other dashes.
func TestFindReferencesOffsets(t *testing.T) {
	const cited = "Quyết định số\u00a02447/QÐ\u2011\u00adTTg ngày 06/11/2025"
	const issued = " của Thủ tướng Chính phủ"
	for _, wrap := range []func(string) string{func(s string) string { return s }, norm.NFD.String} {
		before, want, issuer := wrap("Thực hiện – “"), wrap(cited), wrap(issued)
		text := before + want + issuer + " ban hành Kế hoạch"
		refs := FindReferences(text)
		if len(refs) != 1 {
			t.Fatalf("%d references in %q", len(refs), text)
		}
		r := refs[0]
		if r.Text != want || r.Start != len(before) || text[r.End:r.Tail] != issuer {
			t.Errorf("cut out %q and %q", r.Text, text[r.End:r.Tail])
		}
		if r.Full != "2447/QĐ-TTg" || strings.Join(r.Flags, " ") != "look-alike spacing" {
			t.Errorf("read as %q, %q", r.Full, r.Flags)
		}
	}
}

func TestReferenceKey(t *testing.T) {
	for in, want := range map[string]string{
		"Hướng dẫn số 8/HD-SNV":           "08/HD-SNV",
		"Nghị quyết số 05-NQ/TU":          "05-NQ/TU",
		"Quyết định số 521/2005/QĐ-TTg":   "521/2005/QĐ-TTg",
		"Luật Thi đua, khen thưởng":       "",
		"Kế hoạch số /KH-SXD":             "",
		"Quyết định số 5 ngày 06/11/2025": "",
	} {
		refs := FindReferences(in)
		if len(refs) != 1 || refs[0].Key() != want {
			t.Errorf("%q: %d references, want the key %q", in, len(refs), want)
		}
	}
}

// TestSubject pins where the words about the document end in running text.
func TestSubject(t *testing.T) {
	for in, want := range map[string]string{
		"Kế hoạch số 1/KH-A ngày 02/02/2026 của UBND tỉnh về chuyển đổi số; Công văn":         "về chuyển đổi số",
		"Kế hoạch số 1/KH-A của UBND tỉnh về phòng, chống ma túy, Sở Xây dựng đề nghị":        "về phòng, chống ma túy",
		"(theo Kế hoạch số 1/KH-A của UBND tỉnh về việc tổ chức (đợt 1) năm 2026) và":         "về việc tổ chức (đợt 1) năm 2026",
		"Quyết định số 1/QĐ-A của Bộ Công an ban hành Quy chế “Mẫu, Trang”. Đơn vị thực hiện": "ban hành Quy chế “Mẫu, Trang”",
		"Quyết định số 1/QĐ-A của Bộ Công an về giai đoạn 2025 \n\n- 2030./.":                 "về giai đoạn 2025 - 2030",
		"Quyết định số 1/QĐ-A của Bộ Công an, đơn vị báo cáo":                                 "",
	} {
		refs := FindReferences(in)
		if len(refs) != 1 || refs[0].Subject != want {
			t.Errorf("%q: %+v, want the subject %q", in, refs, want)
		}
	}
}

// TestWorkIsLinear feeds text that invites looking back and forth again; it
// would not end within the time of a test run if the work were not linear.
func TestWorkIsLinear(t *testing.T) {
	for _, part := range []string{
		"số 1/A-B ", "1/KH-A, ", "Luật sửa đổi của ", "ngày ", "số ....", "số 1/KH-A của A b, ", "Kế hoạch ",
		"điểm a, b, ", "Quyết định “", "- ", "1/", "\n\n", "QĐ-", "Luật A b c ", "của ", "Luật ", "số \n", "-\u0301",
		"UBND tỉnh A ban hành Kế hoạch số 1/KH-A ", "Sở A b có 1/KH-A, ", "số 1/KH-A của Ban Chỉ đạo a, b, c ", "1/KH-A và 2/KH-A cùng ngày ", "của Ban Chỉ đạo a, ",
		"1, ", "số 1, 1, 1/A-B ", "1.234, 1.234/A-B ", "mẫu số 1/BC ", "1/KH-A (ngày 2/3/2026 ",
		"số 1/KH-A của Ban Chỉ đạo triển khai a b ", "mẫu      ",
		"Kế hoạch 1 của Sở A ", "1 của Sở ", "số 1, số ", "1/2020 ", "1 KH/", "1/KH/A", "Ｋ１／", "АВ",
	} {
		text := strings.Repeat(part, 240_000/len(part))
		FindReferences(text)
		FindDate(text)
	}
}
