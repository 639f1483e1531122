package render

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"rsc.io/qr"

	"antq/internal/site"
	"antq/layouts"
	"antq/static"
)

// metas returns the meta elements of a page by name, property or http-equiv; those that stand twice are joined by " | ".
func metas(doc *html.Node) map[string]string {
	ms := map[string]string{}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "meta" {
			continue
		}
		for _, key := range []string{"name", "property", "http-equiv"} {
			if name := attr(n, key); name != "" && ms[name] != "" {
				ms[name] += " | " + attr(n, "content")
			} else if name != "" {
				ms[name] = attr(n, "content")
			}
		}
	}
	return ms
}

// The policy comes before all that it rules, allows nothing but the site's own files, and no page says less.
func TestPolicyRulesEveryPage(t *testing.T) {
	r, s := embedded(t), newSample()
	for _, p := range s.site.Pages {
		out, doc := s.render(t, r, p.Layout)
		policy := metas(doc)["Content-Security-Policy"]
		for _, directive := range strings.Split(policy, "; ") {
			name, values, _ := strings.Cut(directive, " ")
			want := "'self'"
			if name == "default-src" || name == "base-uri" {
				want = "'none'"
			}
			if values != want {
				t.Errorf("%s: %s", p.Layout, directive)
			}
		}
		for _, name := range []string{"default-src", "base-uri", "form-action", "script-src", "style-src", "img-src", "font-src"} {
			if !strings.Contains("; "+policy, "; "+name+" ") {
				t.Errorf("%s: the policy is silent about %s", p.Layout, name)
			}
		}
		at := strings.Index(out, "Content-Security-Policy")
		for _, ruled := range []string{"<link", "<script", "<img", "<title"} {
			if i := strings.Index(out, ruled); i >= 0 && i < at {
				t.Errorf("%s: %s stands before the policy", p.Layout, ruled)
			}
		}
		if got := metas(doc)["referrer"]; got != "same-origin" {
			t.Errorf("%s: referrer %q", p.Layout, got)
		}
	}
	out, err := r.Alias(s.site, site.Alias{From: "cu.html", To: s.pages["plan"]})
	if err != nil {
		t.Fatal(err)
	}
	if got := metas(inspect(t, "alias", out))["Content-Security-Policy"]; got != "default-src 'none'; base-uri 'none'; form-action 'none'" {
		t.Errorf("alias: %q", got)
	}
}

func TestSocialCardNeedsAddresses(t *testing.T) {
	s := newSample()
	photo := &site.File{Site: s.site, Asset: &site.Asset{Type: "image/jpeg", Width: 1600, Height: 900}, Output: "guong-tot/bao-ve/anh.jpg"}
	drawing := &site.File{Site: s.site, Asset: &site.Asset{Type: "image/svg+xml", Width: 1600, Height: 900}, Output: "guong-tot/bao-ve/hinh.svg"}
	card := map[string]string{"og:image": sampleRoot + "tai-nguyen/card.4.png", "og:image:width": "1200", "og:image:height": "630", "og:image:alt": "Hình dãy núi và ngôi sao", "twitter:card": "summary_large_image"}
	none := map[string]string{"og:image": "", "og:image:width": "", "og:image:alt": "", "twitter:card": "", "og:url": ""}
	for _, c := range []struct {
		name, base, layout string
		file               *site.File
		state              site.State
		want               map[string]string
	}{
		{"photo", sampleRoot, "story", photo, "", map[string]string{"og:image": sampleRoot + "guong-tot/bao-ve/anh.jpg", "og:image:width": "1600", "og:image:height": "900", "og:image:alt": "Ca trực", "twitter:card": "summary_large_image", "og:type": "article", "og:url": sampleRoot + "guong-tot/bao-ve.html"}},
		{"drawing", sampleRoot, "story", drawing, "", card},
		{"withdrawn", sampleRoot, "story", photo, site.StateWithdrawn, card},
		{"list", sampleRoot, "section", nil, "", card},
		{"no address", "", "story", photo, "", none},
		{"list without address", "", "section", nil, "", none},
	} {
		r, problems := New(layouts.FS, Statics{"card.png": "tai-nguyen/card.4.png"})
		if problems.HasErrors() {
			t.Fatal(problems.All())
		}
		s.site.BaseURL = c.base
		e := s.pages["story"].Entry
		e.Image, e.State = nil, c.state
		if c.file != nil {
			e.Image = &site.Picture{File: c.file, Alt: "Ca trực"}
		}
		_, doc := s.render(t, r, c.layout)
		got := metas(doc)
		for name, want := range c.want {
			if got[name] != want {
				t.Errorf("%s: %s is %q, not %q", c.name, name, got[name], want)
			}
		}
	}
}

// One element serves both vocabularies; what is not known is not there.
func TestHeadTellsEachThingOnce(t *testing.T) {
	r, s := embedded(t), newSample()
	s.pages["plan"].Entry.Updated = s.all.Today
	_, doc := s.render(t, r, "plan")
	ms := metas(doc)
	title := s.pages["plan"].Entry.Title
	for name, want := range map[string]string{
		"og:title": title, "DC.title": title, "description": "Kế hoạch phát động phong trào năm 2026 tại Sở Xây dựng.", "og:description": "Kế hoạch phát động phong trào năm 2026 tại Sở Xây dựng.",
		"og:site_name": s.site.Name, "DC.publisher": s.site.Name, "DC.date.created": "2026-05-20", "article:published_time": "2026-05-20",
		"article:modified_time": "2026-10-23", "og:locale": "vi_VN", "theme-color": "#a3121a | #861018", "color-scheme": "light dark", "viewport": "width=device-width,initial-scale=1",
	} {
		if ms[name] != want {
			t.Errorf("%s is %q, not %q", name, ms[name], want)
		}
	}
	s.pages["page"].Lang = "en"
	_, doc = s.render(t, r, "page")
	if ms := metas(doc); ms["og:locale"] != "" || ms["DC.language"] != "en" {
		t.Errorf("a page in English: %q, %q", ms["og:locale"], ms["DC.language"])
	}
}

