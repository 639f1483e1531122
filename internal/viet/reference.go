package viet

// A Reference is one citation of a document in a text. First mentions name
// type, number, symbol, date, issuer and abstract, later ones only type and
// number, laws only type and name (NĐ 30/2020, Phụ lục I, mục II.6); every part
// may be missing.
type Reference struct {
	Text       string // text[Start:End]: from the type through number and date
	Start, End int    // byte offsets into the text as it was given
	Tail       int    // where the issuer ends; End when no issuer follows

	Type    string // Vietnamese name of the type, "" when nothing tells it
	TypeKey string // its English key in the table of types
	Name    string // name of a law: "Luật Thi đua, khen thưởng"

	Number string // as printed: "08", "15a", "1.234"; "" when missing
	Year   int    // year in the number, or of a law known by name and year
	Symbol string // "QĐ-TTg", "NQ/TU"; mended
	Full   string // number and symbol as printed, mended: "76/NQ-CP"
	Party  bool   // number in Party style

	Issued   Date
	Issuers  []string // as printed; several for joint documents
	Subject  string   // what it is about, with its first word: "về công tác văn thư"
	Pinpoint Pinpoint
	Flags    []string // what was mended or is amiss; see the Flag constants
}

// Flags of a Reference. FlagTypeMismatch is followed by the code that does not
// fit, as in "type-mismatch:CTr".
const (
	FlagSpacing        = "spacing"         // white space or another dash inside the number
	FlagLostHyphen     = "lost-hyphen"     // white space in place of a hyphen
	FlagLookAlike      = "look-alike"      // a letter of another script, such as Ð for Đ
	FlagNoNumber       = "no-number"       // the number is left blank
	FlagNoSymbol       = "no-symbol"       // number without symbol
	FlagBlankDay       = "blank-day"       // the day is left blank
	FlagImpossibleDate = "impossible-date" // the calendar has no such day
	FlagOwnNumber      = "own-number"      // "Số: …", the number line of a document itself
	FlagImpliedIssuer  = "implied-issuer"  // a law: the issuer is the National Assembly
	FlagTypeMismatch   = "type-mismatch:"  // the symbol has the code of another type
)

// Key returns the form of the number for exact matching, as [Number.Key] does;
// "" for a reference without number or symbol.
func (r Reference) Key() string {
	return Number{Number: r.Number, Year: r.Year, Symbol: r.Symbol, Party: r.Party}.Key()
}

// FindReferences returns the documents that a text cites, in the order of the
// text and without overlap. The text may be in any Unicode form and may hold
// the line breaks, lost hyphens and look-alike letters of PDF files; offsets are
// into the text as given.
//
// A number counts as a citation after a type name, after "số" when its symbol
// has a hyphen or a known code, or as a further item of a list ("Công văn số
// 12/SXD-VP, 13/SXD-VP"). Numbers that share one symbol ("số 11, 12,
// 13/QĐ-SXD") are a reference each, with its symbol and date. Of several type names before it the nearest one counts
// whose code begins the symbol, else the nearest one, flagged when the symbol
// has the code of another type. Laws, codes, ordinances and the constitution
// count by name. House numbers, shares, dates, deadlines and the numbers of
// forms and maps (mẫu số 01/BC) do not.
//
// The work is linear in the text: what stands around a number is read within
// its sentence and at most a few hundred bytes away.
func FindReferences(text string) []Reference {
	v := newView(text)
	f := finder{s: v.s, words: citationWords()}
	f.scan()
	if len(f.found) == 0 {
		return nil
	}
	refs := make([]Reference, len(f.found))
	for i, c := range f.found {
		refs[i] = c.reference(v)
	}
	return refs
}
