package content

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	md "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// numberTriggers are the first bytes of the lines at which numberedParser looks: figures, capitals (Đ among them), emphasis.
const numberTriggers = "0123456789ABCDEGHIKLMNOPQRSTUVXY\xc4*_"

// numberedParser begins a paragraph at a line that goes on counting right under another one: 3.1 under 2, Điều 2 under the text
// of Điều 1. Administrative text is typed without blank lines, and every number has a block of its own. Numbers of one part
// are items of lists, which listParser opens by the same rule.
type numberedParser struct{ paragraphParser }

// Trigger returns the first bytes of such lines.
func (numberedParser) Trigger() []byte { return []byte(numberTriggers) }

// CanInterruptParagraph leaves the decision to Open.
func (numberedParser) CanInterruptParagraph() bool { return true }

// Open begins a paragraph in the middle of another one, and nowhere else.
func (p numberedParser) Open(parent ast.Node, reader md.Reader, pc parser.Context) (ast.Node, parser.State) {
	above, ok := pc.LastOpenedBlock().Node.(*ast.Paragraph)
	if !ok {
		return nil, parser.NoChildren
	}
	line, _ := reader.PeekLine()
	l, rest, ok := leadingLabel(line)
	if !ok || strings.IndexByte(rest, '|') >= 0 || !readingOf(pc).counted.splits(&l, rest, lastLine(above, reader.Source())) {
		return nil, parser.NoChildren
	}
	return p.paragraphParser.Open(parent, reader, pc)
}

// leadingLabel reads the outline number with which a line of source begins, and the text behind it.
func leadingLabel(line []byte) (l label, rest string, ok bool) {
	if !mayBeginOutline(line) {
		return l, "", false
	}
	text := strings.Trim(strings.ReplaceAll(string(line[:min(len(line), maxLead)]), "*", ""), "_ \t\r\n")
	if i := strings.IndexByte(text, '\\'); i >= 0 && i < len("Phần thứ mười") { // 1\. as converters write it
		text = text[:i] + text[i+1:]
	}
	if l, ok = readLabel(text); !ok {
		return l, "", false
	}
	return l, text[l.end:], true
}

// counting is how far a body has been counted, while its blocks are still being found.
type counting struct {
	last [OutlineParenthesis + 1]label // by kind; count is 0 where none came yet
	over label                         // the last number of a kind that holds those of one part and more: II, Điều 4
}

// note takes down a number at the start of a block.
func (c *counting) note(l *label, rest string) {
	if l.kind == OutlineNumber && l.count > 1 && l.mark == "" && !startsUpper(rest) {
		return // 3.5 triệu đồng
	}
	if rank := outlineRank[l.kind]; rank > 0 && rank < outlineRank[OutlineNumber] {
		for kind := range c.last {
			if outlineRank[kind] > rank && OutlineKind(kind) != OutlineArticle && OutlineKind(kind) != OutlineChapter {
				c.last[kind] = label{}
			}
		}
		c.over = *l
	}
	c.last[l.kind] = *l
}

// noteLine takes down the number at the start of a line of source, if one is there.
func (c *counting) noteLine(line []byte) {
	if l, rest, ok := leadingLabel(line); ok {
		c.note(&l, rest)
	}
}

// noteItem takes down the number of an item.
func (r *reading) noteItem(m *marker, list ast.Node) {
	if m.kind == '.' && inText(list.Parent()) {
		l := label{kind: OutlineNumber, count: 1, mark: "."}
		l.parts[0] = m.number
		r.counted.note(&l, "")
	}
}

// inText reports whether what stands in a container is part of the outline; quotes, terms and footnotes count for themselves.
func inText(container ast.Node) bool {
	switch container.(type) {
	case *ast.Document, *itemNode:
		return true
	}
	return false
}

// splits reports whether a line that begins with the label is a block of its own although text stands right above it: the
// number goes on from those before, what follows it looks like the start of a text, and above is not broken off in the middle
// of a reference or an amount ("quy định tại khoản 2⏎Điều 5", "trong tháng⏎3.").
func (c *counting) splits(l *label, rest string, above []byte) bool {
	return c.continues(l) && l.beginsText(rest) && !brokenOff(above, l)
}

