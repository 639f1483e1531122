package check

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/diag"
)

// example is one line of a table of examples.
type example struct {
	code string
	hit  bool
	text string // with its marks
	line int
}

// examples reads a table of examples.
func examples(t testing.TB, name string) []example {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []example
	code := ""
	for i, line := range strings.Split(string(data), "\n") {
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "== "):
			code = line[3:]
		case line[0] == '+' || line[0] == '-':
			text, err := strconv.Unquote(`"` + strings.ReplaceAll(line[2:], `"`, `\"`) + `"`)
			if err != nil {
				t.Fatalf("%s:%d: %v", name, i+1, err)
			}
			out = append(out, example{code, line[0] == '+', text, i + 1})
		default:
			t.Fatalf("%s:%d: %q", name, i+1, line)
		}
	}
	return out
}

// run examines the text of an example, and returns its problems and where ⟦ stands.
func (e example) run(r *Rules) (list diag.List, want diag.Pos) {
	text, file := e.text, ""
	switch {
	case strings.HasPrefix(text, "key: "):
		file = "---\ntitle: Trang\n" + text[5:] + "\n---\nNội dung\n"
	case strings.HasPrefix(text, "csv: "):
		file = text[5:]
	default:
		file = "---\ntitle: Trang\n---\n\n" + text + "\n"
	}
	before, _, _ := strings.Cut(file, "⟦")
	want = diag.Pos{Line: 1 + strings.Count(before, "\n"), Column: 1 + len([]rune(before[strings.LastIndexByte(before, '\n')+1:])), Offset: len(before)}
	src := []byte(strings.NewReplacer("⟦", "", "⟧", "").Replace(file))
	if strings.HasPrefix(text, "csv: ") {
		return r.Text("a/b/x.csv", src), want
	}
	doc, _ := content.Parse("a/tin-tuc/x.md", src)
	return r.Source(doc, src), want
}

// checkExamples runs a table: each code has at least three hits and three traps, each hit stands at its place, and its sentences
// and hints in both languages show nothing of the text.
func checkExamples(t *testing.T, name string) {
	r := New()
	hits, traps := map[string]int{}, map[string]int{}
	for _, e := range examples(t, name) {
		list, want := e.run(r)
		found := false
		for _, p := range list.All() {
			if p.Code != e.code {
				continue
			}
			if !e.hit {
				t.Errorf("%s:%d: %s: %q is a false alarm at %v", name, e.line, e.code, e.text, p.Start)
				continue
			}
			if p.Start != want {
				t.Errorf("%s:%d: %s: %q at %v, want %v", name, e.line, e.code, e.text, p.Start, want)
			}
			found = true
		}
		if e.hit && !found {
			t.Errorf("%s:%d: %s: %q passes", name, e.line, e.code, e.text)
		}
		if e.hit {
			hits[e.code]++
		} else {
			traps[e.code]++
		}
	}
	for code := range hits {
		if hits[code] < 3 || traps[code] < 3 {
			t.Errorf("%s: %s has %d hits and %d traps", name, code, hits[code], traps[code])
		}
	}
}

func TestLeaks(t *testing.T) { checkExamples(t, "testdata/leak.txt") }

// Whatever the guard finds, neither sentence nor hint nor argument repeats it.
func TestLeaksAreNotRepeated(t *testing.T) {
	r := New()
	for _, e := range examples(t, "testdata/leak.txt") {
		_, rest, _ := strings.Cut(e.text, "⟦")
		secret, _, _ := strings.Cut(rest, "⟧")
		if !e.hit || len(secret) < 4 {
			continue
		}
		list, _ := e.run(r)
		for _, p := range list.All() {
			if p.Code != e.code {
				continue
			}
			if !diag.Silent(p.Code, p.Reason) {
				t.Errorf("%s: the source line may be shown", p.Code)
			}
			shown := p.Excerpt + "\x00" + strings.Join(p.Args, "\x00")
			if strings.Contains(shown, secret) || p.Code == "secrecy-mark" && shown != "\x00" {
				t.Errorf("%s: %q shows what it found in %q", p.Code, shown, e.text)
			}
		}
	}
}

func TestMarkedNames(t *testing.T) {
	for name, want := range map[string]string{
		"a/van-ban/ke-hoach_toi-mat.pdf": "secrecy-mark", "a/TUYET_MAT.docx": "secrecy-mark", "a/301-KH-UBND_mat.pdf": "secrecy-mark",
		"a/cccd.jpg": "id-card-image", "a/Căn cước ông A.PNG": "id-card-image", "a/anh_cmnd_1.jpeg": "id-card-image",
		"a/giai-phong-mat-bang.pdf": "", "a/mat-do-xay-dung.pdf": "", "a/le_ra_mat.jpg": "", "a/nhiet_do_mat_duong.xlsx": "", "a/bao-ve-bi-mat-nha-nuoc.pdf": "",
		"a/huong-dan-lam-cccd.jpg": "", "a/mat-tran-to-quoc.jpg": "", "a/luat-can-cuoc.txt": "",
	} {
		var list diag.List
		New().fileProblems(name, &list)
		got := ""
		for _, p := range list.All() {
			got = p.Code
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
