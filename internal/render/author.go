package render

import (
	"strings"
	"unicode"
)

// authors tells who wrote a text from the line that an editor typed: persons by their names, "Bế Thục Quyên, Nông Văn Mẫu";
// everything else is one Organization: "Văn phòng Sở", "Ban Biên tập".
func authors(typed string) []party {
	var persons []party
	for _, name := range strings.FieldsFunc(strings.ReplaceAll(typed, " và ", ","), func(r rune) bool { return r == ',' || r == ';' }) {
		name = strings.TrimSpace(name)
		if !isPersonsName(name) {
			return []party{{"Organization", typed}}
		}
		persons = append(persons, party{"Person", name})
	}
	return persons
}

// isPersonsName reports whether words are a person's name, with or without what he is before it: the last syllables, at most
// five, begin with capitals. The name of an organ goes on with small letters behind its first word ("Phòng Quản lý nhà"), or
// begins with a word that no family bears.
func isPersonsName(name string) bool {
	words := strings.Fields(withoutRank(name))
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	for _, w := range words {
		for i, r := range []rune(w) {
			if !unicode.IsLetter(r) || i == 0 && !unicode.IsUpper(r) {
				return false
			}
		}
	}
	if len(words) == 1 && len([]rune(words[0])) > 1 && strings.ToUpper(words[0]) == words[0] {
		return false // UBND
	}
	switch strings.ToLower(words[0]) {
	case "sở", "phòng", "ban", "bộ", "cục", "vụ", "viện", "báo", "đài", "tổ", "đội", "nhóm", "xã", "phường", "huyện", "tỉnh", "thôn",
		"khối", "hội", "trường", "trạm", "ubnd", "hđnd", "bql", "mttq":
		return false
	}
	return true
}

// withoutRank takes what a person is away from before his name: "Thượng tá Nông Văn Mẫu".
func withoutRank(name string) string {
	lower := strings.ToLower(name)
	for _, rank := range [...]string{
		"đại tướng", "thượng tướng", "trung tướng", "thiếu tướng", "đại tá", "thượng tá", "trung tá", "thiếu tá", "đại úy", "đại uý",
		"thượng úy", "thượng uý", "trung úy", "trung uý", "thiếu úy", "thiếu uý", "đồng chí", "đ/c", "ông", "bà", "nhà báo", "phóng viên",
		"tiến sĩ", "thạc sĩ", "kỹ sư", "kiến trúc sư", "luật sư",
	} {
		if strings.HasPrefix(lower, rank+" ") && len(lower) == len(name) {
			return strings.TrimSpace(name[len(rank):])
		}
	}
	return name
}
