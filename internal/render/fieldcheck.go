package render

import (
	"html/template"
	"reflect"
	"slices"
	"text/template/parse"

	"antq/internal/diag"
)

// fieldCheck walks a template with the types of its data and reports every field that does not exist. It knows the types of
// fields, methods, variables, ranges and the built-in functions; where a type is not known it says nothing.
type fieldCheck struct {
	parser *parser
	set    *template.Template
	seen   map[visit]bool
	name   string // of the template being walked
	vars   []variable
}

type visit struct {
	name string
	dot  reflect.Type
}

type variable struct {
	name string
	typ  reflect.Type
}

// check reports the fields that a template and those it calls name, and data does not have.
func (p *parser) check(set *template.Template, entry string, data any) {
	c := &fieldCheck{parser: p, set: set, seen: make(map[visit]bool)}
	c.template(entry, reflect.TypeOf(data))
}

func (c *fieldCheck) template(name string, dot reflect.Type) {
	t := c.set.Lookup(name)
	if t == nil || t.Tree == nil || t.Tree.Root == nil || c.seen[visit{name, dot}] {
		return
	}
	c.seen[visit{name, dot}] = true
	outerName, outerVars := c.name, c.vars
	c.name, c.vars = name, []variable{{"$", dot}}
	c.list(t.Tree.Root, dot)
	c.name, c.vars = outerName, outerVars
}

func (c *fieldCheck) list(l *parse.ListNode, dot reflect.Type) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		c.node(n, dot)
	}
}

func (c *fieldCheck) node(n parse.Node, dot reflect.Type) {
	switch n := n.(type) {
	case *parse.ActionNode:
		c.pipe(n.Pipe, dot)
	case *parse.IfNode:
		c.branch(&n.BranchNode, dot, dot)
	case *parse.WithNode:
		mark := len(c.vars)
		inner := c.pipe(n.Pipe, dot)
		c.list(n.List, inner)
		c.vars = c.vars[:mark]
		c.list(n.ElseList, dot)
	case *parse.RangeNode:
		c.loop(n, dot)
	case *parse.TemplateNode:
		c.call(n, dot)
	}
}

func (c *fieldCheck) branch(b *parse.BranchNode, dot, inner reflect.Type) {
	mark := len(c.vars)
	c.pipe(b.Pipe, dot)
	c.list(b.List, inner)
	c.list(b.ElseList, dot)
	c.vars = c.vars[:mark]
}

func (c *fieldCheck) loop(n *parse.RangeNode, dot reflect.Type) {
	mark := len(c.vars)
	over := deref(c.pipe(n.Pipe, dot))
	c.vars = c.vars[:mark]
	var key, elem reflect.Type
	if over != nil {
		switch over.Kind() {
		case reflect.Slice, reflect.Array:
			key, elem = reflect.TypeFor[int](), over.Elem()
		case reflect.Map:
			key, elem = over.Key(), over.Elem()
		}
	}
	switch d := n.Pipe.Decl; len(d) {
	case 1:
		c.vars = append(c.vars, variable{d[0].Ident[0], elem})
	case 2:
		c.vars = append(c.vars, variable{d[0].Ident[0], key}, variable{d[1].Ident[0], elem})
	}
	c.list(n.List, elem)
	c.vars = c.vars[:mark]
	c.list(n.ElseList, dot)
}

// call follows {{template "name" data}}.
func (c *fieldCheck) call(n *parse.TemplateNode, dot reflect.Type) {
	var data reflect.Type
	if n.Pipe != nil {
		data = c.pipe(n.Pipe, dot)
	}
	if c.set.Lookup(n.Name) == nil {
		if _, unreadable := c.parser.sources[n.Name]; unreadable {
			return // reported when it was parsed
		}
		c.parser.report(c.name, "layout-missing", "partial", c.at(n), n.Name)
		return
	}
	c.template(n.Name, data)
}

// pipe returns the type of a pipeline, declaring its variables.
func (c *fieldCheck) pipe(p *parse.PipeNode, dot reflect.Type) reflect.Type {
	if p == nil {
		return nil
	}
	var typ reflect.Type
	for _, cmd := range p.Cmds {
		typ = c.command(cmd, dot)
	}
	if len(p.Decl) == 1 && !p.IsAssign {
		c.vars = append(c.vars, variable{p.Decl[0].Ident[0], typ})
	}
	return typ
}

