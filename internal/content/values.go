package content

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"antq/internal/diag"
)

// text reads a value as one line of text, as it is written.
func (d *decoder) text(n *node) (string, bool) {
	s, ok := d.prose(n)
	if ok && strings.ContainsAny(s, "\n\r") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s, ok
}

// prose reads a value as text that may have more lines.
func (d *decoder) prose(n *node) (string, bool) {
	switch n.shape {
	case nothing:
		d.cut(n)
		return "", false
	case scalar:
		d.cut(n)
		if !n.plain && strings.ContainsAny(n.text, "\x00"+replacement) {
			d.problem("invalid-value", "control", n.at, d.key())
			return "", false
		}
		if d.escaped(n) {
			return "", false
		}
		return strings.TrimRight(n.text, "\n"), true
	}
	d.notText(n)
	return "", false
}

// textOr reads a value as text if it is meant as text: a map of one line with a key that can be none is. It reports
// whether it is, and whether the text could be read.
func (d *decoder) textOr(n *node) (s string, isText, ok bool) {
	if n.shape == mapping && (n.flow || len(n.fields) != 1 || !strings.ContainsAny(n.fields[0].name, " ,")) {
		return "", false, false
	}
	s, ok = d.text(n)
	return s, true, ok
}

// cut reports a comment that was probably meant as a part of the text.
func (d *decoder) cut(n *node) {
	c, ok := d.scan.cuts[n.at.Start.Line]
	if !ok || n.shape == scalar && (!n.plain || c.value.Offset != n.at.Start.Offset) || n.shape == nothing && c.at != c.value {
		return
	}
	reason := ""
	if c.comment {
		reason = "comment"
	}
	p := d.problem("text-cut", reason, diag.Span{Start: c.at})
	p.End = diag.Pos{Line: c.at.Line, Column: c.at.Column + utf8.RuneCount(d.block.src[c.at.Offset:c.end]), Offset: c.end}
	p.Fix = edit(c.value.Offset, c.end, c.fix)
}

// notText reports a list or a map where text is expected. One that stands on one line is text that YAML took for it.
func (d *decoder) notText(n *node) {
	start := n.at.Start
	line := d.block.line(start.Line - d.block.first)
	from := start.Offset - d.block.starts[start.Line-d.block.first]
	raw := strings.TrimRight(string(line[min(from, len(line)):]), " \t")
	if n.shape == mapping && !n.flow && len(n.fields) == 1 && n.fields[0].value.shape == scalar {
		// Inside brackets the text ends before the line does.
		if end := n.fields[0].value.at.End; end.Line == start.Line && n.fields[0].value.plain && inBrackets(line[:from]) {
			raw = string(d.block.src[start.Offset:end.Offset])
		}
	}
	oneLine := n.flow && n.at.End.Line == start.Line && from+len(raw) == n.at.End.Offset-start.Offset+from
	if n.shape == mapping && !n.flow && len(n.fields) == 1 {
		v := n.fields[0].value
		oneLine = v.shape == nothing || v.shape == scalar && v.at.Start.Line == start.Line && v.at.End.Line == start.Line
	}
	if n.shape == list && n.flow && len(n.items) == 1 && isName(n.items[0].text) {
		d.problem("wrong-type", "", n.at, d.key()).Fix = edit(start.Offset, n.at.End.Offset, n.items[0].text)
		return
	}
	if !oneLine {
		reason := ""
		if n.shape == mapping {
			reason = "text-not-map"
		}
		d.problem("wrong-type", reason, n.at, d.key())
		return
	}
	if i := strings.Index(raw, "  # "); i > 0 {
		raw = strings.TrimRight(raw[:i], " ")
	}
	at := diag.Span{Start: start, End: advance(start, []byte(raw))}
	reason, args := "", []string(nil)
	if n.flow {
		reason, args = "start", []string{raw[:1]}
	}
	p := d.problem("text-needs-quotes", reason, at, args...)
	if !d.goesOn(start.Line-d.block.first+1, from) {
		p.Fix = edit(start.Offset, start.Offset+len(raw), quoted(raw))
	}
}

// inBrackets reports whether a bracket is open at the end of a text.
func inBrackets(text []byte) bool {
	return bytes.Count(text, []byte("["))+bytes.Count(text, []byte("{")) > bytes.Count(text, []byte("]"))+bytes.Count(text, []byte("}"))
}

// goesOn reports whether line n of the block (from 0) goes on with a text that begins at the given indentation.
func (d *decoder) goesOn(n, indent int) bool {
	if n >= d.block.lines() {
		return false
	}
	line := d.block.line(n)
	spaces := len(line) - len(bytes.TrimLeft(line, " "))
	return spaces >= indent && spaces > 0 && spaces < len(line)
}

