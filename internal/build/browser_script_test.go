package build_test

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"antq/internal/sitetest"
)

// TestBrowserScripts opens pages with all that the scripts look for, from disk and with the keyboard alone. It has a browser of
// its own, since what readers choose is kept for all pages from disk together.
func TestBrowserScripts(t *testing.T) {
	b := startBrowser(t)
	root := scriptSite(t)
	for _, part := range []struct {
		name string
		test func(*testing.T, *scriptTab)
	}{
		{"display is kept", testDisplay},
		{"display without storage", testDisplayForgets},
		{"print", testPrintButton},
		{"read aloud", testReadAloud},
		{"no voice, no button", testNoVoice},
		{"share", testShare},
		{"copy by hand", testCopyByHand},
		{"citation", testCitation},
		{"sort", testSort},
		{"contents", testContents},
		{"paper", testPaperWithoutControls},
	} {
		t.Run(part.name, func(t *testing.T) { part.test(t, &scriptTab{b.tab(t, root), t}) })
	}
	t.Run("no script, no control", func(t *testing.T) { b.testNoScript(t, root) })
}

// scriptAddress is the address of the page of scriptSite that has one.
const scriptAddress = "https://sxd.example.vn/ke-hoach/mau.html"

// scriptSite writes three pages with what the scripts look for, one of them with an address, beside the sample's own scripts and
// style sheet.
func scriptSite(t *testing.T) string {
	t.Helper()
	s, root := sampleOf(t), t.TempDir()
	if err := os.Mkdir(filepath.Join(root, "tai-nguyen"), 0o700); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("testdata/script.html")
	if err != nil {
		t.Fatal(err)
	}
	html := string(text)
	for name, file := range s.files {
		name, ok := strings.CutPrefix(name, "so-xay-dung/")
		if !ok || !strings.HasPrefix(name, "tai-nguyen/") {
			continue
		}
		if err := os.WriteFile(filepath.Join(root, filepath.FromSlash(name)), file.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		// "tai-nguyen/site.1a2b3c4d.js" stands in the page as "site.js".
		parts := strings.Split(path.Base(name), ".")
		html = strings.Replace(html, `"`+parts[0]+path.Ext(name)+`"`, `"`+name+`"`, 1)
	}
	if strings.Count(html, `"tai-nguyen/`) != 3 {
		t.Fatalf("two scripts and a style sheet are expected:\n%s", html)
	}
	addressed := strings.Replace(html, "<script", `<link rel="canonical" href="`+scriptAddress+`"><script`, 1)
	for name, page := range map[string]string{"index.html": html, "hai.html": html, "dia-chi.html": addressed} {
		if err := os.WriteFile(filepath.Join(root, name), []byte(page), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// scriptTab is a tab in which a step that fails ends the test.
type scriptTab struct {
	*tab
	t *testing.T
}

// before lets a script run on each page before those of the page.
func (st *scriptTab) before(source string) {
	st.t.Helper()
	if err := st.do(call(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: source})); err != nil {
		st.t.Fatal(err)
	}
}

func (st *scriptTab) visit(name string) {
	st.t.Helper()
	if err := st.open(name); err != nil {
		st.t.Fatal(err)
	}
}

// keys presses keys one after the other.
func (st *scriptTab) keys(keys ...string) {
	st.t.Helper()
	for _, key := range keys {
		if err := st.do(chromedp.KeyEvent(key)); err != nil {
			st.t.Fatal(err)
		}
	}
}

// reach presses Tab until an element has the focus.
func (st *scriptTab) reach(selector string) {
	st.t.Helper()
	for range 60 {
		if st.get("document.activeElement.matches(`"+selector+"`)") == "true" {
			return
		}
		st.keys(kb.Tab)
	}
	st.t.Fatalf("Tab does not reach %s", selector)
}

// get evaluates an expression and returns its value as text.
func (st *scriptTab) get(expression string) string {
	st.t.Helper()
	value, err := ask[string](st.tab, "(async () => String(await ("+expression+")))()")
	if err != nil {
		st.t.Fatalf("%s: %v", expression, err)
	}
	return value
}

// want fails the test if an expression does not have a value.
func (st *scriptTab) want(expression, value string) {
	st.t.Helper()
	if got := st.get(expression); got != value {
		st.t.Errorf("%s\ngot  %q\nwant %q", expression, got, value)
	}
}

// until waits for an expression to be true.
func (st *scriptTab) until(expression string) {
	st.t.Helper()
	st.get("new Promise(done => { const look = () => (" + expression + ") ? done(1) : requestAnimationFrame(look); look(); })")
}

// sound fails the test if the page had anything to complain of.
func (st *scriptTab) sound() {
	st.t.Helper()
	sitetest.NoFindings(st.t, st.said(st.name))
}

const rootState = `JSON.stringify(document.documentElement.dataset)`

func testDisplay(t *testing.T, st *scriptTab) {
	st.visit("index.html")
	st.want(rootState, `{"script":""}`)
	light := st.get(`getComputedStyle(document.body).backgroundColor`)
	size := st.get(`getComputedStyle(document.querySelector('#mot')).fontSize`)

	st.reach(".tool-display")
	st.keys(kb.Enter, kb.Tab) // to the chosen size
	st.want(`document.activeElement.getAttribute('aria-label')`, "A, chữ vừa")
	st.want(`document.activeElement.closest('fieldset').querySelector('legend').textContent`, "Cỡ chữ")
	st.keys(kb.ArrowRight, kb.Tab, kb.ArrowRight)
	st.want(rootState, `{"script":"","size":"2","contrast":"more"}`)
	if st.get(`getComputedStyle(document.querySelector('#mot')).fontSize`) == size {
		t.Error("the text does not grow")
	}
	st.keys(kb.ArrowLeft, kb.Tab, kb.ArrowRight, kb.ArrowRight)
	st.want(rootState, `{"script":"","size":"2","scheme":"dark"}`)
	if st.get(`getComputedStyle(document.body).backgroundColor`) == light {
		t.Error("the dark scheme has the paper of the light one")
	}
	st.want(`[...document.querySelectorAll('.tool, .choice')].filter(e => e.checkVisibility() && (e.offsetHeight < 44 || e.offsetWidth < 44)).length`, "0")
	st.keys(kb.Escape)
	st.want(`document.activeElement.className + document.querySelector('.display').open`, "tool tool-displayfalse")
	st.keys(kb.Enter, kb.Tab, kb.Tab, kb.Tab)
	st.want(`document.querySelector('.display').open`, "true")
	st.keys(kb.Tab) // out of it
	st.want(`document.querySelector('.display').open + String(document.activeElement.closest('.display'))`, "falsenull")
	st.get(`(() => { document.querySelector('.display').open = true; })()`)
	st.keys(kb.Escape) // the focus stays where it is
	st.want(`document.querySelector('.display').open + String(document.activeElement.closest('.display'))`, "falsenull")
	st.sound()

	// Before anything of the next page is seen, it has what was chosen.
	st.before(`addEventListener('DOMContentLoaded', () => 0); new MutationObserver((_, o) => {
		if (document.body) { o.disconnect(); window.first = JSON.stringify(document.documentElement.dataset); }
	}).observe(document, {childList: true, subtree: true});`)
	st.visit("hai.html")
	st.want(`window.first`, `{"script":"","size":"2","scheme":"dark"}`)
	st.want(`[...document.querySelectorAll('.choice-input:checked')].map(e => e.value).join()`, "2,,dark")

	// A dark device shows the light scheme to who chose it, and what is usual is forgotten.
	st.reach(".tool-display")
	st.keys(kb.Enter, kb.Tab, kb.ArrowLeft, kb.Tab, kb.Tab, kb.ArrowLeft)
	if err := st.do(showIn("dark")); err != nil {
		t.Fatal(err)
	}
	st.want(rootState, `{"script":"","scheme":"light"}`)
	st.want(`getComputedStyle(document.body).backgroundColor`, light)
	st.keys(kb.ArrowLeft)
	st.want(`localStorage.length`, "0")
	if st.get(`getComputedStyle(document.body).backgroundColor`) == light {
		t.Error("without a choice the device does not count")
	}
	st.sound()
}

func testDisplayForgets(_ *testing.T, st *scriptTab) {
	st.before(`Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('verboten', 'SecurityError'); }});`)
	st.visit("index.html")
	st.reach(".tool-display")
	st.keys(kb.Enter, kb.Tab, kb.ArrowRight)
	st.want(rootState, `{"script":"","size":"2"}`)
	st.sound()
}

func testPrintButton(_ *testing.T, st *scriptTab) {
	st.before(`window.printed = 0; window.print = () => { window.printed++; };`)
	st.visit("index.html")
	st.reach(".tool-print")
	st.keys(kb.Enter)
	st.want(`window.printed`, "1")
	st.sound()
}

// voices is a browser's voice that takes down what it is given, and ends a sentence when told.
const voices = `(() => {
	const speech = {list: [], heard: [], now: null,
		getVoices() { return this.list; },
		speak(u) { this.now = u; this.heard.push(u.voice.name + ' ' + u.text); },
		cancel() { const u = this.now; this.now = null; if (u && u.onend) setTimeout(() => u.onend({})); },
		end() { const u = this.now; this.now = null; u.onend({}); },
	};
	Object.defineProperty(window, 'speechSynthesis', {value: speech});
	window.SpeechSynthesisUtterance = function (text) { this.text = text; };
})();`

func testReadAloud(_ *testing.T, st *scriptTab) {
	st.before(voices)
	st.visit("index.html")
	st.want(`document.querySelectorAll('.tool-read').length`, "0")
	st.get(`(() => { // voices come late
		speechSynthesis.list = [{lang: 'en-US', name: 'Anna'}, {lang: 'vi_VN', name: 'Mạng', localService: false}, {lang: 'vi-VN', name: 'An', localService: true}];
		speechSynthesis.onvoiceschanged();
		speechSynthesis.onvoiceschanged();
	})()`)
	st.want(`document.querySelectorAll('.tool-read').length`, "1")
	st.reach(".tool-read")
	st.keys(kb.Enter)
	st.want(`document.querySelector('.is-read').id + ' ' + document.activeElement.textContent`, "ten Tạm dừng")
	st.get(`speechSynthesis.end()`)

	// A pause holds the sentence; who goes on hears it again.
	st.keys(kb.Enter)
	st.want(`document.activeElement.textContent + (speechSynthesis.now === null)`, "Đọc tiếptrue")
	st.until(`document.querySelector('.is-read').id === 'mot'`)
	st.keys(" ")
	st.want(`speechSynthesis.heard.slice(-2).join('|')`, "An I. MỤC TIÊU|An I. MỤC TIÊU")
	st.get(`(() => { while (speechSynthesis.now) speechSynthesis.end(); })()`)
	st.want(`[...new Set(speechSynthesis.heard)].map(s => s.slice(3)).slice(0, 10).join('\n')`, strings.Join([]string{
		"Kế hoạch số 108/KH-SXD", "I. MỤC TIÊU", "Theo mục II.3 của Ủy ban nhân dân.", "Câu hai?", "Ngoài", "trong", "ngoài tiếp",
		"Bảng nhiệm vụ", "Nhiệm vụ: Họp;", "Thời hạn: 05/11",
	}, "\n"))
	st.want(`Math.max(...speechSynthesis.heard.map(s => s.length)) <= 203`, "true")
	st.want(`speechSynthesis.heard.slice(-1)[0]`, "An Hết.")
	st.want(`document.querySelectorAll('.is-read').length + document.querySelector('.tool-read').textContent + document.querySelector('.tool-stop').hidden`, "0Nghe đọctrue")

	// Two ways to stop.
	st.keys(kb.Enter, kb.Tab)
	st.want(`document.activeElement.textContent`, "Dừng đọc")
	st.keys(kb.Enter)
	st.want(`document.activeElement.textContent + (speechSynthesis.now === null)`, "Nghe đọctrue")
	st.keys(kb.Enter, kb.Escape)
	st.want(`document.querySelectorAll('.is-read, .read-on').length + String(speechSynthesis.now)`, "0null")
	st.sound()
}

func testNoVoice(_ *testing.T, st *scriptTab) {
	st.before(voices + `speechSynthesis.list = [{lang: 'en-US', name: 'Anna'}, {lang: 'vie-foo'}, {lang: 'vi-VN', name: 'Mạng', localService: false}];`)
	st.visit("index.html")
	st.want(`document.querySelectorAll('.tool-read').length`, "0")
	st.want(`document.querySelectorAll('.tool-print').length`, "1")
	st.sound()
}

const clipboard = `Object.defineProperty(navigator, 'clipboard', {value: {writeText(text) { window.copied = text; return Promise.resolve(); }}});`

const toldAloud = `document.querySelector('.said[role=status]').textContent`

func testShare(_ *testing.T, st *scriptTab) {
	st.before(clipboard + `Object.defineProperty(navigator, 'share', {value: data => { window.shared = data; return Promise.reject(new DOMException('', 'AbortError')); }});`)
	st.visit("index.html")
	st.want(`document.querySelectorAll('.tool-link, .tool-share').length`, "0") // a page on disk has no address for others
	st.visit("dia-chi.html")
	st.reach(".tool-link")
	st.keys(kb.Enter)
	st.until(toldAloud + ` !== ''`)
	st.want(toldAloud, "Đã sao chép liên kết")
	st.want(`window.copied`, scriptAddress)
	st.keys(kb.Tab, kb.Enter)
	st.want(`window.shared.title + (window.shared.url === window.copied)`, "Kế hoạchtrue")
	st.sound()
}

func testCopyByHand(_ *testing.T, st *scriptTab) {
	st.before(`Object.defineProperty(navigator, 'clipboard', {value: undefined});
		Object.defineProperty(navigator, 'share', {value: undefined});
		document.addEventListener('copy', () => { window.copied = document.activeElement.value; });`)
	st.visit("dia-chi.html")
	st.want(`document.querySelectorAll('.tool-share').length`, "0")
	st.reach(".tool-link")
	st.keys(kb.Enter)
	st.until(toldAloud + ` !== ''`)
	st.want(toldAloud, "Đã sao chép liên kết")
	st.want(`window.copied`, scriptAddress)
	st.want(`document.activeElement.textContent + document.querySelectorAll('textarea').length`, "Sao chép liên kết0")
	st.sound()
}

func testCitation(_ *testing.T, st *scriptTab) {
	st.before(clipboard)
	st.visit("index.html")
	st.want(`document.querySelector('.anchor').getAttribute('aria-label')`, "Trích dẫn mục I")
	st.want(`document.querySelector('#mot').getAttribute('aria-label')`, "I. MỤC TIÊU") // and not its link's words with them
	st.reach("#hai .anchor")
	st.keys(kb.Enter)
	st.until(toldAloud + ` !== ''`)
	st.want(toldAloud, "Đã sao chép: mục II Kế hoạch số 108/KH-SXD")
	st.want(`window.copied`, "mục II Kế hoạch số 108/KH-SXD") // a page on disk has no address for others
	st.want(`location.hash`, "#hai")
	st.visit("dia-chi.html")
	st.reach("#hai .anchor")
	st.keys(kb.Enter)
	st.until(toldAloud + ` !== ''`)
	st.want(`window.copied`, "mục II Kế hoạch số 108/KH-SXD\n"+scriptAddress+"#hai")
	st.sound()
}

func testSort(_ *testing.T, st *scriptTab) {
	st.visit("index.html")
	rows := func(column int) string {
		return st.get(fmt.Sprintf(`[...document.querySelectorAll('#van-ban tbody tr')].map(r => r.cells[%d].textContent.trim()).join('|')`, column))
	}
	sorted := func(order, want string, column int) {
		st.t.Helper()
		st.want(`[...document.querySelectorAll('#van-ban th')].map(e => e.getAttribute('aria-sort') || '-').join()`, order)
		if got := rows(column); got != want {
			st.t.Errorf("%s:\ngot  %s\nwant %s", order, got, want)
		}
	}
	original := rows(1)
	st.reach("#van-ban th .sort")
	st.keys(kb.Enter)
	sorted("ascending,-,-,-", "2/KH-SXD|12/KH-SXD|108/KH-SXD|108/QĐ-UBND|", 0)
	st.until(toldAloud + ` !== ''`)
	st.want(toldAloud, "Đã xếp theo “Số, ký hiệu”, tăng dần")
	st.keys(" ")
	sorted("descending,-,-,-", "108/QĐ-UBND|108/KH-SXD|12/KH-SXD|2/KH-SXD|", 0)
	st.keys(kb.Enter)
	sorted("-,-,-,-", original, 1)
	st.keys(kb.Tab, kb.Enter) // d before đ, and a before á; equal ones keep their order
	sorted("-,ascending,-,-", "Da|Dã|Đa|Đá|Đá", 1)
	if got := rows(0); !strings.HasSuffix(got, "|108/KH-SXD|2/KH-SXD") {
		st.t.Errorf("equal rows have changed places: %s", got)
	}
	st.keys(kb.Tab, kb.Enter)
	sorted("-,-,ascending,-", "05/11/2025|01/02/2026|Dự kiến 15/12/2026||", 2)
	st.want(`document.querySelectorAll('#van-ban th:last-child .sort').length`, "0")
	st.want(`document.querySelectorAll('#khac .sort').length`, "0")

	// On a phone the heads can be seen and reached too.
	if err := st.do(chromedp.EmulateViewport(320, 700)); err != nil {
		st.t.Fatal(err)
	}
	st.want(`[...document.querySelectorAll('#van-ban .sort')].filter(e => e.getBoundingClientRect().height >= 44 && e.checkVisibility()).length`, "3")
	st.want(`document.documentElement.scrollWidth`, "320")
	st.sound()
}

func testContents(_ *testing.T, st *scriptTab) {
	if err := st.do(chromedp.EmulateViewport(1280, 600)); err != nil {
		st.t.Fatal(err)
	}
	st.visit("index.html")
	const marked = `[...document.querySelectorAll('.contents [aria-current]')].map(e => e.hash).join()`
	st.want(`document.querySelector('.contents details').open`, "true")
	for _, id := range []string{"mot", "hai", "mot"} {
		st.get(`document.getElementById('` + id + `').scrollIntoView()`)
		st.until(marked + ` === '#` + id + `'`)
	}
	st.get(`scrollTo(0, 0)`)
	st.sound()
	if err := st.do(chromedp.EmulateViewport(360, 600)); err != nil {
		st.t.Fatal(err)
	}
	st.until(`!document.querySelector('.contents details').open`)
}

func testPaperWithoutControls(_ *testing.T, st *scriptTab) {
	st.before(voices + `speechSynthesis.list = [{lang: 'vi-VN', name: 'An', localService: true}];`)
	st.visit("index.html")
	if err := st.do(showOn("print")); err != nil {
		st.t.Fatal(err)
	}
	st.want(`[...document.querySelectorAll('.tool, .display-panel, .said')].filter(e => e.checkVisibility()).length`, "0")
	st.want(`document.querySelectorAll('.tool').length >= 4`, "true")
}

// testNoScript shows that a page without scripts has no control that does nothing.
func (b *browser) testNoScript(t *testing.T, root string) {
	tb := b.tab(t, root)
	if err := tb.script(false); err != nil {
		t.Fatal(err)
	}
	st := &scriptTab{tb, t}
	st.visit("index.html")
	st.want(`document.querySelectorAll('button, input, select, [role=button], .said').length`, "0")
	st.want(`[...document.querySelectorAll('.tools, .doc-tools')].map(e => e.offsetHeight).join()`, "0,0")
	st.want(rootState, "{}")
	st.sound()
}
