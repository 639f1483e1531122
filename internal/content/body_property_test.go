package content

import (
	"bytes"
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"antq/internal/diag"
)

// allowedAttributes are the elements and attributes that a body may hold; "id" may stand on all of them.
var allowedAttributes = map[string]string{
	"p": "class", "h2": "", "h3": "", "h4": "", "h5": "", "h6": "", "ul": "class role", "ol": "class start", "li": "value",
	"blockquote": "", "aside": "class role", "pre": "tabindex", "code": "class", "hr": "", "br": "",
	"div": "class tabindex role aria-label", "table": "", "caption": "", "thead": "", "tbody": "", "tr": "", "th": "scope class",
	"td": "class", "dl": "", "dt": "", "dd": "", "figure": "", "figcaption": "", "em": "", "strong": "", "s": "", "sup": "",
	"a": "href title role aria-label", "span": "class aria-hidden", "section": "class role aria-label",
	"html": "", "head": "", "body": "",
}

// checkBody checks what holds for the body of every text.
func checkBody(t testing.TB, src []byte, start diag.Pos, body Body, list diag.List) {
	t.Helper()
	checkSpans(t, src, start, body)
	checkHTML(t, body)
	checkOutline(t, body)
	checkCitations(t, src, body)
	for _, p := range list.All() {
		checkPlace(t, src, p)
		if !diag.Known(p.Code, p.Reason) {
			t.Errorf("no sentence for %s %s", p.Code, p.Reason)
		}
	}
	if n := utf8.RuneCountInString(body.Summary); n > maxSummary+1 {
		t.Errorf("summary of %d code points", n)
	}
	if !utf8.ValidString(body.Summary) || strings.Contains(body.Summary, "./.") {
		t.Errorf("summary %q", body.Summary)
	}
}

// checkSpans: spans cover the HTML in order, without gaps, and links nest.
func checkSpans(t testing.TB, src []byte, start diag.Pos, body Body) {
	t.Helper()
	at, open := uint32(0), int32(-1)
	lines := uint32(bytes.Count(src, []byte("\n")) + 1)
	for i, s := range body.Spans {
		if s.Start != at || s.End < s.Start {
			t.Fatalf("span %d covers [%d,%d), the one before ends at %d", i, s.Start, s.End, at)
		}
		at = s.End
		if s.Kind == Open || s.Kind == Close || s.Kind == Insert {
			if s.Ref < 0 || int(s.Ref) >= len(body.Refs) {
				t.Fatalf("span %d: reference %d of %d", i, s.Ref, len(body.Refs))
			}
		} else if s.Ref != -1 {
			t.Errorf("span %d of kind %d has a reference", i, s.Kind)
		}
		if empty := s.Start == s.End; empty != (s.Kind != Markup && s.Kind != Text) {
			t.Errorf("span %d of kind %d covers %d bytes", i, s.Kind, s.End-s.Start)
		}
		switch s.Kind {
		case Open:
			if open >= 0 {
				t.Errorf("span %d opens a link in a link", i)
			}
			if kind := body.Refs[s.Ref].Kind; kind != RefLink && kind != RefCitation {
				t.Errorf("span %d opens a reference of kind %d", i, kind)
			}
			open = s.Ref
		case Close:
			if open != s.Ref {
				t.Errorf("span %d closes %d, open is %d", i, s.Ref, open)
			}
			open = -1
		case Text:
			if open >= 0 && body.Refs[open].Kind != RefCitation {
				t.Errorf("span %d is text in a link", i)
			}
			if int(s.Source) < start.Offset || int(s.Source) >= len(src) {
				t.Fatalf("text from byte %d of %d", s.Source, len(src))
			}
			if first := src[s.Source]; isDigit(first) || 'a' <= first|0x20 && first|0x20 <= 'z' {
				if body.HTML[s.Start] != first {
					t.Errorf("text %q is said to begin at %q", body.HTML[s.Start:s.End], src[s.Source:])
				}
			}
		case Markup:
			if open >= 0 && body.Refs[open].Kind == RefCitation && !isBreaks(body.HTML[s.Start:s.End]) {
				t.Errorf("span %d is markup in a citation: %s", i, body.HTML[s.Start:s.End])
			}
		case Block:
			if s.Source < 1 || s.Source > lines {
				t.Errorf("block in line %d of %d", s.Source, lines)
			}
			if int(at) >= len(body.HTML) || body.HTML[at] != '>' {
				t.Errorf("span %d: the block's place is not before \">\"", i)
			}
		}
	}
	if int(at) != len(body.HTML) || open >= 0 {
		t.Fatalf("spans end at %d of %d, open link %d", at, len(body.HTML), open)
	}
}

