package check

import (
	_ "embed"
	"path"
	"slices"
	"strconv"
	"strings"

	"antq/internal/content"
	"antq/internal/diag"
)

//go:embed data/waivable.tsv
var waivableData string

// waivableCodes says of codes whether they may be waived; others may unless they are errors.
type waivableCodes struct{ may, never map[string]bool }

func newWaivableCodes() waivableCodes {
	w := waivableCodes{may: map[string]bool{}, never: map[string]bool{}}
	for _, row := range rowsOf(waivableData, 2) {
		switch row[1] {
		case "may":
			w.may[row[0]] = true
		case "never":
			w.never[row[0]] = true
		default:
			panic("check: data/waivable.tsv: " + row[0])
		}
	}
	return w
}

// Waivable reports whether a file may waive problems of this code and severity.
func (r *Rules) Waivable(code string, severity diag.Severity) bool {
	return !r.waivable.never[code] && (severity < diag.Error || r.waivable.may[code])
}

// Waiver is a waiver that took effect: Count problems of the code in the file are accepted for the reason.
type Waiver struct {
	File, Code, Reason string
	Count              int
	At                 diag.Span // of the waiver in the file
}

// Settle decides which problems stand. docs are all documents of the site, profiles (_agency.md) and drafts among them; list holds
// the problems of all rooms, in any order. It returns
//
//   - without the contacts and accounts that an agency or the campaign publishes in its profile;
//   - without those that their file waives, or the document to whose folder the file belongs or that offers it; they come back
//     as waivers, sorted by file and place. A waiver that may not be, or that nothing needs any more, is a problem itself (waiver-refused, waiver-unused);
//   - of a file with a secrecy mark, that mark alone: what else is in it must not be shown (Luật 117/2025/QH15);
//   - without the source line wherever the leak guard found something on it.
//
// Settle comes after the source lines are filled in, and last of all.
func (r *Rules) Settle(list diag.List, docs []*content.Document) (diag.List, []Waiver) {
	known := contacts(docs)
	ledgers, order := r.ledgers(docs)
	secret, silent := silences(list)
	var out diag.List
	for _, p := range list.All() {
		switch l := ledgers.of(p.File); {
		case secret[p.File] && p.Code != "secrecy-mark":
		case published(known, p):
		case l.accepts(r, p):
		default:
			if silent[line{p.File, p.Start.Line}] {
				p.Excerpt = ""
			}
			out.Add(p)
		}
	}
	var used []Waiver
	for _, l := range order {
		used = append(used, l.close(r, secret, &out)...)
	}
	out.Sort()
	return out, used
}

// ledger keeps the waivers of one document.
type ledger struct {
	doc  *content.Document
	file string
	uses []int // of each waiver
}

// ledgers finds the document whose waivers count for a file: by the document's own path, by the files that it offers, and by the
// folder of a bundle with its closing "/".
type ledgers map[string]*ledger

// of returns the ledger of a file, or nil.
func (l ledgers) of(file string) *ledger {
	if found := l[file]; found != nil {
		return found
	}
	for dir := file; len(l) > 0; {
		i := strings.LastIndexByte(strings.TrimSuffix(dir, "/"), '/')
		if i < 0 {
			break
		}
		dir = dir[:i+1]
		if found := l[dir]; found != nil {
			return found
		}
	}
	return nil
}

// ledgers opens one for each document with waivers; order is theirs by path.
func (r *Rules) ledgers(docs []*content.Document) (by ledgers, order []*ledger) {
	by = ledgers{}
	for _, d := range docs {
		if len(d.Common.Waive) == 0 {
			continue
		}
		l := &ledger{doc: d, file: "content/" + d.Path, uses: make([]int, len(d.Common.Waive))}
		by[l.file], order = l, append(order, l)
		if d.Bundle != "" {
			by["content/"+d.Bundle] = l
		}
		for _, name := range offered(d) {
			by["content/"+name] = l
		}
	}
	slices.SortFunc(order, func(a, b *ledger) int { return strings.Compare(a.file, b.file) })
	return by, order
}

