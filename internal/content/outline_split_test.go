package content

import (
	"strings"
	"testing"
)

// TestNumbersRightUnderText: a line that goes on counting begins a block without a blank line above it.
func TestNumbersRightUnderText(t *testing.T) {
	checkShapes(t, map[string]string{
		"1. A\n2. Hình thức thưởng hằng năm\n3.1. Hằng năm\n3.2 Tổng kết\n4. B": "1 2 3.1 3.2 4 [3.1: 3]",
		"2. A\n2.1 Một\n2.2. Hai\n3. B":                                                        "2 2.1 2.2 3",
		"II. VIỆC\n1. Một\n1.1. Hai\n- ba\n1.2. Bốn\n2. Năm\nIII. SÁU\n1. Bảy":                 "ii ii.1 ii.1.1 ii.1.2 ii.2 iii iii.1",
		"1. A\n1.1. B\n1.1.1. C\n1.1.2. D\n1.2. E\n2. G":                                       "1 1.1 1.1.1 1.1.2 1.2 2",
		"**1. A:** b\n**2. C:** d\n**2.1.** E\nBước 1: F\nBước 2: G":                           "1 2 2.1 2.1.buoc-1 2.1.buoc-2",
		"1. A\n   1.1 Một\n   1.2 Hai\n2. B":                                                   "1 1.1 1.2 2",
		"Chương I\nCHUNG\nĐiều 1. A\n1. B\na) c\n2. D\nĐiều 2. E\nChương II\nRIÊNG\nĐiều 3. F": "chuong-i dieu-1 dieu-1.1 dieu-1.1.a dieu-1.2 dieu-2 chuong-ii dieu-3",
		"Điều 4. A\nĐiều 4a. B\nĐiều 5. C":                                                     "dieu-4 dieu-4a dieu-5",
		"I- TÌNH HÌNH\n1- Kết quả\n1.1- Về người\nII- VIỆC\n1- Cần làm":                        "i i.1 i.1.1 ii ii.1",
		"A. AN\nI. BA\nII. CA\nB. DA":                                                          "a a.i a.ii b",
		"## III/ TỔ CHỨC\n1/ Văn phòng\n2/ Phòng Kỹ thuật":                                     "iii iii.1 iii.2",
		"I/ MỤC ĐÍCH\n1/ Một\nII/ YÊU CẦU":                                                     "i i.1 ii",
		"III) TỔ CHỨC\n\nIV) KINH PHÍ":                                                         "iii iv",
		"1. A gồm\na) một; và\nb) hai":                                                         "1 1.a 1.b",
	})
}

// TestWrappedNumbers: lines that merely begin with a number are text.
func TestWrappedNumbers(t *testing.T) {
	for _, text := range []string{
		"2. Trong năm\n2030. Sau đó", "1. Kinh phí là\n1.5 tỷ đồng", "1. Kinh phí\n1.1 tỷ đồng", "2. Trước ngày\n12/3. Sau đó", "1. Mua\n1.1 USD mỗi cái",
		"1. Theo quy định tại mục\n1.1. Các bên", "1. Theo điểm a khoản 2\nĐiều 1. Các bên", "1. Từ tháng\n12. Các bên", "1. Gồm 1,\n5. Các bên",
		"1. Quy định tại\nĐiều 1. Các bên", "1. Xem\n4.1. Các bên", "1. Xem\n1.9. Các bên", "1. Xem\nĐiều 1 của Luật", "1. Xem\nBước 1 là", "1. Xem\nV. I. Lê-nin",
		"2. Thực hiện theo khoản\n3. Điều 5 của Quy chế", "a) Theo quy định tại điểm\nb) khoản 2 Điều 5;", "1. Trong 6\ntháng đầu năm, có\n1) một đơn vị và\na) một cá nhân",
		"1. Xem\nII. các bên", "1. Xem\nChương I và Chương II", "1. Xem\nMục 1 của", "1. Xem\n2.1.1. Các bên",
	} {
		body, _ := readBody([]byte(text))
		if len(body.Outline) != 1 {
			t.Errorf("%q: %s", text, anchorsOf(body))
		}
	}
}

// TestTablesKeepTheirRows: a row that begins with a number is no paragraph.
func TestTablesKeepTheirRows(t *testing.T) {
	body, _ := readBody([]byte("1. A | b\n---|---\n1.1. C | d\n1.2. E | g"))
	if html := string(body.HTML); strings.Count(html, "<tr") != 3 {
		t.Error(html)
	}
}

