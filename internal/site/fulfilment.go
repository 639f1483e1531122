package site

import (
	"slices"

	"antq/internal/content"
)

// fulfilled divides documents into those that fulfil a task and the conferences that are still to be held, the oldest
// first. With a year only those for that year count.
func fulfilled(by []*Entry, year int) (done, planned []*Entry) {
	for _, e := range by {
		switch {
		case year != 0 && fulfilledYear(e) != year:
		case e.Conference != nil && e.State != StateHeld:
			planned = append(planned, e)
		default:
			done = append(done, e)
		}
	}
	oldest := func(x, y *Entry) int { return newestFirst(y, x) }
	slices.SortStableFunc(done, oldest)
	slices.SortStableFunc(planned, oldest)
	return done, planned
}

// fulfilledOn returns the day on which a document fulfils a task.
func fulfilledOn(e *Entry) content.Date {
	if e.Conference != nil && !e.Conference.When.Start.IsZero() {
		return e.Conference.When.Start
	}
	return e.Date
}

// fulfilledYear returns the year whose task a document fulfils: that of its day; of a report on a period that was over by then,
// as one of January on the year before, that of the period.
func fulfilledYear(e *Entry) int {
	day := fulfilledOn(e)
	if a := administrative(e.Doc.Meta); a != nil && !a.Period.IsZero() && a.Period.Last().Compare(day.First()) < 0 {
		return a.Period.Last().Year
	}
	return day.Year
}

// results says which document fulfilled which of the times of a year, both in order; nil where none did. As many times are
// fulfilled as there are documents: those whose days lie nearest to the days of the documents, taken in order, so that a report
// of June is not taken for the one of March that nobody wrote. Where there are more documents than times, the last time has the
// newest.
func results(times []occurrence, done []*Entry) []*Entry {
	by := make([]*Entry, len(times))
	if len(done) >= len(times) {
		copy(by, done)
		if len(times) > 0 {
			by[len(times)-1] = done[len(done)-1]
		}
		return by
	}
	// cost[i][j] is the least sum of days between the first i documents and as many of the first j times.
	cost := make([][]int, len(done)+1)
	cost[0] = make([]int, len(times)+1)
	for i, e := range done {
		row := make([]int, len(times)+1)
		row[i] = farthest
		for j := i; j < len(times); j++ {
			row[j+1] = min(row[j], cost[i][j]+daysApart(fulfilledOn(e), times[j]))
		}
		cost[i+1] = row
	}
	for i, j := len(done), len(times); i > 0; j-- {
		if j == i || cost[i][j] < cost[i][j-1] {
			i--
			by[j-1] = done[i]
		}
	}
	return by
}

// farthest is more than days can lie apart in a year's times.
const farthest = 1 << 30

// daysApart returns how many days lie between a day and a time: 0 within it.
func daysApart(day content.Date, o occurrence) int {
	const seconds = 24 * 60 * 60
	at := day.First().Time().Unix()
	return int(max(o.first.Time().Unix()-at, at-o.last.Time().Unix(), 0) / seconds)
}

func last(list []*Entry) *Entry {
	if len(list) == 0 {
		return nil
	}
	return list[len(list)-1]
}
