package render

import (
	"strconv"

	"antq/internal/content"
	"antq/internal/site"
)

// Calendar is the page of conferences and duties: what is next, overdue, comes every year, has no settled day, and is done. It
// says no "today" and counts no days, so that it changes only when what it shows does.
type Calendar struct {
	Base
	Next          []UpcomingMonth
	More          int // events ahead that are left out
	Overdue       TaskList
	Recurring     TaskList
	Tentative     []Upcoming // conferences whose day is not settled
	Postponed     []Upcoming
	Ongoing       TaskList
	OnEvent       TaskList
	ToBeAnnounced TaskList
	NotSet        TaskList
	Done          TaskList
	Held          []Card // conferences held, newest first
	HeldMore      int
	Years         []CalendarYear
}

// CalendarMonth is the page of a month.
type CalendarMonth struct {
	Base
	ISO        string // "2026-11"
	Events     []Upcoming
	Prev, Next *Link
	Calendar   string // address of the calendar
}

// UpcomingMonth holds what lies ahead in a month.
type UpcomingMonth struct {
	ISO, Title, Href string // "2026-11", "Tháng 11 năm 2026", the page of the month
	Events           []Upcoming
}

// CalendarYear leads to the months of a year that have something.
type CalendarYear struct {
	Year   int
	Months []MonthLink
}

// MonthLink leads to a month.
type MonthLink struct {
	ISO, Text, Href string // "2026-11", "Tháng 11", address
	Count           int
}

// TaskList is a list of tasks, each with those of other documents that equal it.
type TaskList struct {
	Tasks []Task
	More  int // how many are left out
}

func (v *Calendar) encode(e *encoder) {
	v.Base.encode(e)
	each(e, v.Next)
	e.number(v.More, v.HeldMore)
	for _, l := range [...]*TaskList{&v.Overdue, &v.Recurring, &v.Ongoing, &v.OnEvent, &v.ToBeAnnounced, &v.NotSet, &v.Done} {
		l.encode(e)
	}
	each(e, v.Tentative)
	each(e, v.Postponed)
	each(e, v.Held)
	each(e, v.Years)
}

func (v *CalendarMonth) encode(e *encoder) {
	v.Base.encode(e)
	e.text(v.ISO, v.Calendar)
	each(e, v.Events)
	maybe(e, v.Prev)
	maybe(e, v.Next)
}

func (u *UpcomingMonth) encode(e *encoder) {
	e.text(u.ISO, u.Title, u.Href)
	each(e, u.Events)
}

func (y *CalendarYear) encode(e *encoder) { e.number(y.Year); each(e, y.Months) }
func (l *MonthLink) encode(e *encoder)    { e.text(l.ISO, l.Text, l.Href); e.number(l.Count) }
func (l *TaskList) encode(e *encoder)     { each(e, l.Tasks); e.number(l.More) }

func (m *maker) calendar() view {
	c := m.page.Site.Calendar()
	v := &Calendar{Base: m.base(), More: c.NextMore, HeldMore: c.HeldMore, Held: m.cards(c.Held)}
	for _, list := range []struct {
		to   *TaskList
		from site.DutyList
	}{
		{&v.Overdue, c.Overdue}, {&v.Recurring, c.Recurring}, {&v.Ongoing, c.Ongoing}, {&v.OnEvent, c.OnEvent},
		{&v.ToBeAnnounced, c.ToBeAnnounced}, {&v.NotSet, c.NotSet}, {&v.Done, c.Done},
	} {
		*list.to = m.taskList(list.from)
	}
	for _, en := range c.Tentative {
		v.Tentative = append(v.Tentative, m.meeting(en))
	}
	for _, en := range c.Postponed {
		v.Postponed = append(v.Postponed, m.meeting(en))
	}
	v.Next = m.byMonth(c)
	v.Years = m.calendarYears(c)
	return v
}

// byMonth divides what lies ahead by months. Conferences without a day have a list of their own.
func (m *maker) byMonth(c *site.Calendar) []UpcomingMonth {
	var months []UpcomingMonth
	for i := range c.Next {
		ev := &c.Next[i]
		if ev.Conference != nil && ev.Conference.State == site.StateTentative {
			continue
		}
		iso := content.Date{Year: ev.Date.Year, Month: ev.Date.Month}.ISO()
		if n := len(months); n == 0 || months[n-1].ISO != iso {
			month := UpcomingMonth{ISO: iso, Title: monthTitle(ev.Date)}
			for _, at := range c.Months {
				if at.ISO == iso {
					month.Href = m.href(at.Page, "")
				}
			}
			months = append(months, month)
		}
		last := &months[len(months)-1]
		last.Events = append(last.Events, m.happening(ev))
	}
	return months
}

func monthTitle(d content.Date) string {
	month := content.Date{Year: d.Year, Month: d.Month}
	return "T" + month.Words()[1:]
}

func (m *maker) calendarYears(c *site.Calendar) []CalendarYear {
	var years []CalendarYear
	for _, month := range c.Months {
		if n := len(years); n == 0 || years[n-1].Year != month.Year {
			years = append(years, CalendarYear{Year: month.Year})
		}
		y := &years[len(years)-1]
		y.Months = append(y.Months, MonthLink{ISO: month.ISO, Text: "Tháng " + strconv.Itoa(month.Month), Href: m.href(month.Page, ""), Count: len(month.Events)})
	}
	return years
}

func (m *maker) calendarMonth() view {
	v := &CalendarMonth{Base: m.base(), Calendar: m.siteBase.CalendarPage}
	month := m.page.Month
	if month == nil {
		return v
	}
	v.ISO, v.Prev, v.Next = month.ISO, m.month(month.Prev), m.month(month.Next)
	for i := range month.Events {
		v.Events = append(v.Events, m.happening(&month.Events[i]))
	}
	return v
}

func (m *maker) month(at *site.CalendarMonth) *Link {
	if at == nil {
		return nil
	}
	return &Link{Text: at.Title, Href: m.href(at.Page, "")}
}

func (m *maker) taskList(l site.DutyList) TaskList {
	v := TaskList{More: l.More}
	for i := range l.Groups {
		g := &l.Groups[i]
		t := m.task(g.Duty)
		t.Others, t.OthersKind, t.Agencies, t.EachUnit = others(g)
		if t.EachUnit {
			t.Owners = nil
		}
		if len(g.Standings) > 1 {
			t.Standings = m.standings(g)
		}
		v.Tasks = append(v.Tasks, t)
	}
	return v
}

// others says what stands in one line with the first duty of a group: in how many other documents, of which kind, of how many
// agencies, and whether each unit owns its own.
func others(g *site.DutyGroup) (n int, kind string, agencies int, eachUnit bool) {
	if g == nil || g.Count < 2 {
		return 0, "", 0, false
	}
	kind = "kế hoạch"
	for _, p := range g.Plans {
		if p.Kind != content.KindPlan {
			kind = "văn bản"
		}
	}
	if g.Agencies > 1 {
		agencies = g.Agencies
	}
	return g.Count - 1, kind, agencies, g.EachUnit
}
