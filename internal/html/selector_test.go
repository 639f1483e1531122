package html

import (
	"strings"
	"testing"
)

const menu = `<main id=m class="a b"><nav><ul><li class=here><a href="x.html#ii.3" hreflang=vi>x</a><li><a href=y.html>y</a></ul></nav>
<p id=ii.3><a href="z.html" title="a b">z</a></p></main>`

func TestSelectors(t *testing.T) {
	d := parse(t, menu)
	for selector, want := range map[string]string{
		"a":                  "x y z",
		"A":                  "x y z",
		"main a":             "x y z",
		"main > a":           "",
		"li>a":               "x y",
		"nav li.here a":      "x",
		"main > nav a":       "x y",
		"main > ul a":        "",
		"p > *":              "z",
		".b a[hreflang]":     "x",
		".a.b p a":           "z",
		".ab a":              "",
		"#m #ii\\.3 a":       "z",
		`[id="ii.3"] a`:      "z",
		"a[href=y\\.html]":   "y",
		"a[href='y.html']":   "y",
		`a[href^="z"]`:       "z",
		`a[href$=".html"]`:   "y z",
		`a[href*="#ii"]`:     "x",
		`a[href*=""]`:        "",
		`a[title~=b]`:        "z",
		`a[title=b]`:         "",
		"  nav   a  ":        "x y",
		"ul li a":            "x y",
		"body > main > p  a": "z",
	} {
		var got []string
		for _, e := range d.Find(MustCompile(selector)) {
			got = append(got, e.Text())
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s finds %q, want %q", selector, s, want)
		}
	}
}

func TestFindBelowAnElement(t *testing.T) {
	nav := parse(t, menu).Find(MustCompile("nav"))[0]
	if n := len(nav.Find(MustCompile("a"))); n != 2 {
		t.Errorf("nav holds 2 links, not %d", n)
	}
	if n := len(nav.Find(MustCompile("nav"))); n != 0 {
		t.Error("nav finds itself")
	}
}

func TestMalformedSelectors(t *testing.T) {
	for _, selector := range []string{"", " ", ".", "#", "a.", "a[", "a[x", "a[x=", `a[x="y`, "a[]", "a[=x]", "a[x!=y]", "a >", "> a", "a,b", "a:hover", "a + b", "a > > b", "a)"} {
		if _, err := Compile(selector); err == nil {
			t.Errorf("%q is taken", selector)
		}
	}
	var zero Selector
	if zero.Match(parse(t, "").Root()) {
		t.Error("the zero selector fits")
	}
}

func FuzzCompile(f *testing.F) {
	for _, seed := range []string{"a", "ul > li.x #y\\.z [a='b']", "*[a~=b]", "\\"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, selector string) {
		s, err := Compile(selector)
		if err != nil {
			return
		}
		for e := range parse(t, menu).Elements() {
			s.Match(e)
		}
	})
}
