package static

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
)

// How the dark colours are chosen: by the device, unless the reader chose light; and by the reader.
const (
	notLight = `:where(:not([data-scheme="light"]))`
	byChoice = `:where([data-scheme="dark"])`
)

// The dark colours stand twice, since no form of CSS that offices' browsers know names a block for two reasons. Both are the same.
func TestDarkSchemes(t *testing.T) {
	byDevice := darkRules(t, "css/10-tokens.css", `@media (prefers-color-scheme: dark) {`)
	byReader := darkRules(t, "css/60-tools.css", "holds equal. */\n@media screen {")
	byDevice = strings.ReplaceAll(byDevice, notLight, byChoice)
	byDevice = strings.Replace(byDevice, "{\n", "{\ncolor-scheme: dark;\n", 1) // for the device the root says both
	if byDevice != byReader {
		t.Errorf("css/10-tokens.css says\n%s\ncss/60-tools.css says\n%s", byDevice, byReader)
	}
	if !strings.Contains(byReader, `:root`+byChoice+`[data-palette="green"]`) || strings.Count(byReader, "--") < 15 {
		t.Errorf("too little is compared:\n%s", byReader)
	}
}

var spaceAtLineStart = regexp.MustCompile(`(?m)^\s+`)

// darkRules returns the rules on the root that follow a mark in a style sheet, without the space at the start of lines.
func darkRules(t *testing.T, name, after string) string {
	t.Helper()
	src, err := fs.ReadFile(FS, name)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(src), after)
	if !ok {
		t.Fatalf("%s: no %s", name, after)
	}
	rules, _, ok := strings.Cut(rest, "\n}\n") // the end of the block, since rules inside are indented
	if !ok {
		t.Fatalf("%s: no end", name)
	}
	_, rules, _ = strings.Cut(rules, "\n")
	return spaceAtLineStart.ReplaceAllString(rules, "")
}
