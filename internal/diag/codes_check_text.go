package diag

// checkTextCodes are the problems of wording and typography.
var checkTextCodes = []Row{
	{
		Code: "term", Severity: Warning,
		En: "“{0}” is written “{1}” here", Vi: "“{0}” cần viết là “{1}”",
		HintEn: "write “{1}”", HintVi: "sửa thành “{1}”",
	},
	{
		Code: "term", Reason: "note", Severity: Warning,
		En: "“{0}” is written “{1}” here ({2})", Vi: "“{0}” cần viết là “{1}” ({2})",
		HintEn: "write “{1}”", HintVi: "sửa thành “{1}”",
	},
	{
		Code: "spelling-mixed", Severity: Note,
		En: "“{0}” here, but “{1}” in line {2}: both are right, a page has one of them", Vi: "ở đây viết “{0}” còn dòng {2} viết “{1}”: hai cách đều được nhưng mỗi trang nên dùng một cách",
		HintEn: "choose one of the two", HintVi: "chọn một trong hai cách viết",
	},
	{
		Code: "quotes", Severity: Warning,
		En: "straight quotation marks stand here", Vi: "ở đây dùng dấu ngoặc kép thẳng",
		HintEn: "write “ and ”", HintVi: "viết “ và ”",
	},
	{
		Code: "quotes", Reason: "single", Severity: Warning,
		En: "a quotation mark has no partner", Vi: "dấu ngoặc kép không có cặp",
		HintEn: "add the other mark, or delete this one", HintVi: "thêm dấu còn lại hoặc bỏ dấu này",
	},
	{
		Code: "quotes", Reason: "open", Severity: Warning,
		En: "a quotation begins here and does not end", Vi: "dấu mở ngoặc kép không có dấu đóng",
		HintEn: "add ” where the quotation ends", HintVi: "thêm dấu ” vào cuối phần trong ngoặc kép",
	},
	{
		Code: "quotes", Reason: "close", Severity: Warning,
		En: "a quotation ends here that does not begin", Vi: "dấu đóng ngoặc kép không có dấu mở",
		HintEn: "add “ where the quotation begins", HintVi: "thêm dấu “ vào đầu phần trong ngoặc kép",
	},
}
