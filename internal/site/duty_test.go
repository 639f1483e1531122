package site

import (
	"fmt"
	"strings"
	"testing"

	"antq/internal/sitetest"
)

// planWith is the text of a site with one plan that has the task t, and further files.
func planWith(keys, task string, more ...string) string {
	return "-- content/_campaign.md --\n---\nname: Phong trào\n---\n" +
		"-- content/a/_agency.md --\n---\nname: Cơ quan A\ncode: A\nplace: Lạng Sơn\n---\n" +
		"-- content/a/ke-hoach/k.md --\n---\ntitle: Kế hoạch\nnumber: 1/KH-A\n" + keys + "tasks:\n  - id: t\n    what: Việc\n" + task + "---\n" +
		strings.Join(more, "")
}

// report is a notice that fulfils the task t of the plan.
func reportOf(name, date string) string {
	return "-- content/a/tin-tuc/" + name + ".md --\n---\ntitle: " + name + "\ndate: " + date + "\nrelated:\n  - rel: fulfils\n    to: /ke-hoach/k#t\n---\n"
}

func conferenceOf(start, status string) string {
	return "-- content/a/hoi-nghi/h.md --\n---\ntitle: h\nformat: launch\nwhen:\n  start: " + start + "\n" + status + "related:\n  - rel: fulfils\n    to: /ke-hoach/k#t\n---\n"
}

