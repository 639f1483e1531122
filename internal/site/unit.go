package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"antq/internal/content"
	"antq/internal/viet"
)

// Unit is a unit of the agency.
type Unit struct {
	content.Unit
	Page    *Page // nil while it has fewer than two entries, no duty and no plan of its own
	Above   *Unit
	Below   []*Unit
	Entries []*Entry
	Duties  []*Duty
}

// unitAll stands for every unit of the agency.
const unitAll = "all"

// readUnits makes the units of an agency and the tree they stand in.
func (b *builder) readUnits() {
	for i, u := range b.site.Agency.Units {
		key := "units." + strconv.Itoa(i) + ".id"
		switch {
		case u.ID == "":
			continue
		case viet.Slug(u.ID) != u.ID || isDevice(u.ID) || u.ID == unitAll:
			b.report(b.profile, key, "unit-id", "", u.ID, unitIDFor(u))
			continue
		case b.units[u.ID] != nil:
			first := slices.IndexFunc(b.site.Agency.Units, func(x content.Unit) bool { return x.ID == u.ID })
			at := b.profile.span("units." + strconv.Itoa(first) + ".id")
			b.report(b.profile, key, "unit-id", "twice", u.ID, strconv.Itoa(at.Start.Line))
			continue
		}
		made := &Unit{Unit: u}
		b.units[u.ID] = made
		b.site.Units = append(b.site.Units, made)
		if u.Group != "" {
			b.groups[u.Group] = append(b.groups[u.Group], made)
		}
	}
	for i, u := range b.site.Agency.Units {
		if made := b.units[u.ID]; made != nil && u.Parent != "" {
			b.nest(made, u.Parent, "units."+strconv.Itoa(i)+".parent")
		}
		if _, both := b.units[u.Group]; both {
			b.report(b.profile, "units."+strconv.Itoa(i)+".group", "unit-id", "group", u.Group)
		}
	}
}

// unitIDFor suggests an id for a unit.
func unitIDFor(u content.Unit) string {
	if id := viet.Slug(cmp.Or(u.ShortName, u.Name)); id != "" {
		return id
	}
	return "phong-" + viet.Slug(u.ID)
}

// nest puts a unit under its parent, unless that would make a circle.
func (b *builder) nest(u *Unit, parent, key string) {
	if u.Above != nil {
		return
	}
	above := b.units[parent]
	if above == nil {
		b.unknownUnit(b.profile, b.profile.span(key), parent)
		return
	}
	for x := above; x != nil; x = x.Above {
		if x == u {
			b.report(b.profile, key, "unit-parent", "", u.ID, parent)
			return
		}
	}
	u.Above = above
	above.Below = append(above.Below, u)
}

// unknownUnit reports an id that no unit or group of the agency has.
func (b *builder) unknownUnit(s *source, at spot, id string) {
	var known []string
	for _, u := range b.site.Units {
		known = append(known, u.ID)
		if u.Group != "" && !slices.Contains(known, u.Group) {
			known = append(known, u.Group)
		}
	}
	if near := b.guesses.word(id, known); near != "" {
		b.reportAt(s, at, "unit-unknown", "near", id, near)
		return
	}
	b.reportAt(s, at, "unit-unknown", "", id)
}

// unitNamed returns the unit that a text names: by its id, or by its name as people write it; nil if it names none. The answer
// is remembered: thousands of plans report to the same few.
func (b *builder) unitNamed(text string) *Unit {
	if u := b.units[text]; u != nil {
		return u
	}
	u, known := b.named[text]
	if !known {
		u = b.unitCalled(viet.Fold(text))
		b.named[text] = u
	}
	return u
}

// unitCalled returns the unit with a folded name.
func (b *builder) unitCalled(folded string) *Unit {
	for _, u := range b.site.Units {
		if folded == viet.Fold(u.Name) || u.ShortName != "" && folded == viet.Fold(u.ShortName) {
			return u
		}
	}
	return nil
}

// isID reports whether a text can only be meant as an id: letters a-z, figures and hyphens alone.
func isID(s string) bool {
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return s != ""
}

// party reads one value of an owner, a partner or a recipient: the names to show, and the units meant. An id stands for a
// unit, a group or, as "all", for every unit; anything else is text.
func (b *builder) party(s *source, key, value string) (names []string, units []*Unit) {
	value = strings.TrimSpace(value)
	switch {
	case value == unitAll:
		return []string{"Tất cả phòng, đơn vị"}, b.site.Units
	case b.units[value] != nil:
		u := b.units[value]
		return []string{u.Name}, []*Unit{u}
	case b.groups[value] != nil:
		for _, u := range b.groups[value] {
			names = append(names, u.Name)
		}
		return names, b.groups[value]
	case isID(value):
		b.unknownUnit(s, s.span(key), value)
	}
	if u := b.unitNamed(value); u != nil {
		return []string{value}, []*Unit{u}
	}
	return []string{value}, nil
}
