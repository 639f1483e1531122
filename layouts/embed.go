// Package layouts holds the templates of every page. What each one can show is written in package render.
package layouts

import "embed"

// FS holds the layouts by their path below this folder: "base.html", "partials/card.html", "shortcodes/video.html". It holds
// this file too; whoever lays it under a site's own layouts leaves *.go out.
//
//go:embed all:*.html all:partials all:shortcodes
var FS embed.FS
