package content

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// plainText returns the text below a node without any mark.
func plainText(n ast.Node, src []byte) string { return leadingText(n, src, math.MaxInt) }

// leadingText returns the beginning of the text below a node without any mark: at least limit bytes of it, if there are so many.
func leadingText(n ast.Node, src []byte, limit int) string {
	var buffer [256]byte
	return joinWords(appendPlainText(buffer[:0], n, src, limit))
}

func appendPlainText(b []byte, n ast.Node, src []byte, limit int) []byte {
	for c := n.FirstChild(); c != nil && len(b) < limit; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			s := c.Segment.Value(src)
			switch {
			case isPlain(s):
				b = append(b, s...)
			case c.IsRaw():
				b = append(b, plainString(string(s))...)
			default:
				b = append(b, unescapeMarkdown(s)...)
			}
			if c.SoftLineBreak() || c.HardLineBreak() {
				b = append(b, ' ')
			}
		case *ast.AutoLink:
			b = append(b, c.Label(src)...)
		case *tagNode:
			if c.lineBreak {
				b = append(b, ' ')
			}
		default:
			b = appendPlainText(b, c, src, limit)
		}
	}
	return b
}

// maxSummary is the greatest length of a summary in code points.
const maxSummary = 300

// minSummaryWords is how many words a summary must have; less is a label ("Nơi nhận") or a title.
const minSummaryWords = 4

// summary looks for the first sentence of a body that can stand as its description. What stands in lists, quotes and notes is
// taken only if no paragraph of the body itself will do.
type summary struct{ own, inner string }

func (s *summary) text() string {
	if s.own != "" {
		return s.own
	}
	return s.inner
}

// look takes the first sentence of a paragraph that does not lead on to something else by a colon.
func (s *summary) look(p *ast.Paragraph, src []byte) {
	_, own := p.Parent().(*ast.Document)
	if s.own != "" || !own && s.inner != "" {
		return
	}
	if _, beforeTable := p.NextSibling().(*east.Table); beforeTable {
		return
	}
	sentence := firstSentence(plainText(p, src))
	if own {
		s.own = sentence
	} else {
		s.inner = sentence
	}
}

// firstSentence returns the first sentence of text that is long enough and does not end in a colon, or "".
func firstSentence(text string) string {
	for text != "" {
		n := sentenceEnd(text)
		sentence := strings.TrimSpace(text[:n])
		text = strings.TrimSpace(text[n:])
		if strings.HasSuffix(sentence, ":") || strings.Count(sentence, " ")+1 < minSummaryWords {
			continue
		}
		return cutAtWord(strings.TrimSpace(strings.ReplaceAll(sentence, "./.", ".")), maxSummary)
	}
	return ""
}

// sentenceEnd returns the length of the first sentence: up to ".", "!", "?", "…" or ":" before a space and a capital letter,
// a digit or an opening mark. A number in front ("1. ", "II. ") and a short capital abbreviation ("TP. ") end none.
func sentenceEnd(text string) int {
	for i, r := range text {
		if strings.ContainsRune(".!?…:", r) {
			end := i + utf8.RuneLen(r)
			if strings.HasPrefix(text[end:], "/.") {
				end += len("/.")
			}
			if end == len(text) {
				return end
			}
			if text[end] != ' ' || end+1 == len(text) {
				continue
			}
			next, _ := utf8.DecodeRuneInString(text[end+1:])
			if !unicode.IsUpper(next) && !unicode.IsDigit(next) && !strings.ContainsRune("“\"‘'(-–", next) {
				continue
			}
			if r == '.' && (outlineNumber(text[:end]) != "" || isAbbreviation(text[:i])) {
				continue
			}
			return end
		}
	}
	return len(text)
}

// isAbbreviation reports whether text ends in a word of at most three capitals, such as "TP" or "PGS".
func isAbbreviation(text string) bool {
	word := text[strings.LastIndexAny(text, " .(")+1:]
	n := 0
	for _, r := range word {
		if !unicode.IsUpper(r) && word != "Tp" && word != "ThS" {
			return false
		}
		n++
	}
	return n > 0 && n <= 3
}

// cutAtWord shortens text to at most n code points, at a space, with "…" behind it.
func cutAtWord(text string, n int) string {
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	cut, count := 0, 0
	for i, r := range text {
		if r == ' ' {
			cut = i
		}
		if count++; count == n {
			if cut == 0 {
				cut = i
			}
			break
		}
	}
	return strings.TrimRight(text[:cut], " ,;:-") + "…"
}
