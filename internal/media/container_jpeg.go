package media

import (
	"bytes"
	"encoding/binary"
)

// The markers of a JPEG (ITU-T T.81, table B.1) that this file tells apart.
const (
	markerSOF0, markerSOF2 = 0xc0, 0xc2 // frame header, baseline and progressive
	markerRST0, markerRST7 = 0xd0, 0xd7
	markerSOI, markerEOI   = 0xd8, 0xd9
	markerSOS              = 0xda
	markerAPP0, markerAPP1 = 0xe0, 0xe1
	markerAPP2             = 0xe2
	markerAPP14, markerMax = 0xee, 0xef // Adobe; last of the APPn
	markerCOM              = 0xfe
)

const (
	exifName  = "Exif\x00\x00"
	iccName   = "ICC_PROFILE\x00"
	jfifName  = "JFIF\x00"
	adobeName = "Adobe"
)

// maxProfile bounds the colour profile that is carried into every width of a photo.
const maxProfile = 64 << 10

// openJPEG walks over the segments. Kept are those that decoders need: frames, tables, scans, and of the application
// segments JFIF without its thumbnail, Adobe's (it says how colours are meant) and the colour profile.
func openJPEG(c *container, data []byte) error {
	if len(data) < 4 || data[0] != 0xff || data[1] != markerSOI {
		return errShape
	}
	c.keep(data[:2])
	exif := false
	for pos := 2; ; {
		marker, body, next, err := segment(data, pos)
		if err != nil {
			return err
		}
		whole := data[next-len(body)-4 : next]
		switch {
		case marker == markerEOI:
			c.keep(data[next-2 : next])
			return nil
		case len(body) == 0 && standalone(marker):
		case marker == markerSOS:
			end, err := scanEnd(data, next)
			if err != nil {
				return err
			}
			c.keep(data[next-len(whole) : end])
			next = end
		case marker == markerAPP0:
			if bytes.HasPrefix(body, []byte(jfifName)) && len(body) >= 14 {
				c.keep(append([]byte{0xff, markerAPP0, 0, 16}, append(bytes.Clone(body[:12]), 0, 0)...))
			}
		case marker == markerAPP1 && bytes.HasPrefix(body, []byte(exifName)) && !exif:
			c.orientation, exif = exifOrientation(body[len(exifName):]), true
		case marker == markerAPP2 && bytes.HasPrefix(body, []byte(iccName)):
			c.keep(whole)
			c.profile = append(c.profile, whole...)
		case marker == markerAPP14 && bytes.HasPrefix(body, []byte(adobeName)):
			if len(body) >= 12 {
				c.keep(append([]byte{0xff, markerAPP14, 0, 14}, body[:12]...))
			}
		case marker >= markerAPP0 && marker <= markerMax, marker == markerCOM:
		default:
			if marker >= markerSOF0 && marker <= markerSOF2 {
				c.perPixel = frameCost(body, marker == markerSOF2)
			}
			c.keep(whole)
		}
		pos = next
	}
}

// standalone reports a marker without a body.
func standalone(marker byte) bool { return marker == 1 || marker >= markerRST0 && marker <= markerSOI }

// segment reads the next marker at or after pos and what belongs to it. next is the offset behind it.
func segment(data []byte, pos int) (marker byte, body []byte, next int, err error) {
	for pos < len(data) && data[pos] != 0xff {
		pos++
	}
	for pos < len(data) && data[pos] == 0xff {
		pos++
	}
	if pos >= len(data) {
		return 0, nil, 0, errCut
	}
	marker = data[pos]
	pos++
	switch {
	case marker == 0:
		return 0, nil, 0, errShape
	case marker == markerEOI || standalone(marker):
		return marker, nil, pos, nil
	case pos+2 > len(data):
		return 0, nil, 0, errCut
	}
	n := int(binary.BigEndian.Uint16(data[pos:]))
	if n < 2 {
		return 0, nil, 0, errShape
	}
	if pos+n > len(data) {
		return 0, nil, 0, errCut
	}
	return marker, data[pos+2 : pos+n], pos + n, nil
}

// scanEnd finds the first marker after the coded data of a scan, in which 0xff is followed by zero or a restart marker.
func scanEnd(data []byte, pos int) (int, error) {
	for {
		i := bytes.IndexByte(data[pos:], 0xff)
		if i < 0 || pos+i+1 >= len(data) {
			return 0, errCut
		}
		pos += i
		switch m := data[pos+1]; {
		case m == 0xff:
			pos++
		case m == 0 || m >= markerRST0 && m <= markerRST7:
			pos += 2
		default:
			return pos, nil
		}
	}
}

// frameCost estimates from a frame header how many bytes decoding takes for each pixel: one for each sample, and for a
// progressive photo four more, since all coefficients are held until the last scan.
func frameCost(body []byte, progressive bool) float64 {
	if len(body) < 6 {
		return 0
	}
	n := int(body[5])
	most, all := 1, 0
	for i := range n {
		if 6+3*i+1 >= len(body) {
			break
		}
		s := body[6+3*i+1]
		all += int(s>>4) * int(s&15)
		most = max(most, int(s>>4)*int(s&15))
	}
	cost := float64(all) / float64(most)
	if n == 4 {
		cost += 4 // its colours are converted
	}
	if progressive {
		cost *= 5
	}
	return cost
}
