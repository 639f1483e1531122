package site

import (
	"strconv"

	"antq/internal/content"
)

// Conference is what the site derives for a conference.
type Conference struct {
	*content.Conference
	Of        *Target
	Attendees []content.Attendees // CSV files read in
	Agenda    []AgendaItem
	Report    *Entry // the report once held
}

// AgendaItem is a point of the agenda with its document resolved.
type AgendaItem struct {
	Time, Item, By string
	Doc            *Target
}

func (b *builder) fillConference(e *Entry, s *source, c *content.Conference) {
	made := &Conference{Conference: c, Of: b.target(s, s.refs.main, ""), Attendees: s.refs.attendees}
	for i, item := range c.Agenda {
		made.Agenda = append(made.Agenda, AgendaItem{Time: item.Time, Item: item.Item, By: item.By, Doc: b.target(s, s.refs.agenda[i], "")})
	}
	e.Conference = made
}

// lastDay is the last day of a conference as far as it is known: of its end, else of its start, which for a month alone is
// the end of the month. It is zero if no start is known.
func lastDay(w content.When) content.Date {
	if !w.End.IsZero() {
		return w.End.Last()
	}
	return w.Start.Last()
}

// moved reports whether a conference that was postponed has a new day: one behind that which it was to be held on.
func moved(w content.When) bool {
	return !w.Was.IsZero() && w.Start.Full() && w.Start.First().Compare(w.Was.Last()) > 0
}

// conferenceState derives what holds of a conference on a day.
func conferenceState(c *content.Conference, today content.Date) State {
	switch {
	case c.Status == string(StateCancelled):
		return StateCancelled
	case c.Status == string(StatePostponed) && !moved(c.When):
		return StatePostponed
	case !c.When.Start.Full():
		return StateTentative
	case lastDay(c.When).Compare(today) < 0:
		return StateHeld
	}
	return StateConfirmed
}

// readAttendees puts the lists of CSV files in the place of their names.
func (m *maker) readAttendees(s *source, c *content.Conference) {
	s.refs.attendees = c.Attendees
	copied := false
	for i, group := range c.Attendees {
		if group.WhoFile == "" {
			continue
		}
		data, file := m.table(s, "attendees."+strconv.Itoa(i)+".who", group.WhoFile)
		if data == nil {
			continue
		}
		who, problems := content.ParseAttendees(sourceFile(file.Path), data)
		m.problems.Merge(problems)
		if !copied {
			s.refs.attendees = append([]content.Attendees{}, c.Attendees...)
			copied = true
		}
		s.refs.attendees[i].Who = who
	}
}

// table returns the bytes of a CSV file that serves as data. It is used, but not published.
func (m *maker) table(s *source, key, name string) ([]byte, *asset) {
	a := m.attach(s, s.span(key), name)
	if a == nil {
		return nil, nil
	}
	data, ok := m.in.CSV[a.Path]
	if !ok {
		m.report(s, key, "table-type", "", name)
		return nil, nil
	}
	return data, a
}
