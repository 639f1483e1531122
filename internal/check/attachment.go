package check

import (
	_ "embed"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"antq/internal/diag"
	"antq/internal/viet"
)

//go:embed data/nobody.tsv
var nobodyData string

// What a file beside the pages may cost to look into, in bytes and pieces. A file beyond is named, not read.
const (
	mostAttachment = 64 << 20 // of a file
	mostPart       = 16 << 20 // of one part of a packed file, unpacked
	mostUnpacked   = 48 << 20 // of all its parts together
	mostDirectory  = 4 << 20  // of the list of parts
	mostPieces     = 10_000   // chunks of a picture, streams of a PDF
)

// Faults of files that cannot be looked into.
var (
	errDamaged   = errors.New("the file is damaged")
	errLarge     = errors.New("the file is too large")
	errLocked    = errors.New("the file is locked")
	errProtected = errors.New("the file is protected")
)

// carried is what a file carries with it that its readers may not be meant to see.
type carried struct {
	people   []string // names in its properties
	changes  int      // tracked changes
	comments int
	place    bool // where a photo was taken
}

// Attachment examines a file that is no page: its name, the people named in the properties of office files and PDFs, tracked
// changes and comments, and whether a photo tells its place. name is below content/; data must answer for size bytes. Of a type
// that it does not know only the name counts.
func (r *Rules) Attachment(name string, data io.ReaderAt, size int64) diag.List {
	var list diag.List
	r.fileProblems(name, &list)
	read := readerOf(strings.ToLower(path.Ext(name)))
	if read == nil || size == 0 {
		return list
	}
	add := func(code, reason string, args ...string) {
		list.Add(diag.New(code, reason, "content/"+name, diag.Span{}, args...))
	}
	found, err := carried{}, errLarge
	if size <= mostAttachment {
		found, err = read(data, size)
	}
	switch {
	case errors.Is(err, errLarge):
		add("attachment-unread", "large")
	case errors.Is(err, errLocked):
		add("attachment-unread", "locked")
	case errors.Is(err, errProtected):
		add("attachment-unread", "protected")
	case err != nil:
		add("attachment-unread", "damaged")
	}
	for _, p := range found.people {
		if r.leaks.somebody(p) {
			add("attachment-author", "")
			break
		}
	}
	if found.changes > 0 {
		add("attachment-changes", "", strconv.Itoa(found.changes))
	}
	if found.comments > 0 {
		add("attachment-comments", "", strconv.Itoa(found.comments))
	}
	if found.place {
		add("photo-place", "")
	}
	return list
}

// readerOf returns what looks into files of an ending, or nil. Pictures that media cannot read are its to report.
func readerOf(ext string) func(io.ReaderAt, int64) (carried, error) {
	switch ext {
	case ".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp":
		return readOffice
	case ".pdf":
		return readPDF
	case ".jpg", ".jpeg":
		return readJPEG
	case ".png":
		return readPNG
	case ".webp":
		return readWebP
	}
	return nil
}

// somebody reports whether a name in the properties of a file may be a person's.
func (l *leakLists) somebody(name string) bool {
	folded := strings.ReplaceAll(viet.Slug(name), "-", " ")
	if folded == "" {
		return false
	}
	for _, w := range l.nobody {
		if strings.Contains(" "+folded+" ", " "+w+" ") {
			return false
		}
	}
	return true
}
