package content

import (
	"fmt"
	"strings"
	"testing"
)

// checkOutline checks what holds for the outline of every text.
func checkOutline(t testing.TB, body Body) {
	t.Helper()
	anchors := map[string]bool{}
	for i, n := range body.Outline {
		if anchors[n.Anchor] {
			t.Errorf("anchor %q twice", n.Anchor)
		}
		anchors[n.Anchor] = true
		level := uint16(1)
		if n.Parent >= 0 {
			if int(n.Parent) >= i {
				t.Fatalf("node %d is below node %d", i, n.Parent)
			}
			level = body.Outline[n.Parent].Level + 1
		}
		if n.Level != level || level > maxDepth || n.Line < 1 || i > 0 && n.Line < body.Outline[i-1].Line {
			t.Errorf("node %d: %+v", i, n)
		}
		if n.Number == "" || body.Outline.Cite(i) == "" {
			t.Errorf("node %d: %+v is cited as %q", i, n, body.Outline.Cite(i))
		}
	}
	for i, g := range body.Gaps {
		if g.Want == "" || g.Node >= len(body.Outline) || g.Before >= g.Node || i > 0 && g.Node <= body.Gaps[i-1].Node {
			t.Errorf("gap %d: %+v", i, g)
		}
	}
}

// anchorsOf prints the anchors of an outline in order, and its gaps.
func anchorsOf(body Body) string {
	var words []string
	for _, n := range body.Outline {
		words = append(words, n.Anchor)
	}
	for _, g := range body.Gaps {
		gap := fmt.Sprintf("[%s: %s]", body.Outline[g.Node].Anchor, g.Want)
		if g.Repeated {
			gap = strings.Replace(gap, "]", " again]", 1)
		}
		words = append(words, gap)
	}
	return strings.Join(words, " ")
}

func checkShapes(t *testing.T, cases map[string]string) {
	t.Helper()
	for text, want := range cases {
		body, _ := readBody([]byte(text))
		checkHTML(t, body)
		checkOutline(t, body)
		if got := anchorsOf(body); got != want {
			t.Errorf("%q:\ngot  %s\nwant %s", text, got, want)
		}
	}
}

