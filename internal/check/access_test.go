package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"antq/internal/diag"
)

func sorted(files map[string]string) []string { return slices.Sorted(maps.Keys(files)) }

// checkPlaces compares problems with lines "file:line:column code/reason".
func checkPlaces(t *testing.T, problems []diag.Problem, want []string) {
	t.Helper()
	var got []string
	for _, p := range problems {
		got = append(got, fmt.Sprintf("%s:%d:%d %s", p.File, p.Start.Line, p.Start.Column, nameOf(p)))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestLinkText(t *testing.T) {
	formRule{
		code: "link-text", path: "so-mau/trang.md",
		hits:  withBody("Xem [‹tại đây›](/lich).", "[‹Xem thêm…›](https://vi.example.vn/a)", "Tải [‹**click here**›](a.pdf)", "> [‹Chi tiết›](/lich)"),
		traps: withBody("Xem [lịch công tác](/lich).", "[Xem lịch tại đây](/lich)", "`[tại đây](/lich)`", "Mời xem tại đây (ở sảnh).", "![đây](a.png)", "[1](#a) đây"),
	}.run(t)
	formRule{
		code: "link-text/address", path: "so-mau/trang.md",
		hits:  withBody("[‹https://vi.example.vn/a›](https://vi.example.vn/a)", "Xem [‹www.vi.example.vn›](https://www.vi.example.vn)", "- [‹http://vi.example.vn›](/a)"),
		traps: withBody("<https://vi.example.vn>", "https://vi.example.vn", "[Trang https://vi.example.vn của tỉnh](https://vi.example.vn)"),
	}.run(t)
	formRule{
		code: "link-text/empty", path: "so-mau/trang.md",
		hits:  withBody("Xem ‹[]›(/lich).", "‹[ ]›(/lich)", "a ‹[]›(https://vi.example.vn)"),
		traps: withBody("[![Sơ đồ](a.png)](/lich)", "![](a.png)", "[a](/lich)"),
	}.run(t)
}

func TestAltText(t *testing.T) {
	formRule{
		code: "alt-text", path: "so-mau/trang.md",
		hits: append(withBody("![‹ảnh minh họa›](a.png)", "![‹IMG_2034.jpg›](a.jpg)", "![‹dsc00012›](a.jpg \"Sân\")"),
			formCase{front: "title: A\nimage:\n  src: a.png\n  alt: ‹Hình ảnh›"}),
		traps: withBody("![Sân trụ sở buổi sáng](san.png)", "![](a.png)", "[ảnh minh họa](/b)", "![Ảnh Bác Hồ treo giữa hội trường](a.png)"),
	}.run(t)
}

func TestTableHead(t *testing.T) {
	formRule{
		code: "table-header", path: "so-mau/trang.md",
		hits:  withBody("‹| | |›\n|---|---|\n| a | b |", "Chữ\n\n‹|  |  |  |›\n|---|---|---|\n| a | b | c |", "> ‹| | |›\n> |---|---|\n> | a | b |"),
		traps: withBody("| A | B |\n|---|---|\n|  |  |", "| | A |\n|---|---|\n| b | c |", "```\n| | |\n|---|---|\n```"),
	}.run(t)
	formRule{
		code: "table-header/cell", path: "so-mau/trang.md",
		hits:  withBody("| A ‹|  ›|\n|---|---|\n| a | b |", "| A ‹| ›| C |\n|---|---|---|\n| a | b | c |", "|  | B ‹|  ›|\n|---|---|---|\n| a | b | c |"),
		traps: withBody("| A | B |\n|---|---|\n| a |  |", "| | A |\n|---|---|\n| b | c |", "| A \\| B | C |\n|---|---|\n| a | b |"),
	}.run(t)
}

func TestLanguage(t *testing.T) {
	vietnamese := strings.Repeat("Mỗi cơ quan có kế hoạch riêng để giữ gìn trật tự. ", 12)
	english := strings.Repeat("Each office keeps a plan of its own for order and safety. ", 12)
	formRule{
		code: "text-language", path: "so-mau/trang.md",
		hits: []formCase{
			{front: "title: A\nlang: ‹en›", body: vietnamese},
			{front: "lang: ‹en-GB›\ntitle: A", body: vietnamese},
			{front: "title: A\nlang: ‹zh›", body: "## Một\n\n" + vietnamese},
		},
		traps: []formCase{
			{front: "title: A\nlang: en", body: english},
			{front: "title: A\nlang: vi", body: vietnamese},
			{front: "title: A", body: vietnamese},
			{front: "title: A\nlang: en", body: english + "\n\nToàn dân bảo vệ an ninh Tổ quốc"},
			{front: "title: A\nlang: en", body: "Xin chào"},
		},
	}.run(t)
}
