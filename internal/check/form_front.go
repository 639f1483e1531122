package check

import (
	"bytes"
	"slices"
)

// frontReader finds the values of front matter that are text, and hides everything else: keys, paths, ids, dates, and the
// quotation marks of YAML.
type frontReader struct {
	*sheet
	top, key string
}

// textless are keys whose values are not for readers, or quote a wrong form on purpose.
var textless = []string{"terms", "waive", "deploy", "code", "slug", "aliases", "nav", "organId", "file", "src", "image"}

func (r *frontReader) run() {
	if r.body == 0 {
		return
	}
	r.hide(0, r.front, opaque)
	for i := r.lineOf(r.front); i < r.lines(); i++ {
		from, to := r.bounds(i)
		if from >= r.body {
			return
		}
		r.line(from, to)
	}
}

// line reads one line of front matter.
func (r *frontReader) line(from, to int) {
	at := from
	for at < to && (r.text[at] == ' ' || r.text[at] == '-' && at+1 < to && r.text[at+1] == ' ') {
		at++
	}
	outermost := at == from
	r.hide(from, at, opaque)
	rest := r.text[at:to]
	if len(rest) == 0 || rest[0] == '#' || bytes.Equal(rest, []byte("---")) {
		r.hide(at, to, opaque)
		return
	}
	if n := keyLength(rest); n > 0 {
		r.key = string(rest[:n-1])
		if outermost {
			r.top = r.key
		}
		r.hide(at, at+n, opaque)
		at += n
	}
	r.value(at, to)
}

// keyLength returns the length of the key with which text begins, with its colon; 0 without one.
func keyLength(text []byte) int {
	i := 0
	for i < len(text) && (isASCIILetter(text[i]) || isDigit(text[i]) || text[i] == '-' || text[i] >= 0x80) {
		i++
	}
	if i > 0 && i < len(text) && text[i] == ':' && (i+1 == len(text) || text[i+1] == ' ') {
		return i + 1
	}
	return 0
}

// value adds a value as a block if it is text: words, not one word, no path.
func (r *frontReader) value(from, to int) {
	for from < to && r.text[from] == ' ' {
		from++
	}
	for to > from && r.text[to-1] == ' ' {
		to--
	}
	if from == to {
		return
	}
	switch c := r.text[from]; {
	case (c == '"' || c == '\'') && to-from > 1 && r.text[to-1] == c:
		r.hide(from, from+1, opaque)
		r.hide(to-1, to, opaque)
		from, to = from+1, to-1
	case c == '"' || c == '\'':
		r.hide(from, from+1, opaque)
		from++
	case bytes.Contains(r.text[from:to], []byte(" #")):
		n := bytes.Index(r.text[from:to], []byte(" #"))
		r.hide(from+n, to, opaque)
		to = from + n
	}
	if from >= to {
		return
	}
	c := r.text[from]
	if bytes.IndexByte(r.text[from:to], ' ') < 0 || c == '/' || c == '[' || c == '{' || slices.Contains(textless, r.top) || slices.Contains(textless, r.key) {
		r.hide(from, to, opaque)
		return
	}
	r.blocks = append(r.blocks, block{kind: valueBlock, from: from, to: to, top: r.top, key: r.key})
}
