package check

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"antq/internal/content"
	"antq/internal/diag"
	"antq/internal/site"
)

// sampleFile is one source of the sample content.
type sampleFile struct {
	doc *content.Document
	src []byte
}

// sampleFiles reads the sample content.
func sampleFiles(t testing.TB) []sampleFile {
	t.Helper()
	var files []sampleFile
	root := os.DirFS("../../content")
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".md") {
			return err
		}
		src, err := fs.ReadFile(root, path)
		if err != nil {
			return err
		}
		doc, _ := content.Parse(path, src)
		files = append(files, sampleFile{doc, src})
		return nil
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	return files
}

// The rules of form, wording and accessibility find nothing in the sample content but what it waives with a reason.
func TestSampleHasTheForm(t *testing.T) {
	files := sampleFiles(t)
	var docs []*content.Document
	var terms []content.Term
	for _, f := range files {
		docs = append(docs, f.doc)
		if c, ok := f.doc.Meta.(*content.Campaign); ok {
			terms = c.Terms
		}
	}
	if len(terms) == 0 {
		t.Fatal("the campaign of the sample has no terms")
	}
	r := New()
	var list diag.List
	for _, f := range files {
		list.Merge(r.Source(f.doc, f.src))
		list.Merge(r.Terms(f.doc, f.src, terms))
	}
	sites, _ := site.New(site.Input{Documents: docs, Now: time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)})
	list.Merge(r.Form(sites))
	list.Sort()
	for _, p := range list.All() {
		if !isFormCode(p.Code) {
			continue
		}
		i := slices.IndexFunc(docs, func(d *content.Document) bool { return "content/"+d.Path == p.File })
		waived := slices.ContainsFunc(docs[i].Common.Waive, func(w content.Waiver) bool { return w.Code == p.Code && w.Reason != "" })
		if !waived {
			t.Errorf("%s:%d:%d: %s/%s: %s", p.File, p.Start.Line, p.Start.Column, p.Code, p.Reason, p.Message(diag.Vietnamese))
		}
	}
}

// formCodes are the codes of the rules of form, wording and accessibility.
var formCodes = []string{
	"number-missing", "symbol-type-mismatch", "number-form", "date-incomplete", "date-form", "date-order", "bases-form",
	"recipients-form", "end-mark", "numbering-gap", "heading-level", "attachment-missing", "task-without-owner",
	"task-without-date", "deadline-conflict", "not-approved", "term", "spelling-mixed", "quotes", "link-text", "alt-text",
	"table-header", "text-language",
}

func isFormCode(code string) bool { return slices.Contains(formCodes, code) }
