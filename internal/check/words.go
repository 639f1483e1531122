package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// words finds all of many words in one pass over a text in small letters (Aho and Corasick 1975). Time is in proportion to the
// text and to what is found.
type words struct {
	class  [256]uint8 // bytes that stand in no word are of class 0
	width  int        // number of classes
	next   []uint16   // state × class to state
	ends   [][]uint16 // words that end in a state, longest first
	length []int      // bytes of each word
}

// newWords makes the automaton of a list. Words are in NFC and small letters; a space in them is a single space.
func newWords(list []string) *words {
	w := &words{width: 1}
	for _, s := range list {
		w.length = append(w.length, len(s))
		for i := range len(s) {
			if w.class[s[i]] == 0 {
				w.class[s[i]] = uint8(w.width)
				w.width++
			}
		}
	}
	w.grow()
	for id, s := range list {
		at := 0
		for i := range len(s) {
			k := at*w.width + int(w.class[s[i]])
			if w.next[k] == 0 {
				w.next[k] = uint16(len(w.ends))
				w.grow()
			}
			at = int(w.next[k])
		}
		w.ends[at] = append(w.ends[at], uint16(id))
	}
	w.link()
	return w
}

// grow adds a state.
func (w *words) grow() {
	w.next = append(w.next, make([]uint16, w.width)...)
	w.ends = append(w.ends, nil)
}

// link adds the steps for text that leaves a word: to the longest end of it that begins another word.
func (w *words) link() {
	fail := make([]uint16, len(w.ends))
	queue := []int{0}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for c := range w.width {
			k := at*w.width + c
			fallback := uint16(0)
			if at != 0 {
				fallback = w.next[int(fail[at])*w.width+c]
			}
			to := w.next[k]
			if to == 0 {
				w.next[k] = fallback
				continue
			}
			fail[to] = fallback
			w.ends[to] = slices.Concat(w.ends[to], w.ends[fallback])
			queue = append(queue, int(to))
		}
	}
}

// find calls found for each place [from, to) where a word stands as a word: with no letter or figure before or behind it.
func (w *words) find(lower []byte, found func(word, from, to int)) {
	at := 0
	for i, c := range lower {
		at = int(w.next[at*w.width+int(w.class[c])])
		if at == 0 || len(w.ends[at]) == 0 {
			continue
		}
		for _, id := range w.ends[at] {
			from := i + 1 - w.length[id]
			if !wordBefore(lower, from) && !wordAfter(lower, i+1) {
				found(int(id), from, i+1)
			}
		}
	}
}

// wordBefore reports whether a letter or figure stands directly before the offset.
func wordBefore(b []byte, at int) bool {
	if at == 0 {
		return false
	}
	if c := b[at-1]; c < utf8.RuneSelf {
		return isASCIILetter(c) || isDigit(c)
	}
	r, _ := utf8.DecodeLastRune(b[:at])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// wordAfter reports whether a letter or figure stands directly at the offset.
func wordAfter(b []byte, at int) bool {
	if at >= len(b) {
		return false
	}
	if c := b[at]; c < utf8.RuneSelf {
		return isASCIILetter(c) || isDigit(c)
	}
	r, _ := utf8.DecodeRune(b[at:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// rowsOf splits an embedded tab-separated list into rows of n fields. Blank lines and lines that begin with # are left out;
// missing fields at the end of a row are empty.
func rowsOf(list string, n int) [][]string {
	var rows [][]string
	for line := range strings.Lines(list) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		row := strings.SplitN(line, "\t", n)
		for len(row) < n {
			row = append(row, "")
		}
		rows = append(rows, row)
	}
	return rows
}
