package sitetest

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// update is the one flag of all golden files.
var update = flag.Bool("update", false, "write golden files anew instead of comparing with them")

// Golden compares got with the bytes of the file at path (testdata/…). With -update the file is written.
func Golden(t testing.TB, path string, got []byte) {
	t.Helper()
	if *update {
		writeGolden(t, path, got)
		return
	}
	want, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		t.Errorf("%s does not exist; run with -update to make it", path)
	case err != nil:
		t.Error(err)
	default:
		if why := difference(string(want), string(got)); why != "" {
			t.Errorf("%s: %s", path, why)
		}
	}
}

// writeGolden writes a file of expectations unless it has these bytes already.
func writeGolden(t testing.TB, path string, data []byte) {
	t.Helper()
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
		return
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// difference returns "" for equal texts, else the first line that differs and what surrounds it.
func difference(want, got string) string {
	if want == got {
		return ""
	}
	w, g := strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n")
	n := 0
	for n < len(w) && n < len(g) && w[n] == g[n] {
		n++
	}
	return fmt.Sprintf("line %d differs (-update accepts it)\nwant:\n%sgot:\n%s", n+1, around(w, n), around(g, n))
}

// around returns up to two lines before line n, the line itself and up to five after it.
func around(lines []string, n int) string {
	var b strings.Builder
	for i := max(0, n-2); i < min(len(lines), n+6); i++ {
		text := strings.TrimSuffix(lines[i], "\n")
		if i == len(lines)-1 && text == "" {
			text = "(end)"
		}
		fmt.Fprintf(&b, "%5d  %s\n", i+1, text)
	}
	return b.String()
}
