package render

import (
	"strings"

	"antq/internal/content"
	"antq/internal/site"
)

// The open register of a site, below its folder.
const (
	registerJSON = "du-lieu/van-ban.json"
	registerCSV  = "du-lieu/van-ban.csv"
)

// OpenData are the addresses of the register for machines; "" on a site without documents.
type OpenData struct{ JSON, CSV string }

func (o *OpenData) encode(e *encoder) { e.text(o.JSON, o.CSV) }

func (m *maker) openData() OpenData {
	for _, en := range m.page.Site.Entries {
		if en.Admin != nil && (en.Admin.Number != "" || describes(en)) {
			return OpenData{JSON: m.page.ToPath(registerJSON), CSV: m.page.ToPath(registerCSV)}
		}
	}
	return OpenData{}
}

// describes reports whether the page of an entry has its metadata beside it as JSON: plans, documents, commendations.
func describes(en *site.Entry) bool {
	switch en.Kind {
	case content.KindPlan, content.KindDocument, content.KindCommendation:
		return en.Admin != nil
	}
	return false
}

// metadata returns the address of the metadata beside the page of an entry, or "".
func (m *maker) metadata(en *site.Entry) string {
	if !describes(en) {
		return ""
	}
	return m.page.ToPath(strings.TrimSuffix(m.page.Output, ".html") + ".json")
}
