package static

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
)

// unsafe is what a strict Content-Security-Policy forbids, and what makes markup of text that others wrote.
var unsafe = regexp.MustCompile(`\beval\b|\bFunction\b|\bimport\b|\bexport\b|innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write|DOMParser|setAttribute\(['"]style|\.cssText|setTimeout\(['"]|javascript:|\.src\b`)

// Scripts hold to script-src 'self' and style-src 'self', put no markup into a page, and leave no global name behind.
func TestScriptsAreStrict(t *testing.T) {
	names, err := fs.Glob(FS, "js/*.js")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) < 9 {
		t.Fatalf("only %v", names)
	}
	for _, name := range append(names, "early.js") {
		src, err := fs.ReadFile(FS, name)
		if err != nil {
			t.Fatal(err)
		}
		var code []string
		for line := range strings.Lines(string(src)) {
			if !strings.HasPrefix(strings.TrimSpace(line), "//") {
				code = append(code, line)
			}
		}
		text := strings.Join(code, "")
		if found := unsafe.FindString(text); found != "" {
			t.Errorf("%s: %s", name, found)
		}
		if !strings.HasPrefix(text, "(() => {\n  'use strict';\n") || !strings.HasSuffix(text, "\n})();\n") || strings.Count(text, "\n})();\n") != 1 {
			t.Errorf("%s: not wrapped in one function", name)
		}
	}
}

// The words by which early.js finds what was chosen are those under which it is kept.
func TestEarlyKnowsEverySetting(t *testing.T) {
	early, err := fs.ReadFile(FS, "early.js")
	if err != nil {
		t.Fatal(err)
	}
	display, err := fs.ReadFile(FS, "js/31-display.js")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`\{name: '([a-z]+)'`).FindAllSubmatch(display, -1)
	if len(found) != 3 {
		t.Fatalf("%d settings", len(found))
	}
	for _, m := range found {
		if !strings.Contains(string(early), "'"+string(m[1])+"'") {
			t.Errorf("early.js does not know %s", m[1])
		}
	}
}
