package site

import "antq/internal/content"

// shareAll decides which shared documents each agency shows: those that its published documents cite, directly or through
// another shared one. An agency's own document with the same number, issuer and year takes a shared one's place.
func (m *maker) shareAll() {
	for _, b := range m.builders {
		if b.site.Hub {
			continue
		}
		queue := append([]*source{}, b.own...)
		if b.profile != nil {
			queue = append(queue, b.profile)
		}
		for _, k := range content.SectionKinds() {
			if s := m.sections[b.site.ID+"/"+k.Folder()]; s != nil {
				queue = append(queue, s)
			}
		}
		for _, s := range b.own {
			if id := s.identity(); id != "" && s.shown() {
				for _, other := range m.numbers[id] {
					if other.shared() && b.instead[other] == nil {
						b.instead[other] = s
					}
				}
			}
		}
		seen := map[*source]bool{}
		for len(queue) > 0 {
			s := queue[0]
			queue = queue[1:]
			if s.held != "" || s.withdrawn {
				continue
			}
			s.refs.each(func(to *source) {
				if to.shared() && to.shown() && !seen[to] && b.instead[to] == nil {
					seen[to] = true
					queue = append(queue, to)
				}
			})
		}
		for _, s := range m.hub.own {
			if seen[s] {
				b.own = append(b.own, s)
				s.cited = s.cited || m.built(b.site.ID)
			}
		}
	}
}

// each calls visit for every source that is referred to.
func (r *references) each(visit func(*source)) {
	one := func(h hit) {
		if h.kind == hitSource && h.source != nil {
			visit(h.source)
		}
	}
	for i := range r.body {
		one(r.body[i].to)
	}
	for i := range r.statements {
		one(r.statements[i].to)
	}
	for _, list := range [][]hit{r.bases, r.nav, r.agenda, r.stories} {
		for _, h := range list {
			one(h)
		}
	}
	for _, list := range r.basesMore {
		for i := range list {
			one(list[i].to)
		}
	}
	for i := range r.attachments {
		one(r.attachments[i].to)
	}
	one(r.main)
}
