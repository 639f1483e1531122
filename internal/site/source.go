package site

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"antq/internal/content"
	"antq/internal/viet"
)

// source is a document together with what is the same for every site that shows it.
type source struct {
	doc       *content.Document
	folder    string // agency id, content.Shared, or "" for the campaign
	dir       string // folder of the file below content/, NFC
	name      string // address without ending, "ke-hoach/x"; "" for what has no page of its own
	held      HeldReason
	expired   bool // past expiryDate
	withdrawn bool
	cited     bool // a shared document that some agency shows
	admin     *content.Administrative
	facts     facts
	refs      references

	errors, remarks int  // how many errors, and how many warnings and notes, it has
	unlisted        int  // how many of these the report leaves out
	firstUnlisted   spot // where the first of them is
}

func (s *source) shared() bool { return s.folder == content.Shared }

// shown reports whether the document has a page today.
func (s *source) shown() bool { return s.name != "" && s.held == "" }

// readSources sorts the documents by path, decides which of them are held, and gives each its address.
func (m *maker) readSources() {
	m.profiles, m.sections = map[string]*source{}, map[string]*source{}
	m.places, m.bundles = map[string]*source{}, map[string]*source{}
	docs := slices.Clone(m.in.Documents)
	slices.SortStableFunc(docs, func(a, b *content.Document) int { return cmp.Compare(a.Path, b.Path) })
	for _, d := range docs {
		if d.Kind == 0 || d.Agency == "" && d.Kind != content.KindCampaign {
			continue // no place in the tree: named by whoever read the file
		}
		s := &source{doc: d, folder: d.Agency, dir: viet.NFC(path.Dir(d.Path)), admin: administrative(d.Meta)}
		s.held = m.holdReason(d)
		s.withdrawn = d.Common.Withdrawn != nil
		if x := d.Common.ExpiryDate; !x.IsZero() && !x.Time().After(m.in.Now) {
			s.expired = true
		}
		m.sources = append(m.sources, s)
		m.place(s)
	}
}

// place enters a source into the index of paths.
func (m *maker) place(s *source) {
	d := s.doc
	misnamed := m.checkFolder(s)
	switch d.Kind {
	case content.KindCampaign:
		m.campaign = s
	case content.KindAgency:
		if s.shared() {
			m.report(s, "", "shared-kind", "")
			return
		}
		m.profiles[s.folder] = s
	case content.KindSection:
		if _, ok := content.KindOfFolder(d.Rest); ok {
			m.sections[s.folder+"/"+d.Rest] = s
		} else if !misnamed {
			m.report(s, "", "section-place", "")
		}
	default:
		if s.shared() && misnamed {
			return
		}
		if s.shared() && d.Kind != content.KindDocument {
			m.report(s, "", "shared-kind", "")
			return
		}
		s.name = m.nameOf(s)
		key := viet.NFC(s.folder + "/" + d.Rest)
		if first := m.places[key]; first != nil {
			reason := ""
			if viet.NFC(d.Path) == viet.NFC(first.doc.Path) {
				reason = "form"
			}
			m.report(s, "", "source-twice", reason, sourceFile(first.doc.Path))
			s.name = ""
			return
		}
		m.places[key] = s
		if d.Bundle != "" {
			m.bundles[viet.NFC(strings.TrimSuffix(d.Bundle, "/"))] = s
		}
	}
}

// checkFolder reports a folder whose name is that of a kind but for marks, letter case or hyphens: its documents would be plain
// pages. It reports whether the source lies in such a folder; the folder is named once.
func (m *maker) checkFolder(s *source) bool {
	_, below, _ := strings.Cut(s.doc.Path, "/")
	folder, _, deep := strings.Cut(below, "/")
	if !deep {
		return false
	}
	meant := content.MeantFolder(folder)
	if meant == "" {
		return false
	}
	if key := s.folder + "/" + folder; !m.misnamed[key] {
		m.misnamed[key] = s.held != HeldDraft
		m.report(s, "", "folder-kind", "", folder, meant)
	}
	return true
}

// administrative returns the keys of an administrative document, or nil for kinds without them.
func administrative(meta content.Meta) *content.Administrative {
	switch x := meta.(type) {
	case *content.Plan:
		return &x.Administrative
	case *content.Legal:
		return &x.Administrative
	case *content.Commendation:
		return &x.Administrative
	case *content.Notice:
		return &x.Administrative
	}
	return nil
}

// task returns the task of a plan with this id.
func (s *source) task(id string) *content.Task {
	if s.admin == nil || id == "" {
		return nil
	}
	for i := range s.admin.Tasks {
		if s.admin.Tasks[i].ID == id {
			return &s.admin.Tasks[i]
		}
	}
	return nil
}

// checkTasks reports a task whose id another one of the same document has already.
func (m *maker) checkTasks(s *source) {
	first := map[string]string{}
	for i, t := range s.admin.Tasks {
		key := "tasks." + strconv.Itoa(i) + ".id"
		switch earlier, twice := first[t.ID]; {
		case t.ID == "":
		case twice:
			m.report(s, key, "task-id", "", t.ID, strconv.Itoa(s.span(earlier).Start.Line))
		default:
			first[t.ID] = key
		}
	}
}
