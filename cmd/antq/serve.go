package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"

	"github.com/spf13/cobra"

	"antq/internal/build"
	"antq/internal/diag"
	"antq/internal/preview"
)

// serveFlags are the flags of “antq serve”.
type serveFlags struct {
	port                    int
	lan, open, drafts, poll bool
	editor                  string
}

const (
	servePort     = 1313
	portsTried    = 50 // from servePort on, where none was given
	defaultEditor = "vscode://file/{path}:{line}:{column}"
)

func (a *app) serveCommand() *cobra.Command {
	var s serveFlags
	cmd := &cobra.Command{
		Use:     "serve",
		Short:   a.say(helpServe),
		Long:    a.say(helpServeLong),
		Example: "  antq serve --open\n  antq serve --agency so-xay-dung --now 2026-11-05",
		Args:    a.noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.serve(cmd.Context(), s, cmd.Flags().Changed("port"))
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.IntVar(&s.port, "port", servePort, a.say(flagPort))
	f.BoolVar(&s.lan, "lan", false, a.say(flagLAN))
	f.BoolVar(&s.open, "open", false, a.say(flagOpen))
	f.BoolVar(&s.drafts, "drafts", true, a.say(flagServeDrafts))
	f.StringVar(&s.editor, "editor", defaultEditor, a.say(flagEditor))
	f.BoolVar(&s.poll, "poll", false, a.say(flagPoll))
	return cmd
}

// serve shows the site in the browser until it is interrupted, which is no failure.
func (a *app) serve(ctx context.Context, flags serveFlags, portGiven bool) error {
	if flags.port < 0 || flags.port > 65535 {
		return &usageError{a.say(sayBadPort, flags.port)}
	}
	if !goodEditor(flags.editor) {
		return &usageError{a.say(sayBadEditor, flags.editor, defaultEditor)}
	}
	site, err := a.locate()
	if err != nil {
		return err
	}
	inputs, err := a.buildOptions(site, buildFlags{drafts: flags.drafts})
	if err != nil {
		return err
	}
	host, token := "127.0.0.1", ""
	if flags.lan {
		host, token = "", preview.NewToken()
	}
	listener, err := a.listen(ctx, host, flags.port, portGiven)
	if err != nil {
		return err
	}
	if flags.lan && preview.Address(listener, "", token, true) == "" {
		listener.Close()
		return &usageError{a.say(sayNoLAN)}
	}
	show := a.progress()
	dir, err := filepath.EvalSymlinks(site.dir)
	if err != nil {
		dir = site.dir
	}
	out := &serveOutput{app: a, bar: show}
	inputs.Progress = out.step
	options := preview.Options{
		Build: inputs, Dir: dir, Lang: a.lang, Editor: flags.editor, Token: token, Poll: flags.poll,
		Report: out.rebuilt, Notice: out.notice,
	}
	if a.nowFlag == "" {
		options.Clock = a.now
	}
	a.greet(listener, token, flags)
	return preview.New(options).Run(ctx, listener)
}

// listen takes the port: the one that was given, or the first free one from 1313 on.
func (a *app) listen(ctx context.Context, host string, port int, given bool) (net.Listener, error) {
	var config net.ListenConfig
	for tried := range portsTried {
		l, err := config.Listen(ctx, "tcp", net.JoinHostPort(host, strconv.Itoa(port+tried)))
		if err == nil {
			return l, nil
		}
		if !errors.Is(err, syscall.EADDRINUSE) && !busyOnWindows(err) {
			return nil, err
		}
		if given {
			return nil, &usageError{a.say(sayBusyPort, port)}
		}
	}
	return nil, &usageError{a.say(sayBusyPorts, servePort, servePort+portsTried-1)}
}

// busyOnWindows reports WSAEADDRINUSE and WSAEACCES, by which Windows says that somebody has the port.
func busyOnWindows(err error) bool {
	e, ok := errors.AsType[syscall.Errno](err)
	return ok && (e == 10048 || e == 10013)
}

// goodEditor reports whether a template is an address that opens a file, and none that a browser would run as a script.
func goodEditor(template string) bool {
	if template == "" {
		return true
	}
	u, err := url.Parse(strings.NewReplacer("{path}", "p", "{line}", "1", "{column}", "1").Replace(template))
	return err == nil && u.Scheme != "" && strings.Contains(template, "{path}") &&
		!slices.Contains([]string{"javascript", "data", "vbscript", "blob"}, strings.ToLower(u.Scheme))
}

// greet says where the preview is, and opens it where that is wanted.
func (a *app) greet(l net.Listener, token string, flags serveFlags) {
	here := preview.Address(l, a.onlyAgency(), token, false)
	if a.json {
		_ = a.writeJSON(serveStart{Address: here, LAN: a.lanAddress(l, token)})
	} else {
		fmt.Fprintln(a.stdout, a.say(sayServing, here))
		if lan := a.lanAddress(l, token); lan != "" {
			fmt.Fprintln(a.stdout, a.say(sayLAN, lan))
			if isTerminal(a.stdout) {
				fmt.Fprint(a.stdout, terminalQR(lan))
			}
		}
		if !a.quiet {
			fmt.Fprintln(a.stdout, a.say(sayStopServing))
		}
	}
	if flags.open {
		if err := openBrowser(here); err != nil {
			a.note(a.say(sayNoBrowser, here))
		}
	}
}

func (a *app) lanAddress(l net.Listener, token string) string {
	if token == "" {
		return ""
	}
	return preview.Address(l, a.onlyAgency(), token, true)
}

// onlyAgency returns the id of the agency if only one is served, whose home page then is the first page; else "".
func (a *app) onlyAgency() string {
	ids := slices.Compact(slices.Sorted(slices.Values(a.agencies)))
	if len(ids) != 1 {
		return ""
	}
	return ids[0]
}

// serveStart is the first line of JSON.
type serveStart struct {
	Address string `json:"address"`
	LAN     string `json:"lan,omitempty"`
}

// serveLine is the line of JSON for one rebuild.
type serveLine struct {
	Rebuild      int           `json:"rebuild"`
	Good         bool          `json:"good"` // false: the last good site is served
	Changed      []string      `json:"changed"`
	Pages        int           `json:"pages"`
	Rendered     int           `json:"rendered"` // pages that are open in browsers and were made anew
	Problems     []diag.Object `json:"problems"`
	Error        string        `json:"error,omitempty"` // of the disk
	Milliseconds int64         `json:"ms"`
}

// serveOutput says what the preview does, a line at a time: rebuilds and notices come from different goroutines.
type serveOutput struct {
	app   *app
	mu    sync.Mutex
	bar   *progress
	ready bool // the first build is done: later ones are quick and have no bar
}

// step shows how far the first build is.
func (o *serveOutput) step(s build.Progress) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if !o.ready {
		o.bar.step(s)
	}
}

