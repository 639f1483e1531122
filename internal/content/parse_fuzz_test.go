package content

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"antq/internal/diag"
)

// checkProblems fails if a problem has no sentence, or a place or correction outside the file.
func checkProblems(t *testing.T, src []byte, list diag.List) {
	t.Helper()
	for _, p := range list.All() {
		if !diag.Known(p.Code, p.Reason) {
			t.Errorf("no sentence for %s/%s", p.Code, p.Reason)
		}
		for _, at := range []diag.Pos{p.Start, p.End} {
			checkPosition(t, src, at)
		}
		if p.End != (diag.Pos{}) && p.End.Offset < p.Start.Offset {
			t.Errorf("ends before it begins: %+v", p)
		}
		if p.Fix != nil {
			last := 0
			for _, e := range p.Fix.Edits {
				if e.Start < last || e.End < e.Start || e.End > len(src) {
					t.Errorf("correction outside the file: %+v", p)
				}
				last = e.End
			}
		}
	}
}

// checkPosition fails if line, column and offset do not name one place.
func checkPosition(t *testing.T, src []byte, at diag.Pos) {
	t.Helper()
	if at == (diag.Pos{}) {
		return
	}
	if at.Offset < 0 || at.Offset > len(src) || at.Line < 1 || at.Column < 1 {
		t.Errorf("place outside the file: %+v", at)
		return
	}
	if utf8.Valid(src) {
		if want := posOf(src, at.Offset); want != at {
			t.Errorf("place %+v, but offset %d is %+v", at, at.Offset, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	cases, _ := filepath.Glob("testdata/invalid/*.txtar")
	for _, name := range cases {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		a := txtar.Parse(data)
		f.Add(a.Files[0].Name, sourceOf(a.Comment, a.Files[0].Data))
	}
	for path, src := range map[string]string{"a/ke-hoach/x.md": launchPlan, "a/hoi-nghi/x.md": launchConference, "a/ke-hoach/y.md": borderPlan} {
		f.Add(path, []byte(src))
	}
	f.Fuzz(func(t *testing.T, path string, src []byte) {
		if i := strings.LastIndexByte(path, '/'); i < 0 || !utf8.ValidString(path) {
			path = "a/ke-hoach/x.md"
		}
		before := slices.Clone(src)
		doc, list := Parse(path, src)
		if doc == nil || doc.Meta == nil {
			t.Fatal("no document")
		}
		checkProblems(t, src, list)
		for key, at := range doc.Keys {
			if key == "" || strings.HasPrefix(key, ".") {
				t.Errorf("place of a key without name: %q", key)
			}
			checkPosition(t, src, at.Start)
			checkPosition(t, src, at.End)
		}
		again, list2 := Parse(path, src)
		if !reflect.DeepEqual(doc, again) || !reflect.DeepEqual(list, list2) {
			t.Error("the same file gives another result")
		}
		if !slices.Equal(before, src) {
			t.Error("the source was changed")
		}
	})
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"2026-05-20", "20/5/2026 8h30", "2026-05-20T08:00+07:00", "5/13/2026", "2025 - 2030", "05/11", "8h30-9h", "2026-05-20T08:00:00Z"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, ok := ParseDate(s); ok {
			if d.IsZero() || d.Day != 0 && d.Month == 0 || d.HasTime && d.Day == 0 {
				t.Errorf("%q: %+v", s, d)
			}
			if again, ok := ParseDate(d.ISO()); !ok || again != d {
				t.Errorf("%q: %+v is written %q and read as %+v", s, d, d.ISO(), again)
			}
			if d.First().Compare(d.Last()) > 0 || d.Time().IsZero() {
				t.Errorf("%q: %+v ends before it begins", s, d)
			}
		}
		if p, ok := ParsePeriod(s); ok && p.Last().Compare(p.First()) < 0 {
			t.Errorf("%q: %+v", s, p)
		}
		if d, ok := ParseDayMonth(s); ok && (d.In(2026).IsZero() || d.Before(2026).Compare(d.In(2026)) > 0) {
			t.Errorf("%q: %+v", s, d)
		}
		if v, ok := readAgendaTime(s); ok {
			if again, ok := readAgendaTime(v); !ok || again != v {
				t.Errorf("%q: %q is read as %q", s, v, again)
			}
		}
	})
}

func FuzzCSV(f *testing.F) {
	for _, s := range []string{
		"name,unit\nA,b\n", bom + "họ tên;đơn vị\r\n\"A;\n\";b\r\n", "sep=;\nname;x\n\"a\"b;c\n", "name\n\"", "\n\n", "a\tb\n", "name,name\n,\n", "type,name\nx,y\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		a, list := ParseHonourees("content/a/x.csv", src)
		checkProblems(t, src, list)
		b, list2 := ParseHonourees("content/a/x.csv", src)
		if !slices.Equal(a, b) || !reflect.DeepEqual(list, list2) {
			t.Error("the same table gives another result")
		}
		who, list := ParseAttendees("content/a/x.csv", src)
		checkProblems(t, src, list)
		for _, w := range who {
			if w == "" || strings.ContainsAny(w, "\n\r") {
				t.Errorf("%q is nobody", w)
			}
		}
	})
}

// Text that a correction writes is read back as it was.
func FuzzQuoted(f *testing.F) {
	for _, s := range []string{"Các sở: XD", `"Toàn dân" bảo vệ`, `it's "so"`, `C:\tep`, "[Khẩn]", "- a", "a #b", "", "“x”", "a: b: 'c'", "*x*", "%", "a\\", "---", "a\nb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range s {
			if unprintable(r) || r == '\t' || r == '\r' || r == utf8.RuneError {
				return // refused in any form
			}
		}
		if strings.TrimSpace(s) != s || blank(s) || strings.ContainsAny(s, "\u0085\u2028\u2029\ufeff") {
			return
		}
		for _, written := range []string{quoted(s), yamlText(s)} {
			doc, list := Parse("a/x.md", []byte("---\ntitle: A\nauthor: "+written+"\n---\n"))
			want := s
			if strings.Contains(s, "\n") {
				want = strings.Join(strings.Fields(s), " ")
			}
			if doc.Common.Author != want || list.Len() > 0 {
				t.Errorf("%q is written %s and read as %q: %+v", s, written, doc.Common.Author, list.All())
			}
		}
	})
}
