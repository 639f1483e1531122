package content

import (
	"strings"
	"testing"
)

// BenchmarkFront measures the reading of front matter: the whole of it, and the share of the YAML library.
func BenchmarkFront(b *testing.B) {
	src := []byte(launchPlan[:strings.Index(launchPlan, "## ")])
	block := src[4:strings.LastIndex(string(src), mark)]
	b.Run("parse", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Parse("so-xay-dung/ke-hoach/x.md", src)
		}
	})
	b.Run("library", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			cutAndParse(block)
		}
	})
	b.Run("scan", func(b *testing.B) {
		f := frontFinder{file: "x", src: src}
		found := f.find()
		b.ReportAllocs()
		for b.Loop() {
			newLineScan("x", found.block).run()
		}
	})
}

// BenchmarkTable measures the reading of a table of 1,000 honourees.
func BenchmarkTable(b *testing.B) {
	src := []byte("name,unit,form\n" + strings.Repeat("Nguyễn Văn A,van-phong,Giấy khen\n", 1000))
	b.ReportAllocs()
	for b.Loop() {
		ParseHonourees("content/x.csv", src)
	}
}
