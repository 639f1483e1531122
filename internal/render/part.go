package render

import (
	"html/template"
	"strings"
	"sync"
)

// Part is a piece of the page that a layout of its own writes when the layout around it asks for its HTML. The main part is
// written for each page. The header and the footer are alike on many pages of a site and written once; they depend on the site
// base and on the menu item that is current, which are in the hash of every view.
type Part struct {
	set    *layoutSet
	layout string
	data   any
	once   sync.Once
	html   string
	err    error
}

// The layouts of parts that are written once.
const (
	headerFile = "partials/header.html"
	footerFile = "partials/footer.html"
)

// Header is the view of partials/header.html.
type Header struct {
	*SiteBase
	NavCurrent string // address of the menu item that the page stands under, or ""
}

// HTML writes the part, once.
func (p *Part) HTML() (template.HTML, error) {
	if p == nil || p.set == nil {
		return "", nil
	}
	p.once.Do(func() {
		var b strings.Builder
		p.err = p.set.templates.ExecuteTemplate(&b, p.layout, p.data)
		p.html = b.String()
		p.data = nil
	})
	return trusted(p.html), p.err
}

// header returns the header in which a menu item is marked as current.
func (s *SiteBase) header(set *layoutSet, current string) *Part {
	s.mu.Lock()
	defer s.mu.Unlock()
	h := s.headers[current]
	if h == nil {
		h = &Part{set: set, layout: headerFile, data: &Header{s, current}}
		if s.headers == nil {
			s.headers = make(map[string]*Part)
		}
		s.headers[current] = h
	}
	return h
}

// trusted marks HTML that antq wrote itself. It is the one place that makes template.HTML: what comes here is the parser's
// markup, the output of layouts, and addresses and texts that were escaped when they were written.
func trusted(html string) template.HTML { return template.HTML(html) }
