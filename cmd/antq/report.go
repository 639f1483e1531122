package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"antq/internal/build"
	"antq/internal/diag"
	"antq/internal/site"
)

const warning = diag.Warning

// maxShown is how many problems are written out for a person.
const maxShown = 200

// buildResult is the JSON result of “antq build”.
type buildResult struct {
	Pages         int           `json:"pages"`
	Files         int           `json:"files"`
	Written       int           `json:"written"`
	Removed       int           `json:"removed"`
	Bytes         int64         `json:"bytes"`         // of all files before they were made smaller
	MinifiedBytes int64         `json:"minifiedBytes"` // and after
	Held          []heldItem    `json:"held"`
	NextChange    *string       `json:"nextChange"` // RFC 3339, or null if the output will never change by itself
	Problems      []diag.Object `json:"problems"`
	Milliseconds  int64         `json:"ms"`
}

// contentFolder stands before the paths of sources: commands name files as an editor finds them in the site's folder.
const contentFolder = "content/"

type heldItem struct {
	Path string `json:"path"`
	Why  string `json:"why"`
}

// reportBuild says what was built, or why not.
func (a *app) reportBuild(dir string, runs []*run, strict bool, took time.Duration) error {
	var problems diag.List
	stopped := false
	for _, r := range runs {
		problems.Merge(r.result.Problems)
		stopped = stopped || r.stopped(strict)
	}
	problems.Sort()
	if a.json {
		if err := a.writeJSON(a.buildJSON(runs, problems, stopped, took)); err != nil {
			return err
		}
	} else {
		if err := a.writeProblems(problems); err != nil {
			return err
		}
		if stopped {
			fmt.Fprintln(a.stderr, a.verdict(problems, dir))
		} else if !a.quiet {
			a.summary(dir, runs, problems, took)
		}
	}
	if stopped {
		return errProblems
	}
	return nil
}

// writeProblems writes the problems to standard error; notes only if asked for.
func (a *app) writeProblems(l diag.List) error {
	shown := l
	if !a.verbose {
		shown = diag.List{}
		for _, p := range l.All() {
			if p.Severity != diag.Note {
				shown.Add(p)
			}
		}
	}
	return diag.WriteText(a.stderr, shown, diag.TextStyle{Lang: a.lang, Color: a.colored(a.stderr), Max: maxShown})
}

// colored reports whether colours are wanted on a stream.
func (a *app) colored(w io.Writer) bool {
	return !a.noColor && a.getenv("NO_COLOR") == "" && a.getenv("TERM") != "dumb" && isTerminal(w)
}

// note says something on standard error unless the run is quiet.
func (a *app) note(text string) {
	if !a.quiet {
		fmt.Fprintln(a.stderr, text)
	}
}

func (a *app) buildJSON(runs []*run, problems diag.List, stopped bool, took time.Duration) buildResult {
	out := buildResult{Held: []heldItem{}, Problems: diag.Objects(problems, a.lang), Milliseconds: took.Milliseconds()}
	next := time.Time{}
	for _, r := range runs {
		for _, h := range a.held(r.result.Sites) {
			out.Held = append(out.Held, heldItem{contentFolder + h.Path, string(h.Why)})
		}
		if t := r.result.Sites.NextChange; !t.IsZero() && (next.IsZero() || t.Before(next)) {
			next = t
		}
		if stopped {
			continue
		}
		s := r.result.Stats
		out.Pages += s.Pages
		out.Files += s.Files
		out.Bytes += s.Bytes
		out.MinifiedBytes += s.MinifiedBytes
		out.Written += len(r.report.Written)
		out.Removed += len(r.report.Removed)
	}
	if !next.IsZero() {
		text := next.In(zone).Format(time.RFC3339)
		out.NextChange = &text
	}
	return out
}

// verdict is the last line of a build that published nothing.
func (a *app) verdict(problems diag.List, dir string) string {
	errors, warnings := problems.Count(diag.Error), problems.Count(warning)
	switch {
	case errors == 0 && warnings == 1:
		return a.say(sayOneWarning, dir)
	case errors == 0:
		return a.say(phrase{"Nothing was published because of %d warnings (--strict). %s is unchanged.", "Chưa đăng gì vì có %d cảnh báo (--strict). %s giữ nguyên."}, warnings, dir)
	case errors == 1:
		return a.say(phrase{"Nothing was published because of 1 error. %s is unchanged.", "Chưa đăng được vì 1 lỗi. %s giữ nguyên."}, dir)
	}
	return a.say(phrase{"Nothing was published because of %d errors. %s is unchanged.", "Chưa đăng được vì %d lỗi. %s giữ nguyên."}, errors, dir)
}

