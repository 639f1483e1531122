package site

import (
	"path"
	"slices"
	"strings"

	"antq/internal/content"
	"antq/internal/viet"
)

// The names of the pages that antq makes for every site. A page of the editor's may take the place of some.
const (
	nameHome          = ""
	nameAbout         = "gioi-thieu"
	nameContact       = "lien-he"
	nameCalendar      = "lich"
	nameSearch        = "tim-kiem"
	nameGlossary      = "thuat-ngu"
	nameSiteMap       = "so-do-trang"
	nameAccessibility = "kha-nang-tiep-can"
	nameNotFound      = "404"
)

// The folders below a site that antq fills itself.
const (
	folderUnits    = "don-vi"
	folderTags     = "chu-de"
	folderYears    = "nam"
	folderStatic   = "tai-nguyen"
	folderData     = "du-lieu"
	folderRegister = "van-ban"
)

// The pages of the register's parts. To the first three a year, the slug of a type and the id of a unit are added.
const (
	registerYear    = folderRegister + "/nam-"
	registerType    = folderRegister + "/loai-"
	registerUnit    = folderRegister + "/don-vi-"
	registerUndated = folderRegister + "/chua-du-so-ngay"
)

// replaceable are the generated pages that a page of the same name replaces.
func replaceable(name string) bool { return name == nameAbout || name == nameContact }

// reservedFirst reports whether the first part of an address belongs to antq.
func reservedFirst(first string) bool {
	switch first {
	case nameCalendar, nameSearch, nameGlossary, nameSiteMap, nameAccessibility, nameNotFound,
		folderUnits, folderTags, folderYears, folderStatic, folderData,
		"index", "feed", "rss", "sitemap", "robots", "manifest":
		return true
	}
	return false
}

// reservedAgency reports whether an agency's id would stand in the way of what the hub writes.
func reservedAgency(id string) bool {
	if _, section := content.KindOfFolder(id); section {
		return true
	}
	return reservedFirst(id) || replaceable(id)
}

// deviceNames cannot be names of files on Windows, whatever follows the dot.
var deviceNames = []string{"con", "prn", "aux", "nul"}

func isDevice(name string) bool {
	if len(name) == 4 && (strings.HasPrefix(name, "com") || strings.HasPrefix(name, "lpt")) && name[3] >= '0' && name[3] <= '9' {
		return true
	}
	return slices.Contains(deviceNames, name)
}

// nameOf makes the address of a source from its path: each part a slug, the last one from the slug key if it is typed. It
// returns "" after reporting why there can be no address.
func (m *maker) nameOf(s *source) string {
	dir, base := path.Split(s.doc.Rest)
	var parts []string
	for p := range strings.SplitSeq(strings.Trim(dir, "/"), "/") {
		if p != "" {
			parts = append(parts, viet.Slug(p))
		}
	}
	key := ""
	if s.doc.Common.Slug != "" {
		base, key = s.doc.Common.Slug, "slug"
	}
	parts = append(parts, viet.Slug(base))
	for _, p := range parts {
		if p == "" {
			m.report(s, key, "slug-empty", "", base)
			return ""
		}
		if isDevice(p) {
			m.report(s, key, "name-reserved", "device", p)
			return ""
		}
	}
	name := strings.Join(parts, "/")
	if reason, taken := reservedName(name); taken || m.reservedUnit(s, name) {
		m.report(s, key, "name-reserved", reason, name)
		return ""
	}
	return name
}

// reservedName reports whether antq keeps an address for itself. The pages of long lists and of the register are kept even
// where there are none yet, so that a document does not break the build on the day a list grows.
func reservedName(name string) (reason string, taken bool) {
	first, rest, deep := strings.Cut(name, "/")
	if reservedFirst(first) {
		return "", true
	}
	if !deep {
		_, section := content.KindOfFolder(name)
		return "", section
	}
	if _, section := content.KindOfFolder(first); !section {
		return "", false
	}
	if rest == "index" {
		return "index", true
	}
	return "", isNumbered(rest, "trang-") || isNumbered(name, registerYear) || name == registerUndated || isTypeList(name)
}

// isTypeList reports whether an address is that of the register's documents of a type, of the types that are on the list of
// types. One beside the list is kept from when a document is of it.
func isTypeList(name string) bool {
	slug, ok := strings.CutPrefix(name, registerType)
	return ok && slices.ContainsFunc(viet.DocTypes(), func(t viet.DocType) bool { return viet.Slug(t.Name) == slug })
}

// reservedUnit reports whether an address is that of the register's documents of a unit. The profile of an agency is read before
// its documents, as it comes first by path.
func (m *maker) reservedUnit(s *source, name string) bool {
	id, ok := strings.CutPrefix(name, registerUnit)
	profile := m.profiles[s.folder]
	if !ok || profile == nil {
		return false
	}
	a, ok := profile.doc.Meta.(*content.Agency)
	return ok && slices.ContainsFunc(a.Units, func(u content.Unit) bool { return u.ID == id })
}

// isNumbered reports whether s is prefix and figures.
func isNumbered(s, prefix string) bool {
	n, ok := strings.CutPrefix(s, prefix)
	return ok && n != "" && strings.Trim(n, "0123456789") == ""
}