// TestOutlinePlaces: numbers decide what stands below what; levels of headings and lists only where numbers do not tell.
func TestOutlinePlaces(t *testing.T) {
	checkShapes(t, map[string]string{
		// levels that do not agree with the numbers, bold paragraphs among headings
		"## I. A\n### 1. B\n#### 1.1. C\n### 1.2. D\n**2. E:** f\n\n**3. G:** h\n\n### 4. K\n## II. L\n**1.** m\n\n### 2. N": "i i.1 i.1.1 i.1.2 i.2 i.3 i.4 ii ii.1 ii.2",
		"## I. A\n## 1. B\n## a) C\n## b) D\n## 2. E\n## II. F":                                                              "i i.1 i.1.a i.1.b i.2 ii",
		"#### I. A\n##### 1. B\n## II. C\n### 1. D":                                                                          "i i.1 ii ii.1",
		// no headings at all, every line a paragraph
		"I. A\n\n1. B\n\n- c\n\n2. D\n\nII. E\n\n1. F\n\na) g\n\nb) h\n\n2. K": "i i.1 i.2 ii ii.1 ii.1.a ii.1.b ii.2",
		// a list below a numbered heading is its own; one that goes on counting is not
		"### 1. A\n1. b\n2. c\n### 2. D\n1. e\n### 3. F":        "1 1.1 1.2 2 2.1 3",
		"### 1. A\n**2. B:** c\n\n3. D\n4. E\n### 5. F":         "1 2 3 4 5",
		"1. a\n\n   1. b\n\n   2. c\n\n2. d\n- e\n  1. f\n3. g": "1 1.1 1.2 2 2.1 3",
		"## I. A\n1. b\n2. c\n\nd\n\n1. e\n2. f":                "i i.1 i.2 i.1-2 i.2-2",
		"- 1. a\n- 2. b\n- Bước 1: c\n- Bước 2: d":              "1 2 2.buoc-1 2.buoc-2",
		// steps and numbers in parentheses stand wherever they are written
		"## IV. A\n**Bước 1:** b\n\n1. c\n2. d\n\n**Bước 2.** e\n\n1) f\n2) g\n\n## V. H": "iv iv.buoc-1 iv.buoc-1.1 iv.buoc-1.2 iv.buoc-2 iv.buoc-2.1 iv.buoc-2.2 v",
		"1. a\n   1) b\n   2) c\n2. d\n   1) e":                                           "1 1.1 1.2 2 2.1",
		// what is counted through the whole text has no place in front
		"## Chương I\n### Mục 1. A\n#### Điều 1. B\n1. c\n   a) d\n### Mục 2. E\n#### Điều 2. F\n## Chương II\n### Mục 1. G\n#### Điều 3. H": "chuong-i chuong-i.muc-1 dieu-1 dieu-1.1 dieu-1.1.a chuong-i.muc-2 dieu-2 chuong-ii chuong-ii.muc-1 dieu-3",
		"**Điều 1.** a\n\n**Điều 2.** b\n\n## QUY CHẾ\n### Chương I\n#### Điều 1. C\n1. d":                                                   "dieu-1 dieu-2 chuong-i chuong-i.dieu-1 chuong-i.dieu-1.1",
		"Điều 1. A\n\n1.1. B\n\n1.2. C\n\nĐiều 2. D\n\n2.1. E":                                                                               "dieu-1 dieu-1.1.1 dieu-1.1.2 dieu-2 dieu-2.2.1",
		// 1.1 below I without a 1 between
		"I. A\n\n1.1. B\n\n1.2. C\n\nII. D\n\n2.1. E": "i i.1.1 i.1.2 ii ii.2.1",
		// a heading without a number ends what stands below it
		"## A\n1. b\n2. c\n## D\n1. e\n## F\n2. g":        "1 2 1-2 2-2",
		"## I. A\n### 1. B\n#### C\n### 2. D\n## Đ\n1. e": "i i.1 i.2 1",
		// numbers as converters from word processors escape them
		"**1\\. A**\n\n**2\\. B**\n\n*a\\) c*": "1 2 2.a",
		"A. AN\n\nI- BA\n\n1- Ca\n\nB. ĐA":     "a a.i a.i.1 b",
		"## I. A {#x}\n1. b":                   "x i.1",
		// quotes, tables, terms and footnotes are not part of the outline
		"> Điều 1. A\n\n| 1. | I. |\n|-|-|\n\nx[^a]\n\n[^a]: Điều 2. B\n\nc\n: 1. d": "",
	})
}

