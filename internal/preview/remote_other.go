//go:build !linux

package preview

import "strings"

// isRemote reports whether a folder is on a drive of the network. Only Windows tells by the path; elsewhere, and for a letter of
// a network drive, missing events tell in the end.
func isRemote(dir string) bool { return strings.HasPrefix(dir, `\\`) || strings.HasPrefix(dir, "//") }
