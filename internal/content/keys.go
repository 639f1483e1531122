package content

import (
	"slices"
	"strings"

	"antq/internal/diag"
)

// Key is a row of the table of keys: what front matter may hold. The table drives the decoder, the hints for mistyped
// keys, and everything that explains, checks or completes front matter elsewhere.
type Key struct {
	Name     string   // "before"
	Path     string   // from the top: "tasks.before"; the parts of a list have no number
	Type     Words    // what its value is
	List     bool     // the value may be a list
	Kinds    []Kind   // kinds that have it, in the order of [Kind]
	Required []Kind   // kinds that cannot do without it; below the top: always, when its map is written
	Allowed  []Choice // the values it may have; nil = any of its type
	Default  Words    // what holds where it is not typed; empty = nothing
	Doc      Words    // what it means, a phrase without full stop
	Typed    []string // what people type for it in Vietnamese
	Sub      []Key    // keys of its map or of the maps of its list
}

// Words is a text in both languages.
type Words struct{ En, Vi string }

// In returns the text in a language.
func (w Words) In(lang diag.Lang) string {
	if lang == diag.Vietnamese {
		return w.Vi
	}
	return w.En
}

// same is a word that is the same in both languages.
func same(s string) Words { return Words{s, s} }

// Choice is a value from a closed list.
type Choice struct {
	Value string
	Vi    string // what it means in Vietnamese, and what people type instead
}

// row ties a key to the field of T that it fills.
type row[T any] struct {
	name     string
	typed    string // Vietnamese typings of the key, separated by "; "
	read     reader[T]
	kinds    []Kind // nil = every kind that has the table
	needed   []Kind // kinds that require the key; in a nested table: always
	fallback Words
	en, vi   string
}

// reader turns a node into a field of T.
type reader[T any] struct {
	words   Words
	list    bool
	allowed []Choice
	sub     []Key
	decode  func(d *decoder, n *node, into *T)
}

// table is the set of keys of a map.
type table[T any] struct {
	rows  []row[T]
	index map[string]int
}

func tableOf[T any](rows ...row[T]) *table[T] {
	t := &table[T]{rows: rows, index: make(map[string]int, len(rows))}
	for i, r := range rows {
		t.index[r.name] = i
	}
	return t
}

// keys returns the rows as people read them. kinds are those that have the table.
func (t *table[T]) keys(kinds []Kind) []Key {
	keys := make([]Key, len(t.rows))
	for i, r := range t.rows {
		k := Key{
			Name: r.name, Path: r.name, Type: r.read.words, List: r.read.list, Kinds: kinds, Required: r.needed,
			Allowed: r.read.allowed, Default: r.fallback, Doc: Words{r.en, r.vi},
		}
		if r.kinds != nil {
			k.Kinds = r.kinds
		}
		if r.typed != "" {
			k.Typed = strings.Split(r.typed, "; ")
		}
		k.Sub = below(r.name, k.Kinds, r.read.sub)
		keys[i] = k
	}
	return keys
}

// below returns keys as parts of a key with the given name.
func below(name string, kinds []Kind, sub []Key) []Key {
	out := slices.Clone(sub)
	for i := range out {
		out[i].Path = name + "." + out[i].Path
		out[i].Kinds = kinds
		out[i].Sub = below(name, kinds, out[i].Sub)
	}
	return out
}

// part is a table with the struct that it fills.
type part interface {
	// find returns the row of a key, or -1.
	find(name string, kind Kind) int
	decode(d *decoder, row int, n *node)
	count() int
	name(row int) string
	typings(row int) string
	needs(row int, kind Kind) bool
	example() string
}

type bound[T any] struct {
	*table[T]
	into *T
}

func (b bound[T]) find(name string, kind Kind) int {
	i, ok := b.index[name]
	if !ok || b.rows[i].kinds != nil && !slices.Contains(b.rows[i].kinds, kind) {
		return -1
	}
	return i
}

