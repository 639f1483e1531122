package build

import (
	"context"
	"errors"
	"path"
	"strings"
	"time"

	"antq/internal/content"
	"antq/internal/diag"
	"antq/internal/render"
	"antq/internal/site"
)

// Changes says which files may differ from what the builder remembers. Files that are new, gone or renamed are found without it.
type Changes struct {
	All   bool            // any of them: nothing is believed without reading it
	Files map[string]bool // "content/…", "layouts/…", "static/…"
}

// touches reports whether a file below a folder ("layouts/") may have changed.
func (c Changes) touches(folder string) bool {
	if c.All {
		return true
	}
	for name := range c.Files {
		if strings.HasPrefix(name, folder) {
			return true
		}
	}
	return false
}

// Live is a whole site of which each file is made when it is asked for: what a preview serves. It is safe for concurrent use,
// and what it returns for a path never changes.
type Live struct {
	Sites *site.Sites

	builder  *Builder
	layouts  *layouts
	statics  *statics
	pages    map[string]*LivePage
	pictures map[string]livePicture
	files    map[string]liveFile
	machine  map[string]*machineFiles // by id of the site
}

// Ignored reports whether files and folders of this name are never read.
func Ignored(base string) bool { return content.Ignored(base) }

// At makes the builder see the site as of another moment, with or without drafts, from the next build on.
func (b *Builder) At(now time.Time, drafts bool) { b.options.Now, b.options.Drafts = now, drafts }

// Live reads what has changed and makes the sites. If any problem is an error there is no Live, and the caller keeps the one it
// had. The result has no tree.
func (b *Builder) Live(ctx context.Context, changed Changes) (*Live, *Result, error) {
	b.trusted = func(name string) bool { return !changed.All && !changed.Files[contentPrefix+name] }
	defer func() { b.trusted = nil }()
	r, err := b.read(ctx)
	if err != nil {
		return nil, nil, err
	}
	fresh := b.look == nil || changed.touches("layouts/") || changed.touches("static/") || b.look.agencies != agencyNames(r.Sites)
	if fresh {
		var statics *staticPart
		if b.look != nil && !changed.touches("static/") {
			statics = b.look.statics
		}
		b.look = b.newLook(r.Sites, statics)
	}
	r.found.Merge(b.look.problems)
	b.settle(r)
	if r.Problems.HasErrors() {
		return nil, r, nil
	}
	l := &Live{Sites: r.Sites, builder: b, layouts: b.look.layouts, statics: b.look.statics.files, pages: map[string]*LivePage{}}
	problems, err := l.fill(ctx)
	if err != nil {
		return nil, nil, err
	}
	if fresh && !problems.HasErrors() {
		found, err := l.tryLayouts()
		if err != nil {
			return nil, nil, err
		}
		problems.Merge(found)
	}
	r.found.Merge(problems)
	b.settle(r)
	if r.Problems.HasErrors() {
		b.look.agencies = "?" // what failed on a page is tried again next time
		return nil, r, nil
	}
	return l, r, nil
}

// look is what is made of layouts and static files, which change seldom.
type look struct {
	layouts  *layouts
	statics  *staticPart
	problems diag.List // of both
	agencies string    // that there were, since layouts name agencies
}

// staticPart is what is made of the static files alone.
type staticPart struct {
	files    *statics
	problems diag.List
}

// newLook parses the layouts, and makes the static files unless they are given.
func (b *Builder) newLook(sites *site.Sites, given *staticPart) *look {
	k := &look{agencies: agencyNames(sites), statics: given}
	if given == nil {
		k.statics = &staticPart{}
		k.statics.files, k.statics.problems = newStatics(b.options.Static, !b.options.NoMinify)
	}
	k.problems.Merge(k.statics.problems)
	layouts, problems := newLayouts(&b.options, k.statics.files.addresses)
	k.layouts = layouts
	k.problems.Merge(problems)
	return k
}

func agencyNames(sites *site.Sites) string {
	var b strings.Builder
	for _, s := range sites.Agencies {
		b.WriteString(s.ID + "/")
	}
	return b.String()
}

// fill lists every path of the sites.
func (l *Live) fill(ctx context.Context) (diag.List, error) {
	problems, err := l.fillPictures(ctx)
	if err != nil || problems.HasErrors() {
		return problems, err
	}
	l.files = map[string]liveFile{}
	l.machine = map[string]*machineFiles{}
	for _, s := range allSites(l.Sites) {
		for _, p := range s.Pages {
			l.pages[join(s.ID, p.Output)] = &LivePage{live: l, Page: p}
		}
		for i := range s.Aliases {
			l.pages[join(s.ID, s.Aliases[i].From)] = &LivePage{live: l, site: s, alias: &s.Aliases[i]}
		}
		exact := attached(s)
		for _, f := range s.Files {
			if _, picture := l.pictures[join(s.ID, f.Output)]; !picture {
				l.files[join(s.ID, f.Output)] = liveFile{file: f, exact: exact[f]}
			}
		}
		for i := range l.statics.files {
			f := &l.statics.files[i]
			out := join(s.ID, f.path)
			if l.has(out) {
				problems.Add(diag.New("output-taken", "same", "static/root/"+f.path, diag.Span{}, f.path))
			}
			l.files[out] = liveFile{static: f}
		}
		l.machine[s.ID] = &machineFiles{site: s}
	}
	return problems, nil
}

