package sitetest

import (
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"antq/internal/html"
)

// CheckLinks proves that each address of each page and style sheet of the tree leads to a file of the tree when the site is
// opened from disk, and each fragment to an id of that file. Addresses with a host are left alone; mailto, tel and data are
// taken, other schemes are not. Give it the folder of one agency (fs.Sub) to prove that the folder is complete in itself.
func CheckLinks(fsys fs.FS) []Finding { return checkLinks(fsys, false) }

// CheckFolderLinks is [CheckLinks] for sites with `urls: folders`, in which a link that ends in "/" means index.html.
func CheckFolderLinks(fsys fs.FS) []Finding { return checkLinks(fsys, true) }

// linkTree is what has to be known of a tree before its links can be followed.
type linkTree struct {
	folders bool // "x/" means x/index.html
	files   map[string]bool
	dirs    map[string]bool
	ids     map[string]map[string]bool // of pages and SVG pictures, by file
}

// address is one address to be followed.
type address struct {
	file string
	line int
	url  string
}

func checkLinks(fsys fs.FS, folders bool) []Finding {
	tree := linkTree{folders: folders, files: map[string]bool{}, dirs: map[string]bool{}, ids: map[string]map[string]bool{}}
	var addresses []address
	var findings []Finding
	unread := eachFile(fsys, func(name string, data []byte) {
		tree.files[name] = true
		for dir := path.Dir(name); !tree.dirs[dir]; dir = path.Dir(dir) {
			tree.dirs[dir] = true
		}
		switch path.Ext(name) {
		case ".html", ".svg":
			d, err := html.Parse(data)
			if err != nil {
				findings = append(findings, Finding{File: name, Why: err.Error()})
				return
			}
			tree.ids[name] = map[string]bool{}
			for id, elements := range d.IDs() {
				tree.ids[name][id] = true
				if len(elements) > 1 {
					line, _ := d.Position(elements[1].Offset)
					findings = append(findings, Finding{File: name, Line: line, URL: "#" + id, Why: "the id is given twice"})
				}
			}
			for _, l := range d.Links() {
				line, _ := d.Position(l.Offset)
				addresses = append(addresses, address{name, line, l.URL})
			}
			for _, base := range d.Find(html.MustCompile("base[href]")) {
				findings = append(findings, Finding{File: name, URL: base.Attr("href"), Why: "a base element makes every link depend on it"})
			}
		case ".css":
			for _, u := range html.CSSURLs(string(data)) {
				addresses = append(addresses, address{name, 1 + strings.Count(string(data[:u.Offset]), "\n"), u.URL})
			}
		}
	})
	for _, a := range addresses {
		if why := tree.follow(a.file, a.url); why != "" {
			findings = append(findings, Finding{a.file, a.line, a.url, why})
		}
	}
	return sortFindings(append(findings, unread...))
}

// follow returns "" if the address leads somewhere, else why it does not.
func (t linkTree) follow(from, addr string) string {
	if strings.ContainsAny(addr, " \t\n\r\\") {
		return "white space or a backslash in an address"
	}
	if addr == "" {
		return "the address is empty"
	}
	if scheme := schemeOf(addr); scheme != "" {
		switch scheme {
		case "http", "https", "mailto", "tel", "data":
			return ""
		}
		return fmt.Sprintf("the scheme %s may not be linked", scheme)
	}
	if path.Base(from) == "404.html" && strings.HasPrefix(addr, "/") && !strings.HasPrefix(addr, "//") {
		return t.followRooted(from, addr)
	}
	if strings.HasPrefix(addr, "/") {
		return "begins at the root of a server: leads nowhere from disk or from another folder"
	}
	rest, fragment, _ := strings.Cut(addr, "#")
	rest, _, _ = strings.Cut(rest, "?")
	rest, err := url.PathUnescape(rest)
	if err != nil {
		return err.Error()
	}
	target := from
	if rest != "" {
		target = path.Join(path.Dir(from), rest)
	}
	if target == ".." || strings.HasPrefix(target, "../") {
		return "leads outside the tree"
	}
	if target == "." || strings.HasSuffix(rest, "/") || t.dirs[target] {
		if !t.folders || rest != "" && !strings.HasSuffix(rest, "/") {
			return "names a folder: from disk no page is shown"
		}
		target = path.Join(target, "index.html")
	}
	if !t.files[target] {
		return "there is no file " + target
	}
	return t.fragment(target, fragment)
}

// followRooted returns "" if an address of the page that is not found, which is shown at any depth and therefore begins at the
// root of the server, leads somewhere under some path at which the folder of the page may stand there.
func (t linkTree) followRooted(from, addr string) string {
	rest, fragment, _ := strings.Cut(addr, "#")
	rest, _, _ = strings.Cut(rest, "?")
	for below := true; below; {
		_, rest, below = strings.Cut(rest, "/")
		target := path.Join(path.Dir(from), rest)
		if rest == "" || strings.HasSuffix(rest, "/") {
			target = path.Join(target, "index.html")
		}
		if t.files[target] && below {
			return t.fragment(target, fragment)
		}
	}
	return "leads nowhere below the folder of the page"
}

func (t linkTree) fragment(target, fragment string) string {
	ids, known := t.ids[target]
	if !known || fragment == "" || fragment == "top" {
		return ""
	}
	id, err := url.PathUnescape(fragment)
	if err != nil {
		return err.Error()
	}
	if !ids[id] {
		return fmt.Sprintf("%s has no id %q", target, id)
	}
	return ""
}

// schemeOf returns the scheme of an address in lower case; "" for a relative one.
func schemeOf(addr string) string {
	for i := range len(addr) {
		c := addr[i] | 0x20
		switch {
		case 'a' <= c && c <= 'z':
		case i > 0 && addr[i] == ':':
			return strings.ToLower(addr[:i])
		case i > 0 && ('0' <= addr[i] && addr[i] <= '9' || strings.IndexByte("+-.", addr[i]) >= 0):
		default:
			return ""
		}
	}
	return ""
}
