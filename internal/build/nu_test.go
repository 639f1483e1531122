package build_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"antq/internal/sitetest"
)

// nuGaps are what the Nu checker says against sound pages and style sheets: a part of its message, and why it is no fault.
var nuGaps = []struct{ message, why string }{}

// nuMessage is one message of the checker.
type nuMessage struct {
	Type    string `json:"type"` // error; non-document-error if the checker itself has failed
	URL     string `json:"url"`
	Line    int    `json:"lastLine"`
	Message string `json:"message"`
	Extract string `json:"extract"`
}

// TestMarkupIsValid has the W3C's Nu checker read every page, drawing and style sheet of the sample, and a page of which it
// must not be fond.
func TestMarkupIsValid(t *testing.T) {
	if os.Getenv("ANTQ_FULL") != "1" {
		t.Skip("needs Java and the Nu checker: set ANTQ_FULL=1 to run it")
	}
	java, err := exec.LookPath("java")
	if err != nil {
		t.Fatalf("ANTQ_FULL=1 asks for Java, and it is not installed: %v", err)
	}
	root := t.TempDir()
	if err := os.CopyFS(filepath.Join(root, "site"), sampleOf(t).files); err != nil {
		t.Fatal(err)
	}
	bad := map[string]string{
		"bad.html": `<!doctype html><html lang="vi"><title>Sai</title><p><img src="a.png"><div id=a><span id=a></span></div>`,
		"bad.css":  `p { colour: red }`,
	}
	for name, text := range bad {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	met := map[string]bool{}
	for _, f := range nu(t, java, root) {
		if bad[f.File] != "" {
			met[f.File] = true
		} else {
			t.Error(f)
		}
	}
	for name := range bad {
		if !met[name] {
			t.Errorf("the checker has nothing against %s", name)
		}
	}
}

// nu runs the checker once over all that lies below a folder.
func nu(t *testing.T, java, root string) (findings []sitetest.Finding) {
	t.Helper()
	checker := tool(t, "vnu-jar/build/dist/vnu.jar")
	cmd := exec.Command(java, "-Xss4m", "-jar", checker, "--format", "json", "--errors-only", "--exit-zero-always",
		"--skip-non-html", "--also-check-css", "--also-check-svg", root)
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Run(); err != nil {
		t.Fatalf("the checker does not run: %v\n%s", err, said.Bytes())
	}
	var report struct {
		Messages []nuMessage `json:"messages"`
	}
	if err := json.Unmarshal(said.Bytes(), &report); err != nil {
		t.Fatalf("the checker does not say JSON: %v\n%s", err, said.Bytes())
	}
	for _, m := range report.Messages {
		if slices.ContainsFunc(nuGaps, func(g struct{ message, why string }) bool { return strings.Contains(m.Message, g.message) }) {
			continue
		}
		file := strings.TrimPrefix(strings.TrimPrefix(m.URL, fileURL(root)+"/"), "file:"+filepath.ToSlash(root)+"/")
		findings = append(findings, sitetest.Finding{File: file, Line: m.Line, Why: m.Type + ": " + m.Message + " " + m.Extract})
	}
	return findings
}
