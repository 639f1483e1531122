package check

import (
	"strings"
	"testing"
)

// Files of the sample in which a fault is put.
const (
	sampleReport = "so-xay-dung/van-ban/2026-311-bc-sxd.md"
	samplePlan   = "bql-dong-dang/ke-hoach/trung-tam-cua-khau-2026.md"
	sampleStory  = "bql-dong-dang/guong-tot/nhung-hang-xe-thang-loi.md"
)

// mutations put one fault into a file of the sample; the place of the problem stands between ‹ and ›.
var mutations = []struct{ code, file, old, new string }{
	{"number-missing", samplePlan, "title: Thực hiện phong trào", "title: ‹Thực hiện phong trào"},
	{"number-missing/figures", samplePlan, "number: 14/KH-TTQLCK", "number: ‹/KH-TTQLCK›"},
	{"number-missing/symbol", sampleReport, "number: 311/BC-SXD", "number: ‹311›"},
	{"symbol-type-mismatch", sampleReport, "number: 311/BC-SXD", "number: ‹311/KH-SXD›"},
	{"symbol-type-mismatch/cited", sampleStory, "\n| Việc |", "\nTheo ‹Quyết định số 12/KH-SXD› của Sở.\n\n| Việc |"},
	{"number-form/zero", samplePlan, "number: 14/KH-TTQLCK", "number: ‹4/KH-TTQLCK›"},
	{"number-form/space", samplePlan, "number: 14/KH-TTQLCK", "number: ‹14 /KH-TTQLCK›"},
	{"date-incomplete", sampleReport, "number: 311/BC-SXD\nissued: 2026-11-03\n", "number: ‹311/BC-SXD›\n"},
	{"date-incomplete/day", sampleReport, "issued: 2026-11-03", "issued: ‹2026-11›"},
	{"date-incomplete/month", sampleReport, "issued: 2026-11-03", "issued: ‹2026›"},
	{"date-incomplete/blank", sampleReport, "## I. Kết quả", "Lạng Sơn, ‹ngày tháng 11› năm 2026\n\n## I. Kết quả"},
	{"date-form", sampleReport, "hết ngày 31/10/2026", "hết ngày ‹1/9/2026›"},
	{"date-order", sampleReport, "issued: 2026-11-03\ndate: 2026-11-04\nperiod: 2026\nbases:\n  - Thực hiện Chương trình số 04/CTr-BCĐ ngày 14/01/2026 ",
		"issued: 2026-01-13\ndate: 2026-11-04\nperiod: 2026\nbases:\n  - ‹Thực hiện Chương trình số 04/CTr-BCĐ ngày 14/01/2026 "},
	{"date-order/impossible", sampleReport, "hết ngày 31/10/2026", "hết ngày ‹31/11/2026›"},
	{"bases-form", sampleReport, "\n## I. Kết quả", "\nCăn cứ Luật Thi đua, khen thưởng‹.›\n\nCăn cứ Kế hoạch số 12/KH-SXD.\n\n## I. Kết quả"},
	{"recipients-form/filed", sampleReport, "recipients:\n  - Công an tỉnh\n  - Lãnh đạo Sở\n  - Các phòng, đơn vị thuộc Sở\nfiled:\n  - VT\n  - VP\n",
		"‹recipients›:\n  - Công an tỉnh\n  - Lãnh đạo Sở\n"},
	{"recipients-form/last", sampleReport, "khen thưởng theo hướng dẫn./.", "khen thưởng theo hướng dẫn./.\n\nNơi nhận:\n\n- Công an tỉnh;\n- ‹Lãnh đạo Sở.›"},
	{"end-mark", sampleReport, "khen thưởng theo hướng dẫn./.", "khen thưởng theo hướng dẫn‹.›"},
	{"end-mark/twice", sampleReport, "đã lùi.\n", "đã lùi./.\n"},
	{"end-mark/behind", sampleReport, "khen thưởng theo hướng dẫn./.", "khen thưởng theo hướng dẫn./.\n\n‹Còn một việc nữa.›"},
	{"numbering-gap", sampleReport, "### 3. Hạn chế", "### ‹4›. Hạn chế"},
	{"numbering-gap/again", sampleReport, "### 3. Hạn chế", "### ‹2›. Hạn chế"},
	{"heading-level/jump", sampleReport, "## II. Phương hướng", "## II. Phương hướng\n\n#### ‹Việc trước mắt›"},
	{"heading-level/siblings", sampleReport, "### 3. Hạn chế", "#### ‹3. Hạn chế›"},
	{"heading-level/colon", sampleReport, "### 3. Hạn chế", "### 3. Hạn chế‹:›"},
	{"attachment-missing", sampleReport, "đã lùi.\n", "đã lùi ‹(có danh sách kèm theo)›.\n"},
	{"attachment-missing/empty", sampleReport, "related:\n  - rel: fulfils", "attachments:\n  - ‹title›: Phụ lục số liệu\nrelated:\n  - rel: fulfils"},
	{"task-without-owner", samplePlan, "    what: Diễn tập phân luồng khi ùn tắc\n    owner: trung-tam-cua-khau\n", "    what: ‹Diễn tập phân luồng khi ùn tắc›\n"},
	{"task-without-date", samplePlan, "what: Gửi danh sách đề xuất khen thưởng\n    owner: tong-hop-cua-khau\n    to: van-phong\n    before: 2026-12-08\n",
		"what: ‹Gửi danh sách đề xuất khen thưởng›\n    owner: tong-hop-cua-khau\n"},
	{"deadline-conflict", samplePlan, "what: Diễn tập phân luồng khi ùn tắc", "what: Sơ kết đợt thi đua"},
	{"deadline-conflict/past", samplePlan, "before: 2026-12-08", "before: ‹2026-06-08›"},
	{"term", sampleReport, "## I. Kết quả", "Giữ trật tự ‹trên bàn tỉnh›.\n\n## I. Kết quả"},
	{"spelling-mixed", sampleReport, "## I. Kết quả", "Cấp ủy và Đảng ‹uỷ›.\n\n## I. Kết quả"},
	{"quotes", sampleReport, "## I. Kết quả", "Danh hiệu ‹\"An toàn\"›.\n\n## I. Kết quả"},
	{"quotes/open", sampleReport, "## I. Kết quả", "Danh hiệu ‹“›An toàn.\n\n## I. Kết quả"},
	{"quotes/close", sampleReport, "## I. Kết quả", "Danh hiệu An toàn‹”›.\n\n## I. Kết quả"},
	{"link-text", sampleStory, "\n| Việc |", "\nXem [‹tại đây›](/lich).\n\n| Việc |"},
	{"alt-text", sampleStory, "\n| Việc |", "\n![‹hình ảnh›](nhung-hang-xe-thang-loi.png)\n\n| Việc |"},
	{"table-header/cell", sampleStory, "| Việc | Trước | Sau |", "| Việc ‹|  ›| Sau |"},
	{"text-language", sampleStory, "title: ", "lang: ‹en›\ntitle: "},
}

