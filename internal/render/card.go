package render

import (
	"cmp"

	"antq/internal/content"
	"antq/internal/site"
)

// Card is a document in a list.
type Card struct {
	Title, Href string
	Label       string // its kind or type: "Kế hoạch", "Quyết định"
	Number      string // number and symbol of an administrative document
	Date        Date   // of a conference the day on which it is held
	Planned     bool   // the day is not settled: "dự kiến"
	Description string
	State       string // a site.State
	Unit        string
	Agency      string // whose it is, where a list mixes agencies
	Image       *Picture
}

func (c *Card) encode(e *encoder) {
	e.text(c.Title, c.Href, c.Label, c.Number, c.Description, c.State, c.Unit, c.Agency)
	e.bool(c.Planned)
	c.Date.encode(e)
	maybe(e, c.Image)
}

func (m *maker) card(e *site.Entry) Card {
	c := Card{
		Title: e.Title, Href: m.href(e.Page, ""), Label: label(e), Date: date(e.Date), Description: e.Description,
		State: string(e.State), Image: m.picture(e.Image),
	}
	if e.Admin != nil {
		c.Number = number(e.Admin.Number)
	}
	if e.Unit != nil {
		c.Unit = e.Unit.Name
	}
	if e.Site != nil && e.Site != m.page.Site {
		c.Agency = cmp.Or(e.Site.ShortName, e.Site.Name)
	}
	if e.Conference != nil {
		c.Date = Date{}
		if d := e.Conference.Conference; d != nil && e.State != site.StateWithdrawn {
			c.Date, c.Planned = date(d.When.Start), e.State == site.StateTentative
			c.Date.Clock = ""
		}
	}
	if e.IsDraft && e.State != site.StateWithdrawn {
		c.State = string(site.StateUnsigned)
	}
	c.Planned = c.Planned || planned(e)
	if e.State == site.StateWithdrawn {
		c.Description, c.Image = "", nil
	}
	return c
}

// planned reports whether a document is yet to be issued, so that its day is only what is intended.
func planned(e *site.Entry) bool {
	return e.Admin != nil && (e.IsDraft || e.State == site.StateUnsigned || e.State == site.StateExpected)
}

func (m *maker) cards(es []*site.Entry) []Card {
	cs := make([]Card, 0, len(es))
	for _, e := range es {
		cs = append(cs, m.card(e))
	}
	return cs
}

// label names what a document is: its type where it has one, else its kind.
func label(e *site.Entry) string {
	if e.Admin != nil && e.Admin.TypeName != "" {
		return e.Admin.TypeName
	}
	if n, ok := e.Doc.Meta.(*content.Notice); ok && n.Format == "notice" {
		return "Thông báo"
	} else if ok {
		return "Tin tức"
	}
	return e.Kind.Label()
}

// List is one page of a list of documents.
type List struct {
	Cards []Card
	Total int // documents on all pages
	Pager Pager
}

func (l *List) encode(e *encoder) {
	each(e, l.Cards)
	e.number(l.Total)
	l.Pager.encode(e)
}

func (m *maker) list() List {
	l := m.page.List
	if l == nil {
		return List{}
	}
	return List{Cards: m.cards(l.Entries), Total: l.Total, Pager: m.pager()}
}

// Pager leads through the pages of a list. Of is 0 or 1 for a list on one page.
type Pager struct {
	Number, Of        int
	First, Prev, Next string // addresses; "" at the ends
}

func (p *Pager) encode(e *encoder) {
	e.number(p.Number, p.Of)
	e.text(p.First, p.Prev, p.Next)
}

func (m *maker) pager() Pager {
	l := m.page.List
	p := Pager{Number: l.Number, Of: l.Of, Prev: m.href(l.Prev, ""), Next: m.href(l.Next, "")}
	if l.Number > 2 {
		p.First = m.href(l.First, "")
	}
	return p
}
