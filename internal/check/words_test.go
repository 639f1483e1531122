package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// naive finds words one by one.
func naive(list []string, text string) []string {
	var out []string
	for id, w := range list {
		for i := 0; i+len(w) <= len(text); i++ {
			if text[i:i+len(w)] == w && !wordBefore([]byte(text), i) && !wordAfter([]byte(text), i+len(w)) {
				out = append(out, fmt.Sprint(id, i, i+len(w)))
			}
		}
	}
	slices.Sort(out)
	return out
}

func FuzzWords(f *testing.F) {
	f.Add("số tài khoản|tài khoản|tài|oản", "số tài khoản, tài khoản")
	f.Add("a|aa|aaa", "aa aaa a aaaa")
	f.Add("ab c|b c|c", "ab c b c")
	f.Fuzz(func(t *testing.T, list, text string) {
		var ws []string
		for _, w := range strings.Split(list, "|") {
			if w != "" && !slices.Contains(ws, w) {
				ws = append(ws, w)
			}
		}
		if len(list) > 200 || len(text) > 500 {
			return
		}
		var got []string
		newWords(ws).find([]byte(text), func(word, from, to int) { got = append(got, fmt.Sprint(word, from, to)) })
		slices.Sort(got)
		if want := naive(ws, text); !slices.Equal(got, want) {
			t.Errorf("%q in %q: %v, want %v", ws, text, got, want)
		}
	})
}

func TestLowered(t *testing.T) {
	s := "CỘNG HOÀ XÃ HỘI, ĐẢNG UỶ, ƯƠ ĨŨĂ ŸÙ ẠỸ × § 中"
	if got, want := string(lowered([]byte(s))), "cộng hoà xã hội, đảng uỷ, ươ ĩũă Ÿù ạỹ × § 中"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
