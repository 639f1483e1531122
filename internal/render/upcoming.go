package render

import (
	"cmp"

	"antq/internal/site"
)

// Upcoming is a conference or the deadline of a task: ahead, or on the page of its month.
type Upcoming struct {
	Title, Href string
	Deadline    bool   // else a conference
	Date        Date   // first day of a conference, last day of a duty
	End         Date   // last day of a conference of several days
	Was         Date   // the earlier day of a conference that has a new one
	Tentative   bool   // the day is not settled
	State       string // a site.DutyState of a deadline, a site.State of a conference
	Note        string // when a deadline ends as printed, or the note on a conference's time
	Place       string
	Owners      []Party
	EachUnit    bool   // each unit owns the duty of its own plan
	Agency      string // whose it is, on the hub
	Plan        string // the document that sets a duty
	Others      int    // how many further documents set the same duty for the same day
	OthersKind  string // "kế hoạch" or "văn bản"
	Agencies    int    // of how many agencies those documents are, where of several
	Result      *Link  // what fulfilled a duty at this time, where one document sets it
	// Standings divides a duty that several documents set by where it stands, if not all stand in one state or some have a result.
	// State is "" where not all stand in one.
	Standings []Standing
}

func (u *Upcoming) encode(e *encoder) {
	e.text(u.Title, u.Href, u.State, u.Note, u.Place, u.Agency, u.Plan, u.OthersKind)
	e.bool(u.Deadline, u.Tentative, u.EachUnit)
	u.Date.encode(e)
	u.End.encode(e)
	u.Was.encode(e)
	each(e, u.Owners)
	e.number(u.Others, u.Agencies)
	maybe(e, u.Result)
	each(e, u.Standings)
}

// upcoming lists what lies ahead of the site, the nearest first, at most n.
func (m *maker) upcoming(n int) []Upcoming {
	var us []Upcoming
	for _, ev := range m.page.Site.Upcoming(n) {
		us = append(us, m.happening(&ev))
	}
	return us
}

// happening shows a conference or the deadline of a duty.
func (m *maker) happening(ev *site.Event) Upcoming {
	if ev.Conference != nil {
		return m.meeting(ev.Conference)
	}
	t := m.task(ev.Duty)
	u := Upcoming{Title: ev.Duty.Task.What, Href: t.Plan.Href, Deadline: true, Date: date(ev.Last), State: string(ev.State), Note: t.Time, Owners: t.Owners}
	u.Others, u.OthersKind, u.Agencies, u.EachUnit = others(ev.Group)
	if u.EachUnit {
		u.Owners = nil
	}
	switch g := ev.Group; {
	case u.Others == 0:
		u.Result = m.entry(ev.Done)
	case len(g.Standings) > 1:
		u.State, u.Standings = "", m.standings(g)
	case len(g.Standings[0].Done) > 0:
		u.Standings = m.standings(g)
	}
	if en := ev.Duty.Entry; en != nil {
		u.Plan = cmp.Or(en.ShortTitle, en.Title)
		if en.Site != m.page.Site && u.Agencies == 0 {
			u.Agency = m.card(en).Agency
		}
	}
	return u
}

// meeting shows a conference.
func (m *maker) meeting(en *site.Entry) Upcoming {
	card := m.card(en)
	when := en.Conference.When
	u := Upcoming{
		Title: card.Title, Href: card.Href, Date: date(when.Start), Note: when.Note, State: string(en.State),
		Tentative: en.State == site.StateTentative, Place: en.Conference.Where.Name, Agency: card.Agency,
	}
	if moved(en) {
		u.Was = date(when.Was)
	}
	if when.End.Full() && when.End.First() != when.Start.First() {
		u.End = date(when.End.First())
	}
	return u
}

// Standing is those of the equal duties in one line that stand in one state.
type Standing struct {
	State       string // a site.DutyState
	Count       int    // how many documents set them
	Kind        string // what is counted: "kế hoạch", "văn bản" or, where each unit owns its own, "đơn vị"
	Plans       []Link // the first of those documents; where each unit owns its own, the units
	MorePlans   int    // how many are left out
	Results     []Link // what fulfilled them, the first
	MoreResults bool   // there may be further ones
}

func (s *Standing) encode(e *encoder) {
	e.text(s.State, s.Kind)
	e.number(s.Count, s.MorePlans)
	each(e, s.Plans)
	each(e, s.Results)
	e.bool(s.MoreResults)
}

func (m *maker) standings(g *site.DutyGroup) []Standing {
	_, kind, _, eachUnit := others(g)
	if eachUnit {
		kind = "đơn vị"
	}
	var list []Standing
	for _, from := range g.Standings {
		s := Standing{State: string(from.State), Count: from.Count, Kind: kind, MorePlans: from.Count - len(from.Plans)}
		for _, plan := range from.Plans {
			s.Plans = append(s.Plans, m.setter(g, plan))
		}
		for _, done := range from.Done {
			s.Results = append(s.Results, *m.entry(done))
		}
		s.MoreResults = s.MorePlans > 0 && len(from.Done) > 0
		list = append(list, s)
	}
	return list
}

// setter links to a document that sets a duty of a line: by the name of its unit where each unit owns its own, and with its agency
// on the hub.
func (m *maker) setter(g *site.DutyGroup, plan *site.Entry) Link {
	text := cmp.Or(plan.ShortTitle, plan.Title)
	if g.EachUnit && plan.Unit != nil {
		text = cmp.Or(plan.Unit.ShortName, plan.Unit.Name)
	}
	if plan.Site != m.page.Site {
		text += " (" + plan.Site.ShortName + ")"
	}
	return Link{Text: text, Href: m.href(plan.Page, "")}
}
