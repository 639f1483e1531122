package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"antq/internal/diag"
	"antq/internal/output"
)

// Exit codes.
const (
	exitDone     = 0
	exitProblems = 1
	exitFailure  = 2
)

// app is one run of the command: its surroundings and the flags that every command has.
type app struct {
	args           []string
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	now            func() time.Time

	lang     diag.Lang
	source   string
	language string
	nowFlag  string
	agencies []string
	quiet    bool
	json     bool
	noColor  bool
	verbose  bool
}

// errProblems ends a run whose problems are reported already.
var errProblems = errors.New("problems in the content")

// usageError is wrong use: unknown flags, values that cannot be.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

// run executes the command line and returns the exit code.
func (a *app) run(ctx context.Context) int {
	a.lang = chooseLanguage(a.args, a.getenv)
	root := a.root()
	root.SetArgs(a.args)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errProblems):
		return exitProblems
	case ctx.Err() != nil && !unfinished(err):
		a.failed("interrupted", a.say(sayInterrupted))
	default:
		code := "failure"
		if _, wrong := errors.AsType[*usageError](err); wrong || isFlagError(err) {
			code = "wrong-use"
		}
		a.failed(code, a.explain(err))
	}
	return exitFailure
}

// failed says why there is no result: in words, and where a program reads the result as its only problem.
func (a *app) failed(code, text string) {
	fmt.Fprintln(a.stderr, "antq: "+text)
	if a.json || slices.Contains(a.args, "--json") {
		problem := diag.Object{Code: code, Severity: diag.Error.String(), Message: text}
		_ = a.writeJSON(map[string]any{"problems": []diag.Object{problem}})
	}
}

func unfinished(err error) bool {
	_, ok := errors.AsType[*output.UnfinishedError](err)
	return ok
}

// root is the command without a name: help, and the flags that all commands share.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "antq",
		Short:         a.say(helpRoot),
		Long:          a.say(helpRootLong),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return &usageError{a.say(sayNoCommand, args[0])}
			}
			return nil
		},
		PersistentPreRunE: func(*cobra.Command, []string) error { return a.checkLanguage() },
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	f := root.PersistentFlags()
	f.SortFlags = false
	f.StringVar(&a.source, "source", "", a.say(flagSource))
	f.StringVar(&a.language, "lang", "", a.say(flagLang))
	f.StringVar(&a.nowFlag, "now", "", a.say(flagNow))
	f.StringArrayVar(&a.agencies, "agency", nil, a.say(flagAgency))
	f.BoolVar(&a.json, "json", false, a.say(flagJSON))
	f.BoolVar(&a.quiet, "quiet", false, a.say(flagQuiet))
	f.BoolVar(&a.verbose, "verbose", false, a.say(flagVerbose))
	f.BoolVar(&a.noColor, "no-color", false, a.say(flagNoColor))
	root.AddCommand(a.buildCommand(), a.serveCommand(), a.checkCommand(), a.explainCommand(), a.listCommand(), a.refsCommand(a.stdin), a.versionCommand(), a.completionCommand())
	root.SetHelpCommand(a.helpCommand(root))
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetUsageTemplate(a.usageTemplate())
	for _, cmd := range commands(root) {
		cmd.Flags().BoolP("help", "h", false, a.say(flagHelp))
	}
	return root
}

// zone is the time of every date that antq reads or prints (Vietnam has had no summer time since 1975).
var zone = time.FixedZone("+07:00", 7*60*60)

// moment is the time the command works with: --now, else the clock. A date means its first moment in Vietnam.
func (a *app) moment() (time.Time, error) {
	if a.nowFlag == "" {
		return a.now().In(zone), nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02", "2006-01-02 15:04", "2006-01-02T15:04", "2/1/2006"} {
		if t, err := time.ParseInLocation(layout, a.nowFlag, zone); err == nil {
			return t.In(zone), nil
		}
	}
	return time.Time{}, &usageError{a.say(sayBadNow, a.nowFlag)}
}

// writeJSON writes a result to standard output, on one line. Letters such as & stay as they are: no browser reads this.
func (a *app) writeJSON(v any) error {
	e := json.NewEncoder(a.stdout)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// commands returns a command and all below it.
func commands(c *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{c}
	for _, sub := range c.Commands() {
		all = append(all, commands(sub)...)
	}
	return all
}
