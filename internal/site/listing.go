package site

import (
	"slices"
	"strconv"
	"strings"
)

// Listing is one page of a list of documents.
type Listing struct {
	Title, Description string
	Entries            []*Entry // of this page
	Total              int      // entries on all pages
	Number, Of         int      // this page's number from 1, and how many there are
	Prev, Next         *Page
	First              *Page
	Section            *Section
	Unit               *Unit
	Tag                *Tag
	Year               *Year
	Part               *RegisterPart
}

// How many entries a page of a list has, and how many rows one of the register.
const (
	perPage         = 20
	perRegisterPage = 100
)

// list makes the pages of a list and returns the first. The later ones are called trang-2, trang-3 … in the folder of the
// first one's name. The template says what the list is of.
func (b *builder) list(name, layout string, entries []*Entry, per int, template Listing) *Page {
	count := max(1, (len(entries)+per-1)/per)
	pages := make([]*Page, count)
	for i := range pages {
		at := name
		if i > 0 {
			at = strings.TrimSuffix(name, "/") + "/trang-" + strconv.Itoa(i+1)
		}
		p := b.site.newPage(at, layout, template.Title)
		p.Parents = []*Page{b.pages[nameHome]}
		l := template
		l.Entries = entries[i*per : min((i+1)*per, len(entries))]
		l.Total, l.Number, l.Of = len(entries), i+1, count
		p.List = &l
		pages[i] = p
		if b.claim(p.Output, owner{}) {
			b.addPage(p)
		}
	}
	for i, p := range pages {
		p.List.First = pages[0]
		if i > 0 {
			p.List.Prev, pages[i-1].List.Next = pages[i-1], p
			p.Parents = append(p.Parents, pages[0])
		}
	}
	return pages[0]
}

// Newest returns the n entries that were posted last, the newest first, without what lists do not show and what is dated ahead.
// A shared document is news of the hub, which gathers that of all agencies, and not of the agencies that cite it.
func (s *Site) Newest(n int) []*Entry {
	var list []*Entry
	for _, at := range append([]*Site{s}, s.Members...) {
		for _, e := range at.Entries {
			if e.Listed() && !e.Posted.IsZero() && e.Shared == at.Hub {
				list = append(list, e)
			}
		}
	}
	slices.SortStableFunc(list, newestFirst)
	return list[:min(n, len(list))]
}

// linkNeighbours gives each entry of an ordered list the older and the newer one beside it.
func linkNeighbours(entries []*Entry) {
	for i, e := range entries {
		if i > 0 {
			e.Next = entries[i-1]
		}
		if i+1 < len(entries) {
			e.Prev = entries[i+1]
		}
	}
}
