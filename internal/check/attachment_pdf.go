package check

import (
	"bytes"
	"compress/zlib"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
)

// readPDF looks for the names of people in the properties of a PDF (ISO 32000-1, 14.3): /Author of its information dictionary,
// plain or in an object stream, and dc:creator of its XMP. Programs that made it (/Creator, /Producer) are no people.
func readPDF(data io.ReaderAt, size int64) (carried, error) {
	var c carried
	b := make([]byte, size)
	if n, err := data.ReadAt(b, 0); int64(n) < size && err != nil {
		return c, errDamaged
	}
	if !bytes.Contains(b[:min(len(b), 1024)], []byte("%PDF-")) {
		return c, errDamaged
	}
	c.people = append(c.people, xmpCreators(b)...)
	if bytes.Contains(b, []byte("/Encrypt")) {
		return c, errProtected
	}
	c.people = append(c.people, authors(b)...)
	more, err := packedAuthors(b)
	c.people = append(c.people, more...)
	return c, err
}

// mostPeople is how many names of one source are looked at.
const mostPeople = 16

// authors returns the values of /Author.
func authors(b []byte) []string {
	var out []string
	for len(out) < mostPeople {
		i := bytes.Index(b, []byte("/Author"))
		if i < 0 {
			break
		}
		b = b[i+len("/Author"):]
		if s := pdfText(bytes.TrimLeft(b[:min(len(b), 1000)], " \t\r\n")); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// packedAuthors looks into the object streams, in which newer programs pack the dictionary (ISO 32000-1, 7.5.7).
func packedAuthors(b []byte) ([]string, error) {
	var out []string
	budget := int64(mostUnpacked)
	for range mostPieces {
		i := bytes.Index(b, []byte("/ObjStm"))
		if i < 0 {
			return out, nil
		}
		b = b[i+len("/ObjStm"):]
		k := bytes.Index(b[:min(len(b), 500)], []byte("stream"))
		if k < 0 {
			continue
		}
		z, err := zlib.NewReader(bytes.NewReader(bytes.TrimLeft(b[k+len("stream"):], "\r\n")))
		if err != nil {
			continue // packed in another way, or not packed: then its text was looked at already
		}
		limited := &io.LimitedReader{R: z, N: min(budget, mostPart)}
		unpacked, _ := io.ReadAll(limited) // what could be unpacked of a damaged stream counts
		budget -= int64(len(unpacked))
		out = append(out, authors(unpacked)...)
		if budget <= 0 || limited.N <= 0 {
			return out, errLarge
		}
	}
	return out, errLarge
}

// pdfText reads a text string at the start of b: "(…)" or "<…>", in UTF-16 with a mark, in UTF-8 with one, or byte by byte.
func pdfText(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	var raw []byte
	switch b[0] {
	case '(':
		raw = literalString(b[1:])
	case '<':
		hex, _, ok := bytes.Cut(b[1:], []byte(">"))
		if !ok {
			return ""
		}
		raw = hexString(hex)
	default:
		return ""
	}
	if rest, ok := bytes.CutPrefix(raw, []byte("\xFE\xFF")); ok {
		units := make([]uint16, len(rest)/2)
		for i := range units {
			units[i] = uint16(rest[2*i])<<8 | uint16(rest[2*i+1])
		}
		return strings.TrimSpace(string(utf16.Decode(units)))
	}
	raw = bytes.TrimPrefix(raw, []byte(byteOrderMark))
	return strings.TrimSpace(strings.ToValidUTF8(string(raw), "?"))
}

// literalString reads up to the bracket that closes the string (ISO 32000-1, 7.3.4.2).
func literalString(b []byte) []byte {
	var out []byte
	depth := 0
	for i := 0; i < len(b); i++ {
		switch c := b[i]; c {
		case '(':
			depth++
		case ')':
			if depth == 0 {
				return out
			}
			depth--
		case '\\':
			i++
			if i >= len(b) {
				return out
			}
			if n := octal(b[i:]); n > 0 {
				v, _ := strconv.ParseUint(string(b[i:i+n]), 8, 16)
				out = append(out, byte(v))
				i += n - 1
				continue
			}

		}
		out = append(out, b[i])
	}
	return out
}

// octal returns how many octal figures, at most three, b begins with.
func octal(b []byte) int {
	n := 0
	for n < len(b) && n < 3 && '0' <= b[n] && b[n] <= '7' {
		n++
	}
	return n
}

func hexString(b []byte) []byte {
	var out []byte
	high, half := byte(0), false
	for _, c := range b {
		v := bytes.IndexByte([]byte("0123456789abcdef"), c|0x20)
		switch {
		case v < 0:
		case half:
			out, half = append(out, high|byte(v)), false
		default:
			high, half = byte(v)<<4, true
		}
	}
	if half {
		out = append(out, high)
	}
	return out
}

// xmpCreators returns the names of dc:creator in XMP that is not packed (ISO 16684-1, 8.3).
func xmpCreators(b []byte) []string {
	var out []string
	for len(out) < mostPeople {
		i := bytes.Index(b, []byte("<dc:creator"))
		if i < 0 {
			break
		}
		part := b[i:min(len(b), i+2000)]
		b = b[i+len("<dc:creator"):]
		if end := bytes.Index(part, []byte("</dc:creator>")); end >= 0 {
			part = part[:end]
		}
		_ = readElements(bytes.NewReader(part), func(e element) {
			if e.text != "" {
				out = append(out, e.text)
			}
		})
	}
	return out
}
