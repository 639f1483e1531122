package site

import (
	"net/url"
	"strings"
)

// Page is one HTML page.
type Page struct {
	Site    *Site
	URL     string // address below the site's base: "ke-hoach/x.html", "ke-hoach/" for an index, "" for the home page
	Output  string // file below the site's folder: "ke-hoach/x.html", "ke-hoach/index.html", "index.html"
	Layout  string // name of the layout: "home", "plan", "section" …
	Title   string
	Parents []*Page        // breadcrumb, from the home page down, without the page itself
	Entry   *Entry         // for the page of a document
	List    *Listing       // for lists
	Month   *CalendarMonth // for the page of a month
	Lang    string
	NoIndex bool

	name string // address without ending: "ke-hoach/x", "ke-hoach/", "" for the home page
}

// The layouts of pages that are not one document's. A document's layout is the name of its kind.
const (
	layoutHub           = "hub"
	layoutHome          = "home"
	layoutSection       = "section"
	layoutRegister      = "register"
	layoutRegisterYear  = "register-year"
	layoutRegisterPart  = "register-part"
	layoutUnit          = "unit"
	layoutTag           = "tag"
	layoutYear          = "year"
	layoutCalendar      = "calendar"
	layoutMonth         = "calendar-month"
	layoutAbout         = "about"
	layoutContact       = "contact"
	layoutAccessibility = "accessibility"
	layoutGlossary      = "glossary"
	layoutSiteMap       = "sitemap"
	layoutNotFound      = "notfound"
)

// newPage makes a page of the site. A name that ends in "/" is an index of a folder; the home page's name is "". With
// urls: folders every other page but 404.html becomes the index of a folder of its own, so that addresses end in "/".
func (s *Site) newPage(name, layout, title string) *Page {
	p := &Page{Site: s, Layout: layout, Title: title, Lang: "vi", name: name}
	switch {
	case name == "" || strings.HasSuffix(name, "/"):
		p.URL, p.Output = name, name+"index.html"
	case s.Folders && name != nameNotFound:
		p.URL, p.Output = name+"/", name+"/index.html"
	default:
		p.URL, p.Output = name+".html", name+".html"
	}
	return p
}

// Address returns the whole public address of the page, with "…/" for an index, or "" if the site has no baseURL.
func (p *Page) Address() string {
	if p.Site.BaseURL == "" {
		return ""
	}
	return p.Site.BaseURL + p.URL
}

// To returns the link from this page to another one: relative within a site and from the hub down to an agency, so that it
// holds under any path and from disk; else the other page's whole address, or "" if that has none. With urls: html a link
// to an index names index.html, with urls: folders it ends in "/". The page that is not found is served at any depth, so its
// links begin at the root of the server.
func (p *Page) To(q *Page) string {
	if p.Layout == layoutNotFound {
		return p.rooted(q.Site, q.URL, q.Address())
	}
	out := q.Output
	if q.Site.Folders {
		out = strings.TrimSuffix(out, "index.html")
	}
	return p.below(q.Site, out, q.Address())
}

// ToFile returns the link from this page to a published file, in the manner of [Page.To].
func (p *Page) ToFile(f *File) string {
	whole := ""
	if f.Site.BaseURL != "" {
		whole = f.Site.BaseURL + f.Output
	}
	if p.Layout == layoutNotFound {
		return p.rooted(f.Site, f.Output, whole)
	}
	return p.below(f.Site, f.Output, whole)
}

// ToPath returns the link from this page to a file of its own site, given by its path below the site's folder
// ("tai-nguyen/site.1a2b.css").
func (p *Page) ToPath(out string) string {
	if p.Layout == layoutNotFound {
		return p.Site.root() + out
	}
	return relative(p.Output, out)
}

// below links to a path of a site: relative where its folder surely lies beside or below, else whole.
func (p *Page) below(s *Site, out, whole string) string {
	switch {
	case s == p.Site:
		return relative(p.Output, out)
	case p.Site.Hub:
		return relative(p.Output, s.ID+"/"+out)
	}
	return whole
}

// rooted links to a path of a site from the root of the server: that holds at any depth, and on any host that keeps the site
// under the same path, so that a test server shows the page as the public one does and its policy allows no other host.
func (p *Page) rooted(s *Site, out, whole string) string {
	switch {
	case s == p.Site:
		return s.root() + out
	case p.Site.Hub:
		return p.Site.root() + s.ID + "/" + out
	}
	return whole
}

// root is the folder of the site on its server, with "/" at both ends: the path of its baseURL, "/antq/". A site without one
// stands where the output folder has it, an agency below the hub: "/so-xay-dung/".
func (s *Site) root() string {
	base := s.BaseURL
	if base == "" && !s.Hub && s.All != nil && s.All.Campaign != nil {
		base = closed(s.All.Campaign.Hub.BaseURL)
	}
	root := "/"
	if u, err := url.Parse(base); err == nil && strings.HasSuffix(u.Path, "/") {
		root = u.EscapedPath()
	}
	if s.BaseURL == "" && s.ID != "" {
		root += s.ID + "/"
	}
	return root
}

// relative returns the link from one file to another; to ends in "/" or is "" where a folder is meant.
func relative(from, to string) string {
	for {
		part, rest, ok := strings.Cut(from, "/")
		if !ok || !strings.HasPrefix(to, part+"/") {
			break
		}
		from, to = rest, to[len(part)+1:]
	}
	link := strings.Repeat("../", strings.Count(from, "/")) + to
	if link == "" {
		return "./"
	}
	return link
}
