package check

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/diag"
)

// mine are the problems that the leak guard and the rules of encodings find in a source, without those of other families.
func (r *Rules) mine(doc *content.Document, src []byte) diag.List {
	var list diag.List
	if p, ok := r.newProse("content/"+doc.Path, src); ok {
		r.leak(p, &list)
		r.pictured(doc, p, &list)
		r.encoding(p, &list)
	}
	return list
}

// sources reads the Markdown files and the lists of a content folder.
func sources(t testing.TB, dir string) (docs []*content.Document, texts [][]byte, lists map[string][]byte) {
	t.Helper()
	lists = map[string][]byte{}
	fsys := os.DirFS(dir)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		switch path.Ext(name) {
		case ".md":
			src, err := fs.ReadFile(fsys, name)
			if err != nil {
				return err
			}
			doc, _ := content.Parse(name, src)
			docs, texts = append(docs, doc), append(texts, src)
		case ".csv", ".txt":
			lists[name], err = fs.ReadFile(fsys, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return docs, texts, lists
}

// The sample site holds no leak and no odd letter that is not waived. ANTQ_CORPUS names another content folder, which is held to
// the same: a large generated one shows false alarms.
func TestSampleLeaksNothing(t *testing.T) {
	dirs := []string{"../../content"}
	if dir := os.Getenv("ANTQ_CORPUS"); dir != "" {
		dirs = append(dirs, dir)
	}
	r := New()
	for _, dir := range dirs {
		docs, texts, lists := sources(t, dir)
		if len(docs) < 40 {
			t.Fatalf("only %d documents in %s", len(docs), dir)
		}
		var all diag.List
		for i, doc := range docs {
			all.Merge(r.mine(doc, texts[i]))
		}
		for name, src := range lists {
			all.Merge(r.Text(name, src))
		}
		left, _ := r.Settle(all, docs)
		for _, p := range left.All() {
			if p.Code == "waiver-unused" {
				continue // of another family's code
			}
			t.Errorf("%s:%d:%d: %s", p.File, p.Start.Line, p.Start.Column, p.Code)
		}
	}
}

// The files of the sample carry nothing that their readers are not meant to see.
func TestSampleFilesCarryNothing(t *testing.T) {
	r := New()
	fsys := os.DirFS("../../content")
	files := 0
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) == ".md" {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		list := r.Attachment(name, bytes.NewReader(data), int64(len(data)))
		for _, p := range list.All() {
			t.Errorf("%s: %s/%s", p.File, p.Code, p.Reason)
		}
		files++
		return err
	})
	if err != nil || files < 20 {
		t.Errorf("%d files: %v", files, err)
	}
}

// Each example that must be found is found at its place when somebody types it at the end of a page of the sample.
func TestSampleWithLeaks(t *testing.T) {
	const name = "so-xay-dung/ke-hoach/thang-cao-diem-an-toan-mang-2026.md"
	page, err := os.ReadFile("../../content/" + name)
	if err != nil {
		t.Fatal(err)
	}
	r := New()
	for _, e := range slices.Concat(examples(t, "testdata/leak.txt"), examples(t, "testdata/encoding.txt")) {
		if !e.hit || strings.HasPrefix(e.text, "key: ") || strings.HasPrefix(e.text, "csv: ") {
			continue
		}
		marked := string(page) + "\n" + e.text + "\n"
		before, _, _ := strings.Cut(marked, "⟦")
		src := []byte(strings.NewReplacer("⟦", "", "⟧", "").Replace(marked))
		doc, _ := content.Parse(name, src)
		list := r.Source(doc, src)
		if !slices.ContainsFunc(list.All(), func(p diag.Problem) bool {
			return p.Code == e.code && p.Start.Offset == len(before) && p.Start.Line == 1+strings.Count(before, "\n")
		}) {
			t.Errorf("%s: %q is not found at the end of a page", e.code, e.text)
		}
	}
}

func benchmarkSources(b *testing.B, examine func(r *Rules, doc *content.Document, src []byte)) {
	docs, texts, _ := sources(b, "../../content")
	r := New()
	n := 0
	for _, s := range texts {
		n += len(s)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for i, doc := range docs {
			examine(r, doc, texts[i])
		}
	}
}

func BenchmarkLeakAndEncoding(b *testing.B) {
	benchmarkSources(b, func(r *Rules, doc *content.Document, src []byte) { r.mine(doc, src) })
}

func BenchmarkSource(b *testing.B) {
	benchmarkSources(b, func(r *Rules, doc *content.Document, src []byte) { r.Source(doc, src) })
}

// Text that is hostile to scanners costs as much per byte as any other.
func BenchmarkHostile(b *testing.B) {
	for name, unit := range map[string]string{
		"figures": "020085123456 ", "one-line": "0912345678,", "labels": "stk tài khoản số tài khoản ", "ticks": "`` ` ", "mails": "a@gmail.com@",
		"letters": "Ðа\u0301\u200B", "links": "](a ](b", "pipes": "| MẬT ", "points": ".vn.", "digits": "0", "births": "sinh ngày ", "children": "cháu A B trú tại thôn A ",
	} {
		for _, size := range []int{1 << 15, 1 << 18} {
			src := make([]byte, 0, size)
			for len(src)+len(unit) <= size {
				src = append(src, unit...)
			}
			b.Run(name+map[bool]string{true: "/small", false: "/large"}[size == 1<<15], func(b *testing.B) {
				r := New()
				doc := &content.Document{Place: content.Place{Path: "a/x.md"}, Meta: &content.Page{}}
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					r.mine(doc, src)
				}
			})
		}
	}
}

func FuzzLeak(f *testing.F) {
	for _, name := range []string{"testdata/leak.txt", "testdata/encoding.txt"} {
		for _, e := range examples(f, name) {
			f.Add(e.text)
		}
	}
	r := New()
	f.Fuzz(func(t *testing.T, text string) {
		src := []byte("---\ntitle: x\n---\n" + text)
		doc, _ := content.Parse("a/tin-tuc/x.md", src)
		list := r.mine(doc, src)
		list.Merge(r.Text("a/x.csv", src))
		for _, p := range list.All() {
			if !diag.Known(p.Code, p.Reason) {
				t.Fatalf("%s/%s is in no table", p.Code, p.Reason)
			}
			if p.Start.Offset < 0 || p.Start.Offset > len(src) || p.End.Offset != 0 && p.End.Offset < p.Start.Offset {
				t.Fatalf("%s at %v-%v of %d bytes", p.Code, p.Start, p.End, len(src))
			}
		}
		r.Settle(list, []*content.Document{doc})
		mendAll(t, src)
	})
}
