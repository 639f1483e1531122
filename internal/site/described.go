package site

import (
	"strings"

	"antq/internal/content"
)

// described is what a document is called by where the symbol of its number is left out: "Kế hoạch số 301 ngày 24/11/2025 của UBND
// tỉnh Lạng Sơn". Every organ numbers each type of document from 1 each year, so that type, number and day say little without the
// issuer.
type described struct {
	typeKey, number string
	issued          content.Date
}

// plainNumber returns a number without its symbol in the form in which two printings are equal: "08" for "8", "1234" for "1.234";
// "" for what is none.
func plainNumber(printed string) string {
	number := strings.ReplaceAll(printed, ".", "")
	figures := strings.TrimLeft(number, "0123456789")
	switch {
	case len(figures) == len(number) || len(figures) > 1 || figures != "" && (figures < "a" || figures > "z"):
		return ""
	case len(number)-len(figures) == 1:
		return "0" + number
	}
	return number
}

// indexDescribed enters a document that can be found without its symbol: with type, number, full day of issue and issuer.
func (m *maker) indexDescribed(s *source, number string) {
	f, day := &s.facts, s.admin.Issued
	if number = plainNumber(number); number == "" || f.typeKey == "" || !day.Full() || len(f.organs) == 0 {
		return
	}
	key := described{f.typeKey, number, content.Date{Year: day.Year, Month: day.Month, Day: day.Day}}
	m.describedBy[key] = append(m.describedBy[key], s)
}

// described returns the documents that a citation without symbol may mean. Type, number, full day and issuers must all be given
// and equal, and must be those of one number only: nothing is taken where two documents with different symbols fit.
func (m *maker) described(folder string, c *citation) []*source {
	if c.typeKey == "" || !c.issued.Full() || len(c.organs) == 0 {
		return nil
	}
	key := described{c.typeKey, c.plain, content.Date{Year: c.issued.Year, Month: c.issued.Month, Day: c.issued.Day}}
	var fit []*source
	for _, s := range m.describedBy[key] {
		if !m.issuedBy(folder, s, c.organs) {
			continue
		}
		if len(fit) > 0 && fit[0].facts.key != s.facts.key {
			return nil
		}
		fit = append(fit, s)
	}
	return fit
}

// issuedBy reports whether a document was issued by exactly the organs that a citation in a folder names. On its own site an agency
// may go by its short name or the first words of its name.
func (m *maker) issuedBy(folder string, s *source, organs []string) bool {
	if len(organs) != len(s.facts.organs) {
		return false
	}
	for _, organ := range s.facts.organs {
		found := false
		for _, named := range organs {
			own := s.folder == folder && folder != content.Shared && organ == m.ownName(folder) && beginsWith(organ, named)
			found = found || own || equalOrgan(organ, named) || named == m.shortNames[organ]
		}
		if !found {
			return false
		}
	}
	return true
}

// ownName returns the name of an agency in the form in which organs are compared, "" for what is no agency's folder.
func (m *maker) ownName(folder string) string {
	if b := m.byAgency[folder]; b != nil && folder != "" {
		return m.organ(b.site.Name)
	}
	return ""
}
