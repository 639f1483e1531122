package site

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"antq/internal/content"
	"antq/internal/diag"
	"antq/internal/sitetest"
)

const twoAgencies = `-- content/_campaign.md --
---
name: Phong trào
---
-- content/a/_agency.md --
---
name: Cơ quan A
code: A
place: Lạng Sơn
baseURL: https://a.example/
---
-- content/a/tin-tuc/x.md --
---
title: Tin của A
date: 2026-05-01
expiryDate: 2026-06-15
---
Xem [tin của B](/b:/tin-tuc/y).
-- content/a/tin-tuc/nhap.md --
---
title: Nháp
date: 2026-05-01
draft: true
---
-- content/a/thua.pdf --
pdf
-- content/b/_agency.md --
---
name: Cơ quan B
code: B
place: Lạng Sơn
---
-- content/b/tin-tuc/y.md --
---
title: Tin của B
date: 2026-05-01
expiryDate: 2026-06-01
---
[hỏng](/khong-co)
-- content/b/thua.pdf --
pdf
-- content/_shared/van-ban/v.md --
---
title: Văn bản
type: Báo cáo
---
`

func TestOnly(t *testing.T) {
	in, _ := input(t, sitetest.Files(t, twoAgencies))
	in.Only = []string{"a"}
	all, problems := New(in)
	if len(all.Agencies) != 1 || all.Agencies[0].ID != "a" || all.Hub != nil {
		t.Fatalf("built %d agencies, hub %v", len(all.Agencies), all.Hub)
	}
	if got := all.NextChange; !got.Equal(moment(t, "2026-06-15")) {
		t.Errorf("next change %s comes from an agency that is not built", got)
	}
	if want := []string{"a/thua.pdf"}; !slices.Equal(all.Unused, want) {
		t.Errorf("unused %q, want %q", all.Unused, want)
	}
	var held []string
	for _, h := range all.Held {
		held = append(held, h.Path+" "+string(h.Why))
	}
	if want := []string{"_shared/van-ban/v.md uncited", "a/tin-tuc/nhap.md draft"}; !slices.Equal(held, want) {
		t.Errorf("held %q, want %q", held, want)
	}
	if !strings.Contains(problemText(problems), "content/b/tin-tuc/y.md:6:1 error link-dangling") {
		t.Errorf("the problem of the other agency is lost:\n%s", problemText(problems))
	}
}

func TestDraftsOnDemand(t *testing.T) {
	in, _ := input(t, sitetest.Files(t, twoAgencies))
	in.Drafts = true
	all, _ := New(in)
	var found *Entry
	for _, e := range all.Agencies[0].Entries {
		if e.Title == "Nháp" {
			found = e
		}
	}
	if found == nil || !found.IsDraft || !slices.Contains(all.Agencies[0].Pages, found.Page) {
		t.Error("the draft is not published, or not marked as one")
	}
}

func TestBaseURLForOneAgency(t *testing.T) {
	in, _ := input(t, sitetest.Files(t, twoAgencies))
	in.BaseURL = map[string]string{"b": "https://b.example/duoi"}
	all, problems := New(in)
	if a, b := all.Agencies[0].BaseURL, all.Agencies[1].BaseURL; a != "https://a.example/" || b != "https://b.example/duoi/" {
		t.Errorf("base addresses %q and %q", a, b)
	}
	for _, e := range all.Agencies[0].Entries {
		if got := e.Links[0].Target; got == nil || got.Absolute != "https://b.example/duoi/tin-tuc/y.html" {
			t.Errorf("link to the other agency: %+v", got)
		}
	}
	if strings.Contains(problemText(problems), "link-foreign") {
		t.Error("the other agency's address is known and yet noted as unknown")
	}
}

