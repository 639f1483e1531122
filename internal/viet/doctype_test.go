package viet

import (
	"strings"
	"testing"
)

func TestTypeByName(t *testing.T) {
	for name, want := range map[string]string{
		"Kế hoạch": "plan", "KẾ HOẠCH": "plan", "ke hoach": "plan", " kế  hoạch ": "plan", "KH": "plan", "kh": "plan",
		"QĐ": "decision", "QÐ": "decision", "qđ": "decision", "Quyết định": "decision",
		"Quy định": "regulation", "QyĐ": "regulation",
		"TTr": "submission", "TT": "circular", "CTr": "programme", "CT": "directive",
		"Bản thoả thuận": "agreement", "Bản thỏa thuận": "agreement",
		"Giấy ủy quyền": "authorization", "Giấy uỷ quyền": "authorization",
		"Công văn": "letter", "văn bản": "letter", "CV": "letter",
		"HD": "guideline", "HĐ": "contract",
		"Kế hoạch phối hợp": "coordination_plan", "KHPH": "coordination_plan",
		"Luật": "law", "Kết luận": "conclusion", "KL": "conclusion",
	} {
		d, ok := TypeByName(name)
		if !ok || d.Key != want {
			t.Errorf("TypeByName(%q) = %q, %v, want %q", name, d.Key, ok, want)
		}
	}
	for _, name := range []string{"", " ", "-", "Thư tình", "SXD", "QD", "hd đ"} {
		if d, ok := TypeByName(name); ok {
			t.Errorf("TypeByName(%q) = %q", name, d.Key)
		}
	}
}

func TestTypeByCode(t *testing.T) {
	for code, want := range map[string]string{
		"QĐ": "decision regulation", "TT": "circular party_circular", "CV": "letter",
		"KHPH": "coordination_plan", "NQ": "resolution", "qđ": "", "": "", "UBND": "",
	} {
		var keys []string
		for _, d := range TypeByCode(code) {
			keys = append(keys, d.Key)
		}
		if got := strings.Join(keys, " "); got != want {
			t.Errorf("TypeByCode(%q) = %q, want %q", code, got, want)
		}
	}
}

// TestTypeTable proves what look-ups rely on: whole rows, unique keys and names,
// and the thirty types of Phụ lục III with a code each.
func TestTypeTable(t *testing.T) {
	keys, names, codes, decreed := map[string]bool{}, map[string]bool{}, map[string]bool{}, 0
	for _, d := range DocTypes() {
		if d.Key == "" || d.Name == "" || d.Origin != "NĐ30" && d.Origin != "law" && d.Origin != "party" {
			t.Errorf("incomplete row %+v", d)
		}
		if keys[d.Key] || d.Code != "" && codes[d.Code] {
			t.Errorf("key or code twice: %+v", d)
		}
		keys[d.Key], codes[d.Code] = true, true
		for _, name := range append([]string{d.Name}, d.Others...) {
			if d.Origin == "NĐ30" && d.Key != "letter" && name == d.Name {
				decreed++
			}
			if names[Fold(name)] && name == d.Name {
				t.Errorf("name twice: %q", name)
			}
			names[Fold(name)] = true
			if found, ok := TypeByName(name); !ok || found.Key != d.Key {
				t.Errorf("%q leads to %q, not %q", name, found.Key, d.Key)
			}
		}
	}
	if decreed != 30 {
		t.Errorf("%d types of Phụ lục III, want 30", decreed)
	}
}

func TestWordListsAreWhole(t *testing.T) {
	for _, row := range tableRows(citationWordList, 2) {
		switch row[0] {
		case "verb", "subject", "cut", "keep", "head", "office", "law-end",
			"team", "task", "form", "not-form", "country", "crew", "place", "whole", "body", "issue", "field":
		default:
			t.Errorf("unknown role %q", row[0])
		}
		if row[1] == "" || !IsNFC(row[1]) {
			t.Errorf("bad phrase %q", row)
		}
	}
	for _, row := range tableRows(lawNameList, 2) {
		if !IsNFC(row[0]) || row[0] != oneLine(row[0]) {
			t.Errorf("bad name %q", row[0])
		}
	}
}
