package site

import (
	"cmp"
	"slices"
	"strconv"
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
	b.makeRegister(numbered, others)
	for _, y := range b.site.Years {
		n := strconv.Itoa(y.Year)
		if len(y.Entries) >= 2 {
			y.Page = b.list(folderYears+"/"+n, layoutYear, y.Entries, perPage, Listing{Title: "Năm " + n, Year: y})
		}
		if len(y.Documents) > 0 {
			y.Register = b.listRegister(registerYear+n, layoutRegisterYear, y.Documents, Listing{Title: "Văn bản năm " + n, Year: y})
		}
	}
}
