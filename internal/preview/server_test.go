package preview

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"antq/internal/build"
	"antq/internal/output"
)

// Built files and served files are the same bytes, but for the script's tag and the line numbers; and every built path is there.
func TestServedFilesAreTheBuiltOnes(t *testing.T) {
	s := play(t, smallSite(t), nil)
	o := s.preview.options.Build
	r, err := build.New(o).Build(t.Context(), output.NewMemory())
	if err != nil || r.Tree == nil {
		t.Fatal(err, r.Problems.All())
	}
	for _, f := range r.Tree.Files() {
		if strings.HasSuffix(f.Path, "manifest.txt") {
			continue
		}
		want, err := r.Tree.ReadFile(f.Path)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(want), "_antq") {
			t.Errorf("%s: the built file knows of the preview", f.Path)
		}
		answer, body := s.get("/" + f.Path)
		if answer.StatusCode != http.StatusOK || plainPage(body) != string(want) {
			t.Errorf("%s answers %d and %d bytes, not %d", f.Path, answer.StatusCode, len(plainPage(body)), len(want))
		}
		if answer.Header.Get("ETag") == "" || answer.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: headers %v", f.Path, answer.Header)
		}
		again, _ := s.get("/"+f.Path, "If-None-Match", answer.Header.Get("ETag"))
		if again.StatusCode != http.StatusNotModified {
			t.Errorf("%s: asked again it answers %d", f.Path, again.StatusCode)
		}
		head, none := s.request(http.MethodHead, "/"+f.Path)
		if head.StatusCode != http.StatusOK || none != "" || head.ContentLength != int64(len(body)) {
			t.Errorf("%s: HEAD answers %d, length %d", f.Path, head.StatusCode, head.ContentLength)
		}
	}
}

// plainPage takes out of a page what the preview adds.
func plainPage(body string) string {
	if i := strings.Index(body, `<script defer src="/_antq/`); i >= 0 {
		end := strings.LastIndex(body, `data-tag="`)
		body = body[:i] + body[end+strings.Index(body[end:], "</script>")+len("</script>"):]
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(body, ` data-line="`)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		_, body, _ = strings.Cut(rest, `"`)
	}
}

func TestTypesAndKeeping(t *testing.T) {
	s := play(t, smallSite(t), nil)
	page := s.shows("/so-mau/")
	_, rest, _ := strings.Cut(page, `rel=stylesheet href="`)
	sheet, _, _ := strings.Cut(rest, `"`)
	for _, c := range []struct{ address, kind, keep string }{
		{"/so-mau/", "text/html; charset=utf-8", "no-cache"},
		{"/so-mau/" + sheet, "text/css; charset=utf-8", "max-age=31536000, immutable"},
		{"/_antq/preview.js", "text/javascript; charset=utf-8", "no-cache"},
		{"/_antq/bar.css", "text/css; charset=utf-8", "no-cache"},
		{"/_antq/state?page=/", "application/json; charset=utf-8", "no-store"},
	} {
		answer, _ := s.get(c.address)
		if answer.StatusCode != 200 || answer.Header.Get("Content-Type") != c.kind || answer.Header.Get("Cache-Control") != c.keep {
			t.Errorf("%s: %d %v", c.address, answer.StatusCode, answer.Header)
		}
	}
	if answer, _ := s.get("/so-mau"); answer.StatusCode != http.StatusFound || answer.Header.Get("Location") != "/so-mau/" {
		t.Errorf("a folder without its slash: %d %q", answer.StatusCode, answer.Header.Get("Location"))
	}
	answer, body := s.get("/so-mau/khong/co.html")
	if answer.StatusCode != http.StatusNotFound || !strings.Contains(body, `href="/so-mau/`) || strings.Contains(body, `="/antq/`) {
		t.Errorf("what is not found: %d, %.300s", answer.StatusCode, body)
	}
}

