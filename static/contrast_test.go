package static

import (
	"io/fs"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Text keeps a contrast of 4.5:1 to what it stands on (WCAG 2.2, 1.4.3) in every palette, light and dark.
func TestContrast(t *testing.T) {
	src, err := fs.ReadFile(FS, "css/10-tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, ok := strings.Cut(string(src), "@media (prefers-color-scheme: dark)")
	if !ok {
		t.Fatal("no dark scheme")
	}
	pairs := [][2]string{
		{"ink", "paper"}, {"ink", "panel"}, {"ink", "notice"}, {"ink", "stop"}, {"quiet", "paper"}, {"quiet", "panel"},
		{"title", "paper"}, {"title", "panel"}, {"link", "paper"}, {"link", "panel"}, {"link", "notice"}, {"link", "stop"},
		{"link-hover", "paper"}, {"link-hover", "panel"}, {"on-brand", "brand"}, {"on-brand-quiet", "brand"}, {"on-brand-quiet", "brand-deep"}, {"star", "brand"},
	}
	for _, palette := range []string{"red", "blue", "green"} {
		colours := make(map[string]string)
		for _, scheme := range []struct{ css, root string }{{light, ":root"}, {dark, ":root" + notLight}} {
			read(t, colours, scheme.css, scheme.root+" {")
			if palette != "red" {
				read(t, colours, scheme.css, scheme.root+`[data-palette="`+palette+`"] {`)
			}
			for _, p := range pairs {
				if c := contrast(t, colours[p[0]], colours[p[1]]); c < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", palette, p[0], p[1], c)
				}
			}
		}
	}
}

var declaration = regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6});`)

// read adds the colours of the block that opens with the selector.
func read(t *testing.T, colours map[string]string, css, selector string) {
	t.Helper()
	_, block, ok := strings.Cut(css, selector)
	if !ok {
		t.Fatalf("no %s", selector)
	}
	block, _, _ = strings.Cut(block, "}")
	for _, d := range declaration.FindAllStringSubmatch(block, -1) {
		colours[d[1]] = d[2]
	}
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

// luminance is the relative luminance of "#rrggbb" as WCAG defines it.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 32)
	if err != nil {
		t.Fatalf("colour %q: %v", colour, err)
	}
	channel := func(shift uint) float64 {
		c := float64(n>>shift&255) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(16) + 0.7152*channel(8) + 0.0722*channel(0)
}

// scriptComment is a comment to the end of its line; an address has no space behind its slashes.
var scriptComment = regexp.MustCompile(`(?m)(^|\s)//\s.*$`)

// No style and no script asks another host for anything. Typefaces and their licences are data that ask for nothing.
func TestStyleStaysAtHome(t *testing.T) {
	err := fs.WalkDir(FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(name, ".go") || strings.HasPrefix(name, "fonts/") {
			return err
		}
		src, err := fs.ReadFile(FS, name)
		text := strings.ReplaceAll(string(src), "http://www.w3.org/2000/svg", "")
		if strings.HasSuffix(name, ".js") {
			text = scriptComment.ReplaceAllString(text, "")
		}
		if strings.Contains(text, "//") || strings.Contains(text, "@import") {
			t.Errorf("%s names another place", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
