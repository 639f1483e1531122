package viet

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed data/document_types.tsv
var docTypeList string

// A DocType is a type of administrative document (tên loại) with the code that
// stands first in its symbol (NĐ 30/2020, Phụ lục III, and types beside it).
type DocType struct {
	Key       string   // English key, such as "decision"; unique
	Name      string   // Vietnamese name, such as "Quyết định"
	Code      string   // state code, such as "QĐ"; "" when it has none (Công văn, Luật)
	PartyCode string   // code in Party numbers (05-NQ/TU); "" when the Party does not use it
	Origin    string   // "NĐ30" for Phụ lục III, else "law" or "party"
	Others    []string // other names and spellings, such as "Văn bản" for Công văn
}

// typeTable is the list of types with the indexes that look-ups need.
type typeTable struct {
	types  []DocType
	byName map[string]int       // folded name → row
	byCode map[string][]DocType // code → types, state codes first
	byKey  map[string]*DocType
}

var docTypes = sync.OnceValue(func() typeTable {
	t := typeTable{byName: map[string]int{}, byCode: map[string][]DocType{}, byKey: map[string]*DocType{}}
	for _, row := range tableRows(docTypeList, 6) {
		d := DocType{Key: row[0], Name: row[1], Code: row[2], PartyCode: row[3], Origin: row[4]}
		if row[5] != "" {
			d.Others = strings.Split(row[5], "|")
		}
		t.byName[Fold(d.Name)] = len(t.types)
		for _, o := range d.Others {
			t.byName[Fold(o)] = len(t.types)
		}
		t.types = append(t.types, d)
		if d.Code != "" {
			t.byCode[d.Code] = append(t.byCode[d.Code], d)
		}
	}
	for i, d := range t.types {
		t.byKey[d.Key] = &t.types[i]
		if d.PartyCode != "" && d.PartyCode != d.Code {
			t.byCode[d.PartyCode] = append(t.byCode[d.PartyCode], d)
		}
	}
	return t
})

// DocTypes returns every type: those of Phụ lục III in its order, then the
// others. The slice is the caller's own.
func DocTypes() []DocType { return slices.Clone(docTypes().types) }

// TypeByName returns the type with this Vietnamese name, however its letters
// are cased and its marks placed or left out ("Kế hoạch", "KẾ HOẠCH", "ke
// hoach"), or with this code as a short form ("KH", "QĐ", "TTr"). Of types that
// share a code the state's comes first.
func TypeByName(name string) (DocType, bool) {
	t := docTypes()
	if i, ok := t.byName[Fold(name)]; ok {
		return t.types[i], true
	}
	code := mendLetters(strings.TrimSpace(NFC(name)))
	if found := TypeByCode(code); len(found) > 0 {
		return found[0], true
	}
	if code == "" {
		return DocType{}, false
	}
	for _, d := range t.types {
		if strings.EqualFold(d.Code, code) || strings.EqualFold(d.PartyCode, code) {
			return d, true
		}
	}
	return DocType{}, false
}

// TypeByCode returns the types with this code, written exactly so, those that
// have it as state code before those that have it as Party code: "QĐ" gives
// Quyết định and Quy định.
func TypeByCode(code string) []DocType { return slices.Clone(docTypes().byCode[code]) }
