// Package media knows files that are not Markdown: their size, hash and media type, whether a drawing (SVG) could act as a
// program, and how a picture is published.
//
// # Facts
//
// [Examine] takes an open file and its path and gives [Facts] and the problems of the file. Of a picture it reads the container
// (segments, chunks, blocks) and the header, no pixels, so a hostile picture costs no memory. What it says of a picture holds
// for the picture as it is published: upright, and without metadata.
//
// # Pictures
//
// [Prepare] takes the bytes of a JPEG, PNG, GIF or WebP file and gives what is published of it: the picture itself, upright, at
// most [MaxWidth] wide where a page shows it, and smaller widths, each only where it saves bytes; for PNG also lossless WebP.
// Exif data, GPS, comments, thumbnails and whatever follows the end of the picture are gone from every one; a colour profile
// stays. What need not be turned or made smaller keeps its pixels bit for bit. Pictures that would take more than [maxDecoded]
// bytes are refused before decoding. Animations are left as they are, but for their comments.
//
// A [Shelf] remembers prepared pictures on the disk.
package media

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	_ "image/gif"  // pictures editors use
	_ "image/jpeg" // pictures editors use
	_ "image/png"  // pictures editors use
	"io"
	"path"
	"strings"

	_ "golang.org/x/image/webp" // pictures editors use

	"antq/internal/diag"
)

// Facts is what is known about a file.
type Facts struct {
	// Size and SHA256 are those of the file; of a picture those of the picture without its metadata. For a picture that is
	// not upright they only identify it, since turning it makes other bytes.
	Size          int64
	SHA256        [sha256.Size]byte
	Type          string // media type by the file's extension, "application/octet-stream" if unknown
	Width, Height int    // pixels of a picture, upright; 0 for other files and for a drawing without a size
	Orientation   int    // of a picture, 1 to 8 as in Exif, 1 = upright; 0 for other files
	Memory        int64  // bytes that Prepare takes for it, roughly
}

const (
	// maxPicture bounds the bytes of a picture; a photo straight from a camera has 5 to 20 MB.
	maxPicture = 64 << 20
	// maxPixels bounds width × height, maxDecoded the bytes that this many pixels take while they are decoded.
	maxPixels  = 100_000_000
	maxDecoded = 512 << 20
	// maxDrawing bounds an SVG, which is parsed whole.
	maxDrawing = 4 << 20
)

// types maps extensions to media types. The list is our own: the system's differs from machine to machine.
var types = map[string]string{
	".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp", ".svg": "image/svg+xml",
	".heic": "image/heic", ".heif": "image/heic", ".tif": "image/tiff", ".tiff": "image/tiff", ".bmp": "image/bmp", ".avif": "image/avif", ".jxl": "image/jxl",
	".pdf": "application/pdf", ".csv": "text/csv", ".txt": "text/plain", ".zip": "application/zip",
	".doc": "application/msword", ".xls": "application/vnd.ms-excel", ".ppt": "application/vnd.ms-powerpoint", ".rtf": "application/rtf",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".odt":  "application/vnd.oasis.opendocument.text", ".ods": "application/vnd.oasis.opendocument.spreadsheet", ".odp": "application/vnd.oasis.opendocument.presentation",
	".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".ogg": "audio/ogg", ".wav": "audio/wav",
	".mp4": "video/mp4", ".webm": "video/webm", ".vtt": "text/vtt", ".ics": "text/calendar",
	".json": "application/json", ".xml": "application/xml", ".woff2": "font/woff2", ".css": "text/css", ".js": "text/javascript",
}

// TypeOf returns the media type of a file name by its extension.
func TypeOf(name string) string {
	if t, ok := types[strings.ToLower(path.Ext(name))]; ok {
		return t
	}
	return "application/octet-stream"
}

