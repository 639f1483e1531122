package site

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"antq/internal/sitetest"
)

// TestSeasons makes sites of plans at random and follows each from one change to the next: in between nothing may change, and
// what the calendar, the lists and the duties say of a day must agree.
func TestSeasons(t *testing.T) {
	for seed := range uint64(12) {
		archive := randomYear(rand.New(rand.NewPCG(seed, 7)))
		in, _ := input(t, sitetest.Files(t, archive)) // dates in an odd order are what is wanted
		in.Now = time.Date(2027, 12, 20, 9, 0, 0, 0, time.FixedZone("", 7*3600)).AddDate(0, int(seed)%9, int(seed)%13)
		for range 12 {
			all, found := New(in)
			if found.HasErrors() {
				t.Fatalf("seed %d: %s\n%s", seed, problemText(found), archive)
			}
			checkInvariants(t, all)
			checkNextChange(t, in, all)
			for _, s := range append([]*Site{all.Hub}, all.Agencies...) {
				checkCalendar(t, s)
			}
			if t.Failed() {
				t.Fatalf("seed %d on %s:\n%s", seed, all.Today, archive)
			}
			if all.NextChange.IsZero() {
				break
			}
			in.Now = all.NextChange
		}
	}
}

// checkCalendar asserts that duties, calendar and what is due agree.
func checkCalendar(t *testing.T, s *Site) {
	t.Helper()
	c, today := s.Calendar(), s.All.Today
	missed := 0
	for _, d := range s.Duties() {
		if d.MissedTimes > 0 {
			missed++
		}
		if (d.MissedTimes > 0) == d.Missed.IsZero() || d.State == DutyOverdue && d.MissedTimes == 0 || d.State == DutyDone && (d.Done == nil || d.MissedTimes > 0) {
			t.Errorf("%s: %s is %s, missed %d times, first on %q", s.Name, d.Task.What, d.State, d.MissedTimes, d.Missed)
		}
		if d.State == DutyDue && !d.Last.IsZero() && d.Last.Compare(today) < 0 {
			t.Errorf("%s: %s is due on %s, which is past", s.Name, d.Task.What, d.Last)
		}
	}
	groups := func(list DutyList) int {
		n := 0
		for _, g := range list.Groups {
			n += g.Count
			checkStandings(t, &g)
		}
		return n
	}
	if n := groups(c.Overdue); n != missed {
		t.Errorf("%s: %d duties are overdue, and the list holds %d", s.Name, missed, n)
	}
	groups(c.Recurring)
	for _, g := range c.Recurring.Groups {
		if g.Duty.State != DutyDue || g.Duty.Last.Compare(today) < 0 {
			t.Errorf("%s: %s comes again on %s, which is past", s.Name, g.Duty.Task.What, g.Duty.Last)
		}
	}
	for _, m := range c.Months {
		for i := range m.Events {
			ev := &m.Events[i]
			if ev.Duty == nil {
				continue
			}
			checkStandings(t, ev.Group)
			if past := ev.Last.Compare(today) < 0; ev.State == DutyOverdue && !past || ev.State == DutyDue && past {
				t.Errorf("%s: %s of %s is %s", s.Name, ev.Duty.Task.What, ev.Last, ev.State)
			}
		}
	}
	near := len(s.DueWithin(0))
	for _, days := range []int{1, 30, 400} {
		n := len(s.DueWithin(days))
		if n < near {
			t.Errorf("%s: %d duties within %d days, more in fewer", s.Name, n, days)
		}
		near = n
	}
}

func checkStandings(t *testing.T, g *DutyGroup) {
	t.Helper()
	n := 0
	for i, s := range g.Standings {
		n += s.Count
		if s.Count < len(s.Plans) || s.State != DutyDone && len(s.Done) > 0 || i > 0 && s.State.urgency() < g.Standings[i-1].State.urgency() {
			t.Errorf("%s: %d %s, plans %d, results %d", g.Duty.Task.What, s.Count, s.State, len(s.Plans), len(s.Done))
		}
	}
	if n != g.Count {
		t.Errorf("%s: %d duties stand somewhere, of %d", g.Duty.Task.What, n, g.Count)
	}
}

