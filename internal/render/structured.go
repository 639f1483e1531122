package render

// Graph is what a page tells machines in the words of schema.org, written as JSON-LD. It is made from the page's view when a
// layout asks for it, so it can say nothing that the page does not know. It never says more than that either: a day that is not
// settled is left out, and so is every address on a site without baseURL.
//
//	page                            nodes beside BreadcrumbList
//	home                            GovernmentOrganization with its parent, WebSite
//	hub                             WebSite
//	about, contact                  GovernmentOrganization, AboutPage or ContactPage
//	plan, document, commendation,   Legislation where the number bears a year, as only that of a legal normative document does
//	notice in administrative form   (NĐ 30/2020, Phụ lục I, mục II.3); else DigitalDocument
//	story, other notice             NewsArticle
//	model, other commendation       Article
//	conference                      Event
//	material                        DigitalDocument with its files
//	free page                       WebPage
//
// A page that was withdrawn tells its place only.
type Graph struct {
	Context string  `json:"@context"`
	Nodes   []thing `json:"@graph"`
}

// thing is a node of a graph.
type thing interface{ thing() }

func (*organization) thing() {}
func (*webPage) thing()      {}
func (*breadcrumbs) thing()  {}
func (*work) thing()         {}
func (*meeting) thing()      {}

// organization is a GovernmentOrganization or any other Organization.
type organization struct {
	Type      string         `json:"@type"`
	ID        string         `json:"@id,omitempty"`
	Name      string         `json:"name"`
	Alternate []string       `json:"alternateName,omitempty"`
	URL       string         `json:"url,omitempty"`
	Logo      string         `json:"logo,omitempty"`
	Address   *postalAddress `json:"address,omitempty"`
	Telephone string         `json:"telephone,omitempty"`
	Fax       string         `json:"faxNumber,omitempty"`
	Email     string         `json:"email,omitempty"`
	Parent    *organization  `json:"parentOrganization,omitempty"`
}

// postalAddress is an address as it was typed; its parts are not told apart.
type postalAddress struct {
	Type    string `json:"@type"`
	Street  string `json:"streetAddress"`
	Country string `json:"addressCountry"`
}

func postal(typed string) *postalAddress {
	if typed == "" {
		return nil
	}
	return &postalAddress{"PostalAddress", typed, "VN"}
}

// webPage is a WebPage, one of its kinds, or a WebSite.
type webPage struct {
	Type        string        `json:"@type"`
	Name        string        `json:"name"`
	URL         string        `json:"url,omitempty"`
	Description string        `json:"description,omitempty"`
	Language    string        `json:"inLanguage,omitempty"`
	Modified    string        `json:"dateModified,omitempty"`
	Publisher   *organization `json:"publisher,omitempty"`
	MainEntity  *identity     `json:"mainEntity,omitempty"`
}

// identity points at another node of the graph.
type identity struct {
	ID string `json:"@id"`
}

type breadcrumbs struct {
	Type  string     `json:"@type"`
	Items []listItem `json:"itemListElement"`
}

type listItem struct {
	Type     string `json:"@type"`
	Position int    `json:"position"`
	Name     string `json:"name"`
	Item     string `json:"item"`
}

// Structured returns the graph of the page; nil where there is nothing to tell.
func (b *Base) Structured() *Graph {
	if b.main == nil {
		return nil
	}
	g := &Graph{Context: "https://schema.org"}
	if a := articleOf(b.main); a == nil || a.Withdrawn == nil {
		g.Nodes = b.nodes()
	}
	if crumbs := b.trail(); crumbs != nil {
		g.Nodes = append(g.Nodes, crumbs)
	}
	if len(g.Nodes) == 0 {
		return nil
	}
	return g
}

// nodes returns what the page is about.
func (b *Base) nodes() []thing {
	switch v := b.main.(type) {
	case *Home:
		return []thing{b.agency(), &webPage{Type: "WebSite", Name: b.SiteName, URL: b.Root, Description: b.Description, Language: b.Lang}}
	case *Hub:
		return []thing{&webPage{Type: "WebSite", Name: b.SiteName, URL: b.Root, Description: b.Description, Language: b.Lang}}
	case *About:
		return b.aboutAgency("AboutPage", v.EnglishName)
	case *Contacts:
		return b.aboutAgency("ContactPage", v.EnglishName)
	case *Plan:
		return []thing{b.document(&v.Article)}
	case *Document:
		return []thing{b.document(&v.Article)}
	case *Commendation:
		return []thing{b.documentOr("Article", &v.Article)}
	case *Notice:
		return []thing{b.documentOr("NewsArticle", &v.Article)}
	case *Story:
		return []thing{b.news("NewsArticle", &v.Article)}
	case *Model:
		return []thing{b.news("Article", &v.Article)}
	case *Material:
		return []thing{b.material(v)}
	case *Conference:
		return []thing{b.meeting(v)}
	case *Page:
		return []thing{&webPage{Type: "WebPage", Name: b.Title, URL: b.Canonical, Language: b.Lang, Modified: b.Modified.ISO, Publisher: b.publisher()}}
	}
	return nil
}

// articleOf returns the article that the view of a document holds, else nil.
func articleOf(v view) *Article {
	if a, ok := v.(interface{ article() *Article }); ok {
		return a.article()
	}
	return nil
}

func (a *Article) article() *Article { return a }

// agencyMark is the fragment that names the agency itself, not the page about it.
const agencyMark = "#co-quan"

// agency tells all about the agency.
func (b *Base) agency() *organization {
	o := b.publisher()
	if o == nil {
		return nil
	}
	o.URL = b.Root
	if b.ShortName != "" && b.ShortName != b.SiteName {
		o.Alternate = []string{b.ShortName}
	}
	if b.Logo != nil {
		o.Logo = b.whole(b.Logo.Src)
	}
	o.Address, o.Telephone, o.Fax, o.Email = postal(b.SiteBase.Address), b.Phone, b.Fax, b.Email
	if s := b.Superior; s != nil {
		o.Parent = &organization{Type: "GovernmentOrganization", Name: s.Text, URL: s.Href}
	}
	return o
}

// publisher names the agency; nil on the hub, which is nobody's alone.
func (b *Base) publisher() *organization {
	if b.Hub || b.SiteName == "" {
		return nil
	}
	o := &organization{Type: "GovernmentOrganization", Name: b.SiteName}
	if b.Root != "" {
		o.ID = b.Root + agencyMark
	}
	return o
}

// aboutAgency tells about the agency and the page that is about it.
func (b *Base) aboutAgency(page, english string) []thing {
	p := &webPage{Type: page, Name: b.Title, URL: b.Canonical, Language: b.Lang}
	o := b.agency()
	if o == nil {
		return []thing{p}
	}
	if english != "" {
		o.Alternate = append(o.Alternate, english)
	}
	if o.ID != "" {
		p.MainEntity = &identity{o.ID}
	}
	return []thing{o, p}
}

// trail lists the pages above; nil without addresses. Those who read such lists want two pages at least and can do without the
// page itself, whose name and address are known already: it stands there only to make up the number.
func (b *Base) trail() *breadcrumbs {
	if b.URL == "" || len(b.Breadcrumbs) == 0 {
		return nil
	}
	t := &breadcrumbs{Type: "BreadcrumbList"}
	add := func(name, address string) {
		t.Items = append(t.Items, listItem{"ListItem", len(t.Items) + 1, name, address})
	}
	for _, l := range b.Breadcrumbs {
		if address := b.whole(l.Href); address != "" {
			add(l.Text, address)
		}
	}
	if len(t.Items) < 2 {
		add(b.Title, b.URL)
	}
	return t
}
