package check

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/diag"
)

// typedPlan is a plan as it reaches an editor: a text that somebody else typed, below front matter that the editor writes. The
// bases of the text go into the front matter, its parts from the first on are the body.
type typedPlan struct {
	front string // without bases
	first string // how the line of the first part begins
	// want are the problems of the plan: code, reason, and the line of the text or the key of the front matter.
	want []string
	// whole are the problems where nobody has moved anything into front matter: the text as it is below a title.
	whole []string
}

// typedPlans are the two texts of the shapes in which plans arrive, and by the names of their files the two real ones of which
// they are images.
var typedPlans = map[string]typedPlan{
	"mixed-headings.txt": {
		front: `title: Mở đợt cao điểm “Cơ quan sáng đèn, xóm làng yên giấc” tại Sở Thí nghiệm năm 2026
number: /KH-STM
issued: 2026-09
signer:
  position: Giám đốc
  name: Mẫu Văn Thử
recipients:
  - Công an huyện
filed:
  - VT
tasks:
  - id: hoi-nghi
    what: Buổi mở đầu
    day: 2026-09
    owner: Văn phòng Sở
  - id: tong-ket
    what: Tổng kết với năm trạm
    every: year
    month: 12
    owner: Sở Thí nghiệm
  - id: bao-cao
    what: Báo cáo năm
    every: year
    before: 10/12
    owner: Văn phòng Sở
`,
		first: "## **I. ",
		want: []string{
			"number-missing/figures number", "date-incomplete/day issued", "deadline-conflict tasks", "quotes bases",
			"heading-level/colon 71", "heading-level/colon 73", "heading-level/colon 78", "heading-level/siblings 83",
			"heading-level/colon 83", "heading-level/colon 93",
		},
		whole: []string{
			"date-incomplete/blank 5", "quotes 15", "heading-level/colon 71", "heading-level/colon 73", "heading-level/colon 78",
			"heading-level/siblings 83", "heading-level/colon 83", "heading-level/colon 93",
		},
	},
	"wrapped-lines.txt": {
		front: `title: Mở đợt thi đua “Bến bãi sạch trộm, đường ra sáng đèn” giai đoạn 2026-2030
issued: 2026
recipients:
  - Trưởng Ban
filed:
  - VT
attachments:
  - title: Hướng dẫn số 27/HD-VP ngày 30/4/2026 của Văn phòng Liên ngành
    to: /_shared/van-ban/27
tasks:
  - id: so
    what: Sổ gửi về Tổ đèn hằng năm
    every: year
    before: 20/11
    to: Tổ đèn
`,
		first: "I. ",
		want: []string{
			"number-missing title", "date-incomplete/month issued", "quotes 42", "numbering-gap 114", "term 114",
			"spelling-mixed 114", "term 120",
		},
		whole: []string{
			"bases-form/last 22", "quotes 42", "numbering-gap 114", "term 114", "term 120", "attachment-missing 154",
		},
	},
	"000_25842e2dba48da58.txt": {
		front: `title: Phát động phong trào “Toàn dân bảo vệ an ninh Tổ quốc” tại Sở Xây dựng năm 2026
shortTitle: Kế hoạch phát động năm 2026
number: /KH-SXD
issued: 2026-05
place: Lạng Sơn
issuer: Sở Xây dựng tỉnh Lạng Sơn
superior: Ủy ban nhân dân tỉnh Lạng Sơn
period: 2026
signer:
  position: Giám đốc
  name: Dương Công Vĩ
recipients:
  - Công an tỉnh
  - Lãnh đạo Sở
  - Các phòng, đơn vị thuộc Sở
filed:
  - VT
  - VP
unitPlans:
  from: all
tasks:
  - id: hoi-nghi
    what: Hội nghị phát động
    day: 2026-05
    owner: van-phong
    note: thời gian cụ thể có thông báo sau
  - id: so-tong-ket
    what: Sơ kết, tổng kết năm
    every: year
    month: 11
    owner: Sở Xây dựng
    to: Phòng An ninh kinh tế, Công an tỉnh
  - id: bao-cao-nam
    what: Tổng hợp báo cáo năm
    every: year
    before: 05/11
    owner: van-phong
    to: Công an tỉnh
  - id: khen-thuong
    what: Lựa chọn tập thể, cá nhân đề nghị khen thưởng
    every: year
    when: to-be-announced
    owner: Sở Xây dựng
`,
		first: "## **I. ",
		want: []string{
			"number-missing/figures number", "date-incomplete/day issued", "deadline-conflict tasks", "term bases",
			"quotes bases", "term bases", "heading-level/colon 71", "heading-level/colon 73", "heading-level/colon 78",
			"heading-level/siblings 83", "heading-level/colon 83", "heading-level/colon 93", "term 99", "spelling-mixed 101",
			"term 111", "term 117", "term 121", "term 123", "term 127", "term 139",
		},
		whole: []string{
			"date-incomplete/blank 5", "term 13", "quotes 15", "term 15", "heading-level/colon 71", "heading-level/colon 73",
			"heading-level/colon 78", "heading-level/siblings 83", "heading-level/colon 83", "heading-level/colon 93", "term 99",
			"spelling-mixed 101", "term 111", "term 117", "term 121", "term 123", "term 127", "term 139",
		},
	},
	"002_da96110497db2b1f.txt": {
		front: `title: Phát động Phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” giai đoạn 2025-2030
issued: 2026
place: Lạng Sơn
issuer: Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn
superior: Ủy ban nhân dân tỉnh Lạng Sơn
period: 2025-2030
signer:
  position: Trưởng ban
  name: Nguyễn Quốc Toàn
recipients:
  - Sở Nội vụ (Phòng TĐKT)
  - "Các sở, ngành: XD, NNMT, CT, TT PTQĐ; BQL DA ĐTXD tỉnh; TT Xúc tiến ĐT,TM và Du lịch (Cụm thi đua)"
  - Lãnh đạo Ban
  - VP, các PCM, TTQLCK (t/h)
  - Trang TTĐT BQL
filed:
  - VT
  - VP(HTĐ)
attachments:
  - title: Hướng dẫn số 08/HD-SNV ngày 21/4/2026 của Sở Nội vụ
    to: /_shared/van-ban/2026-08-hd-snv.md
tasks:
  - id: ho-so-khen-thuong
    what: Hồ sơ đề nghị khen thưởng hằng năm
    every: year
    before: 15/12
    from: 2026
    until: 2030
    to: Văn phòng Ban
  - id: dot-xuat
    what: Khen thưởng đột xuất
    when: on-event
  - id: tong-ket
    what: Khen thưởng tổng kết
    when: to-be-announced
`,
		first: "I. ",
		want: []string{
			"number-missing title", "date-incomplete/month issued", "term bases", "term 42", "quotes 52", "term 99",
			"numbering-gap 160", "term 160", "spelling-mixed 160", "term 170",
		},
		whole: []string{
			"term 3", "term 26", "bases-form/last 26", "term 42", "quotes 52", "term 99", "numbering-gap 160", "term 160",
			"spelling-mixed 160", "term 170", "attachment-missing 214",
		},
	},
}