// each calls f for the entries of a list; a single value stands for a list of one. f reports whether it kept the entry:
// places are noted under the index among those that are kept, which is the index in the document.
func (d *decoder) each(n *node, f func(*node) bool) {
	items := n.items
	switch n.shape {
	case nothing:
		return
	case list:
	default:
		items = []node{*n}
	}
	kept := 0
	for i := range items {
		mark := d.enterItem(kept)
		d.note(items[i].at)
		if f(&items[i]) {
			kept++
		} else {
			delete(d.keys, string(d.path))
		}
		d.leave(mark)
	}
}

// eachText calls f for each text of a list of texts; f reports whether it kept the text. One text is a list of one and
// is never split.
func (d *decoder) eachText(n *node, f func(n *node, s string) bool) {
	d.each(n, func(n *node) bool {
		s, ok := d.text(n)
		return ok && !blank(s) && f(n, s)
	})
}

func (d *decoder) texts(n *node) []string {
	var out []string
	if n.shape == list {
		out = make([]string, 0, len(n.items))
	}
	d.eachText(n, func(_ *node, s string) bool {
		out = append(out, s)
		return true
	})
	return out
}

// eachMap calls f for each map of a list. example is a key of such a map.
func (d *decoder) eachMap(n *node, example string, f func(n *node)) {
	if n.shape == scalar {
		d.problem("wrong-type", "map", n.at, d.key(), example)
		return
	}
	d.each(n, func(n *node) bool {
		switch n.shape {
		case mapping:
			f(n)
		case scalar, list:
			d.problem("wrong-type", "maps", n.at, d.key(), example)
		}
		return n.shape == mapping
	})
}

func (d *decoder) checkLength(n *node, s string, limit int) {
	if k := utf8.RuneCountInString(s); k > limit {
		d.problem("description-too-long", "", n.at, d.key(), strconv.Itoa(k), strconv.Itoa(limit))
	}
}

// choose reads a value from a closed list.
func (d *decoder) choose(n *node, s string, allowed []Choice) (string, bool) {
	if s == "" {
		return "", false
	}
	names := make([]candidate, len(allowed))
	for i, c := range allowed {
		if c.Value == s {
			return c.Value, true
		}
		names[i] = candidate{c.Value, c.Vi}
	}
	meant, how := d.guess(s, names)
	if how == unlike {
		d.problem("invalid-value", "", n.at, d.key(), s, joinNames(names))
		return "", false
	}
	p := d.problem("invalid-value", "choice-near", n.at, d.key(), s, meant)
	if how == sameMeaning && n.at.End.Offset > n.at.Start.Offset {
		p.Fix = edit(n.at.Start.Offset, n.at.End.Offset, meant)
	}
	return "", false
}

// number reads a whole number that is not negative.
func (d *decoder) number(n *node) (int, bool) {
	switch n.shape {
	case nothing:
		return 0, false
	case scalar:
		s := strings.TrimSpace(n.text)
		if v, err := strconv.Atoi(s); err == nil && v >= -1e9 && v <= 1e9 {
			return v, true
		}
		if s == "" {
			return 0, false
		}
	}
	d.problem("wrong-type", "number", n.at, d.key())
	return 0, false
}

// boolean reads true or false, also in the words that people type for them.
func (d *decoder) boolean(n *node) (bool, bool) {
	switch n.shape {
	case nothing:
		d.problem("missing-key", "empty", n.at, d.key())
		return false, false
	case scalar:
		switch strings.ToLower(n.text) {
		case "true":
			return true, true
		case "false":
			return false, true
		}
		p := d.problem("wrong-type", "switch", n.at, d.key())
		if word := switchWord(n.text); word != "" && n.at.End.Offset > n.at.Start.Offset {
			p.Fix = edit(n.at.Start.Offset, n.at.End.Offset, word)
		}
		return false, false
	}
	d.problem("wrong-type", "switch", n.at, d.key())
	return false, false
}

// date reads a date.
func (d *decoder) date(n *node) (Date, bool) {
	s, ok := d.dateText(n)
	if !ok {
		return Date{}, false
	}
	v, fault := readDate(s)
	return v, d.dateFault(n, s, fault)
}

// dateText reads the text of a date.
func (d *decoder) dateText(n *node) (string, bool) {
	if n.shape == list || n.shape == mapping {
		d.problem("wrong-type", "date", n.at, d.key())
		return "", false
	}
	return strings.TrimSpace(n.text), n.shape == scalar && strings.TrimSpace(n.text) != ""
}

// dateFault reports why a text is no date and returns true if it is one.
func (d *decoder) dateFault(n *node, s string, fault dateFault) bool {
	if fault != dateRead {
		d.problem("invalid-date", string(fault), n.at, d.key(), s)
	}
	return fault == dateRead
}
