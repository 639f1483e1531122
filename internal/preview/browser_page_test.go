package preview

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

const (
	newsFile = "content/so-xay-dung/tin-tuc/so-ket-6-thang-2026.md"
	newsPage = "/so-xay-dung/tin-tuc/so-ket-6-thang-2026.html"
	planFile = "content/so-xay-dung/ke-hoach/phat-dong-2026/index.md"
	planPage = "/so-xay-dung/ke-hoach/phat-dong-2026.html"
)

// testParagraph edits a paragraph far down a long page: the same nodes stay, the changed block is shown and marked, and no
// reload happens.
func testParagraph(t *testing.T, w *window) {
	w.open(planPage)
	w.expect(`document.querySelectorAll('main [data-line]').length > 50`)
	w.do(chromedp.Evaluate[chromedp.Void](`{
		const blocks = [...document.querySelectorAll('main p[data-line]')].filter(p => p.textContent.length > 60);
		window.edited = blocks[blocks.length >> 1];
		window.text = edited.firstChild;
		getSelection().collapse(text, 3);
		window.button = document.querySelector('.tool-print');
		button.focus();
	}`))
	old := ask[string](w, `edited.textContent`)
	line := ask[int](w, `Number(edited.dataset.line)`)
	w.editLine(planFile, line, "Đã sửa tại chỗ. ")
	w.arrived(planFile)
	w.wait(`window.morphs === 1`)
	w.expect(`edited.isConnected && edited.textContent.startsWith('Đã sửa tại chỗ.')`)
	w.expect(`text.isConnected && getSelection().anchorNode === text`) // the node under the caret is the same object
	w.expect(`document.activeElement === button && button.isConnected`)
	w.shot("marked")
	if got := ask[string](w, `getComputedStyle(edited).outlineColor + ' ' + getComputedStyle(edited).outlineStyle`); got != "rgb(224, 161, 0) solid" {
		t.Errorf("the changed block has the outline %q; sheets: %s", got, ask[string](w, `[...document.styleSheets].map(s => s.href + ' ' + s.cssRules.length).join('; ')`))
	}
	w.expect(`document.querySelectorAll('.antq-changed').length === 1 && edited.classList.contains('antq-changed')`)
	w.expect(`(box => box.top >= 0 && box.bottom <= innerHeight)(edited.getBoundingClientRect())`)
	w.expect(`edited.textContent.endsWith(` + quoted(old[len(old)-20:]) + `)`)

	// A block that is in view does not move the page.
	at := ask[float64](w, `scrollY`)
	w.editLine(planFile, line, "Lần nữa. ")
	w.arrived(planFile)
	w.wait(`window.morphs === 2`)
	w.expect(fmt.Sprintf(`Math.abs(scrollY - %v) < 2 && edited.textContent.startsWith('Lần nữa.')`, at))

	// A paragraph that comes before all others moves no line number out of step.
	w.edit(newsFile, "Hội nghị thống nhất ba việc:", "Một đoạn mới.\n\nHội nghị thống nhất ba việc:")
	w.arrived(newsFile)
	w.wait(`document.querySelector('antq-preview').shadowRoot.querySelector('.notice a')`)
	w.expect(`window.morphs === 2`)
	w.quiet()
}

// editLine puts words in front of a line of a file. A mark at its start stays there.
func (w *window) editLine(name string, line int, words string) {
	w.t.Helper()
	n, out := 0, ""
	for part := range strings.Lines(w.read(name)) {
		if n++; n == line {
			i := 0
			for i < len(part) && (part[i] == '-' || part[i] == '*' || part[i] == ' ' || part[i] == '+') {
				i++
			}
			part = part[:i] + words + part[i:]
		}
		out += part
	}
	w.write(name, out)
}

