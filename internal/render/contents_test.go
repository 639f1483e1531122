package render

import (
	"strings"
	"testing"

	"antq/internal/content"
)

func contentsOf(t *testing.T, keys, text string) []string {
	t.Helper()
	d, _ := content.Parse("so-xay-dung/ke-hoach/k.md", []byte("---\ntitle: Kế hoạch\nsummary: Tóm tắt\n"+keys+"---\n"+text))
	if d == nil {
		t.Fatal("no document")
	}
	var lines []string
	for _, h := range contents(d) {
		if !strings.Contains(string(d.Body.HTML), "id="+h.ID) && !strings.Contains(string(d.Body.HTML), `id="`+h.ID+`"`) {
			t.Errorf("%s leads nowhere", h.ID)
		}
		lines = append(lines, strings.Repeat("-", h.Level-1)+h.Text)
	}
	return lines
}

func TestContents(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"every Điều of a regulation, and no khoản",
			"## Chương I. QUY ĐỊNH CHUNG\n\n### Điều 1. Phạm vi\n\n1. Một\n2. Hai\n\n## Chương II. NỘI DUNG\n\n### Mục 1. Tuần tra\n\n#### Điều 2. Lực lượng\n\n**1. Tổ:** có người.\n\n##### 2. Đội\n\na) Điểm\n\n#### Điều 3\n\nLời văn.\n",
			"-Chương I. QUY ĐỊNH CHUNG|--Điều 1. Phạm vi|-Chương II. NỘI DUNG|--Mục 1. Tuần tra|---Điều 2. Lực lượng|---Điều 3"},
		{"Điều within the text, also without a title",
			"**Điều 1.** Ban hành kèm theo Quyết định này quy chế phối hợp bảo đảm an ninh, trật tự của cơ quan.\n\n**Điều 2. Hiệu lực**\n\n1. Ngắn\n\n**Điều 3.** Chánh Văn phòng và thủ trưởng các đơn vị chịu trách nhiệm thi hành Quyết định này.\n",
			"-Điều 1|-Điều 2. Hiệu lực|-Điều 3"},
		{"three levels of headings in a plan, the numbers as written",
			"## I. MỤC ĐÍCH\n\n### 1. Mục đích\n\n#### 1.1 Chung\n\n##### a) Điểm\n\n## II. NỘI DUNG\n\n### 3.2 Không chấm\n",
			"-I. MỤC ĐÍCH|--1. Mục đích|---1.1 Chung|-II. NỘI DUNG|--3.2 Không chấm"},
		{"blocks within the text, all of a series",
			"## I. MỘT\n\n**1. Thành phần:** đại biểu.\n\n**2. Địa điểm:** hội trường.\n\n## II. HAI\n\n**Bước 1:** Chuẩn bị\n\n**Bước 2:** Tiến hành\n",
			"-I. MỘT|--1. Thành phần|--2. Địa điểm|-II. HAI|--Bước 1: Chuẩn bị|--Bước 2: Tiến hành"},
		{"or none of them",
			"## I. MỘT\n\n**1. Thành phần:** đại biểu.\n\n2. Các đơn vị có trách nhiệm triển khai đến toàn thể công chức, viên chức và người lao động.\n\n**3. Địa điểm:** hội trường.\n\n## II. HAI\n\n## III. BA\n",
			"-I. MỘT|-II. HAI|-III. BA"},
		{"the marks of lists",
			"## I. MỘT\n\n1) Họp\n2) Báo cáo\n\n## II. HAI\n\n1. Họp\n2. Báo cáo\n\n## III. BA\n\na) một\nb) hai\n",
			"-I. MỘT|--1) Họp|--2) Báo cáo|-II. HAI|--1. Họp|--2. Báo cáo|-III. BA"},
		{"headings without a number", "## Một\n\n### Hai\n\n#### Ba\n\n## Bốn\n", "-Một|--Hai|-Bốn"},
		{"two need no contents", "## I. MỘT\n\n## II. HAI\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(contentsOf(t, "", c.text), "|"); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
	if got := contentsOf(t, "toc: false\n", "## Một\n\n## Hai\n\n## Ba\n"); got != nil {
		t.Errorf("contents although they are off: %q", got)
	}
}
