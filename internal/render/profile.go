package render

import "cmp"

// About is the introduction of the agency: its tasks and structure (NĐ 42/2022, Điều 4), its name in English (Điều 7).
type About struct {
	Base
	Body                        Body
	EnglishName, EnglishAddress string
	Board                       []BoardMember
	Units                       []UnitLine
}

// Contacts is the page with addresses, the contact officer and the hotlines.
type Contacts struct {
	Base
	EnglishName, EnglishAddress string
}

// Glossary explains abbreviations and the right terms.
type Glossary struct {
	Base
	Abbreviations []Abbreviation
	Terms         []Term
}

// BoardMember is a member of the Ban Chỉ đạo.
type BoardMember struct{ Role, Name, Position string }

// UnitLine is a unit with its head.
type UnitLine struct {
	Unit  Link
	Head  string
	Above string
}

// Term is a form to avoid and the one to use.
type Term struct{ Wrong, Right, Note string }

func (v *About) encode(e *encoder) {
	v.Base.encode(e)
	v.Body.encode(e)
	e.text(v.EnglishName, v.EnglishAddress)
	each(e, v.Board)
	each(e, v.Units)
}

func (v *Contacts) encode(e *encoder) { v.Base.encode(e); e.text(v.EnglishName, v.EnglishAddress) }

func (v *Glossary) encode(e *encoder) {
	v.Base.encode(e)
	each(e, v.Abbreviations)
	each(e, v.Terms)
}

func (b *BoardMember) encode(e *encoder) { e.text(b.Role, b.Name, b.Position) }
func (u *UnitLine) encode(e *encoder)    { u.Unit.encode(e); e.text(u.Head, u.Above) }
func (t *Term) encode(e *encoder)        { e.text(t.Wrong, t.Right, t.Note) }

func (m *maker) about() view {
	s := m.page.Site
	v := &About{Base: m.base(), Body: m.siteBody()}
	v.Description = cmp.Or(v.Description, description(s.Doc))
	if a := s.Agency; a != nil {
		v.EnglishName, v.EnglishAddress = a.En.Name, a.En.Address
		for _, b := range a.Board {
			v.Board = append(v.Board, BoardMember(b))
		}
	}
	for _, u := range s.Units {
		line := UnitLine{Unit: *m.unit(u), Head: u.Head}
		if u.Above != nil {
			line.Above = u.Above.Name
		}
		v.Units = append(v.Units, line)
	}
	return v
}

// siteBody is the text of _agency.md or _campaign.md.
func (m *maker) siteBody() Body {
	s := m.page.Site
	return m.body(s.Doc, s.Links, s.Abbreviations)
}

func (m *maker) contacts() view {
	v := &Contacts{Base: m.base()}
	if a := m.page.Site.Agency; a != nil {
		v.EnglishName, v.EnglishAddress = a.En.Name, a.En.Address
	}
	return v
}

// glossary shows the abbreviations of the agency and the campaign, where the agency's own meaning counts, and the campaign's
// terms.
func (m *maker) glossary() view {
	s := m.page.Site
	v := &Glossary{Base: m.base(), Abbreviations: abbreviations(s.Glossary())}
	if s.All != nil && s.All.Campaign != nil {
		for _, t := range s.All.Campaign.Terms {
			v.Terms = append(v.Terms, Term(t))
		}
	}
	return v
}

// SiteMap leads to every part of the site.
type SiteMap struct {
	Base
	Sections []SectionLink
	Pages    []Link // free and generated pages
	Units    []Link
	Topics   []Link
	Years    []YearLink
}

// SectionLink leads to a section.
type SectionLink struct {
	Title, Href string
	Count       int
}

// NotFound is shown by the server for an address that does not exist; its links are absolute.
type NotFound struct {
	Base
	Sections []SectionLink
}

func (v *SiteMap) encode(e *encoder) {
	v.Base.encode(e)
	each(e, v.Sections)
	each(e, v.Pages)
	each(e, v.Units)
	each(e, v.Topics)
	each(e, v.Years)
}

func (s *SectionLink) encode(e *encoder) { e.text(s.Title, s.Href); e.number(s.Count) }

func (v *NotFound) encode(e *encoder) { v.Base.encode(e); each(e, v.Sections) }

func (m *maker) siteMap() view {
	s := m.page.Site
	v := &SiteMap{Base: m.base(), Sections: m.sections()}
	for _, p := range s.Pages {
		switch p.Layout {
		case "page", "about", "contact", "accessibility", "glossary", "calendar", "search":
			v.Pages = append(v.Pages, Link{Text: p.Title, Href: m.href(p, "")})
		}
	}
	for _, u := range s.Units {
		v.Units = append(v.Units, *m.unit(u))
	}
	v.Topics = linked(m.topics(s.Tags))
	for _, y := range s.Years {
		if y.Page != nil {
			v.Years = append(v.Years, YearLink{Year: y.Year, Href: m.href(y.Page, ""), Count: len(y.Entries)})
		}
	}
	return v
}

func (m *maker) sections() []SectionLink {
	var ls []SectionLink
	for _, s := range m.page.Site.Sections {
		ls = append(ls, SectionLink{Title: s.Title, Href: m.href(s.Page, ""), Count: len(s.Entries)})
	}
	return ls
}

func (m *maker) notFound() view { return &NotFound{m.base(), m.sections()} }
