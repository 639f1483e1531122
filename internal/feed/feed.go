// Package feed writes what machines read of a site besides its pages: the register of documents as JSON and CSV, and the
// metadata of each document.
//
// In goes an immutable [site.Site], out come [File] values; nothing here reads the disk. Field names are those of NĐ 30/2020,
// Phụ lục VI, where the decree has one (TypeName, CodeNumber, CodeNotation, IssuedDate, OrganName, OrganId, Subject, Language,
// Description, SignerInfo, To); what the decree does not name begins with a small letter. A field has one type
// everywhere: SignerInfo is always one object, and the further signers of a joint document stand in coSigners. A field that is not known is left
// out; a date has the precision that is known ("2026-05"), never more.
package feed

import (
	"bytes"
	"encoding/json"
	"strings"

	"antq/internal/content"
	"antq/internal/site"
)

// File is a finished file of a site.
type File struct {
	Path string // below the site's folder
	Data []byte
}

// Paths of the register below a site.
const (
	RegisterJSON = "du-lieu/van-ban.json"
	RegisterCSV  = "du-lieu/van-ban.csv"
)

// HasMetadata reports whether the page of an entry has its metadata beside it as JSON: plans, documents and commendations.
func HasMetadata(e *site.Entry) bool {
	switch e.Kind {
	case content.KindPlan, content.KindDocument, content.KindCommendation:
		return e.Admin != nil
	}
	return false
}

// MetadataPath returns the path of an entry's metadata: that of its page with ".json" for ".html".
func MetadataPath(p *site.Page) string { return strings.TrimSuffix(p.Output, ".html") + ".json" }

// Metadata returns the metadata files of a site, in the order of its entries.
func Metadata(s *site.Site) ([]File, error) {
	var files []File
	for _, e := range s.Entries {
		if !HasMetadata(e) {
			continue
		}
		data, err := marshal(describe(e))
		if err != nil {
			return nil, err
		}
		files = append(files, File{MetadataPath(e.Page), data})
	}
	return files, nil
}

// marshal writes JSON without white space and with letters such as & as they are.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimRight(b.Bytes(), "\n"), err
}
