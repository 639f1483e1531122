package content

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"antq/internal/diag"
)

// blank reports whether a text shows nothing: it is empty or holds only white space and characters without width.
func blank(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
			return false
		}
	}
	return true
}

// unprintable reports whether a character has no place in a text: a control character other than the tab and line ends,
// or one of those that turn the direction of writing, by which a text can be made to read as what it is not.
func unprintable(r rune) bool {
	switch {
	case r < ' ':
		return r != '\t' && r != '\n' && r != '\r'
	case r < 0x7F:
		return false
	}
	return r < 0xA0 || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// codePoint names a character as tables of letters do: U+0007.
func codePoint(r rune) string {
	const digits = "0123456789ABCDEF"
	return "U+" + string([]byte{digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15]})
}

// letters reports the characters of a line that no text has. The copy for the library gets spaces in their place.
func (s *lineScan) letters() {
	for i := 0; i < len(s.line); {
		r, n := utf8.DecodeRune(s.line[i:])
		if unprintable(r) {
			by := ""
			if r == '\v' || r == '\f' { // a line or page break inside a text
				by = " "
			}
			s.add("control-character", "", i, i+n, codePoint(r)).Fix = edit(s.offset(i), s.offset(i+n), by)
		}
		i += n
	}
}

// escaped reports a character that no text has and that is written as an escape, such as the \a of "C:\an".
func (d *decoder) escaped(n *node) bool {
	i := strings.IndexFunc(n.text, unprintable)
	if i < 0 || n.at.End.Offset <= n.at.Start.Offset || d.block.src[n.at.Start.Offset] != '"' {
		return false
	}
	raw := string(d.block.src[n.at.Start.Offset:n.at.End.Offset])
	if strings.ContainsFunc(raw, unprintable) {
		return false // reported with its line
	}
	r, _ := utf8.DecodeRuneInString(n.text[i:])
	p := d.problem("control-character", "escape", n.at, codePoint(r), d.key())
	if inner := raw[1 : len(raw)-1]; strings.Count(raw, `"`) == 2 {
		p.Fix = edit(n.at.Start.Offset, n.at.End.Offset, quoted(inner))
	}
	return true
}

// disjoint takes away corrections that touch what an earlier one changes: only one of them can be made at a time.
func disjoint(list *diag.List) {
	type stretch struct{ from, to int }
	var taken []stretch
	all := list.All()
	for i := range all {
		if all[i].Fix == nil {
			continue
		}
		edits := all[i].Fix.Edits
		for _, e := range edits {
			for _, t := range taken {
				if e.Start < t.to && t.from < e.End || e.Start == t.from && (e.End == e.Start || t.to == t.from) {
					all[i].Fix = nil
				}
			}
		}
		if all[i].Fix == nil {
			continue
		}
		for _, e := range edits {
			taken = append(taken, stretch{e.Start, e.End})
		}
	}
}
