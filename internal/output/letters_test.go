package output

import (
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// TestPathKeyOfEveryLetter compares with the Unicode tables, for every letter of the scripts that pathKey promises.
func TestPathKeyOfEveryLetter(t *testing.T) {
	tested := 0
	for r := rune(0x80); r < 0x2200; r++ {
		latin := unicode.Is(unicode.Latin, r) || unicode.Is(unicode.Cyrillic, r) || unicode.Is(unicode.Greek, r) && r < 0x400
		if !latin || norm.NFD.QuickSpanString(string(r)) > 0 {
			continue
		}
		tested++
		for _, form := range []string{norm.NFD.String(string(r)), norm.NFC.String(string(r))} {
			if pathKey(form) != pathKey(string(r)) {
				t.Errorf("%c (%U): %+q and %+q have different keys", r, r, form, string(r))
			}
		}
	}
	if tested < 400 {
		t.Errorf("only %d letters", tested)
	}
}

func FuzzPathKey(f *testing.F) {
	for _, s := range []string{"Kế hoạch số 12.pdf", "o\u0323\u031b", "ẛ̣", "İI", "\u0301x", "ﬁ", "Ñandú/é"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range s {
			if r >= 0x250 && !(r >= 0x300 && r < 0x33a) && !(r >= 0x1e00 && r < 0x1f00) {
				t.Skip("not a Latin letter or a mark")
			}
		}
		if key := pathKey(s); key != pathKey(key) {
			t.Errorf("the key of %+q is %+q, whose key is %+q", s, key, pathKey(key))
		}
		if pathKey(s) != pathKey(norm.NFD.String(s)) && onlyListed(s) {
			t.Errorf("%+q and its decomposed form have different keys", s)
		}
	})
}

// onlyListed reports whether the key knows all marks of a text: marks that no letter is composed with keep their places.
func onlyListed(s string) bool {
	for _, r := range norm.NFD.String(s) {
		if norm.NFD.PropertiesString(string(r)).CCC() != classes[r] {
			return false
		}
	}
	return true
}
