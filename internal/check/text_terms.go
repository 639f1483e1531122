package check

import (
	"bytes"
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"antq/internal/content"
	"antq/internal/diag"
)

//go:embed data/text_terms.tsv
var termData string

// term is a phrase that is written in another way.
type term struct {
	wrong, right []string // words
	note         string
	notAfter     []string
	notBefore    []string // "#" is a number
	mid          bool     // only inside a sentence
}

// termList finds terms by their first word.
type termList struct {
	first map[string][]*term
	sizes *[256]uint64 // by the first byte of a word: the lengths, as bits, of the first words that begin with it
}

// newTermList reads the embedded list.
func newTermList() termList {
	list := termList{first: map[string][]*term{}, sizes: new([256]uint64)}
	for _, row := range rowsOf(termData, 6) {
		list.add(&term{
			wrong: strings.Fields(row[0]), right: strings.Fields(row[1]), notAfter: commaList(row[2]), notBefore: commaList(row[3]),
			mid: row[4] == "mid",
		})
	}
	return list
}

func commaList(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ",")
}

// add enters a term under its first word as it stands and with a capital.
func (l termList) add(t *term) {
	if len(t.wrong) == 0 || len(t.right) == 0 || slices.Equal(t.wrong, t.right) {
		return
	}
	first := t.wrong[0]
	l.enter(first, t)
	capitalised := append([]string{capital(first)}, t.wrong[1:]...)
	if capitalised[0] != first && !slices.Equal(capitalised, t.right) {
		l.enter(capitalised[0], t)
	}
}

func (l termList) enter(first string, t *term) {
	l.first[first] = append(l.first[first], t)
	l.sizes[first[0]] |= 1 << min(len(first), 63)
}

// at returns the terms that begin with a word.
func (l termList) at(word []byte) []*term {
	if l.sizes[word[0]]&(1<<min(len(word), 63)) == 0 {
		return nil
	}
	return l.first[string(word)]
}

// capital returns a word with a capital as its first letter.
func capital(word string) string {
	r, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[n:]
}

// termHit is a place where a term is written wrongly.
type termHit struct {
	term        *term
	first, last int // indices of words
}

// find returns where the terms of a list stand. Of several at one place the longest counts.
func (l termList) find(s *sheet) []termHit {
	var hits []termHit
	for i := 0; i < len(s.words); i++ {
		var best termHit
		for _, t := range l.at(s.at(s.words[i])) {
			n := len(t.wrong)
			if best.term != nil && n <= len(best.term.wrong) || !s.spells(i, t.wrong) || !s.means(i, i+n-1, t) {
				continue
			}
			best = termHit{t, i, i + n - 1}
		}
		if best.term != nil {
			hits = append(hits, best)
			i = best.last
		}
	}
	return hits
}

// spells reports whether the words from index i on are those of a phrase but for the case of its first letter, with nothing
// but white space between them.
func (s *sheet) spells(i int, phrase []string) bool {
	if i+len(phrase) > len(s.words) {
		return false
	}
	for k := 1; k < len(phrase); k++ {
		w := s.words[i+k]
		if string(s.at(w)) != phrase[k] || !s.gap(int(s.words[i+k-1].to), int(w.from)) {
			return false
		}
	}
	return true
}

// means reports whether a phrase means the term where it stands, by the words beside it.
func (s *sheet) means(first, last int, t *term) bool {
	from, to := int(s.words[first].from), int(s.words[last].to)
	before := ""
	if first > 0 && s.gap(int(s.words[first-1].to), from) {
		before = strings.ToLower(string(s.at(s.words[first-1])))
	}
	if before != "" && slices.Contains(t.notAfter, before) {
		return false
	}
	if t.mid && before == "" && !bytes.HasSuffix(bytes.TrimRight(s.text[:from], " "), []byte(",")) {
		return false
	}
	if len(t.notBefore) == 0 {
		return true
	}
	after := s.beginning(to, min(len(s.text), to+8))
	if after < len(s.text) && isDigit(s.text[after]) {
		return !slices.Contains(t.notBefore, "#")
	}
	if last+1 < len(s.words) && s.gap(to, int(s.words[last+1].from)) {
		return !slices.Contains(t.notBefore, string(s.at(s.words[last+1])))
	}
	return true
}

