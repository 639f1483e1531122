package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"antq/internal/check"
	"antq/internal/diag"
)

func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "explain [CODE]",
		Short:   a.say(helpExplain),
		Long:    a.say(helpExplainLong),
		Example: "  antq explain\n  antq explain date-incomplete",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return &usageError{a.say(sayNoArguments, cmd.Name(), args[1])}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.listCodes()
			}
			e, ok := diag.Explain(args[0])
			switch near := diag.NearestCode(args[0]); {
			case !ok && near != "":
				return &usageError{a.say(sayNearCode, args[0], near)}
			case !ok:
				return &usageError{a.say(sayNoCode, args[0])}
			case a.json:
				return a.writeJSON(a.explanation(e))
			}
			return a.writeExplanation(e)
		},
	}
}

// listCodes prints every code with its first sentence, by family.
func (a *app) listCodes() error {
	items := []explanationItem{}
	var b strings.Builder
	for _, f := range diag.Families() {
		fmt.Fprintf(&b, "%s\n", f.Title(a.lang))
		for _, code := range f.Codes() {
			e, _ := diag.Explain(code)
			items = append(items, a.explanation(e))
			fmt.Fprintf(&b, "  %-22s %s: %s\n", code, e.Severity().Word(a.lang), e.Sentences[0].Text(a.lang))
		}
		b.WriteString("\n")
	}
	if a.json {
		return a.writeJSON(items)
	}
	_, err := fmt.Fprintln(a.stdout, b.String()+a.say(sayExplainOne))
	return err
}

// writeExplanation says of a code what it means, why it matters and how to mend it.
func (a *app) writeExplanation(e diag.Explanation) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s)\n", e.Code, e.Family.Title(a.lang))
	for _, r := range e.Sentences {
		fmt.Fprintf(&b, "\n%s: %s\n", r.Severity.Word(a.lang), r.Text(a.lang))
		if h := r.Hint(a.lang); h != "" {
			fmt.Fprintf(&b, "  → %s\n", h)
		}
	}
	fmt.Fprintf(&b, "\n%s %s\n%s\n", a.say(sayWhy), e.Family.Why(a.lang), a.say(waiverWords[waivable(e)]))
	_, err := fmt.Fprint(a.stdout, b.String())
	return err
}

// waivable reports whether a file may accept problems of the code with a reason.
func waivable(e diag.Explanation) bool { return check.New().Waivable(e.Code, e.Severity()) }

// explanationItem is a code in the JSON result of “antq explain”.
type explanationItem struct {
	Code      string         `json:"code"`
	Family    string         `json:"family"`
	Severity  string         `json:"severity"` // the gravest
	Why       string         `json:"why"`
	Sentences []sentenceItem `json:"sentences"`
}

type sentenceItem struct {
	Severity string `json:"severity"`
	What     string `json:"what"`
	Mend     string `json:"mend"`
}

func (a *app) explanation(e diag.Explanation) explanationItem {
	item := explanationItem{Code: e.Code, Family: e.Family.Name, Severity: e.Severity().String(), Why: e.Family.Why(a.lang)}
	for _, r := range e.Sentences {
		item.Sentences = append(item.Sentences, sentenceItem{r.Severity.String(), r.Text(a.lang), r.Hint(a.lang)})
	}
	return item
}