// Examine reads a file to its end. name is the path problems carry. The error is a failure to read.
func Examine(name string, r io.Reader) (Facts, diag.List, error) {
	var list diag.List
	f := Facts{Type: TypeOf(name)}
	hash := sha256.New()
	if !strings.HasPrefix(f.Type, "image/") {
		n, err := io.Copy(hash, r)
		if err != nil {
			return f, list, fmt.Errorf("reading %s: %w", name, err)
		}
		f.Size = n
		hash.Sum(f.SHA256[:0])
		return f, list, nil
	}
	data, err := io.ReadAll(io.LimitReader(r, maxPicture+1))
	if err != nil {
		return f, list, fmt.Errorf("reading %s: %w", name, err)
	}
	switch {
	case len(data) > maxPicture:
		list.Add(diag.New("image-too-large", "bytes", name, diag.Span{}, fmt.Sprint(maxPicture>>20)))
	case f.Type == "image/svg+xml":
		f.Width, f.Height = drawing(name, data, &list)
	case Foreign(f.Type): // a problem only where a page uses it
	default:
		var c *container
		if f, c = inspect(name, data, &list); c != nil {
			for _, part := range c.clean {
				hash.Write(part)
				f.Size += int64(len(part))
			}
			hash.Sum(f.SHA256[:0])
			return f, list, nil
		}
	}
	f.Size = int64(len(data))
	f.SHA256 = sha256.Sum256(data)
	return f, list, nil
}

// Published reports a media type of pictures that [Prepare] makes ready for the web.
func Published(mediaType string) bool {
	switch mediaType {
	case "image/jpeg", "image/png", "image/gif", "image/webp":
		return true
	}
	return false
}

// Foreign reports a media type of pictures that many browsers cannot show, or whose metadata cannot be taken out.
func Foreign(mediaType string) bool {
	switch mediaType {
	case "image/heic", "image/tiff", "image/bmp", "image/avif", "image/jxl":
		return true
	}
	return false
}

// ForeignProblem says that a picture of a foreign format is used.
func ForeignProblem(name string) diag.Problem {
	return diag.New("image-format", "", name, diag.Span{}, strings.ToUpper(strings.TrimPrefix(path.Ext(name), ".")))
}

// inspect reads the container and the header of a JPEG, PNG, GIF or WebP. The container is nil if it cannot be read.
func inspect(name string, data []byte, list *diag.List) (Facts, *container) {
	f := Facts{Type: TypeOf(name)}
	if format := sniffed(data); format != "" {
		list.Add(diag.New("image-format", "named", name, diag.Span{}, format))
		return f, nil
	}
	head, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || head.Width <= 0 || head.Height <= 0 {
		list.Add(diag.New("image-broken", "", name, diag.Span{}))
		return f, nil
	}
	f.Width, f.Height = head.Width, head.Height
	if head.Width > maxPixels/head.Height {
		list.Add(diag.New("image-too-large", "", name, diag.Span{}, fmt.Sprint(head.Width), fmt.Sprint(head.Height)))
		return f, nil
	}
	if "image/"+format != f.Type {
		list.Add(diag.New("image-broken", "type", name, diag.Span{}, format))
		return f, nil
	}
	c, err := open(f.Type, data)
	if err != nil {
		reason := ""
		if errors.Is(err, errCut) {
			reason = "cut"
		}
		list.Add(diag.New("image-broken", reason, name, diag.Span{}))
		return f, nil
	}
	f.Orientation = c.orientation
	f.Memory = int64(float64(head.Width) * float64(head.Height) * c.perPixel)
	if f.Memory > maxDecoded {
		list.Add(diag.New("image-too-large", "memory", name, diag.Span{}, fmt.Sprint(head.Width), fmt.Sprint(head.Height)))
	}
	if sideways(c.orientation) {
		f.Width, f.Height = f.Height, f.Width
	}
	return f, c
}

// sniffed names the foreign format that a file really has, or returns "". Phones send HEIC under the name of a JPEG.
func sniffed(data []byte) string {
	if len(data) < 12 {
		return ""
	}
	switch {
	case string(data[4:8]) == "ftyp" && strings.HasPrefix(string(data[8:12]), "avi"):
		return "AVIF"
	case string(data[4:8]) == "ftyp":
		return "HEIC"
	case string(data[:4]) == "II*\x00", string(data[:4]) == "MM\x00*":
		return "TIFF"
	case string(data[:2]) == "BM":
		return "BMP"
	}
	return ""
}
