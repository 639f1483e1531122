package site

import (
	"slices"

	"antq/internal/content"
)

// fulfilment is a document that fulfils a duty, and the year whose time it is for; 0 where there is only one time.
type fulfilment struct {
	by   *Entry
	year int
}

// fulfilments gathers, by task, the documents of all sites that fulfil it, whoever wrote them. What is not issued yet, or will not
// take place, fulfils nothing.
func (m *maker) fulfilments() map[*content.Task][]*Entry {
	by := map[*content.Task][]*Entry{}
	for _, b := range m.builders {
		for _, s := range b.own {
			e := b.entries[s]
			if e == nil {
				continue
			}
			for i := range s.refs.statements {
				st := &s.refs.statements[i]
				if st.rel != relFulfils || st.to.task == nil {
					continue
				}
				plans := m.byAgency[st.to.source.folder]
				if s.shared() && b != plans && (!b.site.Hub || plans.entries[s] != nil) {
					continue // it counts once: as the plan's own site shows it, else as the hub does
				}
				if b != plans {
					plans.changesOn(e.changes)
				}
				if e.fulfils() {
					by[st.to.task] = append(by[st.to.task], e)
				}
			}
		}
	}
	return by
}

// fulfils reports whether a document that says so fulfils a duty, or will when it is held.
func (e *Entry) fulfils() bool {
	switch e.State {
	case StateWithdrawn, StateCancelled, StatePostponed, StateExpected, StateUnsigned:
		return false
	}
	return !e.IsDraft
}

// fulfilled divides the documents that fulfil a duty into those that have done so and the conferences that are still to be held,
// the oldest first. With a year only those for that year count.
func fulfilled(by []fulfilment, year int) (done, planned []*Entry) {
	for _, f := range by {
		switch {
		case year != 0 && f.year != year:
		case f.by.Conference != nil && f.by.State != StateHeld:
			planned = append(planned, f.by)
		default:
			done = append(done, f.by)
		}
	}
	return done, planned
}

// book orders the documents that fulfil a duty, the oldest first, and finds the year whose time each is for.
func (d *Duty) book(by []*Entry, today content.Date) []fulfilment {
	if len(by) == 0 {
		return nil
	}
	slices.SortStableFunc(by, func(x, y *Entry) int {
		if c := fulfilledOn(x).Compare(fulfilledOn(y)); c != 0 {
			return c
		}
		return newestFirst(y, x)
	})
	list := make([]fulfilment, len(by))
	within := boundsOf(d.Entry, d.Task, today)
	booked := map[int]int{}
	for i, e := range by {
		f := fulfilment{by: e}
		switch {
		case d.unfolds():
			f.year = within.bookedYear(d.Task, e, booked)
		case d.Task.Yearly:
			f.year = reportedYear(e)
			if f.year == 0 {
				f.year = fulfilledOn(e).Year
			}
		}
		booked[f.year]++
		list[i] = f
	}
	return list
}

// bookedYear returns the year whose time of a yearly task a document is for: that of the nearest time, before or after its day. A
// document that comes months after a time which others have fulfilled is for its own year; so is one of a year before the duty began.
func (b bounds) bookedYear(t *content.Task, e *Entry, booked map[int]int) int {
	day := fulfilledOn(e).First()
	if year := reportedYear(e); year != 0 {
		return b.yearOfReport(t, day, year)
	}
	center := max(day.Year, b.from)
	if b.until != 0 {
		center = min(center, b.until)
	}
	near, ok := nearestTime(day, slices.Concat(b.endingIn(t, center-1), b.endingIn(t, center), b.endingIn(t, center+1)))
	switch {
	case !ok, near.last.Year > day.Year && day.Compare(b.since) < 0:
		return day.Year
	case near.last.Year < day.Year && daysApart(day, near) > muchLater:
		if own := b.endingIn(t, day.Year); len(own) > 0 && booked[near.last.Year] >= len(b.endingIn(t, near.last.Year)) {
			return day.Year
		}
	}
	return near.last.Year
}

