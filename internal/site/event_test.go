package site

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/sitetest"
)

func siteWith(t *testing.T, now, archive string) *Sites {
	t.Helper()
	in, problems := input(t, sitetest.Files(t, archive))
	in.Now = moment(t, now)
	all, found := New(in)
	problems.Merge(found)
	if problems.HasErrors() {
		t.Fatal(problemText(problems))
	}
	return all
}

func TestDueWithin(t *testing.T) {
	const issued = "issued: 2026-05-12\n"
	const yearly = "    every: year\n"
	report := yearly + "    before: 05/11\n"
	tests := []struct {
		name, task, now string
		more            []string
		days            int
		want            string // first..last of each
	}{
		{name: "last day in time", task: report, now: "2026-10-20", days: 30, want: "2026-11-04..2026-11-04"},
		{name: "on the last day", task: report, now: "2026-11-04", days: 1, want: "2026-11-04..2026-11-04"},
		{name: "too far", task: report, now: "2026-10-20", days: 14, want: ""},
		{name: "just near enough", task: report, now: "2026-10-20", days: 15, want: "2026-11-04..2026-11-04"},
		{name: "past", task: report, now: "2026-11-05", days: 30, want: ""},
		{name: "done", task: report, now: "2026-10-20", days: 30, more: []string{reportOf("r", "2026-10-01")}, want: ""},
		{name: "done this year, due the next", task: report, now: "2026-12-20", days: 330, more: []string{reportOf("r", "2026-10-01")}, want: "2027-11-04..2027-11-04"},
		{name: "twice in two years", task: report, now: "2026-10-20", days: 400, want: "2026-11-04..2026-11-04 2027-11-04..2027-11-04"},
		{name: "a month that begins in time", task: yearly + "    month: 11\n", now: "2026-10-20", days: 30, want: "2026-11-01..2026-11-30"},
		{name: "a month that is on", task: yearly + "    month: 11\n", now: "2026-11-20", days: 3, want: "2026-11-01..2026-11-30"},
		{name: "once", task: "    day: 2026-06-01\n", now: "2026-05-20", days: 30, want: "2026-06-01..2026-06-01"},
		{name: "once, past", task: "    day: 2026-05-19\n", now: "2026-05-20", days: 30, want: ""},
		{name: "no day", task: "    when: ongoing\n", now: "2026-05-20", days: 30, want: ""},
		{name: "no limit", task: yearly + "    day:\n      - 15/3\n      - 15/6\n", now: "2026-05-20", days: -1, want: "2026-06-15..2026-06-15"},
		{name: "no limit, years ahead", task: "    day: 2035-06-01\n", now: "2026-05-20", days: -1, want: "2035-06-01..2035-06-01"},
		{name: "today", task: report, now: "2026-11-04", days: 0, want: "2026-11-04..2026-11-04"},
		{name: "tomorrow is not today", task: report, now: "2026-11-03", days: 0, want: ""},
		{name: "yesterday is not today", task: report, now: "2026-11-05", days: 0, want: ""},
		{name: "a month that holds today", task: yearly + "    month: 11\n", now: "2026-11-20", days: 0, want: "2026-11-01..2026-11-30"},
		{name: "a month that begins tomorrow", task: yearly + "    month: 11\n", now: "2026-10-31", days: 0, want: ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			all := siteWith(t, test.now, planWith(issued, test.task, test.more...))
			for _, s := range []*Site{all.Agencies[0], all.Hub} {
				var got []string
				for _, ev := range s.DueWithin(test.days) {
					got = append(got, ev.First.ISO()+".."+ev.Last.ISO())
				}
				if strings.Join(got, " ") != test.want {
					t.Errorf("got %q, want %q", got, test.want)
				}
			}
		})
	}
}

func TestDaysLeft(t *testing.T) {
	ev := Event{Last: content.Date{Year: 2026, Month: 11, Day: 4}}
	for day, want := range map[content.Date]int{
		{Year: 2026, Month: 11, Day: 4}:  0,
		{Year: 2026, Month: 10, Day: 23}: 12,
		{Year: 2026, Month: 11, Day: 5}:  -1,
		{Year: 2025, Month: 11, Day: 4}:  365,
	} {
		if got := ev.DaysLeft(day); got != want {
			t.Errorf("on %s %d days are left, want %d", day, got, want)
		}
	}
}

