package main

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"antq/internal/build"
	"antq/internal/check"
	"antq/internal/diag"
	"antq/internal/output"
)

// The forms in which “antq check” reports.
const (
	formatText   = "text"
	formatJSON   = "json"
	formatSARIF  = "sarif"
	formatGitHub = "github"
)

// checkFlags are the flags of “antq check”.
type checkFlags struct {
	format string
	strict bool
}

func (a *app) checkCommand() *cobra.Command {
	var c checkFlags
	cmd := &cobra.Command{
		Use:     "check [FILE…]",
		Short:   a.say(helpCheck),
		Long:    a.say(helpCheckLong),
		Example: "  antq check\n  antq check content/so-xay-dung/ke-hoach/phat-dong-2026.md\n  antq check --strict --format sarif > antq.sarif",
		RunE: func(cmd *cobra.Command, args []string) error {
			if !cmd.Flags().Changed("format") && a.json {
				c.format = formatJSON
			}
			return a.check(cmd.Context(), c, args)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.BoolVar(&c.strict, "strict", false, a.say(flagCheckStrict))
	f.StringVar(&c.format, "format", formatText, a.say(flagFormat))
	return cmd
}

// check builds the site without publishing it, and tells all that was found.
func (a *app) check(ctx context.Context, flags checkFlags, args []string) error {
	switch flags.format {
	case formatText, formatJSON, formatSARIF, formatGitHub:
	default:
		return &usageError{a.say(sayBadFormat, flags.format)}
	}
	if a.json && flags.format != formatJSON {
		return &usageError{a.say(sayTwoFormats, flags.format)}
	}
	site, err := a.locate()
	if err != nil {
		return err
	}
	only, err := a.chosen(site, args)
	if err != nil {
		return err
	}
	options, err := a.buildOptions(site, buildFlags{})
	if err != nil {
		return err
	}
	options.Thorough = true
	show := a.progress()
	options.Progress = show.step
	result, err := build.New(options).Build(ctx, output.NewMemory())
	show.end()
	if err != nil {
		return err
	}
	r := a.checkReport(result, only)
	if err := a.writeReport(r, site, flags); err != nil {
		return err
	}
	if r.problems.HasErrors() || flags.strict && r.problems.Count(warning) > 0 {
		return errProblems
	}
	return nil
}

// checkReport is what “antq check” tells.
type checkReport struct {
	problems diag.List
	waivers  []check.Waiver
	stats    build.Stats
	limited  bool // to some files
}

func (a *app) checkReport(result *build.Result, only []string) checkReport {
	r := checkReport{stats: result.Stats, limited: len(only) > 0}
	for _, p := range result.Problems.All() {
		if isChosen(p.File, only) {
			r.problems.Add(p)
		}
	}
	for _, w := range result.Waivers {
		if isChosen(w.File, only) {
			r.waivers = append(r.waivers, w)
		}
	}
	return r
}

// chosen turns the files that were typed into paths below the site's folder. They are looked for from the current folder, then
// from the site's.
func (a *app) chosen(site place, args []string) ([]string, error) {
	var only []string
	for _, arg := range args {
		name, ok := below(site.dir, arg)
		if !ok && !filepath.IsAbs(arg) {
			name, ok = below(site.dir, filepath.Join(site.dir, arg))
		}
		if !ok {
			return nil, &usageError{a.say(sayNoFile, arg)}
		}
		only = append(only, name)
	}
	return only, nil
}

// below returns the slash-separated path of an existing file or folder below a folder, or false.
func below(dir, name string) (string, bool) {
	full, err := filepath.Abs(name)
	if err != nil {
		return "", false
	}
	if _, err := os.Lstat(full); err != nil {
		return "", false
	}
	if rel, err := filepath.Rel(dir, full); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel), true
	}
	realDir, err1 := filepath.EvalSymlinks(dir) // two names of one folder
	realFull, err2 := filepath.EvalSymlinks(full)
	if err1 != nil || err2 != nil {
		return "", false
	}
	rel, err := filepath.Rel(realDir, realFull)
	return filepath.ToSlash(rel), err == nil && filepath.IsLocal(rel)
}

