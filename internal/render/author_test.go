package render

import (
	"slices"
	"testing"
)

// Who reads the data asks whether an author is a person; a name that is not clearly one is that of a group.
func TestAuthorsArePersonsOrGroups(t *testing.T) {
	persons := func(names ...string) (ps []party) {
		for _, n := range names {
			ps = append(ps, party{"Person", n})
		}
		return ps
	}
	for typed, want := range map[string][]party{
		"Bế Thục Quyên":                     persons("Bế Thục Quyên"),
		"Đoàn Văn Mẫu":                      persons("Đoàn Văn Mẫu"),
		"Văn Thị Mẫu":                       persons("Văn Thị Mẫu"),
		"NÔNG VĂN MẪU":                      persons("NÔNG VĂN MẪU"),
		"Hoàng Lan":                         persons("Hoàng Lan"),
		"Thượng tá Nông Văn Mẫu":            persons("Thượng tá Nông Văn Mẫu"),
		"Nông Văn Mẫu, Bế Thục Quyên":       persons("Nông Văn Mẫu", "Bế Thục Quyên"),
		"Nông Văn Mẫu và Bế Thục Quyên":     persons("Nông Văn Mẫu", "Bế Thục Quyên"),
		"Văn phòng Sở":                      {{"Organization", "Văn phòng Sở"}},
		"Ban Biên tập":                      {{"Organization", "Ban Biên tập"}},
		"Đoàn Thanh niên Sở":                {{"Organization", "Đoàn Thanh niên Sở"}},
		"Báo Lạng Sơn":                      {{"Organization", "Báo Lạng Sơn"}},
		"UBND":                              {{"Organization", "UBND"}},
		"Công an tỉnh":                      {{"Organization", "Công an tỉnh"}},
		"Văn phòng Sở, Phòng Quản lý nhà ở": {{"Organization", "Văn phòng Sở, Phòng Quản lý nhà ở"}},
		"Nông Văn Mẫu (Văn phòng)":          {{"Organization", "Nông Văn Mẫu (Văn phòng)"}},
	} {
		if got := authors(typed); !slices.Equal(got, want) {
			t.Errorf("authors(%q) = %v, not %v", typed, got, want)
		}
	}
}
