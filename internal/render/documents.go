package render

import (
	"cmp"

	"antq/internal/content"
	"antq/internal/site"
)

// Plan is the page of a kế hoạch.
type Plan struct {
	Base
	Article
}

// Document is the page of an administrative document of any type.
type Document struct {
	Base
	Article
}

// Notice is the page of news or of a thông báo.
type Notice struct {
	Base
	Article
}

// Page is a free page.
type Page struct {
	Base
	Article
}

// Story is the page of a good example.
type Story struct {
	Base
	Article
	Name, Position string // whom it is about
	Collective     bool
	Deed, Field    string
	Period         string // in words
	Quote, QuoteBy string
	Award          *Link
}

// Model is the page of a mô hình.
type Model struct {
	Base
	Article
	Started  Date
	Ended    bool
	Decision *Link
	Results  string
}

// Commendation is the page of a decision to reward.
type Commendation struct {
	Base
	Article
	Year      int
	Level     string // agency, province, ministry, central
	Form      string
	Proposed  bool // not decided yet
	Honourees []HonoureeGroup
	Stories   []Card
}

// Material is the page of something to publicise with.
type Material struct {
	Base
	Article
	Audience string
	Format   string // leaflet, slides, poster, audio, video, text
	Files    []File
}

func (v *Plan) encode(e *encoder)     { v.Base.encode(e); v.Article.encode(e) }
func (v *Document) encode(e *encoder) { v.Base.encode(e); v.Article.encode(e) }
func (v *Notice) encode(e *encoder)   { v.Base.encode(e); v.Article.encode(e) }
func (v *Page) encode(e *encoder)     { v.Base.encode(e); v.Article.encode(e) }

func (v *Story) encode(e *encoder) {
	v.Base.encode(e)
	v.Article.encode(e)
	e.text(v.Name, v.Position, v.Deed, v.Field, v.Period, v.Quote, v.QuoteBy)
	e.bool(v.Collective)
	maybe(e, v.Award)
}

func (v *Model) encode(e *encoder) {
	v.Base.encode(e)
	v.Article.encode(e)
	v.Started.encode(e)
	e.bool(v.Ended)
	maybe(e, v.Decision)
	e.text(v.Results)
}

func (v *Commendation) encode(e *encoder) {
	v.Base.encode(e)
	v.Article.encode(e)
	e.number(v.Year)
	e.text(v.Level, v.Form)
	e.bool(v.Proposed)
	each(e, v.Honourees)
	each(e, v.Stories)
}

func (v *Material) encode(e *encoder) {
	v.Base.encode(e)
	v.Article.encode(e)
	e.text(v.Audience, v.Format)
	each(e, v.Files)
}

func (m *maker) plan() view     { return &Plan{m.base(), m.article()} }
func (m *maker) document() view { return &Document{m.base(), m.article()} }
func (m *maker) notice() view   { return &Notice{m.base(), m.article()} }
func (m *maker) freePage() view { return &Page{m.base(), m.article()} }

func (m *maker) story() view {
	v := &Story{Base: m.base(), Article: m.article()}
	d, ok := m.page.Entry.Doc.Meta.(*content.Story)
	if !ok || v.Withdrawn != nil {
		return v
	}
	v.Name, v.Position, v.Collective = d.Subject.Name, d.Subject.Position, d.Subject.Type == "collective"
	v.Deed, v.Field, v.Period = d.Deed, d.Field, d.Period.Words()
	if d.Quote != nil {
		v.Quote, v.QuoteBy = d.Quote.Text, d.Quote.By
	}
	if a := m.page.Entry.Award; a != nil {
		v.Award = m.optional(&site.Target{Entry: a, Page: a.Page, Text: a.Title})
	}
	return v
}

func (m *maker) model() view {
	v := &Model{Base: m.base(), Article: m.article()}
	d, ok := m.page.Entry.Doc.Meta.(*content.Model)
	if !ok || v.Withdrawn != nil {
		return v
	}
	v.Started, v.Ended, v.Results = date(d.Started), d.Status == "ended", d.Results
	v.Decision = m.optional(m.page.Entry.Decision)
	return v
}

func (m *maker) commendation() view {
	v := &Commendation{Base: m.base(), Article: m.article()}
	en := m.page.Entry
	d, ok := en.Doc.Meta.(*content.Commendation)
	if !ok || v.Withdrawn != nil {
		return v
	}
	v.Year, v.Level, v.Form, v.Proposed = d.Year, d.Level, d.Form, d.Award == "proposed"
	if !v.Body.shows("honourees", en, en.Links) {
		v.Honourees = m.honourees(en)
	}
	v.Stories = m.cards(en.Stories)
	return v
}

func (m *maker) material() view {
	v := &Material{Base: m.base(), Article: m.article()}
	d, ok := m.page.Entry.Doc.Meta.(*content.Material)
	if !ok || v.Withdrawn != nil {
		return v
	}
	v.Audience, v.Format = d.Audience, d.Format
	v.Files = m.attachments(m.page.Entry.MaterialFiles)
	for i := range v.Files {
		v.Files[i].Title = cmp.Or(v.Files[i].Title, v.Files[i].Download)
	}
	return v
}
