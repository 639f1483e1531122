package site

import (
	"cmp"
	"slices"
	"time"

	"antq/internal/content"
)

// deriveStates finds what holds of each entry of the site today, now that all relations are known.
func (b *builder) deriveStates() {
	for _, e := range b.order {
		if e.Listed() {
			b.changesOn(e.Date.First()) // until then it is not among the newest
		}
		switch {
		case e.State == StateWithdrawn:
		case e.Conference != nil:
			e.State = conferenceState(e.Conference.Conference, b.today)
			if e.State == StateConfirmed || e.State == StateTentative {
				b.entryChangesOn(e, lastDay(e.Conference.When).AddDays(1))
			}
		case e.Admin != nil:
			e.State = b.adminState(e)
		}
	}
	for _, s := range b.own {
		e := b.entries[s]
		if e == nil || e.State == StateWithdrawn {
			continue
		}
		if e.Conference != nil {
			e.Conference.Report = report(e)
		}
		if e.Admin != nil {
			b.cover(e)
		}
	}
}

// adminState derives what holds of an administrative document: what is typed if it cannot be derived, else from number and
// date, from the documents that replace or amend it, and from its period. A document whose day of issue lies ahead is expected
// until then.
func (b *builder) adminState(e *Entry) State {
	a := e.Admin
	switch s := State(a.Status); s {
	case StateExpected, StateUnsigned, StateExpired:
		return s
	}
	if !a.signed() {
		return StateUnsigned
	}
	b.entryChangesOn(e, a.Issued.First())
	if e.Kind == content.KindPlan { // which plan is in force depends on its beginning
		b.changesOn(a.Period.First())
	}
	b.entryChangesOn(e, a.Effective.First())
	b.entryChangesOn(e, a.Expires.Last().AddDays(1))
	switch {
	case a.Issued.First().Compare(b.today) > 0:
		return StateExpected
	case !a.Expires.IsZero() && a.Expires.Last().Compare(b.today) < 0: // it names the last day in force
		return StateExpired
	case b.touched(e, relReplaces):
		return StateReplaced
	case b.ended(e, a.Period):
		return StateEnded
	case a.Effective.First().Compare(b.today) > 0:
		return StateAhead
	case b.touched(e, relAmends):
		return StateAmended
	}
	return StateIssued
}

// entryChangesOn is changesOn for a day on which the state of an entry changes.
func (b *builder) entryChangesOn(e *Entry, day content.Date) {
	b.changesOn(day)
	if day.Compare(b.today) > 0 && (e.changes.IsZero() || day.Compare(e.changes) < 0) {
		e.changes = day
	}
}

// ended reports whether the period of an entry is over.
func (b *builder) ended(e *Entry, p content.Period) bool {
	if p.IsZero() {
		return false
	}
	b.entryChangesOn(e, p.Last().AddDays(1))
	return p.Last().Compare(b.today) < 0
}

// touched reports whether a document that is issued and in force amends or replaces the entry. The newest one that replaces it
// is remembered.
func (b *builder) touched(e *Entry, rel string) bool {
	found := false
	for i := range e.Relations {
		r := &e.Relations[i]
		if r.Rel != inverse(rel) || r.Target.Entry == nil || r.Target.Entry.Admin == nil || !r.Target.Entry.Admin.signed() {
			continue
		}
		by := r.Target.Entry.Admin
		start := by.Issued.First()
		if by.Effective.First().Compare(start) > 0 {
			start = by.Effective.First()
		}
		b.entryChangesOn(e, start)
		if start.Compare(b.today) > 0 {
			continue
		}
		found = true
		if rel == relReplaces && (e.ReplacedBy == nil || newestFirst(r.Target.Entry, e.ReplacedBy.Entry) < 0) {
			e.ReplacedBy = &r.Target
		}
	}
	return found
}

// signed reports whether a document says of itself that it has been issued or is on its day of issue, which may lie ahead.
func (a *Admin) signed() bool {
	switch State(a.Status) {
	case StateExpected, StateUnsigned:
		return false
	case StateNone:
		return a.given && a.Issued.Full()
	}
	return true
}

// report returns the newest document that reports on a conference.
func report(e *Entry) *Entry {
	var found *Entry
	for _, by := range e.related(relReportsOn) {
		if isReport(by) && (found == nil || newestFirst(by, found) < 0) {
			found = by
		}
	}
	return found
}

// PlanInForce returns the plan that the agency works by: its own issued plan, not a unit's, whose period holds today, the
// newest of several; else the newest issued one that names no period; else its newest unsigned one, to be labelled so; else
// nil.
func (s *Site) PlanInForce() *Entry {
	var inForce, undated, unsigned *Entry
	newer := func(x, y *Entry) bool {
		return y == nil || cmp.Or(x.Admin.Issued.Compare(y.Admin.Issued), newestFirst(y, x)) > 0
	}
	for _, e := range s.Entries {
		if e.Kind != content.KindPlan || e.Unit != nil || e.Shared || !e.Listed() || e.Admin == nil {
			continue
		}
		switch e.State {
		case StateIssued, StateAmended:
			switch p := e.Admin.Period; {
			case p.IsZero() && newer(e, undated):
				undated = e
			case p.Contains(s.All.Today) && newer(e, inForce):
				inForce = e
			}
		case StateUnsigned:
			if newer(e, unsigned) {
				unsigned = e
			}
		}
	}
	return cmp.Or(inForce, undated, unsigned)
}

// changesOn remembers the next day on which what the site shows may change. A day that is past or unknown is ignored.
func (b *builder) changesOn(day content.Date) {
	if day.Compare(b.today) > 0 && (b.change.IsZero() || day.Compare(b.change) < 0) {
		b.change = day
	}
}

// nextChange is the earliest moment after now at which the output would differ.
func (m *maker) nextChange() time.Time {
	var next time.Time
	at := func(t time.Time) {
		if t.After(m.in.Now) && (next.IsZero() || t.Before(next)) {
			next = t
		}
	}
	for _, s := range m.sources {
		if s.folder != "" && !s.shared() && !m.built(s.folder) || s.held == HeldDraft || !hasPage(s.doc.Kind) {
			continue
		}
		at(s.doc.Common.Date.Time())
		at(s.doc.Common.ExpiryDate.Time())
	}
	for _, b := range m.builders {
		if m.built(b.site.ID) {
			at(b.change.Time())
		}
	}
	return next
}

// finish sorts what the site holds.
func (b *builder) finish() {
	slices.SortFunc(b.site.Pages, func(x, y *Page) int { return cmp.Compare(x.URL, y.URL) })
	slices.SortFunc(b.site.Files, func(x, y *File) int { return cmp.Compare(x.Output, y.Output) })
	slices.SortFunc(b.site.Aliases, func(x, y Alias) int { return cmp.Compare(x.From, y.From) })
}