func TestNextChange(t *testing.T) {
	head := "-- content/_campaign.md --\n---\nname: Phong trào\n---\n-- content/a/_agency.md --\n---\nname: A\ncode: A\nplace: Lạng Sơn\n---\n"
	conference := func(start string) string {
		return "-- content/a/hoi-nghi/h.md --\n---\ntitle: h\nformat: launch\nwhen:\n  start: " + start + "\n---\n"
	}
	plan := func(keys string) string {
		return "-- content/a/ke-hoach/k.md --\n---\ntitle: k\nnumber: 1/KH-A\nissued: 2026-01-01\n" + keys + "---\n"
	}
	tests := []struct{ name, files, now, want string }{
		{"nothing ahead", plan(""), "2026-05-20", ""},
		{"date with a time", "-- content/a/tin-tuc/x.md --\n---\ntitle: x\ndate: 2026-05-20 14:30\n---\n", "2026-05-20 09:00", "2026-05-20 14:30"},
		{"at that very moment it is published", "-- content/a/tin-tuc/x.md --\n---\ntitle: x\ndate: 2026-05-20 14:30\n---\n", "2026-05-20 14:30", ""},
		{"a draft never appears by itself", "-- content/a/tin-tuc/x.md --\n---\ntitle: x\ndate: 2026-06-20\ndraft: true\n---\n", "2026-05-20", ""},
		{"tentative month", conference("2026-06"), "2026-06-01", "2026-07-01"},
		{"tentative month ahead joins the newest", conference("2026-06"), "2026-05-20", "2026-06-01"},
		{"confirmed day", conference("2026-06-10 08:00"), "2026-06-10", "2026-06-11"},
		{"confirmed day ahead joins the newest", conference("2026-06-10 08:00"), "2026-05-20", "2026-06-10"},
		{"held already", conference("2026-05-10"), "2026-05-20", ""},
		{"period begins", plan("period: 2027\n"), "2026-05-20", "2027-01-01"},
		{"period ends", plan("period: 2026\n"), "2026-05-20", "2027-01-01"},
		{"takes effect", plan("effective: 2026-06-01\n"), "2026-05-20", "2026-06-01"},
		{"expires", plan("expires: 2026-07-01\n"), "2026-05-20", "2026-07-02"},
	}
	for _, test := range tests {
		in, problems := input(t, sitetest.Files(t, head+test.files))
		in.Now = moment(t, test.now)
		all, found := New(in)
		problems.Merge(found)
		if problems.HasErrors() {
			t.Fatalf("%s: %s", test.name, problemText(problems))
		}
		switch {
		case test.want == "" && !all.NextChange.IsZero(), test.want != "" && !all.NextChange.Equal(moment(t, test.want)):
			t.Errorf("%s: next change %s, want %q", test.name, all.NextChange, test.want)
		}
	}
}

// TestNothingChangesBefore makes a site at many moments: until NextChange everything is the same but for today's date.
func TestNothingChangesBefore(t *testing.T) {
	text := planWith("issued: 2026-05-12\nperiod: 2026\n", "    every: year\n    before: 05/11\n",
		conferenceOf("2026-06-10", ""), reportOf("r", "2026-07-03"),
		"-- content/a/tin-tuc/x.md --\n---\ntitle: x\ndate: 2026-05-25\nexpiryDate: 2026-08-15\n---\n")
	in, _ := input(t, sitetest.Files(t, text))
	state := func(all *Sites) string {
		_, sites, _ := strings.Cut(dumpSites(all), "[a]")
		return sites + dumpPages(all) + dumpEntries(all) + dumpRelations(all) + dumpDuties(all)
	}
	in.Now = moment(t, "2026-05-20")
	all, _ := New(in)
	changes := 0
	for day := moment(t, "2026-05-21"); day.Year() < 2028; day = day.AddDate(0, 0, 1) {
		in.Now = day
		next, _ := New(in)
		if !all.NextChange.IsZero() && !day.Before(all.NextChange) {
			changes++
			all = next
			continue
		}
		if state(next) != state(all) {
			t.Fatalf("on %s the sites differ, though nothing was to change before %s", day, all.NextChange)
		}
	}
	if changes < 6 {
		t.Errorf("only %d changes in a year and a half", changes)
	}
}

