package content

import (
	"slices"
	"strings"

	"antq/internal/viet"
)

// candidate is a word that may have been meant, with what people type for it in Vietnamese ("; " between them).
type candidate struct{ name, typings string }

// likeness says how near a typed word is to a candidate.
type likeness uint8

const (
	unlike likeness = iota
	nearby
	sameMeaning // the same but for case, marks and hyphens, or a Vietnamese typing of it
)

// nearest returns the candidate that was probably meant by a typed word.
func nearest(typed string, among []candidate) (string, likeness) {
	want := plainWord(typed)
	if want == "" {
		return "", unlike
	}
	for _, c := range among {
		if plainWord(c.name) == want || hasTyping(c.typings, want) {
			return c.name, sameMeaning
		}
	}
	best, found := 1+min(len(want)/3, 2), ""
	for _, c := range among {
		name := plainWord(c.name)
		if k := len(name) - len(want); k > 3 || k < -3 {
			continue
		}
		if n := editDistance(want, name); n < best || n == best && found == "" && n == 1 {
			best, found = n, c.name
		}
	}
	if found == "" {
		return "", unlike
	}
	return found, nearby
}

// plainWord folds a word and drops what stands between its parts: "Short_Title" and "shortTitle" are equal.
func plainWord(s string) string {
	if len(s) > 60 {
		return ""
	}
	s = viet.Fold(s)
	if strings.ContainsAny(s, " _-.") {
		s = strings.NewReplacer(" ", "", "_", "", "-", "", ".", "").Replace(s)
	}
	return s
}

func hasTyping(typings, want string) bool {
	for t := range strings.SplitSeq(typings, "; ") {
		if t != "" && plainWord(t) == want {
			return true
		}
	}
	return false
}

// editDistance counts the letters to insert, delete, replace or swap with their neighbour to make a into b.
func editDistance(a, b string) int {
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row := rows[(i+2)%3], rows[i%3], rows[(i+1)%3]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return rows[(len(a)+1)%3][len(b)]
}

func joinNames(names []candidate) string {
	list := make([]string, len(names))
	for i, c := range names {
		list[i] = c.name
	}
	return strings.Join(list, ", ")
}

// catalog knows the keys of all kinds.
type catalog struct {
	kinds   map[string][]Kind // by name of a key at the top
	typings map[string]bool   // plain words of names and typings at any depth
	lists   map[string]bool   // the same: whether every key of that word takes a list
}

// allKeys is what Parse looks up keys of other kinds in.
var allKeys = newCatalog(Keys())

func newCatalog(keys []Key) *catalog {
	c := &catalog{kinds: make(map[string][]Kind), typings: make(map[string]bool), lists: make(map[string]bool)}
	for _, k := range keys {
		c.kinds[k.Name] = append(c.kinds[k.Name], k.Kinds...)
	}
	c.add(keys)
	return c
}

func (c *catalog) add(keys []Key) {
	for _, k := range keys {
		for _, t := range append([]string{k.Name}, k.Typed...) {
			w := plainWord(t)
			c.lists[w] = k.List && (c.lists[w] || !c.typings[w])
			c.typings[w] = true
		}
		c.add(k.Sub)
	}
}

func (c *catalog) kindsOf(name string) []Kind { return c.kinds[name] }

// knownTyping reports whether a word is a key of any map, or what people type for one.
func knownTyping(word string) bool { return allKeys.typings[plainWord(strings.Trim(word, `"' `))] }

// knownList reports whether a word is a key whose value is a list, in every map that has it.
func knownList(word string) bool { return allKeys.lists[plainWord(strings.Trim(word, `"' `))] }

// kindNames names kinds in both languages, each once.
func kindNames(kinds []Kind) (en, vi string) {
	var ens, vis []string
	for _, k := range kinds {
		if !slices.Contains(ens, k.String()) {
			ens = append(ens, k.String())
			vis = append(vis, k.Label())
		}
	}
	return strings.Join(ens, ", "), strings.Join(vis, "; ")
}

// switchWord returns true or false for a word that means it, or "".
func switchWord(s string) string {
	switch viet.Fold(s) {
	case "yes", "co", "dung", "on", "1", "bat":
		return "true"
	case "no", "khong", "sai", "off", "0", "tat":
		return "false"
	}
	return ""
}
