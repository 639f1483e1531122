package render

import (
	"bytes"

	"antq/internal/content"
	"antq/internal/site"
)

// Task is a duty of a plan, as of today.
type Task struct {
	Anchor   string // id of its row, on the page of its own plan; else ""
	What     Text
	Owners   []Party
	Partners []Text
	To       []Text
	Time     string // as printed: "trước ngày 05/11 hằng năm (hạn cuối 04/11)"
	Last     Date   // last day of the next occurrence
	State    string // a site.DutyState
	Done     *Link  // what fulfilled it
	// Missed is the last day of the oldest time that was missed, where State speaks of a later one, and MissedTimes how many
	// times have been missed this year; also where State is "overdue".
	Missed      Date
	MissedTimes int
	Note        Text
	Plan        Link // the document that sets it, on other pages

	// In lists where equal tasks are one line: how many further documents set it, of which kind ("kế hoạch" or "văn bản"), of how
	// many agencies where of several, whether each unit owns its own, and where they stand this time if not all in one state.
	Others     int
	OthersKind string
	Agencies   int
	EachUnit   bool
	Standings  []Standing
}

func (t *Task) encode(e *encoder) {
	e.text(t.Anchor, t.Time, t.State, t.OthersKind)
	t.What.encode(e)
	t.Note.encode(e)
	each(e, t.Owners)
	each(e, t.Partners)
	each(e, t.To)
	t.Last.encode(e)
	t.Missed.encode(e)
	e.number(t.MissedTimes, t.Others, t.Agencies)
	e.bool(t.EachUnit)
	each(e, t.Standings)
	maybe(e, t.Done)
	t.Plan.encode(e)
}

func (m *maker) task(d *site.Duty) Task {
	t := Task{Time: d.Text, Last: date(d.Last), State: string(d.State), Done: m.entry(d.Done), MissedTimes: d.MissedTimes}
	if d.State != site.DutyOverdue || d.Last != d.Missed {
		t.Missed = date(d.Missed)
	}
	if d.Task != nil {
		t.What = m.text(d.Task.What)
		t.To = m.texts(d.To)
		t.Note = m.text(d.Task.Note)
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
		var owner Party
		if i < len(d.OwnerUnits) && d.OwnerUnits[i] != nil && d.OwnerUnits[i].Name == name {
			owner.Href = m.href(d.OwnerUnits[i].Page, "")
		}
		if owner.Name = (Text{{Text: name}}); owner.Href == "" {
			owner.Name = m.text(name)
		}
		t.Owners = append(t.Owners, owner)
	}
	t.Partners = m.texts(d.Partners)
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
	linked := make(map[string]bool) // a unit is linked where the table first names it
	for _, d := range ds {
		t := m.task(d)
		for i := range t.Owners {
			o := &t.Owners[i]
			if linked[o.Href] {
				o.Href = ""
			}
			linked[o.Href] = true
		}
		ts = append(ts, t)
	}
	return ts
}
