package build_test

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"antq/internal/sitetest"
)

// pdfPage is the object of one page in a PDF. The browser writes objects plainly, only their streams are compressed.
var pdfPage = regexp.MustCompile(`/Type\s*/Page\b`)

// form is what the head and the end of a printed document must say.
type form struct {
	page                                   string
	superior, organ, number, dateline, typ string
	draft                                  bool
	post, name                             string // of the signatory
	foot                                   string
}

var forms = []form{
	{"so-xay-dung/ke-hoach/phat-dong-2026.html", "UBND TỈNH LẠNG SƠN", "SỞ XÂY DỰNG", "Số: /KH-SXD", "Lạng Sơn, ngày tháng 5 năm 2026",
		"KẾ HOẠCH", true, "GIÁM ĐỐC", "Dương Công Vĩ", "https://sxd.example.vn/antq/ke-hoach/phat-dong-2026.html"},
	{"bql-dong-dang/ke-hoach/phat-dong-2025-2030.html", "UBND TỈNH LẠNG SƠN", "BAN QUẢN LÝ", "Số: /KH-BQLKKTCK", "Lạng Sơn, ngày tháng năm 2026",
		"KẾ HOẠCH", true, "TRƯỞNG BAN", "Nguyễn Quốc Toàn", "https://bql.example.vn/antq/ke-hoach/phat-dong-2025-2030.html"},
	{"so-xay-dung/van-ban/2026-154-qd-sxd.html", "UBND TỈNH LẠNG SƠN", "SỞ XÂY DỰNG", "Số: 154/QĐ-SXD", "Lạng Sơn, ngày 18 tháng 3 năm 2026",
		"QUYẾT ĐỊNH", false, "KT. GIÁM ĐỐC", "Lâm Vĩnh Khang", "https://sxd.example.vn/antq/van-ban/2026-154-qd-sxd.html"},
}

// story is printed as a plain article.
const printedStory = "so-xay-dung/guong-tot/nguoi-giu-nep-truc-dem.html"

// formBreaks are style sheets that spoil the form, and what must be said about each.
var formBreaks = []struct{ name, css, want string }{
	{"another size of paper", "@page{size:letter}", "paper of 216 x 279 mm"},
	{"a wide margin", "@page{margin-left:36mm}", "has text from"},
	{"a narrow margin", "@page{margin-right:10mm}", "has text to"},
	{"text that goes too far, for which browsers shrink the page", ".doc-text{margin-right:-8mm}", `"Số: 154/QĐ-SXD" has`},
	{"a low beginning", ".letterhead{margin-top:9mm}", "begins at"},
	{"no head", ".letterhead{display:none}", `"Độc lập - Tự do - Hạnh phúc" is not on page 1`},
	{"a head in one column", ".letterhead{display:block}", "at different heights"},
	{"a motto on two lines", ".letterhead .motto{white-space:normal;width:50mm}", `"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" is not on page 1`},
	{"a motto not in bold", ".letterhead .motto{font-weight:400}", ".motto: font-weight 400"},
	{"a large motto", ".letterhead .motto{font-size:15pt}", "has 15.0 pt"},
	{"a date that stands upright", ".letterhead .dateline{font-style:normal}", ".dateline: font-style normal"},
	{"a type to the left", ".letterhead .type-name{text-align:left}", "is not in the middle"},
	{"a long rule", ".letterhead .organ::after{width:90%!important}", "rule below .organ"},
	{"no rule", ".letterhead ~ .doc-head h1::after{display:none!important}", "rule below h1"},
	{"small text", ".doc-text p{font-size:11pt!important}", "has 11.0 pt"},
	{"text that is not justified", ".doc-text p{text-align:left!important}", "p: text-align left"},
	{"no indent", ".doc-text p{text-indent:0!important}", "p: text-indent 0"},
	{"bases that stand upright", ".bases li{font-style:normal!important}", "font-style normal"},
	{"no number on page 2", "@page{@top-center{content:none}}", `page 2 has "" at its head`},
	{"a number on page 1", "@page:first{@top-center{content:counter(page)}}", `page 1 has "1" at its head`},
	{"recipients above the signature", ".sign{grid-template-columns:1fr}", "at different heights"},
	{"a signature alone", ".signature{break-before:page}", "alone on page"},
	{"recipients on another page", ".signer{break-before:page}.sign{display:block;break-inside:auto}", "not on one page"},
	{"no foot", ".print-foot{display:none}", `"Bản đăng tải trên" is not on page 2`},
	{"a small code", ".print-foot svg{width:9mm!important}", "the code of the address is 9 mm wide"},
	{"another typeface", ".doc-text *{font-family:'Liberation Sans'!important}", "typefaces"},
	{"the site's head", "body>header{display:block!important}", "on paper one sees header"},
	{"a head on the screen", ".letterhead{display:grid!important}", "on the screen one sees .letterhead"},
}

