package internal_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// goPackage is one folder with Go files, read without regard to build tags, so that every system is judged at once.
type goPackage struct {
	dir          string // below the module, slash-separated: "internal/site"
	files, tests []goFile
}

type goFile struct {
	name   string // below the module
	syntax *ast.File
	set    *token.FileSet
}

var readModule = sync.OnceValues(func() ([]goPackage, error) {
	module := os.DirFS("..")
	set := token.NewFileSet()
	byDir := map[string]*goPackage{}
	err := fs.WalkDir(module, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		if entry.IsDir() {
			if name != "." && (strings.HasPrefix(base, ".") || base == "testdata" || base == "node_modules" || name == "content" || name == "public") {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" {
			return nil
		}
		syntax, err := parser.ParseFile(set, filepath.Join("..", filepath.FromSlash(name)), nil, parser.ParseComments)
		if err != nil {
			return err
		}
		dir := path.Dir(name)
		if byDir[dir] == nil {
			byDir[dir] = &goPackage{dir: dir}
		}
		f := goFile{name, syntax, set}
		if strings.HasSuffix(name, "_test.go") {
			byDir[dir].tests = append(byDir[dir].tests, f)
		} else {
			byDir[dir].files = append(byDir[dir].files, f)
		}
		return nil
	})
	var all []goPackage
	for _, p := range byDir {
		all = append(all, *p)
	}
	slices.SortFunc(all, func(a, b goPackage) int { return strings.Compare(a.dir, b.dir) })
	return all, err
})

// packages returns every package of the module, sorted by folder.
func packages(t *testing.T) []goPackage {
	t.Helper()
	all, err := readModule()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 5 {
		t.Fatalf("only %d packages found: is this the module?", len(all))
	}
	return all
}

// parseFile reads Go source that stands in a test, under the name p.go.
func parseFile(t *testing.T, src string) goFile {
	t.Helper()
	set := token.NewFileSet()
	syntax, err := parser.ParseFile(set, "p.go", src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	return goFile{"p.go", syntax, set}
}

// at names a place in the file.
func (f goFile) at(n ast.Node) string {
	return fmt.Sprintf("%s:%d", f.name, f.set.Position(n.Pos()).Line)
}

func (f goFile) lines() int { return f.set.File(f.syntax.FileStart).LineCount() }

// isTable reports whether the file declares data only.
func (f goFile) isTable() bool {
	return !slices.ContainsFunc(f.syntax.Decls, func(d ast.Decl) bool {
		_, isFunc := d.(*ast.FuncDecl)
		return isFunc
	})
}

func (f goFile) imports() []string {
	var paths []string
	for _, spec := range f.syntax.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err == nil {
			paths = append(paths, p)
		}
	}
	return paths
}

// importNames returns the paths of the imports by the names they have in the file.
func (f goFile) importNames() map[string]string {
	names := map[string]string{}
	for i, p := range f.imports() {
		name := path.Base(p)
		if spec := f.syntax.Imports[i]; spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = p
	}
	return names
}

// variables returns the names of the package's variables, those of errors and of patterns included.
func (p goPackage) variables() map[string]bool {
	vars := map[string]bool{}
	for _, f := range p.files {
		for _, d := range f.syntax.Decls {
			decl, ok := d.(*ast.GenDecl)
			if !ok || decl.Tok != token.VAR {
				continue
			}
			for _, spec := range decl.Specs {
				for _, name := range spec.(*ast.ValueSpec).Names {
					vars[name.Name] = name.Name != "_"
				}
			}
		}
	}
	return vars
}

// assignmentsTo names the places in functions where one of the package's variables, or an element or field of it, is
// assigned to. A local variable of the same name hides the package's one.
func (f goFile) assignmentsTo(vars map[string]bool) []string {
	declared := f.localNames()
	var places []string
	note := func(target ast.Expr) {
		id := rootName(target)
		if id == nil || !vars[id.Name] {
			return
		}
		if fn := enclosing(f.syntax, id); fn != nil && !declared[fn][id.Name] {
			places = append(places, fmt.Sprintf("%s: the package variable %s is assigned to", f.at(id), id.Name))
		}
	}
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, target := range n.Lhs {
					note(target)
				}
			}
		case *ast.IncDecStmt:
			note(n.X)
		}
		return true
	})
	return places
}

// localNames returns, for each function, the names that are declared in it.
func (f goFile) localNames() map[*ast.FuncDecl]map[string]bool {
	all := map[*ast.FuncDecl]map[string]bool{}
	for _, d := range f.syntax.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		names := map[string]bool{}
		all[fn] = names
		ast.Inspect(fn, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Field:
				for _, id := range n.Names {
					names[id.Name] = true
				}
			case *ast.ValueSpec:
				for _, id := range n.Names {
					names[id.Name] = true
				}
			case *ast.AssignStmt:
				if n.Tok == token.DEFINE {
					for _, e := range n.Lhs {
						if id, ok := e.(*ast.Ident); ok {
							names[id.Name] = true
						}
					}
				}
			case *ast.RangeStmt:
				for _, e := range []ast.Expr{n.Key, n.Value} {
					if id, ok := e.(*ast.Ident); ok && n.Tok == token.DEFINE {
						names[id.Name] = true
					}
				}
			}
			return true
		})
	}
	return all
}

func enclosing(file *ast.File, n ast.Node) *ast.FuncDecl {
	for _, d := range file.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Pos() <= n.Pos() && n.End() <= fn.End() {
			return fn
		}
	}
	return nil
}

// rootName returns the x of x, x[i], x.f and *x.
func rootName(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.IndexExpr:
			e = x.X
		case *ast.SelectorExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		default:
			return nil
		}
	}
}
