package site

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"antq/internal/content"
)

// Entry is a document as one site publishes it: what it says, and what only the whole site knows about it.
type Entry struct {
	Site        *Site
	Doc         *content.Document
	Kind        content.Kind
	Page        *Page
	Section     *Section // nil for pages, and where the section has no page (all of it expired)
	Title       string
	ShortTitle  string
	Description string
	Unit        *Unit
	Tags        []*Tag
	Image       *Picture
	Attachments []Attachment
	Relations   []Relation   // both ways, in a fixed order
	Links       []Link       // resolved Doc.Body.Refs, same length and order; all empty for a withdrawn document
	Prev, Next  *Entry       // older and newer in the section
	Date        content.Date // what it is sorted and shown by: date, else issued, else when.start
	Posted      content.Date // Date, but zero while it lies ahead, as for a conference still to be held: that is no news yet
	Updated     content.Date // newest change note
	State       State
	Expired     bool  // past expiryDate
	Canonical   *Page // the hub's page for a shared document, else nil
	Shared      bool

	Admin         *Admin      // for administrative documents, else nil
	Conference    *Conference // for conferences, else nil
	Honourees     []Honouree  // for commendations
	Award         *Entry      // for stories: the commendation
	Stories       []*Entry    // for commendations: stories of its honourees, also where only the story says so
	Decision      *Target     // for models
	MaterialFiles []Attachment
	Duties        []*Duty
	IsDraft       bool

	// ReplacedBy is the document that replaces this one, where State is StateReplaced; else nil.
	ReplacedBy *Target
	// Abbreviations are those that hold in the body: its own, then the agency's, then the campaign's; the longest first, so
	// that the first one that fits at a place is the right one. Entries may share the list.
	Abbreviations []content.Abbreviation

	changes content.Date // next day on which State changes
	above   []*Relation  // relations to what the document rests on or carries out
	below   []*Relation  // relations to what rests on it or carries it out
}

// State is what holds of a document today.
type State string

// The states of documents and conferences.
const (
	StateNone      State = ""
	StateExpected  State = "expected" // sẽ ban hành
	StateUnsigned  State = "unsigned" // dự thảo
	StateIssued    State = "issued"
	StateAhead     State = "not-yet-effective" // issued; chưa có hiệu lực
	StateAmended   State = "amended"
	StateReplaced  State = "replaced"
	StateExpired   State = "expired"   // hết hiệu lực
	StateEnded     State = "ended"     // đã hết giai đoạn
	StateTentative State = "tentative" // conferences: dự kiến
	StateConfirmed State = "confirmed"
	StateHeld      State = "held"
	StatePostponed State = "postponed"
	StateCancelled State = "cancelled"
	StateWithdrawn State = "withdrawn"
)

// Picture is an image of the site.
type Picture struct {
	File        *File
	Alt, Credit string
}

// Attachment is a file or a document attached to an entry.
type Attachment struct {
	Title, Note, Original string
	File                  *File
	Target                *Target
}

// Listed reports whether lists and feeds show the entry: not when it is expired or withdrawn.
func (e *Entry) Listed() bool { return !e.Expired && e.State != StateWithdrawn }

// shortTitleLength is how many letters a title has at most in menus and breadcrumbs.
const shortTitleLength = 60

// newEntry makes the entry of a source, with what the source alone and the site's units say about it.
func (b *builder) newEntry(s *source) *Entry {
	d := s.doc
	c := &d.Common
	e := &Entry{Site: b.site, Doc: d, Kind: d.Kind, Title: cmp.Or(c.Title, d.Base), Expired: s.expired, Shared: s.shared(), IsDraft: c.Draft}
	e.ShortTitle = cmp.Or(c.ShortTitle, shorten(e.Title, shortTitleLength))
	e.Date = entryDate(d, s.admin)
	if e.Date.First().Compare(b.today) <= 0 {
		e.Posted = e.Date
	}
	for _, ch := range c.Changes {
		if ch.Date.Compare(e.Updated) > 0 {
			e.Updated = ch.Date
		}
	}
	if s.withdrawn {
		e.State = StateWithdrawn
	}
	if s.admin != nil && (d.Kind == content.KindPlan || d.Kind == content.KindDocument || s.facts.number != "" || !s.admin.Issued.IsZero()) {
		e.Admin = newAdmin(s)
	}
	e.Description = describe(e)
	b.joinUnit(e, s)
	e.Page = b.site.newPage(s.name, d.Kind.String(), e.Title)
	e.Page.Entry, e.Page.NoIndex = e, c.NoIndex || s.withdrawn
	e.Page.Lang = cmp.Or(c.Lang, "vi")
	return e
}

