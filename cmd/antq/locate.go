package main

import (
	"os"
	"path/filepath"
	"slices"
)

// place is a site on disk.
type place struct {
	dir      string   // absolute folder that holds content/
	agencies []string // ids: folders below content/ with an _agency.md, sorted
}

// locate finds the site: the folder of --source, else the current folder or the nearest one above it with a site.
func (a *app) locate() (place, error) {
	start := a.source
	if start == "" {
		start = "."
	}
	dir, err := filepath.Abs(start)
	if err != nil {
		return place{}, err
	}
	for here := dir; ; here = filepath.Dir(here) {
		if p, ok := siteAt(here); ok {
			return p, nil
		}
		if a.source != "" || here == filepath.Dir(here) {
			return place{}, &usageError{a.say(sayNoSite, start)}
		}
	}
}

// siteAt reports whether a folder holds a site.
func siteAt(dir string) (place, bool) {
	p := place{dir: dir}
	found, _ := filepath.Glob(filepath.Join(globEscape(dir), "content", "*", "_agency.md"))
	for _, f := range found {
		p.agencies = append(p.agencies, filepath.Base(filepath.Dir(f)))
	}
	slices.Sort(p.agencies)
	if len(p.agencies) > 0 {
		return p, true
	}
	_, err := os.Stat(filepath.Join(dir, "content", "_campaign.md"))
	return p, err == nil
}

// globEscape keeps the letters of a folder's name from being read as a pattern.
func globEscape(s string) string {
	var b []rune
	for _, r := range s {
		if r == '[' || r == '*' || r == '?' {
			b = append(b, '[', r, ']')
			continue
		}
		b = append(b, r)
	}
	return string(b)
}
