package check

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"antq/internal/content"
	"antq/internal/diag"
)

// formCase is a source in which the place of the one expected problem of a code stands between ‹ and ›.
type formCase struct {
	front string // "" = that of a plan with number and day
	body  string
	fixed string // front and body after the correction, joined as in the source; "" = there is none
}

const plainFront = "title: Thử nghiệm\nnumber: 12/KH-SM\nissued: 2026-05-20"

// formRule is a code with what it must find and what it must leave alone.
type formRule struct {
	code  string // with its reason: "quotes/open"
	path  string // "" = a plan
	hits  []formCase
	traps []formCase
}

func (c formCase) source() string {
	front := c.front
	if front == "" {
		front = plainFront
	}
	return "---\n" + front + "\n---\n" + c.body + "\n"
}

func (r formRule) run(t *testing.T) {
	t.Run(strings.ReplaceAll(r.code, "/", "-"), func(t *testing.T) {
		for _, c := range r.hits {
			r.mustHit(t, c)
		}
		for _, c := range r.traps {
			src := c.source()
			for _, p := range examined(t, r.file(), src) {
				if nameOf(p) == r.code {
					t.Errorf("%q: false alarm at %d:%d: %s", src, p.Start.Line, p.Start.Column, p.Message(diag.English))
				}
			}
		}
	})
}

func (r formRule) file() string {
	if r.path == "" {
		return "so-mau/ke-hoach/thu.md"
	}
	return r.path
}

// mustHit checks one problem: code, place, both languages, correction.
func (r formRule) mustHit(t *testing.T, c formCase) {
	t.Helper()
	p, src := r.mustHitSource(t, c.source())
	switch {
	case p == nil:
	case c.fixed == "" && p.Fix != nil:
		t.Errorf("%q: there should be no correction, but %+v", src, p.Fix)
	case c.fixed != "" && p.Fix == nil:
		t.Errorf("%q: no correction", src)
	case c.fixed != "":
		if got := corrected(src, p.Fix.Edits); !strings.Contains(got, c.fixed) {
			t.Errorf("%q: corrected to %q, want %q in it", src, got, c.fixed)
		}
	}
}

// mustHitSource checks place and sentences of the one problem of a source with marks, and returns it with the source.
func (r formRule) mustHitSource(t *testing.T, marked string) (*diag.Problem, string) {
	t.Helper()
	src := strings.NewReplacer("‹", "", "›", "").Replace(marked)
	from, to := strings.Index(marked, "‹"), strings.Index(marked, "›")-len("‹")
	var hits []diag.Problem
	for _, p := range examined(t, r.file(), src) {
		if nameOf(p) == r.code {
			hits = append(hits, p)
		}
	}
	if len(hits) != 1 {
		t.Errorf("%q: %d problems, want 1: %+v", src, len(hits), hits)
		return nil, src
	}
	p := hits[0]
	line := 1 + strings.Count(src[:from], "\n")
	column := 1 + utf8.RuneCountInString(src[strings.LastIndexByte(src[:from], '\n')+1:from])
	if p.Start.Offset != from || p.End.Offset != to || p.Start.Line != line || p.Start.Column != column {
		t.Errorf("%q: found at %d:%d %q, want %d:%d %q", src, p.Start.Line, p.Start.Column, src[p.Start.Offset:max(p.Start.Offset, p.End.Offset)],
			line, column, src[from:to])
	}
	for _, lang := range []diag.Lang{diag.English, diag.Vietnamese} {
		if m := p.Message(lang); m == "" || strings.ContainsAny(m, "{}") {
			t.Errorf("%q: %s says %q", src, lang, m)
		}
	}
	return &p, src
}

func nameOf(p diag.Problem) string {
	if p.Reason == "" {
		return p.Code
	}
	return p.Code + "/" + p.Reason
}

// sharedRules are made once for all examples.
var sharedRules = sync.OnceValue(New)

// examined returns the problems of a source.
func examined(t testing.TB, path, src string) []diag.Problem {
	t.Helper()
	doc, _ := content.Parse(path, []byte(src))
	list := sharedRules().Source(doc, []byte(src))
	return list.All()
}

// corrected returns the source with edits made.
func corrected(src string, edits []diag.Edit) string {
	edits = slices.Clone(edits)
	slices.SortFunc(edits, func(a, b diag.Edit) int { return b.Start - a.Start })
	for _, e := range edits {
		src = src[:e.Start] + e.Text + src[e.End:]
	}
	return src
}

// withBody and withFront make cases of bodies, and of front matter.
func withBody(bodies ...string) []formCase {
	var cases []formCase
	for _, b := range bodies {
		cases = append(cases, formCase{body: b})
	}
	return cases
}

func withFront(fronts ...string) []formCase {
	var cases []formCase
	for _, f := range fronts {
		cases = append(cases, formCase{front: f})
	}
	return cases
}
