package check

import (
	_ "embed"
	"strconv"
	"unicode"
	"unicode/utf8"

	"antq/internal/viet"
)

//go:embed data/look_alike.tsv
var lookAlikeData string

//go:embed data/hidden.tsv
var hiddenData string

// hiddenKind says what a character that nobody sees does.
type hiddenKind uint8

const (
	seen       hiddenKind = iota
	softHyphen            // breaks words in programs for writing; in old fonts it was the letter ư
	zeroWidth             // nothing at all
	bidiOrder             // turns the order of what is read
	wideSpace             // a space that is not the plain one
)

// letterLists are the letters and characters that are not what they look like.
type letterLists struct {
	meant  map[rune]rune
	hidden map[rune]hiddenKind
	bare   map[string]bool // Vietnamese syllables without their marks
	low    [0x500]bool     // odd characters below U+0500
	lead   [256]bool       // first bytes of UTF-8 of all of these and of combining marks
}

func newLetterLists() letterLists {
	l := letterLists{meant: map[rune]rune{}, hidden: map[rune]hiddenKind{}, bare: map[string]bool{}}
	for _, row := range rowsOf(bareData, 1) {
		l.bare[row[0]] = true
	}
	mark := func(r rune) {
		l.lead[string(r)[0]] = true
		if int(r) < len(l.low) {
			l.low[r] = true
		}
	}
	for _, row := range rowsOf(lookAlikeData, 2) {
		from, _ := utf8.DecodeRuneInString(row[0])
		l.meant[from], _ = utf8.DecodeRuneInString(row[1])
		mark(from)
	}
	kinds := map[string]hiddenKind{"soft": softHyphen, "zero": zeroWidth, "order": bidiOrder, "wide": wideSpace}
	for _, row := range rowsOf(hiddenData, 2) {
		code, err := strconv.ParseUint(row[0], 16, 32)
		if err != nil || kinds[row[1]] == seen {
			panic("check: data/hidden.tsv: " + row[0])
		}
		l.hidden[rune(code)] = kinds[row[1]]
		mark(rune(code))
	}
	for r := rune(0x300); r < 0x370; r++ {
		mark(r)
	}
	return l
}

// suspect returns the offset of the first character from i on that is a look-alike, hidden, or a combining mark, or len(b).
func (l *letterLists) suspect(b []byte, i int) int {
	for i < len(b) {
		c := b[i]
		if c < utf8.RuneSelf {
			i++
			continue
		}
		if c == 0xE1 && i+2 < len(b) && (b[i+1] == 0xBA || b[i+1] == 0xBB) { // most letters of Vietnamese
			i += 3
			continue
		}
		if !l.lead[c] {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if l.odd(r) {
			return i
		}
		i += n
	}
	return len(b)
}

// odd reports a character that is not what it looks like, or joins the one before it.
func (l *letterLists) odd(r rune) bool {
	if int(r) < len(l.low) {
		return l.low[r]
	}
	return l.meant[r] != 0 || l.hidden[r] != seen
}

// needsMending reports whether mend would change the text.
func (l *letterLists) needsMending(b []byte) bool { return l.suspect(b, 0) < len(b) }

// composed reports text in which every character is ASCII, a letter of Latin-1 or Vietnamese, or common punctuation: it is in NFC
// unless it has combining marks, which [letterLists.suspect] finds.
func composed(b []byte) bool {
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c < 0xC2:
		case c <= 0xC9:
			i++
		case c == 0xE1 && i+2 < len(b) && (b[i+1] == 0xBA || b[i+1] == 0xBB), c == 0xE2 && i+2 < len(b) && b[i+1] == 0x80:
			i += 2
		default:
			return false
		}
	}
	return true
}

// mend returns the text as it is meant: letters composed, look-alikes replaced, hidden characters left out, all spaces plain.
// origin holds for each byte of it, and for its end, the offset in b.
func (l *letterLists) mend(b []byte) (out []byte, origin []int) {
	out, origin = make([]byte, 0, len(b)), make([]int, 0, len(b)+1)
	put := func(s string, at int) {
		out = append(out, s...)
		for range len(s) {
			origin = append(origin, at)
		}
	}
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		end := i + n
		for end < len(b) && b[end] >= 0xCC {
			m, k := utf8.DecodeRune(b[end:])
			if !unicode.Is(unicode.Mn, m) {
				break
			}
			end += k
		}
		switch kind := l.hidden[r]; {
		case end > i+n:
			put(viet.NFC(string(l.letter(r))+string(b[i+n:end])), i)
		case r < utf8.RuneSelf:
			out, origin = append(out, b[i]), append(origin, i)
		case kind == wideSpace:
			put(" ", i)
		case kind != seen:
		default:
			put(string(l.letter(r)), i)
		}
		i = end
	}
	return out, append(origin, len(b))
}

// letter returns the letter that is meant by r.
func (l *letterLists) letter(r rune) rune {
	if m := l.meant[r]; m != 0 {
		return m
	}
	return r
}
