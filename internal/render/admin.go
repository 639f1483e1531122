package render

import (
	"strings"

	"antq/internal/content"
	"antq/internal/site"
)

// Admin is the form of an administrative document (NĐ 30/2020, Phụ lục I; the metadata of NĐ 42/2022, Điều 4).
type Admin struct {
	Type, Number, Place string
	Issued              Date
	Effective, Expires  Date
	Issuers             []string
	Superior            string
	Period              string // in words
	Bases               []Link // căn cứ, each with its closing mark
	Signers             []Signer
	Recipients, Filed   []string
	File                *File // the signed original
	Tasks               []Task
	Coverage            []Coverage
	Answered            int  // how many of Coverage have a plan
	CoverageBefore      Date // units are asked for their plans before this day
}

func (a *Admin) encode(e *encoder) {
	e.text(a.Type, a.Number, a.Place, a.Superior, a.Period)
	a.Issued.encode(e)
	a.Effective.encode(e)
	a.Expires.encode(e)
	e.texts(a.Issuers)
	each(e, a.Bases)
	each(e, a.Signers)
	e.texts(a.Recipients)
	e.texts(a.Filed)
	maybe(e, a.File)
	each(e, a.Tasks)
	each(e, a.Coverage)
	e.number(a.Answered)
	a.CoverageBefore.encode(e)
}

// Signer is a signatory (người ký) with the authority written before the post: TM. KT. TL. TUQ. Q.
type Signer struct{ Authority, Position, Name, For string }

func (s *Signer) encode(e *encoder) { e.text(s.Authority, s.Position, s.Name, s.For) }

// Coverage is what one unit answered to a plan that asks units for plans of their own.
type Coverage struct {
	Unit Link
	Plan *Link // nil = not yet
}

func (c *Coverage) encode(e *encoder) { c.Unit.encode(e); maybe(e, c.Plan) }

func (m *maker) admin(en *site.Entry) *Admin {
	s := en.Admin
	if s == nil || s.Administrative == nil {
		return nil
	}
	a := &Admin{
		Type: s.TypeName, Number: number(s.Number), Place: s.Place, Issued: date(s.Issued), Effective: date(s.Effective),
		Expires: date(s.Expires), Issuers: s.Issuers, Superior: s.Superior, Period: s.Period.Words(), Bases: m.basisLines(s.Bases),
		Signers: signers(s.Signers), Recipients: bare(s.Recipients), Filed: bare(s.Filed), File: m.download(s.File, ""),
		Tasks: m.tasks(en.Duties),
	}
	for _, c := range s.Coverage {
		line := Coverage{Plan: m.entry(c.Plan)}
		if u := m.unit(c.Unit); u != nil {
			line.Unit = *u
		}
		if line.Plan != nil {
			a.Answered++
		}
		a.Coverage = append(a.Coverage, line)
	}
	if s.UnitPlans != nil {
		a.CoverageBefore = date(s.UnitPlans.Before)
	}
	return a
}

// number shows a number that is not given yet ("/KH-SXD") with room for it.
func number(n string) string {
	if strings.HasPrefix(n, "/") {
		return "…" + n
	}
	return n
}

// basisLines prints the căn cứ: each line ends with a semicolon, the last one with a full stop (NĐ 30/2020, Phụ lục I,
// mục II.6).
func (m *maker) basisLines(bs []site.Basis) []Link {
	var ls []Link
	for i, b := range bs {
		l := Link{Text: b.Text}
		if b.Target != nil {
			l.Href = m.target(b.Target).Href
		}
		l.Text = strings.TrimRight(l.Text, " ;.")
		if l.Note = ";"; i == len(bs)-1 {
			l.Note = "."
		}
		ls = append(ls, l)
	}
	return ls
}

func signers(ss []content.Signer) []Signer {
	var vs []Signer
	for _, s := range ss {
		vs = append(vs, Signer(s))
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
