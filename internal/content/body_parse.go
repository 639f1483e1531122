package content

import (
	"bytes"
	"sort"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	md "github.com/yuin/goldmark/text"

	"antq/internal/diag"
)

// parseBody is parseBodyOf for a document without tasks.
func parseBody(path string, src []byte, start diag.Pos, list *diag.List) Body {
	return parseBodyOf(path, src, start, nil, list)
}

// parseBodyOf reads the Markdown that begins at start in the file src. path is the file's path below content/; tasks are the
// tasks of its front matter, to which the text may link by their ids. Problems name places in the whole file. It keeps no state
// between calls and is safe for concurrent use.
func parseBodyOf(path string, src []byte, start diag.Pos, tasks []Task, list *diag.List) Body {
	body := src[min(start.Offset, len(src)):]
	if len(bytes.TrimSpace(body)) == 0 {
		return Body{}
	}
	scratch := bodyScratches.Get().(*bodyScratch)
	defer scratch.release()
	r := newReading(path, body, start, list, scratch)
	r.tasks = tasks
	pc := parser.NewContext()
	pc.Set(readingKey, r)
	doc := markdown.Parse(md.NewReader(body), parser.WithContext(pc))
	w := newBodyWriter(r, doc)
	w.document(doc)
	r.closeReport()
	return w.body()
}

// maxBodyProblems bounds the list of problems of one body; hostile text could give one for every few bytes.
const maxBodyProblems = 300

// maxExcerpt is the greatest length of a source line kept with a problem, in bytes.
const maxExcerpt = 1000

// reading is one body while it is read: where its lines are, what was found out before the first byte is written, and
// where problems go.
type reading struct {
	file   string // as problems name it
	src    []byte // the body alone; offsets of the syntax tree count in it
	start  diag.Pos
	starts []int // offset of each line in text
	list   *diag.List

	last      diag.Pos // the last place asked for: the next one is mostly behind it on the same line
	scratch   *bodyScratch
	problems  int // including those left out
	firstLeft diag.Span
	limits    map[string]bool // limits already reported

	footnotes footnotes
	callouts  map[ast.Node]calloutKind
	counted   counting
	cells     int      // table cells so far
	guarded   ast.Node // the block whose marks were counted last
	tooMany   bool     // that block has too many
	tags      []string // names of inline tags reported and not closed yet
	tasks     []Task
	joined    map[string]bool // see joinedNames; nil until asked for
	endless   ast.Node        // the block in which a comment was found to have no end
}

func newReading(path string, body []byte, start diag.Pos, list *diag.List, scratch *bodyScratch) *reading {
	r := &reading{file: "content/" + path, src: body, start: start, list: list, scratch: scratch, starts: append(scratch.starts[:0], 0)}
	for i := 0; ; {
		n := bytes.IndexByte(body[i:], '\n')
		if n < 0 {
			scratch.starts = r.starts
			return r
		}
		i += n + 1
		r.starts = append(r.starts, i)
	}
}

// readingKey finds the reading in goldmark's context, the only thing that its parsers share within one call.
var readingKey = parser.NewContextKey()

func readingOf(pc parser.Context) *reading { return pc.Get(readingKey).(*reading) }

// line returns the index of the line that holds the offset.
func (r *reading) line(off int) int {
	return sort.Search(len(r.starts), func(i int) bool { return r.starts[i] > off }) - 1
}

// lineNumber returns the line in the file, from 1.
func (r *reading) lineNumber(off int) int { return r.start.Line + r.line(off) }

// pos returns the place in the file of an offset in the body.
func (r *reading) pos(off int) diag.Pos {
	off = max(0, min(off, len(r.src)))
	i := r.line(off)
	from, col := r.starts[i], 1
	if i == 0 {
		col = r.start.Column
	}
	if last := r.last.Offset - r.start.Offset; from < last && last <= off {
		from, col = last, r.last.Column
	}
	r.last = diag.Pos{Line: r.start.Line + i, Column: col + utf8.RuneCount(r.src[from:off]), Offset: r.start.Offset + off}
	return r.last
}

func (r *reading) span(from, to int) diag.Span { return diag.Span{Start: r.pos(from), End: r.pos(to)} }

// excerpt returns the source line of an offset without its line end.
func (r *reading) excerpt(off int) string {
	off = max(0, min(off, len(r.src)))
	line := r.src[r.starts[r.line(off)]:]
	if n := bytes.IndexByte(line, '\n'); n >= 0 {
		line = line[:n]
	}
	if len(line) > maxExcerpt {
		cut := maxExcerpt
		for cut > 0 && !utf8.RuneStart(line[cut]) {
			cut--
		}
		line = line[:cut]
	}
	return string(bytes.TrimRight(line, "\r"))
}

// report adds a problem of the body's bytes [from, to).
func (r *reading) report(code, reason string, from, to int, args ...string) {
	r.add(diag.Problem{Code: code, Reason: reason, Args: args}, from, to)
}

// reportFix adds a problem with its correction: the bytes [from, to) become repl.
func (r *reading) reportFix(code, reason string, from, to int, repl string, args ...string) {
	fix := &diag.Fix{Edits: []diag.Edit{{Start: r.start.Offset + from, End: r.start.Offset + to, Text: repl}}}
	r.add(diag.Problem{Code: code, Reason: reason, Args: args, Fix: fix}, from, to)
}

func (r *reading) add(p diag.Problem, from, to int) {
	r.problems++
	if r.problems > maxBodyProblems {
		if r.problems == maxBodyProblems+1 {
			r.firstLeft = r.span(from, to)
		}
		return
	}
	full := diag.New(p.Code, p.Reason, r.file, r.span(from, to), p.Args...)
	full.Fix, full.Excerpt = p.Fix, r.excerpt(from)
	r.list.Add(full)
}

// limit reports a limit that the text crosses, once for each.
func (r *reading) limit(code, reason string, from, to int, args ...string) {
	if r.limits[code+"/"+reason] {
		return
	}
	if r.limits == nil {
		r.limits = map[string]bool{}
	}
	r.limits[code+"/"+reason] = true
	r.report(code, reason, from, to, args...)
}

// closeReport says how many problems were left out.
func (r *reading) closeReport() {
	if left := r.problems - maxBodyProblems; left > 0 {
		r.list.Add(diag.New("too-many-problems", "", r.file, r.firstLeft, strconv.Itoa(left)))
	}
}
