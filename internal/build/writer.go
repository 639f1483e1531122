package build

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"strings"
	"sync"
	"sync/atomic"

	"antq/internal/diag"
	"antq/internal/feed"
	"antq/internal/media"
	"antq/internal/output"
	"antq/internal/site"
)

// writer fills the tree from the sites.
type writer struct {
	options *Options
	sites   *site.Sites
	layouts *layouts
	statics *statics
	tree    *output.Tree
	// minifier is for drawings of the content
	minifier *minifier
	pictures *pictures

	sizes    sizes
	mu       sync.Mutex
	problems diag.List
	placed   map[string]bool // paths of pictures in the tree
	failures layoutFailures
}

// job is one HTML file to be made.
type job struct {
	site   *site.Site
	page   *site.Page  // or
	alias  *site.Alias // the redirect of an old address
	sample bool        // the first page of its layout: also made without minifying, to tell what minifying saves
}

// prefixes returns the folders of the sites that are built.
func (w *writer) prefixes() []string {
	var ids []string
	for _, s := range allSites(w.sites) {
		ids = append(ids, s.ID)
	}
	return ids
}

func (w *writer) write(ctx context.Context) error {
	jobs := w.jobs()
	report := func(done int) { w.options.Progress(Progress{PhaseRender, done, len(jobs)}) }
	err := each(ctx, len(jobs), w.options.Workers, report, func(i int) error { return w.page(&jobs[i]) })
	if err != nil {
		return err
	}
	w.failures.report(&w.problems)
	for _, s := range allSites(w.sites) {
		if err := w.staticFiles(s); err != nil {
			return err
		}
		exact := attached(s)
		err := each(ctx, len(s.Files), w.options.Workers, func(int) {}, func(i int) error {
			if media.Published(s.Files[i].Type) {
				return nil // pictureFiles did
			}
			return w.file(s, s.Files[i], exact[s.Files[i]])
		})
		if err != nil {
			return err
		}
		if err := w.machineFiles(s); err != nil {
			return err
		}
	}
	return nil
}

// machineFiles writes what machines read of a site. The register proves the pages by their sums, so it comes after them.
func (w *writer) machineFiles(s *site.Site) error {
	files, err := feed.Metadata(s)
	if err != nil {
		return err
	}
	register, err := feed.Register(s, func(out string) string {
		f, _ := w.tree.Lookup(join(s.ID, out))
		return f.Sum.String()
	})
	if err != nil {
		return err
	}
	for _, f := range append(files, register...) {
		w.sizes.count(len(f.Data), len(f.Data))
		if err := w.taken(w.tree.Put(join(s.ID, f.Path), f.Data), s, ""); err != nil {
			return err
		}
	}
	return nil
}

