package main

import (
	"context"
	"net/url"
	"os"
	"os/user"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"antq/internal/build"
	"antq/internal/output"
	"antq/layouts"
	"antq/static"
)

// buildFlags are the flags of “antq build”.
type buildFlags struct {
	output, baseURL            string
	drafts, noMinify, strict   bool
	noCache                    bool
	workers                    int
	cpuProfile, memory, traces string
}

func (a *app) buildCommand() *cobra.Command {
	var b buildFlags
	cmd := &cobra.Command{
		Use:     "build",
		Short:   a.say(helpBuild),
		Long:    a.say(helpBuildLong),
		Example: "  antq build\n  antq build --agency so-xay-dung --output /srv/www --now 2026-11-05",
		Args:    a.noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			stop, err := profile(b.cpuProfile, b.memory, b.traces)
			if err != nil {
				return err
			}
			err = a.build(cmd.Context(), b, cmd.Flags().Changed("workers"))
			if failed := stop(); err == nil {
				err = failed
			}
			return err
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&b.output, "output", "", a.say(flagOutput))
	f.StringVar(&b.baseURL, "base-url", "", a.say(flagBaseURL))
	f.BoolVar(&b.drafts, "drafts", false, a.say(flagDrafts))
	f.IntVar(&b.workers, "workers", 0, a.say(flagWorkers))
	f.BoolVar(&b.noMinify, "no-minify", false, a.say(flagNoMinify))
	f.BoolVar(&b.strict, "strict", false, a.say(flagStrict))
	f.BoolVar(&b.noCache, "no-cache", false, a.say(flagNoCache))
	f.StringVar(&b.cpuProfile, "cpuprofile", "", a.say(flagCPUProfile))
	f.StringVar(&b.memory, "memprofile", "", a.say(flagMemProfile))
	f.StringVar(&b.traces, "trace", "", a.say(flagTrace))
	return cmd
}

// build makes the site and publishes it if nothing is wrong.
func (a *app) build(ctx context.Context, flags buildFlags, workersGiven bool) error {
	started := time.Now()
	if workersGiven && flags.workers < 1 {
		return &usageError{a.say(sayBadWorkers)}
	}
	site, err := a.locate()
	if err != nil {
		return err
	}
	options, err := a.buildOptions(site, flags)
	if err != nil {
		return err
	}
	dir, err := a.outputFolder(site, flags.output)
	if err != nil {
		return err
	}
	lock, err := output.Acquire(ctx, dir, func() { a.note(a.say(sayWaiting, dir)) })
	if err != nil {
		return err
	}
	defer lock.Release()
	show := a.progress()
	options.Progress = show.step
	runs, err := runAll(ctx, options, dir, flags.strict)
	show.end()
	defer func() {
		for _, r := range runs {
			r.stage.Close()
		}
	}()
	if err != nil {
		return err
	}
	return a.reportBuild(dir, runs, flags.strict, time.Since(started))
}

// run is one published unit: the whole output, or the folder of one agency.
type run struct {
	result *build.Result
	stage  *output.Stage
	report output.Report
}

// stopped reports whether the run must not be published.
func (r *run) stopped(strict bool) bool {
	return r.result.Tree == nil || strict && r.result.Problems.Count(warning) > 0
}

// runAll builds every unit first and publishes only if none of them is stopped.
func runAll(ctx context.Context, options build.Options, dir string, strict bool) ([]*run, error) {
	scopes := options.Agencies
	if len(scopes) == 0 {
		scopes = []string{""}
	}
	var runs []*run
	stopped := false
	for _, scope := range scopes {
		if scope != "" {
			options.Agencies = []string{scope}
		}
		r, err := runOne(ctx, options, dir, scope)
		if r != nil {
			runs = append(runs, r)
		}
		if err != nil {
			return runs, err
		}
		stopped = stopped || r.stopped(strict)
	}
	if stopped {
		return runs, nil
	}
	for _, r := range runs {
		var err error
		if r.report, err = output.Publish(ctx, r.result.Tree); err != nil {
			return runs, err
		}
	}
	return runs, nil
}

func runOne(ctx context.Context, options build.Options, dir, scope string) (*run, error) {
	stage, err := output.NewStage(dir, scope)
	if err != nil {
		return nil, err
	}
	result, err := build.New(options).Build(ctx, stage)
	return &run{result: result, stage: stage}, err
}

// buildOptions gathers the inputs of a build.
func (a *app) buildOptions(site place, flags buildFlags) (build.Options, error) {
	now, err := a.moment()
	if err != nil {
		return build.Options{}, err
	}
	for _, id := range a.agencies {
		if !slices.Contains(site.agencies, id) {
			return build.Options{}, &usageError{a.say(sayNoAgency, id, strings.Join(site.agencies, ", "))}
		}
	}
	o := build.Options{
		Content:  os.DirFS(filepath.Join(site.dir, "content")),
		Layouts:  overlay{os.DirFS(filepath.Join(site.dir, "layouts")), layouts.FS},
		Static:   overlay{os.DirFS(filepath.Join(site.dir, "static")), static.FS},
		Now:      now,
		Drafts:   flags.drafts,
		Agencies: unique(a.agencies),
		Workers:  flags.workers,
		NoMinify: flags.noMinify,
	}
	if o.ShippedLook, err = shippedLook(o.Layouts, o.Static); err != nil {
		return o, err
	}
	if !flags.noCache {
		o.Cache = filepath.Join(site.dir, ".antq")
	}
	if flags.baseURL == "" {
		return o, nil
	}
	u, err := url.Parse(flags.baseURL)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return o, &usageError{a.say(sayBadBaseURL, flags.baseURL)}
	}
	which := o.Agencies
	if len(which) == 0 {
		which = site.agencies
	}
	if len(which) != 1 {
		return o, &usageError{a.say(sayBaseURLOne, strings.Join(site.agencies, ", "))}
	}
	o.BaseURL = map[string]string{which[0]: strings.TrimSuffix(flags.baseURL, "/") + "/"}
	return o, nil
}

// outputFolder is the folder to write into, made sure to be one that can be written without harm.
func (a *app) outputFolder(site place, flag string) (string, error) {
	dir := filepath.Join(site.dir, "public")
	if flag != "" {
		var err error
		if dir, err = filepath.Abs(flag); err != nil {
			return "", err
		}
	}
	for _, home := range homes() {
		if err := output.Check(dir, site.dir, home); err != nil {
			return "", err
		}
	}
	return dir, nil
}

// homes returns the home folders of the user: that of the environment and that of the system, which differ where somebody
// changed HOME. One of them may be "", for a service without a home.
func homes() []string {
	home, _ := os.UserHomeDir()
	list := []string{home}
	if u, err := user.Current(); err == nil && u.HomeDir != home {
		list = append(list, u.HomeDir)
	}
	return list
}

func unique(ids []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}
