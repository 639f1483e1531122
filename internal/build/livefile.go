package build

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"antq/internal/diag"
	"antq/internal/feed"
	"antq/internal/media"
	"antq/internal/output"
	"antq/internal/render"
	"antq/internal/site"
)

// LiveFile is a finished file that is no page.
type LiveFile struct {
	io.ReadSeeker
	Type   string // media type, "text/css"
	Sum    [32]byte
	Lasts  bool // the name holds a part of the sum, so that browsers may keep the file for ever
	closer io.Closer
}

// Close gives the file back.
func (f *LiveFile) Close() error {
	if f.closer == nil {
		return nil
	}
	return f.closer.Close()
}

// liveFile is where a file comes from: the content or the static files.
type liveFile struct {
	file   *site.File
	exact  bool // a download: its bytes stay
	static *staticFile
}

// livePicture is one rendition of a picture.
type livePicture struct {
	key       media.Key
	use       media.Use
	file      *site.File
	known     *media.Picture
	rendition media.Rendition
	full      bool // under the author's own name
}

// Open opens the file at a path below the output folder that is no page. An unknown path is an error that wraps fs.ErrNotExist.
func (l *Live) Open(name string) (*LiveFile, error) {
	if p, ok := l.pictures[name]; ok {
		return l.openPicture(p)
	}
	if f, ok := l.files[name]; ok {
		if f.static != nil {
			// What stands among the resources has its sum in its name; static/root/ keeps its names.
			return memoryFile(name, f.static.data, strings.Contains("/"+name, "/"+resources+"/")), nil
		}
		return l.openContent(name, f)
	}
	return l.openMachine(name)
}

func memoryFile(name string, data []byte, lasts bool) *LiveFile {
	return &LiveFile{ReadSeeker: bytes.NewReader(data), Type: media.TypeOf(name), Sum: sha256.Sum256(data), Lasts: lasts}
}

// openContent opens a file of the content. Drawings that serve as pictures are made small, as in a build.
func (l *Live) openContent(name string, f liveFile) (*LiveFile, error) {
	o := &l.builder.options
	if f.file.Type == "image/svg+xml" && !f.exact && !o.NoMinify {
		data, err := fs.ReadFile(o.Content, f.file.Path)
		if err != nil {
			return nil, fail("reading", contentPrefix+f.file.Path, err)
		}
		if small, err := newMinifier().minify(f.file.Type, data); err == nil {
			data = small
		}
		return memoryFile(name, data, false), nil
	}
	in, err := o.Content.Open(f.file.Path)
	if err != nil {
		return nil, fail("reading", contentPrefix+f.file.Path, err)
	}
	if seeker, ok := in.(io.ReadSeeker); ok {
		return &LiveFile{ReadSeeker: seeker, Type: f.file.Type, Sum: f.file.SHA256, closer: in}, nil
	}
	defer in.Close()
	data, err := io.ReadAll(in)
	if err != nil {
		return nil, fail("reading", contentPrefix+f.file.Path, err)
	}
	return memoryFile(name, data, false), nil
}

// fillPictures finds out in which widths each picture is published, and prepares those that are new.
func (l *Live) fillPictures(ctx context.Context) (diag.List, error) {
	b := l.builder
	w := &writer{options: &b.options, sites: l.Sites, pictures: b.pictures}
	jobs := w.pictureJobs()
	made := make([]media.Picture, len(jobs))
	report := func(done int) { b.options.Progress(Progress{PhasePicture, done, len(jobs)}) }
	err := eachBatch(ctx, len(jobs), b.options.Workers, 1, report, func(i int) error {
		var ok bool
		if made[i], ok = b.pictures.find(jobs[i].key); ok {
			return nil
		}
		p, list, err := b.pictures.prepare(jobs[i].files[0].Path, jobs[i].use)
		made[i] = withoutBytes(p)
		w.mu.Lock()
		defer w.mu.Unlock()
		w.problems.Merge(list)
		return err
	})
	if err != nil || w.problems.HasErrors() {
		return w.problems, err
	}
	all := render.Pictures{}
	l.pictures = map[string]livePicture{}
	for i, job := range jobs {
		for _, f := range job.files {
			all[f] = widthsOf(f, &made[i])
			for n, r := range published(f, &made[i]) {
				l.pictures[join(f.Site.ID, r.output)] = livePicture{job.key, job.use, f, &made[i], r.Rendition, n == 0}
			}
		}
	}
	l.layouts = l.layouts.withPictures(all)
	return w.problems, nil
}