func TestAttacks(t *testing.T) {
	s := play(t, smallSite(t), nil)
	host := strings.TrimPrefix(s.url, "http://")
	_, port, _ := net.SplitHostPort(host)
	for _, c := range []struct {
		name, line string // of the request
		headers    string
		want       int
	}{
		{"as it should be", "GET /so-mau/ HTTP/1.1", "Host: " + host, 200},
		{"by name", "GET /so-mau/ HTTP/1.1", "Host: localhost:" + port, 200},
		{"another name", "GET /so-mau/ HTTP/1.1", "Host: evil.example", 421},
		{"another name with the port", "GET /so-mau/ HTTP/1.1", "Host: evil.example:" + port, 421},
		{"name that begins like it", "GET / HTTP/1.1", "Host: 127.0.0.1.evil.example:" + port, 421},
		{"another port", "GET / HTTP/1.1", "Host: 127.0.0.1:1", 421},
		{"no name", "GET / HTTP/1.0", "X: y", 421},
		{"no name of today", "GET / HTTP/1.1", "X: y", 400},
		{"whole address of another", "GET http://evil.example/ HTTP/1.1", "Host: " + host, 421},
		{"POST", "POST / HTTP/1.1", "Host: " + host, 405},
		{"PUT", "PUT /so-mau/index.html HTTP/1.1", "Host: " + host, 405},
		{"DELETE", "DELETE /so-mau/index.html HTTP/1.1", "Host: " + host, 405},
		{"OPTIONS", "OPTIONS /_antq/set HTTP/1.1", "Host: " + host, 405},
		{"CONNECT", "CONNECT evil.example:80 HTTP/1.1", "Host: " + host, 421},
		{"dots", "GET /../../etc/passwd HTTP/1.1", "Host: " + host, 404},
		{"dots below", "GET /so-mau/../../content/_campaign.md HTTP/1.1", "Host: " + host, 404},
		{"dots written", "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", "Host: " + host, 404},
		{"dots written twice", "GET /%252e%252e/etc/passwd HTTP/1.1", "Host: " + host, 404},
		{"slash written", "GET /so-mau%2f..%2f..%2fcontent/_campaign.md HTTP/1.1", "Host: " + host, 404},
		{"backslash", `GET /..\..\etc\passwd HTTP/1.1`, "Host: " + host, 404},
		{"backslash written", "GET /so-mau/..%5c..%5ccontent HTTP/1.1", "Host: " + host, 404},
		{"NUL", "GET /so-mau/%00 HTTP/1.1", "Host: " + host, 404},
		{"two slashes", "GET //etc/passwd HTTP/1.1", "Host: " + host, 404},
		{"host in the path", "GET //evil.example/%2e%2e HTTP/1.1", "Host: " + host, 404},
		{"drive", "GET /C:/Windows/win.ini HTTP/1.1", "Host: " + host, 404},
		{"source", "GET /content/_campaign.md HTTP/1.1", "Host: " + host, 404},
		{"source of a page", "GET /so-mau/tin-tuc/khai-mac.md HTTP/1.1", "Host: " + host, 404},
		{"profile", "GET /so-mau/_agency.md HTTP/1.1", "Host: " + host, 404},
		{"assets above", "GET /_antq/../own.go HTTP/1.1", "Host: " + host, 404},
		{"assets written", "GET /_antq/%2e%2e/own.go HTTP/1.1", "Host: " + host, 404},
		{"assets' folder", "GET /_antq/ HTTP/1.1", "Host: " + host, 404},
		{"notes on assets", "GET /_antq/idiomorph.txt HTTP/1.1", "Host: " + host, 404},
		{"foreign events", "GET /_antq/events HTTP/1.1", "Host: " + host + "\r\nOrigin: http://evil.example", 403},
		{"events without origin", "GET /_antq/events HTTP/1.1", "Host: " + host + "\r\nOrigin: null", 403},
		{"events of another port", "GET /_antq/events HTTP/1.1", "Host: " + host + "\r\nOrigin: http://127.0.0.1:1", 403},
		{"events by two origins", "GET /_antq/events HTTP/1.1", "Host: " + host + "\r\nOrigin: http://" + host + "\r\nOrigin: http://evil.example", 403},
		{"foreign script", "GET /_antq/state HTTP/1.1", "Host: " + host + "\r\nSec-Fetch-Site: cross-site", 403},
		{"another port's script", "GET /_antq/state HTTP/1.1", "Host: " + host + "\r\nSec-Fetch-Site: same-site", 403},
		{"change by a picture", "GET /_antq/set?drafts=0 HTTP/1.1", "Host: " + host, 403},
		{"change by a form", "GET /_antq/set?drafts=0 HTTP/1.1", "Host: " + host + "\r\nSec-Fetch-Site: cross-site\r\nAntq-Preview: 1", 403},
		{"no day", "GET /_antq/set?today=31-12 HTTP/1.1", "Host: " + host + "\r\nAntq-Preview: 1", 400},
		{"header too long", "GET / HTTP/1.1", "Host: " + host + "\r\nX: " + strings.Repeat("x", 64<<10), 431},
	} {
		status, body := raw(t, host, c.line+"\r\n"+c.headers+"\r\nConnection: close\r\n\r\n")
		if status != c.want {
			t.Errorf("%s: %q answers %d, want %d", c.name, c.line, status, c.want)
		}
		for _, secret := range []string{"root:", "name: Toàn dân", "package preview", "title: Khai mạc"} {
			if strings.Contains(body, secret) {
				t.Errorf("%s: the answer shows %q", c.name, secret)
			}
		}
	}
	if s.preview.drafts != true {
		t.Error("somebody else changed what is seen")
	}
}

