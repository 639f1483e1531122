package check

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// figures looks at every number and mail address by itself, without a word that announces it.
func (g *guard) figures() {
	b := g.p.whole
	next := 0 // index into taken
	for i := 0; i < len(b); i++ {
		c := b[i]
		if c == '@' {
			g.mail(i)
			continue
		}
		if !isDigit(c) || i > 0 && isDigit(b[i-1]) {
			continue
		}
		for next < len(g.taken) && g.taken[next].to <= i {
			next++
		}
		if next < len(g.taken) && g.taken[next].from <= i {
			i = g.taken[next].to - 1
			continue
		}
		to := g.citizen(i)
		if to == 0 {
			to = g.mobile(i)
		}
		if to == 0 {
			to = g.barePlate(i)
		}
		if to > 0 {
			i = to - 1
		}
	}
}

// freeBefore reports whether what stands before a number lets it begin there.
func freeBefore(b []byte, at int) bool {
	if at == 0 {
		return true
	}
	switch c := b[at-1]; {
	case isDigit(c) || c == '/' || c == '.' || c == '-' || c == '_' || c == ',' && at > 1 && isDigit(b[at-2]):
		return false
	case c < utf8.RuneSelf:
		return !isASCIILetter(c)
	}
	r, _ := utf8.DecodeLastRune(b[:at])
	return !unicode.IsLetter(r)
}

// citizen judges a number of twelve figures, in one or in threes (NĐ 137/2015, Điều 13): three of the province, one of century
// and sex, two of the year of birth, six by chance. It returns where the number ends, or 0.
func (g *guard) citizen(at int) int {
	b := g.p.whole
	if b[at] != '0' || at+12 > len(b) || !freeBefore(b, at) {
		return 0
	}
	var d [12]byte
	i := at
	for n := range 12 {
		if n > 0 && n%3 == 0 && i < len(b) && (b[i] == ' ' || b[i] == '.') {
			i++
		}
		if i >= len(b) || !isDigit(b[i]) {
			return 0
		}
		d[n] = b[i] - '0'
		i++
	}
	if i < len(b) && (isDigit(b[i]) || b[i] == '/' || b[i] == '-') {
		return 0
	}
	year := 10*int(d[4]) + int(d[5])
	known := g.r.leaks.provinces[100*int(d[0])+10*int(d[1])+int(d[2])]
	if !known || d[3] > 3 || d[3] >= 2 && year > lastBirth || currencyAt(g.p.lower[i:]) {
		return 0
	}
	g.hit("citizen-number", "", stretch{at, i})
	return i
}

// lastBirth is the year of the century after which nobody with a number is born yet; the rule asks no clock.
const lastBirth = 49

// currencyAt reports whether a currency follows a number: then it is a sum.
func currencyAt(lower []byte) bool {
	lower = bytes.TrimLeft(lower, " ")
	for _, unit := range [...]string{"đồng", "vnđ", "vnd", "đ", "usd", "triệu", "tỷ", "tỉ", "%"} {
		if bytes.HasPrefix(lower, []byte(unit)) && !wordAfter(lower, len(unit)) {
			return true
		}
	}
	return false
}

// mobile judges the number of a mobile telephone: 0, +84 or 0084, two figures of a network and seven more. It returns where the
// number ends, or 0.
func (g *guard) mobile(at int) int {
	b := g.p.whole
	from, i := at, at
	switch {
	case at > 0 && b[at-1] == '+' && bytes.HasPrefix(b[at:], []byte("84")):
		from, i = at-1, at+2
	case bytes.HasPrefix(b[at:], []byte("0084")):
		i = at + 4
	case b[at] == '0':
		i = at + 1
	default:
		return 0
	}
	if !freeBefore(b, from) {
		return 0
	}
	if i < len(b) && b[i] == ')' {
		i++
	}
	var d [9]byte
	for n := range 9 {
		if n != 1 && i < len(b) && (b[i] == ' ' || b[i] == '.' || b[i] == '-') {
			i++
		}
		if i >= len(b) || !isDigit(b[i]) {
			return 0
		}
		d[n] = b[i]
		i++
	}
	if i < len(b) && isDigit(b[i]) || !mobileNetwork(d[0], d[1]) || currencyAt(g.p.lower[i:]) {
		return 0
	}
	g.hit("mobile-number", "", stretch{from, i}, masked("0"+string(d[:])), fingerprint("0"+string(d[:])))
	return i
}

// mobileNetwork reports whether two figures after the 0 are those of a mobile network (Thông tư 22/2014/TT-BTTTT and the change of
// prefixes of 2018).
func mobileNetwork(a, b byte) bool {
	switch a {
	case '3':
		return b >= '2'
	case '5':
		return b == '2' || b == '5' || b == '6' || b == '8' || b == '9'
	case '7':
		return b == '0' || b >= '6'
	case '8':
		return b >= '1'
	}
	return a == '9'
}

// mail judges the address around an "@".
func (g *guard) mail(at int) {
	b := g.p.lower
	to := at + 1
	for to < len(b) && (isASCIILetter(b[to]) || isDigit(b[to]) || b[to] == '-' || b[to] == '.') && to-at < 80 {
		to++
	}
	for to > at && b[to-1] == '.' {
		to--
	}
	if !g.r.leaks.mail[string(b[at+1:to])] {
		return
	}
	from := at
	for from > 0 && mailByte(b[from-1]) && at-from < 80 {
		from--
	}
	if from == at {
		return
	}
	g.hit("private-email", "", stretch{from, to}, string(b[from:from+1])+"…"+string(b[at:to]), fingerprint(string(b[from:to])))
}

// mailByte reports a byte of the part of an address before "@".
func mailByte(c byte) bool {
	return isASCIILetter(c) || isDigit(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%'
}

// barePlate judges a number plate that can be nothing else: "12A-123.45". It returns where it ends, or 0.
func (g *guard) barePlate(at int) int {
	to := plateEnd(g.p.whole[at:], true)
	if to == 0 || !freeBefore(g.p.whole, at) {
		return 0
	}
	g.hit("plate-or-passport", "plate", stretch{at, at + to})
	return at + to
}

// plateEnd returns where a number plate at the start of b ends, or 0: two figures, one or two letters, perhaps a figure, then
// three and two figures, or four or five; strict asks for the point between three and two (Thông tư 79/2024/TT-BCA).
func plateEnd(b []byte, strict bool) int {
	if len(b) < 7 || !isDigit(b[0]) || !isDigit(b[1]) {
		return 0
	}
	i := 2
	if b[i] == '-' {
		i++
	}
	from := i
	for i < len(b) && i-from < 2 && 'A' <= b[i] && b[i] <= 'Z' {
		i++
	}
	if i == from {
		return 0
	}
	if i+1 < len(b) && isDigit(b[i]) && (b[i+1] == '-' || b[i+1] == ' ') {
		i++
	}
	if i < len(b) && (b[i] == '-' || b[i] == ' ' || b[i] == '.') {
		i++
	}
	figures, point := 0, false
	for i < len(b) && (isDigit(b[i]) || b[i] == '.' && figures == 3 && !point && i+1 < len(b) && isDigit(b[i+1])) {
		if b[i] == '.' {
			point = true
		} else {
			figures++
		}
		i++
	}
	if strict && !point || point && figures != 5 || figures != 4 && figures != 5 || wordAfter(b, i) {
		return 0
	}
	return i
}
