package build

import (
	"bytes"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/json"
	"github.com/tdewolff/minify/v2/svg"
	"github.com/tdewolff/minify/v2/xml"
)

// minifier makes files small without changing what they mean. A nil minifier leaves them as they are.
type minifier struct{ m *minify.M }

// newMinifier returns a minifier for every type that is published. HTML is taken for layouts: actions between {{ and }} are
// left alone. Quotes stay round attribute values with actions, since what they will hold is not known yet.
func newMinifier() *minifier {
	m := minify.New()
	m.Add("text/html", &html.Minifier{TemplateDelims: html.GoTemplateDelims})
	m.Add("text/css", &css.Minifier{})
	m.Add("text/javascript", &js.Minifier{})
	m.Add("image/svg+xml", &svg.Minifier{})
	m.Add("application/json", &json.Minifier{})
	m.Add("application/xml", &xml.Minifier{})
	return &minifier{m}
}

// minify returns the smaller form of data, or data itself if the type is not one that can be made smaller.
func (m *minifier) minify(mediaType string, data []byte) ([]byte, error) {
	if m == nil {
		return data, nil
	}
	if _, _, f := m.m.Match(mediaType); f == nil {
		return data, nil
	}
	var out bytes.Buffer
	out.Grow(len(data))
	if err := m.m.Minify(mediaType, &out, bytes.NewReader(data)); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
