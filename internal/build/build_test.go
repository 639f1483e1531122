package build_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"maps"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"antq/internal/build"
	"antq/internal/diag"
	"antq/internal/output"
	"antq/internal/sitetest"
	"antq/layouts"
	"antq/static"
)

// today is the moment of every test build.
var today = time.Date(2026, 11, 21, 9, 0, 0, 0, time.FixedZone("+07:00", 7*3600))

// options are those of a build of the files, whose names begin with content/, layouts/ or static/; the embedded layouts and
// static files lie below.
func options(files fs.FS) build.Options {
	return build.Options{Content: below(files, "content"), Layouts: over{below(files, "layouts"), layouts.FS}, Static: over{below(files, "static"), static.FS}, Now: today, Workers: 2}
}

func below(files fs.FS, folder string) fs.FS {
	sub, err := fs.Sub(files, folder)
	if err != nil {
		panic(err)
	}
	return sub
}

// over is a small overlay: enough for tests, whose own files never hide a folder.
type over struct{ upper, lower fs.FS }

func (o over) Open(name string) (fs.File, error) {
	if f, err := o.upper.Open(name); err == nil {
		if info, err := f.Stat(); err == nil && !info.IsDir() {
			return f, nil
		}
	}
	return o.lower.Open(name)
}

func run(t *testing.T, o build.Options) *build.Result {
	t.Helper()
	r, err := build.New(o).Build(t.Context(), output.NewMemory())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// built builds and fails the test on any error or warning.
func built(t *testing.T, o build.Options) *build.Result {
	t.Helper()
	r := run(t, o)
	if r.Tree == nil || r.Problems.Count(diag.Warning) > 0 {
		t.Fatalf("not built:\n%s", words(r, diag.English))
	}
	return r
}

func words(r *build.Result, lang diag.Lang) string {
	var b strings.Builder
	_ = diag.WriteText(&b, r.Problems, diag.TextStyle{Lang: lang})
	return b.String()
}

// files reads the finished files back.
func files(t *testing.T, r *build.Result) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for _, f := range r.Tree.Files() {
		data, err := r.Tree.ReadFile(f.Path)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Path] = &fstest.MapFile{Data: data, Mode: 0o644}
	}
	return out
}

func manifests(r *build.Result) string {
	var b bytes.Buffer
	for _, p := range r.Prefixes {
		b.WriteString(p + "\n")
		b.Write(r.Tree.Manifest(p).Format())
	}
	return b.String()
}

const small = `
-- content/_campaign.md --
---
name: Toàn dân bảo vệ an ninh Tổ quốc
---
-- content/so-mau/_agency.md --
---
name: Sở Mẫu
code: SM
place: Lạng Sơn
---

Giới thiệu về Sở.
-- content/so-mau/tin-tuc/khai-mac/index.md --
---
title: Khai mạc đợt thi đua
date: 12/11/2025
attachments:
  - title: Hình vẽ gốc
    file: goc.svg
---

Đợt thi đua đã khai mạc. Xem [giới thiệu](/gioi-thieu).

![Dãy núi](nui.svg "Núi rừng biên giới")
-- content/so-mau/tin-tuc/khai-mac/nui.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 60">
  <path d="M 0 0 L 10 10" />
</svg>
-- content/so-mau/tin-tuc/khai-mac/goc.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 60">
  <path d="M 0 0 L 20 20" />
</svg>
-- content/so-mau/tin-tuc/khai-mac/thua.txt --
không ai dùng
-- content/so-mau/.an --
tệp ẩn
-- content/so-mau/tin-tuc/khai-mac/index.md~ --
bản lưu của trình soạn thảo
`

func TestSmallSite(t *testing.T) {
	r := built(t, options(sitetest.Files(t, small)))
	out := files(t, r)
	for _, f := range sitetest.CheckLinks(out) {
		t.Error(f)
	}
	sitetest.Expect(t, out, "so-mau/tin-tuc/khai-mac.html",
		sitetest.Count("h1", 1), sitetest.HasText("h1", "Khai mạc đợt thi đua"), sitetest.HasAttr("figure img", "width", "80"))
	if got := r.Sites.Unused; len(got) != 1 || got[0] != "so-mau/tin-tuc/khai-mac/thua.txt" {
		t.Errorf("unused: %q", got)
	}
	for name := range out {
		if strings.Contains(name, "thua.txt") || strings.Contains(name, ".an") || strings.Contains(name, "~") {
			t.Errorf("%s is published", name)
		}
	}
}

