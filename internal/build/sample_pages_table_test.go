package build_test

import st "antq/internal/sitetest"

const (
	campaign    = "Toàn dân bảo vệ an ninh Tổ quốc"
	launchPlan  = "Phát động phong trào “Toàn dân bảo vệ an ninh Tổ quốc” tại Sở Xây dựng năm 2026"
	launchMeet  = "Hội nghị phát động phong trào “Toàn dân bảo vệ an ninh Tổ quốc” năm 2026"
	guardRules  = "Ban hành Quy chế bảo vệ trụ sở Sở Xây dựng"
	construct   = "Sở Xây dựng tỉnh Lạng Sơn"
	nightStory  = "Người giữ nếp cho ca trực đêm"
	halfYear    = "Khen thưởng tập thể, cá nhân có thành tích trong sáu tháng đầu năm 2026"
	finalMeet   = "Tổng kết phong trào “Toàn dân bảo vệ an ninh Tổ quốc” năm 2026 tại Sở Xây dựng"
	selfGuard   = "Công chức, viên chức, người lao động Sở Xây dựng tự phòng, tự quản và tham gia công tác bảo đảm an ninh, trật tự"
	nationBasis = "Triển khai phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” trên địa bàn tỉnh Lạng Sơn"
)

var hubPages = []pageCase{
	{"index.html", []st.Check{
		st.In("main",
			st.HasText("h1", campaign), says("Mỗi người một việc tốt, mỗi đơn vị một nơi an toàn"),
			says("Bảo vệ an ninh Tổ quốc là việc của toàn dân."), st.HasText("h2", "Trang này dùng để làm gì"),
			part("Các cơ quan tham gia", st.Count("article", 2), link(construct, "so-xay-dung/index.html"), st.HasText("article", "Ủy ban nhân dân tỉnh Lạng Sơn")),
			part("Sắp tới", link(finalMeet, "so-xay-dung/hoi-nghi/tong-ket-2026.html"), when("2026-11-27T08:00+07:00", "27 tháng 11/2026"), says("Ban Quản lý")),
			part("Mới đăng", st.HasText("article", "Sở Xây dựng"), st.HasText("article", "Ban Quản lý")),
			part("Văn bản căn cứ chung", row("301/KH-UBND", "Kế hoạch", "Ủy ban nhân dân tỉnh Lạng Sơn", "24/11/2025", nationBasis)),
			st.HasAttr("a", "href", "tel:113")),
	}},
	{"van-ban/index.html", []st.Check{st.In("main", row("2447/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", "06/11/2025"))}},
	{"van-ban/2025-301-kh-ubnd.html", []st.Check{
		st.In("main", st.HasText("h1", nationBasis), fact("Số, ký hiệu", "301/KH-UBND"), fact("Cơ quan ban hành", "Ủy ban nhân dân tỉnh Lạng Sơn"),
			st.HasAttr("a", "href", "2025-2447-qd-ttg.html")),
		st.HasAttr(`link[rel="canonical"]`, "href", "https://toandan.example.vn/van-ban/2025-301-kh-ubnd.html"),
	}},
	{"lich.html", []st.Check{st.In("main", st.HasText("h1", "Lịch"), says("27 tháng 11/2026"))}},
	{"so-do-trang.html", []st.Check{st.In("main", st.HasText("a", "Văn bản"))}},
	{"thuat-ngu.html", []st.Check{st.In("main", fact("ANTQ", "An ninh Tổ quốc"), row("trên địa bàn tỉnh", "trên bàn tỉnh"))}},
	{"kha-nang-tiep-can.html", []st.Check{st.In("main", says("WCAG"))}},
	{"404.html", []st.Check{anyDepth, st.HasAttr(`meta[name="robots"]`, "content", "noindex"), st.In("main", st.HasAttr("a", "href", "/"))}},
}

