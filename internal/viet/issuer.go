package viet

import (
	"strings"
)

// maxIssuer is how long the clause of an issuer may be, in bytes. The name of an
// organ has at most 200 characters (NĐ 30/2020, Phụ lục VI).
const maxIssuer = 500

// issuerClause reads "của …", "giữa … và …" or "do … ban hành" at s[i], at most
// up to limit, and returns the names as printed and where the last one ends.
func (f *finder) issuerClause(i, limit int, typeKey string) (names []string, end int) {
	joint := strings.HasPrefix(typeKey, "joint_") || strings.HasPrefix(typeKey, "coordination_")
	start, ok := cutWord(f.s, i, "của")
	if !ok {
		if start, ok = cutWord(f.s, i, "giữa"); ok {
			joint = true
		} else if start, ok = cutWord(f.s, i, "do"); !ok {
			return nil, i
		}
	}
	r := issuerReader{finder: f, limit: limit, joint: joint}
	start = skipSpaces(f.s, start)
	if end, ok := r.placeName(start); ok {
		return []string{oneLine(f.s[start:end])}, end
	}
	return r.read(start)
}

// placeName reads the place alone in the place of an organ: "của tỉnh Cao Bằng", "của xã Tân Thành", "của tỉnh về …".
func (r *issuerReader) placeName(i int) (end int, ok bool) {
	end, ok = r.words.places.has(r.s, i)
	if !ok || !startsLower(r.s, i) || end > r.limit {
		return i, false
	}
	named := end
	for next := skipGap(r.s, named); next < r.limit && next > named && (startsUpper(r.s, next) || isDigit(r.s[next])); next = skipGap(r.s, named) {
		named = skipWord(r.s, next)
	}
	if named > end {
		return min(named, r.limit), true
	}
	next := skipGap(r.s, end)
	return end, next >= r.limit || !isWordByte(r.s, next) || r.endsName(next)
}

// An issuerReader reads the names of a clause.
type issuerReader struct {
	*finder
	limit int
	joint bool // several issuers are expected: commas and "với" divide them
	names []string
	start int  // of the name being read
	whole bool // the name is complete: small letters do not go on with it
}

// read goes on word by word until something ends the clause. A clause that
// nothing ends in time is not one.
func (r *issuerReader) read(i int) ([]string, int) {
	if !startsUpper(r.s, i) {
		return nil, i
	}
	r.start = i
	stop := min(r.limit, i+maxIssuer)
	for i < stop {
		next, done := r.step(i)
		if done {
			return r.finish(next)
		}
		i = next
	}
	if i < r.limit {
		return nil, i
	}
	return r.finish(min(i, r.limit))
}

// step handles the word or mark at s[i]: it returns where to go on, or that the
// clause ends there.
func (r *issuerReader) step(i int) (next int, done bool) {
	s := r.s
	if isWordByte(s, i) {
		return r.stepWord(i)
	}
	switch s[i] {
	case '\n':
		if r.endsAtLine(i + 1) {
			return i, true
		}
		return i + 1, false
	case ' ', '\t', '\r', '&':
		return i + 1, false
	case '-':
		r.whole = false
		if next := skipSpaces(s, i+1); r.joint && next > i+1 && isBlank(s[i-1]) {
			if _, head := r.words.heads.has(s, next); head && startsUpper(s, next) {
				return r.divide(i, next, true) // giữa Công an tỉnh - Sở Xây dựng
			}
		}
		return i + 1, false
	case ',':
		if r.commaInName(i) {
			return i + 1, false
		}
		return r.divide(i, skipSpaces(s, i+1), r.joint)
	case '.':
		// TP. Lạng Sơn, TP.Lạng Sơn
		if strings.HasSuffix(s[:i], "TP") || strings.HasSuffix(s[:i], "Tp") {
			return i + 1, false
		}
		return i, true
	}
	if end, ok := r.quotedPart(i); ok {
		return end, false
	}
	return i, true
}

