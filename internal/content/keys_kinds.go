package content

var conferenceKeys = tableOf(
	row[Conference]{name: "of", typed: "kế hoạch; thuộc kế hoạch; theo kế hoạch", read: named(wordsPath, text(func(c *Conference) *string { return &c.Of })),
		en: "the plan that it carries out", vi: "kế hoạch mà hội nghị thực hiện"},
	row[Conference]{name: "format", typed: "loại; hình thức; loại hội nghị", read: choice(conferenceFormats, func(c *Conference) *string { return &c.Format }),
		fallback: same("other"), en: "kind of meeting", vi: "loại hội nghị"},
	row[Conference]{name: "when", typed: "thời gian; khi nào; ngày họp", read: group(whenKeys, func(c *Conference) *When { return &c.When }),
		en: "when it takes place", vi: "thời gian tổ chức"},
	row[Conference]{name: "where", typed: "địa điểm; nơi họp; ở đâu", read: group(venueKeys, func(c *Conference) *Venue { return &c.Where }),
		en: "where it takes place", vi: "địa điểm tổ chức"},
	row[Conference]{name: "host", typed: "chủ trì; đơn vị chủ trì", read: text(func(c *Conference) *string { return &c.Host }),
		en: "who holds it (chủ trì)", vi: "chủ trì"},
	row[Conference]{name: "with", typed: "phối hợp; đơn vị phối hợp", read: texts(func(c *Conference) *[]string { return &c.With }),
		en: "who helps to hold it (phối hợp)", vi: "phối hợp"},
	row[Conference]{name: "attendees", typed: "thành phần; thành phần tham dự; đại biểu; khách mời",
		read: groups(attendeesKeys, func(c *Conference) *[]Attendees { return &c.Attendees }), en: "who is invited, by group", vi: "thành phần tham dự, theo nhóm"},
	row[Conference]{name: "agenda", typed: "chương trình; nội dung; chương trình nghị sự", read: groups(agendaKeys, func(c *Conference) *[]AgendaItem { return &c.Agenda }),
		en: "the programme", vi: "chương trình"},
	row[Conference]{name: "status", typed: "trạng thái; tình trạng", read: choice(conferenceStatuses, func(c *Conference) *string { return &c.Status }),
		fallback: Words{"from when", "theo thời gian"}, en: "only if postponed or cancelled", vi: "chỉ ghi khi hoãn hoặc huỷ"},
	row[Conference]{name: "contact", typed: "liên hệ; đầu mối", read: optional(contactKeys, func(c *Conference) **Contact { return &c.Contact }),
		en: "whom to ask", vi: "đầu mối liên hệ"},
)

var conferenceFormats = []Choice{
	{"launch", "phát động; lễ phát động"}, {"training", "tập huấn"}, {"interim-review", "sơ kết"}, {"final-review", "tổng kết"},
	{"signing", "ký kết; lễ ký"}, {"other", "khác"},
}

var conferenceStatuses = []Choice{{"postponed", "hoãn; tạm hoãn"}, {"cancelled", "huỷ; hủy bỏ; huỷ bỏ"}}

var whenKeys = tableOf(
	row[When]{name: "start", typed: "bắt đầu; từ; khai mạc", read: date(func(w *When) *Date { return &w.Start }),
		en: "when it begins; without a day it is tentative", vi: "bắt đầu; thiếu ngày là dự kiến"},
	row[When]{name: "end", typed: "kết thúc; đến; bế mạc", read: date(func(w *When) *Date { return &w.End }), en: "when it ends", vi: "kết thúc"},
	row[When]{name: "was", typed: "ngày cũ; trước đây", read: date(func(w *When) *Date { return &w.Was }),
		en: "the earlier day of a postponed meeting", vi: "ngày cũ của hội nghị bị hoãn"},
	row[When]{name: "note", typed: "ghi chú", read: text(func(w *When) *string { return &w.Note }), en: "remark", vi: "ghi chú"},
)

var venueKeys = tableOf(
	row[Venue]{name: "name", typed: "tên; nơi", read: text(func(v *Venue) *string { return &v.Name }), en: "name of the place", vi: "tên địa điểm"},
	row[Venue]{name: "room", typed: "phòng; hội trường", read: text(func(v *Venue) *string { return &v.Room }), en: "room", vi: "phòng, hội trường"},
	row[Venue]{name: "address", typed: "địa chỉ", read: text(func(v *Venue) *string { return &v.Address }), en: "address", vi: "địa chỉ"},
)

var attendeesKeys = tableOf(
	row[Attendees]{name: "group", typed: "nhóm; thành phần", read: text(func(a *Attendees) *string { return &a.Group }), en: "name of the group", vi: "tên nhóm"},
	row[Attendees]{name: "who", typed: "ai; gồm; đại biểu; danh sách", read: who(),
		en: "those of the group, or a CSV file beside the page", vi: "những người trong nhóm, hoặc tệp CSV để cạnh trang"},
)

