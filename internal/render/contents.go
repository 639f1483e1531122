package render

import (
	"bytes"
	"math"
	"strings"

	"antq/internal/content"
)

// Heading is a line of the contents.
type Heading struct {
	ID    string
	Text  string // with the number and its mark as written: "3.2 Khen thưởng", "Bước 1: Chuẩn bị"
	Level int    // 2 and more
}

func (h *Heading) encode(e *encoder) { e.text(h.ID, h.Text); e.number(h.Level) }

// How deep the contents go. Every Điều is listed whatever stands above it, and nothing below one.
const (
	contentsHeadings = 3 // levels of the outline whose headings are listed: I, 1 and 1.1
	contentsRunIn    = 2 // levels whose numbered blocks are listed that are no headings
)

// contents lists the headings and the numbered blocks by which a reader finds a place. Two of them need no contents, unless the
// author asks.
func contents(d *content.Document) []Heading {
	if d.Common.TOC == content.Off {
		return nil
	}
	outline := d.Body.Outline
	listed := listedNodes(outline)
	node := make(map[string]int, len(outline)) // by anchor
	for i := range outline {
		node[outline[i].Anchor] = i
	}
	var hs []Heading
	next := 0
	runIn := func(line int) {
		for ; next < len(outline) && int(outline[next].Line) < line; next++ {
			if n := &outline[next]; !n.Heading && listed[next] {
				hs = append(hs, Heading{ID: n.Anchor, Text: runInText(d.Body.HTML, n), Level: int(n.Level) + 1})
			}
		}
	}
	for _, h := range d.Body.Headings {
		runIn(h.Line)
		i, numbered := node[h.ID]
		switch {
		case h.ID == "":
		case numbered && listed[i]:
			hs = append(hs, Heading{ID: h.ID, Text: h.Text, Level: int(outline[i].Level) + 1})
		case !numbered && h.Level <= contentsRunIn+1:
			hs = append(hs, Heading{ID: h.ID, Text: h.Text, Level: h.Level})
		}
	}
	runIn(math.MaxInt)
	if len(hs) < 3 && d.Common.TOC != content.On {
		return nil
	}
	return hs
}

// listedNodes says of each node of an outline whether the contents list it: every Điều and what stands above one, the headings
// of the first levels, and numbered blocks where their whole series can be listed. Points (a, b, …) are never listed.
func listedNodes(outline content.Outline) []bool {
	listed := make([]bool, len(outline))
	below := make([]bool, len(outline)) // an Điều
	for i := range outline {
		n := &outline[i]
		if n.Parent >= 0 {
			below[i] = below[n.Parent] || outline[n.Parent].Kind == content.OutlineArticle
		}
		if n.Kind == content.OutlineArticle && !below[i] {
			for at := int32(i); at >= 0 && !listed[at]; at = outline[at].Parent {
				listed[at] = true
			}
		}
	}
	for _, series := range seriesOf(outline) {
		whole := series.whole(outline)
		for _, i := range series {
			n := &outline[i]
			switch {
			case below[i] || n.Kind == content.OutlinePoint:
			case n.Heading:
				listed[i] = listed[i] || n.Level <= contentsHeadings
			default:
				listed[i] = listed[i] || whole && n.Level <= contentsRunIn
			}
		}
	}
	return listed
}

// nodeSeries are the nodes that are counted through in one place, by their indexes.
type nodeSeries []int

// seriesOf divides an outline into its series. One begins anew where its first number comes again.
func seriesOf(outline content.Outline) []nodeSeries {
	type place struct {
		parent int32
		kind   content.OutlineKind
	}
	var all []nodeSeries
	open := make(map[place]int)
	for i := range outline {
		n := &outline[i]
		key := place{n.Parent, n.Kind}
		at, known := open[key]
		if !known || outline[all[at][0]].Number == n.Number {
			at = len(all)
			all = append(all, nil)
			open[key] = at
		}
		all[at] = append(all[at], i)
	}
	return all
}

// whole reports whether every node of a series has a name to list: a list of 1 and 3 without 2 would look like a mistake.
func (s nodeSeries) whole(outline content.Outline) bool {
	for _, i := range s {
		if n := &outline[i]; !n.Heading && n.Title == "" {
			return false
		}
	}
	return true
}

// runInText is the line of a numbered block: its number and mark as written, and its title if it has one.
func runInText(html []byte, n *content.OutlineNode) string {
	if n.Title == "" {
		return n.Number
	}
	return n.Number + writtenMark(html, n) + " " + n.Title
}

// writtenMark returns the mark behind the number of a block: ".", ")", ":"; "" behind 1.1 where there is none. An item of a list
// has its number not in its text but from its marker, which the browser shows.
func writtenMark(html []byte, n *content.OutlineNode) string {
	rest, _ := strings.CutPrefix(leadingText(html, n.Anchor), n.Number)
	mark := rest[:len(rest)-len(strings.TrimLeft(rest, ".):/-–"))]
	switch {
	case mark != "":
		return mark
	case n.Kind == content.OutlineParenthesis:
		return ")"
	case n.Kind == content.OutlineNumber && !strings.Contains(n.Number, "."):
		return "."
	}
	return ""
}

// leadingText returns the text with which the element with an id begins, without tags and line breaks, as far as a number and its
// mark can reach.
func leadingText(html []byte, id string) string {
	const reach = 64
	var text strings.Builder
	for inTag := elementAt(html, id); len(inTag) > 0 && text.Len() < reach; {
		end := bytes.IndexByte(inTag, '>')
		if end < 0 {
			break
		}
		rest := inTag[end+1:]
		stop := bytes.IndexByte(rest, '<')
		if stop < 0 {
			stop = len(rest)
		}
		text.Write(rest[:stop])
		inTag = rest[stop:]
	}
	return strings.TrimSpace(text.String())
}

// elementAt returns the markup from the start tag of the element with an id, or nil.
func elementAt(html []byte, id string) []byte {
	for _, form := range [...]string{" id=" + id + ">", " id=" + id + " ", ` id="` + id + `"`} {
		if i := bytes.Index(html, []byte(form)); i >= 0 {
			return html[i:]
		}
	}
	return nil
}