func (r *issuerReader) stepWord(i int) (next int, done bool) {
	s := r.s
	if end, ok := r.words.keeps.has(s, i); ok {
		return end, false
	}
	if s[i]|0x20 == 'v' {
		if _, ok := cutWord(s, i, "v/v"); ok {
			return i, true
		}
	}
	if end, ok := r.completes(i); ok {
		r.whole = true
		return end, false
	}
	if !startsLower(s, i) {
		return skipWord(s, i), false
	}
	if end, ok := cutWord(s, i, "và"); ok {
		if _, cut := r.words.cuts.has(s, i); cut {
			return i, true
		}
		next := skipSpaces(s, end)
		if _, isType := r.words.types.has(s, next); isType && startsUpper(s, next) {
			return i, true
		}
		if _, head := r.words.heads.has(s, next); head && startsUpper(s, next) && !r.officeOfTwo() {
			return r.divide(i, next, true)
		}
		if startsLower(s, next) && (r.whole || r.endsName(next)) {
			return i, true
		}
		r.whole = false
		return end, false
	}
	if r.whole && !r.namesTerm(i) {
		_, joined := cutWord(s, i, "với")
		if !joined || !r.joint {
			return i, true
		}
	}
	if end, ok := cutWord(s, i, "với"); ok && r.joint {
		return r.divide(i, skipSpaces(s, end), true)
	}
	if end, ok := r.ownTask(i); ok {
		return end, false
	}
	if r.endsName(i) {
		return i, true
	}
	return skipWord(s, i), false
}

// ownTask steps over a verb directly behind "Ban Chỉ đạo" or the like that
// belongs to its name: it does when what the document is about follows in the
// same clause with "về" (Ban Chỉ đạo triển khai Đề án 06 tỉnh về …).
func (r *issuerReader) ownTask(i int) (int, bool) {
	s := r.s
	team, ok := r.words.teams.has(s, r.start)
	if !ok || team != trimSpacesLeft(s, i) {
		return i, false
	}
	end, ok := r.words.tasks.has(s, i)
	if !ok {
		return i, false
	}
	for j, stop := end, min(r.limit, r.start+maxIssuer); j < stop; {
		switch {
		case !isWordByte(s, j):
			if s[j] != '-' && !isBlank(s[j]) || s[j] == '\n' && breaksSentence(s, j+1) {
				return i, false
			}
			j++
		case startsLower(s, j) && r.endsName(j):
			_, about := cutWord(s, j, "về")
			return end, about
		default:
			if placed, ok := r.words.places.has(s, j); ok && startsLower(s, j) && !r.wordWithin(j, placed) {
				return end, true // Tổ công tác triển khai Đề án 06 tỉnh
			}
			j = skipWord(s, j)
		}
	}
	return i, false
}

// completes reports whether the words at s[i] complete a name, and where they end: the level of the organ (UBND tỉnh), or the
// name of an organ that has no more words (Chính phủ, Sở Nội vụ). Only the name of a place goes on behind them.
func (r *issuerReader) completes(i int) (end int, ok bool) {
	if c := r.s[i]; c < 'a' || c > 'z' {
		if end, ok = r.words.wholes.has(r.s, i); ok && startsUpper(r.s, i) {
			return end, true
		}
	}
	if end, ok = r.words.places.has(r.s, i); !ok {
		return i, false
	}
	return end, !r.wordWithin(i, end)
}

// wordWithin reports whether the word s[i:end] for a level is part of another one: xã hội, hợp tác xã, tỉnh uỷ.
func (r *issuerReader) wordWithin(i, end int) bool {
	next := skipGap(r.s, end)
	for _, word := range [...]string{"hội", "viên", "uỷ", "ủy", "đoàn", "đội"} {
		if _, ok := cutWord(r.s, next, word); ok {
			return true
		}
	}
	return strings.HasSuffix(r.s[:trimSpacesLeft(r.s, i)], "tác")
}

// namesTerm reports whether the term of an organ stands at s[i]: HĐND tỉnh khoá XVII.
func (r *issuerReader) namesTerm(i int) bool {
	for _, word := range [...]string{"khoá", "khóa"} {
		if end, ok := cutWord(r.s, i, word); ok {
			next := skipGap(r.s, end)
			return startsUpper(r.s, next) || next < len(r.s) && isDigit(r.s[next])
		}
	}
	return false
}

