package site

import (
	"path"
	"slices"
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/sitetest"
)

func TestAddresses(t *testing.T) {
	tests := []struct {
		name        string
		html        [2]string // URL, Output with urls: html
		folders     [2]string
		fromArticle [2]string // link from ke-hoach/x in both modes
	}{
		{"", [2]string{"", "index.html"}, [2]string{"", "index.html"}, [2]string{"../index.html", "../../"}},
		{"ke-hoach/", [2]string{"ke-hoach/", "ke-hoach/index.html"}, [2]string{"ke-hoach/", "ke-hoach/index.html"}, [2]string{"index.html", "../"}},
		{"ke-hoach/x", [2]string{"ke-hoach/x.html", "ke-hoach/x.html"}, [2]string{"ke-hoach/x/", "ke-hoach/x/index.html"}, [2]string{"x.html", "./"}},
		{"ke-hoach/y", [2]string{"ke-hoach/y.html", "ke-hoach/y.html"}, [2]string{"ke-hoach/y/", "ke-hoach/y/index.html"}, [2]string{"y.html", "../y/"}},
		{"ke-hoach/2026/y", [2]string{"ke-hoach/2026/y.html", "ke-hoach/2026/y.html"}, [2]string{"ke-hoach/2026/y/", "ke-hoach/2026/y/index.html"}, [2]string{"2026/y.html", "../2026/y/"}},
		{"guong-tot/z", [2]string{"guong-tot/z.html", "guong-tot/z.html"}, [2]string{"guong-tot/z/", "guong-tot/z/index.html"}, [2]string{"../guong-tot/z.html", "../../guong-tot/z/"}},
		{"404", [2]string{"404.html", "404.html"}, [2]string{"404.html", "404.html"}, [2]string{"../404.html", "../../404.html"}},
	}
	html, folders := &Site{ID: "a", BaseURL: "https://a.example/x/"}, &Site{ID: "b", Folders: true}
	for _, test := range tests {
		for i, s := range []*Site{html, folders} {
			want := test.html
			if i == 1 {
				want = test.folders
			}
			p := s.newPage(test.name, "page", "")
			if p.URL != want[0] || p.Output != want[1] {
				t.Errorf("%q, folders %t: %q, %q; want %q", test.name, s.Folders, p.URL, p.Output, want)
			}
			if got := s.newPage("ke-hoach/x", "plan", "").To(p); got != test.fromArticle[i] {
				t.Errorf("%q, folders %t: link %q, want %q", test.name, s.Folders, got, test.fromArticle[i])
			}
		}
	}
}

func TestLinksBetweenSites(t *testing.T) {
	hub := &Site{Hub: true, BaseURL: "https://hub.example/"}
	a := &Site{ID: "a", BaseURL: "https://a.example/x/"}
	b := &Site{ID: "b", Folders: true}
	campaign := &content.Campaign{Hub: content.Hub{BaseURL: "https://hub.example/phong trao"}}
	under := &Site{ID: "c", All: &Sites{Campaign: campaign}}
	page := func(s *Site, name, layout string) *Page { return s.newPage(name, layout, "") }
	file := func(s *Site, out string) *File { return &File{Site: s, Output: out} }
	tests := []struct{ name, got, want string }{
		{"hub down to html", page(hub, "van-ban/x", "document").To(page(a, "ke-hoach/", "section")), "../a/ke-hoach/index.html"},
		{"hub home down to folders", page(hub, "", "hub").To(page(b, "", "home")), "b/"},
		{"up to the hub", page(a, "ke-hoach/x", "plan").To(page(hub, "van-ban/x", "document")), "https://hub.example/van-ban/x.html"},
		{"across with base", page(b, "x", "page").To(page(a, "", "home")), "https://a.example/x/"},
		{"across without base", page(a, "x", "page").To(page(b, "", "home")), ""},
		{"own home from itself, folders", page(b, "", "home").To(page(b, "", "home")), "./"},
		{"own home from itself, html", page(a, "", "home").To(page(a, "", "home")), "index.html"},
		{"not found, with base", page(a, "404", "notfound").To(page(a, "ke-hoach/x", "plan")), "/x/ke-hoach/x.html"},
		{"not found, without base", page(b, "404", "notfound").To(page(b, "", "home")), "/b/"},
		{"not found, to another site", page(a, "404", "notfound").To(page(hub, "", "hub")), "https://hub.example/"},
		{"not found, from the hub down", page(hub, "404", "notfound").To(page(b, "", "home")), "/b/"},
		{"not found, below the hub", page(under, "404", "notfound").To(page(under, "", "home")), "/phong%20trao/c/"},
		{"not found, to a file", page(a, "404", "notfound").ToFile(file(a, "anh/a.png")), "/x/anh/a.png"},
		{"not found, to a file without base", page(b, "404", "notfound").ToFile(file(b, "anh/a.png")), "/b/anh/a.png"},
		{"not found, to a path", page(a, "404", "notfound").ToPath("tai-nguyen/s.css"), "/x/tai-nguyen/s.css"},
		{"not found, to a path without base", page(b, "404", "notfound").ToPath("tai-nguyen/s.css"), "/b/tai-nguyen/s.css"},
		{"file beside a bundle, html", page(a, "ke-hoach/x", "plan").ToFile(file(a, "ke-hoach/x/a.pdf")), "x/a.pdf"},
		{"file beside a bundle, folders", page(b, "ke-hoach/x", "plan").ToFile(file(b, "ke-hoach/x/a.pdf")), "a.pdf"},
		{"file of an agency from the hub", page(hub, "", "hub").ToFile(file(a, "anh/a.png")), "a/anh/a.png"},
		{"file of another agency", page(b, "", "home").ToFile(file(a, "anh/a.png")), "https://a.example/x/anh/a.png"},
		{"path", page(b, "ke-hoach/x", "plan").ToPath("tai-nguyen/s.css"), "../../tai-nguyen/s.css"},
		{"address of an index", page(a, "ke-hoach/", "section").Address(), "https://a.example/x/ke-hoach/"},
		{"address without base", page(b, "", "home").Address(), ""},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("%s: %q, want %q", test.name, test.got, test.want)
		}
	}
}

