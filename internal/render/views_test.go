package render

import (
	"reflect"
	"strings"
	"testing"

	"antq/internal/content"
)

// full returns a value of the type with something in every field that a layout can name: two elements in each list, every
// pointer set.
func full(t reflect.Type) reflect.Value {
	v := reflect.New(t).Elem()
	switch t {
	case reflect.TypeFor[Body]():
		v.Set(reflect.ValueOf(Body{doc: &content.Document{Body: text()}}))
		return v
	case reflect.TypeFor[Text](): // its runs are one text, which holds the spaces between its words
		v.Set(reflect.ValueOf(Text{{Text: "chữ "}, {Text: "CV", Long: "chữ viết"}}))
		return v
	case reflect.TypeFor[*Part]():
		return v // written from the rest of the view
	}
	switch t.Kind() {
	case reflect.String:
		v.SetString("chữ")
	case reflect.Int:
		v.SetInt(7)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(t.Elem()))
		v.Elem().Set(full(t.Elem()))
	case reflect.Slice:
		v = reflect.Append(v, full(t.Elem()), full(t.Elem()))
	case reflect.Struct:
		for i := range t.NumField() {
			if t.Field(i).IsExported() {
				v.Field(i).Set(full(t.Field(i).Type))
			}
		}
	}
	return v
}

// fullView returns the view of a layout with every field filled in.
func fullView(r layoutRow) view {
	v := full(reflect.TypeOf(r.empty()).Elem()).Addr().Interface().(view)
	v.shared().SiteBase.seal()
	return v
}

func emptyView(r layoutRow) view {
	v := r.empty()
	v.shared().SiteBase = &SiteBase{}
	return v
}

func TestEveryLayoutShowsFullAndEmptyViews(t *testing.T) {
	r := embedded(t)
	for _, row := range rows {
		for name, v := range map[string]view{"full": fullView(row), "empty": emptyView(row)} {
			out, err := r.Render(View{data: v, layout: row.name, set: r.sets[""]})
			if err != nil {
				t.Errorf("%s, %s view: %v", row.name, name, err)
				continue
			}
			inspect(t, row.name+", "+name+" view", out)
		}
	}
}

func TestEveryPartShowsFullAndEmptyViews(t *testing.T) {
	r := embedded(t)
	for _, e := range entryPoints() {
		file, empty := e.file, e.data
		if v, ok := empty.(view); ok {
			v.shared().SiteBase = &SiteBase{}
		}
		if b, ok := empty.(*Base); ok {
			b.SiteBase = &SiteBase{}
		}
		if h, ok := empty.(*Header); ok {
			h.SiteBase = &SiteBase{}
		}
		for _, data := range []any{empty, full(reflect.TypeOf(empty).Elem()).Addr().Interface()} {
			var b strings.Builder
			if err := r.sets[""].templates.ExecuteTemplate(&b, file, data); err != nil {
				t.Errorf("%s: %v", file, err)
			}
			clean(t, file, b.String())
		}
	}
}

// Every kind that has a page has a layout and a view; every shortcode that may be called has a view.
func TestKindsAndShortcodesHaveViews(t *testing.T) {
	for _, k := range append(content.SectionKinds(), content.KindPage) {
		if row, ok := rowOf(k.String()); !ok || !row.entry {
			t.Errorf("kind %s has no layout", k)
		}
	}
	have := make(map[string]bool)
	for _, c := range shortcodes() {
		have[c.layout()] = true
	}
	for _, s := range content.Shortcodes() {
		if !have["shortcodes/"+s.Name+".html"] {
			t.Errorf("shortcode %s has no view", s.Name)
		}
	}
}

// A change of any field of any view must change the hash, and no two changes may give the same one.
func TestHashCoversEveryField(t *testing.T) {
	for _, row := range rows {
		base := fullView(row)
		seen := map[[32]byte]string{View{data: base, layout: row.name}.Hash(): "nothing"}
		for n := 0; ; n++ {
			v := fullView(row)
			c := changer{at: n}
			c.walk(reflect.ValueOf(v).Elem(), row.name)
			if !c.done {
				if n < 20 {
					t.Fatalf("%s: only %d fields were changed", row.name, n)
				}
				break
			}
			v.shared().seal(t)
			h := View{data: v, layout: row.name}.Hash()
			if other, twice := seen[h]; twice {
				t.Errorf("changing %s gives the same hash as changing %s", c.path, other)
			}
			seen[h] = c.path
		}
	}
}

