package content

import "slices"

// The kinds of files that are no pages of their own take only those common keys that have an effect there:
// a profile has a name instead of a title.
var headed = slices.Concat(titled, []Kind{KindSection})

// commonKeys are the keys of every kind.
var commonKeys = tableOf(
	row[Common]{name: "title", kinds: headed, typed: "tiêu đề; tên; trích yếu; tên bài", needed: titled,
		read: text(func(c *Common) *string { return &c.Title }),
		en:   "the name; of an administrative document the abstract, without the name of its type",
		vi:   "tên gọi; với văn bản hành chính là trích yếu, không kèm tên loại"},
	row[Common]{name: "shortTitle", kinds: titled, typed: "tiêu đề ngắn; tên ngắn; tiêu đề rút gọn",
		read: text(func(c *Common) *string { return &c.ShortTitle }), fallback: Words{"title, cut at a word", "tiêu đề, cắt ở cuối một chữ"},
		en: "the name on cards, in menus and in the trail of pages",
		vi: "tên ngắn dùng trên thẻ, trình đơn và đường dẫn trang"},
	row[Common]{name: "date", kinds: titled, typed: "ngày; ngày đăng; ngày tháng", needed: []Kind{KindStory, KindNotice, KindMaterial},
		read: date(func(c *Common) *Date { return &c.Date }),
		en:   "the day of posting; one in the future holds the page back until then",
		vi:   "ngày đăng; nếu ở tương lai thì trang được giữ lại đến ngày đó"},
	row[Common]{name: "description", typed: "mô tả; tóm tắt; sapo; giới thiệu",
		read: textUpTo(300, func(c *Common) *string { return &c.Description }), fallback: Words{"from the document's keys, else the first sentence", "từ các khoá của văn bản, hoặc câu đầu tiên"},
		en: "lead of the page and text for search engines, up to 300 letters",
		vi: "đoạn dẫn của trang và mô tả cho máy tìm kiếm, tối đa 300 chữ"},
	row[Common]{name: "changes", kinds: titled, typed: "thay đổi; sửa đổi; cập nhật",
		read: groups(changeKeys, func(c *Common) *[]Change { return &c.Changes }),
		en:   "what was changed after posting; the newest entry is the day of the last update",
		vi:   "những thay đổi sau khi đăng; mục mới nhất là ngày cập nhật"},
	row[Common]{name: "draft", kinds: titled, typed: "bản nháp; nháp",
		read: boolean(func(c *Common) *bool { return &c.Draft }), fallback: same("false"),
		en: "not published yet", vi: "chưa đăng"},
	row[Common]{name: "expiryDate", kinds: titled, typed: "ngày hết hạn; hết hạn; hạn đăng",
		read: date(func(c *Common) *Date { return &c.ExpiryDate }),
		en:   "from this day on the page is left out of the home page, lists and feeds",
		vi:   "từ ngày này trang không còn trên trang chủ, danh mục và nguồn tin"},
	row[Common]{name: "withdrawn", kinds: titled, typed: "thu hồi; gỡ bỏ; đã gỡ",
		read: optional(withdrawalKeys, func(c *Common) **Withdrawal { return &c.Withdrawn }),
		en:   "the content was taken away; a notice stays in its place",
		vi:   "nội dung đã được gỡ; tại chỗ còn lại một thông báo"},
	row[Common]{name: "slug", kinds: titled, typed: "đường dẫn tĩnh; tên đường dẫn",
		read: checked(wordsSlug, (*decoder).slug, func(c *Common) *string { return &c.Slug }), fallback: Words{"from the name of the file or folder", "theo tên tệp hoặc thư mục"},
		en: "the last part of the page's address", vi: "phần cuối trong địa chỉ của trang"},
	row[Common]{name: "aliases", kinds: titled, typed: "địa chỉ cũ; đường dẫn cũ",
		read: checkedTexts(wordsTexts, (*decoder).alias, func(c *Common) *[]string { return &c.Aliases }),
		en:   "old addresses below the agency that lead to this page",
		vi:   "các địa chỉ cũ trong trang của cơ quan, nay dẫn đến trang này"},
	row[Common]{name: "tags", kinds: titled, typed: "thẻ; chủ đề; từ khoá; nhãn",
		read: texts(func(c *Common) *[]string { return &c.Tags }), en: "topics", vi: "chủ đề"},
	row[Common]{name: "unit", kinds: titled, typed: "đơn vị; phòng; mã đơn vị",
		read: text(func(c *Common) *string { return &c.Unit }),
		en:   "id of the unit that the document comes from or is about",
		vi:   "mã đơn vị ban hành hoặc được nói đến"},
	row[Common]{name: "image", kinds: titled, typed: "ảnh; hình; hình ảnh; ảnh đại diện",
		read: optional(imageKeys, func(c *Common) **Image { return &c.Image }), en: "the lead picture", vi: "ảnh chính"},
	row[Common]{name: "attachments", kinds: titled, typed: "đính kèm; tệp đính kèm; văn bản kèm theo; phụ lục; gửi kèm",
		read: groups(attachmentKeys, func(c *Common) *[]Attachment { return &c.Attachments }),
		en:   "files beside the page, or documents of the site", vi: "tệp để cạnh trang, hoặc văn bản của trang"},
	row[Common]{name: "related", kinds: titled, typed: "liên quan; văn bản liên quan; bài liên quan",
		read: textsOrGroups(relationKeys, func(s string) Relation { return Relation{To: s} }, func(c *Common) *[]Relation { return &c.Related }),
		en:   "relations to other documents, shown on both sides", vi: "quan hệ với văn bản, bài viết khác; hiện ở cả hai phía"},
	row[Common]{name: "source", kinds: titled, typed: "nguồn; nguồn tin", read: text(func(c *Common) *string { return &c.Source }),
		en: "where the content comes from", vi: "nguồn của nội dung"},
	row[Common]{name: "sourceURL", kinds: titled, typed: "địa chỉ nguồn; bản chính thức; link nguồn",
		read: checked(wordsAddress, (*decoder).address, func(c *Common) *string { return &c.SourceURL }),
		en:   "address of the official page elsewhere", vi: "địa chỉ bản chính thức ở trang khác"},
	row[Common]{name: "author", kinds: titled, typed: "tác giả; người viết; người soạn", read: text(func(c *Common) *string { return &c.Author }),
		en: "who wrote it", vi: "người viết"},
	row[Common]{name: "approved", kinds: titled, typed: "phê duyệt; duyệt; người duyệt",
		read: optional(approvalKeys, func(c *Common) **Approval { return &c.Approved }), en: "who released it", vi: "người duyệt đăng"},
	row[Common]{name: "weight", kinds: titled, typed: "thứ tự ưu tiên; độ ưu tiên", read: number(func(c *Common) *int { return &c.Weight }),
		fallback: same("0"), en: "order among its like; smaller comes first", vi: "thứ tự trong danh mục; số nhỏ đứng trước"},
	row[Common]{name: "toc", kinds: titled, typed: "mục lục", read: onOff(func(c *Common) *Switch { return &c.TOC }), fallback: Words{"by length", "tuỳ độ dài"},
		en: "table of contents on or off", vi: "có hay không có mục lục"},
	row[Common]{name: "noindex", kinds: titled, typed: "không lập chỉ mục", read: boolean(func(c *Common) *bool { return &c.NoIndex }),
		fallback: same("false"), en: "kept out of search engines and the sitemap", vi: "không cho máy tìm kiếm và sơ đồ trang biết đến"},
	row[Common]{name: "lang", typed: "ngôn ngữ; tiếng", read: checked(wordsLang, (*decoder).language, func(c *Common) *string { return &c.Lang }),
		fallback: same("vi"), en: "language of the content", vi: "ngôn ngữ của nội dung"},
	row[Common]{name: "abbreviations", typed: "viết tắt; chữ viết tắt; từ viết tắt",
		read: abbreviations(func(c *Common) *[]Abbreviation { return &c.Abbreviations }),
		en:   "short forms and what they stand for; the nearest wins: document, agency, campaign",
		vi:   "chữ viết tắt và nghĩa; nơi gần nhất được dùng: văn bản, cơ quan, chiến dịch"},
	row[Common]{name: "waive", typed: "bỏ qua; miễn; chấp nhận",
		read: groups(waiverKeys, func(c *Common) *[]Waiver { return &c.Waive }),
		en:   "problems of this file that are accepted, each with a reason", vi: "vấn đề của tệp này được chấp nhận, kèm lý do"},
)

