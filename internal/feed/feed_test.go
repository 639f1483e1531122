package feed_test

import (
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"strings"
	"testing"
	"time"

	"antq/internal/content"
	"antq/internal/feed"
	"antq/internal/site"
	"antq/internal/sitetest"
)

const sources = `
-- _campaign.md --
---
name: Toàn dân bảo vệ an ninh Tổ quốc
---
-- so-mau/_agency.md --
---
name: Sở Mẫu tỉnh Lạng Sơn
code: SM
place: Lạng Sơn
organId: 000.00.01.H37
baseURL: https://so-mau.example.vn/
---
-- so-mau/ke-hoach/2026.md --
---
title: '=Phát động "phong trào" & tuyên truyền'
number: /KH-SM
issued: 2026-05
period: 2025-2030
bases:
  - Căn cứ Quyết định số 40/2024/QĐ-UBND ngày 25/10/2024 của Ủy ban nhân dân tỉnh Lạng Sơn
signer:
  authority: KT.
  position: Phó Giám đốc
  name: Nguyễn Văn Mẫu
recipients:
  - Công an tỉnh
---

Nội dung.
-- so-mau/van-ban/40/index.md --
---
title: Quy chế trang thông tin
type: Quyết định
number: 40/2024/QĐ-UBND
issued: 2024-10-25
issuer: Ủy ban nhân dân tỉnh Lạng Sơn
effective: 2024-11-10
file: goc.pdf
---
-- so-mau/van-ban/40/goc.pdf --
%PDF-1.4
-- so-mau/guong-tot/a.md --
---
title: Một tấm gương
date: 2026-01-02
---

Không phải văn bản.
`

func sample(t *testing.T) *site.Site {
	t.Helper()
	return sitesOf(t, sources).Agencies[0]
}

func sitesOf(t *testing.T, archive string) *site.Sites {
	t.Helper()
	files := sitetest.Files(t, archive)
	in := site.Input{Now: time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data := files[name].Data
		if !strings.HasSuffix(name, ".md") {
			in.Assets = append(in.Assets, site.Asset{Path: name, Size: int64(len(data)), Type: "application/pdf"})
			return nil
		}
		doc, problems := content.Parse(name, data)
		if problems.HasErrors() {
			t.Fatal(problems.All())
		}
		in.Documents = append(in.Documents, doc)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	sites, problems := site.New(in)
	if problems.HasErrors() {
		t.Fatal(problems.All())
	}
	return sites
}

func file(t *testing.T, files []feed.File, path string) []byte {
	t.Helper()
	for _, f := range files {
		if f.Path == path {
			return f.Data
		}
	}
	t.Fatalf("no %s among %d files", path, len(files))
	return nil
}

func TestMetadata(t *testing.T) {
	files, err := feed.Metadata(sample(t))
	if err != nil || len(files) != 2 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	var got map[string]any
	data := file(t, files, "ke-hoach/2026.json")
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]any{
		"TypeName": "Kế hoạch", "CodeNotation": "KH-SM", "IssuedDate": "2026-05", "OrganName": "Sở Mẫu tỉnh Lạng Sơn", "OrganId": "000.00.01.H37",
		"Subject": `=Phát động "phong trào" & tuyên truyền`, "Language": "vi", "period": "2025/2030", "status": "unsigned",
		"id": "so-mau/ke-hoach/2026", "url": "https://so-mau.example.vn/ke-hoach/2026.html",
	} {
		if got[key] != want {
			t.Errorf("%s is %v, not %v", key, got[key], want)
		}
	}
	for _, unknown := range []string{"CodeNumber", "PageAmount", "effective", "file", "sha256"} {
		if v, there := got[unknown]; there {
			t.Errorf("%s is not known, yet it is %v", unknown, v)
		}
	}
	if !strings.Contains(string(data), `"id":"so-mau/van-ban/40"`) {
		t.Errorf("the basis is not joined to its document: %s", data)
	}
	if data := string(file(t, files, "van-ban/40.json")); !strings.Contains(data, `"CodeNumber":"40/2024","CodeNotation":"QĐ-UBND"`) || !strings.Contains(data, `"file":{"path":"van-ban/40/goc.pdf"`) {
		t.Error(data)
	}
}

