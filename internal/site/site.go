// Package site turns the documents of all agencies into immutable sites: one for each agency and one for the hub over them.
//
// # What goes in, what comes out
//
// [New] takes every document and every other file of the content folder, and the present moment, and returns [Sites]. It
// reads no disk, no clock and no HTML layout; same input, same sites. It runs in one goroutine and costs time in proportion
// to the input. Afterwards nothing is changed any more, so that any number of goroutines may read.
//
// Everything that one document cannot know about itself is decided here, and only here: addresses, order, which page a
// typed path leads to, relations in both directions, which outside documents an agency shows, what holds of a plan or a
// conference today, when duties are due, which files are published, and which names collide.
//
// # Words
//
//   - An agency is a folder below content/; each is a [Site] of its own, complete in itself. The hub is a [Site] as well.
//   - An [Entry] is a document as one site publishes it. A shared document (from _shared) has an entry in every agency that
//     cites it, and one in the hub.
//   - A [Page] is an HTML page: of an entry, of a list, or one that antq makes itself (calendar, contact …).
//   - A citation names a document in a text, a basis (căn cứ) in front matter. Both lead to the one document that fits all they
//     say, or to none. A document has lapsed when it is replaced, expired or withdrawn; whatever cites it says so.
//   - The lineage of a document is what it rests on and what rests on it, from the centre down to the unit.
//   - A duty is a task of a plan as of today; an event is something with a day. The calendar folds equal duties.
//   - A document is held while it is a draft or its date lies ahead. Nothing of it is published, not even its title: a link
//     to it is plain text and comes alive when the document appears.
//
// # The walk
//
// Sources are read and indexed by path and by number; every reference of every source is resolved once, to a source, a page
// or a file; the shared documents of each agency follow from that; then each site gets its entries, lists, pages and files;
// at last relations, states and duties are derived across all of them, and what depends on those: which targets have lapsed,
// and the calendar with its pages.
package site

import (
	"slices"
	"time"

	"antq/internal/content"
	"antq/internal/diag"
)

// Asset is a file of the source tree that is not Markdown.
type Asset struct {
	Path          string // slash-separated, below content/, as on disk
	Size          int64  // bytes
	SHA256        [32]byte
	Type          string // media type, "image/png"
	Width, Height int    // pixels of a picture, else 0
}

// Input is all that sites are made from. Same input, same sites.
type Input struct {
	Documents []*content.Document // sorted by path
	Assets    []Asset             // sorted by path
	// CSV holds the bytes of .csv assets that a document names as its honourees or attendees, by path.
	CSV    map[string][]byte
	Now    time.Time // decides what is held or expired; its day in +07:00 is "today"
	Drafts bool      // publish drafts too
	// BaseURL replaces the baseURL of the one agency named by its id.
	BaseURL map[string]string
	// Only limits the sites that are built to these agency ids; empty means all and the hub.
	Only []string
}

// Sites is the result of New. It is read-only.
type Sites struct {
	Campaign    *content.Campaign // never nil
	CampaignDoc *content.Document // nil without _campaign.md
	Hub         *Site             // nil where Input.Only leaves it out
	Agencies    []*Site           // sorted by id
	Held        []Held            // sorted by path
	Unused      []string          // assets that nothing refers to, sorted
	NextChange  time.Time         // earliest moment at which the output would differ; zero = never
	Today       content.Date
}

// Site is one agency's site, or the hub's.
type Site struct {
	ID        string // agency id, "" for the hub; also its folder below the output
	Hub       bool
	Agency    *content.Agency   // nil for the hub
	Doc       *content.Document // _agency.md or _campaign.md; nil without one
	Links     []Link            // resolved Doc.Body.Refs, same length and order
	All       *Sites
	Name      string // agency name or hub title
	ShortName string
	BaseURL   string // with a closing "/", or ""
	Folders   bool   // urls: folders
	Palette   string
	Logo      *File
	Nav       []NavItem
	Sections  []*Section // those with content, in the order of lists
	Entries   []*Entry   // every published document, newest first; the hub's are the shared documents
	Pages     []*Page    // every HTML page, sorted by URL
	Files     []*File    // every asset to be copied, sorted by output path
	Units     []*Unit    // in the order of _agency.md
	Tags      []*Tag     // in Vietnamese order
	Years     []*Year    // newest first
	Register  *Register  // nil without administrative documents
	Aliases   []Alias    // sorted by From
	Members   []*Site    // hub only: the agencies
	// Abbreviations are those of the agency and the campaign, for the bodies of _agency.md and _campaign.md; sorted as in
	// [Entry.Abbreviations]. [Site.Glossary] has them in Vietnamese order.
	Abbreviations []content.Abbreviation

	duties   []*Duty
	calendar *Calendar
}

