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
		case text == mark && !f.beyond(block):
			end(l.start, after)
			return
		case text == mark:
			f.unclosed(out, open, l.start)
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
	f.unclosed(out, open, len(f.src))
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

// beyond reports whether the body has begun before a mark that should close the front matter: a heading of Markdown and a
// text stand above it.
func (f *frontFinder) beyond(block *frontBlock) bool {
	heading := false
	for i, start := range block.starts {
		line := f.src[start:]
		if k := bytes.IndexByte(line, '\n'); k >= 0 {
			line = line[:k]
		}
		switch {
		case bytes.HasPrefix(line, []byte("## ")):
			heading = heading || i > 0
		case heading && len(bytes.TrimSpace(line)) > 0 && bytes.IndexByte([]byte(" \t#-"), line[0]) < 0 && colonAt(line) < 0:
			return true
		}
	}
	return false
}

// unclosed guesses where front matter without a closing mark ends: before a heading or the first line that can be no part
// of it, or at a blank line behind which no key follows. limit is the offset at which it ends at last.
func (f *frontFinder) unclosed(out *found, open sourceLine, limit int) {
	block := out.block
	block.starts = append(block.starts, limit)
	n := 0
	for i := 0; i < block.lines(); i++ {
		line := string(block.line(i))
		if strings.TrimSpace(line) == "" {
			if n > 0 && !f.keysFollow(block, i+1) {
				break
			}
			continue
		}
		if c := line[0]; strings.HasPrefix(line, "##") || c != ' ' && c != '\t' && c != '#' && c != '-' && !f.keyLine(line) {
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
	if open.start == open.end {
		open.number++ // there is no opening mark either: the first key stands for it
	}
	f.add("front-matter-unclosed", "", open).Fix = edit(end, end, text)
	out.body = diag.Pos{Line: block.first + n, Column: 1, Offset: end}
}

// keysFollow reports whether the next line with text, from line i of the block on, begins with a key as it is called.
func (f *frontFinder) keysFollow(block *frontBlock, i int) bool {
	for ; i < block.lines(); i++ {
		if line := string(block.line(i)); strings.TrimSpace(line) != "" {
			key, _, ok := strings.Cut(line, ":")
			return ok && allKeys.kindsOf(key) != nil
		}
	}
	return false
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
