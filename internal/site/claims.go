package site

import (
	"strings"

	"antq/internal/content"
)

// claims are the paths that a site publishes, each with who asks for it. Two owners of one path, or a file where another
// needs a folder, would lose a page in silence on one system or another; both are named instead. Paths are compared without
// case, since file systems differ in that.
type claims struct {
	files   map[string]owner
	folders map[string]owner
}

// owner is what a path is published for: a source or file of the content, or nothing typed: a page that antq makes.
type owner struct {
	source *source
	asset  *asset
	alias  string // the address as typed, where the owner is an alias of the source
	key    string // of the alias
	beside bool   // a file that antq writes beside the page of the source
}

func (o owner) generated() bool { return o.source == nil && o.asset == nil }

// file returns the path of the content file that stands behind the claim.
func (o owner) file() string {
	switch {
	case o.source != nil:
		return sourceFile(o.source.doc.Path)
	case o.asset != nil:
		return sourceFile(o.asset.Path)
	}
	return ""
}

func newClaims() claims {
	return claims{files: map[string]owner{}, folders: map[string]owner{}}
}

// take claims a path. It returns the owner in the way and false if there is one.
func (c *claims) take(out string, o owner) (owner, bool) {
	key := strings.ToLower(out)
	if other, taken := c.files[key]; taken {
		return other, false
	}
	if other, taken := c.folders[key]; taken {
		return other, false
	}
	for i := range len(key) {
		if key[i] == '/' {
			if other, taken := c.files[key[:i]]; taken {
				return other, false
			}
		}
	}
	c.files[key] = o
	for i := range len(key) {
		if key[i] != '/' {
			continue
		}
		if _, taken := c.folders[key[:i]]; !taken {
			c.folders[key[:i]] = o
		}
	}
	return owner{}, true
}

// claim takes a path for its owner and reports a collision, naming both sides.
func (b *builder) claim(out string, o owner) bool {
	other, free := b.claims.take(out, o)
	if free || other == o {
		return free
	}
	reason := ""
	if other.generated() || o.generated() {
		reason = "generated"
	}
	if o.generated() {
		o, other = other, o // the place is that of the file which somebody wrote
	}
	switch {
	case o.source != nil && o.alias != "":
		if other.source == o.source {
			reason = "alias-twice"
		} else if reason == "" {
			reason = "alias"
		} else {
			reason = "alias-generated"
		}
		b.report(o.source, o.key, "path-collision", reason, o.alias, other.file())
	case o.source != nil:
		if o.beside && other.generated() {
			reason = "beside"
		}
		key := ""
		if o.source.doc.Common.Slug != "" {
			key = "slug"
		}
		b.report(o.source, key, "path-collision", reason, out, other.file())
	case o.asset != nil:
		b.reportFile(o.asset, "path-collision", reason, out, other.file())
	}
	return false
}

// reserve claims what antq and its feeds, calendar, search and data make for the site, before any file can.
func (b *builder) reserve() {
	none := owner{}
	for _, name := range []string{"feed.xml", "rss.xml", "feed.json", "sitemap.xml", "robots.txt", "manifest.txt", "lich.ics"} {
		b.claims.take(name, none)
	}
	if b.site.Hub {
		for _, id := range b.agencies {
			b.claims.take(id+"/index.html", none)
		}
	}
	for _, k := range content.SectionKinds() {
		for _, name := range []string{"feed.xml", "rss.xml", "feed.json"} {
			b.claims.take(k.Folder()+"/"+name, none)
		}
	}
}

// claimBeside claims the file that antq writes beside a document's page: metadata as JSON, the calendar entry of a conference.
func (b *builder) claimBeside(e *Entry, s *source) {
	ending := ""
	switch e.Kind {
	case content.KindPlan, content.KindDocument, content.KindCommendation:
		if e.Admin != nil {
			ending = ".json"
		}
	case content.KindConference:
		ending = ".ics"
	}
	if ending != "" {
		b.claim(strings.TrimSuffix(e.Page.Output, ".html")+ending, owner{source: s, beside: true})
	}
}

// ownedFolder reports whether a path lies in a folder whose names antq makes up itself (hashes, shards, tables).
func ownedFolder(out string) bool {
	first, _, deep := strings.Cut(out, "/")
	return deep && (first == folderStatic || first == folderData || first == nameSearch)
}
