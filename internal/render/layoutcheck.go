package render

import (
	"path"
	"strings"
	"text/template/parse"
	"unicode/utf8"

	"antq/internal/diag"
)

// checkText reports the first byte of a layout that is no text: NUL, or none of UTF-8.
func (p *parser) checkText(name string) bool {
	src := p.sources[name]
	for i, r := range src {
		if r == 0 || r == utf8.RuneError && !strings.HasPrefix(src[i:], string(utf8.RuneError)) {
			p.report(name, "not-text", "", p.place(name, i))
			return false
		}
	}
	return true
}

// checkDefinitions refuses a {{define}} or {{block}} with the name of something else than a part of the file itself. It would
// take the place of another layout on every page, or, as in other generators, leave the layout around it empty.
func (p *parser) checkDefinitions(name string) bool {
	own := strings.TrimSuffix(name, path.Ext(name)) + "/"
	good := true
	for _, a := range actions(p.sources[name]) {
		if a.word != "define" && a.word != "block" || strings.HasPrefix(a.name, own) && p.sources[a.name] == "" {
			continue
		}
		reason := ""
		if a.name == "main" || a.name == "content" || a.name == "title" {
			reason = "page" // the habit from elsewhere
		}
		p.report(name, "layout-define", reason, p.place(name, a.start), a.name, own)
		good = false
	}
	return good
}

// blank reports whether a template writes nothing but white space, whatever its data.
func blank(tree *parse.Tree) bool { return tree == nil || parse.IsEmptyTree(tree.Root) }

// isPart reports whether a layout is a piece of others, which may well be empty: so it is left out of the pages.
func isPart(name string) bool {
	return strings.HasPrefix(name, "partials/") || strings.HasPrefix(name, "shortcodes/")
}

// place finds a byte of a layout, columns in letters from 1.
func (p *parser) place(name string, offset int) diag.Span {
	src := p.sources[name]
	offset = max(0, min(offset, len(src)))
	start := strings.LastIndexByte(src[:offset], '\n') + 1
	return diag.Span{Start: diag.Pos{Line: 1 + strings.Count(src[:offset], "\n"), Column: 1 + utf8.RuneCountInString(src[start:offset]), Offset: offset}}
}
