package viet

import "strings"

// maxLawWords is how many words the name of a law may have when it is not in
// the list of known names.
const maxLawWords = 24

// lawWords are the words that begin the name of a law. They count as written
// here only: "luật" in small letters is a common noun, and so is "kỷ luật".
var lawWords = [...]struct{ word, key string }{
	{"Luật", "law"},
	{"Bộ luật", "code_law"},
	{"Bộ Luật", "code_law"},
	{"Pháp lệnh", "ordinance"},
	{"Hiến pháp", "constitution"},
	{"LUẬT", "law"},
	{"BỘ LUẬT", "code_law"},
	{"PHÁP LỆNH", "ordinance"},
}

// visitLaw reads a law cited by name, with or without number, and returns where
// to go on.
func (f *finder) visitLaw(i int) int {
	for _, law := range lawWords {
		if !strings.HasPrefix(f.s[i:], law.word) || !isWordStart(f.s, i) {
			continue
		}
		after := i + len(law.word)
		if after >= len(f.s) || !isBlank(f.s[after]) || f.notALaw(i) {
			continue
		}
		if c, ok := f.citeLaw(i, after, law.key); ok {
			return f.add(c)
		}
	}
	return i + 1
}

// notALaw reports whether the word before s[i] makes it part of another name,
// or of a law that is not passed yet.
func (f *finder) notALaw(i int) bool {
	before := f.s[max(0, i-24):trimSpacesLeft(f.s, i)]
	for _, word := range [...]string{
		"học", "Học", "ty", "hãng", "Hãng", "khoa", "Khoa", "trường", "Trường",
		"phòng", "Phòng", "ngành", "dự thảo", "Dự thảo", "dự án", "Dự án",
	} {
		if strings.HasSuffix(before, word) {
			return true
		}
	}
	return false
}

// citeLaw reads name, number and year of the law whose word is s[i:after].
func (f *finder) citeLaw(i, after int, key string) (citation, bool) {
	end, known := after, false
	full, capitals := "", startsUpper(f.s, i+1)
	if key == "constitution" {
		if name, ok := f.words.countries.has(f.s, skipSpaces(f.s, after)); ok {
			end, known = name, true
		}
	} else if row, name, ok := f.words.laws.match(f.s, skipSpaces(f.s, after)); ok {
		end, known = name, true
		if full = f.words.lawNames[row]; capitals {
			full = f.words.lawTitles[row]
		}
	} else if capitals {
		return citation{}, false // a title in capitals, in which only a name that is known has an end
	} else {
		end, known = f.lawName(skipSpaces(f.s, after))
	}
	c := citation{start: i, listHead: len(f.found)}
	d := docTypes().byKey[key]
	c.setType(d)
	c.end = end
	switch {
	case key == "constitution":
		c.ref.Name = d.Name
	case full != "":
		c.ref.Name = d.Name + " " + full
	case end > after:
		c.ref.Name = oneLine(f.s[i:end])
	}
	if f.readLawNumber(&c, d) {
		return c, true
	}
	if c.ref.Name == "" {
		return c, false
	}
	dated := f.readLawYear(&c)
	return c, known || dated || strings.Count(c.ref.Name, " ") >= strings.Count(c.ref.Type, " ")+2
}

// readLawNumber reads "số 117/2025/QH15" behind the name.
func (f *finder) readLawNumber(c *citation, d *DocType) bool {
	i := skipSpaces(f.s, c.end)
	if j, ok := cutWord(f.s, i, "số"); ok {
		i = skipSpaces(f.s, j)
	}
	if i >= len(f.s) || !isDigit(f.s[i]) || !f.startsNumber(i) {
		return false
	}
	t, ok := scanNumber(f.s, i)
	if !ok || !t.plausible() {
		return false
	}
	c.setNumber(t)
	switch code := t.Code(); {
	case code != "" && !accepts(d, t.Number):
		c.flag(FlagTypeMismatch + code)
	case c.ref.TypeKey != "ordinance" && isAssembly(t.firstGroup()):
		c.ref.Issuers = []string{"Quốc hội"}
		c.flag(FlagImpliedIssuer)
	}
	return true
}

// readLawYear reads "năm 2025" or a bare "2025" behind the name.
func (f *finder) readLawYear(c *citation) bool {
	i := skipSpaces(f.s, c.end)
	if j, ok := cutWord(f.s, i, "năm"); ok {
		i = skipSpaces(f.s, j)
	}
	year, end := scanFigures(f.s, i, 4)
	if i == c.end || end != i+4 || !plausibleYear(year) || !endsFigures(f.s, end) {
		return false
	}
	c.ref.Year = year
	c.end = end
	return true
}

// lawName finds where the name that begins at s[i] ends. A listed name is
// certain; otherwise it runs on until a word or mark that names do not hold.
func (f *finder) lawName(i int) (end int, known bool) {
	if end, ok := cutWord(f.s, i, "sửa đổi"); ok {
		if end, ok := f.amendedLaw(end); ok {
			return end, true
		}
	}
	return f.plainLawName(i)
}

func (f *finder) plainLawName(i int) (end int, known bool) {
	if end, ok := f.words.laws.has(f.s, i); ok {
		return end, true
	}
	end = trimSpacesLeft(f.s, i)
	if _, ok := f.words.lawEnds.has(f.s, i); ok || !startsUpper(f.s, i) {
		return end, false
	}
	for words := 0; words < maxLawWords; words++ {
		next := skipWord(f.s, i)
		if next == i {
			break
		}
		end = next
		if i = f.nextLawWord(end); i < 0 {
			break
		}
	}
	return end, false
}

// nextLawWord returns where the name goes on after the word that ends at
// s[end], -1 where it does not. A comma belongs to a name when a small letter
// follows (Thi đua, khen thưởng).
func (f *finder) nextLawWord(end int) int {
	i := skipGap(f.s, end)
	comma := i < len(f.s) && f.s[i] == ','
	if comma {
		i = skipGap(f.s, i+1)
	}
	if i == end || i >= len(f.s) || !isWordByte(f.s, i) || isDigit(f.s[i]) {
		return -1
	}
	if comma && !startsLower(f.s, i) || strings.Contains(f.s[end:i], "\n") && breaksSentence(f.s, i) {
		return -1
	}
	if isPinpoint(f.s, i) {
		return -1
	}
	if startsUpper(f.s, i) {
		if _, isType := f.words.types.has(f.s, i); isType {
			return -1
		}
		return i
	}
	if f.endsName(i) {
		return -1
	}
	if _, ok := f.words.lawEnds.has(f.s, i); ok {
		return -1
	}
	if j, ok := cutWord(f.s, i, "và"); ok && !startsLower(f.s, skipSpaces(f.s, j)) {
		return -1
	}
	if j, ok := cutWord(f.s, i, "và"); ok {
		if _, isType := f.words.types.has(f.s, skipSpaces(f.s, j)); isType {
			return -1
		}
	}
	return i
}

// amendedLaw reads ", bổ sung một số điều của Luật …" behind "sửa đổi".
func (f *finder) amendedLaw(i int) (end int, ok bool) {
	limit := min(len(f.s), i+80)
	at := strings.Index(f.s[i:limit], "của ")
	if at < 0 {
		return i, false
	}
	i = skipSpaces(f.s, i+at+len("của "))
	if j, found := cutWord(f.s, i, "các"); found {
		i = skipSpaces(f.s, j)
	}
	for _, law := range lawWords {
		if strings.HasPrefix(f.s[i:], law.word+" ") {
			from := i + len(law.word) + 1
			end, _ := f.plainLawName(from)
			return end, end > from
		}
	}
	return i, false
}
