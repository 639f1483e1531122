package render

import "antq/internal/site"

// Alias is the page at an old address, which sends the reader on.
type Alias struct {
	Base
	Href string // address of the new page
}

func (v *Alias) encode(e *encoder) { v.Base.encode(e); e.text(v.Href) }

// alias makes the view of a redirect page; the maker's page is the old address.
func (m *maker) alias(to *site.Page) view {
	v := &Alias{Base: m.base(), Href: m.href(to, "")}
	v.Canonical, v.NoIndex = to.Address(), true
	return v
}
