package check

import (
	"unicode/utf8"

	"antq/internal/diag"
)

// Quotation marks of official texts are “ and ” (NĐ 30/2020 prints them throughout). A straight " shows no side.
const (
	openQuote  = '“'
	closeQuote = '”'
)

// quoteMark is a quotation mark in the text.
type quoteMark struct {
	stretch
	sign  rune
	unit  int // the first block of the lines that belong together
	block int
}

// quoteFault is a mark without its partner, or a pair with straight marks.
type quoteFault struct {
	reason string // "" = straight marks; open, close, single
	marks  []quoteMark
}

// quotationMarks reports straight marks and marks without a partner.
func (s *sheet) quotationMarks(list *diag.List) {
	for _, f := range s.unpaired {
		first, last := f.marks[0], f.marks[len(f.marks)-1]
		p := diag.New("quotes", f.reason, s.file, s.span(first.from, last.to))
		if f.reason == "" {
			p.Fix = &diag.Fix{}
			for i, m := range f.marks {
				sign := openQuote
				if i == 1 {
					sign = closeQuote
				}
				if m.sign == '"' {
					p.Fix.Edits = append(p.Fix.Edits, s.edit(m.from, m.to, string(sign)))
				}
			}
		}
		list.Add(p)
	}
}

// quotePairer pairs marks one after the other. A quotation of several paragraphs may begin each of them with “ and end only
// the last with ”; it does not cross a heading or a value of front matter.
type quotePairer struct {
	s      *sheet
	open   *quoteMark
	pairs  []stretch
	faults []quoteFault
}

// findQuotes finds what stands between quotation marks, and the marks that are wrong.
func (s *sheet) findQuotes() {
	q := quotePairer{s: s}
	unit := 0
	for i := range s.blocks {
		b := &s.blocks[i]
		if i >= s.first && !s.goesOn(i) || i < s.first {
			unit = i
		}
		if b.kind == headingBlock || b.kind == valueBlock || b.kind == rowBlock {
			q.end()
		}
		for from := b.from; ; {
			m, ok := s.nextQuote(from, b.to)
			if !ok {
				break
			}
			m.unit, m.block = unit, i
			q.mark(m)
			from = m.to
		}
		if b.kind == headingBlock || b.kind == valueBlock || b.kind == rowBlock {
			q.end()
		}
	}
	q.end()
	s.quotes, s.unpaired = q.pairs, q.faults
}

// nextQuote finds the next quotation mark.
func (s *sheet) nextQuote(from, to int) (quoteMark, bool) {
	for at := from; at < to; at++ {
		if c := s.text[at]; c != '"' && (c != 0xE2 || at+2 >= to || s.text[at+1] != 0x80 || s.text[at+2]|1 != 0x9D) {
			continue
		}
		r, size := utf8.DecodeRune(s.text[at:])
		m := quoteMark{stretch: stretch{at, at + size}, sign: r}
		if r == '"' && at > 0 && s.text[at-1] == '\\' {
			m.from--
		}
		return m, true
	}
	return quoteMark{}, false
}

// mark takes the next mark.
func (q *quotePairer) mark(m quoteMark) {
	if m.sign == '"' && q.open != nil && q.open.sign == '"' && q.open.unit != m.unit {
		q.end()
	}
	switch {
	case m.sign == openQuote && q.open != nil:
		if q.repeats(m) {
			return
		}
		q.end()
		q.open = &m
	case m.sign == openQuote:
		q.open = &m
	case q.open != nil:
		q.pair(m)
	case m.sign == closeQuote:
		q.fault("close", m)
	case q.s.isInch(m):
	default:
		q.open = &m
	}
}

// repeats reports whether “ only goes on with a quotation at the start of a further paragraph.
func (q *quotePairer) repeats(m quoteMark) bool {
	starts := func(m quoteMark) bool { b := &q.s.blocks[m.block]; return q.s.beginning(b.from, b.to) == m.from }
	return q.open.sign == openQuote && q.open.block != m.block && starts(m) && starts(*q.open)
}

func (q *quotePairer) pair(m quoteMark) {
	q.pairs = append(q.pairs, stretch{q.open.to, m.from})
	if q.open.sign == '"' || m.sign == '"' {
		q.fault("", *q.open, m)
	}
	q.open = nil
}

// end reports a mark that is still open.
func (q *quotePairer) end() {
	if q.open == nil {
		return
	}
	if q.open.sign == '"' {
		q.fault("single", *q.open)
	} else {
		q.fault("open", *q.open)
	}
	q.open = nil
}

func (q *quotePairer) fault(reason string, marks ...quoteMark) {
	q.faults = append(q.faults, quoteFault{reason, marks})
}

// isInch reports whether a straight mark stands behind a figure and so means inches.
func (s *sheet) isInch(m quoteMark) bool { return m.from > 0 && isDigit(s.text[m.from-1]) }
