// Package media finds the facts about files that are not Markdown: size, hash, media type, the pixels of a picture, and
// whether a drawing (SVG) could act as a program.
//
// In goes an open file and its path, out come [Facts] and the problems of the file. Nothing is decoded beyond the header of
// a picture, so a hostile picture costs no memory.
package media

import (
	"bytes"
	"crypto/sha256"
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
	Size          int64
	SHA256        [sha256.Size]byte
	Type          string // media type by the file's extension, "application/octet-stream" if unknown
	Width, Height int    // pixels of a picture; 0 for other files and for a drawing without a size
}

const (
	// maxPicture bounds the bytes of a picture; a photo straight from a camera has 5 to 20 MB.
	maxPicture = 64 << 20
	// maxPixels bounds width × height: 100 megapixels decode to 400 MB.
	maxPixels = 100_000_000
	// maxDrawing bounds an SVG, which is parsed whole.
	maxDrawing = 4 << 20
)

// types maps extensions to media types. The list is our own: the system's differs from machine to machine.
var types = map[string]string{
	".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp", ".svg": "image/svg+xml",
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
	f.Size = int64(len(data))
	f.SHA256 = sha256.Sum256(data)
	switch {
	case len(data) > maxPicture:
		list.Add(diag.New("image-too-large", "bytes", name, diag.Span{}, fmt.Sprint(maxPicture>>20)))
	case f.Type == "image/svg+xml":
		f.Width, f.Height = drawing(name, data, &list)
	default:
		f.Width, f.Height = picture(name, data, &list)
	}
	return f, list, nil
}

// picture reads the header of a JPEG, PNG, GIF or WebP.
func picture(name string, data []byte, list *diag.List) (w, h int) {
	c, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil || c.Width <= 0 || c.Height <= 0:
		list.Add(diag.New("image-broken", "", name, diag.Span{}))
		return 0, 0
	case "image/"+format != TypeOf(name):
		list.Add(diag.New("image-broken", "type", name, diag.Span{}, format))
	case c.Width > maxPixels/c.Height:
		list.Add(diag.New("image-too-large", "", name, diag.Span{}, fmt.Sprint(c.Width), fmt.Sprint(c.Height)))
	}
	return c.Width, c.Height
}
