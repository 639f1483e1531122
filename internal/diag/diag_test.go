package diag

import (
	"encoding/json"
	"strings"
	"testing"
)

// sample is a list of two problems of codes that the table really has.
func sample(t *testing.T) List {
	t.Helper()
	var l List
	rows := Rows()
	if len(rows) == 0 {
		t.Skip("the table of codes is empty")
	}
	for _, r := range rows[:min(len(rows), 2)] {
		l.Add(New(r.Code, r.Reason, "content/b.md", Span{Pos{3, 5, 20}, Pos{3, 8, 23}}, "một", "hai", "ba"))
	}
	return l
}

func TestEveryCodeSpeaksBothLanguages(t *testing.T) {
	for _, r := range Rows() {
		if r.En == "" || r.Vi == "" {
			t.Errorf("%s/%s lacks a sentence", r.Code, r.Reason)
		}
		if (r.HintEn == "") != (r.HintVi == "") {
			t.Errorf("%s/%s has a hint in one language only", r.Code, r.Reason)
		}
		if r.Severity < Note || r.Severity > Error {
			t.Errorf("%s/%s has no severity", r.Code, r.Reason)
		}
		if strings.ToLower(r.Code) != r.Code || strings.ContainsAny(r.Code, " _.") {
			t.Errorf("code %q is not words joined by hyphens", r.Code)
		}
		for _, s := range []string{r.En, r.Vi} {
			if strings.HasSuffix(s, ".") {
				t.Errorf("%s/%s: a sentence ends without full stop: %q", r.Code, r.Reason, s)
			}
		}
		for _, n := range []string{"{0}", "{1}", "{2}", "{3}"} {
			en, vi := strings.Contains(r.En+r.HintEn, n), strings.Contains(r.Vi+r.HintVi, n)
			if en != vi {
				t.Errorf("%s/%s: %s stands in one language only", r.Code, r.Reason, n)
			}
		}
	}
}

func TestSortDropsRepetitions(t *testing.T) {
	var l List
	a := New("x", "", "b.md", Span{Start: Pos{2, 1, 9}})
	b := New("x", "", "a.md", Span{Start: Pos{7, 1, 90}})
	l.Add(a, b, a)
	l.Sort()
	if l.Len() != 2 || l.All()[0].File != "a.md" {
		t.Fatalf("got %+v", l.All())
	}
}

func TestFillNeverReadsArguments(t *testing.T) {
	if got := fill("{0} and {1}", []string{"{1}", "b"}); got != "{1} and b" {
		t.Fatalf("got %q", got)
	}
	if got := fill("lone { and {9}", nil); got != "lone { and " {
		t.Fatalf("got %q", got)
	}
}

func TestWriteText(t *testing.T) {
	p := Problem{Code: "made-up", Severity: Error, File: "content/a.md", Start: Pos{3, 7, 30}, End: Pos{3, 10, 33}, Excerpt: "title\tabc \x1b[31m"}
	var l List
	l.Add(p, p, p)
	var b strings.Builder
	if err := WriteText(&b, l, TextStyle{Lang: Vietnamese, Max: 1}); err != nil {
		t.Fatal(err)
	}
	want := "content/a.md:3:7: lỗi: made-up [made-up]\n    3 | title abc �[31m\n      |       ^^^\n… và 2 vấn đề nữa\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	b.Reset()
	if err := WriteText(&b, l, TextStyle{Lang: English, Color: true}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), red+"error"+reset) {
		t.Error("no colour")
	}
}

func TestCutKeepsErrors(t *testing.T) {
	var l List
	for range 5 {
		l.Add(Problem{Code: "w", Severity: Warning})
	}
	l.Add(Problem{Code: "e", Severity: Error})
	var b strings.Builder
	if err := WriteText(&b, l, TextStyle{Lang: English, Max: 2}); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(b.String(), "error: e") {
		t.Errorf("the error is cut off: %s", b.String())
	}
}

func TestObjects(t *testing.T) {
	l := sample(t)
	l.items[0].Fix = &Fix{Edits: []Edit{{1, 2, "x"}}}
	data, err := json.Marshal(Objects(l, Vietnamese))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"line":3`, `"column":5`, `"edits":[{"start":1,"end":2,"text":"x"}]`, `"severity":"`} {
		if !strings.Contains(string(data), want) {
			t.Errorf("%s lacks %s", data, want)
		}
	}
	if data, _ := json.Marshal(Objects(List{}, English)); string(data) != "[]" {
		t.Errorf("empty list is %s", data)
	}
}

func TestExcerptsOfSilentCodesStayEmpty(t *testing.T) {
	var l List
	l.Add(Problem{Code: "x", File: "f", Start: Pos{Line: 2}})
	silent := 0
	for _, r := range Rows() {
		if r.Silent {
			silent++
			l.Add(New(r.Code, r.Reason, "f", Span{Start: Pos{Line: 2}}))
		}
	}
	if silent == 0 {
		t.Fatal("no code is silent: a password would be echoed")
	}
	l.FillExcerpts(func(file string, n int) string { return file + " line" })
	for i, p := range l.All() {
		if want := map[bool]string{true: "f line"}[i == 0]; p.Excerpt != want {
			t.Errorf("%s shows %q", p.Code, p.Excerpt)
		}
	}
}
