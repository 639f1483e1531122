package site

import (
	"cmp"
	"strconv"
	"strings"

	"antq/internal/content"
	"antq/internal/diag"
	"antq/internal/viet"
)

// facts is what a document is called by: derived once, for every site that shows it.
type facts struct {
	typeName string
	number   string // as printed, number and symbol
	given    bool   // the number is given, not only its symbol
	key      string // form in which two printings of one number are equal; "" if there is none
	place    string
	issuers  []string
	superior string
}

// indexNumbers derives the facts of every administrative document and enters it under its number.
func (m *maker) indexNumbers() {
	m.numbers = map[string][]*source{}
	for _, s := range m.sources {
		if s.admin == nil {
			continue
		}
		m.deriveFacts(s)
		if s.facts.key == "" || s.name == "" {
			continue
		}
		m.numbers[s.facts.key] = append(m.numbers[s.facts.key], s)
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
	for _, i := range s.facts.issuers {
		b.WriteString("\n" + organ(i))
	}
	return b.String()
}

func (m *maker) deriveFacts(s *source) {
	a, f := s.admin, &s.facts
	f.typeName = cmp.Or(a.Type, defaultType(s.doc.Kind))
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

// organ folds the name of an issuing organ for comparison; the usual short forms are spelled out.
func organ(name string) string {
	name = viet.Fold(name)
	for _, short := range [...][2]string{{"ubnd", "uy ban nhan dan"}, {"hdnd", "hoi dong nhan dan"}, {"ttg", "thu tuong chinh phu"}} {
		if rest, ok := strings.CutPrefix(name, short[0]); ok && (rest == "" || rest[0] == ' ') {
			name = short[1] + rest
		}
	}
	return name
}

// sameOrgan reports whether two names can be one organ's: "Ủy ban nhân dân tỉnh" is short for the one of Lạng Sơn in its
// own papers. Without a name nothing speaks against it.
func sameOrgan(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	for _, x := range a {
		for _, y := range b {
			x, y := organ(x), organ(y)
			if strings.HasPrefix(x, y) || strings.HasPrefix(y, x) {
				return true
			}
		}
	}
	return false
}

// citation is what a line says about the document it cites.
type citation struct {
	key     string
	issued  content.Date
	issuers []string
}

// basisCitation reads a căn cứ: its parts where they are typed, else its line.
func (m *maker) basisCitation(b content.Basis) citation {
	if b.Number == "" {
		return m.citationOf(b.Text)
	}
	c := citation{issued: b.Issued, issuers: b.Issuer}
	if n, ok := viet.ParseNumber(b.Number); ok {
		c.key = n.Key()
	}
	return c
}

// citationOf is readCitation, remembered: the documents of one agency cite the same few lines.
func (m *maker) citationOf(line string) citation {
	c, known := m.citations[line]
	if !known {
		c, _ = readCitation(line)
		m.citations[line] = c
	}
	return c
}

// readCitation reads a line that names a document by its number. It reports false for text without a number.
func readCitation(line string) (citation, bool) {
	if n, ok := viet.ParseNumber(line); ok {
		return citation{key: n.Key()}, true
	}
	r := viet.ParseBasis(line).Reference
	if r.Number == "" && r.Symbol == "" {
		return citation{}, false
	}
	issued := content.Date{Year: r.Issued.Year, Month: r.Issued.Month, Day: r.Issued.Day}
	return citation{key: r.Key(), issued: issued, issuers: r.Issuers}, true
}

// cited finds the document that a citation means: in the source's own agency first, then among the shared ones, then in
// other agencies. A number comes again every year, so the days of issue must not differ, and nothing is guessed: of several
// that fit equally well none is taken.
func (m *maker) cited(s *source, c citation) *source {
	if c.key == "" {
		return nil
	}
	var best *source
	rank, several := 0, false
	for _, to := range m.numbers[c.key] {
		if to == s || !sameIssue(c.issued, to.admin.Issued) || !sameOrgan(c.issuers, to.facts.issuers) {
			continue
		}
		r := 1
		switch {
		case to.folder == s.folder:
			r = 3
		case to.shared():
			r = 2
		case s.shared():
			continue
		}
		switch {
		case r > rank:
			best, rank, several = to, r, false
		case r == rank:
			several = true
		}
	}
	if several {
		return nil
	}
	return best
}

// sameIssue reports whether two dates of issue can be the same, as far as both are known.
func sameIssue(a, b content.Date) bool {
	switch {
	case a.Year == 0 || b.Year == 0:
		return true
	case a.Year != b.Year:
		return false
	case a.Month == 0 || b.Month == 0:
		return true
	case a.Month != b.Month:
		return false
	}
	return a.Day == 0 || b.Day == 0 || a.Day == b.Day
}

// citeAt resolves a value that is a path or a citation line.
func (m *maker) citeAt(s *source, at diag.Span, value string) hit {
	value = strings.TrimSpace(value)
	if !isPath(value) {
		c, numbered := readCitation(value)
		if to := m.cited(s, c); to != nil {
			return hit{kind: hitSource, source: to, text: value, at: at}
		}
		if numbered || strings.ContainsAny(value, " \t\n") {
			return hit{kind: hitText, text: value, at: at}
		}
	}
	return m.followPath(s, at, value)
}

// isPath reports whether a value can only be a path.
func isPath(value string) bool {
	p, _, _ := strings.Cut(value, "#")
	return strings.HasPrefix(value, "/") && !strings.Contains(value, " ") || strings.HasPrefix(value, ".") || strings.HasPrefix(value, "#") ||
		strings.HasSuffix(p, ".md")
}
