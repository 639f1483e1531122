package content

import (
	"bytes"
	"slices"
	"strconv"

	"antq/internal/diag"
)

// decoder reads the front matter of one file into a document. It collects every problem and goes on.
type decoder struct {
	file    string
	kind    Kind
	block   *frontBlock
	scan    *lineScan
	catalog *catalog
	list    diag.List
	keys    map[string]diag.Span
	path    []byte // of the value being read: "tasks.0.before"
	guesses int    // how often the nearest word was looked for
}

// enter goes into a part of the value being read and returns the mark to leave it by.
func (d *decoder) enter(name string) int {
	n := len(d.path)
	if n > 0 {
		d.path = append(d.path, '.')
	}
	d.path = append(d.path, name...)
	return n
}

func (d *decoder) enterItem(i int) int {
	n := len(d.path)
	d.path = append(d.path, '.')
	d.path = strconv.AppendInt(d.path, int64(i), 10)
	return n
}

func (d *decoder) leave(mark int) { d.path = d.path[:mark] }

// note remembers the place of the value being read.
func (d *decoder) note(at diag.Span) { d.keys[string(d.path)] = at }

// key returns the last part of the path that is a key: the name under which people know the value.
func (d *decoder) key() string {
	path := d.path
	for {
		i := bytes.LastIndexByte(path, '.')
		last := path[i+1:]
		if i < 0 || last[0] < '0' || last[0] > '9' {
			return string(last)
		}
		path = path[:i]
	}
}

// problem reports a problem at a place. A value whose line was reported before it was parsed is not reported again.
func (d *decoder) problem(code, reason string, at diag.Span, args ...string) *diag.Problem {
	p := diag.New(code, reason, d.file, at, args...)
	for i := range d.scan.problems {
		q := &d.scan.problems[i]
		switch {
		case q.Start.Line != at.Start.Line:
		case q.Start.Column <= at.Start.Column:
			return &p
		case code == "text-needs-quotes" && q.Code == code:
			*q = p
			return q
		}
	}
	d.list.Add(p)
	all := d.list.All()
	return &all[len(all)-1]
}

// group reads a map into a struct and reports whether there was one.
func (d *decoder) group(n *node, p part) bool {
	switch n.shape {
	case nothing:
		return false
	case mapping:
		d.fields(n, []part{p}, nil)
		return true
	}
	if n.shape == scalar {
		d.problem("wrong-type", "map", n.at, d.key(), p.example())
	} else {
		d.problem("wrong-type", "one-map", n.at, d.key())
	}
	return false
}

// fields reads the keys of a map into the parts that have them, and reports those that nobody has, that come twice, and
// that are missing. lost are keys that are there but could not be read; nil means that n is whole.
func (d *decoder) fields(n *node, parts []part, lost []string) {
	seen, known := d.read(n, parts)
	if known == 0 && len(d.path) > 0 && len(n.fields) > 0 {
		return // a map of unknown keys: that was said, and what is missing follows from it
	}
	d.missing(n.at, parts, append(seen, lost...))
}

// read reads the keys of a map. It returns their names and how many of them are keys of the parts.
func (d *decoder) read(n *node, parts []part) (seen []string, known int) {
	seen = make([]string, 0, len(n.fields))
	for i := range n.fields {
		f := &n.fields[i]
		if f.alone {
			if allAlone(n) {
				d.problem("text-needs-quotes", "split", f.at, f.name)
			}
			continue
		}
		if slices.Contains(seen, f.name) {
			first := n.fields[slices.IndexFunc(n.fields, func(g field) bool { return g.name == f.name })]
			d.problem("duplicate-key", "", f.at, f.name, strconv.Itoa(first.at.Start.Line))
			continue
		}
		name := f.name
		part, row := d.find(parts, name)
		if row < 0 {
			// A key whose meaning is plain is read all the same, so that it is not reported as missing too. One that is
			// near to a key counts as that key, unread.
			var how likeness
			name, how = d.unknown(n, f, parts)
			has := func(g field) bool { return g.name == name }
			if part, row = d.find(parts, name); how != sameMeaning || row < 0 || slices.ContainsFunc(n.fields, has) || slices.Contains(seen, name) {
				if seen = append(seen, f.name); how == nearby {
					seen = append(seen, name)
				}
				continue
			}
		}
		known++
		seen = append(seen, name)
		d.readField(f, part, row)
	}
	return seen, known
}

