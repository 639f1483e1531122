// Package content turns one source file into one typed [Document].
//
// In goes the path of a Markdown file below content/ and its bytes; out come a document and every problem of that file.
// Nothing else is known here: no other file, no address, no clock, no disk. The same path and bytes always give the same
// result, so a document can be remembered by its digest.
//
// # Kinds
//
// The folder says what a document is, before a byte is read: ke-hoach/ holds plans, guong-tot/ stories and so on (see
// [PlaceOf]). A [Kind] decides which keys the front matter may have and which [Meta] they fill.
//
// # Front matter
//
// YAML between two lines "---" at the very start, in UTF-8 with or without byte order mark, with the line ends of Windows
// or Unix. The table of keys ([Keys]) names every key with its type, kinds, values and meaning in two languages; the
// decoder, the hints for mistyped keys and everything that explains keys elsewhere read that one table. Adding a key is a
// row in it. A file is read in this order:
//
//  1. checkSource looks at the bytes: size, encoding, characters that no text has.
//  2. frontFinder finds the marks around the front matter, well formed or not.
//  3. lineScan looks at each line for what YAML would cut, split or refuse in text as people type it ("Các sở: XD",
//     "Kế hoạch số #5", "[Khẩn] …"), and mends the copy that is parsed, so that one fault does not hide the others.
//  4. The front matter library cuts the block out and the YAML library makes its syntax tree; treeReader turns that into
//     nodes with places in the file. If YAML gives up, each key at the top is parsed by itself.
//  5. The tables of the kind read the nodes. Scalars are taken as they are written: 08, 05/11 and no stay text until the
//     type of their key reads them. Dates keep their precision (see [Date]).
//
// Every problem carries line, column and byte offset in the whole file, and a correction where one is safe.
//
// # Body
//
// The Markdown behind the front matter becomes a [Body]: minimal HTML cut into spans, with whatever depends on other files
// left as references: links, pictures, shortcodes and the documents that the text cites ([Citation]). Its numbered blocks are
// an [Outline], whose anchors are the ids by which others point into the text.
//
// # Tables
//
// Long lists of honourees and attendees may stand in a CSV file beside the page: [ParseHonourees], [ParseAttendees].
package content

import (
	"crypto/sha256"
	"strings"

	"antq/internal/diag"
)

// Parse decodes the source file at path (slash-separated, below content/). It is pure: same path and bytes, same result.
// The document is usable even if there are errors; what could not be read stays empty. A path that can hold no document
// (see [PlaceOf]) is read as a page.
func Parse(path string, src []byte) (*Document, diag.List) {
	file := "content/" + path
	place, ok := PlaceOf(path)
	if !ok {
		place.Kind = KindPage
	}
	doc := &Document{Place: place, Keys: make(map[string]diag.Span, 32), Digest: sha256.Sum256(src)}
	meta, tables := parts(place.Kind, &doc.Common)
	doc.Meta = meta
	d := &decoder{file: file, kind: place.Kind, catalog: allKeys, keys: doc.Keys}
	if !checkSource(file, src, &d.list) {
		fill(&d.list, src)
		return doc, d.list
	}
	front := (&frontFinder{file: file, src: src, list: &d.list}).find()
	if front.block != nil {
		d.run(front, tables)
		d.spans(doc)
	}
	d.list.Sort()
	disjoint(&d.list)
	capped(file, &d.list)
	doc.Body = parseBodyOf(path, src, front.body, tasksOf(doc.Meta), &d.list)
	fill(&d.list, src)
	d.list.Sort()
	return doc, d.list
}

// tasksOf returns the tasks of a plan or document.
func tasksOf(meta Meta) []Task {
	switch x := meta.(type) {
	case *Plan:
		return x.Tasks
	case *Legal:
		return x.Tasks
	}
	return nil
}

// fill gives problems their source lines.
func fill(list *diag.List, src []byte) {
	var l sourceLine
	var text string
	list.FillExcerpts(func(_ string, n int) string {
		if n == l.number {
			return text
		}
		if n < l.number {
			l = sourceLine{}
		}
		for ok := true; ok && l.number < n; {
			l, ok = lineFrom(src, l.number+1, l.next)
		}
		text = strings.ToValidUTF8(string(src[l.start:l.end]), "?")
		return text
	})
}