func TestPlanInForce(t *testing.T) {
	head := "-- content/_campaign.md --\n---\nname: Phong trào\n---\n-- content/a/_agency.md --\n---\nname: A\ncode: A\nplace: Lạng Sơn\nunits:\n  - id: vp\n    name: Văn phòng\n---\n"
	plan := func(name, keys string) string {
		return "-- content/a/ke-hoach/" + name + ".md --\n---\ntitle: " + name + "\n" + keys + "---\n"
	}
	tests := []struct{ name, files, want string }{
		{"none", "", ""},
		{"only a unit's", plan("u", "number: 1/KH-A\nissued: 2026-01-01\nunit: vp\n"), ""},
		{"unsigned if there is no other", plan("u", "number: /KH-A\nissued: 2026-05\n"), "u"},
		{"newest unsigned", plan("u", "issued: 2026-05\n") + plan("v", "issued: 2026-04\n"), "u"},
		{"signed before unsigned", plan("u", "issued: 2026-05\n") + plan("s", "number: 1/KH-A\nissued: 2026-01-01\n"), "s"},
		{"newest", plan("s", "number: 1/KH-A\nissued: 2026-01-01\n") + plan("t", "number: 2/KH-A\nissued: 2026-02-01\n"), "t"},
		{"period over", plan("s", "number: 1/KH-A\nissued: 2026-01-01\nperiod: 2025\n"), ""},
		{"period ahead", plan("s", "number: 1/KH-A\nissued: 2026-01-01\nperiod: 2027\n"), ""},
		{"period of years", plan("s", "number: 1/KH-A\nissued: 2024-01-01\nperiod: 2025-2030\n"), "s"},
		{"a period that holds before none", plan("s", "number: 1/KH-A\nissued: 2026-01-01\nperiod: 2026\n") + plan("t", "number: 2/KH-A\nissued: 2026-02-01\n"), "s"},
		{"none before a period that is over", plan("s", "number: 1/KH-A\nissued: 2026-03-01\nperiod: 2025\n") + plan("t", "number: 2/KH-A\nissued: 2026-02-01\n"), "t"},
		{"none before unsigned", plan("u", "issued: 2026-05\nperiod: 2026\n") + plan("t", "number: 2/KH-A\nissued: 2026-02-01\n"), "t"},
		{"not yet effective", plan("s", "number: 1/KH-A\nissued: 2026-01-01\neffective: 2026-06-01\n"), ""},
		{"expected", plan("s", "status: expected\n"), ""},
		{"said to be issued without a number", plan("s", "status: issued\nissued: 2026\n"), "s"},
	}
	for _, test := range tests {
		in, _ := input(t, sitetest.Files(t, head+test.files))
		all, problems := New(in)
		if problems.HasErrors() {
			t.Fatalf("%s: %s", test.name, problemText(problems))
		}
		got := ""
		if e := all.Agencies[0].PlanInForce(); e != nil {
			got = e.Title
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestConferenceStates(t *testing.T) {
	tests := []struct{ start, end, status, today, want string }{
		{"", "", "", "2026-05-20", "tentative"},
		{"2026-05", "", "", "2026-05-20", "tentative"},
		{"2026-04", "", "", "2026-05-20", "tentative"},
		{"2026-05-21", "", "", "2026-05-20", "confirmed"},
		{"2026-05-20", "", "", "2026-05-20", "confirmed"},
		{"2026-05-19", "", "", "2026-05-20", "held"},
		{"2026-05-19", "2026-05-20", "", "2026-05-20", "confirmed"},
		{"2026-05-18", "2026-05-19", "", "2026-05-20", "held"},
		{"2026-05-19", "", "postponed", "2026-05-20", "postponed"},
		{"2026-05-21", "", "cancelled", "2026-05-20", "cancelled"},
	}
	date := func(s string) content.Date {
		d, _ := content.ParseDate(s)
		return d
	}
	for _, test := range tests {
		c := &content.Conference{When: content.When{Start: date(test.start), End: date(test.end)}, Status: test.status}
		if got := conferenceState(c, date(test.today)); string(got) != test.want {
			t.Errorf("%s to %s %s on %s: %s, want %s", test.start, test.end, test.status, test.today, got, test.want)
		}
	}
}

func TestShorten(t *testing.T) {
	tests := []struct {
		in   string
		n    int
		want string
	}{
		{"ngắn", 10, "ngắn"},
		{"vừa đúng mười", 13, "vừa đúng mười"},
		{"một hai ba bốn", 11, "một hai ba…"},
		{"một hai, ba bốn", 10, "một hai…"},
		{"một “hai ba", 7, "một…"},
		{"khôngcókhoảngtrắng", 6, "không…"},
	}
	for _, test := range tests {
		if got := shorten(test.in, test.n); got != test.want {
			t.Errorf("shorten(%q, %d) = %q, want %q", test.in, test.n, got, test.want)
		}
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b  string
		limit int
		want  int
	}{
		{"", "", 2, 0}, {"a", "", 2, 1}, {"lich", "licj", 2, 1}, {"abc", "acb", 2, 2}, {"kitten", "sitting", 3, 3},
		{"kitten", "sitting", 2, 3}, {"a", "abcdefgh", 3, 4}, {"ke-hoach/x", "kehoach/x", 3, 1},
	}
	for _, test := range tests {
		if got := distance(test.a, test.b, test.limit); got != test.want {
			t.Errorf("distance(%q, %q, %d) = %d, want %d", test.a, test.b, test.limit, got, test.want)
		}
		if got := distance(test.b, test.a, test.limit); got != test.want {
			t.Errorf("distance(%q, %q, %d) = %d, want %d", test.b, test.a, test.limit, got, test.want)
		}
	}
}

func TestTooManyGuessesAreNotMade(t *testing.T) {
	var g guesser
	for range maxGuesses {
		if g.word("licj", []string{"lich"}) != "lich" {
			t.Fatal("no guess where one is allowed")
		}
	}
	if got := g.word("licj", []string{"lich"}); got != "" {
		t.Errorf("a guess too many: %q", got)
	}
}

func TestHasID(t *testing.T) {
	html := []byte(`<h2 id=mot>I</h2><p id="hai ba">x</p><p class=x id=ii.3>id=bon</p><p data-id=nam>`)
	for id, want := range map[string]bool{"mot": true, "hai ba": true, "ii.3": true, "ii": false, "nam": false, "bon": false, "": false} {
		if got := hasID(html, id); got != want {
			t.Errorf("hasID(%q) = %t", id, got)
		}
	}
}

func TestAliasPath(t *testing.T) {
	tests := map[string]string{
		"ke-hoach/cu.html": "ke-hoach/cu.html", "/ke-hoach/cu.html": "ke-hoach/cu.html", "ke-hoach/cu/": "ke-hoach/cu/index.html",
		"ke-hoach/cu": "ke-hoach/cu/index.html", "tin/Bài cũ.html": "tin/Bài cũ.html",
		"": "", "/": "", "../a.html": "", "a/../b.html": "", "a//b.html": "", "a.html?x=1": "", "https://x.vn/a": "", "a\\b.html": "",
		".htaccess": "", "a/.git/x": "", "con.html": "", "a\x00b.html": "", "a /b.html": "",
	}
	for _, typed := range slices.Sorted(maps.Keys(tests)) {
		if got, _ := aliasPath(typed); got != tests[typed] {
			t.Errorf("aliasPath(%q) = %q; want %q", typed, got, tests[typed])
		}
	}
	for typed, want := range map[string]string{
		"../a.html": "", "con.html": "name", ".htaccess": "name", "tai-nguyen/x.html": "folder", "du-lieu/": "folder", "tim-kiem/x": "folder",
	} {
		if got, reason := aliasPath(typed); got != "" || reason != want || !diag.Known("alias-path", reason) {
			t.Errorf("aliasPath(%q) = %q because of %q; want %q", typed, got, reason, want)
		}
	}
}

// FuzzPaths shows that no typed path reaches out of the content folder, and no old address out of the site.
func FuzzPaths(f *testing.F) {
	for _, seed := range []string{"", "/", "x", "../x", "../../../x", "/_shared/van-ban/x", "/b:/ke-hoach/x", "/:/", "/://x", "/://", "a\\b", "/../..", "....//", "#", "/b:/../../x", "ke-hoach/cu/"} {
		f.Add(seed)
	}
	s := &source{doc: &content.Document{}, folder: "a", dir: "a/ke-hoach"}
	f.Fuzz(func(t *testing.T, typed string) {
		if !utf8.ValidString(typed) {
			return // such a file is never parsed
		}
		if p, ok := locate(s, typed); ok && p != "" && !fs.ValidPath(strings.TrimSuffix(p, "/")) {
			t.Errorf("%q leads to %q", typed, p)
		}
		if out, _ := aliasPath(typed); out != "" && (strings.HasPrefix(out, "/") || path.Clean(out) != out || strings.HasPrefix(out, "..")) {
			t.Errorf("the old address %q is written to %q", typed, out)
		}
	})
}
