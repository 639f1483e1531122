package build

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"antq/internal/content"
	"antq/internal/diag"
	"antq/internal/render"
)

// layouts are the layouts as they were written and, if pages are to be small, made small once. The written ones speak when
// something is wrong: only their lines and columns mean anything to a person.
type layouts struct {
	written *render.Renderer
	small   *render.Renderer // the same as written where nothing is minified
}

// newLayouts parses the layouts. The folders of the content tell which agencies there are.
func newLayouts(o *Options, statics render.Statics) (*layouts, diag.List) {
	written, problems := render.New(o.Layouts, statics)
	problems.Merge(strangers(o.Layouts, o.Content))
	written = written.WithShippedLook(o.ShippedLook)
	l := &layouts{written, written}
	if o.NoMinify || problems.HasErrors() {
		return l, problems
	}
	shrunk, err := shrinkLayouts(o.Layouts)
	if err != nil { // HTML that is not HTML enough to be made small still works as it is
		return l, problems
	}
	if r, bad := render.New(shrunk, statics); !bad.HasErrors() {
		l.small = r.WithShippedLook(o.ShippedLook)
	}
	return l, problems
}

// withPictures returns the layouts for pages whose pictures have these widths.
func (l *layouts) withPictures(p render.Pictures) *layouts {
	out := &layouts{written: l.written.WithPictures(p)}
	out.small = out.written
	if l.small != l.written {
		out.small = l.small.WithPictures(p)
	}
	return out
}

// shrunkLayouts is a folder of layouts whose HTML files are read in their small form.
type shrunkLayouts struct {
	fs.FS
	files map[string][]byte
}

// ReadFile makes fs.ReadFile return the small form.
func (s shrunkLayouts) ReadFile(name string) ([]byte, error) {
	if data, ok := s.files[name]; ok {
		return data, nil
	}
	return fs.ReadFile(s.FS, name)
}

func shrinkLayouts(fsys fs.FS) (fs.FS, error) {
	m := newMinifier()
	s := shrunkLayouts{fsys, map[string][]byte{}}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		s.files[name], err = m.minify("text/html", data)
		return err
	})
	return s, err
}

// strangers names the folders of layouts that belong to no agency.
func strangers(fsys, content fs.FS) diag.List {
	var list diag.List
	var agencies []string
	for _, d := range folders(content) {
		if d != sharedFolder {
			agencies = append(agencies, d)
		}
	}
	for _, d := range folders(fsys) {
		if d != "partials" && d != "shortcodes" && path.Ext(d) != ".html" && !slices.Contains(agencies, d) {
			list.Add(diag.New("layout-unused", "agency", "layouts/"+d, diag.Span{}, d, strings.Join(agencies, ", ")))
		}
	}
	return list
}

// folders lists the folders directly in a folder, but for those that editors leave behind; what cannot be read is reported
// where it is read.
func folders(fsys fs.FS) []string {
	var names []string
	entries, _ := fs.ReadDir(fsys, ".")
	for _, d := range entries {
		if d.IsDir() && !content.Ignored(d.Name()) {
			names = append(names, d.Name())
		}
	}
	return names
}

// layoutFailures gathers the pages on which layouts failed, by what failed: one cause is one problem, however many pages it
// spoils. Its user locks it.
type layoutFailures map[render.LayoutError][]string

// add keeps the page of a failure.
func (f *layoutFailures) add(e *render.LayoutError) {
	if *f == nil {
		*f = layoutFailures{}
	}
	cause := *e
	cause.Page, cause.Fields = "", ""
	(*f)[cause] = append((*f)[cause], e.Page+"\x00"+e.Fields)
}

// report names each cause with the first of its pages.
func (f *layoutFailures) report(list *diag.List) {
	for e, pages := range *f {
		slices.Sort(pages)
		e.Page, e.Fields, _ = strings.Cut(pages[0], "\x00")
		e.More = len(slices.Compact(pages)) - 1
		list.Add(e.Problem())
	}
}

// layoutFailed keeps the failure of a layout, with the place in the layout as it was written, and lets the others go on: all
// problems come in one run.
func (w *writer) layoutFailed(err error, again func() error) error {
	if written := again(); written != nil {
		err = written
	}
	e, ok := errors.AsType[*render.LayoutError](err)
	if !ok {
		return err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.failures.add(e)
	return nil
}
