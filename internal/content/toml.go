package content

import (
	"strconv"
	"strings"
)

// readTOML reads TOML as front matter is written in it: dotted keys, tables and lists of tables, texts of one or more
// lines, lists and tables in brackets. Values stay as they are written, as the rest of the room reads them. It reports
// false for what it cannot read, and for a key that is written twice.
func readTOML(src string) (node, bool) {
	r := tomlReader{rest: strings.ReplaceAll(src, "\r\n", "\n")}
	root := &node{shape: mapping}
	table := root
	for {
		r.blank(true)
		if r.rest == "" {
			return *root, true
		}
		ok := false
		if r.rest[0] == '[' {
			table, ok = r.header(root)
		} else {
			ok = r.entry(table, 0)
		}
		if r.blank(false); !ok || r.rest != "" && r.rest[0] != '\n' {
			return node{}, false
		}
	}
}

// tomlReader is TOML on the way through it.
type tomlReader struct{ rest string }

// blank passes over spaces and comments, and over line ends if lines is set.
func (r *tomlReader) blank(lines bool) {
	for {
		r.rest = strings.TrimLeft(r.rest, " \t")
		switch {
		case strings.HasPrefix(r.rest, "#"):
			i := strings.IndexByte(r.rest, '\n')
			if i < 0 {
				i = len(r.rest)
			}
			r.rest = r.rest[i:]
		case lines && strings.HasPrefix(r.rest, "\n"):
			r.rest = r.rest[1:]
		default:
			return
		}
	}
}

func (r *tomlReader) take(sign string) bool {
	rest, ok := strings.CutPrefix(r.rest, sign)
	r.rest = rest
	return ok
}

// header reads [table] or [[list of tables]] and returns the map that the next lines fill.
func (r *tomlReader) header(root *node) (*node, bool) {
	many := r.take("[[")
	if !many {
		r.take("[")
	}
	path, ok := r.key()
	if !ok || !r.take("]") || many && !r.take("]") || len(path) > maxFlow {
		return nil, false
	}
	into, last := root, path[len(path)-1]
	for _, name := range path[:len(path)-1] {
		if into, ok = tomlChild(into, name); !ok {
			return nil, false
		}
	}
	if !many {
		return tomlChild(into, last)
	}
	f := tomlField(into, last)
	if f.value.shape == nothing {
		f.value.shape = list
	}
	if f.value.shape != list {
		return nil, false
	}
	f.value.items = append(f.value.items, node{shape: mapping})
	return &f.value.items[len(f.value.items)-1], true
}

// tomlField returns the field of a map with a name, which is made if need be.
func tomlField(n *node, name string) *field {
	for i := range n.fields {
		if n.fields[i].name == name {
			return &n.fields[i]
		}
	}
	n.fields = append(n.fields, field{name: name})
	return &n.fields[len(n.fields)-1]
}

// tomlChild returns the map below a name: of a list of tables the last one.
func tomlChild(n *node, name string) (*node, bool) {
	v := &tomlField(n, name).value
	switch {
	case v.shape == nothing:
		v.shape = mapping
	case v.shape == list && len(v.items) > 0:
		v = &v.items[len(v.items)-1]
	}
	return v, v.shape == mapping
}

// key reads a key, with dots between its parts.
func (r *tomlReader) key() ([]string, bool) {
	var path []string
	for {
		r.blank(false)
		var name string
		if r.rest != "" && (r.rest[0] == '"' || r.rest[0] == '\'') {
			text, ok := r.text()
			if !ok {
				return nil, false
			}
			name = text
		} else {
			n := 0
			for n < len(r.rest) && strings.IndexByte(" \t\n.=[]{},\"'#", r.rest[n]) < 0 {
				n++
			}
			name, r.rest = r.rest[:n], r.rest[n:]
		}
		if name == "" {
			return nil, false
		}
		path = append(path, name)
		r.blank(false)
		if !r.take(".") {
			return path, true
		}
	}
}

