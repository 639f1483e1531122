package diag

// bodyCodes are the problems of the Markdown body.
var bodyCodes = []Row{
	{
		Code: "heading-level", Severity: Error,
		En: "a heading of the first level stands in the body", Vi: "phần nội dung có tiêu đề cấp một",
		HintEn: "the first level is the page's title; begin headings with ##", HintVi: "cấp một là tên trang; hãy bắt đầu tiêu đề trong nội dung bằng ##",
	},
	{
		Code: "heading-space", Severity: Warning,
		En: "a heading needs a space after its # signs", Vi: "tiêu đề thiếu dấu cách sau các dấu #",
		HintEn: "write a space between # and the text", HintVi: "thêm một dấu cách giữa dấu # và chữ",
	},
	{
		Code: "heading-empty", Severity: Warning,
		En: "a heading has no text", Vi: "tiêu đề không có chữ",
		HintEn: "write the text of the heading, or delete the line", HintVi: "hãy viết chữ cho tiêu đề hoặc xoá dòng này",
	},
	{
		Code: "heading-attribute", Severity: Warning,
		En: "of what stands in braces behind a heading only an id counts", Vi: "trong dấu ngoặc nhọn sau tiêu đề chỉ có mã định danh (id) được dùng",
		HintEn: "leave only {#id}", HintVi: "chỉ giữ lại {#id}",
	},
	{
		Code: "heading-id", Severity: Error,
		En: "an id of a heading is wrong", Vi: "mã định danh của tiêu đề bị sai",
	},
	{
		Code: "heading-id", Reason: "twice", Severity: Error,
		En: "the id “{0}” is already used in this document", Vi: "mã định danh “{0}” đã được dùng trong văn bản này",
		HintEn: "give each heading another id, or leave the id out", HintVi: "đặt mã khác cho mỗi tiêu đề hoặc bỏ mã đi",
	},
	{
		Code: "heading-id", Reason: "form", Severity: Warning,
		En: "the id “{0}” cannot be used", Vi: "không dùng được mã định danh “{0}”",
		HintEn: "use letters a-z without marks, digits and hyphens", HintVi: "chỉ dùng chữ a-z không dấu, chữ số và dấu gạch nối",
	},
	{
		Code: "raw-html", Severity: Warning,
		En: "HTML in the text is not used", Vi: "mã HTML trong nội dung không được dùng",
	},
	{
		Code: "raw-html", Reason: "block", Severity: Warning,
		En: "a block of HTML was left out", Vi: "đã bỏ một khối mã HTML",
		HintEn: "write the content in Markdown; for tables, pictures and videos see the guide",
		HintVi: "hãy viết nội dung bằng Markdown; về bảng, ảnh và video, xem hướng dẫn",
	},
	{
		Code: "raw-html", Reason: "inline", Severity: Warning,
		En: "the HTML tag {0} was left out, the text in it stays", Vi: "đã bỏ thẻ HTML {0}, chữ bên trong vẫn giữ",
		HintEn: "delete the tag; bold is **text**, italic is *text*", HintVi: "hãy xoá thẻ; chữ đậm viết **chữ**, chữ nghiêng viết *chữ*",
	},
	{
		Code: "raw-html", Reason: "element", Severity: Warning,
		En: "the HTML element {0} was left out with all that is in it", Vi: "đã bỏ phần tử HTML {0} cùng mọi thứ bên trong",
		HintEn: "delete it", HintVi: "hãy xoá phần này",
	},
	{
		Code: "raw-html", Reason: "break", Severity: Warning,
		En: "the line break is written as an HTML tag", Vi: "dấu xuống dòng được viết bằng thẻ HTML",
		HintEn: "end the line with a backslash instead, and begin a new line", HintVi: "hãy kết thúc dòng bằng dấu \\ rồi xuống dòng",
	},
	{
		Code: "raw-html", Reason: "unclosed", Severity: Error,
		En:     "HTML that begins here is never closed by {0}, so the rest of the text would be lost",
		Vi:     "mã HTML bắt đầu ở đây không có {0} để đóng, nên phần còn lại của nội dung sẽ bị mất",
		HintEn: "delete the HTML or close it", HintVi: "hãy xoá mã HTML hoặc đóng nó lại",
	},
	{
		Code: "link-scheme", Severity: Error,
		En: "a link may not begin with “{0}:”", Vi: "đường dẫn không được bắt đầu bằng “{0}:”",
		HintEn: "use https://, http://, mailto:, tel: or a path of the site", HintVi: "hãy dùng https://, http://, mailto:, tel: hoặc đường dẫn của trang",
	},
	{
		Code: "link-scheme", Reason: "image", Severity: Error,
		En: "a picture may not be loaded from “{0}:”", Vi: "không được lấy ảnh từ “{0}:”",
		HintEn: "put the picture file beside the document and write its name", HintVi: "hãy để tệp ảnh cạnh văn bản rồi ghi tên tệp",
	},
	{
		Code: "link-scheme", Reason: "host", Severity: Error,
		En: "the address of a link begins with //", Vi: "địa chỉ của đường dẫn bắt đầu bằng //",
		HintEn: "write https:// in front", HintVi: "hãy viết đầy đủ https://",
	},
	{
		Code: "link-empty", Severity: Warning,
		En: "a link has no address", Vi: "đường dẫn chưa có địa chỉ",
		HintEn: "write the address between the round brackets", HintVi: "hãy ghi địa chỉ trong dấu ngoặc tròn",
	},
	{
		Code: "link-empty", Reason: "image", Severity: Error,
		En: "a picture has no file", Vi: "ảnh chưa có tên tệp",
		HintEn: "write the name of the file between the round brackets", HintVi: "hãy ghi tên tệp trong dấu ngoặc tròn",
	},
	{
		Code: "link-fragment", Severity: Error,
		En: "no place of this document is named “#{0}”", Vi: "văn bản này không có mục nào mang tên “#{0}”",
		HintEn: "name the heading by its id", HintVi: "hãy ghi đúng mã định danh của tiêu đề",
	},
	{
		Code: "link-fragment", Reason: "nearest", Severity: Error,
		En: "no place of this document is named “#{0}”", Vi: "văn bản này không có mục nào mang tên “#{0}”",
		HintEn: "did you mean “#{1}”?", HintVi: "có phải ý bạn là “#{1}”?",
	},
	{
		Code: "link-fragment", Reason: "empty", Severity: Warning,
		En: "a link to “#” leads nowhere", Vi: "đường dẫn “#” không dẫn đến đâu",
		HintEn: "write the id of a heading after #", HintVi: "hãy ghi mã định danh của tiêu đề sau dấu #",
	},
	{
		Code: "image-alt", Severity: Warning,
		En: "a picture has no description", Vi: "ảnh chưa có mô tả",
		HintEn: "say between the square brackets what the picture shows, for those who cannot see it",
		HintVi: "hãy ghi trong dấu ngoặc vuông ảnh có gì, cho người không nhìn được ảnh",
	},
	{
		Code: "image-external", Severity: Error,
		En: "a picture is loaded from another site", Vi: "ảnh được lấy từ một trang khác",
		HintEn: "no page may ask another site for anything; put the file beside the document and write its name",
		HintVi: "trang không được tải gì từ nơi khác; hãy để tệp ảnh cạnh văn bản rồi ghi tên tệp",
	},
	{
		Code: "callout-unknown", Severity: Warning,
		En: "“[!{0}]” is not a kind of callout", Vi: "“[!{0}]” không phải là một loại khung ghi chú",
		HintEn: "use [!LƯU Ý], [!QUAN TRỌNG] or [!CẢNH BÁO]", HintVi: "hãy dùng [!LƯU Ý], [!QUAN TRỌNG] hoặc [!CẢNH BÁO]",
	},
	{
		Code: "bullet-mark", Severity: Note,
		En: "“{0}” at the start of the line was read as a bullet", Vi: "“{0}” ở đầu dòng được hiểu là gạch đầu dòng",
		HintEn: "write a hyphen (-)", HintVi: "hãy viết dấu gạch ngang ngắn (-)",
	},
	{
		Code: "stray-mark", Severity: Warning,
		En: "“{0}” is left over and will be seen by readers", Vi: "còn sót dấu “{0}”, người đọc sẽ nhìn thấy",
		HintEn: "bold text has ** on both sides, without spaces inside", HintVi: "chữ đậm có ** ở cả hai bên và không có dấu cách ngay bên trong",
	},
	{
		Code: "stray-mark", Reason: "link", Severity: Warning,
		En: "this is not a link, since its address cannot be read", Vi: "đây không phải đường dẫn vì không đọc được địa chỉ",
		HintEn: "an address with spaces stands in angle brackets: [text](<file name.pdf>)",
		HintVi: "địa chỉ có dấu cách phải đặt trong dấu ngoặc nhọn: [chữ](<tên tệp.pdf>)",
	},
	{
		Code: "footnote", Severity: Warning,
		En: "a footnote is wrong", Vi: "chú thích bị sai",
	},
	{
		Code: "footnote", Reason: "missing", Severity: Warning,
		En: "the footnote “{0}” is not written anywhere", Vi: "không thấy nội dung của chú thích “{0}”",
		HintEn: "write a line [^{0}]: with the text of the footnote", HintVi: "hãy thêm dòng [^{0}]: kèm nội dung chú thích",
	},
	{
		Code: "footnote", Reason: "unused", Severity: Warning,
		En: "nothing refers to the footnote “{0}”, so it is not shown", Vi: "không có chỗ nào dẫn đến chú thích “{0}” nên chú thích không hiện ra",
		HintEn: "write [^{0}] where it belongs, or delete the footnote", HintVi: "hãy viết [^{0}] ở chỗ cần dẫn hoặc xoá chú thích",
	},
	{
		Code: "footnote", Reason: "twice", Severity: Warning,
		En: "the footnote “{0}” is written twice; this one is not shown", Vi: "chú thích “{0}” được viết hai lần; lần này không hiện ra",
		HintEn: "give one of them another name", HintVi: "hãy đặt tên khác cho một trong hai",
	},
	{
		Code: "shortcode", Severity: Error,
		En: "a shortcode is wrong", Vi: "mã chèn bị sai",
	},
	{
		Code: "shortcode", Reason: "unknown", Severity: Error,
		En: "there is no shortcode “{0}”", Vi: "không có mã chèn “{0}”",
		HintEn: "the shortcodes are: {1}", HintVi: "các mã chèn là: {1}",
	},
	{
		Code: "shortcode", Reason: "unknown-nearest", Severity: Error,
		En: "there is no shortcode “{0}”", Vi: "không có mã chèn “{0}”",
		HintEn: "did you mean “{2}”? The shortcodes are: {1}", HintVi: "có phải ý bạn là “{2}”? Các mã chèn là: {1}",
	},
	{
		Code: "shortcode", Reason: "argument", Severity: Error,
		En: "“{0}” is not an argument of the shortcode “{1}”", Vi: "mã chèn “{1}” không có tham số “{0}”",
		HintEn: "its arguments are: {2}", HintVi: "các tham số là: {2}",
	},
	{
		Code: "shortcode", Reason: "argument-nearest", Severity: Error,
		En: "“{0}” is not an argument of the shortcode “{1}”", Vi: "mã chèn “{1}” không có tham số “{0}”",
		HintEn: "did you mean “{3}”? Its arguments are: {2}", HintVi: "có phải ý bạn là “{3}”? Các tham số là: {2}",
	},
	{
		Code: "shortcode", Reason: "no-argument", Severity: Error,
		En: "the shortcode “{1}” takes no arguments", Vi: "mã chèn “{1}” không có tham số nào",
		HintEn: "delete “{0}”", HintVi: "hãy xoá “{0}”",
	},
	{
		Code: "shortcode", Reason: "twice", Severity: Error,
		En: "the argument “{0}” is given twice", Vi: "tham số “{0}” được ghi hai lần",
		HintEn: "leave one of them", HintVi: "chỉ giữ lại một",
	},
	{
		Code: "shortcode", Reason: "missing", Severity: Error,
		En: "the shortcode “{0}” needs the argument “{1}”", Vi: "mã chèn “{0}” thiếu tham số “{1}”",
		HintEn: "for example: {2}", HintVi: "ví dụ: {2}",
	},
	{
		Code: "shortcode", Reason: "address", Severity: Error,
		En: "“{0}” is not the address of a page on the web", Vi: "“{0}” không phải là địa chỉ trang web",
		HintEn: "write the whole address, beginning with https://", HintVi: "ghi đầy đủ địa chỉ, bắt đầu bằng https://",
	},
	{
		Code: "shortcode", Reason: "one-of", Severity: Error,
		En: "the shortcode “{0}” needs exactly one of these arguments: {1}", Vi: "mã chèn “{0}” cần đúng một trong các tham số: {1}",
		HintEn: "for example: {2}", HintVi: "ví dụ: {2}",
	},
	{
		Code: "shortcode", Reason: "unclosed", Severity: Error,
		En: "the shortcode that begins here is not closed", Vi: "mã chèn bắt đầu ở đây chưa được đóng",
		HintEn: "end it with >}} and check that each quotation mark has its pair", HintVi: "hãy kết thúc bằng >}} và kiểm tra các dấu ngoặc kép có đủ cặp",
	},
	{
		Code: "shortcode", Reason: "quotes", Severity: Error,
		En: "the value of “{0}” must stand in straight quotation marks", Vi: "giá trị của “{0}” phải đặt trong dấu ngoặc kép thẳng",
		HintEn: "write {0}=\"…\" with the plain mark \", not “ ”", HintVi: "hãy viết {0}=\"…\" bằng dấu \" thẳng, không dùng “ ”",
	},
	{
		Code: "shortcode", Reason: "syntax", Severity: Error,
		En: "an argument of the shortcode cannot be read", Vi: "không đọc được tham số của mã chèn",
		HintEn: "each argument is written name=\"value\"", HintVi: "mỗi tham số viết theo dạng tên=\"giá trị\"",
	},
	{
		Code: "too-deep", Severity: Error,
		En: "lists and quotes stand more than {0} deep in each other", Vi: "danh sách và trích dẫn lồng nhau quá {0} tầng",
		HintEn: "make the text simpler; what stands deeper is shown as plain text", HintVi: "hãy viết gọn lại; phần lồng sâu hơn chỉ hiện thành chữ thường",
	},
	{
		Code: "too-deep", Reason: "brackets", Severity: Error,
		En: "square brackets stand more than {0} deep in each other", Vi: "dấu ngoặc vuông lồng nhau quá {0} tầng",
		HintEn: "make the text simpler; this paragraph is shown as plain text", HintVi: "hãy viết gọn lại; đoạn này chỉ hiện thành chữ thường",
	},
	{
		Code: "too-long-run", Severity: Error,
		En: "one paragraph has more than {0} marks such as * _ [ ] < or is too long for its marks", Vi: "một đoạn có hơn {0} dấu như * _ [ ] < hoặc quá dài so với số dấu",
		HintEn: "divide the paragraph; it is shown as plain text", HintVi: "hãy chia nhỏ đoạn này; hiện nó chỉ là chữ thường",
	},
	{
		Code: "too-long-run", Reason: "table", Severity: Error,
		En: "a table is too large: at most {0} columns, and {1} cells in one document", Vi: "bảng quá lớn: nhiều nhất {0} cột, và {1} ô trong một văn bản",
		HintEn: "divide the table, or publish it as a file", HintVi: "hãy chia nhỏ bảng hoặc đăng thành tệp đính kèm",
	},
	{
		Code: "too-long-run", Reason: "definitions", Severity: Error,
		En: "more than {0} lines of link addresses stand together", Vi: "có hơn {0} dòng địa chỉ đường dẫn đứng liền nhau",
		HintEn: "put an empty line between them", HintVi: "hãy thêm dòng trống giữa các dòng",
	},
	{
		Code: "too-long-run", Reason: "footnotes", Severity: Error,
		En: "the document has more than {0} footnotes", Vi: "văn bản có hơn {0} chú thích",
		HintEn: "divide the document", HintVi: "hãy chia nhỏ văn bản",
	},
	{
		Code: "too-many-problems", Severity: Note,
		En: "{0} more problems of this text are not listed", Vi: "còn {0} vấn đề của nội dung này chưa được liệt kê",
		HintEn: "mend those above and check again", HintVi: "hãy sửa các vấn đề ở trên rồi kiểm tra lại",
	},
}
