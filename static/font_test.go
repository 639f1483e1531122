package static

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

const fontSheet = "css/05-fonts.css"

// fontFace is what one @font-face that brings a file says of it.
type fontFace struct {
	face  string // "Noto Serif 400 italic"
	file  string // "fonts/…woff2"
	chars [][2]rune
}

var (
	faceRule  = regexp.MustCompile(`(?s)@font-face \{(.*?)\n\}`)
	faceFile  = regexp.MustCompile(`url\("\.\./(fonts/[^"]+)"\) format\("woff2"\)`)
	faceRange = regexp.MustCompile(`U\+([0-9A-F]+)(?:-([0-9A-F]+))?`)
)

// fontFaces reads the rules of the style sheet that bring files.
func fontFaces(t *testing.T) (faces []fontFace) {
	t.Helper()
	for _, rule := range faceRule.FindAllStringSubmatch(source(t, fontSheet), -1) {
		file := faceFile.FindStringSubmatch(rule[1])
		if file == nil {
			continue
		}
		f := fontFace{file: file[1], face: strings.Join([]string{said(rule[1], "font-family"), said(rule[1], "font-weight"), said(rule[1], "font-style")}, " ")}
		for _, r := range faceRange.FindAllStringSubmatch(said(rule[1], "unicode-range"), -1) {
			last := r[2]
			if last == "" {
				last = r[1]
			}
			f.chars = append(f.chars, [2]rune{codePoint(t, r[1]), codePoint(t, last)})
		}
		if said(rule[1], "font-display") != "swap" || len(f.chars) == 0 {
			t.Errorf("%s holds up the text or names no letters", f.file)
		}
		faces = append(faces, f)
	}
	if len(faces) == 0 {
		t.Fatal("no typeface")
	}
	return faces
}

func source(t *testing.T, name string) string {
	t.Helper()
	src, err := fs.ReadFile(FS, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// said returns the value of a property in a rule, on one line and without quotation marks.
func said(rule, property string) string {
	_, value, _ := strings.Cut(rule, "\n  "+property+": ")
	value, _, _ = strings.Cut(value, ";")
	return strings.ReplaceAll(strings.Join(strings.Fields(value), " "), `"`, "")
}

func codePoint(t *testing.T, hex string) rune {
	t.Helper()
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	return rune(n)
}

// Every file is used, and its licence and its version are beside it.
func TestFontsAreUsedAndLicensed(t *testing.T) {
	var used []string
	for _, f := range fontFaces(t) {
		used = append(used, f.file)
	}
	slices.Sort(used)
	there, err := fs.Glob(FS, "fonts/*.woff2")
	if err != nil || !slices.Equal(used, there) {
		t.Errorf("%s uses\n%q, in fonts/ there are\n%q (%v)", fontSheet, used, there, err)
	}
	notes := source(t, "fonts/fonts.txt")
	for _, file := range there {
		if data := source(t, file); !strings.HasPrefix(data, "wOF2") {
			t.Errorf("%s is no WOFF2", file)
		}
		family, _, _ := strings.Cut(path.Base(file), "-latin-")
		family, _, _ = strings.Cut(family, "-vietnamese-")
		if licence := source(t, "fonts/"+family+".license.txt"); !strings.Contains(licence, "SIL OPEN FONT LICENSE Version 1.1") {
			t.Errorf("%s: the licence is another", file)
		}
		if !strings.Contains(notes, "@fontsource/"+family+" ") || !strings.Contains(notes, family+".license.txt") {
			t.Errorf("fonts.txt does not say what %s is", family)
		}
	}
}

// alphabet returns the letters of Vietnamese in both cases with every tone, the figures, and the marks that texts use.
func alphabet() string {
	letters := "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
	return letters + strings.ToUpper(letters) + "0123456789₫.,;:!?()[]/%&@+-–—…•“”‘’«»‹›°×²³½§\u00a0"
}

// Every face has all letters, among them those of the sample, so that no word stands in two typefaces.
func TestFontsHaveVietnamese(t *testing.T) {
	chars := map[string][][2]rune{}
	for _, f := range fontFaces(t) {
		chars[f.face] = append(chars[f.face], f.chars...)
	}
	if len(chars) != 8 { // Be Vietnam Pro, Noto Serif in three, Tinos in four
		t.Errorf("%d faces", len(chars))
	}
	wanted := alphabet() + sampleText(t)
	for face, ranges := range chars {
		missing := map[rune]bool{}
		for _, r := range wanted {
			if !unicode.IsControl(r) && !slices.ContainsFunc(ranges, func(c [2]rune) bool { return c[0] <= r && r <= c[1] }) {
				missing[r] = true
			}
		}
		if len(missing) > 0 {
			t.Errorf("%s does not have %v", face, missing)
		}
	}
}

// sampleText returns the texts of the sample.
func sampleText(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	sample := os.DirFS("../content")
	err := fs.WalkDir(sample, ".", func(name string, d fs.DirEntry, err error) error {
		if ext := path.Ext(name); err != nil || ext != ".md" && ext != ".csv" {
			return err
		}
		text, err := fs.ReadFile(sample, name)
		all.Write(text)
		return err
	})
	if err != nil || all.Len() == 0 {
		t.Fatal("no sample", err)
	}
	return all.String()
}

// The typeface of paper is named on paper only: a screen would fetch it.
func TestPrintFontStaysOnPaper(t *testing.T) {
	names, err := fs.Glob(FS, "css/*.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		screen, _, _ := strings.Cut("\n"+source(t, name), "\n@media print {")
		screen, _, _ = strings.Cut(screen, "\n@page {")
		if name != fontSheet && strings.Contains(screen, "Tinos") {
			t.Errorf("%s names the typeface of paper outside @media print", name)
		}
	}
}
