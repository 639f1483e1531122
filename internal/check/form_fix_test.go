package check

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/diag"
)

// formFixes returns the edits of all corrections of form and wording, of those that overlap only the first.
func formFixes(list diag.List) []diag.Edit {
	var edits []diag.Edit
	for _, p := range list.All() {
		if p.Fix == nil || !isFormCode(p.Code) {
			continue
		}
		clash := slices.ContainsFunc(p.Fix.Edits, func(e diag.Edit) bool {
			return slices.ContainsFunc(edits, func(f diag.Edit) bool { return e.Start < f.End && f.Start < e.End || e.Start == f.Start })
		})
		if !clash {
			edits = append(edits, p.Fix.Edits...)
		}
	}
	return edits
}

// faulty is a page with most of what can be corrected.
const faulty = `---
title: Bảo vệ an ninh tổ quốc "ở xã"
number: 8 /KH-SM
issued: 2026-05-20
bases:
  - Căn cứ Hướng dẫn số 08/HD-SNV ngày 1/3/2026 về phong trào "bảo vệ an ninh tổ quốc"
---
Căn cứ Luật Thi đua, khen thưởng.

Căn cứ Kế hoạch số 12 /KH-TM ngày 5/3/2026 của Tỉnh Mẫu;

### **I. Một:**

Hàng năm, đơn vị “bảo vệ an ninh tổ quốc” và trật tự trên bàn tỉnh.

#### 1. Hai

##### 1.1. Ba:

#### 1.2. Bốn

Toàn dân bảo vệ An ninh
Tổ quốc, "hàng năm" sơ kết ngày 28 tháng 05 năm 2026.
`

// When all corrections are made, there is nothing left to correct, and what stands in quotation marks or names others is as it was.
func TestCorrectionsAreFinal(t *testing.T) {
	sources := map[string]string{"faulty": faulty}
	for _, name := range []string{"mixed-headings.txt", "wrapped-lines.txt"} {
		text, err := os.ReadFile(filepath.Join("../build/testdata/seedlike", name))
		if err != nil {
			t.Fatal(err)
		}
		sources[name] = "---\ntitle: Kế hoạch như đã gõ\n---\n" + string(text)
	}
	for name, src := range sources {
		for form, src := range map[string]string{
			"plain": src, "CRLF": strings.ReplaceAll(src, "\n", "\r\n"), "mark": byteOrderMark + src,
		} {
			fixed := corrected(src, formFixes(sourceList(t, src)))
			if fixed == src {
				t.Errorf("%s, %s: nothing is corrected", name, form)
			}
			if left := formFixes(sourceList(t, fixed)); len(left) > 0 {
				t.Errorf("%s, %s: still to be corrected: %+v in\n%s", name, form, left, fixed)
			}
			if strings.Count(src, "\r\n") != strings.Count(fixed, "\r\n") || strings.HasPrefix(src, byteOrderMark) != strings.HasPrefix(fixed, byteOrderMark) {
				t.Errorf("%s, %s: line ends have changed", name, form)
			}
		}
	}
	fixed := corrected(faulty, formFixes(sourceList(t, faulty)))
	for _, want := range []string{
		"title: Bảo vệ an ninh Tổ quốc “ở xã”\n", "number: 08/KH-SM\n", "ngày 01/3/2026 về phong trào “bảo vệ an ninh tổ quốc”\n",
		"khen thưởng;\n", "số 12/KH-TM ngày 05/3/2026 của Tỉnh Mẫu.\n", "\n## **I. Một**\n", "Hằng năm, đơn vị “bảo vệ an ninh tổ quốc” và trật tự trên địa bàn tỉnh.",
		"\n### 1. Hai\n", "\n#### 1.1. Ba\n", "\n#### 1.2. Bốn\n", "bảo vệ an ninh\nTổ quốc, “hàng năm” sơ kết ngày 28 tháng 5 năm 2026.",
	} {
		if !strings.Contains(fixed, want) {
			t.Errorf("no %q in\n%s", want, fixed)
		}
	}
}

func sourceList(t testing.TB, src string) diag.List {
	t.Helper()
	doc, _ := content.Parse("so-mau/ke-hoach/thu.md", []byte(src))
	return sharedRules().Source(doc, []byte(src))
}

// Text that is not in form NFC is examined at the places of its own bytes.
func TestPlacesInDecomposedText(t *testing.T) {
	src := "---\ntitle: A b\n---\nPhong tra\u0300o ba\u0309o ve\u0323\u0302 an ninh tổ quốc.\n"
	for _, p := range sourceList(t, src).All() {
		if p.Code == "term" {
			if got := src[p.Start.Offset:p.End.Offset]; got != "tổ quốc" || p.Start.Line != 4 {
				t.Errorf("found %q in line %d", got, p.Start.Line)
			}
			if got := corrected(src, p.Fix.Edits); !strings.Contains(got, "ninh Tổ quốc.") || !strings.Contains(got, "tra\u0300o") {
				t.Errorf("corrected to %q", got)
			}
			return
		}
	}
	t.Error("nothing found")
}

