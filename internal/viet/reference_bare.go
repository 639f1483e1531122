package viet

import "strings"

// bareNumber reads a number without symbol, alone or with its year. A date or
// issuer must follow it at once, unless it has a year: "Quyết định số 2447 ngày
// 06/11/2025", "Nghị quyết 18 của Trung ương", "Nghị định 30/2020".
func (f *finder) bareNumber(i int) (numberToken, bool) {
	end := skipNumber(f.s, i)
	if end-i-strings.Count(f.s[i:end], ".") > maxNumberDigits {
		return numberToken{}, false
	}
	end = skipSuffix(f.s, end)
	t := numberToken{start: i, end: end}
	t.Number.Number = f.s[i:end]
	if end < len(f.s) && f.s[end] == '/' {
		year, last := scanFigures(f.s, end+1, 4)
		if last != end+5 || year < 1945 || year > 2099 || !endsFigures(f.s, last) || last < len(f.s) && f.s[last] == '/' {
			return t, false
		}
		t.Year, t.end = year, last
		return t, true
	}
	next := skipGap(f.s, end)
	if next < len(f.s) && (f.s[next] == ',' || f.s[next] == '(') {
		next = skipGap(f.s, next+1)
		_, ok := cutWord(f.s, next, "ngày")
		return t, ok
	}
	for _, word := range [...]string{"ngày", "của", "năm"} {
		if _, ok := cutWord(f.s, next, word); ok && next > end {
			return t, true
		}
	}
	return t, false
}

// citeBare decides whether a number without symbol is a citation: a type must
// stand directly before it, and what follows must say that it is a number and
// no count, year or name (kế hoạch 5 năm, kế hoạch 2026, Đề án 06).
func (f *finder) citeBare(t numberToken) (citation, bool) {
	items := f.sharedNumbers(t)
	first := t.start
	if len(items) > 0 {
		first = items[0].start
	}
	in := f.introBefore(first)
	c := citation{start: in.start, listHead: len(f.found)}
	hits := f.typesBefore(f.floor(in.start), in.start)
	if len(hits) == 0 {
		return c, false
	}
	hit := hits[len(hits)-1]
	if !hit.adjacent || !f.numbersBare(t, hit, in.ok) {
		return c, false
	}
	c.setNumber(t)
	c.setType(hit.DocType)
	c.start = hit.start
	if len(items) > 0 {
		f.addShared(&c, items)
	}
	return c, true
}

// numbersBare reports whether the words around a bare number make it the number
// of a document. announced says that "số" stands before it.
func (f *finder) numbersBare(t numberToken, hit typeHit, announced bool) bool {
	sure := announced || hit.capital || t.end-t.start > 1
	if t.Year > 0 {
		switch hit.Key {
		case "decree", "circular", "joint_circular":
			return true
		}
		if !announced { // "Báo cáo 5/2026" is that of a month
			return false
		}
	}
	i := skipGap(f.s, t.end)
	if i < len(f.s) && (f.s[i] == '(' || f.s[i] == ',') {
		i = skipGap(f.s, i+1)
	}
	if _, ok := cutWord(f.s, i, "ngày"); ok {
		_, dated := scanDate(f.s, i)
		return dated && sure
	}
	if year, ok := scanDate(f.s, i); ok && announced && year.Month == 0 {
		i = skipGap(f.s, year.end)
	}
	return sure && f.namesOrgan(i) && f.countsDocuments(t, hit, announced)
}

// namesOrgan reports whether "của" and the name of an organ stand at s[i].
func (f *finder) namesOrgan(i int) bool {
	of, ok := cutWord(f.s, i, "của")
	organ := skipSpaces(f.s, of)
	if !ok || !startsUpper(f.s, organ) {
		return false
	}
	_, head := f.words.heads.has(f.s, organ)
	return head
}

// countsDocuments reports whether a number before an issuer alone may be that of
// a document. Chương trình 135 and Đề án 06 are names, Dự án 2 is a part of a
// programme, and kế hoạch 2026 is that of a year.
func (f *finder) countsDocuments(t numberToken, hit typeHit, announced bool) bool {
	switch hit.Key {
	case "project":
		return false
	case "programme", "proposal", "scheme":
		return announced
	}
	n := t.Number.Number
	return announced || len(n) != 4 || n[:2] != "19" && n[:2] != "20"
}
