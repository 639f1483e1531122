package site

import (
	"testing"
	"testing/fstest"

	"antq/internal/content"
)

// What a profile or a section says holds at once, whatever its keys say of drafts and days.
func TestProfilesAreNeverHeld(t *testing.T) {
	in, _ := input(t, fstest.MapFS{
		"content/_campaign.md":          {Data: []byte("---\nname: P\n---\n")},
		"content/a/_agency.md":          {Data: []byte("---\nname: A\ncode: A\nplace: B\n---\n")},
		"content/a/tin-tuc/_section.md": {Data: []byte("---\ntitle: Tin của A\n---\n")},
		"content/a/tin-tuc/x.md":        {Data: []byte("---\ntitle: X\ndate: 2026-01-01\n---\n")},
	})
	for _, d := range in.Documents {
		if d.Kind != content.KindNotice {
			d.Common.Draft, d.Common.Date = true, content.Date{Year: 2027, Month: 1, Day: 1}
		}
	}
	all, problems := New(in)
	if problems.Len() != 0 || len(all.Held) != 0 || !all.NextChange.IsZero() {
		t.Errorf("held %v, next change %s, problems:\n%s", all.Held, all.NextChange, problemText(problems))
	}
	if got := all.Agencies[0].Sections[0].Title; got != "Tin của A" {
		t.Errorf("the section is called %q", got)
	}
}
