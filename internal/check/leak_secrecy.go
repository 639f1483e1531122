package check

import (
	"bytes"
)

// Secrecy and circulation marks (NĐ 30/2020, Phụ lục I, II.10a and 11; Luật 117/2025/QH15). A mark is a stamp: it stands by
// itself on its line or in its cell. The same words in a sentence (“bí mật nhà nước”, “mật độ xây dựng”) are none.

// secrecy judges the words of a mark.
func (g *guard) secrecy(l labelled) {
	text, alone := g.cell(stretch{l.from, l.to})
	if text == nil {
		return
	}
	switch string(bytes.ReplaceAll(letters(text), []byte(" "), nil)) {
	case "MẬT", "TỐIMẬT", "TUYỆTMẬT", "TÀILIỆUMẬT", "TÀILIỆUTỐIMẬT", "TÀILIỆUTUYỆTMẬT", "TOIMAT", "TUYETMAT":
	case "Mật", "Tốimật", "TốiMật", "Tuyệtmật", "TuyệtMật":
		if !alone || !bytes.Equal(letters(text), bytes.Trim(text, " \t\r>*_#|[]()")) {
			return
		}
	default:
		return
	}
	g.hit("secrecy-mark", "", stretch{l.from, l.to})
}

// level judges what follows “độ mật”: a level and nothing else.
func (g *guard) level(l labelled) {
	w := g.window(l.to, 80)
	rest := bytes.TrimLeft(w, " \t*_")
	if len(rest) == 0 || rest[0] != ':' && rest[0] != '|' && rest[0] != ',' && rest[0] != ';' {
		return
	}
	if (rest[0] == ',' || rest[0] == ';') && !g.p.plain {
		return
	}
	value, _, _ := bytes.Cut(rest[1:], []byte("|"))
	switch string(bytes.ToLower(letters(value))) {
	case "mật", "tối mật", "tuyệt mật", "mat", "toi mat", "tuyet mat":
		g.hit("secrecy-mark", "", stretch{l.from, l.to})
	}
}

// circulation judges a mark of circulation, which counts wherever it stands, unless a sentence names it in quotation marks.
func (g *guard) circulation(l labelled) {
	before, after := g.p.whole[:l.from], g.p.whole[l.to:]
	quoted := bytes.HasSuffix(before, []byte("“")) && bytes.HasPrefix(after, []byte("”")) ||
		bytes.HasSuffix(before, []byte(`"`)) && bytes.HasPrefix(after, []byte(`"`))
	if quoted {
		if text, _ := g.cell(stretch{l.from, l.to}); len(letters(text)) != l.to-l.from {
			return
		}
	}
	g.hit("circulation-mark", "", stretch{l.from, l.to})
}

// circulationAlone judges words that are a mark only by themselves: “thủ đoạn không phổ biến”, “tài liệu thu hồi đất” are none.
func (g *guard) circulationAlone(l labelled) {
	if text, _ := g.cell(stretch{l.from, l.to}); len(text) > 0 && len(letters(text)) == l.to-l.from {
		g.hit("circulation-mark", "", stretch{l.from, l.to})
	}
}

// markedName reports whether the name of a document file says that it is secret: "15-KH_toi-mat.pdf". Plain "mat" is most often
// mặt, so it counts only as the last word behind a symbol, "301-KH-UBND_mat.pdf".
func markedName(folded string) bool {
	padded := "-" + folded + "-"
	for _, mark := range [...]string{"-toi-mat-", "-tuyet-mat-"} {
		if bytes.Contains([]byte(padded), []byte(mark)) {
			return true
		}
	}
	for _, end := range [...]string{"-ubnd-mat-", "-signed-mat-", "-mat-signed-"} {
		if bytes.HasSuffix([]byte(padded), []byte(end)) {
			return true
		}
	}
	return false
}
