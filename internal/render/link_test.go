package render

import (
	"testing"

	"antq/internal/content"
	"antq/internal/site"
)

// Whatever a text holds, no page links to an address that runs a program.
func TestUnsafeAddressesAreNotLinked(t *testing.T) {
	s := newSample()
	m := embedded(t).maker(s.pages["plan"])
	for _, address := range []string{"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "\tjavascript:x", "file:///etc/hosts"} {
		if got := m.target(&site.Target{Text: "x", Absolute: address}); got.Href != "" {
			t.Errorf("link to %q", got.Href)
		}
		ref := &content.Ref{Kind: content.RefShortcode, Name: "video", Args: []content.Arg{{Name: "url", Value: address}}}
		if c := m.video(ref, nil).(*VideoCode); c.Href != "" {
			t.Errorf("film at %q", c.Href)
		}
	}
	for _, address := range []string{"https://langson.gov.vn/a", "mailto:a@langson.gov.vn", "tel:02053812104"} {
		if m.target(&site.Target{Absolute: address}).Href != address {
			t.Errorf("no link to %q", address)
		}
	}
}
