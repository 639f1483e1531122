package render

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Without the style sheet, and to those who listen, two texts without a space or a block between them are one word.
func TestWordsStandApart(t *testing.T) {
	r := embedded(t)
	for _, row := range rows {
		if row.whole {
			continue
		}
		out, err := r.Render(View{data: fullView(row), layout: row.name, set: r.sets[""]})
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range joined(inspect(t, row.name, out)) {
			t.Errorf("%s: %q", row.name, words)
		}
	}
}

// joined returns the places where a letter or digit of one inline element follows one of another.
func joined(doc *html.Node) []string {
	var found []string
	before := ""
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Data == "ul" && n.Attr != nil && n.Attr[0].Val == "bases": // what stands before a link there ends with its own space
			return
		case n.Type == html.TextNode:
			last, _ := utf8.DecodeLastRuneInString(before)
			first, _ := utf8.DecodeRuneInString(n.Data)
			if before != "" && (wordRune(last) || last == '.') && wordRune(first) {
				found = append(found, strings.TrimSpace(before)+"|"+n.Data)
			}
			before = n.Data
			return
		case n.Type == html.ElementNode && !inline[n.Data]:
			before = ""
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if n.Type == html.ElementNode && !inline[n.Data] {
			before = ""
		}
	}
	walk(doc)
	return found
}

var inline = map[string]bool{"a": true, "span": true, "strong": true, "em": true, "time": true, "s": true, "abbr": true, "sup": true}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
