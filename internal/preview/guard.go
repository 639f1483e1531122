package preview

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"sync"
)

// guard lets through what may be asked, and says how answers may be used.
type guard struct {
	preview *Preview
	hosts   map[string]bool // Host headers that name this server
	cookie  string
}

// tokenKey is the name of the token in an address.
const tokenKey = "antq"

func (g *guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "SAMEORIGIN")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Referrer-Policy", "same-origin")
	switch {
	case !g.hosts[strings.ToLower(r.Host)]:
		// A name of the network that was made to lead here (DNS rebinding) would read the site under its own origin.
		refuse(w, http.StatusMisdirectedRequest)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		refuse(w, http.StatusMethodNotAllowed)
	case !strings.HasPrefix(r.URL.Path, "/"):
		refuse(w, http.StatusBadRequest)
	case strings.HasPrefix(r.URL.Path, ownPrefix) && g.foreign(r):
		refuse(w, http.StatusForbidden)
	case g.preview.options.Token != "" && !g.known(w, r):
	default:
		g.preview.serve(w, r)
	}
}

func refuse(w http.ResponseWriter, status int) {
	http.Error(w, strconv.Itoa(status)+" "+http.StatusText(status), status)
}

// foreign reports whether a page of another origin asks.
func (g *guard) foreign(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" && site != "none" {
		return true
	}
	origins, asked := r.Header["Origin"]
	if !asked {
		return false
	}
	u, err := url.Parse(origins[0])
	return len(origins) != 1 || err != nil || u.Scheme != "http" || u.Host != r.Host
}

// known reports whether the request brings the token. With the token in the address it answers itself: the cookie, and the
// address without the token, so that it is in no history and no Referer.
func (g *guard) known(w http.ResponseWriter, r *http.Request) bool {
	token := g.preview.options.Token
	if c, err := r.Cookie(g.cookie); err == nil && same(c.Value, token) {
		return true
	}
	query := r.URL.Query()
	if !same(query.Get(tokenKey), token) {
		refuse(w, http.StatusForbidden)
		return false
	}
	query.Del(tokenKey)
	http.SetCookie(w, &http.Cookie{Name: g.cookie, Value: token, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode})
	w.Header().Set("Cache-Control", "no-store")
	to := urlPath("/" + strings.TrimLeft(r.URL.Path, "/"))
	if q := query.Encode(); q != "" {
		to += "?" + q
	}
	w.Header().Set("Location", to)
	w.WriteHeader(http.StatusSeeOther)
	return false
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// urlPath writes a path as an address has it.
func urlPath(name string) string { return (&url.URL{Path: name}).EscapedPath() }

// NewToken returns a token for [Options.Token]: 128 bits that nobody can guess.
func NewToken() string { return newToken() }

func newToken() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails
	return base64.RawURLEncoding.EncodeToString(b[:])
}

// Address returns the address to open in a browser, of the home page or of the agency with an id: on this machine or, with lan,
// from others in the network; "" if there is none.
func Address(l net.Listener, agency, token string, lan bool) string {
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		return ""
	}
	host := "127.0.0.1"
	if lan {
		ips := lanIPs()
		if len(ips) == 0 {
			return ""
		}
		host = ips[0]
	}
	address := "http://" + net.JoinHostPort(host, port) + addressOf(path.Join(agency, "index.html"))
	if token != "" {
		address += "?" + tokenKey + "=" + token
	}
	return address
}

// hostsOf lists the Host headers under which a listener may be asked.
func hostsOf(addr net.Addr, lan bool) map[string]bool {
	_, port, _ := net.SplitHostPort(addr.String())
	names := []string{"127.0.0.1", "localhost", "::1"}
	if lan {
		names = append(names, lanIPs()...)
	}
	hosts := map[string]bool{}
	for _, name := range names {
		hosts[net.JoinHostPort(name, port)] = true
		if port == "80" {
			hosts[name] = true
		}
	}
	return hosts
}

// lanIPs lists this machine's addresses in the networks it is part of, those of version 4 first.
func lanIPs() []string {
	addrs, _ := net.InterfaceAddrs()
	var four, six []string
	for _, a := range addrs {
		n, ok := a.(*net.IPNet)
		switch {
		case !ok || n.IP.IsLoopback() || n.IP.IsLinkLocalUnicast() || n.IP.IsMulticast():
		case n.IP.To4() != nil:
			four = append(four, n.IP.String())
		default:
			six = append(six, n.IP.String())
		}
	}
	return append(four, six...)
}

// cookieName differs by port: cookies do not.
func cookieName(addr net.Addr) string {
	_, port, _ := net.SplitHostPort(addr.String())
	return "antq-" + port
}

// quietLog is for what the server would print: browsers that hang up, requests that are none.
func quietLog() *log.Logger { return log.New(io.Discard, "", 0) }

// limited is a listener that gives out no more than a number of connections at a time; further ones are closed at once.
type limited struct {
	net.Listener
	free chan struct{}
}

func limitListener(l net.Listener, n int) net.Listener {
	return &limited{l, make(chan struct{}, n)}
}

func (l *limited) Accept() (net.Conn, error) {
	for {
		c, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		select {
		case l.free <- struct{}{}:
			return &counted{Conn: c, done: sync.OnceFunc(func() { <-l.free })}, nil
		default:
			_ = c.Close()
		}
	}
}

type counted struct {
	net.Conn
	done func()
}

func (c *counted) Close() error {
	defer c.done()
	return c.Conn.Close()
}
