package content

import (
	"bytes"
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"

	"antq/internal/viet"
)

// textStart says that the text written from a place of the HTML on comes from a place of the source.
type textStart struct{ html, source int }

// textPiece says that text[from:to] of a block stands in html[htmlFrom:htmlTo]: letter for letter, or one escaped character.
type textPiece struct{ from, to, htmlFrom, htmlTo int }

// foundCitation is a stretch of the HTML that cites a document.
type foundCitation struct {
	from, to int
	ref      int
}

// endBlock looks for citations in the text of the block that ends here. A citation may cross line breaks and emphasis, but no
// link, code, picture or border of a block.
func (w *bodyWriter) endBlock() {
	w.closeText()
	if len(w.texts) == 0 {
		return
	}
	var found []foundCitation
	for i := w.first; i < len(w.spans); {
		if w.spans[i].Kind != Text {
			i++
			continue
		}
		end := i + 1
		for end+1 < len(w.spans) && w.joins(&w.spans[end]) && w.spans[end+1].Kind == Text {
			end += 2
		}
		found = w.findCitations(found, w.spans[i:end])
		i = end
	}
	if len(found) > 0 {
		w.cutSpans(found)
	}
	w.texts = w.texts[:0]
	w.first = len(w.spans)
}

// joins reports whether the text goes on behind a span of markup: it holds only emphasis and line breaks.
func (w *bodyWriter) joins(s *Span) bool {
	if s.Kind != Markup {
		return false
	}
	html := w.html[s.Start:s.End]
	for len(html) > 0 {
		end := bytes.IndexByte(html, '>')
		if end < 0 || html[0] != '<' || !isOneOf(" em /em strong /strong s /s br ", string(html[1:end])) {
			return false
		}
		html = html[end+1:]
	}
	return true
}

// isBreaks reports whether markup between two texts leaves them in the same element.
func isBreaks(html []byte) bool {
	for bytes.HasPrefix(html, []byte("<br>")) {
		html = html[len("<br>"):]
	}
	return len(html) == 0
}

// findCitations reads the text of spans that belong together.
func (w *bodyWriter) findCitations(found []foundCitation, spans []Span) []foundCitation {
	html := w.html[spans[0].Start:spans[len(spans)-1].End]
	if !mayCite(html) {
		return found
	}
	s := w.scratch
	s.text, s.pieces = s.text[:0], s.pieces[:0]
	for _, span := range spans {
		switch html := w.html[span.Start:span.End]; {
		case span.Kind == Text:
			w.takeText(html, int(span.Start))
		case bytes.Contains(html, []byte("<br>")):
			s.text = append(s.text, '\n')
		}
	}
	refs := viet.FindReferences(string(s.text))
	for i := range refs {
		r := &refs[i]
		if slices.Contains(r.Flags, viet.FlagOwnNumber) {
			continue
		}
		from, to := s.htmlRange(r.Start, r.End)
		from, to = w.withinElement(spans, from, to, r)
		if from >= to {
			continue
		}
		ref := Ref{Kind: RefCitation, Cited: newCitation(r), Fragment: pinpointAnchor(r.Pinpoint), At: w.span(w.sourceAt(from), w.sourceAt(to))}
		found = append(found, foundCitation{from: from, to: to, ref: w.ref(ref)})
	}
	return found
}

// mayCite is a quick look whether text could cite a document: by a number, or a law by its name.
func mayCite(html []byte) bool {
	for i, c := range html {
		switch {
		case isDigit(c) || c == '/' || c == 0xcc || c == 0xcd: // the last two begin the marks of decomposed letters
			return true
		case c == 'L' || c == 'B' || c == 'P' || c == 'H':
			for _, word := range [...]string{"Luật", "Bộ luật", "Bộ Luật", "Pháp lệnh", "Hiến pháp", "LUẬT", "BỘ LUẬT", "PHÁP LỆNH"} {
				if bytes.HasPrefix(html[i:], []byte(word)) {
					return true
				}
			}
		}
	}
	return false
}

// takeText appends escaped text that begins at a place of the HTML to the block's plain text.
func (w *bodyWriter) takeText(html []byte, at int) {
	s := w.scratch
	for len(html) > 0 {
		n := bytes.IndexByte(html, '&')
		plain, size := "", 0
		switch {
		case n < 0:
			n = len(html)
		case n == 0:
			plain, size = characterReference(html)
			n = max(size, 1)
		}
		from := len(s.text)
		if size > 0 {
			s.text = append(s.text, plain...)
		} else {
			s.text = append(s.text, html[:n]...)
		}
		s.pieces = append(s.pieces, textPiece{from: from, to: len(s.text), htmlFrom: at, htmlTo: at + n})
		html, at = html[n:], at+n
	}
}

