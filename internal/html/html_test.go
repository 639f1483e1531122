package html

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"
)

func parse(t testing.TB, src string) *Document {
	t.Helper()
	d, err := Parse([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// describe writes a tree as one line, for comparison: tag[name=value]("text" child).
func describe(e *Element) string {
	var b strings.Builder
	b.WriteString(e.Tag)
	for _, a := range e.Attrs {
		b.WriteString("[" + a.Name + "=" + a.Value + "]")
	}
	b.WriteString("(")
	for _, n := range e.content {
		if n.element != nil {
			b.WriteString(describe(n.element))
		} else {
			b.WriteString("‹" + n.text + "›")
		}
	}
	b.WriteString(")")
	return b.String()
}

func TestParseBuildsTheTreeOfABrowser(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"whole page", `<!doctype html><html lang=vi><head><title>A &amp; B</title></head><body><p id=x>c`,
			`html[lang=vi](head(title(‹A & B›))body(p[id=x](‹c›)))`},
		{"left out tags are added", `<p>a<p>b`, `html(head()body(p(‹a›)p(‹b›)))`},
		{"table body is added", `<table><tr><td>1</table>`, `html(head()body(table(tbody(tr(td(‹1›))))))`},
		{"stray element leaves the table", `<table><a href=x>y</a><tr></table>`,
			`html(head()body(a[href=x](‹y›)table(tbody(tr()))))`},
		{"svg keeps its case", `<svg viewBox="0 0 1 1"><use xlink:href="#a"/></svg>`,
			`html(head()body(svg[viewBox=0 0 1 1](use[xlink:href=#a]())))`},
		{"noscript holds elements", `<body><noscript><a href=x>y</a></noscript>`,
			`html(head()body(noscript(a[href=x](‹y›))))`},
		{"script is text", `<body><script>if (a<b) c("<p>")</script>`, `html(head()body(script(‹if (a<b) c("<p>")›)))`},
		{"comments are dropped", `<body>a<!-- b -->c`, `html(head()body(‹a›‹c›))`},
		{"of two equal attributes the first holds", `<p id=a id=b>`, `html(head()body(p[id=a]()))`},
		{"slash after the name", `<p/id=a>b`, `html(head()body(p[id=a](‹b›)))`},
		{"empty", ``, `html(head()body())`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := describe(parse(t, c.src).Root()); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestOffsetsPointAtStartTags(t *testing.T) {
	const src = "\ufeff<!doctype html>\n<title>Kế hoạch</title>\n<table><tr><td><b class=x>đ</b><i>e</i></table>\n<svg><title>a</title><style>p{}</style></svg><noscript><IMG src=a></noscript>"
	d := parse(t, src)
	for tag, want := range map[string]string{
		"title": "<title>Kế", "table": "<table>", "tr": "<tr>", "td": "<td>", "b": "<b class", "svg": "<svg>",
		"style": "<style>", "img": "<IMG ",
	} {
		e := d.Find(MustCompile(tag))[0]
		if e.Offset < 0 || !strings.HasPrefix(src[e.Offset:], want) {
			t.Errorf("%s: offset %d does not point at %q", tag, e.Offset, want)
		}
	}
	for _, tag := range []string{"html", "body", "tbody", "i"} {
		if e := d.Find(MustCompile(tag))[0]; e.Offset != -1 {
			t.Errorf("%s has no start tag that is marked, but offset %d", tag, e.Offset)
		}
	}
	line, column := d.Position(d.Find(MustCompile("b"))[0].Offset)
	if line != 3 || column != 16 {
		t.Errorf("b stands in line 3, column 16, not %d, %d", line, column)
	}
}

func TestPosition(t *testing.T) {
	d := parse(t, "\ufeffđặt\n<p>ộ</p>")
	for offset, want := range map[int][2]int{
		-1: {0, 0}, 0: {1, 1}, 3: {1, 1}, 5: {1, 2}, 9: {1, 4}, 10: {2, 1}, 16: {2, 5}, 20: {2, 9}, 21: {0, 0},
	} {
		if line, column := d.Position(offset); [2]int{line, column} != want {
			t.Errorf("Position(%d) = %d, %d, want %v", offset, line, column, want)
		}
	}
}

// A tag that only the tokenizer sees must not leave its mark in the page's text.
func TestTextIsNeverChangedByMarking(t *testing.T) {
	const src = `<svg><foreignObject><p><![CDATA[ <a> <b c> ]]></foreignObject></svg><math><mi><![CDATA[<u v>]]></mi></math>`
	d := parse(t, src)
	root, err := xhtml.ParseWithOptions(strings.NewReader(src), xhtml.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	want := describe(newElement(root.LastChild, nil, "", 0))
	if got := describe(d.Root()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestParseRefuses(t *testing.T) {
	if _, err := Parse([]byte("<p>\xff")); err == nil || !strings.Contains(err.Error(), "byte 3") {
		t.Errorf("bytes that are not UTF-8: %v", err)
	}
	if _, err := Parse([]byte(strings.Repeat("<div>", 600))); err == nil {
		t.Error("600 nested elements are taken")
	}
}

func TestText(t *testing.T) {
	for src, want := range map[string]string{
		`<h1>Kế hoạch</h1><p>số <b>108</b>/KH</p>`:               "Kế hoạch số 108/KH",
		`<p>a<br>b<p>c</p><ul><li>d<li>e</ul>`:                   "a b c d e",
		"<p> a \n\t b </p>":                                      "a b",
		`<td>1<td>2`:                                             "12", // outside a table, cells are no elements
		`<table><tr><td>1<td>2</table>`:                          "1 2",
		`<title>t</title><p>a<script>b</script><style>c</style>`: "a",
		`<p>to<wbr>àn <a href=x>dân</a>`:                         "toàn dân",
	} {
		if got := parse(t, src).Root().Text(); got != want {
			t.Errorf("%s\ngot  %q\nwant %q", src, got, want)
		}
	}
	d := parse(t, `<title> A  B </title><script type=application/ld+json>{"a": "<b>"}</script>`)
	if got := d.Find(MustCompile("title"))[0].Text(); got != "A B" {
		t.Errorf("title: %q", got)
	}
	if got := d.Find(MustCompile("script"))[0].Raw(); got != `{"a": "<b>"}` {
		t.Errorf("script: %q", got)
	}
}

func TestIDs(t *testing.T) {
	ids := parse(t, `<p id=ii.3><p id=a><b id=a></b><p id="">`).IDs()
	if len(ids) != 2 || len(ids["ii.3"]) != 1 || len(ids["a"]) != 2 {
		t.Errorf("got %v", ids)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "<p>a<b x>c<p>d", "<table><a b><tr><td></table>", "<svg><title><a></title><![CDATA[<b>]]></svg>",
		"<noscript><img src=x></noscript>", "<textarea><p></textarea><select><textarea>", "<a/b=c/><br/>", "<plaintext><p>",
		"<!--<p>--><script><!--<script></script>--></script>", "<math><annotation-xml><p></math>", "<template><td>x</template>",
		"<body a=b><body c=d><html lang=vi>", "<p source-offset-0=5>source-offset-0", "<a SOURCE-offset-0>", "\ufeff<p>", "<p\x00q r\x00s=t>", "<a\r\nb>",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		before := slices.Clone(src)
		d, err := Parse(src)
		if err != nil {
			return
		}
		if !bytes.Equal(before, src) {
			t.Fatal("the source was changed")
		}
		for e := range d.Elements() {
			if e.Offset == -1 {
				continue
			}
			name := tagName(src[e.Offset+1:])
			// The parser knows image as img, and puts U+FFFD for NUL.
			if src[e.Offset] != '<' || !strings.EqualFold(string(name), e.Tag) && e.Tag != "img" && !bytes.ContainsRune(name, 0) {
				t.Fatalf("%s: offset %d points at %q", e.Tag, e.Offset, src[e.Offset:])
			}
		}
		d.Links()
		d.IDs()
		d.Root().Text()
		if manyFormatting(src) {
			return
		}
		root, err := xhtml.ParseWithOptions(bytes.NewReader(bytes.TrimPrefix(src, byteOrderMark)), xhtml.ParseOptionEnableScripting(false))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.ChildNodes() {
			if n.Type == xhtml.ElementNode {
				if got, want := describe(d.Root()), describe(newElement(n, nil, "", 0)); got != want {
					t.Fatalf("the tree differs from the parser's\ngot  %s\nwant %s", got, want)
				}
			}
		}
	})
}

// manyFormatting reports whether more than three formatting elements have attributes: only then may the tree differ from
// the one without marks (see formatting).
func manyFormatting(src []byte) bool {
	n := 0
	z := xhtml.NewTokenizer(bytes.NewReader(src))
	for kind := z.Next(); kind != xhtml.ErrorToken; kind = z.Next() {
		if name, more := z.TagName(); more && formatting[string(name)] {
			n++
		}
	}
	return n > 3
}
