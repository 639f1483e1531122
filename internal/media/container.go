package media

import (
	"bytes"
	"errors"
)

// errCut says that a file ends before what it announces, errShape that it is not built as its format demands.
var (
	errCut   = errors.New("the file is cut short")
	errShape = errors.New("the file is malformed")
)

// container is what the outside of a picture tells, without a look at its pixels.
type container struct {
	// clean holds the parts of the file that draw; joined they are the same picture without Exif, GPS, comments, thumbnails
	// and whatever follows its end.
	clean       [][]byte
	orientation int    // 1 to 8
	profile     []byte // colour profile as its format holds it: APP2 segments of a JPEG, chunks of a PNG
	animated    bool
	perPixel    float64 // bytes that decoding takes for each pixel
}

func (c *container) keep(part []byte) {
	if len(part) > 0 {
		c.clean = append(c.clean, part)
	}
}

// bytes returns the file without metadata.
func (c *container) bytes() []byte { return bytes.Join(c.clean, nil) }

// open reads the container of a picture of one of the media types that [Prepare] takes.
func open(mediaType string, data []byte) (*container, error) {
	c := &container{orientation: upright, perPixel: 4}
	var err error
	switch mediaType {
	case "image/jpeg":
		err = openJPEG(c, data)
	case "image/png":
		err = openPNG(c, data)
	case "image/gif":
		err = openGIF(c, data)
	case "image/webp":
		err = openWebP(c, data)
	default:
		err = errShape
	}
	if err != nil {
		return nil, err
	}
	return c, nil
}
