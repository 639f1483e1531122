package site

import (
	"cmp"
	"slices"

	"antq/internal/content"
)

// schedule finds the next time of a duty and where it stands today.
func (b *builder) schedule(d *Duty) {
	if d.unfolds() {
		b.scheduleYearly(d)
		return
	}
	t, year := d.Task, 0
	if t.Yearly && len(d.by) > 0 {
		year = b.today.Year // what was done last year is to be done again
		b.changesOn(content.Date{Year: year + 1, Month: 1, Day: 1})
	}
	o, dated := single(t)
	done, planned := fulfilled(d.by, year)
	d.Done = cmp.Or(last(done), last(planned))
	if dated {
		b.setTime(d, o)
	} else {
		d.State = b.undated(t)
	}
	if len(done) > 0 && d.State != DutyOngoing && d.State != DutyOnEvent {
		d.State = DutyDone
	}
	if d.State == DutyOverdue {
		b.miss(d, []occurrence{o})
	}
}

// undated returns where a task without a day stands. One that begins on a day is ahead until then.
func (b *builder) undated(t *content.Task) DutyState {
	begin := t.From.First()
	switch {
	case t.When == "to-be-announced":
		return DutyLater
	case t.When == "" && (t.Yearly || begin.IsZero()):
		return DutyNoTime
	case begin.Compare(b.today) > 0:
		b.changesOn(begin)
		return DutyAhead
	case t.When == "on-event":
		return DutyOnEvent
	}
	return DutyOngoing
}

// setTime gives a duty its time.
func (d *Duty) setTime(o occurrence) {
	d.First, d.Last = content.Date{}, o.last
	if o.first != o.last {
		d.First = o.first
	}
}

// setTime gives a duty its time and, from that, its state.
func (b *builder) setTime(d *Duty, o occurrence) {
	d.setTime(o)
	d.State = DutyDue
	switch {
	case b.past(o):
		d.State = DutyOverdue
	case o.clock.HasTime:
		b.changesOn(o.clock)
	}
	b.changesOn(o.last.AddDays(1))
}

// miss remembers which open times of a duty are past; open are in order.
func (b *builder) miss(d *Duty, open []occurrence) {
	for _, o := range open {
		if !b.past(o) {
			return
		}
		if d.MissedTimes++; d.MissedTimes == 1 {
			d.Missed, d.missed = o.last, o
		}
	}
}

// scheduleYearly looks at the times that end this year, and at those of last year that were missed until the next one. Of
// those that nothing fulfilled the next one ahead is shown, or the last one as overdue. Without any this year it is the first one
// of a later year, else the last one there was.
func (b *builder) scheduleYearly(d *Duty) {
	within := boundsOf(d.Entry, d.Task, b.today)
	year := within.yearAt(d.Task, b.today.Year)
	times := d.yearly(within, year, year, b.today)
	if len(times) == 0 {
		d.State = DutyNoTime
		return
	}
	var open []occurrence
	if year == b.today.Year {
		open = d.carried(within, times, b.today)
		b.changesOn(content.Date{Year: year + 1, Month: 1, Day: 1})
	}
	for _, o := range times {
		if o.done == nil {
			open = append(open, o.occurrence)
		}
	}
	done, planned := fulfilled(d.by, year)
	if len(open) == 0 {
		d.Done = last(done)
		b.setTime(d, times[len(times)-1].occurrence)
		d.State = DutyDone
		return
	}
	d.Done = last(planned)
	i := slices.IndexFunc(open, func(o occurrence) bool { return !b.past(o) })
	if i < 0 {
		i = len(open) - 1
	}
	b.setTime(d, open[i])
	b.miss(d, open)
}

// yearAt returns the year whose times of a yearly duty are looked at: this one, else the next that has any, else the last.
func (b bounds) yearAt(t *content.Task, today int) int {
	if len(b.endingIn(t, today)) > 0 {
		return today
	}
	next := max(today+1, b.from-1)
	for year := next; year < next+3; year++ {
		if len(b.endingIn(t, year)) > 0 {
			return year
		}
	}
	for year := b.until; year >= b.from-1 && year > 0; year-- {
		if len(b.endingIn(t, year)) > 0 {
			return year
		}
	}
	return today
}

// carried returns the times of last year that nothing fulfilled, while none of this year's is past or fulfilled: what was missed
// does not end with the year, but with the next time.
func (d *Duty) carried(within bounds, times []occasion, today content.Date) []occurrence {
	if slices.ContainsFunc(times, func(x occasion) bool { return x.done != nil || x.last.Compare(today) < 0 }) {
		return nil
	}
	var list []occurrence
	for _, o := range d.yearly(within, today.Year-1, today.Year-1, today) {
		if o.done == nil {
			list = append(list, o.occurrence)
		}
	}
	return list
}
