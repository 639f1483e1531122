package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	maxNumberDigits = 6
	maxSymbolBytes  = 96
	maxGap          = 4 // white space inside a number that a broken line leaves
)

// A numberToken is a number found in a text: its place and how it was printed.
type numberToken struct {
	Number
	start, end int
	groups     int
	spaced     bool // white space stood inside
	lostHyphen bool // white space stood where a hyphen belongs
	shared     bool // its symbol stands at a later number of the list
	acronyms   bool // every group is written in capitals, like an acronym
}

// certain reports whether the token is a document number by its own looks: it
// has a hyphen or slash in the symbol, a known code, or names an assembly. The
// house number 12/A is not.
func (t numberToken) certain() bool {
	if t.groups > 1 {
		return true
	}
	first := t.firstGroup()
	return isAssembly(first) || isTypeCode(first, t.Party) || t.Year > 0 && t.acronyms
}

// plausible reports whether the token may be a document number where a type
// name stands before it: Công văn số 238/UBND.
func (t numberToken) plausible() bool { return t.acronyms || t.certain() }

// scanNumber reads the number that begins at s[i], which is a digit, or the
// slash or hyphen of a number not given yet.
func scanNumber(s string, i int) (numberToken, bool) {
	t := numberToken{start: i}
	j := skipNumber(s, i)
	if j-i-strings.Count(s[i:j], ".") > maxNumberDigits {
		return t, false
	}
	if j > i {
		j = skipSuffix(s, j)
	}
	t.Number.Number = s[i:j]
	mark := skipGap(s, j)
	if mark >= len(s) || s[mark] != '/' && s[mark] != '-' {
		return t.scanUnjoined(s, j, mark)
	}
	k := skipGap(s, mark+1)
	t.spaced = mark > j || k > mark+1
	if s[mark] == '-' {
		return t.scanParty(s, k)
	}
	return t.scanState(s, k)
}

// scanUnjoined reads the symbol of a Party number behind white space where its
// hyphen must have stood, or without anything: 05 CT/TW, 33KH/ĐU.
func (t numberToken) scanUnjoined(s string, end, i int) (numberToken, bool) {
	kind, ok := scanGroup(s, i)
	if !ok || end == t.start || kind.end >= len(s) || s[kind.end] != '/' || !isTypeCode(s[i:kind.end], true) {
		return t, false
	}
	t.lostHyphen = true
	return t.scanParty(s, i)
}

// scanParty reads type, slash and organ: NQ/TU.
func (t numberToken) scanParty(s string, i int) (numberToken, bool) {
	kind, ok := scanGroup(s, i)
	if !ok || kind.figures > 0 || kind.letters < 2 || kind.letters > 5 {
		return t, false
	}
	slash := skipGap(s, kind.end)
	if slash >= len(s) || s[slash] != '/' {
		return t, false
	}
	organ := skipGap(s, slash+1)
	t.Party = true
	t.groups = 1
	t.spaced = t.spaced || slash > kind.end || organ > slash+1
	t.Symbol = s[i:kind.end] + "/"
	return t.scanGroups(s, organ, kind.acronym)
}

// scanState reads the year, if there is one, and the groups: 2005/QĐ-TTg.
func (t numberToken) scanState(s string, i int) (numberToken, bool) {
	if end := skipDigits(s, i); end == i+4 && (s[i:i+2] == "19" || s[i:i+2] == "20") {
		slash := skipGap(s, end)
		if slash >= len(s) || s[slash] != '/' {
			return t, false
		}
		t.Year = atoi(s[i:end])
		i = skipGap(s, slash+1)
		t.spaced = t.spaced || slash > end || i > slash+1
	}
	return t.scanGroups(s, i, true)
}

// scanGroups reads groups joined by hyphens. A hyphen with white space beside
// it belongs to the symbol only when an acronym follows, and with space on both
// sides only when no closer hyphen came before (1987/CQTT - CAT - PA04): in "12/KH-SXD - Sở Xây dựng" and
// "12/KH-SXD - UBND tỉnh" it is punctuation.
func (t numberToken) scanGroups(s string, i int, acronyms bool) (numberToken, bool) {
	g, ok := scanGroup(s, i)
	if !ok {
		return t, false
	}
	t.acronyms = acronyms && g.acronym
	t.Symbol += s[i:g.end]
	t.end = g.end
	t.groups++
	hyphens, apart := 0, true
	for {
		hyphen := skipGap(s, t.end)
		if hyphen >= len(s) || s[hyphen] != '-' {
			break
		}
		next := skipGap(s, hyphen+1)
		before, after := hyphen > t.end, next > hyphen+1
		g, ok := scanGroup(s, next)
		if !ok || (before || after) && !g.acronym || before && after && !apart ||
			len(t.Symbol)+g.end-next > maxSymbolBytes {
			break
		}
		t.join(s[next:g.end], g)
		t.spaced = t.spaced || before || after
		apart = apart && before && after
		hyphens++
	}
	t.scanSlash(s)
	t.scanOffice(s)
	t.scanLostHyphen(s, hyphens)
	return t, true
}

// scanSlash reads the groups behind a slash that some write where a hyphen
// belongs: 15/NQ/TW, 01/QCPH/CAT-SXD.
func (t *numberToken) scanSlash(s string) {
	if t.Party || t.groups > 1 || t.end >= len(s) || s[t.end] != '/' || !isTypeCode(t.Symbol, true) {
		return
	}
	for mark := t.end; mark < len(s) && (s[mark] == '/' && t.groups == 1 || s[mark] == '-'); mark = t.end {
		g, ok := scanGroup(s, mark+1)
		if !ok || !g.acronym || len(t.Symbol)+g.end-mark > maxSymbolBytes {
			return
		}
		t.Symbol += s[mark:g.end]
		t.end = g.end
		t.groups++
	}
}

