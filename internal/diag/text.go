package diag

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// TextStyle says how [WriteText] writes.
type TextStyle struct {
	Lang  Lang
	Color bool // ANSI colours, for terminals
	Max   int  // most problems to write, the rest is counted; 0 = all
}

// words are the few words of the frame around a problem.
type words struct{ note, warning, err, more string }

var frames = map[Lang]words{
	English:    {"note", "warning", "error", "… and %d more"},
	Vietnamese: {"ghi chú", "cảnh báo", "lỗi", "… và %d vấn đề nữa"},
}

// Word returns the severity in a language: "lỗi", "cảnh báo", "ghi chú".
func (s Severity) Word(lang Lang) string {
	f := frames[lang]
	switch s {
	case Error:
		return f.err
	case Warning:
		return f.warning
	}
	return f.note
}

const (
	red, yellow, cyan, bold, dim, reset = "\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
)

// WriteText writes problems for a person: place, severity, sentence and code on one line; the source line with a mark
// under the place; the way to mend it. Errors come before the cut when there are more than style.Max.
func WriteText(w io.Writer, l List, style TextStyle) error {
	items := l.items
	if style.Max > 0 && len(items) > style.Max {
		items = errorsFirst(items)[:style.Max]
	}
	var b strings.Builder
	for i := range items {
		writeProblem(&b, &items[i], style)
	}
	if cut := len(l.items) - len(items); cut > 0 {
		fmt.Fprintf(&b, frames[style.Lang].more+"\n", cut)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func errorsFirst(items []Problem) []Problem {
	out := make([]Problem, 0, len(items))
	for s := Error; s >= Note; s-- {
		for _, p := range items {
			if p.Severity == s {
				out = append(out, p)
			}
		}
	}
	return out
}

func writeProblem(b *strings.Builder, p *Problem, style TextStyle) {
	paint := func(code, s string) string {
		if !style.Color || s == "" {
			return s
		}
		return code + s + reset
	}
	tone := map[Severity]string{Error: red, Warning: yellow, Note: cyan}[p.Severity]
	if place := p.Place(); place != "" {
		b.WriteString(paint(bold, plain(place)) + ": ")
	}
	b.WriteString(paint(tone, p.Severity.Word(style.Lang)) + ": " + plain(p.Message(style.Lang)) + " " + paint(dim, "["+p.Code+"]") + "\n")
	if p.Excerpt != "" {
		line := plain(strings.ReplaceAll(p.Excerpt, "\t", " "))
		number := fmt.Sprintf("%5d", p.Start.Line)
		b.WriteString(paint(dim, number+" | ") + clip(line, p.Start.Column) + "\n")
		if mark := caret(p); mark != "" {
			b.WriteString(paint(dim, strings.Repeat(" ", len(number))+" | ") + paint(tone, mark) + "\n")
		}
	}
	if h := p.Hint(style.Lang); h != "" {
		b.WriteString("        → " + plain(h) + "\n")
	}
}

// Place returns "file:line:column", as far as it is known.
func (p Problem) Place() string {
	switch {
	case p.File == "" || p.Start.Line == 0:
		return p.File
	case p.Start.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Start.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Start.Line, p.Start.Column)
}

// excerptWidth is how much of a source line is shown: more than a wide terminal holds helps nobody.
const excerptWidth = 160

// clip cuts a long line after excerptWidth letters; a place beyond that is still named by its column.
func clip(line string, column int) string {
	if utf8.RuneCountInString(line) <= excerptWidth || column > excerptWidth {
		r := []rune(line)
		if len(r) > excerptWidth {
			return string(r[:excerptWidth]) + "…"
		}
		return line
	}
	return string([]rune(line)[:excerptWidth]) + "…"
}

// caret marks the place under the excerpt; nothing if it lies outside what is shown.
func caret(p *Problem) string {
	if p.Start.Column < 1 || p.Start.Column > excerptWidth {
		return ""
	}
	n := 1
	if p.End.Line == p.Start.Line && p.End.Column > p.Start.Column {
		n = min(p.End.Column, excerptWidth+1) - p.Start.Column
	}
	before := 0
	for i, r := range []rune(p.Excerpt) {
		if i >= p.Start.Column-1 {
			break
		}
		if !zeroWidth(r) {
			before++
		}
	}
	return strings.Repeat(" ", before) + strings.Repeat("^", max(n, 1))
}

// zeroWidth reports letters that take no cell of their own: combining marks of decomposed Vietnamese.
func zeroWidth(r rune) bool { return r >= 0x300 && r <= 0x36f }

// Printable returns a text from the content without the control characters that could steer a terminal.
func Printable(s string) string { return plain(s) }

// plain keeps control characters of the content from steering the terminal.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return '�'
		}
		return r
	}, s)
}
