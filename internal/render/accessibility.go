package render

import (
	"strings"

	"antq/internal/content"
	"antq/internal/site"
)

// Accessibility is the accessibility statement: what the agency says of itself (_agency.md, accessibility) and what the content
// shows. Nothing in it depends on the day on which it is made; its date is that of the content, LastChange.
type Accessibility struct {
	Base
	Checked Date     // day of the agency's own check
	Gaps    []string // that the agency names
	OwnLook bool     // layouts or styles are not all those that antq brings, so what was proved of those is not known here

	Pages, Pictures, Described int          // pages; pictures on them; those of them with a text of their own
	Files                      int          // to download
	Found                      []AccessGap  // that the content shows, in a fixed order
	Languages                  []AccessPage // pages in another language than Vietnamese
}

// AccessGap is something that some readers cannot use, and the pages where it stands.
type AccessGap struct {
	Kind  string // pictures: without a text; gallery: pictures that share one; media: film and sound; files: nothing but files
	Count int    // how many pages
	Pages []Link // the first of them
	More  int    // how many follow
}

// AccessPage is a page and its language, as in "en".
type AccessPage struct {
	Page Link
	Lang string
}

func (v *Accessibility) encode(e *encoder) {
	v.Base.encode(e)
	v.Checked.encode(e)
	e.texts(v.Gaps)
	e.bool(v.OwnLook)
	e.number(v.Pages, v.Pictures, v.Described, v.Files)
	each(e, v.Found)
	each(e, v.Languages)
}

func (g *AccessGap) encode(e *encoder) {
	e.text(g.Kind)
	e.number(g.Count, g.More)
	each(e, g.Pages)
}

func (p *AccessPage) encode(e *encoder) { p.Page.encode(e); e.text(p.Lang) }

// gapPages is how many pages a statement names for one gap.
const gapPages = 20

func (m *maker) accessibility() view {
	s := m.page.Site
	v := &Accessibility{Base: m.base(), Pages: len(s.Pages), OwnLook: !m.shipped}
	if a := s.Agency; a != nil {
		v.Checked, v.Gaps = date(a.Accessibility.Checked), a.Accessibility.Gaps
	}
	gaps := []AccessGap{{Kind: "pictures"}, {Kind: "gallery"}, {Kind: "media"}, {Kind: "files"}}
	for _, e := range s.Entries {
		if e.State == site.StateWithdrawn || e.Page == nil {
			continue
		}
		u := uses(e)
		v.Pictures += u.pictures
		v.Described += u.described
		v.Files += u.files
		for i, found := range [...]bool{u.described+u.shared < u.pictures, u.shared > 0, u.media, u.files > 0 && !u.text && !u.media} {
			if found {
				m.addGap(&gaps[i], e)
			}
		}
		if lang := e.Page.Lang; lang != "" && lang != "vi" {
			v.Languages = append(v.Languages, AccessPage{*m.entry(e), lang})
		}
	}
	for _, g := range gaps {
		if g.Count > 0 {
			v.Found = append(v.Found, g)
		}
	}
	return v
}

func (m *maker) addGap(g *AccessGap, e *site.Entry) {
	if g.Count++; len(g.Pages) == gapPages {
		g.More++
		return
	}
	g.Pages = append(g.Pages, *m.entry(e))
}

// usage is what a document shows besides text.
type usage struct {
	pictures, described, shared int // all; with a text of their own; with one for several
	files                       int
	media                       bool // film or sound
	text                        bool // there is something to read on the page itself
}

func uses(e *site.Entry) usage {
	u := usage{text: len(e.Doc.Body.Spans) > 0}
	picture := func(alt string) {
		u.pictures++
		if strings.TrimSpace(alt) != "" {
			u.described++
		}
	}
	if e.Image != nil {
		picture(e.Image.Alt)
	}
	for i := range e.Doc.Body.Refs {
		var l site.Link
		if i < len(e.Links) {
			l = e.Links[i]
		}
		switch r := &e.Doc.Body.Refs[i]; {
		case r.Kind == content.RefImage && l.File != nil:
			picture(r.Alt)
		case r.Kind == content.RefShortcode && r.Name == "gallery":
			u.pictures += len(l.Files)
			u.shared += len(l.Files)
		case r.Kind == content.RefShortcode && r.Name == "video":
			u.media = true
		}
	}
	for _, list := range [][]site.Attachment{e.Attachments, e.MaterialFiles} {
		for _, a := range list {
			if a.File != nil {
				u.files++
			}
		}
	}
	if e.Admin != nil && e.Admin.File != nil {
		u.files++
	}
	if d, ok := e.Doc.Meta.(*content.Material); ok {
		u.media = u.media || d.Format == "video" || d.Format == "audio"
	}
	return u
}
