package diag

// checkAccessCodes are the problems of accessibility that the source decides.
var checkAccessCodes = []Row{
	{
		Code: "link-text", Severity: Warning,
		En: "the link “{0}” does not say where it leads", Vi: "liên kết “{0}” không cho biết dẫn đến đâu",
		HintEn: "let the link's text name the page or file, for those who hear only the links", HintVi: "đặt chữ liên kết là tên trang hoặc tên tệp, để người dùng trình đọc màn hình cũng hiểu",
	},
	{
		Code: "link-text", Reason: "address", Severity: Warning,
		En: "the text of a link is a bare address", Vi: "chữ của liên kết chỉ là địa chỉ",
		HintEn: "write what is there: [Cổng thông tin của tỉnh](https://…)", HintVi: "ghi tên trang: [Cổng thông tin của tỉnh](https://…)",
	},
	{
		Code: "link-text", Reason: "empty", Severity: Warning,
		En: "a link has no text", Vi: "liên kết không có chữ",
		HintEn: "write the text between the square brackets", HintVi: "ghi chữ vào trong dấu ngoặc vuông",
	},
	{
		Code: "alt-text", Severity: Warning,
		En: "“{0}” does not tell what the picture shows", Vi: "“{0}” chưa cho biết ảnh có gì",
		HintEn: "describe in one sentence what is to be seen", HintVi: "mô tả bằng một câu những gì nhìn thấy trong ảnh",
	},
	{
		Code: "table-header", Severity: Warning,
		En: "the head of the table is empty", Vi: "hàng tiêu đề của bảng để trống",
		HintEn: "name every column in the first row", HintVi: "ghi tên từng cột ở hàng đầu tiên",
	},
	{
		Code: "table-header", Reason: "cell", Severity: Warning,
		En: "a column of the table has no name", Vi: "một cột của bảng chưa có tên",
		HintEn: "name the column in the first row", HintVi: "ghi tên cột ở hàng đầu tiên",
	},
	{
		Code: "text-language", Severity: Warning,
		En: "the page says that it is in “{0}”, but its text is Vietnamese", Vi: "trang khai báo ngôn ngữ “{0}” nhưng nội dung là tiếng Việt",
		HintEn: "set lang to vi, or delete the key", HintVi: "sửa khoá lang thành vi hoặc bỏ khoá này",
	},
}
