package check

import (
	"slices"
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/diag"
)

func TestEncodings(t *testing.T) { checkExamples(t, "testdata/encoding.txt") }

// encodingFixes are the codes whose fixes are this family's.
var encodingFixes = []string{"text-not-nfc", "look-alike-letter", "hidden-character"}

// mended makes the edits of one fix.
func mended(src []byte, fix *diag.Fix) []byte {
	var out []byte
	last := 0
	for _, e := range fix.Edits {
		out = append(append(out, src[last:e.Start]...), e.Text...)
		last = e.End
	}
	return append(out, src[last:]...)
}

// mendAll applies one fix after the other until none is left.
func mendAll(t testing.TB, src []byte) []byte {
	t.Helper()
	r := New()
	for range 20 {
		p, ok := r.newProse("content/a/x.md", src)
		if !ok {
			return src
		}
		var list diag.List
		r.encoding(p, &list)
		i := slices.IndexFunc(list.All(), func(p diag.Problem) bool { return slices.Contains(encodingFixes, p.Code) })
		if i < 0 {
			return src
		}
		problem := list.All()[i]
		if problem.Fix == nil {
			t.Fatalf("%s without a fix", problem.Code)
		}
		last := 0
		for _, e := range problem.Fix.Edits {
			if e.Start < last || e.End < e.Start || e.End > len(src) {
				t.Fatalf("%s: edits overlap or leave the file: %v", problem.Code, problem.Fix.Edits)
			}
			last = e.End
		}
		after := mended(src, problem.Fix)
		if string(after) == string(src) {
			t.Fatalf("%s: the fix changes nothing", problem.Code)
		}
		src = after
	}
	t.Fatalf("fixes do not end: %q", src)
	return nil
}

func TestEncodingFixes(t *testing.T) {
	for _, c := range [][2]string{
		{"va\u0300 ho\u0323\u0302i nghi\u0323, Đ\n", "và hội nghị, Đ\n"},
		{"Ðảng uỷ, Kế hоạch", "Đảng uỷ, Kế hoạch"},
		{"an\u200Bninh \u202Dx\u202C a\u00ADb", "anninh x ab"},
		{"an \u00A0\u00A0ninh, an\u00A0ninh", "an ninh, an\u00A0ninh"},
		{"\xEF\xBB\xBF---\r\ntitle: va\u0300\r\n---\r\n", "\xEF\xBB\xBF---\r\ntitle: và\r\n---\r\n"},
		{"План", "План"},
	} {
		if got := string(mendAll(t, []byte(c[0]))); got != c[1] {
			t.Errorf("%q becomes %q, want %q", c[0], got, c[1])
		}
	}
}

// What the guard looks for cannot hide behind marks that stand apart, letters of other alphabets or characters nobody sees.
func TestLeaksDoNotHide(t *testing.T) {
	for text, code := range map[string]string{
		"MA\u0302\u0323T":                      "secrecy-mark",
		"М\u1EACT":                             "secrecy-mark",
		"TỐI\u00A0MẬT":                         "secrecy-mark",
		"M\u200BẬT":                            "secrecy-mark",
		"020\u00A0085\u00A0123\u00A0456":       "citizen-number",
		"0200851\u00AD23456":                   "citizen-number",
		"lưu ha\u0300nh nội bô\u0323":          "circulation-mark",
		"0912\u202F345\u202F678":               "mobile-number",
		"Số tài khoản: 1900\u00A01234\u00A056": "bank-account",
	} {
		src := []byte("---\ntitle: Trang\n---\n\nMột dòng\n\n" + text + "\n")
		doc, _ := content.Parse("a/tin-tuc/x.md", src)
		found := false
		list := New().Source(doc, src)
		for _, p := range list.All() {
			found = found || p.Code == code && p.Start.Line == 7
		}
		if !found {
			t.Errorf("%q is not seen as %s", text, code)
		}
	}
}

func TestPlacesInMendedText(t *testing.T) {
	src := []byte("---\ntitle: x\n---\nva\u0300\u200B 0912 345 678\n")
	doc, _ := content.Parse("a/tin-tuc/x.md", src)
	list := New().Source(doc, src)
	for _, p := range list.All() {
		if p.Code == "mobile-number" {
			if want := (diag.Pos{Line: 4, Column: 6, Offset: strings.Index(string(src), "0912")}); p.Start != want {
				t.Errorf("at %v, want %v", p.Start, want)
			}
			return
		}
	}
	t.Error("no mobile number")
}
