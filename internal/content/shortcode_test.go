package content

import (
	"slices"
	"testing"
)

// TestShortcodesTable: each example of the documentation is a call without a problem, and gives a reference.
func TestShortcodesTable(t *testing.T) {
	for _, s := range Shortcodes() {
		body, list := readBody([]byte(s.Example))
		if list.Len() > 0 || len(body.Refs) != 1 || body.Refs[0].Name != s.Name {
			t.Errorf("%s: %+v %+v", s.Example, list.All(), body.Refs)
		}
		for _, name := range append(slices.Clone(s.Need), s.NeedOne...) {
			if !slices.Contains(s.Args, name) {
				t.Errorf("%s needs %s, which it does not have", s.Name, name)
			}
		}
	}
}
