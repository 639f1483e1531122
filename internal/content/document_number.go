package content

import (
	"strings"

	"antq/internal/viet"
)

// documentNumber checks the number of a document: as printed (108/NQ-ĐUSXD, 05-NQ/TU, /KH-SXD), or its figures alone where
// the symbol is typed apart.
func (d *decoder) documentNumber(n *node, s string) (string, bool) {
	bare := strings.TrimSpace(strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(s, "Số"), "số"), ": "))
	_, whole := viet.ParseNumber(bare)
	switch {
	case !whole && !figuresOnly(bare):
		p := d.problem("invalid-value", "number", n.at, d.key(), s)
		if before, _, ok := strings.Cut(bare, " ngày "); ok && n.plain && n.at.End.Offset > n.at.Start.Offset {
			if _, ok := viet.ParseNumber(before); ok {
				p.Fix = edit(n.at.Start.Offset, n.at.End.Offset, before)
			}
		}
		return "", false
	case bare != s:
		p := d.problem("invalid-value", "number-word", n.at, d.key(), s, bare)
		if n.at.End.Offset > n.at.Start.Offset {
			p.Fix = edit(n.at.Start.Offset, n.at.End.Offset, yamlText(bare))
		}
	}
	return s, true
}

// figuresOnly reports whether a text is a number without a symbol: "08", "15a".
func figuresOnly(s string) bool {
	s = strings.TrimRight(s, "abcdđABCDĐ")
	_, ok := figures(s, 1, 6)
	return ok
}

// twoSymbols reports a symbol that is typed twice: in the number and apart.
func (d *decoder) twoSymbols(a *Administrative) {
	if a.Symbol == "" || !strings.ContainsAny(a.Number, "/-") {
		return
	}
	d.problem("invalid-value", "symbol-twice", d.keys["symbol"], "symbol", a.Symbol, a.Number)
}
