package content

import "strings"

var periodKeys = tableOf(
	row[Period]{name: "from", typed: "từ; từ ngày; từ năm", read: date(func(p *Period) *Date { return &p.From }), en: "beginning", vi: "bắt đầu"},
	row[Period]{name: "to", typed: "đến; đến ngày; đến năm", read: date(func(p *Period) *Date { return &p.To }), en: "end", vi: "kết thúc"},
)

// period reads "2026", "2025-2030" or a map of from and to.
func period[T any](at func(*T) *Period) reader[T] {
	return reader[T]{words: wordsPeriod, sub: periodKeys.keys(nil), decode: func(d *decoder, n *node, t *T) {
		if n.shape == mapping {
			var p Period
			d.group(n, bound[Period]{periodKeys, &p})
			q, fault := periodOf(p.From, p.To)
			if d.dateFault(n, p.Short(), fault) {
				*at(t) = q
			}
			return
		}
		if s, ok := d.dateText(n); ok {
			if p, fault := readPeriod(s); d.dateFault(n, s, fault) {
				*at(t) = p
			}
		}
	}}
}

// year reads a year.
func year[T any](at func(*T) *int) reader[T] {
	return reader[T]{words: wordsNumber, decode: func(d *decoder, n *node, t *T) {
		v, ok := d.number(n)
		if !ok {
			return
		}
		if v < firstYear || v > lastYear {
			d.problem("invalid-value", "year", n.at, d.key(), strings.TrimSpace(n.text))
			return
		}
		*at(t) = v
	}}
}
