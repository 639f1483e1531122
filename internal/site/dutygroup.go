package site

import (
	"cmp"
	"slices"
	"strings"

	"antq/internal/content"
)

// DutyGroup is a duty, together with those of other plans that ask for the same of the same at the same time: thousands of
// plans ask for the same yearly report.
type DutyGroup struct {
	Duty     *Duty    // the first of them
	Count    int      // how many there are
	Plans    []*Entry // whose duties they are: the first five
	EachUnit bool     // the owners differ: each is the unit whose plan it is; Owners is empty then
	Owners   []string // names in full
	Agencies int      // how many agencies' plans they stand in; 1 on an agency's own site
	// Standings divides the duties by where they stand: what is overdue first, what is done last.
	Standings []Standing

	sites []*Site
}

// Standing is those of the duties of a line that stand in one state.
type Standing struct {
	State DutyState
	Count int
	Plans []*Entry // whose duties they are: the first five
	Done  []*Entry // what fulfilled them, each once: the first five
}

// groupPlans is how many plans, and how many results, a group names.
const groupPlans = 5

// urgency orders the states of duties that can stand in one line, the most pressing first.
func (s DutyState) urgency() int {
	switch s {
	case DutyOverdue:
		return 0
	case DutyDone:
		return 2
	}
	return 1
}

// groupKey is what duties have in common that stand in one line. What comes again each year stands in one line whatever has
// become of it this year, and so does what falls on one day of the calendar.
type groupKey struct {
	what, owner, text string
	first, last       content.Date
	state             DutyState
}

// ownUnit stands for the unit whose plan a duty is in.
const ownUnit = "\x00"

// ownerRole returns who owns a duty in a form in which the owners of equal duties are equal.
func (d *Duty) ownerRole() string {
	switch {
	case len(d.OwnerUnits) == 1 && len(d.Owners) == 1 && d.OwnerUnits[0] == d.Entry.Unit:
		return ownUnit
	case len(d.Owners) == 1:
		return d.Owners[0]
	}
	return strings.Join(d.Owners, "\n")
}

func (d *Duty) groupKey() groupKey {
	return groupKey{what: d.Task.What, owner: d.ownerRole(), text: d.Text, first: d.First, last: d.Last, state: d.State}
}

// FoldDuties puts equal duties together, in the order of the first of each. Duties of different states or days stay apart.
func FoldDuties(duties []*Duty) []DutyGroup {
	var groups []DutyGroup
	at := make(map[groupKey]int, min(len(duties), 64))
	for _, d := range duties {
		foldInto(&groups, at, d.groupKey(), d, d.State)
	}
	return groups
}

// foldRecurring puts together the duties that come again, each at its next time, in the order of the first of each; standing
// says where each stands today. Equal ones are one line even when some are done for this time and others are not.
func foldRecurring(next []*Duty, standing map[*Duty]DutyState) []DutyGroup {
	var groups []DutyGroup
	at := make(map[groupKey]int, min(len(next), 64))
	for _, d := range next {
		key := groupKey{what: d.Task.What, owner: d.ownerRole(), text: d.Text}
		foldInto(&groups, at, key, d, cmp.Or(standing[d], d.State))
	}
	return groups
}

func foldInto(groups *[]DutyGroup, at map[groupKey]int, key groupKey, d *Duty, state DutyState) {
	i, known := at[key]
	if !known {
		i = len(*groups)
		at[key] = i
		*groups = append(*groups, DutyGroup{Duty: d, Owners: d.Owners})
	}
	var done *Entry
	if state == DutyDone {
		done = d.Done
	}
	(*groups)[i].add(d, state, done)
}

// add counts a duty that stands in a state, with what fulfilled it.
func (g *DutyGroup) add(d *Duty, state DutyState, done *Entry) {
	g.stand(d, state, done)
	g.Count++
	if len(g.Plans) < groupPlans {
		g.Plans = append(g.Plans, d.Entry)
	}
	if g.Duty.Entry.Unit != d.Entry.Unit && len(g.Owners) == 1 && g.Owners[0] != d.Owners[0] {
		g.Owners, g.EachUnit = nil, true
	}
	if n := len(g.sites); n == 0 || g.sites[n-1] != d.Entry.Site {
		for _, s := range g.sites {
			if s == d.Entry.Site {
				return
			}
		}
		g.sites = append(g.sites, d.Entry.Site)
		g.Agencies++
	}
}

// stand counts a duty among those of its state.
func (g *DutyGroup) stand(d *Duty, state DutyState, done *Entry) {
	i := 0
	for i < len(g.Standings) && g.Standings[i].State != state && g.Standings[i].State.urgency() <= state.urgency() {
		i++
	}
	if i == len(g.Standings) || g.Standings[i].State != state {
		g.Standings = slices.Insert(g.Standings, i, Standing{State: state})
	}
	s := &g.Standings[i]
	s.Count++
	if len(s.Plans) < groupPlans {
		s.Plans = append(s.Plans, d.Entry)
	}
	if done != nil && len(s.Done) < groupPlans && !slices.Contains(s.Done, done) {
		s.Done = append(s.Done, done)
	}
}

// DutyList is a list of duties that a page can hold, however many plans there are.
type DutyList struct {
	Groups []DutyGroup // at most 100
	More   int         // how many groups are left out
}

const listedGroups = 100

func newDutyList(groups []DutyGroup) DutyList {
	n := min(len(groups), listedGroups)
	return DutyList{Groups: groups[:n:n], More: len(groups) - n}
}
