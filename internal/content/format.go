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
	var end int
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
