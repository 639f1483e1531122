package site

import (
	"fmt"
	"slices"

	"antq/internal/content"
)

// Calendar is what a site has to say about time: conferences and duties, ahead and behind. Equal duties stand in one line, and
// every list has a limit, so that the page stays small however many plans there are; the pages of the months hold all that has
// a day.
//
// No page prints how many days are left: it would have to be built anew every night. The last day is printed, and a calendar
// changes only on the days that [Sites.NextChange] names.
type Calendar struct {
	Next          []Event          // what lies ahead, the nearest first, at most 30
	NextMore      int              // how many events ahead are left out
	Months        []*CalendarMonth // those with something, the earliest first
	Recurring     DutyList         // what comes again each year, at its next time, with where each stands this time
	Ongoing       DutyList         // also what begins on a day that lies ahead and has no end
	OnEvent       DutyList
	ToBeAnnounced DutyList
	NotSet        DutyList // no time given
	Overdue       DutyList // each at the oldest time it was missed, also one that is due again
	Done          DutyList // of this year, if yearly
	Tentative     []*Entry // conferences without a day, the nearest first; also those whose month is past
	Postponed     []*Entry
	Held          []*Entry // conferences held, the newest first, at most 20
	HeldMore      int      // how many are left out

	ahead []Event
}

// CalendarMonth is a month with its page.
type CalendarMonth struct {
	Year, Month int
	Title       string  // "Tháng 11 năm 2026"
	ISO         string  // "2026-11"
	Page        *Page   // nil only if an old address of the editor's is in its way, which is an error
	Events      []Event // in the order of days
	Prev, Next  *CalendarMonth
}

// The limits of a calendar: events ahead and conferences held on the first page; how many months ahead yearly duties are
// unfolded, and how many months ahead anything has a page.
const (
	calendarNext    = 30
	calendarHeld    = 20
	unfoldedMonths  = 12
	calendarHorizon = 24
)

// Calendar returns the calendar of the site, for the hub that of all agencies. It is empty, but never nil, for a site that New
// has not made.
func (s *Site) Calendar() *Calendar {
	if s.calendar == nil {
		return &Calendar{}
	}
	return s.calendar
}

// makeCalendar makes the calendar and the pages of its months.
func (b *builder) makeCalendar() {
	c := &Calendar{ahead: b.site.ahead()}
	n := min(len(c.ahead), calendarNext)
	c.Next, c.NextMore = c.ahead[:n:n], len(c.ahead)-n
	b.listDuties(c)
	b.listConferences(c)
	b.makeMonths(c)
	b.site.calendar = c
}

// listDuties divides the duties by where they stand.
func (b *builder) listDuties(c *Calendar) {
	by := map[DutyState][]*Duty{}
	var yearly, overdue []*Duty
	standing := map[*Duty]DutyState{}
	for _, d := range b.site.duties {
		list := d.State
		if list == DutyAhead {
			list = DutyOngoing
			if d.Task.When == string(DutyOnEvent) {
				list = DutyOnEvent
			}
		}
		by[list] = append(by[list], d)
		if next := d.next(b.today); next != nil {
			yearly = append(yearly, next)
			standing[next] = d.State
		}
		if !d.Missed.IsZero() {
			overdue = append(overdue, d.overdue())
		}
	}
	for _, list := range []struct {
		to    *DutyList
		state DutyState
	}{
		{&c.Ongoing, DutyOngoing}, {&c.OnEvent, DutyOnEvent}, {&c.ToBeAnnounced, DutyLater}, {&c.NotSet, DutyNoTime},
		{&c.Done, DutyDone},
	} {
		*list.to = newDutyList(FoldDuties(by[list.state]))
	}
	slices.SortStableFunc(yearly, soonestFirst)
	c.Recurring = newDutyList(foldRecurring(yearly, standing))
	slices.SortStableFunc(overdue, soonestFirst)
	c.Overdue = newDutyList(FoldDuties(overdue))
}

