package site

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"antq/internal/viet"
)

//go:embed data/organ_words.tsv
var organWordList string

// seat is the name of an organ taken apart for comparison, folded.
type seat struct {
	core  string // what it is: "so xay dung"; "" where a text says only "tỉnh Lạng Sơn"
	level string // at which it stands: "tinh", "xa"; "" if its name does not say so
	place string // "lang son"; "" if its name leaves it out
	outer string // the place that holds the place: Lạng Sơn of "xã Tân Thành, tỉnh Lạng Sơn"
}

// organLists are the rows of organ_words.tsv, in small letters with the tone marks where [viet.FoldTone] has them.
type organLists struct {
	posts, heads [][]string        // words
	short        map[string]string // by short form
	levels       []levelWord       // those of two words first
	wholes       []levelWord
}

// levelWord are words of a name and the level for which they stand.
type levelWord struct {
	words []string
	level string
}

var organWords = sync.OnceValue(func() *organLists {
	l := &organLists{short: map[string]string{}}
	for line := range strings.Lines(organWordList) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		words := strings.Fields(plainName(row[1]))
		switch row[0] {
		case "post":
			l.posts = append(l.posts, words)
		case "organ":
			l.heads = append(l.heads, words)
		case "short":
			l.short[plainName(row[1])] = row[2]
		case "level":
			l.levels = append(l.levels, levelWord{words, row[2]})
		case "whole":
			l.wholes = append(l.wholes, levelWord{words, strings.TrimPrefix(row[2], "-")})
		}
	}
	return l
})

// plainName returns a name in small letters with the tone marks in their places.
func plainName(name string) string { return strings.ToLower(viet.FoldTone(name)) }

// readOrgan folds the name of an organ for comparison and takes it apart.
func readOrgan(name string) (folded string, s seat) {
	l := organWords()
	words := withoutPosts(l, strings.Fields(strings.Map(spaced, viet.FoldTone(name))))
	var full []string
	for i, w := range words {
		if plain := strings.ToLower(w); plain == "khoá" && i+1 < len(words) && startsUpperOrDigit(words[i+1]) {
			break // HĐND tỉnh khoá XVII
		} else if long := l.short[plain]; long != "" {
			full = append(full, strings.Fields(long)...)
		} else {
			full = append(full, w)
		}
	}
	return viet.Fold(strings.Join(full, " ")), readSeat(l, full)
}

// spaced puts space in place of the marks that may stand in a name without saying anything.
func spaced(r rune) rune {
	if strings.ContainsRune(",;()“”\"", r) {
		return ' '
	}
	return r
}

// withoutPosts drops the posts before the name of an organ, and calls a Party body by the name of its committee: the Ban Chấp
// hành Đảng bộ tỉnh is the Tỉnh uỷ (Điều lệ Đảng, on the committees of each level).
func withoutPosts(l *organLists, words []string) []string {
	for dropped := true; dropped; {
		dropped = false
		for _, post := range l.posts {
			if rest := cutWords(words, post); len(rest) > 0 && len(rest) < len(words) && startsWithAny(rest, l.heads) {
				words, dropped = rest, true
				if body := cutWords(rest, []string{"đảng", "bộ"}); post[0] == "ban" && len(body) < len(rest) {
					words = committee(body)
				}
				break
			}
		}
	}
	return words
}

// committee names the committee of the Party in a place.
func committee(place []string) []string {
	for _, c := range [...]struct{ level, committee []string }{
		{[]string{"tỉnh"}, []string{"Tỉnh", "uỷ"}}, {[]string{"thành", "phố"}, []string{"Thành", "uỷ"}}, {[]string{"huyện"}, []string{"Huyện", "uỷ"}},
	} {
		if rest := cutWords(place, c.level); len(rest) < len(place) {
			return append(c.committee, rest...)
		}
	}
	return append([]string{"Đảng", "uỷ"}, place...)
}

// readSeat takes the words of a name apart at the words for its level.
func readSeat(l *organLists, words []string) (s seat) {
	var core []string
	for i := 0; i < len(words); {
		if n, level := levelAt(l.wholes, words[i:]); n > 0 {
			core = append(core, words[i:i+n]...)
			if i += n; level != "" {
				s.level = level
				s.place, words = placeAt(l, words[i:])
				break
			}
			continue
		}
		if n, level := levelAt(l.levels, words[i:]); n > 0 {
			s.level = level
			s.place, words = placeAt(l, words[i+n:])
			break
		}
		core = append(core, words[i])
		i++
	}
	s.core = viet.Fold(strings.Join(core, " "))
	if s.level == "" {
		return s
	}
	if n, _ := levelAt(l.levels, words); n > 0 {
		s.outer, _ = placeAt(l, words[n:])
	}
	return s
}

// levelAt returns how many words at the start name a level, and which: 0 if none do.
func levelAt(levels []levelWord, words []string) (n int, level string) {
	for _, w := range levels {
		if len(w.words) > n && len(cutWords(words, w.words)) < len(words) {
			n, level = len(w.words), w.level
		}
	}
	return n, level
}

// placeAt reads the name of a place at the start of words, and returns what is left: names are written with capitals or figures.
func placeAt(l *organLists, words []string) (place string, rest []string) {
	n := 0
	for n < len(words) && startsUpperOrDigit(words[n]) {
		if k, _ := levelAt(l.levels, words[n:]); k > 0 {
			break
		}
		n++
	}
	return viet.Fold(strings.Join(words[:n], " ")), words[n:]
}

// cutWords returns words without those of a beginning in small letters, all of them if they begin otherwise.
func cutWords(words, beginning []string) []string {
	if len(words) < len(beginning) {
		return words
	}
	for i, b := range beginning {
		if !strings.EqualFold(words[i], b) {
			return words
		}
	}
	return words[len(beginning):]
}

// startsWithAny reports whether words begin with one of the beginnings.
func startsWithAny(words []string, beginnings [][]string) bool {
	for _, b := range beginnings {
		if len(cutWords(words, b)) < len(words) {
			return true
		}
	}
	return false
}

func startsUpperOrDigit(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
