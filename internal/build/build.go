// Package build is the pipeline: sources of all agencies in, one tree of finished files out.
//
// # The walk
//
//  1. Sources: every file is listed once, in sorted order ([Options.Content]). Markdown is parsed in parallel, other files
//     are examined, and the rules of package check look at each; all of it is remembered by the bytes as long as the
//     [Builder] lives.
//  2. Sites: one thread makes the immutable model of the hub and of every agency.
//  3. Stop: waivers and published contacts are applied; if any problem that is left is an error, all of them are returned and
//     nothing is written, not even to the cache of pictures.
//  4. Pictures: each is made upright, free of metadata and in the widths that pages offer; pages name what came of it. What
//     was made once is remembered, on the disk if [Options.Cache] names a folder.
//  5. Pages: view, layout, bytes, in parallel; each page goes into the tree when it is finished and is not kept.
//  6. Tree: files of the content, static files and manifests complete it.
//
// Build never touches what is published: the tree lies over a store that the caller gives, and the caller publishes it.
// The same content, layouts, static files and moment give the same bytes with any number of workers.
package build

import (
	"context"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"time"

	"antq/internal/check"
	"antq/internal/content"
	"antq/internal/diag"
	"antq/internal/output"
	"antq/internal/site"
)

// Options are the inputs of a build besides the store.
type Options struct {
	Content fs.FS // the content folder itself
	Layouts fs.FS // the site's own layouts over the embedded ones
	Static  fs.FS // the site's own static files over the embedded ones
	// ShippedLook says that the site has no style sheets and scripts of its own, nor layouts for all agencies. Only then do the
	// accessibility statements say what was proved of the embedded ones.
	ShippedLook bool
	Now         time.Time
	Drafts      bool
	// Agencies limits the build to these ids; empty means all agencies and the hub. Problems of other agencies are then
	// only notes.
	Agencies []string
	BaseURL  map[string]string // by agency id, in place of the profile's baseURL
	Workers  int               // 0 = one for each processor
	NoMinify bool
	// Thorough asks for all that the rules of package check find. Otherwise only their errors count, which stop a build.
	Thorough bool
	// Cache is the folder for what is costly to make and depends on one file alone; it is made when it is needed. "" = nothing
	// is remembered beyond the life of the builder.
	Cache    string
	Progress func(Progress) // called from several goroutines; nil = nobody listens
}

// Progress says how far a phase is.
type Progress struct {
	Phase       Phase
	Done, Total int
}

// Phase is a part of the walk that takes time.
type Phase string

// The phases, in their order.
const (
	PhaseRead    Phase = "read"
	PhasePicture Phase = "picture"
	PhaseRender  Phase = "render"
)

// Result is what a build made.
type Result struct {
	Sites    *site.Sites
	Tree     *output.Tree   // sealed; nil if a problem is an error
	Prefixes []string       // folders of the sites in the tree, "" for the hub
	Problems diag.List      // sorted, with excerpts
	Waivers  []check.Waiver // problems that their files accept with a reason; complete where the build is thorough
	Stats    Stats

	found     diag.List // by all rooms, before waivers
	documents []*content.Document
}

// Builder builds again and again, remembering what depends on one file alone. It is not safe for concurrent use.
type Builder struct {
	options  Options
	rules    *check.Rules
	memory   memory
	pictures *pictures
	trusted  func(name string) bool // reports content files that are known to be as they were; nil = none
	look     *look                  // of the last live site
}

// New returns a builder.
func New(o Options) *Builder {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.Progress == nil {
		o.Progress = func(Progress) {}
	}
	return &Builder{options: o, rules: check.New(), memory: newMemory(), pictures: newPictures(o.Content, o.Cache)}
}

// Sites reads the sources and makes the sites, without pages: the first half of Build, for commands that only ask. Its
// problems are those of the content.
func (b *Builder) Sites(ctx context.Context) (*Result, error) {
	r, err := b.read(ctx)
	if err != nil {
		return nil, err
	}
	b.settle(r)
	return r, nil
}