var agencyPages = []pageCase{
	{"so-xay-dung/index.html", []st.Check{
		st.In("main", st.HasText("h1", campaign),
			part("Tiếp nhận tin báo về an ninh, trật tự", st.HasAttr("a", "href", "tel:02053812104"), st.HasAttr("a", "href", "tel:113"), says("Giờ hành chính")),
			part("Sắp tới", link(finalMeet, "hoi-nghi/tong-ket-2026.html"), when("2026-11-27T08:00+07:00", "27 tháng 11/2026"),
				st.HasText("li", "Hạn cuối"), st.HasText("li a", "Rà soát tài khoản dùng chung"), st.NoText("Sơ kết, tổng kết phong trào trong năm")),
			part("Dự thảo kế hoạch", link(launchPlan, "ke-hoach/phat-dong-2026.html"), says("Dự thảo")),
			part("Gương người tốt, việc tốt", every("article", "img[alt]"), link(nightStory, "guong-tot/nguoi-giu-nep-truc-dem.html")),
			part("Mô hình", link(selfGuard, "mo-hinh/tu-phong-tu-quan.html")),
			part("Khen thưởng", link(halfYear, "khen-thuong/2026-168-qd-sxd.html")),
			part("Các đơn vị", link("Văn phòng Sở", "don-vi/van-phong.html")),
			part("Tin tức, thông báo", st.HasAttr("a", "href", "tin-tuc/2026-96-tb-sxd.html")), st.NoText("Mời góp ý dự thảo")),
		st.HasAttr(`link[rel="canonical"]`, "href", "https://sxd.example.vn/antq/"),
	}},
	{"so-xay-dung/gioi-thieu.html", []st.Check{
		st.In("main", says("Sở Xây dựng là cơ quan chuyên môn"), part("Ban Chỉ đạo", row("Dương Công Vĩ", "Giám đốc Sở", "Chỉ đạo chung")),
			part("Cơ cấu tổ chức", row("Văn phòng Sở", "Chánh Văn phòng")),
			part("Department of Construction of Lang Son Province", says("12 Hung Vuong Street")), st.Count(`[lang="en"]`, 1)),
	}},
	{"bql-dong-dang/gioi-thieu.html", []st.Check{st.In("main", st.HasText("h1", "Giới thiệu"))}},
	{"so-xay-dung/lien-he.html", []st.Check{
		st.In("main", part("Tiếp nhận tin báo về an ninh, trật tự", st.HasAttr("a", "href", "tel:02053812113")),
			part(construct, says("Số 12 đường Hùng Vương"), says("0205 3812 101"), link("vanphong@sxd.example.vn", "mailto:vanphong@sxd.example.vn"),
				link("Cổng thông tin điện tử Sở Xây dựng tỉnh Lạng Sơn", "https://sxd.example.vn/")),
			part("Cán bộ đầu mối", says("Bế Thục Quyên"), says("Chuyên viên"), says("Văn phòng Sở")),
			part("Chịu trách nhiệm nội dung", says("Dương Công Vĩ, Giám đốc Sở"))),
	}},
	{"so-xay-dung/kha-nang-tiep-can.html", []st.Check{
		st.In("main", says("WCAG) 2.2"), st.HasText("li", "Đoạn phim trên trang ngoài chưa có phụ đề"), when("2026-10-20", "20 tháng 10 năm 2026"),
			st.HasAttr("a", "href", "mailto:vanphong@sxd.example.vn")),
	}},
	{"so-xay-dung/thuat-ngu.html", []st.Check{st.In("main", fact("KĐCL", "Kiểm định chất lượng"), fact("ANTQ", "An ninh Tổ quốc"), row("an ninh Tổ quốc", "an ninh tổ quốc"))}},
	{"so-xay-dung/so-do-trang.html", []st.Check{
		st.In("main", part("Chuyên mục", st.HasText("a", "Kế hoạch"), st.HasAttr("a", "href", "van-ban/index.html")), st.HasText("a", "Hỏi đáp về phong trào"),
			part("Đơn vị", st.HasAttr("a", "href", "don-vi/doi-bao-tri.html")), part("Theo năm", st.HasAttr("a", "href", "nam/2026.html"))),
	}},
	{"so-xay-dung/404.html", []st.Check{
		anyDepth,
		st.HasAttr(`meta[name="robots"]`, "content", "noindex"), st.HasAttr(`link[rel="stylesheet"]`, "rel", "stylesheet"),
		st.In("main", st.HasText("h1", "Không tìm thấy"), link("Trang chủ", "/antq/"), link("Sơ đồ trang", "/antq/so-do-trang.html")),
	}},
	{"so-xay-dung/ke-hoach/phat-dong.html", []st.Check{ // an old address
		st.HasAttr(`meta[http-equiv="refresh"]`, "content", "0; url=phat-dong-2026.html"), st.HasAttr(`meta[name="robots"]`, "content", "noindex"),
		link(launchPlan, "phat-dong-2026.html"), st.HasAttr(`link[rel="canonical"]`, "href", "https://sxd.example.vn/antq/ke-hoach/phat-dong-2026.html"),
	}},
	{"so-xay-dung/lich.html", []st.Check{
		st.In("main", st.NoText("tính đến ngày"),
			part("Tháng 11 năm 2026", link(finalMeet, "hoi-nghi/tong-ket-2026.html"), st.NoText("Sơ kết, tổng kết phong trào trong năm")), // the meeting stands for the duty
			part("Tháng 12 năm 2026", follows("Rà soát tài khoản dùng chung", "15/12 hằng năm")),
			part("Dự kiến, chưa ấn định ngày", link(launchMeet, "hoi-nghi/phat-dong-2026.html"), says("tháng 5/2026")),
			part("Nhiệm vụ thường xuyên", says("Làm đầu mối đôn đốc")), part("Nhiệm vụ đột xuất", says("Phân công trực bảo vệ dịp lễ, Tết")),
			part("Thời gian sẽ thông báo sau", says("Lựa chọn tập thể, cá nhân xuất sắc")),
			part("Đã hoàn thành", follows("Tổng hợp báo cáo năm", "trước ngày 05/11 hằng năm (hạn cuối 04/11)", "Kết quả"))),
	}},
}

