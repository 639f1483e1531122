package sitetest

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"antq/internal/output"
)

// recorder is a test that notes its failures instead of failing.
type recorder struct {
	testing.TB
	failures []string
}

func (r *recorder) Helper()                           {}
func (r *recorder) Error(args ...any)                 { r.failures = append(r.failures, fmt.Sprint(args...)) }
func (r *recorder) Errorf(format string, args ...any) { r.Error(fmt.Sprintf(format, args...)) }

// updating sets the -update flag for the length of a test.
func updating(t *testing.T, on bool) {
	was := *update
	*update = on
	t.Cleanup(func() { *update = was })
}

func TestArchive(t *testing.T) {
	const text = "now: 2026-05-20\nwhy\n-- content/a.md --\n---\n-- x\n-- b.bin.base64 --\nDQoA\n/w==\n-- empty --\n-- want/out.txt --\nyes\n"
	files := Files(t, text)
	for name, want := range map[string]string{"content/a.md": "---\n-- x\n", "b.bin": "\r\n\x00\xff", "empty": ""} {
		if got, err := fs.ReadFile(files, name); err != nil || string(got) != want {
			t.Errorf("%s: %q, %v, want %q", name, got, err, want)
		}
	}
	if len(files) != 3 {
		t.Errorf("%d files go in, not 3", len(files))
	}
	a := parseArchive([]byte(text))
	if got := string(a.format()); got != text {
		t.Errorf("written as\n%s\nnot\n%s", got, text)
	}
	c := &Case{Note: a.comment, archive: a}
	if c.Setting("now") != "2026-05-20" || c.Setting("why") != "" || !c.Expects("out.txt") || c.Expects("a.md") {
		t.Errorf("note %q, settings %q and %q", c.Note, c.Setting("now"), c.Setting("why"))
	}
	if got := string(parseArchive([]byte("-- a --\nb")).files[0].data); got != "b\n" {
		t.Errorf("a newline is added at the end: %q", got)
	}
}

