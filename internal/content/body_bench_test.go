package content

import (
	"fmt"
	"strings"
	"testing"

	"antq/internal/diag"
)

// hostileShapes are texts whose cost could grow faster than their size: each is a unit to be repeated, with what goes before
// and behind.
var hostileShapes = []struct {
	name               string
	head, unit, behind string
}{
	{"plain", "", "Nội dung văn bản, ", ""},
	{"lines", "", "dòng\n", ""},
	{"paragraphs", "", "a\n\n", ""},
	{"quotes", "", ">", "a"},
	{"quote-lines", "", "> > > > > > > > > > > > > > > > > > > > > > > > a\n", ""},
	{"bullets-in-line", "", "- ", "a"},
	{"bullets", "", "- a\n", ""},
	{"empty-bullets", "", "-\n", ""},
	{"numbers", "", "1. a\n\n", ""},
	{"indents", "", "\t", "- a"},
	{"stairs", stairs(400), "a\n", ""},
	{"stars", "", "*a ", ""},
	{"stars-closed", "", "*a* ", ""},
	{"star-run", "", "*", ""},
	{"mixed-delimiters", "", "*a_ ", ""},
	{"closers", "", "a**b", "c*"},
	{"strong-paragraphs", "", strings.Repeat("**a", 390) + "\n\n", ""},
	{"tildes", "", "~a ", ""},
	{"backticks", "", "`a``b```", ""},
	{"backtick-paragraphs", "", strings.Repeat("`a``b```", 130) + "\n\n", ""},
	{"brackets", "", "[", ""},
	{"bracket-pairs", "", "[]", ""},
	{"bracket-nest", "", strings.Repeat("[a", 19) + strings.Repeat("]", 19) + "\n\n", ""},
	{"links", "", "[a](b", ""},
	{"link-titles", "", `[a](b "`, ""},
	{"link-title-paragraphs", "", strings.Repeat(`[a](b "c `, 150) + "\n\n", ""},
	{"images", "", "![", ""},
	{"definitions", "", "[a]: b\n", ""},
	{"definition-titles", "", "[a]: b\n(\n", ""},
	{"definition-blocks", "", "[a]: b\n\n", ""},
	{"references", "[a]: b\n\n", "[a] ", ""},
	{"footnotes", "", "[^a]: b\n", ""},
	{"footnote-refs", "[^a]: b\n\n", "[^a]\n\n", ""},
	{"tags", "", "<a ", ""},
	{"tag-quotes", "", `<a b="`, ""},
	{"comments", "", "<!-- ", ""},
	{"comment-paragraphs", "", "a " + strings.Repeat("<!-- ", 150) + "\n\n", ""},
	{"declarations", "", "<!A ", ""},
	{"scripts", "", "<script>\n", ""},
	{"divs", "", "<div>\n", ""},
	{"autolinks", "", "<http://", ""},
	{"mail", "", "a.a@", ""},
	{"web", "", "http://a ", ""},
	{"www", "", "www.a.", ""},
	{"parens", "", "https://a.b/(", ""},
	{"entities", "", "&amp;&#x41;", ""},
	{"backslashes", "", `\*`, ""},
	{"fences", "", "```\n", ""},
	{"table-wide", "", "|-", ""},
	{"table-columns", strings.Repeat("a|", 60) + "\n" + strings.Repeat("-|", 60) + "\n", "|\n", ""},
	{"table-cells", "a|b\n-|-\n", "|`\\|`|b\n", ""},
	{"tables", "", "a|b\n-|-\nc|d\n\n", ""},
	{"headings", "", "## Yêu cầu\n", ""},
	{"heading-braces", "", "## a {{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{\n", ""},
	{"heading-ladder", "", "## a\n### a\n#### a\n##### a\n", ""},
	{"terms", "", "a\n: b\n", ""},
	{"shortcodes", "", "{{< contact >}}\n", ""},
	{"shortcode-open", "", "{{< ", ""},
	{"shortcode-lines", "", "{{< a\n", ""},
	{"callouts", "", "> [!LƯU Ý]\n\n", ""},
	{"years", "", "năm 2025\n- 2030.\n", ""},
	{"plus", "", "- a\n+ b\n", ""},
	{"letters", "", "a) b\n", ""},
	{"letters-in-line", "", "a) ", "b"},
	{"outline", "## I. A\n\n", "1. a\n\na) b\n\n**2.** c\n\n3.1 D\n\n", ""},
	{"outline-headings", "", "## I. A\n### 1. B\n#### 1.1. C\n", ""},
	{"outline-repeated", "", "I. A\n\n", ""},
	{"outline-deep", stairs(20), "1. a\n\n", ""},
	{"articles", "", "Điều 1. A\n\nĐiều 2. B\n\n## C\n\n", ""},
	{"citations", "", "Kế hoạch số 1/KH-A ngày 05/3/2026 của Bộ Công an; ", ""},
	{"citations-escaped", "", "Kế hoạch số 1/KH\\-A &amp; ", ""},
	{"citations-emphasised", "", strings.Repeat("**Kế hoạch** số 1/KH-A ", 90) + "\n\n", ""},
	{"citations-broken", "", "Kế hoạch số 1/KH-A\\\nngày 05/3/2026\\\n", ""},
	{"laws", "", "Luật A b ", ""},
}

