package content

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"antq/internal/diag"
)

// TestBodyGolden reads input.md of each case in testdata/body and compares the body, one span a line, and the problems in
// both languages. Run with -update to write them anew, then read what changed.
func TestBodyGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/body/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var input, want string
			for _, f := range archive.Files {
				switch f.Name {
				case "input.md":
					input = string(f.Data)
				case "body":
					want = string(f.Data)
				}
			}
			got := bodyCase(t, input)
			if *update {
				archive.Files = []txtar.File{{Name: "input.md", Data: []byte(input)}, {Name: "body", Data: []byte(got)}}
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// bodyCase parses a body and prints all that it holds.
func bodyCase(t *testing.T, input string) string {
	var list diag.List
	body := parseBody("so-xay-dung/ke-hoach/x.md", []byte(input), diag.Pos{Line: 1, Column: 1}, &list)
	checkBody(t, []byte(input), diag.Pos{Line: 1, Column: 1}, body, list)
	list.Sort()
	var b strings.Builder
	writeSpans(&b, body)
	for _, h := range body.Headings {
		fmt.Fprintf(&b, "heading %d #%s number=%q text=%q line=%d", h.Level, h.ID, h.Number, h.Text, h.Line)
		if h.Slug != "" {
			fmt.Fprintf(&b, " slug=%s", h.Slug)
		}
		b.WriteByte('\n')
	}
	writeOutline(&b, body)
	fmt.Fprintf(&b, "summary %q\nwords %d\n", body.Summary, body.Words)
	for _, p := range list.All() {
		fmt.Fprintf(&b, "\n%d:%d %s %s %s\n", p.Start.Line, p.Start.Column, p.Severity, p.Code, p.Reason)
		for _, lang := range []diag.Lang{diag.English, diag.Vietnamese} {
			fmt.Fprintf(&b, "  %s: %s (%s)\n", lang, p.Message(lang), p.Hint(lang))
		}
		if p.Fix != nil {
			for _, e := range p.Fix.Edits {
				fmt.Fprintf(&b, "  fix: %q -> %q\n", input[e.Start:e.End], e.Text)
			}
		}
	}
	return b.String()
}

func writeSpans(b *strings.Builder, body Body) {
	for _, s := range body.Spans {
		html := string(body.HTML[s.Start:s.End])
		switch s.Kind {
		case Markup:
			fmt.Fprintf(b, "markup %s\n", strings.ReplaceAll(html, "\n", "⏎"))
		case Text:
			fmt.Fprintf(b, "text   [%s] @%d\n", strings.ReplaceAll(html, "\n", "⏎"), s.Source)
		case Block:
			fmt.Fprintf(b, "line   %d\n", s.Source)
		case Close:
			fmt.Fprintf(b, "close  %d\n", s.Ref)
		case Open, Insert:
			writeRef(b, s, body.Refs[s.Ref])
		}
	}
}

func writeRef(b *strings.Builder, s Span, r Ref) {
	word := "open  "
	if s.Kind == Insert {
		word = "insert"
	}
	fmt.Fprintf(b, "%s %d %d:%d", word, s.Ref, r.At.Start.Line, r.At.Start.Column)
	switch r.Kind {
	case RefLink:
		fmt.Fprintf(b, " path=%q fragment=%q title=%q", r.Target, r.Fragment, r.Title)
	case RefImage:
		fmt.Fprintf(b, " image=%q alt=%q title=%q figure=%v", r.Target, r.Alt, r.Title, r.Figure)
	case RefCitation:
		fmt.Fprintf(b, "-%d:%d cites %s", r.At.End.Line, r.At.End.Column, cited(r.Cited))
		if r.Fragment != "" {
			fmt.Fprintf(b, " #%s", r.Fragment)
		}
	case RefShortcode:
		fmt.Fprintf(b, " shortcode=%s inline=%v", r.Name, r.Inline)
		for _, a := range r.Args {
			fmt.Fprintf(b, " %s=%q@%d:%d", a.Name, a.Value, a.At.Start.Line, a.At.Start.Column)
		}
	}
	b.WriteByte('\n')
}

// cited prints what is known of a cited document.
func cited(c *Citation) string {
	return fmt.Sprintf("type=%q key=%q number=%q year=%d symbol=%q name=%q issued=%s issuers=%q",
		c.Type, c.Key, c.Number, c.Year, c.Symbol, c.Name, c.Issued.ISO(), c.Issuers)
}

func writeOutline(b *strings.Builder, body Body) {
	for i, n := range body.Outline {
		fmt.Fprintf(b, "%s%s #%s", strings.Repeat("  ", int(n.Level)), n.Number, n.Anchor)
		if n.Heading {
			b.WriteString(" heading")
		}
		fmt.Fprintf(b, " line=%d cite=%q title=%q\n", n.Line, body.Outline.Cite(i), n.Title)
	}
	for _, g := range body.Gaps {
		fmt.Fprintf(b, "gap at %s, want %s, repeated=%v\n", body.Outline[g.Node].Anchor, g.Want, g.Repeated)
	}
}

// bodySeeds returns the inputs of all golden cases.
func bodySeeds(t testing.TB) []string {
	files, err := filepath.Glob("testdata/body/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var seeds []string
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if f.Name == "input.md" {
				seeds = append(seeds, string(f.Data))
			}
		}
	}
	return seeds
}
