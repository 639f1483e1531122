package check

import (
	"testing"
	"time"

	"antq/internal/content"
	"antq/internal/diag"
	"antq/internal/site"
)

func TestAttachmentMissing(t *testing.T) {
	formRule{
		code: "attachment-missing",
		hits: withBody(
			"Làm tốt.\n\n‹(Gửi kèm theo Hướng dẫn số 08/HD-SNV ngày 21/4/2026)›",
			"Làm theo lịch ‹(có danh sách kèm theo)› của Sở.",
			"Thực hiện theo ‹phụ lục kèm theo Kế hoạch này› của Sở.",
			"*‹(Kèm Hướng dẫn số 27/HD-VP)›*",
		),
		traps: append(withBody(
			"Kế hoạch ban hành kèm theo Quyết định số 2447/QĐ-TTg.",
			"Gửi đề xuất kèm mô tả việc làm; kèm theo dõi hằng tuần (ghi sổ).",
			"# x\n\n## Phụ lục I\n\n(Kèm theo Kế hoạch số 12/KH-SM)",
			"(Gửi kèm [danh sách](danh-sach.pdf))",
			"Ban hành phụ lục kèm theo Nghị định số 30/2020/NĐ-CP.",
		), formCase{front: plainFront + "\nattachments:\n  - title: Phụ lục\n    file: a.pdf", body: "(Gửi kèm theo phụ lục)"}),
	}.run(t)
	formRule{
		code: "attachment-missing/empty",
		hits: withFront(
			plainFront+"\nattachments:\n  - ‹title›: Phụ lục",
			plainFront+"\nattachments:\n  - title: A\n    file: a.pdf\n  - ‹title›: B",
			plainFront+"\nattachments:\n  - ‹title›: B\n    note: gửi sau",
		),
		traps: withFront(plainFront+"\nattachments:\n  - a.pdf", plainFront+"\nattachments:\n  - title: A\n    to: /van-ban/a", plainFront),
	}.run(t)
}

func TestTasks(t *testing.T) {
	task := plainFront + "\ntasks:\n  - id: a\n    what: "
	formRule{
		code:  "task-without-owner",
		hits:  withFront(task+"‹Tuần tra đêm›\n    when: ongoing", task+"‹Tập huấn›\n    day: 2026-06-01", task+"‹Dọn kho›\n    partners: Công an xã"),
		traps: withFront(task+"Tuần tra\n    owner: all", task+"Khen\n    when: on-event", task+"Gửi hồ sơ\n    to: Văn phòng\n    before: 2026-06-01", task+"Khen\n    when: to-be-announced"),
	}.run(t)
	formRule{
		code:  "task-without-date",
		hits:  withFront(task+"‹Tuần tra đêm›\n    owner: all", task+"‹Dọn kho›\n    to: Sở", task+"‹Sơ kết›\n    every: year\n    from: 2026"),
		traps: withFront(task+"A\n    day: 2026-06", task+"A\n    every: year\n    month: 11", task+"A\n    when: ongoing", task+"A\n    from: 2026-05-01\n    until: 2026-06-01"),
	}.run(t)
	review := plainFront + "\ntasks:\n  - id: b\n    what: Sơ kết, tổng kết\n    every: year\n    month: 11\n    owner: all\n  - id: a\n    what: "
	formRule{
		code: "deadline-conflict",
		hits: withFront(
			review+"Báo cáo năm\n    every: year\n    before: ‹05/11›",
			review+"Gửi báo cáo tổng kết\n    every: year\n    before: ‹30/11›",
			review+"Báo cáo\n    every: year\n    ‹before›:\n      - 01/6\n      - 15/11",
		),
		traps: withFront(
			review+"Báo cáo năm\n    every: year\n    before: 15/12",
			review+"Báo cáo năm\n    every: year\n    before: 01/11",
			review+"Nộp sổ trực\n    every: year\n    before: 05/11",
			review+"Báo cáo\n    before: 2026-11-05",
		),
	}.run(t)
	formRule{
		code: "deadline-conflict/past",
		hits: withFront(
			task+"Gửi bài\n    before: ‹2026-05-20›",
			task+"Họp\n    day: ‹2026-04›",
			task+"Họp\n    day: ‹2025-05-21›",
		),
		traps: withFront(task+"Gửi bài\n    before: 2026-05-21", task+"Họp\n    day: 2026-05", task+"Họp\n    every: year\n    day: 01/3"),
	}.run(t)
}

