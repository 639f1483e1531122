package content

import (
	"strings"

	"antq/internal/viet"
)

// Kind is what a document is. It comes from the folder, before a byte is decoded.
type Kind uint8

// The kinds, in the order in which lists show them.
const (
	KindPage Kind = iota + 1
	KindPlan
	KindStory
	KindConference
	KindDocument
	KindModel
	KindCommendation
	KindNotice
	KindMaterial
	KindSection
	KindAgency
	KindCampaign
)

// Shared is the folder of documents of outside organs that several agencies cite; it stands where an agency id does.
const Shared = "_shared"

// kindRow ties a kind to its name in commands and, where it has one, to its folder and the folder's Vietnamese title.
type kindRow struct {
	kind                 Kind
	name, folder, plural string // plural: the section's title in Vietnamese
	label                string // the kind's name in Vietnamese, as a label above a title
}

// kinds is the only place where folders and kinds meet.
var kinds = []kindRow{
	{KindPage, "page", "", "", "Trang"},
	{KindPlan, "plan", "ke-hoach", "Kế hoạch", "Kế hoạch"},
	{KindStory, "story", "guong-tot", "Gương người tốt, việc tốt", "Gương người tốt, việc tốt"},
	{KindConference, "conference", "hoi-nghi", "Hội nghị, tập huấn", "Hội nghị"},
	{KindDocument, "document", "van-ban", "Văn bản", "Văn bản"},
	{KindModel, "model", "mo-hinh", "Mô hình", "Mô hình"},
	{KindCommendation, "commendation", "khen-thuong", "Khen thưởng", "Khen thưởng"},
	{KindNotice, "notice", "tin-tuc", "Tin tức, thông báo", "Tin tức, thông báo"},
	{KindMaterial, "material", "tai-lieu", "Tài liệu tuyên truyền", "Tài liệu"},
	{KindSection, "section", "", "", "Chuyên mục"},
	{KindAgency, "agency", "", "", "Cơ quan"},
	{KindCampaign, "campaign", "", "", "Chiến dịch"},
}

func (k Kind) row() kindRow {
	for _, r := range kinds {
		if r.kind == k {
			return r
		}
	}
	return kindRow{}
}

// String returns the kind's name in commands and JSON: "plan", "story", "document" …
func (k Kind) String() string { return k.row().name }

// Folder returns the folder of the kind below an agency ("ke-hoach"), or "" for kinds without one.
func (k Kind) Folder() string { return k.row().folder }

// Label returns the kind's Vietnamese name for a label above a title ("Kế hoạch").
func (k Kind) Label() string { return k.row().label }

// SectionTitle returns the default Vietnamese title of the kind's section ("Gương người tốt, việc tốt").
func (k Kind) SectionTitle() string { return k.row().plural }

// KindOfFolder returns the kind of a section folder.
func KindOfFolder(folder string) (Kind, bool) {
	for _, r := range kinds {
		if r.folder != "" && r.folder == folder {
			return r.kind, true
		}
	}
	return 0, false
}

// MeantFolder returns the section folder that a name nearly is, but for marks, letter case, spaces and hyphens: "ke-hoach" for
// "Kế hoạch" and "kehoach". It returns "" for a section folder itself and for any other name.
func MeantFolder(name string) string {
	if _, exact := KindOfFolder(name); exact {
		return ""
	}
	bare := strings.ReplaceAll(viet.Slug(name), "-", "")
	for _, r := range kinds {
		if r.folder != "" && bare == strings.ReplaceAll(r.folder, "-", "") {
			return r.folder
		}
	}
	return ""
}

// Ignored reports whether files and folders of this name are never read: what is hidden, and what editors and systems leave
// behind (content model, folders).
func Ignored(base string) bool {
	if strings.HasPrefix(base, ".") || strings.HasPrefix(base, "#") || strings.HasPrefix(base, "~$") || base == "Thumbs.db" || base == "4913" {
		return true
	}
	for _, end := range [...]string{"~", ".swp", ".tmp", ".bak"} {
		if strings.HasSuffix(base, end) {
			return true
		}
	}
	return false
}

// SectionKinds returns the kinds that have a folder, in the order in which lists show them.
func SectionKinds() []Kind {
	var ks []Kind
	for _, r := range kinds {
		if r.folder != "" {
			ks = append(ks, r.kind)
		}
	}
	return ks
}

// Place is where a source file stands: what its path alone says.
type Place struct {
	Path    string // slash-separated, below content/
	Agency  string // the agency's id, [Shared], or "" for the campaign
	Kind    Kind
	Section string // first folder below the agency ("ke-hoach"), or ""
	Rest    string // path below the agency without ".md", "index.md" folded into its folder: "ke-hoach/2026/x"
	Bundle  string // folder below content/ whose other files are the document's own (with a trailing "/"), or ""
	Base    string // the last name of Rest, from which the slug is made: "x"
}

// PlaceOf reads the place of a Markdown file from its path below content/. It reports false for a path that can hold no
// document: a Markdown file directly in content/ other than _campaign.md.
func PlaceOf(path string) (Place, bool) {
	p := Place{Path: path}
	if path == "_campaign.md" {
		p.Kind = KindCampaign
		return p, true
	}
	agency, rest, ok := strings.Cut(path, "/")
	if !ok {
		return p, false
	}
	p.Agency = agency
	rest = strings.TrimSuffix(rest, ".md")
	if rest == "_agency" {
		p.Kind = KindAgency
		return p, true
	}
	dir, base := "", rest
	if i := strings.LastIndexByte(rest, '/'); i >= 0 {
		dir, base = rest[:i], rest[i+1:]
	}
	p.Section, _, _ = strings.Cut(dir, "/")
	kind, known := KindOfFolder(p.Section)
	switch {
	case base == "_section":
		p.Kind, p.Rest, p.Base = KindSection, dir, base
		return p, true
	case known:
		p.Kind = kind
	default:
		p.Kind, p.Section = KindPage, ""
	}
	if base == "index" && dir != "" && dir != p.Section {
		p.Rest, p.Bundle = dir, agency+"/"+dir+"/"
		p.Base = dir[strings.LastIndexByte(dir, '/')+1:]
		return p, true
	}
	p.Rest, p.Base = rest, base
	return p, true
}
