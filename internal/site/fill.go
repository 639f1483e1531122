package site

import (
	"cmp"
	"strings"

	"antq/internal/content"
)

// NavItem is an entry of the menu.
type NavItem struct {
	Title string
	Page  *Page
}

// menuLength is how many items a menu has at most when the agency names none.
const menuLength = 6

// fill resolves what leads from each entry of the site to pages and files.
func (b *builder) fill() {
	home := b.pages[nameHome]
	if b.profile != nil {
		b.site.Logo = b.file(b.profile.refs.logo)
		b.site.Links = b.links(b.profile)
	}
	for _, s := range b.site.Sections {
		if src := b.sectionSource(s); src != nil {
			s.Links = b.links(src)
		}
	}
	b.fillNav()
	for _, s := range b.own {
		e := b.entries[s]
		if e == nil {
			continue
		}
		e.Page.Parents = []*Page{home}
		if e.Section != nil && e.Section.Page != nil {
			e.Page.Parents = append(e.Page.Parents, e.Section.Page)
		}
		if e.Shared && !b.site.Hub {
			if at := b.hub.entries[s]; at != nil {
				e.Canonical = at.Page
			}
		}
		if s.withdrawn {
			e.Links = make([]Link, len(s.doc.Body.Refs))
			continue
		}
		b.fillEntry(e, s)
	}
}

// sectionSource returns the _section.md of a section, or nil.
func (b *builder) sectionSource(s *Section) *source {
	folder := b.site.ID
	if b.site.Hub {
		folder = content.Shared
	}
	return b.sections[folder+"/"+s.Folder]
}

// fillNav makes the menu: what the agency names, else its sections and the calendar.
func (b *builder) fillNav() {
	var items []content.NavItem
	switch {
	case b.site.Agency != nil:
		items = b.site.Agency.Nav
	default:
		items = b.sites.Campaign.Hub.Nav
	}
	if b.profile != nil && len(items) > 0 {
		for i, h := range b.profile.refs.nav {
			if t := b.target(b.profile, h, ""); t != nil && t.Page != nil {
				b.site.Nav = append(b.site.Nav, NavItem{cmp.Or(items[i].Title, t.Text), t.Page})
			}
		}
		return
	}
	for _, s := range b.site.Sections {
		if len(b.site.Nav) < menuLength-1 && s.Page != nil {
			b.site.Nav = append(b.site.Nav, NavItem{s.Title, s.Page})
		}
	}
	if p := b.pages[nameCalendar]; p != nil {
		b.site.Nav = append(b.site.Nav, NavItem{p.Title, p})
	}
}

// links resolves the references of a body for this site.
func (b *builder) links(s *source) []Link {
	links := make([]Link, len(s.refs.body))
	for i := range s.refs.body {
		h, l := &s.refs.body[i], &links[i]
		l.File = b.file(h.file)
		for _, a := range h.files {
			if f := b.file(a); f != nil {
				l.Files = append(l.Files, f)
			}
		}
		if h.cites {
			b.linkCitation(s, h, s.doc.Body.Refs[i].Fragment, l)
			continue
		}
		t := b.target(s, h.to, "")
		switch {
		case s.doc.Body.Refs[i].Kind == content.RefShortcode:
			if t != nil {
				l.Entry, l.Target = t.Entry, t
			}
		case t != nil && t.Page != nil:
			l.Target = t
		}
	}
	return links
}

// linkCitation resolves a citation in a text, to the place at which it points if the document has it. A document never links
// to itself, and nothing is shown of one that is held.
func (b *builder) linkCitation(s *source, h *bodyHit, place string, l *Link) {
	to := h.to.source
	if to == nil {
		return
	}
	l.Known = true
	key := citedPlace{to, place}
	t, made := b.citable[key]
	if !made {
		if t = b.targetSource(s, hit{kind: hitSource, source: to}, ""); t != nil {
			t.Fragment = placeIn(&t.Entry.Doc.Body, place)
		}
		b.citable[key] = t
	}
	if t != nil && t.Entry != b.entries[s] {
		l.Target = t
	}
}

// citedPlace is a document, or a place in it, that texts cite.
type citedPlace struct {
	source *source
	anchor string
}

// placeIn returns the anchor of the outline that a citation means, or of the part around it ("dieu-4.1" for "dieu-4.1.e"), or
// "".
func placeIn(body *content.Body, anchor string) string {
	for anchor != "" {
		for i := range body.Outline {
			if body.Outline[i].Anchor == anchor {
				return anchor
			}
		}
		anchor = anchor[:max(strings.LastIndexByte(anchor, '.'), 0)]
	}
	return ""
}

// fillEntry resolves what an entry refers to, but for its relations.
func (b *builder) fillEntry(e *Entry, s *source) {
	e.Links = b.links(s)
	if c := e.Doc.Common.Image; c != nil {
		if f := b.file(s.refs.image); f != nil {
			e.Image = &Picture{File: f, Alt: c.Alt, Credit: c.Credit}
		}
	}
	for i, a := range e.Doc.Common.Attachments {
		h := s.refs.attachments[i]
		shown := Attachment{Title: a.Title, Note: a.Note, Original: a.Original, File: b.file(h.file), Target: b.target(s, h.to, a.Title)}
		if shown.Title == "" && shown.Target != nil {
			shown.Title = shown.Target.Text
		}
		if shown.Title != "" || shown.File != nil {
			e.Attachments = append(e.Attachments, shown)
		}
	}
	if e.Admin != nil {
		b.fillAdmin(e, s)
	}
	switch x := e.Doc.Meta.(type) {
	case *content.Conference:
		b.fillConference(e, s, x)
	case *content.Commendation:
		b.fillHonourees(e, s)
	case *content.Model:
		e.Decision = b.target(s, s.refs.main, "")
	case *content.Material:
		for i, f := range x.Files {
			if file := b.file(s.refs.materials[i]); file != nil {
				e.MaterialFiles = append(e.MaterialFiles, Attachment{Title: cmp.Or(f.Title, file.Download), Note: f.Note, File: file})
			}
		}
	}
}
