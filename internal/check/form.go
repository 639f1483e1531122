package check

import (
	"strings"

	"antq/internal/content"
	"antq/internal/diag"
	"antq/internal/viet"
)

// form examines the administrative form (NĐ 30/2020, Phụ lục I): number, date, legal bases, recipients, the mark at the end,
// numbering, attachments and tasks.
func (r *Rules) form(s *sheet, list *diag.List) {
	a := administrative(s.doc)
	if a != nil {
		s.numberForm(a, list)
		s.dateForm(a, list)
		s.taskForm(a, list)
		s.deadlines(a, list)
	}
	s.attachments(a, list)
	s.citedNumbers(list)
	s.numbering(list)
	s.headings(list)
	if s.quiet {
		return
	}
	if a != nil {
		s.basesForm(list)
		s.recipientsForm(a, list)
		s.endMark(a, list)
	}
	s.writtenDates(list)
}

// administrative returns the keys of an administrative document, or nil for a page that is none: news, and notices and
// commendations without number and type.
func administrative(doc *content.Document) *content.Administrative {
	switch m := doc.Meta.(type) {
	case *content.Plan:
		return &m.Administrative
	case *content.Legal:
		return &m.Administrative
	case *content.Commendation:
		return ifNumbered(&m.Administrative)
	case *content.Notice:
		return ifNumbered(&m.Administrative)
	}
	return nil
}

func ifNumbered(a *content.Administrative) *content.Administrative {
	if a.Number == "" && a.Symbol == "" && a.Type == "" {
		return nil
	}
	return a
}

// typeOf returns the type of a document: as typed, else that of its kind.
func typeOf(doc *content.Document, a *content.Administrative) (viet.DocType, bool) {
	name := a.Type
	if name == "" && doc.Kind == content.KindPlan {
		name = "Kế hoạch"
	}
	return viet.TypeByName(name)
}

// key returns the place of the first of some keys that was written.
func (s *sheet) key(names ...string) diag.Span { return firstKey(s.doc, names...) }

// refused reports whether a key has a value that could not be read; content has said what is wrong with it.
func (s *sheet) refused(name string) bool {
	at, ok := s.doc.Keys[name]
	if !ok || at.End.Offset > len(s.src) || at.End.Offset < at.Start.Offset {
		return false
	}
	typed := strings.Trim(string(s.src[at.Start.Offset:at.End.Offset]), `"' `)
	return typed != "" && typed != name // a key without a value has its own place
}

// report adds a problem at a key of front matter.
func (s *sheet) report(list *diag.List, code, reason string, at diag.Span, args ...string) *diag.Problem {
	list.Add(diag.New(code, reason, s.file, at, args...))
	all := list.All()
	return &all[len(all)-1]
}

// severe makes a problem an error where the document says that it is issued: then nothing of it may be open any more.
func severe(p *diag.Problem, a *content.Administrative) {
	if a.Status == "issued" {
		p.Severity = diag.Error
	}
}
