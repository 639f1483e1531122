package content

import "strings"

// who reads those of a group: texts, or the name of a CSV file.
func who() reader[Attendees] {
	return reader[Attendees]{words: wordsWho, list: true, decode: func(d *decoder, n *node, a *Attendees) {
		if n.shape == scalar && isCSV(n.text) {
			a.WhoFile, _ = d.fileName(n, strings.TrimSpace(n.text))
			return
		}
		a.Who = d.texts(n)
	}}
}

// honourees reads the rewarded: maps, or the name of a CSV file.
func honourees() reader[Commendation] {
	return reader[Commendation]{words: wordsCSV, list: true, sub: honoureeKeys.keys(nil), decode: func(d *decoder, n *node, c *Commendation) {
		if n.shape == scalar && isCSV(n.text) {
			c.HonoureesFile, _ = d.fileName(n, strings.TrimSpace(n.text))
			return
		}
		d.eachMap(n, honoureeKeys.example(), func(n *node) {
			var h Honouree
			d.group(n, bound[Honouree]{honoureeKeys, &h})
			c.Honourees = append(c.Honourees, h)
		})
	}}
}

func isCSV(name string) bool {
	return strings.HasSuffix(strings.ToLower(strings.TrimSpace(name)), ".csv")
}
