package render

import (
	"errors"
	"html/template"
	"regexp"
	"strings"

	"antq/internal/diag"
)

// fault reports what the template packages said about a file, in a sentence of our own for what happens often.
func (p *parser) fault(file string, err error) {
	where, line, column, text := locate(err)
	if where == "" {
		where = file
	}
	f := fault{reason: "", at: -1, args: []string{text}}
	if unsafe := (*template.Error)(nil); errors.As(err, &unsafe) {
		if unsafe.Line > 0 && line == 0 {
			line = unsafe.Line
		}
		if name, _, _ := strings.Cut(unsafe.Name, "$"); p.sources[name] != "" { // what stands behind $ is a context
			where = name
		}
		where, f = p.unsafe(where, unsafe)
	} else if found := syntaxFault(p.sources[where], line, text); found.reason != "" {
		f = found
	}
	at := diag.Span{Start: diag.Pos{Line: line, Column: p.codePoints(where, line, column)}}
	switch {
	case f.at >= 0:
		at = p.place(where, f.at)
	case line > 0 && column == 0:
		at = p.place(where, firstAction(p.sources[where], line))
	}
	p.report(where, "layout-error", f.reason, at, f.args...)
}

// fault is what is wrong in a layout and where: a byte of its source, or -1.
type fault struct {
	reason string
	at     int
	args   []string
}

var unknownFunction = regexp.MustCompile(`^function "([^"]+)" not defined`)

// syntaxFault finds what text/template complained about. No reason means that it is none of the frequent ones.
func syntaxFault(src string, line int, text string) fault {
	all := actions(src)
	open, stray := unclosedBlock(all)
	f := fault{at: -1, args: []string{text}}
	name := unknownFunction.FindStringSubmatch(text)
	switch {
	case name != nil:
		f.reason, f.args = "function", []string{name[1]}
		f.at = wordAt(src, all, line, name[1])
	case strings.HasPrefix(text, "unexpected {{end}}"), strings.HasPrefix(text, "unexpected {{else"):
		f.reason = "stray-end"
		if stray != nil {
			f.at, f.args = stray.start, []string{stray.word}
		} else {
			f.reason = ""
		}
	case strings.HasPrefix(text, "unexpected EOF") && open != nil:
		f.reason, f.at, f.args = "no-end", open.start, []string{open.word}
	case strings.Contains(text, "unterminated") && !strings.Contains(text, "comment"):
		for _, a := range all {
			if a.quote >= 0 {
				f.reason, f.at = "quote", a.quote
				break
			}
		}
	default: // whatever the package stumbled over, an action that is not closed comes first
		for _, a := range all {
			if !a.closed && a.quote < 0 {
				f.reason, f.at = "unclosed", a.start
				break
			}
		}
	}
	return f
}

// unsafe finds the layout and the place that html/template could not make safe. For a tag that is left open it names the page
// only, although a part may be to blame.
func (p *parser) unsafe(where string, e *template.Error) (string, fault) {
	f := fault{reason: "unsafe", at: -1, args: []string{e.Description}}
	switch e.ErrorCode {
	case template.ErrEndContext, template.ErrOutputContext, template.ErrBadHTML, template.ErrPartialEscape, template.ErrBranchEnd:
		for _, name := range append([]string{where}, p.calls(where)...) {
			if at := openTag(p.sources[name]); at >= 0 {
				return name, fault{reason: "open-tag", at: at}
			}
		}
	}
	switch e.ErrorCode {
	case template.ErrEndContext:
		f.reason, f.args = "open-tag", nil
	case template.ErrBranchEnd:
		f.reason, f.args = "branches", nil
	}
	return where, f
}

// calls lists the parts that a layout shows, with those that they show.
func (p *parser) calls(name string) []string {
	var names []string
	seen := map[string]bool{name: true}
	for queue := []string{name}; len(queue) > 0; queue = queue[1:] {
		for _, a := range actions(p.sources[queue[0]]) {
			if a.word == "template" && !seen[a.name] && p.sources[a.name] != "" {
				seen[a.name] = true
				names, queue = append(names, a.name), append(queue, a.name)
			}
		}
	}
	return names
}

// firstAction returns where the first action of a line begins, else the line.
func firstAction(src string, line int) int {
	start := lineStart(src, line)
	for _, a := range actions(src) {
		if a.start >= start {
			if a.start < start+lineLength(src[start:]) {
				return a.start
			}
			break
		}
	}
	return start
}

// wordAt returns where a word stands in the actions of a line, or -1.
func wordAt(src string, all []action, line int, word string) int {
	start := lineStart(src, line)
	whole := regexp.MustCompile(`(^|[^\w.$])` + regexp.QuoteMeta(word) + `\b`)
	for _, a := range all {
		if a.end <= start {
			continue
		}
		if m := whole.FindStringSubmatchIndex(src[a.start:a.end]); m != nil {
			return a.start + m[3]
		}
	}
	return -1
}

func lineStart(src string, line int) int {
	at := 0
	for ; line > 1; line-- {
		i := strings.IndexByte(src[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
	}
	return at
}
