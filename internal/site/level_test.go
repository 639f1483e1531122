package site

import (
	"strings"
	"testing"
)

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
		"Ban Chỉ đạo 138 Chính phủ":                         true,
		"Ban Chỉ đạo 138/CP":                                true,
		"Ban Chỉ đạo phòng, chống tội phạm của Chính phủ":   true,
		"Ban Chỉ đạo 389 quốc gia":                          true,
		"Ban Chỉ đạo 138 phường Tam Thanh":                  false,
		"Ban Chỉ đạo 138 Sở Xây dựng":                       false,
	}
	for name, want := range tests {
		if got := isCentral(organName(name)); got != want {
			t.Errorf("%s: central is %t, want %t", name, got, want)
		}
	}
}

func TestIsCommunal(t *testing.T) {
	tests := map[string]bool{
		"Ủy ban nhân dân xã Đồng Đăng":                  true,
		"UBND phường Tam Thanh":                         true,
		"UBND PHƯỜNG TAM THANH":                         true,
		"Công an xã":                                    true,
		"Công an xã Đồng Đăng, tỉnh Lạng Sơn":           true,
		"Công an các xã, phường":                        true,
		"Ủy ban nhân dân Phường 1":                      true,
		"Ủy ban nhân dân thị trấn Cao Lộc":              true,
		"Ủy ban nhân dân đặc khu Vân Đồn":               true,
		"Ban Chỉ đạo 138 phường Lương Văn Tri":          true,
		"Đảng uỷ xã Hoàng Văn Thụ":                      true,
		"Bảo hiểm xã hội tỉnh Lạng Sơn":                 false,
		"BẢO HIỂM XÃ HỘI TỈNH":                          false,
		"Hợp tác xã Chi Lăng":                           false,
		"Ủy ban nhân dân thị xã Kỳ Anh":                 false,
		"Sở Lao động - Thương binh và Xã hội":           false,
		"Viện Hàn lâm Khoa học xã hội Việt Nam":         false,
		"Công an tỉnh Lạng Sơn":                         false,
		"Bộ Tư lệnh Cảnh sát cơ động":                   false,
		"Ban Chỉ đạo phát triển kinh tế địa phương":     false,
		"Ủy ban Mặt trận Tổ quốc Việt Nam xã Tân Thanh": true,
	}
	for name, want := range tests {
		if got := isCommunal(name); got != want {
			t.Errorf("%s: of a commune is %t, want %t", name, got, want)
		}
	}
}

// TestCommunesInALineage shows where the documents of a commune stand: below a department's, above those of the commune's own office.
func TestCommunesInALineage(t *testing.T) {
	for agency, want := range map[string]string{
		"Sở Xây dựng":           "Tỉnh Cơ quan Xã, phường",
		"Công an phường Kỳ Lừa": "Tỉnh Xã, phường Cơ quan",
	} {
		archive := planWith("issued: 2026-02-05\nbases:\n  - Căn cứ Kế hoạch số 8/KH-UBND ngày 01/02/2026 của Ủy ban nhân dân phường Tam Thanh\n  - Căn cứ Kế hoạch số 9/KH-UBND ngày 01/01/2026 của Ủy ban nhân dân tỉnh\n", "    when: ongoing\n",
			"-- content/_shared/van-ban/p.md --\n---\ntitle: p\ntype: Kế hoạch\nnumber: 8/KH-UBND\nissued: 2026-02-01\nissuer: Ủy ban nhân dân phường Tam Thanh\n---\n",
			"-- content/_shared/van-ban/t.md --\n---\ntitle: t\ntype: Kế hoạch\nnumber: 9/KH-UBND\nissued: 2026-01-01\nissuer: Ủy ban nhân dân tỉnh\n---\n")
		all := siteWith(t, "2026-05-20", strings.Replace(archive, "Cơ quan A", agency, 1))
		var got []string
		for _, l := range stateOf(t, all, "ke-hoach/k").Lineage() {
			got = append(got, l.Level.String())
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", agency, got, want)
		}
	}
}