// randomYear is the text of sites of three agencies: plans that replace and amend one another, bases that lapse, duties of every
// kind, and documents and conferences that fulfil them.
func randomYear(r *rand.Rand) string {
	day := func() string {
		return time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(900)).Format(time.DateOnly)
	}
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	var b strings.Builder
	b.WriteString("-- content/_campaign.md --\n---\nname: Phong trào\n---\n")
	for i := range 4 {
		fmt.Fprintf(&b, "-- content/_shared/van-ban/q%d.md --\n---\ntitle: Q%[1]d\ntype: Quyết định\nnumber: %[1]d/QĐ-TTg\nissued: 2025-01-0%d\nissuer: Thủ tướng Chính phủ\n", i, i+1)
		if r.IntN(2) == 0 {
			fmt.Fprintf(&b, "expires: %s\n", day())
		}
		if i > 0 && r.IntN(2) == 0 {
			fmt.Fprintf(&b, "effective: %s\nrelated:\n  - rel: %s\n    to: q%d\n", day(), pick("replaces", "amends"), i-1)
		}
		b.WriteString("---\n")
	}
	for _, agency := range []string{"a", "b", "c"} {
		fmt.Fprintf(&b, "-- content/%s/_agency.md --\n---\nname: Sở %[1]s\ncode: S\nplace: L\nunits:\n  - id: vp\n    name: Văn phòng\n  - id: ql\n    name: Quản lý\n---\n", agency)
		for i := range 3 {
			fmt.Fprintf(&b, "-- content/%s/ke-hoach/k%d.md --\n---\ntitle: K%[2]d\nnumber: %[2]d/KH-S\nissued: %s\nbases:\n  - Căn cứ Quyết định số %d/QĐ-TTg\n", agency, i, day(), r.IntN(4))
			b.WriteString(pick("", "period: 2027\n", "period: 2027-2029\n", "unit: vp\n", "expires: "+day()+"\n", "date: "+day()+"\n"))
			if i > 0 && r.IntN(3) == 0 {
				fmt.Fprintf(&b, "related:\n  - rel: %s\n    to: k%d\n", pick("replaces", "amends"), i-1)
			}
			b.WriteString("tasks:\n")
			for n := range 3 {
				fmt.Fprintf(&b, "  - id: t%d\n    what: Việc %s\n    owner: %s\n%s", n, pick("một", "hai"), pick("vp", "ql", "all"), randomTime(pick, day))
			}
			b.WriteString("---\n")
		}
		for i := range 8 {
			to := fmt.Sprintf("related:\n  - rel: fulfils\n    to: /ke-hoach/k%d#t%d\n---\n", r.IntN(3), r.IntN(3))
			if i%4 == 3 {
				fmt.Fprintf(&b, "-- content/%s/hoi-nghi/h%d.md --\n---\ntitle: H%[2]d\nformat: training\nwhen:\n  start: %s\n%s%s", agency, i, day(), pick("", "", "status: postponed\n"), to)
				continue
			}
			fmt.Fprintf(&b, "-- content/%s/tin-tuc/n%d.md --\n---\ntitle: N%[2]d\ndate: %s\n%s%s", agency, i, day(), pick("", "", "period: 2027\n"), to)
		}
	}
	return b.String()
}

func randomTime(pick func(...string) string, day func() string) string {
	return pick("", "    when: ongoing\n", "    when: on-event\n", "    before: "+day()+"\n", "    day: "+day()+"\n", "    day: "+day()[:7]+"\n",
		"    from: 2027-01-01\n    until: "+"2029-0"+pick("1", "2", "9")+"\n",
		"    every: year\n    "+pick("before: 05/11", "before: 01/01", "before: 01/03", "before: [15/3, 15/6, 15/9, 15/12]", "day: 29/02", "day: 31/12", "day: [01/01, 31/12]",
			"month: 12", "month: [1, 4, 7, 10]", "month: 2", "when: to-be-announced", "before: 01/03\n    until: 2028-02", "day: 29/02\n    from: 2027-03\n    until: 2028-02-28")+"\n")
}