// listConferences divides the conferences by their states.
func (b *builder) listConferences(c *Calendar) {
	b.site.conferences(func(e *Entry) {
		switch e.State {
		case StateTentative:
			c.Tentative = append(c.Tentative, e)
		case StatePostponed:
			c.Postponed = append(c.Postponed, e)
		case StateHeld:
			c.Held = append(c.Held, e)
		}
	})
	start := func(x, y *Entry) int { return x.Conference.When.Start.Compare(y.Conference.When.Start) }
	slices.SortStableFunc(c.Tentative, start)
	slices.SortStableFunc(c.Postponed, start)
	slices.SortStableFunc(c.Held, func(x, y *Entry) int { return start(y, x) })
	n := min(len(c.Held), calendarHeld)
	c.Held, c.HeldMore = c.Held[:n:n], len(c.Held)-n
}

// makeMonths makes the months that have something, with their pages. Yearly duties are unfolded from the beginning of this
// year to the month twelve months ahead.
func (b *builder) makeMonths(c *Calendar) {
	list := newEventList()
	yearly, others := b.horizon(unfoldedMonths), b.horizon(calendarHorizon)
	b.site.conferences(func(e *Entry) {
		start := e.Conference.When.Start
		switch e.State {
		case StateConfirmed, StateHeld:
		case StateTentative:
			if start.Month == 0 || lastDay(e.Conference.When).Compare(b.today) < 0 {
				return
			}
		default:
			return
		}
		if b.within(others, start) {
			list.conference(e)
		}
	})
	for _, d := range b.site.duties {
		end := others
		if d.unfolds() {
			end = yearly
		}
		for _, o := range b.unfold(d) {
			if !o.replaced && b.within(end, o.last) {
				list.duty(d, o)
			}
		}
	}
	c.divide(list.sorted())
	b.makeMonthPages(c)
}

// monthsAhead returns the month that lies n months after that of a day.
func monthsAhead(day content.Date, n int) content.Date {
	m := day.Year*12 + day.Month - 1 + n
	return content.Date{Year: m / 12, Month: m%12 + 1}
}

// horizon is the end of what the calendar shows: a number of months ahead, and the last day of the last of them.
type horizon struct {
	months int
	last   content.Date
}

func (b *builder) horizon(months int) horizon {
	return horizon{months, monthsAhead(b.today, months).Last()}
}

// within reports whether a day lies before a horizon. Where it does not, the calendar changes in the month in which it will.
func (b *builder) within(h horizon, day content.Date) bool {
	if day.Year < h.last.Year || day.First().Compare(h.last) <= 0 {
		return true
	}
	b.changesOn(monthsAhead(day, -h.months).First())
	return false
}

// divide puts events, in the order of their days, into months.
func (c *Calendar) divide(events []Event) {
	var month *CalendarMonth
	from := 0
	for i, ev := range events {
		if month == nil || ev.Date.Year != month.Year || ev.Date.Month != month.Month {
			if month != nil {
				month.Events = events[from:i:i]
			}
			next := &CalendarMonth{Year: ev.Date.Year, Month: ev.Date.Month, Prev: month,
				Title: fmt.Sprintf("Tháng %d năm %d", ev.Date.Month, ev.Date.Year), ISO: fmt.Sprintf("%04d-%02d", ev.Date.Year, ev.Date.Month)}
			if month != nil {
				month.Next = next
			}
			month, from = next, i
			c.Months = append(c.Months, month)
		}
	}
	if month != nil {
		month.Events = events[from:]
	}
}

func (b *builder) makeMonthPages(c *Calendar) {
	for _, m := range c.Months {
		p := b.site.newPage(nameCalendar+"/"+m.ISO, layoutMonth, "Lịch t"+m.Title[1:])
		p.Parents = []*Page{b.pages[nameHome]}
		if calendar := b.pages[nameCalendar]; calendar != nil {
			p.Parents = append(p.Parents, calendar)
		}
		p.Month = m
		if b.claim(p.Output, owner{}) {
			m.Page = p
			b.addPage(p)
		}
	}
}
