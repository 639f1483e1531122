package viet

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

//go:embed testdata/references.tsv
var referenceCases string

// TestFindReferences reads every line of the table as it stands, decomposed,
// and inside a sentence: the answer may not depend on the Unicode form, and the
// words around a citation may not change it.
func TestFindReferences(t *testing.T) {
	for line := range strings.Lines(referenceCases) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		input := strings.ReplaceAll(fields[0], "⏎", "\n")
		want := strings.Join(fields[1:], "\n")
		for _, v := range []struct{ name, text string }{
			{"as it stands", input},
			{"decomposed", norm.NFD.String(input)},
			{"in a sentence", "Đơn vị triển khai như sau. " + input + ". Sau đó báo cáo kết quả."},
		} {
			if got := describe(FindReferences(v.text)); got != want {
				t.Errorf("%s\n%q\n got %s\nwant %s", v.name, input, got, want)
			}
		}
	}
}

// describe writes references in the notation of testdata/references.tsv.
func describe(refs []Reference) string {
	var lines []string
	for _, r := range refs {
		var more []string
		if r.Name != "" {
			more = append(more, "name="+r.Name)
		}
		p := r.Pinpoint
		for _, part := range [][2]string{
			{"subpoint", p.Subpoint}, {"point", p.Point}, {"clause", p.Clause}, {"article", p.Article},
			{"subsection", p.Subsection}, {"section", p.Section}, {"chapter", p.Chapter}, {"part", p.Part},
			{"appendix", p.Appendix},
		} {
			if part[1] != "" {
				more = append(more, part[0]+"="+part[1])
			}
		}
		year := ""
		if r.Year > 0 {
			year = fmt.Sprint(r.Year)
		}
		fields := []string{
			r.TypeKey, r.Number, year, r.Symbol, r.Issued.ISO(),
			norm.NFC.String(strings.Join(r.Issuers, ";")),
			strings.Join(r.Flags, ","), norm.NFC.String(strings.Join(more, " ")),
		}
		for i, f := range fields {
			if f == "" {
				fields[i] = "-"
			}
		}
		lines = append(lines, strings.Join(fields, "|"))
	}
	return strings.Join(lines, "\n")
}
