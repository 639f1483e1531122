package diag

import (
	"encoding/json"
	"strings"
	"testing"
)

// odd is a list with everything that a form must escape.
func odd() List {
	var l List
	p := New("term", "note", "content/a b,c:d/50%.md", Span{Pos{3, 7, 30}, Pos{3, 10, 33}}, "x\r\n::error::y", "{0}", "100%")
	p.Excerpt = "not to be seen"
	p.Fix = &Fix{[]Edit{{30, 33, "[{z}]"}}}
	l.Add(p, New("no-agency", "", "", Span{}, "a", "b"), New("file-stray", "", "content/x.md", Span{}), New("photo-place", "", "content/p.jpg", Span{}))
	return l
}

func TestAnnotations(t *testing.T) {
	var b strings.Builder
	if err := WriteAnnotations(&b, odd(), English); err != nil {
		t.Fatal(err)
	}
	want := "::warning file=content/a b%2Cc%3Ad/50%25.md,line=3,col=7,endColumn=10,title=term::“x%0D%0A::error::y” is written “{0}” here (100%25) → write “{0}”\n" +
		"::error title=no-agency::there is no agency named “a” → agencies here: b\n"
	got := b.String()
	if !strings.HasPrefix(got, want) || strings.Count(got, "\n") != 4 || !strings.Contains(got, "\n::notice file=content/p.jpg,title=photo-place::") {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestSARIF(t *testing.T) {
	var b strings.Builder
	if err := WriteSARIF(&b, odd(), English, "1.0"); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	d := json.NewDecoder(strings.NewReader(b.String()))
	d.DisallowUnknownFields()
	if err := d.Decode(&log); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "not to be seen") {
		t.Error("a source line is shown")
	}
	run := log.Runs[0]
	if len(run.Results) != 4 || len(run.Tool.Driver.Rules) != 4 {
		t.Fatalf("%d results, %d rules", len(run.Results), len(run.Tool.Driver.Rules))
	}
	for _, r := range run.Results {
		rule := run.Tool.Driver.Rules[r.RuleIndex]
		if rule.ID != r.RuleID || rule.Short.Text == "" || rule.Full.Text == "" || rule.Help == nil || r.Message.Text == "" {
			t.Errorf("%s has the rule %+v", r.RuleID, rule)
		}
	}
	first := run.Results[0]
	at := first.Locations[0].Physical
	if at.Artifact.URI != "content/a%20b,c:d/50%25.md" || *at.Region != (sarifRegion{3, 7, 3, 10}) {
		t.Errorf("%+v %+v", at.Artifact, at.Region)
	}
	if !strings.Contains(first.Message.Text, "“{{0}}”") {
		t.Errorf("a brace is not doubled: %s", first.Message.Text)
	}
	if change := first.Fixes[0].Changes[0].Replacements[0]; change.Deleted != (sarifBytes{30, 3}) || change.Inserted.Text != "[{z}]" {
		t.Errorf("%+v", change)
	}
	if run.Results[1].Locations != nil || run.Results[2].Locations[0].Physical.Region != nil {
		t.Error("a place is made up")
	}
}

func TestEmptyReports(t *testing.T) {
	var b strings.Builder
	if err := WriteAnnotations(&b, List{}, English); err != nil || b.String() != "" {
		t.Errorf("%q %v", b.String(), err)
	}
	if err := WriteSARIF(&b, List{}, English, "1"); err != nil || !strings.Contains(b.String(), `"results": []`) {
		t.Errorf("%q %v", b.String(), err)
	}
}

// Every code is explained once, in both languages, with its family's reason.
func TestEveryCodeIsExplained(t *testing.T) {
	listed := map[string]int{}
	for _, f := range Families() {
		if len(f.Codes()) == 0 {
			t.Errorf("%s has no code", f.Name)
		}
		for _, lang := range []Lang{English, Vietnamese} {
			if f.Title(lang) == "" || !strings.HasSuffix(f.Why(lang), ".") {
				t.Errorf("%s does not say why in %s", f.Name, lang)
			}
		}
		for _, c := range f.Codes() {
			listed[c]++
		}
	}
	for _, r := range Rows() {
		e, ok := Explain(r.Code)
		if !ok || listed[r.Code] != 1 || e.Severity() < r.Severity {
			t.Errorf("%s: explained %t, listed %d times", r.Code, ok, listed[r.Code])
		}
		for _, lang := range []Lang{English, Vietnamese} {
			if strings.Contains(r.Text(lang)+r.Hint(lang), "{0}") {
				t.Errorf("%s: an open place in %s", r.Code, lang)
			}
		}
	}
	if _, ok := Explain("no-such-code"); ok {
		t.Error("a code is made up")
	}
}

func TestNearestCode(t *testing.T) {
	for typed, want := range map[string]string{
		"secrecy-mark": "secrecy-mark", "Secrecy_Mark": "secrecy-mark", "citizen": "citizen-number", "date-ordr": "date-order",
		"": "", "qqqqqqqqqqqqqq": "",
	} {
		if got := NearestCode(typed); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}
