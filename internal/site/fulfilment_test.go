package site

import (
	"fmt"
	"strings"
	"testing"
)

// line writes what a line of the calendar says of several duties: "1 overdue k2, 1 done k1 (bao-cao)".
func line(g *DutyGroup) string {
	var parts []string
	for _, s := range g.Standings {
		text := fmt.Sprintf("%d %s", s.Count, s.State)
		for _, p := range s.Plans {
			text += " " + p.Doc.Base
		}
		for _, e := range s.Done {
			text += " (" + e.Doc.Base + ")"
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, ", ")
}

// TestEachTimeHasItsResult shows that every time of a duty names the document that fulfilled it, and no other time does.
func TestEachTimeHasItsResult(t *testing.T) {
	const quarterly = "    every: year\n    before: [15/3, 15/6, 15/9, 15/12]\n"
	const yearly = "    every: year\n    before: 05/11\n"
	covering := func(name, date, period string) string {
		return strings.Replace(reportOf(name, date), "related:", "period: "+period+"\nrelated:", 1)
	}
	tests := []struct {
		name, task, now string
		more            []string
		want            string // last day, state and result of each time up to the end of the year
		missed          int
	}{
		{"each in time", quarterly, "2026-07-20", []string{reportOf("q1", "2026-03-10"), reportOf("q2", "2026-06-14")},
			"03-14 done q1; 06-14 done q2; 09-14 due; 12-14 due", 0},
		{"late, but nearest", quarterly, "2026-07-20", []string{reportOf("q1", "2026-03-25")}, "03-14 done q1; 06-14 overdue; 09-14 due; 12-14 due", 1},
		{"the first was never written", quarterly, "2026-10-20", []string{reportOf("q2", "2026-06-12")},
			"03-14 overdue; 06-14 done q2; 09-14 overdue; 12-14 due", 2},
		{"two close together", quarterly, "2026-10-20", []string{reportOf("q1", "2026-06-10"), reportOf("q2", "2026-06-12")},
			"03-14 done q1; 06-14 done q2; 09-14 overdue; 12-14 due", 1},
		{"more than times", yearly, "2026-12-20", []string{reportOf("a", "2026-10-01"), reportOf("b", "2026-11-01")}, "11-04 done b", 0},
		{"once", "    day: 2026-05-19\n", "2026-12-20", []string{reportOf("a", "2026-05-18")}, "05-19 done a", 0},
		{"in the first days of the next year", yearly, "2026-01-20", []string{reportOf("a", "2026-01-10")}, "11-04 due", 0},
		{"much later than a time that is fulfilled", yearly, "2026-05-20", []string{reportOf("a", "2025-11-01"), reportOf("b", "2026-05-01")}, "11-04 done b", 0},
		{"soon after a time that is fulfilled", yearly, "2026-05-20", []string{reportOf("a", "2025-11-01"), reportOf("b", "2026-01-10")}, "11-04 due", 0},
		{"of January, for the last day of the year before", "    every: year\n    day: 31/12\n", "2026-01-20", []string{reportOf("a", "2026-01-05")}, "12-31 due", 0},
		{"of January, in time", "    every: year\n    before: 15/01\n", "2026-01-20", []string{reportOf("a", "2026-01-10")}, "01-14 done a", 0},
		{"of January, in time, on the year before", "    every: year\n    before: 15/01\n", "2026-01-20", []string{covering("a", "2026-01-10", "2025")}, "01-14 done a", 0},
		{"of January, in time, the first", "    every: year\n    before: 15/01\n    from: 2026\n", "2026-01-20", []string{covering("a", "2026-01-10", "2025")}, "01-14 done a", 0},
		{"on a year when nothing was due yet", "    every: year\n    before: 05/11\n    from: 2026\n", "2026-01-20", []string{covering("a", "2026-01-10", "2025")}, "11-04 due", 0},
		{"of February, on the year before", "    every: year\n    before: 01/03\n", "2026-03-20", []string{covering("a", "2026-02-10", "2025")}, "02-28 done a", 0},
		{"of December, for January", "    every: year\n    before: 15/01\n    from: 2026\n", "2026-01-20", []string{reportOf("a", "2025-12-20")}, "01-14 done a", 0},
		{"a year late, on that year", yearly, "2026-11-20", []string{covering("a", "2026-11-01", "2025")}, "11-04 overdue", 1},
		{"in the first days of the next year, on the year before", yearly, "2026-01-20", []string{covering("a", "2026-01-10", "2025")}, "11-04 due", 0},
		{"a plan for the time to come", yearly, "2026-11-20", []string{covering("a", "2026-10-10", "2027")}, "11-04 done a", 0},
		{"on this year", yearly, "2026-11-20", []string{covering("a", "2026-10-10", "2026")}, "11-04 done a", 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			all := siteWith(t, test.now, planWith("issued: 2025-01-05\n", test.task, test.more...))
			for _, s := range []*Site{all.Agencies[0], all.Hub} {
				var got []string
				for _, m := range s.Calendar().Months {
					for _, ev := range m.Events {
						if m.Year == 2026 && ev.Duty != nil {
							text := ev.Last.ISO()[5:] + " " + string(ev.State)
							if ev.Done != nil {
								text += " " + ev.Done.Title
							}
							got = append(got, text)
						}
					}
				}
				if strings.Join(got, "; ") != test.want {
					t.Errorf("%s: got %q, want %q", s.Name, strings.Join(got, "; "), test.want)
				}
				if d := s.Duties()[0]; d.MissedTimes != test.missed || (d.MissedTimes > 0) == d.Missed.IsZero() {
					t.Errorf("%s: missed %d times, the first on %q; want %d", s.Name, d.MissedTimes, d.Missed.ISO(), test.missed)
				}
			}
		})
	}
}

