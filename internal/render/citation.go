package render

import (
	"strings"

	"antq/internal/site"
)

// Basis is a căn cứ, a piece for each document that its line cites; the pieces together are the line as typed.
type Basis struct{ Parts []BasisPart }

// BasisPart is a piece of a line. The citation in it is the link: Before + Link + After.
type BasisPart struct {
	Before Text   // "Căn cứ "; the whole line where it leads nowhere
	Link   Link   // "Nghị quyết số 108/NQ-ĐUSXD"
	After  Text   // " ngày 15/01/2026 của …": up to the next piece, or the end of the line with the closing mark
	Lapsed string // "đã được thay thế", "đã hết hiệu lực"; "" while it holds
	// ReplacedBy is what holds in its place, where that is known.
	ReplacedBy *Link
}

func (b *Basis) encode(e *encoder) { each(e, b.Parts) }

func (b *BasisPart) encode(e *encoder) {
	b.Before.encode(e)
	b.After.encode(e)
	e.text(b.Lapsed)
	b.Link.encode(e)
	maybe(e, b.ReplacedBy)
}

// bases prints the căn cứ: each line ends with a semicolon, the last one with a full stop (NĐ 30/2020, Phụ lục I, mục II.6).
func (m *maker) bases(bs []site.Basis) []Basis {
	var vs []Basis
	for i, b := range bs {
		text, end := strings.TrimRight(b.Text, " ;."), ";"
		if i == len(bs)-1 {
			end = "."
		}
		vs = append(vs, m.basis(text+end, places(text, &b)))
	}
	return vs
}

// basis cuts a line into a piece for each document that it cites.
func (m *maker) basis(line string, cited []basisPlace) Basis {
	var parts []BasisPart
	done := 0
	for i, p := range cited {
		v := BasisPart{Lapsed: lapsed(p.target.Lapsed)}
		to := len(line)
		if i < len(cited)-1 {
			to = p.end
		}
		before, after := line[done:to], ""
		if href := m.target(p.target).Href; href != "" {
			before, v.Link, after = line[done:p.from], Link{Text: line[p.from:p.to], Href: href}, line[p.to:to]
		}
		if by := p.target.ReplacedBy; by != nil {
			l := m.target(by)
			if by.Entry != nil {
				l.Text = named(by.Entry)
			}
			v.ReplacedBy = &l
		}
		v.Before, v.After = m.text(before), m.text(after)
		parts = append(parts, v)
		done = to
	}
	if len(parts) == 0 {
		parts = []BasisPart{{Before: m.text(line)}}
	}
	return Basis{parts}
}

// basisPlace is where a line cites a document: type and number stand at [from, to), and the issuer ends at end.
type basisPlace struct {
	from, to, end int
	target        *site.Target
}

// places finds the documents that a line cites and that the site has, in order.
func places(line string, b *site.Basis) []basisPlace {
	var list []basisPlace
	done := 0
	for _, c := range b.Cited {
		at := strings.Index(line[done:], c.Whole)
		if c.Target == nil || at < 0 || c.Text == "" {
			continue
		}
		at += done
		done = at + len(c.Whole)
		p := basisPlace{from: at, to: at + len(c.Text), end: done, target: c.Target}
		if from, to := citedIn(c.Whole, c.Target.Entry); to <= len(c.Text) { // else it is cited by its name
			p.from, p.to = at+from, at+to
		}
		list = append(list, p)
	}
	if len(list) > 0 || b.Target == nil {
		return list
	}
	from, to := citedIn(line, b.Target.Entry)
	return []basisPlace{{from: from, to: to, end: len(line), target: b.Target}}
}

// citedIn finds the type and number of a document in a line that cites it; the whole line where it is cited otherwise.
func citedIn(line string, en *site.Entry) (from, to int) {
	if en == nil || en.Admin == nil || en.Admin.Number == "" {
		return 0, len(line)
	}
	at := strings.Index(line, en.Admin.Number)
	if at < 0 {
		return 0, len(line)
	}
	from, to = at, at+len(en.Admin.Number)
	if t := strings.LastIndex(line[:at], en.Admin.TypeName); t >= 0 && en.Admin.TypeName != "" {
		from = t
	}
	return from, to
}

// citation names a document as another text would after the place in it: "Kế hoạch số 1345/KH-SXD ngày 20/5/2026 của Sở Xây
// dựng" (NĐ 30/2020, Phụ lục I, mục II.6); one without a number by its title.
func citation(en *site.Entry) string {
	a := en.Admin
	switch {
	case a == nil:
		return "trang " + en.Title
	case a.Number == "" || strings.HasPrefix(a.Number, "/"):
		return a.TypeName + " " + en.Title
	}
	text := a.TypeName + " số " + a.Number
	if a.Administrative != nil && a.Issued.Full() {
		text += " ngày " + a.Issued.Short()
	}
	if len(a.Issuers) > 0 {
		text += " của " + strings.Join(a.Issuers, ", ")
	}
	return text
}
