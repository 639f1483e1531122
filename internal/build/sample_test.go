package build_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"antq/internal/build"
	"antq/internal/diag"
	"antq/internal/html"
	"antq/internal/output"
	"antq/internal/site"
	"antq/internal/sitetest"
	"antq/layouts"
	"antq/static"
)

// sampleSite is the repository's own content, built.
type sampleSite struct {
	options build.Options
	result  *build.Result
	files   fstest.MapFS
	pages   map[string]*html.Document // by path
	names   []string                  // of the pages, sorted
}

// theSample builds the sample once for all tests; nobody changes it.
var theSample = sync.OnceValues(func() (*sampleSite, error) {
	s := &sampleSite{files: fstest.MapFS{}, pages: map[string]*html.Document{}}
	s.options = build.Options{Content: os.DirFS("../../content"), Layouts: layouts.FS, Static: static.FS, ShippedLook: true, Now: today, Workers: 8}
	var err error
	if s.result, err = buildAlone(s.options); err != nil {
		return nil, err
	}
	for _, f := range s.result.Tree.Files() {
		data, err := s.result.Tree.ReadFile(f.Path)
		if err != nil {
			return nil, err
		}
		s.files[f.Path] = &fstest.MapFile{Data: data, Mode: 0o644}
		if path.Ext(f.Path) != ".html" {
			continue
		}
		if s.pages[f.Path], err = html.Parse(data); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Path, err)
		}
		s.names = append(s.names, f.Path)
	}
	slices.Sort(s.names)
	return s, nil
})

// buildAlone builds outside any one test. Errors and warnings are an error, since the sample has neither.
func buildAlone(o build.Options) (*build.Result, error) {
	r, err := build.New(o).Build(context.Background(), output.NewMemory())
	if err != nil {
		return nil, err
	}
	if r.Tree == nil || r.Problems.Count(diag.Warning) > 0 {
		return nil, errors.New("not built without error and warning:\n" + words(r, diag.English))
	}
	return r, nil
}

func sampleOf(t *testing.T) *sampleSite {
	t.Helper()
	s, err := theSample()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// whole reports whether the page is a page of the site in its layout, not the redirect of an old address.
func (s *sampleSite) whole(name string) bool {
	return len(s.pages[name].Find(html.MustCompile(`meta[http-equiv="refresh"]`))) == 0
}

func (s *sampleSite) line(name string, e *html.Element) string {
	line, _ := s.pages[name].Position(e.Offset)
	return fmt.Sprintf("%s:%d", name, line)
}

func TestSampleBuildsWithoutErrorOrWarning(t *testing.T) {
	s := sampleOf(t)
	if len(s.result.Sites.Agencies) < 2 || len(s.names) < 100 {
		t.Errorf("%d agencies, %d pages: too few to show what the program can do", len(s.result.Sites.Agencies), len(s.names))
	}
	for _, unused := range s.result.Sites.Unused {
		t.Errorf("content/%s: nothing refers to it", unused)
	}
}

func TestSampleLinksHoldFromDisk(t *testing.T) {
	s := sampleOf(t)
	check := sitetest.CheckLinks
	for _, a := range s.result.Sites.Agencies {
		if a.Folders {
			check = sitetest.CheckFolderLinks
		}
	}
	sitetest.NoFindings(t, check(s.files))
	for _, a := range s.result.Sites.Agencies {
		alone := below(s.files, a.ID)
		for _, f := range check(alone) {
			t.Errorf("%s alone: %v", a.ID, f)
		}
		for _, f := range sitetest.ManifestTrue(alone) {
			t.Errorf("%s alone: %v", a.ID, f)
		}
	}
}

func TestSampleAsksNoOtherHost(t *testing.T) {
	s := sampleOf(t)
	own := []string{s.result.Sites.Hub.BaseURL}
	for _, a := range s.result.Sites.Agencies {
		own = append(own, a.BaseURL)
	}
	own = slices.DeleteFunc(own, func(base string) bool { return base == "" })
	sitetest.NoFindings(t, sitetest.NoForeign(s.files, own...))
}

func TestSampleManifestsAreTrueAndTheSameWithAnyWorkers(t *testing.T) {
	s := sampleOf(t)
	sitetest.NoFindings(t, sitetest.ManifestTrue(s.files))
	o := s.options
	o.Workers = 1
	one, err := buildAlone(o)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := manifests(one), manifests(s.result); got != want {
		t.Errorf("one worker gives\n%s\neight give\n%s", got, want)
	}
}

// A reader who starts at the hub finds every page by following links.
func TestSamplePagesAreReachable(t *testing.T) {
	s := sampleOf(t)
	seen := map[string]bool{"index.html": true}
	for queue := []string{"index.html"}; len(queue) > 0; queue = queue[1:] {
		from := queue[0]
		for _, l := range s.pages[from].Links() {
			to, _, _ := strings.Cut(l.URL, "#")
			if l.Use != html.Follow || to == "" || strings.Contains(to, ":") {
				continue
			}
			name := path.Join(path.Dir(from), to)
			if strings.HasSuffix(to, "/") {
				name = path.Join(name, "index.html")
			}
			if s.pages[name] != nil && !seen[name] {
				seen[name] = true
				queue = append(queue, name)
			}
		}
	}
	unlisted := map[string]bool{} // lists no longer show them, but their addresses hold
	for _, e := range allEntries(s.result.Sites) {
		unlisted[path.Join(e.Site.ID, e.Page.Output)] = !e.Listed()
	}
	for _, name := range s.names {
		if !seen[name] && !unlisted[name] && s.whole(name) && path.Base(name) != "404.html" {
			t.Errorf("%s: no way leads there from index.html", name)
		}
	}
}

// plainText tells files in which every byte is meant for reading.
var plainText = []string{".html", ".css", ".js", ".svg", ".xml", ".json", ".txt", ".csv", ".ics", ".webmanifest"}

func TestSampleOutputHoldsNothingForeign(t *testing.T) {
	s := sampleOf(t)
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	home, err := os.UserHomeDir()
	if err != nil || len(home) < 3 {
		home = root
	}
	machine := []string{root, filepath.ToSlash(root), home + string(filepath.Separator), os.TempDir() + string(filepath.Separator)}
	broken := []string{"ZgotmplZ", "<no value>", "&lt;no value&gt;", "%!", "\ufffd", "\x00", "../content", "_agency.md", "_campaign.md", ".md\""}
	for _, f := range s.result.Tree.Files() {
		data, forbidden := s.files[f.Path].Data, machine
		if slices.Contains(plainText, path.Ext(f.Path)) {
			forbidden = slices.Concat(machine, broken)
		}
		if path.Ext(f.Path) == ".html" {
			forbidden = append(forbidden, "{{") // an action or shortcode that nobody carried out
		}
		for _, word := range forbidden {
			if at := bytes.Index(data, []byte(word)); at >= 0 {
				t.Errorf("%s:%d holds %q", f.Path, 1+bytes.Count(data[:at], []byte("\n")), word)
			}
		}
		if slices.Contains(plainText, path.Ext(f.Path)) && !utf8.Valid(data) {
			t.Errorf("%s is not UTF-8", f.Path)
		}
	}
}

// Of a document that is held back not one sentence is published, be it from the front matter or the body.
func TestSampleKeepsBackWhatIsHeld(t *testing.T) {
	s := sampleOf(t)
	reasons := map[site.HeldReason]bool{}
	for _, h := range s.result.Sites.Held {
		if h.Why == site.HeldUncited {
			continue // the hub shows it
		}
		reasons[h.Why] = true
		src, err := fs.ReadFile(s.options.Content, h.Path)
		if err != nil {
			t.Fatal(err)
		}
		checked := 0
		for line := range strings.Lines(string(src)) {
			line = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(line), "-+>#0123456789. "))
			if key, value, ok := strings.Cut(line, ": "); ok && !strings.Contains(key, " ") {
				line = value
			}
			if utf8.RuneCountInString(line) < 24 {
				continue
			}
			checked++
			for name, f := range s.files {
				if bytes.Contains(f.Data, []byte(line)) && !inOtherSource(t, s.options.Content, h.Path, line) {
					t.Errorf("%s holds %q of %s, which is held (%s)", name, line, h.Path, h.Why)
				}
			}
		}
		if checked == 0 {
			t.Errorf("%s: nothing in it is long enough to look for", h.Path)
		}
	}
	for _, why := range []site.HeldReason{site.HeldDraft, site.HeldFuture} {
		if !reasons[why] {
			t.Errorf("the sample holds nothing because of %q", why)
		}
	}
}

