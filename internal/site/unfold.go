package site

import "antq/internal/content"

// occasion is one time of a duty with what has become of it.
type occasion struct {
	occurrence
	state    DutyState
	done     *Entry // what fulfilled it
	replaced bool   // a conference that is still to be held stands for it
}

// unfolds reports whether a duty comes again each year at a time that is known.
func (d *Duty) unfolds() bool {
	t := d.Task
	return t.Yearly && len(t.BeforeDays)+len(t.Days)+len(t.Months) > 0
}

// occasions returns the times of a duty: of one that comes once that time, of a yearly one those whose last days lie in the
// years given.
func (d *Duty) occasions(fromYear, toYear int, today content.Date) []occasion {
	if !d.unfolds() {
		o, dated := single(d.Task)
		if !dated {
			return nil
		}
		x := occasion{occurrence: o, state: d.State, replaced: d.State == DutyDue && d.Done != nil}
		if d.State == DutyDone {
			x.done = d.Done
		}
		return []occasion{x}
	}
	return d.yearly(boundsOf(d.Entry, d.Task, today), fromYear, toYear, today)
}

// yearly unfolds a yearly duty. Each document that fulfils the task does so for one time of its year, see [results]; conferences
// ahead stand for the next ones.
func (d *Duty) yearly(within bounds, fromYear, toYear int, today content.Date) []occasion {
	var list []occasion
	for year := fromYear; year <= toYear; year++ {
		done, planned := fulfilled(d.by, year)
		ahead := len(planned)
		times := within.endingIn(d.Task, year)
		by := results(times, done)
		for i, o := range times {
			x := occasion{occurrence: o, state: DutyDue, done: by[i]}
			switch {
			case x.done != nil:
				x.state = DutyDone
			case o.last.Compare(today) < 0:
				x.state = DutyOverdue
			case ahead > 0:
				x.replaced = true
				ahead--
			}
			list = append(list, x)
		}
	}
	return list
}

// unfoldKey is what the times of two yearly duties depend on, when nothing fulfils them yet.
type unfoldKey struct {
	text   string
	within bounds
}

// unfold returns the times of a duty for the calendar: yearly ones from this year to the year after next, of which the calendar
// shows the first months. Thousands of plans have the same few yearly duties, so the times are remembered.
func (b *builder) unfold(d *Duty) []occasion {
	first, last := b.today.Year, b.today.Year+2
	if !d.unfolds() || len(d.by) > 0 {
		return d.occasions(first, last, b.today)
	}
	within := boundsOf(d.Entry, d.Task, b.today)
	within.from = max(within.from, first)
	if within.since.Year < first {
		within.since = content.Date{}
	}
	key := unfoldKey{d.Text, within}
	list, known := b.unfolded[key]
	if !known {
		list = d.yearly(within, first, last, b.today)
		b.unfolded[key] = list
	}
	return list
}
