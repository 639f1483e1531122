package content

import (
	"crypto/sha256"

	"antq/internal/diag"
)

// Document is one source file, decoded. It depends on the file's path and bytes alone and is never changed after Parse.
type Document struct {
	Place
	Common Common
	Meta   Meta // never nil, also for a file with errors
	Body   Body
	// Keys lists where each key of the front matter stands, by its path ("number", "tasks.0.before"), so that a
	// later room can name the place of a value that only the whole site can judge.
	Keys   map[string]diag.Span
	Digest [sha256.Size]byte // of the source bytes
}

// At returns the place of a front matter value by its path, or else of the nearest key above it that was written.
func (d *Document) At(key string) diag.Span {
	for {
		if s, ok := d.Keys[key]; ok {
			return s
		}
		i := lastDot(key)
		if i < 0 {
			return diag.Span{}
		}
		key = key[:i]
	}
}

func lastDot(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == '.' {
			return i
		}
	}
	return -1
}

// Meta is what the kind adds to the common keys. It is a closed set: *Page, *Plan, *Story, *Conference, *Legal, *Model,
// *Commendation, *Notice, *Material, *Section, *Agency and *Campaign.
type Meta interface{ kind() Kind }

// Common holds the keys that every kind has.
type Common struct {
	Title         string
	ShortTitle    string
	Date          Date
	Description   string
	Changes       []Change
	Draft         bool
	ExpiryDate    Date
	Withdrawn     *Withdrawal
	Slug          string
	Aliases       []string
	Tags          []string
	Unit          string
	Image         *Image
	Attachments   []Attachment
	Related       []Relation
	Source        string
	SourceURL     string
	Author        string
	Approved      *Approval
	Weight        int
	TOC           Switch
	NoIndex       bool
	Lang          string
	Abbreviations []Abbreviation
	Waive         []Waiver
}

// Switch is a bool that knows whether it was typed.
type Switch uint8

// The states of a Switch.
const (
	Unset Switch = iota
	Off
	On
)

// Change is a change note; the newest one dates the page's last update.
type Change struct {
	Date Date
	Note string
}

// Withdrawal says since when and why the content was taken away.
type Withdrawal struct {
	Date   Date
	Reason string
}

// Image is the lead picture.
type Image struct{ Src, Alt, Credit, Consent string }

// Attachment is a file beside the page or a document of the site.
type Attachment struct{ Title, File, To, Note, Original string }

// Relation is a typed link to another document: To is a path, a path with a fragment, or a citation line.
type Relation struct{ Rel, To, Note string }

// Approval says who released the document.
type Approval struct {
	By   string
	Date Date
}

// Abbreviation is a short form and what it stands for.
type Abbreviation struct{ Short, Long string }

// Waiver accepts a problem of this file for a reason.
type Waiver struct{ Code, Reason string }
