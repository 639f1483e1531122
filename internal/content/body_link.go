package content

import (
	"bytes"
	"path"
	"slices"

	"github.com/yuin/goldmark/ast"
)

func (w *bodyWriter) openLink(url, title string) {
	w.markup("<a")
	w.attribute("href", url)
	if title != "" {
		w.attribute("title", title)
	}
	w.markup(">")
}

// link writes a link: final where this file alone decides, a reference where it leads to a path of the site. A link that may
// not be followed leaves its text.
func (w *bodyWriter) link(n *ast.Link) {
	at := max(n.Pos(), 0)
	d := readDestination(n.Destination)
	title := unescapeMarkdown(n.Title)
	switch d.kind {
	case destExternal:
		w.openLink(d.url, title)
		w.linkText(n)
		w.markup("</a>")
	case destSite:
		w.siteLink(n, d, title, at)
	case destHere:
		id := w.anchors.find(d.fragment)
		if id == "" && slices.ContainsFunc(w.tasks, func(t Task) bool { return t.ID != "" && t.ID == d.fragment }) {
			d.path = path.Base(w.file) // where its task stands is known to the site
			w.siteLink(n, d, title, at)
			return
		}
		if id == "" {
			w.report("link-fragment", w.fragmentReason(d.fragment), at, at+1, d.fragment, w.anchors.nearest(d.fragment))
			w.inlines(n)
			return
		}
		w.openLink("#"+id, title)
		w.linkText(n)
		w.markup("</a>")
	default:
		w.refuse(d, at, "")
		w.inlines(n)
	}
}

// siteLink writes a link that the site resolves.
func (w *bodyWriter) siteLink(n *ast.Link, d destination, title string, at int) {
	ref := w.ref(Ref{Kind: RefLink, Target: d.path, Fragment: d.fragment, Title: title, At: w.span(at, at+1)})
	w.point(Open, ref, 0)
	w.linkText(n)
	w.point(Close, ref, 0)
}

func (w *bodyWriter) fragmentReason(fragment string) string {
	switch {
	case fragment == "":
		return "empty"
	case w.anchors.nearest(fragment) != "":
		return "nearest"
	}
	return ""
}

// linkText writes the text of a link, in which no other link and no citation may begin.
func (w *bodyWriter) linkText(n ast.Node) {
	outer := w.inLink
	w.quiet++
	w.inLink = true
	w.inlines(n)
	w.inLink = outer
	w.quiet--
}

// refuse reports an address that may not be linked.
func (w *bodyWriter) refuse(d destination, at int, what string) {
	switch d.kind {
	case destRefused:
		w.report("link-scheme", what, at, at+1, d.scheme)
	case destHost:
		w.report("link-scheme", "host", at, at+1)
	default:
		w.report("link-empty", what, at, at+1)
	}
}

// autoLink writes "<https://…>" and "<name@example.vn>".
func (w *bodyWriter) autoLink(n *ast.AutoLink) {
	label := n.Label(w.src)
	at := max(n.Pos(), 0)
	from := at
	if i := bytes.Index(w.src[at:], label); i >= 0 {
		from += i
	}
	address := label
	if n.AutoLinkType == ast.AutoLinkEmail {
		address = append([]byte("mailto:"), label...)
	}
	d := readDestination(address)
	if d.kind != destExternal || w.inLink {
		if !w.inLink {
			w.refuse(d, at, "")
		}
		w.authorText(from, from+len(label))
		return
	}
	w.openLink(d.url, "")
	w.quiet++
	w.literal(label)
	w.quiet--
	w.markup("</a>")
}

// image makes the reference of a picture, or reports why there can be none.
func (w *bodyWriter) image(n *ast.Image) (Ref, bool) {
	at := max(n.Pos(), 0)
	d := readDestination(n.Destination)
	switch d.kind {
	case destSite:
	case destExternal, destHost:
		w.report("image-external", "", at, at+1)
		return Ref{}, false
	default:
		w.refuse(d, at, "image")
		return Ref{}, false
	}
	alt := plainText(n, w.src)
	if alt == "" {
		w.report("image-alt", "", at, at+1)
	}
	return Ref{Kind: RefImage, Target: d.path, Title: unescapeMarkdown(n.Title), Alt: alt, At: w.span(at, at+1)}, true
}

// inlineImage writes a picture within text; what cannot be shown leaves its description.
func (w *bodyWriter) inlineImage(n *ast.Image) {
	if ref, ok := w.image(n); ok {
		w.point(Insert, w.ref(ref), 0)
		return
	}
	w.linkText(n)
}
