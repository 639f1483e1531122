package content

import (
	"strconv"

	"antq/internal/diag"
)

// spans reports what ends before it begins. Dates of different precision are compared by the days they can mean.
func (d *decoder) spans(doc *Document) {
	c := &doc.Common
	d.span("date", c.Date, "expiryDate", c.ExpiryDate, "early")
	if c.Withdrawn != nil {
		d.span("date", c.Date, "withdrawn.date", c.Withdrawn.Date, "early")
	}
	if m, ok := doc.Meta.(*Conference); ok {
		d.span("when.start", m.When.Start, "when.end", m.When.End, "reversed")
	}
	a := administrativeOf(doc.Meta)
	if a == nil {
		return
	}
	d.twoSymbols(a)
	d.span("effective", a.Effective, "expires", a.Expires, "reversed")
	for i, t := range a.Tasks {
		at := "tasks." + strconv.Itoa(i) + "."
		d.span(at+"from", t.From, at+"until", t.Until, "reversed")
	}
}

// span compares two dates by their keys.
func (d *decoder) span(fromKey string, from Date, toKey string, to Date, reason string) {
	if from.IsZero() || to.IsZero() {
		return
	}
	first, last := from.First(), to.Last()
	sameDay := from.HasTime && to.HasTime && first.Compare(last) == 0
	if last.Compare(first) < 0 || sameDay && to.Compare(from) < 0 {
		d.list.Add(diag.New("invalid-date", reason, d.file, d.keys[toKey], toKey[lastDot(toKey)+1:], to.ISO(), fromKey[lastDot(fromKey)+1:], from.ISO()))
	}
}

// administrativeOf returns the keys of an administrative document, or nil for a kind without them.
func administrativeOf(meta Meta) *Administrative {
	switch m := meta.(type) {
	case *Plan:
		return &m.Administrative
	case *Legal:
		return &m.Administrative
	case *Commendation:
		return &m.Administrative
	case *Notice:
		return &m.Administrative
	}
	return nil
}
