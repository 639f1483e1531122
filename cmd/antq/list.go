package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"antq/internal/build"
	"antq/internal/diag"
	"antq/internal/site"
)

// listCommand is “antq list” with its parts: what there is, what is held, what is due, who there is, what comes next.
func (a *app) listCommand() *cobra.Command {
	list := &cobra.Command{
		Use:     "list",
		Short:   a.say(helpList),
		Long:    a.say(helpListLong),
		Example: "  antq list\n  antq list due --within 30d\n  antq list next --json",
		Args:    a.noArguments,
		RunE:    a.listing(a.listDocs),
	}
	within := ""
	due := &cobra.Command{
		Use: "due", Short: a.say(helpListDue), Example: "  antq list due --within 30d --now 2026-10-20", Args: a.noArguments,
		RunE: a.listing(func(s *site.Sites) ([]any, error) {
			days, err := parseDays(within)
			if err != nil {
				return nil, &usageError{a.say(sayBadWithin, within)}
			}
			return a.listDue(s, days), nil
		}),
	}
	due.Flags().StringVar(&within, "within", "", a.say(flagWithin))
	for _, c := range []*cobra.Command{
		{Use: "docs", Short: a.say(helpListDocs), Example: "  antq list docs --agency so-xay-dung", RunE: a.listing(a.listDocs)},
		{Use: "drafts", Short: a.say(helpListDrafts), Example: "  antq list drafts", RunE: a.listing(a.listDrafts)},
		due,
		{Use: "units", Short: a.say(helpListUnits), Example: "  antq list units --json", RunE: a.listing(a.listUnits)},
		{Use: "next", Short: a.say(helpListNext), Example: "  antq list next", RunE: a.listing(a.listNext)},
	} {
		c.Args = a.noArguments
		list.AddCommand(c)
	}
	return list
}

// row is an object of a list: it knows how it looks on a terminal, in cells.
type row interface{ cells(a *app) []string }

// listing runs a list over the sites and prints its objects, as JSON or as a table.
func (a *app) listing(list func(*site.Sites) ([]any, error)) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, _ []string) error {
		sites, err := a.sites(cmd.Context())
		if err != nil {
			return err
		}
		rows, err := list(sites)
		if err != nil {
			return err
		}
		if a.json {
			if rows == nil {
				rows = []any{}
			}
			return a.writeJSON(rows)
		}
		w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
		for _, r := range rows {
			fmt.Fprintln(w, strings.Join(r.(row).cells(a), "\t"))
		}
		if len(rows) == 0 {
			a.note(a.say(sayNothing))
		}
		return w.Flush()
	}
}

// sites makes the sites of the content. Problems are told, but a list is shown all the same.
func (a *app) sites(ctx context.Context) (*site.Sites, error) {
	place, err := a.locate()
	if err != nil {
		return nil, err
	}
	options, err := a.buildOptions(place, buildFlags{})
	if err != nil {
		return nil, err
	}
	r, err := build.New(options).Sites(ctx)
	if err != nil {
		return nil, err
	}
	if n := r.Problems.Count(diag.Error); n > 0 {
		a.note(a.say(sayListErrors, n))
	}
	return r.Sites, nil
}

// parseDays reads "30d", "30", "0d" (today) or "" (no limit: -1).
func parseDays(s string) (int, error) {
	if s == "" {
		return -1, nil
	}
	n, err := strconv.Atoi(strings.TrimSuffix(s, "d"))
	if err != nil || n < 0 || n > 3660 {
		return 0, strconv.ErrRange
	}
	return n, nil
}

// docItem is an object of “antq list docs”.
type docItem struct {
	Path   string `json:"path"`
	Agency string `json:"agency"`
	Kind   string `json:"kind"`
	Title  string `json:"title"`
	Number string `json:"number"`
	Date   string `json:"date"` // ISO 8601 at the precision that is known
	State  string `json:"state"`
	Page   string `json:"page"` // below the agency's site
}

func (d docItem) cells(*app) []string {
	return []string{d.Agency, d.Kind, d.Date, d.State, d.Number, d.Title, d.Path}
}

func (a *app) listDocs(sites *site.Sites) ([]any, error) {
	var out []any
	for _, s := range allSites(sites) {
		for _, e := range s.Entries {
			if e.Shared && !s.Hub {
				continue // stands once, in the hub's list
			}
			d := docItem{Path: contentFolder + e.Doc.Path, Agency: e.Doc.Agency, Kind: e.Kind.String(), Title: e.Title, Date: e.Date.ISO(), State: string(e.State), Page: e.Page.Output}
			if e.Admin != nil {
				d.Number = e.Admin.Number
			}
			out = append(out, d)
		}
	}
	return out, nil
}

// heldObject is an object of “antq list drafts”.
type heldObject struct {
	Path  string `json:"path"`
	Why   string `json:"why"`   // draft, future, uncited
	Until string `json:"until"` // ISO 8601, for future
	words string
}

