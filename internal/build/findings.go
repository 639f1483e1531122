package build

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"antq/internal/content"
	"antq/internal/diag"
)

// maxText bounds the bytes of a plain text that are looked at; such a list has thousands of lines, not millions.
const maxText = 16 << 20

// kept returns what counts of the findings of the rules: all of them where the build is thorough, else the errors.
func (b *Builder) kept(found diag.List) diag.List {
	if b.options.Thorough {
		return found
	}
	var list diag.List
	for _, p := range found.All() {
		if p.Severity == diag.Error {
			list.Add(p)
		}
	}
	return list
}

// settle brings the problems into the form in which they are shown: with their lines, without what is waived or published
// anyway. It may be called again when more was found.
func (b *Builder) settle(r *Result) {
	r.found.Sort()
	r.found.FillExcerpts((&excerpts{options: &b.options}).at)
	left, waivers := b.rules.Settle(r.found, r.documents)
	if !b.options.Thorough { // a waiver of a warning that nobody asked for is not idle
		var list diag.List
		for _, p := range left.All() {
			if p.Code != "waiver-unused" && p.Code != "waiver-refused" {
				list.Add(p)
			}
		}
		left = list
	}
	b.demoteOthers(&left)
	left.Sort()
	r.Problems, r.Waivers = left, waivers
}

// demoteOthers turns problems of agencies that are not built into notes: they must not stop the others.
func (b *Builder) demoteOthers(list *diag.List) {
	if len(b.options.Agencies) == 0 {
		return
	}
	items := list.All()
	for i := range items {
		rest, ok := strings.CutPrefix(items[i].File, contentPrefix)
		folder, _, below := strings.Cut(rest, "/")
		if ok && below && folder != sharedFolder && !slices.Contains(b.options.Agencies, folder) {
			items[i].Severity = diag.Note
		}
	}
}

// plainText reports a file that is read as text: a list or words to be read out.
func plainText(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".txt":
		return true
	}
	return false
}

// checkText reads a plain text and looks for what must not be published. It returns the bytes.
func (b *Builder) checkText(name string) ([]byte, diag.List, error) {
	f, err := b.options.Content.Open(name)
	if err != nil {
		return nil, diag.List{}, err
	}
	defer f.Close()
	data, err := readAtMost(f, maxText+1)
	if err != nil {
		return nil, diag.List{}, fail("reading", contentPrefix+name, err)
	}
	found := b.rules.Text(name, data[:min(len(data), maxText)])
	if len(data) > maxText {
		found.Add(diag.New("attachment-unread", "large", contentPrefix+name, diag.Span{}))
	}
	return data, b.kept(found), nil
}

// checkFile looks at a file beside the pages: at its name, and where the build is thorough also at what it carries with it,
// which is never an error.
func (b *Builder) checkFile(name string, f fs.File) (diag.List, error) {
	if !b.options.Thorough {
		return b.kept(b.rules.Attachment(name, nil, 0)), nil
	}
	if at, ok := f.(io.ReaderAt); ok {
		info, err := f.Stat()
		if err != nil {
			return diag.List{}, fail("reading", contentPrefix+name, err)
		}
		return b.rules.Attachment(name, at, info.Size()), nil
	}
	data, err := fs.ReadFile(b.options.Content, name)
	if err != nil {
		return diag.List{}, fail("reading", contentPrefix+name, err)
	}
	return b.rules.Attachment(name, bytes.NewReader(data), int64(len(data))), nil
}

// terms looks for the wordings that the campaign does not want. They are known only when all sources are; each source is read
// again for them, and only where somebody asks.
func (b *Builder) terms(ctx context.Context, docs []*content.Document, list *diag.List) error {
	var terms []content.Term
	for _, d := range docs {
		if c, ok := d.Meta.(*content.Campaign); ok {
			terms = append(terms, c.Terms...)
		}
	}
	if !b.options.Thorough || len(terms) == 0 {
		return nil
	}
	found := make([]diag.List, len(docs))
	err := each(ctx, len(docs), b.options.Workers, func(int) {}, func(i int) error {
		data, err := readSource(b.options.Content, docs[i].Path)
		if err != nil {
			_, err = unreadable(contentPrefix+docs[i].Path, err)
			return err
		}
		found[i] = b.rules.Terms(docs[i], data, terms)
		return nil
	})
	for _, l := range found {
		list.Merge(l)
	}
	return err
}