// beginsText reports whether text can stand behind the label at the start of a block.
func (l *label) beginsText(rest string) bool {
	rest = strings.TrimLeft(rest, "“\"")
	switch l.kind {
	case OutlinePart, OutlineAppendix, OutlineChapter, OutlineSection, OutlineSubsection:
		return rest == "" || l.mark != "" && startsUpper(rest) || inCapitals(rest)
	case OutlineLetter:
		return inCapitals(rest)
	case OutlineRoman:
		return inCapitals(rest) || l.value() > 1 && startsWord(rest)
	case OutlineArticle, OutlineStep:
		return l.mark != "" && (rest == "" || startsUpper(rest))
	case OutlineNumber:
		if l.mark == "" { // 3.2 USD is an amount
			first, after, _ := strings.Cut(rest, " ")
			return startsWord(rest) || inCapitals(first) && inCapitals(after)
		}
		return l.mark != ":" && startsUpper(rest)
	}
	return false
}

// startsUpper reports whether text begins with a capital.
func startsUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// startsWord reports whether text begins with a capital and a small letter.
func startsWord(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	next, _ := utf8.DecodeRuneInString(text[n:])
	return unicode.IsUpper(r) && unicode.IsLower(next)
}

// continues reports whether a number goes on from those before it: as the next one of its kind, or as the first of a new place.
func (c *counting) continues(l *label) bool {
	if l.kind == OutlineNumber {
		return c.continuesNumber(l)
	}
	last, value := &c.last[l.kind], l.value()
	switch {
	case last.count == 0:
		return value == 1
	case value == last.value():
		return last.suffix < l.suffix
	case value == 1:
		return l.kind == OutlineStep
	}
	return value == last.value()+1
}

// continuesNumber does so for 2, 2.1 and 2.1.1: a sibling, the first below, the next one of a number above, and 3.1 behind 2 or
// 2.3, where the 3 itself is missing.
func (c *counting) continuesNumber(l *label) bool {
	last, n := &c.last[OutlineNumber], l.count-1
	value := l.parts[n]
	switch {
	case last.count == 0:
		return value == 1 && (n == 0 || n == 1 && (l.parts[0] == 1 || l.parts[0] == c.over.value()))
	case !l.sameUpTo(last, min(n, last.count)-1) && n > 0:
		return false
	case l.count > last.count+1:
		return false
	case n > 0 && !l.sameUpTo(last, n):
		return l.parts[n-1] == last.parts[n-1]+1 && value == 1
	}
	before := 0
	if n < last.count {
		before = last.parts[n]
	}
	return value == before+1 || n > 0 && l.mark != "" && value > before && value <= before+maxLeap
}

// sameUpTo reports whether the first n parts of two numbers are the same.
func (l *label) sameUpTo(other *label, n int) bool {
	return n <= 0 || slices.Equal(l.parts[:n], other.parts[:n])
}

// pointingWords end a line that goes on with the number of a part of a text, brokenWords one that goes on with an amount or a
// date.
const (
	pointingWords = " mục điểm khoản điều tiết chương phần phụ lục số bảng biểu hình tại theo của và hoặc từ đến bước "
	brokenWords   = " là đạt khoảng trên dưới hơn gần tăng giảm tháng ngày quý tuần với về bằng ở cho tới lên xuống còn thứ cấp lớp tổ " +
		"khoá khóa gồm các những trong lệ mức "
)

// brokenOff reports whether a line ends in the middle of a sentence that goes on with the number of a label.
func brokenOff(line []byte, l *label) bool {
	words := strings.Fields(string(line[max(0, len(line)-60):]))
	if len(words) == 0 || allCapitals(string(line)) { // a title is whole
		return false
	}
	last := words[len(words)-1]
	if strings.HasSuffix(last, ",") {
		return l.count < 2 || l.mark == ""
	}
	if word := strings.ToLower(last); isOneOf(pointingWords, word) || l.count < 2 && isOneOf(brokenWords, word) {
		return true
	}
	if len(words) == 1 || l.kind == OutlineNumber || utf8.RuneCountInString(last) > len("VIII") {
		return false
	}
	return isOneOf(" mục điểm khoản điều tiết chương ", strings.ToLower(words[len(words)-2]))
}

