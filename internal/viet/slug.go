package viet

// SlugMax is the greatest length of a slug in bytes, which are also characters.
// It leaves room for folders within the path limits of old servers and discs.
const SlugMax = 80

// Slug makes the ASCII name of a file, address or anchor from a title: only
// a-z, 0-9 and single inner hyphens, at most [SlugMax] long, cut at the edge of
// a word. Marks are removed and đ, Đ, Ð are d; everything that is neither a
// Latin letter nor a digit separates words. Composed and decomposed text give
// the same slug, and a slug is its own slug. Text without a Latin letter or
// digit gives "".
//
//	Slug("Đảng uỷ Sở Xây dựng") == "dang-uy-so-xay-dung"
//	Slug("108/NQ-ĐUSXD")        == "108-nq-dusxd"
func Slug(s string) string {
	if isSlug(s) {
		return s
	}
	out := make([]byte, 0, min(len(s), SlugMax+1))
	gap, edge := false, 0
	for _, r := range s {
		b := baseLetter(r)
		switch {
		case b != 0:
		case '0' <= r && r <= '9':
			b = byte(r)
		case isMark(r), isHidden(r):
			continue
		default:
			gap = true
			continue
		}
		if gap && len(out) > 0 {
			edge = len(out)
			out = append(out, '-')
		}
		gap = false
		out = append(out, b)
		if len(out) > SlugMax {
			if edge == 0 {
				edge = SlugMax
			}
			return string(out[:edge])
		}
	}
	return string(out)
}

// isSlug reports whether s can be returned as it is.
func isSlug(s string) bool {
	if len(s) > SlugMax {
		return false
	}
	edge := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			edge = false
		case c == '-' && !edge:
			edge = true
		default:
			return false
		}
	}
	return !edge || s == ""
}
