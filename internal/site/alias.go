package site

import (
	"path"
	"strconv"
	"strings"

	"antq/internal/viet"
)

// Alias is an old address that redirects.
type Alias struct {
	From string // below the site: the file to write, "ke-hoach/cu.html"
	To   *Page
}

// makeAliases claims the old addresses of the site's documents.
func (b *builder) makeAliases() {
	for _, s := range b.own {
		e := b.entries[s]
		if s.held == HeldDraft || e == nil && s.held == "" {
			continue
		}
		for i, typed := range s.doc.Common.Aliases {
			key := "aliases." + strconv.Itoa(i)
			out, reason := aliasPath(typed)
			if out == "" {
				if s.shared() == b.site.Hub {
					b.report(s, key, "alias-path", reason, typed)
				}
				continue
			}
			if b.claim(out, owner{source: s, alias: typed, key: key}) && e != nil {
				b.site.Aliases = append(b.site.Aliases, Alias{From: out, To: e.Page})
			}
		}
	}
}

// aliasPath returns the file that answers for an old address below the site: an address without an ending is a folder's. It
// returns "" for one that cannot be answered, and why: it leads out of the site (no reason), it is "name"d as not every system
// can store it, or its "folder" is one that antq fills itself.
func aliasPath(typed string) (out, reason string) {
	p := viet.NFC(strings.TrimPrefix(typed, "/"))
	if p == "" || strings.ContainsAny(p, "?#:\\%\"<>|*") || path.IsAbs(p) {
		return "", ""
	}
	folder := strings.HasSuffix(p, "/")
	if p = strings.TrimSuffix(p, "/"); p != path.Clean(p) || strings.HasPrefix(p, "..") || p == "." {
		return "", ""
	}
	for part := range strings.SplitSeq(p, "/") {
		if strings.HasPrefix(part, ".") || strings.HasSuffix(part, " ") || isDevice(strings.ToLower(strings.TrimSuffix(part, path.Ext(part)))) {
			return "", "name"
		}
	}
	for _, r := range p {
		if r < ' ' || r == 0x7f {
			return "", "name"
		}
	}
	if ext := path.Ext(p); folder || ext == "" {
		p += "/index.html"
	}
	if ownedFolder(p) {
		return "", "folder"
	}
	return p, ""
}
