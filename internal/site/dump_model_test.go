package site

import (
	"fmt"
	"strings"
)

func dumpGroup(b *strings.Builder, g *DutyGroup) {
	fmt.Fprintf(b, "%s x%d", g.Duty.Task.What, g.Count)
	if g.EachUnit {
		b.WriteString(" each unit")
	}
	if len(g.Owners) > 0 {
		fmt.Fprintf(b, " by %s", strings.Join(g.Owners, ", "))
	}
	if g.Agencies != 1 {
		fmt.Fprintf(b, " of %d agencies", g.Agencies)
	}
	for _, p := range g.Plans {
		fmt.Fprintf(b, " <%s>", p.Page.name)
	}
	fmt.Fprintf(b, " | %s", g.Duty.Text)
	for _, s := range g.Standings {
		if len(g.Standings) > 1 || len(s.Done) > 0 {
			fmt.Fprintf(b, " | %d %s", s.Count, s.State)
			for _, p := range s.Plans {
				fmt.Fprintf(b, " <%s>", p.Page.name)
			}
			for _, e := range s.Done {
				fmt.Fprintf(b, " => %s", e.Page.name)
			}
		}
	}
}

func dumpEvent(b *strings.Builder, ev *Event) {
	fmt.Fprintf(b, "  %s", ev.Date)
	if ev.First != ev.Last {
		fmt.Fprintf(b, " (%s..%s)", ev.First, ev.Last)
	}
	if ev.Conference != nil {
		fmt.Fprintf(b, " %s conference %s\n", ev.Conference.State, ev.Conference.Title)
		return
	}
	fmt.Fprintf(b, " %s ", ev.State)
	dumpGroup(b, ev.Group)
	b.WriteString("\n")
}

func dumpCalendar(all *Sites) string {
	return eachSite(all, func(b *strings.Builder, s *Site) {
		c := s.Calendar()
		fmt.Fprintf(b, "next, %d more\n", c.NextMore)
		for i := range c.Next {
			dumpEvent(b, &c.Next[i])
		}
		for _, m := range c.Months {
			fmt.Fprintf(b, "%s %s %s", m.ISO, m.Title, m.Page.URL)
			if m.Prev != nil {
				fmt.Fprintf(b, " after %s", m.Prev.ISO)
			}
			if m.Next != nil {
				fmt.Fprintf(b, " before %s", m.Next.ISO)
			}
			b.WriteString("\n")
			for i := range m.Events {
				dumpEvent(b, &m.Events[i])
			}
		}
		for _, list := range []struct {
			name string
			list DutyList
		}{
			{"recurring", c.Recurring}, {"ongoing", c.Ongoing}, {"on event", c.OnEvent}, {"to be announced", c.ToBeAnnounced},
			{"not set", c.NotSet}, {"overdue", c.Overdue}, {"done", c.Done},
		} {
			for i := range list.list.Groups {
				fmt.Fprintf(b, "%s: ", list.name)
				dumpGroup(b, &list.list.Groups[i])
				b.WriteString("\n")
			}
		}
		for _, list := range []struct {
			name string
			list []*Entry
		}{{"tentative", c.Tentative}, {"postponed", c.Postponed}, {"held", c.Held}} {
			for _, e := range list.list {
				fmt.Fprintf(b, "%s: %s %s\n", list.name, e.Conference.When.Start, e.Title)
			}
		}
	})
}

func dumpLineage(all *Sites) string {
	return eachSite(all, func(b *strings.Builder, s *Site) {
		for _, e := range s.Entries {
			levels := e.Lineage()
			if levels == nil {
				continue
			}
			fmt.Fprintf(b, "%s\n", e.Page.URL)
			for _, l := range levels {
				fmt.Fprintf(b, "  %s:", l.Level)
				for _, i := range l.Items {
					fmt.Fprintf(b, " [%+d %s]", i.Steps, shown(e.Page, &i.Target))
				}
				if l.More > 0 {
					fmt.Fprintf(b, " and %d more", l.More)
				}
				b.WriteString("\n")
			}
		}
	})
}

func dumpAbbreviations(all *Sites) string {
	return eachSite(all, func(b *strings.Builder, s *Site) {
		fmt.Fprintf(b, "site %v\nglossary %v\n", s.Abbreviations, s.Glossary())
		for _, x := range s.Sections {
			fmt.Fprintf(b, "%s %v\n", x.Folder, x.Abbreviations)
		}
		for _, e := range s.Entries {
			fmt.Fprintf(b, "%s %v\n", e.Page.URL, e.Abbreviations)
		}
	})
}

func dumpMissing(all *Sites) string {
	var b strings.Builder
	for _, m := range all.Missing() {
		fmt.Fprintf(&b, "%s:%d %s %s | %s", m.Entry.Doc.Path, m.At.Start.Line, m.What, m.Key, m.Text)
		if !m.Since.IsZero() {
			fmt.Fprintf(&b, " since %s", m.Since)
		}
		b.WriteString("\n")
	}
	return b.String()
}
