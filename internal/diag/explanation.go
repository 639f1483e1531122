package diag

import (
	"slices"
	"strings"
)

// Explanation is what the table tells about a code, apart from any place where it was found.
type Explanation struct {
	Code      string
	Family    Family
	Sentences []Row // at least one; the first stands for the code
}

// Explain returns what the table tells about a code, or false if there is no such code.
func Explain(code string) (Explanation, bool) {
	e := Explanation{Code: code}
	for _, f := range families {
		for _, r := range f.rows {
			if r.Code != code {
				continue
			}
			if len(e.Sentences) == 0 {
				e.Family = f
			}
			e.Sentences = append(e.Sentences, r)
		}
	}
	return e, len(e.Sentences) > 0
}

// Severity returns the gravest severity that the table gives to the code.
func (e Explanation) Severity() Severity {
	return slices.MaxFunc(e.Sentences, func(a, b Row) int { return int(a.Severity) - int(b.Severity) }).Severity
}

// Codes returns the codes of the family that are explained there, in the order of its table.
func (f Family) Codes() []string {
	var codes []string
	for _, r := range f.rows {
		if slices.Contains(codes, r.Code) {
			continue
		}
		if e, _ := Explain(r.Code); e.Family.Name == f.Name {
			codes = append(codes, r.Code)
		}
	}
	return codes
}

// Text returns the sentence of the row, with "…" where a problem has its arguments.
func (r Row) Text(lang Lang) string { return open(choose(lang, r.En, r.Vi)) }

// Hint returns how to mend it, with "…" where a problem has its arguments.
func (r Row) Hint(lang Lang) string { return open(choose(lang, r.HintEn, r.HintVi)) }

// open puts "…" into the places {0} … {9} of a sentence.
func open(s string) string {
	return fill(s, []string{"…", "…", "…", "…", "…", "…", "…", "…", "…", "…"})
}

// NearestCode returns the code that was probably meant by a mistyped one, or "".
func NearestCode(typed string) string {
	typed = strings.ToLower(strings.NewReplacer("_", "-", " ", "-").Replace(strings.TrimSpace(typed)))
	found, best := "", 2+len(typed)/3
	for _, f := range families {
		for _, r := range f.rows {
			if n := distance(typed, r.Code); n < best || n == best && r.Code < found {
				found, best = r.Code, n
			}
		}
	}
	return found
}

// distance counts the letters to add, drop or change between two words; those that share a part are nearer.
func distance(a, b string) int {
	if a == b {
		return 0
	}
	if len(a) > 2 && strings.Contains(b, a) {
		return 1
	}
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		diagonal := last[0]
		last[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = last[j+1]
			last[j+1] = min(change, diagonal+1, last[j]+1)
		}
	}
	return last[len(b)]
}
