package site

import (
	"fmt"
	"strings"
	"testing"

	"antq/internal/sitetest"
)

// TestMissed shows that a time which nothing fulfilled is told of, also when the duty is due again.
func TestMissed(t *testing.T) {
	const quarterly = "    every: year\n    before: [15/3, 15/6, 15/9, 15/12]\n"
	const months = "    every: year\n    month: [3, 11]\n"
	tests := []struct {
		name, task, now string
		more            []string
		want            string // state, last day, missed
		overdue         string // first and last day in the list of what is overdue
		since           string
	}{
		{"none past", quarterly, "2026-03-14", nil, "due 2026-03-14 ", "", ""},
		{"first past", quarterly, "2026-03-15", nil, "due 2026-06-14 2026-03-14", "..2026-03-14", "2026-03-15"},
		{"three past", quarterly, "2026-10-20", nil, "due 2026-12-14 2026-03-14", "..2026-03-14", "2026-03-15"},
		{"all past", quarterly, "2026-12-20", nil, "overdue 2026-12-14 2026-03-14", "..2026-03-14", "2026-03-15"},
		{"one done", quarterly, "2026-10-20", []string{reportOf("r", "2026-03-10")}, "due 2026-12-14 2026-06-14", "..2026-06-14", "2026-06-15"},
		{"all past ones done", quarterly, "2026-07-20", []string{reportOf("r", "2026-03-10"), reportOf("q", "2026-06-10")}, "due 2026-09-14 ", "", ""},
		{"the next year, until the next time", quarterly, "2027-03-14", nil, "due 2027-03-14 2026-03-14", "..2026-03-14", "2026-03-15"},
		{"the next year, after that", quarterly, "2027-03-15", nil, "due 2027-06-14 2027-03-14", "..2027-03-14", "2027-03-15"},
		{"the next year, that time done", quarterly, "2027-03-12", []string{reportOf("r", "2027-03-10")}, "due 2027-06-14 ", "", ""},
		{"once a year, the next year", "    every: year\n    before: 05/11\n", "2027-01-01", nil, "due 2027-11-04 2026-11-04", "..2026-11-04", "2026-11-05"},
		{"once a year, on its next day", "    every: year\n    before: 05/11\n", "2027-11-04", nil, "due 2027-11-04 2026-11-04", "..2026-11-04", "2026-11-05"},
		{"once a year, missed again", "    every: year\n    before: 05/11\n", "2027-11-05", nil, "overdue 2027-11-04 2027-11-04", "..2027-11-04", "2027-11-05"},
		{"once a year, done late in the next year", "    every: year\n    before: 05/11\n", "2027-01-20", []string{reportOf("r", "2027-01-10")}, "due 2027-11-04 ", "", ""},
		{"on the last day of the year", "    every: year\n    day: 31/12\n", "2027-01-01", nil, "due 2027-12-31 2026-12-31", "..2026-12-31", "2027-01-01"},
		{"before the first day of the year", "    every: year\n    before: 01/01\n", "2027-01-01", nil, "due 2027-12-31 2026-12-31", "..2026-12-31", "2027-01-01"},
		{"on the last day of its last year", "    every: year\n    day: 31/12\n    until: 2026\n", "2027-01-01", nil, "overdue 2026-12-31 2026-12-31", "..2026-12-31", "2027-01-01"},
		{"a month", months, "2026-05-20", nil, "due 2026-11-30 2026-03-31", "2026-03-01..2026-03-31", "2026-04-01"},
		{"once", "    day: 2026-05-19\n", "2026-05-20", nil, "overdue 2026-05-19 2026-05-19", "..2026-05-19", "2026-05-20"},
		{"once, done", "    day: 2026-05-19\n", "2026-05-20", []string{reportOf("r", "2026-05-18")}, "done 2026-05-19 ", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			all := siteWith(t, test.now, planWith("issued: 2026-01-05\n", test.task, test.more...))
			for _, s := range []*Site{all.Agencies[0], all.Hub} {
				d := s.Duties()[0]
				if got := fmt.Sprintf("%s %s %s", d.State, d.Last.ISO(), d.Missed.ISO()); got != test.want {
					t.Errorf("%s: got %q, want %q", s.Name, got, test.want)
				}
				overdue := ""
				for _, g := range s.Calendar().Overdue.Groups {
					overdue += g.Duty.First.ISO() + ".." + g.Duty.Last.ISO()
					if g.Duty.State != DutyOverdue || g.Duty.Entry != d.Entry {
						t.Errorf("%s: the list of what is overdue holds a duty that is %s", s.Name, g.Duty.State)
					}
				}
				if overdue != test.overdue {
					t.Errorf("%s: overdue %q, want %q", s.Name, overdue, test.overdue)
				}
			}
			since := ""
			for _, m := range all.Missing() {
				if m.What == MissingResult {
					since += m.Since.ISO()
				}
			}
			if since != test.since {
				t.Errorf("missing since %q, want %q", since, test.since)
			}
		})
	}
}

