package build

import (
	"io/fs"
	"path"

	"antq/internal/diag"
	"antq/internal/render"
)

// layouts are the layouts as they were written and, if pages are to be small, made small once. The written ones speak when
// something is wrong: only their lines and columns mean anything to a person.
type layouts struct {
	written *render.Renderer
	small   *render.Renderer // the same as written where nothing is minified
}

func newLayouts(fsys fs.FS, statics render.Statics, small bool) (*layouts, diag.List) {
	written, problems := render.New(fsys, statics)
	l := &layouts{written, written}
	if !small || problems.HasErrors() {
		return l, problems
	}
	shrunk, err := shrinkLayouts(fsys)
	if err != nil { // HTML that is not HTML enough to be made small still works as it is
		return l, problems
	}
	if r, bad := render.New(shrunk, statics); !bad.HasErrors() {
		l.small = r
	}
	return l, problems
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