// rebuilt says in one quiet line what a rebuild did; problems follow it.
func (o *serveOutput) rebuilt(r preview.Rebuild) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if !o.ready {
		o.bar.end()
		o.ready = true
	}
	a := o.app
	if a.json {
		line := serveLine{r.Number, r.Good, r.Changed, r.Pages, r.Rendered, diag.Objects(r.Problems, a.lang), "", r.Took.Milliseconds()}
		if line.Changed == nil {
			line.Changed = []string{}
		}
		if r.Err != nil {
			line.Error = a.explain(r.Err)
		}
		_ = a.writeJSON(line)
		return
	}
	if r.Err != nil {
		a.note(a.say(sayRebuildDisk, a.explain(r.Err)))
		return
	}
	errs, warns := r.Problems.Count(diag.Error), r.Problems.Count(diag.Warning)
	if !a.quiet {
		fmt.Fprintln(a.stdout, a.say(sayRebuilt, a.now().In(zone).Format("15:04:05"), a.changedWords(r), r.Pages, r.Took.Milliseconds(), a.problemWords(errs, warns)))
	}
	if errs > 0 {
		_ = a.writeProblems(onlyErrors(r.Problems))
	}
}

// changedWords names the changed file, or says how many there are.
func (a *app) changedWords(r preview.Rebuild) string {
	switch len(r.Changed) {
	case 0:
		if r.Number == 1 {
			return a.say(sayFirstBuild)
		}
		return a.say(sayOtherMoment)
	case 1:
		return r.Changed[0]
	}
	return a.say(sayFilesChanged, len(r.Changed))
}

func (a *app) problemWords(errs, warns int) string {
	switch {
	case errs > 0:
		return a.say(sayLastGood, errs)
	case warns > 0:
		return a.say(sayWarnings, warns)
	}
	return a.say(sayNoProblems)
}

func onlyErrors(l diag.List) diag.List {
	var list diag.List
	for _, p := range l.All() {
		if p.Severity == diag.Error {
			list.Add(p)
		}
	}
	return list
}

// notice says why the folder is scanned instead of watched.
func (o *serveOutput) notice(n preview.Notice) {
	o.mu.Lock()
	defer o.mu.Unlock()
	why := map[preview.NoticeKind]phrase{
		preview.NoticeWatches: sayPollWatches, preview.NoticeNetwork: sayPollNetwork, preview.NoticeSilent: sayPollSilent,
	}[n.Kind]
	o.app.note(o.app.say(why))
}
