package site

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"testing"
	"time"

	"antq/internal/content"
	"antq/internal/diag"
	"antq/internal/sitetest"
)

// TestCases makes the sites of every archive and compares what it expects: problems in both languages, pages, entries,
// relations, links, files, duties, units.
func TestCases(t *testing.T) {
	sitetest.Cases(t, "testdata/*.txtar", func(t *testing.T, c *sitetest.Case) {
		in, problems := input(t, c.FS)
		in.Now = moment(t, c.Setting("now"))
		in.Drafts = c.Setting("drafts") == "yes"
		if only := c.Setting("only"); only != "" {
			in.Only = strings.Fields(only)
		}
		all, found := New(in)
		problems.Merge(found)
		problems.Sort()
		c.Want(t, "problems.txt", problemText(problems))
		for name, dump := range map[string]func(*Sites) string{
			"sites.txt": dumpSites, "pages.txt": dumpPages, "entries.txt": dumpEntries, "relations.txt": dumpRelations,
			"links.txt": dumpLinks, "files.txt": dumpFiles, "duties.txt": dumpDuties, "units.txt": dumpUnits,
			"menu.txt": dumpMenu, "calendar.txt": dumpCalendar, "lineage.txt": dumpLineage, "abbreviations.txt": dumpAbbreviations, "missing.txt": dumpMissing,
			"documents.txt": dumpDocuments, "honours.txt": dumpHonours, "register.txt": dumpRegister,
		} {
			if c.Expects(name) {
				c.Want(t, name, dump(all))
			}
		}
		checkInvariants(t, all)
		checkNextChange(t, in, all)
		again, _ := New(in)
		for name, dump := range map[string]func(*Sites) string{"pages": dumpPages, "entries": dumpEntries, "relations": dumpRelations, "duties": dumpDuties} {
			if dump(all) != dump(again) {
				t.Errorf("%s differ when the same sites are made again", name)
			}
		}
	})
}

// checkNextChange asserts that nothing of what pages show differs on the last minute before the next change.
func checkNextChange(t *testing.T, in Input, all *Sites) {
	t.Helper()
	in.Now = all.NextChange.Add(-time.Minute)
	if all.NextChange.IsZero() {
		in.Now = time.Date(2099, 6, 1, 0, 0, 0, 0, time.UTC)
	}
	later, _ := New(in)
	for name, dump := range map[string]func(*Sites) string{"pages": dumpPages, "entries": dumpEntries, "relations": dumpRelations,
		"links": dumpLinks, "newest": dumpNewest, "duties": dumpDuties, "documents": dumpDocuments, "calendar": dumpCalendar, "lineage": dumpLineage} {
		if before, after := dump(all), dump(later); before != after {
			t.Errorf("%s differ on %s, before the next change on %s:\n%s\n%s", name, in.Now, all.NextChange, before, after)
		}
	}
}

// input parses the content of a file system as a build would.
func input(t testing.TB, fsys fs.FS) (Input, diag.List) {
	t.Helper()
	in := Input{CSV: map[string][]byte{}, Now: time.Date(2026, 5, 20, 9, 0, 0, 0, time.FixedZone("", 7*3600))}
	var problems diag.List
	types := map[string]string{".png": "image/png", ".jpg": "image/jpeg", ".svg": "image/svg+xml", ".csv": "text/csv", ".pdf": "application/pdf", ".html": "text/html", ".mp4": "video/mp4"}
	err := fs.WalkDir(fsys, "content", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, p)
		if err != nil {
			return err
		}
		rel := strings.TrimPrefix(p, "content/")
		if path.Ext(p) == ".md" {
			doc, list := content.Parse(rel, data)
			in.Documents = append(in.Documents, doc)
			problems.Merge(list)
			return nil
		}
		in.Assets = append(in.Assets, Asset{Path: rel, Size: int64(len(data)), SHA256: sha256.Sum256(data), Type: types[strings.ToLower(path.Ext(p))]})
		if path.Ext(p) == ".csv" {
			in.CSV[rel] = data
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return in, problems
}

func moment(t testing.TB, text string) time.Time {
	t.Helper()
	if text == "" {
		text = "2026-05-20"
	}
	d, ok := content.ParseDate(text)
	if !ok {
		t.Fatalf("now: %q is no date", text)
	}
	return d.Time()
}

// checkInvariants asserts what holds for every input.
func checkInvariants(t *testing.T, all *Sites) {
	t.Helper()
	sites := append([]*Site{}, all.Agencies...)
	if all.Hub != nil {
		sites = append(sites, all.Hub)
	}
	for _, s := range sites {
		outputs := map[string]string{}
		put := func(out, what string) {
			key := strings.ToLower(out)
			if other := outputs[key]; other != "" {
				t.Errorf("%s: %s and %s are both written to %s", s.ID, other, what, out)
			}
			outputs[key] = what
			for _, r := range out {
				if r > 0x7e || r <= ' ' {
					if !strings.HasPrefix(what, "alias") {
						t.Errorf("%s: output %q is not plain ASCII", s.ID, out)
					}
				}
			}
		}
		pages := map[*Page]bool{}
		for _, p := range s.Pages {
			put(p.Output, "page "+p.URL)
			pages[p] = true
		}
		for _, f := range s.Files {
			put(f.Output, "file "+f.Path)
		}
		for _, a := range s.Aliases {
			put(a.From, "alias "+a.From)
		}
		checkRegister(t, s)
		for _, e := range s.Entries {
			if e.State == "" && e.Admin != nil || len(e.Links) != len(e.Doc.Body.Refs) {
				t.Errorf("%s is not filled", e.Doc.Path)
			}
			for _, r := range e.Relations {
				checkTarget(t, e, &r.Target)
			}
			for _, l := range e.Links {
				checkTarget(t, e, l.Target)
			}
		}
	}
}

func checkTarget(t *testing.T, e *Entry, to *Target) {
	t.Helper()
	if to == nil {
		return
	}
	if to.Text == "" && to.Page == nil {
		t.Errorf("%s: a target shows nothing", e.Doc.Path)
	}
	if to.Page != nil && to.Absolute == "" && to.Page.Site != e.Site && !e.Site.Hub {
		t.Errorf("%s: a relative link leads to another site", e.Doc.Path)
	}
}

func problemText(list diag.List) string {
	var b strings.Builder
	for _, p := range list.All() {
		place := p.File
		if p.Start.Line > 0 {
			place += fmt.Sprintf(":%d:%d", p.Start.Line, p.Start.Column)
		}
		fmt.Fprintf(&b, "%s %s %s\n", place, p.Severity, p.Code)
		for _, lang := range []diag.Lang{diag.English, diag.Vietnamese} {
			fmt.Fprintf(&b, "  %s\n", p.Message(lang))
			if hint := p.Hint(lang); hint != "" {
				fmt.Fprintf(&b, "    %s\n", hint)
			}
		}
	}
	return b.String()
}
