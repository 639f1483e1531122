package render

import (
	"antq/internal/site"
)

// CoverageBoard shows which units have answered a plan that asks them for plans of their own.
type CoverageBoard struct {
	Lines  []Coverage
	Issued int  // units whose plan is issued
	Drafts int  // units whose plan is shown, but not issued yet
	Late   int  // units that are late, or were
	Before Date // the day before which the plans are asked for
	Last   Date // the last day that this leaves
}

func (b *CoverageBoard) encode(e *encoder) {
	each(e, b.Lines)
	e.number(b.Issued, b.Drafts, b.Late)
	b.Before.encode(e)
	b.Last.encode(e)
}

// Coverage is what one unit answered.
type Coverage struct {
	Unit   Link
	Plan   *Link // nil = not yet
	Number string
	Issued Date
	State  string // a site.CoverageState
	Late   bool
}

func (c *Coverage) encode(e *encoder) {
	c.Unit.encode(e)
	maybe(e, c.Plan)
	e.text(c.Number, c.State)
	c.Issued.encode(e)
	e.bool(c.Late)
}

func (m *maker) coverage(s *site.Admin) *CoverageBoard {
	if len(s.Coverage) == 0 {
		return nil
	}
	b := &CoverageBoard{}
	for i := range s.Coverage {
		c := &s.Coverage[i]
		line := Coverage{Plan: m.entry(c.Plan), State: string(c.State), Late: c.Late}
		if u := m.unit(c.Unit); u != nil {
			line.Unit = *u
		}
		if c.Plan != nil && c.Plan.Admin != nil {
			line.Number = number(c.Plan.Admin.Number)
			if c.Plan.Admin.Administrative != nil {
				line.Issued = date(c.Plan.Admin.Issued)
			}
		}
		switch c.State {
		case site.CoverageIssued:
			b.Issued++
		case site.CoverageDraft:
			b.Drafts++
		}
		if c.Late {
			b.Late++
		}
		b.Last = date(c.Last)
		b.Lines = append(b.Lines, line)
	}
	if s.UnitPlans != nil {
		b.Before = date(s.UnitPlans.Before)
	}
	return b
}