var documentPages = []pageCase{
	{"so-xay-dung/ke-hoach/phat-dong-2026.html", []st.Check{
		st.In("main", st.HasText("header p", "Kế hoạch số"), st.HasText("h1", launchPlan), st.HasText("header p", "Dự thảo."),
			fact("Số, ký hiệu", "/KH-SXD"), fact("Dự kiến ban hành", "tháng 5 năm 2026"), fact("Cơ quan ban hành", construct), fact("Dự kiến người ký", "Dương Công Vĩ"),
			fact("Thời kỳ", "năm 2026"), fact("Tình trạng", "Dự thảo"), fact("Ngày cập nhật", "ngày 15 tháng 9 năm 2026"), fact("Chủ đề", "phát động"),
			st.In(`[aria-label="Căn cứ"]`, st.Count("li", 3), st.HasAttr("a", "href", "../van-ban/2026-108-nq-dusxd.html"), st.HasAttr("a", "href", "../van-ban/2026-1987-cqtt-cat.html")),
			st.In(`nav[aria-label="Mục lục"]`, st.HasText("li > a", "III. Tổ chức hội nghị phát động"), st.HasText("li > a", "5. Công chức, viên chức và người lao động")),
			st.HasText("h4", "1.3. UBND các xã, phường"), st.HasAttr("figure img", "src", "phat-dong-2026/hoi-truong.png"), st.HasText("figcaption", "Phác họa cách bố trí hội trường"),
			part("Nhiệm vụ và thời hạn", row("Tổng hợp báo cáo năm", "Văn phòng Sở", "trước ngày 05/11 hằng năm (hạn cuối 04/11)", "Đã hoàn thành"),
				row("Giữ an ninh mạng", "Lực lượng Công an", "Thường xuyên"), st.HasText("td", "Gửi: Công an tỉnh")),
			part("Kế hoạch của các đơn vị", row("Văn phòng", "Văn phòng Sở"), row("Phòng Hạ tầng giao thông", "Chưa có"), coverage),
			part("Tài liệu kèm theo", link("Bảng tổng hợp nhiệm vụ và thời hạn", "phat-dong-2026/tong-hop-nhiem-vu.pdf"), says("PDF, 30 KB"), says("Bản rút gọn một trang"),
				st.HasAttr("a", "download", "tong-hop-nhiem-vu.pdf"), st.HasAttr("a", "href", "../van-ban/2026-108-nq-dusxd.html")),
			part("Nơi nhận:", st.Texts("li", "Công an tỉnh;", "Lãnh đạo Sở;", "Các phòng, đơn vị thuộc Sở;", "Lưu: VT, VP.")), follows("Nơi nhận:", "Giám đốc", "Dương Công Vĩ"),
			part("Văn bản, bài viết liên quan", fact("Được triển khai bằng", "Văn phòng Sở"), st.HasAttr("a", "href", "../van-ban/2020-1333-khph-cat-sxd.html")),
			part("Lịch sử cập nhật", when("2026-09-15", "15 tháng 9"), says("Bổ sung bảng tổng hợp"))),
		st.HasAttr(`meta[name="DC.title"]`, "content", launchPlan), st.HasAttr(`meta[property="og:type"]`, "content", "article"),
	}},
	{"so-xay-dung/hoi-nghi/phat-dong-2026.html", []st.Check{
		st.In("main", st.HasText("header p", "Hội nghị phát động"), st.HasText("h1", launchMeet),
			st.In(`[aria-label="Thời gian, địa điểm"]`, follows("Dự kiến", "tháng 5/2026"), when("2026-05", "tháng 5/2026"), says("ngày, giờ cụ thể do Sở Xây dựng thông báo"),
				fact("Địa điểm", "Hội trường trụ sở"), fact("Chủ trì", "Sở Xây dựng"), fact("Phối hợp", "Phòng Tham mưu, Công an tỉnh"), fact("Thực hiện", launchPlan)),
			part("Thành phần tham dự", st.Texts("h3", "Sở Xây dựng", "Công an tỉnh Lạng Sơn", "UBND các xã, phường"), st.HasText("li", "Đại diện các phòng: PV01, PA02, PA04, PA05, PC03, PC07")),
			part("Chương trình", st.Count("ol > li", 6), st.HasAttr("a", "href", "../van-ban/2020-1333-khph-cat-sxd.html"), says("Các phòng chuyên môn thuộc Sở")),
			part("Đầu mối liên hệ", says("Văn phòng Sở Xây dựng"), st.HasAttr("a", "href", "tel:02053812104"), st.HasAttr("a", "href", "mailto:antq@sxd.example.vn"))),
	}},
	{"so-xay-dung/hoi-nghi/tong-ket-2026.html", []st.Check{
		st.In("main", st.HasText("header p", "Hội nghị tổng kết"), when("2026-11-27T08:00+07:00", "ngày 27 tháng 11 năm 2026"), says("Sắp tổ chức"),
			part("Chương trình", follows("09:15-10:15", "Tham luận của các phòng, đơn vị")), st.HasAttr("aside a", "href", "../van-ban/2026-311-bc-sxd.html")),
	}},
	{"so-xay-dung/hoi-nghi/tap-huan-an-ninh-mang.html", []st.Check{
		st.In("main", says("Đã tổ chức"), fact("Kết quả hội nghị", "an ninh mạng"), part("Thành phần tham dự", st.HasText("h3", "Người dự lớp"), st.HasText("li", ","))),
	}},
	{"so-xay-dung/hoi-nghi/tap-huan-pccc.html", []st.Check{
		st.In("main", st.HasText("p", "Hội nghị dời từ 12/11/2026 sang 10/12/2026"), st.HasText("s", "12 tháng 11 năm 2026"), says("Sắp tổ chức"), says("lùi để chờ sửa xong hệ thống báo cháy")),
	}},
	{"so-xay-dung/hoi-nghi/toa-dam-an-toan-cong-so.html", []st.Check{st.In("main", st.HasText("header p", "Đã hủy"), fact("Chủ trì", "Công đoàn Sở"))}},
	{"so-xay-dung/guong-tot/nguoi-giu-nep-truc-dem.html", []st.Check{
		st.In("main", st.HasText("h1", nightStory), st.HasAttr("figure img", "src", "nguoi-giu-nep-truc-dem/tru-so-ban-dem.jpg"), st.HasText("figcaption", "Hình vẽ minh họa"),
			fact("Họ và tên", "Vi Thành Nghiêm"), fact("Chức vụ", "Nhân viên bảo vệ"), fact("Đơn vị", "Văn phòng Sở"), fact("Việc làm tiêu biểu", "Kiên trì ghi nhật ký"),
			fact("Khen thưởng", halfYear), fact("Người viết", "Ban biên tập"), st.HasText("blockquote", "Sổ trực ghi kỹ"), st.HasText("figcaption", "Vi Thành Nghiêm"),
			st.Count("figure li img", 2)),
	}},
	{"so-xay-dung/guong-tot/to-cong-tac-hien-truong.html", []st.Check{st.In("main", fact("Tập thể", "Phòng Quản lý xây dựng"), fact("Khen thưởng", halfYear))}},
	{"so-xay-dung/van-ban/2026-154-qd-sxd.html", []st.Check{
		st.In("main", st.HasText("header p", "Quyết định số 154/QĐ-SXD"), st.HasText("h1", guardRules), st.HasText("header p", "sửa đổi, bổ sung"), st.HasAttr("header a", "href", "2026-203-qd-sxd.html"),
			fact("Hình thức", "Quyết định"), fact("Cơ quan ban hành", construct), fact("Số, ký hiệu", "154/QĐ-SXD"), fact("Ngày ban hành", "ngày 18 tháng 3 năm 2026"),
			fact("Ngày có hiệu lực", "ngày 01 tháng 4 năm 2026"), fact("Ngày hết hiệu lực", "ngày 31 tháng 12 năm 2030"), fact("Tình trạng", "sửa đổi"),
			fact("Bản gốc", "PDF"), st.HasAttr("dl a", "href", "2026-154-qd-sxd/quy-che-bao-ve-tru-so.pdf"), st.HasAttr("dl a", "href", "https://sxd.example.vn/van-ban/154-qd-sxd"),
			follows("KT.", "Giám đốc", "Phó Giám đốc", "Lâm Vĩnh Khang"),
			part("Văn bản, bài viết liên quan", fact("Thay thế", "Nội quy ra vào trụ sở"), fact("Được sửa đổi, bổ sung bởi", "Sửa đổi, bổ sung Quy chế"), fact("Văn bản kèm theo", "Phòng cháy"))),
	}},
	{"so-xay-dung/van-ban/2022-87-qd-sxd.html", []st.Check{
		st.In("main", st.HasText("header p", "Đã được thay thế"), st.HasAttr("header a", "href", "2026-154-qd-sxd.html"), fact("Tình trạng", "Đã được thay thế")),
		st.HasAttr(`meta[name="robots"]`, "content", "noindex"),
	}},
	{"so-xay-dung/van-ban/2023-45-hd-sxd.html", []st.Check{st.In("main", st.HasText("header p", "Hết hiệu lực"), st.None(`nav[aria-label="Mục lục"]`))}},
	{"so-xay-dung/van-ban/thanh-lap-ban-chi-dao.html", []st.Check{st.In("main", st.HasText("header p", "Sẽ ban hành"), fact("Tình trạng", "Sẽ ban hành"))}},
	{"so-xay-dung/van-ban/2025-301-kh-ubnd.html", []st.Check{ // a shared document: the hub's page is the one to be found
		st.HasAttr(`link[rel="canonical"]`, "href", "https://toandan.example.vn/van-ban/2025-301-kh-ubnd.html"),
		st.In("main", fact("Cơ quan ban hành", "Ủy ban nhân dân tỉnh Lạng Sơn"), fact("Ngày ban hành", "24 tháng 11 năm 2025")),
	}},
	{"so-xay-dung/mo-hinh/tu-phong-tu-quan.html", []st.Check{
		st.In("main", fact("Bắt đầu", "năm 2026"), fact("Trạng thái", "Đang duy trì"), fact("Quyết định thành lập", "tự phòng, tự quản"), fact("Kết quả", "Đang tổ chức thực hiện"), fact("Đơn vị", "Văn phòng Sở")),
	}},
	{"so-xay-dung/mo-hinh/nhat-ky-cong-truong.html", []st.Check{st.In("main", fact("Trạng thái", "Đã kết thúc"), fact("Quyết định thành lập", "52/QĐ-SXD"))}},
	{"so-xay-dung/khen-thuong/2026-168-qd-sxd.html", []st.Check{
		st.In("main", st.HasText("header p", "Quyết định số 168/QĐ-SXD"), fact("Cấp khen thưởng", "Cơ quan"), fact("Hình thức khen thưởng", "Giấy khen"), fact("Năm", "2026"),
			part("Danh sách khen thưởng", st.HasText("caption", "Giấy khen"), row("1", "Phòng Quản lý xây dựng", "Phòng Quản lý xây dựng", "Hòa giải kịp thời"),
				row("Vi Thành Nghiêm", "Văn phòng Sở", "Phát hiện"), st.HasAttr("a", "href", "../guong-tot/nguoi-giu-nep-truc-dem.html"))),
	}},
	{"so-xay-dung/khen-thuong/de-nghi-cap-tinh-2026.html", []st.Check{ // the list comes from a table
		st.In("main", fact("Kết quả xét", "Đang đề nghị"), part("Danh sách khen thưởng", row("Nông Khánh Trúc", "Văn phòng Sở", "Rà soát quyền truy cập")),
			part("Tài liệu kèm theo", st.HasAttr("a", "href", "de-nghi-cap-tinh-2026/danh-sach.csv"))),
	}},
	{"so-xay-dung/tin-tuc/2026-96-tb-sxd.html", []st.Check{
		st.In("main", st.HasText("header p", "Thông báo số 96/TB-SXD"), fact("Người ký", "Bế Thục Quyên"), follows("TL.", "Giám đốc", "Chánh Văn phòng"), says("Đón tiếp đại biểu"),
			part("Văn bản, bài viết liên quan", fact("Thông báo về", "Tổng kết phong trào"))),
	}},
	{"so-xay-dung/tin-tuc/lay-y-kien-quy-tac.html", []st.Check{st.In("main", st.HasText("header p", "Đã hết thời hạn đăng"))}}, // expired
	{"so-xay-dung/tin-tuc/lich-truc-he-2026.html", []st.Check{ // withdrawn
		st.In("main", st.HasText("header p", "gỡ bỏ"), when("2026-06-22", "22 tháng 6 năm 2026"), says("Lịch trực được thay đổi"), st.None(".prose")),
	}},
	{"so-xay-dung/tai-lieu/to-roi-nhan-biet-tin-gia.html", []st.Check{
		st.In("main", st.HasText("header p", "Tờ rơi"), fact("Đối tượng", "Công chức, viên chức, người lao động"), st.HasAttr("figure img", "src", "to-roi-nhan-biet-tin-gia/bia-to-roi.png"),
			part("Tải về", link("Tờ rơi khổ A4", "to-roi-nhan-biet-tin-gia/to-roi-nhan-biet-tin-gia.pdf"), says("PDF, 24 KB"), says("In một mặt"))),
	}},
	{"so-xay-dung/hoi-dap.html", []st.Check{st.In("main", st.HasText("h1", "Hỏi đáp về phong trào"), st.HasAttr("h2", "id", "bao-tin"), st.HasText("address", "Văn phòng"), st.HasText("table", "Triệu Bảo Nghiêm"))}},
}

