package content

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// blocks writes the blocks of a container.
func (w *bodyWriter) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.block(n)
	}
}

func (w *bodyWriter) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		w.paragraph(n)
	case *ast.TextBlock:
		w.inlines(n)
	case *ast.Heading:
		w.heading(n)
	case *listNode:
		w.list(n)
	case *ast.Blockquote:
		w.quote(n)
	case *ast.FencedCodeBlock:
		w.code(n)
	case *ast.ThematicBreak:
		w.openTag("<hr", n, n.Pos())
	case *east.Table:
		w.table(n)
	case *east.DefinitionList:
		w.definitions(n)
	case *shortcodeBlock:
		w.shortcode(n)
	}
}

func (w *bodyWriter) heading(h *ast.Heading) {
	if h.Lines().Len() == 0 {
		return
	}
	tag := "h" + strconv.Itoa(h.Level)
	w.openTag("<"+tag, h, h.Pos())
	w.quiet++
	var text ast.Node = h
	if strong, ok := h.FirstChild().(*ast.Emphasis); ok && strong.Level == 2 && h.ChildCount() == 1 {
		text = strong // a heading is bold by itself
	}
	w.inlines(text)
	w.quiet--
	w.closeTag("</" + tag + ">")
}

func (w *bodyWriter) paragraph(p *ast.Paragraph) {
	w.missedHeadings(p)
	w.summary.look(p, w.src)
	if image, ok := p.FirstChild().(*ast.Image); ok && p.ChildCount() == 1 {
		w.figure(p, image)
		return
	}
	if w.isCaption(p) {
		return
	}
	item, inItem := p.Parent().(*itemNode)
	if inItem && item.Parent().(*listNode).tight {
		w.endWord()
		w.inlines(p)
		return
	}
	w.openTag("<p", p, p.Pos())
	w.inlines(p)
	w.closeText()
	w.openPara = true
}

// missedHeadings warns of lines such as "##Tiêu đề", which Markdown takes for text.
func (w *bodyWriter) missedHeadings(p *ast.Paragraph) {
	for i := range p.Lines().Len() {
		seg := p.Lines().At(i)
		line := w.src[seg.Start:seg.Stop]
		n := len(line) - len(bytes.TrimLeft(line, "#"))
		if n >= 2 && n <= 6 && n < len(line) && !isSpaceByte(line[n]) {
			w.reportFix("heading-space", "", seg.Start+n, seg.Start+n, " ")
		}
	}
}

// figure writes a picture that stands alone in its paragraph, its title below it. What cannot be shown leaves its
// description.
func (w *bodyWriter) figure(p *ast.Paragraph, image *ast.Image) {
	ref, ok := w.image(image)
	if !ok {
		w.openTag("<p", p, p.Pos())
		w.linkText(image)
		w.openPara = true
		return
	}
	title := unescapeMarkdown(image.Title)
	ref.Figure, ref.Title = true, ""
	w.openTag("<figure", p, p.Pos())
	w.point(Insert, w.ref(ref), 0)
	if title != "" {
		w.markup("<figcaption>")
		at := max(image.Pos(), 0)
		if i := bytes.Index(w.src[at:], image.Title); i >= 0 {
			at += i
		}
		w.openText(at)
		w.escape(image.Title)
		w.closeTag("</figcaption>")
	}
	w.closeTag("</figure>")
}

func (w *bodyWriter) quote(q *ast.Blockquote) {
	kind, ok := w.callouts[q]
	if !ok {
		w.openTag("<blockquote", q, q.Pos())
		w.blocks(q)
		w.closeTag("</blockquote>")
		return
	}
	w.openTag(`<aside class="callout `+kind.class+`" role=note`, q, q.Pos())
	w.markup("<p class=callout-title>" + kind.title)
	w.openPara = true
	w.blocks(q)
	w.closeTag("</aside>")
}

func (w *bodyWriter) code(n *ast.FencedCodeBlock) {
	at := n.Pos()
	w.openTag("<pre tabindex=0", n, at)
	w.markup("<code")
	if lang := n.Language(w.src); isLanguage(lang) {
		w.attribute("class", "language-"+string(lang))
	}
	w.markup(">")
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		w.literal(seg.Value(w.src))
	}
	w.closeTag("</code></pre>")
}

// isLanguage reports whether the first word behind a fence can be a class.
func isLanguage(lang []byte) bool {
	for _, c := range lang {
		if !isDigit(c) && !('a' <= c|0x20 && c|0x20 <= 'z') && c != '+' && c != '-' && c != '_' {
			return false
		}
	}
	return len(lang) > 0 && len(lang) <= 30
}

func (w *bodyWriter) definitions(list *east.DefinitionList) {
	w.openTag("<dl", list, max(list.Pos(), 0))
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *east.DefinitionTerm:
			w.openTag("<dt", n, max(n.Pos(), 0))
			w.inlines(n)
		case *east.DefinitionDescription:
			w.openTag("<dd", n, max(n.Pos(), 0))
			w.blocks(n)
		}
	}
	w.closeTag("</dl>")
}

func (w *bodyWriter) shortcode(n *shortcodeBlock) {
	ref, ok := w.call(n.from, n.to)
	if !ok {
		return
	}
	w.closePara()
	w.point(Insert, w.ref(ref), 0)
}
