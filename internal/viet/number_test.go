package viet

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestParseNumber(t *testing.T) {
	for in, want := range map[string]Number{
		"108/NQ-ĐUSXD":         {"108", 0, "NQ-ĐUSXD", false},
		"05-NQ/TU":             {"05", 0, "NQ/TU", true},
		"06/2022/QH15":         {"06", 2022, "QH15", false},
		"351/2017/UBTVQH14":    {"351", 2017, "UBTVQH14", false},
		"/KH-SXD":              {"", 0, "KH-SXD", false},
		"…/KH-SXD":             {"", 0, "KH-SXD", false},
		"Số:      /KH-SXD":     {"", 0, "KH-SXD", false},
		"Số: -KH/ĐU":           {"", 0, "KH/ĐU", true},
		"Số 15a/QĐ-SXD":        {"15a", 0, "QĐ-SXD", false},
		"521/2005/QĐ-TTg":      {"521", 2005, "QĐ-TTg", false},
		"1333 /KHPH–CAT–SXD":   {"1333", 0, "KHPH-CAT-SXD", false},
		"2447/QĐ-\nTTg":        {"2447", 0, "QĐ-TTg", false},
		"2447/QĐ TTg":          {"2447", 0, "QĐ-TTg", false},
		"72/2013/NÐ-CP":        {"72", 2013, "NĐ-CP", false},
		"238/UBND-KGVX":        {"238", 0, "UBND-KGVX", false},
		"238/UBND":             {"238", 0, "UBND", false},
		"9745/QĐ-BCA-V05":      {"9745", 0, "QĐ-BCA-V05", false},
		"01/TTLT-BKH&ĐT-BTTTT": {"01", 0, "TTLT-BKH&ĐT-BTTTT", false},
		"15-CTr/TU":            {"15", 0, "CTr/TU", true},
		"02-KH/BCĐTW-VP":       {"02", 0, "KH/BCĐTW-VP", true},
		"2026/KH-SXD":          {"2026", 0, "KH-SXD", false},
	} {
		for _, text := range []string{in, norm.NFD.String(in), " " + in + " "} {
			got, ok := ParseNumber(text)
			if !ok || got != want {
				t.Errorf("ParseNumber(%q) = %+v, %v, want %+v", text, got, ok, want)
			}
			if again, ok := ParseNumber(got.String()); !ok || again != got {
				t.Errorf("%q is not read as it is printed: %+v", got.String(), again)
			}
		}
	}
	for _, in := range []string{
		"", "/", "-", "2447", "12/A", "12/A Hùng Vương", "28/34", "24/7", "Kế hoạch",
		"1234567/KH-SXD", "301/KH-UBND ngày 24/11/2025", "/", "12-A/B", "tháng 5/2026", "Số:",
	} {
		if got, ok := ParseNumber(in); ok {
			t.Errorf("ParseNumber(%q) = %+v", in, got)
		}
	}
}

func TestNumberKey(t *testing.T) {
	same := [][2]string{
		{"8/2018/L-CTN", "08/2018/L-CTN"}, {"8a/QĐ-SXD", "08a/QĐ-SXD"},
		{"72/2013/NÐ-CP", "72/2013/NĐ-CP"}, {"1333 /KHPH–CAT", "1333/KHPH-CAT"}, {"5-NQ/TU", "05-NQ/TU"},
	}
	for _, p := range same {
		a, _ := ParseNumber(p[0])
		b, _ := ParseNumber(p[1])
		if a.Key() == "" || a.Key() != b.Key() {
			t.Errorf("%q and %q have the keys %q and %q", p[0], p[1], a.Key(), b.Key())
		}
	}
	different := [][2]string{
		{"521/QĐ-TTg", "521/2005/QĐ-TTg"}, {"12/CT-SXD", "12/CTr-SXD"}, {"05-NQ/TU", "05/NQ-TU"},
		{"12/KH-SXD", "12/KH-SXd"}, {"10/KH-SXD", "010/KH-SXD"},
	}
	for _, p := range different {
		a, _ := ParseNumber(p[0])
		b, _ := ParseNumber(p[1])
		if a.Key() == b.Key() {
			t.Errorf("%q and %q have one key %q", p[0], p[1], a.Key())
		}
	}
	for _, in := range []string{"/KH-SXD", "-KH/ĐU"} {
		if n, _ := ParseNumber(in); n.Key() != "" {
			t.Errorf("%q has the key %q", in, n.Key())
		}
	}
}

func TestNumberCode(t *testing.T) {
	for in, want := range map[string]string{
		"108/NQ-ĐUSXD": "NQ", "05-NQ/TU": "NQ", "91/2025/QH15": "", "12/UBND-VX": "",
		"318-CV/TU": "CV", "12/CV-SXD": "", "01/TTLT-BTC-BCA": "TTLT", "44-KL/TW": "KL",
	} {
		if n, ok := ParseNumber(in); !ok || n.Code() != want {
			t.Errorf("code of %q is %q, want %q", in, n.Code(), want)
		}
	}
}
