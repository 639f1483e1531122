package media

// The blocks of a GIF (GIF89a, appendix A).
const (
	gifExtension = 0x21
	gifImage     = 0x2c
	gifTrailer   = 0x3b

	gifComment     = 0xfe
	gifApplication = 0xff
)

// openGIF walks over the blocks and drops comments and what other programs than a browser read.
func openGIF(c *container, data []byte) error {
	if len(data) < 13 || string(data[:3]) != "GIF" {
		return errShape
	}
	pos := 13 + colourTable(data[10])
	if pos > len(data) {
		return errCut
	}
	c.keep(data[:pos])
	images := 0
	for {
		if pos >= len(data) {
			return errCut
		}
		start := pos
		keep := true
		switch data[pos] {
		case gifTrailer:
			c.keep(data[pos : pos+1])
			c.animated = images > 1
			return nil
		case gifExtension:
			if pos+3 > len(data) {
				return errCut
			}
			keep = drawsGIF(data[pos+1], data[pos+2:])
			pos += 2
		case gifImage:
			if pos+10 > len(data) {
				return errCut
			}
			images++
			pos += 10 + colourTable(data[pos+9]) + 1
		default:
			return errShape
		}
		for {
			if pos >= len(data) {
				return errCut
			}
			n := int(data[pos])
			pos += 1 + n
			if n == 0 {
				break
			}
		}
		if keep {
			c.keep(data[start:pos])
		}
	}
}

// colourTable returns the bytes of the table that a packed field announces.
func colourTable(packed byte) int {
	if packed&0x80 == 0 {
		return 0
	}
	return 3 << (packed&7 + 1)
}

// drawsGIF reports whether an extension changes what is seen: anything but comments, and of the applications only the loop.
func drawsGIF(label byte, blocks []byte) bool {
	switch label {
	case gifComment:
		return false
	case gifApplication:
		return len(blocks) >= 12 && (string(blocks[1:12]) == "NETSCAPE2.0" || string(blocks[1:12]) == "ANIMEXTS1.0")
	}
	return true
}
