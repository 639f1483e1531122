// Package check is the careful colleague who reads everything before the public does, and the guard at the door.
//
// # What is examined
//
// [Rules.Source] looks at one source file: what must never be published (the leak guard), encodings, the form of
// administrative documents, wording and accessibility. It depends on the file alone, so its result can be remembered by the
// file's digest. [Rules.Terms] adds the wording that the campaign asks for, and [Rules.Form] what only the finished sites tell:
// releases that are missing, days of legal bases. [Rules.Text] guards a plain text beside the pages (a CSV list, a .txt file),
// [Rules.Attachment] what a file that is offered or shown carries with it: its name, author, tracked changes, comments, place.
//
// # Hits and waivers
//
// Every hit is emitted. What may stand all the same is decided once, in [Rules.Settle]: the contacts that an agency itself
// publishes in its profile, and waivers, which a file declares with a reason (key "waive"). Secrecy marks, citizen numbers and
// the like cannot be waived.
//
// # Silence
//
// No problem of the leak guard shows its line or repeats in full what it found: reports and logs travel. Where the sentence
// names a number, most of it is hidden; a second argument that no sentence shows holds a fingerprint by which Settle knows
// the agency's own contacts. Of a file with a secrecy mark, nothing else is said at all.
//
// # Lists
//
// Words and patterns that come from law, form or habit stand in data/*.tsv, each with its source, and are corrected there. All
// words of a family are looked for at once by an automaton ([words]), so that time is in proportion to the text, whatever
// it holds.
package check

import (
	"antq/internal/content"
	"antq/internal/diag"
)

// Rules holds the lists behind the rules, read once. It is safe for use by several goroutines at a time.
type Rules struct {
	leaks    leakLists
	letters  letterLists
	waivable waivableCodes

	terms      termList
	accessible accessLists
}

// New reads the embedded lists.
func New() *Rules {
	return &Rules{leaks: newLeakLists(), letters: newLetterLists(), waivable: newWaivableCodes(), terms: newTermList(),
		accessible: newAccessLists()}
}

// Source examines one source file. It is pure and safe for parallel use. doc is what [content.Parse] made of src. Every hit is
// emitted, sorted by place; see [Rules.Settle]. A source that is not text (not UTF-8, UTF-16) gives nothing: content has
// refused it.
func (r *Rules) Source(doc *content.Document, src []byte) diag.List {
	var list diag.List
	p, ok := r.newProse("content/"+doc.Path, src)
	if !ok {
		return list
	}
	r.leak(p, &list)
	r.pictured(doc, p, &list)
	r.encoding(p, &list)
	sheet := newSheet(doc, p)
	r.form(sheet, &list)
	r.text(sheet, &list)
	r.access(sheet, &list)
	list.Sort()
	return list
}

// Text examines a plain text file that is no page: a list in CSV, the words of a broadcast. path is below content/.
func (r *Rules) Text(path string, src []byte) diag.List {
	var list diag.List
	p, ok := r.newPlain("content/"+path, src)
	if !ok {
		return list
	}
	r.leak(p, &list)
	r.encoding(p, &list)
	list.Sort()
	return list
}
