package media

import "encoding/binary"

// orientationTag names the entry of the first directory that says how a camera was held (Exif 2.32, 4.6.4 A).
const orientationTag = 0x0112

// upright is the orientation of a picture whose first pixel is at the top left.
const upright = 1

// exifOrientation reads the orientation, 1 to 8, from Exif data that begin with their TIFF header. What is missing or
// malformed is upright: browsers do the same.
func exifOrientation(tiff []byte) int {
	var order binary.ByteOrder
	switch {
	case len(tiff) < 8:
		return upright
	case string(tiff[:4]) == "II*\x00":
		order = binary.LittleEndian
	case string(tiff[:4]) == "MM\x00*":
		order = binary.BigEndian
	default:
		return upright
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return upright
	}
	n := order.Uint16(tiff[at:])
	entries := tiff[at+2:]
	for range n {
		if len(entries) < 12 {
			return upright
		}
		const short = 3
		if order.Uint16(entries) == orientationTag && order.Uint16(entries[2:]) == short && order.Uint32(entries[4:]) == 1 {
			if v := order.Uint16(entries[8:]); v >= 1 && v <= 8 {
				return int(v)
			}
			return upright
		}
		entries = entries[12:]
	}
	return upright
}
