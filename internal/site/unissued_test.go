package site

import (
	"fmt"
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/sitetest"
)

// document is the text of a file of the agency a; rel and to say what it has to do with another one.
func documentOf(path, keys, rel, to string) string {
	return fmt.Sprintf("-- content/a/%s.md --\n---\ntitle: %s\n%srelated:\n  - rel: %s\n    to: %s\n---\n", path, path[strings.LastIndexByte(path, '/')+1:], keys, rel, to)
}

// stateOf returns the state of the document whose path ends so.
func stateOf(t *testing.T, all *Sites, name string) *Entry {
	t.Helper()
	for _, s := range all.Agencies {
		for _, e := range s.Entries {
			if strings.HasSuffix(e.Page.name, name) {
				return e
			}
		}
	}
	t.Fatalf("no document %s", name)
	return nil
}

// TestOnlyWhatIsIssuedFulfils shows that a duty stays open until the document that is to fulfil it is issued.
func TestOnlyWhatIsIssuedFulfils(t *testing.T) {
	const kind = "type: Báo cáo\n"
	tests := []struct {
		name, keys, now, want string // state of the duty and next change
	}{
		{"without date", kind + "number: /BC-A\n", "2026-05-20", "due 2026-06-02"},
		{"without day", kind + "number: /BC-A\nissued: 2026-05\n", "2026-05-20", "due 2026-06-02"},
		{"expected", kind + "status: expected\n", "2026-05-20", "due 2026-06-02"},
		{"overdue all the same", kind + "number: /BC-A\n", "2026-06-02", "overdue"},
		{"issued", kind + "number: 5/BC-A\nissued: 2026-05-19\n", "2026-05-20", "done 2026-06-02"},
		{"issued today", kind + "number: 5/BC-A\nissued: 2026-05-20\n", "2026-05-20", "done 2026-06-02"},
		{"issued on a day ahead", kind + "number: 5/BC-A\nissued: 2026-05-28\n", "2026-05-20", "due 2026-05-28"},
		{"issued on a day ahead, which comes", kind + "number: 5/BC-A\nissued: 2026-05-28\n", "2026-05-28", "done 2026-06-02"},
		{"issued on a day ahead, too late until then", kind + "number: 5/BC-A\nissued: 2026-06-10\n", "2026-06-03", "overdue 2026-06-10"},
		{"said to be issued, on a day ahead", kind + "status: issued\nissued: 2026-05-28\n", "2026-05-20", "due 2026-05-28"},
	}
	for _, test := range tests {
		all := siteWith(t, test.now, planWith("issued: 2026-01-05\n", "    day: 2026-06-01\n", documentOf("van-ban/bc", test.keys, "fulfils", "/ke-hoach/k#t")))
		next := ""
		if !all.NextChange.IsZero() {
			next = " " + content.DateOf(all.NextChange).ISO()
		}
		d := all.Agencies[0].Duties()[0]
		if got := string(d.State) + next; got != test.want || (d.Done != nil) != (d.State == DutyDone) {
			t.Errorf("%s: %s, done %t, want %s", test.name, got, d.Done != nil, test.want)
		}
	}
}

func TestDraftsFulfilNothing(t *testing.T) {
	in, _ := input(t, sitetest.Files(t, planWith("issued: 2026-01-05\n", "    day: 2026-06-01\n", strings.Replace(reportOf("r", "2026-05-19"), "date:", "draft: true\ndate:", 1))))
	in.Drafts = true
	all, _ := New(in)
	if d := all.Agencies[0].Duties()[0]; d.State != DutyDue {
		t.Errorf("with drafts the duty is %s", d.State)
	}
}