func (l *Live) has(out string) bool {
	_, page := l.pages[out]
	_, file := l.files[out]
	return page || file
}

// tryLayouts renders one page of each layout of each site, so that a layout that fails is found before anybody asks for a page.
func (l *Live) tryLayouts() (diag.List, error) {
	w := writer{}
	tried := map[string]bool{}
	for _, s := range allSites(l.Sites) {
		for _, p := range s.Pages {
			if tried[s.ID+"/"+p.Layout] {
				continue
			}
			tried[s.ID+"/"+p.Layout] = true
			if _, err := l.layouts.small.Page(p); err != nil {
				if err := w.layoutFailed(err, func() error { _, err := l.layouts.written.Page(p); return err }); err != nil {
					return diag.List{}, err
				}
			}
		}
	}
	w.failures.report(&w.problems)
	return w.problems, nil
}

// LivePage is a page that is made when it is asked for.
type LivePage struct {
	*site.Page // nil for the redirect page of an old address

	live  *Live
	site  *site.Site
	alias *site.Alias
}

// Page returns the page at a path below the output folder, or false.
func (l *Live) Page(name string) (*LivePage, bool) {
	p, ok := l.pages[name]
	return p, ok
}

// Pages returns how many pages there are, redirect pages included.
func (l *Live) Pages() int { return len(l.pages) }

// Forward reports whether this is the redirect page of an old address.
func (p *LivePage) Forward() bool { return p.alias != nil }

// Site returns whose page it is.
func (p *LivePage) Site() *site.Site {
	if p.alias != nil {
		return p.site
	}
	return p.Page.Site
}

// Source returns the file that the page is made from, "content/…", or "" for a page that antq makes itself.
func (p *LivePage) Source() string {
	if p.alias != nil {
		return ""
	}
	if p.Entry == nil && p.Page.Site.Doc != nil && (p.URL == "" || p.Layout == "about") {
		return contentPrefix + p.Page.Site.Doc.Path
	}
	if l := p.List; p.Entry == nil && l != nil && l.Section != nil && l.Section.Doc != nil {
		return contentPrefix + l.Section.Doc.Path
	}
	return source(p.Page)
}

// View returns what identifies the page's bytes, and makes them. Blocks of the text bear their source lines. A layout that
// fails is a [render.LayoutError] with the place in the layout as it was written.
func (p *LivePage) View() (sum [32]byte, render func() ([]byte, error), err error) {
	if p.alias != nil {
		data, err := p.live.layouts.small.Alias(p.site, *p.alias)
		return sumOf(data), func() ([]byte, error) { return data, nil }, err
	}
	v, err := p.live.layouts.small.View(p.Page)
	if err != nil {
		return sum, nil, err
	}
	v = v.WithLines()
	return v.Hash(), func() ([]byte, error) {
		data, err := p.live.layouts.small.Render(v)
		if err == nil {
			return data, nil
		}
		if _, written := p.live.layouts.written.Page(p.Page); written != nil {
			err = written
		}
		return nil, err
	}, nil
}

// LayoutProblem returns the failure of a layout as a problem with its source line, or false for another error.
func (b *Builder) LayoutProblem(err error) (diag.Problem, bool) {
	e, ok := errors.AsType[*render.LayoutError](err)
	if !ok {
		return diag.Problem{}, false
	}
	var list diag.List
	list.Add(e.Problem())
	list.FillExcerpts((&excerpts{options: &b.options}).at)
	return list.All()[0], true
}

// PageOf returns the path of the page that a file is first shown on, or false: the page of a document, of a section with an
// introduction, or the home page of an agency for its profile.
func (l *Live) PageOf(file string) (out string, p *LivePage, ok bool) {
	name, ok := strings.CutPrefix(file, contentPrefix)
	if !ok {
		return "", nil, false
	}
	for _, s := range allSites(l.Sites) {
		if s.Doc != nil && s.Doc.Path == name {
			out = join(s.ID, "index.html")
			return out, l.pages[out], l.pages[out] != nil
		}
		for _, q := range s.Pages {
			if q.Entry != nil && q.Entry.Doc.Path == name || q.List != nil && q.List.Section != nil && q.List.Section.Doc != nil && q.List.Section.Doc.Path == name {
				out = join(s.ID, q.Output)
				return out, l.pages[out], true
			}
		}
	}
	return "", nil, false
}

// Outputs returns the paths at which a file of the content that is not Markdown is published under its own name.
func (l *Live) Outputs(file string) []string {
	name, ok := strings.CutPrefix(file, contentPrefix)
	var outs []string
	for _, s := range allSites(l.Sites) {
		for _, f := range s.Files {
			if ok && f.Path == name {
				outs = append(outs, join(s.ID, f.Output))
			}
		}
	}
	return outs
}

// NotFound returns the page for what is not found, of the site to which a path belongs; nil if that has none.
func (l *Live) NotFound(name string) *LivePage {
	id, _, _ := strings.Cut(name, "/")
	for _, s := range allSites(l.Sites) {
		if s.ID == id && id != "" {
			return l.pages[path.Join(id, "404.html")]
		}
	}
	return l.pages["404.html"]
}
