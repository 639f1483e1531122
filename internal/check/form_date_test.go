package check

import "testing"

func TestDateIncomplete(t *testing.T) {
	formRule{
		code:  "date-incomplete",
		hits:  withFront("title: A\nnumber: ‹12/KH-SM›", "title: ‹A b›", "title: A\nnumber: ‹/KH-SM›", "title: A\n‹issued›:"),
		traps: withFront("title: A\nissued: 2026-05-20", "title: A\nissued: 2026", "title: A\nstatus: expected", "title: A\ndraft: true", "title: A\nissued: hôm qua"),
	}.run(t)
	formRule{
		code:  "date-incomplete/day",
		hits:  withFront("title: A\nissued: ‹2026-05›", "title: A\nissued: ‹5/2026›", "issued: ‹05/2026›\ntitle: A"),
		traps: withFront("title: A\nissued: 2026-05-20", "title: A\nissued: 20/5/2026", "title: A\nissued: 2026-05\nstatus: expected"),
	}.run(t)
	formRule{
		code:  "date-incomplete/month",
		hits:  withFront("title: A\nissued: ‹2026›", "issued: ‹2024›\ntitle: A", "title: A\nnumber: /KH-SM\nissued: ‹2025›"),
		traps: withFront("title: A\nissued: 2026-05-20", "title: A\nissued: 2026-05", "title: A\nissued: 2026\ndraft: true"),
	}.run(t)
	formRule{
		code: "date-incomplete/blank",
		hits: withBody(
			"Lạng Sơn, ‹ngày tháng 5› năm 2026",
			"Họp ‹ngày … tháng 6› năm 2026.",
			"Lạng Sơn, ‹ngày ..... tháng 12› năm 2026",
			"Lạng Sơn, ‹ngày ... tháng› ... năm 2026",
		),
		traps: withBody(
			"Trong những ngày tháng 5 năm 2026 lịch sử.",
			"Ghi ngày, tháng, năm sinh.",
			"Những ngày tháng không quên.",
			"Hà Nội, ngày 05 tháng 3 năm 2026",
			"Ngày tháng 5 nắng, cả trạm ra đồng.",
		),
	}.run(t)
}

func TestDateForm(t *testing.T) {
	formRule{
		code: "date-form",
		hits: []formCase{
			{body: "Họp ngày ‹5/3/2026› tại trạm.", fixed: "ngày 05/3/2026 tại"},
			{body: "Họp ngày ‹05/03/2026›.", fixed: "ngày 05/3/2026."},
			{body: "Họp ngày ‹15/1/2026›.", fixed: "ngày 15/01/2026."},
			{body: "Họp ngày ‹28 tháng 05 năm 2024›.", fixed: "ngày 28 tháng 5 năm 2024."},
			{body: "Họp ngày ‹1 tháng 2 năm 2024›.", fixed: "ngày 01 tháng 02 năm 2024."},
			{body: "Ghi “họp ngày ‹5/3/2026›” vào sổ."},
			{front: "title: Buổi họp ngày ‹5/3/2026› ở trạm\nissued: 2026-05-20", fixed: "ngày 05/3/2026 ở"},
		},
		traps: withBody(
			"Các ngày 05/3/2026, 14/01/2026, 21/4/2026.",
			"Ngày 15/12 hằng năm; 5/11; 24/7.",
			"Ngày 05 tháng 01 năm 2026 và ngày 28 tháng 5 năm 2004.",
			"Ngày 3/2/1930 thành lập Đảng.",
			"Theo số 5/3/2026/QĐ-SM và tệp `5/3/2026`.",
			"Xem [biên bản](/van-ban/5/3/2026) và https://vi.example.vn/5/3/2026",
			"Tháng 5/2026.",
		),
	}.run(t)
}

func TestDateOrder(t *testing.T) {
	formRule{
		code: "date-order",
		hits: withFront(
			"title: A\nissued: 2026-03-04\nbases:\n  - ‹Căn cứ Kế hoạch số 12/KH-SM ngày 05/3/2026 của Sở Mẫu›",
			"title: A\nissued: 2026-02\nbases:\n  - Luật Thi đua, khen thưởng\n  - ‹Căn cứ Kế hoạch số 12/KH-SM ngày 05/3/2026 của Sở Mẫu›",
			"title: A\nissued: 2025\nbases:\n  - ‹verb›: Căn cứ\n    type: Kế hoạch\n    number: 12/KH-SM\n    issued: 05/3/2026",
		),
		traps: withFront(
			"title: A\nissued: 2026-03-05\nbases:\n  - Căn cứ Kế hoạch số 12/KH-SM ngày 05/3/2026 của Sở Mẫu",
			"title: A\nissued: 2026-03\nbases:\n  - Căn cứ Kế hoạch số 12/KH-SM ngày 05/3/2026 của Sở Mẫu",
			"title: A\nissued: 2026\nbases:\n  - Căn cứ Kế hoạch số 12/KH-SM ngày 05/3/2026 của Sở Mẫu",
			"title: A\nissued: 2026-03-01\nbases:\n  - Căn cứ Kế hoạch số 12/KH-SM ngày 05/02/2026 triển khai từ ngày 01/5/2026",
		),
	}.run(t)
	formRule{
		code:  "date-order/impossible",
		hits:  withBody("Họp ngày ‹31/02/2026›.", "Họp ngày ‹5/13/2026›.", "Họp ngày ‹31 tháng 4 năm 2026›.", "Họp ngày ‹29/02/2026›."),
		traps: withBody("Họp ngày 29/02/2028.", "Tỷ lệ 31/02.", "Mã hồ sơ 99/99/2026/HS.", "Từ 2026/5/1.", "Xem `31/02/2026`."),
	}.run(t)
}
