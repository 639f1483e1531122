package check

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"antq/internal/diag"
)

// office packs parts, in pairs of name and text, into a file.
func office(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func core(creator, last string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Kế hoạch</dc:title><dc:creator>` + creator +
		`</dc:creator><cp:lastModifiedBy>` + last + `</cp:lastModifiedBy></cp:coreProperties>`
}

const plainText = `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Nội dung w:ins &lt;w:del&gt;</w:t></w:r></w:p></w:body></w:document>`

// codesOf examines an attachment.
func codesOf(name string, data []byte) []string {
	list := New().Attachment(name, bytes.NewReader(data), int64(len(data)))
	var codes []string
	for _, p := range list.All() {
		code := p.Code
		if p.Reason != "" {
			code += "/" + p.Reason
		}
		codes = append(codes, strings.Join(append([]string{code}, p.Args...), " "))
	}
	return codes
}

func packed(t testing.TB, s string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	if _, err := z.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAttachments(t *testing.T) {
	changed := `<w:document xmlns:w="w"><w:body><w:p><w:ins w:author="A"><w:r/></w:ins><w:del><w:r/></w:del></w:p></w:body></w:document>`
	comments := `<w:comments xmlns:w="w"><w:comment w:id="1"/><w:comment w:id="2"/><w:comment w:id="3"/></w:comments>`
	pdf := func(s string) []byte { return []byte("%PDF-1.7\n" + s + "\n%%EOF\n") }
	for _, c := range []struct {
		what, name string
		data       []byte
		want       []string
	}{
		{"a clean document", "x.docx", office(t, "docProps/core.xml", core("", ""), "word/document.xml", plainText), nil},
		{"an author", "x.docx", office(t, "docProps/core.xml", core("Nguyễn Văn A", "Admin")), []string{"attachment-author"}},
		{"who changed it", "x.DOCX", office(t, "docProps/core.xml", core("Sở Xây dựng", "hoangnv")), []string{"attachment-author"}},
		{"an organ and a program", "x.docx", office(t, "docProps/core.xml", core("Văn phòng Sở Xây dựng", "Microsoft Office User")), nil},
		{"a computer", "x.xlsx", office(t, "docProps/core.xml", core("DELL", "Windows User")), nil},
		{"tracked changes", "x.docx", office(t, "docProps/core.xml", core("", ""), "word/document.xml", changed), []string{"attachment-changes 2"}},
		{"comments", "x.docx", office(t, "word/comments.xml", comments), []string{"attachment-comments 3"}},
		{"OpenDocument", "x.odt", office(t, "meta.xml", `<o:m xmlns:o="o"><meta:initial-creator>Trần Thị B</meta:initial-creator></o:m>`, "content.xml", `<a><text:changed-region/><office:annotation/></a>`),
			[]string{"attachment-author", "attachment-changes 1", "attachment-comments 1"}},
		{"not packed", "x.docx", []byte("Nội dung văn bản không phải tệp Word"), []string{"attachment-unread/damaged"}},
		{"cut", "x.docx", office(t, "docProps/core.xml", core("Nguyễn Văn A", ""))[:100], []string{"attachment-unread/damaged"}},
		{"encrypted", "x.docx", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"), []string{"attachment-unread/locked"}},
		{"a part that unpacks too much", "x.docx", office(t, "word/document.xml", "<a>"+strings.Repeat(" ", mostPart)+"</a>"), []string{"attachment-unread/large"}},
		{"another type", "x.wav", []byte("RIFF"), nil},
		{"a name", "cccd-mat-truoc.pdf", pdf(""), []string{"id-card-image/file"}},

		{"a PDF of nobody", "x.pdf", pdf("1 0 obj << /Creator (antq) /Producer (Skia/PDF m156) /Title (Author) >> endobj"), nil},
		{"an author", "x.pdf", pdf("1 0 obj << /Author (Nguyen Van A) >> endobj"), []string{"attachment-author"}},
		{"an author in UTF-16", "x.pdf", pdf("<< /Author (\xFE\xFF\x00A\x1E\xA1) >>"), []string{"attachment-author"}},
		{"an author in figures", "x.pdf", pdf("<< /Author <4E677579656E> >>"), []string{"attachment-author"}},
		{"brackets and escapes", "x.pdf", pdf(`<< /Author (\101 \(B\) (c) \\) >>`), []string{"attachment-author"}},
		{"an organ", "x.pdf", pdf("<< /Author (UBND tinh) >>"), nil},
		{"XMP", "x.pdf", pdf("<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>Lê Văn C</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>"), []string{"attachment-author"}},
		{"an object stream", "x.pdf", pdf("5 0 obj << /Type /ObjStm /N 1 /Filter /FlateDecode >>\nstream\r\n" + packed(t, "<< /Author (Nguyen Van A) >>") + "\nendstream"), []string{"attachment-author"}},
		{"a stream that unpacks too much", "x.pdf", pdf("<< /Type /ObjStm >> stream\n" + packed(t, strings.Repeat("0", mostPart+1))), []string{"attachment-unread/large"}},
		{"protected", "x.pdf", pdf("<< /Author (\x01\x02) >> trailer << /Encrypt 3 0 R >>"), []string{"attachment-unread/protected"}},
		{"no PDF", "x.pdf", []byte("<html>"), []string{"attachment-unread/damaged"}},

		{"a photo with a place", "x.jpg", jpeg(exif(binary.LittleEndian, true)), []string{"photo-place"}},
		{"the other order of bytes", "x.JPEG", jpeg(exif(binary.BigEndian, true)), []string{"photo-place"}},
		{"a photo without", "x.jpg", jpeg(exif(binary.LittleEndian, false)), nil},
		{"XMP of a photo", "x.jpg", jpeg([]byte("http://ns.adobe.com/xap/1.0/\x00 exif:GPSLatitude='1' exif:GPSLongitude='2'")), []string{"photo-place"}},
		{"PNG", "x.png", chunk("\x89PNG\r\n\x1a\n", "eXIf", exif(binary.BigEndian, true)[6:], true), []string{"photo-place"}},
		{"WebP", "x.webp", chunk("RIFF\x00\x00\x00\x00WEBP", "EXIF", exif(binary.LittleEndian, true), false), []string{"photo-place"}},
		{"a cut photo", "x.jpg", jpeg(exif(binary.LittleEndian, true))[:20], nil},
	} {
		if got := codesOf("a/van-ban/"+c.name, c.data); !slices.Equal(got, c.want) {
			t.Errorf("%s (%s): %v, want %v", c.what, c.name, got, c.want)
		}
	}
}

// exif makes Exif data, with a latitude and longitude or with a camera alone.
func exif(order binary.AppendByteOrder, place bool) []byte {
	b := []byte("Exif\x00\x00II*\x00")
	if order.String() == "BigEndian" {
		b = []byte("Exif\x00\x00MM\x00*")
	}
	entry := func(tag uint16, value uint32) {
		b = order.AppendUint32(order.AppendUint32(order.AppendUint16(order.AppendUint16(b, tag), 4), 1), value)
	}
	b = order.AppendUint16(order.AppendUint32(b, 8), 1)
	if !place {
		entry(0x010F, 0)
		return order.AppendUint32(b, 0)
	}
	entry(tagGPS, 26)
	b = order.AppendUint16(order.AppendUint32(b, 0), 2)
	entry(tagLatitude, 0)
	entry(tagLongitude, 0)
	return order.AppendUint32(b, 0)
}

func jpeg(segment []byte) []byte {
	b := append([]byte("\xFF\xD8\xFF\xE0\x00\x04ab\xFF\xE1"), byte((len(segment)+2)>>8), byte(len(segment)+2))
	return append(append(b, segment...), "\xFF\xDA\x00\x02picture\xFF\xD9"...)
}

// chunk makes a file of one chunk: PNG puts the length first, WebP behind the name.
func chunk(head, kind string, data []byte, png bool) []byte {
	b := []byte(head)
	if png {
		b = append(binary.BigEndian.AppendUint32(b, uint32(len(data))), kind...)
	} else {
		b = binary.LittleEndian.AppendUint32(append(b, kind...), uint32(len(data)))
	}
	return append(append(b, data...), 0, 0, 0, 0)
}

// A file of any size is refused by its size, without being read.
func TestAttachmentTooLarge(t *testing.T) {
	list := New().Attachment("a/x.pdf", never{t}, mostAttachment+1)
	if list.Len() != 1 || list.All()[0].Reason != "large" {
		t.Errorf("%v", list.All())
	}
}

type never struct{ t *testing.T }

func (n never) ReadAt([]byte, int64) (int, error) {
	n.t.Error("read")
	return 0, os.ErrInvalid
}

// An archive whose list of parts is long is refused before the list is read.
func TestManyParts(t *testing.T) {
	parts := make([]string, 0, 60_000)
	for i := range 30_000 {
		parts = append(parts, fmt.Sprintf("%0120d", i), "")
	}
	if got := codesOf("a/x.docx", office(t, parts...)); !slices.Equal(got, []string{"attachment-unread/large"}) {
		t.Errorf("%v", got)
	}
}

func FuzzAttachment(f *testing.F) {
	f.Add("x.docx", office(f, "docProps/core.xml", core("A B", ""), "word/document.xml", plainText))
	f.Add("x.pdf", []byte("%PDF-1.7 << /Author (A \\(B\\)) >> <dc:creator><rdf:li>A</rdf:li></dc:creator> /ObjStm stream\n"+packed(f, "/Author <41>")))
	f.Add("x.jpg", jpeg(exif(binary.LittleEndian, true)))
	f.Add("x.png", chunk("\x89PNG\r\n\x1a\n", "eXIf", exif(binary.BigEndian, true)[6:], true))
	f.Add("x.webp", chunk("RIFF\x00\x00\x00\x00WEBP", "EXIF", exif(binary.LittleEndian, true), false))
	r := New()
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		list := r.Attachment("a/"+name, bytes.NewReader(data), int64(len(data)))
		for _, p := range list.All() {
			if !diag.Known(p.Code, p.Reason) {
				t.Fatalf("%s/%s is in no table", p.Code, p.Reason)
			}
		}
	})
}
