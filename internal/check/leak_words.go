package check

import (
	_ "embed"
	"strings"

	"antq/internal/viet"
)

//go:embed data/leak_words.tsv
var leakWordData string

//go:embed data/citizen_provinces.tsv
var provinceData string

//go:embed data/private_mail.tsv
var mailData string

//go:embed data/secret_tokens.tsv
var tokenData string

//go:embed data/id_pictures.tsv
var pictureData string

// leakKind says what a word of data/leak_words.tsv announces.
type leakKind uint8

const (
	secrecyMark leakKind = iota + 1
	secrecyLabel
	circulationMark
	circulationLine
	citizenLabel
	oldIDLabel
	accountLabel
	accountWeak
	birthLabel
	homeLabel
	passportLabel
	plateLabel
	childWord
	passwordLabel
)

// leakKinds are the names of the kinds in the list.
func leakKinds() map[string]leakKind {
	return map[string]leakKind{
		"mark": secrecyMark, "secrecy": secrecyLabel, "circulation": circulationMark, "circulation-line": circulationLine,
		"citizen": citizenLabel, "old-id": oldIDLabel, "account": accountLabel, "account-weak": accountWeak,
		"birth": birthLabel, "home": homeLabel, "passport": passportLabel, "plate": plateLabel, "child": childWord,
		"password": passwordLabel,
	}
}

// token is how a key of a service begins.
type token struct {
	prefix string
	least  int // characters that must follow
}

// leakLists are the lists of the leak guard.
type leakLists struct {
	words     *words
	kinds     []leakKind // of the words, by their index
	provinces [1000]bool // first three figures of citizen numbers
	mail      map[string]bool
	tokens    []token
	tokenByte [256]bool // bytes of which tokens are made
	cards     []string  // what a picture of an identity card is called, folded
	nobody    []string  // names in properties of files that are no person's
	events    []string  // words beside which it is a picture of something else
}

func newLeakLists() leakLists {
	l := leakLists{mail: map[string]bool{}}
	var list []string
	kinds := leakKinds()
	for _, row := range rowsOf(leakWordData, 3) {
		k := kinds[row[0]]
		if k == 0 || row[1] == "" || row[1] != strings.ToLower(viet.NFC(row[1])) {
			panic("check: data/leak_words.tsv: " + row[0] + " " + row[1])
		}
		list, l.kinds = append(list, row[1]), append(l.kinds, k)
	}
	l.words = newWords(list)
	for _, row := range rowsOf(provinceData, 2) {
		l.provinces[number(row[0])] = true
	}
	for _, row := range rowsOf(mailData, 1) {
		l.mail[row[0]] = true
	}
	for _, row := range rowsOf(tokenData, 2) {
		l.tokens = append(l.tokens, token{row[0], number(row[1])})
	}
	for _, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.") {
		l.tokenByte[c] = true
	}
	for _, row := range rowsOf(pictureData, 2) {
		if row[0] == "card" {
			l.cards = append(l.cards, row[1])
		} else {
			l.events = append(l.events, row[1])
		}
	}
	for _, row := range rowsOf(nobodyData, 1) {
		l.nobody = append(l.nobody, row[0])
	}
	return l
}

// number reads up to nine figures.
func number(s string) int {
	n := 0
	for i := range len(s) {
		if !isDigit(s[i]) || i > 8 {
			panic("check: not a number in a list: " + s)
		}
		n = 10*n + int(s[i]-'0')
	}
	return n
}
