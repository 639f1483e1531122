package content

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// headingFound is a heading of the body and its node of the outline, -1 without one.
type headingFound struct {
	block *ast.Heading
	text  string
	node  int32
	title bool   // it is the title of the heading before: QUY ĐỊNH CHUNG under Chương I
	named string // the title that stands on the next line, as written
}

// outlineWalk goes through the blocks of a body in order and finds headings, footnotes and numbered blocks.
type outlineWalk struct {
	*reading
	outliner
	headings []headingFound
	notes    []*footnoteNode // in the order of the text
	blocks   []ast.Node      // parallel to the nodes of the outline
	untitled int32           // the part whose title may be the next block, -1 where there is none
}

// in walks the blocks of a container. floor is how many open nodes hold it; below 0, its text is not part of the outline.
func (o *outlineWalk) in(parent ast.Node, floor int) {
	for n := parent.FirstChild(); n != nil && n.Type() == ast.TypeBlock; n = n.NextSibling() {
		part := o.untitled
		o.untitled = -1
		if floor >= 0 && part >= 0 && o.nameOnNextLine(part, n) {
			continue
		}
		switch n := n.(type) {
		case *ast.Heading:
			if n.Lines().Len() > 0 {
				o.heading(n, floor)
			}
		case *ast.Paragraph:
			if floor >= 0 && isOwnBlock(n) {
				o.paragraph(n, n, floor)
			}
		case *listNode:
			for item := n.FirstChild(); item != nil; item = item.NextSibling() {
				o.item(n, item.(*itemNode), floor)
			}
		case *east.Table:
		case *footnoteNode:
			o.notes = append(o.notes, n)
			if n.number > 0 {
				o.in(n, -1)
			}
		default: // a quote, a list of terms
			o.in(n, -1)
		}
	}
}

func (o *outlineWalk) heading(h *ast.Heading, floor int) {
	found := headingFound{block: h, text: plainText(h, o.src), node: -1}
	if floor >= 0 {
		if l, ok := readLabel(found.text); ok {
			found.node = o.number(h, &outlineBlock{
				label: l, form: formHeading - h.Level, title: trimTitle(found.text[l.end:]), line: o.lineNumber(max(h.Pos(), 0)), floor: floor,
			})
		} else {
			o.border(h.Level, floor)
		}
	}
	o.headings = append(o.headings, found)
}

// number gives a block its node.
func (o *outlineWalk) number(n ast.Node, b *outlineBlock) int32 {
	node := o.put(b)
	if node >= 0 {
		o.blocks = append(o.blocks, n)
		if b.title == "" && isPart(b.kind) {
			o.untitled = node
		}
	}
	return node
}

// isOwnBlock reports whether a paragraph has an element of its own that can bear an id: the first one of an item is the item's.
func isOwnBlock(p *ast.Paragraph) bool {
	item, ok := p.Parent().(*itemNode)
	return !ok || item.FirstChild() != ast.Node(p) && !item.Parent().(*listNode).tight
}

// item walks an item of a list. Its number, or that with which its text begins behind a bullet, is its own; what else stands
// in it is below it.
func (o *outlineWalk) item(list *listNode, item *itemNode, floor int) {
	if floor < 0 {
		o.in(item, floor)
		return
	}
	first, _ := item.FirstChild().(*ast.Paragraph)
	switch {
	case list.kind == '.' || list.kind == ')' || list.kind == 'a':
		b := &outlineBlock{
			label: o.markerLabel(list, item), form: formText, list: list, line: o.lineNumber(max(item.Pos(), 0)), floor: floor,
		}
		if first != nil {
			b.title = o.title(first, 0, b.kind)
		}
		o.number(item, b)
	case first != nil:
		o.paragraph(first, item, floor)
	default: // "- 1. …": the bullet adds nothing
		o.in(item, floor)
		return
	}
	open := len(o.path)
	o.in(item, open)
	o.path = o.path[:open]
}

// markerLabel is the label of an item by its marker.
func (o *outlineWalk) markerLabel(list *listNode, item *itemNode) label {
	m := &item.marker
	l := label{kind: OutlineNumber, count: 1, mark: "."}
	l.parts[0] = m.number
	switch list.kind {
	case 'a':
		r, _ := utf8.DecodeRuneInString(m.letter)
		l.kind, l.parts[0], l.written = OutlinePoint, letterValue(r), m.letter
		return l
	case ')':
		l.kind = OutlineParenthesis
	}
	l.written = strconv.Itoa(m.number)
	if m.zero {
		l.written = "0" + l.written
	}
	return l
}

