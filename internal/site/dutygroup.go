package site

import (
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

	sites []*Site
}

// groupPlans is how many plans a group names.
const groupPlans = 5

// groupKey is what duties have in common that stand in one line.
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
		foldInto(&groups, at, d.groupKey(), d)
	}
	return groups
}

func foldInto(groups *[]DutyGroup, at map[groupKey]int, key groupKey, d *Duty) {
	i, known := at[key]
	if !known {
		i = len(*groups)
		at[key] = i
		*groups = append(*groups, DutyGroup{Duty: d, Owners: d.Owners})
	}
	(*groups)[i].add(d)
}

// add counts a duty.
func (g *DutyGroup) add(d *Duty) {
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

// DutyList is a list of duties that a page can hold, however many plans there are.
type DutyList struct {
	Groups []DutyGroup // at most 100
	More   int         // how many groups are left out
}

const listedGroups = 100

func newDutyList(duties []*Duty) DutyList {
	groups := FoldDuties(duties)
	n := min(len(groups), listedGroups)
	return DutyList{Groups: groups[:n:n], More: len(groups) - n}
}
