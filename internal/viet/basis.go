package viet

import "strings"

// A Basis is one line of legal basis (căn cứ, NĐ 30/2020, Phụ lục I, mục II.6),
// taken apart. A part that the line does not have is empty.
type Basis struct {
	Text      string      // the line on one line, without bullet and closing mark
	Verb      string      // as printed: "Căn cứ", "Thực hiện", "Theo đề nghị của"
	Reference Reference   // the first document cited; Text is "" when there is none
	More      []Reference // the documents cited behind it: "… triển khai Quyết định số 2447/QĐ-TTg"
	Subject   string      // what follows the issuer: "về công tác văn thư", "ban hành Kế hoạch …"
}

// ParseBasis reads a line of legal basis as it is printed, with or without its
// bullet, emphasis marks and closing ";" or ".". The offsets of the references
// are into Basis.Text. A line without verb or document is not an error: what is
// there is returned.
//
//	ParseBasis("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;")
func ParseBasis(line string) Basis {
	text := oneLine(strings.ReplaceAll(line, "*", ""))
	text = strings.TrimLeft(text, "-+–• ")
	text = strings.TrimRight(strings.TrimSuffix(text, "./."), " ;.,")
	b := Basis{Text: text}
	v := newView(text)
	words := citationWords()
	rest := 0
	if end, ok := words.verbs.has(v.s, 0); ok {
		from, to := v.span(0, end)
		b.Verb = text[from:to]
		rest = to
	}
	refs := FindReferences(text)
	for i, r := range refs {
		if r.Start >= rest {
			b.Reference, b.More = r, refs[i+1:]
			rest = r.Tail
			break
		}
	}
	b.Subject = strings.TrimLeft(text[rest:], " ,)")
	if b.Reference.Text != "" {
		b.Reference.Subject = b.Subject
	}
	return b
}
