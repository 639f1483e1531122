package build_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"antq/internal/diag"
	"antq/internal/html"
	"antq/internal/sitetest"
)

// Plans arrive as somebody else typed them: copied from a word processor with headings of mixed levels, or from the pages
// of a PDF with every line a paragraph. The two texts of testdata/seedlike have these shapes; what is on the page must be
// what was typed, word by word, with the numbers that were typed.
func TestPlansAsTheyAreTyped(t *testing.T) {
	for _, name := range []string{"mixed-headings", "wrapped-lines"} {
		t.Run(name, func(t *testing.T) {
			src, err := os.ReadFile("testdata/seedlike/" + name + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			checkTyped(t, string(src))
		})
	}
}

// TestRealTexts does the same with every text of a folder outside the repository: ANTQ_TEXTS=/folder go test -run RealTexts.
func TestRealTexts(t *testing.T) {
	folder := os.Getenv("ANTQ_TEXTS")
	if folder == "" {
		t.Skip("ANTQ_TEXTS names no folder with texts (*.txt) to be put on pages")
	}
	names, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no text in %s (%v)", folder, err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			checkTyped(t, string(src))
		})
	}
}

// checkTyped puts the text below the least front matter of a plan and compares the page with it.
func checkTyped(t *testing.T, text string) {
	t.Helper()
	prose := typedPlan(t, text)
	got, want := shownTokens(prose), typedTokens(text)
	for i := range max(len(got), len(want)) {
		if i < len(got) && i < len(want) && got[i] == want[i] {
			continue
		}
		from, to := max(0, i-8), i+8
		t.Fatalf("word %d differs. On the page:\n\t… %s …\nAs typed:\n\t… %s …",
			i, strings.Join(got[min(from, len(got)):min(to, len(got))], " "), strings.Join(want[min(from, len(want)):min(to, len(want))], " "))
	}
}

// typedPage returns the finished page of the plan.
func typedPage(t *testing.T, text string) []byte {
	t.Helper()
	files := sitetest.Files(t, small)
	files["content/so-mau/ke-hoach/go-vao.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Kế hoạch như đã gõ\n---\n" + text)}
	r := run(t, options(files))
	if r.Tree == nil {
		t.Fatalf("refused:\n%s", words(r, diag.English))
	}
	if r.Problems.Len() > 0 {
		t.Logf("noted:\n%s", words(r, diag.English))
	}
	out := sitetest.FromTree(t, r.Tree)
	sitetest.NoFindings(t, sitetest.CheckLinks(out))
	src, err := fs.ReadFile(out, "so-mau/ke-hoach/go-vao.html")
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// typedPlan returns the body of the finished page of the plan.
func typedPlan(t *testing.T, text string) *html.Element {
	t.Helper()
	d, err := html.Parse(typedPage(t, text))
	if err != nil {
		t.Fatal(err)
	}
	prose := d.Find(html.MustCompile("main .prose"))
	if len(prose) != 1 {
		t.Fatalf("%d bodies on the page", len(prose))
	}
	return prose[0]
}

// shownTokens writes an element as people would type it: words, with ## in front of a heading of level 2, - in front of
// an item, and the number in front of a numbered one.
func shownTokens(e *html.Element) []string {
	var tokens []string
	for c := range blocksOf(e) {
		if c.mark != "" {
			tokens = append(tokens, c.mark)
		}
		tokens = append(tokens, strings.Fields(c.text)...)
	}
	return tokens
}

// block is a piece of text of the page with what stands in front of it.
type block struct{ tag, mark, text string }

// blocksOf yields headings, paragraphs and items in order. The first paragraph of an item belongs to the item.
func blocksOf(e *html.Element) func(func(block) bool) {
	var blocks []block
	var walk func(e *html.Element, mark *string, tag string)
	walk = func(e *html.Element, mark *string, tag string) {
		for c := range e.Children() {
			switch c.Tag {
			case "h2", "h3", "h4", "h5", "h6":
				blocks = append(blocks, block{c.Tag, strings.Repeat("#", int(c.Tag[1]-'0')), c.Text()})
			case "p":
				blocks = append(blocks, block{tag + "p", *mark, c.Text()})
				*mark = ""
			case "ul", "ol":
				next := 1
				if n, err := strconv.Atoi(c.Attr("start")); err == nil {
					next = n
				}
				for li := range c.Children() {
					if n, err := strconv.Atoi(li.Attr("value")); err == nil {
						next = n
					}
					mark := "-"
					if c.Tag == "ol" {
						mark = numbered(c, next)
					}
					next++
					if own := ownText(li); own != "" {
						blocks = append(blocks, block{"li", mark, own})
						mark = ""
					}
					walk(li, &mark, "li ")
				}
			default:
				walk(c, mark, tag)
			}
		}
	}
	none := ""
	walk(e, &none, "")
	return slices.Values(blocks)
}