func TestRegister(t *testing.T) {
	files, err := feed.Register(sample(t), func(out string) string { return "sum of " + out })
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Documents []map[string]any `json:"documents"`
	}
	if err := json.Unmarshal(file(t, files, feed.RegisterJSON), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Documents) != 2 || got.Documents[0]["sha256"] != "sum of ke-hoach/2026.html" {
		t.Errorf("%v", got.Documents)
	}
	table := string(file(t, files, feed.RegisterCSV))
	if strings.Count(table, "\r\n") != 3 {
		t.Errorf("lines do not end as RFC 4180 says: %q", table)
	}
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if subject := rows[1][7]; subject != `'=Phát động "phong trào" & tuyên truyền` {
		t.Errorf("a table program takes the cell for a formula: %q", subject)
	}
	if rows[2][5] != "2024-11-10" || rows[2][11] != "van-ban/40/goc.pdf" || len(rows[2][12]) != 64 {
		t.Errorf("%q", rows[2])
	}
}

// One signer is one object, as NĐ 30/2020, Phụ lục VI has it, also where several sign; the others are listed apart.
func TestSigners(t *testing.T) {
	plan := func(signer string) string {
		return "-- a/_agency.md --\n---\nname: A\ncode: A\nplace: L\n---\n-- a/ke-hoach/k.md --\n---\ntitle: K\nnumber: 1/KH-A\nissued: 2026-01-05\n" + signer + "---\n"
	}
	for signer, want := range map[string][2]string{
		"": {"null", "null"},
		"signer:\n  authority: TM.\n  position: Giám đốc\n  name: Ông A\n": {`{"FullName":"Ông A","Position":"Giám đốc","authority":"TM."}`, "null"},
		"signer:\n  - position: Giám đốc\n    name: Ông A\n":               {`{"FullName":"Ông A","Position":"Giám đốc"}`, "null"},
		"signer:\n  - name: Ông A\n  - name: Bà B\n  - name: Ông C\n":      {`{"FullName":"Ông A"}`, `[{"FullName":"Bà B"},{"FullName":"Ông C"}]`},
	} {
		files, err := feed.Metadata(sitesOf(t, plan(signer)).Agencies[0])
		if err != nil {
			t.Fatal(err)
		}
		var got map[string]any
		if err := json.Unmarshal(file(t, files, "ke-hoach/k.json"), &got); err != nil {
			t.Fatal(err)
		}
		first, _ := json.Marshal(got["SignerInfo"])
		others, _ := json.Marshal(got["coSigners"])
		if string(first) != want[0] || string(others) != want[1] {
			t.Errorf("%q: SignerInfo %s, coSigners %s", signer, first, others)
		}
	}
}

// A shared document goes by one address on every site: the hub's, if that has one.
func TestAddressOfASharedDocument(t *testing.T) {
	const archive = "-- _shared/van-ban/q.md --\n---\ntitle: Q\ntype: Quyết định\nnumber: 1/QĐ-TTg\nissued: 2025-01-05\nissuer: Thủ tướng Chính phủ\n---\n" +
		"-- a/_agency.md --\n---\nname: A\ncode: A\nplace: L\nbaseURL: https://a.vn\n---\n-- a/ke-hoach/k.md --\n---\ntitle: K\nnumber: 1/KH-A\nissued: 2026-01-05\nbases:\n  - Căn cứ Quyết định số 1/QĐ-TTg\n---\n"
	const hub = "-- _campaign.md --\n---\nname: P\nhub:\n  baseURL: https://hub.vn\n---\n"
	for _, test := range []struct{ name, archive, agency, hub string }{
		{"the hub has an address", hub + archive, "https://hub.vn/van-ban/q.html", "https://hub.vn/van-ban/q.html"},
		{"the hub has none", archive, "https://a.vn/van-ban/q.html", ""},
	} {
		sites := sitesOf(t, test.archive)
		for want, s := range map[string]*site.Site{test.agency: sites.Agencies[0], test.hub: sites.Hub} {
			files, err := feed.Register(s, func(string) string { return "" })
			if err != nil {
				t.Fatal(err)
			}
			var got struct {
				Documents []struct{ ID, URL, Page string }
			}
			if err := json.Unmarshal(file(t, files, feed.RegisterJSON), &got); err != nil {
				t.Fatal(err)
			}
			shown := 0
			for _, d := range got.Documents {
				if d.ID == "_shared/van-ban/q" {
					shown++
				}
				if d.ID == "_shared/van-ban/q" && (d.URL != want || d.Page != "van-ban/q.html") {
					t.Errorf("%s: %s goes by %q at %q, want %q", test.name, s.Name, d.URL, d.Page, want)
				}
			}
			if shown != 1 {
				t.Errorf("%s: %s shows it %d times", test.name, s.Name, shown)
			}
		}
	}
}

func TestSiteWithoutDocumentsHasNoRegister(t *testing.T) {
	s := sample(t)
	s.Entries = nil
	if files, err := feed.Register(s, func(string) string { return "" }); err != nil || files != nil {
		t.Errorf("%v %v", files, err)
	}
}
