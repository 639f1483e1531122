package render

import (
	"crypto/sha256"
	"slices"
	"strings"
	"sync"

	"antq/internal/content"
	"antq/internal/site"
)

// SiteBase is what every page of a site shows alike: names, menu, contacts. It is made once for each depth of folder, since
// its addresses start from there.
type SiteBase struct {
	Hub       bool
	SiteName  string // name of the agency, or title of the hub
	ShortName string
	Campaign  string // name of the campaign
	Slogan    string
	Palette   string // red, blue, green
	Home      string // address of the home page
	Root      string // whole address of the site, with a closing "/"; "" without baseURL

	Light, Dark string // colour of the masthead in either scheme, for the browser's own bars
	ShareCard   string // whole address of the picture for pages without one, 1200 x 630 pixels; "" without baseURL

	Stylesheet, Script, Early, Icon string // addresses; "" = none; Early is the script that runs before the page is drawn
	Logo                            *Picture
	Superior                        *Link // cơ quan chủ quản
	Portal                          *Link // the portal the site is part of
	Nav                             []Link

	Address     string
	Phone, Tel  string // as written, and for tel:
	Fax, Email  string
	Officer     *Contact // contact officer (NĐ 42/2022, Điều 4)
	Responsible *Contact
	Hotlines    []Hotline

	// Addresses of the generated pages; "" where the site has none.
	AboutPage, ContactPage, AccessibilityPage, GlossaryPage, SiteMapPage, CalendarPage, RegisterPage, SearchPage string

	LastChange Date // newest change of the content
	Footer     *Part

	inForce *site.Entry // the plan that the agency works by, or nil; pages tell it in their own views
	digest  [sha256.Size]byte
	mu      sync.Mutex
	headers map[string]*Part // by the current menu item
}

func (s *SiteBase) encode(e *encoder) {
	e.bool(s.Hub)
	e.text(s.SiteName, s.ShortName, s.Campaign, s.Slogan, s.Palette, s.Home, s.Root, s.Stylesheet, s.Script, s.Early, s.Icon)
	e.text(s.Light, s.Dark, s.ShareCard)
	maybe(e, s.Logo)
	maybe(e, s.Superior)
	maybe(e, s.Portal)
	each(e, s.Nav)
	e.text(s.Address, s.Phone, s.Tel, s.Fax, s.Email)
	maybe(e, s.Officer)
	maybe(e, s.Responsible)
	each(e, s.Hotlines)
	e.text(s.AboutPage, s.ContactPage, s.AccessibilityPage, s.GlossaryPage, s.SiteMapPage, s.CalendarPage, s.RegisterPage, s.SearchPage)
	s.LastChange.encode(e)
}

// Base is what every page has.
type Base struct {
	*SiteBase
	Title       string // the page's own title, plain text
	Description string
	PageNumber  int    // of a list on several pages, from 2; else 0
	Lang        string // of title, lead and text; the furniture around them is Vietnamese
	URL         string // whole address of this page, only with baseURL
	Canonical   string // whole address that others are to keep: of this page or, for a shared document, of the hub's
	NoIndex     bool
	Breadcrumbs []Link // from the home page to the page above; the page itself is not among them
	NavCurrent  string // address of the menu item that this page stands under, or ""
	Header      *Part
	Main        *Part // what the layout of the page writes; set while a page is rendered

	// For machines: Dublin Core and Open Graph.
	PageType string // "article" for documents, else "website"
	Creator  string
	Posted   Date
	Modified Date
	Subject  string   // topics, comma-separated
	Preview  *Picture // lead picture by its whole address, only with baseURL
	Metadata string   // address of the document's metadata as JSON, or ""

	main view // whose page it is; set while a page is rendered
}

// The types of pages in Open Graph.
const (
	articleType = "article"
	websiteType = "website"
)

func (b *Base) encode(e *encoder) {
	e.bool(b.SiteBase != nil)
	if b.SiteBase != nil {
		e.b = append(e.b, b.SiteBase.digest[:]...)
	}
	e.text(b.Title, b.Description, b.Lang, b.URL, b.Canonical)
	e.number(b.PageNumber)
	e.bool(b.NoIndex)
	each(e, b.Breadcrumbs)
	e.text(b.NavCurrent, b.PageType, b.Creator, b.Subject, b.Metadata)
	maybe(e, b.Preview)
	b.Posted.encode(e)
	b.Modified.encode(e)
}

