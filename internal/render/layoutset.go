package render

import (
	"crypto/sha256"
	"errors"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"antq/internal/diag"
)

// layoutSet holds the layouts of one agency, or of all that have none of their own, by their path: "base.html", "plan.html",
// "partials/card.html".
type layoutSet struct{ templates *template.Template }

const baseFile = "base.html"

// sources are layout files by their path.
type sources map[string]string

// loadSets reads every layout below a folder and parses one set for all agencies and one for each agency with layouts of its
// own. The digest covers every file.
func loadSets(layouts fs.FS) (map[string]*layoutSet, [sha256.Size]byte, diag.List) {
	var problems diag.List
	if _, err := fs.ReadDir(layouts, "."); err != nil && !errors.Is(err, fs.ErrPermission) {
		problems.Add(diag.New("layout-error", "no-folder", "layouts", diag.Span{}))
		return nil, [sha256.Size]byte{}, problems
	}
	blocked := map[string]bool{}
	common, own, digest, err := readSources(layouts, blocked, &problems)
	if err != nil {
		problems.Add(diag.New("layout-error", "read", "layouts", diag.Span{}, err.Error()))
		return nil, digest, problems
	}
	sets := make(map[string]*layoutSet)
	p := parser{sources: common, blocked: blocked, folder: "layouts/"}
	sets[""] = p.parse()
	problems.Merge(p.problems)
	for _, agency := range slices.Sorted(maps.Keys(own)) {
		merged := maps.Clone(common)
		maps.Copy(merged, own[agency])
		p := parser{sources: merged, own: own[agency], blocked: blocked, folder: "layouts/", ownFolder: "layouts/" + agency + "/"}
		sets[agency] = p.parse()
		problems.Merge(p.problems)
	}
	return sets, digest, problems
}

// readSources reads the layouts, those of single agencies apart. A link or a device is named; what the folder gives under its
// name is another file or none, never what it leads to. The folders that stand in the place of a layout are in blocked.
func readSources(layouts fs.FS, blocked map[string]bool, problems *diag.List) (common sources, own map[string]sources, digest [sha256.Size]byte, err error) {
	common, own = make(sources), make(map[string]sources)
	e := encoder{}
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
		case d.IsDir() && path.Ext(name) == ".html":
			problems.Add(diag.New("layout-error", "folder", "layouts/"+name, diag.Span{}))
			blocked[name] = true
			return fs.SkipDir
		case d.IsDir():
			return nil
		case !d.Type().IsRegular():
			problems.Add(diag.New("not-a-file", "", "layouts/"+name, diag.Span{}))
			info, err := fs.Stat(layouts, name)
			if err != nil {
				return nil
			}
			if info.IsDir() {
				linked = true
				err := fs.WalkDir(layouts, name, walk)
				linked = false
				return err
			}
			if !info.Mode().IsRegular() {
				return nil
			}
		}
		if path.Ext(name) != ".html" {
			return nil
		}
		src, err := fs.ReadFile(layouts, name)
		if errors.Is(err, fs.ErrNotExist) { // listed through a link
			return nil
		}
		if err != nil {
			return err
		}
		e.text(name, string(src))
		folder, rest, deep := strings.Cut(name, "/")
		if !deep || folder == "partials" || folder == "shortcodes" {
			common[name] = string(src)
			return nil
		}
		if own[folder] == nil {
			own[folder] = make(sources)
		}
		own[folder][rest] = string(src)
		return nil
	}
	err = fs.WalkDir(layouts, ".", walk)
	return common, own, e.sum(), err
}

// parser turns the files of one set into templates.
type parser struct {
	sources           sources
	own               sources         // those of the agency alone; only they are reported on
	blocked           map[string]bool // folders with the name of a layout: reported already
	folder, ownFolder string
	problems          diag.List
}

func (p *parser) parse() *layoutSet {
	root := template.New("")
	for _, name := range slices.Sorted(maps.Keys(p.sources)) {
		if p.checkText(name) && p.checkDefinitions(name) {
			p.add(root, name)
		}
	}
	entries := entryPoints()
	for _, e := range entries {
		if _, ok := p.sources[e.file]; !ok {
			if !p.blocked[e.file] {
				p.missing(e.file)
			}
			continue
		}
		p.check(root, e.file, e.data)
	}
	if p.own == nil {
		p.reportUnused()
	}
	if !p.problems.HasErrors() {
		p.escape(root, entries)
	}
	p.problems.Sort()
	return &layoutSet{root}
}

// add parses a layout into the set.
func (p *parser) add(root *template.Template, name string) {
	// The line end that closes a file is not part of it: a link ends where its text does.
	t, err := root.New(name).Parse(strings.TrimRight(p.sources[name], "\r\n"))
	switch {
	case err != nil:
		p.fault(name, err)
	case !blank(t.Tree):
	case isPart(name):
		// A part may be empty, but the template packages take that for one that is missing.
		template.Must(t.Parse(`{{""}}`))
	default:
		p.report(name, "layout-empty", "", diag.Span{Start: diag.Pos{Line: 1, Column: 1}})
	}
}

// entryPoint is a layout that is executed by itself, with an empty view.
type entryPoint struct {
	file string
	data any
}

func entryPoints() []entryPoint {
	es := []entryPoint{{baseFile, &Base{}}, {headerFile, &Header{}}, {footerFile, &SiteBase{}}}
	for _, r := range rows {
		es = append(es, entryPoint{r.name + ".html", r.empty()})
	}
	for _, c := range shortcodes() {
		es = append(es, entryPoint{c.layout(), c})
	}
	return es
}

// escape lets html/template find the context of every action now, so that a layout which is not safe HTML is known before a
// page needs it, and pages do not wait for each other later. Without data nothing is written.
func (p *parser) escape(root *template.Template, entries []entryPoint) {
	for _, e := range entries {
		err := root.ExecuteTemplate(io.Discard, e.file, nil)
		// Other errors only say that there are no data.
		if unsafe := (*template.Error)(nil); errors.As(err, &unsafe) {
			p.fault(e.file, err)
		}
	}
}

// execute writes a view through its layout and the base around it. It returns nil or why a layout failed.
func (s *layoutSet) execute(w io.Writer, row layoutRow, data view) *LayoutError {
	file, top := row.name+".html", any(data)
	if !row.whole {
		base := *data.shared()
		base.Main, base.main = &Part{set: s, layout: file, data: data}, data
		file, top = baseFile, &base
	}
	if err := s.templates.ExecuteTemplate(w, file, top); err != nil {
		return layoutError(err, file, data)
	}
	return nil
}