// raw sends bytes and returns the status and what follows it.
func raw(t *testing.T, host, request string) (int, string) {
	t.Helper()
	c, err := net.Dial("tcp", host)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(patience))
	go func() { _, _ = io.WriteString(c, request) }() // a server that refuses early closes meanwhile
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		t.Fatalf("%.80s: %v", request, err)
	}
	defer answer.Body.Close()
	body, _ := io.ReadAll(io.LimitReader(answer.Body, 1<<20))
	return answer.StatusCode, string(body)
}

// 2,000 streams that nobody reads and 2,000 connections that say nothing do not keep the site from who writes it.
func TestIdleStreams(t *testing.T) {
	s := play(t, smallSite(t), nil)
	host := strings.TrimPrefix(s.url, "http://")
	open, refused := 0, 0
	for i := range 2000 {
		c, err := net.Dial("tcp", host)
		if err != nil {
			t.Fatalf("connection %d: %v", i, err)
		}
		defer c.Close()
		_ = c.SetDeadline(time.Now().Add(patience))
		_, _ = fmt.Fprintf(c, "GET /_antq/events?page=/so-mau/ HTTP/1.1\r\nHost: %s\r\n\r\n", host)
		answer, err := http.ReadResponse(bufio.NewReader(c), nil)
		switch {
		case err != nil:
			refused++
		case answer.StatusCode == 200:
			open++
		case answer.StatusCode == http.StatusServiceUnavailable:
			refused++
			c.Close()
		default:
			t.Fatalf("stream %d answers %d", i, answer.StatusCode)
		}
	}
	if open != maxStreams || open+refused != 2000 {
		t.Errorf("%d streams are open, %d refused", open, refused)
	}
	s.shows("/so-mau/", "Sở Mẫu")
	s.edit(opening, "Đoạn thứ hai.", "Trong lúc bận.")
	s.touching(opening)
	s.shows("/so-mau/tin-tuc/khai-mac.html", "Trong lúc bận.")
}

func TestConnectionsAreCounted(t *testing.T) {
	inner, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer inner.Close()
	l := limitListener(inner, 2)
	accepted := make(chan net.Conn, 10)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			accepted <- c
		}
	}()
	dial := func() net.Conn {
		c, err := net.Dial("tcp", inner.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		_ = c.SetDeadline(time.Now().Add(patience))
		return c
	}
	one, two := dial(), dial()
	defer one.Close()
	defer two.Close()
	first, second := <-accepted, <-accepted
	three := dial()
	if _, err := three.Read(make([]byte, 1)); err == nil {
		t.Error("a third connection is not closed")
	}
	first.Close()
	first.Close() // counts once
	four := dial()
	defer four.Close()
	fourth := <-accepted
	five := dial()
	if _, err := five.Read(make([]byte, 1)); err == nil {
		t.Error("closing twice made room for two")
	}
	second.Close()
	fourth.Close()
}

func TestSlowRequestsEnd(t *testing.T) {
	s := play(t, smallSite(t), nil)
	server := s.preview.server(&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 1313})
	if server.ReadHeaderTimeout != headerTime || server.IdleTimeout != idleTime || server.WriteTimeout != writeTime || server.MaxHeaderBytes != maxHeader {
		t.Errorf("limits: %+v", server)
	}
	server.ReadHeaderTimeout, server.ReadTimeout = 1, 1 // nanosecond: any sender is slow
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = server.Serve(l) }()
	defer server.Close()
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(patience))
	_, _ = io.WriteString(c, "GET / HTTP/1.1\r\n")
	if answer, _ := io.ReadAll(c); strings.Contains(string(answer), "200") {
		t.Errorf("a request that never ends is answered: %q", answer)
	}
}

