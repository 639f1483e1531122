package content

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
)

// foreignFormat returns the name of the format that a first line opens, or "". Front matter in TOML and JSON is known
// from other programs; antq reads one format only and writes the others out in it.
func foreignFormat(first string) string {
	switch t := strings.TrimSpace(first); {
	case t == "+++" || strings.EqualFold(t, "---toml"):
		return "TOML"
	case t == ";;;" || strings.EqualFold(t, "---json") || t == "{" || strings.HasPrefix(t, `{"`) || strings.HasPrefix(t, `{ "`):
		return "JSON"
	}
	return ""
}

// foreign refuses front matter in another format, with what it says in YAML as the correction.
func (f *frontFinder) foreign(out *found, open sourceLine, format string) {
	p := f.add("wrong-format", "", open, format)
	end := open.next
	var inner []byte
	if first := open.text(f.src); strings.HasPrefix(strings.TrimSpace(first), "{") {
		inner = jsonObject(f.src[open.start:])
		end = open.start + len(inner)
		if inner == nil {
			return
		}
		if l, ok := lineFrom(f.src, 1, end); ok && strings.TrimSpace(l.text(f.src)) == "" {
			end = l.next
		}
	} else {
		closing := strings.TrimSpace(first[:min(3, len(first))])
		l, ok := lineFrom(f.src, open.number+1, open.next)
		for ok && l.text(f.src) != closing {
			l, ok = lineFrom(f.src, l.number+1, l.next)
		}
		if !ok {
			out.body = posOf(f.src, len(f.src))
			return
		}
		inner, end = f.src[open.next:l.start], l.next
	}
	out.body = posOf(f.src, end)
	if len(inner) > maxBlock {
		return
	}
	var n node
	var ok bool
	if format == "JSON" {
		n, ok = readJSON(inner)
	} else {
		n, ok = readTOML(string(inner))
	}
	if !ok || len(n.fields) == 0 {
		return
	}
	nl := eol(f.src)
	var b strings.Builder
	b.WriteString(mark)
	writeBlock(&b, &n, 0, nl, false)
	b.WriteString(nl + mark + nl)
	p.Fix = edit(open.start, end, b.String())
}

// jsonObject returns the JSON object at the start of src, or nil.
func jsonObject(src []byte) []byte {
	var raw json.RawMessage
	if json.NewDecoder(bytes.NewReader(src[:min(len(src), maxBlock)])).Decode(&raw) != nil {
		return nil
	}
	return src[:len(raw)]
}

// readJSON reads a JSON object, with its keys in order.
func readJSON(src []byte) (node, bool) {
	dec := json.NewDecoder(bytes.NewReader(src))
	dec.UseNumber()
	n, ok := jsonValue(dec, 0)
	return n, ok && n.shape == mapping
}

func jsonValue(dec *json.Decoder, depth int) (node, bool) {
	token, err := dec.Token()
	if err != nil || depth > maxFlow {
		return node{}, false
	}
	switch v := token.(type) {
	case json.Delim:
		out := node{shape: mapping}
		if v == '[' {
			out.shape = list
		}
		for dec.More() {
			var f field
			if v == '{' {
				key, err := dec.Token()
				name, isName := key.(string)
				if err != nil || !isName {
					return node{}, false
				}
				f.name = name
			}
			var ok bool
			if f.value, ok = jsonValue(dec, depth+1); !ok {
				return node{}, false
			}
			if v == '{' {
				out.fields = append(out.fields, f)
			} else {
				out.items = append(out.items, f.value)
			}
		}
		_, err := dec.Token()
		return out, err == nil
	case string:
		return node{shape: scalar, plain: true, text: v}, true
	case json.Number:
		return node{shape: scalar, plain: true, text: v.String()}, true
	case bool:
		return node{shape: scalar, plain: true, text: strconv.FormatBool(v)}, true
	}
	return node{}, true // null
}

// readTOML reads the simple TOML that front matter is written in: keys with texts, numbers, dates and lists of them, and
// tables of one level. It reports false for anything more.
func readTOML(src string) (node, bool) {
	root := node{shape: mapping}
	table := "" // the table that the lines belong to
	lines := strings.Split(src, "\n")
	for i := 0; i < len(lines); i++ {
		line := strings.TrimSpace(lines[i])
		switch {
		case line == "" || line[0] == '#':
			continue
		case strings.HasPrefix(line, "[["):
			return node{}, false
		case line[0] == '[':
			name, rest, ok := strings.Cut(line[1:], "]")
			name = strings.TrimSpace(name)
			if rest = strings.TrimSpace(rest); !ok || !bareKey(name) || rest != "" && rest[0] != '#' {
				return node{}, false
			}
			table = name
			root.fields = append(root.fields, field{name: name, value: node{shape: mapping}})
			continue
		}
		key, value, ok := strings.Cut(line, "=")
		key = strings.Trim(strings.TrimSpace(key), `"'`)
		if !ok || !bareKey(key) {
			return node{}, false
		}
		value = strings.TrimSpace(value)
		for strings.HasPrefix(value, "[") && i+1 < len(lines) && strings.Count(value, "[") > strings.Count(value, "]") {
			i++
			value += " " + strings.TrimSpace(lines[i])
		}
		v, rest, ok := tomlValue(value, 0)
		if rest = strings.TrimSpace(rest); !ok || rest != "" && rest[0] != '#' {
			return node{}, false
		}
		into := &root
		if table != "" {
			into = &root.fields[len(root.fields)-1].value
		}
		into.fields = append(into.fields, field{name: key, value: v})
	}
	return root, true
}

// bareKey reports whether a key is one word.
func bareKey(s string) bool {
	return s != "" && !strings.ContainsAny(s, ".[]\"'={}# \t")
}

// tomlValue reads a value at the start of s and returns what follows.
func tomlValue(s string, depth int) (node, string, bool) {
	text := func(t string, n int) (node, string, bool) {
		return node{shape: scalar, plain: true, text: t}, s[n:], true
	}
	switch {
	case s == "" || strings.HasPrefix(s, `"""`) || strings.HasPrefix(s, "'''") || s[0] == '{' || depth > maxFlow:
		return node{}, "", false
	case s[0] == '"' || s[0] == '\'':
		k := closingQuote([]byte(s))
		if k < 0 {
			return node{}, "", false
		}
		if s[0] == '\'' {
			return text(s[1:k], k+1)
		}
		t, err := strconv.Unquote(s[:k+1])
		if err != nil {
			return node{}, "", false
		}
		return text(t, k+1)
	case s[0] == '[':
		out := node{shape: list}
		rest := strings.TrimSpace(s[1:])
		for !strings.HasPrefix(rest, "]") {
			v, after, ok := tomlValue(rest, depth+1)
			if !ok {
				return node{}, "", false
			}
			out.items = append(out.items, v)
			rest = strings.TrimSpace(after)
			if strings.HasPrefix(rest, ",") {
				rest = strings.TrimSpace(rest[1:])
			} else if !strings.HasPrefix(rest, "]") {
				return node{}, "", false
			}
		}
		return out, rest[1:], true
	}
	n := strings.IndexAny(s, ",]#")
	if n < 0 {
		n = len(s)
	}
	word := strings.TrimSpace(s[:n])
	if word == "" || strings.ContainsAny(word, "\"'{}=[") {
		return node{}, "", false
	}
	return text(word, n)
}