// checkHTML: only known elements and attributes, addresses of allowed schemes, ids once each, no character that may not be
// shown, and the tree that a browser builds from the bare tags is the one that was meant.
func checkHTML(t testing.TB, body Body) {
	t.Helper()
	if !utf8.Valid(body.HTML) {
		t.Fatal("not UTF-8")
	}
	for _, r := range string(body.HTML) {
		if !shown(r) {
			t.Fatalf("%U in the output", r)
		}
	}
	root, err := html.Parse(bytes.NewReader(append([]byte("<!doctype html><body>"), body.HTML...)))
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.CommentNode {
			t.Error("comment in the output")
		}
		if n.Type == html.ElementNode {
			checkElement(t, n, ids)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	for _, h := range body.Headings {
		if h.ID == "" || !ids[h.ID] {
			t.Errorf("heading %q has no element with the id %q", h.Text, h.ID)
		}
		if ids[h.Slug] {
			t.Errorf("the second name %q of heading %q is an id", h.Slug, h.Text)
		}
	}
	for _, n := range body.Outline {
		if n.Anchor == "" || !ids[n.Anchor] {
			t.Errorf("number %q has no element with the id %q", n.Number, n.Anchor)
		}
	}
}

func checkElement(t testing.TB, n *html.Node, ids map[string]bool) {
	t.Helper()
	attributes, ok := allowedAttributes[n.Data]
	if !ok {
		t.Errorf("element %s", n.Data)
	}
	for _, a := range n.Attr {
		switch {
		case a.Key == "id":
			if ids[a.Val] {
				t.Errorf("id %q twice", a.Val)
			}
			ids[a.Val] = true
		case !strings.Contains(" "+attributes+" ", " "+a.Key+" "):
			t.Errorf("attribute %s of %s", a.Key, n.Data)
		case a.Key == "href":
			scheme, _, _ := strings.Cut(a.Val, ":")
			if !strings.HasPrefix(a.Val, "#") && !strings.Contains(" http https mailto tel ", " "+scheme+" ") {
				t.Errorf("address %q", a.Val)
			}
		}
	}
	inner := map[string]string{"li": "ul ol", "td": "tr", "th": "tr", "tr": "thead tbody", "dt": "dl", "dd": "dl", "figcaption": "figure"}
	if parents := inner[n.Data]; parents != "" && !strings.Contains(" "+parents+" ", " "+n.Parent.Data+" ") {
		t.Errorf("%s in %s", n.Data, n.Parent.Data)
	}
}

// checkPlace: the place of a problem is one of the file, and its line and column agree with its offset.
func checkPlace(t testing.TB, src []byte, p diag.Problem) {
	t.Helper()
	at := p.Start
	if at.Offset < 0 || at.Offset > len(src) {
		t.Fatalf("%s at byte %d of %d", p.Code, at.Offset, len(src))
	}
	line := bytes.Count(src[:at.Offset], []byte("\n")) + 1
	column := utf8.RuneCount(src[bytes.LastIndexByte(src[:at.Offset], '\n')+1:at.Offset]) + 1
	if at.Line != line || at.Column != column {
		t.Errorf("%s at %d:%d, its offset is %d:%d", p.Code, at.Line, at.Column, line, column)
	}
	if p.End.Offset < at.Offset || p.End.Offset > len(src) {
		t.Errorf("%s from %d to %d", p.Code, at.Offset, p.End.Offset)
	}
	if p.Fix != nil {
		for _, e := range p.Fix.Edits {
			if e.Start < 0 || e.End < e.Start || e.End > len(src) {
				t.Errorf("%s: fix of [%d,%d)", p.Code, e.Start, e.End)
			}
		}
	}
}

// textOf returns the text that a reader sees, without white space.
func textOf(t testing.TB, body Body) string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(body.HTML))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return strings.Join(strings.Fields(b.String()), "")
}