// summary says what a good build made.
func (a *app) summary(dir string, runs []*run, problems diag.List, took time.Duration) {
	out := a.buildJSON(runs, problems, false, took)
	line := func(p phrase, args ...any) { fmt.Fprintln(a.stdout, a.say(p, args...)) }
	line(phrase{"%d pages in %s (%s)", "%d trang trong %s (%s)"}, out.Pages, dir, a.seconds(took))
	for _, r := range runs {
		for _, s := range r.result.Stats.Sites {
			name := s.ID
			if name == "" {
				name = a.say(phrase{"(hub)", "(trang chung)"})
			}
			line(phrase{"  %-18s %5d pages  %s", "  %-18s %5d trang  %s"}, name, s.Pages, a.kinds(s.Kinds))
		}
	}
	line(phrase{"%d files: %d written, %d removed, the others unchanged; %s before minifying (about), %s after", "%d tệp: ghi %d, xoá %d, còn lại giữ nguyên; khoảng %s trước khi rút gọn, %s sau khi rút gọn"},
		out.Files, out.Written, out.Removed, a.size(out.Bytes), a.size(out.MinifiedBytes))
	for _, r := range runs {
		a.summaryOf(r)
	}
	if n := problems.Count(diag.Note); n > 0 && !a.verbose {
		line(phrase{"%d notes; --verbose shows them", "%d ghi chú; dùng --verbose để xem"}, n)
	}
	if out.NextChange != nil {
		t, _ := time.Parse(time.RFC3339, *out.NextChange)
		line(phrase{"Next change by itself: %s (build again then)", "Lần tự thay đổi tiếp theo: %s (khi đó cần dựng lại)"}, t.Format("02/01/2006 15:04"))
	}
}

// summaryOf lists what readers do not see: held documents, files nobody uses, files of others.
func (a *app) summaryOf(r *run) {
	var held []string
	for _, h := range a.held(r.result.Sites) {
		held = append(held, contentFolder+h.Path+" ("+a.why(h)+")")
	}
	a.list(phrase{"Not published, %d:", "Chưa đăng, %d:"}, held)
	var unused []string
	for _, u := range r.result.Sites.Unused {
		unused = append(unused, contentFolder+u)
	}
	a.list(phrase{"Files that no page uses, %d:", "Tệp không trang nào dùng, %d:"}, unused)
	a.list(phrase{"Files that antq did not make, kept, %d:", "Tệp không phải của antq, được giữ lại, %d:"}, r.report.Foreign)
	a.list(phrase{"Old pages that somebody had changed, kept, %d:", "Trang cũ đã bị sửa tay, được giữ lại, %d:"}, r.report.Kept)
	a.list(phrase{"Pages that somebody had changed, written again, %d:", "Trang đã bị sửa tay, được ghi lại, %d:"}, r.report.Overwritten)
}

// held returns the documents that are not published. A build of chosen agencies cannot tell which shared documents nobody
// cites, so it does not say so.
func (a *app) held(sites *site.Sites) []site.Held {
	if len(a.agencies) == 0 {
		return sites.Held
	}
	return slices.DeleteFunc(slices.Clone(sites.Held), func(h site.Held) bool { return h.Why == site.HeldUncited })
}

// shortList is how many names a list of the summary shows unless --verbose.
const shortList = 10

func (a *app) list(head phrase, names []string) {
	if len(names) == 0 {
		return
	}
	fmt.Fprintln(a.stdout, a.say(head, len(names)))
	for i, n := range names {
		if i == shortList && !a.verbose {
			fmt.Fprintln(a.stdout, "  …")
			return
		}
		fmt.Fprintln(a.stdout, "  "+n)
	}
}

// why says why a document is held.
func (a *app) why(h site.Held) string {
	switch h.Why {
	case site.HeldFuture:
		return a.say(phrase{"until %s", "đến ngày %s"}, h.Until.Short())
	case site.HeldUncited:
		return a.say(phrase{"no agency cites it", "chưa cơ quan nào dẫn"})
	}
	return a.say(phrase{"draft", "bản nháp"})
}

// kinds writes "3 plan, 4 story" in the reader's language.
func (a *app) kinds(counts []build.KindCount) string {
	var parts []string
	for _, c := range counts {
		name := c.Kind.String()
		if a.lang == diag.Vietnamese {
			name = strings.ToLower(c.Kind.Label())
		}
		parts = append(parts, fmt.Sprintf("%d %s", c.Count, name))
	}
	return strings.Join(parts, ", ")
}

func (a *app) seconds(d time.Duration) string {
	return a.decimal(fmt.Sprintf("%.2f s", d.Seconds()))
}

// size writes a number of bytes for a person.
func (a *app) size(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d B", n)
	case n < 1_000_000:
		return a.decimal(fmt.Sprintf("%.1f kB", float64(n)/1e3))
	}
	return a.decimal(fmt.Sprintf("%.1f MB", float64(n)/1e6))
}

// decimal writes the decimal mark of the language.
func (a *app) decimal(s string) string {
	if a.lang == diag.Vietnamese {
		return strings.Replace(s, ".", ",", 1)
	}
	return s
}
