package viet

import (
	"slices"
	"testing"
)

// TestReferenceText pins which words a citation takes as its own text: brackets
// are not torn, and every number of a list has its own place.
func TestReferenceText(t *testing.T) {
	for in, want := range map[string][]string{
		"Thông báo số 12/TB-SXD (ngày 02/3/2026) của Sở Xây dựng": {"Thông báo số 12/TB-SXD (ngày 02/3/2026)"},
		"Thông báo số 12/TB-SXD (ngày 02/3/2026 của Sở Xây dựng)": {"Thông báo số 12/TB-SXD"},
		"Thông báo số 12/TB-SXD (ký ngày 02/3/2026":               {"Thông báo số 12/TB-SXD"},
		"(Thông báo số 12/TB-SXD ngày 02/3/2026)":                 {"Thông báo số 12/TB-SXD ngày 02/3/2026"},
		"Quyết định (số 66/QĐ-SGDĐT ngày 07/01/2026)":             {"Quyết định (số 66/QĐ-SGDĐT ngày 07/01/2026)"},
		"Quyết định số 999/QĐ-BXD năm 2025 của Bộ Xây dựng":       {"Quyết định số 999/QĐ-BXD năm 2025"},
		"Các Quyết định số 11, 12, 13/QĐ-SXD ngày 02/02/2026":     {"Quyết định số 11", "12", "13/QĐ-SXD ngày 02/02/2026"},
		"Công văn số 12/SXD-VP, 13 và 14/SXD-VP":                  {"Công văn số 12/SXD-VP", "13", "14/SXD-VP"},
	} {
		var got []string
		for _, r := range FindReferences(in) {
			got = append(got, r.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: texts %q, want %q", in, got, want)
		}
	}
}

// TestNumberWithPoint proves that a point at the thousands is kept in print and
// dropped for matching.
func TestNumberWithPoint(t *testing.T) {
	n, ok := ParseNumber("1.234/SXD-VP")
	if !ok || n.String() != "1.234/SXD-VP" || n.Key() != "1234/SXD-VP" {
		t.Errorf("read as %q with the key %q, %v", n, n.Key(), ok)
	}
	if _, ok := ParseNumber("1.23/SXD-VP"); ok {
		t.Error("1.23 is taken for a number")
	}
}