// The bars of the browser have the colour of the masthead.
func TestThemeColoursAreThoseOfTheStyleSheet(t *testing.T) {
	css, err := static.FS.ReadFile("css/10-tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, palette := range []string{"red", "blue", "green"} {
		light, dark := mastheadColours(palette)
		for _, colour := range []string{light, dark} {
			if !regexp.MustCompile(`--brand:\s*` + colour + `\s*;`).Match(css) {
				t.Errorf("%s: no --brand is %s", palette, colour)
			}
		}
	}
}

// modules reads a path of strokes back into the modules that it covers.
func modules(t *testing.T, path string) map[[2]int]bool {
	t.Helper()
	dark := map[[2]int]bool{}
	start := regexp.MustCompile(`^M(\d+) (\d+)\.5`).FindStringSubmatch(path)
	if start == nil {
		t.Fatalf("path %.20q", path)
	}
	x, _ := strconv.Atoi(start[1])
	y, _ := strconv.Atoi(start[2])
	for _, step := range regexp.MustCompile(`([mh])(-?\d+)(?: (-?\d+))?`).FindAllStringSubmatch(path, -1) {
		dx, _ := strconv.Atoi(step[2])
		dy, _ := strconv.Atoi("0" + step[3])
		for range dx * strings.Count(step[1], "h") {
			dark[[2]int{x, y}] = true
			x++
		}
		if step[1] == "m" {
			x, y = x+dx, y+dy
		}
	}
	return dark
}

func TestCodeOfTheAddress(t *testing.T) {
	for _, address := range []string{"https://sxd.example.vn/", sampleRoot + "ke-hoach/phat-dong-2026.html", sampleRoot + strings.Repeat("thu-muc-dai/", 20)} {
		want, err := qr.Encode(address, qr.L)
		if err != nil {
			t.Fatal(err)
		}
		got, err := newQR(address)
		if err != nil {
			t.Fatal(err)
		}
		if got.Size != want.Size+8 {
			t.Errorf("%s: %d units without room around %d modules", address, got.Size, want.Size)
		}
		dark := modules(t, got.Path)
		for y := range got.Size {
			for x := range got.Size {
				if dark[[2]int{x, y}] != want.Black(x-4, y-4) {
					t.Fatalf("%s: module %d,%d is wrong", address, x, y)
				}
			}
		}
	}
	if _, err := newQR(strings.Repeat("x", 5000)); err == nil {
		t.Error("an address that no code can hold is drawn")
	}
}

func TestCodeStandsOnDocumentsWithAnAddress(t *testing.T) {
	s := newSample()
	for layout, want := range map[string]bool{"plan": true, "conference": true, "story": true, "document": true, "section": false, "home": false, "notfound": false} {
		for _, base := range []string{sampleRoot, ""} {
			s.site.BaseURL = base
			v, err := embedded(t).View(s.pages[layout])
			if err != nil {
				t.Fatal(err)
			}
			code, err := v.data.shared().QR()
			if err != nil || (code != nil) != (want && base != "") {
				t.Errorf("%s, baseURL %q: %v, %v", layout, base, code, err)
			}
			if code != nil && len(code.Path) > 2400 {
				t.Errorf("%s: %d bytes", layout, len(code.Path))
			}
		}
	}
}

// The link of a mail holds the title and the address as they are, also with what mail programs would take apart.
func TestShareByMail(t *testing.T) {
	r, s := embedded(t), newSample()
	const title = "Phát động “An ninh” & 100% đơn vị? #1 = tốt"
	for _, base := range []string{sampleRoot, ""} {
		s.site.BaseURL = base
		b := Base{SiteBase: &SiteBase{}, Title: title, Canonical: s.pages["plan"].Address(), PageType: articleType}
		var out strings.Builder
		if err := r.sets[""].templates.ExecuteTemplate(&out, "partials/share.html", &b); err != nil {
			t.Fatal(err)
		}
		m := regexp.MustCompile(`href="(mailto:[^"]*)"`).FindStringSubmatch(out.String())
		if base == "" {
			if strings.Contains(out.String(), "href") || !strings.Contains(out.String(), "data-share") {
				t.Errorf("without an address: %s", out.String())
			}
			continue
		}
		if m == nil {
			t.Fatalf("no mail: %s", out.String())
		}
		u, err := url.Parse(html.UnescapeString(m[1]))
		if err != nil || strings.Contains(u.RawQuery, "+") {
			t.Fatalf("%v: %s", err, m[1])
		}
		if q := u.Query(); q.Get("subject") != title || q.Get("body") != b.Canonical || len(q) != 2 {
			t.Errorf("%v", q)
		}
		if !strings.Contains(out.String(), " data-share>") {
			t.Errorf("no place for the script: %s", out.String())
		}
	}
}
