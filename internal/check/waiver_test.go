package check

import (
	"slices"
	"testing"

	"antq/internal/content"
	"antq/internal/diag"
)

// room is a small set of sources, examined and settled.
type room map[string]string

func (files room) settle(t *testing.T) (codes []string, list diag.List, used []Waiver) {
	t.Helper()
	r := New()
	var docs []*content.Document
	var all diag.List
	for name, text := range files {
		doc, problems := content.Parse(name, []byte(text))
		if problems.HasErrors() {
			t.Fatal(problems.All())
		}
		docs = append(docs, doc)
		p, _ := r.newProse("content/"+name, []byte(text))
		r.leak(p, &all)
		r.encoding(p, &all)
	}
	all.FillExcerpts(func(string, int) string { return "the line" })
	list, used = r.Settle(all, docs)
	for _, p := range list.All() {
		codes = append(codes, p.Code)
	}
	return codes, list, used
}

const profile = `---
name: Sở Xây dựng
code: SXD
place: Lạng Sơn
phone: 0912 000 001
officer:
  name: Bế Thục Quyên
  phone: +84 912 000 002
  email: Quyen.SXD@gmail.com
hotlines:
  - name: Trực ban
    phone: 0912.000.003
publicContacts:
  phones: [0912 000 004]
  emails: [tiepdan@gmail.com]
  accounts: [3714.0.1012345]
---
Điện thoại 0912000001, 0912000002, 0912-000-003, +84912000004, quyen.sxd@gmail.com
`

func page(front, body string) string {
	return "---\ntitle: Trang\ndate: 2026-11-01\n" + front + "---\n" + body + "\n"
}

func TestPublishedContactsPass(t *testing.T) {
	codes, list, _ := room{
		"so/_agency.md":     profile,
		"so/tin-tuc/x.md":   page("", "Gọi 0912 000 003, gửi tiepdan@gmail.com, số tài khoản 3714.0.1012345 tại Kho bạc"),
		"khac/tin-tuc/y.md": page("", "Gọi 0912 000 005, gửi khac@gmail.com, số tài khoản 3714.0.1012346"),
	}.settle(t)
	if want := []string{"mobile-number", "private-email", "bank-account"}; !slices.Equal(codes, want) {
		t.Errorf("left: %v, want %v", codes, want)
	}
	for _, p := range list.All() {
		if p.File != "content/khac/tin-tuc/y.md" {
			t.Errorf("%s in %s", p.Code, p.File)
		}
	}
}

func TestWaivers(t *testing.T) {
	for _, c := range []struct {
		name, waive, body string
		want              []string
		used              int
	}{
		{"a warning with a reason", "waive:\n  - code: mobile-number\n    reason: số của nhà trường\n", "0912 345 678 và 0912 345 679", nil, 2},
		{"an error that may be", "waive:\n  - code: old-id-number\n    reason: số minh hoạ\n", "CMND 082123456", nil, 1},
		{"another code", "waive:\n  - code: birth-date\n    reason: cần thiết\n", "0912 345 678", []string{"mobile-number", "waiver-unused"}, 0},
		{"nothing to waive", "waive:\n  - code: birth-date\n    reason: cần thiết\n", "Nội dung", []string{"waiver-unused"}, 0},
		{"a citizen number", "waive:\n  - code: citizen-number\n    reason: cần thiết\n", "020085123456", []string{"citizen-number", "waiver-refused"}, 0},
		{"a circulation mark", "waive:\n  - code: circulation-mark\n    reason: cần thiết\n", "Lưu hành nội bộ", []string{"circulation-mark", "waiver-refused"}, 0},
		{"a secrecy mark", "waive:\n  - code: secrecy-mark\n    reason: cần thiết\n", "MẬT", []string{"secrecy-mark"}, 0},
		{"a secrecy mark hides all else", "", "MẬT\n\n020085123456, 0912 345 678", []string{"secrecy-mark"}, 0},
	} {
		codes, _, used := room{"so/tin-tuc/x.md": page(c.waive, c.body)}.settle(t)
		slices.Sort(codes)
		if !slices.Equal(codes, c.want) {
			t.Errorf("%s: left %v, want %v", c.name, codes, c.want)
		}
		n := 0
		for _, w := range used {
			n += w.Count
			if w.Reason == "" || w.At.Start.Line == 0 || w.File != "content/so/tin-tuc/x.md" {
				t.Errorf("%s: %+v", c.name, w)
			}
		}
		if n != c.used {
			t.Errorf("%s: %d waived, want %d", c.name, n, c.used)
		}
	}
}

func TestNeverWaivable(t *testing.T) {
	r := New()
	for _, code := range []string{"secrecy-mark", "circulation-mark", "citizen-number", "id-card-image"} {
		for _, s := range []diag.Severity{diag.Note, diag.Warning, diag.Error} {
			if r.Waivable(code, s) {
				t.Errorf("%s may be waived", code)
			}
		}
	}
	if r.Waivable("yaml-syntax", diag.Error) || !r.Waivable("bank-account", diag.Error) || !r.Waivable("term", diag.Warning) {
		t.Error("the wrong errors may be waived")
	}
}

// A problem of another rule on the line of a leak must not show it.
func TestLinesOfLeaksAreNotShown(t *testing.T) {
	var list diag.List
	at := diag.Span{Start: diag.Pos{Line: 4, Column: 1}}
	list.Add(diag.New("citizen-number", "", "content/a/x.md", at), diag.Problem{Code: "term", File: "content/a/x.md", Start: at.Start, Severity: diag.Warning},
		diag.Problem{Code: "term", File: "content/a/x.md", Start: diag.Pos{Line: 5}, Severity: diag.Warning})
	list.FillExcerpts(func(string, int) string { return "the line" })
	out, _ := New().Settle(list, nil)
	for _, p := range out.All() {
		if want := map[int]string{5: "the line"}[p.Start.Line]; p.Excerpt != want {
			t.Errorf("%s on line %d shows %q", p.Code, p.Start.Line, p.Excerpt)
		}
	}
}

// A file beside the pages has no front matter: the document that offers it, or in whose folder it lies, speaks for it.
func TestWaiversForFiles(t *testing.T) {
	waive := "waive:\n  - code: attachment-author\n    reason: tên người ký văn bản\n"
	var docs []*content.Document
	for name, front := range map[string]string{
		"so/tin-tuc/bo/index.md": waive,
		"so/tin-tuc/x.md":        waive + "attachments:\n  - file: tep/a.docx\n    title: A\n",
		"so/tin-tuc/y.md":        "",
	} {
		doc, _ := content.Parse(name, []byte(page(front, "Nội dung")))
		docs = append(docs, doc)
	}
	var list diag.List
	for _, file := range []string{"so/tin-tuc/bo/anh/b.docx", "so/tin-tuc/tep/a.docx", "so/tin-tuc/tep/c.docx", "so/tin-tuc/y.docx"} {
		list.Add(diag.New("attachment-author", "", "content/"+file, diag.Span{}))
	}
	left, used := New().Settle(list, docs)
	var files []string
	for _, p := range left.All() {
		files = append(files, p.File)
	}
	if want := []string{"content/so/tin-tuc/tep/c.docx", "content/so/tin-tuc/y.docx"}; !slices.Equal(files, want) || len(used) != 2 {
		t.Errorf("left %v, want %v; used %v", files, want, used)
	}
}
