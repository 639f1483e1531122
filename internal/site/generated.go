package site

import (
	"slices"
	"strings"
)

// generated are the pages that antq makes for every site, with their layouts and titles.
var generated = [...]struct{ name, layout, title string }{
	{nameAbout, layoutAbout, "Giới thiệu"},
	{nameContact, layoutContact, "Liên hệ"},
	{nameCalendar, layoutCalendar, "Lịch"},
	{nameGlossary, layoutGlossary, "Thuật ngữ và chữ viết tắt"},
	{nameSiteMap, layoutSiteMap, "Sơ đồ trang"},
	{nameAccessibility, layoutAccessibility, "Khả năng tiếp cận"},
	{nameNotFound, layoutNotFound, "Không tìm thấy trang"},
}

// linkable returns the names of the generated pages to which a path may lead.
func linkable() []string {
	var names []string
	for _, g := range generated {
		if g.name != nameNotFound {
			names = append(names, g.name)
		}
	}
	return names
}

// makeGenerated makes the pages that need no document. The introduction and the contact page are an agency's; a page of the
// editor's takes their place.
func (b *builder) makeGenerated() {
	for _, g := range generated {
		if b.pages[g.name] != nil || b.site.Hub && replaceable(g.name) {
			continue
		}
		p := b.site.newPage(g.name, g.layout, g.title)
		p.Parents = []*Page{b.pages[nameHome]}
		p.NoIndex = g.name == nameNotFound
		if b.claim(p.Output, owner{}) {
			b.addPage(p)
		}
	}
}

// mayHave reports whether a page that the site lacks today could appear with more content: a section, a unit's page, a topic's,
// a year's.
func (b *builder) mayHave(name string) bool {
	first, rest, _ := strings.Cut(name, "/")
	switch first {
	case folderUnits:
		return b.units[rest] != nil
	case folderTags:
		return slices.ContainsFunc(b.site.Tags, func(t *Tag) bool { return t.Slug == rest })
	}
	return strings.HasSuffix(name, "/") || first == folderYears || first == folderRegister || b.site.Hub && replaceable(name)
}
