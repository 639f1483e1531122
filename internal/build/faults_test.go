package build_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"antq/internal/build"
	"antq/internal/diag"
	"antq/internal/output"
	"antq/internal/sitetest"
)

// locked is a folder in which some files cannot be opened.
type locked struct {
	fs.FS
	why map[string]error
}

func (l locked) Open(name string) (fs.File, error) {
	if err := l.why[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return l.FS.Open(name)
}

func (l locked) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(l.FS, name) }

func TestUnreadableFilesAreAllNamed(t *testing.T) {
	o := options(sitetest.Files(t, small))
	o.Content = locked{o.Content, map[string]error{
		"so-mau/_agency.md":                    fs.ErrPermission,
		"so-mau/tin-tuc/khai-mac/index.md":     fs.ErrNotExist,
		"so-mau/tin-tuc/khai-mac/nui.svg":      fs.ErrPermission,
		"so-mau/tin-tuc/khai-mac/khong-co.svg": fs.ErrPermission,
	}}
	r := run(t, o)
	got := words(r, diag.English)
	for _, want := range []string{
		"content/so-mau/_agency.md: error: there is no permission",
		"content/so-mau/tin-tuc/khai-mac/index.md: error: this file disappeared",
		"content/so-mau/tin-tuc/khai-mac/nui.svg: error: there is no permission",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("missing %q in\n%s", want, got)
		}
	}
	if r.Tree != nil {
		t.Error("built in spite of files that could not be read")
	}
	o.Content = locked{o.Content, map[string]error{"so-mau/_agency.md": fs.ErrInvalid}}
	if _, err := build.New(o).Build(t.Context(), output.NewMemory()); err == nil || !strings.Contains(err.Error(), "content/so-mau/_agency.md") {
		t.Errorf("a failure of the disk gives %v", err)
	}
}

func TestMarkdownOfAnotherEndingIsNotLostInSilence(t *testing.T) {
	src := sitetest.Files(t, small)
	for _, name := range []string{"content/so-mau/tin-tuc/hoa.MD", "content/so-mau/tin-tuc/dai.markdown"} {
		src[name] = &fstest.MapFile{Data: []byte("---\ntitle: A\n---\n")}
	}
	if got := words(run(t, options(src)), diag.Vietnamese); strings.Count(got, "[markdown-ending]") != 2 {
		t.Error(got)
	}
}

func TestMarkdownOutsideAgenciesIsNamed(t *testing.T) {
	src := sitetest.Files(t, small)
	src["content/lac.md"] = &fstest.MapFile{Data: []byte("x")}
	if got := words(run(t, options(src)), diag.English); !strings.Contains(got, "content/lac.md: warning") {
		t.Error(got)
	}
}

// A script that cannot be read is named with its line; so is a drawing of the look.
func TestStaticSyntax(t *testing.T) {
	src := sitetest.Files(t, small+"\n-- static/js/hong.js --\nvar a = 1;\nvar = ;\n")
	o := options(src)
	o.Static = over2{below(src, "static")}
	got := words(run(t, o), diag.English)
	if !strings.Contains(got, "static/js/hong.js:2:") || !strings.Contains(got, "[static-syntax]") {
		t.Error(got)
	}
}

// The line of every problem is shown, also where many problems of one file come in any order.
func TestExcerptsOfManyProblems(t *testing.T) {
	src := sitetest.Files(t, small)
	var b strings.Builder
	b.WriteString("---\ntitle: A\ndate: 2025-01-01\n---\n\n")
	for range 50 {
		b.WriteString("[a](/khong-co-1) và [b](/khong-co-2)\n\n")
	}
	src["content/so-mau/tin-tuc/nhieu.md"] = &fstest.MapFile{Data: []byte(b.String())}
	r := run(t, options(src))
	n := 0
	for _, p := range r.Problems.All() {
		if p.Code == "link-dangling" {
			n++
			if p.Excerpt != "[a](/khong-co-1) và [b](/khong-co-2)" {
				t.Errorf("%d:%d shows %q", p.Start.Line, p.Start.Column, p.Excerpt)
			}
		}
	}
	if n != 100 {
		t.Errorf("%d problems, not 100", n)
	}
}

func TestSitesAlone(t *testing.T) {
	r, err := build.New(options(sitetest.Files(t, small))).Sites(t.Context())
	if err != nil || r.Tree != nil || len(r.Sites.Agencies) != 1 || r.Stats.Sources != 3 {
		t.Errorf("%+v, %v", r, err)
	}
}
