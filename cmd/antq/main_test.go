package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets scripts run the real command in a process of its own.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"antq": main})
}

// TestScripts runs every script of testdata/script: the command from outside, with its words, files and exit codes.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir+"/home")
			env.Setenv("LANG", "en_US.UTF-8")
			return os.MkdirAll(env.WorkDir+"/home", 0o755)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			// code N PROGRAM ARGS… runs a program and expects its exit code.
			"code": func(ts *testscript.TestScript, neg bool, args []string) {
				if neg || len(args) < 2 {
					ts.Fatalf("usage: code N antq …")
				}
				got := "0"
				if err := ts.Exec(args[1], args[2:]...); err != nil {
					e, ok := err.(interface{ ExitCode() int })
					if !ok {
						ts.Fatalf("%v", err)
					}
					got = string(rune('0' + e.ExitCode()))
				}
				if got != args[0] {
					ts.Fatalf("exit code %s, want %s", got, args[0])
				}
			},
			// photo FILE writes a photo of a telephone that was held on its side: 300 x 700 pixels to be seen upright, with the
			// word PLACE in its metadata.
			"photo": func(ts *testscript.TestScript, neg bool, args []string) {
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), phonePhoto(), 0o644))
			},
			// tree DIR FILE writes the paths and bytes' sums of all files below DIR into FILE, to be compared later.
			"tree": func(ts *testscript.TestScript, neg bool, args []string) {
				ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(listing(ts.MkAbs(args[0]))), 0o644))
			},
		},
	})
}

func TestLanguageIsChosen(t *testing.T) {
	for _, c := range []struct {
		args, env string
		want      string
	}{
		{"", "", "en"},
		{"build --lang vi", "", "vi"},
		{"build --lang=vi", "LANG=en_US", "vi"},
		{"", "LANG=vi_VN.UTF-8", "vi"},
		{"", "LANG=vi_VN.UTF-8 LC_ALL=C", "en"},
		{"", "LANG=en_US ANTQ_LANG=vi", "vi"},
		{"build -- --lang vi", "", "en"},
		{"--lang en", "ANTQ_LANG=vi", "en"},
	} {
		env := map[string]string{}
		for _, kv := range strings.Fields(c.env) {
			k, v, _ := strings.Cut(kv, "=")
			env[k] = v
		}
		if got := chooseLanguage(strings.Fields(c.args), func(k string) string { return env[k] }); string(got) != c.want {
			t.Errorf("%q with %q: %s, want %s", c.args, c.env, got, c.want)
		}
	}
}

// Every phrase of the sources must exist in both languages and take the same values in both.
func TestPhrasesAreWhole(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if !ok || len(lit.Elts) != 2 {
				return true
			}
			en, vi := text(lit.Elts[0]), text(lit.Elts[1])
			if en == "" && vi == "" {
				return true
			}
			found++
			if en == "" || vi == "" || verbs(en) != verbs(vi) || strings.Count(en, "`") != strings.Count(vi, "`") {
				t.Errorf("%s: a phrase is not whole: %q / %q", name, en, vi)
			}
			return true
		})
	}
	if found < 50 {
		t.Errorf("only %d phrases found", found)
	}
}

func text(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	s, _ := strconv.Unquote(lit.Value)
	return s
}

// verbs lists what a format takes, in order: "%5d %s" takes "ds".
func verbs(format string) string {
	var out []byte
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		for i++; i < len(format) && strings.IndexByte("-0123456789.+# ", format[i]) >= 0; i++ {
		}
		if i < len(format) && format[i] != '%' {
			out = append(out, format[i])
		}
	}
	return string(out)
}
