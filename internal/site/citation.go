package site

import (
	"slices"
	"strings"

	"antq/internal/content"
	"antq/internal/viet"
)

// citation is what a line or a text says about the document it cites.
type citation struct {
	key     string       // number in the form of [viet.Reference.Key]
	plain   string       // number in the form of plainNumber, where its symbol is not given
	law     string       // name of a law in the form of lawName, where no number is given
	typeKey string       // English key of the type, "" if unknown
	year    int          // of a law cited by name and year
	issued  content.Date // as far as known
	organs  []string     // issuers in the form in which they are compared
	text    string       // as it stands in the line from the type through the date
	whole   string       // the same with the issuer
	more    []citation   // those that follow in a căn cứ
}

// typeKey returns the English key of a type by its Vietnamese name, "" if it is unknown; remembered.
func (m *maker) typeKey(name string) string {
	key, known := m.types[name]
	if !known {
		t, _ := viet.TypeByName(name)
		key = t.Key
		m.types[name] = key
	}
	return key
}

// basisCitation reads a căn cứ: its parts where they are typed, else its line.
func (m *maker) basisCitation(b content.Basis) citation {
	if b.Number == "" {
		return m.citationOf(basisText(b))
	}
	c := citation{issued: b.Issued, typeKey: m.typeKey(b.Type)}
	for _, issuer := range b.Issuer {
		c.organs = append(c.organs, m.organ(issuer))
	}
	if n, ok := viet.ParseNumber(b.Number); ok {
		c.key = n.Key()
	} else {
		c.plain = plainNumber(b.Number)
	}
	return c
}

// citationOf is readCitation, remembered: the documents of one agency cite the same few lines.
func (m *maker) citationOf(line string) citation {
	c, known := m.citations[line]
	if !known {
		c, _ = m.readCitation(line)
		m.citations[line] = c
	}
	return c
}

// readCitation reads a line that names a document by its number, or a law by its name. It reports false for text that does
// neither.
func (m *maker) readCitation(line string) (citation, bool) {
	if n, ok := viet.ParseNumber(line); ok {
		return citation{key: n.Key()}, true
	}
	b := viet.ParseBasis(line)
	if r := &b.Reference; r.Number == "" && r.Symbol == "" && r.Name == "" {
		return citation{}, false
	}
	c := m.citationIn(&b, &b.Reference)
	for i := range b.More {
		c.more = append(c.more, m.citationIn(&b, &b.More[i]))
	}
	return c, true
}

// citationIn takes over a reference with its place in a căn cứ.
func (m *maker) citationIn(b *viet.Basis, r *viet.Reference) citation {
	c := m.citationFrom(r)
	c.text, c.whole = r.Text, b.Text[r.Start:r.Tail]
	return c
}

// citationFrom takes over what a reference in a text says.
func (m *maker) citationFrom(r *viet.Reference) citation {
	c := citation{key: r.Key(), typeKey: r.TypeKey, issued: content.Date{Year: r.Issued.Year, Month: r.Issued.Month, Day: r.Issued.Day}}
	for _, issuer := range r.Issuers {
		c.organs = append(c.organs, m.organ(issuer))
	}
	switch {
	case c.key != "" || r.Symbol != "":
	case r.Number == "":
		c.law, c.year = lawName(r.Name), r.Year
	case r.Year == 0:
		c.plain = plainNumber(r.Number)
	}
	return c
}

// textCitation takes over what a citation in a body says.
func (m *maker) textCitation(r *content.Citation) citation {
	c := citation{key: r.Key, typeKey: m.typeKey(r.Type), issued: r.Issued}
	for _, issuer := range r.Issuers {
		c.organs = append(c.organs, m.organ(issuer))
	}
	switch {
	case r.Symbol != "":
	case r.Number != "" && r.Year == 0:
		c.plain = plainNumber(r.Number)
	case r.Number == "" && r.Name != "" && len(m.laws) > 0:
		c.law, c.year = lawName(r.Name), r.Year
	}
	return c
}

// lawName is the form in which two spellings of a law's name are equal.
func lawName(name string) string {
	return strings.Join(strings.FieldsFunc(viet.Fold(name), func(r rune) bool { return r == ' ' || r == ',' || r == '-' }), " ")
}

// isLaw reports whether documents of a type are cited by their names (NĐ 30/2020, Phụ lục I, mục II.6).
func isLaw(typeKey string) bool {
	return slices.Contains([]string{"law", "code_law", "ordinance", "constitution"}, typeKey)
}

// indexLaw enters a law under its name.
func (m *maker) indexLaw(s *source) {
	if !isLaw(s.facts.typeKey) || s.name == "" {
		return
	}
	name, kind := lawName(s.doc.Common.Title), lawName(s.facts.typeName)
	if !beginsWith(name, kind) {
		name = kind + " " + name
	}
	m.laws[name] = append(m.laws[name], s)
}

// cited finds the document that a line of front matter means, which can never be the source itself.
func (m *maker) cited(s *source, c citation) *source {
	return m.match(s.folder, c, s)
}

