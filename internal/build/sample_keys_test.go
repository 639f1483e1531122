package build_test

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/html"
	"antq/internal/site"
	"antq/internal/sitetest"
)

// written is what the sources of the sample say by hand.
type written struct {
	keys   map[string]map[content.Kind]bool // path of the key -> kinds of the documents that have it
	values map[string]map[string]content.Kind
	kinds  map[content.Kind]bool
	calls  map[string]bool // shortcodes
	args   map[string]bool // "video.poster"
}

func readWritten(t *testing.T, files fs.FS) *written {
	t.Helper()
	w := &written{map[string]map[content.Kind]bool{}, map[string]map[string]content.Kind{}, map[content.Kind]bool{}, map[string]bool{}, map[string]bool{}}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".md" {
			return err
		}
		src, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		doc, _ := content.Parse(name, src)
		w.kinds[doc.Kind] = true
		for key, at := range doc.Keys {
			w.key(doc.Kind, plainKey(key), strings.Trim(string(src[at.Start.Offset:at.End.Offset]), `"'`))
		}
		for _, ref := range doc.Body.Refs {
			if ref.Kind == content.RefShortcode {
				w.calls[ref.Name] = true
				for _, a := range ref.Args {
					w.args[ref.Name+"."+a.Name] = true
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *written) key(kind content.Kind, key, value string) {
	if w.keys[key] == nil {
		w.keys[key] = map[content.Kind]bool{}
		w.values[key] = map[string]content.Kind{}
	}
	w.keys[key][kind] = true
	w.values[key][kind.String()+" "+value] = kind
}

// plainKey returns the key's path as the table of keys writes it: without the numbers of list entries and without the
// names that an editor is free to choose.
func plainKey(key string) string {
	var parts []string
	for part := range strings.SplitSeq(key, ".") {
		free := len(parts) > 0 && (parts[len(parts)-1] == "deploy" || parts[len(parts)-1] == "abbreviations")
		if strings.Trim(part, "0123456789") != "" && !free {
			parts = append(parts, part)
		} else if free {
			parts[len(parts)-1] += "\x00" // only the first name below is free
		}
	}
	return strings.ReplaceAll(strings.Join(parts, "."), "\x00", "")
}

// ownKinds returns the kinds that have this row of the table and not a later one of the same name, which takes its place.
func ownKinds(table []content.Key, i int) []content.Kind {
	return slices.DeleteFunc(slices.Clone(table[i].Kinds), func(k content.Kind) bool {
		return slices.ContainsFunc(table[i+1:], func(later content.Key) bool {
			return later.Name == table[i].Name && slices.Contains(later.Kinds, k)
		})
	})
}

// elsewhere are keys and values that two agencies cannot all show; TestAgenciesOfEveryShape builds them.
var elsewhere = map[string]bool{
	"agency palette red": true, "agency palette blue": true, "agency palette green": true,
	"agency urls": true, "agency urls html": true, "agency urls folders": true,
}

func TestSampleShowsEveryKeyAndValue(t *testing.T) {
	w := readWritten(t, sampleOf(t).options.Content)
	table := content.Keys()
	var look func(keys []content.Key, kinds []content.Kind)
	look = func(keys []content.Key, kinds []content.Kind) {
		for _, k := range keys {
			has := slices.ContainsFunc(kinds, func(kind content.Kind) bool { return w.keys[k.Path][kind] || elsewhere[kind.String()+" "+k.Path] })
			if strings.HasPrefix(k.Path, "period.") { // one map for all kinds, and the campaign has only one period
				has = w.keys[k.Path] != nil
			}
			if !has {
				t.Errorf("no document of the kinds %v has the key %s", kinds, k.Path)
			}
			for _, choice := range k.Allowed {
				if k.Path == "approval" { // its values are the kinds
					break
				}
				shown := slices.ContainsFunc(kinds, func(kind content.Kind) bool {
					return w.shows(kind, k.Path, choice.Value) || elsewhere[kind.String()+" "+k.Path+" "+choice.Value]
				})
				if !shown {
					t.Errorf("no document of the kinds %v says %s: %s", kinds, k.Path, choice.Value)
				}
			}
			look(k.Sub, kinds)
		}
	}
	for i := range table {
		look(table[i:i+1], ownKinds(table, i))
	}
}

func (w *written) shows(kind content.Kind, key, value string) bool {
	_, ok := w.values[key][kind.String()+" "+value]
	return ok
}

func TestSampleShowsEveryKindAndShortcode(t *testing.T) {
	w := readWritten(t, sampleOf(t).options.Content)
	for kind := content.KindPage; kind <= content.KindCampaign; kind++ {
		if !w.kinds[kind] {
			t.Errorf("no document of the kind %v", kind)
		}
	}
	for _, c := range content.Shortcodes() {
		if !w.calls[c.Name] {
			t.Errorf("nobody calls %s", c.Name)
		}
		for _, arg := range c.Args {
			if !w.args[c.Name+"."+arg] {
				t.Errorf("nobody calls %s with %s", c.Name, arg)
			}
		}
	}
}

func TestSampleShowsEveryState(t *testing.T) {
	s := sampleOf(t)
	states, duties, rels, layoutNames := map[site.State]bool{}, map[site.DutyState]bool{}, map[string]bool{}, map[string]bool{}
	expired := false
	for _, of := range allSites(s.result.Sites) {
		for _, p := range of.Pages {
			layoutNames[p.Layout] = true
		}
		for _, d := range of.Duties() {
			duties[d.State] = true
		}
	}
	for _, e := range allEntries(s.result.Sites) {
		states[e.State] = true
		expired = expired || e.Expired
		for _, r := range e.Relations {
			rels[r.Rel] = true
		}
	}
	for _, want := range []site.State{
		site.StateNone, site.StateExpected, site.StateUnsigned, site.StateIssued, site.StateAmended, site.StateReplaced,
		site.StateExpired, site.StateEnded, site.StateTentative, site.StateConfirmed, site.StateHeld, site.StatePostponed,
		site.StateCancelled, site.StateWithdrawn,
	} {
		if !states[want] {
			t.Errorf("no document in the state %q", want)
		}
	}
	for _, want := range []site.DutyState{
		site.DutyDue, site.DutyDone, site.DutyOverdue, site.DutyOngoing, site.DutyOnEvent, site.DutyLater, site.DutyNoTime,
	} {
		if !duties[want] {
			t.Errorf("no duty in the state %q", want)
		}
	}
	for _, want := range []string{
		"hub", "home", "plan", "conference", "story", "document", "model", "commendation", "notice", "material", "page",
		"section", "register", "register-year", "unit", "tag", "year", "calendar", "about", "contact", "accessibility",
		"glossary", "sitemap", "notfound",
	} {
		if !layoutNames[want] {
			t.Errorf("no page with the layout %s", want)
		}
	}
	for _, rel := range []string{
		"implements", "amends", "replaces", "announces", "reports-on", "reviews", "fulfils", "attached-to", "see-also",
		"implements-by", "amends-by", "replaces-by", "announces-by", "reports-on-by", "reviews-by", "fulfils-by", "attached-to-by",
	} {
		if !rels[rel] {
			t.Errorf("no relation %s", rel)
		}
	}
	if !expired {
		t.Error("no document is past its expiryDate")
	}
	if len(s.result.Sites.Hub.Aliases)+len(s.result.Sites.Agencies[0].Aliases)+len(s.result.Sites.Agencies[1].Aliases) == 0 {
		t.Error("no old address redirects")
	}
}

func TestAgenciesOfEveryShape(t *testing.T) {
	for _, palette := range []string{"red", "blue", "green"} {
		for _, urls := range []string{"html", "folders"} {
			t.Run(palette+"-"+urls, func(t *testing.T) {
				src := sitetest.Files(t, small)
				agency := src["content/so-mau/_agency.md"]
				agency.Data = []byte(strings.Replace(string(agency.Data), "code: SM", "code: SM\npalette: "+palette+"\nurls: "+urls, 1))
				out := files(t, built(t, options(src)))
				page, check := "so-mau/tin-tuc/khai-mac.html", sitetest.CheckLinks
				if urls == "folders" {
					page, check = "so-mau/tin-tuc/khai-mac/index.html", sitetest.CheckFolderLinks
				}
				sitetest.Expect(t, out, page, sitetest.HasText("h1", "Khai mạc đợt thi đua"), func(root *html.Element) error {
					if got := root.Attr("data-palette"); got != palette {
						return fmt.Errorf("palette %q, not %q", got, palette)
					}
					return nil
				})
				sitetest.NoFindings(t, check(out))
				sitetest.NoFindings(t, check(below(out, "so-mau")))
			})
		}
	}
}