// TestIssuedAhead shows a document on the last day before it is issued, and on the day.
func TestIssuedAhead(t *testing.T) {
	archive := planWith("issued: 2026-01-05\nperiod: 2026\nunitPlans:\n  from: vp\n  before: 2026-06-01\n", "    when: ongoing\n",
		documentOf("ke-hoach/moi", "number: 2/KH-A\nissued: 2026-06-20\nperiod: 2026\n", "replaces", "k"),
		documentOf("ke-hoach/sua", "number: 3/KH-A\nissued: 2026-06-20\neffective: 2026-06-01\n", "amends", "khac"),
		"-- content/a/ke-hoach/khac.md --\n---\ntitle: Khác\nnumber: 4/KH-A\nissued: 2026-01-05\nunit: vp\n---\n",
		documentOf("ke-hoach/vp", "number: 5/KH-A\nissued: 2026-06-20\nunit: vp\n", "implements", "k"))
	archive = strings.Replace(archive, "place: Lạng Sơn\n", "place: Lạng Sơn\nunits:\n  - id: vp\n    name: Văn phòng\n", 1)
	for now, want := range map[string]string{
		"2026-06-19": "moi expected, k issued, khac issued, coverage draft, late true, in force k, duties 1",
		"2026-06-20": "moi issued, k replaced, khac amended, coverage issued, late true, in force moi, duties 0",
	} {
		all := siteWith(t, now, archive)
		s := all.Agencies[0]
		k := stateOf(t, all, "ke-hoach/k")
		line := k.Admin.Coverage[0]
		got := fmt.Sprintf("moi %s, k %s, khac %s, coverage %s, late %t, in force %s, duties %d", stateOf(t, all, "moi").State, k.State, stateOf(t, all, "khac").State,
			line.State, line.Late, s.PlanInForce().Doc.Base, len(s.Duties()))
		if got != want {
			t.Errorf("%s: %s\nwant %s", now, got, want)
		}
		if now == "2026-06-19" && content.DateOf(all.NextChange).ISO() != "2026-06-20" {
			t.Errorf("the next change is on %s", all.NextChange)
		}
	}
}

// TestExpires shows that a document is in force on the day on which it expires, and to the end of a month or year.
func TestExpires(t *testing.T) {
	tests := []struct{ expires, now, want string }{
		{"2026-08-31", "2026-08-31", "issued"}, {"2026-08-31", "2026-09-01", "expired"},
		{"2030", "2030-01-01", "issued"}, {"2030", "2030-12-31", "issued"}, {"2030", "2031-01-01", "expired"},
		{"2026-08", "2026-08-15", "issued"}, {"2026-08", "2026-09-01", "expired"},
	}
	for _, test := range tests {
		all := siteWith(t, test.now, planWith("issued: 2026-01-05\nexpires: "+test.expires+"\n", "    day: 2026-08-31\n"))
		if got := stateOf(t, all, "ke-hoach/k").State; string(got) != test.want || (len(all.Hub.Duties()) == 1) != (got == StateIssued) {
			t.Errorf("expires %s: on %s %s with %d duties", test.expires, test.now, got, len(all.Hub.Duties()))
		}
	}
}

// TestFulfilledByAnotherAgency shows that a duty is done whoever wrote the document that fulfils it, also when only one of the
// agencies is made.
func TestFulfilledByAnotherAgency(t *testing.T) {
	archive := planWith("issued: 2026-01-05\n", "    day: 2026-06-01\n    id: t\n",
		"-- content/b/_agency.md --\n---\nname: Cơ quan B\ncode: B\nplace: Lạng Sơn\nbaseURL: https://b.vn\n---\n",
		"-- content/b/van-ban/bc.md --\n---\ntitle: bc\ntype: Báo cáo\nnumber: 5/BC-B\nissued: 2026-06-10\nrelated:\n  - rel: fulfils\n    to: /a:/ke-hoach/k#t\n---\n")
	archive = strings.Replace(archive, "    id: t\n", "", 1)
	for now, want := range map[string]string{"2026-06-09": "overdue 2026-06-10", "2026-06-10": "done "} {
		for _, only := range [][]string{nil, {"a"}} {
			in, _ := input(t, sitetest.Files(t, archive))
			in.Now, in.Only = moment(t, now), only
			all, problems := New(in)
			if problems.HasErrors() {
				t.Fatal(problemText(problems))
			}
			next := ""
			if !all.NextChange.IsZero() {
				next = content.DateOf(all.NextChange).ISO()
			}
			d := all.Agencies[0].Duties()[0]
			if got := string(d.State) + " " + next; got != want || (d.State == DutyDone) != (d.Done != nil && d.Done.Site.ID == "b") {
				t.Errorf("%s, only %q: %s, want %s", now, only, got, want)
			}
		}
	}
}

