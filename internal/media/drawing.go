package media

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"antq/internal/diag"
)

// drawingElements are the elements an SVG may hold: shapes, text, gradients, clips, filters. Everything that acts, loads or
// embeds (script, foreignObject, animation of links, image, use of other files) is missing on purpose.
var drawingElements = words(`svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan
	linearGradient radialGradient stop clipPath mask pattern marker switch style filter feBlend feColorMatrix feComponentTransfer
	feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
	feGaussianBlur feMerge feMergeNode feMorphology feOffset feSpecularLighting feTile feTurbulence feDistantLight fePointLight feSpotLight`)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

const svgSpace = "http://www.w3.org/2000/svg"

// drawing checks an SVG and returns its size in CSS pixels. A published SVG can be opened by itself in a browser, where a
// script in it would run with the rights of the site; so only what draws is let through.
func drawing(name string, data []byte, list *diag.List) (w, h int) {
	if len(data) > maxDrawing {
		list.Add(diag.New("image-too-large", "bytes", name, diag.Span{}, fmt.Sprint(maxDrawing>>20)))
		return 0, 0
	}
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	d.Strict = true
	seen := false
	inStyle := 0
	for {
		at := d.InputOffset()
		tok, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			list.Add(diag.New("image-broken", "svg", name, place(data, at)))
			return 0, 0
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if !seen {
				if t.Name.Local != "svg" {
					list.Add(diag.New("image-broken", "svg", name, place(data, at)))
					return 0, 0
				}
				w, h = size(t.Attr)
				seen = true
			}
			if t.Name.Local == "style" {
				inStyle++
			}
			if bad := unsafeElement(t); bad != "" {
				list.Add(diag.New("svg-unsafe", "", name, place(data, at), bad))
				return w, h
			}
		case xml.EndElement:
			if t.Name.Local == "style" {
				inStyle--
			}
		case xml.CharData:
			if inStyle > 0 && unsafeStyle(string(t)) {
				list.Add(diag.New("svg-unsafe", "", name, place(data, at), "style"))
				return w, h
			}
		case xml.Directive: // a DOCTYPE may define entities that hide anything
			list.Add(diag.New("svg-unsafe", "", name, place(data, at), "!DOCTYPE"))
			return w, h
		case xml.ProcInst:
			if t.Target != "xml" { // xml-stylesheet loads a file
				list.Add(diag.New("svg-unsafe", "", name, place(data, at), "?"+t.Target))
				return w, h
			}
		}
	}
	if !seen {
		list.Add(diag.New("image-broken", "svg", name, diag.Span{}))
	}
	return w, h
}

// unsafeElement names what of a start tag could act or load, or returns "". Editors' own namespaces (inkscape:…) are inert.
func unsafeElement(t xml.StartElement) string {
	if t.Name.Space == "" || t.Name.Space == "svg" {
		if !drawingElements[t.Name.Local] {
			return t.Name.Local
		}
	}
	for _, a := range t.Attr {
		local := strings.ToLower(a.Name.Local)
		switch {
		case a.Name.Space == "" && local == "xmlns" && t.Name.Local == "svg" && a.Value != svgSpace:
			return "xmlns"
		case a.Name.Space == "xmlns" && (a.Value == "http://www.w3.org/1999/xhtml" || a.Value == svgSpace && a.Name.Local != "svg"):
			return "xmlns:" + a.Name.Local // a prefix for HTML or SVG would pass every check by another name
		case strings.HasPrefix(local, "on"):
			return a.Name.Local
		case local == "href" && !strings.HasPrefix(strings.TrimSpace(a.Value), "#"):
			return "href"
		case a.Name.Space != "xmlns" && a.Name.Space == "" && local != "xmlns" && unsafeStyle(a.Value):
			return a.Name.Local
		}
	}
	return ""
}

// unsafeStyle reports CSS (or any attribute's value) that loads from elsewhere or runs.
func unsafeStyle(s string) bool {
	s = strings.ToLower(strings.ReplaceAll(s, "\\", ""))
	if strings.Contains(s, "@import") || strings.Contains(s, "javascript:") || strings.Contains(s, "expression(") {
		return true
	}
	for rest := s; ; {
		i := strings.Index(rest, "url(")
		if i < 0 {
			return false
		}
		rest = rest[i+len("url("):]
		if !strings.HasPrefix(strings.TrimLeft(rest, " \t\n'\""), "#") {
			return true
		}
	}
}

// size reads the width and height of an <svg> tag, from its attributes or its viewBox.
func size(attrs []xml.Attr) (w, h int) {
	var box []string
	for _, a := range attrs {
		switch a.Name.Local {
		case "width":
			w = pixels(a.Value)
		case "height":
			h = pixels(a.Value)
		case "viewBox":
			box = strings.FieldsFunc(a.Value, func(r rune) bool { return r == ' ' || r == ',' || r == '\n' || r == '\t' })
		}
	}
	if (w == 0 || h == 0) && len(box) == 4 {
		w, h = pixels(box[2]), pixels(box[3])
	}
	return w, h
}

func pixels(s string) int {
	v, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(s), "px"), 64)
	if err != nil || !(v > 0 && v < 1e6) {
		return 0
	}
	return int(math.Round(v))
}

// place turns a byte offset into a position.
func place(data []byte, offset int64) diag.Span {
	before := data[:min(int(offset), len(data))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return diag.Span{Start: diag.Pos{
		Line:   bytes.Count(before, []byte{'\n'}) + 1,
		Column: utf8.RuneCount(before[start:]) + 1,
		Offset: len(before),
	}}
}