func readBody(src []byte) (Body, diag.List) {
	var list diag.List
	return parseBody("a/x.md", src, diag.Pos{Line: 1, Column: 1}, &list), list
}

// TestEveryWordIsKept: what stands in plain paragraphs and lists is shown letter for letter.
func TestEveryWordIsKept(t *testing.T) {
	for _, text := range []string{
		"Căn cứ Nghị quyết số 108/NQ-ĐUSXD ngày 15/01/2026;\nThực hiện Chương trình số 04/CTr-BCĐ.",
		"giai đoạn 2025 - 2030; \"trong ngoặc\" và “trong ngoặc”, 5 < 6 > 4 & 7, a_b_c, 2 * 3 * 4, [ ], ( ), # 5, ~ 6",
		"năm 2025\n2030. Hết\n\n2026. Năm đầu",
		"Cộng 1 + 1 = 2; C:\\thư mục\\tệp; 100% {x} $y ^z |a|",
		"1.1. Sở Xây dựng\n\n3.2 Khen thưởng",
		"A & B &c; &#; &khong; < a>",
		"dòng một\n    dòng thụt vào\n\tdòng sau dấu tab",
		"===\nkhông phải tiêu đề\n===",
	} {
		body, _ := readBody([]byte(text))
		if got, want := textOf(t, body), strings.Join(strings.Fields(text), ""); got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
}

// TestLiveScript: what tries to become script, style or a foreign request is text or gone.
func TestLiveScript(t *testing.T) {
	for _, text := range []string{
		"[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](java\tscript:alert(1))", "[a](<java\nscript:alert(1)>)",
		"[a](&#106;&#97;vascript:alert(1))", "[a](&Tab;javascript:alert(1))", "[a](javascript&colon;alert(1))",
		"[a](javascript%3Aalert(1))", "[a](%6Aavascript:alert(1))", "[a](\\javascript:alert(1))", "[a](\x01javascript:alert(1))",
		"[a](feed:javascript:alert(1))", "[a](jar:https://a.vn!/x)", "[a](view-source:https://a.vn)", "[a](data:text/html,x)",
		"[a](vbscript:x)", "[a](file:///etc/passwd)", "[a](//evil.example)", "[a](/\\evil.example)", "[a](\\\\evil.example)",
		"[a](https:evil)", "[a](blob:x)", "<javascript:alert(1)>", "<data:text/html,x>", "[a]\n\n[a]: javascript:alert(1)",
		"![a](javascript:alert(1))", "![a](https://evil.example/x.png)", "![a](data:image/svg+xml,x)", "![a](//evil.example/x.png)",
		"<script>alert(1)</script>", "a <script>alert(1)</script> b", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
		"<a href=\"javascript:alert(1)\">x</a>", "<style>*{}</style>", "<iframe src=x></iframe>", "a <b onclick=x>y</b>",
		"[a](https://a.vn \"x\\\" onclick=alert(1) y\")", "[a](https://a.vn 'x\" onclick=\"alert(1)')", "[a](https://a.vn/\"onclick=alert(1))",
		"## a {#x onclick=alert(1) style=color:red}", "```\"><script>alert(1)</script>\na\n```", "![a](x.png \"<script>\")",
		"> [!\"><script>alert(1)</script>]\n> a", "[^\"><script>]: a\n\nb[^\"><script>]", "{{< video file=\"<script>\" title=\"x\" >}}",
		"Bảng 1. <script>alert(1)</script>\n\n|\"><img src=x onerror=y>|b|\n|-|-|\n|c|d|", "www.a.vn/\"onmouseover=alert(1)",
		"<!-- --><script>alert(1)</script>", "<!-->\n<script>alert(1)</script>", "<?x <script>alert(1)</script>", "&lt;script&gt;alert(1)",
	} {
		body, list := readBody([]byte(text))
		checkBody(t, []byte(text), diag.Pos{Line: 1, Column: 1}, body, list)
		for _, r := range body.Refs {
			if r.Kind != RefShortcode && (schemeOf(r.Target) != "" || strings.HasPrefix(r.Target, "//")) {
				t.Errorf("%q: reference to %q", text, r.Target)
			}
		}
	}
}

// TestBodyConcurrent: goroutines share the parser and get the same body.
func TestBodyConcurrent(t *testing.T) {
	src := []byte(samplePlan())
	want, _ := readBody(src)
	got := make([]Body, 4)
	var group sync.WaitGroup
	for i := range got {
		group.Go(func() { got[i], _ = readBody(src) })
	}
	group.Wait()
	for i := range got {
		if !reflect.DeepEqual(got[i], want) {
			t.Errorf("body %d differs", i)
		}
	}
}

// TestLineEnds: text with CRLF gives the same HTML as with LF.
func TestLineEnds(t *testing.T) {
	for _, text := range []string{samplePlan(), "a\\\nb  \nc\n\n```\nx\n```\n\n- a\n- b\n\n> [!LƯU Ý]\n> c\n\n{{< gallery\nimages=\"a\" >}}\n"} {
		one, _ := readBody([]byte(text))
		two, _ := readBody([]byte(strings.ReplaceAll(text, "\n", "\r\n")))
		if !bytes.Equal(one.HTML, two.HTML) {
			t.Errorf("LF   %s\nCRLF %s", one.HTML, two.HTML)
		}
	}
}

// TestBodyAfterFrontMatter: places count in the whole file.
func TestBodyAfterFrontMatter(t *testing.T) {
	front := "---\ntitle: Kế hoạch\n---\n"
	src := []byte(front + "Đoạn.\n\n# Đầu đề\n")
	start := diag.Pos{Line: 4, Column: 1, Offset: len(front)}
	var list diag.List
	body := parseBody("a/x.md", src, start, &list)
	checkBody(t, src, start, body, list)
	if list.Len() != 1 || list.All()[0].Start.Line != 6 || list.All()[0].File != "content/a/x.md" {
		t.Errorf("%+v", list.All())
	}
	if body.Spans[1].Kind != Block || body.Spans[1].Source != 4 {
		t.Errorf("%+v", body.Spans)
	}
}

// TestHostileShapes: every shape is read within the limits and gives a sound body.
func TestHostileShapes(t *testing.T) {
	for i, shape := range hostileShapes {
		src := hostile(i, 20<<10)
		body, list := readBody(src)
		if checkBody(t, src, diag.Pos{Line: 1, Column: 1}, body, list); t.Failed() {
			t.Fatal(shape.name)
		}
	}
}

// FuzzBody: any text gives a sound body, and the same one each time.
func FuzzBody(f *testing.F) {
	f.Add(samplePlan())
	for i := range hostileShapes {
		f.Add(string(hostile(i, 200)))
	}
	for _, s := range bodySeeds(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 20_000 || !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
			return
		}
		src := []byte(text)
		body, list := readBody(src)
		checkBody(t, src, diag.Pos{Line: 1, Column: 1}, body, list)
		again, _ := readBody(src)
		if !reflect.DeepEqual(body, again) {
			t.Error("a second reading differs")
		}
	})
}
