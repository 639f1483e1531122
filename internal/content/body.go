package content

import "antq/internal/diag"

// Body is the Markdown of a document, parsed once: minimal HTML cut into spans. Everything that depends on this file
// alone is final; whatever depends on other files (links, pictures, shortcodes, citations, and abbreviations in its text) is
// a span that the site resolves and the renderer writes.
type Body struct {
	HTML     []byte // all markup and escaped text, in order; spans cover it without gaps or overlap
	Spans    []Span
	Refs     []Ref
	Headings []Heading
	Outline  Outline      // the numbered blocks, headings among them, in the order of the text
	Gaps     []OutlineGap // where their numbers do not go on as they should, in the same order
	Summary  string       // the first sentence that can stand as a description, plain text, or ""
	Words    int
}

// SpanKind says what a span is.
type SpanKind uint8

const (
	// Markup is HTML to be written as it is.
	Markup SpanKind = iota + 1
	// Text is escaped text of the author's, in which references to documents and abbreviations may be found. Source is
	// the byte offset of its first letter in the file.
	Text
	// Open and Close are the ends of a link whose address the site knows: Ref numbers the reference. Both are written or,
	// when there is no target or it is held, neither. They cover no HTML.
	Open
	Close
	// Insert is a picture or shortcode: Ref numbers the reference. It covers no HTML.
	Insert
	// Block is the start of a block element; it stands inside the start tag, before ">", and covers no HTML. Source
	// is the line (from 1) in the file. Preview writes an attribute there.
	Block
)

// Span is a stretch of Body.HTML.
type Span struct {
	Kind       SpanKind
	Start, End uint32 // in Body.HTML
	Ref        int32  // index into Body.Refs, else -1
	Source     uint32 // Text: byte offset in the file; Block: line in the file
}

// RefKind says what a reference is to.
type RefKind uint8

// The kinds of reference.
const (
	RefLink      RefKind = iota + 1 // a path of the site, with optional fragment
	RefImage                        // a picture file
	RefShortcode                    // a shortcode call
	RefCitation                     // the citation of a document: between Open and Close stand Text and line breaks
)

// Ref is something in the body that only the whole site can resolve.
type Ref struct {
	Kind     RefKind
	Target   string    // RefLink, RefImage: the path as typed, without fragment, percent-decoded, NFC
	Fragment string    // RefLink: without "#"; RefCitation: the anchor of the place at which it points ("dieu-4.1.e"), or ""
	Title    string    // link title; for an image alone in its paragraph the caption is markup, not here
	Alt      string    // RefImage
	Figure   bool      // RefImage: stands alone in a figure (may be shown large)
	Inline   bool      // RefShortcode: stands within a line of text, where only phrasing elements may be written
	Name     string    // RefShortcode
	Args     []Arg     // RefShortcode
	Cited    *Citation // RefCitation, else nil
	At       diag.Span
}

// Arg is an argument of a shortcode.
type Arg struct {
	Name, Value string
	At          diag.Span
}

// Arg returns the value of a shortcode's argument, or "".
func (r *Ref) Arg(name string) string {
	for _, a := range r.Args {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// Heading is a heading of the body. The title of a Chương, Phần, Mục or Phụ lục on a line of its own belongs to the heading of
// its number, whether it is a heading too or a paragraph; it keeps an id of its own.
type Heading struct {
	Level int    // 2 to 6
	ID    string // unique in the document
	// Slug is the second name under which links in sources may point to a numbered heading: its text, or its anchor if the
	// author typed an id. It is "" for headings whose id is their slug.
	Slug   string
	Number string // written outline number without its final mark: "II", "1.1", "Điều 4"; "" if none
	Text   string // plain text, with the number as written and the title on the line after
	Line   int
}