// TestPostponedToADay shows that a postponed conference with a new day is held on that day.
func TestPostponedToADay(t *testing.T) {
	conference := func(when string) string {
		return planWith("issued: 2026-01-05\n", "    day: 2026-12-20\n", "-- content/a/hoi-nghi/h.md --\n---\ntitle: h\nformat: launch\nstatus: postponed\nwhen:\n"+when+"related:\n  - rel: fulfils\n    to: /ke-hoach/k#t\n---\n")
	}
	tests := []struct{ name, when, now, want string }{ // state of the conference and the duty, months, held
		{"no new day", "  start: 2026-11-12\n", "2026-11-01", "postponed due [2026-12] 0"},
		{"the same day", "  start: 2026-11-12\n  was: 2026-11-12\n", "2026-11-01", "postponed due [2026-12] 0"},
		{"a new month", "  start: 2026-12\n  was: 2026-11-12\n", "2026-11-01", "postponed due [2026-12] 0"},
		{"a new day", "  start: 2026-12-10\n  was: 2026-11-12\n", "2026-11-01", "confirmed due [2026-12] 0"},
		{"a new day in another month", "  start: 2026-12-10\n  was: 2026-11\n", "2026-11-01", "confirmed due [2026-12] 0"},
		{"on the new day", "  start: 2026-12-10 08:00\n  was: 2026-11-12 08:00\n", "2026-12-10", "confirmed due [2026-12] 0"},
		{"held", "  start: 2026-12-10\n  was: 2026-11-12\n", "2026-12-11", "held done [2026-12] 1"},
	}
	for _, test := range tests {
		all := siteWith(t, test.now, conference(test.when))
		s := all.Agencies[0]
		var months []string
		for _, m := range s.Calendar().Months {
			months = append(months, m.ISO)
		}
		h := stateOf(t, all, "hoi-nghi/h")
		if got := fmt.Sprintf("%s %s %v %d", h.State, s.Duties()[0].State, months, len(s.Calendar().Held)); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		asked := false
		for _, m := range all.Missing() {
			asked = asked || m.What == MissingDay
		}
		if asked != (h.State == StatePostponed) {
			t.Errorf("%s: a day is asked for: %t", test.name, asked)
		}
	}
}

