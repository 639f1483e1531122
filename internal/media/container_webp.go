package media

import (
	"bytes"
	"encoding/binary"
)

// The flags of a VP8X chunk (WebP container, RFC 9649, 2.7).
const (
	webpXMP       = 0x04
	webpExif      = 0x08
	webpAnimation = 0x02
)

// openWebP walks over the chunks and keeps those that draw.
func openWebP(c *container, data []byte) error {
	if len(data) < 20 || string(data[:4]) != "RIFF" || string(data[8:12]) != "WEBP" {
		return errShape
	}
	size := uint64(binary.LittleEndian.Uint32(data[4:])) + 8
	if size < 12 {
		return errShape
	}
	if size > uint64(len(data)) {
		return errCut
	}
	var parts [][]byte
	var canvas [2]int // of VP8X
	total, drawn := 4, false
	for rest := data[12:size]; len(rest) > 0; {
		if len(rest) < 8 {
			return errCut
		}
		n := uint64(binary.LittleEndian.Uint32(rest[4:]))
		padded := 8 + n + n&1
		if 8+n > uint64(len(rest)) {
			return errCut
		}
		chunk := rest[:min(padded, uint64(len(rest)))]
		rest = rest[len(chunk):]
		switch string(chunk[:4]) {
		case "VP8X":
			if len(chunk) < 18 {
				return errShape
			}
			c.animated = chunk[8]&webpAnimation != 0
			canvas = [2]int{1 + little24(chunk[12:]), 1 + little24(chunk[15:])}
			chunk = bytes.Clone(chunk)
			chunk[8] &^= webpXMP | webpExif
		case "EXIF":
			c.orientation = exifOrientation(bytes.TrimPrefix(chunk[8:8+n], []byte(exifName)))
			continue
		case "VP8 ", "VP8L":
			// The header of the file may promise a small picture, the picture in it be a large one.
			if own, ok := frameSize(chunk); !ok || canvas != [2]int{} && own != canvas {
				return errShape
			}
			drawn = true
		case "ANMF":
			drawn = true
		case "ALPH", "ANIM", "ICCP":
		default:
			continue
		}
		parts = append(parts, chunk)
		total += len(chunk)
	}
	if !drawn {
		return errShape
	}
	head := append([]byte("RIFF"), binary.LittleEndian.AppendUint32(nil, uint32(total))...)
	c.clean = append([][]byte{append(head, "WEBP"...)}, parts...)
	return nil
}

func little24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }

// frameSize reads the width and the height from the coded picture itself: RFC 6386, 9.1, and RFC 9649, 3.4.
func frameSize(chunk []byte) (size [2]int, ok bool) {
	const side = 1<<14 - 1
	body := chunk[8:]
	if string(chunk[:4]) == "VP8L" {
		if len(body) < 5 {
			return size, false
		}
		v := int(binary.LittleEndian.Uint32(body[1:]))
		return [2]int{1 + v&side, 1 + v>>14&side}, true
	}
	if len(body) < 10 {
		return size, false
	}
	return [2]int{int(binary.LittleEndian.Uint16(body[6:])) & side, int(binary.LittleEndian.Uint16(body[8:])) & side}, true
}
