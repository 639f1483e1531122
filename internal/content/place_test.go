package content

import (
	"strings"
	"testing"
)

// The places of a list's entries are found under their index in the document, also behind entries that were dropped.
func TestPlacesOfKeptEntries(t *testing.T) {
	for _, c := range []struct{ path, front, key, want string }{
		{"a/x.md", "tags:\n  -\n  - \"🎉\"", "tags.0", `"🎉"`},
		{"a/x.md", "tags:\n  - a\n  - \" \"\n  - b\n  -", "tags.1", "b"},
		{"a/x.md", "aliases: [../x.html, cu, lich.html]", "aliases.1", "lich.html"},
		{"a/ke-hoach/x.md", "tasks:\n  - x\n  - id: a\n    what: b", "tasks.0.id", "a"},
		{"a/ke-hoach/x.md", "bases:\n  - ''\n  -\n  - Luật", "bases.0", "Luật"},
		{"a/ke-hoach/x.md", "unitPlans:\n  from: ['', phong-a]", "unitPlans.from.0", "phong-a"},
		{"a/x.md", "related:\n  - [a]\n  - /b", "related.0", "/b"},
		{"a/x.md", "attachments:\n  - a.pdf\n  - file: b.pdf", "attachments.0.file", "b.pdf"},
		{"a/_agency.md", "units:\n  - x\n  - id: b\n    name: B", "units.0.id", "b"},
	} {
		src := "---\n" + c.front + "\n---\n"
		doc, _ := Parse(c.path, []byte(src))
		at, ok := doc.Keys[c.key]
		if !ok || at.End.Offset > len(src) || at.End.Offset < at.Start.Offset {
			t.Errorf("%q: no place of %s: %+v", c.front, c.key, doc.Keys)
			continue
		}
		if got := src[at.Start.Offset:at.End.Offset]; got != c.want {
			t.Errorf("%q: %s stands at %q, want %q", c.front, c.key, got, c.want)
		}
	}
	doc, _ := Parse("a/x.md", []byte("---\ntitle: A\ntags:\n  - a\n  -\n  - \" \"\n---\n"))
	if _, ok := doc.Keys["tags.1"]; ok {
		t.Error("a place is kept for an entry that was dropped")
	}
}

// A table or front matter that is wrong in every line gives a list that can be read.
func TestProblemsAreCapped(t *testing.T) {
	rows := "name,type\n" + strings.Repeat("A,nhóm\n", 100_000)
	_, list := ParseHonourees("content/a/khen.csv", []byte(rows))
	if n := list.Len(); n != maxProblems+1 {
		t.Errorf("%d problems of a table, want %d", n, maxProblems+1)
	}
	if last := list.All()[list.Len()-1]; last.Code != "too-many-problems" || last.Args[0] != "99700" {
		t.Errorf("the last problem is %+v", last)
	}
	src := "---\ntitle: A\ntags:\n" + strings.Repeat("  - [a]\n", 900) + "---\n"
	_, list = Parse("a/x.md", []byte(src))
	if n := list.Len(); n != maxProblems+1 {
		t.Errorf("%d problems of front matter, want %d", n, maxProblems+1)
	}
}
