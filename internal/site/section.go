package site

import (
	"cmp"
	"slices"

	"antq/internal/content"
)

// Section is a first-level folder with content.
type Section struct {
	Kind               content.Kind
	Folder             string
	Title, Description string
	Doc                *content.Document      // _section.md, or nil
	Links              []Link                 // of Doc's body
	Abbreviations      []content.Abbreviation // that hold in Doc's body
	Page               *Page
	Entries            []*Entry // newest first; in the order of weight, then date

	order int
}

// makeSections makes the section of every kind that has entries to list, with its pages. The section of documents is the
// register.
func (b *builder) makeSections() {
	home := b.site.newPage(nameHome, layoutHome, b.site.Name)
	if b.site.Hub {
		home.Layout = layoutHub
	}
	if b.claim(home.Output, owner{}) {
		b.addPage(home)
	}
	for _, k := range content.SectionKinds() {
		s := b.newSection(k)
		if len(s.Entries) == 0 && (k != content.KindDocument || !slices.ContainsFunc(b.site.Entries, (*Entry).registered)) {
			continue
		}
		b.site.Sections = append(b.site.Sections, s)
		b.listed[k] = s
		linkNeighbours(s.Entries)
		if k != content.KindDocument {
			s.Page = b.list(s.Folder+"/", layoutSection, s.Entries, perPage, Listing{Title: s.Title, Description: s.Description, Section: s})
		}
	}
	slices.SortStableFunc(b.site.Sections, func(x, y *Section) int {
		switch {
		case x.order != 0 && y.order != 0:
			return cmp.Compare(x.order, y.order)
		case x.order != 0:
			return -1
		case y.order != 0:
			return 1
		}
		return 0
	})
	for _, e := range b.order {
		e.Section = b.listed[e.Kind]
	}
}

func (b *builder) newSection(k content.Kind) *Section {
	s := &Section{Kind: k, Folder: k.Folder(), Title: k.SectionTitle()}
	folder := b.site.ID
	if b.site.Hub {
		folder = content.Shared
	}
	if src := b.sections[folder+"/"+s.Folder]; src != nil {
		s.Doc = src.doc
		s.Title = cmp.Or(src.doc.Common.Title, s.Title)
		s.Description = cmp.Or(src.doc.Common.Description, src.doc.Body.Summary)
		if x, ok := src.doc.Meta.(*content.Section); ok {
			s.order = x.Order
		}
	}
	for _, e := range b.site.Entries {
		if e.Kind == k && e.Listed() {
			s.Entries = append(s.Entries, e)
		}
	}
	slices.SortStableFunc(s.Entries, weightFirst)
	return s
}