var agendaKeys = tableOf(
	row[AgendaItem]{name: "time", typed: "giờ; thời gian", read: named(wordsClock, checked(wordsClock, (*decoder).agendaTime, func(a *AgendaItem) *string { return &a.Time })),
		en: "time of day", vi: "giờ"},
	row[AgendaItem]{name: "item", typed: "nội dung; việc; mục", needed: every, read: text(func(a *AgendaItem) *string { return &a.Item }), en: "what is done", vi: "nội dung"},
	row[AgendaItem]{name: "by", typed: "người trình bày; thực hiện; bởi", read: text(func(a *AgendaItem) *string { return &a.By }), en: "who does it", vi: "người thực hiện"},
	row[AgendaItem]{name: "doc", typed: "tài liệu; văn bản", read: named(wordsPath, text(func(a *AgendaItem) *string { return &a.Doc })), en: "the paper for it", vi: "tài liệu kèm theo"},
)

var storyKeys = tableOf(
	row[Story]{name: "subject", typed: "nhân vật; gương; đối tượng", read: group(subjectKeys, func(s *Story) *Subject { return &s.Subject }),
		en: "whom the story is about", vi: "nhân vật, tập thể của bài"},
	row[Story]{name: "deed", typed: "việc làm; thành tích; việc tốt", read: text(func(s *Story) *string { return &s.Deed }), en: "the deed in one sentence", vi: "việc làm tốt, một câu"},
	row[Story]{name: "field", typed: "lĩnh vực", read: text(func(s *Story) *string { return &s.Field }), en: "field", vi: "lĩnh vực"},
	row[Story]{name: "period", typed: "thời gian; giai đoạn", read: period(func(s *Story) *Period { return &s.Period }), en: "when it happened", vi: "thời gian"},
	row[Story]{name: "quote", typed: "trích dẫn; câu nói; lời nói", read: optional(quoteKeys, func(s *Story) **Quote { return &s.Quote }), en: "a saying", vi: "câu trích dẫn"},
	row[Story]{name: "award", typed: "khen thưởng; giải thưởng", read: named(wordsPath, text(func(s *Story) *string { return &s.Award })),
		en: "the commendation", vi: "quyết định khen thưởng"},
)

var subjectTypes = []Choice{{"person", "cá nhân; người"}, {"collective", "tập thể"}}

var subjectKeys = tableOf(
	row[Subject]{name: "type", typed: "loại", read: choice(subjectTypes, func(s *Subject) *string { return &s.Type }), fallback: same("person"),
		en: "person or collective", vi: "cá nhân hay tập thể"},
	row[Subject]{name: "name", typed: "tên; họ tên; họ và tên", needed: every, read: text(func(s *Subject) *string { return &s.Name }), en: "name", vi: "họ và tên, tên tập thể"},
	row[Subject]{name: "position", typed: "chức vụ; chức danh", read: text(func(s *Subject) *string { return &s.Position }), en: "position", vi: "chức vụ"},
	row[Subject]{name: "unit", typed: "đơn vị", read: text(func(s *Subject) *string { return &s.Unit }), en: "unit id, or words", vi: "mã đơn vị, hoặc chữ"},
	row[Subject]{name: "consent", typed: "đồng ý; sự đồng ý", read: text(func(s *Subject) *string { return &s.Consent }),
		en: "consent of the person: a day or words", vi: "sự đồng ý của người đó: ngày hoặc lời ghi"},
)

var quoteKeys = tableOf(
	row[Quote]{name: "text", typed: "nội dung; lời", needed: every, read: prose(func(q *Quote) *string { return &q.Text }), en: "the words", vi: "lời nói"},
	row[Quote]{name: "by", typed: "của; người nói", read: text(func(q *Quote) *string { return &q.By }), en: "who said them", vi: "người nói"},
)

var modelKeys = tableOf(
	row[Model]{name: "started", typed: "bắt đầu; ngày thành lập; thành lập; ra mắt", read: date(func(m *Model) *Date { return &m.Started }), en: "when it began", vi: "ngày ra mắt"},
	row[Model]{name: "decision", typed: "quyết định", read: named(wordsPath, text(func(m *Model) *string { return &m.Decision })), en: "the decision that set it up", vi: "quyết định thành lập"},
	row[Model]{name: "status", typed: "trạng thái; tình trạng", read: choice(modelStatuses, func(m *Model) *string { return &m.Status }), fallback: same("active"),
		en: "whether it goes on", vi: "còn hoạt động hay không"},
	row[Model]{name: "results", typed: "kết quả", read: prose(func(m *Model) *string { return &m.Results }), en: "what it brought", vi: "kết quả"},
)

var modelStatuses = []Choice{{"active", "đang hoạt động; hoạt động"}, {"ended", "đã kết thúc; kết thúc; dừng"}}

