package viet

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// alphabet is in Vietnamese order; every entry sorts before the next.
var alphabet = []string{
	"An", "Ăn", "Ân", "Danh", "Dương Công Vĩ", "Đảng uỷ", "Đồng Đăng", "Hoa",
	"Hoà Bình", "Hòa Bình", "Lang", "Làng", "Lảng", "Lãng", "Láng", "Lạng Sơn",
	"o", "ô", "ơ", "u", "ư", "y",
}

func TestCompare(t *testing.T) {
	c := NewCollator()
	for i, a := range alphabet {
		for j, b := range alphabet {
			if got := c.Compare(a, b); sign(got) != sign(i-j) {
				t.Errorf("Compare(%q, %q) = %d", a, b, got)
			}
			if i != j && sign(strings.Compare(c.Key(a), c.Key(b))) != sign(i-j) {
				t.Errorf("keys of %q and %q are in the wrong order", a, b)
			}
		}
	}
	got := slices.Clone(alphabet)
	slices.Reverse(got)
	slices.SortFunc(got, c.Compare)
	if !slices.Equal(got, alphabet) {
		t.Errorf("sorted: %q", got)
	}
}

func TestCompareIsTotal(t *testing.T) {
	c := NewCollator()
	whole, apart := "Sở Xây dựng", norm.NFD.String("Sở Xây dựng")
	if c.Compare(whole, apart) == 0 || c.Compare(whole, apart) != -c.Compare(apart, whole) {
		t.Error("two spellings in bytes have no fixed order")
	}
	if c.Compare(whole, whole) != 0 {
		t.Error("a text differs from itself")
	}
	if c.Key(whole) != c.Key(apart) {
		t.Error("the key depends on the Unicode form")
	}
}

func TestComparePeople(t *testing.T) {
	people := []string{
		"Lê Thị An", "Trần Văn An", "Hoàng Ân", "Nguyễn Văn Bình", "Bình Dương",
		"Đặng Văn Đức", "Phạm Đức", "Nguyễn Quốc Toàn ", "Dương Công Vĩ",
	}
	c := NewCollator()
	got := slices.Clone(people)
	slices.Sort(got)
	slices.SortFunc(got, c.ComparePeople)
	if !slices.Equal(got, people) {
		t.Errorf("sorted: %q", got)
	}
	if c.ComparePeople("An", "Lê An") >= 0 {
		t.Error("a name of one word sorts first among its like")
	}
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}
