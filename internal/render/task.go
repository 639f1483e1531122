package render

import (
	"bytes"
	"time"

	"antq/internal/content"
	"antq/internal/site"
)

// Task is a duty of a plan, as of today.
type Task struct {
	Anchor   string // id of its row, on the page of its own plan; else ""
	What     string
	Owners   []Link
	Partners []string
	To       []string
	Time     string // as printed: "trước ngày 05/11 hằng năm (hạn cuối 04/11)"
	Last     Date   // last day of the next occurrence
	DaysLeft int    // days from today to Last; meaningful with HasDays
	HasDays  bool
	State    string // a site.DutyState
	Done     *Link  // what fulfilled it
	Note     string
	Plan     Link // the document that sets it, on other pages
	Count    int  // how many plans set the same duty for the same day; 0 and 1 mean one
}

func (t *Task) encode(e *encoder) {
	e.text(t.Anchor, t.What, t.Time, t.State, t.Note)
	each(e, t.Owners)
	e.texts(t.Partners)
	e.texts(t.To)
	t.Last.encode(e)
	e.number(t.DaysLeft, t.Count)
	e.bool(t.HasDays)
	maybe(e, t.Done)
	t.Plan.encode(e)
}

func (m *maker) task(d *site.Duty) Task {
	t := Task{Time: d.Text, Last: date(d.Last), State: string(d.State), Partners: d.Partners, To: d.To, Done: m.entry(d.Done)}
	if d.Task != nil {
		t.What, t.Note = d.Task.What, d.Task.Note
	}
	switch {
	case d.Entry == nil:
	case d.Entry == m.page.Entry:
		if id := anchor(d); id != "" && !hasID(d.Entry.Doc, id) {
			t.Anchor = id
		}
	default:
		t.Plan = Link{Text: d.Entry.Title, Href: m.href(d.Entry.Page, anchor(d))}
	}
	for i, name := range d.Owners {
		l := Link{Text: name}
		if i < len(d.OwnerUnits) && d.OwnerUnits[i] != nil && d.OwnerUnits[i].Name == name {
			l.Href = m.href(d.OwnerUnits[i].Page, "")
		}
		t.Owners = append(t.Owners, l)
	}
	if all := m.page.Site.All; all != nil {
		t.DaysLeft, t.HasDays = days(all.Today, d.Last)
	}
	return t
}

// anchor is the id of a task on the page of its plan: its own, which links name as "path#id". Where the text has that id
// already, a link leads there.
func anchor(d *site.Duty) string {
	if d.Task == nil {
		return ""
	}
	return d.Task.ID
}

// hasID reports whether an element of a document's text has the id.
func hasID(d *content.Document, id string) bool {
	return bytes.Contains(d.Body.HTML, []byte(` id="`+id+`"`)) || bytes.Contains(d.Body.HTML, []byte(" id="+id+">")) ||
		bytes.Contains(d.Body.HTML, []byte(" id="+id+" "))
}

func (m *maker) tasks(ds []*site.Duty) []Task {
	var ts []Task
	for _, d := range ds {
		ts = append(ts, m.task(d))
	}
	return ts
}

// days counts the days from one full date to another.
func days(from, to content.Date) (int, bool) {
	if from.Day == 0 || to.Day == 0 {
		return 0, false
	}
	at := func(d content.Date) time.Time { return d.First().Time() }
	return int(at(to).Sub(at(from)).Hours() / 24), true
}
