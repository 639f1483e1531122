package render

import (
	"antq/internal/site"
)

// Section is one page of a section's list.
type Section struct {
	Base
	Kind string // "plan", "story" …
	List List
	Body Body // the introduction of _section.md, on the first page
}

// Unit is the page of a unit: its head, tasks and documents.
type Unit struct {
	Base
	Name, Head string
	Above      *Link
	Below      []Link
	Tasks      []Task
	List       List
}

// Tag is one page of the documents on a topic.
type Tag struct {
	Base
	List List
}

// Year is one page of the documents of a year.
type Year struct {
	Base
	Year  int
	List  List
	Years []YearLink
}

// YearLink leads to a year.
type YearLink struct {
	Year    int
	Href    string
	Count   int
	Current bool
}

func (v *Section) encode(e *encoder) {
	v.Base.encode(e)
	e.text(v.Kind)
	v.List.encode(e)
	v.Body.encode(e)
}

func (v *Unit) encode(e *encoder) {
	v.Base.encode(e)
	e.text(v.Name, v.Head)
	maybe(e, v.Above)
	each(e, v.Below)
	each(e, v.Tasks)
	v.List.encode(e)
}

func (v *Tag) encode(e *encoder) { v.Base.encode(e); v.List.encode(e) }

func (v *Year) encode(e *encoder) {
	v.Base.encode(e)
	e.number(v.Year)
	v.List.encode(e)
	each(e, v.Years)
}

func (y *YearLink) encode(e *encoder) {
	e.number(y.Year, y.Count)
	e.text(y.Href)
	e.bool(y.Current)
}

func (m *maker) section() view {
	v := &Section{Base: m.base(), List: m.list()}
	l := m.page.List
	if l == nil || l.Section == nil {
		return v
	}
	v.Kind = l.Section.Kind.String()
	if v.Description == "" {
		v.Description = l.Section.Description
	}
	if l.Number <= 1 && l.Section.Doc != nil {
		v.Body = m.body(l.Section.Doc, l.Section.Links, l.Section.Abbreviations)
	}
	return v
}

func (m *maker) unitPage() view {
	v := &Unit{Base: m.base(), List: m.list()}
	l := m.page.List
	if l == nil || l.Unit == nil {
		return v
	}
	u := l.Unit
	v.Name, v.Head, v.Above = u.Name, u.Head, m.unit(u.Above)
	for _, b := range u.Below {
		v.Below = append(v.Below, *m.unit(b))
	}
	if l.Number <= 1 {
		v.Tasks = m.tasks(u.Duties)
	}
	return v
}

func (m *maker) tag() view { return &Tag{m.base(), m.list()} }

func (m *maker) year() view {
	v := &Year{Base: m.base(), List: m.list()}
	for _, y := range m.page.Site.Years {
		if y.Page == nil {
			continue
		}
		v.Years = append(v.Years, YearLink{Year: y.Year, Href: m.href(y.Page, ""), Count: len(y.Entries), Current: m.onYear(y)})
	}
	if l := m.page.List; l != nil && l.Year != nil {
		v.Year = l.Year.Year
	}
	return v
}

func (m *maker) onYear(y *site.Year) bool {
	l := m.page.List
	return l != nil && l.Year != nil && l.Year.Year == y.Year
}
