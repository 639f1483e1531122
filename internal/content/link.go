package content

import (
	"strings"

	"antq/internal/viet"
)

// destination is what an address in the text leads to.
type destination struct {
	kind     destinationKind
	url      string // external: ready for an attribute, but for HTML escapes
	path     string // site: without fragment, percent-decoded, NFC
	fragment string // site, here: without "#"
	scheme   string // refused: as written
}

type destinationKind uint8

const (
	destEmpty    destinationKind = iota
	destHere                     // a place in this document
	destSite                     // a path of the site
	destExternal                 // http, https, mailto, tel
	destRefused                  // any other scheme
	destHost                     // "//host", which has no scheme
)

// readDestination reads an address as written in Markdown. The scheme is judged as a browser would see it: after
// backslashes, character references, white space and control characters are undone, and once more after percent signs are.
func readDestination(raw []byte) destination {
	s := cleanAddress(unescapeMarkdown(raw))
	if s == "" {
		return destination{kind: destEmpty}
	}
	if strings.HasPrefix(strings.ReplaceAll(s, `\`, "/"), "//") {
		return destination{kind: destHost}
	}
	if scheme := schemeOf(s); scheme != "" {
		return externalDestination(strings.ToLower(scheme), s)
	}
	path, fragment, _ := strings.Cut(s, "#")
	path, fragment = decodePercent(path), decodePercent(fragment)
	if scheme := schemeOf(cleanAddress(path)); scheme != "" {
		return destination{kind: destRefused, scheme: scheme}
	}
	path = strings.ReplaceAll(path, `\`, "/")
	if strings.HasPrefix(path, "//") {
		return destination{kind: destHost}
	}
	if path == "" {
		return destination{kind: destHere, fragment: viet.NFC(fragment)}
	}
	return destination{kind: destSite, path: viet.NFC(path), fragment: viet.NFC(fragment)}
}

func externalDestination(scheme, s string) destination {
	rest := s[len(scheme)+1:]
	switch scheme {
	case "http", "https":
		if !strings.HasPrefix(rest, "//") || len(rest) == 2 || strings.ContainsRune(`/\?#`, rune(rest[2])) {
			return destination{kind: destRefused, scheme: scheme}
		}
	case "mailto":
	case "tel":
		rest = strings.ReplaceAll(rest, " ", "")
	default:
		return destination{kind: destRefused, scheme: scheme}
	}
	if rest == "" {
		return destination{kind: destRefused, scheme: scheme}
	}
	return destination{kind: destExternal, url: scheme + ":" + escapeURL(rest)}
}

// cleanAddress removes what browsers remove before they look at an address: control characters and spaces at the ends, tabs
// and line ends anywhere.
func cleanAddress(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == 0xfffd {
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(s)
}

// schemeOf returns the scheme that s begins with (RFC 3986, 3.1), or "".
func schemeOf(s string) string {
	for i := 0; i < len(s); i++ {
		c := s[i]
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		switch {
		case c == ':' && i > 0:
			return s[:i]
		case letter:
		case i > 0 && (isDigit(c) || c == '+' || c == '-' || c == '.'):
		default:
			return ""
		}
	}
	return ""
}

// decodePercent undoes percent signs where they stand for valid UTF-8 without control characters.
func decodePercent(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			hi, lo := unhex(s[i+1]), unhex(s[i+2])
			if hi >= 0 && lo >= 0 {
				b = append(b, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		b = append(b, s[i])
	}
	return plainString(string(b))
}

func unhex(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// escapeURL percent-encodes what may not stand in an address; percent signs that encode something stay.
func escapeURL(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '%' && i+2 < len(s) && unhex(s[i+1]) >= 0 && unhex(s[i+2]) >= 0:
			b.WriteByte(c)
		case c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}%", c) >= 0:
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
