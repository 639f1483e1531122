package site

import (
	"path"
	"slices"
	"strings"

	"antq/internal/content"
	"antq/internal/viet"
)

// asset is a file of the content together with what is the same for every site that publishes it.
type asset struct {
	*Asset
	used   bool
	bundle *source // the innermost document whose folder it lies in, or nil
}

// File is an asset as it is published by a site.
type File struct {
	*Asset
	Site     *Site
	Output   string // below the site's folder, ASCII
	Download string // original file name
}

// indexFiles makes the index of files and finds the bundle that each belongs to.
func (m *maker) indexFiles() {
	m.assets = make(map[string]*asset, len(m.in.Assets))
	for i := range m.in.Assets {
		a := &asset{Asset: &m.in.Assets[i]}
		p := viet.NFC(a.Path)
		for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
			if s := m.bundles[dir]; s != nil {
				a.bundle = s
				break
			}
		}
		m.files = append(m.files, a)
		if _, twice := m.assets[p]; !twice {
			m.assets[p] = a
		}
	}
	slices.SortStableFunc(m.files, func(a, b *asset) int { return strings.Compare(a.Path, b.Path) })
}

// attach resolves a typed path of a file and reports what is wrong with it. Whatever it finds counts as used.
func (m *maker) attach(s *source, at spot, typed string) *asset {
	if strings.Contains(typed, "://") {
		m.reportAt(s, at, "file-missing", "elsewhere", typed)
		return nil
	}
	p, inside := locate(s, typed)
	a := m.assets[p]
	if a == nil || !inside {
		if reason := m.unreadable(p); reason != "" && inside {
			m.reportAt(s, at, "file-missing", reason, typed)
			return nil
		}
		if near := m.guesses.file(m, p); near != "" && inside {
			m.reportAt(s, at, "file-missing", "near", typed, s.typedPath(near))
		} else {
			m.reportAt(s, at, "file-missing", "", typed)
		}
		return nil
	}
	a.used = true
	switch ext := "." + viet.Slug(path.Ext(p)); {
	case isActive(ext):
		m.reportAt(s, at, "file-active", "", typed, ext)
		return nil
	case isProgram(ext):
		m.reportAt(s, at, "file-active", "program", typed, ext)
		return nil
	}
	return a
}

// unreadable says why a file cannot be found though it may lie there: "page" for a document of the content, "ignored" for names
// that are never read, else "".
func (m *maker) unreadable(p string) string {
	if strings.HasSuffix(strings.ToLower(p), ".md") {
		if m.places[strings.TrimSuffix(strings.TrimSuffix(p, ".md"), "/index")] != nil {
			return "page"
		}
		return ""
	}
	for part := range strings.SplitSeq(p, "/") {
		if content.Ignored(part) {
			return "ignored"
		}
	}
	return ""
}

// picture is attach for a file that must be an image.
func (m *maker) picture(s *source, at spot, typed string) *asset {
	a := m.attach(s, at, typed)
	if a != nil && !strings.HasPrefix(a.Type, "image/") {
		m.reportAt(s, at, "image-type", "", typed, a.Type)
		return nil
	}
	return a
}

// isActive reports whether a browser would run a file with this ending as part of the site.
func isActive(ext string) bool {
	switch ext {
	case ".html", ".htm", ".xhtml", ".xht", ".shtml", ".mht", ".mhtml", ".js", ".mjs", ".css", ".xml", ".xsl", ".svgz":
		return true
	}
	return false
}

// isProgram reports whether a web server, or a reader's computer, would run a file with this ending instead of showing it.
func isProgram(ext string) bool {
	switch ext {
	case ".php", ".php3", ".php4", ".php5", ".php7", ".php8", ".phps", ".pht", ".phtml", ".phar", ".asp", ".aspx", ".asa", ".asax",
		".ascx", ".ashx", ".asmx", ".cshtml", ".vbhtml", ".jsp", ".jspx", ".jspf", ".jhtml", ".war", ".cfm", ".cfml", ".cgi", ".fcgi",
		".pl", ".py", ".pyc", ".rb", ".lua", ".sh", ".bash", ".shtm", ".stm", ".inc",
		".exe", ".com", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".jse", ".wsf", ".wsh", ".hta", ".scr", ".pif", ".msi", ".msp", ".dll",
		".jar", ".reg", ".lnk", ".url", ".scf", ".chm", ".swf",
		".htaccess", ".htpasswd", ".config", ".ini", ".conf":
		return true
	}
	return false
}

// file publishes an asset on the site: beside the page of the bundle it lies in, else at its own folder's path.
func (b *builder) file(a *asset) *File {
	if a == nil {
		return nil
	}
	if f, known := b.published[a]; known {
		return f
	}
	b.published[a] = nil
	out := publishedPath(a)
	if out == "" {
		b.reportFile(a, "slug-empty", "file", path.Base(a.Path))
		return nil
	}
	if ownedFolder(out) {
		b.reportFile(a, "name-reserved", "file", out)
		return nil
	}
	if !b.claim(out, owner{asset: a}) {
		return nil
	}
	f := &File{Asset: a.Asset, Site: b.site, Output: out, Download: path.Base(a.Path)}
	b.published[a] = f
	b.site.Files = append(b.site.Files, f)
	return f
}

// publishedPath returns the path of an asset below the site's folder, or "" if its name has no letter for an address.
func publishedPath(a *asset) string {
	p := viet.NFC(a.Path)
	_, rest, _ := strings.Cut(p, "/")
	prefix := ""
	if s := a.bundle; s != nil && s.name != "" {
		prefix = s.name + "/"
		rest = strings.TrimPrefix(p, viet.NFC(s.doc.Bundle))
	}
	dir, name := path.Split(rest)
	for part := range strings.SplitSeq(strings.TrimSuffix(dir, "/"), "/") {
		if part == "" {
			continue
		}
		slug := viet.Slug(part)
		if slug == "" {
			return ""
		}
		prefix += slug + "/"
	}
	ext := path.Ext(name)
	slug := viet.Slug(strings.TrimSuffix(name, ext))
	if slug == "" || isDevice(slug) {
		return ""
	}
	if e := viet.Slug(ext); e != "" {
		slug += "." + e
	}
	return prefix + slug
}

// unusedFiles names the files of the agencies that are built, and of _shared, that no document refers to.
func (m *maker) unusedFiles() []string {
	var list []string
	for _, a := range m.files {
		folder, _, _ := strings.Cut(a.Path, "/")
		if !a.used && (m.built(folder) || folder == content.Shared) {
			list = append(list, a.Path)
		}
	}
	return list
}