var listPages = []pageCase{
	{"so-xay-dung/ke-hoach/index.html", []st.Check{
		st.In("main", st.HasText("h1", "Kế hoạch"), counted("article", "%d mục"), link(launchPlan, "phat-dong-2026.html"), st.HasText("article", "Dự thảo"), st.HasText("article", "Kế hoạch số 05/KH-VP")),
	}},
	{"so-xay-dung/khen-thuong/index.html", []st.Check{st.In("main", says("Quyết định khen thưởng và danh sách đề nghị khen thưởng của phong trào."))}}, // from _section.md
	{"so-xay-dung/tin-tuc/index.html", []st.Check{
		st.In("main", counted("article", "%d mục"), st.NoText("Mời góp ý dự thảo"), st.NoText("Lịch trực bảo vệ dịp hè"),
			follows("Tổ chức Hội nghị tổng kết phong trào", "Lùi thời gian lớp tập huấn", "Sơ kết sáu tháng", "Chuẩn bị hội nghị phát động")),
	}},
	{"so-xay-dung/nam/2026.html", []st.Check{
		st.In("main", st.HasText("h1", "Năm 2026"), st.Count("article", 20), st.In(`nav[aria-label="Các trang của danh sách"]`, says("Trang 1/2"), link("Trang sau", "2026/trang-2.html"), st.None(`a[rel="prev"]`))),
	}},
	{"so-xay-dung/nam/2026/trang-2.html", []st.Check{
		st.In("main", st.In(`nav[aria-label="Các trang của danh sách"]`, says("Trang 2/2"), link("Trang trước", "../2026.html"), st.None(`a[rel="next"]`))),
	}},
	{"so-xay-dung/van-ban/index.html", []st.Check{
		st.In("main", st.In(`nav[aria-label="Các năm"]`, st.HasAttr("a", "href", "nam-2026.html"), st.HasAttr("a", "href", "nam-2020.html")),
			st.Texts("th", "Số, ký hiệu", "Hình thức", "Cơ quan ban hành", "Ngày ban hành", "Ngày có hiệu lực", "Trích yếu", "Tệp"),
			row("154/QĐ-SXD", "Quyết định", construct, "18/3/2026", "01/4/2026", guardRules, "PDF, 25 KB"), st.HasText("td", "Dự thảo")),
	}},
	{"so-xay-dung/van-ban/nam-2022.html", []st.Check{st.In("main", st.HasText("h1", "2022"), counted("tbody tr", "%d văn bản"), row("87/QĐ-SXD", "Quyết định"), st.HasAttr(`nav [aria-current="page"]`, "href", "nam-2022.html"))}},
	{"so-xay-dung/van-ban/chua-du-so-ngay.html", []st.Check{
		st.In("main", st.HasText("h1", "chưa đủ số, ngày ban hành"), counted("tbody tr", "%d văn bản"), st.HasText("td", "Sẽ ban hành"), st.NoText("154/QĐ-SXD"),
			st.In(`nav[aria-label="Các năm"]`, st.HasText(`[aria-current="page"]`, "Chưa đủ số, ngày"), link("Tất cả", "index.html"))),
		st.In(`nav[aria-label="Vị trí trang"]`, link("Văn bản", "index.html")),
	}},
	{"so-xay-dung/van-ban/loai-ke-hoach.html", []st.Check{
		st.In("main", st.HasText("h1", "Loại văn bản: Kế hoạch"), counted("tbody tr", "%d văn bản"), row("05/KH-VP", "Kế hoạch", "Văn phòng Sở"), st.NoText("154/QĐ-SXD"),
			st.In(`nav[aria-label="Các loại văn bản"]`, st.HasAttr(`[aria-current="page"]`, "href", "loai-ke-hoach.html"), link("Quyết định", "loai-quyet-dinh.html"), st.HasText("summary", "Kế hoạch")),
			st.In(`nav[aria-label="Các năm"]`, link("Tất cả", "index.html"), st.None("[aria-current]")),
			st.In(`nav[aria-label="Các đơn vị"]`, link("Văn phòng Sở", "don-vi-van-phong.html"))),
	}},
	{"so-xay-dung/van-ban/don-vi-van-phong.html", []st.Check{
		st.In("main", st.HasText("h1", "Văn bản của Văn phòng Sở"), counted("tbody tr", "%d văn bản"), row("05/KH-VP", "Kế hoạch"), link("Trang của đơn vị", "../don-vi/van-phong.html"),
			st.HasAttr(`nav[aria-label="Các đơn vị"] [aria-current="page"]`, "href", "don-vi-van-phong.html")),
	}},
	{"van-ban/loai-quyet-dinh.html", []st.Check{ // of the hub, which has no units
		st.In("main", st.HasText("h1", "Loại văn bản: Quyết định"), counted("tbody tr", "%d văn bản"), row("2447/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ"), st.None(`nav[aria-label="Các đơn vị"]`)),
	}},
	{"so-xay-dung/don-vi/van-phong.html", []st.Check{
		st.In("main", st.HasText("h1", "Văn phòng Sở"), fact("Người đứng đầu", "Chánh Văn phòng"), part("Nhiệm vụ và thời hạn", row("Tổng hợp báo cáo năm", "05/11"), says("Theo:")),
			st.HasAttr("article a", "href", "../ke-hoach/phong-don-vi/van-phong-2026.html"), link(nightStory, "../guong-tot/nguoi-giu-nep-truc-dem.html")),
	}},
	{"so-xay-dung/chu-de/khen-thuong.html", []st.Check{st.In("main", st.HasText("header p", "Chủ đề"), st.HasText("h1", "khen thưởng"), counted("article", "%d mục"), link(halfYear, "../khen-thuong/2026-168-qd-sxd.html"))}},
}
