package build

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2"

	"antq/internal/diag"
	"antq/internal/media"
	"antq/internal/render"
)

// resources is the folder of static files below each site.
const resources = "tai-nguyen"

// statics are the static files as every site gets them.
type statics struct {
	addresses render.Statics // by name in static/: "css/site.css" -> "tai-nguyen/site.1a2b3c4d.css"
	files     []staticFile   // sorted by path
}

type staticFile struct {
	path   string // below each site
	data   []byte
	before int // bytes before minifying
}

// newStatics makes the static files. Style sheets in css/ become one file in the order of their names, scripts in js/
// likewise; files in root/ keep their names; all others carry a part of their hash in the name, and url() in style sheets
// follows them.
func newStatics(fsys fs.FS, small bool) (*statics, diag.List) {
	s := &staticsMaker{fsys: fsys, out: &statics{addresses: render.Statics{}}, taken: map[string]bool{}}
	if small {
		s.minifier = newMinifier()
	}
	var styles, scripts []string
	for _, name := range s.names() {
		switch {
		case strings.HasPrefix(name, "css/"):
			styles = append(styles, name)
		case strings.HasPrefix(name, "js/"):
			scripts = append(scripts, name)
		case strings.HasPrefix(name, "root/"):
			if data, ok := s.read(name); ok {
				s.put(strings.TrimPrefix(name, "root/"), s.shrink(name, data), len(data))
			}
		default:
			if data, ok := s.read(name); ok {
				s.hashed(name, s.shrink(name, data), len(data))
			}
		}
	}
	s.bundle("js/site.js", scripts, func(_ string, data []byte) []byte { return append(data, '\n') })
	s.bundle("css/site.css", styles, s.follow)
	slices.SortFunc(s.out.files, func(a, b staticFile) int { return strings.Compare(a.path, b.path) })
	return s.out, s.list
}

type staticsMaker struct {
	fsys     fs.FS
	minifier *minifier
	out      *statics
	taken    map[string]bool // paths in out.files
	list     diag.List
}

// names lists the static files in sorted order, without those that editors leave behind and without Go files.
func (s *staticsMaker) names() []string {
	var names []string
	err := fs.WalkDir(s.fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "." && ignored(path.Base(name)):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.Type().IsRegular() && path.Ext(name) != ".go":
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		s.list.Add(diag.New("static-syntax", "", "static", diag.Span{}, err.Error()))
	}
	slices.Sort(names)
	return names
}

func (s *staticsMaker) read(name string) ([]byte, bool) {
	data, err := fs.ReadFile(s.fsys, name)
	if err != nil {
		s.list.Add(diag.New("static-syntax", "", "static/"+name, diag.Span{}, err.Error()))
		return nil, false
	}
	return data, true
}

// shrink minifies a file by its type; a syntax error is a problem at its line.
func (s *staticsMaker) shrink(name string, data []byte) []byte {
	small, err := s.minifier.minify(media.TypeOf(name), data)
	if err == nil {
		return small
	}
	at, reason := diag.Span{}, err.Error()
	if e, ok := errors.AsType[*parse.Error](err); ok {
		at.Start, reason = diag.Pos{Line: e.Line, Column: e.Column}, e.Message
	}
	s.list.Add(diag.New("static-syntax", "", "static/"+name, at, reason))
	return data
}

// bundle joins files into one, each made small by itself so that a problem has its own place.
func (s *staticsMaker) bundle(as string, names []string, change func(name string, data []byte) []byte) {
	var all []byte
	before := 0
	for _, name := range names {
		data, ok := s.read(name)
		if !ok {
			continue
		}
		before += len(data)
		all = append(all, change(name, s.shrink(name, data))...)
	}
	if len(names) > 0 {
		s.hashed(as, all, before)
	}
}

// hashed publishes a file under its name and a part of its hash, so that browsers may keep it for ever.
func (s *staticsMaker) hashed(name string, data []byte, before int) {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	out := resources + "/" + strings.TrimSuffix(path.Base(name), ext) + "." + hex.EncodeToString(sum[:4]) + ext
	s.out.addresses[name] = out
	s.put(out, data, before)
}

func (s *staticsMaker) put(out string, data []byte, before int) {
	if s.taken[out] { // two files of the same name and bytes are one
		return
	}
	s.taken[out] = true
	s.out.files = append(s.out.files, staticFile{out, data, before})
}

// follow replaces the relative addresses in url() of a style sheet by those of the published files, which lie beside it.
func (s *staticsMaker) follow(name string, data []byte) []byte {
	var out []byte
	for {
		i := bytes.Index(data, []byte("url("))
		if i < 0 {
			return append(out, data...)
		}
		i += len("url(")
		end := bytes.IndexByte(data[i:], ')')
		if end < 0 {
			return append(out, data...)
		}
		out = append(out, data[:i]...)
		out = append(out, s.address(name, string(data[i:i+end]))...)
		data = data[i+end:]
	}
}

// address resolves what stands between the brackets of url().
func (s *staticsMaker) address(name, raw string) string {
	bare := strings.Trim(raw, "\"' \t\n")
	if bare == "" || strings.HasPrefix(bare, "#") || strings.HasPrefix(bare, "data:") {
		return raw
	}
	file, fragment, _ := strings.Cut(bare, "#")
	out, ok := s.out.addresses[path.Join(path.Dir(name), file)]
	if !ok {
		s.list.Add(diag.New("static-url", "", "static/"+name, diag.Span{}, bare))
		return raw
	}
	out = strings.TrimPrefix(out, resources+"/")
	if fragment != "" {
		out += "#" + fragment
	}
	return out
}
