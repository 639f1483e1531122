package output

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"
)

// oldSite and newSite differ in every way two builds can: changed, new and removed files, a file that becomes a folder and
// the other way round, an agency that comes and one that goes.
var (
	oldSite = site{
		"index.html":                    "hub 1 uses tai-nguyen/style.1.css",
		"tai-nguyen/style.1.css":        "style 1",
		"same.html":                     "same",
		"thing":                         "a file that becomes a folder",
		"place/deep/x.html":             "a folder that becomes a file",
		"so-xay-dung/index.html":        "agency 1",
		"so-xay-dung/ke-hoach/a.html":   "plan a",
		"so-xay-dung/ke-hoach/b.html":   "plan b",
		"so-xay-dung/ke-hoach/b/so.pdf": "annex",
		"so-cu/index.html":              "an agency that goes",
	}
	newSite = site{
		"index.html":                  "hub 2 uses tai-nguyen/style.2.css",
		"tai-nguyen/style.2.css":      "style 2",
		"same.html":                   "same",
		"thing/x.html":                "in the folder",
		"place":                       "now a file",
		"so-xay-dung/index.html":      "agency 2",
		"so-xay-dung/ke-hoach/a.html": "plan a",
		"so-xay-dung/ke-hoach/c.html": "plan c",
		"so-moi/index.html":           "an agency that comes",
	}
)

func TestPublication(t *testing.T) {
	ways(t, func(t *testing.T, d disk) {
		dir := filepath.Join(t.TempDir(), "some", "where", "public")
		first := oldSite.mustBuild(t, d, dir)
		wantHeld(t, dir, oldSite.published(t))
		if want := slices.Sorted(maps.Keys(oldSite.published(t))); !slices.Equal(first.Written, want) {
			t.Errorf("first build wrote %q, want %q", first.Written, want)
		}

		second := newSite.mustBuild(t, d, dir)
		wantHeld(t, dir, newSite.published(t))
		want := Report{
			Written: []string{"index.html", "manifest.txt", "place", "so-moi/index.html", "so-moi/manifest.txt",
				"so-xay-dung/index.html", "so-xay-dung/ke-hoach/c.html", "so-xay-dung/manifest.txt", "tai-nguyen/style.2.css",
				"thing/x.html"},
			Removed: []string{"place/deep/x.html", "so-cu/index.html", "so-cu/manifest.txt", "so-xay-dung/ke-hoach/b.html",
				"so-xay-dung/ke-hoach/b/so.pdf", "tai-nguyen/style.1.css", "thing"},
			Unchanged: 2,
		}
		wantReport(t, second, want)
		wantHeld(t, filepath.Dir(dir), below("public", newSite.published(t))) // no stage, no lock
	})
}

