package site

import (
	"cmp"
	"slices"
	"strings"

	"antq/internal/content"
	"antq/internal/diag"
	"antq/internal/viet"
)

// builder makes one site.
type builder struct {
	*maker
	site      *Site
	profile   *source // _agency.md or _campaign.md; nil without one
	claims    claims
	own       []*source          // the site's sources, in order of path: the agency's, then the shared ones it shows
	entries   map[*source]*Entry // what is published
	order     []*Entry           // the entries in the order of own
	instead   map[*source]*source
	published map[*asset]*File
	pages     map[string]*Page // by name
	listed    map[content.Kind]*Section
	related   map[relatedKey]int32 // the newest of an entry's relations to a target: its place in Entry.Relations and one
	units     map[string]*Unit
	groups    map[string][]*Unit
	named     map[string]*Unit       // by what texts call them, as far as met
	citable   map[citedPlace]*Target // documents that texts of the site cite
	names     []string               // of the agency, folded, in full and short
	change    content.Date           // next day on which a state of this site changes
}

// readProfiles finds the agencies and makes an empty site for each, and for the hub.
func (m *maker) readProfiles() {
	for _, s := range m.sources {
		if s.folder != "" && !s.shared() && !slices.Contains(m.agencies, s.folder) {
			m.agencies = append(m.agencies, s.folder)
		}
	}
	slices.Sort(m.agencies)
	m.byAgency = map[string]*builder{}
	hub := m.newHub()
	for _, id := range m.agencies {
		b := m.newAgency(id)
		m.byAgency[id] = b
		m.builders = append(m.builders, b)
		hub.site.Members = append(hub.site.Members, b.site)
	}
	if len(m.agencies) == 0 {
		m.problems.Add(diag.New("agency-none", "", "content/", diag.Span{}))
	}
	m.hub = hub
	m.byAgency[""] = hub
	m.builders = append(m.builders, hub)
	for _, s := range m.sources {
		switch {
		case s.name == "":
		case s.shared():
			hub.own = append(hub.own, s)
		default:
			b := m.byAgency[s.folder]
			b.own = append(b.own, s)
		}
	}
}

func (m *maker) newBuilder(s *Site) *builder {
	s.All = m.sites
	return &builder{maker: m, site: s, claims: newClaims(), entries: map[*source]*Entry{}, instead: map[*source]*source{},
		published: map[*asset]*File{}, pages: map[string]*Page{}, listed: map[content.Kind]*Section{},
		related: map[relatedKey]int32{}, citable: map[citedPlace]*Target{}, units: map[string]*Unit{}, named: map[string]*Unit{}, groups: map[string][]*Unit{}}
}

// newAgency makes the empty site of an agency from its profile. An agency without one is named and goes by its id.
func (m *maker) newAgency(id string) *builder {
	b := m.newBuilder(&Site{ID: id, Agency: &content.Agency{Name: id}})
	if viet.Slug(id) != id || isDevice(id) {
		m.problems.Add(diag.New("agency-id", "", "content/"+id, diag.Span{}, id, viet.Slug(id)))
	} else if reservedAgency(id) {
		m.problems.Add(diag.New("agency-id", "reserved", "content/"+id, diag.Span{}, id))
	}
	b.profile = m.profiles[id]
	if b.profile == nil {
		m.problems.Add(diag.New("agency-missing", "", "content/"+id+"/_agency.md", diag.Span{}, id))
	} else if a, ok := b.profile.doc.Meta.(*content.Agency); ok {
		b.site.Agency, b.site.Doc = a, b.profile.doc
	}
	a := b.site.Agency
	b.site.Name = cmp.Or(a.Name, id)
	b.site.ShortName = cmp.Or(a.ShortName, b.site.Name)
	b.site.BaseURL = closed(cmp.Or(m.in.BaseURL[id], a.BaseURL))
	b.site.Folders = a.URLs == "folders"
	b.site.Palette = cmp.Or(a.Palette, "red")
	b.names = []string{viet.Fold(b.site.Name)}
	if b.site.ShortName != b.site.Name {
		b.names = append(b.names, viet.Fold(b.site.ShortName))
	}
	b.readUnits()
	return b
}

// newHub makes the empty site over all agencies.
func (m *maker) newHub() *builder {
	b := m.newBuilder(&Site{Hub: true, Palette: "red"})
	m.sites.Campaign = &content.Campaign{}
	if m.campaign == nil {
		m.problems.Add(diag.New("campaign-missing", "", "content/_campaign.md", diag.Span{}))
	} else if c, ok := m.campaign.doc.Meta.(*content.Campaign); ok {
		m.sites.Campaign, m.sites.CampaignDoc = c, m.campaign.doc
		b.site.Doc, b.profile = m.campaign.doc, m.campaign
	}
	c := m.sites.Campaign
	b.site.Name = cmp.Or(c.Hub.Title, c.Name, "Phong trào Toàn dân bảo vệ an ninh Tổ quốc")
	b.site.ShortName = b.site.Name
	b.site.BaseURL = closed(c.Hub.BaseURL)
	return b
}

// closed gives an address its closing "/".
func closed(address string) string {
	if address == "" || strings.HasSuffix(address, "/") {
		return address
	}
	return address + "/"
}
