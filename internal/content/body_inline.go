package content

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// inlines writes the text of a block or of an inline element.
func (w *bodyWriter) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; {
		if t, ok := n.(*ast.Text); ok {
			n = w.run(t)
			continue
		}
		if w.lead != "" {
			lead := w.lead
			w.lead = ""
			w.markup(lead)
		}
		w.inline(n)
		n = n.NextSibling()
	}
}

func (w *bodyWriter) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Emphasis:
		tag := "em>"
		if n.Level == 2 {
			tag = "strong>"
		}
		w.element(tag, n)
	case *east.Strikethrough:
		w.element("s>", n)
	case *ast.CodeSpan:
		w.codeSpan(n)
	case *ast.Link:
		w.link(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.Image:
		w.inlineImage(n)
	case *footnoteRef:
		w.footnoteRef(n)
	case *tagNode:
		if n.lineBreak {
			w.endWord()
			w.markup("<br>")
		}
	case *shortcodeInline:
		if ref, ok := w.call(n.from, n.to); ok {
			ref.Inline = true
			w.point(Insert, w.ref(ref), 0)
		}
	}
}

func (w *bodyWriter) element(tag string, n ast.Node) {
	w.markup("<" + tag)
	w.inlines(n)
	w.markup("</" + tag)
}

// run writes text that stands together in the source and the line break behind it, and returns the node that follows. The
// syntax tree cuts text at every mark that turned out to be none; addresses and leftovers can only be found in the whole.
func (w *bodyWriter) run(t *ast.Text) ast.Node {
	from, to := t.Segment.Start, t.Segment.Stop
	next := t.NextSibling()
	for !t.SoftLineBreak() && !t.HardLineBreak() {
		more, ok := next.(*ast.Text)
		if !ok || more.Segment.Start != to {
			break
		}
		t, to, next = more, more.Segment.Stop, more.NextSibling()
	}
	if from < to {
		w.line(w.taskMark(t, from, to), to)
	}
	switch {
	case t.HardLineBreak() && next != nil:
		w.endWord()
		w.markup("<br>")
	case t.SoftLineBreak() && next != nil:
		w.endWord()
		w.html = append(w.html, ' ')
	}
	return next
}

// taskMark writes the mark of a task list in front of an item's text and returns where the text goes on.
func (w *bodyWriter) taskMark(t *ast.Text, from, to int) int {
	p := t.Parent()
	item, ok := p.Parent().(*itemNode)
	if !ok || item.FirstChild() != p || p.Lines().Len() == 0 || p.Lines().At(0).Start != from {
		return from
	}
	s := w.src[from:to]
	if len(s) < 4 || s[0] != '[' || s[2] != ']' || s[3] != ' ' {
		return from
	}
	switch s[1] {
	case ' ':
		w.markup("<span class=task aria-hidden=true>☐</span><span class=visually-hidden>Chưa xong:</span> ")
	case 'x', 'X':
		w.markup("<span class=task aria-hidden=true>☑</span><span class=visually-hidden>Đã xong:</span> ")
	default:
		return from
	}
	return from + 4
}

// line writes text of one line, bare addresses as links.
func (w *bodyWriter) line(from, to int) {
	s := w.src[from:to]
	w.strayMarks(s, from)
	if w.inLink || !mayHoldBareLink(s) {
		w.authorText(from, to)
		return
	}
	done := 0
	for {
		l, ok := nextBareLink(s, done)
		if !ok {
			break
		}
		d := readDestination(append([]byte(l.prefix), s[l.from:l.to]...))
		if d.kind == destExternal {
			if l.from > done {
				w.authorText(from+done, from+l.from)
			}
			w.openLink(d.url, "")
			w.quiet++
			w.authorText(from+l.from, from+l.to)
			w.quiet--
			w.markup("</a>")
		} else {
			w.authorText(from+done, from+l.to)
		}
		done = l.to
	}
	if done < len(s) {
		w.authorText(from+done, to)
	}
}

// strayMarks warns of "**" that opened or closed nothing, and of "](" that made no link.
func (w *bodyWriter) strayMarks(s []byte, from int) {
	if i := bytes.Index(s, []byte("**")); i >= 0 && (i == 0 || s[i-1] != '\\') {
		w.report("stray-mark", "", from+i, from+i+2, "**")
	}
	if i := bytes.Index(s, []byte("](")); i > 0 && s[i-1] != '\\' {
		w.report("stray-mark", "link", from+i, from+i+2)
	}
}

func (w *bodyWriter) codeSpan(n *ast.CodeSpan) {
	var code []byte
	returned := false // it begins with the CR of a line end, where goldmark does not see the line end
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		s := t.Segment.Value(w.src)
		returned = returned || c == n.FirstChild() && bytes.HasPrefix(s, []byte("\r"))
		line := bytes.TrimRight(s, "\r\n")
		code = append(code, line...)
		if bytes.HasSuffix(s, []byte("\n")) {
			code = append(code, ' ')
		}
	}
	if returned && len(code) > 1 && code[len(code)-1] == ' ' && len(bytes.TrimSpace(code)) > 0 {
		code = code[1 : len(code)-1]
	}
	if inTable(n) {
		code = bytes.ReplaceAll(code, []byte(`\|`), []byte("|"))
	}
	w.markup("<code>")
	w.literal(code)
	w.markup("</code>")
}

func inTable(n ast.Node) bool {
	for ; n != nil; n = n.Parent() {
		if _, ok := n.(*east.TableCell); ok {
			return true
		}
	}
	return false
}

func (w *bodyWriter) footnoteRef(n *footnoteRef) {
	number := strconv.Itoa(n.note.number)
	if w.inLink {
		w.markup("<sup>" + number + "</sup>")
		return
	}
	w.markup("<sup><a id=" + noteRefID(number, n.turn) + " href=#fn-" + number + " role=doc-noteref")
	w.attribute("aria-label", "Chú thích "+number)
	w.markup(">" + number + "</a></sup>")
}
