package check

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"antq/internal/diag"
	"antq/internal/viet"
)

// toneHabit says where a word bears its tone mark: hòa or hoà, ủy or uỷ. Both are right; a page has one.
type toneHabit uint8

const (
	noHabit   toneHabit = iota
	firstOne            // hòa, khỏe, thủy
	secondOne           // hoà, khoẻ, thuỷ (QĐ 1989/QĐ-BGDĐT, Điều 8)
)

// Letters that bear the tone mark in open syllables of oa, oe and uy.
const (
	tonedO = "òóỏõọÒÓỎÕỌ"
	tonedU = "ùúủũụÙÚỦŨỤ"
	tonedA = "àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ"
	tonedY = "ỳýỷỹỵỲÝỶỸỴ"
)

// habitOf returns the habit that a word shows.
func habitOf(word []byte) toneHabit {
	last, n := utf8.DecodeLastRune(word)
	if n == 1 && (last|0x20 != 'a' && last|0x20 != 'e' && last|0x20 != 'y') {
		return noHabit
	}
	rest := word[:len(word)-n]
	before, m := utf8.DecodeLastRune(rest)
	if n == 1 {
		y := last|0x20 == 'y'
		if m > 1 && (!y && strings.ContainsRune(tonedO, before) || y && strings.ContainsRune(tonedU, before)) {
			return firstOne
		}
		return noHabit
	}
	if m != 1 {
		return noHabit
	}
	switch before | 0x20 {
	case 'o':
		if strings.ContainsRune(tonedA, last) {
			return secondOne
		}
	case 'u':
		third, _ := utf8.DecodeLastRune(rest[:len(rest)-m])
		if strings.ContainsRune(tonedY, last) && third|0x20 != 'q' {
			return secondOne
		}
	}
	return noHabit
}

// mixedTones reports the first word whose tone mark stands elsewhere than in an earlier one of the same sound. Names between
// quotation marks and what others are called keep their author's form and do not count.
func (s *sheet) mixedTones(list *diag.List) {
	type use struct {
		habit toneHabit
		at    word
	}
	first := map[string]use{}
	for _, w := range s.words {
		b := s.at(w)
		if len(b) < 3 || b[len(b)-1] < utf8.RuneSelf && b[len(b)-2] < utf8.RuneSelf {
			continue
		}
		habit := habitOf(b)
		if habit == noHabit || !s.ownWords(int(w.from)) {
			continue
		}
		key := strings.ToLower(viet.FoldTone(string(b)))
		earlier, known := first[key]
		switch {
		case !known:
			first[key] = use{habit, w}
		case earlier.habit != habit:
			line := strconv.Itoa(s.pos(int(earlier.at.from)).Line)
			s.add(list, "spelling-mixed", "", int(w.from), int(w.to), string(b), string(s.at(earlier.at)), line)
			return
		}
	}
}

// eachWords are what follows hằng and hàng where they mean “each”.
var eachWords = []string{"năm", "tháng", "quý", "tuần", "ngày"}

// mixedEach reports hàng năm on a page that also has hằng năm, or the other way round, at the first of the second form. hits are
// those of the terms.
func (s *sheet) mixedEach(hits []termHit, list *diag.List) {
	var uses [2]*termHit // hàng, hằng
	for _, h := range hits {
		if strings.EqualFold(h.term.wrong[0], "hàng") && s.ownWords(int(s.words[h.first].from)) {
			uses[0] = &h
			break
		}
	}
	if uses[0] == nil || !bytes.Contains(s.text, []byte("ằng ")) {
		return
	}
	for i := range len(s.words) - 1 {
		b := s.at(s.words[i])
		if (string(b) == "hằng" || string(b) == "Hằng") && slices.Contains(eachWords, string(s.at(s.words[i+1]))) &&
			s.gap(int(s.words[i].to), int(s.words[i+1].from)) && s.ownWords(int(s.words[i].from)) {
			uses[1] = &termHit{first: i, last: i + 1}
			break
		}
	}
	if uses[1] == nil {
		return
	}
	if uses[0].first < uses[1].first {
		uses[0], uses[1] = uses[1], uses[0]
	}
	later, earlier := uses[0], uses[1]
	from, to := int(s.words[later.first].from), int(s.words[later.last].to)
	line := strconv.Itoa(s.pos(int(s.words[earlier.first].from)).Line)
	s.add(list, "spelling-mixed", "", from, to, s.phrase(later), s.phrase(earlier), line)
}

// phrase returns the words of a hit on one line.
func (s *sheet) phrase(h *termHit) string {
	var parts []string
	for _, w := range s.words[h.first : h.last+1] {
		parts = append(parts, string(s.at(w)))
	}
	return strings.Join(parts, " ")
}
