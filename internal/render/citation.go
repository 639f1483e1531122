package render

import (
	"strings"

	"antq/internal/site"
)

// Basis is a căn cứ. The citation within its line is the link: Before + Link + After is the line as typed.
type Basis struct {
	Before string // "Căn cứ "
	Link   Link   // "Nghị quyết số 108/NQ-ĐUSXD"
	After  string // " ngày 15/01/2026 của …;" with the closing mark
	Lapsed string // "đã được thay thế", "đã hết hiệu lực"; "" while it holds
	// ReplacedBy is what holds in its place, where that is known.
	ReplacedBy *Link
}

func (b *Basis) encode(e *encoder) {
	e.text(b.Before, b.After, b.Lapsed)
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
		v := Basis{Link: Link{Text: text}}
		if t := b.Target; t != nil {
			from, to := citedIn(text, t.Entry)
			v.Before, v.Link, v.After = text[:from], Link{Text: text[from:to], Href: m.target(t).Href}, text[to:]
			v.Lapsed = lapsed(t.Lapsed)
			if t.ReplacedBy != nil {
				l := m.target(t.ReplacedBy)
				if by := t.ReplacedBy.Entry; by != nil {
					l.Text = named(by)
				}
				v.ReplacedBy = &l
			}
		}
		v.After += end
		vs = append(vs, v)
	}
	return vs
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