func testTitle(t *testing.T, w *window) {
	w.open(newsPage)
	w.do(chromedp.Evaluate[chromedp.Void](`window.head = document.querySelector('h1')`))
	w.edit(newsFile, "title: Sơ kết sáu tháng,", "title: Sơ kết nửa năm,")
	w.arrived(newsFile)
	w.wait(`document.title.startsWith('Sơ kết nửa năm,')`)
	w.expect(`head.isConnected && head.textContent.startsWith('Sơ kết nửa năm,')`)
	w.quiet()

	// A list that is open shows the new title as well.
	w.open("/so-xay-dung/tin-tuc/")
	w.expect(`document.querySelector('main').textContent.includes('Sơ kết nửa năm,')`)
	w.do(chromedp.Evaluate[chromedp.Void](`window.main = document.querySelector('main')`))
	w.edit(newsFile, "title: Sơ kết nửa năm,", "title: Sơ kết quý II,")
	w.arrived(newsFile)
	w.wait(`document.querySelector('main').textContent.includes('Sơ kết quý II,')`)
	w.expect(`main.isConnected`)
	w.quiet()
}

// testOwnThings: what scripts put into the page, and what the reader opened, chose and typed, is there after an edit.
func testOwnThings(t *testing.T, w *window) {
	w.open(planPage)
	w.do(chromedp.Evaluate[chromedp.Void](`{
		window.tools = [...document.querySelectorAll('[data-tools] > *, [data-doc-tools] > *')];
		document.querySelector('details.display').open = true;
		window.contents = document.querySelector('nav.contents details');
		if (contents) contents.open = false;
		scrollTo(0, 900);
	}`))
	w.expect(`tools.length >= 2`)
	at := ask[float64](w, `scrollY`)
	line := ask[int](w, `Number([...document.querySelectorAll('main p[data-line]')].find(p => p.getBoundingClientRect().top > 100).dataset.line)`)
	w.editLine(planFile, line, "Thêm chữ. ")
	w.arrived(planFile)
	w.wait(`window.morphs === 1`)
	w.expect(`tools.every(one => one.isConnected)`)
	w.expect(`document.querySelectorAll('[data-tools] > *, [data-doc-tools] > *').length === tools.length`)
	w.expect(`document.querySelector('details.display').open && (!contents || !contents.open)`)
	w.expect(`document.querySelectorAll('.said').length === 1`)
	w.expect(fmt.Sprintf(`Math.abs(scrollY - %v) < 40`, at))

	// A table that the reader put in another order stays so while nothing in it changes; else the page is loaded anew.
	w.open("/so-xay-dung/van-ban/")
	w.do(chromedp.Evaluate[chromedp.Void](`window.marker = 1; document.querySelector('th button').click()`))
	w.edit("content/so-xay-dung/_agency.md", "shortName: Sở Xây dựng", "shortName: Sở XD")
	w.arrived("content/so-xay-dung/_agency.md")
	w.wait(`window.morphs === 1`)
	w.expect(`window.marker === 1 && document.querySelector('th[aria-sort="ascending"] button')`)
	first := ask[string](w, `document.querySelector('tbody a').textContent`)
	w.edit(planFile, "shortTitle: Kế hoạch phát động năm 2026", "shortTitle: Kế hoạch phát động 2026")
	w.edit(planFile, "title: Phát động phong trào", "title: Phát động mạnh mẽ phong trào")
	w.arrived(planFile)
	w.wait(`document.querySelector('main').textContent.includes('mạnh mẽ')`)
	_ = first
	w.expect(`document.querySelectorAll('th button button').length === 0 && document.querySelectorAll('th button').length > 0`)
	w.quiet()
}

