// Package sitetest helps tests to say what a site goes in and what pages must come out. Nothing but tests imports it.
//
//   - A site is a text archive (txtar): [Files] makes a file system of one that stands in the test, [Cases] runs every archive
//     of a folder as a subtest and compares what came out with the archive's own want/ files.
//   - Expected bytes stand in golden files: [Golden], [Case.Want]. One flag, -update, writes them anew; look at the
//     difference before you commit it.
//   - What a page says is asked in small pieces that compose: [Expect] with [HasText], [HasAttr], [Count], [In] …
//   - What holds for every site is proved over the whole tree of files: [CheckLinks], [NoForeign], [ManifestTrue]. They return
//     findings; [NoFindings] fails the test for each.
//
// The folder's README.md shows how to add a case in five lines.
package sitetest

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"antq/internal/output"
)

// Finding is something wrong with a finished tree.
type Finding struct {
	File string // path in the tree; "" for the tree as a whole
	Line int    // from 1; 0 where unknown
	URL  string // the address concerned, as written; may be empty
	Why  string
}

// String returns "file:line: "url": why", leaving out what is unknown.
func (f Finding) String() string {
	var b strings.Builder
	b.WriteString(f.File)
	if f.Line > 0 {
		fmt.Fprintf(&b, ":%d", f.Line)
	}
	if f.URL != "" {
		fmt.Fprintf(&b, ": %q", f.URL)
	}
	return strings.TrimPrefix(b.String()+": "+f.Why, ": ")
}

// NoFindings fails the test once for each finding.
func NoFindings(t testing.TB, findings []Finding) {
	t.Helper()
	for _, f := range findings {
		t.Error(f)
	}
}

func sortFindings(findings []Finding) []Finding {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.URL, b.URL), cmp.Compare(a.Why, b.Why))
	})
	return slices.Compact(findings)
}

// FromTree copies the files of a build's tree, so that they can be asked like any other file system.
func FromTree(t testing.TB, tree *output.Tree) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range tree.Files() {
		data, err := tree.ReadFile(f.Path)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Path] = &fstest.MapFile{Data: data}
	}
	return files
}

// eachFile calls visit for every file of the tree, in sorted order. A file that cannot be read becomes a finding.
func eachFile(fsys fs.FS, visit func(name string, data []byte)) []Finding {
	var findings []Finding
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			findings = append(findings, Finding{File: name, Why: err.Error()})
			return nil
		}
		visit(name, data)
		return nil
	})
	if err != nil {
		findings = append(findings, Finding{Why: err.Error()})
	}
	return findings
}