// What readers download is the agency's own file, byte for byte; a drawing that is only shown is made small.
func TestDrawingsAreMadeSmallAttachmentsAreNot(t *testing.T) {
	src := sitetest.Files(t, small)
	out := files(t, built(t, options(src)))
	shown, attached := out["so-mau/tin-tuc/khai-mac/nui.svg"], out["so-mau/tin-tuc/khai-mac/goc.svg"]
	if shown == nil || attached == nil {
		t.Fatalf("missing; there is %v", keys(out))
	}
	if len(shown.Data) >= len(src["content/so-mau/tin-tuc/khai-mac/nui.svg"].Data) {
		t.Errorf("not made small: %s", shown.Data)
	}
	if !bytes.Equal(attached.Data, src["content/so-mau/tin-tuc/khai-mac/goc.svg"].Data) {
		t.Errorf("changed: %s", attached.Data)
	}
}

func keys(m fstest.MapFS) []string {
	var names []string
	for name := range maps.Keys(m) {
		names = append(names, name)
	}
	return names
}

func TestSameBytesWithAnyWorkersAndZone(t *testing.T) {
	o := options(sitetest.Files(t, small))
	want := manifests(built(t, o))
	for _, workers := range []int{1, 8} {
		o.Workers = workers
		o.Now = today.UTC()
		if got := manifests(built(t, o)); got != want {
			t.Errorf("%d workers give another manifest:\n%s\nnot\n%s", workers, got, want)
		}
	}
}

// A builder that lives on remembers what it parsed; what it makes is the same as a new one's.
func TestBuilderRemembersWithoutGoingStale(t *testing.T) {
	src := sitetest.Files(t, small)
	b := build.New(options(src))
	page := "content/so-mau/tin-tuc/khai-mac/index.md"
	for i, text := range []string{string(src[page].Data), "---\ntitle: Tên khác\ndate: 2025-11-12\n---\n\nKhác.\n", string(src[page].Data)} {
		src[page] = &fstest.MapFile{Data: []byte(text)}
		again, err := b.Build(t.Context(), output.NewMemory())
		if err != nil {
			t.Fatal(err)
		}
		if got, want := manifests(again), manifests(built(t, options(src))); got != want {
			t.Errorf("build %d: %s\nnot\n%s", i, got, want)
		}
	}
	delete(src, page)
	again, err := b.Build(t.Context(), output.NewMemory())
	if err != nil || again.Tree == nil {
		t.Fatal(err, words(again, diag.English))
	}
	if _, there := again.Tree.Lookup("so-mau/tin-tuc/khai-mac.html"); there {
		t.Error("the page of a removed source is still made")
	}
}

func TestAllProblemsOfAllFilesInOneRun(t *testing.T) {
	src := sitetest.Files(t, small+`
-- content/so-mau/tin-tuc/a.md --
---
titel: Sai khoá
date: 31/02/2026
---

[đứt](/khong-co)
-- content/so-mau/ke-hoach/b.md --
---
title: Kế hoạch
unit: khong-co
---

# Sai cấp

[x](javascript:alert(1))
-- content/so-mau/tin-tuc/anh.png --
không phải ảnh
`)
	r := run(t, options(src))
	if r.Tree != nil {
		t.Error("a tree in spite of errors")
	}
	got := words(r, diag.English)
	for _, want := range []string{
		"content/so-mau/ke-hoach/b.md:3:", "content/so-mau/ke-hoach/b.md:6:1", "content/so-mau/ke-hoach/b.md:8:",
		"content/so-mau/tin-tuc/a.md:2:1", "content/so-mau/tin-tuc/a.md:3:", "content/so-mau/tin-tuc/anh.png: error",
		"    2 | titel: Sai khoá",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("missing %q in\n%s", want, got)
		}
	}
}

func TestProblemsOfOtherAgenciesAreNotes(t *testing.T) {
	src := sitetest.Files(t, small+`
-- content/ban-mau/_agency.md --
---
name: Ban Mẫu
code: BM
place: Lạng Sơn
---
-- content/ban-mau/tin-tuc/a.md --
---
titel: Sai khoá
---
`)
	o := options(src)
	o.Agencies = []string{"so-mau"}
	r := run(t, o)
	if r.Tree == nil || r.Problems.Len() == 0 {
		t.Fatal(words(r, diag.English))
	}
	for _, f := range r.Tree.Files() {
		if !strings.HasPrefix(f.Path, "so-mau/") {
			t.Errorf("%s is made", f.Path)
		}
	}
	o.Agencies = []string{"khong-co"}
	if r := run(t, o); r.Tree != nil || !strings.Contains(words(r, diag.English), "ban-mau, so-mau") {
		t.Error(words(r, diag.English))
	}
}

