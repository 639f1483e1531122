package diag

// Object is a problem as JSON shows it in the results of commands.
type Object struct {
	Code     string  `json:"code"`
	Severity string  `json:"severity"` // "error", "warning" or "note"
	File     string  `json:"file"`
	Line     int     `json:"line"`   // from 1; 0 = the file as a whole
	Column   int     `json:"column"` // code points from 1; 0 = the whole line
	Message  string  `json:"message"`
	Hint     string  `json:"hint"`
	Fix      *Change `json:"fix"` // null if there is no safe correction
}

// Change is a safe correction as JSON shows it.
type Change struct {
	Title string   `json:"title"`
	Edits []EditAt `json:"edits"`
}

// EditAt replaces the bytes [Start, End) of the file by Text.
type EditAt struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Objects returns the list in the form of JSON results, never nil.
func Objects(l List, lang Lang) []Object {
	out := make([]Object, 0, len(l.items))
	for _, p := range l.items {
		o := Object{Code: p.Code, Severity: p.Severity.String(), File: p.File, Line: p.Start.Line, Column: p.Start.Column, Message: p.Message(lang), Hint: p.Hint(lang)}
		if p.Fix != nil {
			o.Fix = &Change{Title: p.Hint(lang), Edits: []EditAt{}}
			for _, e := range p.Fix.Edits {
				o.Fix.Edits = append(o.Fix.Edits, EditAt(e))
			}
		}
		out = append(out, o)
	}
	return out
}
