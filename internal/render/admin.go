package render

import (
	"strings"

	"antq/internal/content"
	"antq/internal/site"
)

// Admin is the form of an administrative document (NĐ 30/2020, Phụ lục I; the metadata of NĐ 42/2022, Điều 4).
type Admin struct {
	Letterhead          *Letterhead // how it is headed on paper; nil where the page is not the document's own text
	Type, Number, Place string
	Issued              Date
	Planned             bool // not issued yet: the day is only what is intended
	Effective, Expires  Date
	Issuers             []string
	Superior            string
	Period              string // in words
	Bases               []Basis
	Signers             []Signer
	Recipients, Filed   []Text
	File                *File // the signed original
	Tasks               []Task
	Coverage            *CoverageBoard // nil unless units are asked for plans of their own
}

func (a *Admin) encode(e *encoder) {
	maybe(e, a.Letterhead)
	e.text(a.Type, a.Number, a.Place, a.Superior, a.Period)
	a.Issued.encode(e)
	e.bool(a.Planned)
	a.Effective.encode(e)
	a.Expires.encode(e)
	e.texts(a.Issuers)
	each(e, a.Bases)
	each(e, a.Signers)
	each(e, a.Recipients)
	each(e, a.Filed)
	maybe(e, a.File)
	each(e, a.Tasks)
	maybe(e, a.Coverage)
}

// Signer is a signatory (người ký) with the authority written before the post: TM. KT. TL. TUQ. Q.
type Signer struct{ Authority, Position, Name, For string }

func (s *Signer) encode(e *encoder) { e.text(s.Authority, s.Position, s.Name, s.For) }

func (m *maker) admin(en *site.Entry) *Admin {
	s := en.Admin
	if s == nil || s.Administrative == nil {
		return nil
	}
	return &Admin{
		Letterhead: letterhead(en), Type: s.TypeName, Number: number(s.Number), Place: s.Place, Issued: date(s.Issued), Effective: date(s.Effective),
		Expires: date(s.Expires), Issuers: s.Issuers, Superior: s.Superior, Period: s.Period.Words(), Bases: m.bases(s.Bases),
		Signers: signers(s.Signers, ofParty(s)), File: m.download(s.File, ""), Planned: planned(en),
	}
}

// close adds what stands behind the text, which explains its abbreviations before.
func (a *Admin) close(m *maker, en *site.Entry, tasks bool) {
	a.Recipients, a.Filed = m.texts(bare(en.Admin.Recipients)), m.texts(bare(en.Admin.Filed))
	if tasks {
		a.Tasks = m.tasks(en.Duties)
	}
	a.Coverage = m.coverage(en.Admin)
}

// number shows a number that is not given yet ("/KH-SXD") with room for it.
func number(n string) string {
	if strings.HasPrefix(n, "/") {
		return "…" + n
	}
	return n
}

// signers returns the signatories. Documents of the Party write the authority with a stroke: T/M, K/T, T/L (Hướng dẫn
// 36-HD/VPTW).
func signers(ss []content.Signer, party bool) []Signer {
	var vs []Signer
	for _, s := range ss {
		v := Signer(s)
		if a := strings.TrimSuffix(v.Authority, "."); party && len(a) == 2 {
			v.Authority = a[:1] + "/" + a[1:]
		}
		vs = append(vs, v)
	}
	return vs
}

// bare takes the dash before and the marks after a line of Nơi nhận away; the layout prints its own.
func bare(lines []string) []string {
	var bs []string
	for _, l := range lines {
		l = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(l), "-–•"))
		bs = append(bs, strings.TrimRight(l, ";. "))
	}
	return bs
}
