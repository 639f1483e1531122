package build

import "bytes"

// bracket is a mark of a style sheet that has no partner: an opening one that swallows all that follows, or a closing one.
type bracket struct {
	at   int    // byte
	mark string // "{", "/*", a quotation mark …
	want string // what should follow; "" for a closing mark
}

// unbalanced returns the first mark of a style sheet without a partner. Browsers and minifiers read on in silence, and one file
// after it would be lost with the rest.
func unbalanced(css []byte) (bracket, bool) {
	var open []bracket
	for i := 0; i < len(css); i++ {
		switch c := css[i]; c {
		case '\\':
			i++
		case '/':
			if !bytes.HasPrefix(css[i:], []byte("/*")) {
				continue
			}
			end := bytes.Index(css[i+2:], []byte("*/"))
			if end < 0 {
				return bracket{i, "/*", "*/"}, true
			}
			i += end + 3
		case '"', '\'':
			end := stringEnd(css, i)
			if end < 0 {
				return bracket{i, string(c), string(c)}, true
			}
			i = end
		case '{', '(', '[':
			if c == '(' && bytes.HasSuffix(bytes.ToLower(css[:i]), []byte("url")) && !quoted(css[i+1:]) {
				end := bytes.IndexByte(css[i:], ')')
				if end < 0 {
					return bracket{i, "(", ")"}, true
				}
				i += end
				continue
			}
			open = append(open, bracket{i, string(c), string(closing(c))})
		case '}', ')', ']':
			n := len(open) - 1
			if n < 0 {
				return bracket{i, string(c), ""}, true
			}
			if open[n].want != string(c) {
				return open[n], true
			}
			open = open[:n]
		}
	}
	if len(open) > 0 {
		return open[len(open)-1], true
	}
	return bracket{}, false
}

func closing(c byte) byte {
	switch c {
	case '{':
		return '}'
	case '(':
		return ')'
	}
	return ']'
}

// stringEnd returns where the string that begins at a place ends, or -1: a line does not end in a string.
func stringEnd(css []byte, start int) int {
	for i := start + 1; i < len(css); i++ {
		switch css[i] {
		case css[start]:
			return i
		case '\\':
			i++
		case '\n':
			return -1
		}
	}
	return -1
}

func quoted(css []byte) bool {
	css = bytes.TrimLeft(css, " \t\r\n")
	return len(css) > 0 && (css[0] == '"' || css[0] == '\'')
}
