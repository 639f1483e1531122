package feed

import (
	"cmp"
	"encoding/hex"
	"strings"

	"antq/internal/content"
	"antq/internal/site"
	"antq/internal/viet"
)

// document is the metadata of one administrative document (NĐ 30/2020, Phụ lục VI; NĐ 42/2022, Điều 4).
type document struct {
	ID           string   `json:"id"` // stable: agency and path of the source
	TypeName     string   `json:"TypeName,omitempty"`
	CodeNumber   string   `json:"CodeNumber,omitempty"`   // "108"; with its year where the number has one: "40/2024"
	CodeNotation string   `json:"CodeNotation,omitempty"` // "NQ-ĐUSXD"
	IssuedDate   string   `json:"IssuedDate,omitempty"`
	OrganName    string   `json:"OrganName,omitempty"` // joint documents: names with "; "
	OrganID      string   `json:"OrganId,omitempty"`
	Subject      string   `json:"Subject"`
	Language     string   `json:"Language"`
	Description  string   `json:"Description,omitempty"`
	SignerInfo   *signer  `json:"SignerInfo,omitempty"` // one object, as the decree has it: who signs, of a joint document the first
	To           []string `json:"To,omitempty"`

	Superior  string  `json:"superior,omitempty"`
	Place     string  `json:"place,omitempty"`
	Status    string  `json:"status,omitempty"`
	Effective string  `json:"effective,omitempty"`
	Expires   string  `json:"expires,omitempty"`
	Period    string  `json:"period,omitempty"` // ISO 8601: "2026" or "2025/2030"
	Posted    string  `json:"posted,omitempty"`
	Updated   string  `json:"updated,omitempty"`
	Bases     []basis `json:"bases,omitempty"`
	// CoSigners are the others who sign a joint document, in their order.
	CoSigners []signer `json:"coSigners,omitempty"`
	Page      string   `json:"page"` // path below the site that the file belongs to
	// URL is the address by which the document is known, with baseURL. A document of an outside organ has a page on each site that
	// cites it; everywhere it goes by that of the hub, which is their canonical page too. Only where the hub has no address of its
	// own is it that of the page beside it.
	URL     string `json:"url,omitempty"`
	PageSum string `json:"sha256,omitempty"` // of the file at Page
	File    *file  `json:"file,omitempty"`   // the signed original
}

type signer struct {
	Position  string `json:"Position,omitempty"`
	FullName  string `json:"FullName,omitempty"`
	Authority string `json:"authority,omitempty"`
}

type basis struct {
	Text string `json:"text"`
	ID   string `json:"id,omitempty"` // of the document, where the site knows it
}

// file is an original; its sum is that of the bytes that are published.
type file struct {
	Path   string `json:"path"`
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// id is the stable name of a document: agency and source path without ending.
func id(e *site.Entry) string { return e.Doc.Agency + "/" + e.Doc.Rest }

// address is the whole address by which a document is known, or "".
func address(e *site.Entry) string {
	if e.Canonical != nil {
		return cmp.Or(e.Canonical.Address(), e.Page.Address())
	}
	return e.Page.Address()
}

// describe gathers the metadata of an entry that has administrative keys.
func describe(e *site.Entry) document {
	a := e.Admin
	d := document{
		ID: id(e), TypeName: a.TypeName, IssuedDate: a.Issued.ISO(), OrganName: strings.Join(a.Issuers, "; "),
		Subject: e.Title, Language: language(e), Description: e.Description, To: a.Recipients, Superior: a.Superior, Place: a.Place,
		Status: string(e.State), Effective: a.Effective.ISO(), Expires: a.Expires.ISO(), Period: period(a.Period),
		Posted: e.Doc.Common.Date.ISO(), Updated: e.Updated.ISO(), Page: e.Page.Output, URL: address(e),
	}
	d.CodeNumber, d.CodeNotation = code(a.Number)
	if !e.Shared && e.Site.Agency != nil {
		d.OrganID = e.Site.Agency.OrganID
	}
	for _, s := range a.Signers {
		one := signer{s.Position, s.Name, s.Authority}
		switch {
		case one == signer{}:
		case d.SignerInfo == nil:
			d.SignerInfo = &one
		default:
			d.CoSigners = append(d.CoSigners, one)
		}
	}
	for _, b := range a.Bases {
		one := basis{Text: b.Text}
		if b.Target != nil && b.Target.Entry != nil {
			one.ID = id(b.Target.Entry)
		}
		d.Bases = append(d.Bases, one)
	}
	if f := a.File; f != nil {
		d.File = &file{f.Output, f.Download, f.Size, hex.EncodeToString(f.SHA256[:])}
	}
	return d
}

// code cuts a number as printed into CodeNumber and CodeNotation. The year belongs to the number: 521/2005/QĐ-TTg is not
// 521/QĐ-TTg.
func code(printed string) (number, notation string) {
	n, ok := viet.ParseNumber(printed)
	if !ok {
		return printed, ""
	}
	number = n.Number
	if n.Year != 0 {
		number += "/" + content.Date{Year: n.Year}.ISO()
	}
	return number, n.Symbol
}

func language(e *site.Entry) string {
	if l := e.Doc.Common.Lang; l != "" {
		return l
	}
	return "vi"
}

// period writes a period as ISO 8601 does: one date, or two with a slash between.
func period(p content.Period) string {
	if p.To.IsZero() || p.To == p.From {
		return p.From.ISO()
	}
	return p.From.ISO() + "/" + p.To.ISO()
}
