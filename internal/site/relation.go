package site

import (
	"cmp"
	"slices"

	"antq/internal/content"
)

// Relation is one typed relation of an entry, seen from it.
type Relation struct {
	Rel     string // implements, amends, …, or the same with "-by" meaning from the other side: "implements-by"
	Inverse bool   // the other document states it
	Target  Target
	Note    string
	InText  bool // cites: only the text says so, not the bases

	before int32 // the relation to the same target before this one: its place in Entry.Relations and one; 0 = none
}

// The relations that more than a list depends on. Cites is derived from bases; a see-also is its own inverse.
const (
	relImplements = "implements"
	relAmends     = "amends"
	relReplaces   = "replaces"
	relReportsOn  = "reports-on"
	relFulfils    = "fulfils"
	relAttachedTo = "attached-to"
	relSeeAlso    = "see-also"
	relCites      = "cites"
)

// relations lists the relations in the order in which they are shown.
var relations = [...]string{relReplaces, relAmends, relImplements, relCites, "announces", relReportsOn, "reviews", relFulfils,
	relAttachedTo, relSeeAlso}

// directed are the relations that two documents cannot have to each other.
func directed(rel string) bool {
	switch rel {
	case relReplaces, relAmends, relImplements, relReportsOn, relFulfils, relAttachedTo:
		return true
	}
	return false
}

// decisive are the relations that change what holds of the other document, wherever it is shown.
func decisive(rel string) bool { return rel == relReplaces || rel == relAmends }

// relateAll states every relation on both sides. A source states its relations once; each site that shows it, or shows what
// it is related to, gets them.
func (m *maker) relateAll() {
	for _, s := range m.sources {
		if s.name != "" {
			m.checkStatements(s)
		}
	}
	for _, b := range m.builders {
		b.relateAwards()
	}
	for _, s := range m.sources {
		if !s.shown() || s.withdrawn {
			continue
		}
		for i := range s.refs.statements {
			m.relate(s, &s.refs.statements[i])
		}
	}
	for _, b := range m.builders {
		for _, e := range b.order {
			e.sortRelations()
			e.linkLineage()
		}
	}
}

// stateImplied adds the relations that a source states by another key than related.
func (s *source) stateImplied() {
	list := s.refs.statements
	switch s.doc.Kind {
	case content.KindConference:
		if s.refs.main.kind != hitNone {
			list = append(list, statement{rel: relImplements, to: s.refs.main, key: "of"})
		}
	case content.KindModel:
		if s.refs.main.kind == hitSource {
			list = append(list, statement{rel: relCites, to: s.refs.main, key: "decision"})
		}
	}
	for _, h := range s.refs.bases {
		if h.kind == hitSource {
			list = append(list, statement{rel: relCites, to: h, key: "bases"})
		}
	}
	based := len(list)
	for i := range s.refs.body {
		h := &s.refs.body[i]
		if !h.cites || h.to.kind != hitSource || h.to.source == s || s.name == "" {
			continue
		}
		if !slices.ContainsFunc(list[based:], func(st statement) bool { return st.to.source == h.to.source }) {
			list = append(list, statement{rel: relCites, to: h.to, inText: true})
		}
	}
	s.refs.statements = list
}

// checkStatements reports relations that cannot hold: to itself, in both directions at once, or fulfilling what is no task.
func (m *maker) checkStatements(s *source) {
	for i := range s.refs.statements {
		st := &s.refs.statements[i]
		to := st.to.source
		switch {
		case st.to.kind != hitSource:
			continue
		case to == s && st.to.fragment == "":
			m.report(s, st.key, "relation-self", "", st.rel)
		case st.rel == relFulfils && st.to.task == nil:
			m.report(s, st.key, "fulfils-no-task", "", sourceFile(to.doc.Path))
		case directed(st.rel) && to != s:
			for _, back := range to.refs.statements {
				if back.rel == st.rel && back.to.source == s && s.doc.Path < to.doc.Path {
					m.report(s, st.key, "relation-contradiction", "", st.rel, sourceFile(to.doc.Path))
				}
			}
		}
	}
}