// commaInName reports whether the comma at s[i] stands inside the name of a committee, which tells its task: Ban Chỉ đạo phòng,
// chống tội phạm, tệ nạn xã hội tỉnh. Its level must follow in the same clause, and nothing before that may end a name.
func (r *issuerReader) commaInName(i int) bool {
	s := r.s
	body, ok := r.words.bodies.has(s, r.start)
	j := skipSpaces(s, i+1)
	if !ok || r.whole || body == i || !startsLower(s, j) {
		return false
	}
	if _, ends := r.words.lawEnds.has(s, j); ends {
		return false
	}
	for stop := min(r.limit, r.start+maxIssuer); j < stop; {
		if !isWordByte(s, j) {
			if s[j] == '\n' && breaksSentence(s, j+1) || strings.IndexByte(".;:()", s[j]) >= 0 {
				return false
			}
			j++
			continue
		}
		if kept, ok := r.words.keeps.has(s, j); ok {
			j = kept
			continue
		}
		if end, ok := r.words.places.has(s, j); ok && !r.wordWithin(j, end) {
			return true
		}
		_, head := r.words.heads.has(s, j)
		if startsLower(s, j) && r.endsName(j) || head && startsUpper(s, j) {
			return false
		}
		j = skipWord(s, j)
	}
	return false
}

// endsName reports whether the word at s[i] ends the name of an organ or law:
// what the document is about begins, or the sentence goes on, or a number
// follows ("số" alone stands in names: Ban Chỉ đạo chuyển đổi số).
func (f *finder) endsName(i int) bool {
	if _, ok := f.words.subjects.has(f.s, i); ok {
		return true
	}
	if _, ok := f.words.cuts.has(f.s, i); ok {
		return true
	}
	end, ok := cutWord(f.s, i, "số")
	end = skipFill(f.s, end)
	return ok && end < len(f.s) && (isDigit(f.s[end]) || f.s[end] == '/')
}

// divide ends the name before a comma, "và" or "với" at s[i] and begins another
// one at next, if several are wanted and the name of an organ stands there.
func (r *issuerReader) divide(i, next int, several bool) (int, bool) {
	if _, head := r.words.heads.has(r.s, next); !several || !head || !startsUpper(r.s, next) {
		return i, true
	}
	// "Bộ Văn hoá, Thể thao và Du lịch" is kept whole before a comma is met.
	r.names = append(r.names, oneLine(r.s[r.start:i]))
	r.start, r.whole = next, false
	return next, false
}

// officeOfTwo reports whether the name being read is an office that serves two
// organs: Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh.
func (r *issuerReader) officeOfTwo() bool {
	_, ok := cutWord(r.s, r.start, "văn phòng")
	return ok
}

// quotedPart steps over a quoted part inside a name, after which the name goes
// on: Ban Chỉ đạo phong trào “Toàn dân bảo vệ an ninh Tổ quốc” tỉnh.
func (r *issuerReader) quotedPart(i int) (int, bool) {
	s := r.s
	opener, closer := "“", "”"
	if s[i] == '"' {
		opener, closer = `"`, `"`
	} else if !strings.HasPrefix(s[i:], opener) {
		return i, false
	}
	from := i + len(opener)
	n := strings.Index(s[from:min(len(s), from+200)], closer)
	if n < 0 {
		return i, false
	}
	end := from + n + len(closer)
	if _, ok := r.words.offices.has(s, skipGap(s, end)); !ok {
		return i, false
	}
	return end, true
}

// endsAtLine reports whether the clause ends before the line that begins at
// s[i]. Text taken from PDF files has a blank line at every line break; there a
// name goes on with a capital only when the clause is seen to end in that line.
func (r *issuerReader) endsAtLine(i int) bool {
	s := r.s
	if !breaksSentence(s, i) {
		return false
	}
	i = skipSpaces(s, i)
	if !startsUpper(s, i) {
		return true
	}
	for limit := min(len(s), i+120); i < limit && s[i] != '\n'; {
		if s[i] == ';' {
			return false
		}
		if !isWordByte(s, i) {
			i++
			continue
		}
		if _, ok := r.words.subjects.has(s, i); ok && startsLower(s, i) {
			return false
		}
		i = skipWord(s, i)
	}
	return true
}

func (r *issuerReader) finish(end int) ([]string, int) {
	end = trimSpacesLeft(r.s, end)
	for end > r.start && (r.s[end-1] == '-' || r.s[end-1] == ',') {
		end = trimSpacesLeft(r.s, end-1)
	}
	if end <= r.start {
		return r.names, r.start
	}
	return append(r.names, oneLine(r.s[r.start:end])), end
}