// TestEveryLinkArrives follows the relative link between any two pages of a real site.
func TestEveryLinkArrives(t *testing.T) {
	for _, urls := range []string{"html", "folders"} {
		in, _ := input(t, sitetest.Files(t, strings.Replace(manyNotices(25), "code: A", "code: A\nurls: "+urls, 1)))
		all, _ := New(in)
		s := all.Agencies[0]
		for _, p := range s.Pages {
			for _, q := range s.Pages {
				if p.Layout == layoutNotFound {
					continue
				}
				link := p.To(q)
				at := path.Join(path.Dir(p.Output), link)
				if strings.HasSuffix(link, "/") {
					at = path.Join(at, "index.html")
				}
				if at != q.Output || link == "" || s.Folders && path.Base(link) == "index.html" {
					t.Errorf("%s: %s from %s is %q and leads to %s", urls, q.Output, p.Output, link, at)
				}
			}
		}
	}
}

// manyNotices is the text of a site of one agency with n notices and as many documents, all of 2026 and with one tag.
func manyNotices(n int) string {
	var b strings.Builder
	b.WriteString("-- content/_campaign.md --\n---\nname: Phong trào\n---\n")
	b.WriteString("-- content/a/_agency.md --\n---\nname: Cơ quan A\ncode: A\nplace: Lạng Sơn\nunits:\n  - id: vp\n    name: Văn phòng\n---\n")
	for i := range n {
		no := string([]byte{'0' + byte(i/100), '0' + byte(i/10%10), '0' + byte(i%10)})
		b.WriteString("-- content/a/tin-tuc/tin-" + no + ".md --\n---\ntitle: Tin " + no + "\ndate: 2026-01-02\nunit: vp\ntags:\n  - Tin\n---\n")
		b.WriteString("-- content/a/van-ban/so-" + no + ".md --\n---\ntitle: Văn bản " + no + "\ntype: Báo cáo\nnumber: 1" + no + "/BC-A\nissued: 2026-02-03\n---\n")
	}
	return b.String()
}

func TestPagination(t *testing.T) {
	in, _ := input(t, sitetest.Files(t, manyNotices(205)))
	all, problems := New(in)
	if problems.HasErrors() {
		t.Fatal(problemText(problems))
	}
	s := all.Agencies[0]
	pages := map[string]*Page{}
	for _, p := range s.Pages {
		pages[p.URL] = p
	}
	tests := []struct {
		first         string
		folder        string
		pages, total  int
		onLast, perOf int
	}{
		{"tin-tuc/", "tin-tuc/", 11, 205, 5, 20},
		{"chu-de/tin.html", "chu-de/tin/", 11, 205, 5, 20},
		{"don-vi/vp.html", "don-vi/vp/", 11, 205, 5, 20},
		{"nam/2026.html", "nam/2026/", 21, 410, 10, 20},
		{"van-ban/nam-2026.html", "van-ban/nam-2026/", 3, 205, 5, 100},
	}
	for _, test := range tests {
		p := pages[test.first]
		if p == nil {
			t.Errorf("%s is missing", test.first)
			continue
		}
		var seen []*Entry
		n := 0
		var before *Page
		for ; p != nil; before, p = p, p.List.Next {
			n++
			l := p.List
			if l.Number != n || l.Of != test.pages || l.Total != test.total || l.Prev != before || l.First != pages[test.first] {
				t.Errorf("%s: page %d says %d of %d, %d in all", test.first, n, l.Number, l.Of, l.Total)
			}
			if n > 1 {
				if want := test.folder + "trang-" + strings.TrimPrefix(p.URL, test.folder+"trang-"); p.URL != want || !strings.HasSuffix(p.URL, ".html") {
					t.Errorf("%s: page %d is %s", test.first, n, p.URL)
				}
				if !slices.Contains(p.Parents, pages[test.first]) {
					t.Errorf("%s: page %d does not name the first among its parents", test.first, n)
				}
			}
			seen = append(seen, l.Entries...)
			if want := test.perOf; n < test.pages && len(l.Entries) != want || n == test.pages && len(l.Entries) != test.onLast {
				t.Errorf("%s: page %d has %d entries", test.first, n, len(l.Entries))
			}
		}
		if n != test.pages || len(seen) != test.total {
			t.Errorf("%s: %d pages with %d entries, want %d with %d", test.first, n, len(seen), test.pages, test.total)
		}
		slices.SortFunc(seen, func(a, b *Entry) int { return strings.Compare(a.Doc.Path, b.Doc.Path) })
		if len(slices.Compact(seen)) != test.total {
			t.Errorf("%s: an entry is listed twice", test.first)
		}
	}
	register := pages["van-ban/"]
	if register == nil || len(register.List.Entries) != 100 || register.List.Total != 205 || register.List.Next != nil {
		t.Error("the register's first page does not show the newest 100 of all")
	}
	if again := pages["tin-tuc/"].List.Next; again.URL != "tin-tuc/trang-2.html" {
		t.Errorf("the second page is %s", again.URL)
	}
}