func TestMutationsAreFound(t *testing.T) {
	files := map[string]string{}
	for _, f := range sampleFiles(t) {
		files[f.doc.Path] = string(f.src)
	}
	for _, m := range mutations {
		t.Run(strings.ReplaceAll(m.code, "/", "-"), func(t *testing.T) {
			src, old, now := files[m.file], m.old, m.new
			if strings.Count(src, old) < 1 {
				t.Fatalf("%s has no %q", m.file, old)
			}
			marked := strings.Replace(src, old, now, 1)
			switch m.code { // some places are given by the rest of the line, or lie elsewhere
			case "number-missing":
				marked = strings.Replace(strings.Replace(marked, "number: 14/KH-TTQLCK\n", "", 1), "cửa khẩu năm 2026\n", "cửa khẩu năm 2026›\n", 1)
			case "date-order":
				marked = strings.Replace(marked, "phong trào năm 2026\n", "phong trào năm 2026›\n", 1)
			case "end-mark/twice":
				marked = strings.Replace(marked, "hướng dẫn./.", "hướng dẫn‹./.›", 1)
			case "deadline-conflict":
				marked = strings.Replace(strings.Replace(marked, "Gửi danh sách", "Gửi báo cáo", 1), "before: 2026-12-08", "every: year\n    before: ‹15/10›", 1)
			}
			formRule{code: m.code, path: m.file}.mustHitSource(t, marked)
		})
	}
}
