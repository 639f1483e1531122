package build_test

import (
	"encoding/base64"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"antq/internal/sitetest"
)

// soundPage passes every check of the browser.
const soundPage = `<!doctype html><html lang="vi" data-palette="red"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Kế hoạch</title><link rel="icon" href="data:,"><style>a{display:inline-block;padding:9px}@media print{body>a{display:none}}</style></head>
<body><a href="#chinh">Đến nội dung</a> <header><a href="hai.html">Trang hai</a></header>
<main id="chinh" tabindex="-1"><h1>Kế hoạch</h1><p>Nội dung của kế hoạch.</p><a href="so-lieu.csv">Số liệu</a></main>
</body></html>`

// The checks that a break must meet.
const (
	brokenCrawl    = "crawl"
	brokenFit      = "fit"
	brokenKeyboard = "keyboard"
	brokenPrint    = "print"
	brokenServed   = "served"
	brokenAxe      = "axe"
	brokenPalette  = "palette"
	brokenPaper    = "paper"
	brokenShift    = "shift"
	brokenView     = "first view"
)

// breaks change one thing of the sound page, and name what the check must say about it.
var breaks = []struct {
	name     string
	old, new string
	check    string
	want     string
}{
	{"no title", "<title>Kế hoạch", "<title>", brokenCrawl, "has no title"},
	{"no first heading", "h1>", "h2>", brokenCrawl, "0 first headings"},
	{"hidden first heading", "<h1>", "<h1 style='visibility:hidden'>", brokenCrawl, "0 first headings"},
	{"two first headings", "<h1>", "<h1>Một</h1><h1>", brokenCrawl, "2 first headings"},
	{"error in the console", "</body>", "<script>console.error('hỏng', 7)</script>", brokenCrawl, "console: hỏng 7"},
	{"failed assertion", "</body>", "<script>console.assert(false, 'sai')</script>", brokenCrawl, "console: sai"},
	{"exception", "</body>", "<script>throw new Error('vỡ')</script>", brokenCrawl, "exception: Uncaught Error: vỡ"},
	{"rejected promise", "</body>", "<script>Promise.reject(new Error('bỏ'))</script>", brokenCrawl, "Error: bỏ"},
	{"picture that is not there", "<p>", "<img src='anh.png'><p>", brokenCrawl, "anh.png does not load: net::ERR_FILE_NOT_FOUND"},
	{"picture of another host", "<p>", "<img src='https://noi-khac.invalid/anh.png'><p>", brokenCrawl, "asks another host for https://noi-khac.invalid/anh.png"},
	{"style sheet of another host", "<title>", "<link rel=stylesheet href='http://noi-khac.invalid/a.css'><title>", brokenCrawl, "asks another host for http://noi-khac.invalid/a.css"},
	{"script of another host", "</body>", "<script src='//noi-khac.invalid/a.js'></script>", brokenCrawl, "file://noi-khac.invalid/a.js"},
	{"frame of another host", "<p>", "<iframe src='https://noi-khac.invalid/'></iframe><p>", brokenCrawl, "asks another host for https://noi-khac.invalid/"},
	{"request of a script", "</body>", "<script>fetch('https://noi-khac.invalid/dem').catch(() => 0)</script>", brokenCrawl, "asks another host for https://noi-khac.invalid/dem"},
	{"beacon", "</body>", "<script>navigator.sendBeacon('https://noi-khac.invalid/dem')</script>", brokenCrawl, "asks another host for https://noi-khac.invalid/dem"},
	{"socket", "</body>", "<script>new WebSocket('wss://noi-khac.invalid/')</script>", brokenCrawl, "asks another host for wss://noi-khac.invalid/"},
	{"wide on the smallest phone", "<p>", "<div style='width:321px'>Rộng</div><p>", brokenCrawl, "scrolls sideways at 320 px"},
	{"link to no page", `"hai.html"`, `"ba.html"`, brokenCrawl, "leads to no file"},
	{"link to no file", `"so-lieu.csv"`, `"so.csv"`, brokenCrawl, "leads to no file"},
	{"link to a folder", `"so-lieu.csv"`, `"./"`, brokenCrawl, "leads to a folder"},
	{"link out of the site", `"so-lieu.csv"`, `"../"`, brokenCrawl, "leads out of the site"},
	{"page without a way to it", `<a href="hai.html">Trang hai</a>`, "", brokenCrawl, "no way leads there"},

	{"wide at every width", "<p>", "<div style='width:2000px'>Rộng</div><p>", brokenFit, `at 1280 px, scripts true: scrolls sideways to 20`},
	{"wide on a small phone", "<p>", "<div id=rong style='width:335px'>Rộng</div><p>", brokenFit, `at 320 px, scripts true: scrolls sideways to 343 px, because of main#chinh > div#rong "Rộng"`},
	{"long word", "<p>", "<p>" + strings.Repeat("dài", 40), brokenFit, "at 320 px, scripts false: scrolls sideways"},
	{"no main part", "main", "div", brokenFit, "0 main parts"},
	{"hidden main part", "<main", "<main hidden", brokenFit, "0 main parts"},
	{"main part made by a script", "<p>Nội dung của kế hoạch.</p>", "<p hidden>Nội dung.</p><script>document.querySelector('p').hidden = false</script>", brokenFit, "scripts false: cannot be seen"},
	{"empty main part", "Nội dung của kế hoạch.", "<style>h1,a{display:none}</style>", brokenFit, "with 0 letters"},

	{"no link to the main part", `<a href="#chinh">Đến nội dung</a>`, "", brokenKeyboard, `the first Tab reaches a "Trang hai"`},
	{"something before it", "<a href=\"#chinh", "<button>Nút</button><a href=\"#chinh", brokenKeyboard, `the first Tab reaches button "Nút"`},
	{"a link to the main part that stays", `tabindex="-1"`, "", brokenKeyboard, "Enter on the way to the main part"},
	{"no ring", "<title>", "<style>a:focus{outline:none}</style><title>", brokenKeyboard, "marked: false"},
	{"clear ring", "<title>", "<style>a:focus{outline:2px solid transparent}</style><title>", brokenKeyboard, "marked: false"},
	{"trap", `<a href="hai.html">`, `<a href="hai.html" onkeydown="event.preventDefault()">`, brokenKeyboard, `a "Trang hai" has the focus again, there is no way on`},
	{"circle", "</main>", `<button onfocus="document.querySelector('header a').focus()">Nút</button></main>`, brokenKeyboard, "has the focus again"},
	{"link out of reach", `<a href="so-lieu.csv">`, `<a href="so-lieu.csv" tabindex="-1">`, brokenKeyboard, `Tab never reaches a "Số liệu"`},
	{"other order", `<a href="so-lieu.csv">`, `<a href="so-lieu.csv" tabindex="1">`, brokenKeyboard, `goes back to a "Đến nội dung"`},
	{"link outside the window", `<a href="#chinh">`, `<a href="#chinh" style="position:absolute;left:-999px">`, brokenKeyboard, "in the window: false"},

	{"nothing on paper", "<title>", "<style>@media print{main{display:none}}</style><title>", brokenPrint, "the main part is not printed"},

	{"picture that a server has not", "<p>", "<img src='anh.png' alt=''><p>", brokenServed, "/anh.png answers 404"},
	{"server of another host", "<p>", "<img src='http://127.0.0.2:9/anh.png' alt=''><p>", brokenServed, "asks another host for http://127.0.0.2:9/anh.png"},
	{"style against the page's policy", "<title>", `<meta http-equiv="Content-Security-Policy" content="default-src 'self'"><title>`, brokenServed, "Content Security Policy"},
	{"script against the page's policy", "</body>", `<meta http-equiv="Content-Security-Policy" content="script-src 'self'"><script>1</script>`, brokenServed, "Content Security Policy"},

	{"picture without words", "<p>", "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' width=20 height=20><p>", brokenAxe, "image-alt"},
	{"page without a language", ` lang="vi"`, "", brokenAxe, "html-has-lang"},
	{"jump of headings", "<p>", "<h3>Mục</h3><p>", brokenAxe, "heading-order"},
	{"field without a name", "<p>", "<input><p>", brokenAxe, "label: "},
	{"text outside the landmarks", "</main>", "</main><p>Ngoài lề</p>", brokenAxe, "region: "},
	{"small targets", "<p>", "<button style='height:9px;padding:0'>a</button><br><button style='height:9px;padding:0'>b</button><p>", brokenAxe, "target-size"},
	{"pale at night", "<p>", "<style>@media (prefers-color-scheme:dark){p{background:#222;color:#444}}</style><p>", brokenAxe, "(360 px dark, 768 px dark, 1280 px dark)"},
	{"pale on a desk", "<p>", "<style>@media (min-width:1000px){p{color:#aaa}}</style><p>", brokenAxe, "(1280 px light, 1280 px dark)"},

	{"no palette", ` data-palette="red"`, "", brokenPalette, `has the palette ""`},
	{"pale in one palette", "<p>", "<style>[data-palette=green] p{color:#aaa}</style><p>", brokenPalette, `palette green, device light, chosen "", more contrast false: color-contrast`},
	{"pale as chosen", "<p>", "<style>[data-scheme=dark] p{color:#aaa}</style><p>", brokenPalette, `chosen "dark", more contrast false: color-contrast`},
	{"pale in spite of more contrast", "<p>", "<style>[data-contrast=more] p{color:#aaa}</style><p>", brokenPalette, "more contrast true: color-contrast"},

	{"way to the main part on paper", "@media print", "@media speech", brokenPaper, `on paper one sees a "Đến nội dung"`},
	{"button on paper", "<p>", "<button>In</button><p>", brokenPaper, `on paper one sees button "In"`},

	{"something that comes late", "<p>", "<script>new PerformanceObserver(() => { document.querySelector('h1').style.marginTop = '300px' }).observe({type: 'paint', buffered: true})</script><p>", brokenShift, "while it loads"},

	{"heavy style sheet", "<title>", "<link rel='stylesheet' href='nang.css'><title>", brokenView, "bytes to show at first"},
}

