package sitetest

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// wantFolder holds what is expected in an archive; every other file is part of the site.
const wantFolder = "want/"

// Case is one text archive of a folder of cases.
type Case struct {
	Name string       // file name without extension
	Note string       // what stands above the first file: why the case is there, and its settings
	FS   fstest.MapFS // the files that go in

	path    string
	archive *archive
}

// Files returns the file system that a text archive describes:
//
//	-- content/_campaign.md --
//	---
//	name: Toàn dân bảo vệ an ninh Tổ quốc
//	---
//	-- content/so-xay-dung/bieu-trung.png.base64 --
//	iVBORw0KGgo=
//
// A name that ends in .base64 loses that ending and its text is decoded: the way to write pictures, CRLF, bytes that are not
// UTF-8, and files without a final newline.
func Files(t testing.TB, text string) fstest.MapFS {
	t.Helper()
	return mapFS(t, parseArchive([]byte(text)))
}

// Cases runs each archive that fits the pattern ("testdata/*.txtar") as a subtest named after its file. No archive at all
// is a failure.
func Cases(t *testing.T, pattern string, run func(t *testing.T, c *Case)) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no case fits %s (%v)", pattern, err)
	}
	for _, p := range paths {
		name := strings.TrimSuffix(filepath.Base(p), filepath.Ext(p))
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			a := parseArchive(text)
			run(t, &Case{Name: name, Note: a.comment, FS: mapFS(t, a), path: p, archive: a})
		})
	}
}

// mapFS returns the files of the archive outside want/.
func mapFS(t testing.TB, a *archive) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range a.files {
		if strings.HasPrefix(f.name, wantFolder) {
			continue
		}
		name, coded := strings.CutSuffix(f.name, ".base64")
		data := f.data
		if coded {
			var err error
			if data, err = base64.StdEncoding.DecodeString(strings.Join(strings.Fields(string(data)), "")); err != nil {
				t.Fatalf("%s: %v", f.name, err)
			}
		}
		if files[name] != nil {
			t.Fatalf("%s stands twice in the archive", name)
		}
		files[name] = &fstest.MapFile{Data: data, Mode: 0o644}
	}
	return files
}

// Setting returns the value of a line "name: value" of the case's note, or "".
func (c *Case) Setting(name string) string {
	for line := range strings.Lines(c.Note) {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == name {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// Expects reports whether the archive has the file want/name, so that a case says by its files what is compared.
func (c *Case) Expects(name string) bool { return c.index(name) >= 0 }

// Want compares got with the archive's file want/name; a final newline that got lacks is added. With -update the archive is
// written with got in that place.
func (c *Case) Want(t testing.TB, name, got string) {
	t.Helper()
	if got != "" && !strings.HasSuffix(got, "\n") {
		got += "\n"
	}
	if hasFileLine(got) {
		t.Fatalf("%s: %s holds a line that an archive takes for a file name", c.path, name)
	}
	i := c.index(name)
	if *update {
		if i < 0 {
			c.archive.files = append(c.archive.files, archiveFile{name: wantFolder + name})
			i = len(c.archive.files) - 1
		}
		c.archive.files[i].data = []byte(got)
		writeGolden(t, c.path, c.archive.format())
		return
	}
	if i < 0 {
		t.Errorf("%s has no %s%s; run with -update to add it:\n%s", c.path, wantFolder, name, got)
		return
	}
	if why := difference(string(c.archive.files[i].data), got); why != "" {
		t.Errorf("%s: %s%s: %s", c.path, wantFolder, name, why)
	}
}

func (c *Case) index(name string) int {
	return slices.IndexFunc(c.archive.files, func(f archiveFile) bool { return f.name == wantFolder+name })
}
