package content

import (
	"bytes"
	"slices"
	"strings"

	"antq/internal/diag"
)

// flowText looks at values in brackets: text there ends at the next comma or bracket, which people who write sentences
// do not expect. It reports the outermost brackets once.
func (d *decoder) flowText(n *node) {
	if n.flow {
		if d.reported(n.at.Start) || d.splitEntry(n) || !spacedText(n) {
			return
		}
		p := d.problem("flow-text", "", n.at)
		p.Fix = d.blockStyle(n)
		return
	}
	for i := range n.items {
		d.flowText(&n.items[i])
	}
	for i := range n.fields {
		d.flowText(&n.fields[i].value)
	}
}

// reported says whether a problem was reported at a place.
func (d *decoder) reported(at diag.Pos) bool {
	return slices.ContainsFunc(d.list.All(), func(p diag.Problem) bool { return p.Start == at })
}

// spacedText reports whether brackets hold text with a space and without quotation marks.
func spacedText(n *node) bool {
	if n.shape == scalar {
		return n.plain && strings.Contains(n.text, " ")
	}
	for i := range n.items {
		if spacedText(&n.items[i]) {
			return true
		}
	}
	for i := range n.fields {
		if strings.Contains(n.fields[i].name, " ") || spacedText(&n.fields[i].value) {
			return true
		}
	}
	return false
}

// splitEntry reports an entry of a map in brackets that has no value: most often the rest of a text with a comma.
func (d *decoder) splitEntry(n *node) bool {
	found := false
	for i := range n.items {
		found = d.splitEntry(&n.items[i]) || found
	}
	for i := range n.fields {
		f := &n.fields[i]
		if !f.alone {
			found = d.splitEntry(&f.value) || found
			continue
		}
		found = true
		if allAlone(n) {
			continue // a text in brackets: whoever expects a text or a map here says so
		}
		p := d.problem("text-needs-quotes", "split", f.at, f.name)
		if i == 0 || n.fields[i-1].alone || n.fields[i-1].value.shape != scalar || !n.fields[i-1].value.plain {
			continue
		}
		before := n.fields[i-1].value.at
		last := f.at
		for j := i + 1; j < len(n.fields) && n.fields[j].alone; j++ {
			last = n.fields[j].at
		}
		if before.End.Line == last.End.Line && last.End.Offset > before.Start.Offset {
			text := string(d.block.src[before.Start.Offset:last.End.Offset])
			p.Fix = edit(before.Start.Offset, last.End.Offset, quoted(text))
		}
	}
	return found
}

func allAlone(n *node) bool {
	return !slices.ContainsFunc(n.fields, func(f field) bool { return !f.alone })
}

// blockStyle returns the correction of a value in brackets to lines of their own, or nil if something else stands there
// too, such as a comment.
func (d *decoder) blockStyle(n *node) *diag.Fix {
	if n.at.End.Offset <= n.at.Start.Offset {
		return nil
	}
	line := d.block.line(n.at.Start.Line - d.block.first)
	before := line[:n.at.Start.Offset-d.block.starts[n.at.Start.Line-d.block.first]]
	last := d.block.line(n.at.End.Line - d.block.first)
	behind := last[n.at.End.Offset-d.block.starts[n.at.End.Line-d.block.first]:]
	source := d.block.src[n.at.Start.Offset:n.at.End.Offset]
	comment := strings.TrimSpace(string(behind))
	if comment != "" && comment[0] != '#' || strings.Contains(string(source), "#") {
		return nil
	}
	prefix := strings.TrimRight(string(before), " \t")
	indent := len(before) - len(strings.TrimLeft(string(before), " "))
	for strings.HasPrefix(prefix[min(indent, len(prefix)):], "- ") {
		indent += 2
	}
	var b strings.Builder
	start, end := n.at.Start.Offset, n.at.End.Offset
	nl := eol(d.block.src)
	switch {
	case comment != "" && !strings.HasSuffix(prefix, ":"):
		return nil
	case strings.HasSuffix(prefix, "-") && strings.Trim(prefix, " -") == "":
		writeBlock(&b, n, len(before), nl, true)
	case strings.HasSuffix(prefix, ":"):
		start -= len(before) - len(prefix)
		if comment != "" { // it stays behind the key
			b.WriteString(" " + comment)
			end += len(bytes.TrimRight(behind, " \t"))
		}
		writeBlock(&b, n, indent+2, nl, false)
	default:
		return nil
	}
	return edit(start, end, b.String())
}

// writeBlock writes a list or map in block style. inline says that the first line goes on behind a dash.
func writeBlock(b *strings.Builder, n *node, indent int, nl string, inline bool) {
	pad := nl + strings.Repeat(" ", indent)
	lead := func(i int) {
		if i > 0 || !inline {
			b.WriteString(pad)
		}
	}
	for i := range n.items {
		lead(i)
		b.WriteString("- ")
		writeValue(b, &n.items[i], indent+2, nl, true)
	}
	for i := range n.fields {
		f := &n.fields[i]
		lead(i)
		b.WriteString(yamlText(f.name))
		b.WriteString(":")
		if f.value.shape == scalar {
			b.WriteString(" ")
		}
		writeValue(b, &f.value, indent+2, nl, false)
	}
}

func writeValue(b *strings.Builder, n *node, indent int, nl string, inline bool) {
	switch {
	case n.shape == scalar && n.plain:
		b.WriteString(yamlText(n.text))
	case n.shape == scalar:
		b.WriteString(quoted(n.text))
	case len(n.items)+len(n.fields) > 0:
		writeBlock(b, n, indent, nl, inline)
	case n.shape == list:
		b.WriteString(" []")
	case n.shape == mapping:
		b.WriteString(" {}")
	}
}

// yamlText writes text without quotation marks if YAML reads it as it is.
func yamlText(s string) string {
	if s == "" || strings.TrimSpace(s) != s || strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.HasSuffix(s, ":") ||
		strings.ContainsAny(s[:1], "-?:,[]{}#&*!|>'\"%@`") || strings.ContainsAny(s, "\n\t") || s == "~" || strings.EqualFold(s, "null") {
		return quoted(s)
	}
	return s
}
