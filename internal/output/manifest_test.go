package output

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

const (
	sumA = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
	sumB = "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"
)

func TestManifest(t *testing.T) {
	text := sumA + "  1  index.html\n" + sumB + "  20  ke-hoach/hai  dấu cách.html\n"
	m, err := ParseManifest([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(m.Format()); got != text {
		t.Errorf("formatted %q", got)
	}
	f, ok := m.Lookup("ke-hoach/hai  dấu cách.html")
	if !ok || f.Size != 20 || f.Sum.String() != sumB {
		t.Errorf("looked up %v %v", f, ok)
	}
	if _, ok := m.Lookup("ke-hoach"); ok {
		t.Error("found what is not there")
	}
}

func TestManifestErrors(t *testing.T) {
	good := sumA + "  1  b\n"
	for name, c := range map[string]struct {
		text string
		line int
	}{
		"cut short":        {good + sumB + "  2  c", 2},
		"empty line":       {good + "\n", 2},
		"one space":        {sumA + " 1  b\n", 1},
		"three spaces":     {sumA + "   1  b\n", 1},
		"capitals":         {strings.ToUpper(sumA) + "  1  b\n", 1},
		"short sum":        {sumA[1:] + "  1  b\n", 1},
		"not hexadecimal":  {"g" + sumA[1:] + "  1  b\n", 1},
		"negative size":    {sumA + "  -1  b\n", 1},
		"zero in front":    {sumA + "  01  b\n", 1},
		"plus":             {sumA + "  +1  b\n", 1},
		"too large":        {sumA + "  99999999999999999999  b\n", 1},
		"no path":          {sumA + "  1  \n", 1},
		"path outside":     {sumA + "  1  ../b\n", 1},
		"absolute path":    {sumA + "  1  /b\n", 1},
		"carriage return":  {sumA + "  1  b\r\n", 1},
		"not sorted":       {good + sumB + "  2  a\n", 2},
		"twice":            {good + good, 2},
		"byte order mark":  {"\ufeff" + good, 1},
		"some other text":  {"Cargo: 12 boxes\n", 1},
		"sha256sum's form": {sumA + "  b\n", 1},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ParseManifest([]byte(c.text))
			var bad *ManifestError
			if !errors.As(err, &bad) || bad.Line != c.line || bad.Why == "" {
				t.Errorf("got %v, want an error in line %d", err, c.line)
			}
		})
	}
}

func FuzzManifest(f *testing.F) {
	f.Add([]byte(sumA + "  1  index.html\n" + sumB + "  20  ke-hoach/x.html\n"))
	f.Add([]byte(sumA + "  0  a  b\n"))
	f.Add([]byte(""))
	f.Add([]byte("\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := ParseManifest(text)
		if err != nil {
			return
		}
		if !bytes.Equal(m.Format(), text) {
			t.Errorf("%q was read as %q", text, m.Format())
		}
		for _, f := range m {
			if CheckPath(f.Path) != nil {
				t.Errorf("path %q was taken", f.Path)
			}
		}
	})
}

func FuzzJournal(f *testing.F) {
	f.Add(journalHead + "exchange " + sumA + "\n" + journalTail)
	f.Add(journalHead + "add " + sumA + " 1 index.html\nremove " + sumB + " 2 a b\n" + journalTail)
	f.Add(journalHead + journalTail)
	f.Fuzz(func(t *testing.T, text string) {
		j, err := parseJournal(text)
		if err != nil {
			return
		}
		again, err := parseJournal(string(j.format()))
		if err != nil || again.exchange != j.exchange || len(again.steps) != len(j.steps) {
			t.Fatalf("%q was read as %v, then as %v, %v", text, j, again, err)
		}
		for i, s := range j.steps {
			if s != again.steps[i] || CheckPath(s.file.Path) != nil {
				t.Errorf("step %v was written as %v", s, again.steps[i])
			}
		}
	})
}
