package build_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"antq/internal/build"
	"antq/internal/diag"
	"antq/internal/output"
	"antq/internal/sitetest"
)

// withPage is the small site with one more page.
func withPage(t *testing.T, front, body string) build.Options {
	t.Helper()
	return options(sitetest.Files(t, small+"-- content/so-mau/tin-tuc/them.md --\n---\ntitle: Trang thêm\ndate: 12/11/2025\n"+front+"---\n\n"+body+"\n"))
}

// codes lists the problems as "severity code".
func codes(r *build.Result) string {
	var list []string
	for _, p := range r.Problems.All() {
		list = append(list, p.Severity.String()+" "+p.Code)
	}
	return strings.Join(list, "; ")
}

func TestRulesStopTheBuild(t *testing.T) {
	for _, c := range []struct{ name, front, body, plain, thorough string }{
		{"nothing", "", "Nội dung.", "", ""},
		{"a secrecy mark hides the rest", "unknown: x\n", "**TỐI MẬT**\n\n[Hỏng](khong-co.md), 0912 345 678", "error secrecy-mark", "error secrecy-mark"},
		{"a citizen's number", "", "Số 020085123456.", "error citizen-number", "error citizen-number"},
		{"a warning of the rules", "", "Gọi 0912 345 678.", "", "warning mobile-number"},
		{"a waiver that is needed", "waive:\n  - code: mobile-number\n    reason: Trực ban\n", "Gọi 0912 345 678.", "", ""},
		{"a waiver that is idle", "waive:\n  - code: mobile-number\n    reason: Trực ban\n", "Gọi.", "", "note waiver-unused"},
		{"a waiver of an error", "waive:\n  - code: old-id-number\n    reason: Số mẫu trong bài tập\n", "CMND số 081234567.", "", ""},
		{"a waiver that may not be", "waive:\n  - code: citizen-number\n    reason: Số mẫu\n", "Số 020085123456.", "error citizen-number", "warning waiver-refused; error citizen-number"},
		{"a warning of another room", "waive:\n  - code: heading-space\n    reason: Cố ý\n", "##Mục\n\nChữ.", "", ""},
	} {
		for _, thorough := range []bool{false, true} {
			o := withPage(t, c.front, c.body)
			o.Thorough = thorough
			want := c.plain
			if thorough {
				want = c.thorough
			}
			r := run(t, o)
			if got := codes(r); got != want {
				t.Errorf("%s, thorough %t: %q, want %q", c.name, thorough, got, want)
			}
			if (r.Tree == nil) != strings.Contains(want, "error") {
				t.Errorf("%s, thorough %t: a tree %t", c.name, thorough, r.Tree != nil)
			}
		}
	}
}

func TestWaiversAreListed(t *testing.T) {
	o := withPage(t, "waive:\n  - code: mobile-number\n    reason: Trực ban\n", "Gọi 0912 345 678 hoặc 0912 345 679.")
	o.Thorough = true
	r := run(t, o)
	if len(r.Waivers) != 1 || r.Waivers[0].Count != 2 || r.Waivers[0].Reason != "Trực ban" || r.Waivers[0].At.Start.Line != 5 {
		t.Errorf("%+v", r.Waivers)
	}
}

// What was found is remembered with the file, and forgotten with its bytes.
func TestFindingsAreRemembered(t *testing.T) {
	fsys := sitetest.Files(t, small)
	const name, secret = "content/so-mau/tin-tuc/khai-mac/index.md", "\nSố 020085123456.\n"
	good := fsys[name].Data
	b := build.New(options(fsys))
	for i, want := range []string{"", "error citizen-number", "error citizen-number", ""} {
		fsys[name].Data = good
		if want != "" {
			fsys[name].Data = append(bytes.Clone(good), secret...)
		}
		r, err := b.Build(t.Context(), output.NewMemory())
		if err != nil {
			t.Fatal(err)
		}
		if got := codes(r); got != want {
			t.Errorf("build %d: %q, want %q", i, got, want)
		}
		l, r, err := b.Live(t.Context(), build.Changes{All: true})
		if err != nil || codes(r) != want || (l == nil) != (want != "") {
			t.Errorf("live %d: %v %q", i, err, codes(r))
		}
	}
}

// Nothing of a picture is prepared for the cache while a leak stands, not even for the size of a download.
func TestLeaksKeepPicturesOutOfTheCache(t *testing.T) {
	fsys := sitetest.Files(t, small+"-- content/so-mau/tin-tuc/le/index.md --\n---\ntitle: Lễ\ndate: 12/11/2025\nattachments:\n  - title: Ảnh\n    file: anh.jpg\n---\n\nSố 020085123456.\n-- content/so-mau/tin-tuc/le/anh.jpg --\n")
	fsys["content/so-mau/tin-tuc/le/anh.jpg"].Data = phonePhoto(t, 300, 700)
	o := options(fsys)
	o.Cache = t.TempDir()
	if r := run(t, o); codes(r) != "error citizen-number" {
		t.Fatal(codes(r))
	}
	left, err := os.ReadDir(o.Cache)
	if err != nil || len(left) > 0 {
		t.Errorf("%v in the cache (%v)", left, err)
	}
	page := fsys["content/so-mau/tin-tuc/le/index.md"]
	page.Data = bytes.Replace(page.Data, []byte("020085123456"), []byte("5"), 1)
	run(t, o)
	if left, _ := os.ReadDir(o.Cache); len(left) == 0 {
		t.Error("nothing is remembered of a good build: the test above shows nothing")
	}
}

// The sample gives no error and no warning to the strictest reader, and every waiver has a reason.
func TestSampleIsClean(t *testing.T) {
	o := sampleOf(t).options
	o.Thorough = true
	r, err := build.New(o).Build(t.Context(), output.NewMemory())
	if err != nil {
		t.Fatal(err)
	}
	if r.Tree == nil || r.Problems.Count(diag.Error)+r.Problems.Count(diag.Warning) > 0 {
		t.Error(words(r, diag.English))
	}
	for _, w := range r.Waivers {
		if w.Reason == "" {
			t.Errorf("%s: %s is waived without a reason", w.File, w.Code)
		}
	}
}