func (b *browser) testPrint(t *testing.T, s *sampleSite, root string) {
	tb := b.tab(t, root)
	pages := s.largest()
	for _, layout := range []string{"hub", "home", "plan", "story", "conference", "register", "calendar"} {
		if pages[layout] == "" {
			t.Errorf("no page has the layout %s", layout)
			continue
		}
		sitetest.NoFindings(t, tb.prints(pages[layout]))
	}
	for _, f := range forms {
		t.Run(f.page, func(t *testing.T) { sitetest.NoFindings(t, tb.formOf(t, f, "")) })
	}
	t.Run(printedStory, func(t *testing.T) { sitetest.NoFindings(t, tb.articleOf(t, printedStory, "")) })
	for _, c := range formBreaks {
		t.Run(c.name, func(t *testing.T) { caught(t, tb.formOf(t, forms[2], c.css), c.want) })
	}
	t.Run("a signature at every height", func(t *testing.T) { sitetest.NoFindings(t, tb.endsOf(t, forms[2], 0, "")) })
	t.Run("a signature left alone by its text", func(t *testing.T) {
		caught(t, tb.endsOf(t, forms[2], 24, ".signature{break-before:auto!important}"), "alone on page")
	})
	t.Run("a picture wider than the page", func(t *testing.T) {
		caught(t, tb.articleOf(t, printedStory, "figure img{width:200mm!important;max-width:none!important}"), "wider than the page")
	})
	t.Run("menu", func(t *testing.T) {
		caught(t, tb.articleOf(t, printedStory, "nav{display:block!important}"), "on paper one sees nav")
	})
}

// caught demands that one of the findings says it.
func caught(t *testing.T, findings []sitetest.Finding, want string) {
	t.Helper()
	for _, f := range findings {
		if strings.Contains(f.Why, want) {
			return
		}
	}
	t.Errorf("%q is not found, only %v", want, findings)
}

// prints tells what is wrong with a page on A4 paper.
func (tb *tab) prints(name string) (findings []sitetest.Finding) {
	add := func(why string) { findings = append(findings, sitetest.Finding{File: name, Why: why}) }
	if err := tb.open(name); err != nil {
		add("does not open: " + err.Error())
		return findings
	}
	ctx, cancel := context.WithTimeout(tb.ctx, pagePatience)
	defer cancel()
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
	if err != nil {
		add("does not print: " + err.Error())
		return findings
	}
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || len(pdfPage.FindAll(pdf, -1)) == 0 {
		add("prints no page")
	}
	if err := tb.do(showOn("print")); err != nil {
		add(err.Error())
		return findings
	}
	facts, err := ask[fitFacts](tb, factsOfFit)
	if err != nil {
		add(err.Error())
	} else if facts.Mains != 1 || facts.Words < 10 {
		add("the main part is not printed")
	}
	if err := tb.do(showOn("")); err != nil {
		add(err.Error())
	}
	return findings
}

// check gathers what is wrong with the print of one page.
type check struct {
	page     string
	findings []sitetest.Finding
}

func (c *check) add(format string, args ...any) {
	c.findings = append(c.findings, sitetest.Finding{File: c.page, Why: fmt.Sprintf(format, args...)})
}

// sheetsOf opens a page with a style sheet more, asks for what is wrong in its own view, and prints it.
func (tb *tab) sheetsOf(t *testing.T, c *check, css, questions string) []sheet {
	t.Helper()
	if err := tb.open(c.page); err != nil {
		c.add("does not open: %v", err)
		return nil
	}
	// A sheet that a script adopts needs no leave of the page's policy.
	adopt := fmt.Sprintf("{const s = new CSSStyleSheet(); s.replaceSync(%q); document.adoptedStyleSheets = [s]}; 0", css)
	if _, err := ask[int](tb, adopt); err != nil {
		c.add("%v", err)
	}
	for _, medium := range []string{"", "print"} {
		if err := tb.do(showOn(medium), chromedp.EmulateViewport(624, 900)); err != nil { // 165 mm
			c.add("%v", err)
		}
		wrong, err := ask[[]string](tb, "("+questions+")("+fmt.Sprintf("%q", medium)+")")
		if err != nil {
			c.add("%v", err)
		}
		for _, why := range wrong {
			c.add("%s", why)
		}
	}
	if err := tb.do(showOn("")); err != nil {
		c.add("%v", err)
	}
	sheets, typefaces, err := tb.paper(t)
	if err != nil || len(sheets) == 0 {
		c.add("does not print: %v", err)
		return nil
	}
	for _, face := range typefaces {
		if !strings.HasPrefix(face, "Tinos") && !strings.HasPrefix(face, "TimesNewRoman") {
			c.add("prints in the typefaces %v", typefaces)
			break
		}
	}
	c.margins(sheets)
	return sheets
}

