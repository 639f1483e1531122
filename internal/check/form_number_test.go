package check

import (
	"testing"

	"antq/internal/diag"
)

func TestNumberMissing(t *testing.T) {
	formRule{
		code: "number-missing", path: "so-mau/ke-hoach/thu.md",
		hits: withFront(
			"title: ‹Kế hoạch›\nissued: 2026-05-20",
			"issued: 2026-05-20\ntitle: ‹Tuần tra›",
			"title: A\ntype: ‹Kế hoạch phối hợp›\nissued: 2026",
			"title: A\n‹number›:\nissued: 2026-05-20",
		),
		traps: withFront(
			"title: A\nnumber: 12/KH-SM\nissued: 2026-05-20",
			"title: A\nnumber: 05-NQ/TU\nissued: 2026-05-20",
			"title: A\nstatus: expected",
			"title: A\ndraft: true",
			"title: A\nnumber: không có",
		),
	}.run(t)
	formRule{
		code: "number-missing/figures",
		hits: withFront(
			"title: A\nnumber: ‹/KH-SM›\nissued: 2026-05-20",
			"title: A\nnumber: ‹…/KH-SM›\nissued: 2026-05-20",
			"title: A\nnumber: ‹/QĐ-SM›\ntype: Quyết định",
		),
		traps: withFront("title: A\nnumber: 8/KH-SM", "title: A\nnumber: /KH-SM\ndraft: true", "title: A\nnumber: /KH-SM\nstatus: expected"),
	}.run(t)
	formRule{
		code:  "number-missing/symbol",
		hits:  withFront("title: A\nnumber: ‹08›", "title: A\nnumber: ‹15a›", "title: A\nnumber: ‹2447›\nissued: 2026-05-20"),
		traps: withFront("title: A\nnumber: 08\nsymbol: KH-SM", "title: A\nnumber: 15a/KH-SM", "title: A\nnumber: 521/2005/QĐ-TTg"),
	}.run(t)
	formRule{
		code: "number-missing/figures", path: "so-mau/tin-tuc/thu.md",
		hits:  withFront("title: A\ndate: 2026-05-20\nnumber: ‹/TB-SM›"),
		traps: withFront("title: A\ndate: 2026-05-20"),
	}.run(t)
}

// What is said to be issued must be complete.
func TestIssuedMustBeComplete(t *testing.T) {
	got := examined(t, "so-mau/ke-hoach/thu.md", "---\ntitle: A\nnumber: /KH-SM\nissued: 2026-05\nstatus: issued\n---\n")
	if len(got) != 2 || got[0].Severity != diag.Error || got[1].Severity != diag.Error {
		t.Errorf("%+v", got)
	}
}

func TestSymbolAndType(t *testing.T) {
	formRule{
		code: "symbol-type-mismatch", path: "so-mau/van-ban/thu.md",
		hits: withFront(
			"title: A\ntype: Quyết định\nnumber: ‹12/KH-SM›",
			"title: A\ntype: Công văn\nnumber: ‹16/CTr-BCĐ›",
			"title: A\ntype: Nghị quyết\nnumber: ‹05-CT/TU›",
			"title: A\ntype: Kế hoạch\nnumber: 08\nsymbol: ‹HD-SNV›",
		),
		traps: withFront(
			"title: A\ntype: Quyết định\nnumber: 12/QĐ-SM",
			"title: A\ntype: Công văn\nnumber: 12/UBND-VX",
			"title: A\ntype: Văn bản\nnumber: 3241/SNV-TT",
			"title: A\ntype: Nghị quyết\nnumber: 203/2025/QH15",
			"title: A\ntype: Quy định\nnumber: 31-QĐ/TW",
			"title: A\ntype: Kế hoạch phối hợp\nnumber: 1333/KHPH-CAT-SXD",
			"title: A\ntype: Chương trình\nnumber: 15-CTr/TU",
		),
	}.run(t)
	formRule{
		code: "symbol-type-mismatch/cited",
		hits: withBody(
			"Theo ‹Công văn số 16/CTr-BCĐ ngày 19/01/2022› của Ban Chỉ đạo.",
			"Theo ‹Quyết định số 12/KH-SM› thì làm.",
			"Xem ‹Hướng dẫn số 12/TB-SM›.",
		),
		traps: withBody(
			"Quyết định ban hành Kế hoạch số 301/KH-UBND ngày 24/11/2025",
			"Theo Công văn số 1987/CQTT-CAT của Công an tỉnh.",
			"Văn bản số 3241/SNV-TT ngày 30 tháng 7 năm 2024.",
			"Luật số 91/2025/QH15.",
		),
	}.run(t)
}

func TestNumberForm(t *testing.T) {
	formRule{
		code: "number-form/zero",
		hits: []formCase{
			{front: "title: A\nnumber: ‹8/KH-SM›", fixed: "number: 08/KH-SM\n"},
			{front: "title: A\nnumber: ‹\"1/KH-SM\"›", fixed: "number: \"01/KH-SM\"\n"},
			{front: "title: A\nnumber: ‹9›\nsymbol: KH-SM", fixed: "number: 09\n"},
		},
		traps: withFront("title: A\nnumber: 08/KH-SM", "title: A\nnumber: 10/KH-SM", "title: A\nnumber: /KH-SM"),
	}.run(t)
	formRule{ // other organs print as they do
		code: "number-form/zero", path: "_shared/van-ban/thu.md",
		traps: withFront("title: A\ntype: Lệnh\nnumber: 8/2018/L-CTN", "title: A\ntype: Hướng dẫn\nnumber: 8/HD-SNV"),
	}.run(t)
	formRule{
		code: "number-form/space",
		hits: []formCase{
			{front: "title: A\nnumber: ‹12 /KH-SM›", fixed: "number: 12/KH-SM\n"},
			{front: "title: A\nnumber: ‹12/KH – SM›", fixed: "number: 12/KH-SM\n"},
			{body: "Theo Kế hoạch phối hợp số ‹1333 /KHPH–CAT–SXD› ngày 18/12/2020.", fixed: "số 1333/KHPH-CAT-SXD ngày"},
			{body: "Theo Kế hoạch số ‹12/ KH-SM› và hơn nữa.", fixed: "số 12/KH-SM và"},
		},
		traps: append(withFront("title: A\nnumber: 12/KH-SM"), withBody(
			"Theo Kế hoạch số 12/KH-SM - Phần I", "Công văn số 12/SXD-VP, 13/SXD-VP", "tỷ lệ 28 / 34 tiêu chí", "số 12 / A Hùng Vương")...),
	}.run(t)
}