// paragraph gives a paragraph, or the item that it begins, its node if it begins with an outline number.
func (o *outlineWalk) paragraph(p *ast.Paragraph, block ast.Node, floor int) {
	if p.Lines().Len() == 0 || !mayBeginOutline(o.src[p.Lines().At(0).Start:p.Lines().At(0).Stop]) {
		return
	}
	text := leadingText(p, o.src, maxLead)
	l, ok := readLabel(text)
	if !ok {
		return
	}
	form, alone := formText, false
	if strong, ok := p.FirstChild().(*ast.Emphasis); ok {
		form = formEmphasised
		alone = len(leadingText(strong, o.src, maxLead)) <= l.end
	}
	if !o.stands(&l, text[l.end:], form, alone, floor) {
		return
	}
	l.written = strings.Clone(l.written) // without the text behind it
	o.number(block, &outlineBlock{label: l, form: form, title: o.title(p, l.end, l.kind), line: o.lineNumber(max(block.Pos(), 0)), floor: floor})
}

// stands reports whether the number at the start of a paragraph counts it, and does not merely begin its first sentence
// ("Điều 4 của Luật …", "V. I. Lê-nin …", "3.5 triệu đồng"). rest is the text behind it; alone says that the emphasis holds
// the number and nothing else.
func (o *outlineWalk) stands(l *label, rest string, form int, alone bool, floor int) bool {
	emphasised := form == formEmphasised
	switch l.kind {
	case OutlineArticle, OutlineStep:
		return l.mark != "" || rest == "" || alone
	case OutlinePart, OutlineAppendix, OutlineChapter, OutlineSection, OutlineSubsection:
		return l.mark != "" || rest == "" || alone || inCapitals(rest)
	case OutlineLetter:
		return emphasised || inCapitals(rest)
	case OutlineRoman:
		return emphasised || inCapitals(rest) || o.expects(l, floor)
	case OutlineNumber:
		if l.count > 1 {
			return emphasised || o.expects(l, floor)
		}
		return l.mark != "" && (emphasised || l.mark != ":")
	}
	return true
}

// inCapitals reports whether the first word of text has two letters or more, all of them capitals.
func inCapitals(text string) bool {
	n := 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			n++
		case unicode.IsLetter(r):
			return false
		case n > 0:
			return n > 1
		}
	}
	return n > 1
}

// mayBeginOutline is a quick look at a line whether an outline number could stand at its start.
func mayBeginOutline(line []byte) bool {
	i := 0
	for i < len(line) && strings.IndexByte("*_~ \t", line[i]) >= 0 {
		i++
	}
	line = line[i:]
	if len(line) < 2 {
		return false
	}
	switch c := line[0]; {
	case isDigit(c):
		return true
	case strings.IndexByte("IVX", c) >= 0:
		line = bytes.TrimLeft(line, "IVXLC")
		return len(line) > 0 && isLabelMark(line[0])
	}
	_, n := utf8.DecodeRune(line)
	if len(line) > n && isLabelMark(line[n]) {
		return true
	}
	start := string(line[:min(len(line), len("tiểu mục "))])
	for _, w := range outlineWords {
		if n, ok := foldPrefix(start, w.word); ok && n < len(line) {
			return true
		}
	}
	return false
}

// isLabelMark reports whether a byte may begin the mark behind an outline number.
func isLabelMark(c byte) bool { return strings.IndexByte("./)-\\", c) >= 0 || c >= utf8.RuneSelf }

// maxLead is how many bytes of a paragraph are looked at for number and title.
const maxLead = 320

// maxTitle is the greatest length in code points of text that is taken for a title although nothing marks it as one. Lines that
// were wrapped by hand are longer.
const maxTitle = 60

// title returns what names a block behind its number: what is emphasised at its start, else the whole paragraph if it is short
// and ends like no sentence (NĐ 30/2020, Phụ lục I: a title stands on a line of its own). A step is named by its sentence.
// from is the length of the number.
func (o *outlineWalk) title(p *ast.Paragraph, from int, kind OutlineKind) string {
	if run, ok := p.FirstChild().(*ast.Emphasis); ok && (run.Level == 2 || from > 0) {
		if text := leadingText(run, o.src, maxLead); len(text) > from {
			return trimTitle(text[from:])
		}
	}
	if p.Lines().Len() > 2 {
		return ""
	}
	text := leadingText(p, o.src, maxLead)
	text = text[min(from, len(text)):]
	if text == "" || utf8.RuneCountInString(text) > maxTitle {
		return ""
	}
	if kind != OutlineStep && strings.IndexByte(".,!?", text[len(text)-1]) >= 0 || strings.IndexByte(text, ';') >= 0 {
		return ""
	}
	return trimTitle(text)
}

// trimTitle takes the final mark off a title.
func trimTitle(text string) string { return strings.Trim(text, " .:;") }
