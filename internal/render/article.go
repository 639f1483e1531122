package render

import (
	"strings"

	"antq/internal/content"
	"antq/internal/site"
)

// Article is what the page of every document shows, in the order of the page.
type Article struct {
	Foreign    string // language of title, lead and text where it is not Vietnamese, as in "en"; what the layouts say is Vietnamese
	Label      string // kind or type above the title
	Lead       Text   // the description, where the author wrote one
	State      string // a site.State
	InForce    bool   // the plan that the agency works by
	Draft      bool   // built with drafts
	Outdated   bool   // past its expiryDate
	Withdrawn  *Change
	Ahead      Date // the day on which it takes effect, while that lies ahead
	ReplacedBy []Link
	AmendedBy  []Link

	Unit      *Link
	Topics    []Link
	Author    string
	Source    string
	SourceURL string // the official page elsewhere

	Admin *Admin // nil without administrative form

	Lineage     []LineageLevel
	Contents    []Heading
	Body        Body
	Image       *Picture
	Attachments []File
	Relations   []Relation
	Changes     []Change
	Newer       *Link
	Older       *Link
}

func (a *Article) encode(e *encoder) {
	a.Lead.encode(e)
	e.text(a.Foreign, a.Label, a.State, a.Author, a.Source, a.SourceURL)
	e.bool(a.InForce, a.Draft, a.Outdated)
	maybe(e, a.Withdrawn)
	a.Ahead.encode(e)
	each(e, a.ReplacedBy)
	each(e, a.AmendedBy)
	maybe(e, a.Unit)
	each(e, a.Topics)
	maybe(e, a.Admin)
	each(e, a.Lineage)
	each(e, a.Contents)
	a.Body.encode(e)
	maybe(e, a.Image)
	each(e, a.Attachments)
	each(e, a.Relations)
	each(e, a.Changes)
	maybe(e, a.Newer)
	maybe(e, a.Older)
}

// Change is a day and what was done on it.
type Change struct {
	Date Date
	Note string
}

func (c *Change) encode(e *encoder) { c.Date.encode(e); e.text(c.Note) }

// Relation is a group of documents that stand in one relation to this one.
type Relation struct {
	Rel     string // implements, amends, replaces, announces, reports-on, reviews, fulfils, attached-to, see-also, …
	Inverse bool   // the others state it: "được thay thế bởi"
	Items   []Link
}

func (r *Relation) encode(e *encoder) { e.text(r.Rel); e.bool(r.Inverse); each(e, r.Items) }

func (m *maker) article() Article {
	en := m.page.Entry
	c := &en.Doc.Common
	a := Article{
		Foreign: foreign(m.page.Lang), Label: label(en), State: string(en.State), Draft: en.IsDraft, Outdated: en.Expired,
		Unit: m.unit(en.Unit), Topics: m.topics(en.Tags), Relations: m.relations(en), Changes: m.changes(c.Changes),
		Newer: m.entry(en.Next), Older: m.entry(en.Prev),
	}
	a.ReplacedBy, a.AmendedBy = m.changedBy(en, "replaces"), m.changedBy(en, "amends")
	if c.Withdrawn != nil {
		a.Withdrawn = &Change{Date: date(c.Withdrawn.Date), Note: c.Withdrawn.Reason}
		a.State = string(site.StateWithdrawn)
		return a
	}
	a.Author, a.Source, a.SourceURL = c.Author, c.Source, outside(c.SourceURL)
	m.explain(en.Abbreviations)
	a.Lead = m.text(c.Description)
	a.Admin = m.admin(en)
	a.Body = m.body(en.Doc, en.Links, en.Abbreviations)
	a.Body.cited = citation(en)
	a.InForce = en == m.siteBase.inForce
	if en.State == site.StateAhead && a.Admin != nil {
		a.Ahead = a.Admin.Effective
	}
	if a.Admin != nil {
		a.Admin.close(m, en, !a.Body.shows("tasks", en, en.Links))
	}
	a.Lineage = m.lineage(en)
	a.Contents = contents(en.Doc)
	a.Image = m.picture(en.Image)
	a.Attachments = m.attachments(en.Attachments)
	return a
}

// changedBy lists the documents that replace or amend this one. One that is not issued yet changes nothing.
func (m *maker) changedBy(en *site.Entry, rel string) []Link {
	var ls []Link
	for i := range en.Relations {
		r := &en.Relations[i]
		if !r.Inverse || strings.TrimSuffix(r.Rel, "-by") != rel {
			continue
		}
		if by := r.Target.Entry; by == nil || by.State != site.StateUnsigned && by.State != site.StateExpected && by.State != site.StateAhead {
			ls = append(ls, m.byNumber(&r.Target))
		}
	}
	return ls
}

func (m *maker) changes(cs []content.Change) []Change {
	var vs []Change
	for _, c := range cs {
		vs = append(vs, Change{Date: date(c.Date), Note: c.Note})
	}
	return vs
}

func (m *maker) topics(ts []*site.Tag) []Link {
	var ls []Link
	for _, t := range ts {
		ls = append(ls, Link{Text: t.Name, Href: m.href(t.Page, "")})
	}
	return ls
}

// relations gathers the relations by what they are, in the order in which the site gives them. What an administrative document
// is based on stands among its bases already.
func (m *maker) relations(en *site.Entry) []Relation {
	var groups []Relation
	for i := range en.Relations {
		r := &en.Relations[i]
		rel := strings.TrimSuffix(r.Rel, "-by")
		inverse := r.Inverse || rel != r.Rel
		if rel == "cites" && !inverse && !r.InText && en.Admin != nil {
			continue
		}
		l := m.titled(&r.Target)
		if r.Note != "" {
			l.Note = r.Note
		}
		if n := len(groups) - 1; n >= 0 && groups[n].Rel == rel && groups[n].Inverse == inverse {
			groups[n].Items = append(groups[n].Items, l)
			continue
		}
		groups = append(groups, Relation{Rel: rel, Inverse: inverse, Items: []Link{l}})
	}
	return groups
}
