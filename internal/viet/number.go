package viet

import (
	"strings"
)

// A Number is the printed number and symbol of a document (số và ký hiệu,
// NĐ 30/2020, Phụ lục I, mục II.3). State style is number, slash, groups joined
// by hyphens (108/NQ-ĐUSXD), with the year between for legal acts
// (521/2005/QĐ-TTg); Party style is number, hyphen, type, slash, organ
// (05-NQ/TU).
type Number struct {
	Number string // as printed, with its zero and letter: "08", "15a", "1.234"; "" when not given yet
	Year   int    // 0 when the number has none
	Symbol string // "NQ-ĐUSXD", "QH15", "NQ/TU"
	Party  bool   // written in Party style
}

// ParseNumber reads a printed number, alone or after "Số" or "Số:":
// "108/NQ-ĐUSXD", "05-NQ/TU", "06/2022/QH15", "15a/QĐ-SXD", and "/KH-SXD" or
// "…/KH-SXD", whose number is not given yet. Look-alike letters, en dashes and
// stray spaces are mended. It is not ok for anything else: a bare "2447", a
// house number "12/A", a share "28/34", a number with words behind it.
func ParseNumber(s string) (Number, bool) {
	text := strings.TrimSpace(newView(s).s)
	for _, intro := range [...]string{"Số", "số", "SỐ"} {
		if rest, ok := strings.CutPrefix(text, intro); ok {
			text = strings.TrimLeft(rest, ": \t")
			break
		}
	}
	text = text[skipFill(text, 0):]
	t, ok := scanNumber(text, 0)
	if !ok || t.end != len(text) || !t.plausible() {
		return Number{}, false
	}
	return t.Number, true
}

// String returns the number and symbol as printed: "76/NQ-CP",
// "521/2005/QĐ-TTg", "05-NQ/TU", "/KH-SXD".
func (n Number) String() string {
	switch {
	case n.Symbol == "" && n.Year > 0:
		return n.Number + "/" + Date{Year: n.Year}.ISO()
	case n.Symbol == "":
		return n.Number
	case n.Party:
		return n.Number + "-" + n.Symbol
	case n.Year > 0:
		return n.Number + "/" + Date{Year: n.Year}.ISO() + "/" + n.Symbol
	}
	return n.Number + "/" + n.Symbol
}

// Key returns the form in which two printings of one number are equal, "" when
// number or symbol is missing, since such a number names no document. A number
// of one figure gets its zero (NĐ 30/2020 prints 08; older papers 8), otherwise
// zeros count; a point at the thousands does not. Case counts, and a year is part of the number: 521/QĐ-TTg and
// 521/2005/QĐ-TTg are never taken for one another.
func (n Number) Key() string {
	if n.Number == "" || n.Symbol == "" {
		return ""
	}
	n.Number = strings.ReplaceAll(n.Number, ".", "")
	if len(n.Number) == 1 || !isDigit(n.Number[1]) {
		n.Number = "0" + n.Number
	}
	return n.String()
}

// Code returns the first group of the symbol when it is the code of a document
// type: "NQ" of NQ-ĐUSXD and of NQ/TU, "TTLT" of TTLT-BTC-BYT; else "", as for
// QH15 and for the letter UBND-VX.
func (n Number) Code() string {
	if code := n.firstGroup(); isTypeCode(code, n.Party) {
		return code
	}
	return ""
}

func (n Number) firstGroup() string {
	if i := strings.IndexAny(n.Symbol, "-/"); i >= 0 {
		return n.Symbol[:i]
	}
	return n.Symbol
}

// isTypeCode reports whether a type has this code in this style. Party numbers
// may use the state codes too.
func isTypeCode(code string, party bool) bool {
	for _, d := range docTypes().byCode[code] {
		if party || d.Code == code {
			return true
		}
	}
	return false
}

// isAssembly reports whether a symbol group names the National Assembly or its
// Standing Committee with the number of the term: QH15, UBTVQH14.
func isAssembly(group string) bool {
	rest, ok := strings.CutPrefix(group, "UBTV")
	if !ok {
		rest = group
	}
	term, ok := strings.CutPrefix(rest, "QH")
	return ok && term != "" && strings.Trim(term, "0123456789") == ""
}
