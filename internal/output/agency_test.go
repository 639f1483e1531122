package output

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestOneAgency(t *testing.T) {
	ways(t, func(t *testing.T, d disk) {
		dir := filepath.Join(t.TempDir(), "public")
		oldSite.mustBuild(t, d, dir)
		before := held(t, dir)
		agency := site{"so-xay-dung/index.html": "agency 3", "so-xay-dung/ke-hoach/a.html": "plan a"}
		report, err := agency.build(d, dir, "so-xay-dung")
		if err != nil {
			t.Fatal(err)
		}
		wantReport(t, report, Report{
			Written:   []string{"so-xay-dung/index.html", "so-xay-dung/manifest.txt"},
			Removed:   []string{"so-xay-dung/ke-hoach/b.html", "so-xay-dung/ke-hoach/b/so.pdf"},
			Unchanged: 1,
		})
		maps.DeleteFunc(before, func(path, _ string) bool { return strings.HasPrefix(path, "so-xay-dung/") })
		after := with(agency.published(t))
		delete(after, ManifestName)
		wantHeld(t, dir, with(before, after))

		// A whole build knows the files of the agency, though the hub's manifest is older.
		newSite.mustBuild(t, d, dir)
		wantHeld(t, dir, newSite.published(t))
	})
}

// TestAgencyBeforeHub publishes an agency into a folder in which there is no hub yet, then everything.
func TestAgencyBeforeHub(t *testing.T) {
	ways(t, func(t *testing.T, d disk) {
		dir := filepath.Join(t.TempDir(), "public")
		agency := site{"so-moi/index.html": "an agency that comes", "so-moi/old.html": "an old page"}
		if _, err := agency.build(d, dir, "so-moi"); err != nil {
			t.Fatal(err)
		}
		report := newSite.mustBuild(t, d, dir)
		if want := []string{"so-moi/old.html"}; !slices.Equal(report.Removed, want) {
			t.Errorf("removed %q, want %q", report.Removed, want)
		}
		wantHeld(t, dir, newSite.published(t))
	})
}

func TestStageRefusesOtherAgencies(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	stage, err := NewStage(dir, "so-moi")
	if err != nil {
		t.Fatal(err)
	}
	if err := NewTree(stage).Put("so-cu/index.html", nil); err == nil {
		t.Error("a file of another agency was taken")
	}
	wantHeld(t, filepath.Dir(dir), map[string]string{})
	for _, scope := range []string{"..", "a/b", "a.b", "."} {
		if _, err := NewStage(dir, scope); err == nil {
			t.Errorf("scope %q was taken", scope)
		}
	}
}