// isChosen reports whether a file is one of those that were named or below one of them; every file is where none was named.
func isChosen(file string, only []string) bool {
	for _, name := range only {
		if name == "." || file == name || strings.HasPrefix(file, name+"/") {
			return true
		}
	}
	return len(only) == 0
}

// writeReport writes the report to standard output.
func (a *app) writeReport(r checkReport, site place, flags checkFlags) error {
	switch flags.format {
	case formatJSON:
		return a.writeJSON(a.checkJSON(r))
	case formatSARIF:
		return diag.WriteSARIF(a.stdout, fromHere(r.problems, site.dir), a.lang, version().Version)
	case formatGitHub:
		return diag.WriteAnnotations(a.stdout, fromHere(r.problems, site.dir), a.lang)
	}
	if err := diag.WriteText(a.stdout, r.problems, diag.TextStyle{Lang: a.lang, Color: a.colored(a.stdout)}); err != nil {
		return err
	}
	if !a.quiet {
		a.writeWaivers(r.waivers)
		fmt.Fprintln(a.stdout, a.say(sayChecked, r.stats.Sources, r.stats.Assets))
	}
	_, err := fmt.Fprintln(a.stdout, a.checkVerdict(r, flags.strict))
	return err
}

// fromHere names the files of the problems from the current folder, where that is above the site's: what other programs read is
// about their working folder.
func fromHere(l diag.List, dir string) diag.List {
	here, err := os.Getwd()
	if err != nil {
		return l
	}
	rel, err := filepath.Rel(here, dir)
	if err != nil || rel == "." || !filepath.IsLocal(rel) {
		return l
	}
	var out diag.List
	for _, p := range l.All() {
		if p.File != "" {
			p.File = path.Join(filepath.ToSlash(rel), p.File)
		}
		out.Add(p)
	}
	return out
}

// writeWaivers lists what stands although a rule speaks against it, with the reason that its file gives.
func (a *app) writeWaivers(list []check.Waiver) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintln(a.stdout, a.say(sayWaivers, len(list)))
	for _, w := range list {
		fmt.Fprintln(a.stdout, "  "+a.say(sayWaiver, w.File, w.At.Start.Line, w.Code, w.Count, diag.Printable(w.Reason)))
	}
}

// checkVerdict is the last line: whether the site can be published.
func (a *app) checkVerdict(r checkReport, strict bool) string {
	errors, warnings := r.problems.Count(diag.Error), r.problems.Count(warning)
	switch {
	case errors == 1:
		return a.say(sayStoppedByOne)
	case errors > 0:
		return a.say(sayStopped, errors)
	case strict && warnings > 0:
		return a.say(sayStoppedStrict, warnings)
	case r.limited && warnings > 0:
		return a.say(sayFilesWarned, warnings)
	case r.limited:
		return a.say(sayFilesGood)
	case warnings > 0:
		return a.say(sayGoodWarned, warnings)
	}
	return a.say(sayGood)
}

// checkResult is the JSON result of “antq check”.
type checkResult struct {
	Problems []diag.Object `json:"problems"`
	Waivers  []waiverItem  `json:"waivers"`
	Checked  checkedItem   `json:"checked"`
}

type waiverItem struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Code   string `json:"code"`
	Reason string `json:"reason"`
	Count  int    `json:"count"` // of the problems that it covers
}

// checkedItem says how much was looked at, whichever files the report is limited to.
type checkedItem struct {
	Documents int   `json:"documents"`
	Files     int   `json:"files"` // beside the documents
	Bytes     int64 `json:"bytes"` // of the documents
	Pages     int   `json:"pages"`
}

func (a *app) checkJSON(r checkReport) checkResult {
	out := checkResult{diag.Objects(r.problems, a.lang), []waiverItem{}, checkedItem{r.stats.Sources, r.stats.Assets, r.stats.Read, r.stats.Pages}}
	for _, w := range r.waivers {
		out.Waivers = append(out.Waivers, waiverItem{w.File, w.At.Start.Line, w.Code, w.Reason, w.Count})
	}
	return out
}
