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
	Tentative   bool   // the day is not settled
	State       string // a site.DutyState of a deadline, a site.State of a conference
	Note        string // when a deadline ends as printed, or the note on a conference's time
	Place       string
	Owners      []Link
	EachUnit    bool   // each unit owns the duty of its own plan
	Agency      string // whose it is, on the hub
	Plan        string // the document that sets a duty
	Others      int    // how many further documents set the same duty for the same day
	OthersKind  string // "kế hoạch" or "văn bản"
	Agencies    int    // of how many agencies those documents are, where of several
	Result      *Link  // what fulfilled a duty
}

func (u *Upcoming) encode(e *encoder) {
	e.text(u.Title, u.Href, u.State, u.Note, u.Place, u.Agency, u.Plan, u.OthersKind)
	e.bool(u.Deadline, u.Tentative, u.EachUnit)
	u.Date.encode(e)
	u.End.encode(e)
	each(e, u.Owners)
	e.number(u.Others, u.Agencies)
	maybe(e, u.Result)
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
	u := Upcoming{Title: t.What, Href: t.Plan.Href, Deadline: true, Date: date(ev.Last), State: string(ev.State), Note: t.Time, Owners: t.Owners}
	u.Others, u.OthersKind, u.Agencies, u.EachUnit = others(ev.Group)
	if u.EachUnit {
		u.Owners = nil
	}
	if u.Others == 0 && reported(ev) {
		u.Result = t.Done
	}
	if en := ev.Duty.Entry; en != nil {
		u.Plan = cmp.Or(en.ShortTitle, en.Title)
		if en.Site != m.page.Site && u.Agencies == 0 {
			u.Agency = m.card(en).Agency
		}
	}
	return u
}

// reported reports whether what fulfilled a duty did so at the time of the event: of a duty that comes several times a year, only
// the document of its last time is known.
func reported(ev *site.Event) bool {
	return ev.State == site.DutyDone && ev.Duty.State == site.DutyDone && ev.Last == ev.Duty.Last
}

// meeting shows a conference.
func (m *maker) meeting(en *site.Entry) Upcoming {
	card := m.card(en)
	when := en.Conference.When
	u := Upcoming{
		Title: card.Title, Href: card.Href, Date: date(when.Start), Note: when.Note, State: string(en.State),
		Tentative: en.State == site.StateTentative, Place: en.Conference.Where.Name, Agency: card.Agency,
	}
	if when.End.Full() && when.End.First() != when.Start.First() {
		u.End = date(when.End.First())
	}
	return u
}
