package check

import (
	"bytes"
	"strconv"
	"strings"

	"antq/internal/content"
	"antq/internal/diag"
)

// numbering reports numbers that do not go on as they should (NĐ 30/2020, Phụ lục I, II.6).
func (s *sheet) numbering(list *diag.List) {
	o := s.doc.Body.Outline
	for _, gap := range s.doc.Body.Gaps {
		n := &o[gap.Node]
		reason, args := "", []string{n.Number, gap.Want}
		if gap.Repeated {
			reason = "again"
		}
		if gap.Before >= 0 {
			before := &o[gap.Before]
			args = append(args, before.Number, strconv.Itoa(int(before.Line)))
		} else {
			reason = "first"
		}
		s.report(list, "numbering-gap", reason, s.numberSpan(int(n.Line), n.Number), args...)
	}
}

// numberSpan returns the place of an outline number on its line of the file.
func (s *sheet) numberSpan(line int, number string) diag.Span {
	if line < 1 || line > s.lines() {
		return diag.Span{Start: diag.Pos{Line: line}}
	}
	from, to := s.bounds(line - 1)
	if n := bytes.Index(s.text[from:to], []byte(number)); n >= 0 {
		return s.span(from+n, from+n+len(number))
	}
	from = s.beginning(from, to)
	return s.span(from, to)
}

// headings examines the levels of headings: none is left out, numbers that count together have one level, and no heading ends
// with a colon (WCAG 2.2, 1.3.1; heading levels are what a screen reader walks by).
func (s *sheet) headings(list *diag.List) {
	heads := s.doc.Body.Headings
	if len(heads) == 0 {
		return
	}
	at := s.headingBlocks()
	want, siblings := rightLevels(s.doc.Body)
	moved := 0 // headings before this one move together with one that was reported
	for i := range heads {
		h := &heads[i]
		b, ok := at[h.Line]
		if !ok {
			continue
		}
		s.colon(b, list)
		if i < moved || want[i] == h.Level || h.Level < 2 {
			continue
		}
		reason := "jump"
		if siblings[i] {
			reason = "siblings"
		}
		p := diag.New("heading-level", reason, s.file, s.span(b.from, s.ending(b.from, b.to)), strconv.Itoa(h.Level), strconv.Itoa(want[i]),
			strings.Repeat("#", want[i]))
		p.Fix = &diag.Fix{}
		for moved = i; moved < len(heads) && heads[moved].Level >= h.Level && want[moved]-heads[moved].Level == want[i]-h.Level; moved++ {
			if b, ok := at[heads[moved].Line]; ok {
				p.Fix.Edits = append(p.Fix.Edits, s.levelEdit(b, want[moved]))
			}
		}
		list.Add(p)
	}
}

// headingBlocks returns the headings of the sheet by their line in the file.
func (s *sheet) headingBlocks() map[int]*block {
	at := map[int]*block{}
	for i := s.first; i < len(s.blocks); i++ {
		if b := &s.blocks[i]; b.kind == headingBlock && !b.quote {
			at[s.lineOf(b.from)+1] = b
		}
	}
	return at
}

// levelEdit returns the edit that gives a heading another level.
func (s *sheet) levelEdit(b *block, level int) diag.Edit {
	from, _ := s.bounds(s.lineOf(b.from))
	for from < b.from && s.whole[from] != '#' {
		from++
	}
	to := from
	for to < b.from && s.whole[to] == '#' {
		to++
	}
	return s.edit(from, to, strings.Repeat("#", level))
}

// rightLevels returns the level that each heading should have, and which are wrong since numbers beside them have another
// level: a heading stands one level below the one that holds it, the first at level 2.
func rightLevels(body content.Body) (want []int, siblings []bool) {
	heads := body.Headings
	want, siblings = make([]int, len(heads)), make([]bool, len(heads))
	typed := make([]int, len(heads))
	node := outlineOf(body)
	first := map[[2]int]int{} // parent and kind to the level of the first numbered heading there
	for i, h := range heads {
		typed[i] = h.Level
		if k := node[i]; k >= 0 {
			n := &body.Outline[k]
			group := [2]int{int(n.Parent), int(n.Kind)}
			level, known := first[group]
			switch {
			case !known:
				first[group] = h.Level
			case level != h.Level:
				typed[i], siblings[i] = level, true
			}
		}
	}
	var open []int // typed levels of the headings that hold the place
	for i := range heads {
		for len(open) > 0 && open[len(open)-1] >= typed[i] {
			open = open[:len(open)-1]
		}
		want[i] = min(2+len(open), 6)
		open = append(open, typed[i])
	}
	return want, siblings
}

// outlineOf returns the node of the outline of each heading, -1 without one.
func outlineOf(body content.Body) []int {
	byLine := map[int]int{}
	for k := range body.Outline {
		if n := &body.Outline[k]; n.Heading {
			byLine[int(n.Line)] = k
		}
	}
	node := make([]int, len(body.Headings))
	for i, h := range body.Headings {
		node[i] = -1
		if k, ok := byLine[h.Line]; ok {
			node[i] = k
		}
	}
	return node
}

// colonHeadings end with a colon by the form.
var colonHeadings = []string{"Nơi nhận", "Kính gửi"}

// colon reports a heading that ends with a colon.
func (s *sheet) colon(b *block, list *diag.List) {
	end := s.ending(b.from, b.to)
	if end <= b.from || s.text[end-1] != ':' {
		return
	}
	text := s.visible(b)
	for _, start := range colonHeadings {
		if strings.HasPrefix(text, start) {
			return
		}
	}
	p := diag.New("heading-level", "colon", s.file, s.span(end-1, end))
	p.Fix = &diag.Fix{Edits: []diag.Edit{s.edit(end-1, end, "")}}
	list.Add(p)
}
