package site

import (
	"strings"

	"antq/internal/content"
	"antq/internal/viet"
)

// maxGuesses bounds the work spent on suggestions, however many references are broken.
const maxGuesses = 100

// guesser finds the nearest name to a mistyped one.
type guesser struct {
	made   int
	folded map[string][]guess // candidates by folder below content/
	files  map[string][]guess
}

type guess struct{ folded, shown string }

// path returns the path below content/ nearest to one that leads nowhere, among the pages of the same agency, or "".
func (g *guesser) path(m *maker, missing string) string {
	folder, _, _ := strings.Cut(missing, "/")
	if g.folded == nil {
		g.folded = map[string][]guess{}
		for _, s := range m.sources {
			if s.name != "" {
				g.add(g.folded, s.folder, viet.NFC(s.folder+"/"+s.doc.Rest))
			}
		}
		for _, id := range m.agencies {
			for _, name := range linkable() {
				g.add(g.folded, id, id+"/"+name)
			}
			for _, k := range content.SectionKinds() {
				g.add(g.folded, id, id+"/"+k.Folder()+"/")
			}
			for _, u := range m.byAgency[id].site.Units {
				g.add(g.folded, id, id+"/"+folderUnits+"/"+u.ID)
			}
		}
	}
	return g.nearest(missing, g.folded[folder])
}

// file returns the path of the file nearest to one that is missing, among the files of the same agency, or "".
func (g *guesser) file(m *maker, missing string) string {
	folder, _, _ := strings.Cut(missing, "/")
	if g.files == nil {
		g.files = map[string][]guess{}
		for _, a := range m.files {
			p := viet.NFC(a.Path)
			first, _, _ := strings.Cut(p, "/")
			g.add(g.files, first, p)
		}
	}
	return g.nearest(missing, g.files[folder])
}

func (g *guesser) add(to map[string][]guess, folder, shown string) {
	to[folder] = append(to[folder], guess{viet.Fold(shown), shown})
}

// word returns the nearest of a few words, or "".
func (g *guesser) word(missing string, words []string) string {
	list := make([]guess, len(words))
	for i, w := range words {
		list[i] = guess{viet.Fold(w), w}
	}
	return g.nearest(missing, list)
}

// nearest returns the candidate with the fewest letters changed, if those are at most a third of the last name; the first of
// equals.
func (g *guesser) nearest(missing string, list []guess) string {
	if g.made++; g.made > maxGuesses {
		return ""
	}
	query := strings.TrimSuffix(strings.TrimSuffix(viet.Fold(missing), ".md"), ".html")
	limit := max(len(base(query))/3, 2)
	best := ""
	for _, c := range list {
		d := distance(query, c.folded, limit)
		if base(query) == base(c.folded) {
			d = min(d, 1) // the same document, looked for in another folder
		}
		if d <= limit && c.shown != missing {
			best, limit = c.shown, d-1
		}
	}
	return best
}

func base(p string) string { return p[strings.LastIndexByte(p, '/')+1:] }

// distance is the number of bytes to insert, delete or change that turn a into b, or more than limit if it is above that.
func distance(a, b string, limit int) int {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > limit {
		return limit + 1
	}
	row := make([]int, len(a)+1)
	for i := range row {
		row[i] = i
	}
	for j := range len(b) {
		diagonal, least := row[0], j+1
		row[0] = j + 1
		for i := range len(a) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[i+1]
			row[i+1] = min(cost, row[i]+1, row[i+1]+1)
			least = min(least, row[i+1])
		}
		if least > limit {
			return limit + 1
		}
	}
	return row[len(a)]
}
