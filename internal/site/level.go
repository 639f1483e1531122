package site

import (
	_ "embed"
	"strings"
	"sync"

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
	case LevelUnit:
		return "Phòng, đơn vị"
	}
	return ""
}

//go:embed data/central_organs.tsv
var centralOrganList string

// centralOrgan is a row of the list: how the name begins, and words that speak against it; all folded.
type centralOrgan struct {
	begins string
	not    []string
}

var centralOrgans = sync.OnceValue(func() []centralOrgan {
	var rows []centralOrgan
	for line := range strings.Lines(centralOrganList) {
		begins, not, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if begins == "" || begins[0] == '#' {
			continue
		}
		row := centralOrgan{begins: viet.Fold(begins)}
		for word := range strings.SplitSeq(not, "|") {
			if word != "" {
				row.not = append(row.not, viet.Fold(word))
			}
		}
		rows = append(rows, row)
	}
	return rows
})

// isCentral reports whether a folded name is that of an organ of the centre.
func isCentral(name string) bool {
	for _, row := range centralOrgans() {
		if !beginsWith(name, row.begins) {
			continue
		}
		below := false
		for _, word := range row.not {
			below = below || strings.Contains(name+" ", word+" ")
		}
		if !below {
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
// organs that issued it. An outside organ that is not of the centre counts as one of the province, unless it belongs to an
// agency of the campaign (Đảng uỷ Sở Xây dựng).
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
	within := s.shared()
	for _, organ := range s.facts.organs {
		if isCentral(organ) {
			return LevelCentral
		}
		within = within && m.belongs(organ)
	}
	if within {
		return LevelAgency
	}
	return level
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
