package viet

import (
	"slices"
	"strings"
)

// A typeHit is a type name found before a number.
type typeHit struct {
	*DocType
	start, end int
	adjacent   bool // nothing but "số" stands between it and the number
	capital    bool
}

// citeNumber decides whether a number with symbol is a citation, and of which
// type.
func (f *finder) citeNumber(t numberToken) (citation, bool) {
	if !t.plausible() {
		return citation{}, false
	}
	first := t.start
	items := f.sharedNumbers(t)
	if len(items) > 0 {
		first = items[0].start
	}
	in := f.introBefore(first)
	if f.namesForm(in.start, t.Code()) {
		return citation{}, false
	}
	hits := f.typesBefore(f.floor(in.start), in.start)
	list := f.continuesList(in.start)
	c := citation{start: in.start, listHead: len(f.found)}
	if list && len(hits) == 0 {
		c.listHead = f.found[len(f.found)-1].listHead
	}
	hit, ok := chooseType(hits, t.Number)
	if in.own && !hit.adjacent {
		// The number line of a document stands alone, whatever stands above it.
		ok = false
	}
	adjacent := ok && hit.adjacent
	if !(adjacent || t.certain() && (in.ok || list || ok && accepts(hit.DocType, t.Number))) {
		return c, false
	}
	c.setNumber(t)
	code := t.Code()
	switch {
	case ok:
		c.setType(hit.DocType)
		if in.start-hit.end <= maxTypeGap {
			c.start = hit.start
			f.readIssuersBetween(&c, hit.end, in.start)
		}
		if code != "" && !accepts(hit.DocType, t.Number) {
			c.flag(FlagTypeMismatch + code)
		}
	case list && f.inheritType(&c, t.Number):
	default:
		if types := docTypes().byCode[t.firstGroup()]; len(types) > 0 {
			c.setType(&types[0])
		}
	}
	if in.own {
		c.flag(FlagOwnNumber)
	}
	if len(items) > 0 {
		f.addShared(&c, items)
	}
	return c, true
}

// typesBefore returns the type names in s[floor:anchor], in order, each the
// longest at its place, and at the end a short form such as QĐ.
func (f *finder) typesBefore(floor, anchor int) []typeHit {
	f.findTypes(floor, anchor)
	first := len(f.types)
	for first > 0 && f.types[first-1].start >= floor {
		first--
	}
	hits := slices.Clone(f.types[first:])
	if n := len(hits); n > 0 {
		between := f.s[hits[n-1].end:max(anchor, hits[n-1].end)]
		if strings.Trim(between, " \n\t\r(:“\"*_") == "" {
			hits[n-1].adjacent = true
			return hits
		}
	}
	if hit, ok := f.shortType(floor, anchor); ok {
		hits = append(hits, hit)
	}
	return hits
}

// findTypes looks for type names up to anchor. What was looked through for an
// earlier number is not looked through again.
func (f *finder) findTypes(floor, anchor int) {
	if f.typed < floor {
		f.typed = floor
		f.types = f.types[:0]
		if floor > 0 && isWordByte(f.s, lastStart(f.s, floor)) {
			f.typed = skipWord(f.s, floor)
		}
	}
	for f.typed < anchor {
		i := f.typed
		if !isWordByte(f.s, i) {
			f.typed++
			continue
		}
		row, end, ok := f.words.types.match(f.s, i)
		if !ok {
			f.typed = skipWord(f.s, i)
			continue
		}
		if end > anchor {
			return
		}
		f.types = append(f.types, typeHit{
			DocType: &docTypes().types[row], start: i, end: end, capital: startsUpper(f.s, i),
		})
		f.typed = end
	}
}

// shortType reads a code in place of a type directly before the number: QĐ
// 2447/QĐ-TTg.
func (f *finder) shortType(floor, anchor int) (typeHit, bool) {
	end := trimSpacesLeft(f.s, anchor)
	start := end
	for start > floor && end-start < 8 && isWordByte(f.s, lastStart(f.s, start)) {
		start = lastStart(f.s, start)
	}
	if start < floor || end-start < 2 {
		return typeHit{}, false
	}
	types := docTypes().byCode[f.s[start:end]]
	if len(types) == 0 {
		return typeHit{}, false
	}
	return typeHit{DocType: &types[0], start: start, end: end, adjacent: true, capital: true}, true
}

// chooseType takes the nearest type that the symbol accepts, else one directly
// before the number, else the nearest one that is written as a name: "hướng
// dẫn" in small letters some words away is a verb.
func chooseType(hits []typeHit, n Number) (typeHit, bool) {
	for i := len(hits) - 1; i >= 0; i-- {
		if accepts(hits[i].DocType, n) {
			return hits[i], true
		}
	}
	for i := len(hits) - 1; i >= 0; i-- {
		if i > 0 && hits[i].adjacent && !hits[i].capital && hits[i-1].capital && hits[i].start-hits[i-1].end <= maxGap {
			return hits[i-1], true // Công văn hướng dẫn số 88/SNV-TĐKT
		}
		if hits[i].adjacent || hits[i].capital {
			return hits[i], true
		}
	}
	return typeHit{}, false
}

// accepts reports whether the first group of the symbol fits the type. A type
// whose name begins with that of another fits its code too: a Kế hoạch phối hợp
// may be numbered KHPH or KH.
func accepts(d *DocType, n Number) bool {
	first := n.firstGroup()
	if isAssembly(first) {
		switch d.Key {
		case "law", "code_law", "constitution", "resolution", "ordinance":
			return true
		}
		return false
	}
	if d.Code == first || n.Party && d.PartyCode == first {
		return first != ""
	}
	for _, other := range docTypes().byCode[first] {
		if other.Code == first && strings.HasPrefix(d.Name, other.Name+" ") {
			return true
		}
	}
	return false
}
