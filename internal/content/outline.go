package content

import (
	"strconv"
	"strings"

	"antq/internal/viet"
)

// Outline is the numbering of an administrative text: every block that begins with an outline number, in the order of the
// text. It follows the numbers, not the levels of headings, since 1.1 is below 1 wherever somebody typed it.
//
// An anchor is made of the numbers on the way down, joined by full stops: "ii.3", "ii.2.dd" (đ is dd), "iv.buoc-1". A number
// that holds those above is not repeated: 1.1 below III.1 is "iii.1.1". Điều, Chương, Phần and Phụ lục are counted through the
// whole text, so they stand alone: "dieu-4", and khoản 2 of it "dieu-4.2"; Mục begins anew in each Chương: "chuong-i.muc-1".
// Where an anchor is taken, since a number comes twice or a list begins anew in the same place, the next one is counted on:
// "ii.1-2". What stands in quotes, tables, definitions and footnotes is not part of the outline.
type Outline []OutlineNode

// OutlineNode is a block that begins with an outline number.
type OutlineNode struct {
	Kind    OutlineKind
	Heading bool   // the block is a heading
	Level   uint16 // 1 at the top, else one more than the parent's
	Parent  int32  // index in the outline, -1 at the top
	Line    int32  // in the file, from 1
	Number  string // as written, without its final mark: "II", "1.1", "đ", "Điều 4"
	Anchor  string // the id of the block, unique in the document
	Title   string // plain text behind the number if the block has a title and not only text, without its final mark
}

// OutlineKind says by what a block is counted. The kinds stand in the order in which one holds the next (NĐ 30/2020, Phụ lục
// I, mục II.6); OutlineStep and OutlineParenthesis stand wherever they are written.
type OutlineKind uint8

// The kinds of outline numbers.
const (
	OutlinePart        OutlineKind = iota + 1 // Phần I, Phần thứ nhất
	OutlineAppendix                           // Phụ lục I
	OutlineChapter                            // Chương I
	OutlineSection                            // Mục 1
	OutlineSubsection                         // Tiểu mục 1
	OutlineLetter                             // A.
	OutlineRoman                              // I.
	OutlineArticle                            // Điều 1
	OutlineNumber                             // 1., 1.1: khoản below Điều, else mục
	OutlinePoint                              // a): điểm
	OutlineStep                               // Bước 1
	OutlineParenthesis                        // 1)
)

// outlineNames are the words by which a text points at its parts; what has none is a mục.
var outlineNames = [...]string{
	OutlinePart: "Phần", OutlineAppendix: "Phụ lục", OutlineChapter: "Chương", OutlineSection: "Mục", OutlineSubsection: "Tiểu mục",
	OutlineArticle: "Điều", OutlinePoint: "điểm", OutlineStep: "bước", OutlineParenthesis: "điểm",
}

// figure returns the number without the word before it: "4" of "Điều 4", "thứ nhất" of "Phần thứ nhất".
func (n *OutlineNode) figure() string {
	for _, w := range outlineWords {
		if w.kind != n.Kind {
			continue
		}
		if size, ok := foldPrefix(n.Number, w.word); ok {
			figure := n.Number[size+1:]
			if _, inWords := foldPrefix(figure, "thứ"); inWords {
				return strings.ToLower(figure)
			}
			return figure
		}
	}
	return n.Number
}

// Cite returns how an official text points at the node, from small to large: "mục II.3", "điểm đ khoản 2 Điều 4", "bước 1 mục
// IV", "Điều 4", "Mục 5 Chương XII" (NĐ 30/2020, Phụ lục II). Điều and Chương need no place, unless they stand in an appendix.
func (o Outline) Cite(node int) string {
	var parts []string
	numbers := "" // of one mục or khoản, as far as they are gathered: "1.1" on the way up to "III.1.1"
	gathered := func(word string) {
		if numbers != "" {
			parts = append(parts, word, numbers)
			numbers = ""
		}
	}
	whole := false // the place is clear, but for an appendix
	var below *OutlineNode
	for i := int32(node); i >= 0; i = o[i].Parent {
		n := &o[i]
		switch {
		case whole && n.Kind != OutlineAppendix:
		case n.Kind == OutlineLetter || n.Kind == OutlineRoman || n.Kind == OutlineNumber:
			switch {
			case numbers == "":
				numbers = n.figure()
			case !n.begins(below):
				numbers = n.figure() + "." + numbers
			}
		case n.Kind == OutlineArticle:
			gathered("khoản")
			parts = append(parts, outlineNames[n.Kind], n.figure())
			whole = true
		default:
			gathered("mục")
			parts = append(parts, outlineNames[n.Kind], n.figure())
			whole = n.Kind == OutlineChapter
		}
		below = n
	}
	gathered("mục")
	return strings.Join(parts, " ")
}

// begins reports whether the number below holds this one: 1 in 1.1.
func (n *OutlineNode) begins(below *OutlineNode) bool {
	return n.Kind == OutlineNumber && below.Kind == OutlineNumber && strings.HasPrefix(below.figure(), n.figure()+".")
}

// anchorPart returns the label's own part of an anchor: "ii", "1.1", "dd", "dieu-4a", "buoc-1". from is how many parts of a
// number stand in the anchor already.
func (l *label) anchorPart(from int) string {
	switch l.kind {
	case OutlineNumber, OutlineParenthesis:
		return l.dotted(from, l.count)
	case OutlineLetter, OutlinePoint:
		if strings.EqualFold(l.written, "đ") {
			return "dd"
		}
		return strings.ToLower(l.written)
	}
	return viet.Slug(l.written)
}

// dotted writes the parts of a number from the one index up to the other: "1.1".
func (l *label) dotted(from, to int) string {
	if to-from == 1 {
		return strconv.Itoa(l.parts[from])
	}
	b := make([]byte, 0, 16)
	for i := from; i < to; i++ {
		if i > from {
			b = append(b, '.')
		}
		b = strconv.AppendInt(b, int64(l.parts[i]), 10)
	}
	return string(b)
}