// TestOutlineGaps: what is missing or comes twice among siblings.
func TestOutlineGaps(t *testing.T) {
	checkShapes(t, map[string]string{
		"I. Ơ\n\nII. Ơ\n\nIII. A\n\n1. B\n\n2. C\n\n3.1. D\n\ne\n\n3.2 F\n\n4. G": "i ii iii iii.1 iii.2 iii.3.1 iii.3.2 iii.4 [iii.3.1: 3]",
		"## I. A\n## III. B": "i iii [iii: II]",
		"a) b\nc) d":         "a c [c: b]",
		"a) b\nb) c\nc) d\nd) e\nđ) f\ne) g\ng) h\nh) i": "a b c d dd e g h",
		"a) b\nb) c\nc) d\nd) e\ne) f":                   "a b c d e [e: đ]",
		"a) b\nb) c\nc) d\nd) e\ne) f\nf) g\ng) h":       "a b c d e f g",
		"1. a\n1. b":                      "1 1-2 [1-2: 2 again]",
		"1. a\n3. b\n2. c":                "1 3 2 [3: 2] [2: 4 again]",
		"## 1. A\n### 1.1. B\n### 1.3. C": "1 1.1 1.3 [1.3: 1.2]",
		"## 1. A\n### 1.2. B":             "1 1.2 [1.2: 1.1]",
		"## 1. A\n### 1.1.1. B":           "1 1.1.1 [1.1.1: 1.1]",
		"## I. A\n2. b":                   "i i.2 [i.2: 1]",
		"5. a\n6. b":                      "5 6",
		"Điều 4. A\n\nĐiều 4a. B\n\nĐiều 5. C\n\nĐiều 7. D":       "dieu-4 dieu-4a dieu-5 dieu-7 [dieu-7: Điều 6]",
		"## Chương I\n### Điều 1. A\n## Chương II\n### Điều 3. B": "chuong-i dieu-1 chuong-ii dieu-3 [dieu-3: Điều 2]",
		"## Chương I\n## Chương III":                              "chuong-i chuong-iii [chuong-iii: Chương II]",
		"**Bước 1:** a\n\n**Bước 3:** b":                          "buoc-1 buoc-3 [buoc-3: Bước 2]",
		"## II. A\n1. b\n2. c\n### D\n3. e\n### F\n5. g":          "ii ii.1 ii.2 ii.3 ii.5 [ii.5: 4]",
	})
}

// TestRunningText: sentences that begin like a number are not numbered.
func TestRunningText(t *testing.T) {
	for _, text := range []string{
		"Điều 4 của Luật này quy định", "V. Hugo viết", "C. Mác viết", "A. Nguyễn trình bày", "3.5 phần trăm", "2026. Năm mới", "Bước đầu đã xong", "Bước 1 là chuẩn bị",
		"Mục đích", "I là chữ số", "1- 2 người", "5 - 10 người", "8.30 Khai mạc", "Chương trình số 1/CTr-A", "Phần lớn", "Phụ lục kèm theo", "1.500 đồng", "12/A Hùng Vương",
		"**Điều 4** của Luật", "điểm a khoản 2", "**15** đơn vị", "f(x) = a", "i. e.", "…", "(1) một", "Điều 4, khoản 2 quy định", "Chương I và Chương II",
	} {
		body, _ := readBody([]byte(text))
		want := 0
		if text == "i. e." || strings.HasPrefix(text, "**Điều 4**") {
			want = 1 // a letter, and an article whose number stands alone in bold
		}
		if len(body.Outline) != want {
			t.Errorf("%q: %s", text, anchorsOf(body))
		}
	}
}

// TestSecondNames: a link in the same file may name a place by the heading's text, by its anchor, or by its explicit id.
func TestSecondNames(t *testing.T) {
	body, list := readBody([]byte("## II. Việc làm\n\n### 1. Tuần tra {#tuan}\n\n### 2. Kiểm tra\n\nđ) [a](#ii-viec-lam) [b](#ii.1) [c](#tuan) [d](#2-kiem-tra) [e](#ii.2) [f](#ii.2.dd)\n\n" +
		"## II-2\n\n## Tuan\n\n## 1 Tuần tra"))
	if list.Len() > 0 {
		t.Errorf("%+v", list.All())
	}
	for _, want := range []string{"<a href=#ii>a", "<a href=#tuan>b", "<a href=#tuan>c", "<a href=#ii.2>d", "<a href=#ii.2>e", "<a href=#ii.2.dd>f"} {
		if !strings.Contains(string(body.HTML), want) {
			t.Errorf("no %s in %s", want, body.HTML)
		}
	}
	var names []string
	for _, h := range body.Headings {
		names = append(names, h.ID+"/"+h.Slug)
	}
	if got, want := strings.Join(names, " "), "ii/ii-viec-lam tuan/ii.1 ii.2/2-kiem-tra ii-2/ tuan-2/ 1-tuan-tra/"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
