package site

import (
	"fmt"
	"strings"
	"time"

	"antq/internal/content"
)

// eachSite writes what write says of every site that is built.
func eachSite(all *Sites, write func(b *strings.Builder, s *Site)) string {
	var b strings.Builder
	sites := append([]*Site{}, all.Agencies...)
	if all.Hub != nil {
		sites = append(sites, all.Hub)
	}
	for _, s := range sites {
		id := s.ID
		if s.Hub {
			id = "hub"
		}
		fmt.Fprintf(&b, "[%s]\n", id)
		write(&b, s)
	}
	return b.String()
}

func dumpSites(all *Sites) string {
	var b strings.Builder
	fmt.Fprintf(&b, "campaign: %s\ntoday: %s\n", all.Campaign.Name, all.Today)
	if !all.NextChange.IsZero() {
		fmt.Fprintf(&b, "next change: %s\n", all.NextChange.Format(time.RFC3339))
	}
	for _, h := range all.Held {
		fmt.Fprintf(&b, "held: %s %s %s\n", h.Path, h.Why, h.Until)
	}
	for _, u := range all.Unused {
		fmt.Fprintf(&b, "unused: %s\n", u)
	}
	return b.String() + eachSite(all, func(b *strings.Builder, s *Site) {
		fmt.Fprintf(b, "%s | %s | base %s | folders %t | %s\n", s.Name, s.ShortName, s.BaseURL, s.Folders, s.Palette)
		if p := s.PlanInForce(); p != nil {
			fmt.Fprintf(b, "plan in force: %s (%s)\n", p.Title, p.State)
		}
	})
}

func dumpPages(all *Sites) string {
	return eachSite(all, func(b *strings.Builder, s *Site) {
		for _, p := range s.Pages {
			fmt.Fprintf(b, "%s -> %s %s | %s", p.URL, p.Output, p.Layout, p.Title)
			for _, q := range p.Parents {
				fmt.Fprintf(b, " < %s", q.Title)
			}
			if l := p.List; l != nil {
				fmt.Fprintf(b, " | %d/%d of %d, %d here", l.Number, l.Of, l.Total, len(l.Entries))
				if l.Next != nil {
					fmt.Fprintf(b, ", next %s", p.To(l.Next))
				}
			}
			b.WriteString("\n")
		}
		for _, a := range s.Aliases {
			fmt.Fprintf(b, "%s => %s\n", a.From, a.To.URL)
		}
	})
}

func dumpEntries(all *Sites) string {
	return eachSite(all, func(b *strings.Builder, s *Site) {
		for _, e := range s.Entries {
			fmt.Fprintf(b, "%s %s | %s | %s | date %s", e.Doc.Path, e.Page.URL, e.State, e.ShortTitle, e.Date)
			for _, flag := range []struct {
				on   bool
				name string
			}{{e.Expired, "expired"}, {e.Shared, "shared"}, {e.IsDraft, "draft"}, {e.Page.NoIndex, "noindex"}} {
				if flag.on {
					b.WriteString(" " + flag.name)
				}
			}
			if !e.Updated.IsZero() {
				fmt.Fprintf(b, " updated %s", e.Updated)
			}
			if e.Unit != nil {
				fmt.Fprintf(b, " unit %s", e.Unit.ID)
			}
			for _, tag := range e.Tags {
				fmt.Fprintf(b, " #%s", tag.Slug)
			}
			if e.Canonical != nil {
				fmt.Fprintf(b, " canonical %s", e.Canonical.Address())
			}
			if e.Prev != nil {
				fmt.Fprintf(b, " older %s", e.Prev.Page.URL)
			}
			if e.Next != nil {
				fmt.Fprintf(b, " newer %s", e.Next.Page.URL)
			}
			fmt.Fprintf(b, "\n  %s\n", e.Description)
		}
	})
}

func dumpNewest(all *Sites) string {
	return eachSite(all, func(b *strings.Builder, s *Site) {
		for _, e := range s.Newest(100) {
			fmt.Fprintf(b, "%s %s\n", e.Posted, e.Title)
		}
	})
}

func shown(p *Page, t *Target) string {
	text := t.Text
	switch {
	case t.Absolute != "":
		text += " -> " + t.Absolute
	case t.Page != nil:
		text += " -> " + p.To(t.Page)
	}
	if t.Page != nil && t.Fragment != "" {
		text += "#" + t.Fragment
	}
	if t.Lapsed != "" {
		text += " {" + string(t.Lapsed)
		if t.ReplacedBy != nil {
			text += " by " + shown(p, t.ReplacedBy)
		}
		text += "}"
	}
	return text
}

