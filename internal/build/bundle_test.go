package build

import (
	"bytes"
	"regexp"
	"testing"
	"testing/fstest"
)

// A script that ends without a semicolon is not called by the next one, which begins with a bracket; nor does a comment at its end
// swallow what follows.
func TestScriptsInOneFileStayApart(t *testing.T) {
	fsys := fstest.MapFS{
		"js/10-a.js": {Data: []byte("(() => { document.title = 'a' })() // xong")},
		"js/20-b.js": {Data: []byte("(() => { document.title = 'b' })()")},
	}
	apart := regexp.MustCompile(`\}\)\(\)( // xong)?\n;\(\(\)\s*=>`)
	for _, small := range []bool{true, false} {
		s, problems := newStatics(fsys, small)
		if problems.Len() > 0 || len(s.files) != 1 {
			t.Fatalf("small %v: %v, %d files", small, problems.All(), len(s.files))
		}
		if !apart.Match(bytes.TrimSpace(s.files[0].data)) {
			t.Errorf("small %v: %s", small, s.files[0].data)
		}
	}
}
