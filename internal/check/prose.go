package check

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"antq/internal/diag"
)

// prose is a source file as rules read it: in NFC, without characters that nobody sees, with the letters that are meant in
// place of their look-alikes. Places in whole and text are offsets that both share; span and edit turn them into places in
// the file.
type prose struct {
	file string // as problems name it: "content/…"
	src  []byte // the file as it is on disk
	// whole is all that can be read in the file; addresses of the web, paths of links are blanked by spaces.
	whole []byte
	// text is whole with code, fences and HTML comments blanked as well. Lines are the same.
	text []byte
	// lower is whole in small letters, byte by byte at the same offsets.
	lower  []byte
	plain  bool  // a list or text beside the pages: no front matter, no Markdown
	front  int   // offset of the first line of front matter
	body   int   // offset of the first line of the body; front matter is [front, body) with its closing mark
	starts []int // offset of each line

	origin []int    // offset in src of each byte of whole and of its end; nil where they are the same
	linesS []int    // starts of lines in src; nil where they are the same
	last   diag.Pos // the last place asked for: the next one is mostly near it on the same line
}

// newProse prepares a Markdown source with front matter. It reports false if the source is no text.
func (r *Rules) newProse(file string, src []byte) (*prose, bool) {
	p, ok := r.prepare(file, src)
	if !ok {
		return nil, false
	}
	p.front, p.body = frontOf(p.whole)
	p.mask()
	p.lower = lowered(p.whole)
	return p, true
}

// newPlain prepares a text in which nothing is markup.
func (r *Rules) newPlain(file string, src []byte) (*prose, bool) {
	p, ok := r.prepare(file, src)
	if !ok {
		return nil, false
	}
	p.whole = bytes.Clone(p.whole)
	blankAddresses(p.whole)
	p.text, p.lower, p.plain = p.whole, lowered(p.whole), true
	return p, true
}

func (r *Rules) prepare(file string, src []byte) (*prose, bool) {
	if !utf8.Valid(src) || bytes.IndexByte(src, 0) >= 0 {
		return nil, false
	}
	p := &prose{file: file, src: src, whole: src}
	if r.letters.needsMending(src) {
		p.whole, p.origin = r.letters.mend(src)
		p.linesS = lineStarts(src)
	}
	p.starts = lineStarts(p.whole)
	return p, true
}

func lineStarts(b []byte) []int {
	starts := append(make([]int, 0, 1+bytes.Count(b, []byte("\n"))), 0)
	for i := 0; ; {
		n := bytes.IndexByte(b[i:], '\n')
		if n < 0 {
			return starts
		}
		i += n + 1
		starts = append(starts, i)
	}
}

// lines returns how many lines there are.
func (p *prose) lines() int { return len(p.starts) }

// bounds returns where line i (from 0) begins and ends, without its line end.
func (p *prose) bounds(i int) (from, to int) {
	from, to = p.starts[i], len(p.whole)
	if i+1 < len(p.starts) {
		to = p.starts[i+1] - 1
	}
	if to > from && p.whole[to-1] == '\r' {
		to--
	}
	return from, to
}

// lineOf returns the index, from 0, of the line that holds the offset.
func (p *prose) lineOf(off int) int {
	return sort.Search(len(p.starts), func(i int) bool { return p.starts[i] > off }) - 1
}

// offset returns the offset in the file of an offset in the prose.
func (p *prose) offset(off int) int {
	if p.origin == nil {
		return off
	}
	return p.origin[off]
}

// pos returns the place in the file of an offset in the prose.
func (p *prose) pos(off int) diag.Pos { return p.place(p.offset(off)) }

// place returns the place of an offset in the file. Asking for places in nearly their order costs little, however long lines are.
func (p *prose) place(at int) diag.Pos {
	starts := p.starts
	if p.origin != nil {
		starts = p.linesS
	}
	line := sort.Search(len(starts), func(i int) bool { return starts[i] > at }) - 1
	from := starts[line]
	if line == 0 && bytes.HasPrefix(p.src, []byte(byteOrderMark)) && at >= len(byteOrderMark) {
		from = len(byteOrderMark)
	}
	column := 0
	switch last := p.last; {
	case last.Line == line+1 && last.Offset <= at:
		column = last.Column + utf8.RuneCount(p.src[last.Offset:at])
	case last.Line == line+1 && last.Offset-at < at-from:
		column = last.Column - utf8.RuneCount(p.src[at:last.Offset])
	default:
		column = 1 + utf8.RuneCount(p.src[from:at])
	}
	p.last = diag.Pos{Line: line + 1, Column: column, Offset: at}
	return p.last
}

// span returns the place in the file of a stretch of the prose.
func (p *prose) span(from, to int) diag.Span { return diag.Span{Start: p.pos(from), End: p.pos(to)} }

// edit returns the edit of the file that replaces a stretch of the prose.
func (p *prose) edit(from, to int, text string) diag.Edit {
	return diag.Edit{Start: p.offset(from), End: p.offset(to), Text: text}
}

// add emits a problem of the prose [from, to).
func (p *prose) add(list *diag.List, code, reason string, from, to int, args ...string) {
	list.Add(diag.New(code, reason, p.file, p.span(from, to), args...))
}

const byteOrderMark = "\xEF\xBB\xBF"

// frontOf finds the front matter: it begins on the line after the first mark "---" and ends behind the line of the second.
// Without both, all is body.
func frontOf(b []byte) (front, body int) {
	line := func(from int) (text []byte, next int) {
		n := bytes.IndexByte(b[from:], '\n')
		if n < 0 {
			return b[from:], len(b)
		}
		return b[from : from+n], from + n + 1
	}
	at := 0
	if bytes.HasPrefix(b, []byte(byteOrderMark)) {
		at = len(byteOrderMark)
	}
	first, next := line(at)
	for len(bytes.TrimSpace(first)) == 0 && next < len(b) {
		first, next = line(next)
	}
	if string(bytes.TrimRight(first, " \t\r")) != "---" {
		return 0, 0
	}
	for from := next; from < len(b); {
		text, after := line(from)
		if string(bytes.TrimRight(text, " \t\r")) == "---" {
			return next, after
		}
		from = after
	}
	return 0, 0
}

// lowered returns b in small letters at the same offsets: ASCII, Latin-1 and the letters of Vietnamese, whose small forms are as long
// as the capital ones.
func lowered(b []byte) []byte {
	out := bytes.Clone(b)
	for i := 0; i < len(out); i++ {
		c := out[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				out[i] = c + 'a' - 'A'
			}
			continue
		}
		switch {
		case c == 0xE1 && i+2 < len(out):
			if d, e := out[i+1], out[i+2]; d == 0xBA && e >= 0xA0 || d == 0xBB && e <= 0xB9 {
				out[i+2] = e | 1
			}
			i += 2
		case i+1 < len(out) && 0xC3 <= c && c <= 0xC6:
			out[i+1] = lowerTail(c, out[i+1])
			i++
		}
	}
	return out
}

// lowerTail returns the second byte of the small form of a letter of two bytes: À to Þ, Ă, Đ, Ĩ, Ũ, Ơ; that of Ư begins alike.
func lowerTail(c, d byte) byte {
	switch {
	case c == 0xC3 && d <= 0x9E && d != 0x97:
		return d + 0x20
	case c == 0xC4 && (d == 0x82 || d == 0x90 || d == 0xA8), c == 0xC5 && d == 0xA8, c == 0xC6 && (d == 0xA0 || d == 0xAF):
		return d + 1
	}
	return d
}