// mayFollow reports whether an item may begin right under a line of text: as the first of its list, or since it counts on.
func (l markerLine) mayFollow(above ast.Node, pc parser.Context, src []byte) bool {
	rest := l.rest()
	if l.mayInterrupt(rest) {
		return true
	}
	if l.kind != '.' || util.IsBlank(rest) {
		return false
	}
	number := label{kind: OutlineNumber, count: 1, mark: "."}
	number.parts[0] = l.number
	return readingOf(pc).counted.splits(&number, strings.TrimLeft(string(rest[:min(len(rest), 16)]), " \t*_"), lastLine(above, src))
}

// wrappedNumber reports whether a number with a full stop goes on with the line above it instead of opening an item ("trong
// tháng⏎12."). What counts on and what begins with 1 is no such number.
func (m marker) wrappedNumber(above ast.Node, src []byte) bool {
	number := label{kind: OutlineNumber, count: 1}
	return m.kind == '.' && m.number > 1 && brokenOff(lastLine(above, src), &number)
}

// openWords end a line that cannot end an item, whatever number the next line begins with; openerWords do so before the first
// number of a list: "có⏎1) một đơn vị và⏎a) một cá nhân".
const (
	openWords   = " khoản điểm điều mục tiết chương số ngày tháng theo tại của "
	openerWords = " và hoặc có trong với cho "
)

// goesOn reports whether a line that begins with the marker goes on with the sentence of the line above it, although the number
// would fit: "theo khoản⏎3. Điều 5".
func (m marker) goesOn(above ast.Node, src []byte) bool {
	if m.kind != '.' && m.kind != ')' && m.kind != 'a' {
		return false
	}
	line := bytes.TrimRight(lastLine(above, src), " \t\r\n")
	words := bytes.Fields(line[max(0, len(line)-24):])
	if len(words) == 0 {
		return false
	}
	word := strings.ToLower(string(words[len(words)-1]))
	if isOneOf(openWords, word) {
		return !allCapitals(string(line))
	}
	return isOneOf(openerWords, word) && (m.number == 1 || m.letter == "a") && (len(words) < 2 || !bytes.HasSuffix(words[len(words)-2], []byte(";")))
}

// wrappedName reports whether "- Lạng Sơn …" goes on with a name that the line before began, as the text writes it elsewhere in
// one line: Đồng Đăng - Lạng Sơn.
func (l markerLine) wrappedName(above ast.Node, r *reading, src []byte) bool {
	if l.kind != '-' || l.odd == "•" {
		return false
	}
	before, after := bytes.TrimRight(lastLine(above, src), " \t\r\n"), bytes.TrimLeft(l.rest(), " \t")
	first, last := firstNameWord(after), lastNameWord(before)
	return first != "" && last != "" && r.joinedNames()[last+" - "+first]
}

// joinedNames are the words on both sides of a hyphen between names, wherever the source has one within a line.
func (r *reading) joinedNames() map[string]bool {
	if r.joined != nil {
		return r.joined
	}
	r.joined = map[string]bool{}
	for src := r.src; ; {
		i := bytes.Index(src, []byte(" - "))
		if i < 0 {
			return r.joined
		}
		if last, first := lastNameWord(src[:i]), firstNameWord(src[i+len(" - "):]); last != "" && first != "" {
			r.joined[last+" - "+first] = true
		}
		src = src[i+len(" -"):]
	}
}

// maxWord is how long a word of a name may be, in bytes.
const maxWord = 24

// lastNameWord returns the word at the end of text if it begins with a capital, else "".
func lastNameWord(text []byte) string {
	tail := text[max(0, len(text)-maxWord):]
	if i := bytes.LastIndexAny(tail, " \t\n"); i >= 0 {
		tail = tail[i+1:]
	} else if len(tail) < len(text) {
		return ""
	}
	return nameWord(tail)
}

// firstNameWord returns the word at the start of text if it begins with a capital, else "".
func firstNameWord(text []byte) string {
	head := text[:min(len(text), maxWord)]
	if i := bytes.IndexFunc(head, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		head = head[:i]
	}
	return nameWord(head)
}

// nameWord returns a word if it begins with a capital and holds nothing but letters.
func nameWord(word []byte) string {
	if r, _ := utf8.DecodeRune(word); !unicode.IsUpper(r) || bytes.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return ""
	}
	return string(word)
}