func TestLinksAndDevicesAreNamedNotOpened(t *testing.T) {
	src := sitetest.Files(t, small)
	src["content/so-mau/lien-ket.md"] = &fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte("/etc/passwd")}
	src["content/so-mau/ong.pdf"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	r := run(t, options(src))
	if r.Tree == nil || strings.Count(words(r, diag.English), "[not-a-file]") != 2 {
		t.Error(words(r, diag.English))
	}
}

func TestStaticFiles(t *testing.T) {
	src := sitetest.Files(t, small+`
-- static/css/zz.css --
.rieng { background: url("../hinh/sao.svg#a") }
-- static/hinh/sao.svg --
<svg xmlns="http://www.w3.org/2000/svg" id="a"></svg>
-- static/root/robots.txt --
User-agent: *
-- static/js/mot.js --
var  mot  =  1 ;
`)
	o := options(src)
	o.Static = over2{below(src, "static")}
	out := files(t, built(t, o))
	var css, star, js string
	for name := range out {
		switch {
		case strings.HasPrefix(name, "so-mau/tai-nguyen/site.") && strings.HasSuffix(name, ".css"):
			css = string(out[name].Data)
		case strings.HasPrefix(name, "so-mau/tai-nguyen/sao."):
			star = strings.TrimPrefix(name, "so-mau/tai-nguyen/")
		case strings.HasPrefix(name, "so-mau/tai-nguyen/site.") && strings.HasSuffix(name, ".js"):
			js = string(out[name].Data)
		}
	}
	if star == "" || !strings.Contains(css, star+"#a") {
		t.Errorf("url() does not follow the hash: %q in %q", star, css)
	}
	if strings.TrimSpace(js) != "var mot=1" {
		t.Errorf("script: %q", js)
	}
	if out["so-mau/robots.txt"] == nil || out["robots.txt"] == nil {
		t.Error("root/ is not published")
	}
	src["static/css/zz.css"].Data = []byte(".a { background: url(khong-co.png) }")
	if r := run(t, o); r.Tree != nil || !strings.Contains(words(r, diag.English), "static/css/zz.css:1:22: error") {
		t.Error(words(r, diag.English))
	}
	src["static/css/zz.css"].Data = nil
	src["static/root/index.html"] = &fstest.MapFile{Data: []byte("x")}
	if r := run(t, o); r.Tree != nil || !strings.Contains(words(r, diag.English), "[output-taken]") {
		t.Error(words(r, diag.English))
	}
}

// over2 shows the test's own static files alone.
type over2 struct{ fs.FS }

func TestMinifyingKeepsTheMeaning(t *testing.T) {
	o := options(sitetest.Files(t, small))
	small := built(t, o)
	o.NoMinify = true
	plain := built(t, o)
	if s, p := small.Stats, plain.Stats; s.MinifiedBytes >= p.MinifiedBytes || s.Bytes <= s.MinifiedBytes {
		t.Errorf("%d and %d bytes minified, %d as they are", s.Bytes, s.MinifiedBytes, p.MinifiedBytes)
	}
	a, b := files(t, small), files(t, plain)
	for name := range a {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		if x, y := flat(t, a[name].Data), flat(t, b[name].Data); x != y {
			t.Errorf("%s says\n%s\nminified and\n%s\nas it is", name, x, y)
		}
	}
}

// interrupted is a store of a run that is stopped while it writes.
func TestCancelledBuildReturnsItsCause(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	o := options(sitetest.Files(t, small))
	o.Progress = func(p build.Progress) {
		if p.Phase == build.PhaseRender {
			cancel()
		}
	}
	o.Workers = 1
	if r, err := build.New(o).Build(ctx, output.NewMemory()); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, %v", r, err)
	}
}

func TestStats(t *testing.T) {
	r := built(t, options(sitetest.Files(t, small)))
	s := r.Stats
	if s.Sources != 3 || s.Assets != 3 || s.Files != len(r.Tree.Files()) || len(s.Sites) != 2 {
		t.Errorf("%+v", s)
	}
	pages := 0
	for _, f := range r.Tree.Files() {
		if strings.HasSuffix(f.Path, ".html") {
			pages++
		}
	}
	if s.Pages != pages {
		t.Errorf("%d pages counted, %d made", s.Pages, pages)
	}
	if k := s.Sites[1].Kinds; len(k) != 1 || k[0].Kind.String() != "notice" || k[0].Count != 1 {
		t.Errorf("kinds: %+v", k)
	}
}
