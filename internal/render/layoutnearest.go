package render

import (
	"slices"
	"strings"
)

// fieldsNamed is how many fields a hint names: more of them nobody reads.
const fieldsNamed = 8

// nearest names the fields that look most like a name, the nearest first.
func nearest(fields []string, name string) string {
	fields = slices.Clone(fields)
	slices.SortStableFunc(fields, func(a, b string) int { return unlike(a, name) - unlike(b, name) })
	if len(fields) > fieldsNamed {
		fields = fields[:fieldsNamed]
	}
	return strings.Join(fields, ", ")
}

// unlike counts the letters that must be added, dropped or changed to make one name of another; case does not count.
func unlike(a, b string) int {
	a, b = strings.ToLower(a), strings.ToLower(b)
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := corner
			if a[i] != b[j] {
				cost = 1 + min(corner, row[j], row[j+1])
			}
			corner, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
