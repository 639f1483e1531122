package viet

import "strings"

// maxSubject is how far the subject of a document is read in running text.
const maxSubject = 600

// closeBracket takes the bracket that ends behind the citation into it, when it
// began inside; a bracket behind the number that goes on is left out.
func (f *finder) closeBracket(c *citation) {
	open := strings.LastIndexAny(f.s[c.start:c.end], "()")
	if open < 0 || f.s[c.start+open] == ')' {
		return
	}
	if next := skipGap(f.s, c.end); next < len(f.s) && f.s[next] == ')' && c.tail <= next {
		c.end = next + 1
		return
	}
	if open += c.start; open >= c.number.end {
		c.after = c.end
		c.end = trimSpacesLeft(f.s, open)
	}
}

// readIssuers reads the issuer behind number and date, and a date behind it.
func (f *finder) readIssuers(c *citation) {
	from := max(c.end, c.after)
	i := from
	for i < len(f.s) && (isBlank(f.s[i]) || f.s[i] == ',' || f.s[i] == ')') && i-from < 6 {
		i++
	}
	names, end := f.issuerClause(i, len(f.s), c.ref.TypeKey)
	if len(names) == 0 {
		return
	}
	c.tail = end
	if len(c.ref.Issuers) == 0 {
		c.ref.Issuers = names
		c.ownIssuer = true
	}
	if !c.ref.Issued.IsZero() {
		return
	}
	if t, ok := f.dateBehind(end, false); ok {
		c.setDate(t)
		c.end, c.tail = t.end, t.end
	}
}

// readIssuersBetween reads issuer and date between type and number: "Quyết định
// của Bộ Chính trị số 31-QĐ/TW".
func (f *finder) readIssuersBetween(c *citation, from, to int) {
	i := skipSpaces(f.s, from)
	if t, ok := scanDate(f.s, i); ok && t.end <= to {
		c.setDate(t)
		i = skipSpaces(f.s, t.end)
	}
	if names, _ := f.issuerClause(i, to, c.ref.TypeKey); len(names) > 0 {
		c.ref.Issuers = names
		c.introIssuer = true
	}
}

// readSubject reads what the document is about, up to the end of its clause.
func (f *finder) readSubject(c *citation) {
	from := skipSpaces(f.s, c.reach())
	if !startsLower(f.s, from) {
		return
	}
	if _, ok := f.words.subjects.has(f.s, from); !ok {
		return
	}
	end := f.clauseEnd(from)
	c.ref.Subject = strings.TrimRight(oneLine(f.s[from:end]), " ,.;")
}

// clauseEnd finds where the clause that begins at s[i] ends: at a semicolon, the
// end of a sentence, a bracket or quote that was opened before, or a comma
// before a capital, where the sentence goes on with who acts.
func (f *finder) clauseEnd(i int) int {
	open, quotes := 0, 0
	lastSpace := i
	for limit := min(len(f.s), i+maxSubject); i < limit; i++ {
		switch f.s[i] {
		case ' ':
			lastSpace = i
		case ';':
			return i
		case '(':
			open++
		case ')':
			if open--; open < 0 {
				return i
			}
		case '.':
			if i+1 == len(f.s) || isBlank(f.s[i+1]) || strings.HasPrefix(f.s[i:], "./.") {
				return i
			}
		case ',':
			if quotes == 0 && startsUpper(f.s, skipSpaces(f.s, i+1)) {
				return i
			}
		case '\n':
			if breaksSentence(f.s, i+1) {
				return i
			}
		case 0xE2:
			if strings.HasPrefix(f.s[i:], "“") {
				quotes++
			} else if strings.HasPrefix(f.s[i:], "”") {
				if quotes--; quotes < 0 {
					return i
				}
			}
		}
	}
	if i >= len(f.s) {
		return len(f.s)
	}
	return lastSpace
}
