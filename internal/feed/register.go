package feed

import (
	"bytes"
	"encoding/csv"
	"strings"

	"antq/internal/site"
)

// register is the open register of a site's administrative documents.
type register struct {
	Agency    string     `json:"agency"`
	URL       string     `json:"url,omitempty"`
	Documents []document `json:"documents"`
}

// columns are those of the CSV form: the facts that NĐ 42/2022, Điều 4, asks a portal to show of each document, and the sums
// that prove a copy.
var columns = []string{"id", "TypeName", "CodeNumber", "CodeNotation", "IssuedDate", "effective", "OrganName", "Subject", "status", "page", "sha256", "file", "fileSHA256"}

// Register returns the register of a site as JSON and as CSV (RFC 4180, UTF-8), or nothing for a site without documents. sum
// gives the SHA-256 of a published page as hexadecimal digits, so the register is made after the pages.
func Register(s *site.Site, sum func(output string) string) ([]File, error) {
	r := register{Agency: s.Name, URL: s.BaseURL}
	for _, e := range s.Entries {
		if e.Admin == nil || e.Admin.Number == "" && !HasMetadata(e) {
			continue
		}
		d := describe(e)
		d.PageSum = sum(e.Page.Output)
		r.Documents = append(r.Documents, d)
	}
	if len(r.Documents) == 0 {
		return nil, nil
	}
	data, err := marshal(r)
	if err != nil {
		return nil, err
	}
	table, err := r.csv()
	return []File{{RegisterJSON, data}, {RegisterCSV, table}}, err
}

func (r *register) csv() ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	rows := [][]string{columns}
	for _, d := range r.Documents {
		row := []string{d.ID, d.TypeName, d.CodeNumber, d.CodeNotation, d.IssuedDate, d.Effective, d.OrganName, d.Subject, d.Status, d.Page, d.PageSum, "", ""}
		if d.File != nil {
			row[11], row[12] = d.File.Path, d.File.SHA256
		}
		for i := range row {
			row[i] = inert(row[i])
		}
		rows = append(rows, row)
	}
	err := w.WriteAll(rows)
	return b.Bytes(), err
}

// inert keeps a table program from taking a cell for a formula.
func inert(cell string) string {
	if cell != "" && strings.ContainsRune("=+@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
