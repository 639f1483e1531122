package site

import (
	"strconv"

	"antq/internal/diag"
)

// maxProblems is how many errors of one source are listed, and how many warnings and notes beside them. A file with thousands
// of broken links needs one look, not thousands of lines.
const maxProblems = 300

// spot is where something is said: a stretch of a file of the content, by default of the source that says it. The rows of a
// table belong to a source, but stand in a file of their own.
type spot struct {
	diag.Span
	file string // below content/; "" for the file of the source
}

// span returns the place of a front matter key.
func (s *source) span(key string) spot { return spot{Span: s.doc.At(key)} }

// ofHonouree returns the place of a key of an honouree: in the table that lists them, else in the front matter.
func (s *source) ofHonouree(i int, key string) spot {
	if s.refs.table == "" {
		return s.span("honourees." + strconv.Itoa(i) + "." + key)
	}
	return spot{diag.Span{Start: diag.Pos{Line: s.refs.honourees[i].Line, Column: 1}}, s.refs.table}
}

// fileOf returns the file of a place as the editor knows it.
func (s *source) fileOf(at spot) string {
	if at.file != "" {
		return sourceFile(at.file)
	}
	return sourceFile(s.doc.Path)
}

// text names the place for a sentence about another one: "content/so-xay-dung/guong-tot/x.md:7".
func (s *source) text(at spot) string {
	name := s.fileOf(at)
	if at.Start.Line > 0 {
		name += ":" + strconv.Itoa(at.Start.Line)
	}
	return name
}

// report adds a problem at a front matter key of a source. What is wrong in a draft is only a note: nobody sees it yet.
func (m *maker) report(s *source, key, code, reason string, args ...string) {
	m.reportAt(s, s.span(key), code, reason, args...)
}

// reportAt is report for a place that is known.
func (m *maker) reportAt(s *source, at spot, code, reason string, args ...string) {
	p := diag.New(code, reason, s.fileOf(at), at.Span, args...)
	if s.held == HeldDraft {
		p.Severity = diag.Note
	}
	count := &s.remarks
	if p.Severity == diag.Error {
		count = &s.errors
	}
	if *count++; *count <= maxProblems {
		m.problems.Add(p)
		return
	}
	if s.unlisted++; s.unlisted == 1 {
		s.firstUnlisted = at
	}
}

// closeReports says of each source how many of its problems were left out, at the first of them.
func (m *maker) closeReports() {
	for _, s := range m.sources {
		if s.unlisted > 0 {
			m.problems.Add(diag.New("too-many-problems", "", s.fileOf(s.firstUnlisted), s.firstUnlisted.Span, strconv.Itoa(s.unlisted)))
		}
	}
}

// reportFile adds a problem of a file that is not Markdown.
func (m *maker) reportFile(a *asset, code, reason string, args ...string) {
	m.problems.Add(diag.New(code, reason, sourceFile(a.Path), diag.Span{}, args...))
}

// sourceFile returns the path of a content file as the editor knows it.
func sourceFile(path string) string { return "content/" + path }
