package content

// issuing are the kinds whose status follows NĐ 30/2020; a commendation has a status of its own.
var issuing = []Kind{KindPlan, KindDocument, KindNotice}

// administrativeKeys are the keys of administrative documents (NĐ 30/2020, Phụ lục VI).
var administrativeKeys = tableOf(
	row[Administrative]{name: "type", typed: "loại; tên loại; loại văn bản; thể loại", needed: []Kind{KindDocument},
		read: text(func(a *Administrative) *string { return &a.Type }), fallback: Words{"plan: Kế hoạch", "kế hoạch: Kế hoạch"},
		en: "name of the type of document (tên loại)", vi: "tên loại văn bản"},
	row[Administrative]{name: "number", typed: "số; số hiệu; số và ký hiệu; số ký hiệu; số kí hiệu; số văn bản",
		read: checked(wordsText, (*decoder).documentNumber, func(a *Administrative) *string { return &a.Number }),
		en:   "number and symbol as printed: 108/NQ-ĐUSXD; /KH-SXD while no number is given",
		vi:   "số và ký hiệu như in trên văn bản: 108/NQ-ĐUSXD; /KH-SXD khi chưa có số"},
	row[Administrative]{name: "symbol", typed: "ký hiệu; kí hiệu", read: text(func(a *Administrative) *string { return &a.Symbol }),
		en: "the symbol, where number holds the number alone", vi: "ký hiệu, khi khoá number chỉ ghi số"},
	row[Administrative]{name: "issued", typed: "ngày ban hành; ban hành; ngày ký; ngày văn bản",
		read: date(func(a *Administrative) *Date { return &a.Issued }),
		en:   "day of issue; the day may be missing: 2026-05", vi: "ngày ban hành; có thể thiếu ngày: 2026-05"},
	row[Administrative]{name: "place", typed: "địa danh; nơi ban hành", read: text(func(a *Administrative) *string { return &a.Place }),
		fallback: Words{"the agency's", "theo cơ quan"}, en: "place of issue (địa danh)", vi: "địa danh"},
	row[Administrative]{name: "issuer", typed: "cơ quan ban hành; nơi ban hành văn bản; cơ quan",
		read: texts(func(a *Administrative) *[]string { return &a.Issuer }), fallback: Words{"the agency", "cơ quan"},
		en: "issuing organ; a list for joint documents", vi: "cơ quan ban hành; danh sách nếu là văn bản liên tịch"},
	row[Administrative]{name: "superior", typed: "cơ quan chủ quản; chủ quản; cấp trên; cơ quan cấp trên",
		read: text(func(a *Administrative) *string { return &a.Superior }), fallback: Words{"the agency's parent", "cơ quan chủ quản của cơ quan"},
		en: "the organ above the issuer", vi: "cơ quan chủ quản"},
	row[Administrative]{name: "period", typed: "giai đoạn; thời kỳ; năm", read: period(func(a *Administrative) *Period { return &a.Period }),
		en: "the time that the document covers", vi: "thời gian mà văn bản điều chỉnh"},
	row[Administrative]{name: "status", typed: "trạng thái; tình trạng", kinds: issuing,
		read: choice(statuses, func(a *Administrative) *string { return &a.Status }), fallback: Words{"from number and date", "theo số và ngày"},
		en: "only what cannot be derived", vi: "chỉ ghi khi không suy ra được"},
	row[Administrative]{name: "effective", typed: "hiệu lực; ngày hiệu lực; có hiệu lực", read: date(func(a *Administrative) *Date { return &a.Effective }),
		en: "in force from", vi: "ngày có hiệu lực"},
	row[Administrative]{name: "expires", typed: "ngày hết hiệu lực; hết hiệu lực", read: date(func(a *Administrative) *Date { return &a.Expires }),
		en: "in force until", vi: "ngày hết hiệu lực"},
	row[Administrative]{name: "bases", typed: "căn cứ; các căn cứ; căn cứ ban hành",
		read: textsOrGroups(basisKeys, func(s string) Basis { return Basis{Text: s} }, func(a *Administrative) *[]Basis { return &a.Bases }),
		en:   "legal bases, each the line as printed", vi: "các căn cứ, mỗi dòng ghi như trên văn bản"},
	row[Administrative]{name: "recipients", typed: "nơi nhận", read: texts(func(a *Administrative) *[]string { return &a.Recipients }),
		en: "recipients (Nơi nhận)", vi: "nơi nhận"},
	row[Administrative]{name: "filed", typed: "lưu; nơi lưu", read: texts(func(a *Administrative) *[]string { return &a.Filed }),
		en: "where copies are filed (Lưu)", vi: "nơi lưu"},
	row[Administrative]{name: "signer", typed: "người ký; ký; người kí; chữ ký",
		read: named(wordsSigners, groups(signerKeys, func(a *Administrative) *[]Signer { return &a.Signers })),
		en:   "signatory; a list for joint documents", vi: "người ký; danh sách nếu là văn bản liên tịch"},
	row[Administrative]{name: "file", typed: "tệp; tập tin; tệp văn bản; bản ký; bản chính",
		read: checked(wordsFile, (*decoder).fileName, func(a *Administrative) *string { return &a.File }),
		en:   "the signed original (PDF)", vi: "bản chính đã ký (PDF)"},
	row[Administrative]{name: "tasks", typed: "nhiệm vụ; công việc; các nhiệm vụ",
		read: tasks(func(a *Administrative) *[]Task { return &a.Tasks }), en: "duties and deadlines", vi: "nhiệm vụ và thời hạn"},
	row[Administrative]{name: "unitPlans", typed: "kế hoạch đơn vị; kế hoạch của đơn vị",
		read: optional(unitPlansKeys, func(a *Administrative) **UnitPlans { return &a.UnitPlans }),
		en:   "units that are asked for plans of their own", vi: "các đơn vị phải xây dựng kế hoạch riêng"},
)

