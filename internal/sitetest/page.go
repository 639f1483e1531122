package sitetest

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"antq/internal/html"
)

// Check asks one thing of a page or of a part of it; nil says that it holds.
type Check func(scope *html.Element) error

// Expect reads the page from the tree and fails the test for each check that does not hold.
func Expect(t testing.TB, fsys fs.FS, page string, checks ...Check) {
	t.Helper()
	src, err := fs.ReadFile(fsys, page)
	if err != nil {
		t.Error(err)
		return
	}
	expect(t, page, src, checks)
}

// ExpectHTML is [Expect] for a page at hand.
func ExpectHTML(t testing.TB, src []byte, checks ...Check) {
	t.Helper()
	expect(t, "page", src, checks)
}

func expect(t testing.TB, name string, src []byte, checks []Check) {
	t.Helper()
	d, err := html.Parse(src)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	for _, check := range checks {
		if err := check(d.Root()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// In asks the checks of what lies below the one element that fits the selector. None or several are a failure.
func In(selector string, checks ...Check) Check {
	return func(scope *html.Element) error {
		found, err := find(scope, selector)
		if err != nil {
			return err
		}
		if len(found) != 1 {
			return fmt.Errorf("%s: %d elements fit, not one", selector, len(found))
		}
		for _, check := range checks {
			if err := check(found[0]); err != nil {
				return fmt.Errorf("in %s: %w", selector, err)
			}
		}
		return nil
	}
}

// Count asks that exactly n elements fit the selector.
func Count(selector string, n int) Check {
	return func(scope *html.Element) error {
		found, err := find(scope, selector)
		if err == nil && len(found) != n {
			err = fmt.Errorf("%s: %d elements fit, not %d%s", selector, len(found), n, texts(found))
		}
		return err
	}
}

// None asks that no element fits the selector.
func None(selector string) Check { return Count(selector, 0) }

// Texts asks that the elements that fit the selector have exactly these texts, in this order.
func Texts(selector string, want ...string) Check {
	return func(scope *html.Element) error {
		found, err := find(scope, selector)
		if err != nil {
			return err
		}
		var got []string
		for _, e := range found {
			got = append(got, e.Text())
		}
		if !slices.Equal(got, want) {
			return fmt.Errorf("%s: texts %q, not %q", selector, got, want)
		}
		return nil
	}
}

// HasText asks that the text of some element that fits the selector contains text. White space counts as one space.
func HasText(selector, text string) Check {
	return some(selector, fmt.Sprintf("the text %q", text), func(e *html.Element) bool { return strings.Contains(e.Text(), text) })
}

// NoText asks that no text of the page or part contains text.
func NoText(text string) Check {
	return func(scope *html.Element) error {
		if strings.Contains(scope.Text(), text) {
			return fmt.Errorf("the text %q is there", text)
		}
		return nil
	}
}

// HasAttr asks that some element that fits the selector has the attribute with exactly this value.
func HasAttr(selector, name, value string) Check {
	return some(selector, fmt.Sprintf("%s=%q", name, value), func(e *html.Element) bool { return e.Has(name) && e.Attr(name) == value })
}

func some(selector, what string, holds func(*html.Element) bool) Check {
	return func(scope *html.Element) error {
		found, err := find(scope, selector)
		if err == nil && !slices.ContainsFunc(found, holds) {
			err = fmt.Errorf("%s: %d elements fit, none with %s%s", selector, len(found), what, texts(found))
		}
		return err
	}
}

func find(scope *html.Element, selector string) ([]*html.Element, error) {
	sel, err := html.Compile(selector)
	if err != nil {
		return nil, err
	}
	return scope.Find(sel), nil
}

// texts shows the first elements found, for a message.
func texts(found []*html.Element) string {
	var b strings.Builder
	for i, e := range found {
		if i == 5 {
			b.WriteString("\n\t…")
			break
		}
		text := []rune(e.Text())
		fmt.Fprintf(&b, "\n\t<%s", e.Tag)
		for _, a := range e.Attrs {
			fmt.Fprintf(&b, " %s=%q", a.Name, a.Value)
		}
		fmt.Fprintf(&b, "> %s", string(text[:min(len(text), 120)]))
	}
	return b.String()
}
