package sitetest

import (
	"bytes"
	"strings"
)

// archive is a text archive in the form that Go's own tests use (txtar): a comment, then files, each after a line
// "-- name --".
type archive struct {
	comment string
	files   []archiveFile
}

type archiveFile struct {
	name string
	data []byte // ends with a newline unless empty
}

// parseArchive reads an archive. There are no malformed ones. A newline that lacks at the end is added.
func parseArchive(text []byte) *archive {
	a := &archive{}
	var piece []byte
	flush := func() {
		if len(a.files) == 0 {
			a.comment = string(piece)
		} else {
			a.files[len(a.files)-1].data = piece
		}
		piece = nil
	}
	for line := range bytes.Lines(text) {
		if name, ok := fileLine(line); ok {
			flush()
			a.files = append(a.files, archiveFile{name: name})
			continue
		}
		piece = append(piece, line...)
		if line[len(line)-1] != '\n' {
			piece = append(piece, '\n')
		}
	}
	flush()
	return a
}

// format is the inverse of parseArchive.
func (a *archive) format() []byte {
	var b bytes.Buffer
	b.WriteString(a.comment)
	for _, f := range a.files {
		b.WriteString("-- " + f.name + " --\n")
		b.Write(f.data)
	}
	return b.Bytes()
}

// fileLine returns the name in a line "-- name --".
func fileLine(line []byte) (string, bool) {
	s := strings.TrimRight(string(line), "\r\n")
	if len(s) < len("-- x --") || !strings.HasPrefix(s, "-- ") || !strings.HasSuffix(s, " --") {
		return "", false
	}
	name := strings.TrimSpace(s[len("--") : len(s)-len("--")])
	return name, name != ""
}

// hasFileLine reports whether the text cannot be the data of a file in an archive.
func hasFileLine(text string) bool {
	for line := range strings.Lines(text) {
		if _, ok := fileLine([]byte(line)); ok {
			return true
		}
	}
	return false
}