func TestCasesCompareAndUpdate(t *testing.T) {
	pattern := filepath.Join(t.TempDir(), "*.txtar")
	path := strings.Replace(pattern, "*", "một", 1)
	if err := os.WriteFile(path, []byte("note\n-- a.md --\nin\n-- want/out --\none\ntwo\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	wants := func(t *testing.T, name, got string) []string {
		r := &recorder{TB: t}
		Cases(t, pattern, func(_ *testing.T, c *Case) {
			if c.Name != "một" || c.Note != "note\n" || string(c.FS["a.md"].Data) != "in\n" {
				t.Errorf("case %q, note %q, files %v", c.Name, c.Note, c.FS)
			}
			c.Want(r, name, got)
		})
		return r.failures
	}
	updating(t, false)
	if f := wants(t, "out", "one\ntwo"); len(f) != 0 {
		t.Errorf("equal texts: %q", f)
	}
	if f := wants(t, "out", "one\nthree\n"); len(f) != 1 || !strings.Contains(f[0], "line 2 differs") || !strings.Contains(f[0], "three") {
		t.Errorf("other text: %q", f)
	}
	if f := wants(t, "new", "x\n"); len(f) != 1 || !strings.Contains(f[0], "no want/new") {
		t.Errorf("nothing expected: %q", f)
	}
	updating(t, true)
	wants(t, "out", "one\nthree\n")
	wants(t, "new", "x")
	got, err := os.ReadFile(path)
	if want := "note\n-- a.md --\nin\n-- want/out --\none\nthree\n-- want/new --\nx\n"; err != nil || string(got) != want {
		t.Errorf("-update wrote %q (%v), not %q", got, err, want)
	}
}

func TestGolden(t *testing.T) {
	path := filepath.Join(t.TempDir(), "golden", "a.txt")
	updating(t, false)
	r := &recorder{TB: t}
	Golden(r, path, []byte("a"))
	if len(r.failures) != 1 || !strings.Contains(r.failures[0], "-update") {
		t.Errorf("no file: %q", r.failures)
	}
	updating(t, true)
	Golden(t, path, []byte("a\nb"))
	updating(t, false)
	Golden(t, path, []byte("a\nb"))
	r = &recorder{TB: t}
	Golden(r, path, []byte("a\nb\n"))
	if len(r.failures) != 1 || !strings.Contains(r.failures[0], "line 2 differs") {
		t.Errorf("a newline more: %q", r.failures)
	}
}

func TestChecks(t *testing.T) {
	files := Files(t, `
-- ke-hoach/index.html --
<!doctype html><title>Kế hoạch</title><main><h1>Kế  hoạch</h1><ul class=list><li><a href=a.html>Một</a><li><a href=b.html lang=en>Hai</a></ul></main>
`)
	const page = "ke-hoach/index.html"
	Expect(t, files, page,
		HasText("h1", "Kế hoạch"), HasAttr("li a", "href", "b.html"), Count("li", 2), None("li.expired"), NoText("Ba"),
		Texts("li a", "Một", "Hai"), In("ul.list", Count("a", 2), HasText("a", "Hai")))
	for want, check := range map[string]Check{
		`h1: 1 elements fit, none with the text "x"`:   HasText("h1", "x"),
		`h2: 0 elements fit`:                           HasText("h2", "x"),
		`none with href="c.html"`:                      HasAttr("a", "href", "c.html"),
		`none with lang=""`:                            HasAttr("a", "lang", ""),
		`li: 2 elements fit, not 3`:                    Count("li", 3),
		`not 0`:                                        None("li"),
		`the text "Hai" is there`:                      NoText("Hai"),
		`texts ["Một" "Hai"], not ["Hai" "Một"]`:       Texts("a", "Hai", "Một"),
		`li: 2 elements fit, not one`:                  In("li", Count("a", 1)),
		`in ul.list: b: 0 elements fit, not 1`:         In("ul.list", Count("b", 1)),
		`selector "a,b"`:                               Count("a,b", 1),
		`texts ["Kế hoạch"], not []`:                   Texts("h1"),
		`in main: h1: 1 elements fit, none with id=""`: In("main", HasAttr("h1", "id", "")),
	} {
		r := &recorder{TB: t}
		Expect(r, files, page, check)
		if len(r.failures) != 1 || !strings.Contains(r.failures[0], want) || !strings.HasPrefix(r.failures[0], page) {
			t.Errorf("want a failure with %s, got %q", want, r.failures)
		}
	}
	r := &recorder{TB: t}
	Expect(r, files, "none.html")
	ExpectHTML(r, []byte("\xff"))
	if len(r.failures) != 2 {
		t.Errorf("a page that is missing and one that is not UTF-8: %q", r.failures)
	}
}

// published returns the files of a sealed tree of the hub and one agency.
func published(t *testing.T) fstest.MapFS {
	t.Helper()
	tree := output.NewTree(output.NewMemory())
	for _, name := range []string{"index.html", "a/index.html", "a/ke-hoach/x.html"} {
		if err := tree.Put(name, []byte("<p>"+name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := tree.Seal([]string{"", "a"}); err != nil {
		t.Fatal(err)
	}
	return FromTree(t, tree)
}

func TestManifestTrue(t *testing.T) {
	good := published(t)
	NoFindings(t, ManifestTrue(good))
	agency, err := fs.Sub(good, "a")
	if err != nil {
		t.Fatal(err)
	}
	NoFindings(t, ManifestTrue(agency))

	line := string(good["manifest.txt"].Data)
	for _, c := range []struct {
		name   string
		change func(fstest.MapFS)
		want   []string
	}{
		{"changed", func(m fstest.MapFS) { m["index.html"] = &fstest.MapFile{Data: []byte("<p>index.htmL")} }, []string{"index.html: has 13 bytes"}},
		{"gone", func(m fstest.MapFS) { delete(m, "a/index.html") }, []string{"a/index.html: is listed, but not there"}},
		{"not listed", func(m fstest.MapFS) { m["a/b.txt"] = &fstest.MapFile{} }, []string{"a/b.txt: is in no manifest"}},
		{"agency without manifest", func(m fstest.MapFS) { delete(m, "a/manifest.txt") },
			[]string{"a/index.html: is in no manifest", "a/ke-hoach/x.html: is in no manifest", "a/manifest.txt: is listed, but not there"}},
		{"unreadable", func(m fstest.MapFS) { m["manifest.txt"] = &fstest.MapFile{Data: []byte(line + "x")} },
			[]string{"index.html: is in no manifest", "manifest.txt: manifest line"}},
		{"none", func(m fstest.MapFS) { delete(m, "a/manifest.txt"); delete(m, "manifest.txt") }, []string{"no manifest"}},
		{"emptied", func(m fstest.MapFS) { m["a/manifest.txt"] = &fstest.MapFile{} },
			[]string{"a/index.html: is in no manifest", "a/ke-hoach/x.html: is in no manifest", "a/manifest.txt: has 0 bytes"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree := published(t)
			c.change(tree)
			expectFindings(t, ManifestTrue(tree), c.want)
		})
	}
}

// expectFindings asks for exactly these findings, each given by how it begins.
func expectFindings(t *testing.T, findings []Finding, want []string) {
	t.Helper()
	var got []string
	for _, f := range findings {
		got = append(got, f.String())
	}
	ok := slices.EqualFunc(got, want, strings.HasPrefix)
	if !ok {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}
