package check

import (
	"slices"

	"antq/internal/content"
	"antq/internal/diag"
	"antq/internal/site"
	"antq/internal/viet"
)

// Form examines what one document alone cannot tell: whether the agency asks for a release that is not given, and whether a
// document was issued before one that the sites know as its basis, or rests on one that is dated later than today.
func (r *Rules) Form(sites *site.Sites) diag.List {
	var list diag.List
	for _, s := range sites.Agencies {
		for _, e := range s.Entries {
			if e.Shared {
				continue
			}
			if s.Agency != nil {
				approval(e, s.Agency.Approval, &list)
			}
			basisOrder(e, sites.Today, &list)
		}
	}
	if sites.Hub != nil {
		for _, e := range sites.Hub.Entries {
			basisOrder(e, sites.Today, &list)
		}
	}
	list.Sort()
	return list
}

// approval reports a document of a kind that the agency publishes only when somebody has released it.
func approval(e *site.Entry, kinds []string, list *diag.List) {
	if e.State == site.StateWithdrawn || !slices.Contains(kinds, e.Kind.String()) {
		return
	}
	if a := e.Doc.Common.Approved; a == nil || a.By == "" {
		list.Add(diag.New("not-approved", "", "content/"+e.Doc.Path, firstKey(e.Doc, "approved", "title"), e.Site.ShortName))
	}
}

// firstKey returns the place of the first of some keys that was written.
func firstKey(doc *content.Document, names ...string) diag.Span {
	for _, name := range names {
		if at, ok := doc.Keys[name]; ok {
			return at
		}
	}
	return diag.Span{Start: diag.Pos{Line: 1, Column: 1}}
}

// basisOrder compares the dates of a document and of its bases. A basis that bears its own date in the line was compared with
// the date of issue before.
func basisOrder(e *site.Entry, today content.Date, list *diag.List) {
	if e.Admin == nil || e.State == site.StateWithdrawn {
		return
	}
	for i := range e.Admin.Administrative.Bases {
		b := &e.Admin.Administrative.Bases[i]
		issued, own := basisDate(b), true
		if issued.IsZero() && i < len(e.Admin.Bases) {
			if t := e.Admin.Bases[i].Target; t != nil && t.Entry != nil && t.Entry.Admin != nil {
				issued, own = t.Entry.Admin.Issued, false
			}
		}
		at := firstKey(e.Doc, basisKey(i), "bases")
		switch {
		case issued.IsZero():
		case issued.First().Compare(today) > 0:
			list.Add(diag.New("date-order", "future", "content/"+e.Doc.Path, at, issued.Words()))
		case !own && !e.Admin.Issued.IsZero() && e.Admin.Issued.Last().Compare(issued.First()) < 0:
			list.Add(diag.New("date-order", "", "content/"+e.Doc.Path, at, e.Admin.Issued.Words(), issued.Words()))
		}
	}
}

// basisDate returns the date that a basis bears in its own words, zero without one.
func basisDate(b *content.Basis) content.Date {
	if !b.Issued.IsZero() || b.Text == "" {
		return b.Issued
	}
	d := viet.ParseBasis(b.Text).Reference.Issued
	return content.Date{Year: d.Year, Month: d.Month, Day: d.Day}
}
