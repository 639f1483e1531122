package build_test

import (
	"fmt"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"antq/internal/html"
)

// act is a document of the generated site.
type act struct {
	file, kind, number, issued, words string // words: the day as official texts write it
	issuer                            string
	shared                            bool
}

// acts makes n documents with numbers that are easy to mistake for each other: the same figure under other symbols, with and
// without a year, in Party style, from an outside organ.
func acts(n int) []act {
	forms := []struct{ kind, number, issuer string }{
		{"Quyết định", "%02d/QĐ-SM", "Sở Mẫu"},
		{"Quyết định", "%02d/2024/QĐ-UBND", "Ủy ban nhân dân tỉnh Lạng Sơn"},
		{"Kế hoạch", "%02d/KH-SM", "Sở Mẫu"},
		{"Nghị quyết", "%02d-NQ/TU", "Tỉnh ủy Lạng Sơn"},
		{"Công văn", "%02d/SM-VP", "Sở Mẫu"},
		{"Quyết định", "%02d/QĐ-UBND", "Ủy ban nhân dân tỉnh Lạng Sơn"},
		{"Kế hoạch phối hợp", "%02d/KHPH-CAT-SM", "Công an tỉnh"},
		{"Hướng dẫn", "%02d/HD-SNV", "Sở Nội vụ"},
	}
	list := make([]act, n)
	for i := range list {
		f := forms[i%len(forms)]
		day, month := 1+i%28, 1+i%12
		a := act{file: fmt.Sprintf("vb-%03d", i), kind: f.kind, number: fmt.Sprintf(f.number, 1+i/len(forms)), issuer: f.issuer,
			issued: fmt.Sprintf("2024-%02d-%02d", month, day), shared: f.issuer != "Sở Mẫu"}
		pad := "%d"
		if month < 3 {
			pad = "%02d"
		}
		a.words = fmt.Sprintf("%02d/"+pad+"/2024", day, month)
		list[i] = a
	}
	return list
}

// cite writes a citation in one of the ways of official texts.
func (a act) cite(how int) string {
	switch how % 4 {
	case 0:
		return fmt.Sprintf("%s số %s ngày %s của %s", a.kind, a.number, a.words, a.issuer)
	case 1:
		return fmt.Sprintf("%s số %s ngày %s", a.kind, a.number, a.words)
	case 2:
		return fmt.Sprintf("%s số %s", strings.ToLower(a.kind[:1])+a.kind[1:], a.number)
	}
	return fmt.Sprintf("%s %s", a.kind, a.number)
}

// Every reference of two hundred documents leads to the document that is meant, and nothing else is linked.
func TestCitationsOfAGeneratedSite(t *testing.T) {
	list := acts(200)
	random := rand.New(rand.NewPCG(20261121, 1))
	src := fstest.MapFS{
		"content/_campaign.md":      {Data: []byte("---\nname: Toàn dân bảo vệ an ninh Tổ quốc\n---\n")},
		"content/so-mau/_agency.md": {Data: []byte("---\nname: Sở Mẫu\ncode: SM\nplace: Lạng Sơn\n---\n")},
	}
	want := map[string][]string{}
	for i, a := range list {
		var body strings.Builder
		for range 3 {
			k := random.IntN(len(list))
			fmt.Fprintf(&body, "Đơn vị thực hiện theo %s và các quy định liên quan.\n\n", list[k].cite(random.IntN(4)))
			// An outside document stands on the sites of several agencies, so it links to outside documents only.
			if k != i && (!a.shared || list[k].shared) {
				want[a.file] = append(want[a.file], list[k].file)
			}
		}
		other := list[random.IntN(len(list))]
		for _, trap := range []string{
			"Trụ sở tại số 12 đường Hùng Vương, trực 24/7, đạt 28/34 tiêu chí, giai đoạn 2025 - 2030, số 12/A.",
			"Quyết định số 999/QĐ-SM ngày 01/3/2024 của Sở Mẫu chưa có trên trang.",
			fmt.Sprintf("%s số %s ngày 31/12/1999 của Bộ Công an là văn bản khác.", other.kind, other.number), // same number, other act
			"Quyết định số 01/2005/QĐ-UBND không phải là văn bản của năm 2024.",
		} {
			body.WriteString(trap + "\n\n")
		}
		place, head := "so-mau", ""
		if a.shared {
			place, head = "_shared", "issuer: "+a.issuer+"\n"
		}
		src["content/"+place+"/van-ban/"+a.file+".md"] = &fstest.MapFile{Data: fmt.Appendf(nil,
			"---\ntitle: Văn bản thứ %d\ntype: %s\nnumber: %s\nissued: %s\n%s---\n\n%s", i, a.kind, a.number, a.issued, head, body.String())}
	}
	r := run(t, options(src))
	if r.Tree == nil {
		t.Fatal(words(r, "en"))
	}
	out := files(t, r)
	checked := 0
	for _, a := range list {
		page := out["so-mau/van-ban/"+a.file+".html"]
		if page == nil {
			if !a.shared {
				t.Errorf("%s is not published", a.file)
			}
			continue // an outside document that nobody of the agency cites
		}
		checked++
		got := linkedFrom(t, page.Data)
		expect := slices.Clone(want[a.file])
		slices.Sort(expect)
		if !slices.Equal(got, expect) {
			t.Errorf("%s links %v, not %v", a.file, got, expect)
		}
	}
	if checked < 150 {
		t.Errorf("only %d pages looked at", checked)
	}
}

// linkedFrom returns the documents that the paragraphs of a page's text link to, sorted.
func linkedFrom(t *testing.T, page []byte) []string {
	t.Helper()
	d, err := html.Parse(page)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range d.Find(html.MustCompile("p")) {
		if !strings.HasPrefix(p.Text(), "Đơn vị thực hiện theo") && !strings.Contains(p.Text(), "văn bản khác") &&
			!strings.HasPrefix(p.Text(), "Trụ sở") && !strings.Contains(p.Text(), "chưa có trên trang") && !strings.Contains(p.Text(), "năm 2024") {
			continue
		}
		for _, link := range p.Find(html.MustCompile("a[href]")) {
			names = append(names, strings.TrimSuffix(path.Base(link.Attr("href")), ".html"))
		}
	}
	slices.Sort(names)
	return names
}
