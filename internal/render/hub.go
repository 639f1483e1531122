package render

import (
	"cmp"
	"slices"

	"antq/internal/content"
	"antq/internal/site"
)

// Hub is the page over all agencies.
type Hub struct {
	Base
	Lead     string
	Body     Body
	Agencies []AgencyCard
	Next     []Upcoming
	Newest   []Card
	Shared   []RegisterRow // documents of outside organs that the agencies cite
}

func (v *Hub) encode(e *encoder) {
	v.Base.encode(e)
	e.text(v.Lead)
	v.Body.encode(e)
	each(e, v.Agencies)
	each(e, v.Next)
	each(e, v.Newest)
	each(e, v.Shared)
}

// AgencyCard is an agency on the hub.
type AgencyCard struct {
	Name, Href, Description, Superior string
	Documents                         int // how many documents it has published
	Newest                            Date
}

func (a *AgencyCard) encode(e *encoder) {
	e.text(a.Name, a.Href, a.Description, a.Superior)
	e.number(a.Documents)
	a.Newest.encode(e)
}

// sharedOnHub is how many shared documents the hub lists; the register holds them all.
const sharedOnHub = 20

func (m *maker) hub() view {
	s := m.page.Site
	v := &Hub{Base: m.base(), Lead: description(s.Doc), Body: m.siteBody()}
	v.Description = cmp.Or(v.Description, v.Lead)
	all := slices.Clone(s.Entries)
	for _, a := range s.Members {
		v.Agencies = append(v.Agencies, m.agencyCard(a))
		// A shared document stands in each agency that cites it; the hub's own entry is enough here.
		for _, e := range a.Entries {
			if !e.Shared && !m.ahead(e) {
				all = append(all, e)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *site.Entry) int { return b.Date.Compare(a.Date) })
	v.Next = m.upcoming(homeNext)
	v.Newest = m.newest(all, hubNewest, 0)
	for _, e := range s.Entries {
		if e.Kind == content.KindDocument && len(v.Shared) < sharedOnHub {
			v.Shared = append(v.Shared, m.registerRow(e))
		}
	}
	return v
}

func (m *maker) agencyCard(a *site.Site) AgencyCard {
	c := AgencyCard{Name: a.Name, Description: description(a.Doc)}
	for _, p := range a.Pages {
		if p.Layout == home {
			c.Href = m.href(p, "")
			break
		}
	}
	if a.Agency != nil {
		c.Superior = a.Agency.Parent.Name
	}
	for _, e := range a.Entries {
		if e.Shared {
			continue
		}
		if c.Documents++; c.Newest.ISO == "" && !m.ahead(e) {
			c.Newest = date(e.Date)
		}
	}
	return c
}

// ahead reports whether an entry is dated in the future, as a conference that is yet to be held: it is no news.
func (m *maker) ahead(e *site.Entry) bool {
	all := m.page.Site.All
	return all != nil && e.Date.First().Compare(all.Today) > 0
}

// description returns what a profile says of itself in one or two sentences.
func description(d *content.Document) string {
	if d == nil {
		return ""
	}
	return d.Common.Description
}
