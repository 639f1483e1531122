package content

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// pathOf is a file of a kind.
func pathOf(k Kind) string {
	switch k {
	case KindAgency:
		return "so-xay-dung/_agency.md"
	case KindCampaign:
		return "_campaign.md"
	case KindSection:
		return "so-xay-dung/ke-hoach/_section.md"
	case KindPage:
		return "so-xay-dung/trang.md"
	}
	return "so-xay-dung/" + k.Folder() + "/x.md"
}

// sample returns YAML for a key without keys of its own: a value that differs from its absence.
func sample(k Key) string {
	switch {
	case len(k.Allowed) > 0:
		return k.Allowed[len(k.Allowed)-1].Value
	case k.Path == "number":
		return "08/KH-SXD"
	case k.Path == "tasks.month":
		return "11"
	case k.Path == "abbreviations":
		return "{ANTQ: x}"
	}
	switch k.Type {
	case wordsDate, wordsDays, wordsPeriod:
		return "2026-05-20"
	case wordsNumber:
		return "2026"
	case wordsSwitch:
		return "true"
	case wordsAddress:
		if strings.Contains(k.Path, "deploy") {
			return "file:///srv/www"
		}
		return "https://langson.gov.vn/"
	case wordsPhone:
		return "0205 3812 345"
	case wordsEmail:
		return "a@langson.gov.vn"
	case wordsClock:
		return "8h30"
	case wordsLang:
		return "en"
	case wordsRemovals:
		return "10%"
	case wordsSlug:
		return "abc"
	}
	switch {
	case strings.HasSuffix(k.Path, "publicContacts.phones"):
		return "0205 3812 345"
	case strings.HasSuffix(k.Path, "publicContacts.emails"):
		return "a@langson.gov.vn"
	}
	return "chu"
}

// Every row of the table of keys is decoded, for every kind that has it, into a field of the document, without a problem
// of its own.
func TestEveryKeyIsDecoded(t *testing.T) {
	var walk func(kind Kind, keys []Key)
	walk = func(kind Kind, keys []Key) {
		for _, k := range keys {
			if !slices.Contains(k.Kinds, kind) {
				t.Fatalf("%s is not a key of %v", k.Path, kind)
			}
			if len(k.Sub) > 0 {
				walk(kind, k.Sub)
				if k.Type != wordsPeriod && k.Type != wordsTextMap && k.Type != wordsCSV {
					continue
				}
			}
			value := sample(k)
			if k.Type == wordsCSV {
				value = "khen.csv"
			}
			for _, v := range []string{value, alternative(k)} {
				if v != "" {
					checkDecoded(t, kind, k, v)
				}
			}
		}
	}
	for _, kind := range every {
		var keys []Key
		for _, k := range Keys() {
			if slices.Contains(k.Kinds, kind) {
				keys = append(keys, k)
			}
		}
		if least := 20; slices.Contains(titled, kind) && len(keys) < least || len(keys) < 6 {
			t.Errorf("%v has %d keys", kind, len(keys))
		}
		walk(kind, keys)
	}
}

// alternative returns a second form of a value, or "".
func alternative(k Key) string {
	switch k.Type {
	case wordsWho:
		return "dai-bieu.csv"
	case wordsTexts:
		if k.Path == "tags" {
			return "[a, b]"
		}
	case wordsPeriod:
		return "2025-2030"
	}
	return ""
}

func checkDecoded(t *testing.T, kind Kind, k Key, value string) {
	t.Helper()
	var b strings.Builder
	b.WriteString("---\n")
	names := strings.Split(k.Path, ".")
	if i := slices.Index(names, "deploy"); i >= 0 && len(names) > i+1 {
		names = slices.Insert(names, i+1, "chinh")
	}
	for i, name := range names {
		fmt.Fprintf(&b, "%s%s:", strings.Repeat("  ", i), name)
		if i == len(names)-1 {
			fmt.Fprintf(&b, " %s", value)
		}
		b.WriteString("\n")
	}
	if k.Path == "tasks.month" {
		b.WriteString("  every: year\n")
	}
	src := b.String() + "---\n"
	doc, list := Parse(pathOf(kind), []byte(src))
	for _, p := range list.All() {
		if p.Code != "missing-key" {
			t.Errorf("%v %s: %+v\n%s", kind, k.Path, p, src)
		}
	}
	without := strings.Replace(src, ": "+value+"\n", ":\n", 1)
	if i := strings.LastIndex(k.Path, "."); i >= 0 && k.Name == names[len(names)-1] {
		without = strings.Replace(src, strings.Repeat("  ", len(names)-1)+k.Name+": "+value+"\n", "", 1)
	}
	bare, _ := Parse(pathOf(kind), []byte(without))
	if reflect.DeepEqual(doc.Common, bare.Common) && reflect.DeepEqual(doc.Meta, bare.Meta) {
		t.Errorf("%v: %s changes nothing\n%s", kind, k.Path, src)
	}
	if _, ok := doc.Keys[names[0]]; !ok {
		t.Errorf("%v: the place of %s is not kept", kind, k.Path)
	}
}

