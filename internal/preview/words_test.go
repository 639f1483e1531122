package preview

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
	"testing"

	"antq/internal/diag"
)

// Every word that the scripts ask for exists in both languages, and none is there for nobody.
func TestWordsAreWhole(t *testing.T) {
	used := map[string]bool{"notFound": true, "noSite": true, "brokenLayout": true, "agencies": true}
	for _, name := range []string{"bar.js", "preview.js", "view.js"} {
		data, err := assets.ReadFile("assets/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`words\.(\w+)`).FindAllStringSubmatch(string(data), -1) {
			used[m[1]] = true
		}
	}
	for _, view := range []string{"desktop", "phone", "paper"} {
		used[view] = true
	}
	for key, row := range wordRows {
		if row.en == "" || row.vi == "" || row.en == row.vi {
			t.Errorf("%s: %q and %q", key, row.en, row.vi)
		}
		if !used[key] {
			t.Errorf("nobody says %s", key)
		}
	}
	for key := range used {
		if wordsOf(diag.Vietnamese)[key] == "" {
			t.Errorf("there is no word %s", key)
		}
	}
}

// The vendored script is the published one.
func TestVendoredScript(t *testing.T) {
	script, err1 := assets.ReadFile("assets/idiomorph.js")
	note, err2 := assets.ReadFile("assets/idiomorph.txt")
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	sum := sha256.Sum256(script)
	if !strings.Contains(string(note), hex.EncodeToString(sum[:])) {
		t.Errorf("the script's sum is %x", sum)
	}
}

func TestInject(t *testing.T) {
	for _, page := range []string{
		`<!doctype html><html lang=vi><meta charset=utf-8><title>A</title><p>B`,
		`<!doctype html><html lang=vi><head><TITLE>A</TITLE></head><body>B</body></html>`,
		"<!doctype html>\n<html>\n<head>\n<p>B",
		`<p>B`,
		``,
		strings.Repeat("x", 20000) + "<title>",
	} {
		got := string(inject([]byte(page), "abc"))
		if strings.Count(got, "/_antq/preview.js") != 1 || plainPage(got) != page {
			t.Errorf("%.80q becomes %.300q", page, got)
		}
		if i := strings.Index(strings.ToLower(got), "<p>"); i >= 0 && i < strings.Index(got, "_antq") {
			t.Errorf("%.80q: the script stands in the text", page)
		}
	}
}

func TestEditorAddress(t *testing.T) {
	p := &Preview{options: Options{Dir: "/home/một hai"}}
	for _, c := range []struct{ template, want string }{
		{"", ""},
		{"vscode://file/{path}:{line}:{column}", "vscode://file/home/m%E1%BB%99t%20hai/content/a%20%23b.md:7:3"},
		{"idea://open?file={path}&line={line}", "idea://open?file=/home/m%E1%BB%99t%20hai/content/a%20%23b.md&line=7"},
	} {
		p.options.Editor = c.template
		if got := p.editor("content/a #b.md", "7", 3); got != c.want {
			t.Errorf("%q gives %q, want %q", c.template, got, c.want)
		}
	}
}
