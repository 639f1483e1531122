package media

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"strings"
	"testing"

	"antq/internal/diag"
)

func examine(t *testing.T, name string, data []byte) (Facts, []string) {
	t.Helper()
	f, list, err := Examine(name, bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, p := range list.All() {
		if !diag.Known(p.Code, p.Reason) {
			t.Errorf("%s/%s is not in the table of codes", p.Code, p.Reason)
		}
		codes = append(codes, p.Code)
	}
	return f, codes
}

func pixelsOf(t *testing.T, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPicture(t *testing.T) {
	data := pixelsOf(t, 40, 30)
	f, codes := examine(t, "anh.PNG", data)
	if len(codes) > 0 || f.Width != 40 || f.Height != 30 || f.Type != "image/png" || f.Size != int64(len(data)) || f.SHA256 != sha256.Sum256(data) {
		t.Errorf("got %+v %v", f, codes)
	}
	if _, codes := examine(t, "anh.jpg", data); len(codes) != 1 || codes[0] != "image-broken" {
		t.Errorf("a PNG named .jpg: %v", codes)
	}
	if _, codes := examine(t, "anh.png", []byte("not a picture")); len(codes) != 1 || codes[0] != "image-broken" {
		t.Errorf("broken: %v", codes)
	}
}

// A header that promises 60,000 × 60,000 pixels must be refused without decoding.
func TestPictureBomb(t *testing.T) {
	data := pixelsOf(t, 1, 1)
	binary.BigEndian.PutUint32(data[16:], 60000)
	binary.BigEndian.PutUint32(data[20:], 60000)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	if _, codes := examine(t, "bom.png", data); len(codes) != 1 || codes[0] != "image-too-large" {
		t.Errorf("got %v", codes)
	}
}

func TestOtherFilesAreHashed(t *testing.T) {
	f, codes := examine(t, "van-ban.pdf", []byte("%PDF-1.4"))
	if len(codes) > 0 || f.Type != "application/pdf" || f.Size != 8 || f.SHA256 != sha256.Sum256([]byte("%PDF-1.4")) {
		t.Errorf("got %+v %v", f, codes)
	}
	if TypeOf("a.xyz") != "application/octet-stream" {
		t.Error("an unknown extension has a type")
	}
}

func TestDrawing(t *testing.T) {
	const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 60">`
	f, codes := examine(t, "nui.svg", []byte(`<?xml version="1.0"?>`+head+`<style>.a{fill:url(#b)}</style><path class="a" d="M0 0h9"/><use href="#b"/></svg>`))
	if len(codes) > 0 || f.Width != 80 || f.Height != 60 {
		t.Errorf("got %+v %v", f, codes)
	}
	f, _ = examine(t, "nui.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="12px" height="7.6"/>`))
	if f.Width != 12 || f.Height != 8 {
		t.Errorf("got %+v", f)
	}
	for name, body := range map[string]string{
		"script":        `<script>alert(1)</script>`,
		"handler":       `<path onload="alert(1)"/>`,
		"foreign":       `<foreignObject/>`,
		"link":          `<a href="javascript:alert(1)"/>`,
		"use":           `<use href="https://example.org/x.svg#a"/>`,
		"xlink":         `<use xlink:href="data:image/svg+xml,x"/>`,
		"image":         `<image href="x.png"/>`,
		"style":         `<style>@import "x.css";</style>`,
		"style url":     `<path style="fill:url(https://example.org/a)"/>`,
		"escaped":       `<style>@\import "x"</style>`,
		"animate":       `<animate attributeName="href"/>`,
		"html prefix":   `<g xmlns:h="http://www.w3.org/1999/xhtml"><h:script>1</h:script></g>`,
		"svg prefix":    `<g xmlns:s="http://www.w3.org/2000/svg"><s:script>1</s:script></g>`,
		"svg:script":    `<svg:script>1</svg:script>`,
		"stylesheet pi": `<?xml-stylesheet href="x.css"?>`,
	} {
		if _, codes := examine(t, "x.svg", []byte(head+body+"</svg>")); len(codes) != 1 || codes[0] != "svg-unsafe" {
			t.Errorf("%s: got %v", name, codes)
		}
	}
	if _, codes := examine(t, "x.svg", []byte(`<!DOCTYPE svg [<!ENTITY a "b">]>`+head+"</svg>")); len(codes) != 1 || codes[0] != "svg-unsafe" {
		t.Errorf("doctype: got %v", codes)
	}
	for _, broken := range []string{"", "<html/>", head + "<path"} {
		if _, codes := examine(t, "x.svg", []byte(broken)); len(codes) != 1 || codes[0] != "image-broken" {
			t.Errorf("%q: got %v", broken, codes)
		}
	}
}

func TestPlaceOfUnsafeDrawing(t *testing.T) {
	_, list, _ := Examine("content/x.svg", strings.NewReader("<svg xmlns=\"http://www.w3.org/2000/svg\">\n <script/></svg>"))
	p := list.All()[0]
	if p.Start.Line != 2 || p.Start.Column != 2 || p.File != "content/x.svg" {
		t.Errorf("got %+v", p.Start)
	}
}

func FuzzDrawing(f *testing.F) {
	f.Add([]byte(`<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>`))
	f.Add([]byte(`<svg><script>1</script></svg>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		facts, list, err := Examine("x.svg", bytes.NewReader(data))
		if err != nil || facts.Size != int64(len(data)) {
			t.Fatal(facts, err)
		}
		low := strings.ToLower(string(data))
		if !list.HasErrors() && (strings.Contains(low, "<script") && !strings.Contains(low, "<!--") && !strings.Contains(low, "<![cdata[") && !strings.Contains(low, "=")) {
			t.Fatalf("a script passes: %q", data)
		}
	})
}
