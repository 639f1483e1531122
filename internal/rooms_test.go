// Package internal_test holds the house to its plan: which room imports which, which room knows which outside package, and
// what no room may do. The plan is the table below; internal/README.md draws it. A new door, room or dependency is a
// deliberate edit in both places.
package internal_test

import (
	"slices"
	"strings"
	"testing"
)

// rooms lists, for each package by its path below the module, the packages of ours that its non-test files may import.
// Rooms that are not built yet stand here too, so that they are held to the plan from their first file.
var rooms = map[string][]string{
	"layouts": {},
	"static":  {},

	"internal/diag":   {},
	"internal/viet":   {},
	"internal/output": {},
	"internal/html":   {},

	"internal/content": {"diag", "viet"},
	"internal/site":    {"content", "diag", "viet"},
	"internal/render":  {"site", "content", "diag", "viet"},
	"internal/media":   {"diag", "output"},

	"internal/check":    {"content", "site", "output", "html", "diag", "viet"},
	"internal/feed":     {"site", "content", "viet", "output", "diag"},
	"internal/calendar": {"site", "content", "viet", "output", "diag"},
	"internal/search":   {"site", "content", "viet", "output", "diag"},

	"internal/build": {
		"diag", "viet", "output", "html", "content", "site", "check", "render", "media", "feed", "calendar", "search",
	},
	"internal/preview": {"build", "check", "render", "output", "diag", "site"},

	"internal/importer": {"content", "html", "diag", "viet"},
	"internal/scaffold": {"content", "site", "diag", "viet"},
	"internal/export":   {"site", "render", "html", "output", "diag"},
	"internal/deploy":   {"output", "diag"},

	"cmd/antq": {
		"layouts", "static", "diag", "viet", "output", "html", "content", "site", "check", "render", "media", "feed",
		"calendar", "search", "build", "preview", "importer", "scaffold", "export", "deploy",
	},
}

// workshops are for tests and measurements. They may import any room and do what rooms may not; no room imports them.
var workshops = []string{"internal/bench", "internal/sitetest"}

// outside lists who may import each package from elsewhere, by prefix of its path; the longest prefix decides. One room
// knows a dependency, so that replacing it is a local change.
var outside = map[string][]string{
	"github.com/yuin/goldmark":          {"internal/content"},
	"github.com/adrg/frontmatter":       {"internal/content"},
	"github.com/goccy/go-yaml":          {"internal/content"},
	"golang.org/x/text":                 {"internal/viet"},
	"golang.org/x/net/html":             {"internal/html"},
	"golang.org/x/image":                {"internal/media"},
	"github.com/HugoSmits86/nativewebp": {"internal/media"},
	"github.com/tdewolff/minify/v2":     {"internal/build"},
	"github.com/tdewolff/parse/v2":      {"internal/build"},
	"golang.org/x/sync":                 {"internal/build"},
	"rsc.io/qr":                         {"internal/render", "cmd/antq"}, // on paper, and in the terminal
	"github.com/fsnotify/fsnotify":      {"internal/preview"},
	"github.com/spf13/cobra":            {"cmd/antq"},
	"github.com/spf13/pflag":            {"cmd/antq"},
	"golang.org/x/term":                 {"cmd/antq"},
	"golang.org/x/sys":                  {"internal/output", "cmd/antq"},
	"github.com/rogpeppe/go-internal":   {}, // {}: for tests alone
	"github.com/chromedp/chromedp":      {},
	"github.com/chromedp/cdproto":       {},
}

// standard lists who may import those packages of the standard library that belong to one duty. Others are free.
var standard = map[string][]string{
	"html/template": {"internal/render"},
	"text/template": {"internal/render"}, // the errors of html/template are of its types
	"flag":          {},
	"log":           {"internal/preview"}, // a server that is silent has a silent logger
	"log/slog":      {},
	"os/exec":       {"cmd/antq"},
	"net/http":      {"internal/preview", "internal/deploy", "internal/check"},
	"unsafe":        {"internal/output"},
	"plugin":        {},
}

