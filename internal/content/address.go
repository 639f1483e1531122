package content

import (
	"net/url"
	"path"
	"strings"

	"antq/internal/viet"
)

// isName reports whether s can be a name in addresses: a-z, 0-9 and hyphens, not at its ends.
func isName(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' && i > 0 && i < len(s)-1) {
			return false
		}
	}
	return s != ""
}

// slug checks a name that becomes a part of an address, or an id.
func (d *decoder) slug(n *node, s string) (string, bool) {
	if s == "" {
		return "", false
	}
	if isName(s) && len(s) <= viet.SlugMax {
		return s, true
	}
	p := d.problem("invalid-value", "slug", n.at, d.key(), s, viet.Slug(s))
	if mended := viet.Slug(s); mended != "" && d.key() == "slug" && n.at.End.Offset > n.at.Start.Offset {
		p.Fix = edit(n.at.Start.Offset, n.at.End.Offset, mended)
	}
	return "", false
}

// alias checks an old address: a page or folder below the agency.
func (d *decoder) alias(n *node, s string) (string, bool) {
	s = strings.TrimPrefix(s, "/")
	clean := path.Clean(s)
	folder := strings.HasSuffix(s, "/")
	switch {
	case s == "" || strings.Contains(s, `\`) || strings.Contains(s, ":") || strings.ContainsAny(s, "?#%*\"<>|\x00"):
	case clean != strings.TrimSuffix(s, "/") || clean == "." || clean == ".." || strings.HasPrefix(clean, "../") || strings.Contains("/"+clean, "/."):
	case !folder && path.Ext(clean) != "" && path.Ext(clean) != ".html" && path.Ext(clean) != ".htm":
	default:
		return s, true
	}
	d.problem("invalid-value", "alias", n.at, d.key(), s)
	return "", false
}

// address checks a web address.
func (d *decoder) address(n *node, s string) (string, bool) {
	if s == "" {
		return "", false
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(s, " \t\"<>") {
		reason := "address"
		if !strings.Contains(s, "://") && !strings.HasPrefix(s, "/") && !strings.Contains(s, "\\") && strings.Contains(s, ".") && !strings.ContainsAny(s, " @\"<>") {
			reason = "address-scheme"
		}
		if rest := strings.TrimPrefix(s, "//"); rest != s && n.plain && n.at.End.Offset > n.at.Start.Offset && strings.Contains(rest, ".") && rest[0] != '/' {
			p := d.problem("invalid-value", "address-scheme", n.at, d.key(), s)
			p.Fix = edit(n.at.Start.Offset, n.at.Start.Offset, "https:")
			return "", false
		}
		p := d.problem("invalid-value", reason, n.at, d.key(), s)
		if reason == "address-scheme" && n.at.End.Offset > n.at.Start.Offset && n.plain {
			p.Fix = edit(n.at.Start.Offset, n.at.Start.Offset, "https://")
		}
		return "", false
	}
	if u.User != nil {
		d.problem("invalid-value", "address-user", n.at, d.key())
		return "", false
	}
	return s, true
}

// baseAddress checks the address at which a site stands: without a query or fragment. It gets a closing "/".
func (d *decoder) baseAddress(n *node, s string) (string, bool) {
	s, ok := d.address(n, s)
	if !ok {
		return "", false
	}
	if strings.ContainsAny(s, "?#") {
		d.problem("invalid-value", "base-address", n.at, d.key(), s)
		return "", false
	}
	return s, true
}

// phone checks a telephone number lightly: figures, and what people put between them.
func (d *decoder) phone(n *node, s string) (string, bool) {
	if s == "" {
		return "", false
	}
	count := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			count++
		}
	}
	if count < 3 || count > 40 || strings.ContainsAny(s, "<>\"@") {
		d.problem("invalid-value", "phone", n.at, d.key(), s)
		return "", false
	}
	return s, true
}

// email checks an e-mail address lightly.
func (d *decoder) email(n *node, s string) (string, bool) {
	if s == "" {
		return "", false
	}
	name, host, ok := strings.Cut(s, "@")
	if !ok || name == "" || !strings.Contains(strings.Trim(host, "."), ".") || strings.ContainsAny(s, " <>\"\\,;:()[]") || strings.Contains(host, "@") {
		d.problem("invalid-value", "email", n.at, d.key(), s)
		return "", false
	}
	return s, true
}

// language checks a language tag: vi, en, vi-VN.
func (d *decoder) language(n *node, s string) (string, bool) {
	parts := strings.Split(s, "-")
	ok := len(parts[0]) >= 2 && len(parts[0]) <= 3 && len(parts) <= 4
	for i, p := range parts {
		for j := 0; j < len(p); j++ {
			c := p[j] | 0x20
			ok = ok && (c >= 'a' && c <= 'z' || i > 0 && p[j] >= '0' && p[j] <= '9')
		}
		ok = ok && p != "" && len(p) <= 8
	}
	if s == "" {
		return "", false
	}
	if !ok {
		d.problem("invalid-value", "language", n.at, d.key(), s)
	}
	return s, ok
}

// fileName checks the name of a file of the site: with "/" between folders, and no place on one machine.
func (d *decoder) fileName(n *node, s string) (string, bool) {
	if s == "" {
		return "", false
	}
	if strings.Contains(s, ":") || strings.HasPrefix(s, `\\`) || strings.Contains(s, "\x00") {
		d.problem("invalid-value", "file-elsewhere", n.at, d.key(), s)
		return "", false
	}
	if strings.Contains(s, `\`) {
		p := d.problem("invalid-value", "file-backslash", n.at, d.key(), s)
		if n.plain && n.at.End.Offset > n.at.Start.Offset {
			p.Fix = edit(n.at.Start.Offset, n.at.End.Offset, strings.ReplaceAll(s, `\`, "/"))
		}
		return "", false
	}
	return s, true
}

// agendaTime reads the time of an agenda item in one form.
func (d *decoder) agendaTime(n *node, s string) (string, bool) {
	if s == "" {
		return "", false
	}
	t, ok := readAgendaTime(s)
	if !ok {
		d.problem("invalid-value", "time", n.at, d.key(), s)
	}
	return t, ok
}