// joinUnit finds the unit that a document belongs to.
func (b *builder) joinUnit(e *Entry, s *source) {
	id := e.Doc.Common.Unit
	if id != "" {
		if e.Unit = b.units[id]; e.Unit == nil && e.Shared == b.site.Hub {
			b.unknownUnit(s, s.span("unit"), id)
		}
		return
	}
	st, ok := e.Doc.Meta.(*content.Story)
	if !ok || st.Subject.Unit == "" {
		return
	}
	if e.Unit = b.unitNamed(st.Subject.Unit); e.Unit == nil && isID(st.Subject.Unit) {
		b.unknownUnit(s, s.span("subject.unit"), st.Subject.Unit)
	}
}

// entryDate is the day an entry is sorted by.
func entryDate(d *content.Document, a *content.Administrative) content.Date {
	date := d.Common.Date
	if date.IsZero() && a != nil {
		date = a.Issued
	}
	if c, ok := d.Meta.(*content.Conference); ok && date.IsZero() {
		date = c.When.Start
	}
	return date
}

// shorten cuts a text at a word so that it has at most n letters, with an ellipsis for what is left out.
func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	cut, letters := 0, 0
	for i, r := range s {
		if r == ' ' {
			cut = i
		}
		if letters++; letters > n-1 {
			if cut == 0 {
				cut = i
			}
			break
		}
	}
	return strings.TrimRight(s[:cut], " ,;:.-–(“\"") + "…"
}

// descriptionLength is the greatest number of letters of a description (content model, key description).
const descriptionLength = 300

// describe returns what is said about a page in lists and to search engines: what is typed; for a numbered document its
// type, number, date, issuer and title; else the body's first sentence.
func describe(e *Entry) string {
	if e.State == StateWithdrawn {
		return ""
	}
	if e.Doc.Common.Description != "" {
		return e.Doc.Common.Description
	}
	a := e.Admin
	if a == nil {
		return shorten(e.Doc.Body.Summary, descriptionLength)
	}
	text := a.TypeName
	if a.Number != "" && !strings.HasPrefix(a.Number, "/") {
		text += " số " + a.Number
	}
	if !a.Issued.IsZero() {
		text += " " + a.Issued.Words()
	}
	if len(a.Issuers) > 0 {
		text += " của " + strings.Join(a.Issuers, ", ")
	}
	return shorten(text+": "+e.Title, descriptionLength)
}

// newestFirst orders entries by date, the newest first, then by path.
func newestFirst(a, b *Entry) int {
	return cmp.Or(b.Date.Compare(a.Date), cmp.Compare(a.Doc.Path, b.Doc.Path))
}

// weightFirst orders the entries of a section: those with a weight by it, then the others with the newest first.
func weightFirst(a, b *Entry) int {
	wa, wb := a.Doc.Common.Weight, b.Doc.Common.Weight
	switch {
	case wa != 0 && wb != 0:
		return cmp.Or(cmp.Compare(wa, wb), newestFirst(a, b))
	case wa != 0:
		return -1
	case wb != 0:
		return 1
	}
	return newestFirst(a, b)
}

// publish makes the entries and pages of a site, without what leads from one to another.
func (b *builder) publish() {
	b.reserve()
	for _, s := range b.own {
		b.publishSource(s)
	}
	b.site.Entries = slices.Clone(b.order)
	slices.SortStableFunc(b.site.Entries, newestFirst)
	b.makeSections()
	b.makeTags()
	b.makeYears()
	b.makeDuties()
	b.makeUnitPages()
	b.makeGenerated()
	b.makeAliases()
}

// publishSource gives a source its entry and page. The address of a document that lies ahead is claimed already.
func (b *builder) publishSource(s *source) {
	if s.held == HeldDraft {
		return
	}
	e := b.newEntry(s)
	if s.held != "" && replaceable(s.name) {
		return // the page that antq makes stands there until then
	}
	if !b.claim(e.Page.Output, owner{source: s}) {
		return
	}
	b.claimBeside(e, s)
	if s.held != "" {
		return
	}
	b.entries[s] = e
	b.order = append(b.order, e)
	b.addPage(e.Page)
}

// addPage puts a page whose path is claimed into the site.
func (b *builder) addPage(p *Page) {
	b.pages[p.name] = p
	b.site.Pages = append(b.site.Pages, p)
}
