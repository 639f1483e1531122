package render

import (
	"antq/internal/site"
)

// LineageLevel is one level of the state in a document's lineage (mạch văn bản): what the document rests on, itself, and what
// rests on it.
type LineageLevel struct {
	Name  string // "Trung ương", "Tỉnh", "Cơ quan", "Phòng, đơn vị"
	Items []LineageItem
	More  int // documents of the level that are left out
}

func (l *LineageLevel) encode(e *encoder) {
	e.text(l.Name)
	each(e, l.Items)
	e.number(l.More)
}

// LineageItem is a document of a lineage. One of Above, Self and Below holds.
type LineageItem struct {
	Label, Title, Href string // "Kế hoạch số 301/KH-UBND", its title, its address or ""
	State              string // a site.State
	Above              bool   // the page's document rests on it
	Self               bool   // it is the page's document
	Below              bool   // it rests on the page's document
}

func (i *LineageItem) encode(e *encoder) {
	e.text(i.Label, i.Title, i.Href, i.State)
	e.bool(i.Above, i.Self, i.Below)
}

func (m *maker) lineage(en *site.Entry) []LineageLevel {
	var levels []LineageLevel
	for _, l := range en.Lineage() {
		level := LineageLevel{Name: l.Level.String(), More: l.More}
		for i := range l.Items {
			it := &l.Items[i]
			level.Items = append(level.Items, LineageItem{
				Label: named(it.Target.Entry), Title: it.Target.Entry.Title, Href: m.target(&it.Target).Href,
				State: string(it.Target.Entry.State), Above: it.Steps < 0, Self: it.Steps == 0, Below: it.Steps > 0,
			})
		}
		levels = append(levels, level)
	}
	return levels
}

// named is what a document is called by: its type, with the number where it has one.
func named(en *site.Entry) string {
	name := label(en)
	if en.Admin != nil && en.Admin.Number != "" {
		name += " số " + number(en.Admin.Number)
	}
	return name
}