// Terms examines a source for the terms of the campaign (key "terms" of _campaign.md), which it cannot know by itself. What
// the embedded list finds already, [Rules.Source] has reported.
func (r *Rules) Terms(doc *content.Document, src []byte, terms []content.Term) diag.List {
	var list diag.List
	own := termList{first: map[string][]*term{}, sizes: new([256]uint64)}
	for _, t := range terms {
		wrong, right := strings.Fields(t.Wrong), strings.Fields(t.Right)
		if mayHold(src, wrong) && !r.terms.has(wrong, right) {
			own.add(&term{wrong: wrong, right: right, note: t.Note})
		}
	}
	if len(own.first) == 0 {
		return list
	}
	p, ok := r.newProse("content/"+doc.Path, src)
	if !ok {
		return list
	}
	s := newSheet(doc, p)
	if s.quiet {
		return list
	}
	known := r.terms.find(s)
	for _, h := range own.find(s) {
		if !slices.ContainsFunc(known, func(k termHit) bool { return k.first <= h.last && h.first <= k.last }) && !r.excused(s, h) {
			s.termProblem(h, &list)
		}
	}
	list.Sort()
	return list
}

// has reports whether a list has this very term.
func (l termList) has(wrong, right []string) bool {
	return len(wrong) > 0 && slices.ContainsFunc(l.at([]byte(wrong[0])), func(t *term) bool {
		return slices.Equal(t.wrong, wrong) && slices.Equal(t.right, right)
	})
}

// mayHold is a quick look whether a phrase could stand in a source: its words behind the first do. In text that is not in form
// NFC they are written otherwise.
func mayHold(src []byte, phrase []string) bool {
	if bytes.IndexByte(src, 0xCC) >= 0 || bytes.IndexByte(src, 0xCD) >= 0 { // lead bytes of combining marks
		return true
	}
	for i, w := range phrase {
		_, n := utf8.DecodeRuneInString(w)
		if i > 0 {
			n = 0
		}
		if !bytes.Contains(src, []byte(w[n:])) {
			return false
		}
	}
	return true
}

// excused reports whether the embedded list has the same phrase and does not mean it at this place.
func (r *Rules) excused(s *sheet, h termHit) bool {
	for _, t := range r.terms.at(s.at(s.words[h.first])) {
		if slices.Equal(t.wrong, h.term.wrong) {
			return !s.means(h.first, h.last, t)
		}
	}
	return false
}

// termProblem reports a hit, with its correction where the words are the author's own.
func (s *sheet) termProblem(h termHit, list *diag.List) {
	from, to := int(s.words[h.first].from), int(s.words[h.last].to)
	found := strings.Join(strings.Fields(strings.ReplaceAll(string(s.text[from:to]), string(rune(clear)), "")), " ")
	right := slices.Clone(h.term.right)
	if string(s.at(s.words[h.first])) != h.term.wrong[0] {
		right[0] = capital(right[0])
	}
	reason, args := "", []string{found, strings.Join(right, " ")}
	if h.term.note != "" {
		reason, args = "note", append(args, h.term.note)
	}
	p := diag.New("term", reason, s.file, s.span(from, to), args...)
	if s.ownWords(from) {
		p.Fix = s.rewrite(h, right)
	}
	list.Add(p)
}

// ownKeys are the keys of front matter whose words are the author's, not the names of others.
var ownKeys = []string{"title", "shortTitle", "description", "tasks", "agenda", "deed", "results", "changes", "accessibility"}

// ownWords reports whether the words at a place may be changed by a correction: they stand neither between quotation marks nor
// in the name of something else.
func (s *sheet) ownWords(off int) bool {
	if s.quoted(off) {
		return false
	}
	b := s.blockAt(off)
	switch {
	case b == nil:
		return false
	case b.kind == valueBlock:
		return slices.Contains(ownKeys, b.top) && s.doc.Agency != content.Shared
	}
	return !b.quote && !s.isBasis(b)
}

// rewrite returns the edits that turn a hit into the right words. Words that both have in common at the ends stay, and so
// does the white space between them.
func (s *sheet) rewrite(h termHit, right []string) *diag.Fix {
	words := s.words[h.first : h.last+1]
	head, tail := 0, 0
	for head < min(len(words), len(right)) && string(s.at(words[head])) == right[head] {
		head++
	}
	for tail < min(len(words), len(right))-head && string(s.at(words[len(words)-1-tail])) == right[len(right)-1-tail] {
		tail++
	}
	old, now := words[head:len(words)-tail], right[head:len(right)-tail]
	switch {
	case len(old) == len(now):
		fix := &diag.Fix{}
		for i, w := range old {
			if string(s.at(w)) != now[i] {
				fix.Edits = append(fix.Edits, s.edit(int(w.from), int(w.to), now[i]))
			}
		}
		return fix
	case len(old) == 0 && tail > 0:
		at := int(words[len(words)-tail].from)
		return &diag.Fix{Edits: []diag.Edit{s.edit(at, at, strings.Join(now, " ")+" ")}}
	case len(old) > 0 && len(now) > 0:
		from, to := int(old[0].from), int(old[len(old)-1].to)
		if bytes.ContainsAny(s.text[from:to], "\n\x01") {
			return nil
		}
		return &diag.Fix{Edits: []diag.Edit{s.edit(from, to, strings.Join(now, " "))}}
	}
	return nil
}
