package render

import (
	"net/url"
	"strings"

	"antq/internal/site"
)

// Link is a text with an address. Without Href it is shown as text: its target is held, or is nowhere on the web.
type Link struct{ Text, Href, Note string }

func (l *Link) encode(e *encoder) { e.text(l.Text, l.Href, l.Note) }

// href returns the address of another page as seen from this one, or "" if it cannot be linked from here.
func (m *maker) href(q *site.Page, fragment string) string {
	switch {
	case q == nil:
		return ""
	case fragment == "":
		return m.page.To(q)
	case q == m.page:
		return "#" + fragment
	}
	if h := m.page.To(q); h != "" {
		return h + "#" + fragment
	}
	return ""
}

// file returns the address of a published file as seen from this page, or "".
func (m *maker) file(f *site.File) string {
	if f == nil {
		return ""
	}
	return m.page.ToFile(f)
}

// target shows where a reference leads.
func (m *maker) target(t *site.Target) Link {
	l := Link{Text: t.Text, Note: t.Note}
	switch {
	case t.Absolute != "" && followable(t.Absolute):
		l.Href = t.Absolute
		if t.Fragment != "" && !strings.Contains(l.Href, "#") {
			l.Href += "#" + t.Fragment
		}
	case t.Page != nil:
		l.Href = m.href(t.Page, t.Fragment)
	}
	if l.Text == "" && t.Entry != nil {
		l.Text = t.Entry.Title
	}
	return l
}

// titled shows where a reference leads; an administrative document by type and number before its title, as officials name it:
// "Quyết định số 203/QĐ-SXD – Sửa đổi, bổ sung …"; one without a number by type alone, "Dự thảo Kế hoạch – Phát động …".
func (m *maker) titled(t *site.Target) Link {
	l := m.target(t)
	en := t.Entry
	if en == nil || l.Text != en.Title || en.Admin == nil || en.Admin.TypeName == "" {
		return l
	}
	name := en.Admin.TypeName
	switch {
	case isNumbered(en):
		name = named(en)
	case en.State == site.StateUnsigned:
		name = "Dự thảo " + name
	}
	l.Text = name + " – " + l.Text
	return l
}

// byNumber shows where a reference leads by type, number and day alone, for a sentence in which the title has no room:
// "Quyết định số 203/QĐ-SXD ngày 05/8/2026".
func (m *maker) byNumber(t *site.Target) Link {
	l := m.target(t)
	if t.Entry == nil || l.Text != t.Entry.Title || !isNumbered(t.Entry) {
		return l
	}
	l.Text = named(t.Entry)
	if a := t.Entry.Admin; a.Administrative != nil && a.Issued.Full() {
		l.Text += " ngày " + a.Issued.Short()
	}
	return l
}

// isNumbered reports whether a document has a type and a number that was given.
func isNumbered(en *site.Entry) bool {
	return en.Admin != nil && en.Admin.TypeName != "" && en.Admin.Number != "" && !strings.HasPrefix(en.Admin.Number, "/")
}

// optional shows a reference that may be missing.
func (m *maker) optional(t *site.Target) *Link {
	if t == nil {
		return nil
	}
	l := m.titled(t)
	return &l
}

// entry links to a document by its title.
func (m *maker) entry(e *site.Entry) *Link {
	if e == nil {
		return nil
	}
	return &Link{Text: e.Title, Href: m.href(e.Page, "")}
}

// unit links to the page of a unit, which may have none.
func (m *maker) unit(u *site.Unit) *Link {
	if u == nil {
		return nil
	}
	return &Link{Text: u.Name, Href: m.href(u.Page, "")}
}

// outside returns an address that the author typed if it is one a reader may be sent to (http, https), else "".
func outside(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return ""
	}
	return address
}

// followable reports whether an address leads to a page, a mailbox or a telephone, and runs nothing.
func followable(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	switch u.Scheme {
	case "http", "https", "mailto", "tel":
		return true
	}
	return false
}

// dialled returns the digits of a telephone number for a tel: address, with a leading "+" kept.
func dialled(phone string) string {
	var b strings.Builder
	for _, r := range phone {
		if r >= '0' && r <= '9' || r == '+' && b.Len() == 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}
