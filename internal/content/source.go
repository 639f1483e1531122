package content

import (
	"bytes"
	"encoding/binary"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"antq/internal/diag"
)

// maxSource is the size above which a source file is refused, in bytes. Nobody types so much; parsing it would cost more
// than it is worth.
const maxSource = 2 << 20

const (
	bom         = "\xEF\xBB\xBF"
	replacement = "\uFFFD"
)

// checkSource looks at the bytes of a source file as text. It reports false if nothing can be read from them.
func checkSource(file string, src []byte, list *diag.List) bool {
	add := func(code, reason string, offset int, args ...string) *diag.Problem {
		list.Add(diag.New(code, reason, file, diag.Span{Start: posOf(src, offset)}, args...))
		all := list.All()
		return &all[len(all)-1]
	}
	if len(src) > maxSource {
		list.Add(diag.New("source-too-large", "", file, diag.Span{}, sizeText(len(src)), sizeText(maxSource)))
		return false
	}
	if text, ok := decodeUTF16(src); ok {
		p := add("utf16", "", 0)
		p.Fix = &diag.Fix{Edits: []diag.Edit{{Start: 0, End: len(src), Text: text}}}
		p.Excerpt = ""
		return false
	}
	if i := invalidUTF8(src); i >= 0 {
		add("not-utf8", "", i, hexByte(src[i]))
		return false
	}
	if i := bytes.IndexByte(src, 0); i >= 0 {
		add("nul-byte", "", i)
		return false
	}
	if i := bytes.Index(src, []byte(replacement)); i >= 0 {
		add("damaged-text", "", i)
	}
	if bytes.IndexByte(src, '\n') < 0 {
		if i := bytes.IndexByte(src, '\r'); i >= 0 {
			p := add("line-end", "", i)
			p.Fix = &diag.Fix{Edits: replaceAll(src, '\r', "\n")}
			return false
		}
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(src, []byte(bom)))) == 0 {
		list.Add(diag.New("empty-file", "", file, diag.Span{Start: diag.Pos{Line: 1, Column: 1}}))
		return false
	}
	return true
}

// decodeUTF16 recognises UTF-16 by its byte order mark or, without one, by the zero bytes of its first letters, and
// returns the text.
func decodeUTF16(src []byte) (string, bool) {
	if len(src) < 2 || len(src)%2 != 0 {
		return "", false
	}
	var order binary.ByteOrder
	switch {
	case src[0] == 0xFF && src[1] == 0xFE:
		order, src = binary.LittleEndian, src[2:]
	case src[0] == 0xFE && src[1] == 0xFF:
		order, src = binary.BigEndian, src[2:]
	case len(src) >= 4 && src[0] != 0 && src[1] == 0 && src[2] != 0 && src[3] == 0:
		order = binary.LittleEndian
	case len(src) >= 4 && src[0] == 0 && src[1] != 0 && src[2] == 0 && src[3] != 0:
		order = binary.BigEndian
	default:
		return "", false
	}
	units := make([]uint16, len(src)/2)
	for i := range units {
		units[i] = order.Uint16(src[2*i:])
	}
	return string(utf16.Decode(units)), true
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(src []byte) int {
	if utf8.Valid(src) {
		return -1
	}
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// posOf returns the place of a byte offset. A byte order mark counts as bytes but not as a column, since no editor shows
// it; a bad byte counts as one code point.
func posOf(src []byte, offset int) diag.Pos {
	before := src[:offset]
	line := 1 + bytes.Count(before, []byte("\n"))
	start := bytes.LastIndexByte(before, '\n') + 1
	if start == 0 && len(before) >= len(bom) {
		start = len(before) - len(bytes.TrimPrefix(before, []byte(bom)))
	}
	return diag.Pos{Line: line, Column: 1 + utf8.RuneCount(src[start:offset]), Offset: offset}
}

// replaceAll returns the edits that replace every byte c.
func replaceAll(src []byte, c byte, by string) []diag.Edit {
	var edits []diag.Edit
	for i, b := range src {
		if b == c {
			edits = append(edits, diag.Edit{Start: i, End: i + 1, Text: by})
		}
	}
	return edits
}

func hexByte(b byte) string {
	const digits = "0123456789ABCDEF"
	return string([]byte{digits[b>>4], digits[b&15]})
}

// sizeText writes a size in MB with one decimal at most.
func sizeText(n int) string {
	return strconv.FormatFloat(float64(n*10/(1<<20))/10, 'f', -1, 64) + " MB"
}