// TestYearlyDutiesOutliveAOneYearPlan shows what is listed of them after the year.
func TestYearlyDutiesOutliveAOneYearPlan(t *testing.T) {
	tests := []struct {
		name, keys, task, now string
		more                  []string
		want                  string // state, missed; recurring, overdue, done, due within 400 days; missing
	}{
		{"missed", "period: 2026\n", "    before: 05/11\n", "2027-01-01", nil, "due 1; 1 1 0 1; 1"},
		{"missed twice", "period: 2026\n", "    before: 05/11\n", "2027-11-05", nil, "overdue 1; 1 1 0 1; 1"},
		{"done", "period: 2026\n", "    before: 05/11\n", "2027-10-20", []string{reportOf("r", "2026-10-10"), reportOf("q", "2027-10-10")}, "done 0; 1 0 1 1; 0"},
		{"several a year", "period: 2026\n", "    before: [15/3, 15/9]\n", "2027-05-20", nil, "due 1; 1 1 0 2; 1"},
		{"on event", "period: 2026\n", "    when: on-event\n", "2027-05-20", nil, "on-event 0; 0 0 0 0; 0"},
		{"a plan of several years", "period: 2026-2027\n", "    before: 05/11\n", "2028-05-20", []string{reportOf("q", "2027-10-10")}, "none; 0 0 0 0; 0"},
		{"a plan of several years, missed at last", "period: 2026-2027\n", "    day: 31/12\n", "2028-01-01", nil, "overdue 1; 0 1 0 0; 1"},
		{"a plan of several years, missed long ago", "period: 2026-2027\n", "    day: 31/12\n", "2029-01-01", nil, "none; 0 0 0 0; 0"},
		{"ended by until", "period: 2026\n", "    before: 05/11\n    until: 2026\n", "2028-05-20", nil, "none; 0 0 0 0; 0"},
	}
	for _, test := range tests {
		all := siteWith(t, test.now, planWith("issued: 2026-01-05\n"+test.keys, "    every: year\n"+test.task, test.more...))
		s := all.Agencies[0]
		state := "none"
		if len(s.Duties()) > 0 {
			state = fmt.Sprintf("%s %d", s.Duties()[0].State, s.Duties()[0].MissedTimes)
		}
		missing := 0
		for _, m := range all.Missing() {
			if m.What == MissingResult {
				missing++
			}
		}
		c := s.Calendar()
		got := fmt.Sprintf("%s; %d %d %d %d; %d", state, len(c.Recurring.Groups), len(c.Overdue.Groups), len(c.Done.Groups), len(s.DueWithin(400)), missing)
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// TestCoverageByBases shows that a unit's plan that names the agency's plan among its bases answers it, one that only speaks of it
// does not, and that nothing is asked for when the plan is over.
func TestCoverageByBases(t *testing.T) {
	for _, test := range []struct{ name, keys, body, now, want string }{
		{"bases", "bases:\n  - Căn cứ Kế hoạch số 1/KH-A ngày 05/01/2026 của Cơ quan A\n", "", "2026-07-01", "issued 0"},
		{"text", "", "Theo Kế hoạch số 1/KH-A ngày 05/01/2026 của Cơ quan A.\n", "2026-07-01", "not-yet 1"},
		{"over", "", "", "2027-01-01", "not-yet 0"},
	} {
		archive := planWith("issued: 2026-01-05\nperiod: 2026\nunitPlans:\n  from: vp\n  before: 2026-06-01\n", "    when: ongoing\n",
			"-- content/a/ke-hoach/vp.md --\n---\ntitle: vp\nnumber: 5/KH-A\nissued: 2026-03-20\nunit: vp\n"+test.keys+"---\n"+test.body)
		all := siteWith(t, test.now, strings.Replace(archive, "place: Lạng Sơn\n", "place: Lạng Sơn\nunits:\n  - id: vp\n    name: Văn phòng\n", 1))
		missing := 0
		for _, m := range all.Missing() {
			if m.What == MissingPlan {
				missing++
			}
		}
		if got := fmt.Sprintf("%s %d", stateOf(t, all, "ke-hoach/k").Admin.Coverage[0].State, missing); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// TestEqualDutiesAreDueTogether shows that what is due is folded as the calendar folds it.
func TestEqualDutiesAreDueTogether(t *testing.T) {
	plan := func(n int, day string) string {
		return fmt.Sprintf("-- content/a/ke-hoach/n%d.md --\n---\ntitle: N%[1]d\nnumber: %[1]d/KH-N\nissued: 2026-01-05\ntasks:\n  - id: t\n    what: Việc\n    day: %s\n---\n", n, day)
	}
	all := siteWith(t, "2026-05-20", planWith("issued: 2026-01-05\n", "    day: 2026-06-01\n", plan(2, "2026-06-01"), plan(3, "2026-06-02"), plan(4, "2026-06-01")))
	for _, days := range []int{-1, 30} {
		got := ""
		for _, ev := range all.Agencies[0].DueWithin(days) {
			got += fmt.Sprintf("%s x%d ", ev.Last, ev.Group.Count)
		}
		if got != "2026-06-01 x3 2026-06-02 x1 " {
			t.Errorf("within %d days: %s", days, got)
		}
	}
}
