package viet

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The unmarked lower-case letter of every precomposed Latin letter, by code
// point; '.' where there is none. đ, Đ and the look-alikes Ð ð Ɖ do not
// decompose in Unicode; here they are d like the rest.
const (
	latinFirst = 0x00C0 // À
	latinBase  = "aaaaaa.ceeeeiiiidnooooo..uuuuy..aaaaaa.ceeeeiiiidnooooo..uuuuy.y" +
		"aaaaaaccccccccddddeeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll." +
		"...nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz." +
		".........d......................oo.............uu..............." +
		".............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa...." +
		"aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............" +
		"................"
	vietFirst = 0x1E00 // Ḁ; the Vietnamese letters are U+1EA0 to U+1EF9
	vietBase  = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
		"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
		"wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
		"eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......"
)

// baseLetter returns the ASCII lower-case letter under the marks of r, or 0
// when r is not a Latin letter of the tables.
func baseLetter(r rune) byte {
	var b byte
	switch {
	case 'a' <= r && r <= 'z':
		return byte(r)
	case 'A' <= r && r <= 'Z':
		return byte(r) + 'a' - 'A'
	case latinFirst <= r && r < latinFirst+rune(len(latinBase)):
		b = latinBase[r-latinFirst]
	case vietFirst <= r && r < vietFirst+rune(len(vietBase)):
		b = vietBase[r-vietFirst]
	case r == 0x0256: // ɖ, the small letter of Ɖ
		return 'd'
	case r == 0x212A: // Kelvin sign, in NFC the letter K
		return 'k'
	case r == 0x212B: // Ångström sign, in NFC the letter Å
		return 'a'
	}
	if b == '.' {
		return 0
	}
	return b
}

// isMark reports whether r is a combining mark, such as the tone marks of
// decomposed text.
func isMark(r rune) bool {
	if 0x0300 <= r && r <= 0x036F {
		return true
	}
	return r > 0x036F && unicode.Is(unicode.Mn, r)
}

// isHidden reports whether r is one of the characters that leave no trace on
// paper: soft hyphen, zero-width characters, byte order mark.
func isHidden(r rune) bool {
	switch r {
	case 0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF:
		return true
	}
	return false
}

// appendPlain appends the lower-case form of a letter outside the Latin tables,
// without its marks.
func appendPlain(dst []byte, r rune) []byte {
	if 0x2010 <= r && r <= 0x205E || r < 0x0370 {
		return utf8.AppendRune(dst, unicode.ToLower(r))
	}
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	parts := norm.NFD.Properties(buf[:n]).Decomposition()
	if parts == nil {
		return utf8.AppendRune(dst, unicode.ToLower(r))
	}
	for len(parts) > 0 {
		p, n := utf8.DecodeRune(parts)
		parts = parts[n:]
		if b := baseLetter(p); b != 0 {
			dst = append(dst, b)
		} else if !isMark(p) {
			dst = utf8.AppendRune(dst, unicode.ToLower(p))
		}
	}
	return dst
}
