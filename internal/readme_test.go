package internal_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/sitetest"
)

// The key reference of the README, in both languages, is made from the table of keys; -update writes it anew.
func TestReadmeHoldsTheKeyReference(t *testing.T) {
	const path = "../README.md"
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"vi", "en"} {
		begin, end := "<!-- keys "+lang+" -->\n", "<!-- /keys "+lang+" -->"
		head, rest, ok := bytes.Cut(readme, []byte(begin))
		_, tail, ok2 := bytes.Cut(rest, []byte(end))
		if !ok || !ok2 {
			t.Fatalf("%s has no place between %q and %q", path, begin, end)
		}
		readme = []byte(string(head) + begin + "\n" + strings.TrimSpace(content.KeyReference(lang)) + "\n\n" + end + string(tail))
	}
	sitetest.Golden(t, path, readme)
}
