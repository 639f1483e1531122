package check

import (
	"antq/internal/diag"
)

// text examines wording and typography: terms of the campaign, spellings mixed on one page, quotation marks.
func (r *Rules) text(s *sheet, list *diag.List) {
	if s.quiet {
		return
	}
	hits := r.terms.find(s)
	for _, h := range hits {
		s.termProblem(h, list)
	}
	s.mixedTones(list)
	s.mixedEach(hits, list)
	s.quotationMarks(list)
}
