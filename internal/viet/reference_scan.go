package viet

import "strings"

// How far a citation may reach, in bytes.
const (
	maxLookBack = 320 // from a number back to its type
	maxTypeGap  = 120 // between type and number, for both to be one link
	maxFill     = 40  // dots and spaces where a number is still to be written
)

// A finder walks once through a view.
type finder struct {
	s     string
	words *citationLists
	found []citation
	types []typeHit // type names in s[:typed] that a number may still look back to
	typed int
}

// scan visits every figure, every mark that may follow a missing number, and
// every word that begins the name of a law.
func (f *finder) scan() {
	s := f.s
	for i := 0; i < len(s); {
		next := i + 1
		switch c := s[i]; c {
		case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
			next = f.visitNumber(i)
		case '/', '-':
			next = f.visitBlankNumber(i)
		case 'L', 'B', 'P', 'H':
			next = f.visitLaw(i)
		}
		i = next
	}
}

// visitNumber reads the number at s[i], if it is one, and returns where to go
// on.
func (f *finder) visitNumber(i int) int {
	if !f.startsNumber(i) {
		return skipDigits(f.s, i)
	}
	if t, ok := scanNumber(f.s, i); ok {
		if c, ok := f.citeNumber(t); ok {
			return f.add(c)
		}
		return skipDigits(f.s, i)
	}
	if t, ok := f.bareNumber(i); ok {
		if c, ok := f.citeBare(t); ok {
			return f.add(c)
		}
	}
	return skipDigits(f.s, i)
}

// visitBlankNumber reads the symbol after a number that is still missing, which
// only "số" announces.
func (f *finder) visitBlankNumber(i int) int {
	if !startsUpper(f.s, skipGap(f.s, i+1)) && (i+1 >= len(f.s) || !isDigit(f.s[i+1])) {
		return i + 1
	}
	if intro := f.introBefore(i); !intro.ok {
		return i + 1
	}
	t, ok := scanNumber(f.s, i)
	if !ok || !t.certain() {
		return i + 1
	}
	if c, ok := f.citeNumber(t); ok {
		return f.add(c)
	}
	return i + 1
}

// startsNumber reports whether a number can begin at s[i]: not inside a word,
// address, decimal or another number. After "số" the space may be lost.
func (f *finder) startsNumber(i int) bool {
	if i == 0 {
		return true
	}
	switch c := f.s[i-1]; c {
	case '/', '-', '.', ',', '_', ':':
		return c == ':' && strings.HasSuffix(f.s[:i-1], "ố")
	}
	return !isWordByte(f.s, lastStart(f.s, i)) || hasIntroWord(f.s[:i]) > 0
}

// An intro is the word "số" before a number.
type intro struct {
	ok    bool
	start int  // of "số", or of the number without it
	own   bool // "Số:", the number line of a document itself
}

// introBefore looks for "số", "Số:" before s[i]. The place of a missing number
// may be filled with dots.
func (f *finder) introBefore(i int) intro {
	j := i
	for floor := max(0, i-maxFill); j > floor; {
		if isBlank(f.s[j-1]) || f.s[j-1] == '.' || f.s[j-1] == '_' {
			j--
		} else if strings.HasSuffix(f.s[:j], "…") {
			j -= len("…")
		} else {
			break
		}
	}
	colon := j > 0 && f.s[j-1] == ':'
	if colon {
		j = trimSpacesLeft(f.s, j-1)
	}
	if n := hasIntroWord(f.s[:j]); n > 0 {
		return intro{ok: true, start: j - n, own: colon && f.s[j-n] == 'S'}
	}
	return intro{start: i}
}

// hasIntroWord returns the length of the word "số" at the end of s, 0 when
// another word stands there.
func hasIntroWord(s string) int {
	for _, word := range [...]string{"số", "Số", "SỐ"} {
		if strings.HasSuffix(s, word) {
			start := len(s) - len(word)
			if start == 0 || !isWordByte(s, lastStart(s, start)) {
				return len(word)
			}
		}
	}
	return 0
}

// add completes a citation with what follows it, keeps it, and returns where to
// go on.
func (f *finder) add(c citation) int {
	f.readDate(&c)
	f.readIssuers(&c)
	if len(c.ref.Issuers) == 0 {
		f.issuersBefore(&c)
	}
	f.closeBracket(&c)
	f.readSubject(&c)
	c.ref.Pinpoint = f.pinpointBefore(c.start)
	if c.ownIssuer || c.introIssuer {
		for k := c.listHead; k < len(f.found); k++ {
			if found := &f.found[k]; !found.introIssuer {
				found.ref.Issuers, found.introIssuer = c.ref.Issuers, c.introIssuer
			}
		}
		c.listHead = len(f.found)
	}
	if c.ownIssuer {
		c.listHead = len(f.found) + 1
	}
	f.found = append(f.found, c)
	return c.end
}

// floor returns the first byte that a citation at s[i] may look back to: the
// start of its sentence, the end of the citation before, or maxLookBack.
func (f *finder) floor(i int) int { return f.floorBehind(i, len(f.found)) }

// floorBehind is floor where only the first citations count.
func (f *finder) floorBehind(i, first int) int {
	low := max(0, i-maxLookBack)
	if first > 0 {
		low = max(low, min(i, f.found[first-1].reach()))
	}
	for j := i; j > low; j-- {
		switch f.s[j-1] {
		case ';', '!', '?':
			return j
		case '.':
			if j < len(f.s) && isBlank(f.s[j]) && j < i {
				return j
			}
		case '\n':
			if breaksSentence(f.s, j) {
				return j
			}
		}
	}
	return low
}

// breaksSentence reports whether the line that begins at s[i] is not the
// continuation of the one before: it is an item of a list, a heading, a row of a
// table, or a capital letter after a blank line.
func breaksSentence(s string, i int) bool {
	blank := strings.HasSuffix(s[:trimTabs(s, i-1)], "\n")
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	if i >= len(s) {
		return false
	}
	switch s[i] {
	case '#', '|', '>':
		return true
	case '-':
		// "giai đoạn 2025⏎- 2030" is one span of years.
		if _, end := scanFigures(s, skipGap(s, i+1), 4); end >= i+5 && endsFigures(s, end) {
			return false
		}
		return i+1 < len(s) && s[i+1] == ' '
	case '*', '+':
		return i+1 < len(s) && s[i+1] == ' '
	}
	return blank && startsUpper(s, i)
}

// trimTabs returns the end of what stands before the spaces and tabs that end
// at s[i], all on one line.
func trimTabs(s string, i int) int {
	for i > 0 && (s[i-1] == ' ' || s[i-1] == '\t' || s[i-1] == '\r') {
		i--
	}
	return i
}