// citedInText finds the document that the text of a source means; it may be the source itself, as when a plan names its own
// number. Texts cite few documents over and over, so that the answer is remembered.
func (m *maker) citedInText(s *source, c citation) *source {
	if c.key == "" && c.plain == "" && c.law == "" {
		return nil
	}
	key := citationKey{folder: s.folder, number: c.key, plain: c.plain, law: c.law, typeKey: c.typeKey, year: c.year, issued: c.issued}
	if len(c.organs) == 1 {
		key.organs = c.organs[0]
	} else if len(c.organs) > 1 {
		key.organs = strings.Join(c.organs, "\n")
	}
	to, known := m.textual[key]
	if !known {
		if to = m.match(s.folder, c, nil); to != nil && !c.fitsType(to) {
			to = nil
		}
		m.textual[key] = to
	}
	return to
}

// citationKey is a citation as it stands in the texts of an agency.
type citationKey struct {
	folder, number, plain, law, typeKey, organs string
	year                                        int
	issued                                      content.Date
}

// match finds the document that a citation in a folder means: one of the same agency first, then a shared one, then another
// agency's. A number comes again every year, so neither the day of issue nor the issuer may contradict, and nothing is
// guessed: of several that fit equally well, also by their type, none is taken.
func (m *maker) match(folder string, c citation, but *source) *source {
	candidates := m.numbers[c.key]
	switch {
	case c.key != "":
	case c.plain != "":
		candidates = m.described(folder, &c)
	default:
		candidates = m.laws[c.law]
	}
	var best []*source
	rank := 0
	for _, to := range candidates {
		if to == but || !m.fits(&c, to) {
			continue
		}
		r := 1
		switch {
		case to.folder == folder:
			r = 3
		case to.shared():
			r = 2
		case folder == content.Shared:
			continue
		}
		if r > rank {
			best, rank = best[:0], r
		}
		if r == rank {
			best = append(best, to)
		}
	}
	if len(best) > 1 && c.law != "" {
		best = slices.DeleteFunc(best, m.outOfForce)
	}
	if len(best) > 1 && c.typeKey != "" {
		best = slices.DeleteFunc(best, func(to *source) bool { return to.facts.typeKey != c.typeKey })
	}
	if len(best) != 1 {
		return nil
	}
	return best[0]
}

// outOfForce reports whether a document says of itself that it holds no more. A law that is cited by its name alone is the one in
// force.
func (m *maker) outOfForce(s *source) bool {
	expires := s.admin.Expires
	return s.admin.Status == string(StateExpired) || !expires.IsZero() && expires.Last().Compare(m.today) < 0
}

// fits reports whether nothing that a citation says contradicts what a document says of itself.
func (m *maker) fits(c *citation, to *source) bool {
	issued := to.admin.Issued
	if c.year != 0 && issued.Year != 0 && c.year != issued.Year {
		return false
	}
	return sameIssue(c.issued, issued) && m.namesOf(c.organs, to.facts.called, c.issued.Full() && issued.Full())
}

// typeFamily joins the types that texts call by one name: a joint resolution is a Nghị quyết, a code is a law.
func typeFamily(key string) string {
	for _, kind := range [...]string{"joint_", "coordination_", "code_"} {
		key = strings.TrimPrefix(key, kind)
	}
	return key
}

// fitsType reports whether the type that a text cites can be that of the document. "Văn bản" may be said of every document, and
// is what one is that does not give its type. A type that the symbol names fits too: a Quy chế carries the number of the
// decision that issues it. In front matter the editor names a document on purpose, and the type is not asked.
func (c *citation) fitsType(to *source) bool {
	typed := to.facts.typeKey
	if c.typeKey == "" || typed == "" || c.typeKey == letterType || typeFamily(c.typeKey) == typeFamily(typed) {
		return true
	}
	if typed == letterType && viet.Fold(to.facts.typeName) == anyType {
		return true
	}
	n, _ := viet.ParseNumber(c.key)
	return slices.ContainsFunc(viet.TypeByCode(n.Code()), func(t viet.DocType) bool { return t.Key == c.typeKey })
}

// The type of letters, of which "Văn bản" is another name, and that name folded.
const (
	letterType = "letter"
	anyType    = "van ban"
)

// sameIssue reports whether two dates of issue can be the same, as far as both are known. A text may leave out the year ("ngày
// 24/11").
func sameIssue(a, b content.Date) bool {
	for _, part := range [...][2]int{{a.Year, b.Year}, {a.Month, b.Month}, {a.Day, b.Day}} {
		if part[0] != 0 && part[1] != 0 && part[0] != part[1] {
			return false
		}
	}
	return true
}

// UnknownCitations returns the citations of a body whose documents the sites do not have, or cannot tell from others, in the
// order of the text. links are the resolved references of the body: [Entry.Links], [Site.Links] or [Section.Links].
func UnknownCitations(body *content.Body, links []Link) []*content.Ref {
	var list []*content.Ref
	for i := range body.Refs {
		if body.Refs[i].Kind == content.RefCitation && !links[i].Known {
			list = append(list, &body.Refs[i])
		}
	}
	return list
}

// citeAt resolves a value that is a path or a citation line.
func (m *maker) citeAt(s *source, at spot, value string) hit {
	value = strings.TrimSpace(value)
	if !isPath(value) {
		c, named := m.readCitation(value)
		if to := m.cited(s, c); to != nil {
			return hit{kind: hitSource, source: to, text: value, at: at}
		}
		if named || strings.ContainsAny(value, " \t\n") {
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
