package check

import (
	"bytes"
	"strings"

	"antq/internal/content"
)

// sheet is one source file as the rules of form, wording and accessibility read it: which stretches are blocks of text, which
// are values of front matter, where quotation marks enclose a name, and where each word stands.
//
// Its text is that of the prose at the same offsets. Marks of structure (bullets, # signs, keys, addresses) are [opaque]
// bytes, which no phrase crosses; marks of emphasis are [clear] ones, which every phrase may.
type sheet struct {
	*prose
	doc    *content.Document
	text   []byte
	blocks []block
	words  []word
	quotes []stretch // what stands between quotation marks, in order, without the marks
	// unpaired are the quotation marks that are straight or have no partner.
	unpaired []quoteFault
	quiet    bool // the page is in another language than Vietnamese: rules of Vietnamese wording are silent
	first    int  // index of the first block of the body
}

// What takes the place of marks in the text of a sheet.
const (
	opaque = 0
	clear  = 1
)

// word is a run of letters of a sheet's text.
type word struct{ from, to int32 }

// blockKind says what a block is.
type blockKind uint8

const (
	paragraphBlock blockKind = iota + 1
	itemBlock                // of a list, or a paragraph that begins with an outline number
	headingBlock
	rowBlock // of a table
	valueBlock
)

// block is a stretch of text that belongs together: the paragraph, the item, the heading, or one value of front matter.
type block struct {
	kind     blockKind
	from, to int    // without the marks before and behind
	level    int    // of a heading
	bullet   bool   // an item with a bullet
	quote    bool   // inside a block quotation
	note     bool   // a footnote
	top, key string // of a value: the key at the top of the front matter, and its own
}

// newSheet reads the blocks of a source.
func newSheet(doc *content.Document, p *prose) *sheet {
	s := &sheet{prose: p, doc: doc, text: bytes.Clone(p.text)}
	s.quiet = doc.Common.Lang != "" && !strings.HasPrefix(doc.Common.Lang, "vi")
	s.blocks = make([]block, 0, s.lines())
	s.maskInline()
	f := frontReader{sheet: s}
	f.run()
	s.first = len(s.blocks)
	b := blockReader{sheet: s}
	b.run()
	s.findWords()
	s.findQuotes()
	return s
}

// hide puts a mark in the place of bytes, but keeps line ends.
func (s *sheet) hide(from, to int, mark byte) {
	for i := from; i < to; i++ {
		if s.text[i] != '\n' && s.text[i] != '\r' {
			s.text[i] = mark
		}
	}
}

// maskInline hides shortcodes, what stands in round brackets behind a link text, HTML tags, and marks of emphasis in the body.
func (s *sheet) maskInline() {
	for i := s.body; i < len(s.text); {
		switch c := s.text[i]; {
		case c == '{' && bytes.HasPrefix(s.text[i:], []byte("{{<")):
			i = s.hideUpTo(i, ">}}")
		case c == ']' && i+1 < len(s.text) && s.text[i+1] == '(':
			i = s.hideTarget(i + 1)
		case c == '<' && i+1 < len(s.text) && (isASCIILetter(s.text[i+1]) || s.text[i+1] == '/' || s.text[i+1] == '!'):
			i = s.hideUpTo(i, ">")
		case c == '[' && bytes.HasPrefix(s.text[i:], []byte("[^")):
			i = s.hideUpTo(i, "]")
		case c == '\\':
			s.hide(i, i+1, clear)
			i += 2
		case c == '~' && i+1 < len(s.text) && s.text[i+1] == '~':
			s.hide(i, i+2, clear)
			i += 2
		default:
			i++
		}
	}
}

// maxMark is how many bytes a tag, a shortcode or the target of a link may have to be taken for one.
const maxMark = 1000

// restOfLine returns what follows an offset on its line, as far as a mark may reach.
func (s *sheet) restOfLine(from int) []byte {
	line := s.text[from:min(len(s.text), from+maxMark)]
	if n := bytes.IndexByte(line, '\n'); n >= 0 {
		line = line[:n]
	}
	return line
}