func TestDuties(t *testing.T) {
	const issued = "issued: 2026-05-12\n"
	const yearly = "    every: year\n"
	tests := []struct {
		name, keys, task string
		more             []string
		now              string
		want             string // state first last next-change done
		text             string
	}{
		{name: "strict deadline ahead", keys: issued, task: "    before: 2026-11-05\n", now: "2026-05-20",
			want: "due  2026-11-04 2026-11-05 ", text: "trước ngày 05/11/2026 (hạn cuối 04/11/2026)"},
		{name: "on its last day", keys: issued, task: "    before: 2026-11-05\n", now: "2026-11-04 23:59", want: "due  2026-11-04 2026-11-05 "},
		{name: "a day too late", keys: issued, task: "    before: 2026-11-05\n", now: "2026-11-05", want: "overdue  2026-11-04  "},
		{name: "strict month", keys: issued, task: "    before: 2026-11\n", now: "2026-05-20", want: "due  2026-10-31 2026-11-01 ",
			text: "trước tháng 11/2026 (hạn cuối 31/10/2026)"},
		{name: "strict year", keys: issued, task: "    before: 2027\n", now: "2026-05-20", want: "due  2026-12-31 2027-01-01 ",
			text: "trước năm 2027 (hạn cuối 31/12/2026)"},
		{name: "a day", keys: issued, task: "    day: 2026-06-01\n", now: "2026-05-20", want: "due  2026-06-01 2026-06-02 ", text: "ngày 01/6/2026"},
		{name: "a month without day", keys: issued, task: "    day: 2026-05\n", now: "2026-05-20", want: "due 2026-05-01 2026-05-31 2026-06-01 ",
			text: "tháng 5/2026"},
		{name: "a month that is past", keys: issued, task: "    day: 2026-05\n", now: "2026-06-01", want: "overdue 2026-05-01 2026-05-31  "},
		{name: "a year", keys: issued, task: "    day: 2026\n", now: "2026-05-20", want: "due 2026-01-01 2026-12-31 2027-01-01 ", text: "năm 2026"},
		{name: "span", keys: issued, task: "    from: 2026-05-01\n    until: 2026-11\n", now: "2026-05-20",
			want: "due 2026-05-01 2026-11-30 2026-12-01 ", text: "từ ngày 01/5/2026 đến tháng 11/2026"},
		{name: "from a day on", keys: issued, task: "    from: 2026-05-01\n", now: "2026-05-20", want: "ongoing    ", text: "từ ngày 01/5/2026"},
		{name: "from a day ahead", keys: issued, task: "    from: 2026-11-01\n", now: "2026-05-20", want: "ahead   2026-11-01 ", text: "từ ngày 01/11/2026"},
		{name: "from today on", keys: issued, task: "    from: 2026-11-01\n", now: "2026-11-01", want: "ongoing    "},
		{name: "on event, from a day ahead", keys: issued, task: "    from: 2026-11-01\n    when: on-event\n", now: "2026-05-20", want: "ahead   2026-11-01 "},
		{name: "from a day ahead, done already", keys: issued, task: "    from: 2026-11-01\n", more: []string{reportOf("r", "2026-05-19")}, now: "2026-05-20",
			want: "done   2026-11-01 r"},
		{name: "before an hour", keys: issued, task: "    before: 2026-10-20 17:00\n", now: "2026-05-20", want: "due  2026-10-20 2026-10-20T17:00+07:00 ",
			text: "trước 17 giờ 00 ngày 20/10/2026"},
		{name: "a minute before the hour", keys: issued, task: "    before: 2026-10-20 17:00\n", now: "2026-10-20 16:59",
			want: "due  2026-10-20 2026-10-20T17:00+07:00 "},
		{name: "at the hour", keys: issued, task: "    before: 2026-10-20 17:00\n", now: "2026-10-20 17:00", want: "overdue  2026-10-20 2026-10-21 "},
		{name: "an hour elsewhere", keys: issued, task: "    before: 2026-10-20T20:30Z\n", now: "2026-10-20", want: "due  2026-10-21 2026-10-21T03:30+07:00 ",
			text: "trước 03 giờ 30 ngày 21/10/2026"},
		{name: "until an hour", keys: issued, task: "    from: 2026-05-01\n    until: 20/10/2026 11h30\n", now: "2026-10-20 11:00",
			want: "due 2026-05-01 2026-10-20 2026-10-20T11:30+07:00 ", text: "từ ngày 01/5/2026 đến 11 giờ 30 ngày 20/10/2026"},
		{name: "at an hour of a day", keys: issued, task: "    day: 2026-10-20 08:00\n", now: "2026-10-20 20:00", want: "due  2026-10-20 2026-10-21 ",
			text: "08 giờ 00 ngày 20/10/2026"},
		{name: "until a day", keys: issued, task: "    until: 2026-06-30\n", now: "2026-05-20", want: "due  2026-06-30 2026-07-01 ",
			text: "đến ngày 30/6/2026"},
		{name: "ongoing", keys: issued, task: "    when: ongoing\n", now: "2026-05-20", want: "ongoing    ", text: "thường xuyên"},
		{name: "on event", keys: issued, task: "    when: on-event\n", now: "2026-05-20", want: "on-event    ", text: "đột xuất"},
		{name: "later", keys: issued, task: "    when: to-be-announced\n", now: "2026-05-20", want: "to-be-announced    ", text: "sẽ có thông báo sau"},
		{name: "no time", keys: issued, now: "2026-05-20", want: "no-time    ", text: "chưa ấn định"},
		{name: "done", keys: issued, task: "    day: 2026-06-01\n", more: []string{reportOf("r", "2026-05-19")}, now: "2026-05-20",
			want: "done  2026-06-01 2026-06-02 r"},

		{name: "yearly ahead", keys: issued, task: yearly + "    before: 05/11\n", now: "2026-05-20", want: "due  2026-11-04 2026-11-01 ",
			text: "trước ngày 05/11 hằng năm (hạn cuối 04/11)"},
		{name: "yearly, too late until the year is out", keys: issued, task: yearly + "    before: 05/11\n", now: "2026-12-31",
			want: "overdue  2026-11-04 2027-01-01 "},
		{name: "yearly, the next year", keys: issued, task: yearly + "    before: 05/11\n", now: "2027-01-01", want: "due  2027-11-04 2027-11-01 "},
		{name: "yearly, before it was issued nothing was due", keys: issued, task: yearly + "    before: 01/03\n", now: "2026-05-20",
			want: "due  2027-02-28 2027-02-01 ", text: "trước ngày 01/3 hằng năm (hạn cuối ngày cuối cùng của tháng 02)"},
		{name: "yearly, leap year", keys: issued, task: yearly + "    before: 01/03\n", now: "2028-01-20", want: "due  2028-02-29 2028-02-01 "},
		{name: "yearly, before new year's day", keys: issued, task: yearly + "    before: 01/01\n", now: "2026-05-20",
			want: "due  2026-12-31 2026-12-01 ", text: "trước ngày 01/01 hằng năm (hạn cuối 31/12)"},
		{name: "yearly month", keys: issued, task: yearly + "    month: 11\n", now: "2026-11-15", want: "due 2026-11-01 2026-11-30 2026-12-01 ",
			text: "tháng 11 hằng năm"},
		{name: "yearly day in a common year", keys: issued, task: yearly + "    day: 29/02\n", now: "2027-01-15", want: "due  2027-02-28 2027-02-01 ",
			text: "ngày 29/02 hằng năm"},
		{name: "several a year, the first is past", keys: "issued: 2026-01-05\n", task: yearly + "    before:\n      - 05/6\n      - 05/11\n", now: "2026-07-01",
			want: "due  2026-11-04 2026-11-01 ", text: "trước các ngày 05/6 và 05/11 hằng năm (hạn cuối 04/6 và 04/11)"},
		{name: "several a year, one done", keys: "issued: 2026-01-05\n", task: yearly + "    day:\n      - 15/3\n      - 15/6\n      - 15/9\n",
			more: []string{reportOf("r", "2026-03-10")}, now: "2026-03-12", want: "due  2026-06-15 2026-06-01 ", text: "ngày 15/3, 15/6 và 15/9 hằng năm"},
		{name: "yearly done for this year", keys: issued, task: yearly + "    before: 05/11\n", more: []string{reportOf("r", "2026-10-01")}, now: "2026-10-20",
			want: "done  2026-11-04 2026-11-01 r"},
		{name: "done this year, due the next", keys: issued, task: yearly + "    before: 05/11\n", more: []string{reportOf("r", "2026-10-01")}, now: "2027-01-02",
			want: "due  2027-11-04 2027-11-01 "},
		{name: "from and until", keys: issued, task: yearly + "    before: 15/12\n    from: 2026\n    until: 2030\n", now: "2029-05-20",
			want: "due  2029-12-14 2029-12-01 ", text: "trước ngày 15/12 hằng năm (hạn cuối 14/12), từ năm 2026 đến năm 2030"},
		{name: "not begun yet", keys: issued, task: yearly + "    before: 15/12\n    from: 2028\n", now: "2026-05-20",
			want: "due  2028-12-14 2027-12-01 ", text: "trước ngày 15/12 hằng năm (hạn cuối 14/12), từ năm 2028"},
		{name: "after the last year", keys: issued, task: yearly + "    before: 15/12\n    until: 2027-06\n", now: "2029-05-20",
			want: "overdue  2026-12-14  ", text: "trước ngày 15/12 hằng năm (hạn cuối 14/12), đến tháng 6/2027"},
		{name: "one year's period does not end it", keys: issued + "period: 2026\n", task: yearly + "    before: 05/11\n", now: "2027-05-20",
			want: "due  2027-11-04 2027-11-01 "},
		{name: "a period of several years bounds it", keys: "issued: 2026-05-12\nperiod: 2025-2030\n", task: yearly + "    month: 11\n", now: "2030-11-30",
			want: "due 2030-11-01 2030-11-30 2030-12-01 "},
		{name: "without date of issue from the period", keys: "period: 2025-2030\n", task: yearly + "    month: 3\n", now: "2026-01-20",
			want: "due 2026-03-01 2026-03-31 2026-03-01 "},
		{name: "without any date from today", task: yearly + "    month: 3\n", now: "2026-01-20", want: "due 2026-03-01 2026-03-31 2026-03-01 "},
		{name: "yearly, to be announced", keys: issued, task: yearly + "    when: to-be-announced\n", now: "2026-05-20", want: "to-be-announced    ",
			text: "hằng năm, sẽ có thông báo sau"},
		{name: "yearly, on event", keys: issued, task: yearly + "    when: on-event\n", now: "2026-05-20", want: "on-event    ", text: "hằng năm, đột xuất"},
		{name: "yearly without time", keys: issued, task: yearly, now: "2026-05-20", want: "no-time    ", text: "hằng năm, chưa ấn định ngày"},
		{name: "yearly without time, until a year", keys: issued, task: yearly + "    from: 2026\n    until: 2030\n", now: "2026-05-20", want: "no-time    ",
			text: "hằng năm, chưa ấn định ngày, từ năm 2026 đến năm 2030"},
		{name: "yearly, to be announced, done for this year", keys: issued, task: yearly + "    when: to-be-announced\n",
			more: []string{reportOf("r", "2026-10-01")}, now: "2026-10-20", want: "done   2027-01-01 r"},
		{name: "yearly, to be announced, done last year", keys: issued, task: yearly + "    when: to-be-announced\n",
			more: []string{reportOf("r", "2026-10-01")}, now: "2027-01-01", want: "to-be-announced   2028-01-01 "},
		{name: "bounds that hold no time", keys: issued, task: yearly + "    month: 3\n    from: 2026-05\n    until: 2026-12\n", now: "2026-05-20",
			want: "no-time    "},

		{name: "a conference stands for it", keys: issued, task: "    day: 2026-06\n", more: []string{conferenceOf("2026-06-10", "")}, now: "2026-05-20",
			want: "due 2026-06-01 2026-06-30 2026-06-10 h"},
		{name: "a conference that was held", keys: issued, task: "    day: 2026-06\n", more: []string{conferenceOf("2026-06-10", "")}, now: "2026-06-11",
			want: "done 2026-06-01 2026-06-30 2026-07-01 h"},
		{name: "a cancelled conference does nothing", keys: issued, task: "    day: 2026-06\n", more: []string{conferenceOf("2026-06-10", "status: cancelled\n")},
			now: "2026-06-12", want: "due 2026-06-01 2026-06-30 2026-07-01 "},
		{name: "yearly with a conference ahead", keys: issued, task: yearly + "    month: 6\n", more: []string{conferenceOf("2026-06-10", "")}, now: "2026-05-20",
			want: "due 2026-06-01 2026-06-30 2026-06-01 h"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			in, problems := input(t, sitetest.Files(t, planWith(test.keys, test.task, test.more...)))
			in.Now = moment(t, test.now)
			all, found := New(in)
			problems.Merge(found)
			if problems.HasErrors() {
				t.Fatal(problemText(problems))
			}
			var d *Duty
			for _, e := range all.Agencies[0].Entries {
				if len(e.Duties) > 0 {
					d = e.Duties[0]
				}
			}
			done, next := "", ""
			if d.Done != nil {
				done = d.Done.Title
			}
			if !all.NextChange.IsZero() {
				next = strings.TrimSuffix(all.NextChange.Format("2006-01-02T15:04-07:00"), "T00:00+07:00")
			}
			if got := fmt.Sprintf("%s %s %s %s %s", d.State, d.First, d.Last, next, done); got != test.want {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
			if test.text != "" && d.Text != test.text {
				t.Errorf("text %q, want %q", d.Text, test.text)
			}
		})
	}
}

