package check

import (
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/diag"
)

func TestTerms(t *testing.T) {
	formRule{
		code: "term",
		hits: []formCase{
			{body: "Phong trào bảo vệ an ninh ‹tổ quốc› của tỉnh.", fixed: "an ninh Tổ quốc của"},
			{body: "Phong trào toàn dân ‹bảo vệ An ninh Tổ quốc› năm nay.", fixed: "bảo vệ an ninh Tổ quốc năm"},
			{body: "Phong trào “Toàn dân bảo vệ an ninh ‹tổ quốc›”."},
			{body: "Giữ trật tự ‹trên bàn tỉnh› Lạng Sơn.", fixed: "trên địa bàn tỉnh Lạng"},
			{body: "‹Hàng năm› sơ kết một lần.", fixed: "Hằng năm sơ kết"},
			{body: "Báo cáo ‹hàng quý›, mỗi đơn vị một bản.", fixed: "hằng quý, mỗi"},
			{body: "Vận động ‹Đảng viên›, cán bộ tham gia.", fixed: "động đảng viên, cán"},
			{body: "Bảo vệ an ninh ‹tổ\n\nquốc› là việc chung.", fixed: "Tổ\n\nquốc là"},
		},
		traps: withBody(
			"Toàn dân bảo vệ an ninh Tổ quốc; BẢO VỆ TỔ QUỐC; ANTQ: An ninh Tổ quốc.",
			"Ngân hàng năm nay lãi; cửa hàng năm gian; bốc hàng năm ngày liền; mặt hàng năm 2026.",
		),
	}.run(t)
	formRule{code: "term", traps: withBody(
		"Trên bàn làm việc có tài liệu.",
		"Đảng viên đi trước.\n\nLàng nước theo sau.",
		"Khách hàng tháng này đông; đặt hàng tuần sau; hàng ngày càng nhiều.",
		"Xem `an ninh tổ quốc` và [bài](/bai-viet/an-ninh-tổ quốc).",
		"Hằng năm, hằng tháng, hằng ngày.",
		"{{< document number=\"an ninh tổ quốc\" >}}",
	)}.run(t)
	formRule{code: "term", hits: []formCase{
		{front: "title: Bảo vệ an ninh ‹tổ quốc› ở xã\nnumber: 12/KH-SM", fixed: "an ninh Tổ quốc ở xã\n"},
		{front: plainFront + "\nbases:\n  - Căn cứ Hướng dẫn số 08/HD-SNV về phong trào bảo vệ an ninh ‹tổ quốc›"},
		{front: plainFront + "\nrecipients: Ban bảo vệ an ninh ‹tổ quốc›\nfiled: VT"},
		{body: "> Phong trào bảo vệ an ninh ‹tổ quốc›."},
		{body: "Ai cũng **bảo vệ ‹tổ quốc›** mình.", fixed: "**bảo vệ Tổ quốc** mình"},
	}}.run(t)
	formRule{code: "term", path: "so-mau/trang.md", traps: withFront("title: Our homeland tổ quốc\nlang: en")}.run(t)
}

// The campaign's own terms are found as well, and nothing is said twice.
func TestCampaignTerms(t *testing.T) {
	src := []byte("---\ntitle: Một trang\n---\nCửa khẩu hữu nghị quan và cặp chợ. Hàng năm, ngân hàng năm nay. Bảo vệ an ninh tổ quốc.\n")
	doc, _ := content.Parse("so-mau/trang.md", src)
	r := New()
	list := r.Terms(doc, src, []content.Term{
		{Wrong: "hữu nghị quan", Right: "Hữu Nghị Quan", Note: "tên riêng"}, {Wrong: "hàng năm", Right: "hằng năm"},
		{Wrong: "an ninh tổ quốc", Right: "an ninh Tổ quốc"}, {Wrong: "", Right: "x"}, {Wrong: "y", Right: "y"},
	})
	if list.Len() != 1 {
		t.Fatalf("%+v", list.All())
	}
	p := list.All()[0]
	if p.Start.Line != 4 || p.Start.Column != 10 || p.Reason != "note" || !strings.Contains(p.Message(diag.Vietnamese), "tên riêng") {
		t.Errorf("%+v", p)
	}
	if got := corrected(string(src), p.Fix.Edits); !strings.Contains(got, "Cửa khẩu Hữu Nghị Quan và") {
		t.Errorf("corrected to %q", got)
	}
	if own := r.Source(doc, src); own.Len() != 2 {
		t.Errorf("%+v", own.All())
	}
	if list := r.Terms(doc, src, nil); list.Len() != 0 {
		t.Errorf("%+v", list.All())
	}
}

