// Package static holds the style sheets, typefaces, scripts and drawings of every page. css/*.css become one style sheet and js/*.js one
// script, in order of name; early.js stands alone, since it runs before the page is drawn. Files of root/ keep their names; all
// others get an address with a digest of their bytes.
package static

import "embed"

// FS holds the static files by their path below this folder: "css/10-tokens.css", "card.png". It holds this file too;
// whoever lays it under a site's own static files leaves *.go out.
//
//go:embed all:css all:fonts all:js card.png early.js icon.svg
var FS embed.FS