func wantReport(t *testing.T, got, want Report) {
	t.Helper()
	for _, c := range []struct {
		name      string
		got, want []string
	}{
		{"written", got.Written, want.Written}, {"removed", got.Removed, want.Removed}, {"foreign", got.Foreign, want.Foreign},
		{"overwritten", got.Overwritten, want.Overwritten}, {"kept", got.Kept, want.Kept},
		{"leftover", []string{got.Leftover}, []string{want.Leftover}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
	if got.Unchanged != want.Unchanged {
		t.Errorf("unchanged: %d, want %d", got.Unchanged, want.Unchanged)
	}
}

// below puts files into a folder.
func below(folder string, files map[string]string) map[string]string {
	all := map[string]string{}
	for path, text := range files {
		all[folder+"/"+path] = text
	}
	return all
}

func TestSecondBuildWritesNothing(t *testing.T) {
	ways(t, func(t *testing.T, d disk) {
		dir := filepath.Join(t.TempDir(), "public")
		oldSite.mustBuild(t, d, dir)
		write(t, dir, map[string]string{"note.txt": "foreign"})
		watched := hooked{disk: d, before: func(op, path string) error {
			t.Errorf("%s %s", op, path)
			return nil
		}}
		report := oldSite.mustBuild(t, watched, dir)
		wantReport(t, report, Report{Unchanged: len(oldSite.published(t)), Foreign: []string{"note.txt"}})
	})
}

func TestForeignFilesStay(t *testing.T) {
	ways(t, func(t *testing.T, d disk) {
		if runtime.GOOS == "windows" {
			t.Skip("symbolic links need a right of their own")
		}
		dir := filepath.Join(t.TempDir(), "public")
		oldSite.mustBuild(t, d, dir)
		foreign := map[string]string{
			".htaccess": "deny", "so-xay-dung/ke-hoach/ghi-chu.txt": "mine", "rieng/sau/x.html": "mine",
			"so-cu/anh.jpg": "in the folder of an agency that goes",
		}
		write(t, dir, foreign)
		then := time.Date(2020, 2, 3, 4, 5, 6, 0, time.UTC)
		check := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		at := func(path string) string { return filepath.Join(dir, path) }
		check(os.Symlink("../outside", at("lien-ket")))
		check(os.MkdirAll(at("trong/rong"), 0o777))
		check(os.Chmod(at(".htaccess"), 0o640))
		check(os.Chtimes(at(".htaccess"), then, then))
		check(os.Chmod(at("rieng"), 0o700))
		check(os.Chtimes(at("trong/rong"), then, then))
		check(os.Chmod(dir, 0o750))

		report := newSite.mustBuild(t, d, dir)
		paths := append(slices.Collect(maps.Keys(foreign)), "lien-ket")
		slices.Sort(paths)
		if !slices.Equal(report.Foreign, paths) {
			t.Errorf("foreign %q, want %q", report.Foreign, paths)
		}
		wantHeld(t, dir, with(newSite.published(t), foreign, map[string]string{"lien-ket": "-> ../outside", "trong/rong/": ""}))
		for path, mode := range map[string]fs.FileMode{".htaccess": 0o640, "rieng": 0o700, "": 0o750} {
			if info, err := os.Stat(at(path)); err != nil || info.Mode().Perm() != mode {
				t.Errorf("%q: mode %v, %v", path, info.Mode(), err)
			}
		}
		for _, path := range []string{".htaccess", "trong/rong"} {
			if info, err := os.Stat(at(path)); err != nil || !info.ModTime().Equal(then) {
				t.Errorf("%s: date %v, %v", path, info.ModTime(), err)
			}
		}
	})
}

// TestFileInTheWay puts something where the new site has a file or a folder.
func TestFileInTheWay(t *testing.T) {
	cases := []struct {
		name  string
		put   func(dir string) error
		paths []string
	}{
		{"a file", writer("so-moi/index.html"), []string{"so-moi/index.html"}},
		{"a file with the very same bytes", func(dir string) error {
			return errors.Join(os.Mkdir(filepath.Join(dir, "so-moi"), 0o777),
				os.WriteFile(filepath.Join(dir, "so-moi/index.html"), []byte(newSite["so-moi/index.html"]), 0o666))
		}, []string{"so-moi/index.html"}},
		{"a file where a folder goes", writer("so-moi"), []string{"so-moi"}},
		{"a folder where a file goes", writer("tai-nguyen/style.2.css/x/y"), []string{"tai-nguyen/style.2.css/x/y"}},
		{"an empty folder where a file goes", func(dir string) error {
			return os.MkdirAll(filepath.Join(dir, "tai-nguyen/style.2.css"), 0o777)
		}, []string{"tai-nguyen/style.2.css"}},
		{"a file in a folder that becomes a file", writer("place/mine.txt"), []string{"place/mine.txt"}},
		{"a changed file in a folder that becomes a file", writer("place/deep/x.html"), []string{"place/deep/x.html"}},
		{"a link where a folder goes", func(dir string) error {
			return os.Symlink(filepath.Dir(dir), filepath.Join(dir, "so-moi"))
		}, []string{"so-moi"}},
		{"several", func(dir string) error {
			return errors.Join(writer("so-moi/manifest.txt.d/../index.html")(dir), writer("tai-nguyen/style.2.css")(dir))
		}, []string{"so-moi/index.html", "tai-nguyen/style.2.css"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			ways(t, func(t *testing.T, d disk) {
				dir := filepath.Join(t.TempDir(), "public")
				oldSite.mustBuild(t, d, dir)
				if err := c.put(dir); err != nil {
					t.Skip(err)
				}
				before := held(t, filepath.Dir(dir))
				_, err := newSite.build(d, dir, "")
				var foreign *ForeignError
				if !errors.As(err, &foreign) || !slices.Equal(foreign.Paths, c.paths) || foreign.Dir != dir {
					t.Errorf("got %v, want %q in the way", err, c.paths)
				}
				wantHeld(t, filepath.Dir(dir), before)
			})
		})
	}
}

func writer(path string) func(dir string) error {
	return func(dir string) error {
		file := filepath.Join(dir, path)
		return errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, []byte("mine"), 0o666))
	}
}

// TestFolderThatWasThere publishes into a folder that antq has not made.
func TestFolderThatWasThere(t *testing.T) {
	ways(t, func(t *testing.T, d disk) {
		dir := filepath.Join(t.TempDir(), "public")
		foreign := map[string]string{"CNAME": "example.vn", "anh/x.jpg": "photo"}
		write(t, dir, foreign)
		newSite.mustBuild(t, d, dir)
		wantHeld(t, dir, with(newSite.published(t), foreign))

		other := filepath.Join(t.TempDir(), "public")
		write(t, other, map[string]string{"index.html": "somebody's site", "manifest.txt": "list of cargo\n"})
		_, err := newSite.build(d, other, "")
		var bad *ManifestError
		if !errors.As(err, &bad) || bad.Line != 1 || bad.Path != filepath.Join(other, ManifestName) {
			t.Errorf("a manifest of another program: %v", err)
		}
	})
}

