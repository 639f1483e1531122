package render

import (
	"errors"
	"fmt"
	"path"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"text/template"
	"unicode/utf8"

	"antq/internal/diag"
)

// LayoutError is a layout that failed on one page.
type LayoutError struct {
	Layout       string // "partials/card.html"
	Line, Column int    // from 1; 0 = unknown
	Page         string // source or address of the page
	More         int    // how many further pages fail for the same cause
	Text         string // what went wrong
	Absent       string // what the page does not have, where that is the cause: ".Admin"
	Fields       string // the fields of the view that come nearest, comma-separated
}

// Error says where the layout failed and why.
func (e *LayoutError) Error() string {
	return fmt.Sprintf("layout %s:%d:%d: %s", e.Layout, e.Line, e.Column, e.Text)
}

// Problem returns the failure in the form in which people are told.
func (e *LayoutError) Problem() diag.Problem {
	at := diag.Span{Start: diag.Pos{Line: e.Line, Column: e.Column}}
	reason, args := "page", []string{e.Page, e.Text, e.Fields}
	if e.Absent != "" {
		reason, args = "absent", []string{e.Page, e.Absent, ""}
	}
	if e.More > 0 {
		reason += "-more"
	}
	return diag.New("layout-error", reason, "layouts/"+e.Layout, at, append(args, strconv.Itoa(e.More))...)
}

// located matches what the template packages say: "template: plan.html:3:14: executing …", "html/template:plan.html:3:2: …".
var located = regexp.MustCompile(`(?s)^(?:html/)?template: ?([^:]+):(\d+)(?::(\d+))?: (.*)$`)

// locate reads layout, line, column (from 1; 0 if unknown) and text out of an error of the template packages.
func locate(err error) (layout string, line, column int, text string) {
	found := located.FindStringSubmatch(err.Error())
	if found == nil {
		return "", 0, 0, err.Error()
	}
	line, _ = strconv.Atoi(found[2])
	if found[3] != "" {
		column, _ = strconv.Atoi(found[3])
		column++ // text/template counts columns from 0
	}
	return found[1], line, column, found[4]
}

// failing matches what a layout asked for when it failed: "executing … at <.Admin.Number>: nil pointer evaluating …".
var failing = regexp.MustCompile(`at <([^>]*?)\.?([\pL_][\pL\d_]*)>: (nil pointer evaluating)?`)

// layoutError reads what the template packages say about a layout that failed with a view.
func layoutError(err error, layout string, data any) *LayoutError {
	err = innermost(err)
	e := &LayoutError{Layout: layout}
	where, line, column, text := locate(err)
	if where != "" {
		e.Layout, e.Line, e.Column = where, line, column
	}
	e.Text = text
	name := ""
	if at := failing.FindStringSubmatch(text); at != nil {
		name = at[2]
		if at[3] != "" {
			e.Absent = at[1]
		}
	}
	e.Fields = nearest(fieldsOf(reflect.TypeOf(data)), name)
	return e
}

// innermost returns the error of the layout in which it happened, without those of the layouts around it.
func innermost(err error) error {
	for {
		var outer template.ExecError
		if !errors.As(err, &outer) {
			return err
		}
		var inner template.ExecError
		if !errors.As(errors.Unwrap(outer.Err), &inner) {
			return outer
		}
		err = inner
	}
}

// codePoints turns a column that counts bytes into one that counts letters.
func (p *parser) codePoints(name string, line, column int) int {
	lines := strings.Split(p.sources[name], "\n")
	if line < 1 || line > len(lines) || column < 1 || column > len(lines[line-1])+1 {
		return column
	}
	return utf8.RuneCountInString(lines[line-1][:column-1]) + 1
}

func (p *parser) missing(file string) {
	p.report(file, "layout-missing", "", diag.Span{}, file)
}

// reportUnused names the files that no page asks for: mostly a misspelt name.
func (p *parser) reportUnused() {
	for name := range p.sources {
		_, known := rowOf(strings.TrimSuffix(name, ".html"))
		if path.Dir(name) == "." && name != baseFile && !known {
			p.report(name, "layout-unused", "", diag.Span{}, name)
		}
	}
}

// report adds a problem under the path of the file that the set really uses. A set of an agency leaves out what the common
// set has said already.
func (p *parser) report(name, code, reason string, at diag.Span, args ...string) {
	folder := p.folder
	if p.own != nil {
		if _, own := p.own[name]; !own {
			return
		}
		folder = p.ownFolder
	}
	p.problems.Add(diag.New(code, reason, folder+name, at, args...))
}