// openPicture returns a rendition from what is remembered, or prepares the picture again.
func (l *Live) openPicture(p livePicture) (*LiveFile, error) {
	data := l.builder.pictures.bytes(p.key, p.known, p.rendition, p.file.Path)
	if data == nil {
		made, list, err := l.prepareAgain(p)
		if err != nil {
			return nil, err
		}
		all := slices.Concat([]media.Rendition{made.Full}, made.Narrower, made.Lossless)
		i := slices.IndexFunc(all, func(r media.Rendition) bool { return r.Sum == p.rendition.Sum })
		if list.HasErrors() || i < 0 { // changed since the site was made; the next one follows at once
			return nil, &fs.PathError{Op: "open", Path: p.file.Path, Err: fs.ErrNotExist}
		}
		data = all[i].Data
	}
	f := memoryFile("", data, !p.full)
	f.Type = p.rendition.Type
	return f, nil
}

// prepareAgain makes a picture whose renditions are not kept on the disk. It takes nothing from the build that may be running.
func (l *Live) prepareAgain(p livePicture) (media.Picture, diag.List, error) {
	pixels := int64(p.known.Full.Width) * int64(p.known.Full.Height)
	defer l.builder.pictures.memory.take(12 * pixels)()
	data, err := fs.ReadFile(l.builder.options.Content, p.file.Path)
	if err != nil {
		return media.Picture{}, diag.List{}, fail("reading", contentPrefix+p.file.Path, err)
	}
	made, list := media.Prepare(contentPrefix+p.file.Path, data, p.use)
	return made, list, nil
}

// machineFiles are what machines read of a site, made when somebody asks. The register proves pages by their sums, so all
// of them are rendered for it.
type machineFiles struct {
	site  *site.Site
	once  sync.Once
	files map[string][]byte
	err   error
}

func (l *Live) openMachine(name string) (*LiveFile, error) {
	missing := &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	id, below, _ := strings.Cut(name, "/")
	m := l.machine[id]
	if m == nil || id == "" {
		m, below = l.machine[""], name
	}
	if m == nil || path.Ext(below) != ".json" && path.Ext(below) != ".csv" {
		return nil, missing
	}
	if below != feed.RegisterJSON && below != feed.RegisterCSV {
		return m.metadata(name, below, missing)
	}
	m.once.Do(func() { m.make(l) })
	if m.err != nil {
		return nil, m.err
	}
	data, ok := m.files[below]
	if !ok {
		return nil, missing
	}
	return memoryFile(name, data, false), nil
}

// metadata returns what stands beside one page.
func (m *machineFiles) metadata(name, below string, missing error) (*LiveFile, error) {
	for _, e := range m.site.Entries {
		if feed.HasMetadata(e) && feed.MetadataPath(e.Page) == below {
			one := *m.site
			one.Entries = []*site.Entry{e}
			files, err := feed.Metadata(&one)
			if err != nil || len(files) == 0 {
				return nil, errors.Join(missing, err)
			}
			return memoryFile(name, files[0].Data, false), nil
		}
	}
	return nil, missing
}

func (m *machineFiles) make(l *Live) {
	files, err := feed.Register(m.site, func(out string) string {
		p := l.pages[join(m.site.ID, out)]
		if p == nil || p.Page == nil {
			return ""
		}
		data, err := l.layouts.small.Page(p.Page)
		if err != nil {
			m.err = err
		}
		return sumText(data)
	})
	if err != nil {
		m.err = err
	}
	m.files = map[string][]byte{}
	for _, f := range files {
		m.files[f.Path] = f.Data
	}
}

// NextChange returns the moment at which the site would differ by itself; zero = never.
func (l *Live) NextChange() time.Time { return l.Sites.NextChange }

func sumOf(data []byte) [32]byte { return sha256.Sum256(data) }

func sumText(data []byte) string { return output.Sum(sumOf(data)).String() }
