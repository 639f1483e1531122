package html

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestLinks(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"anchor", `<a href=" ke-hoach/x.html#ii.3 ">`, "a href follow ke-hoach/x.html#ii.3"},
		{"empty address", `<a href>`, "a href follow "},
		{"no address", `<a name=x><link rel=stylesheet><img alt="">`, ""},
		{"ping", `<a href=x ping="y z">`, "a href follow x|a ping load y|a ping load z"},
		{"picture", `<img src=a.jpg srcset="a-480.jpg 480w, a,b.jpg 960w,c.jpg">`,
			"img src load a.jpg|img srcset load a-480.jpg|img srcset load a,b.jpg|img srcset load c.jpg"},
		{"srcset without descriptors", `<source srcset=" ,a.jpg, b.jpg ,">`, "source srcset load a.jpg|source srcset load b.jpg"},
		{"video", `<video poster=p.jpg src=v.mp4><track src=t.vtt></video>`,
			"video poster load p.jpg|video src load v.mp4|track src load t.vtt"},
		{"style sheet", `<link rel=stylesheet href=a.css>`, "link href load a.css"},
		{"canonical", `<link rel=canonical href=https://a.vn/>`, "link href mention https://a.vn/"},
		{"alternate style sheet is loaded", `<link rel="Alternate Stylesheet" href=a.css>`, "link href load a.css"},
		{"unknown relation is judged strictly", `<link rel=new-thing href=a>`, "link href load a"},
		{"redirect", `<meta http-equiv=Refresh content="0; URL='ke-hoach/x.html'">`, "meta content follow ke-hoach/x.html"},
		{"other meta", `<meta name=description content="5; url=x"><meta http-equiv=refresh content=30>`, ""},
		{"form", `<form action=tim-kiem.html><button formaction=y></form>`, "form action follow tim-kiem.html|button formaction follow y"},
		{"svg", `<svg><a href=x></a><use xlink:href="#s"/><path fill="url(#g)"/></svg>`,
			"a href follow x|use xlink:href load #s|path fill load #g"},
		{"style element", `<style>@import "a.css";p{background:url(b.png)}</style>`, "style  load a.css|style  load b.png"},
		{"style attribute", `<p style="background:url('b.png')">`, "p style load b.png"},
		{"quote", `<blockquote cite=x>`, "blockquote cite mention x"},
		{"script and frames", `<script src=a.js></script><iframe src=b></iframe><object data=c></object>`,
			"script src load a.js|iframe src load b|object data load c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, l := range parse(t, c.src).Links() {
				got = append(got, fmt.Sprintf("%s %s %s %s", l.Element.Tag, l.Attr, l.Use, l.URL))
				if at := l.Offset; at < 0 || !strings.HasPrefix(c.src[at:], "<"+l.Element.Tag) {
					t.Errorf("%s: offset %d", l.URL, at)
				}
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
}

func TestCSSURLs(t *testing.T) {
	for css, want := range map[string][]string{
		`p{background:url(a.png)}`:                                  {"a.png"},
		`p{background:URL( "a b.png" ) , url('c')}`:                 {"a b.png", "c"},
		`@import "a.css"; @import/**/'b.css' print;@import url(c);`: {"a.css", "b.css", "c"},
		`/* url(a) */ p::before{content:"url(b)"}`:                  nil,
		`@charset "utf-8"; p{font-family:"x"}`:                      nil,
		`p{background:u\72l(a)}`:                                    {"a"},
		`p{background:url(a\29 b\)c)}`:                              {"a)b)c"},
		`p{background:myurl(a)}`:                                    nil,
		`p{background:url("a`:                                       {"a"},
		`/* open`:                                                   nil,
		`url(`:                                                      {""},
	} {
		var got []string
		for _, u := range CSSURLs(css) {
			got = append(got, u.URL)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s\ngot  %q\nwant %q", css, got, want)
		}
	}
}

func FuzzCSSURLs(f *testing.F) {
	for _, seed := range []string{`@import "a";p{b:url(c)}`, `\`, `url(\`, `"\`, `/**/@import'`, "url( 'a\n b)", `\110000 url(\0)`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, css string) {
		at := -1
		for _, u := range CSSURLs(css) {
			if u.Offset <= at || u.Offset >= len(css) {
				t.Fatalf("offset %d after %d of %d bytes", u.Offset, at, len(css))
			}
			at = u.Offset
		}
	})
}