// TestEqualDutiesOfDifferentStates shows that equal duties of several plans are one line, with where each of them stands.
func TestEqualDutiesOfDifferentStates(t *testing.T) {
	plan := func(n int) string {
		return fmt.Sprintf("-- content/a/ke-hoach/k%d.md --\n---\ntitle: Kế hoạch %[1]d\nnumber: %[1]d/KH-A\nissued: 2026-01-05\ntasks:\n  - id: t\n    what: Báo cáo\n    owner: Văn phòng\n    every: year\n    before: 15/04\n---\n", n)
	}
	archive := "-- content/a/_agency.md --\n---\nname: A\ncode: A\nplace: L\n---\n" + plan(1) + plan(2) + plan(3) +
		strings.Replace(reportOf("bao-cao", "2026-04-10"), "k#t", "k2#t", 1)
	for now, want := range map[string][3]string{ // the month of the deadline, the yearly list and the next time
		"2026-04-09": {"3 due k1 k2 k3", "3 due k1 k2 k3", "2026-04-14"},
		"2026-04-14": {"2 due k1 k3, 1 done k2 (bao-cao)", "2 due k1 k3, 1 done k2", "2026-04-14"},
		"2026-04-15": {"2 overdue k1 k3, 1 done k2 (bao-cao)", "2 overdue k1 k3, 1 done k2", "2027-04-14"},
		"2027-01-01": {"", "3 due k1 k2 k3", "2027-04-14"},
	} {
		all := siteWith(t, now, archive)
		for _, s := range []*Site{all.Agencies[0], all.Hub} {
			c := s.Calendar()
			if len(c.Recurring.Groups) != 1 {
				t.Fatalf("%s: %d lines of one yearly duty", now, len(c.Recurring.Groups))
			}
			if g := &c.Recurring.Groups[0]; line(g) != want[1] || g.Duty.Last.ISO() != want[2] || g.Duty.State != DutyDue || g.Count != 3 {
				t.Errorf("%s: yearly %q, next %s %s", now, line(g), g.Duty.State, g.Duty.Last)
			}
			got := ""
			for _, m := range c.Months {
				if m.ISO == "2026-04" {
					if len(m.Events) != 1 {
						t.Fatalf("%s: %d events", now, len(m.Events))
					}
					got = line(m.Events[0].Group)
					if state := m.Events[0].State; !strings.Contains(got[:10], string(state)) {
						t.Errorf("%s: the line is %s", now, state)
					}
				}
			}
			if got != want[0] {
				t.Errorf("%s: month %q, want %q", now, got, want[0])
			}
			if n := len(c.Overdue.Groups); n != 0 && (now < "2026-04-15" || c.Overdue.Groups[0].Count != 2) {
				t.Errorf("%s: %d lines overdue", now, n)
			}
		}
	}
}
