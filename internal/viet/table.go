package viet

import (
	"strings"
)

// tableRows splits an embedded tab-separated list into rows of n fields. Blank
// lines and lines that begin with # are left out, a dash is an empty field, and
// missing fields at the end of a row are empty.
func tableRows(list string, n int) [][]string {
	var rows [][]string
	for line := range strings.Lines(list) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		row := strings.SplitN(line, "\t", n)
		for len(row) < n {
			row = append(row, "")
		}
		for i := range row {
			if row[i] == "-" {
				row[i] = ""
			}
		}
		rows = append(rows, row)
	}
	return rows
}
