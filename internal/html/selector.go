package html

import (
	"fmt"
	"slices"
	"strings"
)

// Selector picks elements of a document. It knows the small part of CSS that tests and rules need: tag, *, .class, #id,
// [attr], [attr=value] and its kinds ^= $= *= ~=, the descendant (space) and the child (>). A backslash takes the next
// character literally (#ii\.3); values may stand in quotes.
type Selector struct {
	steps []step // from left to right; an element must fit the last
}

// step is one compound of a selector with what joins it to the one on its left.
type step struct {
	child bool // ">": the left one must fit the parent; otherwise any ancestor
	tag   string
	tests []attrTest
}

// attrTest asks something of one attribute. A class is a test of "class" by '~', an id one of "id" by '='.
type attrTest struct {
	name  string
	how   byte // 0: present; '=' equal; '^' prefix; '$' suffix; '*' inside; '~' one of the words
	value string
}

// Compile reads a selector.
func Compile(selector string) (Selector, error) {
	p := selectorParser{rest: strings.TrimSpace(selector)}
	var s Selector
	child := false
	for {
		st, err := p.step()
		if err != nil {
			return Selector{}, fmt.Errorf("html: selector %q: %w", selector, err)
		}
		st.child = child
		s.steps = append(s.steps, st)
		gap := p.skipSpace()
		if p.rest == "" {
			return s, nil
		}
		child = p.take('>')
		if !child && !gap {
			return Selector{}, fmt.Errorf("html: selector %q: %q is not understood", selector, p.rest)
		}
		p.skipSpace()
	}
}

// MustCompile is [Compile] for selectors written in code; it panics on a malformed one.
func MustCompile(selector string) Selector {
	s, err := Compile(selector)
	if err != nil {
		panic(err)
	}
	return s
}

// Match reports whether the element fits the selector.
func (s Selector) Match(e *Element) bool {
	return len(s.steps) > 0 && matchFrom(s.steps, e)
}

func matchFrom(steps []step, e *Element) bool {
	last := steps[len(steps)-1]
	if !last.match(e) {
		return false
	}
	left := steps[:len(steps)-1]
	if len(left) == 0 {
		return true
	}
	for up := e.Parent; up != nil; up = up.Parent {
		if matchFrom(left, up) {
			return true
		}
		if last.child {
			return false
		}
	}
	return false
}

func (st step) match(e *Element) bool {
	if st.tag != "" && st.tag != "*" && !strings.EqualFold(st.tag, e.Tag) {
		return false
	}
	for _, t := range st.tests {
		if !t.match(e) {
			return false
		}
	}
	return true
}

func (t attrTest) match(e *Element) bool {
	if !e.Has(t.name) {
		return false
	}
	value := e.Attr(t.name)
	switch t.how {
	case '=':
		return value == t.value
	case '^':
		return t.value != "" && strings.HasPrefix(value, t.value)
	case '$':
		return t.value != "" && strings.HasSuffix(value, t.value)
	case '*':
		return t.value != "" && strings.Contains(value, t.value)
	case '~':
		return slices.Contains(strings.Fields(value), t.value)
	}
	return true
}

type selectorParser struct{ rest string }

func (p *selectorParser) skipSpace() bool {
	before := len(p.rest)
	p.rest = strings.TrimLeft(p.rest, " \t\n")
	return len(p.rest) < before
}

func (p *selectorParser) take(c byte) bool {
	if p.rest == "" || p.rest[0] != c {
		return false
	}
	p.rest = p.rest[1:]
	return true
}

func (p *selectorParser) step() (step, error) {
	var st step
	if p.take('*') {
		st.tag = "*"
	} else {
		st.tag = p.name()
	}
	for {
		switch {
		case p.take('.'):
			st.tests = append(st.tests, attrTest{"class", '~', p.name()})
		case p.take('#'):
			st.tests = append(st.tests, attrTest{"id", '=', p.name()})
		case p.take('['):
			t, err := p.attr()
			if err != nil {
				return st, err
			}
			st.tests = append(st.tests, t)
		case st.tag == "" && len(st.tests) == 0:
			return st, fmt.Errorf("an element is missing before %q", p.rest)
		default:
			return st, st.check()
		}
	}
}

func (st step) check() error {
	for _, t := range st.tests {
		if t.name == "" || t.value == "" && (t.name == "class" && t.how == '~' || t.name == "id" && t.how == '=') {
			return fmt.Errorf("a name is missing")
		}
	}
	return nil
}

// attr reads what follows "[", the closing bracket included.
func (p *selectorParser) attr() (attrTest, error) {
	t := attrTest{name: p.name()}
	if p.take(']') {
		return t, nil
	}
	if p.rest != "" && strings.IndexByte("^$*~", p.rest[0]) >= 0 {
		t.how = p.rest[0]
		p.rest = p.rest[1:]
	} else {
		t.how = '='
	}
	if !p.take('=') {
		return t, fmt.Errorf("\"=\" or \"]\" is missing before %q", p.rest)
	}
	if quote := strings.IndexAny(p.rest, `"'`); quote == 0 {
		end := strings.IndexByte(p.rest[1:], p.rest[0])
		if end < 0 {
			return t, fmt.Errorf("a quote is not closed")
		}
		t.value, p.rest = p.rest[1:1+end], p.rest[end+2:]
	} else {
		t.value = p.name()
	}
	if !p.take(']') {
		return t, fmt.Errorf("\"]\" is missing before %q", p.rest)
	}
	return t, nil
}

// name reads up to the next character that has a meaning in selectors.
func (p *selectorParser) name() string {
	var b strings.Builder
	i := 0
	for i < len(p.rest) {
		c := p.rest[i]
		if c == '\\' && i+1 < len(p.rest) {
			b.WriteByte(p.rest[i+1])
			i += 2
			continue
		}
		if strings.IndexByte(" \t\n>.#[]=^$*~!\"'\\,:+()", c) >= 0 {
			break
		}
		b.WriteByte(c)
		i++
	}
	p.rest = p.rest[i:]
	return b.String()
}
