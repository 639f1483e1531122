package preview

import (
	"bytes"
	"html"
)

// ownPolicy is that of the preview's own pages.
const ownPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

// inject puts the tag of the preview's script into a page, ahead of the page's own scripts that run when it is parsed. The
// title is what every page has; tags that HTML lets one leave out may be missing. The tag of the page tells the script which
// form of the page it is on.
func inject(page []byte, tag string) []byte {
	script := []byte(`<script defer src="` + ownPrefix + `idiomorph.js"></script><script defer src="` + ownPrefix + `preview.js" id="_antq" data-tag="` + tag + `"></script>`)
	at := titleAt(page)
	out := make([]byte, 0, len(page)+len(script))
	out = append(out, page[:at]...)
	out = append(out, script...)
	return append(out, page[at:]...)
}

// titleAt returns where the title begins, else the place after the first tags of the page.
func titleAt(page []byte) int {
	head := page[:min(len(page), 8<<10)]
	if i := bytes.Index(bytes.ToLower(head), []byte("<title")); i >= 0 {
		return i
	}
	at := 0
	for _, tag := range []string{"<!doctype", "<html", "<head"} {
		rest := bytes.ToLower(head[at:])
		if !bytes.HasPrefix(bytes.TrimLeft(rest, " \r\n\t"), []byte(tag)) {
			continue
		}
		if i := bytes.IndexByte(rest, '>'); i >= 0 {
			at += i + 1
		}
	}
	return at
}

// frame is a page of the preview's own, with a sentence and HTML below it.
func (p *Preview) frame(sentence, below string) []byte {
	return []byte(`<!doctype html><html lang="` + string(p.options.Lang) + `"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
		`<title>` + html.EscapeString(sentence) + `</title><link rel="stylesheet" href="` + ownPrefix + `page.css"><body><main><h1>` +
		html.EscapeString(sentence) + `</h1>` + below + `</main></body></html>`)
}
