package site

import (
	"cmp"
	"strconv"
	"strings"

	"antq/internal/content"
	"antq/internal/viet"
)

// facts is what a document is called by: derived once, for every site that shows it.
type facts struct {
	typeName string
	typeKey  string // its English key, "" for a type that is not in the table
	number   string // as printed, number and symbol
	given    bool   // the number is given, not only its symbol
	key      string // form in which two printings of one number are equal; "" if there is none
	place    string
	issuers  []string
	organs   []string // the issuers in the form in which they are compared
	called   []string // organs, and what else they go by
	superior string
	level    Level
}

// indexNumbers derives the facts of every administrative document and enters it under its number.
func (m *maker) indexNumbers() {
	m.numbers, m.laws, m.describedBy = map[string][]*source{}, map[string][]*source{}, map[described][]*source{}
	m.indexShortNames()
	for _, s := range m.sources {
		if s.admin == nil {
			continue
		}
		m.deriveFacts(s)
		m.nameOrgans(s)
		s.facts.level = m.levelOf(s)
		m.indexLaw(s)
		if s.facts.key == "" || s.name == "" {
			continue
		}
		m.numbers[s.facts.key] = append(m.numbers[s.facts.key], s)
		if n, ok := viet.ParseNumber(s.facts.number); ok {
			m.indexDescribed(s, n.Number)
		}
		id := s.identity()
		for _, other := range m.numbers[id] {
			if other.folder == s.folder {
				m.report(s, "number", "number-duplicate", "", s.facts.number, sourceFile(other.doc.Path))
				break
			}
		}
		m.numbers[id] = append(m.numbers[id], s)
	}
}

// identity is what makes a numbered document the same as another one: number, issuers and year of issue. It is "" without a
// number.
func (s *source) identity() string {
	if s.facts.key == "" {
		return ""
	}
	var b strings.Builder
	b.WriteString(s.facts.key + "\n" + strconv.Itoa(s.admin.Issued.Year))
	for _, organ := range s.facts.organs {
		b.WriteString("\n" + organ)
	}
	return b.String()
}

func (m *maker) deriveFacts(s *source) {
	a, f := s.admin, &s.facts
	f.typeName = cmp.Or(a.Type, defaultType(s.doc.Kind))
	f.typeKey = m.typeKey(f.typeName)
	f.number = printedNumber(a)
	if n, ok := viet.ParseNumber(f.number); ok {
		f.key, f.given = n.Key(), n.Number != ""
	} else if f.number != "" && !strings.HasPrefix(f.number, "/") {
		f.key, f.given = f.number, true
	}
	f.place, f.issuers, f.superior = a.Place, a.Issuer, a.Superior
	b := m.byAgency[s.folder]
	if b == nil || s.shared() {
		return
	}
	f.place = cmp.Or(f.place, b.site.Agency.Place)
	u := b.units[s.unitID()]
	switch {
	case len(f.issuers) > 0:
	case u != nil:
		f.issuers = []string{u.Name}
		f.superior = cmp.Or(f.superior, b.site.Name)
	default:
		f.issuers = []string{b.site.Name}
		f.superior = cmp.Or(f.superior, b.site.Agency.Parent.Name)
	}
}

// unitID returns the unit that a document belongs to as it is typed; a story's subject may name it too.
func (s *source) unitID() string {
	if s.doc.Common.Unit != "" {
		return s.doc.Common.Unit
	}
	if st, ok := s.doc.Meta.(*content.Story); ok {
		return st.Subject.Unit
	}
	return ""
}

// defaultType is the type name of a kind where none is typed.
func defaultType(k content.Kind) string {
	switch k {
	case content.KindPlan:
		return "Kế hoạch"
	case content.KindCommendation:
		return "Quyết định"
	case content.KindNotice:
		return "Thông báo"
	}
	return "Văn bản"
}

// printedNumber joins number and symbol as they are printed: "08/HD-SNV", Party style "05-NQ/TU" (NĐ 30/2020, Phụ lục I,
// mục II.3; Hướng dẫn 36-HD/VPTW).
func printedNumber(a *content.Administrative) string {
	switch {
	case a.Symbol == "":
		return a.Number
	case strings.Contains(a.Symbol, "/"):
		return a.Number + "-" + a.Symbol
	}
	return a.Number + "/" + a.Symbol
}
