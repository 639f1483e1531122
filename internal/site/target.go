package site

// Target is where a reference leads. Page is nil where it cannot be linked: a held document, a citation of a document that the
// sites do not have, or a page of another site without a baseURL; then only Text is shown.
type Target struct {
	Entry    *Entry // the document, if it is one
	Page     *Page  // nil: text only
	Fragment string
	Absolute string // address with baseURL, for pages of other sites; "" = relative link to Page
	Text     string // what to show: title of the target, or the citation line
	Note     string

	// Lapsed tells the reader that the document does not hold any more: StateReplaced, StateExpired or StateWithdrawn, else "".
	// ReplacedBy is what holds in its place, for StateReplaced.
	Lapsed     State
	ReplacedBy *Target
}

// Link is a resolved reference of a body.
type Link struct {
	// Target is set for RefLink and RefCitation. It is nil where nothing is linked; a citation of a document that this page may
	// not link to (another agency's, without a baseURL) has a Target without Page.
	Target *Target
	File   *File   // RefImage, and RefLink to a file
	Entry  *Entry  // RefShortcode: the document it shows
	Files  []*File // RefShortcode gallery and video
	Known  bool    // RefCitation: the sites have the document, be it the citing one itself or one that is held
}

// target turns what a source refers to into what a page of this site shows. text is shown where the target has no title or
// must not tell it. It returns nil for a reference that leads nowhere, or to a held document: nothing of that may be seen.
func (b *builder) target(s *source, h hit, text string) *Target {
	switch h.kind {
	case hitText:
		return &Target{Text: h.text}
	case hitPage:
		return b.targetPage(s, h)
	case hitSource:
		return b.targetSource(s, h, text)
	}
	return nil
}

func (b *builder) targetSource(s *source, h hit, text string) *Target {
	e, own := b.lookup(h.source)
	if e == nil {
		if h.text != "" && h.source.held != "" && h.source != s && b.speaksFor(s) {
			b.heldLink(s, h)
		}
		if text == "" {
			return nil
		}
		return &Target{Text: text}
	}
	t := &Target{Entry: e, Page: e.Page, Fragment: h.fragment, Text: e.Title}
	if !own {
		b.outside(s, h, t)
	}
	return t
}

// heldLink notes that a link has to wait, and for what.
func (b *builder) heldLink(s *source, h hit) {
	file := sourceFile(h.source.doc.Path)
	if h.source.held == HeldFuture {
		date := h.source.doc.Common.Date
		until := date.Short()
		if date.HasTime {
			until += ", " + date.Clock()
		}
		b.reportAt(s, h.at, "link-held", "future", h.text, file, until)
		return
	}
	b.reportAt(s, h.at, "link-held", "", h.text, file)
}

func (b *builder) targetPage(s *source, h hit) *Target {
	at := b.byAgency[h.agency]
	p := at.pages[h.name]
	if p == nil {
		at.absent(s, h)
		return nil
	}
	t := &Target{Page: p, Entry: p.Entry, Fragment: h.fragment, Text: p.Title}
	if at != b {
		b.outside(s, h, t)
	}
	return t
}

// outside gives a target of another site its whole address, or takes the link away if it has none. The hub's own links to
// the agencies are relative, since their folders lie below it.
func (b *builder) outside(s *source, h hit, t *Target) {
	if b.site.Hub {
		return
	}
	if t.Absolute = t.Page.Address(); t.Absolute != "" {
		return
	}
	if h.text != "" && b.speaksFor(s) {
		b.reportAt(s, h.at, "link-foreign", "", h.text, t.Page.Site.Name)
	}
	t.Page = nil
}

// lookup returns the entry that stands for a source on this site, and whether it is this site's own; nil if no site shows it.
func (b *builder) lookup(s *source) (e *Entry, own bool) {
	if other := b.instead[s]; other != nil {
		s = other
	}
	if e = b.entries[s]; e != nil {
		return e, true
	}
	folder := s.folder
	if s.shared() {
		folder = ""
	}
	return b.byAgency[folder].entries[s], false
}

// speaksFor reports whether this site is the one to report problems of a source: a shared one is shown by several.
func (b *builder) speaksFor(s *source) bool {
	return s.folder == b.site.ID || s.shared() && b.site.Hub
}

// absent reports a page that the site does not have. The pages of lists come and go with what they list, so that is only
// noted where the list is possible at all.
func (b *builder) absent(s *source, h hit) {
	if b.mayHave(h.name) {
		b.reportAt(s, h.at, "link-absent", "", h.text)
		return
	}
	b.dangling(s, h.at, h.text)
}
