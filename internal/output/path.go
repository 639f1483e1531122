package output

import (
	"io/fs"
	"strings"
)

// CheckPath returns a [*PathError] unless path can name a finished file on every system: UTF-8, relative, clean, with
// slashes, without backslash, colon (a drive or a stream for Windows) and control characters.
func CheckPath(path string) error {
	if path == "." || !fs.ValidPath(path) || strings.ContainsFunc(path, forbidden) {
		return &PathError{Path: path}
	}
	return nil
}

func forbidden(r rune) bool { return r < 0x20 || r == 0x7f || r == '\\' || r == ':' }

// isManifestPath reports whether a path is that of the manifest of a site: of the hub or of a folder in it.
func isManifestPath(path string) bool {
	dir, name, nested := strings.Cut(path, "/")
	return dir == ManifestName && !nested || name == ManifestName
}

// parent returns the folder of a path, "" for the topmost one.
func parent(path string) string {
	return path[:max(strings.LastIndexByte(path, '/'), 0)]
}

// join puts a path below the folder prefix; "" is the topmost folder.
func join(prefix, path string) string {
	if prefix == "" {
		return path
	}
	return prefix + "/" + path
}

func notExist(path string) error {
	return &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
}
