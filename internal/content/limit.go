package content

import (
	"strconv"

	"antq/internal/diag"
)

// maxProblems is how many problems of front matter or of a table are listed. Who has more mends these first.
const maxProblems = 300

// capped cuts a sorted list of problems and says how many more there are. Errors go before the others.
func capped(file string, list *diag.List) {
	all := list.All()
	left := len(all) - maxProblems
	if left <= 0 {
		return
	}
	var out diag.List
	for _, wanted := range [...]bool{true, false} {
		for _, p := range all {
			if (p.Severity == diag.Error) == wanted && out.Len() < maxProblems {
				out.Add(p)
			}
		}
	}
	out.Add(diag.New("too-many-problems", "", file, diag.Span{Start: all[maxProblems].Start}, strconv.Itoa(left)))
	out.Sort()
	*list = out
}