func dumpRelations(all *Sites) string {
	return eachSite(all, func(b *strings.Builder, s *Site) {
		for _, e := range s.Entries {
			for _, r := range e.Relations {
				fmt.Fprintf(b, "%s %s %t %s", e.Page.URL, r.Rel, r.Inverse, shown(e.Page, &r.Target))
				if r.InText {
					b.WriteString(" in the text")
				}
				if r.Note != "" {
					fmt.Fprintf(b, " (%s)", r.Note)
				}
				b.WriteString("\n")
			}
		}
	})
}

// cited is what a text says of the document it cites.
func cited(r *content.Ref) string {
	if r.Cited == nil {
		return ""
	}
	return strings.TrimSpace(r.Cited.Type+" "+r.Cited.Key+r.Cited.Name) + " " + r.Cited.Issued.ISO()
}

func dumpLinks(all *Sites) string {
	return eachSite(all, func(b *strings.Builder, s *Site) {
		write := func(from *Page, d *content.Document, links []Link) {
			for i, l := range links {
				r := d.Body.Refs[i]
				fmt.Fprintf(b, "%s [%s%s%s]", d.Path, r.Name, r.Target, cited(&r))
				if l.Known && l.Target == nil {
					b.WriteString(" known")
				}
				if l.Target != nil {
					fmt.Fprintf(b, " %s", shown(from, l.Target))
				}
				if l.Entry != nil {
					fmt.Fprintf(b, " entry %s", l.Entry.Page.URL)
				}
				for _, f := range append(l.Files, l.File) {
					if f != nil {
						fmt.Fprintf(b, " file %s", from.ToFile(f))
					}
				}
				b.WriteString("\n")
			}
			for _, r := range UnknownCitations(&d.Body, links) {
				fmt.Fprintf(b, "%s does not know %s\n", d.Path, strings.TrimSpace(cited(r)))
			}
		}
		if s.Doc != nil {
			write(s.Pages[0], s.Doc, s.Links)
		}
		for _, x := range s.Sections {
			if x.Doc != nil {
				write(x.Page, x.Doc, x.Links)
			}
		}
		for _, e := range s.Entries {
			write(e.Page, e.Doc, e.Links)
		}
	})
}

func dumpFiles(all *Sites) string {
	return eachSite(all, func(b *strings.Builder, s *Site) {
		for _, f := range s.Files {
			fmt.Fprintf(b, "%s <- %s (%s)\n", f.Output, f.Path, f.Download)
		}
		for _, e := range s.Entries {
			if e.Image != nil {
				fmt.Fprintf(b, "%s image %s\n", e.Page.URL, e.Page.ToFile(e.Image.File))
			}
			for _, a := range append(append([]Attachment{}, e.Attachments...), e.MaterialFiles...) {
				fmt.Fprintf(b, "%s attachment %s", e.Page.URL, a.Title)
				if a.File != nil {
					fmt.Fprintf(b, " file %s", e.Page.ToFile(a.File))
				}
				if a.Target != nil {
					fmt.Fprintf(b, " to %s", shown(e.Page, a.Target))
				}
				b.WriteString("\n")
			}
		}
	})
}

func dumpDuties(all *Sites) string {
	return eachSite(all, func(b *strings.Builder, s *Site) {
		for _, d := range s.Duties() {
			fmt.Fprintf(b, "%s | %s | first %s last %s | %s | %s -> %s", d.Task.ID, d.State, d.First, d.Last, d.Text,
				strings.Join(d.Owners, ", "), strings.Join(d.To, ", "))
			if d.State != DutyOverdue && !d.Missed.IsZero() {
				fmt.Fprintf(b, " | missed %s", d.Missed)
			}
			if d.Done != nil {
				fmt.Fprintf(b, " | %s", d.Done.Page.URL)
			}
			b.WriteString("\n")
		}
		for _, u := range s.Upcoming(3) {
			switch {
			case u.Duty != nil:
				fmt.Fprintf(b, "upcoming %s duty %s\n", u.Date, u.Duty.Task.ID)
			default:
				fmt.Fprintf(b, "upcoming %s conference %s\n", u.Date, u.Conference.Title)
			}
		}
	})
}

