package diag

import "strings"

// CodeReference writes the table of codes as Markdown, for people: a heading, the reason and a table for each family, with the
// first sentence of each code. How to mend it is told by “antq explain”. lang is "en" or "vi".
func CodeReference(lang string) string {
	l := Lang(lang)
	var b strings.Builder
	for i, f := range families {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString("### " + f.Title(l) + "\n\n" + f.Why(l) + "\n\n")
		b.WriteString("| " + choose(l, "code", "mã") + " | " + choose(l, "severity", "mức") + " | " + choose(l, "meaning", "ý nghĩa") + " |\n|---|---|---|\n")
		for _, code := range f.Codes() {
			e, _ := Explain(code)
			b.WriteString("| `" + code + "` | " + e.Severity().Word(l) + " | " + cell(e.Sentences[0].Text(l)) + " |\n")
		}
	}
	return b.String()
}

// cell keeps a sentence within a cell of a Markdown table.
func cell(s string) string {
	return strings.NewReplacer("|", `\|`, "<", "&lt;", "\n", " ", "*", `\*`, "{{", "`{{`", "}}", "`}}`").Replace(s)
}
