package check

import (
	"path"
	"strconv"
	"strings"

	"antq/internal/content"
	"antq/internal/diag"
	"antq/internal/viet"
)

// fileProblems judges the name of a file below content/, on which a mark or the name of an identity document may stand.
func (r *Rules) fileProblems(name string, list *diag.List) {
	ext := strings.ToLower(path.Ext(name))
	folded := viet.Slug(strings.TrimSuffix(path.Base(name), path.Ext(name)))
	file := "content/" + name
	if markedName(folded) {
		list.Add(diag.New("secrecy-mark", "file", file, diag.Span{}))
	}
	if cardFile(ext) && r.leaks.showsCard(folded) {
		list.Add(diag.New("id-card-image", "file", file, diag.Span{}))
	}
}

// cardFile reports endings of files that can hold the picture of a card.
func cardFile(ext string) bool {
	switch ext {
	case ".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".bmp", ".tif", ".tiff", ".svg", ".pdf", ".avif":
		return true
	}
	return false
}

// showsCard reports whether the folded name or description of a picture says that it shows an identity document.
func (l *leakLists) showsCard(folded string) bool {
	padded := "-" + folded + "-"
	card := false
	for _, c := range l.cards {
		card = card || strings.Contains(padded, "-"+c+"-")
	}
	if !card {
		return false
	}
	for _, e := range l.events {
		if strings.Contains(padded, "-"+e+"-") {
			return false
		}
	}
	return true
}

// pictured judges the pictures that a document shows and the files that it offers, by their names and descriptions.
func (r *Rules) pictured(doc *content.Document, p *prose, list *diag.List) {
	r.fileProblems(doc.Path, list)
	judge := func(at diag.Span, target, words string) {
		ext := strings.ToLower(path.Ext(target))
		named := cardFile(ext) && r.leaks.showsCard(viet.Slug(strings.TrimSuffix(path.Base(target), path.Ext(target))))
		if named || r.describesCard(words) {
			list.Add(diag.New("id-card-image", "", p.file, diag.Span{Start: at.Start}))
		}
	}
	for i := range doc.Body.Refs {
		switch ref := &doc.Body.Refs[i]; ref.Kind {
		case content.RefImage:
			judge(ref.At, ref.Target, ref.Alt)
		case content.RefLink:
			judge(ref.At, ref.Target, "")
		}
	}
	if img := doc.Common.Image; img != nil {
		judge(doc.At("image"), img.Src, img.Alt)
	}
	for i, a := range doc.Common.Attachments {
		judge(doc.At("attachments."+strconv.Itoa(i)), a.File, "")
	}
	if m, ok := doc.Meta.(*content.Material); ok {
		for i, f := range m.Files {
			judge(doc.At("files."+strconv.Itoa(i)), f.File, "")
		}
	}
}

// describesCard reports whether the words beside a picture say that it shows a card. A photo of people at the counter where cards
// are issued is none.
func (r *Rules) describesCard(words string) bool {
	return words != "" && r.leaks.showsCard(viet.Slug(words))
}