func (b bound[T]) decode(d *decoder, row int, n *node) { b.rows[row].read.decode(d, n, b.into) }
func (b bound[T]) count() int                          { return len(b.rows) }
func (b bound[T]) name(row int) string                 { return b.rows[row].name }
func (b bound[T]) typings(row int) string              { return b.rows[row].typed }

func (b bound[T]) needs(row int, kind Kind) bool {
	return slices.Contains(b.rows[row].needed, kind)
}

// example returns the key that people write first in such a map.
func (t *table[T]) example() string {
	for _, r := range t.rows {
		if r.needed != nil || r.name == "name" || r.name == "title" {
			return r.name
		}
	}
	return t.rows[0].name
}

// every is all kinds, in their order.
var every = []Kind{
	KindPage, KindPlan, KindStory, KindConference, KindDocument, KindModel, KindCommendation, KindNotice, KindMaterial,
	KindSection, KindAgency, KindCampaign,
}

// titled is the kinds that must have a title.
var titled = []Kind{
	KindPage, KindPlan, KindStory, KindConference, KindDocument, KindModel, KindCommendation, KindNotice, KindMaterial,
}

// administrative is the kinds that can be an administrative document (NĐ 30/2020).
var administrative = []Kind{KindPlan, KindDocument, KindCommendation, KindNotice}

// parts returns the tables of a kind, its own first, and the Meta they fill beside common.
func parts(kind Kind, common *Common) (Meta, []part) {
	c := bound[Common]{commonKeys, common}
	switch kind {
	case KindPlan:
		m := new(Plan)
		return m, []part{c, bound[Administrative]{administrativeKeys, &m.Administrative}}
	case KindDocument:
		m := new(Legal)
		return m, []part{c, bound[Administrative]{administrativeKeys, &m.Administrative}}
	case KindStory:
		m := new(Story)
		return m, []part{bound[Story]{storyKeys, m}, c}
	case KindConference:
		m := new(Conference)
		return m, []part{bound[Conference]{conferenceKeys, m}, c}
	case KindModel:
		m := new(Model)
		return m, []part{bound[Model]{modelKeys, m}, c}
	case KindCommendation:
		m := new(Commendation)
		return m, []part{bound[Commendation]{commendationKeys, m}, c, bound[Administrative]{administrativeKeys, &m.Administrative}}
	case KindNotice:
		m := new(Notice)
		return m, []part{bound[Notice]{noticeKeys, m}, c, bound[Administrative]{administrativeKeys, &m.Administrative}}
	case KindMaterial:
		m := new(Material)
		return m, []part{bound[Material]{materialKeys, m}, c}
	case KindSection:
		m := new(Section)
		return m, []part{bound[Section]{sectionKeys, m}, c}
	case KindAgency:
		m := new(Agency)
		return m, []part{bound[Agency]{agencyKeys, m}, c}
	case KindCampaign:
		m := new(Campaign)
		return m, []part{bound[Campaign]{campaignKeys, m}, c}
	}
	return new(Page), []part{c}
}

// Keys returns the whole table: the keys of every kind first, then those of administrative documents, then those of one
// kind after the other. A name can come more than once, with other kinds.
func Keys() []Key {
	return slices.Concat(
		commonKeys.keys(every),
		administrativeKeys.keys(administrative),
		conferenceKeys.keys([]Kind{KindConference}),
		storyKeys.keys([]Kind{KindStory}),
		modelKeys.keys([]Kind{KindModel}),
		commendationKeys.keys([]Kind{KindCommendation}),
		noticeKeys.keys([]Kind{KindNotice}),
		materialKeys.keys([]Kind{KindMaterial}),
		sectionKeys.keys([]Kind{KindSection}),
		agencyKeys.keys([]Kind{KindAgency}),
		campaignKeys.keys([]Kind{KindCampaign}),
	)
}
