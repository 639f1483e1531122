package diag

import "slices"

// Row is one sentence of a code in the table: what is wrong (Text) and how to mend it (Hint), in both languages, with
// {0}, {1} … for the arguments. A code has one row per reason; the first has no reason and stands for the code.
type Row struct {
	Code, Reason   string
	Severity       Severity
	En, Vi         string
	HintEn, HintVi string
	Silent         bool // the source line is never shown (leak codes)
}

// table finds the sentences of all families.
var table = index(families)

type rowKey struct{ code, reason string }

func index(all []Family) map[rowKey]Row {
	m := make(map[rowKey]Row)
	for _, f := range all {
		for _, r := range f.rows {
			k := rowKey{r.Code, r.Reason}
			if _, twice := m[k]; twice {
				panic("diag: code twice in the table: " + r.Code + " " + r.Reason)
			}
			m[k] = r
		}
	}
	return m
}

// row finds the sentence of a code. An unknown code or reason is a programming error that tests catch (see Known).
func row(code, reason string) Row {
	if r, ok := table[rowKey{code, reason}]; ok {
		return r
	}
	return Row{Code: code, Reason: reason, Severity: Error, En: code, Vi: code}
}

// Known reports whether the table has a sentence for the code and reason.
func Known(code, reason string) bool {
	_, ok := table[rowKey{code, reason}]
	return ok
}

// Rows returns the table, sorted by code, then reason.
func Rows() []Row {
	var rows []Row
	for _, f := range families {
		rows = append(rows, f.rows...)
	}
	slices.SortStableFunc(rows, func(a, b Row) int {
		return compare(Problem{Code: a.Code, Reason: a.Reason}, Problem{Code: b.Code, Reason: b.Reason})
	})
	return rows
}
