package site

import (
	"cmp"
	"slices"

	"antq/internal/content"
	"antq/internal/viet"
)

// Register is the list of a site's administrative documents, whole and in the parts by which people look for one. Each document
// is in one part by day (that of its year, [Year.Register], or Undated), in one by type, and in one by unit if it has a unit.
type Register struct {
	Page    *Page           // the first hundred of all: those that no year has, then the newest
	Total   int             // documents in all
	Undated *RegisterPart   // those that no year has, as their number or day of issue is not known; nil where there are none
	Types   []*RegisterPart // in Vietnamese order
	Units   []*RegisterPart // in the order of _agency.md
}

// RegisterPart is the part of the register that is of one type, of one unit, or of no year.
type RegisterPart struct {
	Name      string   // of the type or unit; of Undated, what the documents have in common
	Unit      *Unit    // else nil
	Documents []*Entry // those that no year has first, then the newest
	Page      *Page    // nil where the part is the whole register, so that there is nothing to choose
}

// undatedName says why a document is in no year.
const undatedName = "Chưa đủ số, ngày"

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

// makeRegister makes the register with the pages of its parts, except those of the years.
func (b *builder) makeRegister(numbered, others []*Entry) {
	s := b.listed[content.KindDocument]
	if s == nil {
		return
	}
	all := slices.Concat(others, numbered)
	s.Page = b.list(folderRegister+"/", layoutRegister, all[:min(len(all), perRegisterPage)], perRegisterPage,
		Listing{Title: s.Title, Description: s.Description, Section: s})
	s.Page.List.Total = len(all)
	r := &Register{Page: s.Page, Total: len(all)}
	b.site.Register = r
	if len(others) > 0 {
		r.Undated = &RegisterPart{Name: undatedName, Documents: others}
		if len(numbered) > 0 || len(others) > perRegisterPage {
			r.Undated.Page = b.listRegister(registerUndated, layoutRegisterPart, others,
				Listing{Title: "Văn bản chưa đủ số, ngày ban hành", Part: r.Undated})
		}
	}
	b.divideRegister(all)
	for _, p := range r.Types {
		if len(p.Documents) < r.Total {
			p.Page = b.listRegister(registerType+viet.Slug(p.Name), layoutRegisterPart, p.Documents, Listing{Title: "Loại văn bản: " + p.Name, Part: p})
		}
	}
	for _, p := range r.Units {
		if len(p.Documents) < r.Total {
			p.Page = b.listRegister(registerUnit+p.Unit.ID, layoutRegisterPart, p.Documents, Listing{Title: "Văn bản của " + p.Name, Part: p})
		}
	}
}

// divideRegister divides the documents of the register by type and by unit, in one walk.
func (b *builder) divideRegister(all []*Entry) {
	r := b.site.Register
	byName, bySlug, byUnit := map[string]*RegisterPart{}, map[string]*RegisterPart{}, map[*Unit]*RegisterPart{}
	for _, e := range all {
		of := byName[e.Admin.TypeName]
		if of == nil {
			name := b.typeTitle(e.Admin.TypeName)
			slug := viet.Slug(name)
			if of = bySlug[slug]; of == nil {
				of = &RegisterPart{Name: name}
				bySlug[slug] = of
				r.Types = append(r.Types, of)
			}
			byName[e.Admin.TypeName] = of
		}
		of.Documents = append(of.Documents, e)
		if e.Unit == nil {
			continue
		}
		if byUnit[e.Unit] == nil {
			byUnit[e.Unit] = &RegisterPart{Name: e.Unit.Name, Unit: e.Unit}
		}
		byUnit[e.Unit].Documents = append(byUnit[e.Unit].Documents, e)
	}
	order := viet.NewCollator()
	slices.SortFunc(r.Types, func(x, y *RegisterPart) int {
		return cmp.Or(order.Compare(x.Name, y.Name), cmp.Compare(x.Name, y.Name))
	})
	for _, u := range b.site.Units {
		if byUnit[u] != nil {
			r.Units = append(r.Units, byUnit[u])
		}
	}
}

// typeTitle returns the name under which the register lists a type: that of the list of types if the type is on it, however it is
// typed, else as typed.
func (b *builder) typeTitle(name string) string {
	if b.typeKey(name) != "" {
		t, _ := viet.TypeByName(name)
		return t.Name
	}
	if viet.Slug(name) == "" {
		return "Khác"
	}
	return name
}

// listRegister makes the pages of a part of the register, which stand below its first page.
func (b *builder) listRegister(name, layout string, documents []*Entry, template Listing) *Page {
	template.Section = b.listed[content.KindDocument]
	first := b.list(name, layout, documents, perRegisterPage, template)
	for p := first; p != nil; p = p.List.Next {
		p.Parents = slices.Insert(p.Parents, 1, b.site.Register.Page)
	}
	return first
}