func TestTypedPlans(t *testing.T) {
	for _, name := range []string{"mixed-headings.txt", "wrapped-lines.txt"} {
		t.Run(name, func(t *testing.T) { checkTypedPlan(t, filepath.Join("../build/testdata/seedlike", name)) })
	}
}

// TestRealPlans does the same with the texts of a folder outside the repository: ANTQ_TEXTS=/folder go test -run RealPlans.
func TestRealPlans(t *testing.T) {
	folder := os.Getenv("ANTQ_TEXTS")
	if folder == "" {
		t.Skip("ANTQ_TEXTS names no folder with the texts of plans")
	}
	names, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no text in %s (%v)", folder, err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) { checkTypedPlan(t, name) })
	}
}

func checkTypedPlan(t *testing.T, file string) {
	t.Helper()
	plan, known := typedPlans[filepath.Base(file)]
	if !known {
		t.Skip("nobody has said what is wrong with it")
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := plan.findings(t, string(text)); !slices.Equal(got, plan.want) {
		t.Errorf("got\n\t%q\nwant\n\t%q", got, plan.want)
	}
	if got := wholeFindings(t, string(text)); !slices.Equal(got, plan.whole) {
		t.Errorf("as it is, got\n\t%q\nwant\n\t%q", got, plan.whole)
	}
}

// wholeFindings returns what the rules say of a text below nothing but a title, a number and a day.
func wholeFindings(t *testing.T, text string) []string {
	t.Helper()
	return places(t, "---\n"+plainFront+"\n---\n"+text, 5, 0)
}

// findings returns what the rules say of the plan.
func (p typedPlan) findings(t *testing.T, text string) []string {
	t.Helper()
	lines := strings.SplitAfter(text, "\n")
	first := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, p.first) })
	if first < 0 {
		t.Fatal("the text has no first part")
	}
	src := "---\n" + p.front + "bases:\n"
	for _, b := range basesOf(lines[:first]) {
		src += "  - " + b + "\n"
	}
	src += "---\n"
	body := strings.Count(src, "\n") // lines before the body
	src += strings.Join(lines[first:], "")
	return places(t, src, body, first)
}

// places returns the problems of a source, each with its line in the text or its key. The text stands behind so many lines of
// front matter; so many of its first lines were cut off.
func places(t *testing.T, src string, front, cut int) []string {
	t.Helper()
	doc, problems := content.Parse("so-mau/ke-hoach/go-vao.md", []byte(src))
	for _, x := range problems.All() {
		if x.Severity == diag.Error {
			t.Errorf("%d: %s", x.Start.Line, x.Message(diag.English))
		}
	}
	list := New().Source(doc, []byte(src))
	var got []string
	for _, x := range list.All() {
		at := keyAt(src, x.Start.Line)
		if x.Start.Line > front {
			at = strconv.Itoa(x.Start.Line - front + cut)
		}
		got = append(got, nameOf(x)+" "+at)
	}
	return got
}

// basesOf returns the legal bases that stand before the first part, each on one line.
func basesOf(lines []string) []string {
	var bases []string
	open := false
	for _, l := range lines {
		l = strings.TrimSpace(l)
		switch {
		case strings.HasPrefix(l, "Căn cứ ") || strings.HasPrefix(l, "Thực hiện "):
			bases = append(bases, l)
			open = true
		case l != "" && open:
			bases[len(bases)-1] += " " + l
		}
		if strings.HasSuffix(l, ";") || strings.HasSuffix(l, ".") {
			open = false
		}
	}
	for i := range bases {
		bases[i] = strings.TrimRight(bases[i], ";. ")
	}
	return bases
}

// keyAt returns the key at the top of the front matter below which a line stands.
func keyAt(src string, line int) string {
	key := ""
	for i, l := range strings.Split(src, "\n")[:line] {
		if i > 0 && l != "" && l[0] != ' ' {
			key, _, _ = strings.Cut(l, ":")
		}
	}
	return key
}
