package check

import (
	"bytes"
	"slices"
	"unicode"

	"antq/internal/content"
	"antq/internal/diag"
)

// endSign stands behind the last sentence of an administrative document (NĐ 30/2020, Phụ lục III, templates).
const endSign = "./."

// endMark examines the mark ./. at the end of the body: it is there once, and nothing but a remark in brackets, Nơi nhận, the
// signature or an appendix follows. A page that only tells what an outside document says, or a few words without parts,
// needs none.
func (s *sheet) endMark(a *content.Administrative, list *diag.List) {
	var marks []int
	for at := s.body; ; {
		n := bytes.Index(s.text[at:], []byte(endSign))
		if n < 0 {
			break
		}
		marks = append(marks, at+n)
		at += n + len(endSign)
	}
	switch {
	case len(marks) == 0:
		if end := s.lastText(); end > 0 && s.doc.Agency != content.Shared && len(s.doc.Body.Outline) >= fullOutline && a.Status != "expected" {
			from := lastRune(s.text, end)
			p := diag.New("end-mark", "", s.file, s.span(from, end))
			if s.text[from] == '.' {
				p.Fix = &diag.Fix{Edits: []diag.Edit{s.edit(end, end, "/.")}}
			}
			list.Add(p)
		}
		return
	case len(marks) > 1 && s.sameText(marks[0], marks[1]):
		s.add(list, "end-mark", "twice", marks[1], marks[1]+len(endSign))
		return
	}
	if from, to, ok := s.textBehind(marks[0] + len(endSign)); ok {
		s.add(list, "end-mark", "behind", from, to)
	}
}

// fullOutline is how many numbered parts a body has at least to be taken for the text of the document itself.
const fullOutline = 3

// lastText returns the offset behind the last sentence of the body, before Nơi nhận and appendices; 0 if there is none.
func (s *sheet) lastText() int {
	end := 0
	for i := s.first; i < len(s.blocks); i++ {
		b := &s.blocks[i]
		if b.kind == rowBlock || b.quote || b.note {
			continue
		}
		if s.closes(b) {
			break
		}
		if e := s.ending(b.from, b.to); e > b.from && s.text[s.beginning(b.from, b.to)] != '(' && b.kind != headingBlock {
			end = e
		}
	}
	return end
}

// closings begin what belongs no more to the text of the document.
var closings = []string{"Nơi nhận", "Phụ lục", "PHỤ LỤC", "Biểu", "Mẫu", "Danh sách kèm", "TM.", "KT.", "TL.", "TUQ.", "Q."}

// closes reports whether a block belongs no more to the text of the document: Nơi nhận, an appendix, the post of who signs.
func (s *sheet) closes(b *block) bool {
	text := s.text[s.beginning(b.from, b.to):b.to]
	if beginsWith(text, closings) {
		return true
	}
	return b.kind == paragraphBlock && len(text) < 60 && isCapitals(string(text))
}

// isCapitals reports whether a text has letters and all of them are capitals: TRƯỞNG BAN.
func isCapitals(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 3
}

// sameText reports whether no appendix begins between two marks, which would end with one of its own.
func (s *sheet) sameText(first, second int) bool {
	for i := s.first; i < len(s.blocks); i++ {
		if b := &s.blocks[i]; b.from > first && b.to < second && s.closes(b) {
			return false
		}
	}
	return true
}

// textBehind returns the text behind the mark that should not be there.
func (s *sheet) textBehind(at int) (from, to int, ok bool) {
	for i := s.first; i < len(s.blocks); i++ {
		b := &s.blocks[i]
		if b.to <= at {
			continue
		}
		from, to := s.beginning(max(at, b.from), b.to), s.ending(max(at, b.from), b.to)
		switch {
		case to <= from:
			continue
		case s.text[from] == '(' || b.kind == rowBlock || b.quote || b.note || s.text[from] == '!' || s.text[from] == '[':
			continue
		case s.closes(b):
			return 0, 0, false
		case !hasLetter(s.text[from:to]): // a closing quotation mark or bracket
			continue
		}
		return from, to, true
	}
	return 0, 0, false
}

// hasLetter reports whether a text has a letter or figure.
func hasLetter(text []byte) bool {
	return slices.ContainsFunc(text, func(c byte) bool { return isLetterStart(c) || isDigit(c) })
}
