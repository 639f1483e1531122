package content

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// table writes a table in a region that can be scrolled and reached by keyboard, named by its caption or its head.
func (w *bodyWriter) table(t *east.Table) {
	caption, above := w.captionOf(t)
	label := ""
	if above != nil {
		label = strings.TrimRight(plainText(above, w.src), " .:")
	}
	head, _ := t.FirstChild().(*east.TableHeader)
	if label == "" && head != nil {
		label = headLabel(head, w.src)
	}
	if label == "" {
		label = "Bảng"
	}
	w.endWord()
	w.markup("<div class=table tabindex=0 role=region")
	w.attribute("aria-label", label)
	w.openTag("", t, max(t.Pos(), 0))
	w.markup("<table>")
	if caption {
		w.openTag("<caption", above, above.Pos())
		w.inlines(above)
	}
	empty := head == nil || headLabel(head, w.src) == ""
	if !empty {
		w.openTag("<thead><tr", head, max(t.Pos(), 0))
		w.cells(head, "<th scope=col")
	}
	tag := "<tbody><tr"
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		if r, ok := row.(*east.TableRow); ok {
			w.openTag(tag, r, max(r.Pos(), 0))
			w.cells(r, "<td")
			tag = "<tr"
		}
	}
	w.closeTag("</table></div>")
}

func (w *bodyWriter) cells(row ast.Node, tag string) {
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		cell, ok := c.(*east.TableCell)
		if !ok {
			continue
		}
		w.closeTag(tag)
		switch cell.Alignment {
		case east.AlignLeft:
			w.markup(" class=left")
		case east.AlignRight:
			w.markup(" class=right")
		case east.AlignCenter:
			w.markup(" class=center")
		}
		w.markup(">")
		w.inlines(cell)
	}
}

// headLabel joins the texts of the head: "STT, Đơn vị, Thời hạn".
func headLabel(head ast.Node, src []byte) string {
	var texts []string
	for c := head.FirstChild(); c != nil; c = c.NextSibling() {
		if s := plainText(c, src); s != "" {
			texts = append(texts, s)
		}
	}
	return strings.Join(texts, ", ")
}

// captionOf returns the paragraph directly above a table if it begins with "Bảng"; caption says that it is the table's
// caption ("Bảng 1. …") and not a sentence that goes before it.
func (w *bodyWriter) captionOf(t *east.Table) (caption bool, above *ast.Paragraph) {
	above, ok := t.PreviousSibling().(*ast.Paragraph)
	if !ok || above.Lines().Len() == 0 {
		return false, nil
	}
	text := plainText(above, w.src)
	n, ok := foldPrefix(text, "bảng")
	if !ok || !strings.HasPrefix(text[n:], " ") {
		return false, nil
	}
	rest := strings.TrimLeft(text[n+1:], "0123456789")
	numbered := len(rest) < len(text)-n-1
	return numbered && (rest == "" || strings.ContainsAny(rest[:1], ".:")) && !strings.HasSuffix(text, ":"), above
}

// isCaption reports whether a paragraph is written as the caption of the table below it.
func (w *bodyWriter) isCaption(p *ast.Paragraph) bool {
	t, ok := p.NextSibling().(*east.Table)
	if !ok {
		return false
	}
	caption, _ := w.captionOf(t)
	return caption
}