// entry reads "key = value" into a map.
func (r *tomlReader) entry(into *node, depth int) bool {
	path, ok := r.key()
	if !ok || !r.take("=") || depth+len(path) > maxFlow {
		return false
	}
	r.blank(false)
	v, ok := r.value(depth + 1)
	if !ok {
		return false
	}
	for _, name := range path[:len(path)-1] {
		if into, ok = tomlChild(into, name); !ok {
			return false
		}
	}
	f := tomlField(into, path[len(path)-1])
	if f.value.shape != nothing {
		return false
	}
	f.value = v
	return true
}

func (r *tomlReader) value(depth int) (node, bool) {
	switch {
	case r.rest == "" || depth > maxFlow:
		return node{}, false
	case r.rest[0] == '"' || r.rest[0] == '\'':
		text, ok := r.text()
		return node{shape: scalar, plain: true, text: text}, ok
	case r.take("["):
		out := node{shape: list}
		for r.blank(true); !r.take("]"); r.blank(true) {
			v, ok := r.value(depth + 1)
			if !ok {
				return node{}, false
			}
			out.items = append(out.items, v)
			if r.blank(true); !r.take(",") && !strings.HasPrefix(r.rest, "]") {
				return node{}, false
			}
		}
		return out, true
	case r.take("{"):
		out := node{shape: mapping}
		for r.blank(true); !r.take("}"); r.blank(true) {
			if !r.entry(&out, depth) {
				return node{}, false
			}
			if r.blank(true); !r.take(",") && !strings.HasPrefix(r.rest, "}") {
				return node{}, false
			}
		}
		return out, true
	}
	n := strings.IndexAny(r.rest, ",]}#\n")
	if n < 0 {
		n = len(r.rest)
	}
	word := strings.TrimSpace(r.rest[:n])
	r.rest = r.rest[n:]
	return node{shape: scalar, plain: true, text: word}, word != "" && !strings.ContainsAny(word, "\"'{=[")
}

// text reads a text in quotation marks of any of the four kinds.
func (r *tomlReader) text() (string, bool) {
	for _, sign := range [...]string{`"""`, "'''"} {
		inner, ok := strings.CutPrefix(r.rest, sign)
		if !ok {
			continue
		}
		i := strings.Index(inner, sign)
		for i > 0 && sign == `"""` && inner[i-1] == '\\' {
			k := strings.Index(inner[i+1:], sign)
			if k < 0 {
				return "", false
			}
			i += 1 + k
		}
		if i < 0 {
			return "", false
		}
		for strings.HasPrefix(inner[i+1:], sign) { // marks that belong to the end of the text
			i++
		}
		text := strings.TrimPrefix(inner[:i], "\n")
		r.rest = inner[i+len(sign):]
		if sign == "'''" {
			return text, true
		}
		return tomlEscapes(text)
	}
	k := closingQuote([]byte(r.rest))
	if r.rest[0] == '\'' {
		k = 1 + strings.IndexByte(r.rest[1:], '\'') // it knows no escapes
	}
	if k <= 0 || strings.Contains(r.rest[:k], "\n") {
		return "", false
	}
	text, quote := r.rest[1:k], r.rest[0]
	r.rest = r.rest[k+1:]
	if quote == '\'' {
		return text, true
	}
	return tomlEscapes(text)
}

// tomlEscapes reads the escapes of a text; a backslash at the end of a line joins it with the next one.
func tomlEscapes(text string) (string, bool) {
	var b strings.Builder
	for text != "" {
		if text[0] != '\\' {
			b.WriteByte(text[0])
			text = text[1:]
			continue
		}
		if rest := strings.TrimLeft(text[1:], " \t"); strings.HasPrefix(rest, "\n") {
			text = strings.TrimLeft(rest, " \t\n")
			continue
		}
		if strings.HasPrefix(text, `\e`) {
			return "", false
		}
		c, _, rest, err := strconv.UnquoteChar(text, '"')
		if err != nil {
			return "", false
		}
		b.WriteRune(c)
		text = rest
	}
	return b.String(), true
}
