package check

import (
	"bytes"
	"strconv"
	"strings"

	"antq/internal/content"
	"antq/internal/diag"
)

// attachments examines what is attached: each has a file or leads to a document, and what the text announces is there.
func (s *sheet) attachments(a *content.Administrative, list *diag.List) {
	listed := s.doc.Common.Attachments
	for i, at := range listed {
		if at.File == "" && at.To == "" {
			s.report(list, "attachment-missing", "empty", s.key("attachments."+strconv.Itoa(i)), at.Title)
		}
	}
	if s.quiet || len(listed) > 0 || a != nil && a.File != "" || s.hasAppendix() {
		return
	}
	if from, to, ok := s.announced(); ok {
		s.add(list, "attachment-missing", "", from, to, shortened(strings.Trim(s.plain(from, to), "()")))
	}
}

// hasAppendix reports whether an appendix stands in the body itself, or a link leads to a file.
func (s *sheet) hasAppendix() bool {
	for i := range s.doc.Body.Outline {
		if s.doc.Body.Outline[i].Kind == content.OutlineAppendix {
			return true
		}
	}
	for i := range s.doc.Body.Refs {
		ref := &s.doc.Body.Refs[i]
		if ref.Kind == content.RefLink && strings.Contains(ref.Target, ".") && !strings.HasSuffix(ref.Target, ".md") {
			return true
		}
	}
	for i := s.first; i < len(s.blocks); i++ {
		if text := s.blocks[i]; text.kind != rowBlock && bytes.HasPrefix(s.text[s.beginning(text.from, text.to):text.to], []byte("PHỤ LỤC")) {
			return true
		}
	}
	return false
}

// announcements are the words by which a text says in brackets that something comes with it.
var announcements = []string{"Gửi kèm", "gửi kèm", "Kèm", "kèm", "Đính kèm", "đính kèm", "Có danh sách kèm", "có danh sách kèm",
	"Có phụ lục kèm", "có phụ lục kèm", "Có biểu mẫu kèm", "có biểu mẫu kèm", "Chi tiết tại Phụ lục", "chi tiết tại Phụ lục"}

// attachedThings come with a document when "… kèm theo Kế hoạch này" follows them.
var attachedThings = []string{"Phụ lục", "phụ lục", "Danh sách", "danh sách", "Biểu mẫu", "biểu mẫu", "Bảng", "bảng"}

// nearby is how many bytes around the word kèm are looked at.
const nearby = 400

// announced finds the place where the text announces an attachment: "(Gửi kèm theo …)", "phụ lục kèm theo Kế hoạch này". What is
// issued together with a decision, and what others are to send with their papers, is none.
func (s *sheet) announced() (from, to int, ok bool) {
	for at := s.body; ; {
		n := bytes.Index(s.text[at:], []byte("èm"))
		if n < 0 {
			return 0, 0, false
		}
		at += n + len("èm")
		if b := s.blockAt(at); b == nil || b.quote || s.quoted(at) {
			continue
		}
		lineFrom, lineTo := s.bounds(s.lineOf(at))
		lineFrom, lineTo = max(lineFrom, at-nearby), min(lineTo, at+nearby)
		open := bytes.LastIndexByte(s.text[lineFrom:at], '(')
		if open >= 0 && bytes.IndexByte(s.text[lineFrom+open:at], ')') < 0 && beginsWith(s.text[lineFrom+open+1:lineTo], announcements) {
			end := s.ending(at, lineTo)
			if n := bytes.IndexByte(s.text[at:lineTo], ')'); n >= 0 {
				end = at + n + 1
			}
			return lineFrom + open, end, true
		}
		if from, to, ok := s.attachedTo(at, lineFrom, lineTo); ok {
			return from, to, true
		}
	}
}

func beginsWith(text []byte, starts []string) bool {
	for _, start := range starts {
		if bytes.HasPrefix(text, []byte(start)) {
			return true
		}
	}
	return false
}

// attachedTo reads "phụ lục kèm theo Kế hoạch này" around the word kèm that ends at an offset.
func (s *sheet) attachedTo(at, lineFrom, lineTo int) (from, to int, ok bool) {
	rest := s.text[at:lineTo]
	if !bytes.HasPrefix(rest, []byte(" theo ")) {
		return 0, 0, false
	}
	n := bytes.Index(rest[:min(len(rest), 40)], []byte(" này"))
	if n < 0 || bytes.ContainsAny(rest[:n], ".;:()") {
		return 0, 0, false
	}
	for _, thing := range attachedThings {
		k := bytes.LastIndex(s.text[lineFrom:at], []byte(thing+" "))
		if k >= 0 && at-lineFrom-k < 60 && !bytes.ContainsAny(s.text[lineFrom+k:at], ".;:()") && !bytes.Contains(s.text[lineFrom+k:at], []byte("ban hành")) {
			return lineFrom + k, at + n + len(" này"), true
		}
	}
	return 0, 0, false
}

// shortened cuts a text for a sentence about it.
func shortened(text string) string {
	const most = 60
	letters := []rune(text)
	if len(letters) <= most {
		return text
	}
	return string(letters[:most-1]) + "…"
}
