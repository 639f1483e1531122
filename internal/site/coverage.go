package site

import (
	"slices"

	"antq/internal/content"
)

// Coverage is one unit's answer to unitPlans.
type Coverage struct {
	Unit  *Unit
	Plan  *Entry // nil = not yet
	State CoverageState
	Last  content.Date // last day for the plan: the day before unitPlans.before; zero if none is set
	Late  bool         // the last day is past and the plan was not issued by then
}

// CoverageState is how far a unit has come with the plan it was asked for.
type CoverageState string

// The states of a unit's plan.
const (
	CoverageNotYet CoverageState = "not-yet"
	CoverageDraft  CoverageState = "draft" // shown, but not issued yet
	CoverageIssued CoverageState = "issued"
)

// cover enters the plans of units that carry out this plan: that say so, or that name it among their bases. A plan of a unit
// that is not asked is not counted. Of several of one unit an issued one counts before a draft, then the newest.
func (b *builder) cover(e *Entry) {
	if len(e.Admin.Coverage) == 0 {
		return
	}
	plans := e.carriedOut()
	slices.SortStableFunc(plans, func(x, y *Entry) int { return newestFirst(y, x) })
	last := e.Admin.UnitPlans.Before.AddDays(-1)
	b.changesOn(last.AddDays(1))
	for i := range e.Admin.Coverage {
		c := &e.Admin.Coverage[i]
		c.State, c.Last = CoverageNotYet, last
		for _, p := range plans {
			if p.Kind != content.KindPlan || p.Unit != c.Unit {
				continue
			}
			state := coverageState(p)
			if c.Plan == nil || state == CoverageIssued || c.State != CoverageIssued {
				c.Plan, c.State = p, state
			}
		}
		c.Late = c.late(b.today)
	}
}

// carriedOut returns the documents that say they carry out this one or rest on it, in a fixed order. One that does both
// stands there twice.
func (e *Entry) carriedOut() []*Entry {
	var list []*Entry
	for i := range e.Relations {
		r := &e.Relations[i]
		by := r.Rel == inverse(relImplements) || r.Rel == inverse(relCites) && !r.InText
		if r.Inverse && by && r.Target.Entry != nil {
			list = append(list, r.Target.Entry)
		}
	}
	return list
}

func coverageState(p *Entry) CoverageState {
	switch p.State {
	case StateExpected, StateUnsigned:
		return CoverageDraft
	}
	return CoverageIssued
}

// late reports whether the plan was not issued by the last day.
func (c *Coverage) late(today content.Date) bool {
	switch {
	case c.Last.IsZero():
		return false
	case c.State == CoverageIssued && c.Plan.Admin != nil:
		return c.Plan.Admin.Issued.First().Compare(c.Last) > 0
	}
	return c.Last.Compare(today) < 0
}
