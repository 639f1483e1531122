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
		var s seat
		folded, s = readOrgan(name)
		m.organs[name] = folded
		if m.seats == nil {
			m.seats = map[string]seat{}
		}
		m.seats[folded] = s
	}
	return folded
}

// organName folds the name of an issuing organ for comparison: without the post of who signs for it, the usual short forms
// spelled out.
func organName(name string) string {
	folded, _ := readOrgan(name)
	return folded
}

// namesOf reports whether nothing that a text says of the issuers of a document contradicts those that the document names.
// Every organ of the text must be one of the document's. A document may be filed under fewer organs than issued it; then the
// others may be any, but not of a place elsewhere. Without a name nothing speaks against it. dated says that number and full day of issue
// agree, so that a committee may go by a part of its name.
func (m *maker) namesOf(named, issuers []string, dated bool) bool {
	if len(named) == 0 || len(issuers) == 0 {
		return true
	}
	found := 0
	for _, x := range named {
		if slices.ContainsFunc(issuers, func(y string) bool { return m.names(x, y, dated) }) {
			found++
		} else if m.elsewhere(x) {
			return false
		}
	}
	return found == len(named) || found > 0 && len(named) > len(issuers)
}

// names reports whether a name in a text can be that of an issuer. The text may leave off the end of a name ("Ủy ban nhân dân
// tỉnh" is that of the own province) and may add nothing but the own place.
func (m *maker) names(named, issuer string, dated bool) bool {
	if named == issuer {
		return true
	}
	a, b := m.seats[named], m.seats[issuer]
	switch {
	case a.core == b.core || a.core == "":
		return m.samePlace(a, b)
	case beginsWith(b.core, a.core):
		rest := strings.TrimSpace(b.core[len(a.core):])
		if a.level == "" || rest == a.place {
			return true
		}
	case beginsWith(a.core, b.core):
		rest := strings.TrimSpace(a.core[len(b.core):])
		if office, ok := strings.CutPrefix(rest, "- "); ok {
			rest = office
			if beginsWith(rest, "co quan") { // "… - Cơ quan thường trực …"
				return m.samePlace(a, b)
			}
		}
		return a.level == "" && (rest == b.place || b.place == "" && m.homes[rest])
	}
	return dated && shortens(a.core, b.core) && m.samePlace(a, b)
}

// samePlace reports whether level and place in a text agree with those of an issuer.
func (m *maker) samePlace(a, b seat) bool {
	switch {
	case a.outer != "" && a.outer != b.outer && (b.outer != "" || !m.homes[a.outer]):
		return false
	case a.level == "":
		return a.place == "" || a.place == b.place
	case b.level == "":
		return m.homes[a.place] || a.place == "" && ofProvince(a.level)
	case a.level != b.level:
		return false
	case a.place == "":
		return !ofProvince(a.level) || b.place == "" || len(m.provinces) == 0 || m.provinces[b.place]
	case b.place == "":
		return m.homes[a.place]
	}
	return a.place == b.place
}

// elsewhere reports whether the name of an organ holds a place that is not one of the campaign's.
func (m *maker) elsewhere(name string) bool {
	s := m.seats[name]
	return s.place != "" && !m.homes[s.place]
}

// ofProvince reports whether a level is that of a province: in its own papers it is not named.
func ofProvince(level string) bool { return level == "tinh" || level == "thanh pho" }

// shortens reports whether a name of two words or more is made of words of a longer one, in their order, from the first on:
// "ban chi dao phong trao".
func shortens(name, full string) bool {
	rest := strings.Fields(full)
	words := strings.Fields(name)
	if len(words) < 2 || len(rest) == 0 || words[0] != rest[0] {
		return false
	}
	for _, w := range words {
		at := slices.Index(rest, w)
		if at < 0 {
			return false
		}
		rest = rest[at+1:]
	}
	return true
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

// indexShortNames enters the short names of the agencies by their names in full, and the places that are their own.
func (m *maker) indexShortNames() {
	m.shortNames = map[string]string{}
	m.homes, m.provinces = map[string]bool{"viet nam": true}, map[string]bool{}
	for _, id := range m.agencies {
		at := m.byAgency[id].site
		name := m.organ(at.Name)
		if at.ShortName != at.Name {
			m.shortNames[name] = m.organ(at.ShortName)
		}
		m.homes[viet.Fold(at.Agency.Place)] = true
		for _, s := range [...]seat{m.seats[name], m.seats[m.organ(at.Agency.Parent.Name)]} {
			m.homes[s.place], m.homes[s.outer] = true, true
			if ofProvince(s.level) && s.place != "" {
				m.provinces[s.place] = true
			}
		}
	}
	delete(m.homes, "")
}
