package content

import (
	"strings"

	"antq/internal/viet"
)

// Citation is what a text says of a document that it cites, as far as it says it (NĐ 30/2020, Phụ lục I, mục II.6): enough to
// find the one document that is meant, or none.
type Citation struct {
	Key     string   // number and symbol in the form for exact matching (see viet.Reference.Key); "" if one is missing
	Type    string   // Vietnamese name of the type: "Kế hoạch"; "" when nothing tells it
	Number  string   // as printed: "08", "15a"; "" when missing
	Year    int      // year in the number, or of a law known by name and year; 0 if none
	Symbol  string   // "QĐ-TTg", "NQ/TU"
	Name    string   // of a law: "Luật Thi đua, khen thưởng"
	Issued  Date     // with the precision written
	Issuers []string // as printed
}

// newCitation copies what is kept of a reference, so that the text in which it was found can go.
func newCitation(r *viet.Reference) *Citation {
	c := &Citation{
		Key: r.Key(), Type: r.Type, Number: strings.Clone(r.Number), Year: r.Year, Symbol: strings.Clone(r.Symbol), Name: strings.Clone(r.Name),
		Issued: Date{Year: r.Issued.Year, Month: r.Issued.Month, Day: r.Issued.Day},
	}
	for _, issuer := range r.Issuers {
		c.Issuers = append(c.Issuers, strings.Clone(issuer))
	}
	return c
}

// pinpointAnchor returns the anchor in the cited document of the place at which a citation points ("điểm e khoản 1 Điều 4":
// "dieu-4.1.e"), or "" if it points at the whole or at several places.
func pinpointAnchor(p viet.Pinpoint) string {
	for _, part := range [...]string{p.Article, p.Clause, p.Point, p.Subpoint} {
		if strings.ContainsAny(part, ",-") {
			return ""
		}
	}
	switch {
	case p.Article == "" && p.Chapter != "" && p.Section == "" && !strings.Contains(p.Chapter, ","):
		return viet.Slug("chương " + p.Chapter)
	case p.Article == "" && p.Chapter == "" && p.Part == "" && p.Appendix == "" && romanNumber(p.Section) > 0:
		// of a text without Điều: "mục III.2", "điểm a mục I.1"
	case p.Article == "":
		return ""
	}
	anchor := "dieu-" + viet.Slug(p.Article)
	if p.Article == "" {
		if strings.Contains(p.Section, ",") {
			return ""
		}
		anchor = strings.ToLower(p.Section)
	}
	if p.Clause != "" {
		anchor += "." + p.Clause
	}
	for _, part := range [...]string{p.Point, p.Subpoint} {
		switch {
		case part == "":
		case part == "đ":
			anchor += ".dd"
		case isDigit(part[0]): // 2.1
			anchor += "." + part
		default:
			anchor += "." + viet.Slug(part)
		}
	}
	return anchor
}