// readField reads the value of a key.
func (d *decoder) readField(f *field, part part, row int) {
	mark := d.enter(part.name(row))
	d.note(f.place())
	if f.value.shape == scalar && blank(f.value.text) {
		f.value = node{at: f.value.at, text: f.value.text}
	} else if f.value.shape == nothing {
		f.value.at = f.at
	}
	// A text that begins with "#" is there, although YAML does not see it; what reads the value says so.
	if f.value.shape == nothing && part.needs(row, d.kind) && !d.hidden(f) {
		d.problem("missing-key", "empty", f.at, part.name(row))
	}
	part.decode(d, row, &f.value)
	d.leave(mark)
}

// hidden reports whether the value of a key stands behind "#" and was probably meant as text.
func (d *decoder) hidden(f *field) bool {
	c, ok := d.scan.cuts[f.at.Start.Line]
	return ok && c.at == c.value
}

func (d *decoder) find(parts []part, name string) (part, int) {
	for _, p := range parts {
		if row := p.find(name, d.kind); row >= 0 {
			return p, row
		}
	}
	return nil, -1
}

// missing reports the required keys that were not written.
func (d *decoder) missing(at diag.Span, parts []part, seen []string) {
	for _, p := range parts {
		for i := range p.count() {
			if p.needs(i, d.kind) && !slices.Contains(seen, p.name(i)) {
				reason := ""
				if len(d.path) > 0 {
					reason = "inside"
				}
				d.problem("missing-key", reason, at, p.name(i), d.key())
			}
		}
	}
}

// maxGuesses is how often in one file the nearest word is looked for. Who mistypes more has another problem.
const maxGuesses = 100

// guess returns the candidate that was probably meant by a typed word.
func (d *decoder) guess(typed string, among []candidate) (string, likeness) {
	if d.guesses++; d.guesses > maxGuesses {
		return "", unlike
	}
	return nearest(typed, among)
}

// unknown reports a key that no part has. It returns the key that was probably meant, and how sure that is.
func (d *decoder) unknown(n *node, f *field, parts []part) (string, likeness) {
	var names []candidate
	for _, p := range parts {
		for i := range p.count() {
			if p.find(p.name(i), d.kind) == i {
				names = append(names, candidate{p.name(i), p.typings(i)})
			}
		}
	}
	top := len(d.path) == 0
	meant, how := d.guess(f.name, names)
	switch {
	case how == sameMeaning:
		d.typed(n, f, meant)
		return meant, how
	case top && d.catalog.kindsOf(f.name) != nil:
		en, vi := kindNames(d.catalog.kindsOf(f.name))
		d.problem("unknown-key", "other-kind", f.at, f.name, en, vi)
	case how == nearby:
		d.problem("unknown-key", "near", f.at, f.name, meant)
		return meant, how
	case top:
		d.problem("unknown-key", "", f.at, f.name)
	default:
		d.problem("unknown-key", "inside", f.at, f.name, d.key(), joinNames(names))
	}
	return "", unlike
}

// typed reports a key that is written in another way than it is called: Title, ngày. Beside the key itself it is there
// twice.
func (d *decoder) typed(n *node, f *field, meant string) {
	if i := slices.IndexFunc(n.fields, func(g field) bool { return g.name == meant }); i >= 0 {
		first, second := f, &n.fields[i]
		if second.at.Start.Offset < first.at.Start.Offset {
			first, second = second, first
		}
		d.problem("duplicate-key", "", second.at, meant, strconv.Itoa(first.at.Start.Line))
		return
	}
	p := d.problem("unknown-key", "typed", f.at, f.name, meant)
	if f.at.End.Offset > f.at.Start.Offset {
		p.Fix = edit(f.at.Start.Offset, f.at.End.Offset, meant)
	}
}