func TestFilesChangedByHand(t *testing.T) {
	ways(t, func(t *testing.T, d disk) {
		dir := filepath.Join(t.TempDir(), "public")
		oldSite.mustBuild(t, d, dir)
		write(t, dir, map[string]string{
			"same.html":                   "SAME", // the same size
			"index.html":                  "changed, and new in the build",
			"so-xay-dung/ke-hoach/b.html": "changed, and no longer in the build",
		})
		report := newSite.mustBuild(t, d, dir)
		if want := []string{"index.html", "same.html"}; !slices.Equal(report.Overwritten, want) {
			t.Errorf("overwritten %q, want %q", report.Overwritten, want)
		}
		kept := map[string]string{"so-xay-dung/ke-hoach/b.html": "changed, and no longer in the build"}
		if want := slices.Collect(maps.Keys(kept)); !slices.Equal(report.Kept, want) {
			t.Errorf("kept %q, want %q", report.Kept, want)
		}
		wantHeld(t, dir, with(newSite.published(t), kept))
		if again := newSite.mustBuild(t, d, dir); !slices.Equal(again.Foreign, report.Kept) || again.Kept != nil {
			t.Errorf("next run: %+v", again)
		}
	})
}

func TestFilesDeletedByHand(t *testing.T) {
	ways(t, func(t *testing.T, d disk) {
		dir := filepath.Join(t.TempDir(), "public")
		oldSite.mustBuild(t, d, dir)
		if err := errors.Join(os.RemoveAll(filepath.Join(dir, "so-xay-dung")), os.Remove(filepath.Join(dir, "thing"))); err != nil {
			t.Fatal(err)
		}
		oldSite.mustBuild(t, d, dir)
		wantHeld(t, dir, oldSite.published(t))
	})
}

// TestNothingAroundIsTouched publishes in the middle of files that look alike.
func TestNothingAroundIsTouched(t *testing.T) {
	ways(t, func(t *testing.T, d disk) {
		around := t.TempDir()
		sentinels := map[string]string{
			"public2/index.html": "1", "content/a.md": "2", ".public.stages/x": "3", ".public.a.stage/new/x": "4",
			".publics.stage/new/x": "5", ".public.stage-a.b/x": "6", "manifest.txt": "7", "index.html": "8",
		}
		write(t, around, sentinels)
		dir := filepath.Join(around, "public")
		for _, s := range []site{oldSite, newSite, newSite} {
			s.mustBuild(t, d, dir)
			wantHeld(t, around, with(sentinels, below("public", s.published(t))))
		}
	})
}

func TestForeignStageIsNotRemoved(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mine := map[string]string{".public.stage/thesis.md": "mine"}
	write(t, filepath.Dir(dir), mine)
	if _, err := oldSite.build(system{}, dir, ""); err == nil {
		t.Error("built over a foreign stage")
	}
	wantHeld(t, filepath.Dir(dir), mine)
}

func TestTreeCanBeReadAtEveryTime(t *testing.T) {
	ways(t, func(t *testing.T, d disk) {
		dir := filepath.Join(t.TempDir(), "public")
		oldSite.mustBuild(t, d, dir)
		stage, err := newStage(d, dir, "")
		if err != nil {
			t.Fatal(err)
		}
		tree := NewTree(stage)
		for path, text := range newSite {
			if err := tree.Put(path, []byte(text)); err != nil {
				t.Fatal(err)
			}
		}
		if err := tree.Seal([]string{"", "so-xay-dung", "so-moi"}); err != nil {
			t.Fatal(err)
		}
		read := func(when string) {
			t.Helper()
			for path, want := range newSite {
				if got, err := tree.ReadFile(path); err != nil || string(got) != want {
					t.Errorf("%s: %s holds %q, %v", when, path, got, err)
				}
			}
		}
		read("before publication")
		if _, err := Publish(context.Background(), tree); err != nil {
			t.Fatal(err)
		}
		read("after publication")
		if err := stage.Close(); err != nil {
			t.Fatal(err)
		}
		read("after the stage is closed")
	})
}

func TestCancelledPublication(t *testing.T) {
	ways(t, func(t *testing.T, d disk) {
		dir := filepath.Join(t.TempDir(), "public")
		oldSite.mustBuild(t, d, dir)
		stage, err := newStage(d, dir, "")
		if err != nil {
			t.Fatal(err)
		}
		tree := NewTree(stage)
		if err := errors.Join(tree.Put("index.html", []byte("new")), tree.Seal([]string{""})); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		if _, err := Publish(ctx, tree); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
		if err := stage.Close(); err != nil {
			t.Error(err)
		}
		wantHeld(t, filepath.Dir(dir), below("public", oldSite.published(t)))
	})
}
