// Package static holds the style sheets and drawings of every page. css/*.css become one style sheet, in order of name; files
// of root/ keep their names; all others get an address with a digest of their bytes.
package static

import "embed"

// FS holds the static files by their path below this folder: "css/10-tokens.css", "icon.svg". It holds this file too;
// whoever lays it under a site's own static files leaves *.go out.
//
//go:embed all:css icon.svg
var FS embed.FS
