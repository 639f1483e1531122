package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"antq/internal/viet"
)

// maxRefsInput bounds the text that “antq refs” reads.
const maxRefsInput = 64 << 20

func (a *app) refsCommand(stdin io.Reader) *cobra.Command {
	return &cobra.Command{
		Use:     "refs [FILE]",
		Short:   a.say(helpRefs),
		Long:    a.say(helpRefsLong),
		Example: "  antq refs ke-hoach.txt --json\n  pdftotext ke-hoach.pdf - | antq refs",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return &usageError{a.say(sayNoArguments, "refs", args[1])}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			in := stdin
			if len(args) == 1 && args[0] != "-" {
				f, err := os.Open(args[0])
				if err != nil {
					return err
				}
				defer f.Close()
				in = f
			}
			text, err := io.ReadAll(io.LimitReader(in, maxRefsInput))
			if err != nil {
				return err
			}
			return a.writeRefs(string(text))
		},
	}
}

// reference is a document reference in the JSON result of “antq refs”.
type reference struct {
	Text     string    `json:"text"`
	Start    int       `json:"start"` // byte offsets into the text
	End      int       `json:"end"`
	Type     string    `json:"type"` // Vietnamese name
	Name     string    `json:"name,omitempty"`
	Number   string    `json:"number"`
	Symbol   string    `json:"symbol"`
	Year     *int      `json:"year"`
	Full     string    `json:"full"`   // number and symbol as printed
	Issued   string    `json:"issued"` // ISO 8601 at the precision of the text
	Issuer   any       `json:"issuer"` // text, or a list of joint issuers
	Pinpoint *pinpoint `json:"pinpoint"`
	Flags    []string  `json:"flags"`
}

// pinpoint is the part of a document that is meant: tiết, điểm, khoản, Điều, Tiểu mục, Mục, Chương, Phần, Phụ lục.
type pinpoint struct {
	Subpoint   string `json:"subpoint,omitempty"`
	Point      string `json:"point,omitempty"`
	Clause     string `json:"clause,omitempty"`
	Article    string `json:"article,omitempty"`
	Subsection string `json:"subsection,omitempty"`
	Section    string `json:"section,omitempty"`
	Chapter    string `json:"chapter,omitempty"`
	Part       string `json:"part,omitempty"`
	Appendix   string `json:"appendix,omitempty"`
}

// writeRefs prints what documents a text refers to, one a line or as JSON.
func (a *app) writeRefs(text string) error {
	found := viet.FindReferences(text)
	if !a.json {
		for _, r := range found {
			line := strings.Join(strings.Fields(r.Text), " ")
			if len(r.Issuers) > 0 {
				line += " — " + strings.Join(r.Issuers, "; ")
			}
			if len(r.Flags) > 0 {
				line += " [" + strings.Join(r.Flags, ", ") + "]"
			}
			if _, err := fmt.Fprintln(a.stdout, line); err != nil {
				return err
			}
		}
		return nil
	}
	out := make([]reference, 0, len(found))
	for _, r := range found {
		o := reference{Text: r.Text, Start: r.Start, End: r.End, Type: r.Type, Name: r.Name, Number: r.Number, Symbol: r.Symbol,
			Full: r.Full, Issued: r.Issued.ISO(), Issuer: "", Flags: append([]string{}, r.Flags...)}
		if r.Year != 0 {
			o.Year = &r.Year
		}
		switch len(r.Issuers) {
		case 0:
		case 1:
			o.Issuer = r.Issuers[0]
		default:
			o.Issuer = r.Issuers
		}
		if p := pinpoint(r.Pinpoint); !r.Pinpoint.IsZero() {
			o.Pinpoint = &p
		}
		out = append(out, o)
	}
	return a.writeJSON(out)
}