// Build makes the sites and, if there is no error among the problems, fills a tree over the store. The error is for the disk
// and a cancelled context; problems of the content, layouts and static files are in the result.
func (b *Builder) Build(ctx context.Context, store output.Store) (*Result, error) {
	r, err := b.read(ctx)
	if err != nil {
		return nil, err
	}
	statics, problems := newStatics(b.options.Static, !b.options.NoMinify)
	r.found.Merge(problems)
	layouts, problems := newLayouts(&b.options, statics.addresses)
	r.found.Merge(problems)
	b.settle(r)
	if r.Problems.HasErrors() {
		return r, nil
	}
	w := &writer{options: &b.options, sites: r.Sites, layouts: layouts, statics: statics, tree: output.NewTree(store), minifier: newMinifier(), pictures: b.pictures, placed: map[string]bool{}}
	if err := w.pictureFiles(ctx); err != nil {
		return nil, err
	}
	if w.problems.HasErrors() {
		r.found.Merge(w.problems)
		b.settle(r)
		return r, nil
	}
	if err := w.write(ctx); err != nil {
		return nil, err
	}
	r.found.Merge(w.problems)
	b.settle(r)
	r.Stats.add(w)
	if r.Problems.HasErrors() {
		return r, nil
	}
	r.Prefixes = w.prefixes()
	if err := w.tree.Seal(r.Prefixes); err != nil {
		return nil, err
	}
	if len(b.options.Agencies) == 0 {
		b.pictures.sweep()
	}
	r.Tree = w.tree
	r.Stats.Files = len(w.tree.Files())
	return r, nil
}

// read makes the sites from the sources.
func (b *Builder) read(ctx context.Context) (*Result, error) {
	o := &b.options
	r := &Result{}
	src, err := b.sources(ctx, &r.found)
	if err != nil {
		return nil, err
	}
	in := site.Input{
		Documents: src.documents, Assets: src.assets, CSV: src.csv,
		Now: o.Now, Drafts: o.Drafts, BaseURL: o.BaseURL, Only: o.Agencies,
	}
	r.documents = src.documents
	r.makeSites(in)
	r.found.Merge(b.kept(b.rules.Form(r.Sites)))
	if err := b.terms(ctx, src.documents, &r.found); err != nil {
		return nil, err
	}
	b.checkAgencies(src, &r.found)
	b.pictures.facts = src.pictures
	if b.settle(r); !r.Problems.HasErrors() { // else nothing may be prepared, since what is prepared is remembered on the disk
		changed, err := b.pictures.turnOffered(r.Sites, in.Assets)
		if err != nil {
			return nil, err
		}
		if changed { // pages print the size and the sum of a download, which are now others
			r.makeSites(in)
		}
	}
	r.Stats.count(src, r.Sites)
	return r, nil
}

func (r *Result) makeSites(in site.Input) {
	sites, problems := site.New(in)
	r.Sites = sites
	r.found.Merge(problems)
}

// checkAgencies names agencies that were asked for and do not exist.
func (b *Builder) checkAgencies(src *sources, list *diag.List) {
	for _, id := range b.options.Agencies {
		if !slices.Contains(src.agencies, id) {
			list.Add(diag.New("no-agency", "", "", diag.Span{}, id, strings.Join(src.agencies, ", ")))
		}
	}
}

// excerpts reads source lines for problems, which come sorted by file: each file is read once, and each line is kept once.
type excerpts struct {
	options *Options
	file    string
	rest    string // what follows the last line read
	number  int    // of the last line read
	line    string
}

// at returns one line of a source file; "" if there is none.
func (x *excerpts) at(file string, n int) string {
	if file != x.file || n < x.number {
		x.file, x.rest, x.number, x.line = file, x.read(file), 0, ""
	}
	if n == x.number {
		return x.line
	}
	var line string
	for ; x.number < n; x.number++ {
		var more bool
		if line, x.rest, more = strings.Cut(x.rest, "\n"); !more && x.number+1 < n {
			x.number = n
			line = ""
			break
		}
	}
	x.line = strings.Clone(strings.ToValidUTF8(strings.TrimSuffix(line, "\r"), "?")) // a clone does not hold the whole file
	return x.line
}

func (x *excerpts) read(file string) string {
	folder, rest, _ := strings.Cut(file, "/")
	fsys := map[string]fs.FS{"content": x.options.Content, "layouts": x.options.Layouts, "static": x.options.Static}[folder]
	if fsys == nil {
		return ""
	}
	data, err := readSource(fsys, rest)
	if err != nil {
		return ""
	}
	return string(data)
}

// fail wraps an error with what was being done.
func fail(doing, name string, err error) error { return fmt.Errorf("%s %s: %w", doing, name, err) }
