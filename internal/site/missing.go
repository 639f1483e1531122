package site

import (
	"slices"
	"strconv"
	"strings"

	"antq/internal/content"
	"antq/internal/diag"
)

// Missing is a fact that an editor still owes.
type Missing struct {
	Entry *Entry
	What  MissingFact
	Key   string       // front matter key that waits for it: "number", "bases.2.to", "tasks.0"
	Text  string       // what it is about: the line of a basis, the name of a person or unit, a task; may be ""
	Since content.Date // day since which it has been due, where there is one
	At    diag.Span    // of the key, or of the nearest one above it that is written
}

// MissingFact says what is missing.
type MissingFact string

// The facts that may be missing.
const (
	MissingNumber  MissingFact = "number"  // of an administrative document
	MissingDate    MissingFact = "date"    // full day of issue
	MissingDay     MissingFact = "day"     // of a conference
	MissingConsent MissingFact = "consent" // of the person of a story
	MissingReport  MissingFact = "report"  // of a conference held 14 days ago or earlier
	MissingBasis   MissingFact = "basis"   // the sites do not have the document of a basis
	MissingPlan    MissingFact = "plan"    // a unit was asked for one and has not issued it
	MissingResult  MissingFact = "result"  // what fulfils a duty at the oldest time it was missed
)

// reportDays is how many days after a conference a report of it is missed (content model, 2.4).
const reportDays = 14

// Missing returns what is missing on all sites that were made, site by site and in each in the order of paths: a document of an
// outside organ at the hub, or in the one agency that was asked for. It is computed on each call.
func (all *Sites) Missing() []Missing {
	var list []Missing
	seen := map[*content.Document]bool{}
	sites := slices.Clone(all.Agencies)
	if all.Hub != nil {
		sites = append([]*Site{all.Hub}, sites...)
	}
	for _, s := range sites {
		entries := slices.Clone(s.Entries)
		slices.SortFunc(entries, func(x, y *Entry) int { return strings.Compare(x.Doc.Path, y.Doc.Path) })
		for _, e := range entries {
			if !seen[e.Doc] && e.Listed() {
				seen[e.Doc] = true
				list = append(list, e.Missing()...)
			}
		}
	}
	return list
}

// Missing returns what is missing of one document.
func (e *Entry) Missing() []Missing {
	f := missingFinder{entry: e, today: e.Site.All.Today}
	if e.Admin != nil && e.State != StateExpected && e.State != StateReplaced && e.State != StateExpired {
		f.administrative(e.Admin)
	}
	if e.Conference != nil {
		f.conference(e.Conference)
	}
	if x, ok := e.Doc.Meta.(*content.Story); ok && x.Subject.Type == "person" && x.Subject.Consent == "" {
		f.add(MissingConsent, "subject.consent", x.Subject.Name, content.Date{})
	}
	for _, d := range e.Duties {
		if !d.Missed.IsZero() && e.lives(d) {
			f.add(MissingResult, "tasks."+strconv.Itoa(d.index), d.Task.What, d.Missed.AddDays(1))
		}
	}
	return f.list
}

type missingFinder struct {
	entry *Entry
	today content.Date
	list  []Missing
}

func (f *missingFinder) add(fact MissingFact, key, text string, since content.Date) {
	f.list = append(f.list, Missing{Entry: f.entry, What: fact, Key: key, Text: text, Since: since, At: f.entry.Doc.At(key)})
}

func (f *missingFinder) administrative(a *Admin) {
	if !a.given {
		f.add(MissingNumber, "number", a.Number, content.Date{})
	}
	if !a.Issued.Full() {
		f.add(MissingDate, "issued", a.Issued.Short(), content.Date{})
	}
	for i, basis := range a.Bases {
		if !basis.Known {
			f.add(MissingBasis, "bases."+strconv.Itoa(i), basis.Text, content.Date{})
		}
	}
	if f.entry.State == StateEnded {
		return // nobody writes a plan for a time that is over
	}
	for i := range a.Coverage {
		c := &a.Coverage[i]
		if c.State == CoverageIssued {
			continue
		}
		since := content.Date{}
		if c.Late {
			since = c.Last.AddDays(1)
		}
		f.add(MissingPlan, "unitPlans", c.Unit.Name, since)
	}
}

func (f *missingFinder) conference(c *Conference) {
	switch f.entry.State {
	case StateTentative, StatePostponed:
		since := content.Date{}
		if end := lastDay(c.When); f.entry.State == StateTentative && end.Compare(f.today) < 0 {
			since = end.AddDays(1)
		}
		f.add(MissingDay, "when.start", c.When.Note, since)
	case StateHeld:
		if due := lastDay(c.When).AddDays(reportDays); c.Report == nil && due.Compare(f.today) <= 0 {
			f.add(MissingReport, "", "", due)
		}
	}
}
