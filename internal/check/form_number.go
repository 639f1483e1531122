package check

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"antq/internal/content"
	"antq/internal/diag"
	"antq/internal/viet"
)

// numberForm examines number and symbol (NĐ 30/2020, Phụ lục I, II.3).
func (s *sheet) numberForm(a *content.Administrative, list *diag.List) {
	if a.Status == "expected" {
		return // its number is still to come
	}
	n, whole := printedNumber(a)
	switch {
	case s.doc.Common.Draft: // a draft may be without
	case a.Number == "" && s.refused("number"):
	case a.Number == "" && a.Symbol == "":
		severe(s.report(list, "number-missing", "", s.key("number", "type", "title")), a)
	case whole && n.Number == "":
		severe(s.report(list, "number-missing", "figures", s.key("number", "symbol"), a.Number), a)
	case !whole && a.Symbol == "":
		severe(s.report(list, "number-missing", "symbol", s.key("number"), a.Number), a)
	}
	if !whole {
		return
	}
	if t, ok := typeOf(s.doc, a); ok && otherCode(t, n) {
		s.report(list, "symbol-type-mismatch", "", s.key("symbol", "number"), n.Code(), t.Name, codeName(n.Code()))
	}
	s.numberSpelling(a, n, list)
}

// printedNumber reads number and symbol, typed together or apart.
func printedNumber(a *content.Administrative) (viet.Number, bool) {
	if a.Symbol == "" {
		return viet.ParseNumber(a.Number)
	}
	return viet.ParseNumber(a.Number + "/" + a.Symbol)
}

// otherCode reports whether a symbol begins with the code of another type than the document's: KH of a Quyết định.
func otherCode(t viet.DocType, n viet.Number) bool {
	code := n.Code()
	if code == "" {
		return false
	}
	return !slices.ContainsFunc(viet.TypeByCode(code), func(c viet.DocType) bool { return c.Key == t.Key })
}

// codeName names the types of a code: "Kế hoạch".
func codeName(code string) string {
	var names []string
	for _, t := range viet.TypeByCode(code) {
		names = append(names, t.Name)
	}
	return strings.Join(names, ", ")
}

// numberSpelling examines how the number is typed: a number below 10 has a zero, a symbol no spaces. What another organ has
// printed on its own document is copied as it is.
func (s *sheet) numberSpelling(a *content.Administrative, n viet.Number, list *diag.List) {
	if s.doc.Agency == content.Shared {
		return
	}
	short := len(n.Number) == 1 && isDigit(n.Number[0]) && !isLaw(s.doc, a)
	for _, typed := range []struct{ key, text string }{{"number", a.Number}, {"symbol", a.Symbol}} {
		mended, reason := withoutSpaces(typed.text), "space"
		if mended == typed.text {
			reason = "zero"
		}
		if short && typed.key == "number" {
			mended = "0" + mended
		}
		if mended == typed.text {
			continue
		}
		at := s.key(typed.key)
		p := s.report(list, "number-form", reason, at, typed.text, mended)
		if i := s.valueStart(at, typed.text); i >= 0 {
			p.Fix = &diag.Fix{Edits: []diag.Edit{{Start: i, End: i + len(typed.text), Text: mended}}}
		}
	}
}

// isLaw reports whether a document is one of the law, whose numbers have their own rules.
func isLaw(doc *content.Document, a *content.Administrative) bool {
	t, ok := typeOf(doc, a)
	return ok && t.Origin == "law"
}

// valueStart returns the offset in the file at which a value begins, -1 if it does not stand there as it was read.
func (s *sheet) valueStart(at diag.Span, value string) int {
	from, to := at.Start.Offset, at.End.Offset
	if from < 0 || to > len(s.src) || from >= to {
		return -1
	}
	if n := bytes.Index(s.src[from:to], []byte(value)); n >= 0 {
		return from + n
	}
	return -1
}

// withoutSpaces takes the spaces out of a number and symbol, and makes dashes hyphens.
func withoutSpaces(s string) string {
	s = strings.NewReplacer("–", "-", "—", "-").Replace(s)
	if !strings.Contains(s, " ") {
		return s
	}
	fields := strings.Fields(s)
	if strings.HasPrefix(strings.ToLower(fields[0]), "số") {
		return s // a word that content has named already
	}
	return strings.Join(fields, "")
}

// citedNumbers examines the citations of the text: a symbol that belongs to another type, spaces in it. What stands between
// quotation marks is another's text.
func (s *sheet) citedNumbers(list *diag.List) {
	for i := range s.doc.Body.Refs {
		ref := &s.doc.Body.Refs[i]
		c := ref.Cited
		if ref.Kind != content.RefCitation || c == nil || c.Number == "" || c.Symbol == "" || ref.At.End.Offset > len(s.src) {
			continue
		}
		number := c.Number + "/" + c.Symbol
		n, whole := viet.ParseNumber(number)
		t, known := viet.TypeByName(c.Type)
		if whole && known && otherCode(t, n) {
			s.report(list, "symbol-type-mismatch", "cited", ref.At, n.Code(), c.Type, codeName(n.Code()))
		}
		s.citedSpelling(ref, list)
	}
}

// citedSpelling reports spaces and long dashes in the number of a citation.
func (s *sheet) citedSpelling(ref *content.Ref, list *diag.List) {
	raw := s.src[ref.At.Start.Offset:ref.At.End.Offset]
	from, to, ok := looseNumber(raw, ref.Cited.Number, ref.Cited.Symbol)
	if !ok {
		return
	}
	typed := string(raw[from:to])
	mended := withoutSpaces(typed)
	if mended == typed || strings.ContainsAny(typed, "\n*_") {
		return
	}
	at := ref.At
	at.Start.Column += utf8.RuneCount(raw[:from])
	at.Start.Offset += from
	at.End = at.Start
	at.End.Column += utf8.RuneCountInString(typed)
	at.End.Offset += len(typed)
	if bytes.IndexByte(raw[:from], '\n') >= 0 {
		at = ref.At
	}
	p := s.report(list, "number-form", "space", at, typed, mended)
	p.Fix = &diag.Fix{Edits: []diag.Edit{{Start: ref.At.Start.Offset + from, End: ref.At.Start.Offset + to, Text: mended}}}
}

// looseNumber finds number and symbol in a citation although spaces stand in them.
func looseNumber(raw []byte, number, symbol string) (from, to int, ok bool) {
	from = bytes.Index(raw, []byte(number))
	if from < 0 {
		return 0, 0, false
	}
	at := from + len(number)
	skip := func() {
		for at < len(raw) && raw[at] == ' ' {
			at++
		}
	}
	skip()
	if at >= len(raw) || raw[at] != '/' {
		return 0, 0, false
	}
	at++
	skip()
	for i := 0; i < len(symbol); {
		switch {
		case at >= len(raw):
			return 0, 0, false
		case raw[at] == symbol[i]:
			at++
			i++
		case raw[at] == ' ':
			at++
		case symbol[i] == '-' && bytes.HasPrefix(raw[at:], []byte("–")):
			at += len("–")
			i++
		default:
			return 0, 0, false
		}
	}
	return from, at, true
}