// TestRegisterHoldsDrafts shows that the register pages hold every administrative document of the site once or, among the newest,
// also on the first page.
func TestRegisterHoldsDrafts(t *testing.T) {
	doc := func(path, keys string) string {
		return "-- content/a/" + path + ".md --\n---\ntitle: " + path[strings.LastIndexByte(path, '/')+1:] + "\n" + keys + "---\n"
	}
	all := siteWith(t, "2026-05-20", "-- content/_campaign.md --\n---\nname: P\n---\n-- content/a/_agency.md --\n---\nname: A\ncode: A\nplace: L\n---\n"+
		doc("ke-hoach/du-thao", "number: /KH-SXD\nissued: 2026-05\n")+doc("ke-hoach/ky", "number: 1/KH-A\nissued: 2026-01-05\n")+
		doc("ke-hoach/khong-ngay", "number: 2/KH-A\n")+doc("ke-hoach/thu-hoi", "number: 3/KH-A\nissued: 2026-01-04\nwithdrawn:\n  date: 2026-05-01\n  reason: Sai\n")+
		doc("tin-tuc/co-so", "date: 2026-05-01\nnumber: 4/TB-A\nissued: 2026-05-01\n")+doc("tin-tuc/khong-so", "date: 2026-05-01\n"))
	titles := func(list []*Entry) string {
		var names []string
		for _, e := range list {
			names = append(names, e.Title)
		}
		return strings.Join(names, " ")
	}
	s := all.Agencies[0]
	for _, p := range s.Pages {
		if p.Layout == layoutRegister {
			if got, want := titles(p.List.Entries), "du-thao khong-ngay co-so ky thu-hoi"; got != want || p.List.Total != 5 {
				t.Errorf("register: %d %q, want 5 %q", p.List.Total, got, want)
			}
		}
	}
	if len(s.Years) != 1 || s.Years[0].Register == nil {
		t.Fatal("the year has no register")
	}
	if got, want := titles(s.Years[0].Documents), "co-so ky thu-hoi"; got != want {
		t.Errorf("register of the year: %q, want %q", got, want)
	}
}

func TestAnchorNearSlug(t *testing.T) {
	in, problems := input(t, sitetest.Files(t, planWith("issued: 2026-01-05\n", "", "-- content/a/tin-tuc/so.md --\n---\ntitle: So\ndate: 2026-01-01\n---\n"+
		"## II. Nhiệm vụ, giải pháp\n",
		"-- content/a/tin-tuc/xem.md --\n---\ntitle: Xem\ndate: 2026-01-01\n---\n[xem](so.md#nhiem-vu-giai-phpa)\n")))
	_, found := New(in)
	problems.Merge(found)
	if text := problemText(problems); !strings.Contains(text, "“#ii-nhiem-vu-giai-phap”") {
		t.Errorf("the second name of a heading is not offered:\n%s", text)
	}
}
