package render

import (
	"strconv"
	"unicode/utf8"

	"antq/internal/site"
)

// RegisterFilter leads to the parts of the register, a group for each way to divide it.
type RegisterFilter struct {
	Groups []FilterGroup
}

// FilterGroup is one way to divide the register: by year, by type of document, by unit.
type FilterGroup struct {
	Name    string // "Loại văn bản"
	Label   string // the same for who hears it apart from the others: "Các năm"
	Current string // text of the choice that is shown, or ""
	Folded  bool   // the choices take too much room on a phone to stand open
	Links   []FilterLink
}

// FilterLink is one choice.
type FilterLink struct {
	Text, Href string
	Count      int // documents
	Current    bool
}

func (f *RegisterFilter) encode(e *encoder) { each(e, f.Groups) }

func (g *FilterGroup) encode(e *encoder) {
	e.text(g.Name, g.Label, g.Current)
	e.bool(g.Folded)
	each(e, g.Links)
}

func (l *FilterLink) encode(e *encoder) {
	e.text(l.Text, l.Href)
	e.number(l.Count)
	e.bool(l.Current)
}

// registerFilter makes the filter as it stands on the maker's page. The first group leads back to the whole register, and the
// documents of its other choices add up to it.
func (m *maker) registerFilter() RegisterFilter {
	var f RegisterFilter
	r := m.page.Site.Register
	if r == nil {
		return f
	}
	days := []FilterLink{{Text: "Tất cả", Href: m.href(r.Page, ""), Count: r.Total, Current: m.page == r.Page}}
	for _, y := range m.page.Site.Years {
		if y.Register != nil {
			days = append(days, FilterLink{Text: "Năm " + strconv.Itoa(y.Year), Href: m.href(y.Register, ""), Count: len(y.Documents), Current: m.onYear(y)})
		}
	}
	if r.Undated != nil {
		days = append(days, m.registerLinks([]*site.RegisterPart{r.Undated})...)
	}
	if len(days) > 1 {
		f.add("Thời gian", "Các năm", days)
	}
	f.add("Loại văn bản", "Các loại văn bản", m.registerLinks(r.Types))
	f.add("Đơn vị", "Các đơn vị", m.registerLinks(r.Units))
	return f
}

// registerLinks makes the links to those parts that are not the whole.
func (m *maker) registerLinks(parts []*site.RegisterPart) []FilterLink {
	var links []FilterLink
	for _, p := range parts {
		if p.Page != nil {
			links = append(links, FilterLink{Text: p.Name, Href: m.href(p.Page, ""), Count: len(p.Documents), Current: m.page.List != nil && m.page.List.Part == p})
		}
	}
	return links
}

// foldFrom is how many letters the choices of a group may have together to stand open: about three lines on a phone.
const foldFrom = 90

// add adds a group of choices unless there are none.
func (f *RegisterFilter) add(name, label string, links []FilterLink) {
	if len(links) == 0 {
		return
	}
	g := FilterGroup{Name: name, Label: label, Links: links}
	room := 0
	for _, l := range links {
		room += utf8.RuneCountInString(l.Text) + len(" (123)")
		if l.Current {
			g.Current = l.Text
		}
	}
	g.Folded = room > foldFrom
	f.Groups = append(f.Groups, g)
}