func testLook(t *testing.T, w *window) {
	w.open(newsPage)
	w.do(chromedp.Evaluate[chromedp.Void](`window.marker = document.querySelector('h1')`))
	colour := `getComputedStyle(document.querySelector('h1')).color`
	old := ask[string](w, colour)
	w.write("static/css/99-thu.css", "h1 { color: rgb(1, 2, 3) !important; }\n")
	w.arrived("static/css/99-thu.css")
	w.wait(colour + ` === 'rgb(1, 2, 3)'`)
	w.expect(`marker.isConnected && document.querySelectorAll('link[rel=stylesheet]:not([data-antq])').length === 1`)
	if err := os.Remove(w.path("static/css/99-thu.css")); err != nil {
		t.Fatal(err)
	}
	w.arrived("static/css/99-thu.css")
	w.wait(colour + ` === ` + quoted(old))

	w.edit("layouts/base.html", `<main id="_noi-dung"`, `<p class="thu">Một dòng mới</p><main id="_noi-dung"`)
	w.arrived("layouts/base.html")
	w.wait(`document.querySelector('p.thu')`)
	w.expect(`marker.isConnected`)

	// A layout that fails keeps the page, and says where.
	w.edit("layouts/base.html", `<p class="thu">Một dòng mới</p>`, `<p class="thu">{{.Khong}}</p>`)
	w.arrived("layouts/base.html")
	w.wait(panelOpen)
	w.expect(`document.querySelector('p.thu').textContent === 'Một dòng mới' && marker.isConnected`)
	w.edit("layouts/base.html", `{{.Khong}}`, `Đã chữa`)
	w.arrived("layouts/base.html")
	w.wait(`document.querySelector('p.thu').textContent === 'Đã chữa' && !` + panelOpen)
	w.expect(`marker.isConnected`)

	const story = "/so-xay-dung/guong-tot/doi-bao-tri-bao-tin-kip-thoi.html"
	const picture = "content/so-xay-dung/guong-tot/doi-bao-tri-bao-tin-kip-thoi.jpg"
	w.open(story)
	w.do(chromedp.Evaluate[chromedp.Void](`window.picture = document.querySelector('main img'); scrollTo(0, 0)`))
	w.wait(`picture.complete && picture.naturalWidth > 0`)
	paint(t, w.path(picture))
	w.arrived(picture)
	w.wait(`window.isRed && window.isRed() || (window.isRed ||= (() => { let red = false; const see = async () => {
		try {
			const img = document.querySelector('main img');
			await img.decode();
			const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1});
			const pen = canvas.getContext('2d');
			pen.drawImage(img, 0, 0, 1, 1);
			const [r, g, b] = pen.getImageData(0, 0, 1, 1).data;
			red = r > 150 && g < 90 && b < 90;
		} catch { /* not yet */ }
		if (!red) setTimeout(see, 20);
	}; see(); return () => red; })(), false)`)
	w.quiet()
}

// paint writes a red photograph of the size of the one that is there.
func paint(t *testing.T, name string) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	config, err := jpeg.DecodeConfig(f)
	f.Close()
	if err != nil {
		t.Fatal(err)
	}
	red := image.NewRGBA(image.Rect(0, 0, config.Width, config.Height))
	for i := 0; i < len(red.Pix); i += 4 {
		c := color.RGBA{220, 10, 10, 255}
		red.Pix[i], red.Pix[i+1], red.Pix[i+2], red.Pix[i+3] = c.R, c.G, c.B, c.A
	}
	out, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	if err := jpeg.Encode(out, red, nil); err != nil {
		t.Fatal(err)
	}
}

func testAgency(t *testing.T, w *window) {
	w.open(newsPage)
	w.do(chromedp.Evaluate[chromedp.Void](`window.marker = document.querySelector('h1')`))
	w.edit("content/so-xay-dung/_agency.md", "name: Sở Xây dựng tỉnh Lạng Sơn", "name: Sở Xây dựng Lạng Sơn mới")
	w.arrived("content/so-xay-dung/_agency.md")
	w.wait(`document.querySelector('header').textContent.includes('Lạng Sơn mới')`)
	w.expect(`marker.isConnected && document.title.endsWith('Lạng Sơn mới')`)
	w.quiet()
}

// inShadow asks for something in the bar's own tree.
func inShadow(selector string) string {
	return `document.querySelector('antq-preview').shadowRoot.querySelector(` + quoted(selector) + `)`
}

