package render

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"antq/internal/content"
	"antq/internal/site"
	"antq/internal/viet"
)

// Letterhead is the head that an administrative document bears on paper (NĐ 30/2020, Phụ lục I, mục II.1-5; for documents of
// the Party Hướng dẫn 36-HD/VPTW). Names are in capital letters already, since the form asks for them and a reader's browser
// need not know Vietnamese to write them. What is not known yet is left blank, as on the form.
type Letterhead struct {
	Party    bool     // the head of the Party: no national motto, "*" below the organ
	Superior string   // "UBND TỈNH LẠNG SƠN"; "" where there is none
	Organs   []string // "SỞ XÂY DỰNG"; several of a joint document
	Number   string   // "Số: 15/KH-SXD"
	Dateline string   // "Lạng Sơn, ngày 20 tháng 5 năm 2026"
	Type     string   // "KẾ HOẠCH"; "" for a letter (công văn), which has none
	Subject  string   // "V/v …" of a letter, below its number
	Draft    bool     // "DỰ THẢO"
}

func (l *Letterhead) encode(e *encoder) {
	e.bool(l.Party, l.Draft)
	e.text(l.Superior, l.Number, l.Dateline, l.Type, l.Subject)
	e.texts(l.Organs)
}

// gap is the room for a number or a day that is written in later, in spaces that do not collapse.
const gap = "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0"

// letterhead returns nil where the page only tells of a document and is not its text: one that is yet to be issued, and one of
// an outside organ of which nobody has written down who signed it.
func letterhead(en *site.Entry) *Letterhead {
	a := en.Admin
	if en.State == site.StateExpected || en.Shared && len(a.Signers) == 0 {
		return nil
	}
	l := &Letterhead{Party: ofParty(a), Type: upper(a.TypeName), Draft: en.State == site.StateUnsigned || en.IsDraft,
		Dateline: dateline(a.Place, a.Issued)}
	for _, organ := range a.Issuers {
		l.Organs = append(l.Organs, upper(organ))
	}
	if len(l.Organs) < 2 { // the organs of a joint document stand below none
		l.Superior = shortOrgan.Replace(upper(a.Superior))
	}
	l.Number = "Số: " + room(a.Number)
	if l.Party {
		l.Number = "Số " + room(a.Number)
	}
	if t, ok := viet.TypeByName(a.TypeName); ok && t.Key == "letter" {
		l.Type, l.Subject = "", "V/v "+en.Title
	}
	return l
}

// shortOrgan shortens the common words in the name of a superior organ, as the form allows for it alone, not for the one that
// issues.
var shortOrgan = strings.NewReplacer("ỦY BAN NHÂN DÂN", "UBND", "UỶ BAN NHÂN DÂN", "UBND", "HỘI ĐỒNG NHÂN DÂN", "HĐND")

//go:embed data/organ_compounds.tsv
var organCompoundList string

// organCompounds are the words of several syllables in names of organs, in capital letters, the longer before the shorter.
var organCompounds = sync.OnceValue(func() []string {
	var words []string
	for line := range strings.Lines(organCompoundList) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			words = append(words, upper(line))
		}
	}
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	return words
})

// Bound puts spaces that do not break into the name of an organ in capital letters: between the syllables of a word, in the name
// of a place, and before a hyphen. A line of the head then ends between words ("KHU KINH TẾ CỬA KHẨU", not "… CỬA").
func (l *Letterhead) Bound(name string) string {
	name = " " + strings.ReplaceAll(name, " ", "  ") + " " // two, so that neighbours do not share one
	for _, word := range organCompounds() {
		name = strings.ReplaceAll(name, " "+strings.ReplaceAll(word, " ", "  ")+" ", " "+strings.ReplaceAll(word, " ", "\u00a0")+" ")
	}
	name = strings.ReplaceAll(strings.TrimSpace(strings.ReplaceAll(name, "  ", " ")), " - ", "\u00a0- ")
	for _, unit := range [...]string{" TỈNH ", " THÀNH\u00a0PHỐ ", " XÃ ", " PHƯỜNG ", " ĐẶC\u00a0KHU "} {
		before, place, found := strings.Cut(name, unit)
		if found && len(strings.Fields(place)) <= longestPlace {
			return before + unit + strings.ReplaceAll(place, " ", "\u00a0")
		}
	}
	return name
}

// longestPlace is how many syllables the name of a place has at most that is kept on one line.
const longestPlace = 4

// upper writes a name in capital letters.
func upper(name string) string { return strings.ToUpper(viet.NFC(name)) }

// room leaves a blank for a number that is not given yet: "      /KH-SXD".
func room(number string) string {
	if number == "" || number[0] == '/' || number[0] == '-' {
		return gap + number
	}
	return number
}

// dateline writes place and date of a document. The day, and the month, that are not known are blanks.
func dateline(place string, d content.Date) string {
	words := d.Words()
	switch d.Precision() {
	case content.MonthPrecision:
		words = "ngày" + gap + words
	case content.YearPrecision:
		words = "ngày" + gap + "tháng" + gap + words
	case content.NoPrecision:
		words = "ngày" + gap + "tháng" + gap + "năm" + gap
	}
	if place == "" {
		return words
	}
	return place + ", " + words
}

//go:embed data/party_organs.tsv
var partyOrganList string

// partyOrgans are the words by which an organ is one of the Party, folded.
var partyOrgans = sync.OnceValue(func() []string {
	var names []string
	for line := range strings.Lines(partyOrganList) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			names = append(names, viet.Fold(line))
		}
	}
	return names
})

// ofParty reports whether an organ of the Party issued the document, by its name or by the form of the number (05-NQ/TU).
func ofParty(a *site.Admin) bool {
	if n, ok := viet.ParseNumber(a.Number); ok && n.Party {
		return true
	}
	for _, issuer := range a.Issuers {
		name := " " + viet.Fold(issuer) + " "
		for _, organ := range partyOrgans() {
			if strings.Contains(name, " "+organ+" ") {
				return true
			}
		}
	}
	return false
}