// TestDutiesThatLapse shows which duties the calendar still holds when their plan is replaced, over or withdrawn.
func TestDutiesThatLapse(t *testing.T) {
	const day = "    day: 2026-06-01\n"
	replacer := "-- content/a/ke-hoach/moi.md --\n---\ntitle: Mới\nnumber: 2/KH-A\nissued: 2026-05-01\nrelated:\n  - rel: replaces\n    to: k\n---\n"
	tests := []struct {
		name, keys, task, more, now string
		want                        int
	}{
		{"in force", "issued: 2026-01-01\n", day, "", "2026-05-20", 1},
		{"overdue in its year", "issued: 2026-01-01\nperiod: 2026\n", day, "", "2026-07-01", 1},
		{"overdue after its period", "issued: 2026-01-01\nperiod: 2026\n", day, "", "2027-01-01", 0},
		{"yearly after its period", "issued: 2026-01-01\nperiod: 2026\n", "    every: year\n    month: 11\n", "", "2027-01-01", 1},
		{"replaced", "issued: 2026-01-01\n", day, replacer, "2026-05-20", 0},
		{"expired", "issued: 2026-01-01\nexpires: 2026-05-01\n", day, "", "2026-05-20", 0},
		{"withdrawn", "issued: 2026-01-01\nwithdrawn:\n  date: 2026-05-01\n  reason: Sai\n", day, "", "2026-05-20", 0},
		{"past its day of posting", "issued: 2026-01-01\nexpiryDate: 2026-05-01\n", day, "", "2026-05-20", 0},
	}
	for _, test := range tests {
		in, _ := input(t, sitetest.Files(t, planWith(test.keys, test.task, test.more)))
		in.Now = moment(t, test.now)
		all, problems := New(in)
		if problems.HasErrors() {
			t.Fatal(problemText(problems))
		}
		if got := len(all.Agencies[0].Duties()); got != test.want {
			t.Errorf("%s: %d duties, want %d", test.name, got, test.want)
		}
		if got := len(all.Hub.Duties()); got != test.want {
			t.Errorf("%s: the hub has %d duties, want %d", test.name, got, test.want)
		}
	}
}
