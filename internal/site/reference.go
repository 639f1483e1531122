package site

import (
	"strconv"
	"strings"

	"antq/internal/content"
)

// references is everything a source refers to, resolved as far as it is the same for every site. Slices are parallel to the
// values they resolve.
type references struct {
	body        []bodyHit
	statements  []statement // relations that the source states: those of related first
	bases       []hit
	basesMore   [][]citedHit // by căn cứ: the documents that its line cites, the first one too; nil where its parts are typed
	attachments []attachmentHit
	image       *asset
	file        *asset
	logo        *asset
	nav         []hit
	main        hit // the plan of a conference, the award of a story, the decision on a model
	agenda      []hit
	stories     []hit // of honourees
	honourees   []content.Honouree
	table       string // the CSV file that lists them, below content/, or ""
	attendees   []content.Attendees
	materials   []*asset
}

// bodyHit is a reference of the body: a link, citation or picture has to; a shortcode may have a document and files.
type bodyHit struct {
	to    hit
	cites bool // a citation
	file  *asset
	files []*asset
}

// citedHit is a citation within a line, and what it means.
type citedHit struct {
	text, whole string // as in citation
	to          hit
}

// statement is a relation that a source states.
type statement struct {
	rel  string
	to   hit
	note string
	key  string

	inText bool // cites: only the text says so
}

type attachmentHit struct {
	file *asset
	to   hit
}

// resolveAll resolves the references of every source. A held one is resolved too: what lies ahead must not break the build
// on the day it appears, and its files are waiting, not unused.
func (m *maker) resolveAll() {
	for _, s := range m.sources {
		m.resolveCommon(s)
		m.resolveBody(s)
		if s.admin != nil {
			m.resolveAdministrative(s)
		}
		m.resolveKind(s)
		s.stateImplied()
	}
}

func (m *maker) resolveCommon(s *source) {
	c := &s.doc.Common
	if c.Image != nil && c.Image.Src != "" {
		s.refs.image = m.picture(s, s.span("image.src"), c.Image.Src)
	}
	for i, a := range c.Attachments {
		key := "attachments." + strconv.Itoa(i)
		var h attachmentHit
		if a.File != "" {
			h.file = m.attach(s, s.span(key+".file"), a.File)
		}
		if a.To != "" {
			h.to = m.cite(s, key+".to", a.To)
		}
		s.refs.attachments = append(s.refs.attachments, h)
	}
	for i, r := range c.Related {
		key := "related." + strconv.Itoa(i)
		if _, ok := s.doc.Keys[key+".to"]; ok {
			key += ".to"
		}
		st := statement{rel: r.Rel, note: r.Note, key: key}
		if st.rel == "" {
			st.rel = relSeeAlso
		}
		if r.To != "" {
			st.to = m.cite(s, key, r.To)
		}
		s.refs.statements = append(s.refs.statements, st)
	}
}

func (m *maker) resolveBody(s *source) {
	refs := s.doc.Body.Refs
	if len(refs) == 0 {
		return
	}
	s.refs.body = make([]bodyHit, len(refs))
	for i := range refs {
		r, h := &refs[i], &s.refs.body[i]
		switch r.Kind {
		case content.RefLink:
			h.to = m.follow(s, spot{Span: r.At}, r.Target, r.Fragment)
			if a := h.to.file; a != nil {
				h.to, h.file = hit{}, m.attach(s, spot{Span: r.At}, r.Target)
			}
		case content.RefImage:
			h.file = m.picture(s, spot{Span: r.At}, r.Target)
		case content.RefShortcode:
			m.resolveShortcode(s, r, h)
		case content.RefCitation:
			h.cites = true
			if to := m.citedInText(s, m.textCitation(r.Cited)); to != nil {
				h.to = hit{kind: hitSource, source: to, at: spot{Span: r.At}}
			}
		}
	}
}

// resolveShortcode resolves what the arguments of a shortcode name: a document by path or number, files of a gallery or
// video. A shortcode that shows a part of a document shows that of its own page where none is named.
func (m *maker) resolveShortcode(s *source, r *content.Ref, h *bodyHit) {
	switch r.Name {
	case "tasks", "agenda", "attendees", "honourees":
		h.to = hit{kind: hitSource, source: s}
	}
	for _, a := range r.Args {
		switch a.Name {
		case "path", "plan", "of":
			h.to = m.followPath(s, spot{Span: a.At}, a.Value)
		case "number":
			h.to = m.numbered(s, spot{Span: a.At}, a.Value)
		case "file":
			h.files = append(h.files, m.attach(s, spot{Span: a.At}, a.Value))
		case "poster":
			h.files = append(h.files, m.picture(s, spot{Span: a.At}, a.Value))
		case "images":
			for name := range strings.SplitSeq(a.Value, ",") {
				if name = strings.TrimSpace(name); name != "" {
					h.files = append(h.files, m.picture(s, spot{Span: a.At}, name))
				}
			}
		}
	}
}

