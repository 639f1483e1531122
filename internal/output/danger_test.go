package output

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestDangerousFolders(t *testing.T) {
	base, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	source := filepath.Join(base, "home", "lan", "site")
	write(t, base, map[string]string{"home/lan/site/content/_campaign.md": "", "home/lan/site/layouts/x": "", "home/other/x": "", "home/lan/site/file": ""})
	links := map[string]string{"home/link": "other", "home/to-site": "lan/site", "home/to-lan": "lan"}
	for name, target := range links {
		if err := os.Symlink(target, filepath.Join(base, name)); err != nil {
			t.Skip(err)
		}
	}
	cases := map[string]Reason{ // "" is allowed
		"home/lan/site/public":               "",
		"home/lan/site/new/deep":             "",
		"home/lan/public":                    "",
		"home/other":                         "",
		"home/to-lan/public":                 "",
		"home/lan/site":                      IsSource,
		"home/lan/site/.":                    IsSource,
		"home/lan":                           IsSource,
		"home/to-lan/site":                   IsSource,
		"home":                               IsSource,
		"home/lan/site/content":              IsInSource,
		"home/lan/site/content/so-xd":        IsInSource,
		"home/lan/site/layouts":              IsInSource,
		"home/lan/site/static":               IsInSource, // though it is not there yet
		"home/lan/site/.git/x":               IsInSource,
		"home/to-site/content/x/y":           IsInSource,
		"home/lan/site/public/../content":    IsInSource,
		"home/link":                          IsSymlink,
		"home/link/":                         IsSymlink,
		"home/lan/site/file":                 IsFile,
		"home/lan/site/content/_campaign.md": IsFile,
	}
	for dir, want := range cases {
		wantRefused(t, base+"/"+dir, source, filepath.Join(base, "home"), want)
	}
	wantRefused(t, filepath.VolumeName(base)+"/", source, "", IsRoot)
	wantRefused(t, "", source, "", IsNowhere)
	other := filepath.Join(base, "home", "other")
	wantRefused(t, other, source, filepath.Join(other, "me"), IsHome)
	wantRefused(t, other, source, other, IsHome)
	wantRefused(t, other, source, "", "")
}

func wantRefused(t *testing.T, dir, source, home string, want Reason) {
	t.Helper()
	err := Check(dir, source, home)
	var refused *RefusedError
	switch {
	case want == "" && err != nil:
		t.Errorf("%s: %v", dir, err)
	case want != "" && (!errors.As(err, &refused) || refused.Why != want):
		t.Errorf("%s: got %v, want %s", dir, err, want)
	}
}

func TestStageRefusesLinks(t *testing.T) {
	base := t.TempDir()
	if err := errors.Join(os.Mkdir(filepath.Join(base, "real"), 0o777), os.Symlink("real", filepath.Join(base, "public"))); err != nil {
		t.Skip(err)
	}
	var refused *RefusedError
	if _, err := NewStage(filepath.Join(base, "public"), ""); !errors.As(err, &refused) || refused.Why != IsSymlink {
		t.Errorf("a link as output: %v", err)
	}
	if err := os.Symlink("../real", filepath.Join(base, "real", "so-x")); err != nil {
		t.Fatal(err)
	}
	if _, err := NewStage(filepath.Join(base, "real"), "so-x"); !errors.As(err, &refused) || refused.Why != IsSymlink {
		t.Errorf("a link as an agency's folder: %v", err)
	}
}