// margins holds the sheets to NĐ 30/2020, Phụ lục I, mục I: A4, 20 mm above and below, 30 mm left, 15 mm right; the page number
// in the middle of the upper margin, from page 2 on.
func (c *check) margins(sheets []sheet) {
	left, right := 1000.0, 0.0
	for i, s := range sheets {
		if !near(s.width, 210) || !near(s.height, 297) {
			c.add("page %d is paper of %.0f x %.0f mm", i+1, s.width, s.height)
		}
		head, first, number := "", 1000.0, fmt.Sprint(i+1)
		if i == 0 {
			number = ""
		}
		for _, w := range s.words {
			if w.bottom < 20 {
				head = strings.TrimSpace(head + " " + w.text)
				if !near(w.middle(), 30+(210-30-15)/2.0) {
					c.add("page %d has its number at %.1f mm", i+1, w.middle())
				}
				continue
			}
			left, right, first = min(left, w.left), max(right, w.right), min(first, w.top)
			if w.bottom > 297-20+1 {
				c.add("page %d has %q in the lower margin", i+1, w.text)
			}
		}
		if head != number {
			c.add("page %d has %q at its head", i+1, head)
		}
		if first < 20-1 || i == 0 && first > 20+1.5 { // the line is higher than its letters; other pages may begin with a picture
			c.add("page %d begins at %.1f mm", i+1, first)
		}
	}
	if !near(left, 30) {
		c.add("has text from %.1f mm", left)
	}
	if right > 210-15+1 {
		c.add("has text to %.1f mm", right)
	}
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1 }

// formOf tells what is wrong with the form of a printed document.
func (tb *tab) formOf(t *testing.T, f form, css string) []sitetest.Finding {
	t.Helper()
	c := &check{page: f.page}
	sheets := tb.sheetsOf(t, c, css, formQuestions)
	if sheets == nil {
		return c.findings
	}
	c.head(sheets[0], f)
	c.end(sheets, f)
	return c.findings
}

// find adds a finding where the words are not on the sheet in one line of a size between two.
func (c *check) find(s sheet, page int, phrase string, least, most float64) inked {
	p, ok := s.find(phrase)
	switch {
	case !ok:
		c.add("%q is not on page %d", phrase, page)
	case p.points() < least-0.05 || p.points() > most+0.05:
		c.add("%q has %.1f pt", phrase, p.points())
	}
	return p
}

// head holds page 1 to NĐ 30/2020, Phụ lục I, mục II.1-5.
func (c *check) head(s sheet, f form) {
	const middle = 30 + (210-30-15)/2.0
	name := c.find(s, 1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13)
	motto := c.find(s, 1, "Độc lập - Tự do - Hạnh phúc", 13, 14)
	superior := c.find(s, 1, f.superior, 12, 13)
	organ := c.find(s, 1, f.organ, 12, 13)
	number := c.find(s, 1, f.number, 13, 13)
	dateline := c.find(s, 1, f.dateline, 13, 14)
	typ := c.find(s, 1, f.typ, 13, 14)
	for _, pair := range [][2]inked{{superior, name}, {number, dateline}} {
		if !near(pair[0].bottom, pair[1].bottom) {
			c.add("%q and %q stand at different heights", pair[0].text, pair[1].text)
		}
		if pair[0].right >= pair[1].left {
			c.add("%q and %q stand one over the other", pair[0].text, pair[1].text)
		}
	}
	if !near(name.middle(), motto.middle()) || !near(name.middle(), dateline.middle()) {
		c.add("the motto and the date are not below the name of the country")
	}
	if !near(superior.middle(), number.middle()) || organ.bottom <= superior.bottom {
		c.add("the organ and the number are not below the superior organ")
	}
	if !near(typ.middle(), middle) {
		c.add("%q is not in the middle", f.typ)
	}
	if _, ok := s.find("DỰ THẢO"); ok != f.draft {
		c.add("marked as a draft: %v", ok)
	}
}

// end holds the end of the document to NĐ 30/2020, Phụ lục I, mục II.7-9.
func (c *check) end(sheets []sheet, f form) {
	for i, s := range sheets {
		to, ok := s.find("Nơi nhận:")
		post, signed := s.find(f.post)
		if !ok && !signed {
			continue
		}
		name, named := s.find(f.name)
		if !ok || !signed || !named {
			c.add("recipients and signature are not on one page")
			return
		}
		c.find(s, i+1, "Nơi nhận:", 12, 12)
		c.find(s, i+1, f.post, 13, 14)
		if !near(to.bottom, post.bottom) || !near(to.left, 30) || post.left < 30+(210-30-15)/2.0 {
			c.add("recipients and signature stand at different heights, or not left and right")
		}
		if name.top-post.bottom < 15 {
			c.add("there is no room to sign")
		}
		above := false
		for _, w := range s.words {
			above = above || w.top > 20 && w.bottom < to.top
		}
		if !above {
			c.add("recipients and signature are alone on page %d", i+1)
		}
		c.find(s, i+1, "Bản đăng tải trên", 8, 10)
		c.find(s, i+1, f.foot, 8, 10)
		return
	}
	c.add("recipients and signature are not printed")
}

