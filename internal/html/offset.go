package html

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	xhtml "golang.org/x/net/html"
)

// parseTree builds the tree of a document whose first byte stands at offset base of its source.
//
// The parser of x/net keeps no positions, and its tree cannot be matched with the tokens afterwards: it adds elements,
// moves them and leaves some out. So each start tag gets its offset as an attribute before the parser sees it. The parser
// carries the attribute to wherever the element ends up, and it is taken off again when our own tree is made.
func parseTree(text []byte, base int) (*Element, error) {
	mark := unusedName(text)
	root, err := xhtml.ParseWithOptions(bytes.NewReader(markTags(text, mark)), xhtml.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, fmt.Errorf("html: %w", err)
	}
	// Where the tokenizer took something for a tag that the parser took for text, the mark shows in that text. Such a
	// page does without offsets rather than with a false text.
	if markInText(root, mark) {
		root, err = xhtml.ParseWithOptions(bytes.NewReader(text), xhtml.ParseOptionEnableScripting(false))
		if err != nil {
			return nil, fmt.Errorf("html: %w", err)
		}
	}
	for n := range root.ChildNodes() {
		if n.Type == xhtml.ElementNode {
			return newElement(n, nil, mark, base), nil
		}
	}
	return nil, fmt.Errorf("html: the parser made no html element")
}

// unusedName returns an attribute name that does not occur in the text in any case: the tokenizer makes names lower case.
func unusedName(text []byte) string {
	lower := bytes.ToLower(text)
	for i := 0; ; i++ {
		if name := "source-offset-" + strconv.Itoa(i); !bytes.Contains(lower, []byte(name)) {
			return name
		}
	}
}

// formatting lists the elements of which the parser counts equal ones, attributes included, and keeps at most three open
// (the “Noah's Ark” clause of the standard). The plain ones are left unmarked, so that the mark does not make them differ.
var formatting = map[string]bool{
	"b": true, "big": true, "code": true, "em": true, "font": true, "i": true, "nobr": true,
	"s": true, "small": true, "strike": true, "strong": true, "tt": true, "u": true,
}

// markTags returns the text with mark="<offset>" as the first attribute of each start tag.
func markTags(text []byte, mark string) []byte {
	out := make([]byte, 0, len(text)+len(text)/2)
	z := xhtml.NewTokenizer(bytes.NewReader(text))
	at, foreign := 0, 0
	for {
		kind := z.Next()
		raw := text[at : at+len(z.Raw())]
		switch kind {
		case xhtml.ErrorToken:
			return append(out, text[at:]...)
		case xhtml.StartTagToken, xhtml.SelfClosingTagToken:
			name := tagName(raw[1:])
			lower := strings.ToLower(string(name))
			if isForeignRoot(lower) && kind == xhtml.StartTagToken {
				foreign++
			}
			if foreign > 0 || lower == "noscript" {
				z.NextIsNotRawText()
			}
			head := raw[:1+len(name)]
			if formatting[lower] && len(raw) == len(head)+len(">") {
				out = append(out, raw...)
				break
			}
			out = append(out, head...)
			out = append(out, ' ')
			out = append(out, mark...)
			out = append(out, '=', '"')
			out = strconv.AppendInt(out, int64(at), 10)
			out = append(out, '"')
			out = append(out, raw[len(head):]...)
		case xhtml.EndTagToken:
			if foreign > 0 && isForeignRoot(strings.ToLower(string(tagName(raw[2:])))) {
				foreign--
			}
			out = append(out, raw...)
		default:
			out = append(out, raw...)
		}
		z.AllowCDATA(foreign > 0)
		at += len(raw)
	}
}

func isForeignRoot(tag string) bool { return tag == "svg" || tag == "math" }

// tagName returns the leading tag name, ended as the tokenizer ends it.
func tagName(s []byte) []byte {
	if end := bytes.IndexAny(s, " \n\r\t\f/>"); end >= 0 {
		return s[:end]
	}
	return s
}

// markInText reports whether the mark is found anywhere but as the name of an attribute.
func markInText(root *xhtml.Node, mark string) bool {
	for n := range root.Descendants() {
		if n.Type != xhtml.ElementNode && strings.Contains(n.Data, mark) {
			return true
		}
		for _, a := range n.Attr {
			if strings.Contains(a.Val, mark) || a.Key != mark && strings.Contains(a.Key, mark) {
				return true
			}
		}
	}
	return false
}
