package preview

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"errors"
	"html"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"

	"antq/internal/build"
	"antq/internal/site"
)

// Limits of the server. One editor and a phone need a few connections; a page that tries to use up the machine gets no more
// than these.
const (
	maxConnections = 1024
	maxHeader      = 16 << 10         // bytes
	headerTime     = 5 * time.Second  // to send a request
	idleTime       = 60 * time.Second // without one
	writeTime      = 30 * time.Second // to take an answer
)

// ownPrefix is the place of all that is the preview's own.
const ownPrefix = "/_antq/"

func (p *Preview) server(addr net.Addr) *http.Server {
	return &http.Server{
		Handler:           &guard{preview: p, hosts: hostsOf(addr, p.options.Token != ""), cookie: cookieName(addr)},
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       headerTime,
		IdleTimeout:       idleTime,
		WriteTimeout:      writeTime,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          quietLog(),
	}
}

// serve answers a request that the guard let through.
func (p *Preview) serve(w http.ResponseWriter, r *http.Request) {
	if rest, own := strings.CutPrefix(r.URL.Path, ownPrefix); own {
		p.serveOwn(w, r, rest)
		return
	}
	s, err := p.current(r.Context())
	if err != nil {
		return // nobody waits any more
	}
	if s.live == nil {
		p.serveWaiting(w, r)
		return
	}
	name, redirect := pathOf(s.live, r.URL.Path)
	if redirect {
		// Relative addresses of the page start from its folder. The path is one of the site's own, so it leads nowhere else.
		http.Redirect(w, r, path.Base(name)+"/", http.StatusFound)
		return
	}
	if page, ok := s.live.Page(name); ok {
		p.servePage(w, r, name, page, http.StatusOK)
		return
	}
	if name == "index.html" && s.live.Sites.Hub == nil {
		p.serveDoor(w, r, s.live.Sites)
		return
	}
	p.serveFile(w, r, s.live, name)
}

// serveDoor answers at the root where no hub stands: it leads to the only agency, else to each.
func (p *Preview) serveDoor(w http.ResponseWriter, r *http.Request, sites *site.Sites) {
	w.Header().Set("Cache-Control", "no-store") // the next run may have a hub
	if len(sites.Agencies) == 1 {
		http.Redirect(w, r, addressOf(path.Join(sites.Agencies[0].ID, "index.html")), http.StatusFound)
		return
	}
	var list strings.Builder
	list.WriteString("<ul>")
	for _, one := range sites.Agencies {
		address := addressOf(path.Join(one.ID, "index.html"))
		list.WriteString(`<li><a href="` + html.EscapeString(address) + `">` + html.EscapeString(one.Name) + `</a></li>`)
	}
	list.WriteString("</ul>")
	p.sendOwn(w, r, http.StatusOK, p.frame(p.words().agencies, list.String()))
}

// sendOwn answers with a page of the preview's own, with the script in it: it becomes the page that was asked for as soon as that
// exists.
func (p *Preview) sendOwn(w http.ResponseWriter, r *http.Request, status int, page []byte) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", ownPolicy)
	send(w, r, status, inject(page, ""))
}

// pathOf turns the path of an address into that of a file. It reports true where a folder was named without its final slash.
func pathOf(live *build.Live, address string) (name string, redirect bool) {
	name = strings.TrimPrefix(address, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		return name + "index.html", false
	}
	if _, ok := live.Page(name); ok {
		return name, false
	}
	_, folder := live.Page(name + "/index.html")
	return name, folder
}

// addressOf is the inverse of pathOf.
func addressOf(name string) string {
	if name == "index.html" {
		return "/"
	}
	if folder, ok := strings.CutSuffix(name, "/index.html"); ok {
		name = folder + "/"
	}
	return urlPath("/" + name)
}

// servePage answers with a page and the preview's script in it. If its layout fails, the last good form stays.
func (p *Preview) servePage(w http.ResponseWriter, r *http.Request, name string, page *build.LivePage, status int) {
	made, _, err := p.pages.get(name, page)
	if err != nil && made == nil {
		p.serveBroken(w, r)
		return
	}
	data, tag := made.data, `"`+hex.EncodeToString(made.sum[:12])+`"`
	if status == http.StatusNotFound {
		data = atHome(data, page.Site().BaseURL, page.Site().ID)
	}
	if !page.Forward() {
		data = inject(data, strings.Trim(tag, `"`))
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", tag)
	if status == http.StatusOK && matches(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	send(w, r, status, data)
}

func send(w http.ResponseWriter, r *http.Request, status int, data []byte) {
	w.Header().Set("Content-Length", strconv.Itoa(len(data)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(data) // a browser that has gone away is no failure
	}
}

// matches reports whether a list of entity tags names one.
func matches(list, tag string) bool {
	for one := range strings.SplitSeq(list, ",") {
		if one = strings.TrimPrefix(strings.TrimSpace(one), "W/"); one == tag || one == "*" {
			return true
		}
	}
	return false
}

// serveFile answers with a file that is no page, else with the page for what is not found.
func (p *Preview) serveFile(w http.ResponseWriter, r *http.Request, live *build.Live, name string) {
	f, err := live.Open(name)
	if err != nil {
		p.serveMissing(w, r, live, name, err)
		return
	}
	defer f.Close()
	h := w.Header()
	h.Set("Content-Type", contentType(f.Type))
	h.Set("ETag", `"`+hex.EncodeToString(f.Sum[:12])+`"`)
	h.Set("Cache-Control", "no-cache")
	if f.Lasts {
		h.Set("Cache-Control", "max-age=31536000, immutable")
	}
	if f.Type == "image/svg+xml" { // opened by itself, a drawing is a document
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
	}
	http.ServeContent(w, r, "", time.Time{}, f)
}

// contentType is the media type of a file as a server sends it.
func contentType(t string) string {
	t = cmp.Or(t, "application/octet-stream")
	if strings.HasPrefix(t, "text/") || t == "application/json" || t == "application/xml" {
		return t + "; charset=utf-8"
	}
	return t
}

func (p *Preview) serveMissing(w http.ResponseWriter, r *http.Request, live *build.Live, name string, err error) {
	if !errors.Is(err, fs.ErrNotExist) {
		http.Error(w, "500", http.StatusInternalServerError)
		return
	}
	page := live.NotFound(name)
	if page == nil {
		p.sendOwn(w, r, http.StatusNotFound, p.frame(p.words().notFound, ""))
		return
	}
	p.servePage(w, r, "404:"+page.Site().ID, page, http.StatusNotFound)
}

// serveWaiting answers while there has been no good site yet: an empty page with the panel, which becomes the page that was
// asked for as soon as that exists.
func (p *Preview) serveWaiting(w http.ResponseWriter, r *http.Request) {
	p.sendOwn(w, r, http.StatusServiceUnavailable, p.frame(p.words().noSite, ""))
}

// serveBroken answers for a page whose layout fails and which has no good form to show.
func (p *Preview) serveBroken(w http.ResponseWriter, r *http.Request) {
	p.sendOwn(w, r, http.StatusInternalServerError, p.frame(p.words().brokenLayout, ""))
}

// atHome makes the addresses of the page that is not found, which begin where the site will stand on its server, lead to where it
// stands on this one.
func atHome(data []byte, base, id string) []byte {
	u, err := url.Parse(base)
	if base == "" || err != nil {
		return data // they begin at the hub, which stands at the root here
	}
	there, here := cmp.Or(u.Path, "/"), "/"
	if id != "" {
		here += id + "/"
	}
	return bytes.ReplaceAll(data, []byte(`="`+there), []byte(`="`+here))
}
