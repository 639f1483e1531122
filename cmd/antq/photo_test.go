package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
)

// phonePhoto is a JPEG of 700 x 300 pixels that are to be turned to the right, as its Exif data say.
func phonePhoto() []byte {
	m := image.NewNRGBA(image.Rect(0, 0, 700, 300))
	n := uint32(1)
	for y := range 300 {
		for x := range 700 {
			n = n*1664525 + 1013904223
			m.SetNRGBA(x, y, color.NRGBA{byte(x / 3), byte(y / 2), byte(n >> 26), 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		panic(err)
	}
	exif := "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00PLACE"
	data := append([]byte{0xff, 0xd8, 0xff, 0xe1}, binary.BigEndian.AppendUint16(nil, uint16(len(exif)+2))...)
	return append(append(data, exif...), b.Bytes()[2:]...)
}