// testBreaks shows that each check is silent about a sound page and catches what it is there to catch.
func (b *browser) testBreaks(t *testing.T) {
	cases := map[string][]int{} // places in breaks, by check
	for i, c := range breaks {
		cases[c.check] = append(cases[c.check], i)
	}
	for check, places := range cases {
		t.Run(check, func(t *testing.T) {
			t.Parallel()
			root := t.TempDir()
			writeBroken(t, root, soundPage)
			tb := b.tabForBreaks(t, check, root)
			sitetest.NoFindings(t, tb.check(t, check, root))
			for _, i := range places {
				c := breaks[i]
				t.Run(c.name, func(t *testing.T) {
					broken := strings.ReplaceAll(soundPage, c.old, c.new)
					if broken == soundPage {
						t.Fatal("nothing is broken")
					}
					writeBroken(t, root, broken)
					findings := tb.check(t, check, root)
					if !slices.ContainsFunc(findings, func(f sitetest.Finding) bool { return strings.Contains(f.Why, c.want) }) {
						t.Errorf("%q is not found, only %v", c.want, findings)
					}
				})
			}
		})
	}
}

// tabForBreaks opens a tab for the pages of a folder: from disk, or where the check needs it from a server.
func (b *browser) tabForBreaks(t *testing.T, check, root string) *tab {
	t.Helper()
	if check != brokenServed && check != brokenView {
		return b.tab(t, root)
	}
	files := http.FileServerFS(os.DirFS(root))
	running := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store") // the same page is broken anew each time
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(running.Close)
	return b.servedTab(t, running.URL)
}

