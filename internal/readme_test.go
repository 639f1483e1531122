package internal_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/diag"
	"antq/internal/sitetest"
)

// The references of the README, in both languages, are made from the tables of keys and codes; -update writes them anew.
func TestReadmeHoldsTheReferences(t *testing.T) {
	const path = "../README.md"
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []struct {
		name  string
		write func(lang string) string
	}{{"keys", content.KeyReference}, {"codes", diag.CodeReference}} {
		for _, lang := range []string{"vi", "en"} {
			begin, end := "<!-- "+r.name+" "+lang+" -->\n", "<!-- /"+r.name+" "+lang+" -->"
			head, rest, ok := bytes.Cut(readme, []byte(begin))
			_, tail, ok2 := bytes.Cut(rest, []byte(end))
			if !ok || !ok2 {
				t.Fatalf("%s has no place between %q and %q", path, begin, end)
			}
			readme = []byte(string(head) + begin + "\n" + strings.TrimSpace(r.write(lang)) + "\n\n" + end + string(tail))
		}
	}
	sitetest.Golden(t, path, readme)
}
