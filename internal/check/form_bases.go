package check

import (
	"strings"

	"antq/internal/diag"
	"antq/internal/viet"
)

// basisVerbs are the words with which a legal basis begins (NĐ 30/2020, Phụ lục I, II.6a).
var basisVerbs = []string{"Căn cứ ", "Thực hiện ", "Theo đề nghị của ", "Xét đề nghị của "}

// isBasis reports whether a block is a legal basis: one of front matter, or a paragraph that begins like one.
func (s *sheet) isBasis(b *block) bool {
	if b.kind == valueBlock {
		return b.top == "bases"
	}
	if b.kind != paragraphBlock && b.kind != itemBlock {
		return false
	}
	from := s.beginning(b.from, b.to)
	text := string(s.text[from:min(b.to, from+40)])
	for _, verb := range basisVerbs {
		if strings.HasPrefix(text, verb) {
			return verb == "Căn cứ " || len(viet.FindReferences(s.visible(b))) > 0
		}
	}
	return false
}

// basesForm examines the legal bases that stand in the body before its first part: each ends with a semicolon, the last with a
// full stop (NĐ 30/2020, Phụ lục I, II.6a). A sentence that only begins with a basis ("Căn cứ …, Sở ban hành …:") is none.
func (s *sheet) basesForm(list *diag.List) {
	type line struct{ from, end int }
	var bases []line
	for i := s.first; i < len(s.blocks); {
		b := &s.blocks[i]
		if b.kind == headingBlock || b.kind == rowBlock || b.kind == itemBlock && !b.bullet {
			break
		}
		next := i + 1
		for next < len(s.blocks) && s.goesOn(next) && !s.isBasis(&s.blocks[next]) {
			next++
		}
		end := s.ending(b.from, s.blocks[next-1].to)
		switch {
		case s.isBasis(b) && end > b.from && s.text[end-1] != ':':
			bases = append(bases, line{s.beginning(b.from, b.to), end})
		case len(bases) > 0:
			next = len(s.blocks)
		}
		i = next
	}
	if len(bases) < 2 {
		return
	}
	for k, base := range bases {
		want, reason := ";", ""
		if k == len(bases)-1 {
			want, reason = ".", "last"
		}
		last := s.text[base.end-1]
		if string(last) == want {
			continue
		}
		from := base.end - 1
		fix := s.edit(from, base.end, want)
		if last != ';' && last != '.' && last != ',' {
			from = lastRune(s.text, base.end)
			fix = s.edit(base.end, base.end, want)
		}
		p := diag.New("bases-form", reason, s.file, s.span(from, base.end))
		p.Fix = &diag.Fix{Edits: []diag.Edit{fix}}
		list.Add(p)
	}
}

// lastRune returns the offset of the letter that ends at an offset.
func lastRune(text []byte, end int) int {
	for end--; end > 0 && text[end]&0xC0 == 0x80; {
		end--
	}
	return end
}