// New makes the sites. Problems that are errors mean that the sites must not be published; the value is usable all the same.
func New(in Input) (*Sites, diag.List) {
	m := &maker{in: in, today: content.DateOf(in.Now), misnamed: map[string]bool{}, citations: map[string]citation{},
		textual: map[citationKey]*source{}, organs: map[string]string{}, types: map[string]string{},
		unfolded: map[unfoldKey][]occasion{}}
	m.sites = &Sites{Today: m.today}
	m.readSources()
	m.readProfiles()
	m.indexFiles()
	m.indexNumbers()
	m.resolveAll()
	m.shareAll()
	for _, b := range m.builders {
		b.publish()
	}
	for _, b := range m.builders {
		b.fill()
		b.abbreviate()
	}
	m.relateAll()
	for _, b := range m.builders {
		b.deriveStates()
	}
	m.deriveDuties()
	for _, b := range m.builders {
		b.lapseAll()
		b.makeCalendar()
	}
	for _, b := range m.builders {
		b.finish()
	}
	m.closeReports()
	m.finish()
	return m.sites, m.problems
}

// maker holds what is known while sites are made. Its maps are for looking up; whatever reaches the result is walked in the
// order of a slice.
type maker struct {
	in       Input
	today    content.Date
	sites    *Sites
	problems diag.List

	sources     []*source       // every source, in order of path
	misnamed    map[string]bool // folders whose name is nearly that of a kind, as far as named
	agencies    []string        // ids, sorted
	campaign    *source         // nil without _campaign.md
	profiles    map[string]*source
	sections    map[string]*source // _section.md by "agency/folder"
	places      map[string]*source // by path without ending, NFC: "so-xay-dung/ke-hoach/x"
	bundles     map[string]*source // by the folder of a bundle, NFC, without closing "/"
	assets      map[string]*asset  // by path, NFC
	files       []*asset           // in order of path
	numbers     map[string][]*source
	guesses     guesser
	general     []content.Abbreviation   // the campaign's
	laws        map[string][]*source     // by name in the form of lawName
	describedBy map[described][]*source  // by what they are called without a symbol
	shortNames  map[string]string        // short names of the agencies by their names, both in the form of organ
	seats       map[string]seat          // names of organs in the form of organ, taken apart
	homes       map[string]bool          // places of the agencies, folded
	provinces   map[string]bool          // those of them that are provinces
	citations   map[string]citation      // by line, as far as read
	textual     map[citationKey]*source  // what citations in texts mean, as far as looked for
	organs      map[string]string        // folded names of organs, as far as met
	unfolded    map[unfoldKey][]occasion // times of yearly duties, as far as unfolded
	types       map[string]string        // keys of types by their names, as far as met

	builders []*builder // the agencies by id, then the hub
	byAgency map[string]*builder
	hub      *builder
}

// built reports whether the site of an agency is asked for; "" is the hub.
func (m *maker) built(agency string) bool {
	return len(m.in.Only) == 0 || slices.Contains(m.in.Only, agency)
}

// finish leaves in the result what was asked for.
func (m *maker) finish() {
	for _, b := range m.builders {
		switch {
		case !m.built(b.site.ID):
		case b.site.Hub:
			m.sites.Hub = b.site
		default:
			m.sites.Agencies = append(m.sites.Agencies, b.site)
		}
	}
	m.sites.Held = m.heldSources()
	m.sites.Unused = m.unusedFiles()
	m.sites.NextChange = m.nextChange()
}
