package build

import (
	"antq/internal/diag"
	"antq/internal/media"
	"antq/internal/site"
)

// examined is what is known of a file that is not Markdown.
type examined struct {
	asset    site.Asset
	facts    media.Facts
	problems diag.List
	table    []byte // of a CSV file
}

// known returns a parsed source that need not be read again: a preview knows that the file is as it was.
func (b *Builder) known(name string) (parsed, bool) {
	if b.trusted == nil || !b.trusted(name) {
		return parsed{}, false
	}
	p, ok := b.memory.documents[name]
	return p, ok && p.document != nil
}

// knownAsset returns what was found out about a file that need not be read again.
func (b *Builder) knownAsset(name string) (examined, bool) {
	if b.trusted == nil || !b.trusted(name) {
		return examined{}, false
	}
	x, ok := b.memory.assets[name]
	return x, ok
}