// relate puts a statement on both sides, on every site that shows them.
func (m *maker) relate(s *source, st *statement) {
	for _, b := range m.concerned(s, st) {
		if e := b.entries[s]; e != nil {
			if t := b.target(s, st.to, st.note); t != nil && t.Entry != e {
				b.addRelation(e, Relation{Rel: st.rel, Target: *t, Note: noteFor(st, t), InText: st.inText})
			}
		}
		if st.to.kind != hitSource || st.to.source == s {
			continue
		}
		e, own := b.lookup(st.to.source)
		if e == nil || !own || e.State == StateWithdrawn {
			continue
		}
		from, here := b.lookup(s)
		if from == nil || from == e || !here && e.Shared && !b.site.Hub && !decisive(st.rel) {
			continue // what others do with a shared document is told on the hub
		}
		t := Target{Entry: from, Page: from.Page, Text: from.Title}
		if !here {
			b.outside(s, hit{}, &t)
		}
		b.addRelation(e, Relation{Rel: inverse(st.rel), Inverse: true, Target: t, Note: st.note, InText: st.inText})
	}
}

// concerned returns the sites that can show one side of a statement.
func (m *maker) concerned(s *source, st *statement) []*builder {
	if s.shared() {
		return m.builders
	}
	list := []*builder{m.byAgency[s.folder]}
	if to := st.to.source; st.to.kind == hitSource && to.folder != s.folder {
		if to.shared() && decisive(st.rel) {
			return m.builders
		}
		if to.shared() {
			return append(list, m.hub)
		}
		return append(list, m.byAgency[to.folder])
	}
	return list
}

// noteFor returns the note of a statement, unless it serves as the text of a target that has no title to show.
func noteFor(st *statement, t *Target) string {
	if t.Text == st.note {
		return ""
	}
	return st.note
}

// inverse names a relation from the other side.
func inverse(rel string) string {
	if rel == relSeeAlso {
		return rel
	}
	return rel + "-by"
}

// relatedKey is an entry and something that it is related to.
type relatedKey struct {
	entry, to *Entry
	fragment  string
	text      string // where to is nil
}

// addRelation adds a relation unless the entry has it already. That another document points here too is not said beside a
// relation of the entry's own to it.
func (b *builder) addRelation(e *Entry, r Relation) {
	key := relatedKey{entry: e, to: r.Target.Entry, fragment: r.Target.Fragment}
	if key.to == nil {
		key.text = r.Target.Text
	}
	first := b.related[key]
	for i := first; i != 0; {
		have := &e.Relations[i-1]
		i = have.before
		switch {
		case have.Rel == relSeeAlso && have.Inverse:
			r.before = have.before
			*have = r
			return
		case have.Rel == r.Rel, r.Rel == relSeeAlso:
			return
		}
	}
	r.before = first
	e.Relations = append(e.Relations, r)
	b.related[key] = int32(len(e.Relations))
}

// sortRelations orders relations by kind, the entry's own first, then by date, the newest first.
func (e *Entry) sortRelations() {
	slices.SortStableFunc(e.Relations, func(x, y Relation) int {
		c := cmp.Or(cmp.Compare(rank(x.Rel), rank(y.Rel)), compareBool(x.Inverse, y.Inverse))
		if c != 0 || x.Target.Entry == nil || y.Target.Entry == nil {
			return c
		}
		return newestFirst(x.Target.Entry, y.Target.Entry)
	})
}

func rank(rel string) int {
	for i, r := range relations {
		if r == rel || rel == inverse(r) {
			return i
		}
	}
	return len(relations)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// related returns the entries that state a relation to this one, in a fixed order.
func (e *Entry) related(rel string) []*Entry {
	var list []*Entry
	for i := range e.Relations {
		r := &e.Relations[i]
		if r.Inverse && r.Rel == inverse(rel) && r.Target.Entry != nil {
			list = append(list, r.Target.Entry)
		}
	}
	return list
}

// isReport reports whether an entry can be the report of a conference.
func isReport(e *Entry) bool {
	return e.Kind != content.KindConference && e.State != StateWithdrawn
}
