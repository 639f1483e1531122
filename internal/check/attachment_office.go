package check

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// readOffice looks into a packed office file: Office Open XML (ECMA-376: docProps/core.xml, w:ins, w:del, comments) or OpenDocument
// (ISO/IEC 26300: meta.xml, text:changed-region, office:annotation).
func readOffice(data io.ReaderAt, size int64) (carried, error) {
	var c carried
	head := make([]byte, 8)
	if n, err := data.ReadAt(head, 0); n < len(head) && err != nil {
		return c, errDamaged
	}
	if string(head) == "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" { // a compound file: Word wraps encrypted documents in it
		return c, errLocked
	}
	if err := boundedDirectory(data, size); err != nil {
		return c, err
	}
	z, err := zip.NewReader(data, size)
	if err != nil {
		return c, errDamaged
	}
	budget := int64(mostUnpacked)
	for _, f := range z.File {
		count := counterOf(f.Name)
		if count == nil {
			continue
		}
		if err := readPart(f, &budget, func(e element) { count(&c, e) }); err != nil {
			return c, err
		}
	}
	return c, nil
}

// boundedDirectory refuses an archive whose list of parts is long, before it is read into memory (APPNOTE 4.3.16).
func boundedDirectory(data io.ReaderAt, size int64) error {
	const record, longest = 22, 22 + 65535
	n := min(size, longest)
	tail := make([]byte, n)
	if k, err := data.ReadAt(tail, size-n); int64(k) < n && err != nil {
		return errDamaged
	}
	i := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if i < 0 || len(tail)-i < record {
		return errDamaged
	}
	end := tail[i:]
	records, length, offset := binary.LittleEndian.Uint16(end[10:]), binary.LittleEndian.Uint32(end[12:]), binary.LittleEndian.Uint32(end[16:])
	large := records == 0xFFFF || length == 0xFFFF || offset == 0xFFFFFFFF // the list is described elsewhere (ZIP64)
	if large || length > mostDirectory || size-int64(offset) > mostDirectory+longest {
		return errLarge
	}
	return nil
}

// element is the start of an element and the text that follows it.
type element struct {
	space, name string // the prefix as written, and the local name
	text        string // up to the next mark, trimmed
}

// counterOf returns what counts the elements of a part, or nil for parts that tell nothing.
func counterOf(part string) func(*carried, element) {
	folder, name, _ := strings.Cut(part, "/")
	switch {
	case part == "docProps/core.xml" || part == "meta.xml":
		return countProperty
	case folder == "word" && (name == "document.xml" || strings.HasPrefix(name, "header") || strings.HasPrefix(name, "footer") || strings.HasPrefix(name, "footnotes")),
		part == "content.xml":
		return countChange
	case folder == "word" && name == "comments.xml", strings.HasPrefix(part, "xl/comments"), strings.HasPrefix(part, "xl/threadedComments/"), strings.HasPrefix(part, "ppt/comments/"):
		return countComment
	}
	return nil
}

func countProperty(c *carried, e element) {
	switch e.name {
	case "creator", "lastModifiedBy", "initial-creator", "printed-by":
		if e.text != "" && len(c.people) < 8 {
			c.people = append(c.people, e.text)
		}
	}
}

func countChange(c *carried, e element) {
	switch e.space + ":" + e.name {
	case "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange", "w:pPrChange", "text:changed-region":
		c.changes++
	case "office:annotation":
		c.comments++
	}
}

func countComment(c *carried, e element) {
	if e.name == "comment" || e.name == "cm" || e.name == "threadedComment" {
		c.comments++
	}
}

// readPart reads the elements of a part, as far as the budget of unpacked bytes goes.
func readPart(f *zip.File, budget *int64, found func(element)) error {
	most := min(*budget, mostPart)
	rc, err := f.Open()
	if err != nil {
		return errDamaged
	}
	defer rc.Close()
	limited := &io.LimitedReader{R: rc, N: most + 1}
	err = readElements(limited, found)
	*budget -= most + 1 - limited.N
	switch {
	case limited.N <= 0:
		return errLarge
	case err != nil:
		return errDamaged
	}
	return nil
}

// readElements walks the elements of an XML text. Names are not resolved and the order of ends is not looked at, so depth costs
// nothing.
func readElements(r io.Reader, found func(element)) error {
	d := xml.NewDecoder(r)
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	var last *element
	for {
		token, err := d.RawToken()
		if err != nil && last != nil {
			found(*last)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if last != nil {
				found(*last)
			}
			last = &element{space: t.Name.Space, name: t.Name.Local}
		case xml.CharData:
			if last != nil && last.text == "" {
				last.text = strings.TrimSpace(string(t[:min(len(t), 400)]))
			}
		case xml.EndElement:
			if last != nil {
				found(*last)
				last = nil
			}
		}
	}
}
