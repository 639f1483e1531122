package viet

import "strings"

// maxSubjectName is how far before a citation the name of the organ that issued it may begin, in bytes.
const maxSubjectName = 240

// issuersBefore gives a citation without issuer the one that stands before it: that of the list of which it is an item ("các Nghị
// định của Chính phủ: số …; số …"), or the organ that is said to have issued it ("UBND phường Tam Thanh ban hành Kế hoạch số …").
func (f *finder) issuersBefore(c *citation) {
	start, first := c.start, len(f.found)
	if n := len(f.found); n > 0 {
		if last := &f.found[n-1]; last.introIssuer && f.joins(last.reach(), c.start) {
			c.ref.Issuers, c.introIssuer = last.ref.Issuers, true
			return
		} else if last.number.shared && c.listHead < n {
			start, first = f.found[c.listHead].start, c.listHead // where the type of the list stands
		}
	}
	if name := f.issuingOrgan(start, first); name != "" {
		c.ref.Issuers, c.introIssuer = []string{name}, true
	}
}

// issuingOrgan returns the name of the organ that ends before a verb of issuing, which ends before s[start]. Only the
// first citations stand before them.
func (f *finder) issuingOrgan(start, first int) string {
	end := trimSpacesLeft(f.s, start)
	for _, word := range [...]string{"một", "các", "những", "bản"} {
		if rest, ok := strings.CutSuffix(f.s[:end], " "+word); ok {
			end = trimSpacesLeft(rest, len(rest))
		}
	}
	if end == 0 || !endsInIssuing(f.s[max(0, end-16):end]) {
		return ""
	}
	low := max(f.floorBehind(start, first), start-maxSubjectName)
	for i := low; i < end; {
		if !isWordByte(f.s, i) {
			i++
			continue
		}
		if _, head := f.words.heads.has(f.s, i); head && startsUpper(f.s, i) && (i == 0 || !isWordByte(f.s, lastStart(f.s, i))) {
			r := issuerReader{finder: f, limit: end}
			if names, stop := r.read(i); len(names) == 1 && f.issues(stop, end) {
				return names[0]
			}
		}
		i = skipWord(f.s, i)
	}
	return ""
}

// endsInIssuing is a quick look whether a text may end in a verb of issuing.
func endsInIssuing(text string) bool {
	for _, verb := range [...]string{"hành", "có", "ký", "dựng", "ra", "gửi"} {
		if strings.HasSuffix(text, " "+verb) || strings.HasSuffix(text, "\n"+verb) {
			return true
		}
	}
	return false
}

// issues reports whether s[i:end] says that the document which follows was issued.
func (f *finder) issues(i, end int) bool {
	stop, ok := f.words.issuings.has(f.s, skipSpaces(f.s, i))
	return ok && stop == end
}

// joins reports whether only what divides the items of a list stands in s[from:to].
func (f *finder) joins(from, to int) bool {
	if from > to || to-from > 12 {
		return false
	}
	switch strings.Trim(f.s[from:to], " \n\t\r)") {
	case ",", ";", "và", ", và", "&", "hoặc", "; và":
		return true
	}
	return false
}
