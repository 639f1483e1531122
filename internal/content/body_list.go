package content

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
)

// list writes a list. Numbers are those that were written. Letters (NĐ 30/2020, Phụ lục I: a, b, c, d, đ, e, g …) are text
// in front of their items, since no list style of HTML counts as Vietnamese does; role=list keeps such a list one for readers
// that judge by the missing bullets.
func (w *bodyWriter) list(n *listNode) {
	first, _ := n.FirstChild().(*itemNode)
	if first == nil {
		return
	}
	at := max(n.Pos(), 0)
	end := "</ul>"
	next := first.marker.number
	switch n.kind {
	case 'a':
		w.openTag("<ul class=letters role=list", n, at)
	case '.', ')':
		tag := "<ol"
		switch {
		case n.kind == ')' && first.marker.zero:
			tag += ` class="paren zero"`
		case n.kind == ')':
			tag += " class=paren"
		case first.marker.zero:
			tag += " class=zero"
		}
		if next != 1 {
			tag += " start=" + strconv.Itoa(next)
		}
		w.openTag(tag, n, at)
		end = "</ol>"
	default:
		w.openTag("<ul", n, at)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		item := c.(*itemNode)
		tag := "<li"
		if end == "</ol>" && item.marker.number != next {
			next = item.marker.number
			tag += " value=" + strconv.Itoa(next)
		}
		next++
		w.item(tag, item)
	}
	w.closeTag(end)
}

func (w *bodyWriter) item(tag string, item *itemNode) {
	w.openTag(tag, item, max(item.Pos(), 0))
	if letter := item.marker.letter; letter != "" {
		w.words++
		w.lead = "<span class=letter>" + letter + ")</span> "
		if first, ok := item.FirstChild().(*ast.Paragraph); !ok || first.FirstChild() == nil {
			w.markup(w.lead)
			w.lead = ""
		}
	}
	w.blocks(item)
	w.lead = ""
}
