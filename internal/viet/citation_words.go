package viet

import (
	"cmp"
	_ "embed"
	"sync"
)

//go:embed data/citation_words.tsv
var citationWordList string

//go:embed data/law_names.tsv
var lawNameList string

// citationLists are the phrases by which citations are read, by their role in
// citation_words.tsv, and the names of types and laws.
type citationLists struct {
	verbs, subjects, cuts, keeps, heads, offices, lawEnds phraseList
	teams, tasks, forms, notForms, countries              phraseList
	places, wholes, bodies, crews, issuings               phraseList
	types                                                 phraseList // rows of docTypes
	laws                                                  phraseList
	lawTitles                                             []string // by row of laws
	lawNames                                              []string // the same in full, "" for what is no short form
}

var citationWords = sync.OnceValue(func() *citationLists {
	l := &citationLists{}
	roles := map[string]*phraseList{
		"verb": &l.verbs, "subject": &l.subjects, "cut": &l.cuts,
		"keep": &l.keeps, "head": &l.heads, "office": &l.offices, "law-end": &l.lawEnds,
		"team": &l.teams, "task": &l.tasks, "form": &l.forms, "not-form": &l.notForms,
		"country": &l.countries, "place": &l.places, "whole": &l.wholes, "body": &l.bodies,
		"crew": &l.crews, "issue": &l.issuings,
	}
	for i, row := range tableRows(citationWordList, 2) {
		if row[0] == "field" {
			l.wholes.add("Sở "+row[1], i)
			l.wholes.add("Bộ "+row[1], i)
			continue
		}
		roles[row[0]].add(row[1], i)
	}
	for i, d := range docTypes().types {
		l.types.add(d.Name, i)
		for _, o := range d.Others {
			l.types.add(o, i)
		}
	}
	for i, row := range tableRows(lawNameList, 2) {
		l.laws.add(row[0], i)
		l.lawTitles = append(l.lawTitles, cmp.Or(row[1], row[0]))
		l.lawNames = append(l.lawNames, row[1])
	}
	return l
})
