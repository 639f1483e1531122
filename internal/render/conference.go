package render

import (
	"antq/internal/content"
	"antq/internal/site"
)

// Conference is the page of a meeting. Its state is one of tentative, confirmed, held, postponed and cancelled.
type Conference struct {
	Base
	Article
	Event     Event
	Attendees []Group
	Agenda    []AgendaItem
}

func (c *Conference) encode(e *encoder) {
	c.Base.encode(e)
	c.Article.encode(e)
	c.Event.encode(e)
	each(e, c.Attendees)
	each(e, c.Agenda)
}

// Event is when and where a conference is held, and by whom.
type Event struct {
	Format               string // launch, training, interim-review, final-review, signing, other
	State                string
	Start, End           Date   // a Start without a day is tentative
	SameDay              bool   // the End is on the day of the Start and has a clock: only that is shown
	Was                  Date   // the earlier day of a postponed one
	Moved                bool   // the Start is the new day, in place of Was
	When                 string // note on the time
	Place, Room, Address string
	Host                 string
	With                 []string
	Plan                 *Link // the plan it carries out
	Report               *Link // once held
	Contact              *Contact
}

func (v *Event) encode(e *encoder) {
	e.text(v.Format, v.State, v.When, v.Place, v.Room, v.Address, v.Host)
	e.bool(v.SameDay, v.Moved)
	v.Start.encode(e)
	v.End.encode(e)
	v.Was.encode(e)
	e.texts(v.With)
	maybe(e, v.Plan)
	maybe(e, v.Report)
	maybe(e, v.Contact)
}

// Group is a group of those invited.
type Group struct {
	Name Text
	Who  []Text
}

func (g *Group) encode(e *encoder) { g.Name.encode(e); each(e, g.Who) }

// AgendaItem is a point of the agenda; Time is "08:15", "08:15-09:30" or "".
type AgendaItem struct {
	Time     string
	Item, By Text
	Doc      *Link
}

func (a *AgendaItem) encode(e *encoder) {
	e.text(a.Time)
	a.Item.encode(e)
	a.By.encode(e)
	maybe(e, a.Doc)
}

func (m *maker) conference() view {
	v := &Conference{Base: m.base(), Article: m.article()}
	en := m.page.Entry
	if en.Conference == nil || v.Withdrawn != nil {
		return v
	}
	v.Event = m.event(en)
	if !v.Body.shows("agenda", en, en.Links) {
		v.Agenda = m.agenda(en.Conference.Agenda)
	}
	if !v.Body.shows("attendees", en, en.Links) {
		v.Attendees = m.groups(en.Conference.Attendees)
	}
	return v
}

func (m *maker) event(en *site.Entry) Event {
	c := en.Conference
	v := Event{State: string(en.State), Plan: m.optional(c.Of), Report: m.entry(c.Report)}
	if d := c.Conference; d != nil {
		v.Format, v.Host, v.With, v.Contact = d.Format, d.Host, d.With, contact(d.Contact)
		v.Start, v.End, v.Was, v.When = date(d.When.Start), date(d.When.End), date(d.When.Was), d.When.Note
		v.SameDay = v.End.Clock != "" && v.End.Words == v.Start.Words
		v.Moved = moved(en)
		v.Place, v.Room, v.Address = d.Where.Name, d.Where.Room, d.Where.Address
	}
	return v
}

// moved reports whether a conference has a day in the place of an earlier one.
func moved(en *site.Entry) bool {
	w := en.Conference.When
	stands := en.State == site.StateConfirmed || en.State == site.StateHeld
	return stands && !w.Was.IsZero() && w.Was.First() != w.Start.First()
}

func (m *maker) groups(as []content.Attendees) []Group {
	var gs []Group
	for _, a := range as {
		gs = append(gs, Group{Name: m.text(a.Group), Who: m.texts(a.Who)})
	}
	return gs
}

func (m *maker) agenda(as []site.AgendaItem) []AgendaItem {
	var vs []AgendaItem
	for _, a := range as {
		vs = append(vs, AgendaItem{Time: a.Time, Item: m.text(a.Item), By: m.text(a.By), Doc: m.optional(a.Doc)})
	}
	return vs
}