func dumpUnits(all *Sites) string {
	return eachSite(all, func(b *strings.Builder, s *Site) {
		for _, u := range s.Units {
			fmt.Fprintf(b, "%s %s", u.ID, u.Name)
			if u.Above != nil {
				fmt.Fprintf(b, " under %s", u.Above.ID)
			}
			for _, x := range u.Below {
				fmt.Fprintf(b, " over %s", x.ID)
			}
			if u.Page != nil {
				fmt.Fprintf(b, " page %s", u.Page.URL)
			}
			fmt.Fprintf(b, " | %d entries, %d duties\n", len(u.Entries), len(u.Duties))
		}
	})
}

func dumpMenu(all *Sites) string {
	return eachSite(all, func(b *strings.Builder, s *Site) {
		for _, n := range s.Nav {
			fmt.Fprintf(b, "menu %s -> %s\n", n.Title, s.Pages[0].To(n.Page))
		}
		for _, x := range s.Sections {
			fmt.Fprintf(b, "section %s: %s (%s) %d\n", x.Folder, x.Title, x.Description, len(x.Entries))
		}
		for _, x := range s.Tags {
			fmt.Fprintf(b, "tag %s %s %d %t\n", x.Slug, x.Name, len(x.Entries), x.Page != nil)
		}
		for _, y := range s.Years {
			fmt.Fprintf(b, "year %d: %d entries, %d documents, page %t register %t\n", y.Year, len(y.Entries), len(y.Documents), y.Page != nil, y.Register != nil)
		}
	})
}

func dumpDocuments(all *Sites) string {
	return eachSite(all, func(b *strings.Builder, s *Site) {
		for _, e := range s.Entries {
			a := e.Admin
			if a == nil {
				continue
			}
			fmt.Fprintf(b, "%s | %s %s | %s | %s | %s\n", e.Page.URL, a.TypeName, a.Number, a.Place, strings.Join(a.Issuers, " + "), a.Superior)
			for _, x := range a.Bases {
				fmt.Fprintf(b, "  basis %s", x.Text)
				if x.Target != nil {
					fmt.Fprintf(b, " => %s", shown(e.Page, x.Target))
				} else if x.Known {
					b.WriteString(" known")
				}
				b.WriteString("\n")
			}
			if a.File != nil {
				fmt.Fprintf(b, "  original %s\n", e.Page.ToFile(a.File))
			}
			for _, c := range a.Coverage {
				fmt.Fprintf(b, "  asked %s: %s", c.Unit.ID, c.State)
				if c.Plan != nil {
					fmt.Fprintf(b, " %s", c.Plan.Page.URL)
				}
				if !c.Last.IsZero() {
					fmt.Fprintf(b, " by %s", c.Last)
				}
				if c.Late {
					b.WriteString(" late")
				}
				b.WriteString("\n")
			}
		}
	})
}

func dumpHonours(all *Sites) string {
	return eachSite(all, func(b *strings.Builder, s *Site) {
		for _, e := range s.Entries {
			for _, h := range e.Honourees {
				fmt.Fprintf(b, "%s honours %s of %s", e.Page.URL, h.Name, h.UnitName)
				if h.UnitRef != nil {
					fmt.Fprintf(b, " [%s]", h.UnitRef.ID)
				}
				if h.StoryRef != nil {
					fmt.Fprintf(b, " story %s", h.StoryRef.Page.URL)
				}
				b.WriteString("\n")
			}
			for _, x := range e.Stories {
				fmt.Fprintf(b, "%s has story %s\n", e.Page.URL, x.Page.URL)
			}
			if e.Award != nil {
				fmt.Fprintf(b, "%s has award %s\n", e.Page.URL, e.Award.Page.URL)
			}
			if c := e.Conference; c != nil {
				fmt.Fprintf(b, "%s conference %s", e.Page.URL, e.State)
				if c.Of != nil {
					fmt.Fprintf(b, " of %s", shown(e.Page, c.Of))
				}
				if c.Report != nil {
					fmt.Fprintf(b, " report %s", c.Report.Page.URL)
				}
				for _, g := range c.Attendees {
					fmt.Fprintf(b, " | %s: %s", g.Group, strings.Join(g.Who, ", "))
				}
				for _, i := range c.Agenda {
					fmt.Fprintf(b, " | %s %s", i.Time, i.Item)
					if i.Doc != nil {
						fmt.Fprintf(b, " (%s)", shown(e.Page, i.Doc))
					}
				}
				b.WriteString("\n")
			}
			if e.Decision != nil {
				fmt.Fprintf(b, "%s decision %s\n", e.Page.URL, shown(e.Page, e.Decision))
			}
		}
	})
}
