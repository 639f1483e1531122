package site

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"antq/internal/content"
	"antq/internal/viet"
)

// Level is how high the organ that issued a document stands.
type Level uint8

// The levels, the highest first.
const (
	LevelCentral Level = iota + 1
	LevelProvince
	LevelAgency
	LevelCommune // xã, phường, đặc khu; of an agency that is of a commune itself, above LevelAgency
	LevelUnit
)

// String returns the Vietnamese name of the level.
func (l Level) String() string {
	switch l {
	case LevelCentral:
		return "Trung ương"
	case LevelProvince:
		return "Tỉnh"
	case LevelAgency:
		return "Cơ quan"
	case LevelCommune:
		return "Xã, phường"
	case LevelUnit:
		return "Phòng, đơn vị"
	}
	return ""
}

//go:embed data/central_organs.tsv
var centralOrganList string

// centralOrgan is a row of the list: how the name begins, words that speak against it, and words of which one must be there; all
// folded.
type centralOrgan struct {
	begins    string
	not, only []string
}

var centralOrgans = sync.OnceValue(func() []centralOrgan {
	var rows []centralOrgan
	for line := range strings.Lines(centralOrganList) {
		begins, rest, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if begins == "" || begins[0] == '#' {
			continue
		}
		not, only, _ := strings.Cut(rest, "\t")
		rows = append(rows, centralOrgan{viet.Fold(begins), foldedWords(not), foldedWords(only)})
	}
	return rows
})

// foldedWords reads words with strokes between them.
func foldedWords(list string) []string {
	var words []string
	for word := range strings.SplitSeq(list, "|") {
		if word != "" {
			words = append(words, viet.Fold(word))
		}
	}
	return words
}

// isCentral reports whether a folded name is that of an organ of the centre.
func isCentral(name string) bool {
	for _, row := range centralOrgans() {
		if !beginsWith(name, row.begins) {
			continue
		}
		holds := func(word string) bool { return strings.Contains(name+" ", word+" ") }
		if !slices.ContainsFunc(row.not, holds) && (row.only == nil || slices.ContainsFunc(row.only, holds)) {
			return true
		}
	}
	return false
}

// beginsWith reports whether a folded text begins with whole words.
func beginsWith(text, words string) bool {
	rest, ok := strings.CutPrefix(text, words)
	return ok && (rest == "" || strings.ContainsRune(" ,.;:()", rune(rest[0])))
}

// levelOf derives the level of an administrative document: a unit's own, the agency's own, or that of the highest of the
// organs that issued it. An outside organ that is neither of the centre nor of a commune counts as one of the province, unless it
// belongs to an agency of the campaign (Đảng uỷ Sở Xây dựng).
func (m *maker) levelOf(s *source) Level {
	level := LevelProvince
	if s.folder != content.Shared {
		level = LevelAgency
		if s.doc.Common.Unit != "" {
			level = LevelUnit
		}
	}
	if len(s.admin.Issuer) == 0 {
		return level
	}
	within, commune := s.shared(), s.shared()
	for _, organ := range s.facts.organs {
		if isCentral(organ) {
			return LevelCentral
		}
		within = within && m.belongs(organ)
	}
	for _, name := range s.admin.Issuer {
		commune = commune && (isCommunal(name) || m.belongs(m.organ(name)))
	}
	switch {
	case within:
		return LevelAgency
	case commune:
		return LevelCommune
	}
	return level
}

// communes are the words before the name of a commune (Luật Tổ chức chính quyền địa phương 72/2025/QH15, Điều 1; a thị trấn until
// 2025), in the longest form first.
var communes = [...]string{"thị trấn", "đặc khu", "phường", "xã"}

// isCommunal reports whether a name is that of an organ of a commune: the word for it ends the name, or a name with a capital or a
// number follows. "Bảo hiểm xã hội", "Hợp tác xã" and "thị xã" are other things.
func isCommunal(name string) bool {
	words := strings.Fields(strings.ReplaceAll(viet.NFC(name), ",", " , "))
	for i := range words {
		for _, commune := range communes {
			n := 1 + strings.Count(commune, " ")
			if i+n > len(words) || strings.ToLower(strings.Join(words[i:i+n], " ")) != commune {
				continue
			}
			if i > 0 && slices.Contains([]string{"tác", "thị", "làng"}, strings.ToLower(words[i-1])) {
				continue
			}
			if i+n == len(words) {
				return true
			}
			next, _ := utf8.DecodeRuneInString(words[i+n])
			if strings.ToLower(words[i+n]) != "hội" && !unicode.IsLower(next) {
				return true
			}
		}
	}
	return false
}

// belongs reports whether the name of an agency of the campaign stands in the name of an organ.
func (m *maker) belongs(organ string) bool {
	for _, id := range m.agencies {
		for _, name := range m.byAgency[id].names {
			if strings.Contains(" "+organ+" ", " "+name+" ") {
				return true
			}
		}
	}
	return false
}
