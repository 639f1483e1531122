package content

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/adrg/frontmatter"
	"github.com/goccy/go-yaml/ast"

	"antq/internal/diag"
)

// run reads the front matter into the parts of a document.
func (d *decoder) run(front found, parts []part) {
	d.block = front.block
	d.scan = newLineScan(d.file, d.block)
	if !d.bounded(front.open) {
		return
	}
	text := d.scan.run()
	lost := d.scan.lost
	top := node{shape: mapping, at: front.open}
	body, bad := cutAndParse(text)
	switch {
	case bad != nil:
		var more []string
		top.fields, more = d.sections(text, *bad)
		d.top(&top, parts, append(lost, more...))
		d.flowText(&top)
	case body == nil && d.scan.loose: // only text: which key it was meant for is not known
	case body == nil:
		d.top(&top, parts, lost)
	default:
		r := &treeReader{frontBlock: d.block, list: &d.list, file: d.file}
		whole := r.node(body)
		if whole.shape != mapping {
			d.problem("yaml-syntax", "no-key", whole.at)
			break
		}
		top.fields = whole.fields
		d.top(&top, parts, lost)
		d.flowText(&top)
	}
	d.list.Add(d.scan.problems...)
}

// top reads the keys at the top. lost are those that are there but could not be read.
func (d *decoder) top(n *node, parts []part, lost []string) {
	d.fields(n, parts, lost)
	if d.kind != KindCommendation {
		return
	}
	// A commendation is dated by its decision or by its posting.
	for _, key := range [...]string{"date", "issued"} {
		empty := func(f field) bool { return f.name == key && f.value.shape == nothing }
		if _, ok := d.keys[key]; ok && !slices.ContainsFunc(n.fields, empty) || slices.Contains(lost, key) {
			return
		}
	}
	d.problem("missing-key", "", n.at, "date", "")
}

// bounded refuses front matter that is too large to be parsed in reasonable time.
func (d *decoder) bounded(at diag.Span) bool {
	size := d.block.starts[d.block.lines()] - d.block.starts[0]
	switch {
	case size > maxBlock:
		d.problem("front-matter-too-large", "", at, sizeText(size), sizeText(maxBlock))
	case d.block.lines() > maxLines:
		d.problem("front-matter-too-large", "lines", at)
	default:
		return true
	}
	return false
}

// cutAndParse gives the text, between marks, to the front matter library and reads what that cuts out as YAML.
func cutAndParse(text []byte) (ast.Node, *fault) {
	var body ast.Node
	var bad *fault
	format := frontmatter.NewFormat(mark, mark, func(data []byte, _ any) error {
		body, bad = parseYAML(data)
		return nil
	})
	marks := mark + "\n"
	if len(text) > 0 && text[len(text)-1] != '\n' {
		text = append(bytes.Clone(text), '\n')
	}
	whole := io.MultiReader(bytes.NewReader([]byte(marks)), bytes.NewReader(text), bytes.NewReader([]byte(marks)))
	if _, err := frontmatter.MustParse(whole, nil, format); err != nil {
		return nil, &fault{message: err.Error(), line: 1, column: 1}
	}
	return body, bad
}

// maxFaults is how many keys that YAML cannot read are reported one by one.
const maxFaults = 30

// sections reads each key at the top by itself, so that a fault in one does not hide the others. It returns the fields
// that could be read and the names of the keys that could not.
func (d *decoder) sections(text []byte, whole fault) (fields []field, lost []string) {
	lines := bytes.SplitAfter(text, []byte("\n"))
	faults := 0
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && !startsKey(lines[to]) {
			to++
		}
		part := bytes.Join(lines[from:to], nil)
		body, bad := cutAndParse(part)
		if bad == nil && body != nil {
			r := &treeReader{frontBlock: d.block, base: from, list: &d.list, file: d.file}
			if n := r.node(body); n.shape == mapping {
				fields = append(fields, n.fields...)
			} else {
				bad = &fault{message: "no key", line: 1, column: 1}
			}
		}
		if bad != nil {
			if key, _, ok := bytes.Cut(lines[from], []byte(":")); ok {
				lost = append(lost, string(key))
			}
			if faults++; faults <= maxFaults {
				d.syntax(from, *bad)
			}
		}
		from = to
	}
	if faults == 0 {
		d.syntax(0, whole)
	}
	return fields, lost
}

// startsKey reports whether a line begins a key at the top.
func startsKey(line []byte) bool {
	return len(line) > 0 && bytes.IndexByte([]byte(" \t\r\n-#]}"), line[0]) < 0
}

// syntax reports what the YAML library says about text that begins after base lines of the block.
func (d *decoder) syntax(base int, f fault) {
	at := diag.Span{Start: d.block.pos(base+f.line, f.column)}
	reason := ""
	var args []string
	for _, m := range syntaxMessages {
		if strings.Contains(f.message, m.part) {
			reason = m.reason
			break
		}
	}
	switch reason {
	case "quote", "bracket":
		c := d.block.src[min(at.Start.Offset, len(d.block.src)-1)]
		if strings.IndexByte("\"'[]{}", c) < 0 {
			reason = ""
			break
		}
		args = []string{string(c)}
	case "tab":
		d.problem("tab-indent", "", at)
		return
	}
	d.problem("yaml-syntax", reason, at, args...)
}

// syntaxMessages name the fault behind a message of the YAML library in the terms of the table of codes.
var syntaxMessages = []struct{ part, reason string }{
	{"could not find end character", "quote"},
	{"escape character", "escape"},
	{"must be specified", "bracket"},
	{"sequence end token", "bracket"},
	{"flow map", "bracket"},
	{"tab character", "tab"},
	{"character '\t'", "tab"},
	{"no key", "no-key"},
	{"map key", "key"},
}
