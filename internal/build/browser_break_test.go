package build_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"antq/internal/sitetest"
)

// soundPage passes every check of the browser.
const soundPage = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Kế hoạch</title></head><body><a href="#chinh">Đến nội dung</a> <a href="hai.html">Trang hai</a>
<main id="chinh" tabindex="-1"><h1>Kế hoạch</h1><p>Nội dung của kế hoạch.</p><a href="so-lieu.csv">Số liệu</a></main>
</body></html>`

// The checks that a break must meet.
const (
	brokenCrawl    = "crawl"
	brokenFit      = "fit"
	brokenKeyboard = "keyboard"
	brokenPrint    = "print"
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
	{"something before it", "<body>", "<body><button>Nút</button>", brokenKeyboard, `the first Tab reaches button "Nút"`},
	{"a link to the main part that stays", `tabindex="-1"`, "", brokenKeyboard, "Enter on the way to the main part"},
	{"no ring", "<title>", "<style>a:focus{outline:none}</style><title>", brokenKeyboard, "marked: false"},
	{"clear ring", "<title>", "<style>a:focus{outline:2px solid transparent}</style><title>", brokenKeyboard, "marked: false"},
	{"link outside the window", `<a href="#chinh">`, `<a href="#chinh" style="position:absolute;left:-999px">`, brokenKeyboard, "in the window: false"},

	{"nothing on paper", "<title>", "<style>@media print{main{display:none}}</style><title>", brokenPrint, "the main part is not printed"},
}

// testBreaks shows that each check is silent about a sound page and catches what it is there to catch.
func (b *browser) testBreaks(t *testing.T) {
	for _, check := range []string{brokenCrawl, brokenFit, brokenKeyboard, brokenPrint} {
		root := t.TempDir()
		writeBroken(t, root, soundPage)
		tb := b.tab(t, root)
		sitetest.NoFindings(t, tb.check(check))
		for _, c := range breaks {
			if c.check != check {
				continue
			}
			t.Run(check+"/"+c.name, func(t *testing.T) {
				broken := strings.ReplaceAll(soundPage, c.old, c.new)
				if broken == soundPage {
					t.Fatal("nothing is broken")
				}
				writeBroken(t, root, broken)
				findings := tb.check(check)
				for _, f := range findings {
					if strings.Contains(f.Why, c.want) {
						return
					}
				}
				t.Errorf("%q is not found, only %v", c.want, findings)
			})
		}
	}
}

// check carries out one check on the site that writeBroken wrote.
func (tb *tab) check(name string) []sitetest.Finding {
	switch name {
	case brokenCrawl:
		return tb.crawl("index.html", []string{"index.html", "hai.html"}, nil)
	case brokenFit:
		return tb.fits("index.html")
	case brokenKeyboard:
		return tb.keyboard("index.html")
	}
	return tb.prints("index.html")
}

// writeBroken writes a site of two pages and a table, of which the first page is given.
func writeBroken(t *testing.T, root, index string) {
	t.Helper()
	for name, text := range map[string]string{"index.html": index, "hai.html": soundPage, "so-lieu.csv": "a,b\n"} {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
