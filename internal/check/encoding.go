package check

import (
	"bytes"
	"strconv"
	"unicode"
	"unicode/utf8"

	"antq/internal/diag"
	"antq/internal/viet"
)

// encoding looks for text that is not what it seems: written in a font of its own instead of Unicode, not composed, with letters of
// other alphabets or characters that nobody sees. Each cause is one problem of the file, at its first place, and one fix for all.
func (r *Rules) encoding(p *prose, list *diag.List) {
	r.legacy(p, list)
	fontNames(p, list)
	notComposed(p, list)
	l := &r.letters
	if p.origin == nil {
		return
	}
	o := oddities{l: l, p: p}
	o.scan()
	o.report(list)
}

// fontNames refuses text that asks for the fonts of the old encodings: it was copied with its formatting and cannot be read
// without them.
func fontNames(p *prose, list *diag.List) {
	for _, name := range [...]string{".vntime", ".vnarial", ".vnavant", "vni-times", "vni-helve", "vni-aptima"} {
		if i := bytes.Index(p.lower, []byte(name)); i >= 0 {
			p.add(list, "legacy-encoding", "font", i, i+len(name), string(p.whole[i:i+len(name)]))
			return
		}
	}
}

// notComposed asks for NFC: search, sorting and fonts want letters with their marks in one (TCVN 6909:2001).
func notComposed(p *prose, list *diag.List) {
	if p.origin == nil && composed(p.src) || viet.IsNFC(string(p.src)) {
		return
	}
	var edits []diag.Edit
	for from := 0; from < len(p.src); {
		to := len(p.src)
		if n := bytes.IndexByte(p.src[from:], '\n'); n >= 0 {
			to = from + n + 1
		}
		line := string(p.src[from:to])
		if composed := viet.NFC(line); composed != line {
			edits = append(edits, difference(line, composed, from))
		}
		from = to
	}
	if len(edits) == 0 {
		return
	}
	at := diag.Span{Start: p.place(edits[0].Start)}
	problem := diag.New("text-not-nfc", "", p.file, at, strconv.Itoa(len(edits)))
	problem.Fix = &diag.Fix{Edits: edits}
	list.Add(problem)
}

// difference returns the edit, at offset from in the file, that makes b of a: without what both begin and end with.
func difference(a, b string, from int) diag.Edit {
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	for start > 0 && start < len(a) && !utf8.RuneStart(a[start]) {
		start--
	}
	for start > 0 && start < len(b) && !utf8.RuneStart(b[start]) {
		start--
	}
	end := 0
	for end < len(a)-start && end < len(b)-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	for end > 0 && (!utf8.RuneStart(a[len(a)-end]) || !utf8.RuneStart(b[len(b)-end])) {
		end--
	}
	return diag.Edit{Start: from + start, End: from + len(a) - end, Text: b[start : len(b)-end]}
}

// oddities collects look-alike letters and hidden characters of a file.
type oddities struct {
	l     *letterLists
	p     *prose
	alike []diag.Edit
	word  string // the first word with a look-alike, as it is meant
	found [wideSpace + 1][]diag.Edit
}

func (o *oddities) scan() {
	src := o.p.src
	start := 0
	if bytes.HasPrefix(src, []byte(byteOrderMark)) {
		start = len(byteOrderMark)
	}
	for i := o.l.suspect(src, start); i < len(src); i = o.l.suspect(src, i) {
		r, n := utf8.DecodeRune(src[i:])
		switch kind := o.l.hidden[r]; {
		case kind == wideSpace:
			i = o.spaces(i)
			continue
		case kind == zeroWidth && joinsPicture(src, i, n):
		case kind != seen:
			o.found[kind] = append(o.found[kind], diag.Edit{Start: i, End: i + n})
		case o.l.meant[r] != 0:
			i = o.lookAlike(i)
			continue
		}
		i += n
	}
}

// joinsPicture reports a zero-width joiner or the like between two pictures of an emoji, where it belongs.
func joinsPicture(src []byte, at, n int) bool {
	before, _ := utf8.DecodeLastRune(src[:at])
	after, _ := utf8.DecodeRune(src[at+n:])
	return before >= 0x2190 && after >= 0x2190 && before != utf8.RuneError && after != utf8.RuneError && !unicode.IsLetter(after)
}

// spaces judges spaces that are not plain: one between words keeps them on one line and may stand, two and more in a row, or
// beside a plain one, were typed to move text. It returns where they end.
func (o *oddities) spaces(at int) int {
	src, from, to := o.p.src, at, at
	for from > 0 && src[from-1] == ' ' {
		from--
	}
	count := at - from
	for to < len(src) {
		r, n := utf8.DecodeRune(src[to:])
		if r != ' ' && o.l.hidden[r] != wideSpace {
			break
		}
		count, to = count+1, to+n
	}
	if count > 1 {
		o.found[wideSpace] = append(o.found[wideSpace], diag.Edit{Start: from, End: to, Text: " "})
	}
	return to
}

// lookAlike judges the word around a letter of another alphabet: a word that has Latin letters as well has it by mistake, and Ð
// is always meant as Đ. It returns where the word ends.
func (o *oddities) lookAlike(at int) int {
	src, from, to := o.p.src, at, at
	for from > 0 {
		r, n := utf8.DecodeLastRune(src[:from])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) || at-from > 60 {
			break
		}
		from -= n
	}
	latin := false
	var edits []diag.Edit
	for i := from; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) || i-at > 200 {
			break
		}
		switch meant := o.l.meant[r]; {
		case meant != 0 && i >= at:
			edits = append(edits, diag.Edit{Start: i, End: i + n, Text: string(meant)})
			latin = latin || meant == 'Đ' || meant == 'đ'
		case unicode.Is(unicode.Latin, r):
			latin = true
		case meant == 0 && !unicode.Is(unicode.Mn, r):
			return max(i, at) + n // a word of the other alphabet
		}
		i += n
		to = i
	}
	if !latin {
		return to
	}
	if o.word == "" {
		mended, _ := o.l.mend(src[from:to])
		o.word = string(mended)
	}
	o.alike = append(o.alike, edits...)
	return to
}

func (o *oddities) report(list *diag.List) {
	add := func(code, reason string, edits []diag.Edit, args ...string) {
		if len(edits) == 0 {
			return
		}
		at := diag.Span{Start: o.p.place(edits[0].Start), End: o.p.place(edits[0].End)}
		problem := diag.New(code, reason, o.p.file, at, append(args, strconv.Itoa(len(edits)))...)
		problem.Fix = &diag.Fix{Edits: edits}
		list.Add(problem)
	}
	add("look-alike-letter", "", o.alike, o.word)
	add("hidden-character", "soft", o.found[softHyphen])
	add("hidden-character", "zero", o.found[zeroWidth])
	add("hidden-character", "order", o.found[bidiOrder])
	add("hidden-character", "space", o.found[wideSpace])
}
