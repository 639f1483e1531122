package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"antq/internal/sitetest"
)

const serveSite = `
-- content/_campaign.md --
---
name: Toàn dân bảo vệ an ninh Tổ quốc
---
-- content/so-mau/_agency.md --
---
name: Sở Mẫu
code: SM
place: Lạng Sơn
---
`

// served is a run of “antq serve”.
type served struct {
	lines  *bufio.Scanner
	cancel func()
	ended  chan int
}

// serving runs the command on a small site until the test ends.
func serving(t *testing.T, args ...string) *served {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, sitetest.Files(t, serveSite)); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	out, in := io.Pipe()
	s := &served{bufio.NewScanner(out), cancel, make(chan int, 1)}
	a := &app{
		args:   append([]string{"serve", "--source", dir, "--port", "0"}, args...),
		stdout: in, stderr: in, getenv: func(string) string { return "" }, now: time.Now,
	}
	go func() {
		s.ended <- a.run(ctx)
		in.Close()
	}()
	t.Cleanup(func() { cancel(); go io.Copy(io.Discard, out); <-s.ended; s.ended <- 0 })
	if err := os.MkdirAll(filepath.Join(dir, "content", "so-mau", "tin-tuc"), 0o755); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s *served) line(t *testing.T) string {
	t.Helper()
	if !s.lines.Scan() {
		t.Fatal("the command says no more")
	}
	return s.lines.Text()
}

func TestServe(t *testing.T) {
	s := serving(t)
	first := s.line(t)
	address, ok := strings.CutPrefix(first, "The site is at ")
	if !ok || !strings.HasPrefix(address, "http://127.0.0.1:") {
		t.Fatalf("says %q", first)
	}
	s.line(t)
	if ready := s.line(t); !strings.Contains(ready, "ready: ") || !strings.Contains(ready, " pages, ") {
		t.Errorf("says %q", ready)
	}
	answer, err := http.Get(address)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatal(err, answer)
	}
	answer.Body.Close()
	s.cancel()
	code := <-s.ended
	s.ended <- code
	if code != exitDone {
		t.Errorf("Ctrl-C ends with %d", code)
	}
}

func TestServeJSON(t *testing.T) {
	s := serving(t, "--json")
	var start serveStart
	if err := json.Unmarshal([]byte(s.line(t)), &start); err != nil || start.Address == "" || start.LAN != "" {
		t.Fatal(err, start)
	}
	var line serveLine
	if err := json.Unmarshal([]byte(s.line(t)), &line); err != nil || line.Rebuild != 1 || !line.Good || line.Pages == 0 || line.Changed == nil {
		t.Fatal(err, line)
	}
}

// The address of the only agency is that of its own home page.
func TestServeAgency(t *testing.T) {
	s := serving(t, "--json", "--agency", "so-mau")
	var start serveStart
	if err := json.Unmarshal([]byte(s.line(t)), &start); err != nil || !strings.HasSuffix(start.Address, "/so-mau/") {
		t.Fatal(err, start)
	}
	answer, err := http.Get(start.Address)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatal(err, answer)
	}
	answer.Body.Close()
}

func TestServeLAN(t *testing.T) {
	s := serving(t, "--lan", "--json")
	var start serveStart
	text := s.line(t)
	if strings.Contains(text, "in no network") || strings.Contains(text, "problems") {
		t.Skip("this machine is in no network")
	}
	if err := json.Unmarshal([]byte(text), &start); err != nil || !strings.Contains(start.LAN, "/?antq=") {
		t.Fatal(err, text)
	}
	bare, _, _ := strings.Cut(start.Address, "?")
	answer, err := http.Get(bare)
	if err != nil || answer.StatusCode != http.StatusForbidden {
		t.Fatal(err, answer)
	}
	answer.Body.Close()
	if terminalQR(start.LAN) == "" {
		t.Error("no drawing for a phone")
	}
}

func TestServePorts(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	busy := l.Addr().(*net.TCPAddr).Port
	a := &app{}
	if _, err := a.listen(t.Context(), "127.0.0.1", busy, true); err == nil {
		t.Error("a port that was given and is busy is taken")
	}
	if busy+1 > 65535 {
		t.Skip("the last port is busy")
	}
	next, err := a.listen(t.Context(), "127.0.0.1", busy, false)
	if err != nil {
		t.Fatal(err)
	}
	defer next.Close()
	if got := next.Addr().(*net.TCPAddr).Port; got <= busy {
		t.Errorf("port %d follows %d", got, busy)
	}
}

func TestEditors(t *testing.T) {
	for template, good := range map[string]bool{
		"":                                    true,
		defaultEditor:                         true,
		"idea://open?file={path}&line={line}": true,
		"javascript:alert({path})":            false,
		"data:text/html,{path}":               false,
		"vscode://file/":                      false,
		"{path}":                              false,
		"code {path}":                         false,
	} {
		if goodEditor(template) != good {
			t.Errorf("%q: %v", template, !good)
		}
	}
}
