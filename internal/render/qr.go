package render

import (
	"fmt"
	"strconv"

	"rsc.io/qr"
)

// QR is a drawing of the page's address for paper: a path of strokes one unit thick on a square of Size units, the quiet zone of
// four units around it included (ISO/IEC 18004, 6.3.8).
type QR struct {
	Size int
	Path string // of the dark modules, from left to right and line by line
}

// quietZone is how many modules stay empty on each side.
const quietZone = 4

// QR returns the code of the address under which the page is to be found, for the pages of documents; nil without baseURL. It
// is drawn when a layout asks for it.
func (b *Base) QR() (*QR, error) {
	if b.PageType != articleType || b.Canonical == "" {
		return nil, nil
	}
	return newQR(b.Canonical)
}

// newQR draws a text. The lowest level of correction has the fewest and so the largest modules, which is what a photocopy needs.
func newQR(text string) (*QR, error) {
	code, err := qr.Encode(text, qr.L)
	if err != nil {
		return nil, fmt.Errorf("code of %d bytes: %w", len(text), err)
	}
	return &QR{Size: code.Size + 2*quietZone, Path: strokes(code)}, nil
}

// strokes writes each run of dark modules of a line as one stroke, each from where the last one ended.
func strokes(code *qr.Code) string {
	path := make([]byte, 0, 6*code.Size*code.Size/4)
	path = fmt.Appendf(path, "M%d %d.5", quietZone, quietZone)
	at, line := 0, 0
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			if !code.Black(x, y) {
				continue
			}
			from := x
			for code.Black(x, y) { // white beyond the edge
				x++
			}
			if from != at || y != line {
				path = append(path, 'm')
				path = append(strconv.AppendInt(path, int64(from-at), 10), ' ')
				path = strconv.AppendInt(path, int64(y-line), 10)
			}
			path = append(path, 'h')
			path = strconv.AppendInt(path, int64(x-from), 10)
			at, line = x, y
		}
	}
	return string(path)
}