// shared gives the maker access to the base of whatever view embeds it.
func (b *Base) shared() *Base { return b }

func (m *maker) base() Base {
	p := m.page
	b := Base{SiteBase: m.siteBase, Title: p.Title, Lang: p.Lang, NoIndex: p.NoIndex, PageType: websiteType}
	if b.Lang == "" {
		b.Lang = "vi"
	}
	if p.Layout != notFound {
		b.URL = p.Address()
		b.Canonical = b.URL
	}
	for _, q := range p.Parents {
		text := q.Title
		if q.Layout == home || q.Layout == hub {
			text = "Trang chủ"
		}
		b.Breadcrumbs = append(b.Breadcrumbs, Link{Text: text, Href: m.href(q, "")})
	}
	b.NavCurrent = m.current()
	b.Header = m.siteBase.header(m.set, b.NavCurrent)
	if l := p.List; l != nil {
		b.Description = l.Description
		if l.Number > 1 {
			b.PageNumber = l.Number
		}
	}
	if e := p.Entry; e != nil {
		m.describe(&b, e)
	}
	return b
}

// foreign returns a language that is not Vietnamese, else "".
func foreign(lang string) string {
	if lang == "vi" {
		return ""
	}
	return lang
}

// describe fills in what a document says about itself.
func (m *maker) describe(b *Base, e *site.Entry) {
	b.Title, b.Description = e.Title, e.Description
	b.PageType = articleType
	if e.Canonical != nil && e.Canonical.Address() != "" {
		b.Canonical = e.Canonical.Address()
	}
	b.Creator = e.Doc.Common.Author
	if a := e.Admin; a != nil && len(a.Issuers) > 0 {
		b.Creator = strings.Join(a.Issuers, ", ")
	}
	b.Posted, b.Modified = date(e.Doc.Common.Date), date(e.Updated)
	b.Metadata = m.metadata(e)
	b.Subject = strings.Join(e.Doc.Common.Tags, ", ")
	b.Preview = m.preview(e)
}

// preview returns the lead picture of a document as those show it who link to the page. They do not draw SVG.
func (m *maker) preview(e *site.Entry) *Picture {
	p := e.Image
	if p == nil || p.File == nil || p.File.Site.BaseURL == "" || e.State == site.StateWithdrawn {
		return nil
	}
	if p.File.Asset != nil && p.File.Type == "image/svg+xml" {
		return nil
	}
	shown := m.shown(p.File)
	return &Picture{Src: p.File.Site.BaseURL + shown.Output, Alt: p.Alt, Width: shown.Width, Height: shown.Height}
}

// current finds the menu item that this page stands under: itself, else the nearest page above it.
func (m *maker) current() string {
	line := append(slices.Clone(m.page.Parents), m.page)
	for _, q := range slices.Backward(line) {
		if q.Layout == home || q.Layout == hub {
			continue
		}
		for _, n := range m.page.Site.Nav {
			if n.Page == q {
				return m.far.To(q)
			}
		}
	}
	return ""
}

// Contact is a person to ask, or who answers for the page.
type Contact struct{ Name, Position, Unit, Phone, Tel, Email string }

func (c *Contact) encode(e *encoder) { e.text(c.Name, c.Position, c.Unit, c.Phone, c.Tel, c.Email) }

func contact(c *content.Contact) *Contact {
	if c == nil || *c == (content.Contact{}) {
		return nil
	}
	return &Contact{c.Name, c.Position, c.Unit, c.Phone, dialled(c.Phone), c.Email}
}

// Hotline is where a citizen reports.
type Hotline struct{ Name, Phone, Tel, Hours, Note string }

func (h *Hotline) encode(e *encoder) { e.text(h.Name, h.Phone, h.Tel, h.Hours, h.Note) }

func hotlines(lists ...[]content.Hotline) []Hotline {
	var hs []Hotline
	for _, list := range lists {
		for _, h := range list {
			hs = append(hs, Hotline{h.Name, h.Phone, dialled(h.Phone), h.Hours, h.Note})
		}
	}
	return hs
}
