package site

// lapse tells a target whether its document still holds, and what holds in its place, as the pages of this site show it.
func (b *builder) lapse(t *Target) {
	if t == nil || t.Entry == nil {
		return
	}
	e := t.Entry
	if e.Site != b.site {
		b.changesOn(e.changes)
	}
	switch e.State {
	case StateReplaced, StateExpired, StateWithdrawn:
		t.Lapsed = e.State
	}
	if e.State != StateReplaced || e.ReplacedBy == nil {
		return
	}
	t.ReplacedBy = e.ReplacedBy
	if e.Site != b.site {
		by := e.ReplacedBy.Entry
		t.ReplacedBy = &Target{Entry: by, Page: by.Page, Text: by.Title}
		if by.Site != b.site {
			b.outside(nil, hit{}, t.ReplacedBy)
		}
	}
}

// lapseAll tells every target of the site, when the states of all documents are known.
func (b *builder) lapseAll() {
	lapseLinks := func(links []Link) {
		for i := range links {
			b.lapse(links[i].Target)
		}
	}
	lapseLinks(b.site.Links)
	for _, s := range b.site.Sections {
		lapseLinks(s.Links)
	}
	for _, e := range b.order {
		lapseLinks(e.Links)
		if e.Admin != nil {
			for i := range e.Admin.Bases {
				b.lapse(e.Admin.Bases[i].Target)
				for k := range e.Admin.Bases[i].Cited {
					b.lapse(e.Admin.Bases[i].Cited[k].Target)
				}
			}
		}
		for i := range e.Attachments {
			b.lapse(e.Attachments[i].Target)
		}
		b.lapse(e.Decision)
		for i := range e.Relations {
			// A document that replaces another one need not be told that the other one is replaced.
			if r := &e.Relations[i]; r.Rel != relReplaces {
				b.lapse(&r.Target)
			}
		}
	}
}
