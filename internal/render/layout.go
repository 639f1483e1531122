package render

import "antq/internal/site"

// The names of layouts that the program itself speaks of.
const (
	home     = "home"
	hub      = "hub"
	notFound = "notfound"
	alias    = "alias"
)

// view is what one layout can see.
type view interface {
	encode(*encoder)
	shared() *Base
}

// layoutRow ties a layout's name to its view.
type layoutRow struct {
	name  string
	empty func() view
	make  func(*maker) view
	whole bool // the layout is a whole page, not the main part of base.html
	entry bool // the layout is for documents only
}

// rows is the only place where layouts and views meet.
var rows = []layoutRow{
	{name: home, empty: func() view { return &Home{} }, make: (*maker).home},
	{name: hub, empty: func() view { return &Hub{} }, make: (*maker).hub},
	{name: "plan", empty: func() view { return &Plan{} }, make: (*maker).plan, entry: true},
	{name: "conference", empty: func() view { return &Conference{} }, make: (*maker).conference, entry: true},
	{name: "story", empty: func() view { return &Story{} }, make: (*maker).story, entry: true},
	{name: "document", empty: func() view { return &Document{} }, make: (*maker).document, entry: true},
	{name: "model", empty: func() view { return &Model{} }, make: (*maker).model, entry: true},
	{name: "commendation", empty: func() view { return &Commendation{} }, make: (*maker).commendation, entry: true},
	{name: "notice", empty: func() view { return &Notice{} }, make: (*maker).notice, entry: true},
	{name: "material", empty: func() view { return &Material{} }, make: (*maker).material, entry: true},
	{name: "page", empty: func() view { return &Page{} }, make: (*maker).freePage, entry: true},
	{name: "section", empty: func() view { return &Section{} }, make: (*maker).section},
	{name: "register", empty: func() view { return &Register{} }, make: (*maker).register},
	{name: "register-year", empty: func() view { return &RegisterYear{} }, make: (*maker).registerYear},
	{name: "register-part", empty: func() view { return &RegisterPart{} }, make: (*maker).registerPart},
	{name: "unit", empty: func() view { return &Unit{} }, make: (*maker).unitPage},
	{name: "tag", empty: func() view { return &Tag{} }, make: (*maker).tag},
	{name: "year", empty: func() view { return &Year{} }, make: (*maker).year},
	{name: "calendar", empty: func() view { return &Calendar{} }, make: (*maker).calendar},
	{name: "calendar-month", empty: func() view { return &CalendarMonth{} }, make: (*maker).calendarMonth},
	{name: "about", empty: func() view { return &About{} }, make: (*maker).about},
	{name: "contact", empty: func() view { return &Contacts{} }, make: (*maker).contacts},
	{name: "accessibility", empty: func() view { return &Accessibility{} }, make: (*maker).accessibility},
	{name: "glossary", empty: func() view { return &Glossary{} }, make: (*maker).glossary},
	{name: "sitemap", empty: func() view { return &SiteMap{} }, make: (*maker).siteMap},
	{name: notFound, empty: func() view { return &NotFound{} }, make: (*maker).notFound},
	{name: alias, empty: func() view { return &Alias{} }, whole: true},
}

func rowOf(name string) (layoutRow, bool) {
	for _, r := range rows {
		if r.name == name {
			return r, true
		}
	}
	return layoutRow{}, false
}

// maker makes the view of one page. All its addresses start from that page.
type maker struct {
	page     *site.Page
	far      *site.Page // see farPage
	siteBase *SiteBase
	set      *layoutSet
	pictures Pictures
	shipped  bool // see [Renderer.WithShippedLook]

	explainer *explainer // of the page, in the order of its texts; nil = nothing to explain
}
