package viet

import (
	"strings"
)

// Letters of other scripts that look like Latin ones, and what they are meant to
// be. They come from foreign keyboards, old fonts and the recognition of scanned
// pages.
const (
	greekLetters    = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
	greekMeant      = "ABEZHIKMNOPTYX"
	cyrillicLetters = "АВЕКМНОРСТУХІЈЅаеорсухіј"
	cyrillicMeant   = "ABEKMHOPCTYXIJSaeopcyxij"
)

// lookAlike returns the letter that r is meant to be, 0 when it is meant as it
// is: Đ for Ð (Icelandic) and Ɖ (African), Latin letters for Greek and Cyrillic
// ones, the slash for its kin, plain letters and figures for wide ones.
func lookAlike(r rune) rune {
	switch {
	case r < 0xD0:
		return 0
	case r == 'Ð' || r == 'Ɖ':
		return 'Đ'
	case r == 'ð':
		return 'đ'
	case r == 0x2044 || r == 0x2215:
		return '/'
	case 0xFF01 <= r && r <= 0xFF5E:
		return r - 0xFF01 + '!'
	case 0x391 <= r && r <= 0x3A7:
		return counterpart(r, greekLetters, greekMeant)
	case 0x405 <= r && r <= 0x458:
		return counterpart(r, cyrillicLetters, cyrillicMeant)
	}
	return 0
}

// counterpart returns the byte of meant that stands where r, of two bytes, stands
// in letters.
func counterpart(r rune, letters, meant string) rune {
	if i := strings.IndexRune(letters, r); i >= 0 {
		return rune(meant[i/2])
	}
	return 0
}

// mendLetters puts the letters that are meant in place of their look-alikes.
func mendLetters(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return lookAlike(r) != 0 }) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if meant := lookAlike(r); meant != 0 {
			return meant
		}
		return r
	}, s)
}
