package build

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"antq/internal/diag"
)

func staticProblems(t *testing.T, fsys fs.FS) string {
	t.Helper()
	_, problems := newStatics(fsys, true)
	var got []string
	for _, p := range problems.All() {
		if !diag.Known(p.Code, p.Reason) {
			t.Errorf("no sentence for %s %s", p.Code, p.Reason)
		}
		args := p.Args
		if p.Reason == "" && p.Code == "static-syntax" {
			args = nil // the minifier's own words
		}
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s:%d:%d: %s %s %s", strings.TrimPrefix(p.File, "static/"), p.Start.Line, p.Start.Column, p.Code, p.Reason, strings.Join(args, " "))))
	}
	return strings.Join(got, "|")
}

func TestStaticProblems(t *testing.T) {
	for _, c := range []struct{ name, file, data, want string }{
		{"sound style", "css/a.css", "/* { ( */ @media (min-width: 1px) { .a::before { content: \"}\\\"{\"; background: url(data:x;{) } } .b\\{ { color: red }", ""},
		{"open brace", "css/a.css", ".ộ {\n color: red;\n.b { color: red }", "css/a.css:1:4: static-syntax open { }"},
		{"open bracket", "css/a.css", ".a { width: calc(1px; }\n.b { color: red }", "css/a.css:1:17: static-syntax open ( )"},
		{"closing brace", "css/a.css", ".a { color: red }\n}", "css/a.css:2:1: static-syntax close }"},
		{"open comment", "css/a.css", ".a { color: red }\n /* ghi chú", "css/a.css:2:2: static-syntax open /* */"},
		{"open string", "css/a.css", ".a { content: \"x; }\n.b { color: red }", "css/a.css:1:15: static-syntax open \" \""},
		{"open address", "css/a.css", ".a { background: url(x.png", "css/a.css:1:21: static-syntax open ( )"},
		{"no such file", "css/a.css", ".a { color: red }\n.ộ {\n  background: url( \"../hinh/a.png\" )\n}", "css/a.css:3:21: static-url  ../hinh/a.png"},
		{"NUL in a style", "css/a.css", ".a { color: red }\nộ\x00", "css/a.css:2:2: not-text"},
		{"bytes in a script", "js/a.js", "var a = \"\xff\"", "js/a.js:1:10: not-text"},
		{"NUL in a drawing", "hinh/a.svg", "<svg>\x00</svg>", "hinh/a.svg:1:6: not-text"},
		{"bytes in data", "du-lieu/a.json", "{\"a\":\n\"\xc3\"}", "du-lieu/a.json:2:2: not-text"},
		{"NUL in a picture", "hinh/a.png", "\x89PNG\x00", ""},
		{"script", "js/a.js", "var a = 1\nvar = 2", "js/a.js:2:5: static-syntax"},
		{"data", "du-lieu/a.json", "{\n  \"a\": ]\n}", "du-lieu/a.json:2:8: static-syntax"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := staticProblems(t, fstest.MapFS{c.file: {Data: []byte(c.data)}}); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestStaticLinksAreNamed(t *testing.T) {
	fsys := fstest.MapFS{
		"css/a.css":  {Data: []byte(".a{color:red}")},
		"css/b.css":  {Data: []byte("khong-co.css"), Mode: fs.ModeSymlink},
		"hinh/ô.png": {Mode: fs.ModeDevice},
	}
	if got, want := staticProblems(t, fsys), "css/b.css:0:0: not-a-file|hinh/ô.png:0:0: not-a-file"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestStaticIsAFile(t *testing.T) {
	file := t.TempDir() + "/static"
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got, want := staticProblems(t, os.DirFS(file)), "static:0:0: static-syntax no-folder"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A sound style sheet stays sound behind any comment, string or pair of brackets.
func FuzzUnbalanced(f *testing.F) {
	for _, s := range []string{"", "a{b:c}", "}", "{", "/*", "\"", "url(", "\\", "@media(a){b{c:d}}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if _, found := unbalanced([]byte(s)); found {
			return
		}
		if strings.HasSuffix(s, "\\") { // it would change what follows
			return
		}
		if b, found := unbalanced([]byte(s + "\n.a{b:c(\"}\")}/*{*/")); found {
			t.Errorf("%q: %v", s, b)
		}
	})
}