// taken turns a path that two files want into a problem; sites find such paths among documents, this one finds the rest
// (static/root, metadata). Paths are named as they are below each site, so that a file of static/ is named once. Other
// errors stay.
func (w *writer) taken(err error, s *site.Site, file string) error {
	e, ok := errors.AsType[*output.PathError](err)
	if !ok {
		return err
	}
	own, other := strings.TrimPrefix(e.Path, s.ID+"/"), strings.TrimPrefix(e.Other, s.ID+"/")
	p := diag.New("output-taken", "", file, diag.Span{}, own, other)
	if own == other || other == "" {
		p = diag.New("output-taken", "same", file, diag.Span{}, own)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.problems.Add(p)
	return nil
}

// jobs lists every HTML file of every site, in order.
func (w *writer) jobs() []job {
	var jobs []job
	seen := map[string]bool{}
	for _, s := range allSites(w.sites) {
		for _, p := range s.Pages {
			jobs = append(jobs, job{site: s, page: p, sample: !seen[p.Layout] && w.layouts.small != w.layouts.written})
			seen[p.Layout] = true
		}
		for i := range s.Aliases {
			jobs = append(jobs, job{site: s, alias: &s.Aliases[i]})
		}
	}
	w.sizes.layouts = map[string]*layoutSize{}
	for layout := range seen {
		w.sizes.layouts[layout] = &layoutSize{}
	}
	return jobs
}

// page makes one HTML file and hands it to the tree.
func (w *writer) page(j *job) error {
	if j.alias != nil {
		data, err := w.layouts.small.Alias(j.site, *j.alias)
		if err != nil {
			return w.layoutFailed(err, func() error { _, err := w.layouts.written.Alias(j.site, *j.alias); return err })
		}
		w.sizes.count(len(data), len(data))
		return w.taken(w.tree.Put(join(j.site.ID, j.alias.From), data), j.site, "")
	}
	data, err := w.layouts.small.Page(j.page)
	if err != nil {
		return w.layoutFailed(err, func() error { _, err := w.layouts.written.Page(j.page); return err })
	}
	size := w.sizes.layouts[j.page.Layout]
	size.bytes.Add(int64(len(data)))
	if j.sample {
		if plain, err := w.layouts.written.Page(j.page); err == nil {
			size.sample, size.plain = int64(len(data)), int64(len(plain))
		}
	}
	return w.taken(w.tree.Put(join(j.site.ID, j.page.Output), data), j.site, source(j.page))
}

// source returns the file that a page is made from, "" for a page that antq makes itself.
func source(p *site.Page) string {
	if p.Entry == nil {
		return ""
	}
	return contentPrefix + p.Entry.Doc.Path
}

func (w *writer) staticFiles(s *site.Site) error {
	for _, f := range w.statics.files {
		w.sizes.count(f.before, len(f.data))
		if err := w.taken(w.tree.Put(join(s.ID, f.path), f.data), s, "static/root/"+f.path); err != nil {
			return err
		}
	}
	return nil
}

// file brings a file of the content that is no photo into the tree, byte for byte; only a drawing that serves as a picture is made small.
func (w *writer) file(s *site.Site, f *site.File, exact bool) error {
	in, err := w.options.Content.Open(f.Path)
	if err != nil {
		return fail("reading", contentPrefix+f.Path, err)
	}
	defer in.Close()
	out := join(s.ID, f.Output)
	if f.Type != "image/svg+xml" || exact || w.options.NoMinify {
		w.sizes.count(int(f.Size), int(f.Size))
		return w.taken(w.tree.Copy(out, in), s, contentPrefix+f.Path)
	}
	data, err := io.ReadAll(in)
	if err != nil {
		return fail("reading", contentPrefix+f.Path, err)
	}
	small, err := w.minifier.minify(f.Type, data)
	if err != nil { // a drawing that is well-formed but odd is published as it is
		small = data
	}
	w.sizes.count(len(data), len(small))
	return w.taken(w.tree.Put(out, small), s, contentPrefix+f.Path)
}

// attached returns the files that readers download: their bytes are the agency's own and stay.
func attached(s *site.Site) map[*site.File]bool {
	files := map[*site.File]bool{}
	for _, e := range s.Entries {
		for _, a := range e.Attachments {
			files[a.File] = true
		}
		for _, a := range e.MaterialFiles {
			files[a.File] = true
		}
		if e.Admin != nil {
			files[e.Admin.File] = true
		}
	}
	return files
}

// sizes adds up what minifying saves.
type sizes struct {
	before, after atomic.Int64
	layouts       map[string]*layoutSize // by layout; no key is added after the work began
}

// layoutSize is the bytes of all pages of a layout, and of one of them with and without minifying.
type layoutSize struct {
	bytes         atomic.Int64
	sample, plain int64
}

func (s *sizes) count(before, after int) {
	s.before.Add(int64(before))
	s.after.Add(int64(after))
}

func (s *sizes) totals() (before, after int64) {
	before, after = s.before.Load(), s.after.Load()
	for _, l := range s.layouts {
		n := l.bytes.Load()
		after += n
		if l.sample > 0 {
			n = int64(float64(n) * float64(l.plain) / float64(l.sample))
		}
		before += n
	}
	return before, after
}

func join(prefix, name string) string {
	if prefix == "" {
		return name
	}
	return prefix + "/" + name
}

// readAtMost reads a file up to n bytes.
func readAtMost(f fs.File, n int64) ([]byte, error) { return io.ReadAll(io.LimitReader(f, n)) }