// articleOf tells what is wrong with the print of a page without the form.
func (tb *tab) articleOf(t *testing.T, name, css string) []sitetest.Finding {
	t.Helper()
	c := &check{page: name}
	tb.sheetsOf(t, c, css, articleQuestions)
	return c.findings
}

// seen tells what of the page, which has its place on the screen, shows on paper.
const seen = `
	const visible = e => e.checkVisibility({opacityProperty: true, visibilityProperty: true}) && e.getClientRects().length > 0;
	const wrong = [];
	if (medium === 'print') {
		for (const e of document.querySelectorAll('nav, body > header, button, .skip, .anchor')) {
			if (visible(e)) wrong.push('on paper one sees ' + e.localName);
		}
		for (const e of document.querySelectorAll('img, table, pre')) {
			if (e.getBoundingClientRect().right > innerWidth + 1) wrong.push(e.localName + ' is wider than the page');
		}
	}`

const articleQuestions = `medium => {` + seen + `
	return wrong;
}`

// formQuestions asks for what the positions of words do not tell: weight, slant, alignment, rules.
const formQuestions = `medium => {` + seen + `
	if (medium !== 'print') {
		for (const name of ['.letterhead', '.print-foot']) {
			if (visible(document.querySelector(name))) wrong.push('on the screen one sees ' + name);
		}
		return wrong;
	}
	for (const name of ['body > footer', '.rail', '.doc-label', '.lead']) {
		for (const e of document.querySelectorAll(name)) if (visible(e)) wrong.push('on paper one sees ' + name);
	}
	const styles = {
		'.motto': {fontWeight: '700'}, '.organ': {fontWeight: '700'}, '.issuing > :first-child': {fontWeight: '400'},
		'.dateline': {fontStyle: 'italic', fontWeight: '400'}, '.numbered': {fontStyle: 'normal', fontWeight: '400'},
		'.type-name': {fontWeight: '700'}, 'h1': {fontWeight: '700', textAlign: 'center', fontSize: '18.6667px'},
		'.bases li': {fontStyle: 'italic', textAlign: 'justify', fontSize: '18.6667px'},
		'.prose > p': {textAlign: 'justify', textIndent: '48px', fontSize: '18.6667px'},
		'.prose > h2': {fontWeight: '700', fontSize: '18.6667px'},
		'.recipients h2': {fontWeight: '700', fontStyle: 'italic', fontSize: '16px'},
		'.recipients li': {fontWeight: '400', fontStyle: 'normal', fontSize: '14.6667px'},
		'.signer': {fontWeight: '700', textAlign: 'center'},
	};
	for (const [name, want] of Object.entries(styles)) {
		const e = document.querySelector(name);
		if (!e) { if (name !== '.bases li') wrong.push('no ' + name); continue }
		for (const [key, value] of Object.entries(want)) {
			const is = getComputedStyle(e)[key];
			if (is !== value) wrong.push(name + ': ' + key.replace(/[A-Z]/g, c => '-' + c.toLowerCase()) + ' ' + is);
		}
	}
	const longest = e => { // of the lines of its text
		const text = document.createRange();
		text.selectNodeContents(e);
		return Math.max(...[...text.getClientRects()].map(r => r.width));
	};
	for (const name of ['.organ:last-child', 'h1']) {
		const e = document.querySelector(name), rule = getComputedStyle(e, '::after');
		const share = rule.display === 'none' || rule.borderBottomWidth === '0px' ? 0 : parseFloat(rule.width) / longest(e);
		if (share < 1 / 3 || share > 1 / 2) wrong.push('the rule below ' + name.replace(':last-child', '') + ' is ' + share.toFixed(2) + ' of the text');
	}
	const code = document.querySelector('.print-foot svg'); // a photocopy must still be read: 15 mm
	const wide = code ? code.getBoundingClientRect().width / 96 * 25.4 : 0;
	if (wide < 15) wrong.push('the code of the address is ' + wide.toFixed() + ' mm wide');
	const motto = document.querySelector('.motto .ruled');
	if (Math.abs(motto.getBoundingClientRect().width - longest(motto)) > 2) wrong.push('the rule below the motto is not as long as the text');
	return wrong;
}`