// numbered finds the document with a number, and reports a number that none has.
func (m *maker) numbered(s *source, at spot, number string) hit {
	c, _ := m.readCitation(number)
	if to := m.cited(s, c); to != nil {
		return hit{kind: hitSource, source: to, text: number, at: at}
	}
	m.reportAt(s, at, "document-unknown", "", number)
	return hit{}
}

func (m *maker) resolveAdministrative(s *source) {
	a := s.admin
	m.checkTasks(s)
	if a.File != "" {
		s.refs.file = m.attach(s, s.span("file"), a.File)
	}
	for i, b := range a.Bases {
		key := "bases." + strconv.Itoa(i)
		switch {
		case b.To != "":
			s.refs.bases = append(s.refs.bases, m.cite(s, key+".to", b.To))
			s.refs.basesMore = append(s.refs.basesMore, nil)
		default:
			c := m.basisCitation(b)
			h := hit{kind: hitText, text: b.Text, at: s.span(key)}
			if to := m.cited(s, c); to != nil {
				h.kind, h.source = hitSource, to
			}
			s.refs.bases = append(s.refs.bases, h)
			s.refs.basesMore = append(s.refs.basesMore, m.citedInBasis(s, &c, h))
		}
	}
}

// citedInBasis resolves the documents that the line of a căn cứ cites; first is what the first one means.
func (m *maker) citedInBasis(s *source, c *citation, first hit) []citedHit {
	if c.whole == "" {
		return nil
	}
	list := []citedHit{{c.text, c.whole, first}}
	for i := range c.more {
		more := &c.more[i]
		h := hit{kind: hitText, at: first.at}
		if to := m.cited(s, *more); to != nil && more.fitsType(to) {
			h.kind, h.source = hitSource, to
		}
		list = append(list, citedHit{more.text, more.whole, h})
	}
	return list
}

func (m *maker) resolveKind(s *source) {
	switch x := s.doc.Meta.(type) {
	case *content.Conference:
		if x.Of != "" {
			s.refs.main = m.cite(s, "of", x.Of)
		}
		for i, item := range x.Agenda {
			var h hit
			if item.Doc != "" {
				h = m.cite(s, "agenda."+strconv.Itoa(i)+".doc", item.Doc)
			}
			s.refs.agenda = append(s.refs.agenda, h)
		}
		m.readAttendees(s, x)
	case *content.Story:
		if x.Award != "" {
			s.refs.main = m.cite(s, "award", x.Award)
			m.checkAward(s, x.Award)
		}
	case *content.Commendation:
		m.readHonourees(s, x)
		for i, h := range s.refs.honourees {
			var to hit
			if h.Story != "" {
				to = m.followPath(s, s.ofHonouree(i, "story"), h.Story)
			}
			s.refs.stories = append(s.refs.stories, to)
		}
	case *content.Model:
		if x.Decision != "" {
			s.refs.main = m.cite(s, "decision", x.Decision)
		}
	case *content.Material:
		for i, f := range x.Files {
			var a *asset
			if f.File != "" {
				a = m.attach(s, s.span("files."+strconv.Itoa(i)+".file"), f.File)
			}
			s.refs.materials = append(s.refs.materials, a)
		}
	case *content.Agency:
		if x.Logo != "" {
			s.refs.logo = m.picture(s, s.span("logo"), x.Logo)
		}
		m.resolveNav(s, "nav", x.Nav)
	case *content.Campaign:
		m.resolveNav(s, "hub.nav", x.Hub.Nav)
	}
}

func (m *maker) resolveNav(s *source, key string, items []content.NavItem) {
	for i, item := range items {
		s.refs.nav = append(s.refs.nav, m.followPath(s, s.span(key+"."+strconv.Itoa(i)+".to"), item.To))
	}
}

// cite resolves a front matter value that is a path or a citation line.
func (m *maker) cite(s *source, key, value string) hit { return m.citeAt(s, s.span(key), value) }