var panelOpen = `!` + inShadow(".panel") + `.hidden`

func testBroken(t *testing.T, w *window) {
	w.open(newsPage)
	w.do(chromedp.Evaluate[chromedp.Void](`window.marker = document.querySelector('h1')`))
	w.expect(`!(` + panelOpen + `)`)
	w.edit(newsFile, "format: news", "fromat: news")
	r := w.arrived(newsFile)
	if r.Good {
		t.Error("a broken file is good")
	}
	w.wait(panelOpen)
	w.expect(`marker.isConnected && marker.textContent.startsWith('Sơ kết sáu tháng')`)
	for _, c := range []struct{ selector, want string }{
		{".place", newsFile + ":5:1"}, {".excerpt code", "fromat: news"}, {".excerpt .number", "5"}, {".word", "error"},
	} {
		if got := ask[string](w, inShadow(c.selector)+`.textContent`); got != c.want {
			t.Errorf("%s shows %q, want %q", c.selector, got, c.want)
		}
	}
	w.expect(inShadow(".message") + `.textContent.includes('fromat')`)
	w.expect(inShadow(".hint") + `.textContent.includes('format')`)
	if got, want := ask[string](w, inShadow("a.place")+`.href`), "vscode://file"+w.path(newsFile)+":5:1"; got != want {
		t.Errorf("the editor is opened with %q, want %q", got, want)
	}
	w.expect(inShadow(".light") + `.classList.contains('bad')`)
	w.shot("panel")

	// It survives a reload, and a page that is opened meanwhile shows it as well.
	w.open("/so-xay-dung/")
	w.wait(panelOpen)
	w.open(newsPage)
	w.wait(panelOpen)
	w.do(chromedp.Evaluate[chromedp.Void](`window.marker = document.querySelector('h1')`))

	// Closed, it stays closed until something else is wrong.
	w.do(chromedp.Evaluate[chromedp.Void](`document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))`))
	w.expect(`!(` + panelOpen + `)`)
	w.edit(planFile, "weight: 1", "weight: 2")
	w.arrived(planFile)
	w.expect(`!(` + panelOpen + `)`)
	w.edit(planFile, "weight: 2", "wieght: 2")
	w.arrived(planFile)
	w.wait(panelOpen)
	w.edit(planFile, "wieght: 2", "weight: 1")
	w.arrived(planFile)

	w.edit(newsFile, "fromat: news", "format: news")
	w.arrived(newsFile)
	w.wait(`!(` + panelOpen + `)`)
	w.expect(`marker.isConnected && ` + inShadow(".light") + `.classList.contains('good')`)

	// Front matter that is not closed.
	w.edit(newsFile, "source: Nội dung mẫu\n---\n", "source: Nội dung mẫu\n")
	w.arrived(newsFile)
	w.wait(panelOpen)
	w.edit(newsFile, "source: Nội dung mẫu\n", "source: Nội dung mẫu\n---\n")
	w.arrived(newsFile)
	w.wait(`!(` + panelOpen + `)`)
	w.quiet()
}

func testRenamed(t *testing.T, w *window) {
	w.open(newsPage)
	const other = "content/so-xay-dung/tin-tuc/so-ket-nua-nam.md"
	text := w.read(newsFile)
	if err := os.Remove(w.path(newsFile)); err != nil {
		t.Fatal(err)
	}
	w.arrived(newsFile)
	w.wait(`document.querySelector('h1').textContent.startsWith('Không tìm thấy')`)
	w.wait(`!` + inShadow(".notice") + `.hidden`)
	w.write(newsFile, text)
	w.arrived(newsFile)
	w.wait(`document.querySelector('h1').textContent.startsWith('Sơ kết sáu tháng')`)
	if err := os.Rename(w.path(newsFile), w.path(other)); err != nil {
		t.Fatal(err)
	}
	w.arrived(other)
	w.wait(`document.querySelector('h1').textContent.startsWith('Không tìm thấy')`)
	w.open("/so-xay-dung/tin-tuc/so-ket-nua-nam.html")
	w.expect(`document.querySelector('h1').textContent.startsWith('Sơ kết sáu tháng')`)
	w.quiet()
}

