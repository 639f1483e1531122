package diag

import "slices"

// Family is a group of codes that exist for the same reason: a law, a form, or what pages need to work.
type Family struct {
	Name         string // "leak"
	En, Vi       string // its title
	WhyEn, WhyVi string // why its problems matter, with the source of the rule
	rows         []Row
}

// Title returns the title in a language.
func (f Family) Title(lang Lang) string { return choose(lang, f.En, f.Vi) }

// Why returns why the problems of the family matter, in whole sentences.
func (f Family) Why(lang Lang) string { return choose(lang, f.WhyEn, f.WhyVi) }

// families holds every code of the program, in the order in which people meet them. Each room's codes stand in a file of
// their own.
var families = []Family{
	{"leak", "What must not be published", "Nội dung không được đăng",
		"State secrets must not be on a computer with a network (Law 117/2025/QH15), and data about people are published only with a legal ground (Law 91/2025/QH15). What was public once cannot be called back, so antq looks before anything leaves the computer, and never repeats what it found.",
		"Bí mật nhà nước không được soạn, lưu trên máy có kết nối mạng (Luật 117/2025/QH15); dữ liệu cá nhân chỉ được công khai khi có căn cứ pháp luật (Luật 91/2025/QH15). Nội dung đã đăng thì không thể thu hồi hết, nên antq kiểm tra trước và không bao giờ nhắc lại nội dung tìm thấy.", leakCodes},
	{"form", "Administrative form", "Thể thức văn bản",
		"The form of administrative documents is laid down in NĐ 30/2020/NĐ-CP, Phụ lục I. A reader recognises a document by its number, date, bases and recipients.",
		"Thể thức văn bản hành chính theo NĐ 30/2020/NĐ-CP, Phụ lục I. Người đọc nhận biết văn bản qua số, ký hiệu, ngày, căn cứ và nơi nhận.", checkFormCodes},
	{"encoding", "Letters and characters", "Bảng mã và ký tự",
		"Administrative documents are in Unicode (TCVN 6909:2001; NĐ 30/2020/NĐ-CP, Phụ lục I). Other letters look right on one computer and wrong on the next, and no search finds them.",
		"Văn bản hành chính dùng bộ mã Unicode (TCVN 6909:2001; NĐ 30/2020/NĐ-CP, Phụ lục I). Chữ ở bảng mã khác có thể đúng trên máy này nhưng sai trên máy khác và không tìm kiếm được.", encodingCodes},
	{"text", "Wording and typography", "Từ ngữ và trình bày",
		"The name of the movement and of organs has one right form, and one page has one way of writing; it tells readers that the text was looked over.",
		"Tên phong trào, tên cơ quan chỉ có một cách viết đúng; mỗi trang nên thống nhất một cách viết để người đọc yên tâm văn bản đã được rà soát.", checkTextCodes},
	{"access", "Accessibility of the text", "Khả năng tiếp cận của nội dung",
		"People with a screen reader, large type or a bad connection must get the same information (WCAG 2.2, level AA).",
		"Người dùng phần mềm đọc màn hình, chữ phóng to hoặc đường truyền yếu phải nhận được thông tin như mọi người (WCAG 2.2, mức AA).", checkAccessCodes},
	{"front", "Front matter and source text", "Mục đầu trang và tệp nguồn",
		"antq takes number, date, unit and all other facts from the front matter and guesses none. What it cannot read for certain would be missing or wrong on the page.",
		"antq lấy số, ngày, đơn vị và mọi dữ kiện từ mục đầu trang, không tự suy đoán. Chỗ nào không đọc được chắc chắn thì trên trang sẽ thiếu hoặc sai.", frontCodes},
	{"body", "Text of the page", "Nội dung của trang",
		"The text becomes HTML that every browser shows alike and in which nothing can act as a program.",
		"Nội dung được chuyển thành HTML để mọi trình duyệt hiển thị như nhau và không có gì chạy được như chương trình.", bodyCodes},
	{"site", "Relations between documents", "Quan hệ giữa các văn bản",
		"Every page has one address, and whatever a page points to must exist; otherwise a reader ends at nothing, or a page is lost.",
		"Mỗi trang có một địa chỉ và mọi đường dẫn phải tới đúng nơi; nếu không, người đọc gặp trang trống hoặc có trang bị mất.", siteCodes},
	{"media", "Pictures", "Ảnh",
		"A picture must open in every browser and must not act as a program.",
		"Ảnh phải mở được trên mọi trình duyệt và không chứa mã chạy được.", mediaCodes},
	{"build", "Files and folders", "Tệp và thư mục",
		"No file may be left out in silence, and no two may take the same place.",
		"Không tệp nào bị bỏ qua mà không báo, cũng không hai tệp nào được dùng chung một chỗ.", buildCodes},
	{"layout", "The site's own look", "Giao diện riêng của trang",
		"A layout or style sheet of the site's own takes the place of the one that comes with antq; a mistake in it would be on every page.",
		"Tệp bố cục hoặc tệp trình bày (CSS) riêng được dùng thay tệp có sẵn của antq; một lỗi ở đó sẽ lặp lại trên mọi trang.", layoutCodes},
}

// Families returns the groups of codes, in the order in which people meet them.
func Families() []Family { return slices.Clone(families) }

func choose(lang Lang, en, vi string) string {
	if lang == Vietnamese {
		return vi
	}
	return en
}
