package content

import (
	"bytes"
	"strings"

	"antq/internal/diag"
)

// frontFinder looks for the marks around the front matter. The library that cuts it out is silent about what it does not
// find, about blank lines before it and about marks that are indented, so all of this is looked at first.
type frontFinder struct {
	file string
	src  []byte
	list *diag.List
}

// found is where front matter and body of a file are.
type found struct {
	block *frontBlock // nil if there is no front matter in YAML
	body  diag.Pos
	open  diag.Span // the opening mark, or the first line
}

func (f *frontFinder) add(code, reason string, l sourceLine, args ...string) *diag.Problem {
	at := diag.Span{Start: l.at(), End: advance(l.at(), f.src[l.start:l.end])}
	f.list.Add(diag.New(code, reason, f.file, at, args...))
	all := f.list.All()
	return &all[len(all)-1]
}

func edit(start, end int, text string) *diag.Fix {
	return &diag.Fix{Edits: []diag.Edit{{Start: start, End: end, Text: text}}}
}

// find cuts the file. The source is not empty.
func (f *frontFinder) find() found {
	start := 0
	if bytes.HasPrefix(f.src, []byte(bom)) {
		start = len(bom)
	}
	l, _ := lineFrom(f.src, 1, start)
	for l.text(f.src) == "" {
		l, _ = lineFrom(f.src, l.number+1, l.next)
	}
	first := l.text(f.src)
	out := found{open: diag.Span{Start: l.at(), End: advance(l.at(), f.src[l.start:l.end])}, body: l.at()}
	switch {
	case first == mark:
		if l.start > start {
			p := f.add("blank-before-front-matter", "", sourceLine{number: 1, start: start, end: start})
			p.Fix = edit(start, l.start, "")
		}
	case strings.TrimSpace(first) == mark:
		f.add("front-matter-mark", "indented", l).Fix = edit(start, l.end, mark)
	case dashes(first) || strings.EqualFold(first, "---yaml"):
		f.add("front-matter-mark", "", l, strings.TrimSpace(first)).Fix = edit(start, l.end, mark)
	case foreignFormat(first) != "":
		f.foreign(&out, l, foreignFormat(first))
		return out
	case f.keyLine(first) && f.closedLater(l):
		f.add("front-matter-missing", "open", l).Fix = edit(l.start, l.start, mark+eol(f.src))
		f.close(&out, sourceLine{number: l.number - 1, start: l.start, end: l.start, next: l.start})
		return out
	default:
		f.add("front-matter-missing", "", l)
		out.body = posOf(f.src, start)
		return out
	}
	f.close(&out, l)
	return out
}

// closedLater reports whether a closing mark follows.
func (f *frontFinder) closedLater(l sourceLine) bool {
	for ok := true; ok; l, ok = lineFrom(f.src, l.number+1, l.next) {
		if t := l.text(f.src); t == mark {
			return true
		}
	}
	return false
}

// close looks for the closing mark behind the opening line.
func (f *frontFinder) close(out *found, open sourceLine) {
	block := &frontBlock{src: f.src, first: open.number + 1, starts: make([]int, 0, 48)}
	out.block = block
	end := func(at int, body sourceLine) {
		block.starts = append(block.starts, at)
		out.body = body.at()
	}
	l, ok := lineFrom(f.src, open.number+1, open.next)
	for ; ok; l, ok = lineFrom(f.src, l.number+1, l.next) {
		t := f.src[l.start:l.end]
		if len(t) > 0 && !endLike(t) {
			block.starts = append(block.starts, l.start)
			continue
		}
		text := l.text(f.src)
		after := sourceLine{number: l.number + 1, start: l.next}
		switch {
		case text == mark:
			end(l.start, after)
			return
		case text == "...":
			f.add("front-matter-mark", "", l, text).Fix = edit(l.start, l.end, mark)
			end(l.start, after)
			return
		case text != "" && strings.TrimSpace(text) == mark && f.goesOn(l):
			f.add("front-matter-mark", "inside", l)
		case text != "" && strings.TrimSpace(text) == mark:
			f.add("front-matter-mark", "indented", l).Fix = edit(l.start, l.end, mark)
			end(l.start, after)
			return
		case len(t) > 0 && t[0] != ' ' && dashes(text):
			f.add("front-matter-mark", "", l, text).Fix = edit(l.start, l.end, mark)
			end(l.start, after)
			return
		}
		block.starts = append(block.starts, l.start)
	}
	f.unclosed(out, open)
}

// endLike is a quick look for lines that can be a mark, well formed or not.
func endLike(line []byte) bool {
	for _, c := range line {
		if c != ' ' && c != '\t' {
			return c == '-' || c == '.' || c >= 0x80
		}
	}
	return true
}

// goesOn reports whether what follows an indented mark is still front matter.
func (f *frontFinder) goesOn(l sourceLine) bool {
	for {
		var ok bool
		if l, ok = lineFrom(f.src, l.number+1, l.next); !ok {
			return false
		}
		if t := l.text(f.src); t != "" {
			return t == mark || t[0] == ' ' || f.keyLine(t)
		}
	}
}

// unclosed guesses where front matter without a closing mark ends: before the first line that can be no part of it.
func (f *frontFinder) unclosed(out *found, open sourceLine) {
	block := out.block
	block.starts = append(block.starts, len(f.src))
	n := 0
	for i := 0; i < block.lines(); i++ {
		line := string(block.line(i))
		if strings.TrimSpace(line) == "" {
			continue
		}
		if c := line[0]; c != ' ' && c != '\t' && c != '#' && c != '-' && !f.keyLine(line) {
			break
		}
		n = i + 1
	}
	end := block.starts[n]
	block.starts = block.starts[:n+1]
	text := mark + eol(f.src)
	if end == len(f.src) && end > 0 && f.src[end-1] != '\n' {
		text = eol(f.src) + text
	}
	f.add("front-matter-unclosed", "", open).Fix = edit(end, end, text)
	out.body = diag.Pos{Line: block.first + n, Column: 1, Offset: end}
}

// keyLine reports whether a line begins with a key of front matter, as it should be or as people type it.
func (f *frontFinder) keyLine(line string) bool {
	key, rest, ok := strings.Cut(line, ":")
	return ok && (rest == "" || rest[0] == ' ') && len(key) <= 60 && knownTyping(key)
}

func eol(src []byte) string {
	if bytes.Contains(src, []byte("\r\n")) {
		return "\r\n"
	}
	return "\n"
}