// A page that is asked for while a rebuild waits is answered by the new site, never by half of one.
func TestPagesWaitForTheRebuild(t *testing.T) {
	s := play(t, smallSite(t), nil)
	for i := range 20 {
		word := fmt.Sprintf("lượt-%d", i)
		s.write(opening, "---\ntitle: Khai mạc\ndate: 12/10/2026\n---\n\n"+word+".\n")
		s.preview.ask(build.Changes{Files: map[string]bool{opening: true}})
		s.shows("/so-mau/tin-tuc/khai-mac.html", word)
	}
}

// Only GET with sound values changes what is seen.
func TestSet(t *testing.T) {
	s := play(t, smallSite(t), nil)
	for _, c := range []struct {
		method, query string
		want          int
	}{
		{"GET", "drafts=banana", 400}, {"GET", "drafts=", 400}, {"GET", "drafts=1&drafts=0", 400}, {"GET", "drafts=0&today=x", 400},
		{"GET", "", 400}, {"GET", "today=2026-02-30", 400}, {"GET", "today=0001-01-01", 400}, {"HEAD", "drafts=0", 405},
	} {
		if answer, _ := s.request(c.method, "/_antq/set?"+c.query, "Antq-Preview", "1"); answer.StatusCode != c.want {
			t.Errorf("%s %q answers %d, want %d", c.method, c.query, answer.StatusCode, c.want)
		}
		if n := s.preview.known(); n != 1 || !s.preview.drafts {
			t.Errorf("%s %q changed what is seen", c.method, c.query)
		}
	}
	if answer, _ := s.get("/_antq/set?drafts=0&today=2026-05-20", "Antq-Preview", "1"); answer.StatusCode != http.StatusNoContent {
		t.Errorf("sound values answer %d", answer.StatusCode)
	}
	if _, state := s.get("/_antq/state?page=/"); !strings.Contains(state, `"drafts":false,"today":"2026-05-20","fixed":true`) {
		t.Errorf("the state is %.300s", state)
	}
}

// What is broken from the beginning shows why, and heals.
func TestBrokenFromTheBeginning(t *testing.T) {
	dir := smallSite(t)
	s := &scene{t: t, dir: dir}
	text := s.read(opening)
	s.write(opening, strings.Replace(text, "title:", "titel:", 1))
	s = play(t, dir, nil)
	answer, body := s.get("/so-mau/")
	if answer.StatusCode != http.StatusServiceUnavailable || !strings.Contains(body, "/_antq/preview.js") {
		t.Errorf("%d %s", answer.StatusCode, body)
	}
	if _, state := s.get("/_antq/state?page=/so-mau/"); !strings.Contains(state, `"titel`) && !strings.Contains(state, "titel") {
		t.Errorf("the state does not tell: %s", state)
	}
	s.write(opening, text)
	s.touching(opening)
	s.shows("/so-mau/", "Sở Mẫu")
}

func TestToken(t *testing.T) {
	s := play(t, smallSite(t), func(o *Options) { o.Token = "bi-mat-123" })
	if answer, _ := s.get("/so-mau/"); answer.StatusCode != http.StatusForbidden {
		t.Errorf("without the token: %d", answer.StatusCode)
	}
	if answer, _ := s.get("/so-mau/?antq=sai"); answer.StatusCode != http.StatusForbidden {
		t.Errorf("with another token: %d", answer.StatusCode)
	}
	answer, _ := s.get("/so-mau/?antq=bi-mat-123&a=b")
	if answer.StatusCode != http.StatusSeeOther || answer.Header.Get("Location") != "/so-mau/?a=b" {
		t.Fatalf("with the token: %d, %v", answer.StatusCode, answer.Header)
	}
	evil, _ := s.get("//evil.example/?antq=bi-mat-123")
	if to := evil.Header.Get("Location"); strings.HasPrefix(to, "//") {
		t.Errorf("leads to %q", to)
	}
	cookie := answer.Header.Get("Set-Cookie")
	if !strings.Contains(cookie, "HttpOnly") || !strings.Contains(cookie, "SameSite=Lax") {
		t.Errorf("cookie %q", cookie)
	}
}

// Ctrl-C ends a preview although browsers listen and a rebuild runs.
func TestEndsAtOnce(t *testing.T) {
	s := play(t, smallSite(t), nil)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r, _ := http.NewRequestWithContext(ctx, http.MethodGet, s.url+"/_antq/events", nil)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	s.preview.ask(build.Changes{All: true})
	s.stop()
	if _, err := io.ReadAll(answer.Body); err == nil && ctx.Err() != nil {
		t.Error("the stream goes on")
	}
}