// htmlRange returns where text[from:to] of the block stands in the HTML.
func (s *bodyScratch) htmlRange(from, to int) (htmlFrom, htmlTo int) {
	holding := func(at int) textPiece { // the piece that holds the byte at
		i := sort.Search(len(s.pieces), func(i int) bool { return s.pieces[i].to > at })
		return s.pieces[i]
	}
	p, last := holding(from), holding(to-1)
	htmlFrom, htmlTo = p.htmlFrom, last.htmlTo
	if p.plain() {
		htmlFrom += max(from-p.from, 0)
	}
	if last.plain() {
		htmlTo -= last.to - to
	}
	return htmlFrom, htmlTo
}

// plain reports whether the piece stands in the HTML letter for letter.
func (p textPiece) plain() bool { return p.to-p.from == p.htmlTo-p.htmlFrom }

// withinElement shortens a citation that crosses the border of emphasis to its part in one element: that with the number, else
// the longest.
func (w *bodyWriter) withinElement(spans []Span, from, to int, r *viet.Reference) (int, int) {
	mark := []byte(r.Symbol)
	if len(mark) == 0 {
		mark = []byte(r.Number)
	}
	best, bestTo, bestHas := 0, 0, false
	i := sort.Search(len(spans), func(i int) bool { return int(spans[i].End) > from })
	for ; i < len(spans) && int(spans[i].Start) < to; i += 2 {
		start := int(spans[i].Start)
		for i+2 < len(spans) && int(spans[i].End) < to && isBreaks(w.html[spans[i+1].Start:spans[i+1].End]) {
			i += 2
		}
		a, b := max(start, from), min(int(spans[i].End), to)
		if a >= b {
			continue
		}
		part := w.html[a:b]
		if has := len(mark) > 0 && bytes.Contains(part, mark); has && !bestHas || has == bestHas && b-a > bestTo-best {
			best = a + len(part) - len(bytes.TrimLeft(part, " "))
			bestTo = a + len(bytes.TrimRight(part, " "))
			bestHas = has
		}
	}
	return best, bestTo
}

// cutSpans puts the ends of citations between the block's spans.
func (w *bodyWriter) cutSpans(found []foundCitation) {
	cut := w.scratch.cut[:0]
	open := false
	for _, s := range w.spans[w.first:] {
		if s.Kind != Text {
			cut = append(cut, s)
			continue
		}
		at := int(s.Start)
		text := func(to int) {
			if at < to {
				part := Span{Kind: Text, Start: uint32(at), End: uint32(to), Ref: -1, Source: s.Source}
				if at > int(s.Start) {
					part.Source = uint32(w.start.Offset + w.sourceAt(at))
				}
				cut = append(cut, part)
				at = to
			}
		}
		for len(found) > 0 && found[0].from < int(s.End) {
			c := found[0]
			if !open {
				text(c.from)
				cut = append(cut, Span{Kind: Open, Start: uint32(at), End: uint32(at), Ref: int32(c.ref)})
				open = true
			}
			if c.to > int(s.End) {
				break
			}
			text(c.to)
			cut = append(cut, Span{Kind: Close, Start: uint32(at), End: uint32(at), Ref: int32(c.ref)})
			open = false
			found = found[1:]
		}
		text(int(s.End))
	}
	w.spans = append(w.spans[:w.first], cut...)
	w.scratch.cut = cut
}

// sourceAt returns the offset in the source of the text at a place of the block's HTML.
func (w *bodyWriter) sourceAt(html int) int {
	i, exact := slices.BinarySearchFunc(w.texts, html, func(t textStart, at int) int { return t.html - at })
	if exact {
		return w.texts[i].source
	}
	if i == 0 {
		return w.texts[0].source
	}
	t := w.texts[i-1]
	if t.html < w.traced.html && w.traced.html <= html {
		t = w.traced // far into a long line already
	}
	want := w.html[t.html:html]
	at := t.source + len(want)
	if !bytes.HasPrefix(w.src[t.source:], want) {
		var e escaper // backslashes and the like: again, one character after the other
		for at = t.source; len(e.html) < len(want) && at < len(w.src); {
			n := writtenLength(w.src[at:])
			e.escape(w.src[at : at+n])
			at += n
		}
	}
	w.traced = textStart{html: html, source: at}
	return at
}

// writtenLength returns how many bytes of Markdown text stand for its first character.
func writtenLength(s []byte) int {
	switch {
	case s[0] == '\\' && len(s) > 1 && util.IsPunct(s[1]):
		return 2
	case s[0] == '&':
		if _, n := characterReference(s); n > 0 {
			return n
		}
	}
	_, n := utf8.DecodeRune(s)
	return n
}
