package site

import "testing"

func TestIsCentral(t *testing.T) {
	tests := map[string]bool{
		"Thủ tướng Chính phủ":                    true,
		"Bộ Công an":                             true,
		"Bộ trưởng Bộ Thông tin và Truyền thông": true,
		"Quốc hội":                               true,
		"Ban Bí thư khóa XI":                     true,
		"Văn phòng Trung ương Đảng":              true,
		"Cục Cảnh sát quản lý hành chính":        true,
		"TTg":                    true,
		"Cục Thuế tỉnh Lạng Sơn": false,
		"Bộ Chỉ huy Quân sự tỉnh Lạng Sơn":            false,
		"Bộ đội Biên phòng tỉnh":                      false,
		"Ủy ban nhân dân tỉnh Lạng Sơn":               false,
		"Ban Chỉ đạo 138 tỉnh Lạng Sơn":               false,
		"Hội đồng nhân dân tỉnh":                      false,
		"Ban Chấp hành Đảng bộ tỉnh Hà Tĩnh":          false,
		"Sở Nội vụ":                                   false,
		"Bộ phận Một cửa":                             false,
		"Ngân hàng Nhà nước chi nhánh Lạng Sơn":       false,
		"Ngân hàng Nhà nước Việt Nam":                 true,
		"Hội đồng Thi đua - Khen thưởng Trung ương":   true,
		"Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh":       false,
		"Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam": true,
		"Chính phủ": true,
		"Công an tỉnh Lạng Sơn - Cơ quan thường trực":       false,
		"Đảng uỷ Sở Xây dựng":                               false,
		"Kiểm toán Nhà nước khu vực X":                      false,
		"Tòa án nhân dân tối cao":                           true,
		"Tòa án nhân dân tỉnh Lạng Sơn":                     false,
		"Liên đoàn Lao động tỉnh":                           false,
		"Tổng cục Hải quan":                                 true,
		"Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh":     false,
		"Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh":   true,
		"Chủ tịch nước":                                     true,
		"Chủ tịch Ủy ban nhân dân tỉnh":                     false,
		"Ban Chỉ đạo Trung ương về phòng, chống tham nhũng": true,
	}
	for name, want := range tests {
		if got := isCentral(organName(name)); got != want {
			t.Errorf("%s: central is %t, want %t", name, got, want)
		}
	}
}
