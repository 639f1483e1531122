package site

import (
	"fmt"
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/sitetest"
)

// BenchmarkNew makes the sites of many documents: plans that cite shared documents and the agency's own, stories with links,
// conferences that carry out a plan.
func BenchmarkNew(b *testing.B) {
	for _, n := range []int{1000, 10000, 50000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			in, _ := input(b, sitetest.Files(b, "-- content/_campaign.md --\n---\nname: Phong trào\n---\n"))
			in.Documents = corpus(n)
			for b.Loop() {
				all, problems := New(in)
				if problems.HasErrors() || len(all.Agencies[0].Entries) < n {
					b.Fatal(problemText(problems))
				}
			}
		})
	}
}

// corpus parses about n documents of one agency and a few shared ones.
func corpus(n int) []*content.Document {
	var docs []*content.Document
	add := func(path, format string, args ...any) {
		doc, _ := content.Parse(path, fmt.Appendf(nil, format, args...))
		docs = append(docs, doc)
	}
	add("_campaign.md", "---\nname: Phong trào\n---\n")
	add("a/_agency.md", "---\nname: Cơ quan A\ncode: A\nplace: Lạng Sơn\nunits:\n  - id: vp\n    name: Văn phòng\n---\n")
	for i := range 5 {
		add(fmt.Sprintf("_shared/van-ban/v%d.md", i), "---\ntitle: Văn bản %d\ntype: Quyết định\nnumber: %d/QĐ-X\nissued: 2025-01-02\nissuer: Sở X\n---\n", i, 10+i)
	}
	bases := strings.Repeat("  - Căn cứ Quyết định số %d/QĐ-X ngày 02/01/2025 của Sở X về việc làm\n", 2)
	for i := range n / 4 {
		add(fmt.Sprintf("a/ke-hoach/k%d.md", i), "---\ntitle: Kế hoạch %d\nnumber: %d/KH-A\nissued: 2026-01-02\nunit: vp\nbases:\n"+bases+
			"tasks:\n  - id: t\n    what: Việc\n    every: year\n    before: 05/11\n    owner: vp\n---\n## Một\n\nNội dung.\n", i, 100+i, 10+i%5, 10+(i+1)%5)
		add(fmt.Sprintf("a/guong-tot/g%d.md", i), "---\ntitle: Gương %d\ndate: 2026-02-03\ntags:\n  - Chủ đề %d\n---\nXem [kế hoạch](/ke-hoach/k%d) và [gương](g%d.md).\n", i, i%50, i, i/2)
		add(fmt.Sprintf("a/hoi-nghi/h%d.md", i), "---\ntitle: Hội nghị %d\nformat: launch\nof: /ke-hoach/k%d\nwhen:\n  start: 2026-06-01\n---\n", i, i)
		add(fmt.Sprintf("a/tin-tuc/t%d.md", i), "---\ntitle: Tin %d\ndate: 2026-03-04\nrelated:\n  - rel: reports-on\n    to: /hoi-nghi/h%d\n---\nMột câu.\n", i, i)
	}
	return docs
}
