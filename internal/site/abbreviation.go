package site

import (
	"cmp"
	"slices"

	"antq/internal/content"
	"antq/internal/viet"
)

// nearestFirst joins abbreviations, of which a nearer one hides one of the same letters further off (CT is Công Thương in one
// agency and Chỉ thị elsewhere), and orders them for matching: the longest first, so that “BQL DA ĐTXD” is found before “BQL”.
// Without any of its own it is the list further off itself, so that the documents of an agency share one.
func nearestFirst(own, further []content.Abbreviation) []content.Abbreviation {
	if len(own) == 0 {
		return further
	}
	seen := make(map[string]bool, len(own))
	list := make([]content.Abbreviation, 0, len(own)+len(further))
	for _, a := range slices.Concat(own, further) {
		if a.Short != "" && !seen[a.Short] {
			seen[a.Short] = true
			list = append(list, a)
		}
	}
	slices.SortStableFunc(list, func(x, y content.Abbreviation) int {
		return cmp.Or(cmp.Compare(len(y.Short), len(x.Short)), cmp.Compare(x.Short, y.Short))
	})
	return list
}

// abbreviate gives the site, its sections and its entries their abbreviations. A shared document is not the agency's own text,
// so only its own and those of the campaign hold in it.
func (b *builder) abbreviate() {
	b.site.Abbreviations = b.campaignAbbreviations()
	if b.site.Doc != nil && !b.site.Hub {
		b.site.Abbreviations = nearestFirst(b.site.Doc.Common.Abbreviations, b.site.Abbreviations)
	}
	for _, s := range b.site.Sections {
		s.Abbreviations = b.site.Abbreviations
		if s.Doc != nil {
			s.Abbreviations = nearestFirst(s.Doc.Common.Abbreviations, b.site.Abbreviations)
		}
	}
	for _, e := range b.order {
		further := b.site.Abbreviations
		if e.Shared {
			further = b.campaignAbbreviations()
		}
		e.Abbreviations = nearestFirst(e.Doc.Common.Abbreviations, further)
	}
}

// campaignAbbreviations returns those of the campaign, in one list for all sites.
func (m *maker) campaignAbbreviations() []content.Abbreviation {
	if m.general == nil && m.sites.CampaignDoc != nil {
		m.general = nearestFirst(m.sites.CampaignDoc.Common.Abbreviations, nil)
	}
	return m.general
}

// Glossary returns the abbreviations of the agency and the campaign, and those that only its sections and documents explain, in
// Vietnamese order. One that means something else in a document comes again with that meaning.
func (s *Site) Glossary() []content.Abbreviation {
	list := slices.Clone(s.Abbreviations)
	seen := make(map[content.Abbreviation]bool, len(list))
	same := func(a content.Abbreviation) content.Abbreviation {
		return content.Abbreviation{Short: a.Short, Long: viet.Fold(a.Long)}
	}
	for _, a := range list {
		seen[same(a)] = true
	}
	add := func(d *content.Document) {
		for _, a := range d.Common.Abbreviations {
			if a.Short != "" && a.Long != "" && !seen[same(a)] {
				seen[same(a)] = true
				list = append(list, a)
			}
		}
	}
	for _, x := range s.Sections {
		if x.Doc != nil {
			add(x.Doc)
		}
	}
	for _, e := range s.Entries {
		if e.Listed() {
			add(e.Doc)
		}
	}
	order := viet.NewCollator()
	slices.SortStableFunc(list, func(x, y content.Abbreviation) int { return order.Compare(x.Short, y.Short) })
	return list
}
