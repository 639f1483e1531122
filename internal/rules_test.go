package internal_test

import (
	"go/ast"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// maxLines is the length from which on a file holds more than one idea. Tables may be longer.
const maxLines = 500

// surroundings lists what rooms must not ask or do themselves: it comes in as a value, or goes out as one, so that the same
// input always gives the same output. Only cmd/antq meets the world.
var surroundings = map[string]struct {
	names []string // "*" means all
	why   string
}{
	"fmt":  {[]string{"Print", "Printf", "Println", "Scan", "Scanf", "Scanln"}, "a room returns what it has to say"},
	"os":   {[]string{"Args", "Exit", "Stdin", "Stdout", "Stderr", "Getenv", "LookupEnv", "Environ", "ExpandEnv", "Getwd", "UserHomeDir", "UserCacheDir", "UserConfigDir", "Setenv", "Chdir"}, "the process belongs to cmd/antq"},
	"time": {[]string{"Now", "Since", "Until", "Local", "LoadLocation"}, "the moment and its zone are given"},
	"flag": {[]string{"*"}, "flags belong to cmd/antq"},
	"log":  {[]string{"Print", "Printf", "Println", "Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln", "Output", "Default", "SetOutput"}, "a room returns what it has to say"},
}

// clockOK lists where the clock may be read: a preview measures its own work and a time-out of a network.
var clockOK = []string{"internal/preview", "internal/deploy"}

func TestRoomsDoNotAskTheirSurroundings(t *testing.T) {
	for _, p := range packages(t) {
		if !strings.HasPrefix(p.dir, "internal/") || slices.Contains(workshops, p.dir) {
			continue
		}
		for _, f := range p.files {
			names := f.importNames()
			ast.Inspect(f.syntax, func(n ast.Node) bool {
				sel, ok := n.(*ast.SelectorExpr)
				if !ok {
					return true
				}
				pkg, ok := sel.X.(*ast.Ident)
				if !ok {
					return true
				}
				imported := names[pkg.Name]
				rule, ruled := surroundings[imported]
				if ruled && (rule.names[0] == "*" || slices.Contains(rule.names, sel.Sel.Name)) &&
					!(imported == "time" && slices.Contains(clockOK, p.dir)) {
					t.Errorf("%s: %s.%s: %s", f.at(n), imported, sel.Sel.Name, rule.why)
				}
				return true
			})
		}
	}
}

var unfinished = regexp.MustCompile(`(?i)\b(todo|fixme|xxx)\b|not (yet )?implemented|unimplemented|being written|for now\b`)

func TestNothingIsUnfinished(t *testing.T) {
	for _, p := range packages(t) {
		for _, f := range p.files {
			for _, group := range f.syntax.Comments {
				if words := unfinished.FindString(group.Text()); words != "" {
					t.Errorf("%s: a comment says %q", f.at(group), words)
				}
			}
			ast.Inspect(f.syntax, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				name, ok := call.Fun.(*ast.Ident)
				switch {
				case !ok:
				case name.Name == "print" || name.Name == "println":
					t.Errorf("%s: the builtin %s is for debugging", f.at(n), name.Name)
				case name.Name == "panic" && (len(call.Args) == 0 || unfinished.MatchString(literal(call.Args[0]))):
					t.Errorf("%s: panic of unfinished work", f.at(n))
				}
				return true
			})
		}
	}
}

// literal returns the value of a string literal, or "".
func literal(e ast.Expr) string {
	if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		s, _ := strconv.Unquote(lit.Value)
		return s
	}
	return ""
}

// grabBags are names that say nothing about what is inside.
var grabBags = regexp.MustCompile(`^(utils?|helpers?|commons?|types|models|misc|stuff)(_test)?$`)

func TestNamesSayWhatIsInside(t *testing.T) {
	for _, p := range packages(t) {
		for _, f := range slices.Concat(p.files, p.tests) {
			stem := strings.TrimSuffix(path.Base(f.name), ".go")
			if grabBags.MatchString(f.syntax.Name.Name) || grabBags.MatchString(stem) {
				t.Errorf("%s: the name does not say what is inside", f.name)
			}
		}
	}
}

func TestEveryPackageHasItsManual(t *testing.T) {
	for _, p := range packages(t) {
		var with []string
		for _, f := range p.files {
			doc := f.syntax.Doc.Text()
			if doc == "" {
				continue
			}
			with = append(with, f.name)
			start := "Package " + f.syntax.Name.Name + " "
			if f.syntax.Name.Name == "main" {
				start = "Command " + path.Base(p.dir) + " "
			}
			if !strings.HasPrefix(doc, start) {
				t.Errorf("%s: the package comment does not begin with %q", f.name, start)
			}
		}
		if len(p.files) > 0 && len(with) != 1 {
			t.Errorf("%s: one file carries the package comment, not %d: %v", p.dir, len(with), with)
		}
	}
}

func TestFilesAreShort(t *testing.T) {
	for _, p := range packages(t) {
		for _, f := range slices.Concat(p.files, p.tests) {
			if n := f.lines(); n > maxLines && !f.isTable() {
				t.Errorf("%s has %d lines; more than %d is more than one idea", f.name, n, maxLines)
			}
		}
	}
}

func TestNothingHappensBeforeMain(t *testing.T) {
	for _, p := range packages(t) {
		for _, f := range p.files {
			for _, d := range f.syntax.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
					t.Errorf("%s: init runs without being called", f.at(fn))
				}
			}
		}
	}
}

// A package variable that is assigned to outside its declaration is state that all runs of the process share.
func TestPackageVariablesDoNotChange(t *testing.T) {
	for _, p := range packages(t) {
		if slices.Contains(workshops, p.dir) {
			continue
		}
		vars := p.variables()
		for _, f := range p.files {
			for _, place := range f.assignmentsTo(vars) {
				t.Error(place)
			}
		}
	}
}

func TestRulesSeeWhatTheyForbid(t *testing.T) {
	f := parseFile(t, `package p
import clock "time"
var table = map[string]int{}
var n int
var ok = struct{ a []int }{}
func f(n int) { n++; table["a"] = 1; ok.a[0]++; clock.Now(); var table int; _ = table }
func g() { n = 2; (n)++; for n := range 3 { n++ } }
func h() { n = 3; table["b"]++ }
`)
	var got []string
	vars := goPackage{files: []goFile{f}}.variables()
	for _, place := range f.assignmentsTo(vars) {
		got = append(got, strings.TrimPrefix(place, "p.go:"))
	}
	// A name that is declared anywhere in a function counts as local there: rather one miss than a false alarm.
	want := []string{"6: the package variable ok", "8: the package variable n", "8: the package variable table"}
	if !slices.EqualFunc(got, want, strings.HasPrefix) {
		t.Errorf("assignments seen: %q, want %q", got, want)
	}
	if f.importNames()["clock"] != "time" {
		t.Errorf("renamed import: %v", f.importNames())
	}
	if f.isTable() || !parseFile(t, "package p\nvar x = 1\n").isTable() || f.lines() != 8 {
		t.Errorf("table or length: %d lines", f.lines())
	}
	for _, words := range []string{"TODO: x", "not implemented", "being written", "kept for now"} {
		if !unfinished.MatchString(words) {
			t.Errorf("%q passes for finished", words)
		}
	}
	if unfinished.MatchString("the day for nowhere") {
		t.Error("a plain word passes for unfinished")
	}
}
