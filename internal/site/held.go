package site

import "antq/internal/content"

// Held is a document that is not published, and why.
type Held struct {
	Path  string // below content/
	Why   HeldReason
	Until content.Date      // for HeldFuture
	Doc   *content.Document // for the editor's own lists; nothing of it may reach a page
}

// HeldReason says why a document is not published.
type HeldReason string

// The reasons for not publishing a document.
const (
	HeldDraft   HeldReason = "draft"
	HeldFuture  HeldReason = "future"
	HeldUncited HeldReason = "uncited" // a shared document that no agency cites on sites made without the hub, which would show it
)

// holdReason decides whether a document may be seen at the moment of the input.
func (m *maker) holdReason(d *content.Document) HeldReason {
	switch {
	case !hasPage(d.Kind):
		return ""
	case d.Common.Draft && !m.in.Drafts:
		return HeldDraft
	case d.Common.Date.Time().After(m.in.Now):
		return HeldFuture
	}
	return ""
}

// hasPage reports whether documents of a kind have pages of their own. What says something about a site or a section always
// holds.
func hasPage(k content.Kind) bool {
	return k != content.KindAgency && k != content.KindCampaign && k != content.KindSection
}

// heldSources lists what is not published, in order of path.
func (m *maker) heldSources() []Held {
	var list []Held
	for _, s := range m.sources {
		switch {
		case s.folder != "" && s.folder != content.Shared && !m.built(s.folder):
		case s.held == HeldFuture:
			list = append(list, Held{Path: s.doc.Path, Why: s.held, Until: s.doc.Common.Date, Doc: s.doc})
		case s.held != "":
			list = append(list, Held{Path: s.doc.Path, Why: s.held, Doc: s.doc})
		case s.shared() && s.name != "" && !s.cited && !m.built(""):
			list = append(list, Held{Path: s.doc.Path, Why: HeldUncited, Doc: s.doc})
		}
	}
	return list
}
