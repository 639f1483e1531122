package site

import (
	"path"
	"slices"
	"strings"

	"antq/internal/content"
	"antq/internal/viet"
)

// hitKind says what a typed reference leads to.
type hitKind uint8

const (
	hitNone   hitKind = iota // nowhere; what is wrong has been reported
	hitSource                // a document
	hitPage                  // a page that is no document's: home, section, generated
	hitFile                  // a file
	hitText                  // a citation of a document that the sites do not have
)

// hit is a typed reference, resolved as far as it is the same for every site.
type hit struct {
	kind     hitKind
	source   *source
	agency   string // hitPage: whose page; "" = the hub's
	name     string // hitPage: address without ending, "ke-hoach/" for a section
	file     *asset
	fragment string        // id on the page
	task     *content.Task // hitSource: the task that the fragment names
	text     string        // as typed
	at       spot
}

// locate turns a typed path into a path below content/: relative to the file it stands in, or, with a leading "/", to the
// agency's folder ("/_shared/…" and "/<agency>:/…" name another one). It reports false for a path that leads out of content/.
func locate(s *source, typed string) (string, bool) {
	typed = viet.NFC(strings.ReplaceAll(typed, `\`, "/"))
	rest, rooted := strings.CutPrefix(typed, "/")
	id, below, other := strings.Cut(rest, ":/")
	var p string
	switch {
	case !rooted:
		p = path.Join(s.dir, typed)
	case rest == content.Shared || strings.HasPrefix(rest, content.Shared+"/"):
		p = path.Join(rest)
	case other && !strings.Contains(id, "/"):
		p = path.Join(id, below)
	default:
		p = path.Join(s.folder, rest)
	}
	return p, p != ".." && !strings.HasPrefix(p, "../") && !strings.HasPrefix(p, "/")
}

// find resolves a typed path with an optional fragment. It is the one place that knows what a path may name; it reports
// nothing, and returns false if there is nothing at the path.
func (m *maker) find(s *source, typed string) (hit, bool) {
	if typed == "" {
		return hit{kind: hitSource, source: s}, true
	}
	p, ok := locate(s, typed)
	if !ok {
		return hit{}, false
	}
	if a := m.assets[p]; a != nil {
		return hit{kind: hitFile, file: a}, true
	}
	p = strings.TrimSuffix(p, ".md")
	p = strings.TrimSuffix(p, "/index")
	if to := m.places[p]; to != nil {
		return hit{kind: hitSource, source: to}, true
	}
	return m.findPage(p)
}

// findPage resolves a path that names no document: the home page of an agency or the hub, a section, a generated page.
// Whether the site has that page today is known only later.
func (m *maker) findPage(p string) (hit, bool) {
	folder, rest, _ := strings.Cut(p, "/")
	to := hit{kind: hitPage, agency: folder}
	switch {
	case p == "." || p == "":
		to.agency = ""
		return to, true
	case !slices.Contains(m.agencies, folder):
		to.agency, rest = "", p
	}
	rest = strings.TrimSuffix(rest, ".html")
	switch rest {
	case "":
		return to, to.agency != ""
	case "_agency":
		to.name = nameAbout
		return to, true
	}
	if _, section := content.KindOfFolder(strings.TrimSuffix(rest, "/_section")); section {
		to.name = strings.TrimSuffix(rest, "/_section") + "/"
		return to, true
	}
	to.name = rest
	return to, generatedName(rest)
}

// generatedName reports whether a page of this name may be made by antq.
func generatedName(name string) bool {
	if slices.Contains(linkable(), name) {
		return true
	}
	first, rest, deep := strings.Cut(name, "/")
	switch {
	case !deep:
		return false
	case first == folderUnits, first == folderTags:
		return viet.Slug(rest) == rest && rest != ""
	case first == folderYears:
		return isNumbered(rest, "")
	}
	return first == folderRegister && isNumbered(rest, "nam-")
}

// follow resolves a typed path, with its fragment apart, and reports what is wrong with it.
func (m *maker) follow(s *source, at spot, typed, fragment string) hit {
	to, ok := m.find(s, typed)
	to.text, to.at = typed, at
	if fragment != "" {
		to.text += "#" + fragment
	}
	if !ok {
		m.dangling(s, at, typed)
		return hit{}
	}
	to.fragment = fragment
	if to.kind == hitSource && fragment != "" {
		m.anchor(s, &to)
	}
	return to
}

// followPath is follow for a path and fragment in one text, as front matter has it.
func (m *maker) followPath(s *source, at spot, typed string) hit {
	p, fragment, _ := strings.Cut(strings.TrimSpace(typed), "#")
	return m.follow(s, at, p, fragment)
}

// dangling reports a path that leads nowhere, with the nearest one that does.
func (m *maker) dangling(s *source, at spot, typed string) {
	if isAddress(typed) {
		m.reportAt(s, at, "link-dangling", "address", typed)
		return
	}
	p, inside := locate(s, typed)
	if !inside {
		m.reportAt(s, at, "link-dangling", "outside", typed)
		return
	}
	if folder, rest, _ := strings.Cut(p, "/"); isMonth(rest) {
		m.reportAt(s, at, "link-dangling", "month", typed, s.typedPath(folder+"/"+nameCalendar))
		return
	}
	if near := m.guesses.path(m, p); near != "" {
		m.reportAt(s, at, "link-dangling", "near", typed, s.typedPath(near))
		return
	}
	m.reportAt(s, at, "link-dangling", "", typed)
}

// isAddress reports whether a text is the address of a page elsewhere, which a path never is.
func isAddress(typed string) bool {
	lower := strings.ToLower(typed)
	for _, start := range [...]string{"http:", "https:", "//", "www.", "mailto:", "tel:"} {
		if strings.HasPrefix(lower, start) {
			return true
		}
	}
	return strings.Contains(lower, "://")
}

// isMonth reports whether a name is that of a month of the calendar. Such pages come and go with what they hold.
func isMonth(name string) bool {
	month, below := strings.CutPrefix(strings.TrimSuffix(name, ".html"), nameCalendar+"/")
	year, number, parted := strings.Cut(month, "-")
	return below && parted && len(year) == 4 && isNumbered(year, "") && isNumbered(number, "")
}

// typedPath writes a path below content/ as it would be typed in the source.
func (s *source) typedPath(p string) string {
	folder, rest, _ := strings.Cut(p, "/")
	switch folder {
	case s.folder:
		return "/" + rest
	case content.Shared:
		return "/" + p
	}
	return "/" + folder + ":/" + rest
}

// anchor checks a fragment against the headings, other anchors and tasks of the document it points into, and puts the id
// in place of a heading's second name.
func (m *maker) anchor(s *source, to *hit) {
	if to.task = to.source.task(to.fragment); to.task != nil {
		return
	}
	body := &to.source.doc.Body
	var ids []string
	for _, h := range body.Headings {
		if to.fragment == h.ID || to.fragment == h.Slug {
			to.fragment = h.ID
			return
		}
		ids = append(ids, h.ID)
		if h.Slug != "" {
			ids = append(ids, h.Slug)
		}
	}
	if hasID(body.HTML, to.fragment) {
		return
	}
	if a := to.source.admin; a != nil {
		for _, t := range a.Tasks {
			if t.ID != "" {
				ids = append(ids, t.ID)
			}
		}
	}
	if near := m.guesses.word(to.fragment, ids); near != "" {
		m.reportAt(s, to.at, "link-anchor", "near", to.fragment, sourceFile(to.source.doc.Path), near)
	} else {
		m.reportAt(s, to.at, "link-anchor", "", to.fragment, sourceFile(to.source.doc.Path))
	}
	to.fragment = ""
}

// hasID reports whether the HTML of a body gives some element this id. Headings, numbered blocks ("ii.3.a") and footnotes have
// one; links to them are few, so the bytes are searched instead of keeping a list for every document.
func hasID(html []byte, id string) bool {
	text := string(html)
	for {
		i := strings.Index(text, "id=")
		if i < 0 {
			return false
		}
		before := i == 0 || text[i-1] == ' ' || text[i-1] == '\n'
		text = text[i+len("id="):]
		value := text
		if q, ok := strings.CutPrefix(value, `"`); ok {
			value, _, _ = strings.Cut(q, `"`)
		} else if j := strings.IndexAny(value, " >"); j >= 0 {
			value = value[:j]
		}
		if before && value == id {
			return true
		}
	}
}
