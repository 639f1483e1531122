package sitetest

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"antq/internal/output"
)

// ManifestTrue proves that the manifests of a published tree (that of the hub with its agencies, or of one agency) say what
// is there: each file belongs to exactly one of them, with its size and sum, each entry is a file, and the hub's manifest
// names the manifests of the agencies.
func ManifestTrue(fsys fs.FS) []Finding {
	files := map[string]output.File{}
	manifests := map[string]output.Manifest{} // by folder, "." for the root
	var findings []Finding
	unread := eachFile(fsys, func(name string, data []byte) {
		files[name] = output.File{Path: name, Size: int64(len(data)), Sum: sha256.Sum256(data)}
		if path.Base(name) != output.ManifestName || strings.Count(name, "/") > 1 {
			return
		}
		m, err := output.ParseManifest(data)
		if err != nil {
			findings = append(findings, Finding{File: name, Why: err.Error()})
			return
		}
		manifests[path.Dir(name)] = m
	})
	findings = append(findings, unread...)
	if len(manifests) == 0 {
		return append(findings, Finding{Why: "no manifest"})
	}
	owner := map[string]string{} // file -> folder of the manifest that lists it
	for folder, m := range manifests {
		for _, entry := range m {
			name := path.Join(folder, entry.Path)
			if by, twice := owner[name]; twice {
				findings = append(findings, Finding{File: name, Why: fmt.Sprintf("is listed in the manifests of %q and %q", by, folder)})
			}
			owner[name] = folder
			if file, ok := files[name]; !ok {
				findings = append(findings, Finding{File: name, Why: "is listed, but not there"})
			} else if file.Size != entry.Size || file.Sum != entry.Sum {
				findings = append(findings, Finding{File: name, Why: fmt.Sprintf("has %d bytes (%s), its manifest says %d (%s)", file.Size, file.Sum, entry.Size, entry.Sum)})
			}
		}
	}
	for name := range files {
		want, listed := siteOf(name, manifests)
		by, ok := owner[name]
		switch {
		case !listed && ok:
			findings = append(findings, Finding{File: name, Why: "is a manifest that lists itself"})
		case listed && !ok:
			findings = append(findings, Finding{File: name, Why: "is in no manifest"})
		case listed && by != want:
			findings = append(findings, Finding{File: name, Why: fmt.Sprintf("belongs to the manifest of %q, not %q", want, by)})
		}
	}
	return sortFindings(findings)
}

// siteOf returns the folder of the manifest in which the file has to be listed; false for a manifest that stands above all
// others, which nothing lists.
func siteOf(name string, manifests map[string]output.Manifest) (string, bool) {
	_, hub := manifests["."]
	top, rest, below := strings.Cut(name, "/")
	if !below {
		return ".", name != output.ManifestName
	}
	if _, agency := manifests[top]; agency && rest != output.ManifestName {
		return top, true
	} else if agency {
		return ".", hub
	}
	return ".", true
}
