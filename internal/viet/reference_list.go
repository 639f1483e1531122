package viet

import (
	"slices"
	"strings"
)

// maxSharedList is how far back the numbers of a list may stand that share one
// symbol, in bytes.
const maxSharedList = 160

// sharedNumbers returns the numbers before a number with symbol that share it, in
// order: 11 and 12 of "số 11, 12, 13/QĐ-SXD". Only "số", the name of a type or
// another item of a list may begin them.
func (f *finder) sharedNumbers(t numberToken) []numberToken {
	if t.Number.Number == "" {
		return nil
	}
	low := max(0, t.start-maxSharedList)
	if n := len(f.found); n > 0 {
		low = max(low, min(t.start, f.found[n-1].reach()))
	}
	var items []numberToken
	first := t.start
	for {
		joint := first
		if in := f.introBefore(first); in.ok && !in.own {
			joint = in.start // "số 11, số 12/QĐ-UBND"
		}
		end := listJointBefore(f.s, joint)
		start := numberBefore(f.s, end, low)
		if end == joint || start == end || !f.startsNumber(start) {
			break
		}
		item := t
		item.Number.Number = f.s[start:end]
		item.start, item.end, item.shared = start, end, true
		items = append(items, item)
		first = start
	}
	if len(items) == 0 || !f.introBefore(first).ok && !f.continuesList(first) && !f.namedBefore(first) {
		return nil
	}
	slices.Reverse(items)
	return items
}

// namedBefore reports whether the name of a type, with a capital, stands directly
// before s[i].
func (f *finder) namedBefore(i int) bool {
	hits := f.typesBefore(f.floor(i), i)
	if len(hits) == 0 {
		return false
	}
	last := hits[len(hits)-1]
	return last.adjacent && last.capital && last.end <= i
}

// numberBefore returns where the number begins that ends at s[end], end when
// none does.
func numberBefore(s string, end, low int) int {
	low = max(low, end-maxNumberDigits-1)
	start := end
	for start > low && isDigit(s[start-1]) {
		start--
	}
	if end-start == 3 && start > low && s[start-1] == '.' {
		for start--; start > low && isDigit(s[start-1]); {
			start--
		}
	}
	if start == end || skipNumber(s, start) != end || strings.Count(s[start:end], ".")+maxNumberDigits < end-start {
		return end
	}
	return start
}

// listJointBefore returns where the comma or "và" before s[i] begins, i when
// something else stands there.
func listJointBefore(s string, i int) int {
	end := trimSpacesLeft(s[:i], i)
	if i-end > maxGap {
		return i
	}
	if rest, ok := strings.CutSuffix(s[:end], "và"); ok && end < i && rest != "" && isBlank(rest[len(rest)-1]) {
		rest = rest[:trimSpacesLeft(rest, len(rest))]
		return len(strings.TrimSuffix(rest, ","))
	}
	if rest, ok := strings.CutSuffix(s[:end], ","); ok {
		return len(rest)
	}
	return i
}

// addShared keeps the citations of the numbers that share symbol, type and date
// of c, and leaves in c what stands at its own number.
func (f *finder) addShared(c *citation, items []numberToken) {
	f.readDate(c)
	for k, t := range items {
		item := *c
		item.ref.Flags = slices.Clone(c.ref.Flags)
		item.number = t
		item.ref.Number = t.Number.Number
		item.ref.Full = t.Number.String()
		item.end, item.after = t.end, 0
		if k > 0 {
			item.start = t.start
		} else {
			item.ref.Pinpoint = f.pinpointBefore(c.start)
		}
		f.found = append(f.found, item)
	}
	c.start = c.number.start
}

// continuesList reports whether only a comma, "và" or the like stands between
// the citation before and s[i].
func (f *finder) continuesList(i int) bool {
	if len(f.found) == 0 {
		return false
	}
	last := f.found[len(f.found)-1]
	return last.number.end > 0 && f.joins(last.reach(), i)
}

// inheritType gives an item of a list the type of the item before, unless its
// own symbol names another.
func (f *finder) inheritType(c *citation, n Number) bool {
	before := f.found[len(f.found)-1].ref
	d, ok := TypeByName(before.Type)
	if !ok || n.Code() != "" && !accepts(&d, n) {
		return false
	}
	c.setType(&d)
	return true
}

// namesForm reports whether the words that end before s[i] make the number there
// that of a form, map or house: mẫu số 01/BC; or of a crew, if its symbol names
// no type: Đội số 2/Đ-CSGT.
func (f *finder) namesForm(i int, code string) bool {
	end := trimSpacesLeft(f.s, i)
	var starts []int
	for start := end; len(starts) < 3 && start > 0 && end-start < 40; {
		for start > 0 && isWordByte(f.s, lastStart(f.s, start)) && end-start < 40 {
			start = lastStart(f.s, start)
		}
		starts = append(starts, start)
		next := trimSpacesLeft(f.s, start)
		if next == start {
			break
		}
		start = next
	}
	for _, start := range slices.Backward(starts) {
		if stop, ok := f.words.notForms.has(f.s, start); ok && stop == end {
			return false
		}
		if stop, ok := f.words.forms.has(f.s, start); ok && stop == end {
			return true
		}
		if stop, ok := f.words.crews.has(f.s, start); ok && stop == end && code == "" {
			return true
		}
	}
	return false
}