func TestSpellingMixed(t *testing.T) {
	formRule{
		code: "spelling-mixed",
		hits: withBody(
			"Cấp ủy và Đảng ‹uỷ› cùng làm.",
			"Hòa giải ở cơ sở; tổ ‹hoà› giải.",
			"Khóa cửa, trao chìa ‹khoá›, giữ chìa khoá.",
			"Báo cáo hằng năm. ‹Hàng năm› một lần.",
			"Họp hàng tháng, báo cáo ‹hằng quý›.",
			"Sức khỏe và sức ‹khoẻ›.",
		),
		traps: withBody(
			"Cấp ủy, Ủy ban, hòa giải, khóa cửa.",
			"Đảng uỷ, uỷ ban, hoà giải.",
			"Quý hoá quá, quỳ xuống, quý trọng; hoàn thành; huỳnh quang.",
			"Ủy ban ra báo “Uỷ ban hoà giải”.",
			"Hòa và thuỷ.",
			"Ngân hàng năm nay; hằng năm.",
			"Dùng `uỷ` và ủy.",
		),
	}.run(t)
	formRule{code: "spelling-mixed", traps: withFront(
		plainFront+"\nissuer: Uỷ ban nhân dân xã\nsuperior: Ủy ban nhân dân tỉnh",
		plainFront+"\nbases:\n  - Nghị quyết của Đảng uỷ Sở\ndescription: Cấp ủy lãnh đạo",
	)}.run(t)
}

func TestQuotes(t *testing.T) {
	formRule{
		code: "quotes",
		hits: []formCase{
			{body: "Danh hiệu ‹\"An toàn\"› năm nay.", fixed: "hiệu “An toàn” năm"},
			{body: "Cơ quan ‹\"An toàn\n\nvề an ninh\"›, đoàn kết.", fixed: "“An toàn\n\nvề an ninh”,"},
			{body: "Một ‹“An toàn\"› nữa.", fixed: "“An toàn” nữa"},
			{body: "- **‹\"An toàn\"›**", fixed: "**“An toàn”**"},
			{front: "title: Danh hiệu ‹\"An toàn\"› năm nay\nnumber: 12/KH-SM", fixed: "title: Danh hiệu “An toàn” năm nay\n"},
			{front: "title: \"Danh hiệu ‹\\\"An toàn\\\"› năm nay\"\nnumber: 12/KH-SM", fixed: "title: \"Danh hiệu “An toàn” năm nay\"\n"},
		},
		traps: append(withBody(
			"Danh hiệu “An toàn”; `x = \"y\"`.",
			"{{< document number=\"12/KH-SM\" >}}",
			"![Sân](san.png \"Sân trụ sở (hình vẽ)\")",
			"Màn hình 15\" và 17\" đặt ở sảnh.",
			"```\na \"b\" c\n```",
			"<!-- \"x\" -->",
		), withFront("title: \"Áp phích: công sở\"\nnumber: 12/KH-SM")...),
	}.run(t)
	formRule{
		code:  "quotes/single",
		hits:  withBody("Danh hiệu ‹\"›An toàn.", "## Một ‹\"›hai\n\nChữ", "Một ba ‹\"› bốn.\n\nNăm."),
		traps: withBody("Màn 15\"", "“An toàn”", "\"Một\" và \"hai\""),
	}.run(t)
	formRule{
		code:  "quotes/open",
		hits:  withBody("Danh hiệu ‹“›An toàn.\n\n## Hai", "Một ‹“›hai “ba” bốn.", "## ‹“›Một\n\nHai”"),
		traps: withBody("“Một\n\n“Hai\n\nBa”", "Phong trào “an ninh Tổ\n\nquốc” ở\n\nxã", "“Một ‘hai’ ba”"),
	}.run(t)
	formRule{
		code:  "quotes/close",
		hits:  withBody("Danh hiệu An toàn‹”›.", "“Một” hai‹”›", "## “Một\n\nHai‹”›"),
		traps: withBody("“Một” “hai”", "“Một\n\nhai”", "’Một’"),
	}.run(t)
}