// TestTitlesOfParts: the title of a part on the line after is its own, whatever kind of block it is.
func TestTitlesOfParts(t *testing.T) {
	for text, want := range map[string]string{
		"## Chương I\n## Quy định chung\n### Điều 1. A\n## Chương II\n### QUY ĐỊNH CHUNG\n### Điều 2. B": "chuong-i:Chương I Quy định chung|dieu-1:Điều 1. A|chuong-ii:Chương II QUY ĐỊNH CHUNG|dieu-2:Điều 2. B",
		"## Phần thứ nhất\n## CHUNG\n### Mục 1\n### RIÊNG\n## Phụ lục I\n## Danh sách":                   "phan-thu-nhat:Phần thứ nhất CHUNG|phan-thu-nhat.muc-1:Mục 1 RIÊNG|phu-luc-i:Phụ lục I Danh sách",
		"## Chương I\n\nQUY ĐỊNH CHUNG\n\n## Chương II\n\n**Tổ chức**":                                   "chuong-i:Chương I QUY ĐỊNH CHUNG|chuong-ii:Chương II Tổ chức",
		// no titles
		"## Phần I\n### Mở đầu\na\n### Kết":                    "phan-i:Phần I|mo-dau:Mở đầu|ket:Kết",
		"### Phần I\n## CHUNG":                                 "phan-i:Phần I|chung:CHUNG",
		"## Phần I. A\n## CHUNG":                               "phan-i:Phần I. A|chung:CHUNG",
		"## Phụ lục I\n## (Kèm theo Kế hoạch)\n## 1. A":        "phu-luc-i:Phụ lục I|kem-theo-ke-hoach:(Kèm theo Kế hoạch)|1:1. A",
		"## Chương I\nQuy định chung\n## Chương II\n- **A**\n": "chuong-i:Chương I|chuong-ii:Chương II",
		"## Chương I\n---\n## CHUNG":                           "chuong-i:Chương I|chung:CHUNG",
		"## Điều 1\n## CHUNG":                                  "dieu-1:Điều 1|chung:CHUNG",
		"- ## Chương I\n\n## CHUNG":                            "chuong-i:Chương I|chung:CHUNG",
	} {
		body, _ := readBody([]byte(text))
		checkHTML(t, body)
		checkOutline(t, body)
		var got []string
		for _, h := range body.Headings {
			got = append(got, h.ID+":"+h.Text)
		}
		if got := strings.Join(got, "|"); got != want {
			t.Errorf("%q:\ngot  %s\nwant %s", text, got, want)
		}
	}
	body, list := readBody([]byte("## Chương I\n## CHUNG\n[a](#chung) [b](#chuong-i) [c](#chuong-ii-chung)\n## Chương II\n## CHUNG"))
	for _, want := range []string{"<h2 id=chuong-i>Chương I</h2><h2 id=chung>CHUNG</h2>", "<h2 id=chuong-ii-chung>CHUNG</h2>", "<a href=#chung>a"} {
		if html := bareHTML(body); !strings.Contains(html, want) || list.Len() > 0 {
			t.Errorf("no %s in %s, %+v", want, html, list.All())
		}
	}
}

// TestPartsStandAboveArticles: a part that is a paragraph is not below the Điều before it.
func TestPartsStandAboveArticles(t *testing.T) {
	checkShapes(t, map[string]string{
		"**Chương I**\n\n**A**\n\n**Điều 1.** b\n\nChương II\n\nC\n\nĐiều 2. D\n\nCHƯƠNG III. E\n\n**Điều 3.** F": "chuong-i dieu-1 chuong-ii dieu-2 chuong-iii dieu-3",
	})
}

// bareHTML returns the HTML of a body.
func bareHTML(body Body) string { return string(body.HTML) }

// TestWrappedNames: a name with a hyphen that the text writes in one line elsewhere is not torn into a bullet.
func TestWrappedNames(t *testing.T) {
	const name = "Khu kinh tế Đồng Đăng - Lạng Sơn có kế hoạch.\n\n"
	for text, bullets := range map[string]int{
		name + "Ban Quản lý Khu kinh tế Đồng Đăng\n- Lạng Sơn tổ chức hội nghị.":    0,
		name + "1. Ban Quản lý Khu kinh tế Đồng Đăng\n- Lạng Sơn tổ chức hội nghị.": 1, // the number
		name + "Các xã: Đồng Đăng\n- Cao Lộc":                                       1,
		"Các nơi là Đồng Đăng\n- Lạng Sơn":                                          1,
		name + "Các nơi:\n- Lạng Sơn":                                               1,
	} {
		body, _ := readBody([]byte(text))
		if got := strings.Count(string(body.HTML), "<li"); got != bullets {
			t.Errorf("%q: %d items, want %d in %s", text, got, bullets, body.HTML)
		}
	}
}

// TestFragments: what is near is offered also among the anchors of the outline, and a task of the document may be meant.
func TestFragments(t *testing.T) {
	doc, list := Parse("a/ke-hoach/k.md", []byte("---\ntitle: K\ntasks:\n  - id: bao-cao\n    what: Báo cáo\n    when: ongoing\n---\n[x](#bao-cao) [y](#nhiem-vu-giai-phpa)\n\n## II. Nhiệm vụ, giải pháp\n"))
	if len(doc.Body.Refs) != 1 || doc.Body.Refs[0].Target != "k.md" || doc.Body.Refs[0].Fragment != "bao-cao" {
		t.Errorf("the task is not linked: %+v", doc.Body.Refs)
	}
	if all := list.All(); len(all) != 1 || all[0].Code != "link-fragment" || all[0].Reason != "nearest" {
		t.Errorf("%+v", all)
	}
}
