package preview

import "antq/internal/diag"

// wordRows are the words of the bar and the panel, and of the preview's own pages.
var wordRows = map[string]struct{ en, vi string }{
	"bar":          {"Preview", "Xem trước"},
	"good":         {"Up to date", "Đã cập nhật"},
	"broken":       {"Last good version", "Bản dựng được gần nhất"},
	"lost":         {"No connection to antq; trying again …", "Mất kết nối với antq; đang thử lại …"},
	"problems":     {"Problems", "Vấn đề"},
	"none":         {"No problems", "Không có vấn đề"},
	"error":        {"This page is the last good version. antq cannot build what was saved:", "Đây là bản dựng được gần nhất. antq chưa dựng được nội dung vừa lưu:"},
	"disk":         {"antq cannot read the site:", "antq không đọc được nội dung trang:"},
	"warnings":     {"Before the public sees it:", "Nên sửa trước khi đăng:"},
	"close":        {"Close", "Đóng"},
	"view":         {"View", "Kiểu xem"},
	"desktop":      {"Desktop", "Máy tính"},
	"phone":        {"Phone", "Điện thoại"},
	"paper":        {"A4 paper", "Giấy A4"},
	"drafts":       {"Drafts", "Bản nháp"},
	"today":        {"As of", "Tại ngày"},
	"now":          {"Today", "Hôm nay"},
	"source":       {"Open source", "Mở nguồn"},
	"follow":       {"Follow changes", "Theo chỗ sửa"},
	"elsewhere":    {"Changed:", "Vừa sửa:"},
	"hide":         {"Hide bar", "Ẩn thanh"},
	"show":         {"Show bar", "Hiện thanh"},
	"gone":         {"This page is no longer there.", "Trang này không còn nữa."},
	"fix":          {"To mend it:", "Cách sửa:"},
	"draft":        {"Draft: not published", "Bản nháp: chưa đăng"},
	"notFound":     {"There is no such page", "Không có trang này"},
	"noSite":       {"The site cannot be built yet", "Chưa dựng được trang"},
	"agencies":     {"Agencies of this site", "Các cơ quan trên trang này"},
	"brokenLayout": {"The layout of this page has an error", "Mẫu trình bày của trang này có lỗi"},
}

// wordsOf returns the words in a language.
func wordsOf(lang diag.Lang) map[string]string {
	words := make(map[string]string, len(wordRows))
	for key, row := range wordRows {
		words[key] = row.en
		if lang == diag.Vietnamese {
			words[key] = row.vi
		}
	}
	return words
}

// sentences are those of the preview's own pages.
type sentences struct{ notFound, noSite, brokenLayout, agencies string }

func (p *Preview) words() sentences {
	w := wordsOf(p.options.Lang)
	return sentences{w["notFound"], w["noSite"], w["brokenLayout"], w["agencies"]}
}
