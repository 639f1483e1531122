package site

import (
	"slices"
	"strings"

	"antq/internal/viet"
)

// organ is organName, remembered: few organs issue many documents.
func (m *maker) organ(name string) string {
	folded, known := m.organs[name]
	if !known {
		folded = organName(name)
		m.organs[name] = folded
	}
	return folded
}

// organName folds the name of an issuing organ for comparison; the usual short forms are spelled out.
func organName(name string) string {
	name = viet.Fold(name)
	for _, short := range [...][2]string{{"ubnd", "uy ban nhan dan"}, {"hdnd", "hoi dong nhan dan"}, {"ttg", "thu tuong chinh phu"}} {
		if rest, ok := strings.CutPrefix(name, short[0]); ok && (rest == "" || rest[0] == ' ') {
			name = short[1] + rest
		}
	}
	return name
}

// sameOrgan reports whether two names can be one organ's: "Ủy ban nhân dân tỉnh" is short for the one of Lạng Sơn in its
// own papers, and a name in a text may run on into the words behind it ("của Sở Xây dựng gửi các đơn vị"). So the one may begin
// with the other's words. Without a name nothing speaks against it.
func sameOrgan(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	for _, x := range a {
		for _, y := range b {
			if beginsWith(x, y) || beginsWith(y, x) || equalOrgan(x, y) {
				return true
			}
		}
	}
	return false
}

// equalOrgan reports whether two names are one organ's in full: the same words, the word for the province left out or not ("Sở
// Xây dựng tỉnh Lạng Sơn", "Sở Xây dựng Lạng Sơn").
func equalOrgan(x, y string) bool { return x == y || withoutProvince(x) == withoutProvince(y) }

func withoutProvince(name string) string { return strings.ReplaceAll(name, " tinh ", " ") }

// nameOrgans gives the issuers of a document the forms in which they are compared: as they are named, and an agency of the
// campaign also by its short name.
func (m *maker) nameOrgans(s *source) {
	for _, issuer := range s.facts.issuers {
		s.facts.organs = append(s.facts.organs, m.organ(issuer))
	}
	s.facts.called = s.facts.organs
	for _, organ := range s.facts.organs {
		if short := m.shortNames[organ]; short != "" {
			s.facts.called = append(slices.Clip(s.facts.called), short)
		}
	}
}

// indexShortNames enters the short names of the agencies by their names in full.
func (m *maker) indexShortNames() {
	m.shortNames = map[string]string{}
	for _, id := range m.agencies {
		if at := m.byAgency[id].site; at.ShortName != at.Name {
			m.shortNames[m.organ(at.Name)] = m.organ(at.ShortName)
		}
	}
}
