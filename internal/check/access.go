package check

import (
	"bytes"
	_ "embed"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"antq/internal/diag"
)

//go:embed data/access_link_texts.tsv
var linkTextData string

//go:embed data/access_alt_texts.tsv
var altTextData string

// accessLists are the words that say nothing.
type accessLists struct{ links, alts map[string]bool }

func newAccessLists() accessLists {
	return accessLists{links: wordSet(linkTextData), alts: wordSet(altTextData)}
}

func wordSet(data string) map[string]bool {
	set := map[string]bool{}
	for _, row := range rowsOf(data, 1) {
		set[row[0]] = true
	}
	return set
}

// access examines what makes a page usable for everybody as far as its source decides it (WCAG 2.2 level AA, Thông tư
// 26/2020/TT-BTTTT): texts of links, descriptions of pictures, heads of tables, the language. That a picture has no description
// at all is found where the file is read.
func (r *Rules) access(s *sheet, list *diag.List) {
	r.brackets(s, list)
	r.leadPicture(s, list)
	s.tables(list)
	s.language(list)
}

// brackets examines the texts of links and the descriptions of pictures: what stands between [ and ](.
func (r *Rules) brackets(s *sheet, list *diag.List) {
	text := s.prose.text
	for at := s.body; ; {
		n := bytes.Index(text[at:], []byte("]("))
		if n < 0 {
			return
		}
		at += n + 2
		to := at - 2
		from := openBracket(text, to)
		if from < s.body {
			continue
		}
		words := strings.TrimSpace(string(s.whole[from+1 : to]))
		bare := strings.ToLower(strings.Trim(words, " .,:;!?…»>→*_()“”\""))
		switch {
		case from > 0 && text[from-1] == '!':
			if words != "" && r.emptyAlt(bare) {
				s.add(list, "alt-text", "", from+1, to, words)
			}
		case bytes.Contains(text[from:to], []byte("![")): // a picture is the link's text
		case isAddress(s.srcText(from+1, to)):
			s.add(list, "link-text", "address", from+1, to)
		case words == "":
			s.add(list, "link-text", "empty", from, to+1)
		case r.accessible.links[bare]:
			s.add(list, "link-text", "", from+1, to, words)
		}
	}
}

// openBracket returns the offset of the bracket that is closed at an offset on the same line or the few before it, or -1.
func openBracket(text []byte, to int) int {
	depth := 0
	for i := to - 1; i >= 0 && to-i < maxMark/2; i-- {
		switch text[i] {
		case ']':
			depth++
		case '[':
			if depth == 0 {
				return i
			}
			depth--
		case '\n':
			if i > 0 && text[i-1] == '\n' {
				return -1
			}
		}
	}
	return -1
}

// srcText returns the bytes of the file, in which addresses are not blanked.
func (s *sheet) srcText(from, to int) string { return string(s.src[s.offset(from):s.offset(to)]) }

// isAddress reports whether the text of a link is nothing but an address.
func isAddress(text string) bool {
	text = strings.TrimSpace(text)
	return !strings.Contains(text, " ") && (strings.Contains(text, "://") || strings.HasPrefix(text, "www."))
}

// emptyAlt reports whether a description says nothing: a word of the list, or the name of a file.
func (r *Rules) emptyAlt(bare string) bool {
	if r.accessible.alts[bare] {
		return true
	}
	ext := path.Ext(bare)
	return !strings.Contains(bare, " ") && slices.Contains(pictureEndings, ext) || isCameraName(bare)
}

var pictureEndings = []string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".bmp", ".heic"}

// isCameraName reports names that cameras and telephones give: img_2034, dsc00012, z5120003.
func isCameraName(s string) bool {
	for _, start := range []string{"img", "dsc", "dscn", "screenshot", "image", "photo", "z"} {
		rest, ok := strings.CutPrefix(s, start)
		if rest = strings.TrimLeft(rest, "-_ "); ok && len(rest) >= 3 && strings.Trim(rest, "0123456789-_") == "" {
			return true
		}
	}
	return false
}

// leadPicture examines the description of the lead picture.
func (r *Rules) leadPicture(s *sheet, list *diag.List) {
	if img := s.doc.Common.Image; img != nil && img.Alt != "" && r.emptyAlt(strings.ToLower(strings.Trim(img.Alt, " .,:;"))) {
		s.report(list, "alt-text", "", s.key("image.alt", "image"), img.Alt)
	}
}

// tables examines the heads of tables: every column has a name, but for the first, which may hold the names of rows.
func (s *sheet) tables(list *diag.List) {
	before := -2 // line of the last row
	for i := s.first; i < len(s.blocks); i++ {
		b := &s.blocks[i]
		if b.kind != rowBlock {
			continue
		}
		line := s.lineOf(b.from)
		head := line != before+1
		before = line
		if !head || i+1 >= len(s.blocks) || s.blocks[i+1].kind != rowBlock {
			continue
		}
		s.tableHead(b, list)
	}
}

func (s *sheet) tableHead(b *block, list *diag.List) {
	row := s.prose.text[b.from:b.to]
	var cells []stretch
	from := 1
	for i := 1; i <= len(row); i++ {
		if i == len(row) || row[i] == '|' && row[i-1] != '\\' {
			if i < len(row) || len(bytes.TrimSpace(row[from:i])) > 0 {
				cells = append(cells, stretch{from, i})
			}
			from = i + 1
		}
	}
	empty := -1
	filled := 0
	for k, c := range cells {
		if len(bytes.TrimSpace(row[c.from:c.to])) > 0 {
			filled++
		} else if k > 0 && empty < 0 {
			empty = k
		}
	}
	switch {
	case filled == 0:
		s.add(list, "table-header", "", b.from, b.to)
	case empty > 0:
		s.add(list, "table-header", "cell", b.from+cells[empty].from-1, b.from+cells[empty].to)
	}
}

// language reports a page that says it is in another language while its text is Vietnamese: it would be read out wrongly
// (WCAG 2.2, 3.1.1).
func (s *sheet) language(list *diag.List) {
	if !s.quiet {
		return
	}
	letters, vietnamese := 0, 0
	for _, w := range s.words[s.wordAt(s.body):] {
		for b := s.at(w); len(b) > 0; {
			r, n := utf8.DecodeRune(b)
			b = b[n:]
			letters++
			if 0x1EA0 <= r && r <= 0x1EF9 || strings.ContainsRune("ăđơưĂĐƠƯ", r) {
				vietnamese++
			}
		}
	}
	if letters >= 200 && vietnamese*10 > letters {
		s.report(list, "text-language", "", s.key("lang"), s.doc.Common.Lang)
	}
}
