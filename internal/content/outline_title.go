package content

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// isPart reports whether a number of this kind stands on a line of its own and has its title on the next one (NĐ 30/2020, Phụ
// lục I, mục II.6).
func isPart(kind OutlineKind) bool { return kind >= OutlinePart && kind <= OutlineSubsection }

// maxPartTitle is the greatest length of the title of a part in code points.
const maxPartTitle = 200

// nameOnNextLine takes the block behind a part without a title for its title, if it looks like one, and reports whether it did.
// A heading does when it stands on the same level or is written in capitals, a paragraph when it is in capitals or bold as a
// whole. The block stays what it is in the text.
func (o *outlineWalk) nameOnNextLine(part int32, n ast.Node) bool {
	if o.blocks[part].Parent() != n.Parent() {
		return false
	}
	e := &o.entries[part]
	var text string
	switch n := n.(type) {
	case *ast.Heading:
		if n.Lines().Len() == 0 {
			return false
		}
		text = plainText(n, o.src)
		if below := formHeading - n.Level; e.form < below || e.form > below && !allCapitals(text) {
			return false
		}
	case *ast.Paragraph:
		text = leadingText(n, o.src, 4*maxPartTitle)
		strong, ok := n.FirstChild().(*ast.Emphasis)
		if bold := ok && strong.Level == 2 && n.ChildCount() == 1; !bold && !allCapitals(text) {
			return false
		}
	}
	if _, numbered := readLabel(text); numbered || strings.HasPrefix(text, "(") || utf8.RuneCountInString(text) > maxPartTitle {
		return false
	}
	title := trimTitle(text)
	if title == "" {
		return false
	}
	o.nodes[part].Title = title
	if last := len(o.headings) - 1; last >= 0 && o.headings[last].node == part {
		o.headings[last].named = text
	}
	if h, ok := n.(*ast.Heading); ok {
		o.headings = append(o.headings, headingFound{block: h, text: text, node: -1, title: true})
	}
	return true
}

// allCapitals reports whether text has two letters or more and no small one.
func allCapitals(text string) bool {
	capitals := 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLetter(r):
			return false
		}
	}
	return capitals > 1
}
