package render

import (
	"slices"
	"strings"

	"antq/internal/site"
)

// work is a CreativeWork: a document, an article.
type work struct {
	Type      string        `json:"@type"`
	Name      string        `json:"name,omitempty"`
	Headline  string        `json:"headline,omitempty"`
	URL       string        `json:"url,omitempty"`
	Language  string        `json:"inLanguage,omitempty"`
	Created   string        `json:"dateCreated,omitempty"`
	Published string        `json:"datePublished,omitempty"`
	Modified  string        `json:"dateModified,omitempty"`
	Expires   string        `json:"expires,omitempty"`
	Image     *image        `json:"image,omitempty"`
	Author    []party       `json:"author,omitempty"`
	Publisher *organization `json:"publisher,omitempty"`
	Number    string        `json:"identifier,omitempty"`
	Genre     string        `json:"genre,omitempty"`
	Status    string        `json:"creativeWorkStatus,omitempty"`
	Audience  *audience     `json:"audience,omitempty"`
	Files     []mediaObject `json:"encoding,omitempty"`
	legislation
}

// legislation is what a Legislation has beyond other works.
type legislation struct {
	Number     string  `json:"legislationIdentifier,omitempty"`
	Type       string  `json:"legislationType,omitempty"`
	Passed     string  `json:"legislationDate,omitempty"`
	Applicable string  `json:"legislationDateOfApplicability,omitempty"`
	PassedBy   []party `json:"legislationPassedBy,omitempty"`
	Force      string  `json:"legislationLegalForce,omitempty"`
}

// party is who wrote or issued something: a Person or an Organization.
type party struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type image struct {
	Type   string `json:"@type"`
	URL    string `json:"url"`
	Width  int    `json:"width,omitempty"`
	Height int    `json:"height,omitempty"`
}

type audience struct {
	Type string `json:"@type"`
	Of   string `json:"audienceType"`
}

// mediaObject is a file to download.
type mediaObject struct {
	Type   string `json:"@type"`
	URL    string `json:"contentUrl"`
	Format string `json:"encodingFormat,omitempty"`
}

// work tells what is the same for all works.
func (b *Base) work(kind string) *work {
	return &work{
		Type: kind, URL: b.Canonical, Language: b.Lang, Published: b.Posted.ISO, Modified: b.Modified.ISO, Publisher: b.publisher(),
	}
}

// news is a report; its headline, day and publisher are what search engines ask for.
func (b *Base) news(kind string, a *Article) *work {
	w := b.work(kind)
	w.Headline, w.Image = b.Title, b.image()
	if a.Author != "" {
		w.Author = authors(a.Author)
	} else if w.Publisher != nil {
		w.Author = []party{{w.Publisher.Type, w.Publisher.Name}}
	}
	return w
}

func (b *Base) image() *image {
	if b.Preview == nil {
		return nil
	}
	return &image{"ImageObject", b.Preview.Src, b.Preview.Width, b.Preview.Height}
}

// documentOr tells of a document in administrative form, else of an article.
func (b *Base) documentOr(kind string, a *Article) *work {
	if a.Admin == nil {
		return b.news(kind, a)
	}
	return b.document(a)
}

// document tells of an administrative document.
func (b *Base) document(a *Article) *work {
	w := b.work("DigitalDocument")
	w.Name = b.Title
	d := a.Admin
	if d == nil {
		return w
	}
	var issuers []party
	for _, name := range d.Issuers {
		issuers = append(issuers, party{"Organization", name})
	}
	issued := d.Issued.ISO
	if d.Planned {
		issued = "" // only what is intended
	}
	w.Expires = d.Expires.ISO
	if d.File != nil {
		w.Files = b.files([]File{*d.File})
	}
	if isLegislation(d.Number) {
		w.Type = "Legislation"
		w.legislation = legislation{d.Number, d.Type, issued, d.Effective.ISO, issuers, force(a.State, d.Effective)}
		return w
	}
	w.Created, w.Author, w.Genre, w.Status = issued, issuers, d.Type, workStatus(a.State, d.Planned)
	if !strings.HasPrefix(d.Number, "…") {
		w.Number = d.Number
	}
	return w
}

// isLegislation reports whether a number bears the year of issue, as in 26/2020/TT-BTTTT: that of a legal normative document.
func isLegislation(number string) bool {
	parts := strings.Split(number, "/")
	if len(parts) < 3 || len(parts[1]) != 4 {
		return false
	}
	return strings.Trim(parts[1], "0123456789") == ""
}

// force tells whether a legal document holds; "" where nothing is known of it.
func force(state string, effective Date) string {
	switch site.State(state) {
	case site.StateReplaced, site.StateExpired, site.StateAhead:
		return "https://schema.org/NotInForce"
	case site.StateIssued, site.StateAmended:
		if effective.ISO != "" {
			return "https://schema.org/InForce"
		}
	}
	return ""
}

// workStatus is one of the words that schema.org proposes; "" for what simply holds.
func workStatus(state string, planned bool) string {
	switch site.State(state) {
	case site.StateReplaced, site.StateExpired:
		return "Obsolete"
	}
	if planned {
		return "Draft"
	}
	return ""
}

func (b *Base) material(v *Material) *work {
	w := b.work("DigitalDocument")
	w.Name, w.Image, w.Files = b.Title, b.image(), b.files(v.Files, v.Attachments)
	if v.Audience != "" {
		w.Audience = &audience{"Audience", v.Audience}
	}
	return w
}

// files lists the files that have an address of their own, each once.
func (b *Base) files(lists ...[]File) []mediaObject {
	var ms []mediaObject
	for _, f := range slices.Concat(lists...) {
		m := mediaObject{"MediaObject", b.whole(f.Href), mediaType(f.Type)}
		if f.Download != "" && m.URL != "" && !slices.Contains(ms, m) {
			ms = append(ms, m)
		}
	}
	return ms
}

// mediaType names the form of a file ("PDF") for machines; "" for a form that is rare among what agencies hand out.
func mediaType(form string) string {
	switch form {
	case "PDF":
		return "application/pdf"
	case "DOCX":
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	case "XLSX":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case "PPTX":
		return "application/vnd.openxmlformats-officedocument.presentationml.presentation"
	case "MP3":
		return "audio/mpeg"
	case "MP4":
		return "video/mp4"
	case "JPG", "JPEG":
		return "image/jpeg"
	case "PNG":
		return "image/png"
	case "TXT":
		return "text/plain"
	}
	return ""
}