// yearOfReport returns the year whose time of a yearly task a report of a day on a year that was over is for. A report on a whole
// year is due from its second quarter to the first of the next: sooner nobody could ask for it. What comes several times a year
// is due in that next quarter for itself, unless the report comes just then.
func (b bounds) yearOfReport(t *content.Task, day content.Date, year int) int {
	const justThen = 31
	several := len(inYear(t, year)) > 1
	var times []occurrence
	for _, o := range slices.Concat(b.endingIn(t, year), b.endingIn(t, year+1)) {
		switch {
		case o.last.Year == year && o.last.Month > 3,
			o.last.Year > year && o.last.Month <= 3 && (!several || daysApart(day, o) <= justThen):
			times = append(times, o)
		}
	}
	if near, ok := nearestTime(day, times); ok {
		return near.last.Year
	}
	return year
}

// muchLater is after how many days a document no longer adds to what was fulfilled already: a quarter of a year.
const muchLater = 92

// nearestTime returns that of several times which lies nearest to a day, of two the earlier one.
func nearestTime(day content.Date, times []occurrence) (occurrence, bool) {
	var near occurrence
	for i, o := range times {
		if i == 0 || daysApart(day, o) < daysApart(day, near) {
			near = o
		}
	}
	return near, len(times) > 0
}

// fulfilledOn returns the day on which a document fulfils a task: on which it is held or issued, else posted.
func fulfilledOn(e *Entry) content.Date {
	switch {
	case e.Conference != nil && !e.Conference.When.Start.IsZero():
		return e.Conference.When.Start
	case e.Admin != nil && e.Admin.Issued.Full():
		return e.Admin.Issued
	}
	return e.Date
}

// reportedYear returns the year on which a document reports, as one of January does on the year before: the last one of its
// period, if that was over on its day; else 0.
func reportedYear(e *Entry) int {
	a := administrative(e.Doc.Meta)
	if a == nil || a.Period.IsZero() {
		return 0
	}
	end := a.Period.Last()
	if end.Month == 12 && end.Day == 31 && end.Compare(fulfilledOn(e).First()) < 0 {
		return end.Year
	}
	return 0
}

// results says which document fulfilled which of the times of a year, both in order; nil where none did. As many times are
// fulfilled as there are documents: those whose days lie nearest to the days of the documents, taken in order, so that a report
// of June is not taken for the one of March that nobody wrote. Where there are more documents than times, the last time has the
// newest.
func results(times []occurrence, done []*Entry) []*Entry {
	by := make([]*Entry, len(times))
	if len(done) >= len(times) {
		copy(by, done)
		if len(times) > 0 {
			by[len(times)-1] = done[len(done)-1]
		}
		return by
	}
	// cost[i][j] is the least sum of days between the first i documents and as many of the first j times.
	cost := make([][]int, len(done)+1)
	cost[0] = make([]int, len(times)+1)
	for i, e := range done {
		row := make([]int, len(times)+1)
		row[i] = farthest
		for j := i; j < len(times); j++ {
			row[j+1] = min(row[j], cost[i][j]+daysApart(fulfilledOn(e), times[j]))
		}
		cost[i+1] = row
	}
	for i, j := len(done), len(times); i > 0; j-- {
		if j == i || cost[i][j] < cost[i][j-1] {
			i--
			by[j-1] = done[i]
		}
	}
	return by
}

// farthest is more than days can lie apart in a year's times.
const farthest = 1 << 30

// daysApart returns how many days lie between a day and a time: 0 within it.
func daysApart(day content.Date, o occurrence) int {
	const seconds = 24 * 60 * 60
	at := day.First().Time().Unix()
	return int(max(o.first.Time().Unix()-at, at-o.last.Time().Unix(), 0) / seconds)
}

func last(list []*Entry) *Entry {
	if len(list) == 0 {
		return nil
	}
	return list[len(list)-1]
}