// TestForm examines sites: the release that an agency asks for, and the days of bases.
func TestForm(t *testing.T) {
	files := map[string]string{
		"so-mau/_agency.md":          "---\nname: Sở Mẫu\nshortName: Sở Mẫu\ncode: SM\nplace: Mẫu\napproval:\n  - story\n---\n",
		"so-mau/guong-tot/a.md":      "---\ntitle: Chưa duyệt\ndate: 2026-01-01\n---\nA\n",
		"so-mau/guong-tot/b.md":      "---\ntitle: Đã duyệt\ndate: 2026-01-01\napproved:\n  by: Chánh Văn phòng\n  date: 2026-01-01\n---\nA\n",
		"so-mau/guong-tot/c.md":      "---\ntitle: Nháp\ndate: 2026-01-01\ndraft: true\n---\nA\n",
		"so-mau/guong-tot/d.md":      "---\ntitle: Đã gỡ\ndate: 2026-01-01\nwithdrawn:\n  date: 2026-02-01\n  reason: Sai\n---\nA\n",
		"so-mau/tin-tuc/e.md":        "---\ntitle: Tin\ndate: 2026-01-01\n---\nA\n",
		"so-mau/ke-hoach/truoc.md":   "---\ntitle: Trước căn cứ\nnumber: 12/KH-SM\nissued: 2026-01-05\nbases:\n  - text: Căn cứ kế hoạch của tỉnh\n    to: /_shared/van-ban/tinh\n---\nA\n",
		"so-mau/ke-hoach/sau.md":     "---\ntitle: Sau căn cứ\nnumber: 13/KH-SM\nissued: 2026-03-05\nbases:\n  - text: Căn cứ kế hoạch của tỉnh\n    to: /_shared/van-ban/tinh\n---\nA\n",
		"so-mau/ke-hoach/mai-sau.md": "---\ntitle: Căn cứ chưa đến\nnumber: /KH-SM\nissued: 2026\nbases:\n  - Căn cứ Luật Thi đua, khen thưởng\n  - Căn cứ Kế hoạch số 9/KH-TM ngày 05/12/2026 của Tỉnh Mẫu\n---\nA\n",
		"so-mau/ke-hoach/nay.md":     "---\ntitle: Căn cứ hôm nay\nnumber: 15/KH-SM\nissued: 2026-11-22\nbases:\n  - Căn cứ Kế hoạch số 9/KH-TM ngày 22/11/2026 của Tỉnh Mẫu\n---\nA\n",
		"_shared/van-ban/tinh.md":    "---\ntitle: Kế hoạch tỉnh\ntype: Kế hoạch\nnumber: 01/KH-TM\nissued: 2026-02-01\nissuer: Tỉnh Mẫu\n---\nA\n",
	}
	var docs []*content.Document
	for _, path := range sorted(files) {
		doc, problems := content.Parse(path, []byte(files[path]))
		if problems.HasErrors() {
			t.Fatalf("%s: %+v", path, problems.All())
		}
		docs = append(docs, doc)
	}
	sites, _ := site.New(site.Input{Documents: docs, Now: time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)})
	want := []string{
		"content/so-mau/guong-tot/a.md:2:8 not-approved",
		"content/so-mau/ke-hoach/mai-sau.md:7:5 date-order/future",
		"content/so-mau/ke-hoach/truoc.md:6:5 date-order",
	}
	list := New().Form(sites)
	checkPlaces(t, list.All(), want)
	for _, p := range list.All() {
		if p.Message(diag.English) == "" || p.Message(diag.Vietnamese) == "" {
			t.Errorf("%+v says nothing", p)
		}
	}
}
