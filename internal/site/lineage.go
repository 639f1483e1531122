package site

import (
	"cmp"
	"slices"
)

// LineageLevel is a level of a document's lineage.
type LineageLevel struct {
	Level Level
	Items []LineageItem // what the document rests on, itself, what rests on it
	More  int           // how many documents of the level are left out: “và n văn bản khác”
}

// LineageItem is a document of a lineage.
type LineageItem struct {
	Steps  int    // from the document: -2 and -1 what it rests on, 0 itself, 1 what rests on it, 2 what rests on that …
	Target Target // Entry is always set; Page is nil where it cannot be linked
}

// How far a lineage reaches in each direction, and how many documents of a level it shows in each.
const (
	lineageSteps = 5
	lineageWidth = 8
)

// Lineage returns where an administrative document stands between those that it rests on or carries out (bases, implements)
// and those that rest on it or carry it out: by level from the centre down to the unit, within a level from what comes first to
// what follows from it. It is nil for a document that stands alone. It costs time in proportion to what it shows and to the
// number of documents next to those.
func (e *Entry) Lineage() []LineageLevel {
	if e.Admin == nil || len(e.above)+len(e.below) == 0 {
		return nil
	}
	w := lineageWalk{from: e, seen: map[*Entry]bool{e: true}}
	w.walk(-1)
	w.add(e.Admin.Level, LineageItem{Target: Target{Entry: e, Page: e.Page, Text: e.Title}})
	w.walk(1)
	for i := range w.levels {
		slices.SortStableFunc(w.levels[i].Items, func(x, y LineageItem) int { return cmp.Compare(x.Steps, y.Steps) })
	}
	slices.SortFunc(w.levels, func(x, y LineageLevel) int { return cmp.Compare(e.height(x.Level), e.height(y.Level)) })
	return w.levels
}

// height orders the levels of a lineage. An agency of a commune stands below the other organs of its commune, any other above them.
func (e *Entry) height(l Level) int {
	if l == LevelCommune && e.Site.Agency != nil && isCommunal(e.Site.Name) {
		return int(LevelAgency)*2 - 1
	}
	return int(l) * 2
}

type lineageWalk struct {
	from   *Entry
	seen   map[*Entry]bool // a document is met once, so circles end
	levels []LineageLevel
}

// walk follows the bases up (-1) or down (1), breadth first, so that the nearest documents are shown.
func (w *lineageWalk) walk(direction int) {
	var shown [LevelUnit + 1]int
	next := []*Entry{w.from}
	for step := 1; step <= lineageSteps && len(next) > 0; step++ {
		edge := next
		next = nil
		for _, e := range edge {
			relations := e.below
			if direction < 0 {
				relations = e.above
			}
			for _, r := range relations {
				to := r.Target.Entry
				if w.seen[to] {
					continue
				}
				w.seen[to] = true
				level := to.Admin.Level
				if shown[level]++; shown[level] > lineageWidth {
					w.level(level).More++
					continue
				}
				w.add(level, LineageItem{Steps: direction * step, Target: w.target(r)})
				// What other agencies' documents lead to is told on their own sites.
				if to.Site == w.from.Site || w.from.Site.Hub {
					next = append(next, to)
				}
			}
		}
	}
}

// target turns the target of a relation, made for the page of the document that has it, into one for the page that is asked
// about.
func (w *lineageWalk) target(r *Relation) Target {
	t := r.Target
	if w.from.Site.Hub {
		t.Page = t.Entry.Page
	}
	t.Text, t.Fragment, t.Note = t.Entry.Title, "", ""
	return t
}

func (w *lineageWalk) level(level Level) *LineageLevel {
	for i := range w.levels {
		if w.levels[i].Level == level {
			return &w.levels[i]
		}
	}
	w.levels = append(w.levels, LineageLevel{Level: level})
	return &w.levels[len(w.levels)-1]
}

func (w *lineageWalk) add(level Level, item LineageItem) {
	l := w.level(level)
	l.Items = append(l.Items, item)
}

// linkLineage notes which of the relations, now in their order, lead up and down in the lineage.
func (e *Entry) linkLineage() {
	if e.Admin == nil {
		return
	}
	for i := range e.Relations {
		r := &e.Relations[i]
		if r.Target.Entry == nil || r.Target.Entry.Admin == nil || r.InText {
			continue
		}
		switch r.Rel {
		case relImplements, relCites:
			e.above = append(e.above, r)
		case inverse(relImplements), inverse(relCites):
			e.below = append(e.below, r)
		}
	}
}
