package check

import (
	"bytes"
	"strings"

	"antq/internal/content"
	"antq/internal/diag"
)

// recipientsForm examines Nơi nhận (NĐ 30/2020, Phụ lục I, II.9b): in front matter recipients go with filed, in the body each
// line ends with a semicolon and the last, which begins with Lưu, with a full stop.
func (s *sheet) recipientsForm(a *content.Administrative, list *diag.List) {
	if len(a.Recipients) > 0 && len(a.Filed) == 0 {
		s.report(list, "recipients-form", "filed", s.key("recipients"))
	}
	start := s.recipientsBlock()
	if start < 0 {
		return
	}
	items := s.recipientItems(start + 1)
	for k, item := range items {
		text := s.text[item.from:item.to]
		last := k == len(items)-1
		end := text[len(text)-1]
		switch {
		case !last && end != ';':
			s.add(list, "recipients-form", "", lastRune(s.text, item.to), item.to)
		case last && !bytes.HasPrefix(text, []byte("Lưu")):
			s.add(list, "recipients-form", "last", item.from, item.to)
		case last && end != '.':
			s.add(list, "recipients-form", "stop", lastRune(s.text, item.to), item.to)
		}
	}
}

// recipientsBlock returns the index of the block "Nơi nhận:", or -1.
func (s *sheet) recipientsBlock() int {
	for i := len(s.blocks) - 1; i >= s.first; i-- {
		b := &s.blocks[i]
		if b.to-b.from > 60 {
			continue
		}
		if text := s.visible(b); strings.HasPrefix(text, "Nơi nhận") {
			return i
		}
	}
	return -1
}

// recipientItems returns the text of the lines behind Nơi nhận. A line without a bullet goes on with the one before it, as
// long as that ends like no recipient.
func (s *sheet) recipientItems(i int) []stretch {
	var items []stretch
	for ; i < len(s.blocks); i++ {
		b := &s.blocks[i]
		from, end := s.beginning(b.from, b.to), s.ending(b.from, b.to)
		if end <= from || b.kind == headingBlock || b.kind == rowBlock {
			break
		}
		if b.bullet {
			items = append(items, stretch{from, end})
			continue
		}
		if len(items) == 0 {
			break
		}
		last := &items[len(items)-1]
		if c := s.text[last.to-1]; c == '.' || bytes.HasPrefix(s.text[last.from:last.to], []byte("Lưu")) {
			break
		}
		last.to = end
	}
	return items
}
