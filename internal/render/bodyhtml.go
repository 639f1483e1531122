package render

import (
	"fmt"
	"html/template"
	"io"
	"strconv"
	"strings"

	"antq/internal/content"
)

// lineAttribute names the attribute by which preview finds the source line of a block.
const lineAttribute = "data-line"

// HTML writes the text.
func (b Body) HTML() (template.HTML, error) {
	if b.doc == nil {
		return "", nil
	}
	src := b.doc.Body.HTML
	w := bodyText{Body: b, src: src, anchors: b.anchors()}
	if len(b.inserts) == 0 && !b.lines && len(w.anchors) == 0 && len(b.uses) == 0 {
		return trusted(string(src)), nil
	}
	w.Grow(len(src) + len(src)/8 + 1024)
	for _, s := range b.doc.Body.Spans {
		if err := w.span(s); err != nil {
			return "", err
		}
	}
	return trusted(w.String()), nil
}

// bodyText is a text while it is written.
type bodyText struct {
	strings.Builder
	Body
	src     []byte
	anchors []anchorLink // that are not written yet
}

func (w *bodyText) span(s content.Span) error {
	from, to := int(s.Start), int(s.End)
	switch s.Kind {
	case content.Markup:
		w.markup(from, to)
	case content.Text:
		w.text(w.number(from, to), to)
	case content.Open:
		w.inserts[s.Ref].open(&w.Builder)
	case content.Close:
		w.inserts[s.Ref].close(&w.Builder)
	case content.Insert:
		return w.insert(&w.inserts[s.Ref])
	case content.Block:
		if w.lines {
			w.WriteString(" " + lineAttribute + `="` + strconv.Itoa(int(s.Source)) + `"`)
		}
	}
	return nil
}

// text writes a stretch of the author's text, with the abbreviations that the page uses there first.
func (w *bodyText) text(from, to int) {
	for len(w.uses) > 0 && w.uses[0].at < to {
		u := w.uses[0]
		if w.uses = w.uses[1:]; u.at < from {
			continue // in the number of a heading, which is written
		}
		w.Write(w.src[from:u.at])
		u.write(&w.Builder)
		from = u.at + len(u.Short)
	}
	w.Write(w.src[from:to])
}

// number writes what stands up to the end of a heading's short number, the number apart, and returns where the rest begins.
// Where there is none it writes nothing.
func (w *bodyText) number(from, to int) int {
	if len(w.anchors) == 0 {
		return from
	}
	m := w.anchors[0].number
	if m.from < from || m.to <= m.from || m.to > to {
		return from
	}
	w.Write(w.src[from:m.from])
	w.WriteString("<span class=no>")
	w.Write(w.src[m.from:m.to])
	w.WriteString("</span>")
	return m.to
}

// markup writes the parser's markup, with the links beside numbered headings.
func (w *bodyText) markup(from, to int) {
	for len(w.anchors) > 0 && w.anchors[0].at < to {
		at := max(w.anchors[0].at, from)
		from = w.number(from, at)
		w.Write(w.src[from:at])
		w.anchors[0].write(&w.Builder, w.foreign != "")
		from, w.anchors = at, w.anchors[1:]
	}
	from = w.number(from, to)
	w.Write(w.src[from:to])
}

// insert writes a picture or a shortcode. A picture that is missing is its alternative text, which the site has already
// reported.
func (w *bodyText) insert(in *insert) error {
	switch {
	case in.code != nil:
		if err := w.set.templates.ExecuteTemplate(w, in.code.layout(), in.code); err != nil {
			return fmt.Errorf("shortcode in %s: %w", w.doc.Path, err)
		}
	case in.picture != nil:
		in.picture.write(&w.Builder, in.title)
	}
	return nil
}

func (in *insert) open(w *strings.Builder) {
	if in.href == "" {
		return
	}
	w.WriteString("<a")
	attribute(w, "href", in.href)
	attribute(w, "title", in.title)
	attribute(w, "download", in.download)
	w.WriteByte('>')
}

func (in *insert) close(w *strings.Builder) {
	if in.href != "" {
		w.WriteString("</a>")
	}
	if in.mark != "" {
		w.WriteString(` <span class=lapsed>(` + template.HTMLEscapeString(in.mark) + ")</span>")
	}
}

// attribute writes an attribute unless its value is empty.
func attribute(w io.StringWriter, name, value string) {
	if value == "" {
		return
	}
	w.WriteString(" " + name + `="` + template.HTMLEscapeString(value) + `"`)
}
