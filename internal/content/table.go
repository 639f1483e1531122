package content

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"antq/internal/diag"
)

// ParseHonourees reads a table of honourees as Excel saves it: UTF-8 with or without byte order mark, separated by
// commas, semicolons or tabs. The first line names the columns, by the keys of honourees or in Vietnamese (họ tên, đơn
// vị, hình thức, thành tích …). file is the name that problems show ("content/…/khen.csv"); they carry the line of it.
func ParseHonourees(file string, table []byte) ([]Honouree, diag.List) {
	r := tableReader{file: file, src: table}
	var out []Honouree
	if !r.open(columnsOf(honoureeKeys)) || !r.need("name") {
		return nil, r.finish()
	}
	for r.next() {
		h := Honouree{
			Type: r.cell("type"), Name: r.cell("name"), Unit: r.cell("unit"), Form: r.cell("form"), Deed: r.cell("deed"), Story: r.cell("story"), Line: r.at.Line,
		}
		if h.Name == "" {
			r.problem("csv-row", "empty", r.at, "name")
			continue
		}
		h.Type = r.choose(h.Type, "type", subjectTypes)
		out = append(out, h)
	}
	return out, r.finish()
}

// attendeeColumns are the columns of a table of those who are invited.
var attendeeColumns = []candidate{
	{"name", "tên; họ tên; họ và tên; đại biểu; thành phần; who"}, {"position", "chức vụ; chức danh"}, {"unit", "đơn vị; cơ quan"},
}

// ParseAttendees reads a table of those who are invited, one on each line, in the form of [ParseHonourees]. Its columns
// are name, position and unit, which are joined by commas: "Nguyễn Văn A, Trưởng phòng, Sở Xây dựng". A table of one
// column needs no line with its name.
func ParseAttendees(file string, table []byte) ([]string, diag.List) {
	r := tableReader{file: file, src: table, headless: "name"}
	var out []string
	if !r.open(attendeeColumns) || !r.need("name") {
		return nil, r.finish()
	}
	for r.next() {
		var parts []string
		for _, c := range attendeeColumns {
			if s := r.cell(c.name); s != "" {
				parts = append(parts, s)
			}
		}
		if len(parts) > 0 {
			out = append(out, strings.Join(parts, ", "))
		}
	}
	return out, r.finish()
}

func columnsOf[T any](t *table[T]) []candidate {
	out := make([]candidate, len(t.rows))
	for i, r := range t.rows {
		out[i] = candidate{r.name, r.typed}
	}
	return out
}

// tableReader reads a table row by row.
type tableReader struct {
	file     string
	src      []byte
	headless string // the column that a table of one column without a name for it has
	list     diag.List

	csv     *csv.Reader
	from    diag.Pos // where the table begins
	known   []candidate
	columns []string // name of each column, "" for one that is left out
	row     []string
	at      diag.Pos
	pending bool // the row was read together with the names

	line, start int // the line that was looked at last, from 1 in the table, and its offset
}

// open checks the text and reads the names of the columns.
func (r *tableReader) open(known []candidate) bool {
	r.known = known
	if !checkSource(r.file, r.src, &r.list) {
		return false
	}
	start := len(r.src) - len(bytes.TrimPrefix(r.src, []byte(bom)))
	r.from = diag.Pos{Line: 1, Column: 1, Offset: start}
	first, _ := lineFrom(r.src, 1, start)
	separator := separatorOf(first.text(r.src))
	if name := first.text(r.src); len(name) == 5 && strings.HasPrefix(name, "sep=") {
		separator = rune(name[4])
		r.from = diag.Pos{Line: 2, Column: 1, Offset: first.next}
	}
	if strings.ContainsRune("\"\r\n", separator) {
		separator = ','
	}
	r.csv = csv.NewReader(bytes.NewReader(r.src[r.from.Offset:]))
	r.csv.Comma = separator
	r.csv.FieldsPerRecord = -1
	if !r.read() {
		return false
	}
	return r.header()
}

// separatorOf returns what separates the cells of the first line.
func separatorOf(line string) rune {
	best, count := ',', 0
	for _, c := range ",;\t" {
		if n := strings.Count(line, string(c)); n > count {
			best, count = c, n
		}
	}
	return best
}

