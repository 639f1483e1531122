package render

import (
	"testing"

	"antq/internal/site"
)

// A draft in the register, for who builds with drafts, is marked as one; what was withdrawn stays withdrawn.
func TestDraftInTheRegister(t *testing.T) {
	r, s := embedded(t), newSample()
	plan := s.pages["plan"].Entry
	m := r.maker(s.pages["plan"])
	for _, c := range []struct {
		draft       bool
		state, want site.State
	}{
		{false, site.StateIssued, site.StateIssued}, {true, site.StateIssued, site.StateUnsigned}, {true, site.StateWithdrawn, site.StateWithdrawn},
	} {
		plan.IsDraft, plan.State = c.draft, c.state
		if row := m.registerRow(plan); row.State != string(c.want) || row.Planned != c.draft {
			t.Errorf("draft %v, %s: got %s, planned %v", c.draft, c.state, row.State, row.Planned)
		}
	}
}
