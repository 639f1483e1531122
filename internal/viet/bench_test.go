package viet

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// prose is a page of ordinary text with a few citations in it.
var prose = strings.Repeat(`Nâng cao nhận thức, trách nhiệm của công chức, viên chức, người lao động trong công tác bảo vệ an ninh quốc gia, giữ gìn trật tự an toàn xã hội trong lĩnh vực xây dựng. Tạo khí thế thi đua sôi nổi, phát huy vai trò, trách nhiệm của từng phòng, đơn vị trong thực hiện nhiệm vụ chuyên môn gắn với bảo đảm an ninh, trật tự tại 12 xã, phường; đạt 28/34 tiêu chí.

Thực hiện Kế hoạch số 301/KH-UBND ngày 24/11/2025 của Ủy ban nhân dân tỉnh về triển khai phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” trên địa bàn tỉnh Lạng Sơn. Phối hợp lực lượng Công an trong công tác bảo vệ an ninh mạng, phòng chống vi phạm pháp luật trong xây dựng, trật tự đô thị. Đẩy mạnh ứng dụng công nghệ số, an ninh số trong quản lý hồ sơ, văn bản, dữ liệu; tăng cường sử dụng camera tại trụ sở cơ quan. Tham gia hòa giải, giải quyết đơn thư khiếu nại, tố cáo từ sớm, từ xa; kiên quyết không để phát sinh “điểm nóng”.

Bồi dưỡng kỹ năng xử lý tình huống bảo đảm an ninh, trật tự cho lực lượng bảo vệ cơ quan. Thường xuyên cập nhật, đăng tải gương người tốt, việc tốt thuộc ngành Xây dựng; phối hợp với các cơ quan báo chí của tỉnh trong tuyên truyền phong trào. Kịp thời phát hiện gương người tốt, việc tốt, các điển hình tiên tiến trong việc thực hiện phong trào để nhân rộng.

`, 40)

func BenchmarkFindReferences(b *testing.B) {
	for name, text := range map[string]string{
		"prose":      prose,
		"dash":       strings.ReplaceAll(prose, " - ", " – ") + "–",
		"dense":      strings.Repeat("Kế hoạch số 301/KH-UBND ngày 24/11/2025 của UBND tỉnh; ", 1000),
		"numbers":    strings.Repeat("1/A-B 2-C/D ", 5000),
		"fill":       strings.Repeat("số ................................/", 2000),
		"no-end":     strings.Repeat("số 1/KH-A của B b b b b b b b b b b b ", 2000),
		"types":      strings.Repeat("Kế hoạch Báo cáo Quyết định 12/KH-A ", 2000),
		"laws":       strings.Repeat("Luật A b ", 5000),
		"points":     strings.Repeat("điểm a, b, c, d, đ khoản 1 Điều 4 Luật Đất đai ", 1000),
		"decomposed": norm.NFD.String(prose),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for range b.N {
				FindReferences(text)
			}
		})
	}
}

func BenchmarkSlug(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		Slug("Kế hoạch phát động phong trào “Toàn dân bảo vệ an ninh Tổ quốc” năm 2026")
	}
}

func BenchmarkFold(b *testing.B) {
	b.SetBytes(int64(len(prose)))
	for range b.N {
		Fold(prose)
	}
}

func BenchmarkFoldTone(b *testing.B) {
	b.SetBytes(int64(len(prose)))
	for range b.N {
		FoldTone(prose)
	}
}

func BenchmarkCompare(b *testing.B) {
	c := NewCollator()
	for range b.N {
		c.Compare("Đảng uỷ Sở Xây dựng", "Đảng uỷ Sở Nội vụ")
	}
}
