package content

import (
	"strings"
	"testing"

	"antq/internal/diag"
)

// What is too large or too deep is refused with a place before it costs anything; what long plans and agencies need fits.
func TestBounds(t *testing.T) {
	front := func(s string) string { return "---\ntitle: A\n" + s + "---\n" }
	for name, c := range map[string]struct {
		src, code string // code "" = no problem
		line      int
	}{
		"large file":        {"---\ntitle: A\n---\n" + strings.Repeat("x", maxSource), "source-too-large", 0},
		"large block":       {front("description: |\n" + strings.Repeat("  dòng chữ dài\n", maxBlock/17+1)), "front-matter-too-large", 1},
		"many lines":        {front(strings.Repeat("# ghi chú\n", maxLines)), "front-matter-too-large", 1},
		"many keys":         {front("abbreviations:\n" + numbered("  k%: x\n", maxKeys+1)), "front-matter-too-large", 1004},
		"deep brackets":     {front("tags: " + strings.Repeat("[", maxFlow+1) + strings.Repeat("]", maxFlow+1) + "\n"), "front-matter-too-deep", 3},
		"deep open bracket": {front("tags: " + strings.Repeat("[", 5000) + "\n"), "front-matter-too-deep", 3},
		"deep indentation":  {front("image:\n" + strings.Repeat(" ", maxSpace+1) + "src: a.png\n"), "front-matter-too-deep", 4},
		"deep dashes":       {front("tags:\n" + strings.Repeat("- ", 500) + "a\n"), "front-matter-too-deep", 4},
		"200 tasks":         {front("tasks:\n" + strings.Repeat("  - id: bao-cao\n    what: Báo cáo kết quả thực hiện phong trào\n    owner: van-phong\n    to: Công an tỉnh\n    before: 2026-11-05\n", 200)), "", 0},
		"1000 honourees":    {strings.Replace(front("issued: 2026-05-20\nhonourees:\n"+strings.Repeat("  - name: Nguyễn Văn A\n    unit: van-phong\n    deed: Có thành tích xuất sắc trong phong trào\n", 1000)), "\n", "\n", 1), "", 0},
	} {
		path := "a/ke-hoach/x.md"
		if strings.Contains(c.src, "honourees") {
			path = "a/khen-thuong/x.md"
		}
		_, list := Parse(path, []byte(c.src))
		var found *diag.Problem
		for _, p := range list.All() {
			if p.Code == c.code || c.code == "" {
				found = &p
				break
			}
		}
		switch {
		case c.code == "" && found != nil:
			t.Errorf("%s: %+v", name, found)
		case c.code != "" && (found == nil || found.Start.Line != c.line):
			t.Errorf("%s: %+v, want %s in line %d", name, found, c.code, c.line)
		}
	}
}

// Front matter of the greatest size is read with a cost that grows with its size, whatever it holds: these are the shapes
// for which a parser can be slow. They would run for minutes if it did not.
func TestCostIsLinear(t *testing.T) {
	fit := func(part string) string {
		return strings.Repeat(part, min(maxBlock*9/10/len(part), (maxLines-10)/max(1, strings.Count(part, "\n"))))
	}
	for name, block := range map[string]string{
		"unknown keys":    numbered("k%: x\n", maxLines-10),
		"same key":        fit("title: x\n"),
		"texts":           "tags:\n" + fit("  - thi đua yêu nước\n"),
		"flow texts":      "tags: [" + fit("a, ") + "]\n",
		"flow maps":       "tasks: [" + fit("{a: b c}, ") + "]\n",
		"flow keys":       "image: {" + numbered("k%: v, ", 20000) + "}\n",
		"alone":           "image: {src: a, " + fit("b, ") + "}\n",
		"open quotes":     fit("a: \"x\n"),
		"quotes":          "title: \"" + fit("\\u00e1") + "\"\n",
		"quoted lines":    "title: \"" + fit("a\n  ") + "\"\n",
		"plain lines":     "title: a\n" + fit("  dòng tiếp theo\n"),
		"colons":          "title: " + fit("a: ") + "b\n",
		"hashes":          "title: " + fit("a #") + "b\n",
		"dashes":          fit("- a\n"),
		"faults":          fit("@a: b\n"),
		"broken":          fit("a: b: [\n"),
		"tabs":            fit("\ta: b\n"),
		"long line":       "title: " + strings.Repeat("thi đua ", maxBlock/12) + "\n",
		"wrong texts":     "recipients:\n" + fit("  - Các sở: XD\n"),
		"cut texts":       "recipients:\n" + fit("  - Sở #1\n"),
		"blank":           fit("\n"),
		"brackets":        fit("a: [\n"),
		"closing":         fit("]\n"),
		"closing in line": "tags: a" + fit("]") + "\n",
	} {
		doc, _ := Parse("a/ke-hoach/x.md", []byte("---\n"+block+"---\n"))
		if doc.Meta == nil {
			t.Error(name)
		}
	}
}

func numbered(part string, n int) string {
	var b strings.Builder
	for i := range n {
		digits := []byte{byte('a' + i/17576%26), byte('a' + i/676%26), byte('a' + i/26%26), byte('a' + i%26)}
		if b.Len() > maxBlock*9/10 {
			break
		}
		b.WriteString(strings.Replace(part, "%", string(digits), 1))
	}
	return b.String()
}