func testElsewhere(t *testing.T, w *window) {
	w.open(newsPage)
	w.do(chromedp.Evaluate[chromedp.Void](`window.marker = 1`))
	w.edit(planFile, "weight: 1", "weight: 2")
	w.arrived(planFile)
	w.wait(`!` + inShadow(".notice") + `.hidden`)
	w.expect(inShadow(".notice a") + `.getAttribute('href') === ` + quoted(planPage))
	w.expect(`window.marker === 1`)
	w.do(chromedp.Evaluate[chromedp.Void](inShadow(".notice a") + `.click()`))
	w.wait(`location.pathname === ` + quoted(planPage) + ` && window.seen >= 0`)

	w.do(chromedp.Evaluate[chromedp.Void](`[...document.querySelector('antq-preview').shadowRoot.querySelectorAll('.choice input[type=checkbox]')].at(-1).click()`))
	w.edit(newsFile, "Hội nghị thống nhất ba việc:", "Hội nghị thống nhất ba việc lớn:")
	w.until("the news changed", func(r Rebuild) bool { return len(r.Changed) > 0 && r.Changed[0] == newsFile })
	w.wait(`location.pathname === ` + quoted(newsPage) + ` && window.seen >= 0`)

	// A page that is opened later is neither left for what changed before, nor does it tell of that.
	w.open("/so-xay-dung/")
	w.wait(`window.greeted > 0`)
	w.expect(`location.pathname === '/so-xay-dung/' && ` + inShadow(".notice") + `.hidden`)
	w.quiet()
}

// testReconnect stops the server and starts another one at the same address, with another text by then.
func testReconnect(t *testing.T, w *window) {
	w.open(newsPage)
	w.do(chromedp.Evaluate[chromedp.Void](`window.marker = document.querySelector('h1')`))
	w.stop()
	w.wait(`window.lost > 0`)
	w.expect(inShadow(".light") + `.classList.contains('lost')`)
	w.edit(newsFile, "title: Sơ kết sáu tháng,", "title: Sơ kết lại,")
	w.again()
	w.wait(`document.title.startsWith('Sơ kết lại,')`)
	w.expect(`marker.isConnected && marker.textContent.startsWith('Sơ kết lại,')`)
	w.wait(inShadow(".light") + `.classList.contains('good')`)
	w.quiet()
}

func testViews(t *testing.T, w *window) {
	w.open(planPage)
	w.do(chromedp.Evaluate[chromedp.Void](inShadow("[data-view=phone]") + `.click()`))
	w.wait(`location.pathname === '/_antq/view' && document.querySelector('iframe') && document.querySelector('iframe').contentDocument.readyState === 'complete' && document.querySelector('antq-preview') && window.seen >= 0`)
	w.expect(`document.querySelector('iframe').contentWindow.innerWidth === 390`)
	w.expect(`document.querySelector('iframe').contentDocument.documentElement.scrollWidth <= 390`)
	w.expect(`!document.querySelector('iframe').contentDocument.querySelector('antq-preview')`)
	w.shot("phone")
	w.do(chromedp.Evaluate[chromedp.Void](`window.inside = document.querySelector('iframe').contentDocument.querySelector('h1')`))
	w.edit(planFile, "title: Phát động phong trào", "title: Phát động rộng khắp phong trào")
	w.arrived(planFile)
	w.wait(`inside.textContent.includes('rộng khắp')`)
	w.expect(`inside.isConnected`)

	w.do(chromedp.Evaluate[chromedp.Void](inShadow("[data-view=paper]") + `.click()`))
	w.wait(`new URLSearchParams(location.search).get('as') === 'paper' && document.querySelector('iframe') && document.querySelector('iframe').contentDocument.readyState === 'complete' && window.seen >= 0`)
	w.wait(`getComputedStyle(document.querySelector('iframe').contentDocument.querySelector('nav.menu')).display === 'none'`)
	w.expect(`Math.abs(document.querySelector('iframe').clientWidth - 210 / 25.4 * 96) < 2`)
	w.expect(`parseFloat(getComputedStyle(document.querySelector('iframe').contentDocument.documentElement).paddingLeft) > 30`)
	w.shot("paper")
	w.do(chromedp.Evaluate[chromedp.Void](inShadow("[data-view=desktop]") + `.click()`))
	w.wait(`location.pathname === ` + quoted(planPage))

	// The bar covers no text: the page has room for it, and on a narrow screen it begins folded.
	w.wait(`parseFloat(getComputedStyle(document.body).paddingBottom) === ` + inShadow(".bar") + `.offsetHeight`)
	w.do(call(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 390, Height: 800, DeviceScaleFactor: 1}))
	w.open(planPage)
	w.expect(inShadow(".bar") + `.hidden && !` + inShadow(".tab") + `.hidden`)
	w.quiet()
}