// scanOffice reads the organ behind a slash after a symbol of several groups:
// 40/KH-TCTTKĐA06/CP.
func (t *numberToken) scanOffice(s string) {
	if t.Party || t.groups < 2 || t.end >= len(s) || s[t.end] != '/' || strings.Contains(t.Symbol, "/") {
		return
	}
	g, ok := scanGroup(s, t.end+1)
	if !ok || !g.acronym || g.figures > 0 || len(t.Symbol)+g.end-t.end > maxSymbolBytes || g.end < len(s) && s[g.end] == '/' {
		return
	}
	t.Symbol += s[t.end:g.end]
	t.end = g.end
	t.groups++
}

// scanLostHyphen reads one more group over white space where a hyphen must have
// stood: a state code alone is only half a symbol (2447/QĐ TTg).
func (t *numberToken) scanLostHyphen(s string, hyphens int) {
	if hyphens > 0 || t.Party || !isTypeCode(t.Symbol, false) {
		return
	}
	next := skipGap(s, t.end)
	g, ok := scanGroup(s, next)
	if next == t.end || !ok || !g.acronym || g.letters < 2 {
		return
	}
	t.join(s[next:g.end], g)
	t.lostHyphen = true
}

func (t *numberToken) join(group string, g symbolGroup) {
	t.Symbol += "-" + group
	t.end = g.end
	t.groups++
	t.acronyms = t.acronyms && g.acronym
}

// A symbolGroup is one group of a symbol: UBND, BKH&ĐT, V05, TTg.
type symbolGroup struct {
	end              int
	letters, figures int
	acronym          bool // at least two capitals, at most one small letter, no tone marks
}

// scanGroup reads a group: a capital, then letters and digits, with & or a
// point between two capitals (BKH&ĐT, UBND.VX).
func scanGroup(s string, i int) (symbolGroup, bool) {
	g := symbolGroup{end: i}
	capitals, toned := 0, false
	for j := i; j < len(s) && j-i < maxSymbolBytes; {
		r, n := utf8.DecodeRuneInString(s[j:])
		switch {
		case unicode.IsUpper(r):
			capitals++
			g.letters++
			toned = toned || isToned(r)
		case j == i:
			return g, false
		case isDigitRune(r):
			g.figures++
		case unicode.IsLetter(r):
			g.letters++
			toned = toned || isToned(r)
		case (r == '&' || r == '.') && twoCapitals(s[j+1:], r):
		default:
			j = len(s)
			continue
		}
		j += n
		g.end = j
	}
	g.acronym = capitals >= 2 && g.letters-capitals <= 1 && !toned
	return g, g.end > i
}

// twoCapitals reports whether a group goes on after its joint: after & with a
// capital, after a point with two letters in capitals, since a sentence may end
// there.
func twoCapitals(rest string, joint rune) bool {
	first, n := utf8.DecodeRuneInString(rest)
	if !unicode.IsUpper(first) {
		return false
	}
	second, _ := utf8.DecodeRuneInString(rest[n:])
	return joint == '&' || unicode.IsUpper(second)
}

// isToned reports whether r carries a tone, which no acronym does (Đ, Ư, Â are
// letters of their own).
func isToned(r rune) bool {
	switch r {
	case 'ă', 'â', 'đ', 'ê', 'ô', 'ơ', 'ư', 'Ă', 'Â', 'Đ', 'Ê', 'Ô', 'Ơ', 'Ư':
		return false
	}
	return r >= utf8.RuneSelf
}

// skipSuffix skips the one letter of a number put between two others (15a).
func skipSuffix(s string, i int) int {
	r, n := utf8.DecodeRuneInString(s[i:])
	if r != 'đ' && (n != 1 || baseLetter(r) == 0) {
		return i
	}
	if next := i + n; next < len(s) && (s[next] == '/' || s[next] == '-' || s[next] == ' ' && unicode.IsLower(r)) {
		return next
	}
	return i
}

// skipFill skips what stands where a number or day is still to be written:
// spaces, dots, ellipses, underscores.
func skipFill(s string, i int) int {
	for i < len(s) {
		switch c := s[i]; {
		case c == ' ' || c == '.' || c == '_' || c == '\t' || c == '\n' || c == '\r':
			i++
		case len(s)-i >= 3 && s[i:i+3] == "…":
			i += 3
		default:
			return i
		}
	}
	return i
}

// skipGap skips at most maxGap bytes of white space.
func skipGap(s string, i int) int {
	for end := min(i+maxGap, len(s)); i < end && isBlank(s[i]); {
		i++
	}
	return i
}

// skipNumber skips figures, also those of a number with a point at its
// thousands: 1.234.
func skipNumber(s string, i int) int {
	end := skipDigits(s, i)
	if end == i || end-i > 3 || s[i] == '0' || end >= len(s) || s[end] != '.' {
		return end
	}
	if thousands := skipDigits(s, end+1); thousands == end+4 {
		return thousands
	}
	return end
}

func skipDigits(s string, i int) int {
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return i
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isDigitRune(r rune) bool { return '0' <= r && r <= '9' }

// atoi reads up to nine figures; the callers count them.
func atoi(figures string) int {
	n := 0
	for i := range len(figures) {
		n = n*10 + int(figures[i]-'0')
	}
	return n
}
