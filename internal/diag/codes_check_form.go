package diag

// checkFormCodes are the problems of administrative form (NĐ 30/2020).
var checkFormCodes = []Row{
	{
		Code: "number-missing", Severity: Warning,
		En: "the document has no number and symbol yet", Vi: "văn bản chưa có số và ký hiệu",
		HintEn: "type number: as printed, such as 12/KH-SXD; until the number is given, /KH-SXD", HintVi: "ghi khoá number đúng như bản in, ví dụ 12/KH-SXD; khi chưa được cấp số thì ghi /KH-SXD",
	},
	{
		Code: "number-missing", Reason: "figures", Severity: Warning,
		En: "the number is not given yet: “{0}” is only the symbol", Vi: "văn bản chưa được cấp số: “{0}” mới chỉ là ký hiệu",
		HintEn: "put the number before the slash when it is given", HintVi: "khi được cấp số, ghi số vào trước dấu gạch chéo",
	},
	{
		Code: "number-missing", Reason: "symbol", Severity: Warning,
		En: "the number “{0}” has no symbol", Vi: "số “{0}” chưa có ký hiệu",
		HintEn: "type number and symbol as printed, such as 08/HD-SNV", HintVi: "ghi đủ số và ký hiệu như bản in, ví dụ 08/HD-SNV",
	},
	{
		Code: "symbol-type-mismatch", Severity: Warning,
		En: "the symbol begins with {0}, which stands for {2}, but the document is of type {1}", Vi: "ký hiệu bắt đầu bằng {0} (viết tắt của {2}) nhưng tên loại là {1}",
		HintEn: "compare symbol and type with the signed original", HintVi: "đối chiếu ký hiệu và tên loại với bản đã ký",
	},
	{
		Code: "symbol-type-mismatch", Reason: "cited", Severity: Warning,
		En: "the cited document is called {1}, but its symbol begins with {0}, which stands for {2}", Vi: "văn bản được dẫn có tên loại {1} nhưng ký hiệu bắt đầu bằng {0} (viết tắt của {2})",
		HintEn: "compare the citation with the document", HintVi: "đối chiếu phần viện dẫn với văn bản gốc",
	},
	{
		Code: "number-form", Severity: Warning,
		En: "the number is not written in the official form", Vi: "số, ký hiệu chưa viết đúng thể thức",
	},
	{
		Code: "number-form", Reason: "zero", Severity: Warning,
		En: "a number below 10 has a zero before it: “{1}”, not “{0}”", Vi: "số nhỏ hơn 10 phải thêm số 0 ở trước: “{1}”, không phải “{0}”",
		HintEn: "write a zero before the number (NĐ 30/2020)", HintVi: "thêm số 0 vào trước số (Nghị định 30/2020/NĐ-CP)",
	},
	{
		Code: "number-form", Reason: "space", Severity: Warning,
		En: "“{0}” has spaces or long dashes in it", Vi: "“{0}” có dấu cách hoặc dấu gạch dài ở giữa",
		HintEn: "write “{1}”", HintVi: "viết liền: “{1}”",
	},
	{
		Code: "date-incomplete", Severity: Warning,
		En: "the document has no date", Vi: "văn bản chưa có ngày ban hành",
		HintEn: "type issued: with the day, such as 2026-05-20", HintVi: "ghi khoá issued kèm ngày, ví dụ 2026-05-20",
	},
	{
		Code: "date-incomplete", Reason: "day", Severity: Warning,
		En: "the date of issue has no day", Vi: "ngày ban hành chưa ghi ngày",
		HintEn: "add the day when the document is signed", HintVi: "bổ sung ngày khi văn bản được ký",
	},
	{
		Code: "date-incomplete", Reason: "month", Severity: Warning,
		En: "the date of issue has neither day nor month", Vi: "ngày ban hành chưa ghi ngày, tháng",
		HintEn: "add day and month when the document is signed", HintVi: "bổ sung ngày, tháng khi văn bản được ký",
	},
	{
		Code: "date-incomplete", Reason: "blank", Severity: Warning,
		En: "the day is left blank: “{0}”", Vi: "còn để trống ngày: “{0}”",
		HintEn: "write the day, or name only the month", HintVi: "ghi ngày, hoặc chỉ ghi tháng",
	},
	{
		Code: "date-form", Severity: Warning,
		En: "“{0}” is not the official form of a date", Vi: "“{0}” chưa đúng cách viết ngày tháng",
		HintEn: "write “{1}”: a zero stands before days below 10 and before months 1 and 2 alone", HintVi: "viết “{1}”: chỉ thêm số 0 trước ngày nhỏ hơn 10 và tháng 1, tháng 2",
	},
	{
		Code: "date-order", Severity: Warning,
		En: "the document is dated {0}, before its basis of {1}", Vi: "văn bản ghi {0}, trước căn cứ ban hành {1}",
		HintEn: "correct the date of the document or of the basis", HintVi: "sửa lại ngày của văn bản hoặc ngày của căn cứ",
	},
	{
		Code: "date-order", Reason: "impossible", Severity: Error,
		En: "the calendar has no day “{0}”", Vi: "không có ngày “{0}” trong lịch",
		HintEn: "correct the date; day, month and year stand in this order", HintVi: "sửa lại ngày; thứ tự là ngày, tháng, năm",
	},
	{
		Code: "date-order", Reason: "future", Severity: Error,
		En: "the basis is dated {0}, which is still to come", Vi: "căn cứ ghi {0}, là ngày chưa đến",
		HintEn: "correct the date of the basis", HintVi: "sửa lại ngày của căn cứ",
	},
	{
		Code: "bases-form", Severity: Warning,
		En: "a legal basis that others follow ends with a semicolon", Vi: "căn cứ chưa phải dòng cuối thì kết thúc bằng dấu chấm phẩy",
		HintEn: "end the line with ;", HintVi: "kết thúc dòng bằng dấu ;",
	},
	{
		Code: "bases-form", Reason: "last", Severity: Warning,
		En: "the last legal basis ends with a full stop", Vi: "căn cứ cuối cùng kết thúc bằng dấu chấm",
		HintEn: "end the line with a full stop", HintVi: "kết thúc dòng bằng dấu chấm",
	},
	{
		Code: "recipients-form", Severity: Warning,
		En: "a recipient that others follow ends with a semicolon", Vi: "nơi nhận chưa phải dòng cuối thì kết thúc bằng dấu chấm phẩy",
		HintEn: "end the line with ;", HintVi: "kết thúc dòng bằng dấu ;",
	},
	{
		Code: "recipients-form", Reason: "last", Severity: Warning,
		En: "the last line of Nơi nhận does not begin with “Lưu:”", Vi: "dòng cuối của Nơi nhận chưa bắt đầu bằng “Lưu:”",
		HintEn: "add a line such as “- Lưu: VT, VP.”", HintVi: "thêm một dòng, ví dụ “- Lưu: VT, VP.”",
	},
	{
		Code: "recipients-form", Reason: "stop", Severity: Warning,
		En: "the last line of Nơi nhận ends with a full stop", Vi: "dòng cuối của Nơi nhận kết thúc bằng dấu chấm",
		HintEn: "end the line with a full stop", HintVi: "kết thúc dòng bằng dấu chấm",
	},
	{
		Code: "recipients-form", Reason: "filed", Severity: Warning,
		En: "there are recipients, but nothing says where the document is filed", Vi: "có nơi nhận nhưng chưa ghi nơi lưu văn bản",
		HintEn: "type filed: with a list such as VT, VP", HintVi: "ghi khoá filed, ví dụ VT, VP",
	},
	{
		Code: "end-mark", Severity: Warning,
		En: "the text does not end with “./.”", Vi: "cuối văn bản thiếu dấu “./.”",
		HintEn: "put ./. behind the last sentence", HintVi: "ghi ./. sau câu cuối cùng",
	},
	{
		Code: "end-mark", Reason: "twice", Severity: Warning,
		En: "the mark “./.” stands in the text a second time", Vi: "dấu “./.” xuất hiện lần thứ hai",
		HintEn: "leave it only behind the last sentence", HintVi: "chỉ giữ dấu này sau câu cuối cùng",
	},
	{
		Code: "end-mark", Reason: "behind", Severity: Warning,
		En: "text follows the mark “./.”, which ends the document", Vi: "còn nội dung sau dấu “./.” kết thúc văn bản",
		HintEn: "move ./. behind the last sentence", HintVi: "chuyển ./. xuống sau câu cuối cùng",
	},
	{
		Code: "numbering-gap", Severity: Warning,
		En: "the number {0} follows {2} (line {3}); {1} is missing", Vi: "số thứ tự {0} đứng sau {2} (dòng {3}), thiếu {1}",
		HintEn: "add {1}, or correct the numbers", HintVi: "bổ sung {1} hoặc sửa lại số thứ tự",
	},
	{
		Code: "numbering-gap", Reason: "again", Severity: Warning,
		En: "the number {0} comes again or too late behind {2} (line {3})", Vi: "số thứ tự {0} bị lặp hoặc sai thứ tự sau {2} (dòng {3})",
		HintEn: "write {1}, or correct the numbers", HintVi: "ghi {1} hoặc sửa lại số thứ tự",
	},
	{
		Code: "numbering-gap", Reason: "first", Severity: Warning,
		En: "the numbers begin with {0}", Vi: "số thứ tự bắt đầu từ {0}",
		HintEn: "begin with {1}, or correct the numbers", HintVi: "bắt đầu từ {1} hoặc sửa lại số thứ tự",
	},
	{
		Code: "heading-level", Reason: "jump", Severity: Warning,
		En: "a heading of level {0} stands where level {1} comes next", Vi: "tiêu đề cấp {0} đứng ở chỗ phải là cấp {1}",
		HintEn: "begin the line with {2}", HintVi: "bắt đầu dòng bằng {2}",
	},
	{
		Code: "heading-level", Reason: "siblings", Severity: Warning,
		En: "the heading is of level {0}, those that it is counted with are of level {1}", Vi: "tiêu đề này ở cấp {0} còn các mục cùng dãy số ở cấp {1}",
		HintEn: "begin the line with {2}", HintVi: "bắt đầu dòng bằng {2}",
	},
	{
		Code: "heading-level", Reason: "colon", Severity: Warning,
		En: "a heading ends with a colon", Vi: "tiêu đề kết thúc bằng dấu hai chấm",
		HintEn: "delete the colon", HintVi: "bỏ dấu hai chấm",
	},
	{
		Code: "attachment-missing", Severity: Warning,
		En: "the text announces an attachment ({0}), but none is listed", Vi: "nội dung có nhắc tài liệu kèm theo ({0}) nhưng chưa khai báo tệp đính kèm",
		HintEn: "list it under attachments, with file or to", HintVi: "khai báo ở khoá attachments, kèm file hoặc to",
	},
	{
		Code: "attachment-missing", Reason: "empty", Severity: Warning,
		En: "the attachment “{0}” names neither a file nor a document", Vi: "tài liệu đính kèm “{0}” chưa ghi tệp hoặc văn bản",
		HintEn: "add file with the name of the file, or to with the path of the document", HintVi: "thêm file (tên tệp) hoặc to (đường dẫn văn bản)",
	},
	{
		Code: "task-without-owner", Severity: Note,
		En: "nobody is named for the task “{0}”", Vi: "nhiệm vụ “{0}” chưa ghi đơn vị thực hiện",
		HintEn: "add owner: a unit, a group, or words", HintVi: "thêm khoá owner: mã đơn vị, mã nhóm hoặc ghi bằng chữ",
	},
	{
		Code: "task-without-date", Severity: Note,
		En: "the task “{0}” has no time", Vi: "nhiệm vụ “{0}” chưa ghi thời gian",
		HintEn: "add day, before or when (ongoing, on-event, to-be-announced)", HintVi: "thêm day, before hoặc when (thường xuyên, đột xuất, có thông báo sau)",
	},
	{
		Code: "deadline-conflict", Severity: Warning,
		En: "“{0}” is due before {1}, but “{2}” takes the whole of month {3}", Vi: "“{0}” phải xong trước {1} nhưng “{2}” làm trong cả tháng {3}",
		HintEn: "agree on which comes first, then correct one of the two", HintVi: "thống nhất việc nào trước rồi sửa một trong hai mốc",
	},
	{
		Code: "deadline-conflict", Reason: "past", Severity: Warning,
		En: "“{0}” ends on {1}, before the document was issued ({2})", Vi: "“{0}” hết hạn ngày {1}, trước khi văn bản được ban hành ({2})",
		HintEn: "correct the deadline or the date of issue", HintVi: "sửa lại thời hạn hoặc ngày ban hành",
	},
	{
		Code: "not-approved", Severity: Warning,
		En: "{0} publishes such pages only when they are released, and this one is not", Vi: "{0} chỉ đăng loại bài này khi đã duyệt, bài này chưa được duyệt",
		HintEn: "add approved with by and date when somebody has released it", HintVi: "thêm khoá approved gồm by (người duyệt) và date (ngày duyệt) khi đã duyệt",
	},
}
