package site

import (
	"cmp"
	"slices"
	"strconv"

	"antq/internal/content"
)

// Year gathers what belongs to a year.
type Year struct {
	Year    int
	Page    *Page    // nil while fewer than two entries belong to it
	Entries []*Entry // newest first, without shared documents
	// Documents are the numbered documents of the year, for the register, also those that other lists leave out; Register is their first page.
	Documents []*Entry
	Register  *Page
}

// registered reports whether the register lists the entry: an administrative document that is numbered or of a kind that is to
// be, also as a draft, and when it has expired or was withdrawn. The open data hold the same documents.
func (e *Entry) registered() bool {
	if e.Admin == nil {
		return false
	}
	switch e.Kind {
	case content.KindPlan, content.KindDocument, content.KindCommendation:
		return true
	}
	return e.Admin.Number != ""
}

// registered divides the documents of the register, newest first: those that a year has, by number and year of issue, and the
// others.
func (b *builder) registered() (numbered, others []*Entry) {
	for _, e := range b.site.Entries {
		switch {
		case !e.registered():
		case e.Admin.given && e.Admin.Issued.Year != 0:
			numbered = append(numbered, e)
		default:
			others = append(others, e)
		}
	}
	newest := func(x, y *Entry) int {
		return cmp.Or(y.Admin.Issued.Compare(x.Admin.Issued), cmp.Compare(x.Doc.Path, y.Doc.Path))
	}
	slices.SortStableFunc(numbered, newest)
	slices.SortStableFunc(others, newest)
	return numbered, others
}

// makeYears makes the years with their archive pages, and the register.
func (b *builder) makeYears() {
	years := map[int]*Year{}
	year := func(n int) *Year {
		y := years[n]
		if y == nil {
			y = &Year{Year: n}
			years[n] = y
			b.site.Years = append(b.site.Years, y)
		}
		return y
	}
	for _, e := range b.site.Entries {
		if e.Listed() && !e.Shared && e.Date.Year != 0 {
			y := year(e.Date.Year)
			y.Entries = append(y.Entries, e)
		}
	}
	numbered, others := b.registered()
	for _, e := range numbered {
		y := year(e.Admin.Issued.Year)
		y.Documents = append(y.Documents, e)
	}
	slices.SortFunc(b.site.Years, func(x, y *Year) int { return cmp.Compare(y.Year, x.Year) })
	index := b.makeRegister(numbered, others)
	for _, y := range b.site.Years {
		n := strconv.Itoa(y.Year)
		if len(y.Entries) >= 2 {
			y.Page = b.list(folderYears+"/"+n, layoutYear, y.Entries, perPage, Listing{Title: "Năm " + n, Year: y})
		}
		if len(y.Documents) > 0 {
			y.Register = b.list(registerYear+n, layoutRegisterYear, y.Documents, perRegisterPage,
				Listing{Title: "Văn bản năm " + n, Section: b.listed[content.KindDocument], Year: y})
			for p := y.Register; p != nil; p = p.List.Next {
				p.Parents = slices.Insert(p.Parents, 1, index)
			}
		}
	}
}

// makeRegister makes the first page of the register: the documents that no year has because they carry no number or date yet, then
// the newest of all years. The years have pages of their own.
func (b *builder) makeRegister(numbered, others []*Entry) *Page {
	s := b.listed[content.KindDocument]
	if s == nil {
		return nil
	}
	total := len(numbered) + len(others)
	rows := append(others, numbered[:min(len(numbered), perRegisterPage)]...)
	s.Page = b.list(folderRegister+"/", layoutRegister, rows, max(len(rows), 1), Listing{Title: s.Title, Description: s.Description, Section: s})
	s.Page.List.Total = total
	return s.Page
}
