package render

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"antq/internal/content"
	"antq/internal/site"
)

// Calendar is the page of conferences and duties: what is overdue, what comes in which month, what has no settled day, and
// what is done.
type Calendar struct {
	Base
	Today    Date
	Overdue  []Task
	Months   []CalendarMonth
	Unsure   []Upcoming // conferences whose day is not settled
	Ongoing  []Task
	OnEvent  []Task
	Later    []Task // to be announced, or no time given
	Done     []Task
	Meetings []Card // conferences held, newest first
}

// CalendarMonth holds what falls into a month, by day.
type CalendarMonth struct {
	ISO, Title string // "2026-11", "Tháng 11 năm 2026"
	Meetings   []Upcoming
	Tasks      []Task
}

func (v *Calendar) encode(e *encoder) {
	v.Base.encode(e)
	v.Today.encode(e)
	each(e, v.Overdue)
	each(e, v.Months)
	each(e, v.Unsure)
	each(e, v.Ongoing)
	each(e, v.OnEvent)
	each(e, v.Later)
	each(e, v.Done)
	each(e, v.Meetings)
}

func (c *CalendarMonth) encode(e *encoder) {
	e.text(c.ISO, c.Title)
	each(e, c.Meetings)
	each(e, c.Tasks)
}

func (m *maker) calendar() view {
	s := m.page.Site
	v := &Calendar{Base: m.base()}
	if s.All != nil {
		v.Today = date(s.All.Today)
	}
	months := make(monthList)
	for _, from := range append([]*site.Site{s}, s.Members...) {
		for _, en := range from.Entries {
			if en.Conference != nil && en.Conference.Conference != nil && en.Listed() {
				m.addMeeting(v, months, en)
			}
		}
	}
	for _, d := range s.Duties() {
		m.addDuty(v, months, d)
	}
	v.Overdue, v.Ongoing, v.OnEvent = fold(v.Overdue), fold(v.Ongoing), fold(v.OnEvent)
	v.Later, v.Done = fold(v.Later), fold(v.Done)
	v.Months = months.sorted()
	return v
}

func (m *maker) addMeeting(v *Calendar, months monthList, en *site.Entry) {
	switch en.State {
	case site.StateHeld:
		v.Meetings = append(v.Meetings, m.card(en))
	case site.StateTentative, site.StatePostponed:
		v.Unsure = append(v.Unsure, m.meeting(en))
	case site.StateConfirmed:
		month := months.at(en.Conference.When.Start)
		month.Meetings = append(month.Meetings, m.meeting(en))
	}
}

// addDuty puts a duty where it belongs. A conference that is to fulfil a duty stands for it.
func (m *maker) addDuty(v *Calendar, months monthList, d *site.Duty) {
	into := &v.Later
	switch d.State {
	case site.DutyDue:
		if d.Done != nil {
			return
		}
		if !d.Last.IsZero() {
			into = &months.at(d.Last).Tasks
		}
	case site.DutyOverdue:
		into = &v.Overdue
	case site.DutyOngoing:
		into = &v.Ongoing
	case site.DutyOnEvent:
		into = &v.OnEvent
	case site.DutyDone:
		into = &v.Done
	}
	*into = append(*into, m.task(d))
}

// monthList holds months by "2026-11".
type monthList map[string]*CalendarMonth

// at returns the month of a day.
func (l monthList) at(d content.Date) *CalendarMonth {
	key := fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	if l[key] == nil {
		l[key] = &CalendarMonth{ISO: key, Title: fmt.Sprintf("Tháng %d năm %d", d.Month, d.Year)}
	}
	return l[key]
}

func (l monthList) sorted() []CalendarMonth {
	var ms []CalendarMonth
	for _, key := range slices.Sorted(maps.Keys(l)) {
		month := *l[key]
		slices.SortStableFunc(month.Meetings, func(a, b Upcoming) int { return cmp.Compare(a.Date.ISO, b.Date.ISO) })
		month.Tasks = fold(month.Tasks)
		ms = append(ms, month)
	}
	return ms
}

// fold makes one line of duties that read alike and end on the same day, as unit plans repeat those of the plan above.
func fold(ts []Task) []Task {
	type key struct{ what, time, last string }
	at := make(map[key]int)
	var folded []Task
	for _, t := range ts {
		k := key{t.What, t.Time, t.Last.ISO}
		if i, known := at[k]; known {
			folded[i].Count++
			continue
		}
		at[k] = len(folded)
		t.Count = 1
		folded = append(folded, t)
	}
	return folded
}
