package preview

import (
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"antq/internal/build"
	"antq/internal/diag"
	"antq/internal/sitetest"
)

// patience is far above what any step takes: only one that hangs meets it.
const patience = 60 * time.Second

// moment is the present of all tests.
var moment = time.Date(2026, 11, 5, 8, 0, 0, 0, time.FixedZone("+07:00", 7*60*60))

// small is a site with layouts of its own, so that tests are quick.
const small = `
-- content/_campaign.md --
---
name: Toàn dân bảo vệ an ninh Tổ quốc
---
-- content/so-mau/_agency.md --
---
name: Sở Mẫu
code: SM
place: Lạng Sơn
baseURL: https://so-mau.example.vn/antq/
---

Giới thiệu về Sở.
-- content/so-mau/tin-tuc/khai-mac.md --
---
title: Khai mạc đợt thi đua
date: 12/10/2026
---

Đợt thi đua đã khai mạc.

Đoạn thứ hai.
-- content/so-mau/tin-tuc/nhap.md --
---
title: Bản nháp
date: 12/10/2026
draft: true
---

Chưa xong.
`

// scene is a preview that runs on a folder of its own.
type scene struct {
	t        testing.TB
	dir      string
	preview  *Preview
	url      string // without closing "/"
	rebuilds chan Rebuild
	notices  chan Notice
	stop     func()
}

// play starts a preview of a folder with the layouts and static files of the project. set may change the options.
func play(t testing.TB, dir string, set func(*Options)) *scene {
	t.Helper()
	for _, folder := range []string{"layouts", "static"} {
		if err := os.CopyFS(filepath.Join(dir, folder), os.DirFS(filepath.Join("..", "..", folder))); err != nil {
			t.Fatal(err)
		}
	}
	return playAs(t, dir, set)
}

// playAs starts a preview of a folder as it is.
func playAs(t testing.TB, dir string, set func(*Options)) *scene {
	t.Helper()
	s := &scene{t: t, dir: dir, rebuilds: make(chan Rebuild, 1000), notices: make(chan Notice, 10)}
	at := func(folder string) string { return filepath.Join(dir, folder) }
	o := Options{
		Build: build.Options{Content: os.DirFS(at("content")), Layouts: os.DirFS(at("layouts")), Static: os.DirFS(at("static")), Now: moment, Drafts: true},
		Dir:   dir, Lang: diag.English, Editor: "vscode://file/{path}:{line}:{column}",
		Report: func(r Rebuild) { s.rebuilds <- r }, Notice: func(n Notice) { s.notices <- n },
	}
	if set != nil {
		set(&o)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.url = "http://" + l.Addr().String()
	s.preview = New(o)
	s.run(l)
	s.next()
	return s
}

// run begins to serve on a listener, until the test ends or stop is called.
func (s *scene) run(l net.Listener) {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.preview.Run(ctx, l) }()
	done := false
	s.stop = func() {
		if done {
			return
		}
		done = true
		cancel()
		if err := <-ended; err != nil {
			s.t.Error(err)
		}
	}
	s.t.Cleanup(func() { s.stop() })
}

// next waits for a rebuild.
func (s *scene) next() Rebuild {
	s.t.Helper()
	select {
	case r := <-s.rebuilds:
		return r
	case <-time.After(patience):
		s.t.Fatal("no rebuild came")
		return Rebuild{}
	}
}

// until waits for a rebuild of which something is true.
func (s *scene) until(what string, holds func(Rebuild) bool) Rebuild {
	s.t.Helper()
	deadline := time.After(patience)
	for {
		select {
		case r := <-s.rebuilds:
			if holds(r) {
				return r
			}
		case <-deadline:
			s.t.Fatalf("no rebuild came in which %s", what)
		}
	}
}

// touching waits for a good rebuild that was caused by a file.
func (s *scene) touching(file string) Rebuild {
	s.t.Helper()
	return s.until(file+" changed and all is good", func(r Rebuild) bool { return r.Good && slices.Contains(r.Changed, file) })
}

// smallSite writes the small site into a folder.
func smallSite(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, sitetest.Files(t, small)); err != nil {
		t.Fatal(err)
	}
	return dir
}

func (s *scene) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

func (s *scene) read(name string) string {
	s.t.Helper()
	data, err := os.ReadFile(s.path(name))
	if err != nil {
		s.t.Fatal(err)
	}
	return string(data)
}

// write saves a file as a plain editor does: cut to nothing, then written.
func (s *scene) write(name, text string) {
	s.t.Helper()
	if err := os.MkdirAll(filepath.Dir(s.path(name)), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(s.path(name), []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

// edit replaces a text in a file, which must be there.
func (s *scene) edit(name, old, new string) {
	s.t.Helper()
	text := s.read(name)
	if !strings.Contains(text, old) {
		s.t.Fatalf("%s holds no %q", name, old)
	}
	s.write(name, strings.ReplaceAll(text, old, new))
}

// get asks for an address, with headers in pairs.
func (s *scene) get(address string, headers ...string) (*http.Response, string) {
	s.t.Helper()
	return s.request(http.MethodGet, address, headers...)
}

func (s *scene) request(method, address string, headers ...string) (*http.Response, string) {
	s.t.Helper()
	r, err := http.NewRequestWithContext(s.t.Context(), method, s.url+address, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return answer, string(body)
}

// shows asks for an address until its page has the texts. One save can cause two rebuilds, so the one that was waited for may
// have been the second one of an earlier save: then the next rebuild decides.
func (s *scene) shows(address string, texts ...string) string {
	s.t.Helper()
	deadline := time.After(patience)
	for {
		answer, body := s.get(address)
		if answer.StatusCode == http.StatusOK && !slices.ContainsFunc(texts, func(text string) bool { return !strings.Contains(body, text) }) {
			return body
		}
		select {
		case <-s.rebuilds:
		case <-deadline:
			s.t.Errorf("%s answers %d and does not show %q", address, answer.StatusCode, texts)
			return body
		}
	}
}
