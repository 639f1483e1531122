package check

import (
	"bytes"
	"encoding/binary"
	"io"
)

// The tags of Exif that lead to a place (Exif 2.32, 4.6.3 and 4.6.6).
const (
	tagGPS       = 0x8825
	tagLatitude  = 2
	tagLongitude = 4
)

// mostExif is the greatest size of Exif data that is looked at, in bytes.
const mostExif = 1 << 20

// readJPEG looks for a place in the segments before the picture (ITU-T T.81, B.1).
func readJPEG(data io.ReaderAt, size int64) (carried, error) {
	head := make([]byte, 4)
	at := int64(2)
	for range mostPieces {
		if at+4 > size || !readAt(data, head, at) || head[0] != 0xFF {
			return carried{}, nil
		}
		if head[1] == 0xFF { // fill
			at++
			continue
		}
		if head[1] == 0xDA || head[1] == 0xD9 { // the picture, or the end
			return carried{}, nil
		}
		length := int64(binary.BigEndian.Uint16(head[2:]))
		if length < 2 || at+2+length > size {
			return carried{}, nil
		}
		if head[1] == 0xE1 {
			segment := make([]byte, length-2)
			if readAt(data, segment, at+4) && tellsPlace(segment) {
				return carried{place: true}, nil
			}
		}
		at += 2 + length
	}
	return carried{}, nil
}

// readPNG looks for a place in the chunks eXIf and iTXt (PNG, third edition, 11.3).
func readPNG(data io.ReaderAt, size int64) (carried, error) {
	head := make([]byte, 8)
	at := int64(8)
	for range mostPieces {
		if at+8 > size || !readAt(data, head, at) {
			break
		}
		length := int64(binary.BigEndian.Uint32(head))
		if kind := string(head[4:]); (kind == "eXIf" || kind == "iTXt") && length <= mostExif && at+8+length <= size {
			chunk := make([]byte, length)
			if readAt(data, chunk, at+8) && tellsPlace(chunk) {
				return carried{place: true}, nil
			}
		}
		at += 12 + length
	}
	return carried{}, nil
}

// readWebP looks for a place in the chunks EXIF and XMP (RFC 9649, 2.7).
func readWebP(data io.ReaderAt, size int64) (carried, error) {
	head := make([]byte, 8)
	at := int64(12)
	for range mostPieces {
		if at+8 > size || !readAt(data, head, at) {
			break
		}
		length := int64(binary.LittleEndian.Uint32(head[4:]))
		if kind := string(head[:4]); (kind == "EXIF" || kind == "XMP ") && length <= mostExif && at+8+length <= size {
			chunk := make([]byte, length)
			if readAt(data, chunk, at+8) && tellsPlace(chunk) {
				return carried{place: true}, nil
			}
		}
		at += 8 + length + length&1
	}
	return carried{}, nil
}

// readAt fills b from an offset.
func readAt(data io.ReaderAt, b []byte, at int64) bool {
	n, _ := data.ReadAt(b, at)
	return n == len(b)
}

// tellsPlace reports whether Exif or XMP data name a latitude and a longitude.
func tellsPlace(b []byte) bool {
	if bytes.Contains(b, []byte("GPSLatitude")) && bytes.Contains(b, []byte("GPSLongitude")) {
		return true
	}
	tiff := bytes.TrimPrefix(b, []byte("Exif\x00\x00"))
	var order binary.ByteOrder
	switch {
	case len(tiff) < 8:
		return false
	case string(tiff[:4]) == "II*\x00":
		order = binary.LittleEndian
	case string(tiff[:4]) == "MM\x00*":
		order = binary.BigEndian
	default:
		return false
	}
	at, ok := entryOf(tiff, order, order.Uint32(tiff[4:]), tagGPS)
	if !ok {
		return false
	}
	_, latitude := entryOf(tiff, order, at, tagLatitude)
	_, longitude := entryOf(tiff, order, at, tagLongitude)
	return latitude && longitude
}

// entryOf returns the value of an entry in the directory at an offset.
func entryOf(tiff []byte, order binary.ByteOrder, at uint32, tag uint16) (value uint32, ok bool) {
	if uint64(at)+2 > uint64(len(tiff)) {
		return 0, false
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < 12 {
			return 0, false
		}
		if order.Uint16(entries) == tag {
			return order.Uint32(entries[8:]), true
		}
		entries = entries[12:]
	}
	return 0, false
}