// offered returns the paths below content/ of the files that a document offers or takes its lists from.
func offered(d *content.Document) []string {
	var names []string
	add := func(name string) {
		switch rest, rooted := strings.CutPrefix(name, "/"); {
		case name == "":
		case rooted:
			names = append(names, path.Join(d.Agency, rest))
		default:
			names = append(names, path.Join(path.Dir(d.Path), name))
		}
	}
	for _, a := range d.Common.Attachments {
		add(a.File)
	}
	switch m := d.Meta.(type) {
	case *content.Material:
		for _, f := range m.Files {
			add(f.File)
		}
	case *content.Commendation:
		add(m.HonoureesFile)
	case *content.Conference:
		for _, a := range m.Attendees {
			add(a.WhoFile)
		}
	}
	return names
}

// accepts reports whether the file waives the problem, and counts it.
func (l *ledger) accepts(r *Rules, p diag.Problem) bool {
	if l == nil || !r.Waivable(p.Code, p.Severity) {
		return false
	}
	for i, w := range l.doc.Common.Waive {
		if w.Code == p.Code && strings.TrimSpace(w.Reason) != "" {
			l.uses[i]++
			return true
		}
	}
	return false
}

// close returns the waivers that took effect and reports the others.
func (l *ledger) close(r *Rules, secret map[string]bool, list *diag.List) []Waiver {
	var used []Waiver
	for i, w := range l.doc.Common.Waive {
		at := l.doc.At("waive." + strconv.Itoa(i) + ".code")
		switch {
		case l.uses[i] > 0:
			used = append(used, Waiver{l.file, w.Code, w.Reason, l.uses[i], at})
		case secret[l.file] || w.Code == "":
		case r.waivable.never[w.Code]:
			list.Add(diag.New("waiver-refused", "", l.file, at, w.Code))
		case strings.TrimSpace(w.Reason) == "": // named where the key is read
		default:
			list.Add(diag.New("waiver-unused", "", l.file, at, w.Code))
		}
	}
	return used
}

// line is a line of a file.
type line struct {
	file string
	n    int
}

// silences finds the files with a secrecy mark, and the lines of which nothing may be shown.
func silences(list diag.List) (secret map[string]bool, silent map[line]bool) {
	secret, silent = map[string]bool{}, map[line]bool{}
	for _, p := range list.All() {
		if p.Code == "secrecy-mark" {
			secret[p.File] = true
		}
		if diag.Silent(p.Code, p.Reason) {
			silent[line{p.File, p.Start.Line}] = true
		}
	}
	return secret, silent
}

// published reports a contact that a profile publishes.
func published(known map[string]bool, p diag.Problem) bool {
	switch p.Code {
	case "mobile-number", "private-email", "bank-account":
		return len(p.Args) > 1 && known[p.Args[1]]
	}
	return false
}

// contacts returns the fingerprints of what profiles publish: telephones, mail addresses and accounts of the agencies, their
// contact officers (NĐ 42/2022/NĐ-CP, Điều 4) and hotlines.
func contacts(docs []*content.Document) map[string]bool {
	known := map[string]bool{}
	phone := func(s string) {
		known[fingerprint(phoneDigits(s))] = true
	}
	mail := func(s string) { known[fingerprint(strings.ToLower(strings.TrimSpace(s)))] = true }
	for _, d := range docs {
		switch m := d.Meta.(type) {
		case *content.Agency:
			for _, s := range slices.Concat([]string{m.Phone, m.Fax}, m.PublicContacts.Phones) {
				phone(s)
			}
			for _, s := range append([]string{m.Email}, m.PublicContacts.Emails...) {
				mail(s)
			}
			if m.Officer != nil {
				phone(m.Officer.Phone)
				mail(m.Officer.Email)
			}
			for _, h := range m.Hotlines {
				phone(h.Phone)
			}
			for _, a := range m.PublicContacts.Accounts {
				known[fingerprint(onlyDigits(a))] = true
			}
		case *content.Campaign:
			for _, h := range m.Hotlines {
				phone(h.Phone)
			}
		}
	}
	return known
}

// phoneDigits returns the figures of a telephone number, as it is dialled in the country.
func phoneDigits(s string) string {
	d := onlyDigits(s)
	for _, code := range [...]string{"0084", "84"} {
		if rest, ok := strings.CutPrefix(d, code); ok && len(rest) >= 9 {
			return "0" + strings.TrimPrefix(rest, "0")
		}
	}
	return d
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}
