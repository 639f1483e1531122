package content

import (
	"slices"
	"strconv"
	"strings"
)

// OutlineGap is a place where the numbers of an outline do not go on as they should: 3.1 behind 2, III behind I, c) behind a),
// a number twice. A list that begins anew at 1 is another list and no gap; neither is where a text of its own begins, such as
// an extract whose first article is Điều 5.
type OutlineGap struct {
	Node     int    // index in the outline of the node at which it shows
	Before   int    // index of its sibling before, or -1 if it is the first
	Want     string // the number that should have come: "3", "II", "b", "Điều 5"
	Repeated bool   // the number, or a later one, stood there already
}

// gaps compares every number with the one before it in its series.
func (o *outliner) gaps() []OutlineGap {
	var found []OutlineGap
	for i := range o.entries {
		e := &o.entries[i]
		gap := OutlineGap{Node: i, Before: int(e.before), Want: e.want}
		switch {
		case e.want != "":
		case e.before >= 0:
			gap.Want, gap.Repeated = o.after(&o.entries[e.before], e)
		default:
			gap.Want = o.first(e, o.nodes[i].Parent)
		}
		if gap.Want != "" {
			found = append(found, gap)
		}
	}
	return found
}

// after returns the number that should have followed last where e does not follow it, else "".
func (o *outliner) after(last, e *outlineEntry) (want string, repeated bool) {
	from, to := last.value(), e.value()
	level := e.count - 1
	if last.count != e.count || e.orphan && last.parts[0] != e.parts[0] {
		from, to, level = last.parts[0], e.parts[0], 0 // 3.1 behind 2, 4 behind 3.1
		if e.count > 1 {
			return e.numbered(0, from+1), to <= from
		}
	}
	switch {
	case to == from && last.suffix < e.suffix:
		return "", false
	case to <= from:
		return e.numbered(level, o.next(e, from)), true
	case o.next(e, from) < to:
		return e.numbered(level, o.next(e, from)), false
	}
	return "", false
}

// next returns the value that follows another one in a series. Letters that the alphabet of official papers lacks need not
// come, nor đ among capitals and in a list that has such letters.
func (o *outliner) next(e *outlineEntry, value int) int {
	value++
	if e.kind != OutlinePoint && e.kind != OutlineLetter {
		return value
	}
	for isForeignLetter(value) || letterAt(value) == "đ" && (e.kind == OutlineLetter || o.foreign[e.series]) {
		value++
	}
	return value
}

// first returns the number with which a series should have begun. At the top, and for what is counted through the whole text,
// any number may be the first.
func (o *outliner) first(e *outlineEntry, parent int32) string {
	begins := parent >= 0 && !slices.Contains([]OutlineKind{OutlineArticle, OutlineChapter, OutlineAppendix, OutlinePart}, e.kind)
	switch {
	case !begins:
		return ""
	case e.orphan && o.entries[parent].value() != e.parts[0]:
		return e.numbered(0, 1)
	case e.value() > 1:
		return e.numbered(e.count-1, 1)
	}
	return ""
}

// numbered writes a number as e's is written, with another value in one of its parts and without those behind it.
func (e *outlineEntry) numbered(part, value int) string {
	switch e.kind {
	case OutlinePoint:
		return letterAt(value)
	case OutlineLetter:
		return strings.ToUpper(letterAt(value))
	case OutlineRoman:
		return roman(value)
	case OutlineNumber, OutlineParenthesis:
		l := e.label
		l.parts[part] = value
		return l.dotted(0, part+1)
	}
	word := outlineNames[e.kind] + " "
	if e.kind == OutlineStep {
		word = "Bước "
	}
	figure := e.written[strings.LastIndexByte(e.written, ' ')+1:]
	switch {
	case romanNumber(figure) > 0:
		return word + roman(value)
	case !isDigit(figure[0]) && value <= len(outlineOrdinals):
		return word + "thứ " + outlineOrdinals[value-1]
	}
	return word + strconv.Itoa(value)
}
