package sitetest

import (
	"io/fs"
	"path"
	"strings"

	"antq/internal/html"
)

// NoForeign proves that no page and no style sheet of the tree makes a browser ask another host for anything. Own are the
// addresses under which the site itself is published ("https://sxd.langson.gov.vn/antq/"): the page for addresses not found
// loads its style from there, since it does not know at which depth it is shown. What only scripts do is not seen.
func NoForeign(fsys fs.FS, own ...string) []Finding {
	var findings []Finding
	judge := func(name string, line int, addr string) {
		if isForeign(addr, own) {
			findings = append(findings, Finding{name, line, addr, "is loaded from another host"})
		}
	}
	unread := eachFile(fsys, func(name string, data []byte) {
		switch path.Ext(name) {
		case ".html", ".svg":
			d, err := html.Parse(data)
			if err != nil {
				findings = append(findings, Finding{File: name, Why: err.Error()})
				return
			}
			for _, l := range d.Links() {
				if line, _ := d.Position(l.Offset); l.Use == html.Load {
					judge(name, line, l.URL)
				}
			}
		case ".css":
			for _, u := range html.CSSURLs(string(data)) {
				judge(name, 1+strings.Count(string(data[:u.Offset]), "\n"), u.URL)
			}
		}
	})
	return sortFindings(append(findings, unread...))
}

func isForeign(addr string, own []string) bool {
	// A browser takes backslashes for slashes and drops tabs and line ends inside an address.
	plain := strings.NewReplacer("\\", "/", "\t", "", "\n", "", "\r", "").Replace(addr)
	scheme := schemeOf(plain)
	if scheme == "data" || scheme == "" && !strings.HasPrefix(plain, "//") {
		return false
	}
	for _, o := range own {
		if strings.HasPrefix(plain, strings.TrimSuffix(o, "/")+"/") {
			return false
		}
	}
	return true
}
