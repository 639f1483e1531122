package check

import (
	"strconv"
	"strings"

	"antq/internal/content"
	"antq/internal/diag"
)

// taskForm notes tasks that nobody is named for, and tasks without any time.
func (s *sheet) taskForm(a *content.Administrative, list *diag.List) {
	for i := range a.Tasks {
		t := &a.Tasks[i]
		at := s.key("tasks."+strconv.Itoa(i)+".what", "tasks."+strconv.Itoa(i), "tasks")
		if ownerless(t) {
			s.report(list, "task-without-owner", "", at, t.What)
		}
		if timeless(t) {
			s.report(list, "task-without-date", "", at, t.What)
		}
	}
}

// ownerless reports a task for which nobody is named: neither who does it nor, for a paper that whoever has it hands in, who
// gets it. What depends on an occasion or a later notice names nobody yet.
func ownerless(t *content.Task) bool {
	return len(t.Owner) == 0 && len(t.To) == 0 && t.When != "on-event" && t.When != "to-be-announced"
}

// timeless reports a task without day, span, month or occasion.
func timeless(t *content.Task) bool {
	return len(t.Day) == 0 && t.Before.IsZero() && len(t.BeforeDays) == 0 && len(t.Days) == 0 && len(t.Months) == 0 && t.When == "" &&
		(t.Yearly || t.From.IsZero() && t.Until.IsZero())
}

// deadlines reports deadlines that contradict each other: a report on the year that is due before the month of the review is
// over, and a deadline that was over when the document was issued.
func (s *sheet) deadlines(a *content.Administrative, list *diag.List) {
	for i := range a.Tasks {
		t := &a.Tasks[i]
		at := s.key("tasks."+strconv.Itoa(i)+".before", "tasks."+strconv.Itoa(i)+".day", "tasks."+strconv.Itoa(i))
		if last := lastDay(t); !last.IsZero() && !a.Issued.IsZero() && last.Compare(a.Issued.First()) < 0 {
			s.report(list, "deadline-conflict", "past", at, t.What, last.Short(), a.Issued.Words())
		}
		if !isReport(t.What) {
			continue
		}
		for k := range a.Tasks {
			review := &a.Tasks[k]
			if day, month, ok := dueWithin(t, review); k != i && isReview(review.What) && ok {
				s.report(list, "deadline-conflict", "", at, t.What, day.Short(), review.What, strconv.Itoa(month))
				break
			}
		}
	}
}

// lastDay returns the last day of a task that comes once, zero if it has none.
func lastDay(t *content.Task) content.Date {
	switch {
	case t.Yearly:
	case !t.Before.IsZero():
		if t.Before.Full() {
			return t.Before.AddDays(-1)
		}
		return t.Before.First().AddDays(-1)
	case len(t.Day) == 1:
		return t.Day[0].Last()
	}
	return content.Date{}
}

// dueWithin reports whether a yearly report is due on a day of a month of the review, before its last.
func dueWithin(report, review *content.Task) (content.DayMonth, int, bool) {
	if !report.Yearly || !review.Yearly {
		return content.DayMonth{}, 0, false
	}
	for _, day := range report.BeforeDays {
		for _, month := range review.Months {
			if day.Month == month && day.Day > 1 { // before the first is the month before
				return day, month, true
			}
		}
	}
	return content.DayMonth{}, 0, false
}

// isReport reports whether a task is a report on results.
func isReport(what string) bool { return strings.Contains(strings.ToLower(what), "báo cáo") }

// isReview reports whether a task is the review of a period, and not the report on it.
func isReview(what string) bool {
	what = strings.ToLower(what)
	if strings.Contains(what, "báo cáo") {
		return false
	}
	for _, w := range []string{"sơ kết", "tổng kết", "kiểm điểm"} {
		if strings.Contains(what, w) {
			return true
		}
	}
	return false
}
