package render

import "strings"

// action is what stands between {{ and }} in a layout. The template packages give a line only; this is how a column is found.
type action struct {
	start, end int    // bytes of the source, with the braces; an action that is never closed ends with the source
	word       string // its first word: "if", "end", "define", ".Title"
	name       string // of define, block and template: what the quotes hold
	closed     bool
	quote      int // where a quote begins that is never closed; -1 = none
}

// actions lists the actions of a layout in their order. Comments are none.
func actions(src string) []action {
	var all []action
	for at := 0; ; {
		i := strings.Index(src[at:], "{{")
		if i < 0 {
			return all
		}
		a := scanAction(src, at+i)
		at = a.end
		if !strings.HasPrefix(inside(src, a), "/*") {
			all = append(all, a)
		}
	}
}

// scanAction reads the action that begins at a place.
func scanAction(src string, start int) action {
	a := action{start: start, end: len(src), quote: -1}
	body := strings.TrimLeft(strings.TrimPrefix(src[start+2:], "-"), " \t\r\n")
	if strings.HasPrefix(body, "/*") {
		if i := strings.Index(src[start:], "*/"); i >= 0 {
			if j := strings.Index(src[start+i:], "}}"); j >= 0 {
				a.end, a.closed = start+i+j+2, true
			}
		}
		return a
	}
	for i := start + 2; i < len(src); i++ {
		switch c := src[i]; {
		case strings.HasPrefix(src[i:], "}}"):
			a.end, a.closed = i+2, true
			a.word, a.name = actionWords(inside(src, a))
			return a
		case strings.HasPrefix(src[i:], "{{"):
			a.end = i
			return a
		case c == '"' || c == '`' || c == '\'':
			end := quoteEnd(src, i)
			if end < 0 {
				a.quote, a.end = i, min(len(src), i+1+lineLength(src[i+1:]))
				return a
			}
			i = end
		}
	}
	return a
}

// quoteEnd returns where the quote that begins at a place ends, or -1. Only `…` goes over lines.
func quoteEnd(src string, start int) int {
	for i := start + 1; i < len(src); i++ {
		switch c := src[i]; {
		case c == src[start]:
			return i
		case c == '\\' && src[start] != '`':
			i++
		case c == '\n' && src[start] != '`':
			return -1
		}
	}
	return -1
}

func lineLength(s string) int {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return i
	}
	return len(s)
}

// inside returns what an action says, without braces, trim marks and space.
func inside(src string, a action) string {
	s := strings.TrimPrefix(src[a.start+2:a.end], "-")
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(s, "}}"), "-"))
}

// actionWords returns the first word of an action and the name in quotes behind it.
func actionWords(s string) (word, name string) {
	word, rest := s, ""
	if i := strings.IndexAny(s, " \t\r\n(\"`"); i >= 0 {
		word, rest = s[:i], strings.TrimSpace(s[i:])
	}
	if len(rest) > 1 && (rest[0] == '"' || rest[0] == '`') {
		if end := quoteEnd(rest, 0); end > 0 {
			name = rest[1:end]
		}
	}
	return word, name
}

// opensBlock reports whether an action waits for an {{end}}.
func (a *action) opensBlock() bool {
	switch a.word {
	case "if", "with", "range", "define", "block":
		return true
	}
	return false
}

// unclosedBlock returns the innermost action that still waits for its {{end}} at the end of the layout, and the first {{end}} or
// {{else}} that belongs to nothing.
func unclosedBlock(all []action) (open, stray *action) {
	var stack []*action
	for i := range all {
		a := &all[i]
		switch {
		case a.opensBlock():
			stack = append(stack, a)
		case (a.word == "end" || a.word == "else") && len(stack) == 0:
			if stray == nil {
				stray = a
			}
		case a.word == "end":
			stack = stack[:len(stack)-1]
		}
	}
	if len(stack) > 0 {
		open = stack[len(stack)-1]
	}
	return open, stray
}

// openTag returns where the tag or attribute begins that the HTML of a layout leaves open: one that goes on to the end, or an
// attribute that swallows the next tag. It returns -1 if there is none.
func openTag(src string) int {
	src = blankActions(src)
	for i := 0; i < len(src); {
		lt := strings.IndexByte(src[i:], '<')
		if lt < 0 {
			return -1
		}
		i += lt
		if strings.HasPrefix(src[i:], "<!--") {
			end := strings.Index(src[i:], "-->")
			if end < 0 {
				return i
			}
			i += end
			continue
		}
		if i+1 >= len(src) || !isLetter(src[i+1]) && src[i+1] != '/' {
			i++
			continue
		}
		end, bad := tagEnd(src, i)
		if bad >= 0 {
			return bad
		}
		i = end
	}
	return -1
}

// tagEnd returns the place behind a tag, or where it goes wrong (else -1).
func tagEnd(src string, start int) (end, bad int) {
	for i := start + 1; i < len(src); i++ {
		switch c := src[i]; c {
		case '>':
			return i + 1, -1
		case '<':
			return 0, start
		case '"', '\'':
			n := strings.IndexByte(src[i+1:], c)
			if n < 0 || strings.IndexByte(src[i+1:i+1+n], '<') >= 0 {
				return 0, i
			}
			i += n + 1
		}
	}
	return 0, start
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// blankActions puts spaces in place of the actions, so that only HTML is left and every place stays.
func blankActions(src string) string {
	b := []byte(src)
	for _, a := range actions(src) {
		for i := a.start; i < a.end; i++ {
			if b[i] != '\n' {
				b[i] = ' '
			}
		}
	}
	return string(b)
}
