package build

import (
	"context"
	"crypto/sha256"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"antq/internal/content"
	"antq/internal/diag"
	"antq/internal/media"
	"antq/internal/site"
)

const (
	contentPrefix = "content/" // before the paths of content in problems
	sharedFolder  = content.Shared
	maxSource     = 2 << 20 // bytes of a Markdown or CSV source that are ever read (content refuses larger ones)
)

// sources is the content folder, read.
type sources struct {
	documents []*content.Document
	assets    []site.Asset
	csv       map[string][]byte
	pictures  map[string]media.Facts // of JPEG, PNG, GIF and WebP assets, by path
	agencies  []string               // folders with an _agency.md, sorted
	bytes     int64                  // of Markdown
}

// memory is what depends on one file alone, by path. An entry holds as long as the file's bytes are the same. It is
// replaced as a whole after each build, so files that are gone leave it.
type memory struct {
	documents map[string]parsed
	assets    map[string]examined // only while a preview lives
}

type parsed struct {
	document *content.Document
	problems diag.List
	size     int64 // bytes of the source
}

func newMemory() memory {
	return memory{documents: map[string]parsed{}, assets: map[string]examined{}}
}

// sources lists and reads the content folder.
func (b *Builder) sources(ctx context.Context, list *diag.List) (*sources, error) {
	markdown, files, err := listFiles(b.options.Content, list)
	if err != nil {
		return nil, err
	}
	src := &sources{csv: map[string][]byte{}}
	total := len(markdown) + len(files)
	report := func(done int) { b.options.Progress(Progress{PhaseRead, done, total}) }
	docs := make([]parsed, len(markdown))
	err = each(ctx, len(markdown), b.options.Workers, report, func(i int) error {
		var err error
		docs[i], err = b.parse(markdown[i])
		return err
	})
	if err != nil {
		return nil, err
	}
	fresh := memory{documents: make(map[string]parsed, len(docs)), assets: b.memory.assets}
	for i, d := range docs {
		list.Merge(d.problems)
		if d.document == nil {
			continue
		}
		fresh.documents[markdown[i]] = d
		src.documents = append(src.documents, d.document)
		src.bytes += d.size
		if d.document.Kind == content.KindAgency {
			src.agencies = append(src.agencies, d.document.Agency)
		}
	}
	b.memory = fresh
	return src, b.readAssets(ctx, files, src, list, report)
}

// parse decodes one source, or remembers it if its bytes have not changed.
func (b *Builder) parse(name string) (parsed, error) {
	if old, ok := b.known(name); ok {
		return old, nil
	}
	data, err := readSource(b.options.Content, name)
	if err != nil {
		p, err := unreadable(contentPrefix+name, err)
		var list diag.List
		list.Add(p)
		return parsed{problems: list}, err
	}
	if old, ok := b.memory.documents[name]; ok && old.document != nil && old.document.Digest == sha256.Sum256(data) {
		return old, nil
	}
	doc, problems := content.Parse(name, data)
	problems.Merge(b.kept(b.rules.Source(doc, data)))
	return parsed{doc, problems, int64(len(data))}, nil
}

// unreadable turns the refusal to open a file into a problem of that file, so that the others are looked at too. A file may
// also be gone since the folder was listed. Any other failure is the disk's.
func unreadable(file string, err error) (diag.Problem, error) {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return diag.New("unreadable", "", file, diag.Span{}), nil
	case errors.Is(err, fs.ErrNotExist):
		return diag.New("unreadable", "gone", file, diag.Span{}), nil
	}
	return diag.Problem{}, fail("reading", file, err)
}

// readSource reads a source up to a little over the largest size that is accepted, so that a file of any size costs little.
func readSource(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAtMost(f, maxSource+1)
}

// readAssets finds the facts about the files that are not Markdown.
func (b *Builder) readAssets(ctx context.Context, files []string, src *sources, list *diag.List, report func(int)) error {
	found := make([]examined, len(files))
	err := each(ctx, len(files), b.options.Workers, func(done int) { report(len(src.documents) + done) }, func(i int) error {
		var err error
		found[i], err = b.examine(files[i])
		return err
	})
	if err != nil {
		return err
	}
	src.assets = make([]site.Asset, len(files))
	src.pictures = map[string]media.Facts{}
	b.memory.assets = map[string]examined{}
	for i, x := range found {
		name := files[i]
		src.assets[i] = x.asset
		list.Merge(x.problems)
		if b.trusted != nil && x.facts.Type != "" {
			b.memory.assets[name] = x
		}
		if media.Published(x.facts.Type) {
			src.pictures[name] = x.facts
		}
		if x.table != nil {
			src.csv[name] = x.table
		}
	}
	return nil
}

// examine finds out what is known of a file that is not Markdown, or remembers it.
func (b *Builder) examine(name string) (examined, error) {
	if x, ok := b.knownAsset(name); ok {
		return x, nil
	}
	x := examined{asset: site.Asset{Path: name}}
	f, err := b.options.Content.Open(name)
	if err != nil {
		p, err := unreadable(contentPrefix+name, err)
		x.problems.Add(p)
		return x, err
	}
	defer f.Close()
	if x.facts, x.problems, err = media.Examine(contentPrefix+name, f); err != nil {
		return x, err
	}
	x.asset = site.Asset{Path: name, Size: x.facts.Size, SHA256: x.facts.SHA256, Type: x.facts.Type, Width: x.facts.Width, Height: x.facts.Height}
	problems, err := b.checkFile(name, f)
	if err != nil {
		return x, err
	}
	x.problems.Merge(problems)
	if !plainText(name) {
		return x, nil
	}
	data, problems, err := b.checkText(name)
	x.problems.Merge(problems)
	if x.facts.Type == "text/csv" && data != nil {
		x.table = data[:min(len(data), maxSource+1)]
	}
	return x, err
}

// listFiles lists the content folder: Markdown files and other files, each sorted. Links and devices are named, never opened.
func listFiles(fsys fs.FS, list *diag.List) (markdown, files []string, err error) {
	err = fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fail("reading", contentPrefix+name, err)
		case name == ".":
			return nil
		case content.Ignored(path.Base(name)):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !utf8.ValidString(name):
			list.Add(diag.New("file-name", "", contentPrefix+strings.ToValidUTF8(name, "?"), diag.Span{}))
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		case !d.Type().IsRegular():
			list.Add(diag.New("not-a-file", "", contentPrefix+name, diag.Span{}))
			return nil
		case strings.HasSuffix(name, ".md"):
			if _, ok := content.PlaceOf(name); !ok {
				list.Add(diag.New("file-stray", "", contentPrefix+name, diag.Span{}))
				return nil
			}
			markdown = append(markdown, name)
			return nil
		case looksLikeMarkdown(name):
			list.Add(diag.New("markdown-ending", "", contentPrefix+name, diag.Span{}, path.Ext(name)))
			return nil
		}
		files = append(files, name)
		return nil
	})
	slices.Sort(markdown)
	slices.Sort(files)
	return markdown, files, err
}

// looksLikeMarkdown reports a file that is meant as a page but does not end in ".md".
func looksLikeMarkdown(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdown", ".mkd":
		return true
	}
	return false
}