var commendationKeys = tableOf(
	row[Commendation]{name: "year", typed: "năm", read: year(func(c *Commendation) *int { return &c.Year }), fallback: Words{"year of issued", "năm ban hành"}, en: "for which year", vi: "khen thưởng của năm nào"},
	row[Commendation]{name: "level", typed: "cấp", read: choice(levels, func(c *Commendation) *string { return &c.Level }), en: "level", vi: "cấp khen thưởng"},
	row[Commendation]{name: "form", typed: "hình thức; danh hiệu", read: text(func(c *Commendation) *string { return &c.Form }), en: "form: Giấy khen, Bằng khen", vi: "hình thức: Giấy khen, Bằng khen"},
	row[Commendation]{name: "status", typed: "trạng thái; tình trạng", read: choice(awardStatuses, func(c *Commendation) *string { return &c.Award }), fallback: same("awarded"),
		en: "proposed or awarded", vi: "đề nghị hay đã tặng"},
	row[Commendation]{name: "honourees", typed: "người được khen; được khen; danh sách; tập thể, cá nhân",
		read: honourees(), en: "who is rewarded, or a CSV file beside the page", vi: "tập thể, cá nhân được khen, hoặc tệp CSV để cạnh trang"},
)

var levels = []Choice{{"agency", "cơ quan; cơ sở"}, {"province", "tỉnh; cấp tỉnh"}, {"ministry", "bộ"}, {"central", "trung ương; nhà nước"}}

var awardStatuses = []Choice{{"proposed", "đề nghị; đề xuất"}, {"awarded", "đã tặng; đã khen"}}

var honoureeKeys = tableOf(
	row[Honouree]{name: "type", typed: "loại", read: choice(subjectTypes, func(h *Honouree) *string { return &h.Type }), fallback: same("person"), en: "person or collective", vi: "cá nhân hay tập thể"},
	row[Honouree]{name: "name", typed: "tên; họ tên; họ và tên", needed: every, read: text(func(h *Honouree) *string { return &h.Name }), en: "name", vi: "họ và tên, tên tập thể"},
	row[Honouree]{name: "unit", typed: "đơn vị", read: text(func(h *Honouree) *string { return &h.Unit }), en: "unit id, or words", vi: "mã đơn vị, hoặc chữ"},
	row[Honouree]{name: "form", typed: "hình thức; danh hiệu", read: text(func(h *Honouree) *string { return &h.Form }), fallback: Words{"the commendation's", "theo quyết định khen"}, en: "form of reward", vi: "hình thức khen"},
	row[Honouree]{name: "deed", typed: "thành tích; việc làm", read: text(func(h *Honouree) *string { return &h.Deed }), en: "what for", vi: "thành tích"},
	row[Honouree]{name: "story", typed: "bài viết; gương", read: named(wordsPath, text(func(h *Honouree) *string { return &h.Story })), en: "the story about it", vi: "bài viết về gương này"},
)

var noticeKeys = tableOf(
	row[Notice]{name: "format", typed: "loại; thể loại", read: choice(noticeFormats, func(n *Notice) *string { return &n.Format }), fallback: Words{"news, with a type notice", "news; có loại văn bản thì notice"},
		en: "news or notice", vi: "tin tức hay thông báo"},
)

var noticeFormats = []Choice{{"notice", "thông báo"}, {"news", "tin; tin tức; tin bài"}}

var materialKeys = tableOf(
	row[Material]{name: "files", typed: "tệp; các tệp; tập tin", read: groups(materialFileKeys, func(m *Material) *[]MaterialFile { return &m.Files }), en: "its files", vi: "các tệp"},
	row[Material]{name: "audience", typed: "đối tượng; người xem", read: text(func(m *Material) *string { return &m.Audience }), en: "for whom", vi: "đối tượng tuyên truyền"},
	row[Material]{name: "format", typed: "loại; thể loại; hình thức", read: choice(materialFormats, func(m *Material) *string { return &m.Format }), en: "what it is", vi: "loại tài liệu"},
)

var materialFormats = []Choice{
	{"leaflet", "tờ rơi; tờ gấp"}, {"slides", "trình chiếu; bài trình chiếu"}, {"poster", "áp phích; pa nô"}, {"audio", "âm thanh; phát thanh"},
	{"video", "phim; clip; video clip"}, {"text", "văn bản; bài viết"},
}

var materialFileKeys = tableOf(
	row[MaterialFile]{name: "file", typed: "tệp; tập tin", needed: every, read: checked(wordsFile, (*decoder).fileName, func(m *MaterialFile) *string { return &m.File }), en: "the file", vi: "tệp"},
	row[MaterialFile]{name: "title", typed: "tiêu đề; tên", read: text(func(m *MaterialFile) *string { return &m.Title }), en: "what it is called", vi: "tên gọi"},
	row[MaterialFile]{name: "note", typed: "ghi chú", read: text(func(m *MaterialFile) *string { return &m.Note }), en: "remark", vi: "ghi chú"},
)

var sectionKeys = tableOf(
	row[Section]{name: "order", typed: "thứ tự", read: number(func(s *Section) *int { return &s.Order }), en: "place among the sections", vi: "thứ tự của chuyên mục"},
)
