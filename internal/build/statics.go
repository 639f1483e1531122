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
	"unicode/utf8"

	"github.com/tdewolff/parse/v2"

	"antq/internal/content"
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
	s.bundle("js/site.js", scripts, func(name string, _, data []byte) []byte {
		if name != scripts[0] { // what the script before left open would go on with a bracket at the start of this one
			data = append([]byte{';'}, data...)
		}
		return append(data, '\n')
	})
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

// names lists the static files in sorted order, without those that editors leave behind and without Go files. A link or a
// device is named; what the folder gives under its name is another file or none, never what it leads to.
func (s *staticsMaker) names() []string {
	if _, err := fs.ReadDir(s.fsys, "."); err != nil && !errors.Is(err, fs.ErrPermission) {
		s.list.Add(diag.New("static-syntax", "no-folder", "static", diag.Span{}))
		return nil
	}
	var names []string
	var walk fs.WalkDirFunc
	linked := false // below a link that stands in the place of a folder: what it leads to is passed over in silence
	walk = func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && linked && d != nil && d.IsDir():
			return fs.SkipDir
		case linked && d != nil && !d.IsDir() && !d.Type().IsRegular():
			return nil
		case err != nil:
			return err
		case name != "." && content.Ignored(path.Base(name)):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() || path.Ext(name) == ".go":
			return nil
		case !d.Type().IsRegular():
			s.list.Add(diag.New("not-a-file", "", "static/"+name, diag.Span{}))
			info, err := fs.Stat(s.fsys, name)
			if err != nil {
				return nil
			}
			if info.IsDir() {
				linked = true
				err := fs.WalkDir(s.fsys, name, walk)
				linked = false
				return err
			}
			if !info.Mode().IsRegular() {
				return nil
			}
		}
		names = append(names, name)
		return nil
	}
	if err := fs.WalkDir(s.fsys, ".", walk); err != nil {
		s.list.Add(diag.New("static-syntax", "read", "static", diag.Span{}, err.Error()))
	}
	slices.Sort(names)
	return names
}

// read returns a file's bytes once they are known to be whole: text where they must be, and every bracket with its partner.
func (s *staticsMaker) read(name string) ([]byte, bool) {
	data, err := fs.ReadFile(s.fsys, name)
	if errors.Is(err, fs.ErrNotExist) { // listed through a link
		return nil, false
	}
	if err != nil {
		s.list.Add(diag.New("static-syntax", "read", "static/"+name, diag.Span{}, err.Error()))
		return nil, false
	}
	if at := notText(data); at >= 0 && isText(name) {
		s.list.Add(diag.New("not-text", "", "static/"+name, placeIn(data, at)))
		return nil, false
	}
	if path.Ext(name) == ".css" {
		if b, found := unbalanced(data); found {
			reason := "open"
			if b.want == "" {
				reason = "close"
			}
			s.list.Add(diag.New("static-syntax", reason, "static/"+name, placeIn(data, b.at), b.mark, b.want))
			return nil, false
		}
	}
	return data, true
}

// isText reports whether a static file must be text in UTF-8.
func isText(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".css", ".js", ".mjs", ".json", ".webmanifest", ".map", ".svg", ".xml", ".html", ".txt", ".csv", ".md":
		return true
	}
	return false
}

// notText returns the first byte that is NUL or no UTF-8, or -1.
func notText(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == 0 || r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// placeIn finds a byte of a file, columns in letters from 1.
func placeIn(data []byte, offset int) diag.Span {
	before := data[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	return diag.Span{Start: diag.Pos{Line: 1 + bytes.Count(before, []byte("\n")), Column: 1 + utf8.RuneCount(before[start:]), Offset: offset}}
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
func (s *staticsMaker) bundle(as string, names []string, change func(name string, written, data []byte) []byte) {
	var all []byte
	before := 0
	for _, name := range names {
		data, ok := s.read(name)
		if !ok {
			continue
		}
		before += len(data)
		all = append(all, change(name, data, s.shrink(name, data))...)
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

// follow replaces the relative addresses in url() of a style sheet by those of the published files, which lie beside it. The
// sheet as it was written says where an address stands.
func (s *staticsMaker) follow(name string, written, data []byte) []byte {
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
		out = append(out, s.address(name, written, string(data[i:i+end]))...)
		data = data[i+end:]
	}
}

// address resolves what stands between the brackets of url().
func (s *staticsMaker) address(name string, written []byte, raw string) string {
	bare := strings.Trim(raw, "\"' \t\n")
	if bare == "" || strings.HasPrefix(bare, "#") || strings.HasPrefix(bare, "data:") {
		return raw
	}
	file, fragment, _ := strings.Cut(bare, "#")
	out, ok := s.out.addresses[path.Join(path.Dir(name), file)]
	if !ok {
		s.list.Add(diag.New("static-url", "", "static/"+name, urlPlace(written, bare), bare))
		return raw
	}
	out = strings.TrimPrefix(out, resources+"/")
	if fragment != "" {
		out += "#" + fragment
	}
	return out
}

// urlPlace finds an address in a url() of a style sheet.
func urlPlace(css []byte, address string) diag.Span {
	for at := 0; ; {
		i := bytes.Index(css[at:], []byte("url("))
		if i < 0 {
			return diag.Span{}
		}
		at += i + len("url(")
		rest := bytes.TrimLeft(css[at:], "\"' \t\r\n")
		if bytes.HasPrefix(rest, []byte(address)) {
			return placeIn(css, len(css)-len(rest))
		}
	}
}
