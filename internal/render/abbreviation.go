package render

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"antq/internal/content"
)

// Abbreviation is a short form and what it stands for.
type Abbreviation struct{ Short, Long string }

func (a *Abbreviation) encode(e *encoder) { e.text(a.Short, a.Long) }

func abbreviations(as []content.Abbreviation) []Abbreviation {
	vs := make([]Abbreviation, len(as))
	for i, a := range as {
		vs[i] = Abbreviation(a)
	}
	return vs
}

// use is a place of a text where the page uses an abbreviation first.
type use struct {
	at int // place in the text, in bytes
	Abbreviation
}

func (u *use) encode(e *encoder) { e.number(u.at); u.Abbreviation.encode(e) }

// write writes the abbreviation with what it stands for.
func (u *use) write(w *strings.Builder) {
	w.WriteString("<abbr")
	attribute(w, "title", u.Long)
	w.WriteByte('>')
	w.WriteString(u.Short)
	w.WriteString("</abbr>")
}

// explainer finds the first use of each abbreviation in the texts of a page, which it is given in their order. It goes through each
// once; a letter that no abbreviation begins with costs one look into a table.
type explainer struct {
	list  []Abbreviation
	head  [256]int16 // by first byte: 1 + the first of list that begins so; 0 = none
	next  []int16    // 1 + the next one that begins with the same byte, shorter or as long; 0 = none
	used  []bool
	unmet int // how many were not met yet
}

// newExplainer returns nil where there is nothing to explain.
func newExplainer(list []Abbreviation) *explainer {
	if len(list) == 0 {
		return nil
	}
	x := &explainer{list: slices.Clone(list), next: make([]int16, len(list)), used: make([]bool, len(list))}
	slices.SortStableFunc(x.list, func(a, b Abbreviation) int { return len(b.Short) - len(a.Short) })
	for i := range slices.Backward(x.list) { // so that the longest, then the nearest, is looked at first
		s := x.list[i].Short
		// In escaped text these letters look otherwise.
		if s == "" || x.list[i].Long == "" || strings.ContainsAny(s, `&<>"'`) {
			continue
		}
		x.next[i], x.head[s[0]] = x.head[s[0]], int16(i+1)
		x.unmet++
	}
	return x
}

// find adds the abbreviations that come first in src[from:to], a stretch of the author's text. What stands beside the stretch
// decides whether a word ends there.
func (x *explainer) find(src []byte, from, to int, uses []use) []use {
	for i := from; i < to && x.unmet > 0; i++ {
		if x.head[src[i]] == 0 {
			continue
		}
		k := x.at(src, i, to)
		if k < 0 {
			continue
		}
		a := x.list[k]
		uses = append(uses, use{i, a})
		x.meet(a.Short)
		i += len(a.Short) - 1
	}
	return uses
}

// at returns which abbreviation, the longest of several, stands as a whole word at a place, if it is not marked yet; else -1.
func (x *explainer) at(src []byte, i, to int) int {
	if !wordStarts(src, i) {
		return -1
	}
	for k := x.head[src[i]]; k != 0; k = x.next[k-1] {
		s := x.list[k-1].Short
		if i+len(s) > to || string(src[i:i+len(s)]) != s || !wordEnds(src, i+len(s)) {
			continue
		}
		if x.used[k-1] {
			return -1
		}
		return int(k - 1)
	}
	return -1
}

// meet takes an abbreviation as explained, with every other meaning of it: the nearest one is the first.
func (x *explainer) meet(short string) {
	for i := range x.list {
		if x.list[i].Short == short && !x.used[i] {
			x.used[i] = true
			x.unmet--
		}
	}
}

// wordStarts reports whether a word may start at i: no letter or digit stands before it, nor what joins the parts of a number
// ("301/KH-UBND").
func wordStarts(src []byte, i int) bool {
	i = beforeTags(src, i)
	r, n := utf8.DecodeLastRune(src[:i])
	switch {
	case n == 0:
		return true
	case r == '&':
		return false
	case joins(r):
		r, _ = utf8.DecodeLastRune(src[:beforeTags(src, i-n)])
	}
	return !inWord(r)
}

func wordEnds(src []byte, i int) bool {
	i = behindTags(src, i)
	r, n := utf8.DecodeRune(src[i:])
	switch {
	case n == 0:
		return true
	case joins(r):
		r, _ = utf8.DecodeRune(src[behindTags(src, i+n):])
	}
	return !inWord(r)
}

// joins reports whether a mark joins the parts of a number or of an address: "/KH-UBND", "vp@sxd".
func joins(r rune) bool { return r == '/' || r == '-' || r == '@' || r == '_' }

func inWord(r rune) bool { return unicode.In(r, unicode.L, unicode.N, unicode.M) }

// phrase are the tags within a word: "<strong>AN</strong>TQ" is one word.
var phrase = [...]string{"<em>", "</em>", "<strong>", "</strong>", "<del>", "</del>"}

func beforeTags(src []byte, i int) int {
	for again := true; again && i > 0 && src[i-1] == '>'; {
		again = false
		for _, tag := range phrase {
			if strings.HasSuffix(string(src[max(0, i-len(tag)):i]), tag) {
				i, again = i-len(tag), true
				break
			}
		}
	}
	return i
}

func behindTags(src []byte, i int) int {
	for again := true; again && i < len(src) && src[i] == '<'; {
		again = false
		for _, tag := range phrase {
			if strings.HasPrefix(string(src[i:min(len(src), i+len(tag))]), tag) {
				i, again = i+len(tag), true
				break
			}
		}
	}
	return i
}
