package render

import (
	"cmp"

	"antq/internal/content"
	"antq/internal/site"
)

// HonoureeGroup holds those who receive one form of reward.
type HonoureeGroup struct {
	Form      string
	Honourees []Honouree
}

func (g *HonoureeGroup) encode(e *encoder) { e.text(g.Form); each(e, g.Honourees) }

// Honouree is a rewarded person or collective.
type Honouree struct {
	Number     int // from 1, through all groups
	Name       string
	Collective bool
	Unit       Link
	Deed       string
	Story      *Link
}

func (h *Honouree) encode(e *encoder) {
	e.number(h.Number)
	e.text(h.Name, h.Deed)
	e.bool(h.Collective)
	h.Unit.encode(e)
	maybe(e, h.Story)
}

// honourees groups those rewarded by the form of the reward, in the order in which the forms first appear.
func (m *maker) honourees(en *site.Entry) []HonoureeGroup {
	var groups []HonoureeGroup
	var form string
	if d, ok := en.Doc.Meta.(*content.Commendation); ok {
		form = d.Form
	}
	at := make(map[string]int)
	for i := range en.Honourees {
		h := &en.Honourees[i]
		f := cmp.Or(h.Form, form)
		k, known := at[f]
		if !known {
			k = len(groups)
			at[f] = k
			groups = append(groups, HonoureeGroup{Form: f})
		}
		v := Honouree{Name: h.Name, Collective: h.Type == "collective", Deed: h.Deed, Story: m.entry(h.StoryRef)}
		if v.Unit.Text = h.UnitName; h.UnitRef != nil {
			v.Unit = *m.unit(h.UnitRef)
		}
		groups[k].Honourees = append(groups[k].Honourees, v)
	}
	n := 0
	for g := range groups {
		for i := range groups[g].Honourees {
			n++
			groups[g].Honourees[i].Number = n
		}
	}
	return groups
}
