package content

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/txtar"

	"antq/internal/diag"
)

var update = flag.Bool("update", false, "write the results of testdata/invalid anew")

// A case is a text archive: files below content/, and what antq says about them in both languages. Lines before the first
// file say how the bytes of the files are made: "bom", "crlf", "cr", "utf16le", "utf16be", "no-newline" and "escape", by
// which \xNN is a byte. "want.fixed" is the first file with every correction applied. Run with -update after a change of
// words, and read the difference.
func TestInvalid(t *testing.T) {
	cases, err := filepath.Glob("testdata/invalid/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	used := map[string]bool{}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			a := txtar.Parse(data)
			var list diag.List
			var files []txtar.File
			for _, f := range a.Files {
				if strings.HasPrefix(f.Name, "want.") {
					continue
				}
				files = append(files, f)
				list.Merge(problemsOf(f.Name, sourceOf(a.Comment, f.Data)))
			}
			for _, p := range list.All() {
				used[p.Code+" "+p.Reason] = true
				if !diag.Known(p.Code, p.Reason) {
					t.Errorf("no sentence for %s/%s", p.Code, p.Reason)
				}
			}
			got := &txtar.Archive{Comment: a.Comment, Files: slices.Clone(files)}
			got.Files = append(got.Files,
				txtar.File{Name: "want.en", Data: []byte(rendered(list, diag.English))},
				txtar.File{Name: "want.vi", Data: []byte(rendered(list, diag.Vietnamese))})
			if src := sourceOf(a.Comment, files[0].Data); slices.ContainsFunc(list.All(), func(p diag.Problem) bool { return p.Fix != nil }) {
				fixed := applied(t, src, list)
				checkFixed(t, files[0].Name, fixed, list)
				fixed = bytes.ReplaceAll(bytes.ReplaceAll(bytes.TrimPrefix(fixed, []byte(bom)), []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
				if !bytes.HasSuffix(fixed, []byte("\n")) {
					fixed = append(fixed, '\n')
				}
				got.Files = append(got.Files, txtar.File{Name: "want.fixed", Data: fixed})
			}
			out := txtar.Format(got)
			if *update {
				if err := os.WriteFile(name, out, 0o644); err != nil {
					t.Fatal(err)
				}
			} else if !bytes.Equal(out, data) {
				t.Errorf("got:\n%s\nwant:\n%s", out, data)
			}
			if list.Len() == 0 {
				t.Error("the case has no problem")
			}
		})
	}
	if t.Failed() {
		return
	}
	for _, r := range frontRows() {
		if !used[r.Code+" "+r.Reason] {
			t.Errorf("no case shows %s/%s", r.Code, r.Reason)
		}
	}
}

// frontRows are the sentences of this room, taken from the whole table by the codes that the cases of the body do not own.
func frontRows() []diag.Row {
	codes := strings.Fields(`source-too-large utf16 not-utf8 nul-byte damaged-text line-end empty-file front-matter-missing
		front-matter-unclosed front-matter-mark blank-before-front-matter wrong-format front-matter-too-large
		front-matter-too-deep yaml-syntax tab-indent text-needs-quotes text-cut flow-text yaml-anchor yaml-tag unknown-key
		duplicate-key missing-key wrong-type description-too-long several-times invalid-value deploy-password csv-column
		csv-row invalid-date control-character`)
	// What is made of so much text that a case would be no reading is shown in TestBounds.
	elsewhere := []string{"source-too-large ", "front-matter-too-large ", "front-matter-too-large lines", "front-matter-too-large keys"}
	var out []diag.Row
	for _, r := range diag.Rows() {
		if slices.Contains(codes, r.Code) && !slices.Contains(elsewhere, r.Code+" "+r.Reason) {
			out = append(out, r)
		}
	}
	return out
}

func problemsOf(name string, src []byte) diag.List {
	switch {
	case strings.HasSuffix(name, ".csv") && strings.Contains(name, "hoi-nghi"):
		_, list := ParseAttendees("content/"+name, src)
		return list
	case strings.HasSuffix(name, ".csv"):
		_, list := ParseHonourees("content/"+name, src)
		return list
	}
	_, list := Parse(name, src)
	list.Sort()
	return list
}

// sourceOf makes the bytes of a file as the comment of the archive asks.
func sourceOf(comment, data []byte) []byte {
	for _, word := range strings.Fields(string(comment)) {
		switch word {
		case "bom":
			data = append([]byte(bom), data...)
		case "crlf":
			data = bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
		case "cr":
			data = bytes.ReplaceAll(data, []byte("\n"), []byte("\r"))
		case "no-newline":
			data = bytes.TrimSuffix(data, []byte("\n"))
		case "utf16le":
			data = inUTF16([]byte{0xFF, 0xFE}, data, binary.LittleEndian)
		case "utf16be":
			data = inUTF16(nil, data, binary.BigEndian)
		case "escape":
			data = escaped(data)
		}
	}
	return data
}

func inUTF16(mark, data []byte, order binary.AppendByteOrder) []byte {
	for _, u := range utf16.Encode([]rune(string(data))) {
		mark = order.AppendUint16(mark, u)
	}
	return mark
}

func escaped(data []byte) []byte {
	var out []byte
	for len(data) > 0 {
		if bytes.HasPrefix(data, []byte(`\x`)) && len(data) >= 4 {
			if v, err := strconv.ParseUint(string(data[2:4]), 16, 8); err == nil {
				out, data = append(out, byte(v)), data[4:]
				continue
			}
		}
		out, data = append(out, data[0]), data[1:]
	}
	return out
}

// rendered writes problems as the cases hold them.
func rendered(list diag.List, lang diag.Lang) string {
	var b strings.Builder
	for _, p := range list.All() {
		fmt.Fprintf(&b, "%s:%d:%d: %s: %s [%s]\n", p.File, p.Start.Line, p.Start.Column, p.Severity.Word(lang), p.Message(lang), p.Code)
		if hint := p.Hint(lang); hint != "" {
			fmt.Fprintf(&b, "  %s\n", hint)
		}
	}
	return b.String()
}

// applied returns the source with every correction.
func applied(t *testing.T, src []byte, list diag.List) []byte {
	t.Helper()
	var edits []diag.Edit
	for _, p := range list.All() {
		if p.Fix != nil {
			edits = append(edits, p.Fix.Edits...)
		}
	}
	slices.SortStableFunc(edits, func(a, b diag.Edit) int { return a.Start - b.Start })
	var out []byte
	at := 0
	for _, e := range edits {
		if e.Start < at || e.End < e.Start || e.End > len(src) {
			t.Fatalf("corrections overlap or lie outside: %+v", edits)
		}
		out = append(append(out, src[at:e.Start]...), e.Text...)
		at = e.End
	}
	return append(out, src[at:]...)
}

// checkFixed parses a corrected file: no correction is left to make, and YAML can read it.
func checkFixed(t *testing.T, name string, fixed []byte, before diag.List) {
	t.Helper()
	syntax := func(l diag.List) (n int) {
		for _, p := range l.All() {
			if p.Code == "yaml-syntax" {
				n++
			}
		}
		return n
	}
	after := problemsOf(name, fixed)
	for _, p := range after.All() {
		if p.Fix != nil {
			t.Errorf("after the corrections there is another one: %+v\n%s", p, fixed)
		}
	}
	if syntax(after) > syntax(before) {
		t.Errorf("the corrections broke the front matter: %+v\n%s", after.All(), fixed)
	}
}
