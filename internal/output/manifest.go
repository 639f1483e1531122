package output

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Manifest lists the files of one site, sorted by path in byte order. As text it has one line for each file,
//
//	sha256  size  path
//
// with two spaces between: 64 lower-case hexadecimal digits, the size in bytes, the path to the end of the line.
type Manifest []File

// ManifestError says that a manifest cannot be read, so that it is not known which files antq owns.
type ManifestError struct {
	Path string // of the manifest file; "" if it was not read from a file
	Line int    // from 1
	Why  string
}

func (e *ManifestError) Error() string {
	if e.Path == "" {
		return fmt.Sprintf("manifest line %d: %s", e.Line, e.Why)
	}
	return fmt.Sprintf("%s:%d: %s", e.Path, e.Line, e.Why)
}

// Format returns the manifest as text.
func (m Manifest) Format() []byte {
	var b []byte
	for _, f := range m {
		b = hex.AppendEncode(b, f.Sum[:])
		b = append(b, "  "...)
		b = strconv.AppendInt(b, f.Size, 10)
		b = append(b, "  "...)
		b = append(b, f.Path...)
		b = append(b, '\n')
	}
	return b
}

// ParseManifest reads what Format writes and nothing else: every accepted text is what Format makes of the result. Any
// other text is a [*ManifestError].
func ParseManifest(text []byte) (Manifest, error) {
	m := make(Manifest, 0, bytes.Count(text, []byte("\n")))
	for n := 1; len(text) > 0; n++ {
		line, rest, ended := bytes.Cut(text, []byte("\n"))
		if !ended {
			return nil, &ManifestError{Line: n, Why: "the last line is cut short"}
		}
		f, why := parseLine(string(line))
		if why == "" && len(m) > 0 && m[len(m)-1].Path >= f.Path {
			why = "the paths are not sorted"
		}
		if why != "" {
			return nil, &ManifestError{Line: n, Why: why}
		}
		m, text = append(m, f), rest
	}
	return m, nil
}

// parseLine reads one line; why is "" or what is wrong.
func parseLine(line string) (f File, why string) {
	sum, rest, ok := strings.Cut(line, "  ")
	size, path, ok2 := strings.Cut(rest, "  ")
	if !ok || !ok2 {
		return f, "not of the form: sha256, size, path with two spaces between"
	}
	if f.Sum, ok = parseSum(sum); !ok {
		return f, "the sha256 is not 64 lower-case hexadecimal digits"
	}
	n, err := strconv.ParseInt(size, 10, 64)
	if err != nil || n < 0 || strconv.FormatInt(n, 10) != size {
		return f, "the size is not a plain number"
	}
	if CheckPath(path) != nil {
		return f, "the path is not one of a finished file"
	}
	f.Size, f.Path = n, path
	return f, ""
}

func parseSum(s string) (sum Sum, ok bool) {
	if len(s) != 2*len(sum) || strings.ContainsAny(s, "ABCDEF") {
		return sum, false
	}
	_, err := hex.Decode(sum[:], []byte(s))
	return sum, err == nil
}

// Lookup returns the entry of a path.
func (m Manifest) Lookup(path string) (File, bool) {
	i, ok := slices.BinarySearchFunc(m, File{Path: path}, byPath)
	if !ok {
		return File{}, false
	}
	return m[i], true
}
