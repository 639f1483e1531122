package site

import (
	"slices"
	"strconv"
	"strings"

	"antq/internal/content"
)

// Admin is what the site derives for an administrative document.
type Admin struct {
	*content.Administrative
	TypeName string
	Number   string // as printed, number and symbol
	Place    string
	Issuers  []string
	Superior string
	Level    Level
	Bases    []Basis
	File     *File
	Coverage []Coverage // for unitPlans: one line per unit asked

	given bool // the number is given, not only its symbol
}

// Basis is one căn cứ as shown: its text, and the document if the site knows it.
type Basis struct {
	Text string
	// Target is nil where the sites do not have the document or hold it back; its Page is nil where it may not be linked. Its
	// Lapsed says that the document holds no more.
	Target *Target
	Known  bool // the sites have the document, also where it may not be linked
	// Cited are the documents that the line cites, in its order, the one of Target the first; nil where the basis is typed in its
	// parts.
	Cited []BasisCitation
}

// BasisCitation is a citation within the line of a căn cứ.
type BasisCitation struct {
	Text   string  // as it stands in the line, from the type through the date
	Whole  string  // the same with the issuer; it begins with Text
	Target *Target // as in Basis
}

// basisText returns the line of a căn cứ: as it is typed, else from its parts in the order of a first citation (NĐ 30/2020,
// Phụ lục I, mục II.6).
func basisText(b content.Basis) string {
	if b.Text != "" {
		return b.Text
	}
	parts := []string{b.Verb, b.Type}
	if b.Number != "" {
		parts = append(parts, "số "+b.Number)
	}
	parts = append(parts, b.Issued.Words())
	if len(b.Issuer) > 0 {
		parts = append(parts, "của "+joined(b.Issuer))
	}
	parts = append(parts, b.Subject)
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " ")
}

// newAdmin makes the derived keys of a document. Of a withdrawn one only what it is called by is left.
func newAdmin(s *source) *Admin {
	a := &Admin{Administrative: s.admin, TypeName: s.facts.typeName, Number: s.facts.number, Place: s.facts.place,
		Issuers: s.facts.issuers, Superior: s.facts.superior, Level: s.facts.level, given: s.facts.given}
	if s.withdrawn {
		a.Administrative = &content.Administrative{Type: s.admin.Type, Number: s.admin.Number, Symbol: s.admin.Symbol,
			Issued: s.admin.Issued, Issuer: s.admin.Issuer}
	}
	return a
}

// fillAdmin resolves the bases, the signed original and the units asked for plans.
func (b *builder) fillAdmin(e *Entry, s *source) {
	for i, basis := range s.admin.Bases {
		shown := Basis{Text: basisText(basis)}
		h := s.refs.bases[i]
		shown.Known = h.kind != hitText && h.kind != hitNone
		if t := b.target(s, h, ""); t != nil && (t.Page != nil || h.kind == hitSource) {
			shown.Target = t
		}
		for k, c := range s.refs.basesMore[i] {
			one := BasisCitation{Text: c.text, Whole: c.whole, Target: shown.Target}
			if k > 0 {
				one.Target = nil
				if t := b.target(s, c.to, ""); t != nil && c.to.kind == hitSource {
					one.Target = t
				}
			}
			shown.Cited = append(shown.Cited, one)
		}
		e.Admin.Bases = append(e.Admin.Bases, shown)
	}
	e.Admin.File = b.file(s.refs.file)
	if s.admin.UnitPlans == nil || e.Shared {
		return
	}
	asked := map[*Unit]bool{}
	for i, from := range s.admin.UnitPlans.From {
		_, units := b.party(s, "unitPlans.from."+strconv.Itoa(i), from)
		for _, u := range units {
			asked[u] = true
		}
	}
	for _, u := range b.site.Units {
		if asked[u] {
			e.Admin.Coverage = append(e.Admin.Coverage, Coverage{Unit: u})
		}
	}
}