func numbered(ol *html.Element, n int) string {
	form, end := "%d", "."
	if slices.Contains(ol.Classes(), "zero") {
		form = "%02d"
	}
	if slices.Contains(ol.Classes(), "paren") {
		end = ")"
	}
	return fmt.Sprintf(form, n) + end
}

// ownText returns the text of a tight item without that of the lists below it.
func ownText(li *html.Element) string {
	if len(li.Find(html.MustCompile("p"))) > 0 {
		return ""
	}
	text := li.Text()
	for _, list := range append(li.Find(html.MustCompile("li > ul")), li.Find(html.MustCompile("li > ol"))...) {
		text, _, _ = strings.Cut(text, list.Text())
	}
	return text
}

var (
	textNotItem = regexp.MustCompile(`^- \d{4}\b`) // "giai đoạn 2025" / "- 2030.": a wrapped line
	emphasis    = strings.NewReplacer("*", "")
)

// typedTokens are the words of a text as it was typed, without marks of emphasis; + is an item as well.
func typedTokens(text string) []string {
	var tokens []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "+ "); ok {
			line = "- " + rest
		}
		tokens = append(tokens, strings.Fields(emphasis.Replace(line))...)
	}
	return tokens
}

// What is not a matter of words: which lines are headings, items and paragraphs.
func TestPlansKeepTheirShape(t *testing.T) {
	mixed, wrapped := readTyped(t, "mixed-headings"), readTyped(t, "wrapped-lines")
	for _, text := range []string{mixed, wrapped} {
		var headings, items int
		for line := range strings.Lines(text) {
			switch line = strings.TrimSpace(line); {
			case strings.HasPrefix(line, "##"):
				headings++
			case textNotItem.MatchString(line):
			case strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "+ "):
				items++
			}
		}
		prose := typedPlan(t, text)
		shownHeadings, shownItems := 0, 0
		for b := range blocksOf(prose) {
			if strings.HasPrefix(b.mark, "#") {
				shownHeadings++
			}
			if b.mark == "-" {
				shownItems++
			}
		}
		if shownHeadings != headings || shownItems != items {
			t.Errorf("%d headings and %d items on the page, %d and %d as typed", shownHeadings, shownItems, headings, items)
		}
	}
	for _, c := range []struct{ text, tag, mark, starts string }{
		{mixed, "h4", "####", "1.2. Công an huyện Mẫu Sơn:"}, {mixed, "h3", "###", "1.3. UBND ba xã ven hồ:"},
		{mixed, "p", "", "2. Lúc nào: Chừng giữa tháng 9/2026"}, {mixed, "p", "", "Bước 2: Mở đầu."}, {mixed, "p", "", "1. Trưởng trạm bắt tay"},
		{mixed, "h4", "####", "Nơi nhận:"}, {mixed, "p", "", "KẾ HOẠCH Mở đợt cao điểm"}, {mixed, "li", "-", "Lưu: VT, TH."},
		{wrapped, "p", "", "I. CÁI ĐÍCH VÀ LỜI HẸN"}, {wrapped, "p", "", "3.1. Thưởng hàng năm"}, {wrapped, "p", "", "3.2 Thưởng cuối đợt"},
		{wrapped, "p", "", "- 2030 của Ban Điều hành"}, {wrapped, "p", "", "Nơi nhận:"},
	} {
		found := false
		for b := range blocksOf(typedPlan(t, c.text)) {
			found = found || b.tag == c.tag && b.mark == c.mark && strings.HasPrefix(b.text, c.starts)
		}
		if !found {
			t.Errorf("no <%s> %s %q", c.tag, c.mark, c.starts)
		}
	}
	plus := typedPlan(t, wrapped).Find(html.MustCompile("li li"))
	if len(plus) == 0 || !strings.HasPrefix(plus[0].Text(), "Tổ đèn, tổ thuyền") {
		t.Error("the + line after “- Nhóm:” is no item below it")
	}
}

func readTyped(t *testing.T, name string) string {
	t.Helper()
	src, err := os.ReadFile("testdata/seedlike/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}
