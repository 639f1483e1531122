package render

import (
	"antq/internal/site"
)

// Upcoming is a conference or the deadline of a task that lies ahead.
type Upcoming struct {
	Title, Href string
	Deadline    bool // else a conference
	Date        Date
	Tentative   bool   // the day is not settled
	Note        string // when a deadline ends as printed, or the note on a conference's time
	Place       string
	Owners      []Link
	Agency      string // whose it is, on the hub
	Count       int    // how many plans set the same duty for the same day
}

func (u *Upcoming) encode(e *encoder) {
	e.text(u.Title, u.Href, u.Note, u.Place, u.Agency)
	e.bool(u.Deadline, u.Tentative)
	u.Date.encode(e)
	each(e, u.Owners)
	e.number(u.Count)
}

// upcoming lists what lies ahead of the site, the nearest first, at most n. Duties that read alike are one line: unit plans
// repeat those of the plan above them.
func (m *maker) upcoming(n int) []Upcoming {
	var us []Upcoming
	for _, ev := range m.page.Site.Upcoming(8 * n) {
		if ev.Conference != nil {
			us = append(us, m.meeting(ev.Conference))
		} else if u := m.deadline(ev.Duty); !foldInto(us, &u) {
			us = append(us, u)
		}
	}
	return us[:min(n, len(us))]
}

// foldInto counts a deadline at the one that reads like it, if there is one.
func foldInto(us []Upcoming, u *Upcoming) bool {
	for i := range us {
		if us[i].Deadline && us[i].Title == u.Title && us[i].Date == u.Date && us[i].Agency == u.Agency {
			us[i].Count++
			return true
		}
	}
	return false
}

// meeting shows a conference that is not held yet.
func (m *maker) meeting(en *site.Entry) Upcoming {
	card := m.card(en)
	when := en.Conference.When
	return Upcoming{
		Title: card.Title, Href: card.Href, Date: date(when.Start), Tentative: en.State != site.StateConfirmed, Note: when.Note,
		Place: en.Conference.Where.Name, Agency: card.Agency, Count: 1,
	}
}

func (m *maker) deadline(d *site.Duty) Upcoming {
	t := m.task(d)
	u := Upcoming{Title: t.What, Href: t.Plan.Href, Deadline: true, Date: t.Last, Note: t.Time, Owners: t.Owners, Count: 1}
	if d.Entry != nil && d.Entry.Site != m.page.Site {
		u.Agency = m.card(d.Entry).Agency
	}
	return u
}