func FuzzForm(f *testing.F) {
	f.Add(faulty)
	f.Add("---\ntitle: \"a \\\" b\"\n---\n| |\n|-|\n| \" |\n\n- \n1. \n#\n[](a)![](\n> - \"\n{{< a\n<b\n[^1]: ./.\n./.")
	f.Add("|0")
	f.Add("Nơi nhận:\n- \n- Lưu\nNgày 5/3/2026 ngày tháng 5 năm")
	f.Add("---\nissued: 2026\nbases: [Căn cứ]\n---\nCăn cứ \n\nCăn cứ\n\n(kèm")
	for _, file := range sampleFiles(f)[:12] {
		f.Add(string(file.src))
	}
	f.Fuzz(func(t *testing.T, src string) { checkSound(t, src) })
}

// pieces are what rules look for and what lies in their way; TestPieces throws them together.
var pieces = strings.Split("\n|\n\n|---\n|title: |  - |bases:\n|number: 8 /KH|issued: |tasks:\n|\"|“|”|tổ quốc|hàng năm|hằng quý|ngày tháng 5|5/3/2026|"+
	"31/02/2026|ngày 1 tháng 02 năm 2026|# |### 1.|## II. A:|#### 1.1 |[tại đây](/a)|![img](a \"b\")|](|[|<a|{{<|>}}|`|```\n|<!--|*|**|_|\\|~~|> |- |+ |1. |"+
	"a) |Căn cứ |Thực hiện |số 12 /KH–A|Nơi nhận:|Lưu: VT|;|.|./.|(kèm theo |phụ lục kèm theo Kế hoạch này|Phụ lục I|[^1]: |{#x}|\r\n|\t| |uỷ|ủy|0|Đ|e\u0301", "|")

func TestPieces(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 7))
	pieces := append(pieces, "|", "| |\n|-|\n")
	for range 4000 {
		src := ""
		if random.IntN(2) == 0 {
			src = "---\ntitle: A\n---\n"
		}
		for range random.IntN(14) {
			src += pieces[random.IntN(len(pieces))]
		}
		checkSound(t, src)
		if fixed := corrected(src, formFixes(sourceList(t, src))); len(formFixes(sourceList(t, fixed))) > 0 {
			t.Errorf("%q: corrected to %q, which is corrected again", src, fixed)
		}
	}
}

// checkSound examines a source and checks that places and corrections lie in it.
func checkSound(t *testing.T, src string) {
	t.Helper()
	rules := sharedRules()
	doc, _ := content.Parse("so-mau/ke-hoach/thu.md", []byte(src))
	list := rules.Source(doc, []byte(src))
	list.Merge(rules.Terms(doc, []byte(src), []content.Term{{Wrong: "tổ", Right: "Tổ"}}))
	for _, p := range list.All() {
		if !isFormCode(p.Code) {
			continue
		}
		if p.Start.Line < 1 || p.Start.Offset < 0 || p.End.Offset > len(src) || p.End.Offset > 0 && p.End.Offset < p.Start.Offset {
			t.Fatalf("%q: impossible place: %+v", src, p)
		}
		if p.Fix == nil {
			continue
		}
		if len(p.Fix.Edits) == 0 {
			t.Fatalf("%q: empty correction: %+v", src, p)
		}
		last := 0
		for _, e := range p.Fix.Edits {
			if e.Start < last || e.End < e.Start || e.End > len(src) {
				t.Fatalf("%q: impossible correction: %+v", src, p.Fix)
			}
			last = e.End
		}
	}
}

// BenchmarkForm measures the rules of form, wording and accessibility over the sample, in bytes of source.
func BenchmarkForm(b *testing.B) {
	files := sampleFiles(b)
	size := 0
	for _, f := range files {
		size += len(f.src)
	}
	rules := New()
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, f := range files {
			p, ok := rules.newProse("content/"+f.doc.Path, f.src)
			if !ok {
				b.Fatal(f.doc.Path)
			}
			var list diag.List
			s := newSheet(f.doc, p)
			rules.form(s, &list)
			rules.text(s, &list)
			rules.access(s, &list)
		}
	}
}

// BenchmarkHostileForm measures a text of nothing but what rules look for.
func BenchmarkHostileForm(b *testing.B) {
	src := append([]byte("---\ntitle: A\n---\n"), bytes.Repeat([]byte("\"“ngày tháng 1/1/2026 hàng tổ bảo vệ [](kèm (kèm theo ./. \n- "), 8000)...)
	doc, _ := content.Parse("so-mau/ke-hoach/thu.md", src)
	rules := New()
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		rules.Source(doc, src)
	}
}
