// Package render turns pages into HTML: a page's view, executed through its layout.
//
// # What goes in, what comes out
//
// [New] parses every layout of a folder once. [Renderer.View] gathers all that the layout of a page may show into one plain
// value; [Renderer.Render] writes it. [Renderer.Page] does both. A page is a pure function of its view: a layout sees the view
// and nothing else, it reads no file, no clock and no other page. So [View.Hash] decides whether bytes that were rendered
// earlier still hold. No page says what day it is or counts the days that are left: it would differ every night.
//
// # Layouts
//
//   - base.html is the whole page around {{.Main.HTML}}; its data are a [Base]. home.html, plan.html … stand in that place, one
//     for each row of the table in layout.go. alias.html alone is a whole page. The header and the footer, partials of a
//     [Header] and a [SiteBase], are written once for many pages.
//   - partials/ and shortcodes/ hold parts by their path: {{template "partials/card.html" .}}.
//   - A file <agency>/plan.html takes the place of plan.html for that agency; the same holds for base.html, partials and
//     shortcodes below that folder.
//
// A file is its own template. It may {{define}} parts for itself, whose names begin with its own: "plan/row" in plan.html. Any
// other name is refused, since it would take the place of another layout; so is a layout that writes nothing. A part may be
// empty: then nothing stands in its place.
//
// Ids that a layout sets begin with an underscore, which no id of an author's text can.
//
// The data of a layout is the view of that name: [Home], [Plan], [Section] and so on, each embedding [Base]. The data of a
// shortcode is [DocumentCode], [TasksCode] and so on. There are no functions beyond those of Go's templates. Every field that a
// layout names is looked up when the layouts are parsed, so a misspelt one is a problem with layout, line and column before any
// page is made.
package render

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"

	"antq/internal/diag"
	"antq/internal/site"
)

// Renderer holds every layout, parsed once. It is safe for concurrent use.
type Renderer struct {
	sets     map[string]*layoutSet // by agency id; "" for all without layouts of their own
	statics  Statics
	digest   [sha256.Size]byte // of all layouts
	bases    *bases
	pictures Pictures
	shipped  bool
}

// Statics are the addresses of the static files below each site: "css/site.css" -> "tai-nguyen/site.1a2b3c4d.css".
type Statics map[string]string

// New parses the layouts. Problems name layout, line and column; if there are errors, the renderer must not be used.
func New(layouts fs.FS, statics Statics) (*Renderer, diag.List) {
	r := &Renderer{statics: statics, bases: &bases{}}
	var problems diag.List
	r.sets, r.digest, problems = loadSets(layouts)
	problems.Sort()
	return r, problems
}

// WithShippedLook returns a renderer of the same layouts that knows whether those for all agencies, the style sheets and the
// scripts are the ones that antq brings. Of these tests have proved what the accessibility statement then says of contrast,
// keyboard and small screens.
func (r *Renderer) WithShippedLook(shipped bool) *Renderer {
	c := *r
	c.shipped = shipped
	return &c
}

// View is all that the layout of one page can show.
type View struct {
	data   view
	layout string
	set    *layoutSet
	digest [sha256.Size]byte // of the layouts
	source string            // what the page is made from, for messages
}

// View gathers what a page shows.
func (r *Renderer) View(p *site.Page) (View, error) {
	row, ok := rowOf(p.Layout)
	if !ok || row.make == nil {
		return View{}, fmt.Errorf("render %s: no layout is named %q", p.Output, p.Layout)
	}
	if p.Entry == nil && row.entry {
		return View{}, fmt.Errorf("render %s: the layout %q is for documents", p.Output, p.Layout)
	}
	m := r.maker(p)
	return r.view(p, row.make(m)), nil
}

func (r *Renderer) maker(p *site.Page) *maker {
	set := r.sets[p.Site.ID]
	if set == nil {
		set = r.sets[""]
	}
	far := farPage(p)
	return &maker{page: p, far: far, siteBase: r.bases.of(far, r.statics, set, r.pictures), set: set, pictures: r.pictures, shipped: r.shipped && r.sets[p.Site.ID] == nil}
}

func (r *Renderer) view(p *site.Page, data view) View {
	v := View{data: data, layout: p.Layout, set: r.sets[""], digest: r.digest, source: p.Output}
	if own := r.sets[p.Site.ID]; own != nil {
		v.set = own
	}
	if p.Entry != nil && p.Entry.Doc != nil {
		v.source = "content/" + p.Entry.Doc.Path
	}
	return v
}

// Hash identifies all that the page's bytes depend on, but for the program itself.
func (v View) Hash() [sha256.Size]byte {
	e := encoder{b: make([]byte, 0, 4096)}
	e.b = append(e.b, v.digest[:]...)
	e.text(v.layout)
	v.data.encode(&e)
	return e.sum()
}

// WithLines returns the view with the source line of each block of the text written into its tag, as preview wants it.
func (v View) WithLines() View {
	if d, ok := v.data.(withText); ok {
		d.text().lines = true
	}
	return v
}

// Render writes a view through its layout. A layout that fails is a [LayoutError].
func (r *Renderer) Render(v View) ([]byte, error) {
	var b bytes.Buffer
	row, _ := rowOf(v.layout)
	if err := v.set.execute(&b, row, v.data); err != nil {
		err.Page = v.source
		return nil, fmt.Errorf("render %s: %w", v.source, err)
	}
	return b.Bytes(), nil
}

// Page renders a page.
func (r *Renderer) Page(p *site.Page) ([]byte, error) {
	v, err := r.View(p)
	if err != nil {
		return nil, err
	}
	return r.Render(v)
}

// Alias renders the redirect page of an old address.
func (r *Renderer) Alias(s *site.Site, a site.Alias) ([]byte, error) {
	p := &site.Page{Site: s, URL: a.From, Output: a.From, Layout: alias, Title: a.To.Title, Lang: a.To.Lang}
	return r.Render(r.view(p, r.maker(p).alias(a.To)))
}

// Hash identifies all that the page's bytes depend on, but for the program itself. It is zero for a page without a layout.
func (r *Renderer) Hash(p *site.Page) [sha256.Size]byte {
	v, err := r.View(p)
	if err != nil {
		return [sha256.Size]byte{}
	}
	return v.Hash()
}
