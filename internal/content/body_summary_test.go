package content

import (
	"strings"
	"testing"
)

// TestSummary: the first sentence that can stand alone.
func TestSummary(t *testing.T) {
	for text, want := range map[string]string{
		"Nội dung cụ thể như sau:\n\nSở tổ chức hội nghị. Câu hai.": "Sở tổ chức hội nghị.",
		"Hội nghị tại TP. Lạng Sơn ngày 05/5/2026. Sau đó.":         "Hội nghị tại TP. Lạng Sơn ngày 05/5/2026.",
		"**1.** Sở **chủ trì** thực hiện./.":                        "1. Sở chủ trì thực hiện.",
		"- Mục đầu tiên trong danh sách.\n\nĐoạn văn của thân bài.": "Đoạn văn của thân bài.",
		"- Chỉ có danh sách ở đây;":                                 "Chỉ có danh sách ở đây;",
		"KẾ HOẠCH\n\nNơi nhận:":                                     "",
		"Trị giá 1.500.000 đồng cho cả năm 2026. Hết.":              "Trị giá 1.500.000 đồng cho cả năm 2026.",
		strings.Repeat("dài ", 100):                                 strings.TrimSpace(strings.Repeat("dài ", 75)) + "…",
	} {
		body, _ := readBody([]byte(text))
		if body.Summary != want {
			t.Errorf("%q:\ngot  %q\nwant %q", text, body.Summary, want)
		}
	}
}
