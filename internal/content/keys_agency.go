package content

var agencyKeys = tableOf(
	row[Agency]{name: "name", typed: "tên; tên cơ quan", needed: every, read: text(func(a *Agency) *string { return &a.Name }), en: "name of the agency", vi: "tên cơ quan"},
	row[Agency]{name: "shortName", typed: "tên ngắn; tên viết tắt; tên gọi tắt", read: text(func(a *Agency) *string { return &a.ShortName }), fallback: Words{"name", "tên"}, en: "short name", vi: "tên ngắn"},
	row[Agency]{name: "code", typed: "mã; chữ viết tắt; tên viết tắt cơ quan", needed: every, read: text(func(a *Agency) *string { return &a.Code }),
		en: "letters of the agency in document symbols (SXD)", vi: "chữ viết tắt của cơ quan trong ký hiệu văn bản (SXD)"},
	row[Agency]{name: "organId", typed: "mã định danh; mã cơ quan", read: text(func(a *Agency) *string { return &a.OrganID }), en: "electronic id of the organ", vi: "mã định danh điện tử của cơ quan"},
	row[Agency]{name: "place", typed: "địa danh; nơi", needed: every, read: text(func(a *Agency) *string { return &a.Place }), en: "place of issue of its documents", vi: "địa danh trên văn bản của cơ quan"},
	row[Agency]{name: "parent", typed: "cơ quan chủ quản; cấp trên; chủ quản", read: group(linkKeys, func(a *Agency) *Link { return &a.Parent }), en: "the organ above it", vi: "cơ quan chủ quản"},
	row[Agency]{name: "portal", typed: "cổng thông tin; cổng", read: group(linkKeys, func(a *Agency) *Link { return &a.Portal }), en: "the portal that the site is part of", vi: "cổng thông tin mà trang là một phần"},
	row[Agency]{name: "baseURL", typed: "địa chỉ trang; tên miền; địa chỉ gốc", read: checked(wordsAddress, (*decoder).baseAddress, func(a *Agency) *string { return &a.BaseURL }),
		en: "address at which the site stands", vi: "địa chỉ đặt trang"},
	row[Agency]{name: "address", typed: "địa chỉ; trụ sở", read: text(func(a *Agency) *string { return &a.Address }), en: "postal address", vi: "địa chỉ trụ sở"},
	row[Agency]{name: "phone", typed: "điện thoại; số điện thoại", read: checked(wordsPhone, (*decoder).phone, func(a *Agency) *string { return &a.Phone }), en: "telephone", vi: "điện thoại"},
	row[Agency]{name: "fax", read: checked(wordsPhone, (*decoder).phone, func(a *Agency) *string { return &a.Fax }), en: "fax", vi: "fax"},
	row[Agency]{name: "email", typed: "thư điện tử; hộp thư", read: checked(wordsEmail, (*decoder).email, func(a *Agency) *string { return &a.Email }), en: "e-mail", vi: "thư điện tử"},
	row[Agency]{name: "officer", typed: "đầu mối; cán bộ đầu mối; người liên hệ", read: optional(officerKeys, func(a *Agency) **Contact { return &a.Officer }), en: "contact officer", vi: "cán bộ đầu mối"},
	row[Agency]{name: "responsible", typed: "chịu trách nhiệm; người chịu trách nhiệm", read: optional(responsibleKeys, func(a *Agency) **Contact { return &a.Responsible }),
		en: "who answers for the content", vi: "người chịu trách nhiệm nội dung"},
	row[Agency]{name: "en", typed: "tiếng anh", read: group(englishKeys, func(a *Agency) *EnglishName { return &a.En }), en: "name and address in English (NĐ 42/2022, Điều 7)", vi: "tên và địa chỉ bằng tiếng Anh (NĐ 42/2022, Điều 7)"},
	row[Agency]{name: "hotlines", typed: "đường dây nóng; số nóng", read: groups(hotlineKeys, func(a *Agency) *[]Hotline { return &a.Hotlines }), en: "where a citizen reports", vi: "nơi người dân báo tin"},
	row[Agency]{name: "board", typed: "ban chỉ đạo", read: groups(boardKeys, func(a *Agency) *[]BoardMember { return &a.Board }), en: "the steering board (Ban Chỉ đạo)", vi: "Ban Chỉ đạo"},
	row[Agency]{name: "units", typed: "đơn vị; các đơn vị; phòng ban", read: groups(unitKeys, func(a *Agency) *[]Unit { return &a.Units }), en: "divisions and attached units", vi: "phòng, đơn vị trực thuộc"},
	row[Agency]{name: "palette", typed: "màu; bảng màu", read: choice(palettes, func(a *Agency) *string { return &a.Palette }), fallback: same("red"), en: "colours", vi: "bảng màu"},
	row[Agency]{name: "logo", typed: "biểu trưng", read: checked(wordsFile, (*decoder).fileName, func(a *Agency) *string { return &a.Logo }), en: "picture file of the logo", vi: "tệp ảnh biểu trưng"},
	row[Agency]{name: "urls", typed: "kiểu địa chỉ", read: choice(addressForms, func(a *Agency) *string { return &a.URLs }), fallback: same("html"), en: "form of addresses: x.html or x/", vi: "kiểu địa chỉ: x.html hoặc x/"},
	row[Agency]{name: "nav", typed: "trình đơn; menu", read: groups(navKeys, func(a *Agency) *[]NavItem { return &a.Nav }), fallback: Words{"the sections", "các chuyên mục"}, en: "the menu", vi: "trình đơn"},
	row[Agency]{name: "accessibility", typed: "khả năng tiếp cận", read: group(accessibilityKeys, func(a *Agency) *Accessibility { return &a.Accessibility }), en: "for the statement on accessibility", vi: "cho tuyên bố về khả năng tiếp cận"},
	row[Agency]{name: "approval", typed: "phê duyệt; duyệt", read: choices(approvalKinds(), func(a *Agency) *[]string { return &a.Approval }), fallback: Words{"none", "không có"}, en: "kinds that need approved", vi: "các loại bài phải có khoá approved"},
	row[Agency]{name: "publicContacts", typed: "liên hệ công khai", read: group(publicContactKeys, func(a *Agency) *PublicContacts { return &a.PublicContacts }),
		en: "further numbers and addresses that may be published", vi: "số và địa chỉ khác được phép công khai"},
	row[Agency]{name: "deploy", typed: "triển khai; đăng tải", read: deployTargets(func(a *Agency) *[]DeployTarget { return &a.Deploy }), en: "where the site is put, by name; never a password", vi: "nơi đưa trang lên, theo tên; không bao giờ ghi mật khẩu"},
)

