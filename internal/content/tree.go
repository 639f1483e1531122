package content

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"antq/internal/diag"
)

// A shape is what a node of front matter is.
type shape uint8

const (
	nothing shape = iota // key without a value
	scalar
	list
	mapping
)

// node is a value of the front matter: text as written, a list or a map. It is what the rest of the room reads; the YAML
// library is known by this file alone.
type node struct {
	shape  shape
	flow   bool   // written inside [] or {}
	plain  bool   // a scalar without quotation marks
	text   string // of a scalar
	at     diag.Span
	items  []node
	fields []field
}

// field is a key of a map with its value.
type field struct {
	name  string
	at    diag.Span
	value node
	alone bool // in a flow map, without ":" and value
}

// place returns where the value of the field stands, or where its key does if it is a block or has no value.
func (f *field) place() diag.Span {
	if f.value.shape == scalar || f.value.shape != nothing && f.value.flow {
		return f.value.at
	}
	return f.at
}

// fault is why YAML cannot be read, with the line and column in the text given to the library.
type fault struct {
	message      string
	line, column int
}

// parseYAML reads YAML text into a syntax tree. A text without any value gives nil and no fault.
func parseYAML(text []byte) (body ast.Node, f *fault) {
	// The library is asked to read what anybody may type; a panic inside it must not take the other files down.
	defer func() {
		if r := recover(); r != nil {
			body, f = nil, &fault{message: fmt.Sprint(r), line: 1, column: 1}
		}
	}()
	file, err := parser.ParseBytes(text, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		f := &fault{message: err.Error(), line: 1, column: 1}
		var e yaml.Error
		if errors.As(err, &e) {
			f.message = e.GetMessage()
			if tk := e.GetToken(); tk != nil && tk.Position != nil {
				f.line, f.column = tk.Position.Line, tk.Position.Column
			}
		}
		return nil, f
	}
	for _, doc := range file.Docs {
		if doc.Body == nil {
			continue
		}
		if body != nil {
			return body, &fault{message: "second document", line: doc.Body.GetToken().Position.Line, column: 1}
		}
		body = doc.Body
	}
	return body, nil
}

// treeReader turns the library's syntax tree into nodes with places in the source file.
type treeReader struct {
	*frontBlock
	base int // lines of the block before the text that was parsed
	list *diag.List
	file string
}

// at returns the place of a token.
func (r *treeReader) at(tk *token.Token) diag.Pos {
	return r.pos(r.base+tk.Position.Line, tk.Position.Column)
}

func (r *treeReader) node(n ast.Node) node {
	switch v := n.(type) {
	case nil:
		return node{}
	case *ast.NullNode:
		return node{at: diag.Span{Start: r.at(v.Token)}}
	case *ast.StringNode:
		return r.scalar(v.Token, v.Value)
	case *ast.LiteralNode:
		at := r.at(v.Start)
		return node{shape: scalar, text: v.Value.Value, at: diag.Span{Start: at}}
	case *ast.MappingNode:
		return r.mapping(v)
	case *ast.MappingValueNode:
		return r.mapping(&ast.MappingNode{Start: v.Start, Values: []*ast.MappingValueNode{v}})
	case *ast.SequenceNode:
		out := node{shape: list, flow: v.IsFlowStyle, at: diag.Span{Start: r.at(v.Start)}}
		out.items = make([]node, len(v.Values))
		for i, x := range v.Values {
			out.items[i] = r.node(x)
			if out.flow {
				r.pairText(&out.items[i])
			}
		}
		if out.flow && v.End != nil {
			out.at.End = r.after(v.End)
		}
		return out
	case *ast.AnchorNode:
		r.refuse("yaml-anchor", "", v.Start)
		return r.node(v.Value)
	case *ast.AliasNode:
		r.refuse("yaml-anchor", "", v.Start)
		return node{at: diag.Span{Start: r.at(v.Start)}}
	case *ast.TagNode:
		r.refuse("yaml-tag", "", v.Start)
		return r.node(v.Value)
	case ast.ScalarNode:
		return r.scalar(v.GetToken(), v.GetToken().Value)
	}
	r.refuse("yaml-syntax", "key", n.GetToken())
	return node{}
}

// pairText turns an entry of a list in brackets that YAML takes for a key with a value, or for a list, back into the
// text that was typed: [Các sở, ngành: XD], [- Căn cứ Luật].
func (r *treeReader) pairText(n *node) {
	in := n
	for in.shape == list && !in.flow && len(in.items) == 1 {
		in = &in.items[0]
	}
	end := in.at.End
	if in.shape == mapping && !in.flow && len(in.fields) == 1 {
		if v := in.fields[0].value; v.shape == scalar {
			end = v.at.End
		} else {
			end = diag.Pos{}
		}
	}
	if n.shape == scalar || n.flow || end.Offset <= in.at.Start.Offset || in.shape == mapping && n == in && knownTyping(in.fields[0].name) {
		return
	}
	at := diag.Span{Start: in.at.Start, End: end}
	*n = node{shape: scalar, plain: true, text: string(r.src[at.Start.Offset:at.End.Offset]), at: at}
}

// after returns the place behind a token of one letter.
func (r *treeReader) after(tk *token.Token) diag.Pos {
	p := r.at(tk)
	p.Column, p.Offset = p.Column+1, p.Offset+1
	return p
}

func (r *treeReader) scalar(tk *token.Token, text string) node {
	out := node{shape: scalar, text: text, plain: tk.Type != token.SingleQuoteType && tk.Type != token.DoubleQuoteType}
	out.at = r.span(r.at(tk), text, out.plain)
	return out
}

func (r *treeReader) mapping(m *ast.MappingNode) node {
	out := node{shape: mapping, flow: m.IsFlowStyle, fields: make([]field, 0, len(m.Values))}
	out.at.Start = r.at(m.Start)
	for i, v := range m.Values {
		if i == maxKeys {
			r.refuse("front-matter-too-large", "keys", v.Key.GetToken())
			break
		}
		if v.Key.IsMergeKey() {
			r.refuse("yaml-anchor", "merge", v.Key.GetToken())
			continue
		}
		tk := v.Key.GetToken()
		f := field{name: tk.Value}
		switch k := v.Key.(type) {
		case *ast.StringNode:
			f.name = k.Value
		case *ast.MappingKeyNode, *ast.AnchorNode, *ast.AliasNode, *ast.TagNode:
			r.refuse("yaml-syntax", "key", tk)
			continue
		}
		plain := tk.Type != token.SingleQuoteType && tk.Type != token.DoubleQuoteType
		f.at = r.span(r.at(tk), f.name, plain)
		f.value = r.node(v.Value)
		f.alone = m.IsFlowStyle && v.Start == tk
		if !m.IsFlowStyle && len(out.fields) == 0 {
			out.at = f.at
		}
		out.fields = append(out.fields, f)
	}
	if m.IsFlowStyle && m.End != nil {
		out.at.End = r.after(m.End)
	}
	return out
}

// refuse reports a part of YAML that front matter does not have.
func (r *treeReader) refuse(code, reason string, tk *token.Token) {
	at := r.at(tk)
	r.list.Add(diag.New(code, reason, r.file, diag.Span{Start: at}, strings.TrimSpace(tk.Value)))
}
