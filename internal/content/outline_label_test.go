package content

import "testing"

// TestOutlineNumber: what headings of administrative texts begin with.
func TestOutlineNumber(t *testing.T) {
	for text, want := range map[string]string{
		"I. MỤC ĐÍCH": "I", "IV. CÁC BƯỚC": "IV", "XIX. A": "XIX", "1. Mục đích": "1", "1.1. Sở Xây dựng:": "1.1", "3.2 Khen thưởng": "3.2",
		"1) Một": "1", "1/ Một": "1", "Điều 4. Hiệu lực": "Điều 4", "ĐIỀU 12": "ĐIỀU 12", "Điều 4a. Bổ sung": "Điều 4a", "Bước 1: Chuẩn bị": "Bước 1",
		"Chương II": "Chương II", "Phụ lục III": "Phụ lục III", "Tiểu mục 2. X": "Tiểu mục 2", "a) Một": "a", "đ) Năm": "đ", "1.": "1",
		"2026 là năm": "", "Vụ việc": "", "I là": "", "IIII. Sai": "", "Mục đích": "", "Điều kiện": "", "1.500 đồng": "", "C Cách": "", "": "", "ab) x": "",
		"I- ƯU ĐIỂM": "I", "1- Về việc": "1", "1.1- Việc": "1.1", "A. CHUNG": "A", "Đ. RIÊNG": "Đ", "a. Một": "a", "Phần thứ hai": "Phần thứ hai", "PHẦN THỨ BA. X": "PHẦN THỨ BA",
		"Khoản 2. X": "Khoản 2", "Điều 4:": "Điều 4", "XL. A": "XL", "01. Một": "01", "1.2.3.4.5 X": "1.2.3.4.5", "1.2.3.4.5.6 X": "",
		"2026. Năm": "", "Bước đầu": "", "Điều 4ab": "", "CIVIL. x": "", "L. x": "L", "1- hai người": "", "5 - 10": "", "ơ) x": "", "I/ MỤC ĐÍCH": "I", "IV) Tổ chức": "IV", "I/O": "", "V/v triển khai": "", "C/ D": "", "I-MỤC": "", "Điều 123456": "",
	} {
		if got := outlineNumber(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