func (c *fieldCheck) command(cmd *parse.CommandNode, dot reflect.Type) reflect.Type {
	types := make([]reflect.Type, len(cmd.Args))
	for i, a := range cmd.Args {
		types[i] = c.operand(a, dot)
	}
	name, isFunction := cmd.Args[0].(*parse.IdentifierNode)
	if !isFunction {
		return types[0]
	}
	switch name.Ident {
	case "index":
		return elements(types)
	case "len":
		return reflect.TypeFor[int]()
	case "not", "eq", "ne", "lt", "le", "gt", "ge":
		return reflect.TypeFor[bool]()
	case "print", "printf", "println", "html", "js", "urlquery":
		return reflect.TypeFor[string]()
	}
	return nil
}

// elements returns what index finds: the element of its first argument, once for each further one.
func elements(types []reflect.Type) reflect.Type {
	if len(types) < 2 {
		return nil
	}
	typ := types[1]
	for range types[2:] {
		typ = deref(typ)
		if typ == nil || typ.Kind() != reflect.Slice && typ.Kind() != reflect.Array && typ.Kind() != reflect.Map {
			return nil
		}
		typ = typ.Elem()
	}
	return typ
}

func (c *fieldCheck) operand(n parse.Node, dot reflect.Type) reflect.Type {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return c.fields(n, dot, n.Ident)
	case *parse.ChainNode:
		return c.fields(n, c.operand(n.Node, dot), n.Field)
	case *parse.VariableNode:
		for _, v := range slices.Backward(c.vars) {
			if v.name == n.Ident[0] {
				return c.fields(n, v.typ, n.Ident[1:])
			}
		}
	case *parse.PipeNode:
		return c.pipe(n, dot)
	case *parse.StringNode:
		return reflect.TypeFor[string]()
	case *parse.BoolNode:
		return reflect.TypeFor[bool]()
	}
	return nil
}

// fields follows a chain of names from a type, reporting the first that does not exist.
func (c *fieldCheck) fields(n parse.Node, typ reflect.Type, names []string) reflect.Type {
	for _, name := range names {
		if typ == nil || typ.Kind() == reflect.Interface {
			return nil
		}
		next, ok := member(typ, name)
		if !ok {
			c.noField(n, typ, name)
			return nil
		}
		typ = next
	}
	return typ
}

// noField reports a field that a type does not have.
func (c *fieldCheck) noField(n parse.Node, typ reflect.Type, name string) {
	d := deref(typ)
	reason, what := "", d.Name()
	switch d.Kind() {
	case reflect.Struct:
	case reflect.Slice, reflect.Array, reflect.Map:
		reason, what = "list", ""
	default:
		reason, what = "plain", ""
	}
	c.parser.report(c.name, "layout-field", reason, c.at(n), name, what, nearest(fieldsOf(d), name))
}

// member returns the type of a field or of a method's result.
func member(typ reflect.Type, name string) (reflect.Type, bool) {
	pointer := typ
	if typ.Kind() != reflect.Pointer {
		pointer = reflect.PointerTo(typ)
	}
	if f, ok := pointer.MethodByName(name); ok {
		return f.Type.Out(0), true
	}
	d := deref(typ)
	switch d.Kind() {
	case reflect.Struct:
		f, ok := d.FieldByName(name)
		return f.Type, ok && f.IsExported()
	case reflect.Map:
		return d.Elem(), true
	}
	return nil, false
}

func deref(t reflect.Type) reflect.Type {
	if t != nil && t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

// fieldsOf lists the fields and methods that a layout may name, sorted.
func fieldsOf(t reflect.Type) []string {
	if t = deref(t); t == nil || t.Kind() != reflect.Struct {
		return nil
	}
	var names []string
	for _, f := range reflect.VisibleFields(t) {
		if f.IsExported() && !f.Anonymous {
			names = append(names, f.Name)
		}
	}
	for i := range reflect.PointerTo(t).NumMethod() {
		names = append(names, reflect.PointerTo(t).Method(i).Name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// at finds the place of a node in its file.
func (c *fieldCheck) at(n parse.Node) diag.Span { return c.parser.place(c.name, int(n.Position())) }
