package diag

import (
	"fmt"
	"io"
	"strings"
)

// WriteAnnotations writes one workflow command for each problem, which GitHub shows at the line of a change:
// "::error file=…,line=…,col=…,title=…::…". Notes are called notices there.
func WriteAnnotations(w io.Writer, l List, lang Lang) error {
	var b strings.Builder
	for i := range l.items {
		writeAnnotation(&b, &l.items[i], lang)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func writeAnnotation(b *strings.Builder, p *Problem, lang Lang) {
	command := p.Severity.String()
	if p.Severity == Note {
		command = "notice"
	}
	b.WriteString("::" + command + " ")
	if p.File != "" {
		b.WriteString("file=" + property(p.File) + ",")
	}
	if p.Start.Line > 0 {
		fmt.Fprintf(b, "line=%d,", p.Start.Line)
		if p.End.Line > p.Start.Line {
			fmt.Fprintf(b, "endLine=%d,", p.End.Line)
		}
	}
	if p.Start.Column > 0 {
		fmt.Fprintf(b, "col=%d,", p.Start.Column)
		if p.End.Line == p.Start.Line && p.End.Column > p.Start.Column {
			fmt.Fprintf(b, "endColumn=%d,", p.End.Column)
		}
	}
	b.WriteString("title=" + property(p.Code) + "::" + data(sentences(p, lang)) + "\n")
}

// sentences joins what is wrong and how to mend it.
func sentences(p *Problem, lang Lang) string {
	text := p.Message(lang)
	if h := p.Hint(lang); h != "" {
		text += " → " + h
	}
	return text
}

// data escapes what stands behind the command; property also what would end a property.
func data(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(s))
}
