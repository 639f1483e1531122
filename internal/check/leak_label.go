package check

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// announced reads the number that a label announces: the first figures within gap bytes, with single spaces, points or hyphens
// between them, up to twenty-four figures. digits is "" if there is none on the line.
func (g *guard) announced(at, gap int) (digits string, s stretch) {
	w := g.window(at, gap+64)
	i := 0
	for i < len(w) && i <= gap && !isDigit(w[i]) {
		i++
	}
	if i >= len(w) || i > gap || !isDigit(w[i]) {
		return "", stretch{}
	}
	from := i
	var out []byte
	for i < len(w) && len(out) < 24 {
		switch {
		case isDigit(w[i]):
			out = append(out, w[i])
		case (w[i] == ' ' || w[i] == '.' || w[i] == '-') && i+1 < len(w) && isDigit(w[i+1]):
		default:
			return string(out), stretch{at + from, at + i}
		}
		i++
	}
	return string(out), stretch{at + from, at + i}
}

// take remembers that a number is explained.
func (g *guard) take(s stretch) { g.taken = append(g.taken, s) }

// identity judges the number behind a word for an identity document: twelve figures of a citizen number, nine of an old one.
func (g *guard) identity(l labelled) {
	digits, s := g.announced(l.to, 60)
	if currencyAt(g.p.lower[s.to:]) {
		return
	}
	switch len(digits) {
	case 12:
		g.hit("citizen-number", "", s)
	case 9:
		g.hit("old-id-number", "", s)
	default:
		return
	}
	g.take(s)
}

// account judges the number behind a word for a bank account. The plain word is mostly used of other accounts, so behind it the
// number must follow directly and look like nothing else.
func (g *guard) account(l labelled) {
	digits, s := g.announced(l.to, 60)
	if len(digits) < 8 || len(digits) > 19 {
		return
	}
	written := g.p.whole[s.from:s.to]
	if dateShaped(written) || currencyAt(g.p.lower[s.to:]) {
		return
	}
	if l.kind == accountWeak {
		gap := strings.Trim(string(g.p.lower[l.to:s.from]), " \t*_")
		direct := gap == "" || strings.HasSuffix(gap, ":") && len(gap) < 40
		phone := digits[0] == '0' && (len(digits) == 10 || len(digits) == 11)
		if !direct || phone || thousands(written) {
			return
		}
	}
	g.hit("bank-account", "", s, masked(digits), fingerprint(digits))
	g.take(s)
}

// dateShaped reports a number written as a day: 05.11.2026, 2026-11-05.
func dateShaped(b []byte) bool {
	parts := bytes.FieldsFunc(b, func(r rune) bool { return r == '.' || r == '-' || r == ' ' })
	if len(parts) < 3 {
		return false
	}
	if len(parts[0]) == 4 {
		return len(parts[1]) <= 2 && len(parts[2]) <= 2
	}
	return len(parts[0]) <= 2 && len(parts[1]) <= 2 && len(parts[2]) == 4
}

// thousands reports a number whose figures are grouped in threes by points: 15.000.000.
func thousands(b []byte) bool {
	parts := bytes.Split(b, []byte("."))
	for i, part := range parts {
		if len(part) > 3 || i > 0 && len(part) != 3 {
			return false
		}
	}
	return len(parts) > 1
}

// passport judges the number of a passport or driving licence: a letter and seven or eight figures, or twelve figures.
func (g *guard) passport(l labelled) {
	w := g.window(l.to, 50)
	from := bytes.IndexFunc(w, func(r rune) bool { return '0' <= r && r <= '9' })
	if from < 0 || from > 36 {
		return
	}
	to := from
	for to < len(w) && isDigit(w[to]) {
		to++
	}
	figures := to - from
	lettered := from > 0 && 'A' <= w[from-1] && w[from-1] <= 'Z' && !wordBefore(w, from-1)
	if figures != 12 && !(lettered && (figures == 7 || figures == 8)) {
		return
	}
	if lettered {
		from--
	}
	s := stretch{l.to + from, l.to + to}
	g.hit("plate-or-passport", "", s)
	g.take(s)
}

// plate judges the number plate that a label announces.
func (g *guard) plate(l labelled) {
	w := g.window(l.to, 60)
	for i := range w {
		if !isDigit(w[i]) {
			if i > 24 {
				return
			}
			continue
		}
		if n := plateEnd(w[i:], false); n > 0 {
			s := stretch{l.to + i, l.to + i + n}
			g.hit("plate-or-passport", "plate", s)
			g.take(s)
		}
		return
	}
}

// masked hides all of a number but its ends, so that its owner knows which is meant and nobody else learns it.
func masked(digits string) string {
	if len(digits) < 7 {
		return "…"
	}
	return digits[:3] + "…" + digits[len(digits)-2:]
}

// fingerprint identifies a contact without telling it.
func fingerprint(contact string) string {
	sum := sha256.Sum256([]byte("antq contact " + contact))
	return hex.EncodeToString(sum[:12])
}
