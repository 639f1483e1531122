package preview

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"antq/internal/sitetest"
)

// bigSite writes a site of n plans and news.
func bigSite(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, sitetest.Files(t, small)); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		text := fmt.Sprintf("---\ntitle: Bản tin số %d của đơn vị\ndate: 2026-%02d-%02d\ntags: [chủ đề %d]\n---\n\n", i, 1+i%10, 1+i%28, i%20)
		for j := range 12 {
			text += fmt.Sprintf("Đoạn %d: tổ trực báo tin theo Kế hoạch số %d/KH-SM ngày 05/5/2026, **nhanh** và *đúng*.\n\n", j, 1+i%40)
		}
		text += "1. Rà soát camera.\n2. Cập nhật danh sách trực.\n"
		name := filepath.Join(dir, "content", "so-mau", "tin-tuc", fmt.Sprintf("ban-tin-%05d.md", i))
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// From the save to the page that shows it, and of a layout likewise.
func BenchmarkSaveToServed(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		for _, what := range []string{"content", "layout"} {
			b.Run(fmt.Sprintf("%s of %d", what, n), func(b *testing.B) {
				s := play(b, bigSite(b, n), nil)
				file, page, old := "content/so-mau/tin-tuc/ban-tin-00050.md", "/so-mau/tin-tuc/ban-tin-00050.html", "Đoạn 3:"
				if what == "layout" {
					file, old = "layouts/base.html", "<body>"
				}
				text := s.read(file)
				i := 0
				for b.Loop() {
					i++
					word := fmt.Sprintf("sửa-%d", i)
					s.write(file, strings.Replace(text, old, old+word+" ", 1))
					s.touching(file)
					if _, body := s.get(page); !strings.Contains(body, word) {
						b.Fatalf("%s is not served", word)
					}
				}
			})
		}
	}
}

// 200 edits leave no more memory behind than 20 do.
func TestMemoryStaysFlat(t *testing.T) {
	s := play(t, bigSite(t, 200), nil)
	const page = "/so-mau/tin-tuc/khai-mac.html"
	edit := func(from, to int) uint64 {
		for i := from; i < to; i++ {
			word := fmt.Sprintf("lần %d", i)
			s.write(opening, "---\ntitle: Khai mạc\ndate: 12/10/2026\n---\n\n"+word+strings.Repeat(" chữ", 2000)+".\n")
			s.touching(opening)
			s.shows(page, word)
			s.shows("/so-mau/tin-tuc/")
		}
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	after20 := edit(0, 20)
	after200 := edit(20, 200)
	if after200 > after20+after20/5+1<<20 {
		t.Errorf("the heap holds %d bytes after 20 edits and %d after 200", after20, after200)
	}
}

func TestPageCacheIsBounded(t *testing.T) {
	c := newPageCache(100)
	for i := range 10 {
		c.put(&cachedPage{path: fmt.Sprint(i), data: make([]byte, 30)})
	}
	if c.size != 90 || len(c.pages) != 3 || c.find("9") == nil || c.find("0") != nil {
		t.Errorf("holds %d bytes of %d pages", c.size, len(c.pages))
	}
	c.put(&cachedPage{path: "9", data: make([]byte, 10)})
	if c.size != 70 || len(c.pages) != 3 {
		t.Errorf("a newer form counts twice: %d bytes of %d pages", c.size, len(c.pages))
	}
	c.put(&cachedPage{path: "big", data: make([]byte, 1000)})
	if len(c.pages) != 1 || c.find("big") == nil {
		t.Error("a page that is larger than all is not kept")
	}
}
