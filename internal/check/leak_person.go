package check

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"
)

// notBorn are words before “sinh” that make another word of it: vệ sinh, học sinh, phát sinh, Giáng sinh.
func notBorn(word string) bool {
	return slices.Contains([]string{"vệ", "học", "phát", "tuyển", "nảy", "hy", "hi", "tái", "dưỡng", "dân", "thí", "môn", "ký", "kí", "sơ",
		"giáng", "phục", "vi", "an", "nhân", "chiêu", "sản", "hộ", "sát", "thư", "mưu", "trường", "khai", "hậu", "nữ", "nam", "sinh",
		"quyên", "bệnh", "y", "tiên", "chúng", "ngoại", "sách"}, word)
}

// birth judges what follows a word for a day of birth: a day or year, or nothing where the word heads a column of a list.
func (g *guard) birth(l labelled) {
	if bytes.HasPrefix(g.p.lower[l.from:], []byte("sinh")) && notBorn(lastWord(g.before(l.from, 24))) {
		return
	}
	if year, end := g.birthYear(l.to); year >= 1920 {
		g.hit("birth-date", "", stretch{l.from, end})
		return
	}
	if g.headsColumn(l) {
		g.hit("birth-date", "column", stretch{l.from, l.to})
	}
}

// lastWord returns the last word of b in small letters, if only spaces follow it.
func lastWord(b []byte) string {
	b = bytes.TrimRight(b, " ")
	i := bytes.LastIndexFunc(b, func(r rune) bool { return !unicode.IsLetter(r) })
	if i >= 0 {
		_, n := utf8.DecodeRune(b[i:])
		i += n - 1
	}
	return string(b[i+1:])
}

// birthYear reads a day or a year directly behind a label: "05/3/1990", "1990", "5 tháng 3 năm 1990". It returns the year, or 0,
// and where it ends.
func (g *guard) birthYear(at int) (year, end int) {
	w := bytes.ToLower(g.window(at, 60))
	for i := 0; i < len(w); {
		switch {
		case isDigit(w[i]):
			n := 0
			for i+n < len(w) && isDigit(w[i+n]) {
				n++
			}
			switch {
			case n == 4 && !wordAfter(w, i+n):
				y := number(string(w[i : i+4]))
				if y > 2049 {
					return 0, at
				}
				return y, at + i + n
			case n > 2:
				return 0, at
			}
			i += n
		case bytes.IndexByte([]byte(" :/.-*_|"), w[i]) >= 0:
			i++
		default:
			word := ""
			for _, s := range [...]string{"ngày", "tháng", "năm", "là"} {
				if bytes.HasPrefix(w[i:], []byte(s)) {
					word = s
				}
			}
			if word == "" {
				return 0, at
			}
			i += len(word)
		}
	}
	return 0, at
}

// headsColumn reports whether a label is all of a cell in the first row of a table or list.
func (g *guard) headsColumn(l labelled) bool {
	w := g.p.whole
	edge := func(c byte) bool { return c == '|' || g.p.plain && (c == ',' || c == ';') }
	from, to := l.from, l.to
	for from > 0 && bytes.IndexByte([]byte(" *_\""), w[from-1]) >= 0 {
		from--
	}
	for to < len(w) && bytes.IndexByte([]byte(" *_\"\r"), w[to]) >= 0 {
		to++
	}
	begins := from == 0 || w[from-1] == '\n' || edge(w[from-1])
	ends := to == len(w) || w[to] == '\n' || edge(w[to])
	within := from > 0 && edge(w[from-1]) || to < len(w) && edge(w[to])
	if !begins || !ends || !within {
		return false
	}
	line := g.p.lineOf(l.from)
	if g.p.plain {
		return line == 0
	}
	if line+1 >= g.p.lines() {
		return false
	}
	a, b := g.p.bounds(line + 1)
	const longest = 1000 // of the rule below the heads
	if b-a > longest {
		return false
	}
	rule := bytes.Trim(w[a:b], " |:-")
	return b > a && len(rule) == 0
}

// address judges what follows a word for a home: it is one when a house, a lane or a hamlet is named.
func (g *guard) address(l labelled) {
	w := bytes.TrimLeft(g.window(l.to, 120), " *_")
	lower := bytes.ToLower(w)
	direct := false
	for _, s := range [...]string{":", "tại", "ở", "số ", "thôn ", "tổ ", "ngõ ", "xóm ", "bản ", "khối "} {
		direct = direct || bytes.HasPrefix(lower, []byte(s))
	}
	if !direct && !bytes.HasSuffix(g.p.lower[l.from:l.to], []byte("tại")) {
		return
	}
	if i := bytes.IndexAny(lower, ".;"); i > 0 {
		lower, w = lower[:i], w[:i]
	}
	if !exactAddress(lower, w) {
		return
	}
	s := stretch{l.from, l.to}
	g.hit("home-address", "", s)
	g.home = s
	g.childAtHome()
}

// exactAddress reports whether a text names a house, lane, group or hamlet.
func exactAddress(lower, w []byte) bool {
	for _, m := range [...]struct {
		word  string
		named bool // a name may follow instead of a figure
	}{{"số nhà ", false}, {"số ", false}, {"tổ ", false}, {"tổ dân phố ", true}, {"ngõ ", false}, {"ngách ", false}, {"hẻm ", false},
		{"khối ", false}, {"thôn ", true}, {"xóm ", true}, {"ấp ", true}, {"bản ", true}, {"đường ", true}, {"phố ", true}} {
		for i := 0; ; {
			n := bytes.Index(lower[i:], []byte(m.word))
			if n < 0 {
				break
			}
			at := i + n
			i = at + len(m.word)
			if wordBefore(lower, at) || i >= len(w) {
				continue
			}
			r, _ := utf8.DecodeRune(w[i:])
			if isDigit(w[i]) || m.named && unicode.IsUpper(r) {
				return true
			}
		}
	}
	return false
}

// named judges whether a child is named behind a word for one: by name, or by its class.
func (g *guard) named(l labelled) {
	w := bytes.TrimLeft(g.window(l.to, 60), " :*_")
	if rest, ok := bytes.CutPrefix(bytes.ToLower(w), []byte("lớp ")); ok && len(rest) > 0 && isDigit(rest[0]) {
		g.childSeen(l)
		return
	}
	if n, _ := capitalised(w); n >= 2 {
		g.childSeen(l)
	}
}

func (g *guard) childSeen(l labelled) {
	g.child = stretch{l.from, l.to}
	g.childAtHome()
}

// childAtHome refuses a child and a home named together in one line (Luật 91/2025/QH15, Điều 24).
func (g *guard) childAtHome() {
	const together = 400
	a, b := g.child, g.home
	if a.from < 0 || b.from < 0 {
		return
	}
	from, to := min(a.from, b.from), max(a.to, b.to)
	if to-from > together || bytes.IndexByte(g.p.whole[from:to], '\n') >= 0 {
		return
	}
	g.hit("child-address", "", a)
	g.child = stretch{-1, -1}
}
