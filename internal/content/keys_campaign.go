package content

var campaignKeys = tableOf(
	row[Campaign]{name: "name", typed: "tên; tên chiến dịch; tên phong trào", needed: every, read: text(func(c *Campaign) *string { return &c.Name }), en: "name of the campaign", vi: "tên phong trào"},
	row[Campaign]{name: "slogan", typed: "khẩu hiệu", read: text(func(c *Campaign) *string { return &c.Slogan }), en: "slogan", vi: "khẩu hiệu"},
	row[Campaign]{name: "period", typed: "giai đoạn; thời gian", read: period(func(c *Campaign) *Period { return &c.Period }), en: "its time", vi: "giai đoạn"},
	row[Campaign]{name: "hotlines", typed: "đường dây nóng; số nóng", read: groups(hotlineKeys, func(c *Campaign) *[]Hotline { return &c.Hotlines }), en: "where a citizen reports, for all agencies", vi: "nơi người dân báo tin, cho mọi cơ quan"},
	row[Campaign]{name: "terms", typed: "thuật ngữ; từ ngữ", read: groups(termKeys, func(c *Campaign) *[]Term { return &c.Terms }), en: "wrong forms and the right ones", vi: "từ ngữ sai và từ ngữ đúng"},
	row[Campaign]{name: "hub", typed: "trang chung; cổng chung", read: group(hubKeys, func(c *Campaign) *Hub { return &c.Hub }), en: "the page over all agencies", vi: "trang chung của các cơ quan"},
)

var termKeys = tableOf(
	row[Term]{name: "wrong", typed: "sai; từ sai", needed: every, read: text(func(t *Term) *string { return &t.Wrong }), en: "what is wrong", vi: "cách viết sai"},
	row[Term]{name: "right", typed: "đúng; từ đúng", needed: every, read: text(func(t *Term) *string { return &t.Right }), en: "what is right", vi: "cách viết đúng"},
	row[Term]{name: "note", typed: "ghi chú", read: text(func(t *Term) *string { return &t.Note }), en: "remark", vi: "ghi chú"},
)

var hubKeys = tableOf(
	row[Hub]{name: "title", typed: "tiêu đề; tên", read: text(func(h *Hub) *string { return &h.Title }), fallback: Words{"name of the campaign", "tên phong trào"}, en: "title of the page", vi: "tiêu đề trang"},
	row[Hub]{name: "baseURL", typed: "địa chỉ trang; tên miền; địa chỉ gốc", read: checked(wordsAddress, (*decoder).baseAddress, func(h *Hub) *string { return &h.BaseURL }), en: "address at which it stands", vi: "địa chỉ đặt trang"},
	row[Hub]{name: "nav", typed: "trình đơn; menu", read: groups(navKeys, func(h *Hub) *[]NavItem { return &h.Nav }), en: "its menu", vi: "trình đơn"},
	row[Hub]{name: "deploy", typed: "triển khai; đăng tải", read: deployTargets(func(h *Hub) *[]DeployTarget { return &h.Deploy }), en: "where it is put, by name; never a password", vi: "nơi đưa trang lên, theo tên; không bao giờ ghi mật khẩu"},
)
