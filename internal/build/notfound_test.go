package build_test

import (
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"antq/internal/html"
	"antq/internal/sitetest"
)

// A server that is not the public one, and knows the site under the same path, shows the page for what is not found as it is
// meant, three folders down too: every address of it is on the server itself, and there.
func TestNotFoundIsWholeAtAnyDepth(t *testing.T) {
	for _, c := range []struct{ name, base, campaign, mount string }{
		{"with a path", "baseURL: https://so-mau.example.vn/antq/\n", "", "/antq/"},
		{"with a host", "baseURL: https://so-mau.example.vn/\n", "", "/"},
		{"without an address", "", "", "/so-mau/"},
		{"below the address of the hub", "", "hub:\n  baseURL: https://phong-trao.example.vn/tin\n", "/tin/so-mau/"},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := strings.Replace(small, "code: SM\n", "code: SM\n"+c.base, 1)
			src = strings.Replace(src, "name: Toàn dân bảo vệ an ninh Tổ quốc\n", "name: Toàn dân bảo vệ an ninh Tổ quốc\n"+c.campaign, 1)
			agency, err := fs.Sub(files(t, run(t, options(sitetest.Files(t, src)))), "so-mau")
			if err != nil {
				t.Fatal(err)
			}
			server := httptest.NewServer(mounted(agency, c.mount))
			t.Cleanup(server.Close)
			page, status := fetched(t, server.URL+c.mount+"khong/co/o-day/trang.html")
			if status != http.StatusNotFound || !strings.Contains(page, "Không tìm thấy") {
				t.Fatalf("%d: %.200s", status, page)
			}
			d, err := html.Parse([]byte(page))
			if err != nil {
				t.Fatal(err)
			}
			own := map[string]int{}
			for _, l := range d.Links() {
				if strings.HasPrefix(l.URL, "#") || strings.HasPrefix(l.URL, "data:") {
					continue
				}
				if !strings.HasPrefix(l.URL, c.mount) || strings.HasPrefix(l.URL, "//") {
					t.Errorf("%s is not on the server", l.URL)
					continue
				}
				own[l.Element.Tag]++
				if _, status := fetched(t, server.URL+l.URL); status != http.StatusOK {
					t.Errorf("%s answers %d", l.URL, status)
				}
			}
			if own["link"] < 2 || own["script"] < 2 || own["a"] < 3 {
				t.Errorf("style, scripts and links: %v", own)
			}
			policy := d.Find(html.MustCompile(`meta[http-equiv="Content-Security-Policy"]`))
			if len(policy) != 1 || strings.Contains(policy[0].Attr("content"), "http") {
				t.Errorf("the policy names another host: %v", policy)
			}
		})
	}
}

// mounted serves the folder of an agency below a path; what is not there is its page for that.
func mounted(agency fs.FS, at string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, ok := strings.CutPrefix(r.URL.Path, at)
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		data, err := fs.ReadFile(agency, name)
		if !ok || err != nil {
			data, _ = fs.ReadFile(agency, "404.html")
			w.WriteHeader(http.StatusNotFound)
		}
		_, _ = w.Write(data) // a client that has gone away is no failure
	})
}

func fetched(t *testing.T, address string) (string, int) {
	t.Helper()
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data), resp.StatusCode
}
