package site

import (
	"cmp"
	"slices"
	"strings"

	"antq/internal/content"
	"antq/internal/viet"
)

// Honouree is a rewarded person or collective with its unit and story resolved.
type Honouree struct {
	content.Honouree
	UnitName string
	UnitRef  *Unit
	StoryRef *Entry
}

// readHonourees takes the honourees from the front matter, or from the CSV file that it names.
func (m *maker) readHonourees(s *source, c *content.Commendation) {
	s.refs.honourees = c.Honourees
	if c.HonoureesFile == "" {
		return
	}
	data, file := m.table(s, "honourees", c.HonoureesFile)
	if data == nil {
		return
	}
	list, problems := content.ParseHonourees(sourceFile(file.Path), data)
	m.problems.Merge(problems)
	s.refs.honourees, s.refs.table = list, file.Path
}

// fillHonourees resolves the units of the honourees. Their stories follow when all sites have their entries.
func (b *builder) fillHonourees(e *Entry, s *source) {
	for i, h := range s.refs.honourees {
		made := Honouree{Honouree: h, UnitName: h.Unit}
		if u := b.unitNamed(h.Unit); u != nil {
			made.UnitRef, made.UnitName = u, u.Name
		} else if isID(h.Unit) && b.speaksFor(s) {
			b.unknownUnit(s, s.ofHonouree(i, "unit"), h.Unit)
		}
		e.Honourees = append(e.Honourees, made)
	}
}

// relateAwards ties the commendations of a site to the stories of those they honour. Either side may say so. A story that
// names one commendation while only another one lists it is a contradiction.
func (b *builder) relateAwards() {
	listedBy := map[*Entry][]*Entry{}
	for _, s := range b.own {
		e := b.entries[s]
		if e == nil || s.withdrawn || e.Kind != content.KindCommendation {
			continue
		}
		for i := range e.Honourees {
			h := s.refs.stories[i]
			if h.kind != hitSource {
				continue
			}
			b.target(s, h, "") // for the notes on held stories
			story, own := b.lookup(h.source)
			if story == nil || !own {
				continue
			}
			b.checkHonouree(s, i, h.source)
			e.Honourees[i].StoryRef = story
			e.addStory(story)
			if !slices.Contains(listedBy[story], e) {
				listedBy[story] = append(listedBy[story], e)
			}
		}
	}
	for _, s := range b.own {
		e := b.entries[s]
		if e == nil || s.withdrawn || e.Kind != content.KindStory {
			continue
		}
		by := listedBy[e]
		if t := b.target(s, s.refs.main, ""); t != nil && t.Entry != nil && t.Entry.Site == b.site {
			e.Award = t.Entry
			if len(by) > 0 && !slices.Contains(by, e.Award) {
				b.report(s, "award", "relation-contradiction", "award", sourceFile(e.Award.Doc.Path), sourceFile(by[0].Doc.Path))
			}
		} else if len(by) > 0 {
			e.Award = slices.MaxFunc(by, func(x, y *Entry) int { return newestFirst(y, x) })
		}
		if e.Award != nil {
			e.Award.addStory(e)
			e.Award.honour(e)
		}
	}
	for _, e := range b.order {
		slices.SortStableFunc(e.Stories, newestFirst)
	}
}

// checkAward reports an award that is no commendation.
func (m *maker) checkAward(s *source, typed string) {
	h := s.refs.main
	what := typed
	switch {
	case h.kind == hitNone, h.kind == hitText:
		return
	case h.kind == hitSource && h.source.doc.Kind == content.KindCommendation:
		return
	case h.kind == hitSource:
		what = sourceFile(h.source.doc.Path)
	}
	m.report(s, "award", "award-kind", "", what)
	s.refs.main = hit{}
}

// checkHonouree reports a commendation that gives somebody the story of somebody else, or takes a person for a collective. A name
// with a title or a place beside it is no other name.
func (m *maker) checkHonouree(s *source, i int, story *source) {
	x, ok := story.doc.Meta.(*content.Story)
	if !ok {
		return
	}
	h, subject := s.refs.honourees[i], x.Subject
	if !sameName(h.Name, subject.Name) {
		m.reportAt(s, s.ofHonouree(i, "name"), "relation-contradiction", "honouree", h.Name, subject.Name, story.text(story.span("subject.name")))
	}
	if h.Type != "" && subject.Type != "" && h.Type != subject.Type {
		m.reportAt(s, s.ofHonouree(i, "type"), "relation-contradiction", "honouree-type", h.Type, subject.Type, story.text(story.span("subject.type")))
	}
}

// sameName reports whether two names can be one: they are equal but for marks, punctuation and letter case, or one holds the
// words of the other. Without a name nothing speaks against it.
func sameName(a, b string) bool {
	a, b = viet.Slug(a), viet.Slug(b)
	return a == "" || b == "" || strings.Contains("-"+a+"-", "-"+b+"-") || strings.Contains("-"+b+"-", "-"+a+"-")
}

func (e *Entry) addStory(story *Entry) {
	if !slices.Contains(e.Stories, story) {
		e.Stories = append(e.Stories, story)
	}
}

// honour links the honouree who is the subject of a story to it, where only the story says so.
func (e *Entry) honour(story *Entry) {
	x, ok := story.Doc.Meta.(*content.Story)
	if !ok {
		return
	}
	for i := range e.Honourees {
		h := &e.Honourees[i]
		if h.StoryRef == nil && h.Name == x.Subject.Name && cmp.Or(h.Unit, x.Subject.Unit) == cmp.Or(x.Subject.Unit, h.Unit) {
			h.StoryRef = story
			return
		}
	}
}