// header reads the names of the columns. A title above them, as sheets have it, is reported once and passed over.
func (r *tableReader) header() bool {
	if r.known != nil && len(r.columnsIn(r.row)) == 0 && r.headless == "" {
		title, at := r.row, r.at
		if !r.read() {
			return true
		}
		if len(r.columnsIn(r.row)) == 0 {
			return true // no row of names at all: need says so
		}
		r.problem("csv-column", "title", at, strings.Join(strings.Fields(strings.Join(title, " ")), " "))
	}
	names := r.row
	for i, cell := range names {
		cell = strings.TrimSpace(cell)
		name, how := nearest(cell, r.known)
		switch {
		case how == sameMeaning:
			for _, c := range r.columns {
				if c == name {
					r.problem("csv-column", "twice", r.cellAt(i), cell, name)
				}
			}
			r.columns = append(r.columns, name)
		case len(names) == 1 && r.headless != "":
			r.columns, r.pending = []string{r.headless}, true
		default:
			if cell != "" {
				r.problem("csv-column", "unknown", r.cellAt(i), cell, joinNames(r.known))
			}
			r.columns = append(r.columns, "")
		}
	}
	return true
}

// columnsIn returns the columns that a row names.
func (r *tableReader) columnsIn(row []string) []string {
	var out []string
	for _, cell := range row {
		if name, how := nearest(strings.TrimSpace(cell), r.known); how == sameMeaning {
			out = append(out, name)
		}
	}
	return out
}

// need reports a column that the table must have.
func (r *tableReader) need(name string) bool {
	for _, c := range r.columns {
		if c == name {
			return true
		}
	}
	for _, p := range r.list.All() {
		if p.Code == "csv-column" && p.Reason == "unknown" {
			return false // most likely it is that one
		}
	}
	r.problem("csv-column", "", r.from, name, joinNames(r.known))
	return false
}

// read reads a row of cells.
func (r *tableReader) read() bool {
	row, err := r.csv.Read()
	var bad *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return false
	case errors.As(err, &bad):
		at := r.pos(bad.StartLine, 1)
		if bad.Line == bad.StartLine {
			at = r.pos(bad.Line, bad.Column)
		}
		r.problem("csv-row", "quote", at)
		return false
	}
	r.row = row
	r.at = r.cellAt(0)
	return true
}

// next goes to the next row that is not empty.
func (r *tableReader) next() bool {
	if r.pending {
		r.pending = false
		return true
	}
	for r.read() {
		if strings.TrimSpace(strings.Join(r.row, "")) == "" {
			continue
		}
		if len(r.row) > len(r.columns) && strings.TrimSpace(strings.Join(r.row[len(r.columns):], "")) != "" {
			r.problem("csv-row", "", r.at, strconv.Itoa(len(r.row)), strconv.Itoa(len(r.columns)))
			continue
		}
		return true
	}
	return false
}

// cell returns the text of a column in the row, in one line.
func (r *tableReader) cell(column string) string {
	for i, c := range r.columns {
		if c == column && i < len(r.row) {
			return strings.Join(strings.Fields(r.row[i]), " ")
		}
	}
	return ""
}

// choose reads a value from a closed list, also in Vietnamese, as tables have it.
func (r *tableReader) choose(s, column string, allowed []Choice) string {
	if s == "" {
		return ""
	}
	names := make([]candidate, len(allowed))
	for i, c := range allowed {
		names[i] = candidate{c.Value, c.Vi}
	}
	if v, how := nearest(s, names); how == sameMeaning {
		return v
	}
	for i, c := range r.columns {
		if c == column && i < len(r.row) {
			r.problem("invalid-value", "", r.cellAt(i), column, s, joinNames(names))
		}
	}
	return ""
}

func (r *tableReader) cellAt(i int) diag.Pos {
	line, column := r.csv.FieldPos(i)
	return r.pos(line, column)
}

// pos turns a line and a column in bytes, as the reader counts them, into a place in the file; a column behind the line
// becomes its end. Rows come in order, so lines are counted on from the last place.
func (r *tableReader) pos(line, column int) diag.Pos {
	if line < r.line || r.line == 0 {
		r.line, r.start = 1, r.from.Offset
	}
	for ; r.line < line; r.line++ {
		i := bytes.IndexByte(r.src[r.start:], '\n')
		if i < 0 {
			break
		}
		r.start += i + 1
	}
	end := len(r.src)
	if i := bytes.IndexByte(r.src[r.start:], '\n'); i >= 0 {
		end = r.start + i
	}
	offset := min(r.start+max(column-1, 0), end)
	return diag.Pos{Line: r.from.Line + r.line - 1, Column: 1 + utf8.RuneCount(r.src[r.start:offset]), Offset: offset}
}

func (r *tableReader) problem(code, reason string, at diag.Pos, args ...string) {
	r.list.Add(diag.New(code, reason, r.file, diag.Span{Start: at}, args...))
}

// finish returns the problems.
func (r *tableReader) finish() diag.List {
	capped(r.file, &r.list)
	fill(&r.list, r.src)
	return r.list
}
