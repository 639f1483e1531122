package diag

import (
	"encoding/json"
	"io"
	"net/url"
	"slices"
	"strings"
)

// The form is SARIF 2.1.0 (OASIS, 2020): one run, the rules that it names, and a result for each problem. Source lines are not
// part of it, so that nothing of what must not be published gets into it.

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool     `json:"tool"`
	Language   string        `json:"language"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID      string       `json:"id"`
	Short   sarifText    `json:"shortDescription"`
	Full    sarifText    `json:"fullDescription"`
	Help    *sarifText   `json:"help,omitempty"`
	Default sarifDefault `json:"defaultConfiguration"`
	More    sarifMore    `json:"properties"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifDefault struct {
	Level string `json:"level"`
}

type sarifMore struct {
	Tags []string `json:"tags"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId"`
	RuleIndex int             `json:"ruleIndex"`
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations,omitempty"`
	Fixes     []sarifFix      `json:"fixes,omitempty"`
}

type sarifLocation struct {
	Physical sarifPhysical `json:"physicalLocation"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
	EndLine     int `json:"endLine,omitempty"`
	EndColumn   int `json:"endColumn,omitempty"`
}

type sarifFix struct {
	Description sarifText     `json:"description"`
	Changes     []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifBytes `json:"deletedRegion"`
	Inserted sarifText  `json:"insertedContent"`
}

type sarifBytes struct {
	Offset int `json:"byteOffset"`
	Length int `json:"byteLength"`
}

// WriteSARIF writes the problems as a SARIF log. version is that of the program. The same list gives the same bytes.
func WriteSARIF(w io.Writer, l List, lang Lang, version string) error {
	run := sarifRun{
		Tool: sarifTool{sarifDriver{Name: "antq", Version: version, Rules: []sarifRule{}}}, Language: string(lang),
		ColumnKind: "unicodeCodePoints", Results: []sarifResult{},
	}
	var codes []string
	for i := range l.items {
		codes = append(codes, l.items[i].Code)
	}
	slices.Sort(codes)
	codes = slices.Compact(codes)
	for _, c := range codes {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(c, lang))
	}
	for i := range l.items {
		p := &l.items[i]
		r := sarifResultOf(p, lang)
		r.RuleIndex, _ = slices.BinarySearch(codes, p.Code)
		run.Results = append(run.Results, r)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

func sarifRuleOf(code string, lang Lang) sarifRule {
	e, ok := Explain(code)
	if !ok { // a failure of the program itself
		e = Explanation{Code: code, Sentences: []Row{row(code, "")}}
	}
	first := e.Sentences[0]
	rule := sarifRule{ID: code, Short: sarifText{braces(first.Text(lang))}, Full: sarifText{braces(e.Family.Why(lang))},
		Default: sarifDefault{first.Severity.String()}, More: sarifMore{[]string{e.Family.Name}}}
	if h := first.Hint(lang); h != "" {
		rule.Help = &sarifText{braces(h)}
	}
	return rule
}

func sarifResultOf(p *Problem, lang Lang) sarifResult {
	r := sarifResult{RuleID: p.Code, Level: p.Severity.String(), Message: sarifText{braces(sentences(p, lang))}}
	if p.File == "" {
		return r
	}
	file := sarifArtifact{(&url.URL{Path: p.File}).String()}
	at := sarifPhysical{Artifact: file}
	if p.Start.Line > 0 {
		at.Region = &sarifRegion{StartLine: p.Start.Line, StartColumn: p.Start.Column}
		if p.End.Line > p.Start.Line || p.End.Line == p.Start.Line && p.End.Column > p.Start.Column {
			at.Region.EndLine, at.Region.EndColumn = p.End.Line, p.End.Column
		}
	}
	r.Locations = []sarifLocation{{at}}
	if p.Fix != nil {
		change := sarifChange{Artifact: file, Replacements: []sarifReplacement{}}
		for _, e := range p.Fix.Edits {
			change.Replacements = append(change.Replacements, sarifReplacement{sarifBytes{e.Start, e.End - e.Start}, sarifText{e.Text}})
		}
		r.Fixes = []sarifFix{{sarifText{braces(p.Hint(lang))}, []sarifChange{change}}}
	}
	return r
}

// braces doubles the braces of a message, where single ones would be places for arguments (SARIF 2.1.0, 3.11.5).
func braces(s string) string {
	return strings.NewReplacer("{", "{{", "}", "}}").Replace(s)
}