// inOtherSource reports whether another source says the same, so that its page may show it.
func inOtherSource(t *testing.T, content fs.FS, but, line string) bool {
	t.Helper()
	found := false
	err := fs.WalkDir(content, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == but || path.Ext(name) != ".md" {
			return err
		}
		src, err := fs.ReadFile(content, name)
		found = found || bytes.Contains(src, []byte(line))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// A withdrawn document leaves its notice, and nothing of what it said.
func TestSampleWithdrawnSaysNothingMore(t *testing.T) {
	s := sampleOf(t)
	n := 0
	for _, e := range allEntries(s.result.Sites) {
		if e.State != site.StateWithdrawn {
			continue
		}
		n++
		src, err := fs.ReadFile(s.options.Content, e.Doc.Path)
		if err != nil {
			t.Fatal(err)
		}
		_, body, _ := strings.Cut(strings.TrimPrefix(string(src), "---"), "\n---")
		checked := 0
		for line := range strings.Lines(body) {
			if line = strings.Trim(strings.TrimSpace(line), "-# "); utf8.RuneCountInString(line) < 24 {
				continue
			}
			checked++
			for name, f := range s.files {
				if bytes.Contains(f.Data, []byte(line)) && !inOtherSource(t, s.options.Content, e.Doc.Path, line) {
					t.Errorf("%s holds %q of the withdrawn %s", name, line, e.Doc.Path)
				}
			}
		}
		if checked == 0 {
			t.Errorf("%s: nothing in it is long enough to look for", e.Doc.Path)
		}
	}
	if n == 0 {
		t.Error("the sample withdraws nothing")
	}
}

var (
	pathName   = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]*$`)
	extensions = []string{
		".html", ".css", ".js", ".json", ".xml", ".txt", ".csv", ".ics", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif",
		".woff2", ".pdf", ".docx", ".xlsx", ".pptx", ".mp3", ".wav", ".mp4", ".webmanifest",
	}
)

// Paths survive every file system, archive and server: ASCII, lower case, short, with an ending that servers know.
func TestSamplePathsAreHarmless(t *testing.T) {
	s := sampleOf(t)
	for name := range s.files {
		if len(name) > 200 {
			t.Errorf("%s: %d bytes", name, len(name))
		}
		for part := range strings.SplitSeq(name, "/") {
			if !pathName.MatchString(part) || len(part) > 80 || strings.HasSuffix(part, ".") || strings.Contains(part, "..") {
				t.Errorf("%s: the name %q", name, part)
			}
		}
		if !slices.Contains(extensions, path.Ext(name)) {
			t.Errorf("%s: the ending %q", name, path.Ext(name))
		}
	}
}