var changeKeys = tableOf(
	row[Change]{name: "date", typed: "ngày", needed: every, read: date(func(c *Change) *Date { return &c.Date }),
		en: "day of the change", vi: "ngày thay đổi"},
	row[Change]{name: "note", typed: "ghi chú; nội dung", read: text(func(c *Change) *string { return &c.Note }),
		en: "what was changed", vi: "nội dung thay đổi"},
)

var withdrawalKeys = tableOf(
	row[Withdrawal]{name: "date", typed: "ngày", needed: every, read: date(func(w *Withdrawal) *Date { return &w.Date }),
		en: "since when", vi: "từ ngày nào"},
	row[Withdrawal]{name: "reason", typed: "lý do; lí do", needed: every, read: text(func(w *Withdrawal) *string { return &w.Reason }),
		en: "why", vi: "lý do"},
)

var imageKeys = tableOf(
	row[Image]{name: "src", typed: "tệp; file; đường dẫn", needed: every,
		read: checked(wordsFile, (*decoder).fileName, func(i *Image) *string { return &i.Src }), en: "the picture file", vi: "tệp ảnh"},
	row[Image]{name: "alt", typed: "mô tả; chữ thay ảnh", needed: every, read: text(func(i *Image) *string { return &i.Alt }),
		en: "what the picture shows, for those who cannot see it", vi: "ảnh thể hiện điều gì, cho người không nhìn được ảnh"},
	row[Image]{name: "credit", typed: "nguồn ảnh; tác giả; người chụp", read: text(func(i *Image) *string { return &i.Credit }),
		en: "who took it", vi: "người chụp, nguồn ảnh"},
	row[Image]{name: "consent", typed: "đồng ý; sự đồng ý", read: text(func(i *Image) *string { return &i.Consent }),
		en: "consent of those shown: a day or words", vi: "sự đồng ý của người trong ảnh: ngày hoặc lời ghi"},
)

