package render

import (
	"net/url"
	"strings"
)

// whole returns the public address of a link of this page, as search engines are to keep it: "…/" for the index of a folder. It
// is "" without baseURL, and for links that lead nowhere.
func (b *Base) whole(href string) string {
	if href == "" || b.URL == "" {
		return ""
	}
	from, err := url.Parse(b.URL)
	if err != nil {
		return ""
	}
	to, err := from.Parse(href)
	if err != nil {
		return ""
	}
	if strings.HasSuffix(to.Path, "/index.html") && strings.HasPrefix(to.String(), b.Root) {
		to.Path, to.RawPath = strings.TrimSuffix(to.Path, "index.html"), ""
	}
	return to.String()
}
