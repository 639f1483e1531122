package viet

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"":                               "",
		"Đồng Đăng -  LẠNG SƠN":          "dong dang - lang son",
		"Uỷ ban":                         "uy ban",
		"Ủy\tban\n":                      "uy ban",
		"ÐẢNG Ɖoàn ð":                    "dang doan d",
		"hoà = hòa":                      "hoa = hoa",
		"an\u00a0ninh\u2003Tổ quốc":      "an ninh to quoc",
		"dấu\u200b ẩn\u00ad":             "dau an",
		"“Toàn dân” – 2026":              "“toan dan” – 2026",
		"ưƯơƠăĂâÂêÊôÔ":                   "uuooaaaaeeoo",
		"café Ångström straße Œuvre":     "cafe angstrom straße œuvre",
		"ΆΛΦΑ":                           "αλφα",
		"đã gọn":                         "da gon",
		"plain text":                     "plain text",
		" two  spaces ":                  "two spaces",
		"Nghị quyết số 108/NQ-ĐUSXD ./.": "nghi quyet so 108/nq-dusxd ./.",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
		if got := Fold(norm.NFD.String(in)); got != want {
			t.Errorf("Fold of decomposed %q = %q, want %q", in, got, want)
		}
	}
}

func TestFoldTone(t *testing.T) {
	for in, want := range map[string]string{
		"hòa bình":             "hoà bình",
		"Hòa, HÒA, hoá":        "Hoà, HOÀ, hoá",
		"Ủy ban, uỷ ban":       "Uỷ ban, uỷ ban",
		"ỦY BAN":               "UỶ BAN",
		"thủy lợi, khỏe, xòe":  "thuỷ lợi, khoẻ, xoè",
		"lũy kế, tụy, túy":     "luỹ kế, tuỵ, tuý",
		"đọa":                  "đoạ",
		"hoàn, huỳnh, khuỷu":   "hoàn, huỳnh, khuỷu",
		"toán, tòan":           "toán, tòan", // a misspelling stays one
		"quý, qúy, quỳ, QUỸ":   "quý, qúy, quỳ, QUỸ",
		"của, mùa, chìa":       "của, mùa, chìa",
		"Thùy2, (hóa)":         "Thuỳ2, (hoá)",
		"hòa":                  "hoà",
		"":                     "",
		"không đổi gì cả":      "không đổi gì cả",
		"đồng chí Hòa.Thủy/úy": "đồng chí Hoà.Thuỷ/uý",
	} {
		for _, text := range []string{in, norm.NFD.String(in)} {
			got := FoldTone(text)
			if got != want {
				t.Errorf("FoldTone(%q) = %q, want %q", text, got, want)
			}
			if again := FoldTone(got); again != got {
				t.Errorf("FoldTone is not stable: %q, %q", got, again)
			}
		}
	}
}

func TestNFC(t *testing.T) {
	whole := "Đảng uỷ Sở Xây dựng"
	apart := norm.NFD.String(whole)
	if IsNFC(apart) || !IsNFC(whole) || NFC(apart) != whole {
		t.Errorf("NFC(%q) = %q", apart, NFC(apart))
	}
}

func TestSlug(t *testing.T) {
	word := strings.Repeat("a", 100)
	for in, want := range map[string]string{
		"":                      "",
		"…":                     "",
		"Đảng uỷ Sở Xây dựng":   "dang-uy-so-xay-dung",
		"108/NQ-ĐUSXD":          "108-nq-dusxd",
		"Uỷ ban":                "uy-ban",
		"Ủy ban":                "uy-ban",
		"  --Tổ   quốc--  ":     "to-quoc",
		"ĐẶNG Ðình Ɖức":         "dang-dinh-duc",
		"an\u00adninh\u200bhai": "anninhhai",
		"Kế hoạch phát động phong trào “Toàn dân bảo vệ an ninh Tổ quốc” năm 2026": "ke-hoach-phat-dong-phong-trao-toan-dan-bao-ve-an-ninh-to-quoc-nam-2026",
		"日本 2026":                       "2026",
		word:                            word[:SlugMax],
		strings.Repeat("tám chín ", 12): strings.TrimSuffix(strings.Repeat("tam-chin-", 12)[:81], "-"),
		strings.Repeat("âb ", 40):       strings.TrimSuffix(strings.Repeat("ab-", 27), "-"),
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	for _, s := range []string{
		"Đảng uỷ Sở Xây dựng", "Uỷ ban", "--a--", strings.Repeat("Lạng Sơn ", 30),
		strings.Repeat("x", 200), "K Å ﬁ ǅ İ", "a\u0338b\u034f", "日本", "\xff\xfea",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Slug(s)
		if len(got) > SlugMax {
			t.Errorf("%q is longer than %d", got, SlugMax)
		}
		if strings.Trim(got, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" ||
			strings.Contains(got, "--") || strings.HasPrefix(got, "-") || strings.HasSuffix(got, "-") {
			t.Errorf("Slug(%q) = %q is no slug", s, got)
		}
		if again := Slug(got); again != got {
			t.Errorf("Slug(%q) = %q", got, again)
		}
		if utf8.ValidString(s) {
			for _, form := range []norm.Form{norm.NFC, norm.NFD} {
				if other := Slug(form.String(s)); other != got {
					t.Errorf("Slug(%q) = %q, in another form %q", s, got, other)
				}
			}
		}
	})
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Đồng Đăng", " a  b ", "ΐ", "\u0345a", "İ", "hòa\u00a0uỷ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Fold(s)
		if again := Fold(got); again != got {
			t.Errorf("Fold(%q) = %q, again %q", s, got, again)
		}
		if tone := Fold(FoldTone(s)); utf8.ValidString(s) && isVietnamese(s) && tone != got {
			t.Errorf("Fold(%q) = %q, after FoldTone %q", s, got, tone)
		}
	})
}

// isVietnamese reports whether s has only letters that Vietnamese knows, apart
// or composed, and ASCII.
func isVietnamese(s string) bool {
	for _, r := range NFC(s) {
		if r >= utf8.RuneSelf && baseLetter(r) == 0 {
			return false
		}
	}
	return true
}
