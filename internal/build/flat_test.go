package build_test

import (
	"strings"
	"testing"

	"antq/internal/html"
)

// flat writes what a page says and links to, without regard to white space between elements and to quotes.
func flat(t *testing.T, src []byte) string {
	t.Helper()
	d, err := html.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString(d.Root().Text())
	for _, l := range d.Links() {
		if !strings.Contains(l.URL, "tai-nguyen/") { // the names of static files hold a hash of their bytes
			b.WriteString("\n" + l.URL)
		}
	}
	return b.String()
}
