package content

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
)

// bodyWriter walks the syntax tree once and writes minimal HTML cut into spans: end tags that HTML lets one leave out are
// left out, and attribute values stand bare where they may. Beyond the plain elements of Markdown it writes
//
//	ul.letters > li > span.letter                  điểm a), b) … with their letters as text; role=list
//	ol.paren, ol.zero                              numbers written "1)", "01."
//	div.table[tabindex=0][role=region] > table     caption, th[scope=col], .left .right .center on cells
//	aside.callout.note|important|warning           p.callout-title; role=note
//	figure > (picture) + figcaption                a picture alone in its paragraph
//	span.task, span.visually-hidden                ☐ and ☑ of task lists, and the same in words
//	pre[tabindex=0] > code.language-x              fenced code
//	sup > a[role=doc-noteref], section.footnotes   footnotes; ids fn-1, fnref-1, fnref-1-2
//
// A body ends with all its elements closed, and a shortcode that stands alone is never inside a p.
type bodyWriter struct {
	*reading
	escaper
	spans  []Span
	refs   []Ref
	texts  []textStart // where in the source the text of the open block comes from
	traced textStart   // the last place of the HTML whose source was found
	first  int         // index of the open block's first span
	mark   int         // start of the HTML that no span covers yet
	source int         // offset in text of the open text span's first letter, -1 = none is open

	anchors  anchors
	summary  summary
	quiet    int    // > 0: text is markup: headings, links, code
	inLink   bool   // no link may be opened
	lead     string // markup that goes before the first text of an item
	openPara bool   // the last element is a p without its end tag
}

func newBodyWriter(r *reading, doc ast.Node) *bodyWriter {
	s := r.scratch
	w := &bodyWriter{reading: r, source: -1, escaper: escaper{html: s.html[:0]}, spans: s.spans[:0], texts: s.texts[:0]}
	w.anchors = newAnchors(r, doc)
	return w
}

// body returns what was written. A body is kept for long, so it has no room to grow, and the buffers go back.
func (w *bodyWriter) body() Body {
	w.endBlock()
	w.flush()
	w.scratch.html, w.scratch.spans, w.scratch.texts = w.html, w.spans, w.texts
	return Body{
		HTML:     clip(w.html),
		Spans:    clip(w.spans),
		Refs:     clip(w.refs),
		Headings: w.anchors.headings,
		Outline:  w.anchors.outline,
		Gaps:     w.anchors.gaps,
		Summary:  w.summary.text(),
		Words:    w.words,
	}
}

// markup appends HTML that is final.
func (w *bodyWriter) markup(s string) {
	w.closeText()
	w.html = append(w.html, s...)
}

func (w *bodyWriter) attribute(name, value string) { w.html = appendAttribute(w.html, name, value) }

// authorText appends text of the author's, in which citations may be found unless it stands in a link, code or heading.
func (w *bodyWriter) authorText(from, to int) {
	w.openText(from)
	if w.source >= 0 {
		w.texts = append(w.texts, textStart{html: len(w.html), source: from})
	}
	w.escape(w.src[from:to])
}

func (w *bodyWriter) openText(from int) {
	if w.lead != "" {
		lead := w.lead
		w.lead = ""
		w.markup(lead)
	}
	if w.quiet > 0 || w.source >= 0 {
		return
	}
	w.flush()
	w.source = from
}

// closeText ends the open text span.
func (w *bodyWriter) closeText() {
	if w.source < 0 {
		return
	}
	if len(w.html) > w.mark {
		w.spans = append(w.spans, Span{
			Kind: Text, Start: uint32(w.mark), End: uint32(len(w.html)), Ref: -1, Source: uint32(w.start.Offset + w.source),
		})
		w.mark = len(w.html)
	}
	w.source = -1
}

// flush covers all HTML so far with spans.
func (w *bodyWriter) flush() {
	w.closeText()
	if len(w.html) > w.mark {
		w.spans = append(w.spans, Span{Kind: Markup, Start: uint32(w.mark), End: uint32(len(w.html)), Ref: -1})
		w.mark = len(w.html)
	}
}

// point adds a span that covers no HTML.
func (w *bodyWriter) point(kind SpanKind, ref int, source int) {
	w.flush()
	at := uint32(len(w.html))
	w.spans = append(w.spans, Span{Kind: kind, Start: at, End: at, Ref: int32(ref), Source: uint32(source)})
}

// ref adds a reference and returns its number.
func (w *bodyWriter) ref(r Ref) int {
	w.refs = append(w.refs, r)
	return len(w.refs) - 1
}

// openTag writes the start tag of a block element that begins at the offset: "<p" or `<div class=x`, an id if the node has
// one, the block span and ">".
func (w *bodyWriter) openTag(tag string, n ast.Node, at int) {
	w.endWord()
	w.endBlock()
	w.markup(tag)
	if id := w.anchors.ids[n]; id != "" {
		w.attribute("id", id)
	}
	w.point(Block, -1, w.lineNumber(at))
	w.html = append(w.html, '>')
	w.openPara = false
}

// closeTag writes an end tag. It also ends a paragraph that is open within.
func (w *bodyWriter) closeTag(tag string) {
	w.endWord()
	w.endBlock()
	w.markup(tag)
	w.openPara = false
}

func (w *bodyWriter) endWord() { w.inWord = false }

// closePara writes the end tag of a paragraph where what follows would not end it by itself.
func (w *bodyWriter) closePara() {
	if w.openPara {
		w.closeTag("</p>")
	}
}

func (w *bodyWriter) document(doc ast.Node) {
	w.blocks(doc)
	w.footnoteSection()
	w.closePara()
}

// footnoteSection writes the footnotes that are referred to, in the order of their numbers, with links back.
func (w *bodyWriter) footnoteSection() {
	for _, note := range w.footnotes.byLabel {
		if note.number == 0 {
			w.unusedFootnotes()
			break
		}
	}
	if len(w.footnotes.order) == 0 {
		return
	}
	w.closeTag(`<section class=footnotes role=doc-endnotes aria-label="Chú thích"><ol>`)
	for _, note := range w.footnotes.order {
		n := strconv.Itoa(note.number)
		w.openTag("<li id=fn-"+n, note, max(note.Pos(), 0))
		if p, single := note.FirstChild().(*ast.Paragraph); single && note.ChildCount() == 1 {
			w.inlines(p)
		} else {
			w.blocks(note)
		}
		for turn := 1; turn <= note.refs; turn++ {
			w.backLink(n, turn)
		}
		w.openPara = false
	}
	w.closeTag("</ol></section>")
}

func (w *bodyWriter) backLink(number string, turn int) {
	label := "Trở lại chỗ dẫn chú thích " + number
	if turn > 1 {
		label += ", lần " + strconv.Itoa(turn)
	}
	w.markup(" <a")
	w.attribute("href", "#"+noteRefID(number, turn))
	w.markup(" role=doc-backlink")
	w.attribute("aria-label", label)
	w.markup(">↩</a>")
}

// noteRefID is the id of the reference to a footnote; turn counts the references to the same one.
func noteRefID(number string, turn int) string {
	if turn > 1 {
		return "fnref-" + number + "-" + strconv.Itoa(turn)
	}
	return "fnref-" + number
}

// unusedFootnotes reports footnotes that nothing refers to, in the order of the text.
func (w *bodyWriter) unusedFootnotes() {
	for _, note := range w.anchors.notes {
		if note.number == 0 && w.footnotes.byLabel[note.label] == note {
			w.report("footnote", "unused", note.Pos(), note.Pos()+len(note.label)+3, note.label)
		}
	}
}
