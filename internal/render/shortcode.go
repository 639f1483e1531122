package render

import (
	"fmt"
	"strings"

	"antq/internal/content"
	"antq/internal/site"
)

// shortcode is the view of a shortcode: what its layout under layouts/shortcodes/ can see.
type shortcode interface {
	layout() string
	encode(*encoder)
}

// The views of the shortcodes.
type (
	// DocumentCode is {{< document >}}: a card of a document.
	DocumentCode struct{ Card Card }
	// TasksCode is {{< tasks >}}: the table of a plan's tasks.
	TasksCode struct{ Tasks []Task }
	// AgendaCode is {{< agenda >}}.
	AgendaCode struct{ Agenda []AgendaItem }
	// AttendeesCode is {{< attendees >}}.
	AttendeesCode struct{ Attendees []Group }
	// HonoureesCode is {{< honourees >}}.
	HonoureesCode struct{ Honourees []HonoureeGroup }
	// GalleryCode is {{< gallery >}}: pictures beside the page.
	GalleryCode struct {
		Caption  string
		Pictures []Picture
	}
	// VideoCode is {{< video >}}: a file of the site, else a link to a page elsewhere.
	VideoCode struct {
		Title  string
		File   *File
		Poster *Picture
		Href   string
	}
	// ContactCode is {{< contact >}}: the person to ask, or else how to reach the agency.
	ContactCode struct {
		Contact                               *Contact
		Name, Address, Phone, Tel, Fax, Email string
	}
)

func (*DocumentCode) layout() string  { return "shortcodes/document.html" }
func (*TasksCode) layout() string     { return "shortcodes/tasks.html" }
func (*AgendaCode) layout() string    { return "shortcodes/agenda.html" }
func (*AttendeesCode) layout() string { return "shortcodes/attendees.html" }
func (*HonoureesCode) layout() string { return "shortcodes/honourees.html" }
func (*GalleryCode) layout() string   { return "shortcodes/gallery.html" }
func (*VideoCode) layout() string     { return "shortcodes/video.html" }
func (*ContactCode) layout() string   { return "shortcodes/contact.html" }

func (c *DocumentCode) encode(e *encoder)  { c.Card.encode(e) }
func (c *TasksCode) encode(e *encoder)     { each(e, c.Tasks) }
func (c *AgendaCode) encode(e *encoder)    { each(e, c.Agenda) }
func (c *AttendeesCode) encode(e *encoder) { each(e, c.Attendees) }
func (c *HonoureesCode) encode(e *encoder) { each(e, c.Honourees) }
func (c *GalleryCode) encode(e *encoder)   { e.text(c.Caption); each(e, c.Pictures) }

func (c *VideoCode) encode(e *encoder) {
	e.text(c.Title, c.Href)
	maybe(e, c.File)
	maybe(e, c.Poster)
}

func (c *ContactCode) encode(e *encoder) {
	maybe(e, c.Contact)
	e.text(c.Name, c.Address, c.Phone, c.Tel, c.Fax, c.Email)
}

// shortcodes returns an empty view of each shortcode.
func shortcodes() []shortcode {
	return []shortcode{
		&DocumentCode{}, &TasksCode{}, &AgendaCode{}, &AttendeesCode{}, &HonoureesCode{}, &GalleryCode{}, &VideoCode{}, &ContactCode{},
	}
}

// shortcode resolves a call. It returns nil where there is nothing to show: the site has reported why, or the document that
// it is about is held.
func (m *maker) shortcode(ref *content.Ref, l *site.Link) shortcode {
	switch ref.Name {
	case "gallery":
		return m.gallery(ref.Arg("caption"), l.Files)
	case "video":
		return m.video(ref, l.Files)
	case "contact":
		return m.contactCode()
	}
	en := l.Entry
	if en == nil || en.State == site.StateWithdrawn && ref.Name != "document" {
		return nil
	}
	switch ref.Name {
	case "document":
		return &DocumentCode{m.card(en)}
	case "tasks":
		return &TasksCode{m.tasks(en.Duties)}
	case "honourees":
		return &HonoureesCode{m.honourees(en)}
	case "agenda":
		if en.Conference != nil {
			return &AgendaCode{m.agenda(en.Conference.Agenda)}
		}
	case "attendees":
		if en.Conference != nil {
			return &AttendeesCode{m.groups(en.Conference.Attendees)}
		}
	}
	return nil
}

// gallery gives each picture a text of its own: the caption is shared, so its number tells it from the others.
func (m *maker) gallery(caption string, fs []*site.File) shortcode {
	c := &GalleryCode{Caption: caption}
	for i, f := range fs {
		alt := fmt.Sprintf("Ảnh %d/%d", i+1, len(fs))
		if caption != "" {
			alt = fmt.Sprintf("%s (ảnh %d/%d)", caption, i+1, len(fs))
		}
		if p := m.picture(&site.Picture{File: f, Alt: alt}); p != nil {
			c.Pictures = append(c.Pictures, *p)
		}
	}
	return c
}

func (m *maker) video(ref *content.Ref, fs []*site.File) shortcode {
	c := &VideoCode{Title: ref.Arg("title"), Href: outside(ref.Arg("url"))}
	for _, f := range fs {
		if f.Asset != nil && strings.HasPrefix(f.Type, "image/") {
			c.Poster = m.picture(&site.Picture{File: f})
		} else {
			c.File = m.download(f, c.Title)
		}
	}
	return c
}

// contactCode shows the contact person of the conference that the page is about, else the agency's officer and addresses.
func (m *maker) contactCode() shortcode {
	if en := m.page.Entry; en != nil && en.Conference != nil && en.Conference.Conference != nil {
		if c := contact(en.Conference.Contact); c != nil {
			return &ContactCode{Contact: c}
		}
	}
	b := m.siteBase
	return &ContactCode{Contact: b.Officer, Name: b.SiteName, Address: b.Address, Phone: b.Phone, Tel: b.Tel, Fax: b.Fax, Email: b.Email}
}
