package preview

import (
	"net/http"
	"os"
	"strings"
	"testing"

	"antq/internal/sitetest"
)

// Without the hub, the root leads to the agency, or to each of several.
func TestDoor(t *testing.T) {
	second := "-- content/so-hai/_agency.md --\n---\nname: Sở Hai <&>\ncode: SH\nplace: Lạng Sơn\n---\n"
	playTwo := func(ids ...string) *scene {
		dir := smallSite(t)
		if err := os.CopyFS(dir, sitetest.Files(t, second)); err != nil {
			t.Fatal(err)
		}
		return play(t, dir, func(o *Options) { o.Build.Agencies = ids })
	}
	one := playTwo("so-mau")
	if answer, _ := one.get("/"); answer.StatusCode != http.StatusFound || answer.Header.Get("Location") != "/so-mau/" {
		t.Errorf("one agency: %d, %q", answer.StatusCode, answer.Header.Get("Location"))
	}
	if answer, body := one.get("/khong-co/"); answer.StatusCode != http.StatusNotFound || !strings.Contains(body, "/_antq/preview.js") {
		t.Errorf("what is not found does not heal: %d, %s", answer.StatusCode, body)
	}
	two := playTwo("so-mau", "so-hai")
	answer, body := two.get("/")
	if answer.StatusCode != http.StatusOK || !strings.Contains(body, `<a href="/so-mau/">Sở Mẫu</a>`) || !strings.Contains(body, `<a href="/so-hai/">Sở Hai &lt;&amp;&gt;</a>`) {
		t.Errorf("two agencies: %d, %s", answer.StatusCode, body)
	}
	if answer, _ := playTwo().get("/"); answer.StatusCode != http.StatusOK || answer.Header.Get("ETag") == "" {
		t.Errorf("the hub: %d", answer.StatusCode)
	}
}