func TestKeysAreExplained(t *testing.T) {
	var walk func(keys []Key)
	walk = func(keys []Key) {
		for _, k := range keys {
			if k.Doc.En == "" || k.Doc.Vi == "" || k.Type.En == "" || k.Type.Vi == "" || (k.Default.En == "") != (k.Default.Vi == "") {
				t.Errorf("%s lacks words: %+v", k.Path, k)
			}
			for _, w := range []string{k.Doc.En, k.Doc.Vi} {
				if strings.HasSuffix(w, ".") {
					t.Errorf("%s: a phrase has no full stop: %q", k.Path, w)
				}
			}
			if !strings.HasSuffix(k.Path, k.Name) {
				t.Errorf("%s is not the path of %s", k.Path, k.Name)
			}
			walk(k.Sub)
		}
	}
	walk(Keys())
}

// No typing leads to two keys of one table: a hint would be a guess. Of two tables the more special one is looked at
// first.
func TestTypingsAreClear(t *testing.T) {
	var walk func(where string, keys []Key)
	walk = func(where string, keys []Key) {
		meant := map[string]string{}
		for _, k := range keys {
			table := fmt.Sprint(k.Kinds)
			if slices.Equal(k.Kinds, issuing) {
				table = fmt.Sprint(administrative)
			}
			own := map[string]bool{}
			for _, typed := range append([]string{k.Name}, k.Typed...) {
				w := table + plainWord(typed)
				if other, taken := meant[w]; taken && !own[w] {
					t.Errorf("%s: “%s” means %s and %s", where, typed, other, k.Name)
				}
				own[w], meant[w] = true, k.Name
			}
			walk(k.Path, k.Sub)
		}
	}
	walk("top", Keys())
}

func TestKeyReference(t *testing.T) {
	en, vi := KeyReference("en"), KeyReference("vi")
	if strings.Count(en, "\n") != strings.Count(vi, "\n") {
		t.Error("the two languages have not the same rows")
	}
	for _, want := range []string{
		"### Keys of every page\n", "| `title` | text | required for page, plan,", "| `image.alt` | text | **required** |",
		"| `tasks.when` | one of the values: `ongoing`, `on-event`, `to-be-announced` |  |", "### campaign\n", "| `lang` | language (vi, en) | vi |",
	} {
		if !strings.Contains(en, want) {
			t.Errorf("the reference lacks %q", want)
		}
	}
	if !strings.Contains(vi, "### Khoá của mọi trang\n") || !strings.Contains(vi, "**bắt buộc**") {
		t.Error("the Vietnamese reference is not Vietnamese")
	}
	for line := range strings.Lines(en) {
		if strings.HasPrefix(line, "|") && strings.Count(line, "|")-strings.Count(line, `\|`) != 5 {
			t.Errorf("a row has not four cells: %s", line)
		}
	}
}

func TestNearest(t *testing.T) {
	among := []candidate{{"title", "tiêu đề; trích yếu"}, {"shortTitle", ""}, {"date", "ngày"}, {"expiryDate", ""}, {"to", ""}}
	for typed, want := range map[string]struct {
		name string
		how  likeness
	}{
		"Title": {"title", sameMeaning}, "TIÊU ĐỀ": {"title", sameMeaning}, "tieu_de": {"title", sameMeaning},
		"short-title": {"shortTitle", sameMeaning}, "titel": {"title", nearby}, "tilte": {"title", nearby}, "expirydat": {"expiryDate", nearby},
		"ngay": {"date", sameMeaning}, "đate": {"date", sameMeaning}, "dates": {"date", nearby},
		"zzz": {"", unlike}, "": {"", unlike}, "x": {"", unlike}, "subject": {"", unlike},
	} {
		if name, how := nearest(typed, among); name != want.name || how != want.how {
			t.Errorf("%q: %q %v, want %q %v", typed, name, how, want.name, want.how)
		}
	}
	for _, c := range []struct {
		a, b string
		n    int
	}{{"", "", 0}, {"", "ab", 2}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"abc", "abd", 1}, {"kitten", "sitting", 3}, {"abcd", "badc", 2}} {
		if got := editDistance(c.a, c.b); got != c.n {
			t.Errorf("%q %q: %d, want %d", c.a, c.b, got, c.n)
		}
		if got := editDistance(c.b, c.a); got != c.n {
			t.Errorf("%q %q: %d, want %d", c.b, c.a, got, c.n)
		}
	}
}