// hideUpTo hides what stands from an offset through the end mark if that stands on the same line, and returns where to go on.
func (s *sheet) hideUpTo(from int, end string) int {
	line := s.restOfLine(from)
	n := bytes.Index(line, []byte(end))
	if n < 0 {
		return from + 1
	}
	to := from + n + len(end)
	s.hide(from, to, opaque)
	return to
}

// hideTarget hides the brackets behind a link text with address and title: (x.png "Chú thích (minh họa)").
func (s *sheet) hideTarget(from int) int {
	line := s.restOfLine(from)
	end := bytes.IndexByte(line, ')')
	if quote := bytes.IndexByte(line, '"'); quote >= 0 && quote < end {
		if n := bytes.Index(line[quote:], []byte(`")`)); n >= 0 {
			end = quote + n + 1
		}
	}
	if end < 0 {
		return from + 1
	}
	s.hide(from, from+end+1, opaque)
	return from + end + 1
}

// isLetterStart reports whether a byte begins a letter of a word: ASCII letters, and letters beyond ASCII but for the blocks of
// punctuation and signs.
func isLetterStart(c byte) bool {
	return isASCIILetter(c) || c >= 0xC3 && c != 0xE2 && c != 0xE3 && c < 0xEF
}

// findWords cuts the text into words.
func (s *sheet) findWords() {
	s.words = make([]word, 0, len(s.text)/5+1)
	for i := 0; i < len(s.text); {
		if !isLetterStart(s.text[i]) {
			i++
			continue
		}
		from := i
		for i < len(s.text) && (isLetterStart(s.text[i]) || s.text[i]&0xC0 == 0x80 && i > from && s.text[i-1] >= 0x80) {
			i++
		}
		s.words = append(s.words, word{int32(from), int32(i)})
	}
}

// at returns the letters of a word.
func (s *sheet) at(w word) []byte { return s.text[w.from:w.to] }

// gap reports whether nothing but white space and marks of emphasis stands between two places.
func (s *sheet) gap(from, to int) bool {
	for _, c := range s.text[from:to] {
		switch c {
		case ' ', '\t', '\n', '\r', clear:
		default:
			return false
		}
	}
	return true
}

// wordAt returns the index of the first word that begins at an offset or behind it.
func (s *sheet) wordAt(off int) int {
	low, high := 0, len(s.words)
	for low < high {
		mid := (low + high) / 2
		if int(s.words[mid].from) < off {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// blockAt returns the block that holds an offset, or nil.
func (s *sheet) blockAt(off int) *block {
	low, high := 0, len(s.blocks)
	for low < high {
		mid := (low + high) / 2
		if s.blocks[mid].to <= off {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < len(s.blocks) && s.blocks[low].from <= off {
		return &s.blocks[low]
	}
	return nil
}

// quoted reports whether a place stands between quotation marks.
func (s *sheet) quoted(off int) bool {
	low, high := 0, len(s.quotes)
	for low < high {
		mid := (low + high) / 2
		if s.quotes[mid].to <= off {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low < len(s.quotes) && s.quotes[low].from <= off
}

// visible returns the text of a block as its readers see it, on one line.
func (s *sheet) visible(b *block) string {
	var out strings.Builder
	out.Grow(b.to - b.from)
	for _, c := range s.text[b.from:b.to] {
		switch c {
		case opaque, clear:
		case '\n', '\r', '\t':
			out.WriteByte(' ')
		default:
			out.WriteByte(c)
		}
	}
	return strings.TrimSpace(out.String())
}

// ending returns the offset behind the last visible byte of a stretch, or its start.
func (s *sheet) ending(from, to int) int {
	for to > from {
		switch s.text[to-1] {
		case ' ', '\t', '\n', '\r', opaque, clear:
			to--
		default:
			return to
		}
	}
	return from
}

// beginning returns the offset of the first visible byte of a stretch, or its end.
func (s *sheet) beginning(from, to int) int {
	for from < to {
		switch s.text[from] {
		case ' ', '\t', '\n', '\r', opaque, clear:
			from++
		default:
			return from
		}
	}
	return to
}
