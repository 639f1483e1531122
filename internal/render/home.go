package render

import (
	"cmp"

	"antq/internal/content"
	"antq/internal/site"
)

// Home is the home page of an agency.
type Home struct {
	Base
	Lead    string
	Plan    *Card // the plan in force, else the newest that is not issued yet
	Next    []Upcoming
	Stories []Card
	Models  []Card
	Rewards []Card
	Notices []Card
	// Addresses of the sections those lists are cut from; "" where there is no such section.
	PlansPage, StoriesPage, ModelsPage, RewardsPage, NoticesPage string
	Units                                                        []Link
}

func (v *Home) encode(e *encoder) {
	v.Base.encode(e)
	e.text(v.Lead, v.PlansPage, v.StoriesPage, v.ModelsPage, v.RewardsPage, v.NoticesPage)
	maybe(e, v.Plan)
	each(e, v.Next)
	each(e, v.Stories)
	each(e, v.Models)
	each(e, v.Rewards)
	each(e, v.Notices)
	each(e, v.Units)
}

// How many entries the lists of a home page hold.
const (
	homeNext    = 6
	homeStories = 6
	homeOthers  = 4
	hubNewest   = 12
)

func (m *maker) home() view {
	s := m.page.Site
	v := &Home{Base: m.base(), Lead: description(s.Doc), Next: m.upcoming(homeNext)}
	v.Description = cmp.Or(v.Description, v.Lead)
	if p := s.PlanInForce(); p != nil {
		c := m.card(p)
		v.Plan = &c
	}
	for _, part := range []struct {
		kind  content.Kind
		n     int
		cards *[]Card
		page  *string
	}{
		{content.KindPlan, 0, nil, &v.PlansPage},
		{content.KindStory, homeStories, &v.Stories, &v.StoriesPage},
		{content.KindModel, homeOthers, &v.Models, &v.ModelsPage},
		{content.KindCommendation, homeOthers, &v.Rewards, &v.RewardsPage},
		{content.KindNotice, homeOthers, &v.Notices, &v.NoticesPage},
	} {
		if part.cards != nil {
			*part.cards = m.newest(s.Entries, part.n, part.kind)
		}
		for _, sec := range s.Sections {
			if sec.Kind == part.kind {
				*part.page = m.href(sec.Page, "")
			}
		}
	}
	for _, u := range s.Units {
		v.Units = append(v.Units, *m.unit(u))
	}
	return v
}

// newest returns cards of the first n documents of a kind (any kind for 0) that are current.
func (m *maker) newest(es []*site.Entry, n int, kind content.Kind) []Card {
	var cs []Card
	for _, e := range es {
		if len(cs) == n {
			break
		}
		if (kind == 0 || e.Kind == kind) && e.Listed() {
			cs = append(cs, m.card(e))
		}
	}
	return cs
}
