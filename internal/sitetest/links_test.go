package sitetest

import (
	"testing"
)

const goodSite = `
-- index.html --
<title>x</title><link rel=stylesheet href=a/site.css><link rel=canonical href=https://hub.vn/><h1 id=top-of-page>x</h1>
<a href="#top-of-page">a</a><a href="#">b</a><a href="#top">c</a><a href=a/index.html>d</a><a href="a/ke-hoach/x.html#ii.3">e</a>
<a href="a/ke-hoach/t%E1%BB%87p%20k%C3%A8m.pdf#page=2" download>f</a><a href=mailto:x@y.vn>g</a><a href=tel:069>h</a><a href=https://chinhphu.vn>i</a>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" srcset="a/p-480.jpg 480w, a/p-960.jpg 960w"><svg><use href="a/icons.svg#star"/></svg>
<form action="a/index.html?q=1"></form>
-- a/index.html --
<a href=index.html>self</a><a href="ke-hoach/x.html#ti%E1%BA%BFng">x</a>
-- a/ke-hoach/x.html --
<p id=ii.3><p id="tiếng"><a href=../index.html>up</a><a href="./x.html">x</a>
-- a/ke-hoach/tệp kèm.pdf --
-- a/p-480.jpg --
-- a/p-960.jpg --
-- a/icons.svg --
<svg><symbol id="star"/></svg>
-- a/site.css --
@font-face{src:url("font.woff2")}
-- a/font.woff2 --
`

func TestGoodSiteHasNoFindings(t *testing.T) {
	NoFindings(t, CheckLinks(Files(t, goodSite)))
	NoFindings(t, NoForeign(Files(t, goodSite)))
}

func TestCheckLinks(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"no file", `<a href=y.html>`, `d/p.html:1: "y.html": there is no file d/y.html`},
		{"no file, other letter case", `<a href=../INDEX.html>`, `d/p.html:1: "../INDEX.html": there is no file INDEX.html`},
		{"no asset", "<p>\n<img src=p.jpg>", `d/p.html:2: "p.jpg": there is no file`},
		{"no id", `<a href=../index.html#z>`, `d/p.html:1: "../index.html#z": index.html has no id "z"`},
		{"no id here", `<a href=#z>`, `d/p.html:1: "#z": d/p.html has no id "z"`},
		{"folder", `<a href=../d/>`, `d/p.html:1: "../d/": names a folder`},
		{"folder without slash", `<a href=../d>`, `d/p.html:1: "../d": names a folder`},
		{"own folder", `<a href=.>`, `d/p.html:1: ".": names a folder`},
		{"root of a server", `<a href=/index.html>`, `d/p.html:1: "/index.html": begins at the root`},
		{"other host without scheme", `<a href=//x.vn/y>`, `d/p.html:1: "//x.vn/y": begins at the root`},
		{"outside", `<a href=../../x.html>`, `d/p.html:1: "../../x.html": leads outside`},
		{"script", `<a href=JavaScript:alert(1)>`, `d/p.html:1: "JavaScript:alert(1)": the scheme javascript`},
		{"empty", `<a href="">`, `d/p.html:1: the address is empty`},
		{"space", `<a href="a b.html">`, `d/p.html:1: "a b.html": white space`},
		{"backslash", `<a href="..\index.html">`, `d/p.html:1: "..\\index.html": white space or a backslash`},
		{"escape cut short", `<a href="%e">`, `d/p.html:1: "%e": invalid URL escape`},
		{"redirect", `<meta http-equiv=refresh content="0;url=y.html">`, `d/p.html:1: "y.html": there is no file`},
		{"style", "<style>p{background:url(y.png)}</style>", `d/p.html:1: "y.png": there is no file`},
		{"id twice", "<p id=a>\n<p id=a>", `d/p.html:2: "#a": the id is given twice`},
		{"base", `<base href=../index.html>`, `d/p.html: "../index.html": a base element`},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := Files(t, "-- index.html --\n<p>\n-- d/p.html --\n"+c.page+"\n")
			expectFindings(t, CheckLinks(files), []string{c.want})
		})
	}
	for page, want := range map[string][]string{
		`<link rel=stylesheet href=/antq/s.css><a href=/antq/>a</a><a href=/antq/x/y.html#i>b</a><a href=/a/b/d/x/>c</a>`: nil,
		`<a href=/antq/z.html>`:     {`d/404.html:1: "/antq/z.html": leads nowhere below`},
		`<a href=/x/y.html>`:        nil,
		`<a href=/antq/x/y.html#z>`: {`d/404.html:1: "/antq/x/y.html#z": d/x/y.html has no id "z"`},
		`<a href=//x.vn/s.css>`:     {`d/404.html:1: "//x.vn/s.css": begins at the root`},
	} {
		files := Files(t, "-- d/404.html --\n"+page+"\n-- d/index.html --\n-- d/s.css --\n-- d/x/index.html --\n-- d/x/y.html --\n<p id=i>\n")
		expectFindings(t, CheckLinks(files), want)
	}
	css := Files(t, "-- d/a.css --\np{}\n@import 'b.css';\n-- d/c.html --\n")
	expectFindings(t, CheckLinks(css), []string{`d/a.css:2: "b.css": there is no file d/b.css`})
}

func TestCheckFolderLinks(t *testing.T) {
	files := Files(t, `
-- index.html --
<a href="a/">a</a><a href="a/#x">a</a><a href="./">home</a>
-- a/index.html --
<p id=x><a href="../">home</a><a href="./#x">self</a>
`)
	NoFindings(t, CheckFolderLinks(files))
	broken := Files(t, "-- a/index.html --\n<a href=../a></a>\n<a href=../b/></a>\n<a href=./#y></a>\n")
	expectFindings(t, CheckFolderLinks(broken), []string{
		`a/index.html:1: "../a": names a folder`, `a/index.html:2: "../b/": there is no file b/index.html`,
		`a/index.html:3: "./#y": a/index.html has no id "y"`,
	})
}

func TestNoForeign(t *testing.T) {
	files := Files(t, `
-- 404.html --
<link rel=stylesheet href=https://sxd.vn/antq/site.css><link rel=stylesheet href=https://sxd.vn/antq.evil.vn/site.css>
-- p.html --
<a href=https://x.vn/>followed</a><link rel=canonical href=https://x.vn/><blockquote cite=https://x.vn/>
<img src=https://x.vn/1>
<script src=//x.vn/2></script>
<link rel=preconnect href=https://x.vn/3>
<img srcset="a.jpg 1x, HTTP://x.vn/4 2x">
<p style="background:url(https://x.vn/5)">
<img src="/\x.vn/6">
<iframe src="javascript:fetch()"></iframe>
-- s.css --
@import "https://x.vn/7";
p{background:url(data:image/gif;base64,x)}
`)
	expectFindings(t, NoForeign(files, "https://sxd.vn/antq/"), []string{
		`404.html:1: "https://sxd.vn/antq.evil.vn/site.css": is loaded`,
		`p.html:2: "https://x.vn/1"`, `p.html:3: "//x.vn/2"`, `p.html:4: "https://x.vn/3"`, `p.html:5: "HTTP://x.vn/4"`,
		`p.html:6: "https://x.vn/5"`, `p.html:7: "/\\x.vn/6"`, `p.html:8: "javascript:fetch()"`, `s.css:1: "https://x.vn/7"`,
	})
}
