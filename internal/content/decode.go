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
	seen := d.read(n, parts)
	seen = append(seen, lost...)
	d.missing(n.at, parts, seen)
}

// read reads the keys of a map and returns their names.
func (d *decoder) read(n *node, parts []part) []string {
	seen := make([]string, 0, len(n.fields))
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
			// A key whose meaning is plain is read all the same, so that it is not reported as missing too.
			name = d.unknown(n, f, parts)
			has := func(g field) bool { return g.name == name }
			if part, row = d.find(parts, name); row < 0 || slices.ContainsFunc(n.fields, has) || slices.Contains(seen, name) {
				seen = append(seen, f.name)
				continue
			}
		}
		seen = append(seen, name)
		d.readField(f, part, row)
	}
	return seen
}

// readField reads the value of a key.
func (d *decoder) readField(f *field, part part, row int) {
	mark := d.enter(part.name(row))
	d.note(f.place())
	if f.value.shape == nothing {
		f.value.at = f.at
		if part.needs(row, d.kind) {
			d.problem("missing-key", "empty", f.at, part.name(row))
		}
	}
	part.decode(d, row, &f.value)
	d.leave(mark)
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

// unknown reports a key that no part has, with the key that was probably meant. It returns that key if there is no doubt.
func (d *decoder) unknown(n *node, f *field, parts []part) string {
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
		p := d.problem("unknown-key", "typed", f.at, f.name, meant)
		there := slices.ContainsFunc(n.fields, func(g field) bool { return g.name == meant })
		if !there && f.at.End.Offset > f.at.Start.Offset {
			p.Fix = edit(f.at.Start.Offset, f.at.End.Offset, meant)
		}
		return meant
	case top && d.catalog.kindsOf(f.name) != nil:
		en, vi := kindNames(d.catalog.kindsOf(f.name))
		d.problem("unknown-key", "other-kind", f.at, f.name, en, vi)
	case how == nearby:
		d.problem("unknown-key", "near", f.at, f.name, meant)
	case top:
		d.problem("unknown-key", "", f.at, f.name)
	default:
		d.problem("unknown-key", "inside", f.at, f.name, d.key(), joinNames(names))
	}
	return ""
}