// TestCalendarStaysSmall makes plans that all ask for the same report, and one that asks for many different things.
func TestCalendarStaysSmall(t *testing.T) {
	const plans, tasks = 600, 150
	var b strings.Builder
	b.WriteString(planWith("issued: 2026-01-05\n", "    every: year\n    before: 05/11\n"))
	for i := range plans {
		fmt.Fprintf(&b, "-- content/a/ke-hoach/n%d.md --\n---\ntitle: Kế hoạch\nnumber: %d/KH-N\nissued: 2026-01-%02d\ntasks:\n"+
			"  - id: bc\n    what: Báo cáo năm\n    every: year\n    before: 05/11\n---\n", i, i+10, i%28+1)
		fmt.Fprintf(&b, "-- content/a/hoi-nghi/h%d.md --\n---\ntitle: Hội nghị %d\nformat: other\nwhen:\n  start: 2026-03-%02d\n---\n", i, i, i%28+1)
	}
	b.WriteString("-- content/a/ke-hoach/nhieu.md --\n---\ntitle: Nhiều việc\nnumber: 9/KH-A\nissued: 2026-01-05\ntasks:\n")
	for i := range tasks {
		fmt.Fprintf(&b, "  - id: v%d\n    what: Việc %d\n    when: ongoing\n  - id: d%d\n    what: Việc có ngày %d\n    day: 2026-06-01\n", i, i, i, i)
	}
	b.WriteString("---\n")
	all := siteWith(t, "2026-05-20", b.String())
	for _, s := range []*Site{all.Agencies[0], all.Hub} {
		c := s.Calendar()
		if len(c.Next) != calendarNext || c.NextMore != tasks+2-calendarNext {
			t.Errorf("%d events are next and %d more", len(c.Next), c.NextMore)
		}
		if len(c.Ongoing.Groups) != listedGroups || c.Ongoing.More != tasks-listedGroups {
			t.Errorf("%d duties are ongoing and %d more", len(c.Ongoing.Groups), c.Ongoing.More)
		}
		if len(c.Held) != calendarHeld || c.HeldMore != plans-calendarHeld {
			t.Errorf("%d conferences were held and %d more", len(c.Held), c.HeldMore)
		}
		if len(c.Recurring.Groups) != 2 || c.Recurring.Groups[0].Count+c.Recurring.Groups[1].Count != plans+1 {
			t.Errorf("%d yearly duties are not folded", len(c.Recurring.Groups))
		}
		for _, m := range c.Months {
			if m.ISO != "2026-11" {
				continue
			}
			folded := m.Events[len(m.Events)-1].Group
			if len(m.Events) != 2 || folded.Count != plans && m.Events[0].Group.Count != plans || len(folded.Plans) > groupPlans {
				t.Errorf("November holds %d events, the last of %d duties in %d plans", len(m.Events), folded.Count, len(folded.Plans))
			}
		}
		if got := len(s.Upcoming(1000)); got != tasks+2 {
			t.Errorf("%d events are ahead", got)
		}
	}
}

// TestLineageIsBounded has a plan on which many others rest, and a circle.
func TestLineageIsBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString(planWith("issued: 2026-01-05\nbases:\n  - Căn cứ Kế hoạch số 10/KH-N\n", "    when: ongoing\n"))
	for i := range 20 {
		fmt.Fprintf(&b, "-- content/a/ke-hoach/n%d.md --\n---\ntitle: Kế hoạch %d\nnumber: %d/KH-N\nissued: 2026-01-05\nbases:\n  - Căn cứ Kế hoạch số 1/KH-A\n---\n", i, i, i+10)
	}
	for _, e := range siteWith(t, "2026-05-20", b.String()).Agencies[0].Entries {
		if e.Page.name != "ke-hoach/k" {
			continue
		}
		levels := e.Lineage()
		if len(levels) != 1 || levels[0].Level != LevelAgency {
			t.Fatalf("%d levels", len(levels))
		}
		if l := levels[0]; len(l.Items) != 1+1+lineageWidth || l.More != 20-1-lineageWidth {
			t.Errorf("%d documents are shown and %d more", len(l.Items), l.More)
		}
	}
}

// TestSampleLineage follows the line from the Prime Minister's decision down to the plan of a unit, and back, on the site's own
// content.
func TestSampleLineage(t *testing.T) {
	in, _ := input(t, os.DirFS("../.."))
	all, _ := New(in)
	line := []string{"van-ban/2025-2447-qd-ttg", "van-ban/2025-301-kh-ubnd", "ke-hoach/phat-dong-2025-2030", "ke-hoach/trung-tam-cua-khau-2026"}
	levels := []Level{LevelCentral, LevelProvince, LevelAgency, LevelUnit}
	for _, s := range []*Site{all.Agencies[0], all.Hub} {
		for i, name := range line {
			for _, e := range s.Entries {
				if e.Page.name != name {
					continue
				}
				var found []string
				for _, l := range e.Lineage() {
					for _, item := range l.Items {
						for k := range line {
							if item.Target.Entry.Page.name == line[k] {
								found = append(found, line[k])
								if l.Level != levels[k] || (item.Steps < 0) != (k < i) || (item.Steps > 0) != (k > i) {
									t.Errorf("%s: %s stands at %s, %d steps", name, line[k], l.Level, item.Steps)
								}
							}
						}
					}
				}
				if len(found) != len(line) {
					t.Errorf("%s shows %q", name, found)
				}
			}
		}
	}
}
