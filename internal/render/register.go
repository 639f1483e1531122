package render

import (
	"strings"

	"antq/internal/site"
)

// Register is the list of documents with the columns of NĐ 42/2022, Điều 4: type, issuer, number, day of issue and of
// effect, abstract, file.
type Register struct {
	Base
	RegisterTable
	Body Body // the introduction of _section.md
}

// RegisterYear is the register of one year.
type RegisterYear struct {
	Base
	RegisterTable
	Year int
}

// RegisterPart is the register of one type of document, of one unit, or of what no year has.
type RegisterPart struct {
	Base
	RegisterTable
	Unit *Link // the page of the unit; nil for other parts and where it has none
}

// RegisterTable is one page of rows with the parts of the register to choose from.
type RegisterTable struct {
	Rows   []RegisterRow
	Total  int // documents of the part, on all its pages
	Filter RegisterFilter
	Pager  Pager
	Data   OpenData
}

// RegisterRow is a document in the register.
type RegisterRow struct {
	Type, Number, Title, Href string
	Unnumbered                bool   // the number is not given yet; Number may still hold the symbol
	Planned                   bool   // not issued yet
	Issuers                   string // joint issuers separated by commas
	Issued, Effective         Date
	State                     string
	File                      *File
	SourceURL                 string
}

func (v *Register) encode(e *encoder) {
	v.Base.encode(e)
	v.RegisterTable.encode(e)
	v.Body.encode(e)
}

func (v *RegisterYear) encode(e *encoder) {
	v.Base.encode(e)
	v.RegisterTable.encode(e)
	e.number(v.Year)
}

func (v *RegisterPart) encode(e *encoder) {
	v.Base.encode(e)
	v.RegisterTable.encode(e)
	maybe(e, v.Unit)
}

func (t *RegisterTable) encode(e *encoder) {
	each(e, t.Rows)
	e.number(t.Total)
	t.Filter.encode(e)
	t.Pager.encode(e)
	t.Data.encode(e)
}

func (r *RegisterRow) encode(e *encoder) {
	e.text(r.Type, r.Number, r.Title, r.Href, r.Issuers, r.State, r.SourceURL)
	e.bool(r.Unnumbered, r.Planned)
	r.Issued.encode(e)
	r.Effective.encode(e)
	maybe(e, r.File)
}

func (m *maker) register() view {
	v := &Register{Base: m.base(), RegisterTable: m.registerTable()}
	if l := m.page.List; l != nil && l.Section != nil && l.Section.Doc != nil && l.Number <= 1 {
		v.Body = m.body(l.Section.Doc, l.Section.Links, l.Section.Abbreviations)
	}
	return v
}

func (m *maker) registerYear() view {
	v := &RegisterYear{Base: m.base(), RegisterTable: m.registerTable()}
	if l := m.page.List; l != nil && l.Year != nil {
		v.Year = l.Year.Year
	}
	return v
}

func (m *maker) registerPart() view {
	v := &RegisterPart{Base: m.base(), RegisterTable: m.registerTable()}
	if l := m.page.List; l != nil && l.Part != nil {
		v.Unit = m.unit(l.Part.Unit)
		if v.Unit != nil && v.Unit.Href == "" {
			v.Unit = nil
		}
	}
	return v
}

func (m *maker) registerTable() RegisterTable {
	t := RegisterTable{Data: m.openData(), Filter: m.registerFilter()}
	if l := m.page.List; l != nil {
		t.Total, t.Pager = l.Total, m.pager()
		for _, e := range l.Entries {
			t.Rows = append(t.Rows, m.registerRow(e))
		}
	}
	return t
}

func (m *maker) registerRow(en *site.Entry) RegisterRow {
	r := RegisterRow{Type: label(en), Title: en.Title, Href: m.href(en.Page, ""), State: string(en.State), Issued: date(en.Date), Planned: planned(en)}
	if a := en.Admin; a != nil {
		r.Unnumbered = a.Number == "" || strings.HasPrefix(a.Number, "/")
		r.Number, r.Issuers = number(a.Number), strings.Join(a.Issuers, ", ")
		if a.Administrative != nil {
			r.Issued, r.Effective = date(a.Issued), date(a.Effective)
		}
		if en.State != site.StateWithdrawn {
			r.File = m.download(a.File, "")
		}
	}
	if en.IsDraft && en.State != site.StateWithdrawn {
		r.State = string(site.StateUnsigned)
	}
	if en.State != site.StateWithdrawn {
		r.SourceURL = outside(en.Doc.Common.SourceURL)
	}
	return r
}
