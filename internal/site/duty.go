package site

import (
	"cmp"
	"slices"
	"strconv"

	"antq/internal/content"
)

// Duty is a task of a plan with its next time as of today.
type Duty struct {
	Entry                *Entry // the plan
	Task                 *content.Task
	Owners, Partners, To []string // names in full
	OwnerUnits           []*Unit
	Last                 content.Date // last day of the next occurrence (strict: the day before "before"); zero if it has none
	First                content.Date // first day, for spans and months; else zero
	Text                 string       // the time as printed: "trước ngày 05/11 hằng năm (hạn cuối 04/11)"
	State                DutyState
	// Missed is the last day of the oldest time that is past and that nothing has fulfilled, zero if there is none. A yearly duty
	// that is missed once may be due again: its State is DutyDue then.
	Missed content.Date
	// MissedTimes is how many times are past that nothing has fulfilled; of a yearly duty, those of this year or, until the first
	// time of this year is past or fulfilled, those of last year.
	MissedTimes int
	// Done is what fulfilled it. A conference that is still to be held stands here too, since the calendar shows it in the
	// duty's place; then State is not DutyDone yet.
	Done *Entry

	index  int          // of the task in the plan
	by     []fulfilment // the documents that fulfil it, the oldest first
	missed occurrence   // whose last day is Missed
}

// DutyState is where a duty stands today.
type DutyState string

// The states of a duty.
const (
	DutyDue     DutyState = "due"
	DutyDone    DutyState = "done"
	DutyOverdue DutyState = "overdue"
	DutyAhead   DutyState = "ahead" // without a last day, and begins on a day that lies ahead
	DutyOngoing DutyState = "ongoing"
	DutyOnEvent DutyState = "on-event"
	DutyLater   DutyState = "to-be-announced"
	DutyNoTime  DutyState = "no-time"
)

// makeDuties makes the duties of every document with tasks and hands them to the units that own them.
func (b *builder) makeDuties() {
	for _, s := range b.own {
		e := b.entries[s]
		if e == nil || e.Admin == nil || s.shared() || s.withdrawn {
			continue
		}
		for i := range s.admin.Tasks {
			t := &s.admin.Tasks[i]
			d := &Duty{Entry: e, Task: t, Text: dutyText(t), index: i}
			key := "tasks." + strconv.Itoa(i) + "."
			d.Owners, d.OwnerUnits = b.parties(s, key+"owner", t.Owner)
			d.Partners, _ = b.parties(s, key+"partners", t.Partners)
			d.To, _ = b.parties(s, key+"to", t.To)
			e.Duties = append(e.Duties, d)
			for _, u := range d.OwnerUnits {
				u.Duties = append(u.Duties, d)
			}
		}
	}
}

func (b *builder) parties(s *source, key string, values []string) (names []string, units []*Unit) {
	for i, v := range values {
		n, us := b.party(s, key+"."+strconv.Itoa(i), v)
		names = append(names, n...)
		for _, u := range us {
			if !slices.Contains(units, u) {
				units = append(units, u)
			}
		}
	}
	return names, units
}

// makeUnitPages gathers the entries of each unit and makes its page.
func (b *builder) makeUnitPages() {
	for _, e := range b.site.Entries {
		if e.Unit != nil && e.Listed() {
			e.Unit.Entries = append(e.Unit.Entries, e)
		}
	}
	for _, u := range b.site.Units {
		plan := slices.ContainsFunc(u.Entries, func(e *Entry) bool { return e.Kind == content.KindPlan })
		if len(u.Entries) >= 2 || len(u.Duties) > 0 || plan {
			u.Page = b.list(folderUnits+"/"+u.ID, layoutUnit, u.Entries, perPage, Listing{Title: u.Name, Unit: u})
		}
	}
}

// deriveDuties finds the next time of every duty of all sites and whether it is done, now that the states of all documents are
// known.
func (m *maker) deriveDuties() {
	by := m.fulfilments()
	for _, b := range m.builders {
		b.deriveDuties(by)
	}
}

func (b *builder) deriveDuties(by map[*content.Task][]*Entry) {
	for _, e := range b.order {
		for _, d := range e.Duties {
			d.by = d.book(by[d.Task], b.today)
			b.schedule(d)
			if e.State == StateEnded && d.State == DutyOverdue {
				b.changesOn(d.again().AddDays(1))
			}
			if e.lives(d) {
				b.site.duties = append(b.site.duties, d)
			}
		}
	}
	if b.site.Hub {
		for _, s := range b.site.Members {
			b.site.duties = append(b.site.duties, s.duties...)
		}
	}
	slices.SortStableFunc(b.site.duties, soonestFirst)
	for _, u := range b.site.Units {
		u.Duties = slices.DeleteFunc(u.Duties, func(d *Duty) bool { return !d.Entry.lives(d) })
		slices.SortStableFunc(u.Duties, soonestFirst)
	}
}

// lives reports whether a duty still concerns anybody: its plan is not expired, replaced or at its end with the duty behind. A
// plan of one year does not end its yearly duties (content model, 2.7); one of several years does, and what was missed of them at
// last is told until the day on which it would come again.
func (e *Entry) lives(d *Duty) bool {
	today := e.Site.All.Today
	switch {
	case !e.Listed() || e.State == StateReplaced || e.State == StateExpired:
		return false
	case e.State != StateEnded || d.Task.Yearly && boundsOf(e, d.Task, today).until == 0:
		return true
	case d.unfolds() && d.State == DutyOverdue:
		return today.Compare(d.again()) <= 0
	}
	return d.State == DutyDue && !d.Last.IsZero()
}

// again returns the day on which the time that a yearly duty stands at comes again.
func (d *Duty) again() content.Date { return d.Last.AddDays(365) }

// soonestFirst orders duties by their last day; those without one come at the end.
func soonestFirst(x, y *Duty) int {
	if x.Last.IsZero() != y.Last.IsZero() {
		return compareBool(x.Last.IsZero(), y.Last.IsZero())
	}
	return cmp.Or(x.Last.Compare(y.Last), cmp.Compare(x.Entry.Doc.Path, y.Entry.Doc.Path), cmp.Compare(x.index, y.index))
}

// overdue returns the duty as it stands at the oldest time it was missed: the duty itself unless it is due again.
func (d *Duty) overdue() *Duty {
	if d.State == DutyOverdue && d.Last == d.Missed {
		return d
	}
	past := *d
	past.setTime(d.missed)
	past.State, past.Done = DutyOverdue, nil
	return &past
}

// next returns a yearly duty as it stands at its next time, today or ahead: the duty itself if that is the time it stands at. It
// is nil for one that does not come again.
func (d *Duty) next(today content.Date) *Duty {
	switch {
	case !d.unfolds():
		return nil
	case d.State == DutyDue:
		return d
	}
	for _, o := range d.occasions(today.Year, today.Year+1, today) {
		if o.state != DutyDue {
			continue
		}
		ahead := *d
		ahead.setTime(o.occurrence)
		ahead.State, ahead.Done = DutyDue, nil
		return &ahead
	}
	return nil
}

// Duties returns the duties of the site, for the hub those of all agencies, sorted by their last day; those without one come at
// the end. Duties of plans that are replaced, expired or over are left out. The caller must not change the list.
func (s *Site) Duties() []*Duty { return s.duties }
