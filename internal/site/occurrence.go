package site

import (
	"cmp"
	"slices"

	"antq/internal/content"
)

// occurrence is one time of a duty: its first and its last day.
type occurrence struct{ first, last content.Date }

// single returns the time of a task that comes once. It reports false for a task without a day.
func single(t *content.Task) (occurrence, bool) {
	switch {
	case !t.Before.IsZero():
		day := t.Before.AddDays(-1)
		return occurrence{day, day}, true
	case len(t.Day) > 0:
		return occurrence{t.Day[0].First(), t.Day[len(t.Day)-1].Last()}, true
	case t.When == "" && !t.Until.IsZero():
		o := occurrence{t.From.First(), t.Until.Last()}
		if o.first.IsZero() {
			o.first = o.last
		}
		return o, true
	}
	return occurrence{}, false
}

// inYear returns the times of a yearly task that belong to a year, in order.
func inYear(t *content.Task, year int) []occurrence {
	var list []occurrence
	for _, d := range t.BeforeDays {
		day := d.Before(year)
		list = append(list, occurrence{day, day})
	}
	for _, d := range t.Days {
		day := d.In(year)
		list = append(list, occurrence{day, day})
	}
	for _, m := range t.Months {
		month := content.Date{Year: year, Month: m}
		list = append(list, occurrence{month.First(), month.Last()})
	}
	slices.SortStableFunc(list, func(x, y occurrence) int {
		return cmp.Or(x.last.Compare(y.last), x.first.Compare(y.first))
	})
	return list
}

// bounds are the years in which a yearly task is due: from the year of issue, unless it says otherwise, to the end of a
// period of several years. What lay before the plan was issued was never due.
type bounds struct {
	from, until int          // years; until 0 = without end
	since, end  content.Date // days, where known
}

func boundsOf(e *Entry, t *content.Task, today content.Date) bounds {
	a := e.Admin
	var b bounds
	switch {
	case !t.From.IsZero():
		b.from = t.From.Year
		if t.From.Month != 0 {
			b.since = t.From.First()
		}
	case !a.Issued.IsZero():
		b.from, b.since = a.Issued.Year, a.Issued.First()
	case !a.Period.From.IsZero():
		b.from = a.Period.From.Year
	default:
		b.from = cmp.Or(e.Date.Year, today.Year)
	}
	switch {
	case !t.Until.IsZero():
		b.until, b.end = t.Until.Year, t.Until.Last()
	case a.Period.Range() && a.Period.To.Year > a.Period.From.Year:
		b.until, b.end = a.Period.To.Year, a.Period.Last()
	}
	return b
}

// endingIn returns the times of a yearly task whose last day lies in a year. A duty before 01/01 belongs to the year before.
func (b bounds) endingIn(t *content.Task, year int) []occurrence {
	var list []occurrence
	for y := year; y <= year+1; y++ {
		if y < b.from || b.until != 0 && y > b.until {
			continue
		}
		for _, o := range inYear(t, y) {
			if o.last.Year != year || o.last.Compare(b.since) < 0 || b.until != 0 && o.first.Compare(b.end) > 0 {
				continue
			}
			list = append(list, o)
		}
	}
	return list
}

// schedule finds the next time of a duty and where it stands today. by are the documents that fulfil it.
func (b *builder) schedule(d *Duty, by []*Entry) {
	t := d.Task
	if t.Yearly && len(t.BeforeDays)+len(t.Days)+len(t.Months) > 0 {
		b.scheduleYearly(d, by)
		return
	}
	o, dated := single(t)
	done, planned := fulfilled(by, 0)
	d.Done = cmp.Or(last(done), last(planned))
	switch {
	case t.When == "ongoing":
		d.State = DutyOngoing
	case t.When == "on-event":
		d.State = DutyOnEvent
	case t.When == "to-be-announced":
		d.State = DutyLater
	case !dated && !t.From.IsZero():
		d.State = DutyOngoing
	case !dated:
		d.State = DutyNoTime
	}
	if dated {
		b.setTime(d, o)
	}
	if len(done) > 0 && d.State != DutyOngoing && d.State != DutyOnEvent {
		d.State = DutyDone
	}
	if d.State == DutyOverdue {
		b.miss(d, []occurrence{o})
	}
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
	if o.last.Compare(b.today) < 0 {
		d.State = DutyOverdue
	}
	b.changesOn(o.last.AddDays(1))
}

// miss remembers which open times of a duty are past; open are in order.
func (b *builder) miss(d *Duty, open []occurrence) {
	for _, o := range open {
		if o.last.Compare(b.today) >= 0 {
			return
		}
		if d.MissedTimes++; d.MissedTimes == 1 {
			d.Missed, d.missed = o.last, o
		}
	}
}

// scheduleYearly looks at the times that end this year. Of those that nothing fulfilled the next one ahead is shown, or the last
// one as overdue until the year is out. Without any this year it is the first one of a later year, else the last one there was.
func (b *builder) scheduleYearly(d *Duty, by []*Entry) {
	within := boundsOf(d.Entry, d.Task, b.today)
	year := b.today.Year
	times := within.endingIn(d.Task, year)
	next := max(b.today.Year+1, within.from-1)
	for ahead := next; len(times) == 0 && ahead < next+3; ahead++ {
		year, times = ahead, within.endingIn(d.Task, ahead)
	}
	for back := within.until; len(times) == 0 && back >= within.from-1 && back > 0; back-- {
		year, times = back, within.endingIn(d.Task, back)
	}
	if len(times) == 0 {
		d.State = DutyNoTime
		return
	}
	done, planned := fulfilled(by, year)
	var open []occurrence
	for i, result := range results(times, done) {
		if result == nil {
			open = append(open, times[i])
		}
	}
	if len(open) == 0 {
		d.Done = last(done)
		b.setTime(d, times[len(times)-1])
		d.State = DutyDone
	} else {
		d.Done = last(planned)
		i := slices.IndexFunc(open, func(o occurrence) bool { return o.last.Compare(b.today) >= 0 })
		if i < 0 {
			i = len(open) - 1
		}
		b.setTime(d, open[i])
		b.miss(d, open)
	}
	if year == b.today.Year {
		b.changesOn(content.Date{Year: year + 1, Month: 1, Day: 1})
	}
}
