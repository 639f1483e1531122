package site

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"antq/internal/diag"
)

// One file can fill neither the report nor the memory, and what is left out is counted. A file of notes still stops the build
// for its errors.
func TestProblemsOfOneFileAreLimited(t *testing.T) {
	var body strings.Builder
	for i := range maxProblems + 50 {
		fmt.Fprintf(&body, "[a](/nam/%d) [b](/khong-co-gi-het/x%d)\n\n", 1000+i, i)
	}
	in, problems := input(t, fstest.MapFS{
		"content/a/_agency.md":      {Data: []byte("---\nname: A\ncode: A\nplace: B\n---\n")},
		"content/a/tin-tuc/dai.md":  {Data: []byte("---\ntitle: Dài\ndate: 2026-01-01\n---\n" + body.String())},
		"content/a/tin-tuc/ngan.md": {Data: []byte("---\ntitle: Ngắn\ndate: 2026-01-01\n---\n[a](/khong-co)\n")},
	})
	if problems.HasErrors() {
		t.Fatal(problemText(problems))
	}
	_, found := New(in)
	count := map[string]int{}
	for _, p := range found.All() {
		if strings.HasSuffix(p.File, "dai.md") {
			count[p.Code]++
		}
		if p.Code == "too-many-problems" && (p.Args[0] != "100" || !strings.HasSuffix(p.File, "dai.md")) {
			t.Errorf("%s: %s", p.File, p.Message(diag.English))
		}
	}
	if want := map[string]int{"link-absent": maxProblems, "link-dangling": maxProblems, "too-many-problems": 1}; !maps.Equal(count, want) {
		t.Errorf("problems %v, want %v", count, want)
	}
}
