package render

import (
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/site"
)

func TestAbbreviationsAreExplainedAtFirstUse(t *testing.T) {
	const antq = `<abbr title="An ninh Tổ quốc">ANTQ</abbr>`
	list := []Abbreviation{
		{"ANTQ", "An ninh Tổ quốc"}, {"ANTQ", "nghĩa chung"}, {"UBND", "Ủy ban nhân dân"}, {"TT", "Thông tư"}, {"TT PTQĐ", "Trung tâm Phát triển quỹ đất"},
		{"ĐT", "đầu tư"}, {"t/h", "thực hiện"}, {"amp", "ampe"}, {"R&D", "không bao giờ"}, {"", "rỗng"},
	}
	for _, c := range []struct{ name, text, want string }{
		{"first use", "Phong trào ANTQ là ANTQ.", "Phong trào " + antq + " là ANTQ."},
		{"start and end", "ANTQ", antq},
		{"beside marks", "(ANTQ), “UBND”.", "(" + antq + `), “<abbr title="Ủy ban nhân dân">UBND</abbr>”.`},
		{"letter before", "xANTQ đANTQ", "xANTQ đANTQ"},
		{"letter behind", "ANTQx ANTQđ ANTQ́", "ANTQx ANTQđ ANTQ́"},
		{"digit beside", "ANTQ2 2ANTQ", "ANTQ2 2ANTQ"},
		{"in a number", "301/KH-UBND, UBND-VX, 12/UBND", "301/KH-UBND, UBND-VX, 12/UBND"},
		{"after a dash with spaces", "Lạng Sơn - UBND", `Lạng Sơn - <abbr title="Ủy ban nhân dân">UBND</abbr>`},
		{"in an address", "ANTQ@sxd.vn", "ANTQ@sxd.vn"},
		{"the longest", "TT PTQĐ và TT", `<abbr title="Trung tâm Phát triển quỹ đất">TT PTQĐ</abbr> và <abbr title="Thông tư">TT</abbr>`},
		{"letter of two bytes", "ĐT ĐTX", `<abbr title="đầu tư">ĐT</abbr> ĐTX`},
		{"with a mark inside", "các phòng (t/h)", `các phòng (<abbr title="thực hiện">t/h</abbr>)`},
		{"case counts", "antq Antq", "antq Antq"},
		{"reference of HTML", "a &amp; b", "a &amp; b"},
		{"nothing", "Không có gì", "Không có gì"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := explained(list, []byte(c.text)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestAbbreviationsInABody(t *testing.T) {
	r, s := embedded(t), newSample()
	abbreviations := []content.Abbreviation{{Short: "ANTQ", Long: `An ninh "Tổ quốc"`}}
	const abbr = `<abbr title="An ninh &#34;Tổ quốc&#34;">ANTQ</abbr>`
	for _, c := range []struct {
		name   string
		refs   []content.Ref
		pieces []string
		want   string
	}{
		{"heading and code are markup", nil, []string{"<h2>ANTQ</h2><p>", "về ANTQ", "<code>ANTQ</code>", " ANTQ", "</p>"}, "<h2>ANTQ</h2><p>về " + abbr + "<code>ANTQ</code> ANTQ</p>"},
		{"not in a link", []content.Ref{{Kind: content.RefLink}}, []string{"<p>", "@0", "ANTQ", "/0", " ANTQ", "</p>"}, `<p><a href="../guong-tot/bao-ve.html">ANTQ</a> ` + abbr + "</p>"},
		{"not in a citation", []content.Ref{{Kind: content.RefCitation}}, []string{"<p>", "@0", "Kế hoạch ANTQ", "/0", "</p>"}, `<p><a href="../guong-tot/bao-ve.html">Kế hoạch ANTQ</a></p>`},
		{"once on the page", nil, []string{"<p>", "ANTQ", "<p>", "ANTQ"}, "<p>" + abbr + "<p>ANTQ"},
		{"a word parted by emphasis", nil, []string{"<p>", "ANTQ", "<em>", "x", "</em>", " ANTQ", "<strong>", "y", "</strong>"}, "<p>ANTQ<em>x</em> ANTQ<strong>y</strong>"},
		{"a paragraph ends the word", nil, []string{"<p>", "trước", "<p>", "ANTQ", "<p>", "sau"}, "<p>trước<p>" + abbr + "<p>sau"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := r.maker(s.pages["plan"])
			links := []site.Link{{Target: &site.Target{Page: s.pages["story"]}}}
			got, err := m.body(bodyOf(c.refs, c.pieces...), links, abbreviations).HTML()
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// explained writes a text with its abbreviations, as it stands in a body.
func explained(list []Abbreviation, src []byte) string {
	w := bodyText{src: src, Body: Body{uses: newExplainer(list).find(src, 0, len(src), nil)}}
	w.Grow(len(src))
	w.text(0, len(src))
	return w.String()
}

func BenchmarkExplainer(b *testing.B) {
	var list []Abbreviation
	for _, short := range strings.Fields("ANTQ UBND PCCC TĐKT XD NNMT CT BCĐ BTC CBCC CCVC CNCH HĐND KH KCN MTTQ NVQS PA QĐ QLXD TTATXH TTĐT VP XHCN ĐVTN") {
		list = append(list, Abbreviation{short, "nghĩa"})
	}
	src := []byte(strings.Repeat("Nâng cao nhận thức, trách nhiệm của công chức, viên chức và Người lao động trong Công tác bảo vệ An ninh quốc gia. ", 80))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		explained(list, src)
	}
}
