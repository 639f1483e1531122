package render

import (
	"strings"

	"antq/internal/site"
)

// meeting is an Event.
type meeting struct {
	Type        string        `json:"@type"`
	Name        string        `json:"name"`
	URL         string        `json:"url,omitempty"`
	Description string        `json:"description,omitempty"`
	Language    string        `json:"inLanguage,omitempty"`
	Start       string        `json:"startDate,omitempty"`
	End         string        `json:"endDate,omitempty"`
	Previous    string        `json:"previousStartDate,omitempty"`
	Status      string        `json:"eventStatus,omitempty"`
	Mode        string        `json:"eventAttendanceMode,omitempty"`
	Location    *place        `json:"location,omitempty"`
	Image       *image        `json:"image,omitempty"`
	Organizer   *organization `json:"organizer,omitempty"`
}

// place is where an event is held.
type place struct {
	Type    string         `json:"@type"`
	Name    string         `json:"name,omitempty"`
	Address *postalAddress `json:"address,omitempty"`
}

// meeting tells of a conference. A start without a day is not told: machines that read "2026-05" as the first of May would
// invite people to a day that nobody set.
func (b *Base) meeting(v *Conference) *meeting {
	ev := &v.Event
	m := &meeting{
		Type: "Event", Name: b.Title, URL: b.Canonical, Description: b.Description, Language: b.Lang,
		Start: fullDay(ev.Start), Previous: fullDay(ev.Was), Status: eventStatus(ev), Image: b.image(), Organizer: b.publisher(),
	}
	if m.Start != "" {
		m.End = fullDay(ev.End)
	}
	if ev.Place != "" || ev.Address != "" {
		m.Location = &place{"Place", withCommas(ev.Room, ev.Place), postal(ev.Address)}
		if text := strings.ToLower(ev.Place + " " + ev.Room + " " + ev.Address); !strings.Contains(text, "trực tuyến") && !strings.Contains(text, "online") {
			m.Mode = "https://schema.org/OfflineEventAttendanceMode"
		}
	}
	return m
}

// fullDay returns a date that names its day, with or without a clock; else "".
func fullDay(d Date) string {
	if len(d.ISO) < len("2026-05-20") {
		return ""
	}
	return d.ISO
}

// eventStatus tells what became of the plan to meet; "" while there is no day that could stand or fall.
func eventStatus(ev *Event) string {
	switch site.State(ev.State) {
	case site.StateCancelled:
		return "https://schema.org/EventCancelled"
	case site.StatePostponed:
		return "https://schema.org/EventPostponed"
	case site.StateConfirmed, site.StateHeld:
		if ev.Was.ISO != "" && ev.Was.ISO != ev.Start.ISO && fullDay(ev.Start) != "" {
			return "https://schema.org/EventRescheduled"
		}
		return "https://schema.org/EventScheduled"
	}
	return ""
}

// withCommas puts a comma between the parts that are there.
func withCommas(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, ", ")
}
