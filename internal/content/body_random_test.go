package content

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"antq/internal/diag"
)

// fragments are pieces of the dialect, from which random texts are put together.
var fragments = []string{
	"\n", "\n", "\n\n", "\n\n", " ", "  ", "    ", "\t", "  \n", "\\\n", "\r\n", "a", "Nội dung", "đ", "2025", "2030.", ".", ":", ";", "./.",
	"- ", "+ ", "* ", "– ", "• ", "1. ", "2) ", "07. ", "2026. ", "a) ", "đ) ", "b) ", "> ", ">", "# ", "## ", "### ", "##", "{#x}", " {#x .y}",
	"*", "**", "_", "__", "~", "~~", "`", "``", "```\n", "~~~\n", "[", "]", "](", ")", "![", "](/x#y \"t\")", "](https://a.vn)", "](#x)",
	"](javascript:x)", "[a]: /b 'c'\n", "[a]", "[^a]", "[^a]: ", "\n[^b]:\n    ", "[!LƯU Ý]", "[!X]", "[ ] ", "[x] ", "|", " | ", "\n|-|:-:|\n", "a|b\n-|-\n",
	"\n: ", ": ", "<", ">", "<b>", "</b>", "<br>", "<div>", "</div>\n", "<script>", "</script>", "<!--", "-->", "<?", "<a href='", "<https://a.vn>",
	"<x:y>", "https://a.vn/b", "www.a.vn", "a@b.vn", "{{<", ">}}", "{{< contact >}}", "{{< tasks plan=\"x\" >}}", "{{< gallery\n", "images=\"a\"", "\"",
	"&amp;", "&#1;", "&nbsp;", "\\", "\u0001", "\ufffd", "\u0085", "\u00a0", "***\n", "---\n", "===\n", "- - -\n", "Bảng 1. ", "Bước 1:", "Điều 4. ", "II. ", "1.1. ",
	"I. A", "I- B", "B. CHUNG", "**1.** ", "**Bước 2:** ", "*a) ", "3.2 Khen", "Chương I", "Mục 1. ", "Phần thứ hai", "Phụ lục I", "Điều 4a", "d. ", "1- Về",
	"Kế hoạch số 1/KH-A", " ngày 05/3/2026", " của Bộ Công an", "Số: 2/QĐ-A", ", 3/QĐ-B&amp;C", "Luật Đất đai", "điểm đ khoản 2 Điều 4 ", "/QĐ\\-D ", "số ",
}

func randomText(r *rand.Rand) string {
	var b strings.Builder
	for range 2 + r.IntN(40) {
		b.WriteString(fragments[r.IntN(len(fragments))])
	}
	return b.String()
}

// TestRandomTexts: any mixture of the dialect's pieces gives a sound body, with the same HTML for either line end, and a
// text of two lines of front matter moves places only.
func TestRandomTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	start := diag.Pos{Line: 1, Column: 1}
	for range 4000 {
		text := randomText(r)
		body, list := readBody([]byte(text))
		checkBody(t, []byte(text), start, body, list)
		unix := strings.ReplaceAll(text, "\r\n", "\n")
		one, _ := readBody([]byte(unix))
		two, _ := readBody([]byte(strings.ReplaceAll(unix, "\n", "\r\n")))
		if !bytes.Equal(one.HTML, two.HTML) {
			t.Errorf("LF   %s\nCRLF %s", one.HTML, two.HTML)
		}
		if t.Failed() {
			t.Fatalf("text %q", text)
		}
	}
}
