package check

import (
	"bytes"
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"antq/internal/diag"
)

// guard is the leak guard at work on one text.
type guard struct {
	r    *Rules
	p    *prose
	hits []hit
	// taken are the numbers that a label has explained; they are not looked at again.
	taken []stretch
	// The child and the home last named: both on one line are refused together.
	child, home stretch
}

// hit is a problem of the leak guard at offsets in the file.
type hit struct {
	code, reason string
	from, to     int
	args         []string
}

// stretch is a part of the prose, to exclusive.
type stretch struct{ from, to int }

// leak looks for what must not be published: state secrets (Luật 117/2025/QH15), personal data (Luật 91/2025/QH15, NĐ
// 356/2025/NĐ-CP), keys and passwords. Code and comments count: they are published, or at least shared.
func (r *Rules) leak(p *prose, list *diag.List) {
	g := &guard{r: r, p: p, child: stretch{-1, -1}, home: stretch{-1, -1}}
	var labels []labelled
	r.leaks.words.find(p.lower, func(word, from, to int) {
		labels = append(labels, labelled{r.leaks.kinds[word], from, to})
	})
	for _, l := range longest(labels) {
		g.label(l)
	}
	slices.SortFunc(g.taken, func(a, b stretch) int { return cmp.Compare(a.from, b.from) })
	g.figures()
	g.keys()
	slices.SortStableFunc(g.hits, func(a, b hit) int { return cmp.Compare(a.from, b.from) })
	for _, h := range g.hits {
		at := diag.Span{Start: p.place(h.from), End: p.place(h.to)}
		list.Add(diag.New(h.code, h.reason, p.file, at, h.args...))
	}
}

// labelled is a word of the list where it stands.
type labelled struct {
	kind     leakKind
	from, to int
}

// longest drops words that overlap with longer or earlier ones. The words come in the order of their ends.
func longest(list []labelled) []labelled {
	out := list[:0]
	for _, l := range list {
		for len(out) > 0 && l.from <= out[len(out)-1].from {
			out = out[:len(out)-1]
		}
		if n := len(out); n > 0 && l.from < out[n-1].to {
			continue
		}
		out = append(out, l)
	}
	return out
}

// label judges what stands around a word of the list.
func (g *guard) label(l labelled) {
	switch l.kind {
	case secrecyMark:
		g.secrecy(l)
	case secrecyLabel:
		g.level(l)
	case circulationMark:
		g.circulation(l)
	case circulationLine:
		g.circulationAlone(l)
	case citizenLabel, oldIDLabel:
		g.identity(l)
	case accountLabel, accountWeak:
		g.account(l)
	case birthLabel:
		g.birth(l)
	case homeLabel:
		g.address(l)
	case passportLabel:
		g.passport(l)
	case plateLabel:
		g.plate(l)
	case childWord:
		g.named(l)
	case passwordLabel:
		g.password(l)
	}
}

// hit takes down a problem at a stretch of the prose.
func (g *guard) hit(code, reason string, s stretch, args ...string) {
	g.hits = append(g.hits, hit{code, reason, g.p.offset(s.from), g.p.offset(s.to), args})
}

// window returns at most n bytes from an offset on, not beyond its line.
func (g *guard) window(at, n int) []byte {
	w := g.p.whole[at:min(at+n, len(g.p.whole))]
	if i := bytes.IndexByte(w, '\n'); i >= 0 {
		w = w[:i]
	}
	return w
}

// before returns at most n bytes before an offset, in small letters and not beyond its line.
func (g *guard) before(at, n int) []byte {
	w := g.p.lower[max(0, at-n):at]
	if i := bytes.LastIndexByte(w, '\n'); i >= 0 {
		w = w[i+1:]
	}
	return w
}

// cell returns the part of the line around a stretch that stands by itself: the line, without the key of front matter, or the
// cell of a table. alone reports that it is all of its line. Lines longer than a stamp is are not looked at.
func (g *guard) cell(s stretch) (text []byte, alone bool) {
	const most = 200
	w := g.p.whole
	from := s.from
	for from > 0 && w[from-1] != '\n' && w[from-1] != '|' {
		if s.from-from > most {
			return nil, false
		}
		from--
	}
	to := s.to
	for to < len(w) && w[to] != '\n' && w[to] != '|' {
		if to-s.to > most {
			return nil, false
		}
		to++
	}
	text = w[from:to]
	alone = (from == 0 || w[from-1] == '\n') && (to == len(w) || w[to] == '\n')
	if g.p.front <= s.from && s.from < g.p.body {
		if key, value, ok := bytes.Cut(text, []byte(":")); ok && len(key) < s.from-from && !bytes.ContainsAny(bytes.TrimLeft(key, " -"), " ") {
			text, alone = value, false
		}
	}
	return text, alone
}

// letters cuts from both ends what is no letter.
func letters(b []byte) []byte {
	return bytes.TrimFunc(b, func(r rune) bool { return !unicode.IsLetter(r) })
}

// capitalised returns how many words that begin with a capital letter follow each other from the start of b, and where the last
// ends.
func capitalised(b []byte) (count, end int) {
	for at := 0; ; {
		for at < len(b) && b[at] == ' ' {
			at++
		}
		r, _ := utf8.DecodeRune(b[at:])
		if !unicode.IsUpper(r) {
			return count, end
		}
		for at < len(b) {
			r, n := utf8.DecodeRune(b[at:])
			if !unicode.IsLetter(r) {
				break
			}
			at += n
		}
		count, end = count+1, at
	}
}