func (h heldObject) cells(*app) []string { return []string{h.Path, h.words} }

func (a *app) listDrafts(sites *site.Sites) ([]any, error) {
	var out []any
	for _, h := range a.held(sites) {
		out = append(out, heldObject{contentFolder + h.Path, string(h.Why), h.Until.ISO(), a.why(h)})
	}
	return out, nil
}

// dueItem is an object of “antq list due”.
type dueItem struct {
	Agency string   `json:"agency"`
	Plan   string   `json:"plan"` // path of the source
	ID     string   `json:"id"`
	What   string   `json:"what"`
	Owner  []string `json:"owner"` // empty where each unit has the duty of its own plan
	To     []string `json:"to"`
	First  string   `json:"first"` // ISO 8601; "" if the duty has only a last day
	Last   string   `json:"last"`  // last day: of “before 05/11” 04/11
	When   string   `json:"when"`  // as printed
	Count  int      `json:"count"` // equal duties of several plans, of which Plan is the first
	words  string
}

func (d dueItem) cells(*app) []string {
	what := d.What
	if d.Count > 1 {
		what += " ×" + strconv.Itoa(d.Count)
	}
	return []string{d.words, d.Agency, what, strings.Join(d.Owner, ", "), d.When}
}

func (a *app) listDue(sites *site.Sites, days int) []any {
	var items []dueItem
	for _, s := range sites.Agencies {
		for _, e := range s.DueWithin(days) {
			d := e.Duty
			item := dueItem{Agency: s.ID, Plan: contentFolder + d.Entry.Doc.Path, ID: d.Task.ID, What: d.Task.What, Owner: texts(e.Group.Owners), To: texts(d.To),
				Last: e.Date.ISO(), When: d.Text, Count: e.Group.Count, words: e.Date.Short()}
			if e.First != e.Last {
				item.First = e.First.ISO()
			}
			items = append(items, item)
		}
	}
	slices.SortStableFunc(items, func(x, y dueItem) int { return strings.Compare(x.Last, y.Last) })
	var out []any
	for _, item := range items {
		out = append(out, item)
	}
	return out
}

// unitItem is an object of “antq list units”.
type unitItem struct {
	Agency    string `json:"agency"`
	ID        string `json:"id"`
	Name      string `json:"name"`
	Parent    string `json:"parent"`
	Group     string `json:"group"`
	Documents int    `json:"documents"`
	Duties    int    `json:"duties"`
}

func (u unitItem) cells(*app) []string {
	return []string{u.Agency, u.ID, u.Name, u.Group, strconv.Itoa(u.Documents), strconv.Itoa(u.Duties)}
}

func (a *app) listUnits(sites *site.Sites) ([]any, error) {
	var out []any
	for _, s := range sites.Agencies {
		for _, u := range s.Units {
			out = append(out, unitItem{s.ID, u.ID, u.Name, u.Parent, u.Group, len(u.Entries), len(u.Duties)})
		}
	}
	return out, nil
}

// nextItem is an object of “antq list next”: the next change of the output, or a fact that an editor still owes.
type nextItem struct {
	What  string `json:"what"` // change, or number, date, day, consent, report, basis, plan, result
	Path  string `json:"path"` // of the source; "" for change
	Title string `json:"title"`
	Key   string `json:"key"`   // front matter key that waits
	Line  int    `json:"line"`  // of the key, 0 if it is not written
	Text  string `json:"text"`  // what it is about
	Since string `json:"since"` // day from which it has been due
	At    string `json:"at"`    // RFC 3339, for change
	words string
}

func (n nextItem) cells(*app) []string {
	place := n.Path
	if n.Line > 0 {
		place += ":" + strconv.Itoa(n.Line)
	}
	return []string{n.words, place, strings.TrimSpace(n.Title + "  " + n.Text)}
}

func (a *app) listNext(sites *site.Sites) ([]any, error) {
	var out []any
	if t := sites.NextChange; !t.IsZero() {
		t = t.In(zone)
		out = append(out, nextItem{What: "change", At: t.Format(time.RFC3339), words: a.say(sayNextChange, t.Format("02/01/2006 15:04"))})
	}
	for _, m := range sites.Missing() {
		out = append(out, nextItem{What: string(m.What), Path: contentFolder + m.Entry.Doc.Path, Title: m.Entry.ShortTitle, Key: m.Key, Line: m.At.Start.Line,
			Text: m.Text, Since: m.Since.ISO(), words: a.say(missingWords[m.What])})
	}
	return out, nil
}

func texts(list []string) []string { return append([]string{}, list...) }

// allSites returns the hub and the agencies.
func allSites(sites *site.Sites) []*site.Site {
	if sites.Hub == nil {
		return sites.Agencies
	}
	return append([]*site.Site{sites.Hub}, sites.Agencies...)
}
