package render

import (
	"cmp"
	"strings"
	"sync"

	"antq/internal/content"
	"antq/internal/site"
)

// bases remembers the site bases of the newest sites. A base belongs to a site, a depth of folder, and the page that is not
// found, whose addresses begin at the root of the server.
type bases struct {
	mu   sync.RWMutex
	all  *site.Sites
	made map[baseKey]*SiteBase
}

type baseKey struct {
	site *site.Site
	far  string
	lost bool // for the page that is not found
}

// of returns the site base for a page. Sites that are no longer the newest are forgotten, so that a long preview does not
// keep every site it ever made.
func (b *bases) of(far *site.Page, statics Statics, set *layoutSet, pictures Pictures) *SiteBase {
	key := baseKey{far.Site, far.Output, far.Layout == notFound}
	b.mu.RLock()
	found := b.made[key]
	b.mu.RUnlock()
	if found != nil {
		return found
	}
	made := (&maker{page: far, far: far, set: set, pictures: pictures}).newSiteBase(statics)
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.made == nil || b.all != key.site.All {
		b.all, b.made = key.site.All, make(map[baseKey]*SiteBase)
	}
	b.made[key] = made
	return made
}

// newSiteBase gathers what all pages of the site show, with addresses as seen from the maker's page, a far page.
func (m *maker) newSiteBase(statics Statics) *SiteBase {
	s := m.page.Site
	b := &SiteBase{Hub: s.Hub, SiteName: s.Name, ShortName: s.ShortName, Palette: s.Palette}
	b.Palette = cmp.Or(b.Palette, "red")
	b.Light, b.Dark = mastheadColours(b.Palette)
	if b.Root = s.BaseURL; b.Root != "" && statics[shareCard] != "" {
		b.ShareCard = b.Root + statics[shareCard]
	}
	b.Icon = m.static(statics, "icon.svg")
	b.Stylesheet, b.Script = m.static(statics, "css/site.css"), m.static(statics, "js/site.js")
	b.Early = m.static(statics, "early.js")
	if s.Logo != nil {
		b.Logo = m.picture(&site.Picture{File: s.Logo})
	}
	if all := s.All; all != nil && all.Campaign != nil {
		b.Slogan = all.Campaign.Slogan
		b.Campaign = all.Campaign.Name
		b.Hotlines = hotlines(all.Campaign.Hotlines)
	}
	if a := s.Agency; a != nil {
		m.profile(b, a)
	}
	for _, n := range s.Nav {
		b.Nav = append(b.Nav, Link{Text: n.Title, Href: m.href(n.Page, "")})
	}
	if b.Nav = linked(b.Nav); len(b.Nav) > 6 {
		b.Nav = b.Nav[:6]
	}
	m.generated(b)
	b.LastChange = date(lastChange(s))
	if p := s.PlanInForce(); p != nil && p.State != site.StateUnsigned {
		b.inForce = p
	}
	b.Footer = &Part{set: m.set, layout: footerFile, data: b}
	b.seal()
	return b
}

// shareCard is the static picture for pages that have none of their own.
const shareCard = "card.png"

// mastheadColours returns the colours of the masthead in the light and the dark scheme, as the style sheet has them.
func mastheadColours(palette string) (light, dark string) {
	switch palette {
	case "blue":
		return "#1b4a8a", "#173e73"
	case "green":
		return "#1d5a3a", "#174a30"
	}
	return "#a3121a", "#861018"
}

// seal computes the digest by which the views of all pages write the base.
func (s *SiteBase) seal() {
	e := encoder{}
	s.encode(&e)
	s.digest = e.sum()
}

// profile fills in what _agency.md says.
func (m *maker) profile(b *SiteBase, a *content.Agency) {
	if a.Parent.Name != "" {
		b.Superior = &Link{Text: a.Parent.Name, Href: outside(a.Parent.URL)}
	}
	if a.Portal.Name != "" || outside(a.Portal.URL) != "" {
		b.Portal = &Link{Text: cmp.Or(a.Portal.Name, a.Portal.URL), Href: outside(a.Portal.URL)}
	}
	b.Address, b.Phone, b.Tel, b.Fax, b.Email = a.Address, a.Phone, dialled(a.Phone), a.Fax, a.Email
	b.Officer, b.Responsible = contact(a.Officer), contact(a.Responsible)
	b.Hotlines = append(hotlines(a.Hotlines), b.Hotlines...)
}

// generated finds the pages that the furniture links to. A page that an editor wrote in place of a generated one has
// another layout, so the address decides.
func (m *maker) generated(b *SiteBase) {
	at := map[string]*string{
		"": &b.Home, "gioi-thieu": &b.AboutPage, "lien-he": &b.ContactPage, "kha-nang-tiep-can": &b.AccessibilityPage,
		"thuat-ngu": &b.GlossaryPage, "so-do-trang": &b.SiteMapPage, "lich": &b.CalendarPage, "van-ban": &b.RegisterPage,
		"tim-kiem": &b.SearchPage,
	}
	for _, p := range m.page.Site.Pages {
		name := strings.TrimSuffix(strings.TrimSuffix(p.URL, "/"), ".html")
		if href, ok := at[name]; ok {
			*href = m.href(p, "")
		}
	}
}

// static returns the address of a static file, or "" if there is none or it cannot be reached from this page.
func (m *maker) static(statics Statics, name string) string {
	path, ok := statics[name]
	if !ok {
		return ""
	}
	return m.page.ToPath(path)
}

// farPage returns a page that stands as deep as p and shares no folder with any other. Seen from there, the addresses of the
// furniture are the same for all pages of that depth.
func farPage(p *site.Page) *site.Page {
	return &site.Page{Site: p.Site, Layout: p.Layout, Output: strings.Repeat("-/", strings.Count(p.Output, "/")) + "-"}
}

// linked keeps the links that lead somewhere.
func linked(ls []Link) []Link {
	kept := ls[:0]
	for _, l := range ls {
		if l.Href != "" {
			kept = append(kept, l)
		}
	}
	return kept
}

// lastChange returns the newest day on which the content changed: posted, updated or issued.
func lastChange(s *site.Site) content.Date {
	var last content.Date
	newer := func(d content.Date) {
		if d.Full() && d.First().Compare(last) > 0 {
			last = d.First()
		}
	}
	for _, e := range s.Entries {
		newer(e.Doc.Common.Date)
		newer(e.Updated)
	}
	for _, member := range s.Members {
		newer(lastChange(member))
	}
	if s.Doc != nil {
		newer(s.Doc.Common.Date)
		for _, c := range s.Doc.Common.Changes {
			newer(c.Date)
		}
	}
	return last
}