// check carries out one check on the site that writeBroken wrote.
func (tb *tab) check(t *testing.T, name, root string) (findings []sitetest.Finding) {
	t.Helper()
	switch name {
	case brokenCrawl:
		return tb.crawl("index.html", []string{"index.html", "hai.html"}, nil)
	case brokenFit:
		return tb.fits("index.html")
	case brokenKeyboard:
		_, findings = tb.keyboard("index.html")
		return findings
	case brokenServed:
		return tb.sound("mot.html")
	case brokenAxe:
		return tb.barriers(readTool(t, axeScript), "index.html", looks)
	case brokenPalette:
		return tb.pale(readTool(t, axeScript), "index.html")
	case brokenPaper:
		return tb.controls("index.html")
	case brokenShift:
		_, findings = tb.shifts("index.html", func() {})
		return findings
	case brokenView:
		return tb.heavy(t, os.DirFS(root), "mot.html")
	}
	return tb.prints("index.html")
}

// writeBroken writes a site of two pages, a table and a heavy style sheet, of which the first page is given; it stands there
// under a second name too, since servers do not like to show index.html.
func writeBroken(t *testing.T, root, index string) {
	t.Helper()
	noise := make([]byte, maxFirstView)
	_, _ = rand.NewChaCha8([32]byte{}).Read(noise) // which no server can compress
	for name, text := range map[string]string{
		"index.html": index, "mot.html": index, "hai.html": soundPage, "so-lieu.csv": "a,b\n", "nang.css": "/*" + base64.StdEncoding.EncodeToString(noise) + "*/",
	} {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
