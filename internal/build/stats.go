package build

import (
	"antq/internal/content"
	"antq/internal/site"
)

// Stats are the figures of a build.
type Stats struct {
	Sources int   // Markdown files
	Assets  int   // other files of the content
	Read    int64 // bytes of Markdown
	Pages   int   // HTML pages, redirect pages of old addresses included
	Files   int   // files of the tree, manifests included
	Sites   []SiteStats
	// Bytes is the size of all files before anything was minified, MinifiedBytes after it. For pages the first is an
	// estimate: layouts are minified once, so only the first page of each layout is also made without.
	Bytes, MinifiedBytes int64
}

// SiteStats counts the documents of a site by kind, in the order of lists.
type SiteStats struct {
	ID, Name string
	Kinds    []KindCount
	Pages    int
}

// KindCount is how many documents of a kind a site publishes.
type KindCount struct {
	Kind  content.Kind
	Count int
}

// count takes the figures that the model gives.
func (s *Stats) count(src *sources, sites *site.Sites) {
	s.Sources, s.Assets, s.Read = len(src.documents), len(src.assets), src.bytes
	for _, one := range allSites(sites) {
		counts := map[content.Kind]int{}
		for _, e := range one.Entries {
			counts[e.Kind]++
		}
		st := SiteStats{ID: one.ID, Name: one.Name, Pages: len(one.Pages) + len(one.Aliases)}
		for _, k := range append(content.SectionKinds(), content.KindPage) {
			if counts[k] > 0 {
				st.Kinds = append(st.Kinds, KindCount{k, counts[k]})
			}
		}
		s.Sites = append(s.Sites, st)
		s.Pages += st.Pages
	}
}

// add takes the figures of the writing.
func (s *Stats) add(w *writer) { s.Bytes, s.MinifiedBytes = w.sizes.totals() }

// allSites returns the hub, if it is built, and the agencies.
func allSites(sites *site.Sites) []*site.Site {
	if sites == nil {
		return nil
	}
	var all []*site.Site
	if sites.Hub != nil {
		all = append(all, sites.Hub)
	}
	return append(all, sites.Agencies...)
}