// diskless rooms turn values into values: they never touch the disk themselves.
var diskless = []string{
	"internal/diag", "internal/viet", "internal/html", "internal/content", "internal/site", "internal/render",
	"internal/feed", "internal/calendar", "internal/search",
}

func TestDoors(t *testing.T) {
	for _, p := range packages(t) {
		if slices.Contains(workshops, p.dir) || len(p.files) == 0 {
			continue
		}
		allowed, known := rooms[p.dir]
		if !known {
			t.Errorf("%s is not in the plan of the house", p.dir)
			continue
		}
		for _, f := range p.files {
			for _, path := range f.imports() {
				if why := judgeImport(p.dir, allowed, path); why != "" {
					t.Errorf("%s imports %q: %s", f.name, path, why)
				}
			}
		}
	}
}

// judgeImport returns "" if the room may import the path, else the reason against it.
func judgeImport(room string, allowed []string, path string) string {
	if ours, ok := strings.CutPrefix(path, "antq/"); ok {
		if !slices.Contains(allowed, strings.TrimPrefix(ours, "internal/")) {
			return "there is no such door in the plan of the house"
		}
		return ""
	}
	owners, known := standard[path]
	if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") {
		owners, known = ownersOf(path)
		if !known {
			return "no room is named for this dependency"
		}
	}
	switch {
	case known && !slices.Contains(owners, room):
		return "only " + strings.Join(slices.Concat(owners, []string{"tests"}), " and ") + " may know it"
	case path == "os" && slices.Contains(diskless, room):
		return "this room does not touch the disk"
	}
	return ""
}

// ownersOf returns who may import a package from elsewhere.
func ownersOf(path string) ([]string, bool) {
	longest := ""
	for prefix := range outside {
		if (path == prefix || strings.HasPrefix(path, prefix+"/")) && len(prefix) > len(longest) {
			longest = prefix
		}
	}
	owners, known := outside[longest]
	return owners, known
}

// The plan itself must be one that Go can build: every door leads to a room, and no way through doors comes back.
func TestPlanHasNoCircle(t *testing.T) {
	const entered, left = 1, 2
	state := map[string]int{}
	var enter func(room string, way []string)
	enter = func(room string, way []string) {
		way = append(way, room)
		if state[room] == entered {
			t.Fatalf("a circle: %s", strings.Join(way, " -> "))
		}
		if state[room] == left {
			return
		}
		state[room] = entered
		for _, door := range rooms[room] {
			next := door
			if _, ok := rooms[next]; !ok {
				next = "internal/" + door
			}
			if _, ok := rooms[next]; !ok {
				t.Errorf("%s has a door to %s, which is no room", room, door)
				continue
			}
			enter(next, way)
		}
		state[room] = left
	}
	for room := range rooms {
		enter(room, nil)
	}
}

func TestJudgeImport(t *testing.T) {
	for _, c := range []struct {
		room, path string
		good       bool
	}{
		{"internal/site", "antq/internal/content", true},
		{"internal/content", "antq/internal/site", false},
		{"internal/build", "antq/internal/sitetest", false},
		{"internal/render", "antq/layouts", false},
		{"cmd/antq", "antq/layouts", true},
		{"internal/content", "github.com/yuin/goldmark/ast", true},
		{"internal/render", "github.com/yuin/goldmark/ast", false},
		{"internal/render", "html/template", true},
		{"internal/site", "html/template", false},
		{"internal/site", "html", true},
		{"internal/output", "golang.org/x/sys/unix", true},
		{"internal/html", "golang.org/x/net/html/atom", true},
		{"internal/html", "golang.org/x/net/http2", false},
		{"internal/build", "example.org/new/thing", false},
		{"internal/site", "os", false},
		{"internal/output", "os", true},
		{"internal/content", "flag", false},
	} {
		if why := judgeImport(c.room, rooms[c.room], c.path); (why == "") != c.good {
			t.Errorf("%s imports %s: %q", c.room, c.path, why)
		}
	}
}