var palettes = []Choice{{"red", "đỏ"}, {"blue", "xanh; xanh dương; xanh lam"}, {"green", "xanh lá; xanh lục"}}

var addressForms = []Choice{{"html", ""}, {"folders", "thư mục"}}

// approvalKinds are the kinds of documents, as values.
func approvalKinds() []Choice {
	var out []Choice
	for _, k := range titled {
		out = append(out, Choice{k.String(), k.Label()})
	}
	return out
}

var linkKeys = tableOf(
	row[Link]{name: "name", typed: "tên", needed: every, read: text(func(l *Link) *string { return &l.Name }), en: "name", vi: "tên"},
	row[Link]{name: "url", typed: "địa chỉ; đường dẫn; trang", read: checked(wordsAddress, (*decoder).address, func(l *Link) *string { return &l.URL }), en: "address of its site", vi: "địa chỉ trang"},
)

// The rows of a contact. A conference's has no unit, the person responsible only a name and a position.
var (
	contactName     = row[Contact]{name: "name", typed: "tên; họ tên; họ và tên", read: text(func(c *Contact) *string { return &c.Name }), en: "name", vi: "họ và tên"}
	contactPosition = row[Contact]{name: "position", typed: "chức vụ; chức danh", read: text(func(c *Contact) *string { return &c.Position }), en: "position", vi: "chức vụ"}
	contactUnit     = row[Contact]{name: "unit", typed: "đơn vị", read: text(func(c *Contact) *string { return &c.Unit }), en: "unit id, or words", vi: "mã đơn vị, hoặc chữ"}
	contactPhone    = row[Contact]{name: "phone", typed: "điện thoại; số điện thoại", read: checked(wordsPhone, (*decoder).phone, func(c *Contact) *string { return &c.Phone }), en: "telephone", vi: "điện thoại"}
	contactEmail    = row[Contact]{name: "email", typed: "thư điện tử", read: checked(wordsEmail, (*decoder).email, func(c *Contact) *string { return &c.Email }), en: "e-mail", vi: "thư điện tử"}

	officerKeys     = tableOf(contactName, contactPosition, contactUnit, contactPhone, contactEmail)
	contactKeys     = tableOf(contactName, contactPosition, contactPhone, contactEmail)
	responsibleKeys = tableOf(contactName, contactPosition)
)

var englishKeys = tableOf(
	row[EnglishName]{name: "name", typed: "tên", read: text(func(e *EnglishName) *string { return &e.Name }), en: "name in English", vi: "tên bằng tiếng Anh"},
	row[EnglishName]{name: "address", typed: "địa chỉ", read: text(func(e *EnglishName) *string { return &e.Address }), en: "address in English", vi: "địa chỉ bằng tiếng Anh"},
)

