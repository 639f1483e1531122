// Package diag is how every room of antq tells a person what is wrong.
//
// A step of the pipeline returns its value and a [List] of problems; a Go error is kept for the disk, the network and
// broken invariants. A [Problem] is data: a code (a word such as "unknown-key"), a place, and arguments. Its text in
// English and Vietnamese comes from one table by code, so that no room writes sentences of its own and a test can prove
// that each code speaks both languages.
package diag

import (
	"cmp"
	"slices"
	"strings"
)

// Severity says what a problem stops.
type Severity uint8

// Note informs, Warning should be mended before the public sees it, Error stops the build.
const (
	Note Severity = iota + 1
	Warning
	Error
)

// String returns the word used in every output format: "note", "warning" or "error".
func (s Severity) String() string {
	switch s {
	case Note:
		return "note"
	case Warning:
		return "warning"
	case Error:
		return "error"
	}
	return "unknown"
}

// Pos is a place in a source file. Line and Column count from 1, columns in code points; Offset is the byte offset in the
// file as it is on disk (a byte order mark counts). The zero Pos means the file as a whole.
type Pos struct{ Line, Column, Offset int }

// Span is a stretch of a source file, End exclusive. A zero End means that only the start is known.
type Span struct{ Start, End Pos }

// Edit replaces the bytes [Start, End) of the file by Text.
type Edit struct {
	Start, End int
	Text       string
}

// Fix is a safe correction. Its title is the problem's hint; edits do not overlap and are sorted by Start.
type Fix struct{ Edits []Edit }

// Problem is one thing that is wrong, at one place.
type Problem struct {
	Code     string   // a word of the table of codes
	Reason   string   // which of the code's sentences applies; empty for the plain one
	Severity Severity // from the table, unless set
	File     string   // slash-separated path as the editor knows it, below the site's folder ("content/…", "layouts/…")
	Start    Pos
	End      Pos
	Excerpt  string   // the source line without its line end; empty where unknown, always empty for leak codes
	Args     []string // fill {0}, {1} … of the sentence and of the hint
	Fix      *Fix
}

// New returns the problem of a code at a span; reason may be empty. The severity comes from the table of codes.
func New(code, reason, file string, at Span, args ...string) Problem {
	return Problem{Code: code, Reason: reason, Severity: row(code, reason).Severity, File: file, Start: at.Start, End: at.End, Args: args}
}

// Lang is a language antq speaks: "en" or "vi".
type Lang string

// The languages of messages.
const (
	English    Lang = "en"
	Vietnamese Lang = "vi"
)

// Message returns the sentence that says what is wrong, without place and without final full stop.
func (p Problem) Message(lang Lang) string {
	r := row(p.Code, p.Reason)
	if lang == Vietnamese {
		return fill(r.Vi, p.Args)
	}
	return fill(r.En, p.Args)
}

// Hint returns the sentence that says how to mend it, or "" if the table has none.
func (p Problem) Hint(lang Lang) string {
	r := row(p.Code, p.Reason)
	if lang == Vietnamese {
		return fill(r.HintVi, p.Args)
	}
	return fill(r.HintEn, p.Args)
}

// fill puts args into the places {0} … {9} of a sentence. What an argument holds is never read as a place.
func fill(s string, args []string) string {
	if !strings.Contains(s, "{") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '{' && i+2 < len(s) && s[i+2] == '}' && s[i+1] >= '0' && s[i+1] <= '9' {
			if k := int(s[i+1] - '0'); k < len(args) {
				b.WriteString(args[k])
			}
			i += 2
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// List collects problems. The zero value is an empty list.
type List struct{ items []Problem }

// Add appends problems.
func (l *List) Add(p ...Problem) { l.items = append(l.items, p...) }

// Merge appends all problems of another list.
func (l *List) Merge(o List) { l.items = append(l.items, o.items...) }

// Len returns how many problems there are.
func (l List) Len() int { return len(l.items) }

// All returns the problems in their present order. The caller must not change them.
func (l List) All() []Problem { return l.items }

// Count returns how many problems have the severity.
func (l List) Count(s Severity) int {
	n := 0
	for i := range l.items {
		if l.items[i].Severity == s {
			n++
		}
	}
	return n
}

// HasErrors reports whether any problem is an error.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l.items, func(p Problem) bool { return p.Severity == Error })
}

// Sort orders the problems by file, line, column, code and arguments, and drops repetitions of the same one.
func (l *List) Sort() {
	slices.SortStableFunc(l.items, compare)
	l.items = slices.CompactFunc(l.items, func(a, b Problem) bool { return compare(a, b) == 0 })
}

func compare(a, b Problem) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Start.Line, b.Start.Line),
		cmp.Compare(a.Start.Column, b.Start.Column),
		cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Reason, b.Reason),
		slices.Compare(a.Args, b.Args),
	)
}

// FillExcerpts gives each problem with a line but without an excerpt its source line. line returns line n (from 1) of a
// file without its line end, or "" if there is none. Codes that must not be echoed stay without.
func (l *List) FillExcerpts(line func(file string, n int) string) {
	for i := range l.items {
		p := &l.items[i]
		if p.Excerpt == "" && p.Start.Line > 0 && !row(p.Code, p.Reason).Silent {
			p.Excerpt = line(p.File, p.Start.Line)
		}
	}
}
