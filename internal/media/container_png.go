package media

import (
	"encoding/binary"
	"hash/crc32"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// openPNG walks over the chunks and keeps those that draw (PNG 3rd edition, 11.2 and 11.3): texts, times, Exif data and
// unknown chunks go.
func openPNG(c *container, data []byte) error {
	if len(data) < 8 || string(data[:8]) != pngSignature {
		return errShape
	}
	c.keep(data[:8])
	colour := byte(0)
	for rest := data[8:]; ; {
		if len(rest) < 12 {
			return errCut
		}
		n := binary.BigEndian.Uint32(rest)
		if uint64(n)+12 > uint64(len(rest)) {
			return errCut
		}
		chunk, name, body := rest[:n+12], string(rest[4:8]), rest[8:n+8]
		rest = rest[n+12:]
		if crc32.ChecksumIEEE(chunk[4:n+8]) != binary.BigEndian.Uint32(chunk[n+8:]) {
			return errShape
		}
		switch name {
		case "IHDR":
			if len(body) < 13 {
				return errShape
			}
			colour = body[9]
			if body[8] == 16 {
				c.perPixel = 12
			}
			c.keep(chunk)
		case "PLTE", "tRNS", "sBIT", "pHYs", "IDAT":
			c.keep(chunk)
		case "iCCP", "sRGB", "gAMA", "cHRM", "cICP":
			c.keep(chunk)
			if colour == 2 || colour == 3 || colour == 6 { // what follows a grey picture's profile is drawn in colours no more
				c.profile = append(c.profile, chunk...)
			}
		case "acTL", "fcTL", "fdAT":
			c.animated = true
			c.keep(chunk)
		case "eXIf":
			c.orientation = exifOrientation(body)
		case "IEND":
			c.keep(chunk)
			return nil
		}
	}
}

// withProfile puts the chunks of a colour profile behind the header of an encoded PNG.
func withProfile(png, chunks []byte) []byte {
	const header = 8 + 12 + 13
	if len(chunks) == 0 || len(chunks) > maxProfile || len(png) < header {
		return png
	}
	out := make([]byte, 0, len(png)+len(chunks))
	out = append(out, png[:header]...)
	out = append(out, chunks...)
	return append(out, png[header:]...)
}