var statuses = []Choice{
	{"expected", "sẽ ban hành; dự kiến"}, {"unsigned", "dự thảo; chưa ký"}, {"issued", "đã ban hành; ban hành; đã ký"},
	{"expired", "hết hiệu lực"},
}

var basisKeys = tableOf(
	row[Basis]{name: "text", typed: "nội dung; lời văn", read: text(func(b *Basis) *string { return &b.Text }),
		en: "the whole line as printed", vi: "cả dòng như trên văn bản"},
	row[Basis]{name: "verb", typed: "động từ", read: text(func(b *Basis) *string { return &b.Verb }), fallback: same("Căn cứ"),
		en: "first word: Căn cứ, Thực hiện", vi: "từ đầu dòng: Căn cứ, Thực hiện"},
	row[Basis]{name: "type", typed: "loại; tên loại", read: text(func(b *Basis) *string { return &b.Type }), en: "type of document", vi: "tên loại"},
	row[Basis]{name: "number", typed: "số; số hiệu; số và ký hiệu", read: text(func(b *Basis) *string { return &b.Number }),
		en: "number and symbol as printed", vi: "số và ký hiệu"},
	row[Basis]{name: "issued", typed: "ngày; ngày ban hành", read: date(func(b *Basis) *Date { return &b.Issued }), en: "day of issue", vi: "ngày ban hành"},
	row[Basis]{name: "issuer", typed: "cơ quan ban hành; cơ quan", read: texts(func(b *Basis) *[]string { return &b.Issuer }),
		en: "issuing organ", vi: "cơ quan ban hành"},
	row[Basis]{name: "subject", typed: "trích yếu; về việc", read: text(func(b *Basis) *string { return &b.Subject }), en: "abstract", vi: "trích yếu"},
	row[Basis]{name: "to", typed: "đến; đường dẫn", read: named(wordsPath, text(func(b *Basis) *string { return &b.To })),
		fallback: Words{"found by its number", "tìm theo số hiệu"}, en: "path of the document", vi: "đường dẫn đến văn bản"},
)

var signerKeys = tableOf(
	row[Signer]{name: "authority", typed: "thẩm quyền; quyền hạn", read: choice(authorities, func(s *Signer) *string { return &s.Authority }),
		en: "on whose authority (NĐ 30/2020, Phụ lục I, mục II.7)", vi: "quyền hạn ký (NĐ 30/2020, Phụ lục I, mục II.7)"},
	row[Signer]{name: "position", typed: "chức vụ; chức danh", read: text(func(s *Signer) *string { return &s.Position }), en: "position", vi: "chức vụ"},
	row[Signer]{name: "name", typed: "họ tên; tên; họ và tên", read: text(func(s *Signer) *string { return &s.Name }), en: "name", vi: "họ và tên"},
	row[Signer]{name: "for", typed: "thay mặt; thay cho", read: text(func(s *Signer) *string { return &s.For }),
		en: "for whom", vi: "ký thay cho ai"},
)

var authorities = []Choice{{"TM.", "thay mặt; TM"}, {"KT.", "ký thay; KT"}, {"TL.", "thừa lệnh; TL"}, {"TUQ.", "thừa uỷ quyền; TUQ"}, {"Q.", "quyền; Q"}}

var unitPlansKeys = tableOf(
	row[UnitPlans]{name: "from", typed: "từ; đơn vị", needed: every, read: texts(func(u *UnitPlans) *[]string { return &u.From }),
		en: "all, or ids of units and groups", vi: "all, hoặc mã đơn vị, mã nhóm"},
	row[UnitPlans]{name: "before", typed: "trước; trước ngày; hạn", read: date(func(u *UnitPlans) *Date { return &u.Before }),
		en: "the day before which they are due", vi: "phải xong trước ngày"},
)