var attachmentKeys = tableOf(
	row[Attachment]{name: "title", typed: "tiêu đề; tên", read: text(func(a *Attachment) *string { return &a.Title }),
		fallback: Words{"name of the file", "tên tệp"}, en: "what it is called", vi: "tên gọi"},
	row[Attachment]{name: "file", typed: "tệp; tập tin", read: checked(wordsFile, (*decoder).fileName, func(a *Attachment) *string { return &a.File }),
		en: "a file beside the page", vi: "tệp để cạnh trang"},
	row[Attachment]{name: "to", typed: "đến; văn bản", read: named(wordsPath, text(func(a *Attachment) *string { return &a.To })),
		en: "a document of the site instead", vi: "hoặc một văn bản của trang"},
	row[Attachment]{name: "note", typed: "ghi chú", read: text(func(a *Attachment) *string { return &a.Note }), en: "remark", vi: "ghi chú"},
	row[Attachment]{name: "original", typed: "bản gốc; bản chính", read: text(func(a *Attachment) *string { return &a.Original }),
		en: "which original the file is a copy of", vi: "tệp là bản sao của bản gốc nào"},
)

var relationKeys = tableOf(
	row[Relation]{name: "rel", typed: "quan hệ; loại", read: choice(relations, func(r *Relation) *string { return &r.Rel }),
		fallback: same("see-also"), en: "kind of relation", vi: "loại quan hệ"},
	row[Relation]{name: "to", typed: "đến; văn bản; tới", needed: every, read: named(wordsPath, text(func(r *Relation) *string { return &r.To })),
		en: "the other document: path, path#task, or a citation", vi: "văn bản kia: đường dẫn, đường dẫn#nhiệm-vụ hoặc dòng trích dẫn"},
	row[Relation]{name: "note", typed: "ghi chú", read: text(func(r *Relation) *string { return &r.Note }), en: "remark", vi: "ghi chú"},
)

var relations = []Choice{
	{"implements", "triển khai; thực hiện"}, {"amends", "sửa đổi; bổ sung; sửa đổi, bổ sung"}, {"replaces", "thay thế"},
	{"announces", "thông báo; công bố; sẽ ban hành"}, {"reports-on", "báo cáo; đưa tin"}, {"reviews", "tổng kết; sơ kết"},
	{"fulfils", "hoàn thành"}, {"attached-to", "kèm theo; đính kèm"}, {"see-also", "xem thêm; liên quan"},
}

var approvalKeys = tableOf(
	row[Approval]{name: "by", typed: "người duyệt; người", needed: every, read: text(func(a *Approval) *string { return &a.By }),
		en: "who released it", vi: "người duyệt"},
	row[Approval]{name: "date", typed: "ngày", read: date(func(a *Approval) *Date { return &a.Date }), en: "when", vi: "ngày duyệt"},
)

var waiverKeys = tableOf(
	row[Waiver]{name: "code", typed: "mã", needed: every, read: text(func(w *Waiver) *string { return &w.Code }),
		en: "code of the problem, as antq names it", vi: "mã vấn đề, như antq nêu"},
	row[Waiver]{name: "reason", typed: "lý do; lí do", needed: every, read: text(func(w *Waiver) *string { return &w.Reason }),
		en: "why it is accepted", vi: "lý do chấp nhận"},
)