func (b *Base) seal(t *testing.T) {
	t.Helper()
	if b.SiteBase != nil {
		b.SiteBase.seal()
	}
}

func TestShortcodeEncodingCoversEveryField(t *testing.T) {
	for _, code := range shortcodes() {
		typ := reflect.TypeOf(code).Elem()
		seen := map[string]string{}
		for n := -1; ; n++ {
			v := full(typ)
			c := changer{at: n}
			c.walk(v, typ.Name())
			if !c.done && n >= 0 {
				break
			}
			var e encoder
			v.Addr().Interface().(shortcode).encode(&e)
			if other, twice := seen[string(e.b)]; twice {
				t.Errorf("changing %q encodes as changing %q", c.path, other)
			}
			seen[string(e.b)] = c.path
		}
	}
}

// changer changes the one leaf, pointer or list whose number is at.
type changer struct {
	at   int
	n    int
	done bool
	path string
}

func (c *changer) here(path string) bool {
	hit := c.n == c.at
	c.n++
	if hit {
		c.done, c.path = true, path
	}
	return hit
}

func (c *changer) walk(v reflect.Value, path string) {
	if c.done {
		return
	}
	switch v.Kind() {
	case reflect.String:
		if c.here(path) {
			v.SetString("khác")
		}
	case reflect.Int:
		if c.here(path) {
			v.SetInt(8)
		}
	case reflect.Bool:
		if c.here(path) {
			v.SetBool(false)
		}
	case reflect.Pointer:
		if v.Type() == reflect.TypeFor[*Part]() {
			return
		}
		if c.here(path + " = nil") {
			v.SetZero()
			return
		}
		c.walk(v.Elem(), path)
	case reflect.Slice:
		if c.here(path + " shorter") {
			v.SetLen(1)
			return
		}
		for i := range v.Len() {
			c.walk(v.Index(i), path+"[]")
		}
	case reflect.Struct:
		c.fields(v, path)
	}
}

func (c *changer) fields(v reflect.Value, path string) {
	if v.Type() == reflect.TypeFor[Body]() {
		if c.here(path) {
			v.Set(reflect.ValueOf(Body{doc: &content.Document{Digest: [32]byte{1}, Body: text()}}))
		}
		return
	}
	for i := range v.NumField() {
		if v.Type().Field(i).IsExported() {
			c.walk(v.Field(i), path+"."+v.Type().Field(i).Name)
		}
	}
}

// Whatever a template could reach must be plain data: no map, no interface, no function, and no type of another room.
func TestViewsAreFlat(t *testing.T) {
	var look func(typ reflect.Type, path string)
	seen := make(map[reflect.Type]bool)
	look = func(typ reflect.Type, path string) {
		if seen[typ] {
			return
		}
		seen[typ] = true
		switch typ.Kind() {
		case reflect.Pointer, reflect.Slice:
			look(typ.Elem(), path)
		case reflect.Struct:
			if typ.PkgPath() != reflect.TypeFor[Base]().PkgPath() {
				t.Errorf("%s is a %s", path, typ)
			}
			for i := range typ.NumField() {
				if f := typ.Field(i); f.IsExported() {
					look(f.Type, path+"."+f.Name)
				}
			}
		case reflect.String:
			if typ != reflect.TypeFor[string]() {
				t.Errorf("%s is a %s", path, typ)
			}
		case reflect.Int, reflect.Bool:
		default:
			t.Errorf("%s is a %s", path, typ)
		}
	}
	for _, row := range rows {
		look(reflect.TypeOf(row.empty()), row.name)
	}
	for _, c := range shortcodes() {
		look(reflect.TypeOf(c), c.layout())
	}
}