// stairs is a list that goes one step deeper in every line.
func stairs(steps int) string {
	var b strings.Builder
	for i := range steps {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String()
}

func hostile(i, size int) []byte {
	s := hostileShapes[i]
	return []byte(s.head + strings.Repeat(s.unit, max(1, (size-len(s.head))/len(s.unit))) + s.behind)
}

// BenchmarkHostile shows that the cost of each shape grows about as fast as its size: compare ns/byte from size to size.
func BenchmarkHostile(b *testing.B) {
	for i, shape := range hostileShapes {
		for _, size := range []int{128 << 10, 512 << 10, 2 << 20} {
			b.Run(fmt.Sprintf("%s/%dK", shape.name, size>>10), func(b *testing.B) {
				src := hostile(i, size)
				b.ReportAllocs()
				for b.Loop() {
					var list diag.List
					parseBody("a/x.md", src, diag.Pos{Line: 1, Column: 1}, &list)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(src)), "ns/byte")
			})
		}
	}
}

// BenchmarkBody reads a plan of about 9 KB: 20 headings, 40 list items, 20 paragraphs with citations and a table.
func BenchmarkBody(b *testing.B) {
	src := []byte(samplePlan())
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		var list diag.List
		parseBody("a/ke-hoach/x.md", src, diag.Pos{Line: 1, Column: 1}, &list)
	}
}

func samplePlan() string {
	var b strings.Builder
	for i := range 5 {
		fmt.Fprintf(&b, "## %s. NỘI DUNG, NHIỆM VỤ\n\n", []string{"I", "II", "III", "IV", "V"}[i])
		for j := range 3 {
			fmt.Fprintf(&b, "### %d. Công tác tuyên truyền\n\n", j+1)
			b.WriteString("Các đơn vị thực hiện **Kế hoạch số 301/KH-UBND** ngày 24/11/2025 của Ủy ban nhân dân tỉnh, gắn với nhiệm vụ " +
				"chuyên môn, bảo đảm thiết thực, hiệu quả; xem [hướng dẫn](/van-ban/huong-dan.md#dieu-4).\n\n")
			for range 3 {
				b.WriteString("- Phổ biến đầy đủ chủ trương, chính sách về bảo vệ an ninh quốc gia đến từng đơn vị, từng người lao động.\n")
			}
			b.WriteString("\n")
		}
	}
	b.WriteString("| STT | Nhiệm vụ | Thời hạn |\n|---|---|---|\n")
	for i := range 10 {
		fmt.Fprintf(&b, "| %d | Gửi báo cáo kết quả | Trước ngày 05/11 |\n", i+1)
	}
	return b.String()
}
