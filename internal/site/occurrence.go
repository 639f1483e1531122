package site

import (
	"cmp"
	"slices"

	"antq/internal/content"
)

// occurrence is one time of a duty: its first and its last day. A deadline with a time of day is over at that moment of the
// last day, not when the day is.
type occurrence struct{ first, last, clock content.Date }

// single returns the time of a task that comes once. It reports false for a task without a day.
func single(t *content.Task) (occurrence, bool) {
	switch {
	case t.Yearly:
		return occurrence{}, false
	case t.Before.HasTime:
		return byTheClock(t.Before), true
	case !t.Before.IsZero():
		day := t.Before.AddDays(-1)
		return occurrence{first: day, last: day}, true
	case len(t.Day) > 0:
		return occurrence{first: t.Day[0].First(), last: t.Day[len(t.Day)-1].Last()}, true
	case t.When == "" && !t.Until.IsZero():
		o := occurrence{first: t.From.First(), last: t.Until.Last()}
		if t.Until.HasTime {
			end := byTheClock(t.Until)
			o.last, o.clock = end.last, end.clock
		}
		if o.first.IsZero() {
			o.first = o.last
		}
		return o, true
	}
	return occurrence{}, false
}

// byTheClock returns the time of a duty that is to be done before a moment: its last day is the day of the moment in Việt Nam.
func byTheClock(moment content.Date) occurrence {
	moment = inVietnam(moment)
	return occurrence{first: moment.First(), last: moment.Last(), clock: moment}
}

// inVietnam returns a date with a time of day as the clocks of the country show it.
func inVietnam(d content.Date) content.Date {
	const zone = 7 * 60
	if !d.HasTime || d.Offset == zone {
		return d
	}
	day := content.DateOf(d.Time())
	minutes := (d.Hour*60 + d.Minute + zone - d.Offset + 2*24*60) % (24 * 60)
	return content.Date{Year: day.Year, Month: day.Month, Day: day.Day, HasTime: true, Hour: minutes / 60, Minute: minutes % 60, Offset: zone}
}

// past reports whether a time of a duty is over.
func (m *maker) past(o occurrence) bool {
	if o.clock.HasTime {
		return !m.in.Now.Before(o.clock.Time())
	}
	return o.last.Compare(m.today) < 0
}

// inYear returns the times of a yearly task that belong to a year, in order.
func inYear(t *content.Task, year int) []occurrence {
	var list []occurrence
	for _, d := range t.BeforeDays {
		day := d.Before(year)
		list = append(list, occurrence{first: day, last: day})
	}
	for _, d := range t.Days {
		day := d.In(year)
		list = append(list, occurrence{first: day, last: day})
	}
	for _, m := range t.Months {
		month := content.Date{Year: year, Month: m}
		list = append(list, occurrence{first: month.First(), last: month.Last()})
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
