package viet

import "slices"

// A citation is a Reference while it is being read; offsets are into the view.
type citation struct {
	ref        Reference
	start, end int
	tail       int
	after      int         // where a date in brackets ends that the text leaves out
	number     numberToken // its place; zero for a law without number
	listHead   int         // index of the first citation of the same list
	ownIssuer  bool        // the issuer stands behind the number
	// introIssuer says that the issuer stands before the number, so that it holds for the items of a list that follow.
	introIssuer bool
}

// reference turns the view's offsets into those of the original text.
func (c citation) reference(v view) Reference {
	r := c.ref
	r.Start, r.End = v.span(c.start, c.end)
	r.Text = v.text[r.Start:r.End]
	r.Tail = r.End
	if c.tail > c.end {
		_, r.Tail = v.span(c.start, c.tail)
	}
	if c.number.end > 0 {
		from, to := v.span(c.number.start, c.number.end)
		c.flagPrint(&r, v.text[from:to])
	}
	return r
}

// flagPrint compares the number as it stands in the original text with the form
// it should have.
func (c citation) flagPrint(r *Reference, printed string) {
	if mendLetters(printed) != printed {
		r.Flags = append(r.Flags, FlagLookAlike)
	}
	switch {
	case c.number.lostHyphen:
		r.Flags = append(r.Flags, FlagLostHyphen)
	case c.number.spaced || NFC(mendLetters(printed)) != r.Full && r.Symbol != "" && !c.number.shared:
		r.Flags = append(r.Flags, FlagSpacing)
	}
	slices.Sort(r.Flags)
}

// reach returns the end of all that was read of the citation.
func (c citation) reach() int { return max(c.end, c.tail, c.after) }

// setType names the type of the citation.
func (c *citation) setType(d *DocType) {
	c.ref.Type, c.ref.TypeKey = d.Name, d.Key
}

// setNumber copies a scanned number.
func (c *citation) setNumber(t numberToken) {
	c.number = t
	c.end = t.end
	c.ref.Number, c.ref.Symbol, c.ref.Party = t.Number.Number, t.Symbol, t.Party
	c.ref.Full = t.Number.String()
	if t.Year > 0 {
		c.ref.Year = t.Year
	}
	switch {
	case t.Number.Number == "":
		c.flag(FlagNoNumber)
	case t.Symbol == "":
		c.flag(FlagNoSymbol)
	}
}

// setDate takes over a date that follows the number.
func (c *citation) setDate(t dateToken) {
	if t.odd != dateGood {
		c.flag(FlagImpossibleDate)
		return
	}
	c.ref.Issued = t.Date
	if t.blank {
		c.flag(FlagBlankDay)
	}
}

func (c *citation) flag(f string) { c.ref.Flags = append(c.ref.Flags, f) }
