package site

import (
	"slices"
	"strconv"
	"strings"

	"antq/internal/viet"
)

// Tag is a topic.
type Tag struct {
	Name, Slug string
	Page       *Page // nil while fewer than two entries have it
	Entries    []*Entry
}

// makeTags gathers the entries of each topic. Spellings that differ in case, or in where the tone mark stands (hoà, hòa), are
// one topic, called as in the first of its documents by path. Two topics that only differ in their marks would have one
// address: that is reported.
func (b *builder) makeTags() {
	bySlug := map[string]*Tag{}
	first := map[*Tag]*source{}
	for _, s := range b.own {
		e := b.entries[s]
		if e == nil {
			continue
		}
		for i, name := range e.Doc.Common.Tags {
			slug := viet.Slug(name)
			if slug == "" {
				if e.Shared == b.site.Hub {
					b.report(s, "tags."+strconv.Itoa(i), "slug-empty", "tag", name)
				}
				continue
			}
			if isDevice(slug) {
				slug = "chu-de-" + slug
			}
			t := bySlug[slug]
			if t == nil {
				t = &Tag{Name: name, Slug: slug}
				bySlug[slug], first[t] = t, s
				b.site.Tags = append(b.site.Tags, t)
			} else if t.Name != name && tagForm(t.Name) != tagForm(name) {
				b.report(s, "tags."+strconv.Itoa(i), "tag-collision", "", name, t.Name, sourceFile(first[t].doc.Path))
			}
			if !slices.Contains(e.Tags, t) {
				e.Tags = append(e.Tags, t)
			}
		}
	}
	for _, e := range b.site.Entries {
		for _, t := range e.Tags {
			if e.Listed() {
				t.Entries = append(t.Entries, e)
			}
		}
	}
	order := viet.NewCollator()
	slices.SortStableFunc(b.site.Tags, func(x, y *Tag) int { return order.Compare(x.Name, y.Name) })
	for _, t := range b.site.Tags {
		if len(t.Entries) >= 2 {
			t.Page = b.list(folderTags+"/"+t.Slug, layoutTag, t.Entries, perPage, Listing{Title: t.Name, Tag: t})
		}
	}
}

// tagForm is the form in which two spellings of a topic are equal.
func tagForm(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(viet.FoldTone(name)), func(r rune) bool {
		return r == ' ' || r == '-' || r == '\u00a0'
	}), " ")
}
