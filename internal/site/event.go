package site

import (
	"cmp"
	"slices"

	"antq/internal/content"
)

// Event is something of a day: a conference, or a duty with those of other plans that equal it.
type Event struct {
	Date        content.Date // first day of the conference, last day of the duty; a month for a conference without a day
	First, Last content.Date // first and last day, as far as known; equal for one day
	Conference  *Entry
	Duty        *Duty
	// State is that of the duty at this time, which may be another one than its next; of several duties in one line the most
	// pressing. It is "" for a conference.
	State DutyState
	Done  *Entry     // what fulfilled Duty at this time; of all duties of the line see [DutyGroup.Standings]
	Group *DutyGroup // the duties that stand in this line; nil for a conference
}

func conferenceEvent(e *Entry) Event {
	w := e.Conference.When
	return Event{Date: w.Start, First: w.Start.First(), Last: lastDay(w), Conference: e}
}

func dutyEvent(d *Duty, o occasion) Event {
	return Event{Date: o.last, First: o.first, Last: o.last, Duty: d, State: o.state, Done: o.done}
}

// byDay orders events by their day; conferences come before duties.
func byDay(x, y Event) int {
	return cmp.Or(x.Date.Compare(y.Date), compareBool(x.Conference == nil, y.Conference == nil))
}

// eventList gathers events; equal duties of one day are folded, whatever has become of each.
type eventList struct {
	events []Event
	at     map[groupKey]int // places in events
}

func newEventList() eventList { return eventList{at: map[groupKey]int{}} }

func (l *eventList) conference(e *Entry) { l.events = append(l.events, conferenceEvent(e)) }

func (l *eventList) duty(d *Duty, o occasion) {
	key := groupKey{what: d.Task.What, owner: d.ownerRole(), text: d.Text, first: o.first, last: o.last}
	i, known := l.at[key]
	if !known {
		i = len(l.events)
		l.at[key] = i
		ev := dutyEvent(d, o)
		ev.Group = &DutyGroup{Duty: d, Owners: d.Owners}
		l.events = append(l.events, ev)
	}
	g := l.events[i].Group
	g.add(d, o.state, o.done)
	l.events[i].State = g.Standings[0].State
}

func (l *eventList) sorted() []Event {
	slices.SortStableFunc(l.events, byDay)
	return l.events
}

// conferences calls visit for every conference of the site, for the hub for those of all agencies.
func (s *Site) conferences(visit func(*Entry)) {
	for _, from := range append([]*Site{s}, s.Members...) {
		for _, e := range from.Entries {
			if e.Conference != nil && e.Conference.Conference != nil && e.Listed() {
				visit(e)
			}
		}
	}
}

// ahead returns what lies ahead, each duty with its next time only.
func (s *Site) ahead() []Event {
	list := newEventList()
	for _, d := range s.duties {
		if d.State != DutyDue || d.Done != nil || d.Last.IsZero() {
			continue
		}
		o := occasion{occurrence: occurrence{first: cmp.Or(d.First, d.Last), last: d.Last}, state: DutyDue}
		list.duty(d, o)
	}
	s.conferences(func(e *Entry) {
		if (e.State == StateConfirmed || e.State == StateTentative) && lastDay(e.Conference.When).Compare(s.All.Today) >= 0 {
			list.conference(e)
		}
	})
	return list.sorted()
}

// Upcoming returns the next n conferences and duties that have a day or month, the nearest first; for the hub those of all
// agencies. Equal duties are one event. A duty that a conference stands for is left out, and so is a conference without a day
// whose month is past.
func (s *Site) Upcoming(n int) []Event {
	var list []Event
	if s.calendar != nil {
		list = s.calendar.ahead
	} else {
		list = s.ahead()
	}
	return list[:min(n, len(list))]
}

// DueWithin returns the duties that fall due or begin between today and the day so many days later, in the order of their last
// days; for the hub those of all agencies. With 0 days it is what falls due
// today or runs today. A yearly one comes with each of its times. What is done or past is left out. With less than 0 days there
// is no limit, and each duty comes with its next time only. Equal duties are one event.
func (s *Site) DueWithin(days int) []Event {
	list := newEventList()
	today := s.All.Today
	end := today.AddDays(max(days, 0))
	for _, d := range s.duties {
		for _, o := range d.occasions(today.Year, max(end.Year, d.Last.Year)+1, today) {
			if o.state != DutyDue || o.last.Compare(today) < 0 || days >= 0 && o.first.Compare(end) > 0 {
				continue
			}
			list.duty(d, o)
			if days < 0 {
				break
			}
		}
	}
	return list.sorted()
}

// DaysLeft returns how many days are left of an event on a day: 0 on its last day, less when it is past. Built pages do not
// print it: they would differ every night, see [Calendar].
func (ev *Event) DaysLeft(today content.Date) int {
	const day = 24 * 60 * 60
	return int((ev.Last.First().Time().Unix() - today.First().Time().Unix()) / day)
}