var hotlineKeys = tableOf(
	row[Hotline]{name: "name", typed: "tên", needed: every, read: text(func(h *Hotline) *string { return &h.Name }), en: "who answers", vi: "nơi tiếp nhận"},
	row[Hotline]{name: "phone", typed: "điện thoại; số điện thoại; số", needed: every, read: checked(wordsPhone, (*decoder).phone, func(h *Hotline) *string { return &h.Phone }), en: "number", vi: "số điện thoại"},
	row[Hotline]{name: "hours", typed: "giờ; giờ trực", read: text(func(h *Hotline) *string { return &h.Hours }), en: "hours", vi: "giờ trực"},
	row[Hotline]{name: "note", typed: "ghi chú", read: text(func(h *Hotline) *string { return &h.Note }), en: "remark", vi: "ghi chú"},
)

var boardKeys = tableOf(
	row[BoardMember]{name: "role", typed: "vai trò; nhiệm vụ", read: text(func(b *BoardMember) *string { return &b.Role }), en: "role in the board", vi: "vai trò trong Ban"},
	row[BoardMember]{name: "name", typed: "tên; họ tên; họ và tên", read: text(func(b *BoardMember) *string { return &b.Name }), en: "name", vi: "họ và tên"},
	row[BoardMember]{name: "position", typed: "chức vụ; chức danh", read: text(func(b *BoardMember) *string { return &b.Position }), en: "position", vi: "chức vụ"},
)

var unitKeys = tableOf(
	row[Unit]{name: "id", typed: "mã", needed: every, read: checked(wordsSlug, (*decoder).slug, func(u *Unit) *string { return &u.ID }), en: "short name by which documents point to it", vi: "mã để văn bản dẫn đến"},
	row[Unit]{name: "name", typed: "tên; tên đơn vị", needed: every, read: text(func(u *Unit) *string { return &u.Name }), en: "name", vi: "tên"},
	row[Unit]{name: "shortName", typed: "tên ngắn; tên viết tắt; tên gọi tắt", read: text(func(u *Unit) *string { return &u.ShortName }), fallback: Words{"name", "tên"}, en: "short name", vi: "tên ngắn"},
	row[Unit]{name: "head", typed: "trưởng; phụ trách; người đứng đầu; lãnh đạo", read: text(func(u *Unit) *string { return &u.Head }), en: "its head", vi: "người đứng đầu"},
	row[Unit]{name: "parent", typed: "thuộc; cấp trên", read: checked(wordsSlug, (*decoder).slug, func(u *Unit) *string { return &u.Parent }), en: "id of the unit above", vi: "mã đơn vị cấp trên"},
	row[Unit]{name: "group", typed: "nhóm; khối", read: checked(wordsSlug, (*decoder).slug, func(u *Unit) *string { return &u.Group }), en: "id of a group, free to choose", vi: "mã nhóm, tự đặt"},
)

var navKeys = tableOf(
	row[NavItem]{name: "title", typed: "tiêu đề; tên", read: text(func(n *NavItem) *string { return &n.Title }), fallback: Words{"the page's title", "tiêu đề của trang"}, en: "word in the menu", vi: "chữ trên trình đơn"},
	row[NavItem]{name: "to", typed: "đến; đường dẫn", needed: every, read: named(wordsPath, text(func(n *NavItem) *string { return &n.To })), en: "path of the page", vi: "đường dẫn đến trang"},
)

var accessibilityKeys = tableOf(
	row[Accessibility]{name: "checked", typed: "ngày kiểm tra; kiểm tra", read: date(func(a *Accessibility) *Date { return &a.Checked }), en: "day of the last check", vi: "ngày kiểm tra gần nhất"},
	row[Accessibility]{name: "gaps", typed: "hạn chế; còn thiếu", read: texts(func(a *Accessibility) *[]string { return &a.Gaps }), en: "what does not meet the rules yet", vi: "những điểm chưa đáp ứng"},
)

var publicContactKeys = tableOf(
	row[PublicContacts]{name: "phones", typed: "điện thoại; số điện thoại", read: checkedTexts(wordsTexts, (*decoder).phone, func(p *PublicContacts) *[]string { return &p.Phones }), en: "telephone numbers", vi: "số điện thoại"},
	row[PublicContacts]{name: "emails", typed: "thư điện tử", read: checkedTexts(wordsTexts, (*decoder).email, func(p *PublicContacts) *[]string { return &p.Emails }), en: "e-mail addresses", vi: "địa chỉ thư điện tử"},
	row[PublicContacts]{name: "accounts", typed: "tài khoản", read: texts(func(p *PublicContacts) *[]string { return &p.Accounts }), en: "bank accounts", vi: "số tài khoản"},
)