func testDraftsAndDays(t *testing.T, w *window) {
	const draft = "/so-xay-dung/van-ban/so-tay-truc-bao-ve-2027.html"
	w.open(draft)
	w.expect(`document.querySelector('main').textContent.toLowerCase().includes('dự thảo') || document.querySelector('main').textContent.toLowerCase().includes('bản nháp')`)
	w.do(chromedp.Evaluate[chromedp.Void](inShadow(".choice input[type=checkbox]") + `.click()`))
	w.wait(`document.querySelector('h1').textContent.startsWith('Không tìm thấy') && window.seen === 2`)
	w.do(chromedp.Evaluate[chromedp.Void](inShadow(".choice input[type=checkbox]") + `.click()`))
	w.wait(`!document.querySelector('h1').textContent.startsWith('Không tìm thấy')`)
	w.do(chromedp.Evaluate[chromedp.Void](`{
		const day = ` + inShadow("input[type=date]") + `;
		day.value = '2026-05-20';
		day.dispatchEvent(new Event('change'));
	}`))
	w.wait(`!` + inShadow(".now") + `.hidden && ` + inShadow("input[type=date]") + `.value === '2026-05-20'`)
	w.do(chromedp.Evaluate[chromedp.Void](inShadow(".now") + `.click()`))
	w.wait(inShadow(".now") + `.hidden && ` + inShadow("input[type=date]") + `.value === '2026-11-05'`)
	w.quiet()
}

// testHidden: a hidden tab has no stream, and catches up when it is shown.
func testHidden(t *testing.T, w *window) {
	w.open(newsPage)
	hidden := func(yes bool) {
		w.do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`Object.defineProperty(document, 'hidden', {value: %v, configurable: true}); document.dispatchEvent(new Event('visibilitychange'))`, yes)))
	}
	w.preview.streams.await(1)
	hidden(true)
	w.preview.streams.await(0)
	w.edit(newsFile, "title: Sơ kết sáu tháng,", "title: Sơ kết khuất mắt,")
	w.touching(newsFile)
	w.expect(`!document.title.startsWith('Sơ kết khuất mắt,')`)
	hidden(false)
	w.wait(`document.title.startsWith('Sơ kết khuất mắt,')`)
	w.quiet()
}

// shot writes a picture of the window for a person to look at, where ANTQ_SHOTS names a folder.
func (w *window) shot(name string) {
	dir := os.Getenv("ANTQ_SHOTS")
	if dir == "" {
		return
	}
	w.t.Helper()
	shoot := func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		r, err := cdp.Call(ctx, t, page.CaptureScreenshot, page.CaptureScreenshotParams{Format: page.CaptureScreenshotFormatPng})
		if err != nil {
			return chromedp.Void{}, err
		}
		return chromedp.Void{}, os.WriteFile(dir+"/"+name+".png", r.Data, 0o644)
	}
	w.do(shoot)
}
