package html

import (
	"strings"
)

// Use says what a browser does with an address.
type Use uint8

// Follow is taken when the reader acts (a link, a form, a redirect). Load is fetched without asking (pictures, styles,
// scripts, fonts, connections opened ahead). Mention is information only (canonical, alternate, the source of a quote).
const (
	Follow Use = iota + 1
	Load
	Mention
)

// String returns "follow", "load" or "mention".
func (u Use) String() string {
	return [...]string{"", "follow", "load", "mention"}[min(u, Mention)]
}

// Link is one address on a page.
type Link struct {
	Element *Element
	Attr    string // the attribute it stands in; "" for an address in the text of a style element
	URL     string // as written, white space at both ends removed
	Use     Use
	Offset  int // of the element's start tag; see [Element.Offset]
}

// Links returns every address of the document in source order, one entry for each: href, src, srcset, poster, data, action,
// cite, background, ping, the target of a redirect by meta, and url() and @import in style elements, style attributes and
// the attributes of SVG. Addresses that only scripts know are not seen.
func (d *Document) Links() []Link {
	var links []Link
	for e := range d.Elements() {
		for _, a := range e.Attrs {
			links = appendAttrLinks(links, e, a)
		}
		if e.Tag == "style" {
			for _, u := range CSSURLs(e.Raw()) {
				links = append(links, Link{e, "", u.URL, Load, e.Offset})
			}
		}
	}
	return links
}

func appendAttrLinks(links []Link, e *Element, a Attr) []Link {
	use := attrUse(e, a.Name)
	switch {
	case a.Name == "srcset" || a.Name == "imagesrcset":
		for _, u := range srcsetURLs(a.Value) {
			links = append(links, Link{e, a.Name, u, Load, e.Offset})
		}
	case a.Name == "ping" && use != 0:
		for _, u := range strings.Fields(a.Value) {
			links = append(links, Link{e, a.Name, u, use, e.Offset})
		}
	case a.Name == "content" && e.Tag == "meta":
		if u, ok := refreshURL(e, a.Value); ok {
			links = append(links, Link{e, a.Name, u, Follow, e.Offset})
		}
	case use != 0:
		links = append(links, Link{e, a.Name, strings.TrimSpace(a.Value), use, e.Offset})
	case a.Name == "style" || e.Namespace == "svg":
		for _, u := range CSSURLs(a.Value) {
			links = append(links, Link{e, a.Name, u.URL, Load, e.Offset})
		}
	}
	return links
}

// attrUses gives the attributes that hold one address, by element and attribute. SVG has its own rule in attrUse.
var attrUses = map[[2]string]Use{
	{"a", "href"}: Follow, {"area", "href"}: Follow,
	{"a", "ping"}: Load, {"area", "ping"}: Load,
	{"form", "action"}: Follow, {"button", "formaction"}: Follow, {"input", "formaction"}: Follow,
	{"img", "src"}: Load, {"source", "src"}: Load, {"video", "src"}: Load, {"video", "poster"}: Load,
	{"audio", "src"}: Load, {"track", "src"}: Load, {"iframe", "src"}: Load, {"frame", "src"}: Load, {"embed", "src"}: Load,
	{"object", "data"}: Load, {"input", "src"}: Load, {"script", "src"}: Load, {"body", "background"}: Load,
	{"base", "href"}:       Mention,
	{"blockquote", "cite"}: Mention, {"q", "cite"}: Mention, {"ins", "cite"}: Mention, {"del", "cite"}: Mention,
}

// mentioning lists the relations of a link element that no browser fetches on its own. Any other relation counts as a
// load, so that an unknown one is rather judged too strictly.
var mentioning = map[string]bool{
	"alternate": true, "author": true, "bookmark": true, "canonical": true, "first": true, "help": true, "last": true,
	"license": true, "me": true, "next": true, "prev": true, "search": true, "tag": true, "up": true,
}

func attrUse(e *Element, name string) Use {
	if e.Namespace == "svg" {
		switch {
		case name != "href" && name != "xlink:href":
			return 0
		case e.Tag == "a":
			return Follow
		}
		return Load
	}
	if e.Tag == "link" && name == "href" {
		rels := strings.Fields(strings.ToLower(e.Attr("rel")))
		for _, rel := range rels {
			if !mentioning[rel] {
				return Load
			}
		}
		return Mention
	}
	return attrUses[[2]string{e.Tag, name}]
}

// refreshURL returns the target of <meta http-equiv=refresh content="0; url=x">.
func refreshURL(e *Element, content string) (string, bool) {
	if !strings.EqualFold(e.Attr("http-equiv"), "refresh") {
		return "", false
	}
	at := strings.IndexAny(content, ";,")
	if at < 0 {
		return "", false
	}
	u := strings.TrimSpace(content[at+1:])
	if name, value, ok := strings.Cut(u, "="); ok && strings.EqualFold(strings.TrimSpace(name), "url") {
		u = strings.TrimSpace(value)
	}
	return strings.Trim(u, `"'`), u != ""
}

// srcsetURLs returns the addresses of the candidates "photo-480.jpg 480w, photo-960.jpg 960w". An address may hold commas,
// but not at its end.
func srcsetURLs(srcset string) []string {
	const space = " \t\n\r\f"
	var urls []string
	rest := srcset
	for {
		rest = strings.TrimLeft(rest, space+",")
		if rest == "" {
			return urls
		}
		end := strings.IndexAny(rest, space)
		if end < 0 {
			end = len(rest)
		}
		u := rest[:end]
		rest = rest[end:]
		if bare := strings.TrimRight(u, ","); bare != u { // no descriptor follows
			urls = append(urls, bare)
			continue
		}
		urls = append(urls, u)
		_, rest, _ = strings.Cut(rest, ",")
	}
}
