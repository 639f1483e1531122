package render

import (
	"fmt"
	"path"
	"strings"

	"antq/internal/site"
)

// File is something to download, or a document that is attached.
type File struct {
	Title, Href string
	Download    string // name under which it is saved; "" for a document of the site
	Type        string // "PDF", "DOCX"
	Size        string // "1,2 MB"
	Note        string
	Original    string // where the paper original is kept, as typed
	Checksum    string // SHA-256 in hexadecimal
}

func (f *File) encode(e *encoder) {
	e.text(f.Title, f.Href, f.Download, f.Type, f.Size, f.Note, f.Original, f.Checksum)
}

func (m *maker) download(f *site.File, title string) *File {
	if f == nil {
		return nil
	}
	v := &File{Title: title, Href: m.file(f), Download: f.Download, Type: fileType(f.Output)}
	if v.Title == "" {
		v.Title = f.Download
	}
	if f.Asset != nil {
		v.Size, v.Checksum = size(f.Size), fmt.Sprintf("%x", f.SHA256)
	}
	return v
}

func (m *maker) attachments(as []site.Attachment) []File {
	var fs []File
	for _, a := range as {
		f := File{Title: a.Title}
		switch {
		case a.File != nil:
			f = *m.download(a.File, a.Title)
		case a.Target != nil:
			l := m.titled(a.Target)
			f.Href = l.Href
			if f.Title == "" {
				f.Title = l.Text
			}
		}
		f.Note, f.Original = a.Note, a.Original
		fs = append(fs, f)
	}
	return fs
}

// fileType names a file's form by its extension: "PDF".
func fileType(name string) string {
	return strings.ToUpper(strings.TrimPrefix(path.Ext(name), "."))
}

// size writes a number of bytes as a reader in Viet Nam does, with a decimal comma: "640 byte", "84 KB", "1,2 MB".
func size(bytes int64) string {
	const kb, mb = 1 << 10, 1 << 20
	switch {
	case bytes < kb:
		return fmt.Sprintf("%d byte", bytes)
	case bytes < mb:
		return fmt.Sprintf("%d KB", (bytes+kb/2)/kb)
	}
	return strings.Replace(fmt.Sprintf("%.1f MB", float64(bytes)/mb), ".", ",", 1)
}
